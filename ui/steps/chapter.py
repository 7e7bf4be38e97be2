"""A chapter: its items by section with a column per host, filters, search, and the detail of the selected one."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import wizard
from app.model import Chapter, Finding
from app.presentation import Filter, ItemRow, chapter_rows, first_of_interest
from ui.models.findings import FINDING_ROLE, FIRST_HOST, ITEM, ROW_ROLE, SEVERITY, FindingsModel
from ui.steps.base import Step
from ui.text import PlainLabel
from ui.widgets.answer import Given
from ui.widgets.basics import EmptyState, button
from ui.widgets.cells import FindingsDelegate
from ui.widgets.detail import Detail
from ui.widgets.filterchips import FilterChips
from ui.widgets.frozen import FrozenTable
from ui.workspace import Workspace

_ROW = 44  # pixels: a title on two lines
_SECTION = 32
_ITEM, _ITEM_LEAST = 250, 205  # pixels: a title reads well on two lines, and just so
_SHARE, _SHARE_ROOMY, _ROOMY = 0.58, 0.6, 1500  # part of the width that the list takes
_SEARCH_PAUSE = 120  # milliseconds after the last key before the list is searched


class ChapterStep(Step):
    """One chapter of the guideline."""

    def __init__(self, workspace: Workspace, chapter: Chapter) -> None:
        super().__init__(workspace)
        self.chapter = chapter
        self._place: tuple[str, str | None] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._build_list())
        self.detail = Detail(workspace)
        self.detail.setMinimumWidth(340)
        self.detail.target_chosen.connect(self._choose_target)
        self.detail.given.connect(self._answer)
        self.detail.taken_back.connect(self.undo)
        self._split.addWidget(self.detail)
        self._split.splitterMoved.connect(self._split_moved)
        self._moved = False
        column.addWidget(self._split, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_PAUSE)
        self._timer.timeout.connect(self.refresh)

    # --- building -----------------------------------------------------------------------------------------------

    def _build_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(20, 14, 20, 10)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(PlainLabel(f"{self.chapter.id}  {self.chapter.title}", "title"))
        self._more = button(self.tr("About this chapter"), self._toggle_introduction, role="link")
        line.addWidget(self._more, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        self._decided = PlainLabel(role="muted")
        line.addWidget(self._decided)
        self._bar = QProgressBar()
        self._bar.setFixedWidth(150)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Decided items of this chapter"))
        line.addWidget(self._bar)
        column.addLayout(line)
        self._introduction = PlainLabel(self.chapter.introduction.strip(), "muted", wrap=True, selectable=True)
        self._introduction.hide()
        column.addWidget(self._introduction)
        line = QHBoxLayout()
        line.setSpacing(12)
        self.chips = FilterChips()
        self.chips.changed.connect(self.refresh)
        line.addWidget(self.chips, 1)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search items, hosts, machines"))
        self.search.setAccessibleName(self.tr("Search items, hosts, machines"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(250)
        self.search.addAction(self.theme.icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        line.addWidget(self.search, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        return head

    def _build_list(self) -> QWidget:
        self.model = FindingsModel(self)
        self.table = FrozenTable(FIRST_HOST)
        self.table.setAccessibleName(self.tr("Items of this chapter"))
        self._delegate = FindingsDelegate(self.theme, self.table)
        self.table.setItemDelegate(self._delegate)
        self.table.setModel(self.model)
        self.table.set_row_height(_ROW)
        self.table.setMinimumWidth(320)
        self.table.selectionModel().currentChanged.connect(self._current_changed)
        self.table.selectionModel().selectionChanged.connect(lambda _a, _b: self._show_detail())
        self._nothing = EmptyState(
            self.theme,
            "funnel",
            self.tr("Nothing matches"),
            self.tr("No item of this chapter matches the filters and the search."),
            button(self.tr("Show all items"), self._show_all),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        return self._stack

    # --- showing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        findings = [one for one in audit.findings() if wizard.chapter_of(one) == self.chapter.id]
        targets = [target.name for target in audit.targets]
        progress = wizard.progress(findings)
        self._decided.setText(self.tr("{a} of {b} decided").format(a=progress.decided, b=progress.total))
        self._bar.setMaximum(max(1, progress.total))
        self._bar.setValue(progress.decided)
        self._label_chips(findings)
        rows = chapter_rows(
            audit.benchmark, findings, self.chapter.id, filters=self.chips.chosen, query=self.search.text()
        )
        before = self._place
        self.model.set_rows(rows, targets)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._span()
        self._size_columns()
        if before is not None and not self.table.currentIndex().isValid():
            self._select_quietly(*before)
        self._show_detail()

    def _label_chips(self, findings: Sequence[Finding]) -> None:
        audit = self.workspace.audit
        if audit is None:
            return
        counts = {}
        for name in Filter:
            wanted = () if name is Filter.ALL else (name,)
            rows = chapter_rows(audit.benchmark, findings, self.chapter.id, filters=wanted)
            counts[name] = sum(isinstance(row, ItemRow) for row in rows)
        self.chips.show_counts(counts)

    def _span(self) -> None:
        """Headings go over all columns, a site-wide item's badge over all hosts."""
        self.table.clearSpans()
        self.table.front.clearSpans()
        columns = self.model.columnCount()
        for place, row in enumerate(self.model.rows):
            self.table.setRowHeight(place, _ROW if isinstance(row, ItemRow) else _SECTION)
            if not isinstance(row, ItemRow):
                self.table.setSpan(place, 0, 1, columns)
                self.table.front.setSpan(place, 0, 1, FIRST_HOST)
            elif row.site_wide and columns - FIRST_HOST > 1:
                self.table.setSpan(place, FIRST_HOST, 1, columns - FIRST_HOST)

    def _size_columns(self) -> None:
        hosts = self.model.columnCount() - FIRST_HOST
        metrics = self.table.horizontalHeader().fontMetrics()
        total = 0
        for column in range(FIRST_HOST, FIRST_HOST + hosts):
            title = str(self.model.headerData(column, Qt.Orientation.Horizontal) or "")
            need = min(150, metrics.horizontalAdvance(title) + 24)
            for place in range(min(self.model.rowCount(), 60)):
                need = max(need, self._delegate.width_of(self.model.index(place, column)))
            self.table.setColumnWidth(column, max(need, 76))
            total += max(need, 76)
        spare = self.table.viewport().width() - total
        severity = 92 if spare - 92 >= _ITEM else 46
        self.table.setColumnWidth(SEVERITY, severity)
        room = self.table.viewport().width() - severity - total
        if room < _ITEM_LEAST:  # the hosts scroll, and the titles get their room
            room = min(_ITEM, max(190, self.table.viewport().width() - severity - 120))
        self.table.setColumnWidth(ITEM, room)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if not self._moved:
            share = _SHARE if self.width() < _ROOMY else _SHARE_ROOMY
            self._split.setSizes([round(self.width() * share), round(self.width() * (1 - share))])
        QTimer.singleShot(0, self, self._size_columns)

    @Slot(int, int)
    def _split_moved(self, _place: int, _index: int) -> None:
        self._moved = True  # from now on the person's proportions hold
        self._size_columns()

    def shown(self) -> None:
        if self._place is None:
            self._select_first()
        self.table.setFocus()

    def _select_first(self) -> None:
        for place, row in enumerate(self.model.rows):
            if isinstance(row, ItemRow):
                target = first_of_interest(row, self.model.targets)
                self.table.setCurrentIndex(self.model.index_of(row.rule.id, target) or self.model.index(place, ITEM))
                return

    # --- selecting ----------------------------------------------------------------------------------------------

    def place(self) -> tuple[str, str | None] | None:
        """Item and target on show."""
        return self._place

    def select(self, item: str, target: str | None) -> None:
        """Show that finding; filters that hide it are taken off."""
        if not self.model.index_of(item, target).isValid():
            self.chips.choose(())
            self.search.clear()
            self._timer.stop()
            self.refresh()
        self._select_quietly(item, target)
        self._show_detail()
        self.table.setFocus()

    def _select_quietly(self, item: str, target: str | None) -> None:
        index = self.model.index_of(item, target)
        if index.isValid():
            self._place = (item, target)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.table.selectionModel().setCurrentIndex(index, flags)
            self.table.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if not isinstance(row, ItemRow):
            return
        if current.column() < FIRST_HOST:
            target = first_of_interest(row, self.model.targets)
        else:
            target = self.model.target_at(current)
        finding = row.cell(target)
        self._place = (row.rule.id, finding.measured.target if finding is not None else target)
        self._show_detail()

    def _current(self) -> tuple[ItemRow, Finding] | None:
        if self._place is None:
            return None
        for row in self.model.items():
            if row.rule.id == self._place[0]:
                finding = row.cell(self._place[1])
                return (row, finding) if finding is not None else None
        return None

    def _show_detail(self) -> None:
        found = self._current()
        if found is None:
            self.detail.show_nothing()
            return
        row, finding = found
        self.detail.show_finding(row, finding, self.model.targets, self._choices(row, finding))

    def _choices(self, row: ItemRow, finding: Finding) -> list[tuple[str, tuple[tuple[str, str | None], ...]]]:
        """For which hosts an answer can be: the one on show, those selected, all that wait, all."""
        here = (finding.measured.item, finding.measured.target)
        name = self.tr("the whole site") if here[1] is None else here[1]
        choices = [(self.tr("for {host}").format(host=name), (here,))]
        selected = self._selected()
        if len(selected) > 1:
            choices.insert(0, (self.tr("for the {n} selected").format(n=len(selected)), selected))
        if not row.site_wide:
            waiting = tuple((row.rule.id, target) for target, one in row.cells.items() if wizard.is_undecided(one))
            every = tuple((row.rule.id, target) for target in row.cells)
            if len(waiting) > 1:
                choices.append((self.tr("for all {n} undecided").format(n=len(waiting)), waiting))
            if len(every) > 1:
                choices.append((self.tr("for all {n} hosts").format(n=len(every)), every))
        return choices

    def _selected(self) -> tuple[tuple[str, str | None], ...]:
        """The selected results; a title selected stands for the item on every host."""
        places: dict[tuple[str, str | None], None] = {}
        for index in self.table.selectionModel().selectedIndexes():
            row = index.data(ROW_ROLE)
            finding = index.data(FINDING_ROLE)
            if isinstance(row, ItemRow) and finding is not None:
                places[finding.measured.item, finding.measured.target] = None
        return tuple(places)

    @Slot(object)
    def _choose_target(self, target: str | None) -> None:
        if self._place is not None:
            self._select_quietly(self._place[0], target)
            self._show_detail()

    # --- filters ------------------------------------------------------------------------------------------------

    def set_filters(self, names: Sequence[str]) -> None:
        """As if these chips had been clicked."""
        self.chips.choose(tuple(Filter(name) for name in names if name != Filter.ALL))
        self.search.clear()
        self.refresh()
        self._select_first()

    def _show_all(self) -> None:
        self.chips.choose(())
        self.search.clear()
        self._timer.stop()
        self.refresh()

    def find(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _toggle_introduction(self) -> None:
        self._introduction.setVisible(self._introduction.isHidden())
        self._more.setText(self.tr("About this chapter") if self._introduction.isHidden() else self.tr("Hide"))

    # --- answering ----------------------------------------------------------------------------------------------

    def begin_answer(self, choice: str) -> None:
        """Choose an answer in the form, as its button would."""
        self.detail.form.begin(choice)

    def save_answer(self) -> None:
        """Store the answer in the form."""
        self.detail.form.submit()

    @Slot(object)
    def _answer(self, given: Given) -> None:
        problem: list[str] = []
        collect = lambda _tone, text: problem.append(text)  # noqa: E731 - caught for the form instead of the window
        self.workspace.catch = collect
        try:
            stored = self.workspace.answer(
                given.places, given.kind, given.new, by=given.by, role=given.role, remark=given.remark,
                expires=given.expires, files=given.files,
            )  # fmt: skip
        finally:
            self.workspace.catch = None
        if not stored:
            self.detail.form.complain(problem[0] if problem else self.tr("The answer could not be stored."))
            return
        self.detail.form.clear()
        following = wizard.next_undecided(self.workspace.findings(), self._place)
        if following is not None and following.measured.item.split(".", 1)[0] == self.chapter.id:
            self.select(following.measured.item, following.measured.target)
        elif following is not None:
            self.workspace.show_finding.emit(following.measured.item, following.measured.target)
        else:
            self.refresh()

    def undo(self) -> None:
        """Take the answer on show back, by a further entry."""
        if self._place is None:
            return
        name, role = self.workspace.person()
        form = self.detail.form
        self.workspace.withdraw(
            *self._place, by=form.name.text() or name, role=form.role.text() or role,
            remark=self.tr("taken back by the person who answered"),
        )  # fmt: skip

    def copy(self) -> None:
        """The item on show as text on the clipboard."""
        found = self._current()
        if found is not None:
            row, finding = found
            parts = (f"{row.rule.id} {row.rule.title}", finding.measured.target or "", finding.measured.message)
            QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))
