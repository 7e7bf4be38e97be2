"""Findings of all chapters in one list: each number of the overview leads to exactly those that it counts."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.language import content
from app.record import Finding
from app.report.visible import one_line
from app.report.wording import counted
from app.screen.findinglist import FindingIndex, Wanted
from app.screen.presentation import SEVERITIES
from ui.accessible import name_choice
from ui.explained import explain
from ui.models.findinglist import findings_model
from ui.models.table import ROW_ROLE
from ui.text import PlainLabel
from ui.widgets.buttons import button
from ui.widgets.dropdown import DropDown
from ui.widgets.emptystate import EmptyState
from ui.widgets.kindchips import KindChips
from ui.widgets.listing import Listing
from ui.widgets.rowmenu import RowMenu
from ui.words import severity_word
from ui.workspace import Workspace

_KEPT = "findings"  # among the views of the open audit


class FindingsView(QWidget):
    """The second page of the review."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._index: FindingIndex | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.chapter = self._choice(self.tr("Which chapter"), self.tr("Only findings of that chapter."))
        self.severity = self._choice(self.tr("Which severity"), self.tr("Only findings of that severity."))
        self.host = self._choice(self.tr("Which host"), self.tr("Only findings of that host, or of the whole site."))
        for box in (self.chapter, self.severity, self.host):
            line.addWidget(box)
        self._everything = button(self.tr("Show all"), self._show_all, role="link")
        line.addWidget(self._everything)
        line.addStretch(1)
        self.count = PlainLabel(role="muted")
        line.addWidget(self.count)
        column.addLayout(line)
        self.kinds = KindChips()
        self.kinds.changed.connect(self._narrow)
        column.addWidget(self.kinds)
        self.model = findings_model(workspace.benchmark, self)
        self.table = Listing(workspace.theme, self.model, self.tr("Findings"))
        self.table.activated.connect(self._open)
        self.table.have_menu(self._fill_menu)
        self._empty = EmptyState(
            workspace.theme,
            "list",
            self.tr("No findings here"),
            self.tr("None is of this chapter, severity, host and result together."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)

    def _choice(self, name: str, what: str) -> QComboBox:
        box = DropDown()
        name_choice(box, name)
        explain(box, what)
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.currentIndexChanged.connect(self._narrow)
        return box

    @property
    def wanted(self) -> Wanted:
        """What is chosen, as long as the audit is open."""
        kept = self.workspace.views.get(_KEPT)
        return kept if isinstance(kept, Wanted) else Wanted()

    @wanted.setter
    def wanted(self, wanted: Wanted) -> None:
        self.workspace.views[_KEPT] = wanted

    def take_keyboard(self) -> None:
        """On the first row, so that Enter leads on."""
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))  # selectRow() fails from right to left
        (self.table if self.model.rowCount() else self.chapter).setFocus()

    def refresh(self) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        wanted = self.wanted
        self._offer()
        for box, key in ((self.chapter, wanted.chapter), (self.severity, wanted.severity), (self.host, wanted.host)):
            box.blockSignals(True)  # noqa: FBT003 - Qt's signature
            box.setCurrentIndex(0 if key is None else max(0, box.findData(key)))
            box.blockSignals(False)  # noqa: FBT003 - Qt's signature
        findings = audit.findings()
        if self._index is None or self._index.findings is not findings:
            self._index = FindingIndex(audit.benchmark, findings)
        found = self._index.select(wanted)
        self.kinds.chosen = wanted.kinds
        self.kinds.show_counts(found.counts)
        self._show_rows(found.rows)
        self._everything.setVisible(wanted != Wanted())

    def _offer(self) -> None:
        """What there is to choose from; filled anew only where it changed."""
        audit = self.workspace.audit
        if audit is None:
            return
        chapters = [(f"{one.id}  {content(one.title)}", one.id) for one in audit.benchmark.chapters]
        hosts = [(one_line(one.name), one.name) for one in audit.targets]
        severities = [(severity_word(one), one.value) for one in SEVERITIES]
        _fill(self.chapter, [(self.tr("All chapters"), ""), *chapters])
        _fill(self.severity, [(self.tr("All severities"), ""), *severities])
        _fill(self.host, [(self.tr("All hosts"), None), *hosts, (self.tr("Whole site"), "")])

    @Slot()
    def _narrow(self) -> None:
        self.wanted = Wanted(
            self.kinds.chosen, self.chapter.currentData(), self.severity.currentData(), self.host.currentData()
        )
        self.refresh()

    def _show_all(self) -> None:
        self.wanted = Wanted()
        self.refresh()
        self.take_keyboard()

    def _show_rows(self, rows: tuple[Finding, ...]) -> None:
        """The finding that was chosen stays so, wherever it stands now."""
        chosen = self.table.currentIndex().data(ROW_ROLE)
        self.model.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.count.setText(counted(len(rows), self.tr("1 finding"), self.tr("{n} findings")))
        now = self.table.currentIndex().data(ROW_ROLE)
        if isinstance(chosen, Finding) and (now is None or _place(now) != _place(chosen)):
            place = next((number for number, one in enumerate(rows) if _place(one) == _place(chosen)), None)
            if place is not None:
                self.table.setCurrentIndex(self.model.index(place, 0))

    def _fill_menu(self, menu: RowMenu) -> None:
        chosen = self.table.selected()
        if len(chosen) == 1:
            menu.offer(self.tr("Show the finding"), lambda: self._show(chosen[0]), "Return")
        menu.offer_copy(self.table.copy)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, Finding):
            self._show(row)

    def _show(self, finding: Finding) -> None:
        self.workspace.show_finding.emit(*_place(finding))


def _place(finding: Finding) -> tuple[str, str | None]:
    return finding.measured.item, finding.measured.target


def _fill(box: QComboBox, offered: Sequence[tuple[str, str | None]]) -> None:
    if [(box.itemText(place), box.itemData(place)) for place in range(box.count())] == list(offered):
        return
    box.blockSignals(True)  # noqa: FBT003 - Qt's signature
    box.clear()
    for text, key in offered:
        box.addItem(text, key)
    box.blockSignals(False)  # noqa: FBT003 - Qt's signature
