"""A table of whole rows, to read and to choose from: one look, whatever it lists."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.selection import ranges
from ui.theme import Theme
from ui.turns import in_turns
from ui.widgets.cells import CellDelegate
from ui.widgets.rowmenu import RowMenu

_AT_ONCE = 400  # rows that are copied in one go


class RowTable(QTableView):
    """Shows a ui.models.table.TableModel: ``cells`` paints what stands in it; ``row`` is a row's height in pixels."""

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
        self._fill_menu: Callable[[RowMenu], object] | None = None
        self._copying: list[str] = []  # what was asked for last

    # --- what is selected ---------------------------------------------------------------------------------------

    def selected(self) -> tuple[Any, ...]:
        """The rows that are selected, from top to bottom."""
        places = sorted({place for one in ranges(self) for place in range(one.top(), one.bottom() + 1)})
        rows = self.model().rows()  # type: ignore[attr-defined]  # a TableModel
        return tuple(rows[place] for place in places if place < len(rows))

    def copy(self) -> None:
        """Put the selected rows onto the clipboard, if there are any: a line each, with tabs between the cells.

        Few are there at once; all of a large audit take turns.
        """
        rows = self.selected()
        lines: list[str] = []
        self._copying = lines
        bits = self._copy_bits(rows, lines)
        if rows and next(bits, bits) is not bits:
            in_turns(self, bits, lambda: self._copying is lines)

    def _copy_bits(self, rows: Sequence[Any], lines: list[str]) -> Iterator[None]:
        line = self.model().line  # type: ignore[attr-defined]  # a TableModel
        for first in range(0, len(rows), _AT_ONCE):
            if first:
                yield
            lines += map(line, rows[first : first + _AT_ONCE])
        QGuiApplication.clipboard().setText("\n".join(lines))

    def have_menu(self, fill: Callable[[RowMenu], object]) -> None:
        """Let ``fill`` say what can be done with what is selected, each time that somebody asks."""
        self._fill_menu = fill

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Beside the row that was clicked, or by the key at the current one; none where nothing can be done."""
        at = event.pos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.scrollTo(self.currentIndex())
            at = self.visualRect(self.currentIndex()).center()
        if self._fill_menu is None or not self.indexAt(at).isValid() or not self.selectionModel().hasSelection():
            super().contextMenuEvent(event)
            return
        menu = RowMenu(self)
        self._fill_menu(menu)
        if menu.isEmpty():
            menu.deleteLater()
            return
        self.model().modelReset.connect(menu.close)  # what it speaks of may be no more
        menu.popup(self.viewport().mapToGlobal(at))

    # --- the mouse ----------------------------------------------------------------------------------------------

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
