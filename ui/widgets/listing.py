"""A table of flat rows that fills its page: one look for answers, changes and history."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.presentation import Kind
from ui.models.table import TableModel
from ui.theme import Theme
from ui.widgets.badge import badge_size
from ui.widgets.cells import CellDelegate
from ui.words import kind_word

_ROW = 36  # pixels
_LAST = 220  # pixels that the last column has before the others grow
_MOST = 2.2  # times its own width that a column becomes


class Listing(QTableView):
    """``widths`` are pixels of the columns, which badges may widen; the last one takes the rest.

    In a wide window the columns with words grow, until a person sets the width of one.
    """

    def __init__(self, theme: Theme, model: TableModel[Any], name: str, widths: tuple[int, ...]) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(CellDelegate(theme, self))
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
        font = theme.font("small", QFont.Weight.DemiBold)
        badge = max(badge_size(font, kind_word(kind)).width() for kind in Kind) + 16  # the longest word of the language
        wide = [theme.scaled(width) for width in widths]
        self._grows = [not model.has_badges(column) for column in range(len(wide))]
        self._widths = [one if grows else max(one, badge) for one, grows in zip(wide, self._grows, strict=True)]
        self._usual = sum(self._widths) + theme.scaled(_LAST)  # pixels at which each column has its own width
        self._mine = True
        self._fit(self._usual)
        self.horizontalHeader().sectionResized.connect(self._resized)

    def _fit(self, width: int) -> None:
        share = min(_MOST, max(1.0, width / self._usual))
        self._fitting = True
        for column, (own, grows) in enumerate(zip(self._widths, self._grows, strict=True)):
            self.setColumnWidth(column, round(own * share) if grows else own)
        self._fitting = False

    @Slot(int, int, int)
    def _resized(self, column: int, _old: int, _new: int) -> None:
        if not self._fitting and column < len(self._widths):
            self._mine = False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        if self._mine and event.size().width() != event.oldSize().width():
            self._fit(event.size().width())
        super().resizeEvent(event)
