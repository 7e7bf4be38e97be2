"""Text on its way to the screen: always plain, never guessed to be markup.

Qt labels, tool tips and message boxes guess rich text from what they are given and would load an image that a host
named; every string therefore passes through here. tests/gui/test_plain_text.py finds raw uses.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class PlainLabel(QLabel):
    """A label that shows what it is given, character by character.

    ``role`` picks its look in the style sheet: hero, title, heading, strong, label, muted, small, code.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        if wrap:
            self.setWordWrap(True)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(text)


def tool_tip(text: str) -> str:
    """Text for a tool tip, which has no format to set: escaped, so that it can't be markup."""
    if not text:
        return ""
    return "<span>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</span>"


def mnemonic_free(text: str) -> str:
    """Text for buttons, tabs and actions, where a single ampersand would vanish."""
    return text.replace("&", "&&")


def elided_middle(text: str, length: int) -> str:
    """The text cut in its middle to at most ``length`` characters, with an ellipsis that says so."""
    if len(text) <= length:
        return text
    half = (length - 1) // 2
    return f"{text[: length - 1 - half]}…{text[-half:]}"
