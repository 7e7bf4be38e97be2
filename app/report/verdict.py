"""What a report calls the standing of a finding: a result with the answers over it, in the words of people."""

from enum import StrEnum

from app.language import tr
from app.model import Reason, Result
from app.overrides import WAIVED
from app.record import Finding


class Verdict(StrEnum):
    """Each has a shape, a word and a colour of its own in print; the order is the worst first."""

    FAIL = "fail"
    WAIVED = "waived"  # it fails, and somebody answers for that until a day
    ERROR = "error"
    UNKNOWN = "unknown"
    AWAITING = "awaiting"  # a person has to answer
    NOTCHECKED = "notchecked"  # nobody has looked
    PASS = "pass"  # noqa: S105 - a verdict, not a password
    INFORMATIONAL = "informational"
    NOTAPPLICABLE = "notapplicable"
    NOTSELECTED = "notselected"


# What a ring and bars show, from good to bad to open, as people look for it. What doesn't apply is no part of it.
DRAWN = (
    Verdict.PASS,
    Verdict.FAIL,
    Verdict.WAIVED,
    Verdict.ERROR,
    Verdict.UNKNOWN,
    Verdict.AWAITING,
    Verdict.NOTCHECKED,
    Verdict.INFORMATIONAL,
)


def word(verdict: Verdict) -> str:
    """What a verdict is called, in the language in force."""
    return {
        Verdict.FAIL: tr("Fail"),
        Verdict.WAIVED: tr("Waived"),
        Verdict.ERROR: tr("Error"),
        Verdict.UNKNOWN: tr("Unknown"),
        Verdict.AWAITING: tr("Awaiting answer"),
        Verdict.NOTCHECKED: tr("Not checked"),
        Verdict.PASS: tr("Pass"),
        Verdict.INFORMATIONAL: tr("For information"),
        Verdict.NOTAPPLICABLE: tr("Not applicable"),
        Verdict.NOTSELECTED: tr("Left out"),
    }[verdict]


def word_within(verdict: Verdict) -> str:
    """The same within a sentence."""
    return {
        Verdict.FAIL: tr("fail"),
        Verdict.WAIVED: tr("waived"),
        Verdict.ERROR: tr("error"),
        Verdict.UNKNOWN: tr("unknown"),
        Verdict.AWAITING: tr("awaiting answer"),
        Verdict.NOTCHECKED: tr("not checked"),
        Verdict.PASS: tr("pass"),
        Verdict.INFORMATIONAL: tr("for information"),
        Verdict.NOTAPPLICABLE: tr("not applicable"),
        Verdict.NOTSELECTED: tr("left out"),
    }[verdict]


ORDER: dict[Verdict, int] = {verdict: index for index, verdict in enumerate(Verdict)}
DECIDED = (Verdict.FAIL, Verdict.WAIVED, Verdict.PASS)
UNSETTLED = (Verdict.ERROR, Verdict.UNKNOWN, Verdict.AWAITING, Verdict.NOTCHECKED)  # no answer either way yet

_ASKED = (Reason.AWAITING_SIGNOFF, Reason.NOT_DECIDABLE)


def verdict_of(result: str, reason: Reason | None) -> Verdict:
    """The verdict for an effective result (a Result or "waived") with the reason that it was measured with."""
    if result == WAIVED:
        return Verdict.WAIVED
    if result == Result.NOTCHECKED and reason in _ASKED:
        return Verdict.AWAITING
    return Verdict(Result(result).value)


def standing_verdict(finding: Finding) -> Verdict:
    """The verdict of a finding as it stands."""
    return verdict_of(finding.effective, finding.measured.reason)
