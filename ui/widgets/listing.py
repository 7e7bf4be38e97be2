"""A table of flat rows that fills its page: one look for answers, changes and history."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from ui.models.table import TableModel
from ui.theme import Theme
from ui.widgets.rowtable import RowTable

_ROW, _HIGH = 36, 46  # pixels of a row, and of one with two lines
_LEAST = 64  # pixels of a column with words where there is no room for all
_SHORT = 160  # pixels of a column that is cut; with less, short words go on a second line to leave it more
_NEARLY = 1.2  # times its part, at which a column gets all that it needs: a date isn't cut for some pixels
_MEASURED = 40  # rows by which columns are sized; a person sees no more


class Listing(RowTable):
    """Badges and short words are never cut; long ones share what is left, until a person sets a column's width.

    Where that is less than they ask for, each row has two lines.
    """

    def __init__(self, theme: Theme, model: TableModel[Any], name: str) -> None:
        super().__init__(theme, _ROW)
        self._theme = theme
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
        columns = range(self._columns.columnCount())
        needs = [self._needs(column) for column in columns]
        cut = sum(needs) > self.viewport().width()
        self.cells.lines = 2 if cut else 1
        self.verticalHeader().setDefaultSectionSize(self._theme.scaled(_HIGH if cut else _ROW))
        widths = self._shared(needs)
        if any(width < min(need, self._theme.scaled(_SHORT)) for width, need in zip(widths, needs, strict=True)):
            widths = self._shared([self._needs(column, folded=True) for column in columns])
        self._fitting = True
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._fitting = False

    def _shared(self, needs: Sequence[int]) -> list[int]:
        """Pixels of each column: those that need little get it whole, the others their part of the rest."""
        part = self._columns.part
        cut = [column for column in range(len(needs)) if not self._columns.has_badges(column)]
        cut.sort(key=lambda column: needs[column] / part(column))
        room = self.viewport().width() - sum(needs) + sum(needs[column] for column in cut)
        widths = list(needs)
        for place, column in enumerate(cut):
            share = room * part(column) // sum(map(part, cut[place:]))
            widths[column] = needs[column] if needs[column] <= _NEARLY * share else max(self._least, share)
            room -= widths[column]
        return widths

    def _needs(self, column: int, *, folded: bool = False) -> int:
        """Pixels for the title and for the widest cell in sight, ``folded`` on two lines."""
        title = str(self._columns.headerData(column, Qt.Orientation.Horizontal))
        width = self.horizontalHeader().fontMetrics().horizontalAdvance(title) + 20
        shown = self._columns.shown(column, max(0, self.rowAt(0)), _MEASURED)
        return max([width, *(self.cells.width_of(*one, folded=folded) for one in shown)])

    @Slot(int, int, int)
    def _resized(self, column: int, _old: int, _new: int) -> None:
        if not self._fitting and column < self._columns.columnCount() - 1:
            self._mine = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
