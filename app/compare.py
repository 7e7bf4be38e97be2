"""What changed from one audit to a later one: verdicts, machines, virtual machines, evidence and the text of items.

Pure: both audits are given as the reports see them. "Better" and "worse" are said only where they are certain. A
waived failure still is a failure, so a waiver makes nothing better; losing sight of what passed is worse, losing sight
of what failed is neither.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Protocol, runtime_checkable

from app.model import Evidence, Result
from app.overrides import WAIVED
from app.record import Finding, ScanResult


class Kind(StrEnum):
    """How a finding of the later audit stands to the one of the earlier audit."""

    WORSE = "worse"
    BETTER = "better"
    CHANGED = "changed"  # another verdict, neither better nor worse
    EVIDENCE = "evidence"  # the same verdict on something else than before
    NEW = "new"  # the earlier audit had no such finding
    GONE = "gone"  # the later audit has no such finding
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Change:
    """One item on one target (None: site-wide) in both audits; at most one of ``old`` and ``new`` is None."""

    kind: Kind
    item: str
    target: str | None
    old: Finding | None
    new: Finding | None
    text_changed: bool = False  # what the item asks is not what it asked


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs; findings in the order of the later audit, then those that are gone."""

    changes: tuple[Change, ...]  # without those of kind SAME, unless the item's text changed
    unchanged: int  # findings of kind SAME
    targets_new: tuple[str, ...]
    targets_gone: tuple[str, ...]
    subjects_new: tuple[tuple[str, str], ...]  # (target, name) of VMs and other subjects, on targets in both audits
    subjects_gone: tuple[tuple[str, str], ...]
    items_new: tuple[str, ...]
    items_gone: tuple[str, ...]
    items_changed: tuple[str, ...]  # their text or rating changed

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind is kind)


FAILING = frozenset({Result.FAIL.value, WAIVED})
UNDECIDED = frozenset({Result.ERROR.value, Result.UNKNOWN.value, Result.NOTCHECKED.value})
Key = tuple[str, str | None]


def compare(
    old: ScanResult,
    new: ScanResult,
    *,
    old_texts: Mapping[str, str] | None = None,
    new_texts: Mapping[str, str] | None = None,
) -> Comparison:
    """What changed from ``old`` to ``new``.

    ``old_texts`` and ``new_texts`` are digests of the items' texts as of the two runs, for audits that were opened with
    today's guideline whatever theirs was; without them the rules of the two benchmarks are compared.
    """
    before, after = _texts(old, old_texts, new_texts), _texts(new, new_texts, old_texts)
    both = [item for item in after if item in before]
    reworded = frozenset(item for item in both if before[item] != after[item])
    olds, news = _by_place(old.findings), _by_place(new.findings)
    places = [*news, *(key for key in olds if key not in news)]
    kinds = {key: _kind(olds.get(key), news.get(key), old.evidence, new.evidence) for key in places}
    changes = [Change(kinds[key], *key, olds.get(key), news.get(key), key[0] in reworded) for key in places]
    old_targets, new_targets = ([state.target.name for state in audit.targets] for audit in (old, new))
    subjects_before, subjects_after = _subjects(olds, news, old_targets, new_targets)
    return Comparison(
        changes=tuple(change for change in changes if change.kind is not Kind.SAME or change.text_changed),
        unchanged=sum(change.kind is Kind.SAME for change in changes),
        targets_new=_without(new_targets, old_targets),
        targets_gone=_without(old_targets, new_targets),
        subjects_new=tuple(sorted(subjects_after - subjects_before)),
        subjects_gone=tuple(sorted(subjects_before - subjects_after)),
        items_new=_without(after, before),
        items_gone=_without(before, after),
        items_changed=tuple(item for item in after if item in reworded),
    )


def _kind(
    old: Finding | None, new: Finding | None, old_evidence: Mapping[str, Evidence], new_evidence: Mapping[str, Evidence]
) -> Kind:
    if old is None or new is None:
        return Kind.NEW if old is None else Kind.GONE
    kind = _verdict(old.effective, new.effective)
    if kind is Kind.SAME and _saw_something_else(old, new, old_evidence, new_evidence):
        return Kind.EVIDENCE
    return kind


def _verdict(old: str, new: str) -> Kind:
    if old == new:
        return Kind.SAME
    if new == Result.PASS and (old in FAILING or old in UNDECIDED):
        return Kind.BETTER
    if new in FAILING and old not in FAILING:
        return Kind.WORSE
    if old == Result.PASS and new in UNDECIDED:
        return Kind.WORSE
    return Kind.CHANGED


def _saw_something_else(
    old: Finding, new: Finding, old_evidence: Mapping[str, Evidence], new_evidence: Mapping[str, Evidence]
) -> bool:
    """Whether the same verdict rests on other facts.

    Where checks decided, what they expected and found counts: an output holds much that no check looks at. Where a
    person decides, what was collected for that person counts byte for byte.
    """
    if old.measured.checks != new.measured.checks and _facts(old) != _facts(new):
        return True
    if not old.measured.evidence and not new.measured.evidence:
        return False
    return _outputs(old, old_evidence) != _outputs(new, new_evidence)


def _facts(finding: Finding) -> frozenset[tuple[str, str | None, str, str, str]]:
    return frozenset((c.check, c.subject, c.result.value, c.expected, c.actual) for c in finding.measured.checks)


@runtime_checkable
class _Stored(Protocol):
    """Evidence that knows its outputs by their digests: what many machines gave is read from the disk for seconds."""

    def digests(self, keys: Iterable[str]) -> dict[str, str]: ...


def _outputs(finding: Finding, evidence: Mapping[str, Evidence]) -> dict[str, str]:
    """SHA-256 of the outputs that are there; empty for one that is empty."""
    names = finding.measured.evidence
    if isinstance(evidence, _Stored):
        return evidence.digests(names)
    found = {name: evidence[name].output for name in names if name in evidence}
    return {name: sha256(output).hexdigest() if output else "" for name, output in found.items()}


def _subjects(
    olds: Mapping[Key, Finding], news: Mapping[Key, Finding], old_targets: list[str], new_targets: list[str]
) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Subjects by target in both audits, as far as the same checks could look for them both times.

    A host that couldn't be looked at this time has not lost its virtual machines.
    """
    before: set[tuple[str, str]] = set()
    after: set[tuple[str, str]] = set()
    for key in olds.keys() & news.keys():
        target = key[1]
        if target is None or target not in old_targets or target not in new_targets:
            continue
        old, new = olds[key].measured, news[key].measured
        if old.result.value in UNDECIDED or new.result.value in UNDECIDED:
            continue
        before.update((target, subject) for subject in old.subjects if subject)
        after.update((target, subject) for subject in new.subjects if subject)
    return before, after


def _texts(audit: ScanResult, own: Mapping[str, str] | None, other: Mapping[str, str] | None) -> Mapping[str, object]:
    """Something for each item that differs where its text does; digests only where both audits have them."""
    return own if own and other else {rule.id: rule for rule in audit.benchmark.rules}


def _by_place(findings: Iterable[Finding]) -> dict[Key, Finding]:
    return {(finding.measured.item, finding.measured.target): finding for finding in findings}


def _without(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    others = frozenset(known)
    return tuple(name for name in names if name not in others)
