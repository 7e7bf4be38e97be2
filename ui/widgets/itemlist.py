"""The list of a chapter on screen: sections and items down, a column per host across, and what is selected."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.screen.chapterlist import ChapterList, ItemRow, Look, Row, SectionRow, first_of_interest
from app.screen.presentation import Kind
from ui.explained import explain
from ui.models.findings import FIRST_HOST, ITEM, ROW_ROLE, SEVERITY, FindingsModel
from ui.selection import ranges
from ui.text import Paragraph
from ui.theme import Theme
from ui.widgets.basics import frame
from ui.widgets.buttons import button
from ui.widgets.emptystate import EmptyState
from ui.widgets.frozen import FrozenTable
from ui.widgets.itemcells import FindingsDelegate

Place = tuple[str, str | None]  # item and target; None: site-wide
_ITEM, _ITEM_LEAST = 250, 205  # pixels: a title reads well on two lines, and just so
_HOST_LEAST, _HOST_MOST = 76, 150  # pixels of a host's column
_ITEM_MOST = 720  # pixels: the longest title on one line
_ITEM_BARE = 168  # pixels of a title beside hosts without words
_IN_SIGHT = 3  # hosts that are to be seen beside the titles, without their words if need be
_BARE_SEVERITY = 46  # pixels of a severity without its word
_MANY = 12  # hosts from which on all columns are of one width
_NOBODY = frozenset({Kind.NOTAPPLICABLE, Kind.NOTSELECTED})


class ItemList(QWidget):
    """Shows a ChapterList; tells which place is current and which are selected."""

    place_changed = Signal()
    selection_changed = Signal()
    section_toggled = Signal(str)  # a section's number
    answer_wanted = Signal()
    all_wanted = Signal()  # show every item again
    menu_wanted = Signal(QPoint)  # for what is selected, at that place of the screen

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.place: Place | None = None
        self.model = FindingsModel(self)
        self.table = FrozenTable(FIRST_HOST)
        self.table.setAccessibleName(self.tr("Items of this chapter"))
        explain(
            self.table,
            self.tr(
                "Arrow keys lead from result to result; with Shift several are chosen. Return leads to the answer, or "
                "opens what a section is about. N: the next undecided one; P, F, A, W: answer; Ctrl+F: "
                "search."
            ),
        )
        self._delegate = FindingsDelegate(theme, self.table, self.model)
        self.table.setItemDelegate(self._delegate)
        self.table.setModel(self.model)
        self.table.set_row_height(self._delegate.row)
        self.table.setMinimumWidth(300)
        self.table.selectionModel().currentChanged.connect(self._current_changed)
        self.table.selectionModel().selectionChanged.connect(lambda _a, _b: self._selection_changed())
        self.table.pressed_key.connect(self._pressed)
        self.table.horizontalScrollBar().valueChanged.connect(self._scrolled)
        for view in (self.table, self.table.front):
            view.clicked.connect(self._clicked)
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            ask = lambda place, view=view: self.menu_wanted.emit(view.viewport().mapToGlobal(place))  # noqa: E731 - of one line
            view.customContextMenuRequested.connect(ask)
        empty = EmptyState(
            theme,
            "funnel",
            self.tr("Nothing matches"),
            self.tr("No item of this chapter matches the filters and the search."),
            button(self.tr("Show all items"), self.all_wanted.emit),
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self._build_bar())
        self._list: ChapterList | None = None
        self._titles: tuple[tuple[str, ...], QFont, list[int]] | None = None

    def _build_bar(self) -> QWidget:
        self.bar = frame("bar")
        line = QHBoxLayout(self.bar)
        line.setContentsMargins(14, 8, 14, 8)
        line.setSpacing(8)
        self.count = Paragraph(role="strong")
        line.addWidget(self.count, 1)
        line.addWidget(button(self.tr("Clear selection"), self._clear, role="flat"))
        self.answer = button(self.tr("Answer…"), self.answer_wanted.emit, role="primary")
        line.addWidget(self.answer)
        self.bar.hide()
        return self.bar

    # --- showing ------------------------------------------------------------------------------------------------

    def show_rows(self, found: ChapterList, rows: Sequence[Row], targets: Sequence[str]) -> None:
        """Show these rows; the same items keep place, selection and scroll position."""
        self._list = found
        before = self.place
        same = self.model.set_rows(rows, targets)
        self.stack.setCurrentIndex(0 if rows else 1)
        if not same:
            self._span()
        self.fit()
        if before is not None and not self.table.currentIndex().isValid():
            self.select(*before)
        self._selection_changed()

    def _span(self) -> None:
        """Headings go over all columns, a site-wide item's badge over all hosts."""
        self.table.clearSpans()
        self.table.front.clearSpans()
        columns = self.model.columnCount()
        for place, row in enumerate(self.model.rows):
            if not isinstance(row, ItemRow):
                self.table.setSpan(place, 0, 1, columns)
                self.table.front.setSpan(place, 0, 1, FIRST_HOST)
            elif row.site_wide and columns - FIRST_HOST > 1:
                self.table.setSpan(place, FIRST_HOST, 1, columns - FIRST_HOST)

    def _fit_rows(self) -> None:
        for place, row in enumerate(self.model.rows):
            delegate = self._delegate
            height = delegate.section_height(row) if isinstance(row, SectionRow) else delegate.item_height(row)
            if self.table.rowHeight(place) != height:
                self.table.setRowHeight(place, height)

    @Slot()
    def _scrolled(self) -> None:
        """What spans all hosts stays where it is while they scroll; Qt would move its picture with them."""
        table = self.table
        first = max(0, table.rowAt(0))
        last = table.rowAt(table.viewport().height() - 1)
        rows = self.model.rows
        for place in range(first, (last if last >= 0 else len(rows) - 1) + 1):
            row = rows[place]
            if isinstance(row, SectionRow) or row.site_wide:
                high = table.rowHeight(place)
                table.viewport().update(0, table.rowViewportPosition(place), table.viewport().width(), high)

    def size_columns(self) -> None:
        """Give each host what its badges need, and the titles the rest."""
        titles = self._title_widths()
        width = self.table.viewport().width()
        room = width - _BARE_SEVERITY - _ITEM_LEAST
        needs = self._needs(titles, _NOBODY)
        # A host that did not answer has one word all the way down, and the longest: its shape says it as well.
        self._delegate.brief = brief = sum(needs[:_IN_SIGHT]) > room
        if brief:
            needs = self._needs(titles, _NOBODY | {Kind.UNSEEN})
        if sum(needs[:_IN_SIGHT]) > room:  # the end of a host's name is less than all words below it
            titles = [min(title, self._delegate.bare_widths[1]) for title in titles]
            needs = self._needs(titles, _NOBODY | {Kind.UNSEEN})
        self._delegate.bare = bare = sum(needs[:_IN_SIGHT]) > room
        if bare:  # shapes without words: the tool tip, a screen reader and the detail have them
            least, most = self._delegate.bare_widths
            needs = [min(max(title, least), most) for title in titles]
            if sum(needs) > width - _BARE_SEVERITY - _ITEM_BARE:
                needs = [least] * len(needs)
        for column, need in enumerate(needs, FIRST_HOST):
            if self.table.columnWidth(column) != need:
                self.table.setColumnWidth(column, need)
        total = sum(needs)
        severity = 92 if width - total - 92 >= _ITEM else _BARE_SEVERITY
        self.table.setColumnWidth(SEVERITY, severity)
        room = width - severity - total
        if room < (_ITEM_BARE if bare else _ITEM_LEAST):  # the hosts scroll, and the titles get their room
            room = _ITEM_BARE + 10 if bare else min(_ITEM, max(190, width - severity - 120))
        self.table.setColumnWidth(ITEM, room)

    def enough(self) -> int:
        """Pixels beyond which the list only grows a gap between titles and results."""
        hosts = range(FIRST_HOST, self.model.columnCount())
        return _ITEM_MOST + self.table.columnWidth(SEVERITY) + sum(map(self.table.columnWidth, hosts))

    def _title_widths(self) -> list[int]:
        """Pixels that the titles of the hosts' columns ask for, measured once for the same hosts in the same font."""
        header = self.table.horizontalHeader()
        names, font = self.model.targets, header.font()
        if self._titles is None or self._titles[0] is not names or self._titles[1] != font:
            columns = range(FIRST_HOST, self.model.columnCount())
            titles = (str(self.model.headerData(one, Qt.Orientation.Horizontal) or "") for one in columns)
            measure = header.fontMetrics().horizontalAdvance
            self._titles = (names, font, [min(_HOST_MOST, measure(title) + 24) for title in titles])
        return self._titles[2]

    def _needs(self, titles: Sequence[int], wordless: frozenset[Kind]) -> list[int]:
        """Pixels that each host's column asks for; of many hosts, the same for all."""
        names = self.model.targets or (None,)
        if len(names) > _MANY:
            every = self._list.all_looks if self._list is not None else ()
            return [self._need(every, max(titles), wordless)] * len(names)
        looks = [self._list.looks(name) if self._list is not None else () for name in names]
        return [self._need(some, title, wordless) for some, title in zip(looks, titles, strict=True)]

    def _need(self, looks: Iterable[Look], title: int, wordless: frozenset[Kind]) -> int:
        widths = (self._delegate.width_of(look) for look in looks if look.kind not in wordless or look.standing)
        return max(title, _HOST_LEAST, *widths)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.fit)

    @Slot()
    def fit(self) -> None:
        """The width or what is listed has changed."""
        self.size_columns()
        self._fit_rows()

    # --- the current place --------------------------------------------------------------------------------------

    def select(self, item: str, target: str | None) -> bool:
        """Make that finding the current one; False where the list doesn't show it."""
        index = self.model.index_of(item, target)
        if not index.isValid():
            return False
        self.place = (item, target)
        self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.table.scrollTo(index)
        return True

    def select_first(self) -> None:
        """Make the worst finding of the first item that has one the current one."""
        items = self.model.items()
        row = next((one for one in items if one.cells), next(iter(items), None))
        if row is not None:
            target = first_of_interest(row, self.model.targets)
            index = self.model.index_of(row.rule.id, target)
            self.table.setCurrentIndex(index if index.isValid() else self.model.index(1, ITEM))

    def current(self) -> ItemRow | None:
        """The item on show, if the list has it."""
        return self.model.item(self.place[0]) if self.place is not None else None

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
        self.place = (row.rule.id, finding.measured.target if finding is not None else target)
        self.place_changed.emit()

    # --- the selection ------------------------------------------------------------------------------------------

    def selected(self) -> tuple[Place, ...]:
        """The selected findings; of several cells, a title stands for its item on every host that it concerns."""
        places: dict[Place, None] = {}
        chosen = ranges(self.table)
        several = sum(one.width() * one.height() for one in chosen) > 1
        targets, rows = self.model.targets, self.model.rows
        for one in chosen:
            columns = range(max(0, one.left() - FIRST_HOST), one.right() - FIRST_HOST + 1)
            for row in rows[one.top() : one.bottom() + 1]:
                if not isinstance(row, ItemRow):
                    continue
                found = (row.cell(target) for target in (targets[place] for place in columns if targets))
                places.update(((row.rule.id, cell.measured.target), None) for cell in found if cell is not None)
                if several and one.left() < FIRST_HOST:
                    concerned = (target for target, look in row.looks.items() if look.kind not in _NOBODY)
                    places.update(((row.rule.id, target), None) for target in concerned)
        return tuple(places)

    def _selection_changed(self) -> None:
        selected = self.selected()
        items, hosts = len({item for item, _ in selected}), len({target for _, target in selected} - {None})
        text = self.tr("{n} selected")
        if items > 1 and hosts > 1:
            text = self.tr("{n} selected: {items} items on {hosts} hosts")
        elif items > 1:
            text = self.tr("{n} selected: {items} items")
        self.count.setText(text.format(n=len(selected), items=items, hosts=hosts))
        self.bar.setVisible(len(selected) > 1)
        self.selection_changed.emit()

    @Slot()
    def _clear(self) -> None:
        if self.place is not None:
            self.select(*self.place)
        self.table.setFocus()

    # --- sections -----------------------------------------------------------------------------------------------

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, SectionRow):
            self.section_toggled.emit(row.section.id)

    @Slot(QModelIndex)
    def _pressed(self, index: QModelIndex) -> None:
        row = index.data(ROW_ROLE)
        if isinstance(row, SectionRow):
            self.section_toggled.emit(row.section.id)
        elif isinstance(row, ItemRow):
            self.answer_wanted.emit()
