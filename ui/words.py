"""The words of the field on screen, in the language of the program."""

from PySide6.QtCore import QCoreApplication

from app.model import Mode, Role, Scope, Severity
from app.presentation import Kind


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
        Mode.AUTOMATED: translate("Words", "automatic"),
        Mode.ASSISTED: translate("Words", "you decide"),
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
