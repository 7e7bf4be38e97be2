"""A table of flat rows that fills its page: one look for answers, changes and history."""

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.theme import Theme
from ui.widgets.cells import CellDelegate

_ROW = 36  # pixels


class Listing(QTableView):
    """``widths`` are pixels of the columns; the last one takes the rest."""

    def __init__(self, theme: Theme, model: QAbstractItemModel, name: str, widths: tuple[int, ...]) -> None:
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
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
