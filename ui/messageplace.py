"""Where a message stands: it moves nothing, and covers neither what has the keyboard nor the buttons of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Slot

from ui.overpage import OverPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.widgets.bottombar import BottomBar
    from ui.widgets.messagebar import MessageBar

_APART = 12  # pixels from the buttons of the bar
_INSIDE = 2  # pixels of the bar that are seen above and below
_LEAST = 240  # pixels of a message that can be read
_SHARE = 0.48  # of the page: beside the list of a chapter, its item with the buttons of an answer stays free


class MessagePlace(OverPage):
    """Puts ``message`` between the buttons of the bar, and over the page only where it is too long for that.

    There it covers nothing but how many are undecided.
    """

    def __init__(self, message: MessageBar, page: QWidget, bar: BottomBar, other: Callable[[], QWidget | None]) -> None:
        super().__init__(message, page, share=_SHARE, other=other)
        self._message = message
        self._bar = bar
        bar.installEventFilter(self)
        message.shown.connect(self._came)

    @Slot(bool)
    def _came(self, _visible: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Another message may have come while one stood there."""
        self.choose()

    def _elsewhere(self) -> QRect | None:
        """Between the buttons of the bar, if there is room for all that is said."""
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
