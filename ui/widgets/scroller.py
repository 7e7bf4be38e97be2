"""A page that scrolls, for mouse and keyboard: what has the keyboard is always in sight."""

from PySide6.QtCore import QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.application import application

_OUT = 5  # pixels


class _Ring(QWidget):
    """Round a whole area, over what is in it; the mouse goes through."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().link().color(), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


class Scroller(QScrollArea):
    """A page that scrolls up and down and never sideways, by keys too; ``name`` is what a screen reader calls it.

    Tab stops at it where there is something to scroll, and a ring shows that it does; never at one without a name,
    which only holds what has stops of its own.
    """

    READ_AS = QAccessible.Role.Pane

    def __init__(self, inner: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setProperty("role", "plain")
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._ring = _Ring(self)
        self.verticalScrollBar().rangeChanged.connect(self._offer)
        self._offer(0, 0)
        application().focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show what has the keyboard, once it is laid out; Qt does so for Tab alone. A mouse points at what is seen."""
        if now is not None and self.isAncestorOf(now) and not QApplication.mouseButtons():
            QTimer.singleShot(0, now, lambda: self.ensureWidgetVisible(now))

    @Slot(int, int)
    def _offer(self, low: int, high: int) -> None:
        """To the keyboard, or not."""
        scrolls = high > low and bool(self.accessibleName())
        if not scrolls and self.hasFocus():
            self.focusNextChild()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._encircle()
            self._ring.raise_()
            self._ring.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self._ring.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._encircle()

    def _encircle(self) -> None:
        """A little further out where there is room around it, so as not to touch what stands in it."""
        home = self.parentWidget()
        if home is not None:
            self._ring.setParent(home)
            self._ring.setGeometry(self.geometry().adjusted(-_OUT, -_OUT, _OUT, _OUT).intersected(home.rect()))
