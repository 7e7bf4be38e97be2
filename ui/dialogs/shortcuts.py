"""Every shortcut on one page, read from the menus so that it can't go stale."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from ui.text import PlainLabel
from ui.widgets.basics import Scroller


class ShortcutsDialog(QDialog):
    """Action and keys, in the order of the menus."""

    def __init__(self, parent: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(460, 560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.addWidget(PlainLabel(self.tr("Keyboard shortcuts"), "title"))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for line, (text, keys) in enumerate([*self._of_menus(actions), *self._others()]):
            grid.addWidget(PlainLabel(text), line, 0)
            grid.addWidget(PlainLabel(keys, "strong"), line, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        column.addWidget(Scroller(inner), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _of_menus(self, actions: Sequence[QAction]) -> list[tuple[str, str]]:
        return [
            (action.text().replace("&", "").rstrip("…"), _keys(action.shortcut()))
            for action in actions
            if not action.shortcut().isEmpty()
        ]

    def _others(self) -> list[tuple[str, str]]:
        return [
            (self.tr("From the steps to the page and back"), "F6"),
            (self.tr("Back, next"), "Alt+← , Alt+→"),
            (self.tr("Go to a step"), "Ctrl+1 … Ctrl+9"),
            (self.tr("Select several results"), "Shift+↑ ↓ ← →"),
            (self.tr("Next find in the evidence"), "F3"),
        ]


def _keys(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def show(parent: QWidget, actions: Sequence[QAction]) -> None:
    """Open it without holding up the window."""
    dialog = ShortcutsDialog(parent, actions)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
