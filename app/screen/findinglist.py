"""The findings of an audit as one flat list, narrowed down: what a number of the review was counted of. No Qt."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from app.model import Benchmark
from app.record import Finding
from app.screen.presentation import SEVERITIES, Kind, Tally, kind_of
from app.screen.reviewing import SHOWN

_ALIKE = attrgetter("measured.item", "effective", "measured.reason")  # one item, and one kind by the other two


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


class FindingIndex:
    """Findings by item and kind, sorted once for any number of lists: a hundred machines have ten thousand."""

    def __init__(self, benchmark: Benchmark, findings: Sequence[Finding]) -> None:
        self.findings = findings
        self._parts: dict[tuple[str, Kind], list[Finding]] = defaultdict(list)
        alike: dict[object, list[Finding]] = {}  # the same lists, found without asking each finding for its kind
        for key, one in zip(map(_ALIKE, findings), findings, strict=True):
            part = alike.get(key)
            if part is None:
                part = alike[key] = self._parts[one.measured.item, kind_of(one)]
            part.append(one)
        rank = {severity: place for place, severity in enumerate(SEVERITIES)}
        self._rules = sorted(benchmark.rules, key=lambda rule: rank[rule.severity])  # then in the guideline's order

    def select(self, wanted: Wanted) -> FindingList:
        """What is wrong first, then what is open, then what is well, each by gravity and in the guideline's order."""
        items = [
            rule.id
            for rule in self._rules
            if wanted.chapter in {"", rule.chapter} and wanted.severity in {"", rule.severity.value}
        ]
        counts: Tally = {}
        rows: list[Finding] = []
        for kind in SHOWN:
            found = [one for item in items for one in self._parts.get((item, kind), ())]
            if wanted.host is not None:
                found = [one for one in found if (one.measured.target or "") == wanted.host]
            if found:
                counts[kind] = len(found)
            if not wanted.kinds or kind in wanted.kinds:
                rows += found
        return FindingList(tuple(rows), counts)
