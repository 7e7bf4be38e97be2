"""Text on its way to the screen: always plain, never guessed to be markup.

Qt labels, tool tips and message boxes guess rich text from what they are given and would load an image that a host
named; every string therefore passes through here. tests/gui/test_plain_text.py finds raw uses.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_LONGEST = 220  # pixels that a paragraph can't do without, whatever its longest word is
_CANDIDATES = 3  # words with the most letters, one of which is the widest
_COLUMNS = 64  # letters in a line that reads well


class PlainLabel(QLabel):
    """A label that shows what it is given, character by character, in one line.

    ``role`` picks its look in the style sheet: hero, title, heading, strong, label, muted, small, code.
    ``selectable`` lets a person mark and copy what it says. Room around it is for layouts to give: Qt drops a label's
    own margins where its style changes before it has a height.
    """

    def __init__(
        self, text: str = "", role: str = "", parent: QWidget | None = None, *, selectable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setText(text)


class Paragraph(PlainLabel):
    """A label of as many lines as it needs.

    Layouts ask it again and again, hundreds of times where one stands in another, and mostly for a width that they
    asked for before: Qt would break the text into lines each time, and some times more to find a width by itself.
    """

    def __init__(
        self, text: str = "", role: str = "", parent: QWidget | None = None, *, selectable: bool = False
    ) -> None:
        self._heights: dict[int, int] = {}  # by width, until text or font are others
        self._widths: tuple[int, int] | None = None  # what it can't do without, and what it asks for
        super().__init__(text, role, parent, selectable=selectable)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        if text != self.text():
            self._forget()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._forget()
        super().changeEvent(event)

    def _forget(self) -> None:
        self._heights.clear()
        self._widths = None

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """In one line, if that reads well."""
        width = self._need()[1]
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A word without an end, such as a fingerprint, doesn't push a page over its edge: ``WrapText`` breaks it."""
        return QSize(self._need()[0], self.fontMetrics().height())

    def _need(self) -> tuple[int, int]:
        if self._widths is None:
            self.ensurePolished()
            metrics, text = self.fontMetrics(), self.text()
            more = max(0, self.indent()) + 1
            longest = sorted(set(text.split()), key=len)[-_CANDIDATES:]
            word = max((metrics.horizontalAdvance(one) for one in longest), default=0)
            line = max(metrics.horizontalAdvance(one) for one in text.split("\n"))
            self._widths = min(word, _LONGEST) + more, min(line, _COLUMNS * metrics.averageCharWidth()) + more
        return self._widths


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
