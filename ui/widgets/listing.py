"""A table of flat rows that fills its page: one look for answers, changes and history."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from ui.models.table import TableModel
from ui.theme import Theme
from ui.widgets.rowtable import RowTable

_ROW = 36  # pixels
_LEAST = 64  # pixels of a column with words where there is no room for all
_MEASURED = 40  # rows by which columns are sized; a person sees no more


class Listing(RowTable):
    """Badges and short words are never cut; long ones share what is left, until a person sets a column's width."""

    def __init__(self, theme: Theme, model: TableModel[Any], name: str) -> None:
        super().__init__(theme, _ROW)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._columns = model
        self._least = theme.scaled(_LEAST)
        self._mine = True
        self._fitting = False
        model.modelReset.connect(self._fit)
        model.dataChanged.connect(self._fit)
        self.horizontalHeader().sectionResized.connect(self._resized)

    @Slot()
    def _fit(self) -> None:
        """Give each column what it has to show, or its part of the room."""
        if not self._mine:
            return
        needs = [self._needs(column) for column in range(self._columns.columnCount())]
        cut = sorted((need, column) for column, need in enumerate(needs) if not self._columns.has_badges(column))
        room = self.viewport().width() - sum(needs) + sum(need for need, _ in cut)
        widths = needs.copy()
        for place, (need, column) in enumerate(cut):  # who needs little gets it whole
            widths[column] = min(need, max(self._least, room // (len(cut) - place)))
            room -= widths[column]
        self._fitting = True
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._fitting = False

    def _needs(self, column: int) -> int:
        """Pixels for the title and for the widest cell in sight."""
        title = str(self._columns.headerData(column, Qt.Orientation.Horizontal))
        width = self.horizontalHeader().fontMetrics().horizontalAdvance(title) + 20
        shown = self._columns.shown(column, max(0, self.rowAt(0)), _MEASURED)
        return max([width, *(self.cells.width_of(*one) for one in shown)])

    @Slot(int, int, int)
    def _resized(self, column: int, _old: int, _new: int) -> None:
        if not self._fitting and column < self._columns.columnCount() - 1:
            self._mine = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
