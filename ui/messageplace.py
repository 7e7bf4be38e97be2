"""Where a message stands: it moves nothing, and covers neither what has the keyboard nor the buttons of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea, QTextEdit, QWidget

if TYPE_CHECKING:
    from ui.widgets.bottombar import BottomBar
    from ui.widgets.messagebar import MessageBar

_EDGE = 16  # pixels from the edges of the page
_APART = 12  # pixels from the buttons of the bar, and from what is below
_INSIDE = 2  # pixels of the bar that are seen above and below
_LEAST = 240  # pixels of a message that can be read
_SHARE = 0.48  # of the page: beside the list of a chapter, its item with the buttons of an answer stays free
_LOW = 0.25  # of the page: a message that would be higher gets the whole width
_AGAIN = 120  # milliseconds: the keyboard goes from row to row, and the page is scrolled
_MOVED = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Show})


class MessagePlace(QObject):
    """Puts ``message`` between the buttons of the bar, else above it on the page, else at the page's upper edge.

    A message that pushes the page down when it comes, and lets it up again when it goes, has somebody who is about to
    click hit something else. Between the buttons of the bar it covers nothing but how many are undecided. One that is
    too long for that lies over the page, at the side where lines begin; it goes up where it would lie over what has
    the keyboard (WCAG 2.2, 2.4.11).
    """

    def __init__(self, message: MessageBar, page: QWidget, bar: BottomBar) -> None:
        super().__init__(message)
        self._message = message
        self._page = page
        self._bar = bar
        self._again = QTimer(self, interval=_AGAIN)
        self._again.timeout.connect(self.choose)
        for one in (page, bar):
            one.installEventFilter(self)
        message.shown.connect(self._came)

    @Slot(bool)
    def _came(self, visible: bool) -> None:  # noqa: FBT001 - a signal's argument
        if visible:
            self.choose()
        else:
            self._again.stop()

    @Slot()
    def choose(self) -> None:
        """Find the place for what is said now."""
        if self._message.isHidden():
            return
        place = self._in_bar()
        if place is not None:
            self._again.stop()
        elif not self._again.isActive():
            self._again.start()
        self._message.setGeometry(place or self._over_page())
        self._message.raise_()

    def _in_bar(self) -> QRect | None:
        """Between its buttons, if there is room for all that is said."""
        bar = self._bar
        if bar.isHidden() or not bar.isVisible():
            return None
        layout = bar.layout()
        if layout is not None:
            layout.activate()
        left, right = bar.free()
        room, high = right - left - 2 * _APART, bar.height() - 2 * _INSIDE
        if room < _LEAST or self._high(room) > high:
            return None
        width = max(min(room, self._message.sizeHint().width()), min(room, bar.hint.width() + 2 * _APART))
        corner = bar.mapTo(self._home(), QPoint(left + _APART + (room - width) // 2, _INSIDE))
        return QRect(corner.x(), corner.y(), width, high)

    def _over_page(self) -> QRect:
        page = QRect(self._page.mapTo(self._home(), QPoint()), self._page.size())
        inside = page.adjusted(_EDGE, _APART, -_EDGE, -_APART)
        width = min(inside.width(), max(_LEAST, round(page.width() * _SHARE), self._message.minimumSizeHint().width()))
        if self._high(width) > page.height() * _LOW:
            width = inside.width()
        width = min(width, self._message.sizeHint().width())
        size = QRect(0, 0, width, min(self._high(width), inside.height()))
        size.moveBottomLeft(inside.bottomLeft())
        if self._message.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            size.moveRight(inside.right())
        if size.intersects(self._with_keyboard()):
            size.moveTop(inside.top())
        return size

    def _home(self) -> QWidget:
        return self._message.parentWidget() or self._message

    def _high(self, width: int) -> int:
        return max(self._message.heightForWidth(width), self._message.minimumSizeHint().height())

    # --- what has the keyboard ------------------------------------------------------------------------------------

    def _with_keyboard(self) -> QRect:
        """Where it is; nothing where the message has it, what isn't on the page, or the page itself, to scroll."""
        focus = QApplication.focusWidget()
        if focus is None or not self._page.isAncestorOf(focus) or isinstance(focus, QScrollArea):
            return QRect()
        inner, part = focus, focus.rect()
        if isinstance(focus, QAbstractItemView):  # a list fills the page: its row counts
            inner, part = focus.viewport(), focus.visualRect(focus.currentIndex())
        elif isinstance(focus, QTextEdit):
            inner, part = focus.viewport(), focus.cursorRect()
        return QRect(inner.mapTo(self._home(), part.topLeft()), part.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in _MOVED and not self._message.isHidden():
            self._again.start()
        return super().eventFilter(watched, event)
