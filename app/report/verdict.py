"""What a report calls the standing of a finding: a result with the answers over it, in the words of people."""

from enum import StrEnum

from app.model import Finding, Reason, Result
from app.report.standing import WAIVED


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


WORDS: dict[Verdict, str] = {
    Verdict.FAIL: "Fail",
    Verdict.WAIVED: "Waived",
    Verdict.ERROR: "Error",
    Verdict.UNKNOWN: "Unknown",
    Verdict.AWAITING: "Awaiting answer",
    Verdict.NOTCHECKED: "Not checked",
    Verdict.PASS: "Pass",
    Verdict.INFORMATIONAL: "For information",
    Verdict.NOTAPPLICABLE: "Not applicable",
    Verdict.NOTSELECTED: "Left out",
}

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
