"""The hosts table: sorted and filtered, its selection held by name, as many columns as there is room for."""

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from app import hostrows
from app.hostrows import HostRow
from app.report.visible import one_line
from ui.explained import explain
from ui.models import hosts as columns
from ui.text import elided_middle
from ui.theme import Theme
from ui.widgets.badge import tag
from ui.widgets.rowtable import RowTable

# Width in pixels at most, for each column but the last, which takes what is left.
_MOST = {
    columns.NAME: 190, columns.ADDRESS: 190, columns.ROLE: 72, columns.PLATFORM: 170, columns.LOGIN: 100,
    columns.KEY: 122, columns.RIGHTS: 116, columns.LATENCY: 92, columns.AUDITED: 96, columns.TAGS: 140,
}  # fmt: skip
# Which column goes first where there is no room for all.
_EXPENDABLE = (
    columns.KEY, columns.LOGIN, columns.ROLE, columns.TAGS, columns.LATENCY, columns.AUDITED, columns.RIGHTS,
    columns.PLATFORM, columns.ADDRESS,
)  # fmt: skip
_NICE = frozenset({columns.KEY, columns.LOGIN})  # which go before anything else is cut
_CUT = (columns.NAME, columns.PLATFORM, columns.ADDRESS, columns.TAGS)  # which are shown whole where there is room
_ROW = 38  # pixels
_HOT = QPoint(-10, -6)  # pixels: what is carried hangs below the mouse, not over the place to drop it
_NAMED = 40  # characters of a name that is carried
_ROWS = "application/x-bartizan-rows"  # what a drag of rows carries
_MEASURED = 40  # rows by which columns are sized; a person sees no more
_STATE, _STATE_MOST = 160, 260  # pixels that the state has at least, and for which others are cut


class HostTable(RowTable):
    """Shows rows of app.hostrows; what is selected stays selected by name, whatever is sorted, filtered or added."""

    picked = Signal()  # another selection, or a click on what is selected
    opened = Signal()  # Return or a double click: edit what is selected
    delete = Signal()
    dropped = Signal(object)  # names of the machines from the place on where the selection was let go

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _ROW)
        self._theme = theme
        self._listed: tuple[HostRow, ...] = ()
        self._text = ""
        self._sorted: tuple[int, bool] | None = None  # column, whether descending
        self._restoring = False
        self._fitted: frozenset[int] = frozenset()  # columns that had something to show when they were fitted
        self.rows_model = columns.hosts_model(self)
        self.setModel(self.rows_model)
        self.setAccessibleName(self.tr("Hosts of this audit"))
        explain(
            self,
            self.tr(
                "Up and Down choose a host, with Shift or Ctrl several. Return leads to its settings, Delete takes it "
                "out of the audit, Alt+Up and Alt+Down move it, Ctrl+T tests its connection."
            ),
        )
        header = self.horizontalHeader()
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort_by)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.viewport().setAcceptDrops(True)
        self._line: int | None = None  # where the selection would go: pixels from the top
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self._tell())
        self.clicked.connect(lambda _index: self.picked.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    # --- rows ---------------------------------------------------------------------------------------------------

    def set_rows(self, listed: Sequence[HostRow]) -> None:
        """Show these in the order and with the filter that a person chose."""
        self._listed = tuple(listed)
        self._arrange()

    def set_filter(self, text: str) -> None:
        """Only rows that hold all words of the text."""
        self._text = text
        self._arrange()

    @property
    def sorted_by_person(self) -> bool:
        """Whether a column's order hides the audit's own."""
        return self._sorted is not None

    def _arrange(self) -> None:
        key = columns.SORT_KEYS[self._sorted[0]] if self._sorted is not None else None
        reverse = self._sorted is not None and self._sorted[1]
        shown = hostrows.arranged(self._listed, self._text, key, reverse=reverse)
        before = [row.name for row in self.rows_model.rows()]
        if before == [row.name for row in shown]:
            self.rows_model.set_rows(shown)
            if self._filled() != self._fitted:
                self.fit()
            return
        names = {(row.parent, row.name) for row in self.selected()}
        current = self.current()
        self._restoring = True
        self.rows_model.set_rows(shown)
        self._select(names, (current.parent, current.name) if current is not None else None)
        self._restoring = False
        self.fit()
        if names != {(row.parent, row.name) for row in self.selected()}:
            self.picked.emit()

    def _select(self, names: set[tuple[str, str]], current: tuple[str, str] | None) -> None:
        chosen = QItemSelection()
        last = self.rows_model.columnCount() - 1
        model = self.selectionModel()
        model.clear()
        if not names and current is None:
            return
        for place, row in enumerate(self.rows_model.rows()):
            if (row.parent, row.name) in names:
                chosen.select(self.rows_model.index(place, 0), self.rows_model.index(place, last))
            if (row.parent, row.name) == current:
                model.setCurrentIndex(self.rows_model.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def current(self) -> HostRow | None:
        """The row that has the keyboard."""
        place = self.currentIndex().row()
        return self.rows_model.row(place) if 0 <= place < self.rows_model.rowCount() else None

    def select_names(self, names: Sequence[str]) -> None:
        """Select these machines of the audit and scroll to the first."""
        wanted = {(row.parent, row.name) for row in self.rows_model.rows() if row.name in names and not row.found}
        first = next((row for row in self.rows_model.rows() if (row.parent, row.name) in wanted), None)
        self._restoring = True
        self._select(wanted, (first.parent, first.name) if first is not None else None)
        self._restoring = False
        if first is not None:
            self.scrollTo(self.currentIndex())
        self.picked.emit()

    def _tell(self) -> None:
        if not self._restoring:
            self.picked.emit()

    # --- order and columns --------------------------------------------------------------------------------------

    @Slot(int)
    def _sort_by(self, column: int) -> None:
        """Up, down, and back to the audit's own order."""
        self._sorted = {None: (column, False), (column, False): (column, True), (column, True): None}.get(
            self._sorted, (column, False)
        )
        header = self.horizontalHeader()
        header.setSortIndicatorShown(self._sorted is not None)
        if self._sorted is not None:
            order = Qt.SortOrder.DescendingOrder if self._sorted[1] else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(column, order)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def fit(self) -> None:
        """Show as many columns as there is room for, those that matter most before the others."""
        header = self.horizontalHeader()
        self._fitted = self._filled()
        widths, needs = {}, {column: self._needs(column) + 8 for column in _MOST}
        for column, most in _MOST.items():
            title = (
                header.fontMetrics().horizontalAdvance(
                    str(self.rows_model.headerData(column, Qt.Orientation.Horizontal))
                )
                + 26
            )
            widths[column] = max(min(most, max(60, needs[column])), title)
        shown = [column for column in _MOST if column in self._fitted]
        whole = {one: max(needs[one], widths[one]) if one in _CUT else widths[one] for one in shown}
        for column in _EXPENDABLE:
            asked = whole if column in _NICE else widths
            if sum(asked[one] for one in shown) + _STATE <= self.viewport().width():
                continue
            if column in shown:
                shown.remove(column)
        state = min(max(_STATE, self._needs(columns.STATE) + 8), _STATE_MOST)
        spare = self.viewport().width() - sum(widths[one] for one in shown) - state
        for column in _CUT:
            if column in shown and spare > 0:
                more = max(0, min(spare, needs[column] - widths[column]))
                widths[column] += more
                spare -= more
        for column, width in widths.items():
            self.setColumnHidden(column, column not in shown)
            if column in shown:
                self.setColumnWidth(column, width)

    def _needs(self, column: int) -> int:
        """Pixels for the widest cell; Qt would ask for each part of each cell, which takes ten times as long."""
        delegate, shown = self.cells, self.rows_model.shown(column, max(0, self.rowAt(0)), _MEASURED)
        return max((delegate.width_of(*one) for one in shown), default=0)

    def _filled(self) -> frozenset[int]:
        """Columns in which some row has something to show."""
        text = self.rows_model.text
        rows = [row for row in self._listed if not row.found]
        rows += islice((row for row in self._listed if row.found), 1)  # of thousands, one shows what another does
        filled = frozenset(one for one in _MOST if one == columns.NAME or any(text(row, one) for row in rows))
        # Names of an SSH config are their own addresses, which nobody has to read twice.
        named = all(text(row, columns.ADDRESS) == text(row, columns.NAME) for row in rows)
        return filled - {columns.ADDRESS} if named else filled

    # --- dragging -----------------------------------------------------------------------------------------------

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's name
        """Carry the selected machines of the audit; nothing where a column sorts them, for that order isn't theirs."""
        if self.carried().hasFormat(_ROWS):
            drag = QDrag(self)
            drag.setMimeData(self.carried())
            drag.setPixmap(self._label())
            drag.setHotSpot(_HOT)
            drag.exec(Qt.DropAction.MoveAction)

    def _label(self) -> QPixmap:
        """What hangs at the mouse: the name that is carried, or how many are."""
        names = [row.name for row in self.selected() if not row.found]
        one, many = elided_middle(one_line(names[0]), _NAMED), self.tr("{n} hosts").format(n=len(names))
        return tag(self._theme, one if len(names) == 1 else many, self.devicePixelRatioF())

    def carried(self) -> QMimeData:
        """What a drag of the selection carries: that it is one, of this table."""
        data = QMimeData()
        if not self.sorted_by_person and any(not row.found for row in self.selected()):
            data.setData(_ROWS, str(id(self)).encode())
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        self._consider(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        self._mark(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if self._consider(event):
            row = self._row_below(event.position().toPoint())
            self._mark(None)
            self.dropped.emit([one.name for one in self.rows_model.rows()[row:] if not one.found])

    def _consider(self, event: QDropEvent) -> bool:
        """Take our own rows; anything else, such as a file, is the window's."""
        if bytes(event.mimeData().data(_ROWS).data()) != str(id(self)).encode():
            event.ignore()
            return False
        row = self._row_below(event.position().toPoint())
        last = self.rows_model.rowCount() - 1
        self._mark(self.rowViewportPosition(row) if row <= last else self.rowViewportPosition(last) + self.rowHeight(0))
        event.acceptProposedAction()
        return True

    def _row_below(self, place: QPoint) -> int:
        """The row in front of which something let go there comes."""
        row = self.rowAt(place.y())
        if row < 0:
            return self.rows_model.rowCount()
        return row + (place.y() > self.rowViewportPosition(row) + self.rowHeight(row) // 2)

    def _mark(self, line: int | None) -> None:
        if line != self._line:
            self._line = line
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        super().paintEvent(event)
        if self._line is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.colour("accent"), 3))
            painter.drawLine(0, max(1, self._line), self.viewport().width(), max(1, self._line))
            painter.end()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(600, 300)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected():
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.selected():
            self.delete.emit()
        else:
            super().keyPressEvent(event)
