"""A table of whole rows, to read and to choose from: one look, whatever it lists."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.theme import Theme
from ui.widgets.cells import CellDelegate


class RowTable(QTableView):
    """``cells`` paints what stands in it; ``row`` is how high one is, in pixels."""

    def __init__(self, theme: Theme, row: int) -> None:
        super().__init__()
        self.cells = CellDelegate(theme, self)
        self.cells.over = -1
        self.setItemDelegate(self.cells)
        self.setProperty("framed", "true")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(row))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)  # a title that is cut says so
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseMoveEvent(event)
        self._point_at(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().leaveEvent(event)
        self._point_at(-1)

    def _point_at(self, row: int) -> None:
        """The mouse is over that row, and a click would take all of it."""
        if row == self.cells.over:
            return
        before, self.cells.over = self.cells.over, row
        for one in (before, row):
            if one is not None and one >= 0:
                width = self.viewport().width()
                self.viewport().update(0, self.rowViewportPosition(one), width, self.rowHeight(one))
