"""Every shortcut, read from the menus so that none can go stale."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QMenu

from app.language import tr
from ui.text import Paragraph, PlainLabel
from ui.widgets.basics import Card

_KEYS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
Line = tuple[str, str]  # what it does, and its keys


def key_cards(menus: Sequence[QMenu]) -> list[Card]:
    """Action and keys, a card for each menu and one for what no menu has."""
    groups = [(_plain(menu.title()), list(lines_of(menu))) for menu in menus]
    return [_card(heading, lines) for heading, lines in (*groups, (tr("Where the keyboard is"), _others())) if lines]


def _card(heading: str, lines: Sequence[Line]) -> Card:
    card, grid = Card(heading), QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for place, (text, keys) in enumerate(lines):
        grid.addWidget(Paragraph(text), place, 0)
        grid.addWidget(PlainLabel(keys, "strong"), place, 1, _KEYS)
    card.body.addLayout(grid)
    return card


def _others() -> list[Line]:
    return [
        (tr("Next and previous control"), _keys("Tab") + ", " + _keys("Shift+Tab")),
        (tr("Items and hosts, one by one"), "↑ ↓ ← →"),
        (tr("Select several results"), "Shift+↑ ↓ ← →"),
        (tr("All results of the list"), _keys("Ctrl+A")),
        (tr("Answer the item; open or close a section"), _keys("Return")),
        (tr("Leave the answer; close a dialog"), _keys("Escape")),
        (tr("Next find in the evidence"), _keys("F3")),
        (tr("Remove the selected hosts"), _keys("Delete")),
        (tr("Larger and smaller, in the preview"), _keys("Ctrl++") + ", " + _keys("Ctrl+-")),
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
