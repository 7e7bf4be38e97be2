"""Two widgets side by side with a line between them that can be dragged."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from ui.text import set_tip
from ui.theme import Theme


class Splitter(QSplitter):
    """Its line paints itself: a style sheet here would hold for all that stands on both sides.

    ``name`` is what a screen reader calls the line. It is no stop of the keyboard, which would pass it with every item:
    keys of the menu move it. A double click asks for the usual widths.
    """

    usual_wanted = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.theme = theme
        self._name = name
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        return _Handle(self, self._name)

    def say(self, text: str) -> None:
        """Have a screen reader say where the line is now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


class _Handle(QSplitterHandle):
    READ_AS = QAccessible.Role.Splitter

    def __init__(self, splitter: Splitter, name: str) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._splitter = splitter
        self._theme = splitter.theme
        self.setAccessibleName(name)
        set_tip(self, self.tr("Drag to give list and item their widths; a double click gives them back the usual ones"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew when the mouse comes and goes

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        del event
        self._splitter.usual_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.colour("accent" if self.underMouse() else "border"))
