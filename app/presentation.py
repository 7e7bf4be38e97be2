"""What a screen shows of findings: their kinds, the rows of a chapter, spans of time. No Qt, no verdicts."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.model import Benchmark, CheckResult, Finding, Mode, Reason, Result, Rule, Scope, Section, Severity


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


class Filter(StrEnum):
    """The chips above a chapter's list."""

    ALL = "all"
    FAILED = "failed"
    UNDECIDED = "undecided"
    MANUAL = "manual"
    ANSWERED = "answered"


FAILING = frozenset({Kind.FAIL, Kind.WAIVED})
UNDECIDED = frozenset({Kind.ERROR, Kind.UNKNOWN, Kind.WAITING, Kind.UNSEEN})
# The order in which a person wants to hear of kinds: what is wrong, what is open, what is well.
KIND_ORDER = (
    Kind.FAIL, Kind.ERROR, Kind.UNKNOWN, Kind.WAITING, Kind.UNSEEN, Kind.WAIVED, Kind.PASS, Kind.INFORMATIONAL,
    Kind.NOTAPPLICABLE, Kind.NOTSELECTED,
)  # fmt: skip
SEVERITIES = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def kind_of(finding: Finding) -> Kind:
    """What a finding's badge says, after answers."""
    if finding.effective == "waived":
        return Kind.WAIVED
    result = Result(finding.effective)
    if result is Result.NOTCHECKED:
        return Kind.WAITING if asks(finding) else Kind.UNSEEN
    return Kind(result.value)


def kind_of_check(check: CheckResult) -> Kind:
    """What the badge of one subject says."""
    if check.result is Result.NOTCHECKED:
        return Kind.WAITING if check.reason in _ASKING else Kind.UNSEEN
    return Kind(check.result.value)


_ASKING = frozenset({Reason.AWAITING_SIGNOFF, Reason.NOT_DECIDABLE, Reason.NO_PLATFORM})


def asks(finding: Finding) -> bool:
    """Whether it waits for a person rather than for a look at the host."""
    return finding.measured.reason in _ASKING


def decided(finding: Finding) -> bool:
    """Whether nobody has to do anything about it any more."""
    return kind_of(finding) not in UNDECIDED


def tally(findings: Iterable[Finding]) -> dict[Kind, int]:
    """How many findings are of each kind; kinds without any are left out."""
    counts: dict[Kind, int] = {}
    for finding in findings:
        kind = kind_of(finding)
        counts[kind] = counts.get(kind, 0) + 1
    return {kind: counts[kind] for kind in KIND_ORDER if kind in counts}


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading in a chapter's list."""

    section: Section


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item with its finding on each target; the key None is the whole site."""

    rule: Rule
    cells: Mapping[str | None, Finding]

    @property
    def site_wide(self) -> bool:
        """Whether it is answered once for all machines."""
        return self.rule.scope is Scope.SITE or set(self.cells) == {None}

    def cell(self, target: str | None) -> Finding | None:
        """The finding in that column; a site-wide one stands in every column."""
        return self.cells.get(target) or self.cells.get(None)


Row = SectionRow | ItemRow


def chapter_rows(
    benchmark: Benchmark,
    findings: Sequence[Finding],
    chapter: str,
    *,
    filters: Collection[Filter] = (),
    query: str = "",
) -> tuple[Row, ...]:
    """Sections and items of a chapter that match every filter and every word of the query.

    The query looks into titles, requirements, messages, host names and the names of subjects such as VMs.
    """
    cells: dict[str, dict[str | None, Finding]] = {}
    for finding in findings:
        cells.setdefault(finding.measured.item, {})[finding.measured.target] = finding
    sections = {
        section.id: section for group in benchmark.chapters if group.id == chapter for section in group.sections
    }
    words = query.casefold().split()
    rows: list[Row] = []
    last = ""
    for rule in benchmark.rules:
        if rule.chapter != chapter:
            continue
        row = ItemRow(rule, cells.get(rule.id, {}))
        if not _matches(row, filters, words):
            continue
        if rule.section != last:
            last = rule.section
            rows.append(SectionRow(sections.get(rule.section, Section(rule.section, "", ""))))
        rows.append(row)
    return tuple(rows)


def _matches(row: ItemRow, filters: Collection[Filter], words: Sequence[str]) -> bool:
    kinds = {kind_of(finding) for finding in row.cells.values()}
    for name in filters:
        if name is Filter.FAILED and not kinds & FAILING:
            return False
        if name is Filter.UNDECIDED and not kinds & UNDECIDED:
            return False
        if name is Filter.MANUAL and row.rule.mode is Mode.AUTOMATED and Kind.WAITING not in kinds:
            return False
        if name is Filter.ANSWERED and not any(finding.overrides for finding in row.cells.values()):
            return False
    if not words:
        return True
    text = _text(row)
    return all(word in text for word in words)


def _text(row: ItemRow) -> str:
    parts = [row.rule.id, row.rule.title, row.rule.requirement, row.rule.question]
    for target, finding in row.cells.items():
        parts += [target or "", finding.measured.message]
        parts += [check.subject or "" for check in finding.measured.checks]
    return "\n".join(parts).casefold()


def first_of_interest(row: ItemRow, targets: Sequence[str]) -> str | None:
    """The target to show first for an item: the worst one, in the order of the columns."""
    if row.site_wide:
        return None
    ranked = [
        (KIND_ORDER.index(kind_of(finding)), position, target)
        for position, target in enumerate(targets)
        if (finding := row.cells.get(target)) is not None
    ]
    return min(ranked)[2] if ranked else None


def top_risks(benchmark: Benchmark, findings: Iterable[Finding], limit: int = 5) -> tuple[Finding, ...]:
    """Failing findings, the gravest first; of the same item only the first target, so that no item fills the list."""
    severity = {rule.id: SEVERITIES.index(rule.severity) for rule in benchmark.rules}
    order = {rule.id: position for position, rule in enumerate(benchmark.rules)}
    failing = [finding for finding in findings if kind_of(finding) is Kind.FAIL]
    failing.sort(key=lambda finding: (severity[finding.measured.item], order[finding.measured.item]))
    seen: set[str] = set()
    chosen = []
    for finding in failing:
        if finding.measured.item not in seen:
            seen.add(finding.measured.item)
            chosen.append(finding)
    return tuple(chosen[:limit])


def duration(seconds: float) -> str:
    """A span of time as people say it: "0.4 s", "12 s", "2 min 05 s", "1 h 02 min"."""
    if seconds < 10:  # noqa: PLR2004 - below ten seconds a decimal still says something
        return f"{seconds:.1f} s"
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
