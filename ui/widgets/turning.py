"""Parts side by side, or one below the other where there is no room for that."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Turning(QWidget):
    """Large text in a small window would have parts stand beyond its edge; they are never cut here."""

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(spacing)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(max(self._widths(), default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        widths = self._widths()
        fits = sum(widths) + self.line.spacing() * (len(widths) - 1) <= event.size().width()
        self.line.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def _widths(self) -> list[int]:
        items = (self.line.itemAt(place) for place in range(self.line.count()))
        return [item.minimumSize().width() for item in items if item is not None]
