"""A remedy as prose with its commands set apart; plain text with character formats, never markup."""

import re

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.theme import Theme

_CODE = re.compile(r"`([^`\n]+)`")


class RemedyView(QTextEdit):
    """What stands between backticks, and indented lines, are shown monospaced on a ground of their own."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._source = ""
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        theme.changed.connect(self._restyle)

    def source(self) -> str:
        """The text as it was given, for the clipboard."""
        return self._source

    def show_remedy(self, text: str) -> None:
        """Show that text from its beginning."""
        self._source = text
        self.clear()
        plain = QTextCharFormat()
        plain.setForeground(self._theme.colour("text"))
        plain.setFont(self._theme.font())
        code = QTextCharFormat()
        code.setForeground(self._theme.colour("code_text"))
        code.setBackground(self._theme.colour("sunken"))
        code.setFont(self._theme.mono())
        block = QTextBlockFormat()
        block.setBottomMargin(9)
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(block)
        for number, line in enumerate(one for one in text.split("\n") if one.strip()):
            if number:
                cursor.insertBlock(block)
            if line.startswith(("    ", "\t")):
                cursor.insertText(line, code)
                continue
            for place, piece in enumerate(_CODE.split(line)):
                cursor.insertText(piece, code if place % 2 else plain)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    @Slot()
    def _restyle(self) -> None:
        self.show_remedy(self._source)
