"""Small parts that every step is built from: cards, frames, lines and fields to search in."""

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from ui.text import PlainLabel


def frame(role: str) -> QFrame:
    """A frame with a look of the style sheet: card, panel, sunken, line, vline, bar."""
    box = QFrame()
    box.setProperty("role", role)
    return box


class Card(QFrame):
    """A surface with a heading and whatever is added to ``body``."""

    def __init__(self, heading: str = "", *, margins: int = 16) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.body: QBoxLayout = QVBoxLayout(self)
        self.body.setContentsMargins(margins, margins, margins, margins)
        self.body.setSpacing(10)
        if heading:
            self.body.addWidget(PlainLabel(heading, "heading"))
