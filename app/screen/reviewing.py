"""What the review shows: counts by chapter, severity and host, waivers that end, answers for a second look."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.auditview import AuditView
from app.language import content
from app.model import Benchmark, Rule, Severity
from app.overrides import AnswerState, counting, ends_soon, expired, may_review
from app.record import Finding, Override, OverrideKind
from app.screen.presentation import KIND_ORDER, SEVERITIES, Kind, Tallies, Tally, added
from app.screen.wizard import progress_of, together

SHOWN = tuple(kind for kind in KIND_ORDER if kind not in {Kind.NOTAPPLICABLE, Kind.NOTSELECTED, Kind.INFORMATIONAL})


@dataclass(frozen=True, slots=True)
class Group:
    """One bar of a chart: what it counts, and how many of each kind."""

    key: str
    label: str
    counts: tuple[tuple[Kind, int], ...]


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything that is counted, in the order of the guideline, of gravity, and of the machines."""

    chapters: tuple[Group, ...]
    severities: tuple[Group, ...]
    hosts: tuple[Group, ...]  # the key of what belongs to no host is empty
    counts: Mapping[Kind, int]


def dashboard(
    benchmark: Benchmark,
    by_item: Tallies,
    by_target: Tallies,
    targets: Sequence[str],
    words: Callable[[Severity], str],
    *,
    site: str,
) -> Dashboard:
    """All charts of what was counted; ``words`` names a severity for people, ``site`` what belongs to no host."""
    severity = {rule.id: rule.severity for rule in benchmark.rules}
    chapter = {rule.id: rule.chapter for rule in benchmark.rules}
    chapters: dict[str, list[Tally]] = {}
    severities: dict[str, list[Tally]] = {}
    for item, counts in by_item.items():
        if item is not None:
            chapters.setdefault(chapter[item], []).append(counts)
            severities.setdefault(severity[item].value, []).append(counts)
    return Dashboard(
        _groups(_added(chapters), [(one.id, f"{one.id}  {content(one.title)}") for one in benchmark.chapters]),
        _groups(_added(severities), [(one.value, words(one)) for one in SEVERITIES]),
        _groups(
            {target or "": counts for target, counts in by_target.items()},
            [(name, name) for name in targets] + [("", site)],
        ),
        added(by_target.values()),
    )


def _added(parts: Mapping[str, Sequence[Tally]]) -> dict[str, Tally]:
    return {key: added(some) for key, some in parts.items()}


def _groups(counted: Mapping[str, Tally], labels: Sequence[tuple[str, str]]) -> tuple[Group, ...]:
    groups = []
    for key, label in labels:
        counts = counted.get(key, {})
        shown = tuple((kind, counts[kind]) for kind in SHOWN if kind in counts)
        if shown:
            groups.append(Group(key, label, shown))
    return tuple(groups)


_LATE = frozenset({AnswerState.OUTDATED, AnswerState.EXPIRED, AnswerState.WAIVER_EXPIRED})


class Sort(StrEnum):
    """The chips above the list of answers."""

    OPEN = "open"  # for a second person, submitted or not
    CARRIED = "carried"  # to be confirmed
    REJECTED = "rejected"
    ACCEPTED = "accepted"
    AGAIN = "again"  # outdated, or over
    ENDING = "ending"  # waivers that are over or end soon
    ALL = "all"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer that counts, with the finding it was given to."""

    rule: Rule
    finding: Finding
    override: Override

    @property
    def sorts(self) -> frozenset[Sort]:
        """The chips under which it stands on any day."""
        found = {Sort.ALL}
        if self.override.review in {Sort.ACCEPTED, Sort.REJECTED}:
            found.add(Sort(self.override.review))
        else:
            found.add(Sort.OPEN)
        if self.override.origin:
            found.add(Sort.CARRIED)
        if self.finding.state in _LATE:
            found.add(Sort.AGAIN)
        return frozenset(found)


def reviewable(rows: Iterable[AnswerRow], reviewer: str, *, single_person: bool) -> tuple[AnswerRow, ...]:
    """Those that this person may accept or reject: not their own, and none that was accepted already."""
    return tuple(
        row
        for row in rows
        if row.override.review != Sort.ACCEPTED and may_review(row.override, reviewer, single_person=single_person)
    )


def answers(benchmark: Benchmark, findings: Iterable[Finding]) -> tuple[AnswerRow, ...]:
    """Every answer that stands, and those that a reviewer rejected: what waits for a second look first."""
    rules = {rule.id: rule for rule in benchmark.rules}
    rows = []
    for finding in findings:
        if not finding.overrides:
            continue
        override = counting(finding.overrides)
        if override is None and finding.overrides[-1].review == "rejected":
            override = finding.overrides[-1]
        if override is not None:
            rows.append(AnswerRow(rules[finding.measured.item], finding, override))
    order = {"": 0, "submitted": 0, "rejected": 1, "accepted": 2}
    return tuple(sorted(rows, key=lambda row: order.get(row.override.review, 0)))


def ending_waivers(rows: Iterable[AnswerRow], today: date) -> tuple[AnswerRow, ...]:
    """Waivers that are over or end within thirty days, the nearest first."""
    ending = [
        row
        for row in rows
        if row.override.kind is OverrideKind.WAIVER and (expired(row.override, today) or ends_soon(row.override, today))
    ]
    return tuple(sorted(ending, key=lambda row: row.override.expires or today))


def of_sort(rows: Iterable[AnswerRow], sort: Sort, today: date) -> tuple[AnswerRow, ...]:
    """What stands under a chip today."""
    return ending_waivers(rows, today) if sort is Sort.ENDING else tuple(row for row in rows if sort in row.sorts)


class Matter(StrEnum):
    """What is still open when an audit is to be signed."""

    NAMELESS = "nameless"  # nobody is named who answers for it
    UNSEEN = "unseen"  # no host was looked at, or the last run was cut off
    UNDECIDED = "undecided"
    REJECTED = "rejected"
    CARRIED = "carried"
    AGAIN = "again"  # outdated, or over
    UNREVIEWED = "unreviewed"


def open_matters(audit: AuditView) -> dict[Matter, int]:
    """How many there are of everything that a person may want to settle before signing, in the order of the walk."""
    rows = answers(audit.benchmark, audit.findings())
    progress = together(progress_of(audit.counts().values()).values())

    def said(sort: Sort) -> int:
        return sum(sort in row.sorts for row in rows)

    found = {
        Matter.NAMELESS: int(not audit.info.auditor or not audit.info.auditor_role),
        Matter.UNSEEN: int(not audit.states or audit.interrupted),
        Matter.UNDECIDED: progress.total - progress.decided,
        Matter.REJECTED: said(Sort.REJECTED),
        Matter.CARRIED: said(Sort.CARRIED),
        Matter.AGAIN: said(Sort.AGAIN),
        Matter.UNREVIEWED: said(Sort.OPEN),
    }
    return {matter: count for matter, count in found.items() if count}
