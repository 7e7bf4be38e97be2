"""What the review shows: counts by chapter, severity and host, waivers that end, answers for a second look."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.model import Benchmark, Finding, Override, OverrideKind, Rule
from app.overrides import counting, ends_soon, expired
from app.presentation import KIND_ORDER, SEVERITIES, Kind, kind_of, tally

SHOWN = tuple(kind for kind in KIND_ORDER if kind not in {Kind.NOTAPPLICABLE, Kind.NOTSELECTED, Kind.INFORMATIONAL})


@dataclass(frozen=True, slots=True)
class Group:
    """One bar of a chart: what it counts, and how many of each kind."""

    key: str
    label: str
    counts: tuple[tuple[Kind, int], ...]


def _grouped(
    findings: Iterable[Finding], key_of: Callable[[Finding], str], labels: Sequence[tuple[str, str]]
) -> tuple[Group, ...]:
    by_key: dict[str, list[Finding]] = {}
    for finding in findings:
        by_key.setdefault(key_of(finding), []).append(finding)
    groups = []
    for key, label in labels:
        counts = tally(by_key.get(key, ()))
        shown = tuple((kind, counts[kind]) for kind in SHOWN if kind in counts)
        if shown:
            groups.append(Group(key, label, shown))
    return tuple(groups)


def by_chapter(benchmark: Benchmark, findings: Sequence[Finding]) -> tuple[Group, ...]:
    """A bar for each chapter."""
    labels = [(chapter.id, f"{chapter.id}  {chapter.title}") for chapter in benchmark.chapters]
    return _grouped(findings, lambda one: one.measured.item.split(".", 1)[0], labels)


def by_severity(benchmark: Benchmark, findings: Sequence[Finding], words: Callable[[object], str]) -> tuple[Group, ...]:
    """``words`` names a severity for people."""
    severity = {rule.id: rule.severity for rule in benchmark.rules}
    labels = [(one.value, words(one)) for one in SEVERITIES]
    return _grouped(findings, lambda one: severity[one.measured.item].value, labels)


def by_host(findings: Sequence[Finding], targets: Sequence[str], site: str) -> tuple[Group, ...]:
    """``site`` names what belongs to no host; its key is empty."""
    labels = [(name, name) for name in targets] + [("", site)]
    return _grouped(findings, lambda one: one.measured.target or "", labels)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer that counts, with the finding it was given to."""

    rule: Rule
    finding: Finding
    override: Override


def answers(benchmark: Benchmark, findings: Iterable[Finding]) -> tuple[AnswerRow, ...]:
    """Every answer that stands, and those that a reviewer rejected: what waits for a second look first."""
    rules = {rule.id: rule for rule in benchmark.rules}
    rows = []
    for finding in findings:
        override = counting(finding.overrides)
        if override is None and finding.overrides and finding.overrides[-1].review == "rejected":
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


def first_of(findings: Iterable[Finding], kinds: Iterable[Kind], accept: Callable[[Finding], bool]) -> Finding | None:
    """The first finding of these kinds for which ``accept`` holds: where a number of a chart leads."""
    wanted = set(kinds)
    return next((one for one in findings if kind_of(one) in wanted and accept(one)), None)
