"""The pages of a row of tabs; where the window is very wide, the first stands beside the others."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.basics import frame

_WIDE = 1300  # pixels from which on two pages read well side by side
_FIRST = 900  # pixels of the first one then: longer lines are hard to follow
_UNBOUNDED = 16_777_215  # pixels: Qt's QWIDGETSIZE_MAX


class TabPages(QWidget):
    """Beside the first page its own tab shows the second: what was found, and what it rests on.

    The other pages are made when they first come into sight: most of what a chapter's page consists of is theirs.
    """

    turned = Signal()  # another page has come into sight

    def __init__(self, theme: Theme, first: QWidget, *others: Callable[[], QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._first = first
        self._others = others
        self._made: dict[int, QWidget] = {}
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
        self._made[0] = holder
        self._home = QVBoxLayout(holder)
        self._home.setContentsMargins(0, 0, 0, 0)
        self._home.addWidget(self._first)
        self._stack = QStackedWidget()
        self._stack.addWidget(holder)
        self._line.addWidget(self._stack, 1)

    def show_page(self, position: int) -> None:
        """The page of that tab."""
        self._position = position
        if self.inner not in self._made:
            self._made[self.inner] = page = self._others[self.inner - 1]()
            self._stack.addWidget(page)
            self._theme.dress(page)
        self._theme.catch_up(self._made[self.inner])
        self._stack.setCurrentWidget(self._made[self.inner])

    def parts(self) -> tuple[QWidget, ...]:
        """What there is to dress; the other pages are, when they are made."""
        return (self._first, self._between)

    @property
    def inner(self) -> int:
        """Which page stands in its place now: that of the tab, or the one beside the first."""
        return max(1, self._position) if self._wide else self._position

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Of the page that is seen; Qt would count the others too."""
        page = self._stack.currentWidget() or self._first
        return QSize(super().minimumSizeHint().width(), page.minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """It takes what is left; with a height of its own it would squeeze what stands above and below it."""
        return False

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
