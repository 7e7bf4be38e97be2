"""What changed since an earlier audit: which one, how much is better and worse, and every finding that differs."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.compare import Change, Comparison, Kind
from app.report.visible import one_line
from ui.models.changes import changes_model
from ui.models.table import ROW_ROLE
from ui.text import Paragraph, elided_middle, mnemonic_free
from ui.widgets.basics import frame
from ui.widgets.buttons import button
from ui.widgets.emptystate import EmptyState
from ui.widgets.listing import Listing
from ui.widgets.sortchips import SortChips
from ui.widgets.turning import Turning
from ui.workspace import Workspace

_EVERY = "all"
FILTER = "Bartizan (*.bartizan)"


class ChangesView(QWidget):
    """The fourth page of the review."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(12)
        column.addWidget(self._build_head())
        self.chips = SortChips(
            [
                (_EVERY, self.tr("All {n}")),
                (Kind.WORSE.value, self.tr("Worse {n}")),
                (Kind.BETTER.value, self.tr("Better {n}")),
                (Kind.CHANGED.value, self.tr("Changed {n}")),
                (Kind.EVIDENCE.value, self.tr("Other facts {n}")),
                (Kind.NEW.value, self.tr("New {n}")),
                (Kind.GONE.value, self.tr("Gone {n}")),
                (Kind.SAME.value, self.tr("New wording {n}")),
            ]
        )
        self.chips.changed.connect(self._show_rows)
        column.addWidget(self.chips)
        self.model = changes_model(workspace.benchmark, self)
        self.table = Listing(workspace.theme, self.model, self.tr("Changes"))
        self.table.activated.connect(self._open)
        self._empty = EmptyState(workspace.theme, "git-compare", "", "", self._chooser(primary=True))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)

    def _build_head(self) -> QWidget:
        self._head = frame("card")
        whole = QVBoxLayout(self._head)
        whole.setContentsMargins(16, 12, 16, 12)
        parts = Turning(8)
        whole.addWidget(parts)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.headline = Paragraph(role="heading")
        self.details = Paragraph(role="muted", selectable=True)
        words.addWidget(self.headline)
        words.addWidget(self.details)
        parts.line.addLayout(words, 1)
        parts.line.addWidget(self._chooser(primary=False))
        parts.line.addWidget(button(self.tr("Compare no more"), self.workspace.compare_no_more, role="flat"))
        return self._head

    def _chooser(self, *, primary: bool) -> QPushButton:
        """A button with the earlier revisions and audits that there are to choose from."""
        made = button(self.tr("Compare with…"), role="primary" if primary else "")
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        made.setMenu(menu)
        return made

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        audit = self.workspace.audit
        if audit is None:
            return
        for number in range(audit.revision - 1, 0, -1):
            text = self.tr("Revision {n} of this audit, as it was signed").format(n=number)
            menu.addAction(text, lambda number=number: self.workspace.compare_with(number))
        recent = [path for path in self.workspace.settings.recent() if path != audit.path]
        for path in recent:
            title, day = self.workspace.settings.recent_title(path), self.workspace.settings.recent_day(path)
            text = mnemonic_free(" · ".join(filter(None, (elided_middle(title, 60), day))))
            menu.addAction(text, lambda path=path: self.workspace.compare_with(path))
        if menu.actions():
            menu.addSeparator()
        menu.addAction(self.tr("Another audit…"), self._choose)

    def _choose(self) -> None:
        folder = str(self.workspace.settings.folder())
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("The earlier audit"), folder, FILTER)
        if chosen:
            self.workspace.compare_with(Path(chosen))

    # --- showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        earlier, busy = self.workspace.earlier, self.workspace.comparing
        self._head.setVisible(earlier is not None)
        self.chips.setVisible(earlier is not None)
        if earlier is None:
            title = self.tr("Comparing…") if busy else self.tr("What changed since the last time?")
            text = self.tr("Choose an earlier audit or revision: what is better, worse, new or gone is listed here.")
            self._empty.say(title, text)
            self._stack.setCurrentIndex(1)
            return
        found = earlier.comparison
        day = earlier.finished.astimezone().strftime("%Y-%m-%d") if earlier.finished else ""
        since = self.tr("Since “{title}”, {day}") if day else self.tr("Since “{title}”")
        self.headline.setText(since.format(title=one_line(earlier.title), day=day))
        self.details.setText(self._words(found))
        counts = {kind.value: len(found.of(kind)) for kind in Kind} | {_EVERY: len(found.changes)}
        self.chips.show_counts(counts)
        self._show_rows()

    def choose(self, kind: Kind | None) -> None:
        """As if the chip of that kind had been clicked, or the one of all."""
        self.chips.choose(kind.value if kind is not None else _EVERY)
        self.refresh()

    def _words(self, found: Comparison) -> str:
        lines = [
            self.tr("{a} better, {b} worse, {c} as before").format(
                a=len(found.of(Kind.BETTER)), b=len(found.of(Kind.WORSE)), c=found.unchanged
            )
        ]
        new, gone = (
            tuple(f"{name} ({host})" for host, name in pairs) for pairs in (found.subjects_new, found.subjects_gone)
        )
        for text, names in (
            (self.tr("New hosts: {names}"), found.targets_new),
            (self.tr("Hosts that are gone: {names}"), found.targets_gone),
            (self.tr("New machines: {names}"), new),
            (self.tr("Machines that are gone: {names}"), gone),
            (self.tr("Items with another wording or rating: {names}"), found.items_changed),
        ):
            if names:
                more = f" … +{len(names) - _NAMES}" if len(names) > _NAMES else ""
                lines.append(text.format(names=one_line(", ".join(names[:_NAMES])) + more))
        return "\n".join(lines)

    @Slot()
    def _show_rows(self) -> None:
        earlier = self.workspace.earlier
        if earlier is None:
            return
        kind = self.chips.chosen()
        self.model.set_rows([one for one in earlier.comparison.changes if kind in {_EVERY, one.kind.value}])
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        self._empty.say(self.tr("Nothing changed"), self.tr("Every finding is as it was."))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Change) and row.new is not None:
            self.workspace.show_finding.emit(row.item, row.target)


_NAMES = 8  # names in a line; the report lists them all
