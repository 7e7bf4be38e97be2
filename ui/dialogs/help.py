"""Help > Help on this page: what the page is for, what has the keyboard, the item on show, the badges, every key.

It stays open beside the work and follows it, as a person moves from field to field and from item to item.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QGridLayout, QVBoxLayout, QWidget

from app.screen.presentation import Kind
from ui.dialogs.closing import closing
from ui.dialogs.keys import key_cards
from ui.helptopic import Part, field_part, page_part
from ui.text import Paragraph, PlainLabel
from ui.widgets.badge import Badge
from ui.widgets.basics import Card
from ui.widgets.scroller import Scroller
from ui.widgets.sides import keep_off
from ui.widgets.wraptext import WrapText
from ui.words import kind_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.window import MainWindow

_TICK = 250  # milliseconds between looks at where the keyboard is
_LONGEST = 2000  # pixels of one paragraph: they don't scroll, the dialog does
_BADGES = (
    Kind.PASS, Kind.FAIL, Kind.WAIVED, Kind.ERROR, Kind.UNKNOWN, Kind.WAITING, Kind.UNSEEN, Kind.NOTAPPLICABLE,
)  # fmt: skip
_WIDTH, _HEIGHT = 560, 760  # pixels


class HelpDialog(QDialog):
    """``parts`` tells what there is to say, given what has the keyboard outside of this window."""

    def __init__(
        self, window: MainWindow, parent: QWidget, parts: Callable[[QWidget | None], tuple[Part, ...]]
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._theme = window.theme
        self._shown: tuple[Part, ...] = ()
        self.setObjectName("help")  # by which the window finds it again
        self.setWindowTitle(self.tr("Help"))
        self.resize(_WIDTH, min(_HEIGHT, window.height()))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        inner = QWidget()
        cards = QVBoxLayout(inner)
        keep_off(cards, 6, 6, 8, 6)  # off the ring, when the keyboard scrolls
        cards.setSpacing(12)
        self._topic = QVBoxLayout()
        self._topic.setSpacing(12)
        cards.addLayout(self._topic)
        self._badges = self._build_badges()
        cards.addWidget(self._badges)
        self._keys = PlainLabel(self.tr("Keyboard shortcuts"), "title")
        cards.addSpacing(8)
        cards.addWidget(self._keys)
        for card in key_cards(window.menus.tops):
            cards.addWidget(card)
        cards.addStretch(1)
        self.scroller = Scroller(inner, self.tr("Help"))
        column.addWidget(self.scroller, 1)
        buttons = closing(self)
        column.addWidget(buttons)
        self._look()
        clock = QTimer(self)
        clock.setInterval(_TICK)
        clock.timeout.connect(self._look)
        clock.start()
        self.scroller.setFocus()

    def _build_badges(self) -> Card:
        card, grid = Card(self.tr("What the badges say")), QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, kind in enumerate(_BADGES):
            grid.addWidget(Badge(self._theme, kind), place, 0)
            grid.addWidget(Paragraph(kind_sentence(kind)), place, 1)
        card.body.addLayout(grid)
        return card

    def show_keys(self) -> None:
        """Begin at the keys."""
        QTimer.singleShot(0, self, lambda: self.scroller.verticalScrollBar().setValue(self._keys.y() - 4))

    def _look(self) -> None:
        """Speak of what has the keyboard now; while this window has it, of what had it last."""
        focus = QApplication.focusWidget()
        if self._shown and (focus is None or focus is self or self.isAncestorOf(focus)):
            return
        parts = self._parts(focus)
        if parts != self._shown:
            self._shown = parts
            self._show()

    def _show(self) -> None:
        while (item := self._topic.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for part in self._shown:
            card = Card()
            card.body.addWidget(Paragraph(part.heading, "heading"))  # the title of an item is longer than a line
            for label, text in part.paragraphs:
                if label:
                    card.body.addWidget(Paragraph(label, "label"))
                words = WrapText(most=_LONGEST)
                words.setAccessibleName(label or part.heading)
                words.setText(text)
                card.body.addWidget(words)
            self._topic.addWidget(card)
        self._badges.setVisible(any(part.badges for part in self._shown))
        self.scroller.verticalScrollBar().setValue(0)


def show(window: MainWindow, *, keys: bool = False) -> None:
    """Open it beside the window, or bring it forward."""
    dialog = window.findChild(HelpDialog)
    if dialog is None:
        dialog = HelpDialog(window, window, window.help_parts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    dialog.activateWindow()
    if keys:
        dialog.show_keys()


def offer(window: MainWindow, dialog: QDialog, about: str) -> None:
    """F1 in a dialog of the window: what it is for, and what has the keyboard in it."""

    def open_it() -> None:
        made = HelpDialog(window, dialog, lambda focus: (page_part(dialog.windowTitle(), about), *field_part(focus)))
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.show()

    QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog).activated.connect(open_it)
