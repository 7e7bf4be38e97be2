"""Text on its way to the screen: always plain, never guessed to be markup.

Qt labels, tool tips and message boxes guess rich text from what they are given and would load an image that a host
named; every string therefore passes through here. tests/gui/test_plain_text.py finds raw uses.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LONGEST = 220  # pixels that a label of several lines asks for, whatever its longest word is


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

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A word without an end, such as a fingerprint, doesn't push a page over its edge: ``WrapText`` breaks it."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), _LONGEST), size.height()) if self.wordWrap() else size


def tool_tip(text: str) -> str:
    """Text for a tool tip, which has no format to set: escaped, so that it can't be markup."""
    if not text:
        return ""
    return "<span>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</span>"


def set_tip(widget: QWidget, text: str) -> None:
    """Give it a tool tip, which a screen reader says too unless the widget explains itself (``ui.explained``).

    Left without a description, Qt hands the tool tip on as it stands, markup and all.
    """
    widget.setToolTip(tool_tip(text))
    if not widget.whatsThis():
        widget.setAccessibleDescription(text)


def mnemonic_free(text: str) -> str:
    """Text for buttons, tabs and actions, where a single ampersand would vanish."""
    return text.replace("&", "&&")


def unlike_mnemonics(texts: Sequence[str]) -> list[str]:
    """The texts with mnemonics of which no two are alike, as a menu needs them in every language.

    The first text that asks for a letter gets it; another one gets the beginning of one of its words, else any other
    letter of its own, else none.
    """
    taken = {letter for text in texts if (letter := _mnemonic(text))}
    given: set[str] = set()
    result = []
    for text in texts:
        letter = _mnemonic(text)
        if letter and letter not in given:
            given.add(letter)
            result.append(text)
            continue
        bare = _MNEMONIC.sub(r"\1", text)
        starts = [match.start() for match in _WORD.finditer(bare)]
        places = [*starts, *range(len(bare))] if letter else []
        place = next((one for one in places if bare[one].isalpha() and bare[one].lower() not in taken | given), None)
        if place is not None:
            given.add(bare[place].lower())
            bare = f"{bare[:place]}&{bare[place:]}"
        result.append(bare)
    return result


_MNEMONIC = re.compile(r"&([^&])")
_WORD = re.compile(r"\b\w")


def _mnemonic(text: str) -> str:
    """The letter behind a single ampersand, in lower case, or nothing."""
    found = _MNEMONIC.search(text.replace("&&", ""))
    return found.group(1).lower() if found else ""


def elided_middle(text: str, length: int) -> str:
    """The text cut in its middle to at most ``length`` characters, with an ellipsis that says so."""
    if len(text) <= length:
        return text
    half = (length - 1) // 2
    return f"{text[: length - 1 - half]}…{text[-half:]}"
