"""An icon that stands for itself, beside words that say what it means."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme


class Picture(QWidget):
    """Nothing to click, and nothing that a screen reader would have to name."""

    def __init__(self, theme: Theme, name: str, tone: str, size: int) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(size, size)
        theme.changed.connect(self.update)
        self.show_icon(name, tone)

    def show_icon(self, name: str, tone: str) -> None:
        """Another icon, in the colour of that token."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        whole = QRectF(self.rect())
        side = min(whole.width(), whole.height())  # one that is stretched to stand level with its words stays square
        square = QRectF(0, 0, side, side)
        square.moveCenter(whole.center())
        self._theme.icons.paint(QPainter(self), square, self._name, self._theme.colour(self._tone))
