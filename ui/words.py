"""The words of the field on screen, in the language of the program."""

from collections.abc import Mapping
from functools import cache

from app import language
from app.compare import Kind as ChangeKind
from app.model import Mode, Role, Scope, Severity
from app.overrides import Outdated
from app.record import Finding, Override, OverrideKind
from app.screen.presentation import Kind, Mark, Standing


def translate(context: str, source: str) -> str:
    """As Qt's function of that name, by which sentences are collected; without a way through Qt for each word."""
    return language.lookup(context, source)[0]


def kind_word(kind: Kind) -> str:
    """What the badge says: a word for each kind."""
    return _kind_words(language.current())[kind]


@cache
def _kind_words(_language: str) -> Mapping[Kind, str]:
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
    }


def kind_sentence(kind: Kind) -> str:
    """The same, spelt out for tool tips and screen readers."""
    return _kind_sentences(language.current())[kind]


@cache
def _kind_sentences(_language: str) -> Mapping[Kind, str]:
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
    }


def severity_word(severity: Severity) -> str:
    """The word of a severity."""
    return _severity_words(language.current())[severity]


@cache
def _severity_words(_language: str) -> Mapping[Severity, str]:
    return {
        Severity.LOW: translate("Words", "Low"),
        Severity.MEDIUM: translate("Words", "Medium"),
        Severity.HIGH: translate("Words", "High"),
        Severity.CRITICAL: translate("Words", "Critical"),
    }


def mode_word(mode: Mode) -> str:
    """How an item is decided, in words."""
    return {
        Mode.AUTOMATED: translate("Words", "automatic"),
        Mode.ASSISTED: translate("Words", "you decide"),
        Mode.MANUAL: translate("Words", "you answer"),
    }[mode]


def scope_word(scope: Scope) -> str:
    """What an item concerns, in words."""
    return {
        Scope.HOST: translate("Words", "hosts"),
        Scope.GUEST: translate("Words", "guests"),
        Scope.BOTH: translate("Words", "hosts and guests"),
        Scope.SITE: translate("Words", "whole site"),
        Scope.CROSS_HOST: translate("Words", "host with its guests"),
    }[scope]


def role_word(role: Role) -> str:
    """The word of a role."""
    return {
        Role.HOST: translate("Words", "Host"),
        Role.GUEST: translate("Words", "Guest"),
        Role.AUTO: translate("Words", "Detect"),
    }[role]


def standing_word(standing: Standing) -> str:
    """What stands below a badge: what people did about it, in a word or three."""
    if standing.mark is Mark.ENDS:
        if not standing.days:
            return translate("Words", "ends today")
        return translate("Words", "ends in {n} d").format(n=standing.days)
    return {
        Mark.ANSWERED: translate("Words", "answered"),
        Mark.CARRIED: translate("Words", "carried over"),
        Mark.SUBMITTED: translate("Words", "submitted"),
        Mark.ACCEPTED: translate("Words", "accepted"),
        Mark.REJECTED: translate("Words", "rejected"),
        Mark.ENDED: translate("Words", "waiver ended"),
        Mark.LAPSED: translate("Words", "answer ended"),
        Mark.OUTDATED: translate("Words", "outdated"),
    }[standing.mark]


def standing_sentence(standing: Standing) -> str:
    """The same, spelt out for tool tips and screen readers."""
    if standing.mark is Mark.ENDS:
        if not standing.days:
            return translate("Words", "The answer ends today")
        if standing.days == 1:
            return translate("Words", "The answer ends tomorrow")
        return translate("Words", "The answer ends in {n} days").format(n=standing.days)
    return {
        Mark.ANSWERED: translate("Words", "Answered, and reviewed by nobody yet"),
        Mark.CARRIED: translate("Words", "Carried over from an earlier audit: to be confirmed"),
        Mark.SUBMITTED: translate("Words", "Answered and given to a second person"),
        Mark.ACCEPTED: translate("Words", "Accepted by a second person"),
        Mark.REJECTED: translate("Words", "Rejected by a second person: to be answered again"),
        Mark.ENDED: translate("Words", "The waiver is over: what was measured counts again"),
        Mark.LAPSED: translate("Words", "The answer's last day is over: to be confirmed again"),
        Mark.OUTDATED: translate("Words", "Something changed after the answer: to be looked at again"),
    }[standing.mark]


def change_word(change: ChangeKind) -> str:
    """How a finding stands to the one of an earlier audit."""
    return {
        ChangeKind.WORSE: translate("Words", "worse"),
        ChangeKind.BETTER: translate("Words", "better"),
        ChangeKind.CHANGED: translate("Words", "changed"),
        ChangeKind.EVIDENCE: translate("Words", "other facts"),
        ChangeKind.NEW: translate("Words", "new"),
        ChangeKind.GONE: translate("Words", "gone"),
        ChangeKind.SAME: translate("Words", "new wording"),
    }[change]


def answer_word(override: Override) -> str:
    """What a person said."""
    if override.kind is OverrideKind.WITHDRAWN:
        return translate("Words", "Taken back")
    return kind_word(Kind.WAIVED if override.kind is OverrideKind.WAIVER else Kind(override.new.value))


def outdated_sentence(finding: Finding) -> str:
    """What changed after the answer that counts was given; empty where nothing did."""
    return (
        {
            Outdated.TEXT: translate("Words", "the item or its check was changed"),
            Outdated.RESULT: translate("Words", "what was measured changed"),
            Outdated.EVIDENCE: translate("Words", "what was collected changed"),
        }[Outdated(finding.outdated)]
        if finding.outdated
        else ""
    )
