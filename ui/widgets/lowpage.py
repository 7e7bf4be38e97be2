"""A page of which the middle scrolls by itself, and all of it where the window is too low even for the rest."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.scroller import Scroller

_LEAST = 60  # pixels that the middle keeps


class LowPage(Scroller):
    """With large text, a low window can't hold the head of a finding and its answer at once: nothing is squeezed then.

    ``middle`` stands between ``head`` and ``foot`` and takes what they leave, at ``least`` so many pixels of height, or
    what it can't do without itself.
    Never narrower than what stands in it.
    """

    def __init__(self, head: QWidget, middle: QWidget, foot: QWidget, least: int = _LEAST) -> None:
        inner = _Inner(head, middle, foot, least)
        super().__init__(inner, "")
        self._inner = inner
        self.verticalScrollBar().rangeChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        bar = self.verticalScrollBar()
        beside = bar.sizeHint().width() if self.isVisible() and bar.maximum() > 0 else 0
        return QSize(self._inner.minimumSizeHint().width() + beside, super().minimumSizeHint().height())


class _Inner(QWidget):
    def __init__(self, head: QWidget, middle: QWidget, foot: QWidget, least: int) -> None:
        super().__init__()
        self._ends = (head, foot)
        self._middle = middle
        self._least = least
        middle.setMinimumHeight(least)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(middle, 1)
        column.addWidget(foot)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(super().minimumSizeHint().width(), 0)  # the height depends on the width

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """What it can't do without; Qt would count all that the middle would like to show."""
        least = max(self._least, self._middle.minimumSizeHint().height())
        return sum(_height(one, width) for one in self._ends) + least


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
