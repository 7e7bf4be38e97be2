"""What changed since an earlier audit, in the words of a report; which change is which the comparison decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.compare import Change, Comparison, Kind
from app.model import Finding, Rule, ScanResult
from app.report import document as doc
from app.report.standing import rule_of
from app.report.verdict import Verdict, standing_verdict
from app.report.wording import listed, minute, plural, sentence

# In the order in which people ask; what is gone or the same comes last.
_TITLES = (
    (Kind.WORSE, "Worse than before"),
    (Kind.BETTER, "Better than before"),
    (Kind.CHANGED, "Another verdict, neither better nor worse"),
    (Kind.EVIDENCE, "The same verdict, on something else than before"),
    (Kind.NEW, "Not in the earlier audit"),
    (Kind.GONE, "No longer in the audit"),
    (Kind.SAME, "The item asks something else than before"),
)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The audit that a report compares with, and the comparison."""

    title: str
    finished: datetime | None
    seal: str
    comparison: Comparison


def changes(scan: ScanResult, earlier: Earlier) -> doc.Changes:
    """Word the comparison."""
    found = earlier.comparison
    rules = rule_of(scan.benchmark)
    groups = tuple(
        doc.ChangeGroup(title, tuple(_row(change, rules) for change in found.of(kind)))
        for kind, title in _TITLES
        if found.of(kind)
    )
    others = sum(change.kind not in {Kind.BETTER, Kind.WORSE, Kind.SAME} for change in found.changes)
    when = f", finished {minute(earlier.finished)}" if earlier.finished else ""
    seal = f", seal {earlier.seal[:16]} …" if earlier.seal else ""
    return doc.Changes(
        earlier=sentence(f"Compared with “{earlier.title}”{when}{seal}"),
        headline=(
            f"{plural(len(found.of(Kind.BETTER)), 'finding')} better, {len(found.of(Kind.WORSE))} worse, "
            f"{plural(others, 'other change')}, {found.unchanged} as before."
        ),
        lists=tuple(_lists(found)),
        groups=groups,
    )


def _row(change: Change, rules: Mapping[str, Rule]) -> doc.ChangeRow:
    rule = rules.get(change.item)
    return doc.ChangeRow(
        item=change.item,
        title=rule.title if rule else "",
        host=change.target or "",
        before=_verdict(change.old),
        after=_verdict(change.new),
        text_changed=change.text_changed,
    )


def _verdict(finding: Finding | None) -> Verdict | None:
    return standing_verdict(finding) if finding else None


def _lists(found: Comparison) -> list[tuple[str, str]]:
    named = (
        ("New machines", list(found.targets_new)),
        ("Machines gone", list(found.targets_gone)),
        ("New on machines in both", [f"{name} on {target}" for target, name in found.subjects_new]),
        ("Gone from machines in both", [f"{name} on {target}" for target, name in found.subjects_gone]),
        ("New items", list(found.items_new)),
        ("Items gone", list(found.items_gone)),
        ("Items with another text or rating", list(found.items_changed)),
    )
    return [(label, listed(names)) for label, names in named if names]
