"""What panels beside the hosts table share: a title with a way to close it, fields that scroll, buttons that don't."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.text import PlainLabel
from ui.theme import Theme
from ui.widgets.basics import frame
from ui.widgets.buttons import button
from ui.widgets.scroller import Scroller


class EditPanel(QFrame):
    """A panel adds its fields to ``column``, which scrolls, and its buttons to ``below``."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        head = QHBoxLayout()
        self.title = PlainLabel(role="heading")
        head.addWidget(self.title, 1)
        head.addWidget(button(self.tr("Close"), self.closed.emit, role="flat", theme=theme, icon="x"))
        self.column.addLayout(head)
        scroller = Scroller(inner, "")  # its fields scroll into view as they get the keyboard
        outer.addWidget(scroller, 1)
        outer.addWidget(frame("line"))
        self.below = QHBoxLayout()
        self.below.setContentsMargins(20, 12, 20, 12)
        outer.addLayout(self.below)
