"""A table of flat rows that fills its page: one look for answers, changes and history."""

from typing import Any

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableView

from app.presentation import Kind
from ui.models.table import TableModel
from ui.theme import Theme
from ui.widgets.badge import badge_size
from ui.widgets.cells import CellDelegate
from ui.words import kind_word

_ROW = 36  # pixels


class Listing(QTableView):
    """``widths`` are pixels of the columns, which badges may widen; the last one takes the rest."""

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
        for column, width in enumerate(widths):
            wide = theme.scaled(width)
            self.setColumnWidth(column, max(wide, badge) if model.has_badges(column) else wide)
