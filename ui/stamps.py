"""Cells that look alike, painted once and stamped wherever they stand: a chapter on a large screen has a thousand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtWidgets import QWidget

_MOST = 32 << 20  # bytes of pictures that are kept; then all are made anew
_LARGE = 1 << 20  # bytes of a picture that isn't kept
_PIXEL = 4  # bytes
_STRIPS = 3  # of a part that is drawn ahead, one below the other


class Stamps:
    """Pictures by what they show, dropped with the colours, fonts and language that they are painted in."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, QPixmap] = {}
        self._bytes = 0

    def drop(self) -> None:
        """Everything looks different from now on."""
        self._kept.clear()
        self._bytes = 0

    def paint(self, painter: QPainter, rect: QRect, shows: Hashable, draw: Callable[[QPainter, QRect], None]) -> None:
        """Have ``draw`` fill all of ``rect``, or stamp what it drew for another cell that ``shows`` the same.

        Between whole pixels of a screen a picture would blur, so there everything is drawn anew.
        """
        ratio = painter.device().devicePixelRatioF()
        need = round(rect.width() * rect.height() * ratio * ratio) * _PIXEL
        if ratio != int(ratio) or need > _LARGE:
            draw(painter, rect)
            return
        key = (shows, rect.width(), rect.height(), ratio, painter.layoutDirection())
        picture = self._kept.get(key)
        if picture is None:
            if self._bytes + need > _MOST:
                self.drop()
            picture = self._kept[key] = _drawn(painter, rect.size(), ratio, draw)
            self._bytes += need
        painter.drawPixmap(rect.topLeft(), picture)


def ahead(part: QWidget) -> list[Callable[[], object]]:
    """Bits that draw a part of a window where nobody sees it: what is drawn for the first time takes much longer."""

    def draw(strip: int) -> None:
        if isValid(part) and not part.isHidden():
            top, below = (part.height() * edge // _STRIPS for edge in (strip, strip + 1))
            part.grab(QRect(0, top, part.width(), below - top))

    return [partial(draw, strip) for strip in range(_STRIPS)]


def _drawn(like: QPainter, size: QSize, ratio: float, draw: Callable[[QPainter, QRect], None]) -> QPixmap:
    from PySide6.QtGui import QPainter, QPixmap  # noqa: PLC0415 - not before the first window

    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    painter.setLayoutDirection(like.layoutDirection())
    draw(painter, QRect(0, 0, size.width(), size.height()))
    painter.end()
    return picture
