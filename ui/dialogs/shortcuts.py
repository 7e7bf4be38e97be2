"""Every shortcut on one page, read from the menus so that it can't go stale."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QMenu, QVBoxLayout, QWidget

from ui.text import PlainLabel
from ui.widgets.basics import Card, Scroller

_KEYS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
Line = tuple[str, str]  # what it does, and its keys


class ShortcutsDialog(QDialog):
    """Action and keys, a card for each menu and one for what no menu has."""

    def __init__(self, parent: QWidget, menus: Sequence[QMenu]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(520, min(720, parent.height()))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Keyboard shortcuts"), "title"))
        inner = QWidget()
        cards = QVBoxLayout(inner)
        cards.setContentsMargins(0, 0, 8, 0)
        cards.setSpacing(12)
        groups = [(_plain(menu.title()), list(lines_of(menu))) for menu in menus]
        for heading, lines in (*groups, (self.tr("Where the keyboard is"), self._others())):
            if lines:
                cards.addWidget(self._card(heading, lines))
        cards.addStretch(1)
        column.addWidget(Scroller(inner, self.tr("Keyboard shortcuts")), 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    @staticmethod
    def _card(heading: str, lines: Sequence[Line]) -> Card:
        card, grid = Card(heading), QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for place, (text, keys) in enumerate(lines):
            grid.addWidget(PlainLabel(text, wrap=True), place, 0)
            grid.addWidget(PlainLabel(keys, "strong"), place, 1, _KEYS)
        card.body.addLayout(grid)
        return card

    def _others(self) -> list[Line]:
        return [
            (self.tr("Next and previous control"), _keys("Tab") + ", " + _keys("Shift+Tab")),
            (self.tr("Items and hosts, one by one"), "↑ ↓ ← →"),
            (self.tr("Select several results"), "Shift+↑ ↓ ← →"),
            (self.tr("All results of the list"), _keys("Ctrl+A")),
            (self.tr("Answer the item; open or close a section"), _keys("Return")),
            (self.tr("Leave the answer; close a dialog"), _keys("Escape")),
            (self.tr("Next find in the evidence"), _keys("F3")),
            (self.tr("Remove the selected hosts"), _keys("Delete")),
            (self.tr("Larger and smaller, in the preview"), _keys("Ctrl++") + ", " + _keys("Ctrl+-")),
        ]


def lines_of(menu: QMenu) -> Iterator[Line]:
    """What a menu and its own menus do by keys."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from lines_of(below)
        elif keys := action.shortcuts():
            yield _plain(action.text()), ", ".join(_native(one) for one in keys)


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


def _keys(text: str) -> str:
    return _native(QKeySequence(text))


def show(parent: QWidget, menus: Sequence[QMenu]) -> None:
    """Open it without holding up the window."""
    dialog = ShortcutsDialog(parent, menus)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
