"""Icons: Lucide's line drawings, tinted with a colour of the theme when they are painted.

An icon names its token, not its colour, so a change between light and dark needs no icon to be set again.
"""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.places import resources_root

ICONS = resources_root() / "icons"
# Where text runs from right to left, forward is left.
_TURNED = {
    "arrow-left": "arrow-right", "arrow-right": "arrow-left",
    "chevron-left": "chevron-right", "chevron-right": "chevron-left",
    "undo-2": "redo-2", "redo-2": "undo-2",
}  # fmt: skip


class Icons:
    """Makes and caches icons; ``colour`` looks a token up in the scheme in force."""

    def __init__(self, colour: Callable[[str], QColor]) -> None:
        self._colour = colour
        self._sources: dict[str, bytes] = {}
        self._renderers: dict[tuple[str, str], QSvgRenderer] = {}
        self._icons: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, tone: str = "text") -> QIcon:
        """The icon of that file name in that colour token."""
        key = (name, tone)
        if key not in self._icons:
            self._icons[key] = QIcon(_Engine(self, name, tone))
        return self._icons[key]

    def drop(self) -> None:
        """The program ends: each icon goes before its engine, which Python's collector would take in any order."""
        self._icons.clear()
        self._renderers.clear()

    def paint(self, painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
        if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            name = _TURNED.get(name, name)
        self._renderer(name, colour).render(painter, rect)

    def pixmap(self, name: str, tone: str, size: int, ratio: float) -> QPixmap:
        """A square picture of ``size`` device-independent pixels at that device pixel ratio."""
        pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRectF(0, 0, size, size), name, self._colour(tone))
        painter.end()
        return pixmap

    def _renderer(self, name: str, colour: QColor) -> QSvgRenderer:
        key = (name, colour.name())
        if key not in self._renderers:
            self._renderers[key] = QSvgRenderer(QByteArray(self._tinted(name, colour)))
        return self._renderers[key]

    def _tinted(self, name: str, colour: QColor) -> bytes:
        if name not in self._sources:
            self._sources[name] = (ICONS / f"{name}.svg").read_bytes()
        return self._sources[name].replace(b"currentColor", colour.name().encode())


class _Engine(QIconEngine):
    """Paints from the theme at the moment of painting."""

    def __init__(self, icons: Icons, name: str, tone: str) -> None:
        super().__init__()
        self._icons = icons
        self._name = name
        self._tone = tone

    def clone(self) -> QIconEngine:
        return _Engine(self._icons, self._name, self._tone)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state  # on and off look alike: a checked button says it by its ground
        tone = "disabled" if mode == QIcon.Mode.Disabled else self._tone
        side = min(rect.width(), rect.height())
        # An icon size that is wider than high leaves its end free: the gap between icon and text of a button.
        right = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        square = QRectF(
            rect.right() + 1 - side if right else rect.left(), rect.top() + (rect.height() - side) / 2, side, side
        )
        self._icons.paint(painter, square, self._name, self._icons._colour(tone))  # noqa: SLF001 - one module, two classes

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap
