"""What stands where there is nothing yet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.text import Paragraph, PlainLabel
from ui.theme import Theme
from ui.widgets.basics import frame
from ui.widgets.picture import Picture


class EmptyState(QWidget):
    """A picture, a title, what to do, and buttons that do it."""

    def __init__(self, theme: Theme, icon: str, title: str, text: str, *buttons: QPushButton) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(10)
        layout.addStretch(2)
        layout.addWidget(Picture(theme, icon, "outline", 40), 0, Qt.AlignmentFlag.AlignHCenter)
        self._title = PlainLabel(title, "heading")
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._title)
        self._text = Paragraph(text, "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.setMaximumWidth(460)
        self._text.setMinimumWidth(200)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._text, 6)
        centred.addStretch(1)
        layout.addLayout(centred)
        if buttons:
            line = QHBoxLayout()
            line.addStretch(1)
            for one in buttons:
                line.addWidget(one)
            line.addStretch(1)
            layout.addSpacing(6)
            layout.addLayout(line)
        layout.addStretch(3)

    def on_card(self) -> QFrame:
        """It, in the frame that the table in its place would have."""
        card = frame("card")
        whole = QVBoxLayout(card)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self)
        return card

    def say(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
