"""Small parts that every step is built from: cards, frames, lines and fields to search in."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QBoxLayout, QFrame, QLineEdit, QToolButton, QVBoxLayout

from ui.text import PlainLabel
from ui.theme import Theme


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


def search_field(theme: Theme, name: str, text: str = "") -> QLineEdit:
    """A field to search or filter, with its sign and a button that clears it; ``text`` stands in it while empty."""
    field = QLineEdit()
    field.setPlaceholderText(text or name)
    field.setAccessibleName(name)
    field.setClearButtonEnabled(True)
    for inner in field.findChildren(QToolButton):
        inner.setAccessibleName(QCoreApplication.translate("SearchField", "Clear"))
    sign = theme.icons.icon("search", "muted")
    field.addAction(sign, QLineEdit.ActionPosition.LeadingPosition).triggered.connect(field.selectAll)
    for inner in field.findChildren(QToolButton):
        inner.setAccessibleName(inner.accessibleName() or name)
    return field
