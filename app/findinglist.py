"""The findings of an audit as one flat list, narrowed down: what a number of the review was counted of. No Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.model import Benchmark, Finding
from app.presentation import SEVERITIES, Kind, Tally, kind_of, tally
from app.reviewing import SHOWN

_COUNTED = frozenset(SHOWN)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings; what isn't said narrows nothing down."""

    kinds: frozenset[Kind] = frozenset()  # none: all that the review counts
    chapter: str = ""
    severity: str = ""
    host: str | None = None  # "" is the whole site


@dataclass(frozen=True, slots=True)
class FindingList:
    """What is wanted, and how many there would be of each kind if all were wanted."""

    rows: tuple[Finding, ...]
    counts: Mapping[Kind, int]


def select(benchmark: Benchmark, findings: Iterable[Finding], wanted: Wanted) -> FindingList:
    """What is wrong first, then what is open, then what is well, each by gravity and in the guideline's order."""
    rank = {
        rule.id: (SEVERITIES.index(rule.severity), place)
        for place, rule in enumerate(benchmark.rules)
        if wanted.chapter in {"", rule.chapter} and wanted.severity in {"", rule.severity.value}
    }
    near = [
        one
        for one in findings
        if one.measured.item in rank and (wanted.host is None or (one.measured.target or "") == wanted.host)
    ]
    counts: Tally = {kind: count for kind, count in tally(near).items() if kind in _COUNTED}
    kinds = wanted.kinds or _COUNTED
    sorts: dict[Kind, list[Finding]] = {kind: [] for kind in SHOWN if kind in kinds}
    for one in near:
        if (kind := kind_of(one)) in sorts:
            sorts[kind].append(one)
    rows = (one for found in sorts.values() for one in sorted(found, key=lambda one: rank[one.measured.item]))
    return FindingList(tuple(rows), counts)
