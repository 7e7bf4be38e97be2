"""What every page beside the hosts table has: a title with a way to close it, a sentence, and a button that acts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ui.text import Paragraph, PlainLabel
from ui.theme import Theme
from ui.widgets.buttons import button


class SidePage(QFrame):
    """A page adds its own to ``column``."""

    closed = Signal()
    chosen = Signal()

    def __init__(self, theme: Theme, title: str, text: str) -> None:
        super().__init__()
        self.theme = theme
        self.setProperty("role", "panel")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        head = QHBoxLayout()
        self.title = PlainLabel(title, "heading")
        head.addWidget(self.title, 1)
        head.addWidget(button(self.tr("Close"), self.closed.emit, role="flat", theme=theme, icon="x"))
        self.column.addLayout(head)
        self.sentence = Paragraph(text, "muted")
        self.column.addWidget(self.sentence)

    def act(self, text: str, icon: str = "") -> QPushButton:
        """The button that does what the page is for, at its end."""
        made = button(text, self.chosen.emit, role="primary", theme=self.theme, icon=icon)
        self.column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return made
