"""What a screen shows of findings: their kinds, what people did about them, spans of time. No Qt, no verdicts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter

from app.language import tr
from app.model import Benchmark, CheckResult, Reason, Result, Severity
from app.overrides import AnswerState, counting, ends_soon
from app.record import Finding


class Kind(StrEnum):
    """What a badge can say."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    WAIVED = "waived"
    ERROR = "error"
    UNKNOWN = "unknown"
    WAITING = "waiting"  # a person has to answer
    UNSEEN = "unseen"  # nobody has looked
    NOTAPPLICABLE = "notapplicable"
    NOTSELECTED = "notselected"
    INFORMATIONAL = "informational"


FAILING = frozenset({Kind.FAIL, Kind.WAIVED})
UNDECIDED = frozenset({Kind.ERROR, Kind.UNKNOWN, Kind.WAITING, Kind.UNSEEN})
# The order in which a person wants to hear of kinds: what is wrong, what is open, what is well.
KIND_ORDER = (
    Kind.FAIL, Kind.ERROR, Kind.UNKNOWN, Kind.WAITING, Kind.UNSEEN, Kind.WAIVED, Kind.PASS, Kind.INFORMATIONAL,
    Kind.NOTAPPLICABLE, Kind.NOTSELECTED,
)  # fmt: skip
SEVERITIES = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)


_KINDS = {kind.value: kind for kind in Kind} | {Result.NOTCHECKED.value: Kind.UNSEEN}


def kind_of(finding: Finding) -> Kind:
    """What a finding's badge says, after answers."""
    return _kind(finding.effective, finding.measured.reason)


def kind_measured(finding: Finding) -> Kind:
    """What its badge would say without the answers of people."""
    return _kind(finding.measured.result.value, finding.measured.reason)


def _kind(effective: str, reason: Reason | None) -> Kind:
    kind = _KINDS[effective]
    return Kind.WAITING if kind is Kind.UNSEEN and reason in _ASKING else kind


def kind_of_check(check: CheckResult) -> Kind:
    """What the badge of one subject says."""
    if check.result is Result.NOTCHECKED:
        return Kind.WAITING if check.reason in _ASKING else Kind.UNSEEN
    return Kind(check.result.value)


_RISKS = 5  # that a page names before anybody asks for more
_ASKING = frozenset({Reason.AWAITING_SIGNOFF, Reason.NOT_DECIDABLE, Reason.NO_PLATFORM})


Tally = dict[Kind, int]  # how many findings are of each kind; kinds without any are left out
Tallies = Mapping[str | None, Tally]  # the same of each machine (None: the site), or of each item


def tallies(findings: Iterable[Finding], of: str = "target") -> Tallies:
    """How many findings are of each kind on each machine (None: the site), or of each "item", in one walk over all."""
    alike = Counter(map(attrgetter(f"measured.{of}", "effective", "measured.reason"), findings))
    found: dict[str | None, list[Tally]] = {}
    for (key, effective, reason), count in alike.items():
        found.setdefault(key, []).append({_kind(effective, reason): count})
    return {key: added(parts) for key, parts in found.items()}


def told(counted: Mapping[tuple[str, str], int]) -> Tally:
    """What verdicts alone tell (``app.counts.Counted``), while a run goes on and findings would cost too much.

    What awaits an answer and what nobody looked at differ by their reason, which isn't in a verdict: both are left out.
    """
    return added(
        {_kind(effective, None): count}
        for (_, effective), count in counted.items()
        if effective != Result.NOTCHECKED.value and count
    )


def added(parts: Iterable[Tally]) -> Tally:
    """Several tallies as one, the most urgent kinds first."""
    counts: dict[Kind, int] = {}
    for part in parts:
        for kind, count in part.items():
            counts[kind] = counts.get(kind, 0) + count
    return {kind: counts[kind] for kind in KIND_ORDER if kind in counts}


class Mark(StrEnum):
    """How far people are with a finding that somebody answered, as a screen shows it beside the badge."""

    ANSWERED = "answered"
    CARRIED = "carried"  # from an earlier audit, and to be confirmed
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ENDS = "ends"  # a waiver or an answer, within thirty days
    ENDED = "ended"  # a waiver: failed again
    LAPSED = "lapsed"  # an answer whose last day is over: to be confirmed again
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class Standing:
    """A mark; ``days`` are those left of an answer that ends soon, 0: today is its last."""

    mark: Mark
    days: int | None = None


_TOLD = {
    AnswerState.REJECTED.value: Mark.REJECTED,
    AnswerState.EXPIRED.value: Mark.LAPSED,
    AnswerState.OUTDATED.value: Mark.OUTDATED,
    AnswerState.WAIVER_EXPIRED.value: Mark.ENDED,
}


def standing_of(finding: Finding, today: date) -> Standing | None:
    """What people did about a finding; None where nobody did, or took it back."""
    if not finding.overrides:
        return None
    if finding.state in _TOLD:
        return Standing(_TOLD[finding.state])
    said = counting(finding.overrides)
    if said is None:
        return None
    if said.expires is not None and ends_soon(said, today):
        return Standing(Mark.ENDS, (said.expires - today).days)
    if said.review:
        return Standing(Mark(said.review))
    return Standing(Mark.CARRIED if said.origin else Mark.ANSWERED)


def top_risks(benchmark: Benchmark, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Failing findings, the gravest first; of the same item only the first target, so that no item fills the list."""
    severity = {rule.id: SEVERITIES.index(rule.severity) for rule in benchmark.rules}
    order = {rule.id: position for position, rule in enumerate(benchmark.rules)}
    failing = [finding for finding in findings if finding.effective == Result.FAIL]
    failing.sort(key=lambda finding: (severity[finding.measured.item], order[finding.measured.item]))
    seen: set[str] = set()
    chosen = []
    for finding in failing:
        if finding.measured.item not in seen:
            seen.add(finding.measured.item)
            chosen.append(finding)
    return tuple(chosen[:_RISKS])


def duration(seconds: float) -> str:
    """A span of time as people say it: "0.4 s", "12 s", "2 min 05 s", "1 h 02 min"."""
    if seconds < 10:  # noqa: PLR2004 - below ten seconds a decimal still says something
        return f"{seconds:.1f} s".replace(".", tr(".", "before the tenths of a number"))
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    if not minutes:
        return f"{rest} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s"


def readable(output: bytes) -> tuple[str, bool]:
    """Evidence as text and whether it was clean UTF-8; bytes that aren't are spelt out."""
    from app.report.visible import visible  # noqa: PLC0415 - the reports cost time that the first window doesn't have

    try:
        return visible(output.decode("utf-8")), True
    except UnicodeDecodeError:
        return visible(output.decode("utf-8", "backslashreplace")), False
