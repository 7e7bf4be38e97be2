"""Sign-offs and waivers laid over measured results, never into them.

Which answer counts, for one item on one target (None: site-wide): the last one. A withdrawal brings the measured
result back, and so does the rejection of the last answer by a reviewer. A sign-off's result stands in place of the
measured one until the day after it expires. A waiver says that an item isn't met and that this is accepted for now:
where the measured result is anything but a pass or "doesn't apply", the item is waived, and failed once the waiver's
last day is over. A waiver of an item that passes by measurement isn't needed and changes nothing.

Days are days of the operator: callers pass local_today(), and a waiver until the 31st counts all through the 31st.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum
from typing import Protocol, TypeVar

from app.language import tr
from app.model import Check, Reason, Result, Rule, RuleResult
from app.people import same_person
from app.record import Attachment, Finding, Override, OverrideKind, Score

WAIVED = "waived"  # Finding.effective of an item with a waiver that counts
WARNING_DAYS = 30  # a waiver that ends within so many days is shown as such

# Measured results that a waiver leaves alone: nothing is wrong there that could be accepted.
BEYOND_WAIVERS = frozenset({Result.PASS, Result.NOTAPPLICABLE, Result.NOTSELECTED, Result.INFORMATIONAL})


class AnswerState(StrEnum):
    """How far people are with an item."""

    MEASURED = "measured"  # decided by the program, and nobody has said anything about it
    AWAITING = "awaiting"  # nobody has answered yet
    ANSWERED = "answered"
    SUBMITTED = "submitted"  # given to a second person
    ACCEPTED = "accepted"
    REJECTED = "rejected"  # by the second person: to be answered again
    EXPIRED = "expired"  # the sign-off's last day is over: to be confirmed again
    OUTDATED = "outdated"  # what was measured, or the item's text, changed after the answer
    WAIVED = "waived"
    WAIVER_ENDS = "waiver-ends"  # within WARNING_DAYS
    WAIVER_EXPIRED = "waiver-expired"  # what was measured counts again


_REVIEWED = {one.value: one for one in (AnswerState.SUBMITTED, AnswerState.ACCEPTED)}


class Outdated(StrEnum):
    """What changed after an answer was given, so that it should be looked at again."""

    TEXT = "text"  # what the item asks, or how it is checked
    RESULT = "result"  # what was measured
    EVIDENCE = "evidence"  # what was collected for the person who decides


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says: a sign-off, a waiver or the withdrawal of one. With number and time it is an Override.

    An entry of the ledger holds it as it is, so once released it may only gain fields with a default.
    """

    kind: OverrideKind
    item: str
    target: str | None
    old: Result
    new: Result
    by: str
    role: str
    remark: str
    expires: date | None = None
    attachments: tuple[Attachment, ...] = ()
    basis: str = ""  # text_digest() of what the item asked when it was answered
    origin: str = ""  # of an answer carried over from an earlier audit: from where, in words

    @property
    def content(self) -> tuple[str, ...]:
        """SHA-256 of the content that this refers to."""
        return tuple(attachment.sha256 for attachment in self.attachments)


class Effective(Protocol):
    """As much of an answer as decides what its item counts as: an Override, or less."""

    @property
    def kind(self) -> OverrideKind:
        """What a person did."""

    @property
    def new(self) -> Result:
        """What a sign-off says in place of what was measured."""

    @property
    def expires(self) -> date | None:
        """Its last day, if it has one."""

    @property
    def review(self) -> str:
        """What a second person said last, if anybody did."""


Said = TypeVar("Said", bound=Effective)


def local_today(now: datetime | None = None, zone: tzinfo | None = None) -> date:
    """The day that the operator's calendar shows; ``zone`` None is the zone of this computer."""
    return (now or datetime.now(UTC)).astimezone(zone).date()


def expired(override: Effective, today: date) -> bool:
    """Whether the answer's last day is over."""
    return override.expires is not None and today > override.expires


def ends_soon(override: Override, today: date) -> bool:
    """Whether the answer still holds, but for no more than WARNING_DAYS from today."""
    return override.expires is not None and 0 <= (override.expires - today).days <= WARNING_DAYS


def counting(overrides: Sequence[Said]) -> Said | None:
    """The answer that counts among those to one item on one target, oldest first; None: the measured result stands."""
    if not overrides or overrides[-1].kind is OverrideKind.WITHDRAWN or overrides[-1].review == "rejected":
        return None
    return overrides[-1]


def effective(measured: Result, overrides: Sequence[Effective], today: date) -> str:
    """What an item counts as today: a Result, or "waived"."""
    return _effective(measured, counting(overrides), today)


def _effective(measured: Result, override: Effective | None, today: date) -> str:
    if override is None:
        return measured.value
    if override.kind is OverrideKind.SIGNOFF:
        return measured.value if expired(override, today) else override.new.value
    if measured in BEYOND_WAIVERS:
        return measured.value
    return Result.FAIL.value if expired(override, today) else WAIVED


def score(findings: Iterable[Finding]) -> Score:
    """Share of decided items that pass, in whole per cent rounded down: 100 means that not one fails."""
    counts = Counter(finding.effective for finding in findings)
    return score_of(counts[Result.PASS], counts[Result.FAIL], counts[WAIVED])


def score_of(passed: int, failed: int, waived: int) -> Score:
    """The score of so many findings."""
    return Score(_share(passed, passed + failed), _share(passed, passed + failed + waived))


def _share(part: int, whole: int) -> int | None:
    return part * 100 // whole if whole else None


def _state(
    measured: RuleResult, overrides: Sequence[Override], override: Override | None, today: date, *, outdated: bool
) -> AnswerState:
    if override is None:
        if overrides and overrides[-1].review == "rejected":
            return AnswerState.REJECTED
        return AnswerState.AWAITING if asks(measured) else AnswerState.MEASURED
    waiver = override.kind is OverrideKind.WAIVER
    if expired(override, today):
        return AnswerState.WAIVER_EXPIRED if waiver else AnswerState.EXPIRED
    if outdated:
        return AnswerState.OUTDATED
    if waiver:
        return AnswerState.WAIVER_ENDS if ends_soon(override, today) else AnswerState.WAIVED
    return _REVIEWED.get(override.review, AnswerState.ANSWERED)


def lay(measured: RuleResult, said: tuple[Override, ...], today: date, outdated: str = "") -> Finding:
    """What was measured with the answers to it, oldest first; ``outdated`` is a word of Outdated, if one is."""
    override = counting(said)
    state = _state(measured, said, override, today, outdated=bool(outdated))
    return Finding(measured, _effective(measured.result, override, today), said, state.value, outdated)


def asks(measured: RuleResult) -> bool:
    """Whether only a person can decide the item."""
    return measured.reason in (Reason.AWAITING_SIGNOFF, Reason.NOT_DECIDABLE)


def unseen(measured: RuleResult) -> bool:
    """Whether a look would decide the item and nobody had one: nothing is known there that a waiver could accept."""
    return measured.result is Result.NOTCHECKED and measured.reason in (None, Reason.UNREACHABLE)


def changed_since(override: Override, then: RuleResult | None, now: RuleResult) -> bool:
    """Whether what was measured changed after the answer.

    ``then`` is the result as it stood when the answer was given; None: nothing had been measured. Only what a person
    would read differently counts: verdicts, subjects, what was expected and found. A new time of day doesn't.
    """
    if then is None:
        return override.old is not now.result
    if then == now:
        return False  # without a look at what may be hundreds of checks
    return then is not now and _essence(then) != _essence(now)


def _essence(result: RuleResult) -> object:
    return (
        result.result,
        result.reason,
        frozenset((c.check, c.subject, c.result, c.reason, c.expected, c.actual) for c in result.checks),
    )


def text_digest(rule: Rule, checks: Iterable[Check] = ()) -> str:
    """SHA-256 over what an item asks and how it is checked: an answer given to another text is outdated."""
    asked = [rule, sorted(checks, key=lambda check: check.id)]
    return hashlib.sha256(json.dumps(asked, sort_keys=True, default=_told).encode()).hexdigest()


def _told(value: object) -> object:
    """What JSON says of a value that it doesn't know: the fields of a dataclass, the text of anything else."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return str(value)


def remark_needed(kind: OverrideKind, new: Result, measured: Result) -> str:
    """Why an answer needs a remark, as a sentence for the person, or an empty text if it may do without."""
    if kind is OverrideKind.WAIVER:
        return tr("A waiver needs a reason: who reads the report must see why this risk is accepted.")
    if kind is OverrideKind.SIGNOFF and new is Result.NOTAPPLICABLE:
        return tr("Say why this item doesn't apply here.")
    if kind is OverrideKind.SIGNOFF and new is Result.FAIL:
        return tr("Say what is not met, so that it can be mended.")
    if kind is OverrideKind.SIGNOFF and measured is Result.FAIL:
        return tr("The program found a failure: say why you sign it off all the same.")
    return ""


def newest(overrides: Iterable[Override]) -> list[Override]:
    """The last answer to each item on each target."""
    return list({(one.item, one.target): one for one in overrides}.values())


def awaiting_review(overrides: Iterable[Override]) -> tuple[Override, ...]:
    """The answers that count, or were rejected, and that no second person has accepted."""
    return tuple(
        one for one in newest(overrides) if one.kind is not OverrideKind.WITHDRAWN and one.review != "accepted"
    )


def audit_state(stored: str, last: Iterable[Effective]) -> str:
    """Where an audit as a whole stands: open, submitted, accepted or signed.

    Only signing is an act of its own (``stored``). The rest follows from the last answer to each item on each target,
    so it can never contradict them: accepted when every answer that counts is, submitted when each was at least given
    to the second person, and open again as soon as one is rejected or a new one is given.
    """
    if stored == "signed":
        return stored
    reviews = {one.review for one in last if one.kind is not OverrideKind.WITHDRAWN}
    if not reviews or not reviews <= {"submitted", "accepted"}:
        return "open"
    return "submitted" if "submitted" in reviews else "accepted"


def may_review(override: Override, reviewer: str, *, single_person: bool = False) -> bool:
    """Whether that person may accept the answer: nobody accepts their own, but in an audit marked single-person."""
    return single_person or not same_person(override.by, reviewer)
