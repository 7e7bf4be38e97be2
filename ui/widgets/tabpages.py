"""The pages of a row of tabs; where the window is very wide, the first stands beside the others."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.widgets.basics import frame

_WIDE = 1300  # pixels from which on two pages read well side by side
_FIRST = 900  # pixels of the first one then: longer lines are hard to follow
_UNBOUNDED = 16_777_215  # pixels: Qt's QWIDGETSIZE_MAX


class TabPages(QWidget):
    """Beside the first page its own tab shows the second: what was found, and what it rests on."""

    turned = Signal()  # another page has come into sight

    def __init__(self, pages: Sequence[QWidget]) -> None:
        super().__init__()
        self._first, *others = pages
        self._position = 0
        self._wide = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._between = frame("vline")
        self._between.hide()
        self._line.addWidget(self._between)
        holder = QWidget()
        self._home = QVBoxLayout(holder)
        self._home.setContentsMargins(0, 0, 0, 0)
        self._home.addWidget(self._first)
        self._stack = QStackedWidget()
        for one in (holder, *others):
            self._stack.addWidget(one)
        self._line.addWidget(self._stack, 1)

    def show_page(self, position: int) -> None:
        """The page of that tab."""
        self._position = position
        self._stack.setCurrentIndex(max(1, position) if self._wide else position)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self._line.insertWidget(0, self._first, 1)
        else:
            self._home.addWidget(self._first)
        self._first.setMaximumWidth(_FIRST if wide else _UNBOUNDED)
        self._first.show()
        self._between.setVisible(wide)
        self.show_page(self._position)
        self.turned.emit()
