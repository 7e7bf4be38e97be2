"""The list of a chapter: its items by section with their findings, sorted once for any number of filters. No Qt.

Built anew whenever findings changed; with 100 machines that is one walk over some 10,000 findings. Search texts are
made when they are first asked for and kept as long as nothing was measured anew, since one item may have 20,000
subjects.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from operator import is_

from app.compare import Kind as ChangeKind
from app.language import content
from app.model import Benchmark, Mode, Rule, Scope, Section
from app.record import Finding
from app.screen.presentation import FAILING, KIND_ORDER, UNDECIDED, Kind, Mark, Standing, kind_of, standing_of

Place = tuple[str, str | None]  # item and target; None: site-wide


class Filter(StrEnum):
    """The chips above the list."""

    ALL = "all"
    FAILED = "failed"
    UNDECIDED = "undecided"
    MANUAL = "manual"
    CHANGED = "changed"  # since the earlier audit that was chosen
    WAIVED = "waived"  # also those that end soon, or have ended
    REJECTED = "rejected"
    AGAIN = "again"  # to be confirmed: carried over, outdated, or over
    ANSWERED = "answered"


_SPOKEN = frozenset({Filter.WAIVED, Filter.REJECTED, Filter.AGAIN, Filter.ANSWERED})
_WAIVED = frozenset({Mark.ENDS, Mark.ENDED})
_AGAIN = frozenset({Mark.CARRIED, Mark.OUTDATED, Mark.LAPSED, Mark.ENDED})


@dataclass(frozen=True, slots=True)
class Look:
    """All that a cell of the list shows of a finding."""

    kind: Kind
    standing: Standing | None
    change: ChangeKind | None


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A heading in the list; ``open`` shows its introduction below it."""

    section: Section
    open: bool = False


@dataclass(frozen=True)
class ItemRow:
    """One item with its finding on each target; the key None is the whole site."""

    rule: Rule
    cells: Mapping[str | None, Finding]
    looks: Mapping[str | None, Look] = field(default_factory=dict)

    @cached_property
    def on_machines(self) -> frozenset[Look]:
        """What its columns show, each once."""
        return frozenset(look for target, look in self.looks.items() if target is not None)

    @property
    def site_wide(self) -> bool:
        """Whether it is answered once for all machines."""
        return self.rule.scope is Scope.SITE or set(self.cells) == {None}

    def cell(self, target: str | None) -> Finding | None:
        """The finding in that column; a site-wide one stands in every column."""
        return self.cells.get(target) or self.cells.get(None)

    def look(self, target: str | None) -> Look | None:
        """What that column shows."""
        return self.looks.get(target) or self.looks.get(None)


Row = SectionRow | ItemRow


class ChapterList:
    """One chapter's items; ``changes`` says how findings stand to those of an earlier audit."""

    def __init__(
        self,
        benchmark: Benchmark,
        findings: Iterable[Finding],
        chapter: str,
        *,
        today: date,
        changes: Mapping[Place, ChangeKind] | None = None,
        before: "ChapterList | None" = None,
    ) -> None:
        changes = changes or {}
        rules = [rule for rule in benchmark.rules if rule.chapter == chapter]
        cells: dict[str, dict[str | None, Finding]] = {rule.id: {} for rule in rules}
        for finding in findings:
            measured = finding.measured
            found = cells.get(measured.item)
            if found is not None:
                found[measured.target] = finding
        sections = [section for group in benchmark.chapters if group.id == chapter for section in group.sections]
        self._sections = {section.id: section for section in sections}
        kept = {item.rule.id: item for item in before.items} if before is not None else {}
        self.texts: dict[str, tuple[object, str]] = before.texts if before is not None else {}
        self.items: list[ItemRow] = []
        self._facets: dict[str, frozenset[Filter]] = {}
        self._today = today
        self._changes = dict(changes)  # the caller may go on with theirs
        same = before is not None and before._today == today  # noqa: SLF001 - another one of this class
        for rule in rules:
            old = kept.get(rule.id)
            if old is not None and before is not None and before._stands(old, cells[rule.id], changes, today):  # noqa: SLF001 - the same
                self.items.append(old)
                self._facets[rule.id] = before._facets[rule.id]  # noqa: SLF001 - the same
                continue
            looks = _looks(rule.id, cells[rule.id], changes, today, old, same=same)
            self.items.append(ItemRow(rule, cells[rule.id], looks))
            self._facets[rule.id] = _facets(self.items[-1])

    def _stands(
        self, item: ItemRow, cells: Mapping[str | None, Finding], changes: Mapping[Place, ChangeKind], today: date
    ) -> bool:
        """Whether a row of this list shows what is found now: where people spoke, days go by."""
        if changes != self._changes or item.cells.keys() != cells.keys():
            return False
        if today != self._today and self._facets[item.rule.id] & _SPOKEN:
            return False
        return all(map(is_, item.cells.values(), cells.values()))

    def rows(
        self, filters: Collection[Filter] = (), *, only: Collection[str] | None = None, opened: Collection[str] = ()
    ) -> tuple[Row, ...]:
        """Sections with their items that match every filter; ``only`` are the items that a search found.

        ``opened`` are the sections whose introduction is shown.
        """
        rows: list[Row] = []
        last = ""
        for item in self.items:
            rule = item.rule
            if not self._facets[rule.id].issuperset(filters) or (only is not None and rule.id not in only):
                continue
            if rule.section != last:
                last = rule.section
                section = self._sections.get(last, Section(last, "", ""))
                rows.append(SectionRow(section, open=last in opened))
            rows.append(item)
        return tuple(rows)

    def counts(self) -> dict[Filter, int]:
        """How many items each chip would show alone."""
        return {name: sum(name in facets for facets in self._facets.values()) for name in Filter}

    def looks(self, target: str | None) -> frozenset[Look]:
        """Everything that stands in that machine's column."""
        return frozenset(item.looks[target] for item in self.items if target in item.looks)

    @cached_property
    def all_looks(self) -> frozenset[Look]:
        """Everything that stands in any machine's column."""
        return frozenset().union(*(item.on_machines for item in self.items))

    def search(self, query: str) -> Iterator[str | None]:
        """Go through the items: the id of each that has every word of the query, None for each that hasn't.

        Words are looked for in titles, requirements, messages, remarks, host names and names of subjects such as VMs.
        A step costs at most some milliseconds, so a screen can take its turn between two.
        """
        words = query.casefold().split()
        for item in self.items:
            text = self._text(item)
            yield item.rule.id if all(word in text for word in words) else None

    def _text(self, item: ItemRow) -> str:
        key = tuple((id(one.measured), len(one.overrides)) for one in item.cells.values())
        known = self.texts.get(item.rule.id)
        if known is None or known[0] != key:
            known = self.texts[item.rule.id] = (key, _text(item))
        return known[1]


def _looks(
    item: str,
    cells: Mapping[str | None, Finding],
    changes: Mapping[Place, ChangeKind],
    today: date,
    before: ItemRow | None,
    *,
    same: bool,
) -> dict[str | None, Look]:
    """What the cells show; ``before`` is the row that stood there, ``same`` whether that was today."""
    looks: dict[str | None, Look] = {}
    for target, finding in cells.items():
        change = changes.get((item, target))
        old = before.looks.get(target) if before is not None and before.cells.get(target) is finding else None
        if old is None or old.change is not change or (old.standing is not None and not same):  # days go by
            old = Look(kind_of(finding), standing_of(finding, today), change)
        looks[target] = old
    return looks


def _facets(item: ItemRow) -> frozenset[Filter]:
    """The chips under which an item stands."""
    looks = set(item.looks.values())
    kinds = {look.kind for look in looks}
    marks = {look.standing.mark for look in looks if look.standing is not None}
    found = {Filter.ALL}
    for name, holds in (
        (Filter.FAILED, kinds & FAILING),
        (Filter.UNDECIDED, kinds & UNDECIDED),
        (Filter.MANUAL, item.rule.mode is not Mode.AUTOMATED or Kind.WAITING in kinds),
        (Filter.CHANGED, any(look.change is not None for look in looks)),
        (Filter.WAIVED, Kind.WAIVED in kinds or marks & _WAIVED),
        (Filter.REJECTED, Mark.REJECTED in marks),
        (Filter.AGAIN, marks & _AGAIN),
        (Filter.ANSWERED, marks),
    ):
        if holds:
            found.add(name)
    return frozenset(found)


def _text(row: ItemRow) -> str:
    words = (row.rule.title, row.rule.requirement, row.rule.question)
    parts: dict[str, None] = dict.fromkeys((row.rule.id, *words, *map(content, words)))
    for target, finding in row.cells.items():
        parts[target or ""] = None
        parts[finding.measured.message] = None
        parts.update((said.remark, None) for said in finding.overrides)
        parts.update((subject, None) for subject in finding.measured.subjects if subject)
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
