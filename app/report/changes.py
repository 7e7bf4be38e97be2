"""What changed since an earlier audit, in the words of a report; which change is which the comparison decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from app.compare import Change, Comparison, Kind
from app.language import content, tr
from app.model import Rule
from app.record import Finding, ScanResult
from app.report import document as doc
from app.report.standing import rule_of
from app.report.verdict import Verdict, standing_verdict
from app.report.wording import counted, listed, minute, sentence


@dataclass(frozen=True, slots=True)
class Earlier:
    """The audit that a report compares with, and the comparison."""

    title: str
    finished: datetime | None
    seal: str
    comparison: Comparison


def _titles() -> tuple[tuple[Kind, str], ...]:
    """In the order in which people ask; what is gone or the same comes last."""
    return (
        (Kind.WORSE, tr("Worse than before")),
        (Kind.BETTER, tr("Better than before")),
        (Kind.CHANGED, tr("Another verdict, neither better nor worse")),
        (Kind.EVIDENCE, tr("The same verdict, on something else than before")),
        (Kind.NEW, tr("Not in the earlier audit")),
        (Kind.GONE, tr("No longer in the audit")),
        (Kind.SAME, tr("The item asks something else than before")),
    )


def changes(scan: ScanResult, earlier: Earlier) -> doc.Changes:
    """Word the comparison."""
    found = earlier.comparison
    rules = rule_of(scan.benchmark)
    groups = tuple(
        doc.ChangeGroup(title, tuple(_row(change, rules) for change in found.of(kind)))
        for kind, title in _titles()
        if found.of(kind)
    )
    others = sum(change.kind not in {Kind.BETTER, Kind.WORSE, Kind.SAME} for change in found.changes)
    return doc.Changes(
        earlier=_earlier(earlier),
        headline=tr("{better}, {worse} worse, {others}, {same} as before.").format(
            better=counted(len(found.of(Kind.BETTER)), tr("1 finding better"), tr("{n} findings better")),
            worse=len(found.of(Kind.WORSE)),
            others=counted(others, tr("1 other change"), tr("{n} other changes")),
            same=found.unchanged,
        ),
        lists=tuple(_lists(found)),
        groups=groups,
    )


def _earlier(earlier: Earlier) -> str:
    said = {"title": earlier.title, "time": minute(earlier.finished), "seal": earlier.seal[:16]}
    if earlier.finished and earlier.seal:
        line = tr("Compared with “{title}”, finished {time}, seal {seal} …")
    elif earlier.finished:
        line = tr("Compared with “{title}”, finished {time}")
    else:
        line = tr("Compared with “{title}”, seal {seal} …") if earlier.seal else tr("Compared with “{title}”")
    return sentence(line.format(**said))


def _row(change: Change, rules: Mapping[str, Rule]) -> doc.ChangeRow:
    rule = rules.get(change.item)
    return doc.ChangeRow(
        item=change.item,
        title=content(rule.title) if rule else "",
        host=change.target or "",
        before=_verdict(change.old),
        after=_verdict(change.new),
        text_changed=change.text_changed,
    )


def _verdict(finding: Finding | None) -> Verdict | None:
    return standing_verdict(finding) if finding else None


def _lists(found: Comparison) -> list[tuple[str, str]]:
    on = tr("{name} on {target}")
    named = (
        (tr("New machines"), list(found.targets_new)),
        (tr("Machines gone"), list(found.targets_gone)),
        (tr("New on machines in both"), [on.format(name=name, target=target) for target, name in found.subjects_new]),
        (
            tr("Gone from machines in both"),
            [on.format(name=name, target=target) for target, name in found.subjects_gone],
        ),
        (tr("New items"), list(found.items_new)),
        (tr("Items gone"), list(found.items_gone)),
        (tr("Items with another text or rating"), list(found.items_changed)),
    )
    return [(label, listed(names)) for label, names in named if names]
