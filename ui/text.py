"""Text on its way to the screen: always plain, never guessed to be markup.

Qt labels, tool tips and message boxes guess rich text from what they are given and would load an image that a host
named; every string therefore passes through here. tests/gui/test_plain_text.py finds raw uses.
"""

import html

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.model import Mode, Role, Scope, Severity
from app.presentation import Kind


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
    return f"<span>{html.escape(text)}</span>" if text else ""


def mnemonic_free(text: str) -> str:
    """Text for buttons, tabs and actions, where a single ampersand would vanish."""
    return text.replace("&", "&&")


def elided_middle(text: str, length: int) -> str:
    """The text cut in its middle to at most ``length`` characters, with an ellipsis that says so."""
    if len(text) <= length:
        return text
    half = (length - 1) // 2
    return f"{text[: length - 1 - half]}…{text[-half:]}"


def kind_word(kind: Kind) -> str:
    """What the badge says: a word for each kind."""
    translate = QCoreApplication.translate
    return {
        Kind.PASS: translate("Words", "Pass"),
        Kind.FAIL: translate("Words", "Fail"),
        Kind.WAIVED: translate("Words", "Waived"),
        Kind.ERROR: translate("Words", "Error"),
        Kind.UNKNOWN: translate("Words", "Can't tell"),
        Kind.WAITING: translate("Words", "Answer"),
        Kind.UNSEEN: translate("Words", "Not looked at"),
        Kind.NOTAPPLICABLE: translate("Words", "N/A"),
        Kind.NOTSELECTED: translate("Words", "Left out"),
        Kind.INFORMATIONAL: translate("Words", "Info"),
    }[kind]


def kind_sentence(kind: Kind) -> str:
    """The same, spelt out for tool tips and screen readers."""
    translate = QCoreApplication.translate
    return {
        Kind.PASS: translate("Words", "Passes"),
        Kind.FAIL: translate("Words", "Fails"),
        Kind.WAIVED: translate("Words", "Fails, waived until a date"),
        Kind.ERROR: translate("Words", "Looking went wrong"),
        Kind.UNKNOWN: translate("Words", "Looked at, but it can't be told"),
        Kind.WAITING: translate("Words", "Awaits your answer"),
        Kind.UNSEEN: translate("Words", "Nobody has looked yet"),
        Kind.NOTAPPLICABLE: translate("Words", "Not applicable"),
        Kind.NOTSELECTED: translate("Words", "Chapter left out of this audit"),
        Kind.INFORMATIONAL: translate("Words", "For information"),
    }[kind]


def severity_word(severity: Severity) -> str:
    """The word of a severity."""
    translate = QCoreApplication.translate
    return {
        Severity.LOW: translate("Words", "Low"),
        Severity.MEDIUM: translate("Words", "Medium"),
        Severity.HIGH: translate("Words", "High"),
        Severity.CRITICAL: translate("Words", "Critical"),
    }[severity]


def mode_word(mode: Mode) -> str:
    """How an item is decided, in words."""
    translate = QCoreApplication.translate
    return {
        Mode.AUTOMATED: translate("Words", "checked by the program"),
        Mode.ASSISTED: translate("Words", "facts collected, you decide"),
        Mode.MANUAL: translate("Words", "you answer"),
    }[mode]


def scope_word(scope: Scope) -> str:
    """What an item concerns, in words."""
    translate = QCoreApplication.translate
    return {
        Scope.HOST: translate("Words", "hosts"),
        Scope.GUEST: translate("Words", "guests"),
        Scope.BOTH: translate("Words", "hosts and guests"),
        Scope.SITE: translate("Words", "whole site"),
        Scope.CROSS_HOST: translate("Words", "host with its guests"),
    }[scope]


def role_word(role: Role) -> str:
    """The word of a role."""
    translate = QCoreApplication.translate
    return {
        Role.HOST: translate("Words", "Host"),
        Role.GUEST: translate("Words", "Guest"),
        Role.AUTO: translate("Words", "Detect"),
    }[role]
