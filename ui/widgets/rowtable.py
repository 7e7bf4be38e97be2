"""A table of whole rows, to read and to choose from: one look, whatever it lists."""

from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.theme import Theme
from ui.widgets.cells import CellDelegate


class RowTable(QTableView):
    """``cells`` paints what stands in it; ``row`` is how high one is, in pixels."""

    def __init__(self, theme: Theme, row: int) -> None:
        super().__init__()
        self.cells = CellDelegate(theme, self)
        self.setItemDelegate(self.cells)
        self.setProperty("framed", "true")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(row))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
