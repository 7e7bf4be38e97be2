"""A layout that breaks lines."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

_NEITHER = Qt.Orientation(0)


class Flow(QLayout):
    """Lays widgets out like words: in the direction of reading, and on into the next line."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width, until something in it changes: layouts ask again and again
        self._least: QSize | None = None
        self._seen: list[tuple[QLayoutItem, int, int]] | None = None  # what isn't hidden, its width and height
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)
        self._seen = None

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        self._seen = None
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return _NEITHER

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return height

    def invalidate(self) -> None:
        self._heights.clear()
        self._least = self._seen = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        if self._least is None:
            self._least = QSize()
            for item in self._items:
                self._least = self._least.expandedTo(item.minimumSize())
        return self._least

    def clear(self) -> None:
        while (item := self.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _sizes(self) -> list[tuple[QLayoutItem, int, int]]:
        if self._seen is None:
            shown = (one for one in self._items if (widget := one.widget()) is None or not widget.isHidden())
            self._seen = [(one, (size := one.sizeHint()).width(), size.height()) for one in shown]
        return self._seen

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        left, end, spacing = rect.x(), rect.right() + 1, self.spacing()
        x, y, line = left, rect.y(), 0
        home = self.parentWidget()
        direction = home.layoutDirection() if home is not None else QGuiApplication.layoutDirection()
        for item, width, height in self._sizes():
            if x + width > end and line:
                x, y, line = left, y + line + spacing, 0
            if move:
                item.setGeometry(QStyle.visualRect(direction, rect, QRect(x, y, width, height)))
            x += width + spacing
            line = max(line, height)
        return y + line - rect.y()
