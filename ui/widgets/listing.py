"""A table of flat rows that fills its page: one look for answers, changes and history."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.presentation import Kind
from ui.models.table import TableModel
from ui.theme import Theme
from ui.widgets.badge import badge_size
from ui.widgets.cells import CellDelegate
from ui.words import kind_word

_ROW = 36  # pixels
_LAST = 150  # pixels that the last column has before the others grow
_LEAST = 64  # pixels of a column with words where there is no room for all
_MEASURED = 40  # rows by which columns are sized; a person sees no more


class Listing(QTableView):
    """``widths`` are pixels of the columns with words where room is short; the last one has what is left.

    Badges are never cut. What room there is goes to the words that need it, until a person sets the width of one.
    """

    def __init__(self, theme: Theme, model: TableModel[Any], name: str, widths: tuple[int, ...]) -> None:
        super().__init__()
        self.setModel(model)
        delegate = CellDelegate(theme, self)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setProperty("framed", "true")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(_ROW))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self._columns = model
        self._delegate = delegate
        self._own = [theme.scaled(width) for width in (*widths, _LAST)]
        self._least = theme.scaled(_LEAST)
        font = theme.font("small", QFont.Weight.DemiBold)
        self._badge = max(badge_size(font, kind_word(kind)).width() for kind in Kind) + 16  # the language's longest
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
        room = self.viewport().width()
        needs = [self._needs(column) for column in range(len(self._own))]
        words = [not self._columns.has_badges(column) for column in range(len(self._own))]
        widths = [min(need, own) if word else need for need, own, word in zip(needs, self._own, words, strict=True)]
        spare = room - sum(widths)
        if spare < 0:
            gives = [max(0, width - self._least) if word else 0 for width, word in zip(widths, words, strict=True)]
            share = min(1.0, -spare / max(1, sum(gives)))
            widths = [round(width - give * share) for width, give in zip(widths, gives, strict=True)]
        wants = sorted((need - width, column) for column, (need, width) in enumerate(zip(needs, widths, strict=True)))
        for place, (want, column) in enumerate(wants):  # who needs little gets it whole
            more = max(0, min(want, spare // (len(wants) - place)))
            widths[column] += more
            spare -= more
        self._fitting = True
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._fitting = False

    def _needs(self, column: int) -> int:
        """Pixels for the title and for the widest cell in sight."""
        title = str(self._columns.headerData(column, Qt.Orientation.Horizontal))
        width = self.horizontalHeader().fontMetrics().horizontalAdvance(title) + 20
        if self._columns.has_badges(column):
            return max(width, self._badge)
        shown = self._columns.shown(column, max(0, self.rowAt(0)), _MEASURED)
        return max([width, *(self._delegate.width_of(*one) for one in shown)])

    @Slot(int, int, int)
    def _resized(self, column: int, _old: int, _new: int) -> None:
        if not self._fitting and column < len(self._own) - 1:
            self._mine = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
