"""What CKL and CKLB have in common: the checklists of an audit, for STIG Viewer and what reads its files.

A checklist file is about one asset. An audit of several machines is still one file, with a part for each machine under
a name and id of its own, so that nothing takes the results of one machine for those of another; a program that keeps
results by asset gets the checklist of one machine alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.errors import UsageError
from app.language import tr
from app.model import Result, Rule
from app.record import Finding, ScanResult
from app.report.standing import platform_of, role_of, rule_of, unknown_rule
from app.report.telling import answers_text, by_machine, fixes_of, measured_lines, result_of, told, uuid_of
from app.report.visible import one_line
from app.report.wording import listed


class Status(StrEnum):
    """What STIG Viewer knows; the values are those of CKL."""

    OPEN = "Open"
    FINE = "NotAFinding"
    NOT_APPLICABLE = "Not_Applicable"
    NOT_REVIEWED = "Not_Reviewed"  # nobody could say, or has said yet


_STATUS = {Result.PASS: Status.FINE, Result.FAIL: Status.OPEN, Result.NOTAPPLICABLE: Status.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class Entry:
    """One item on one machine."""

    rule: Rule
    group: str  # title of its section
    status: Status
    details: str  # what was found
    comments: str  # what people said, waivers with their ends
    fix: str


@dataclass(frozen=True, slots=True)
class Part:
    """The checklist of one machine, or of the site."""

    name: str
    stig: str  # id, alone of its kind in the file
    uuid: str
    entries: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class Asset:
    """What the file is about."""

    name: str
    address: str
    comment: str
    machine: bool  # one machine, and not an audit of several


def asset(scan: ScanResult, target: str | None) -> Asset:
    """The machine asked for, else the only one, else the audit as a whole; UsageError if it has no such machine."""
    states = {state.target.name: state for state in scan.targets}
    if target is not None and target not in states:
        raise UsageError(
            tr("--target: the audit has no machine {name}; it has {names}.").format(
                name=target, names=listed(list(states), 12) or tr("none")
            )
        )
    state = states[target] if target is not None else scan.targets[0] if len(scan.targets) == 1 else None
    about = f"Audit “{scan.info.title}” ({scan.info.id}), {scan.info.state}, seal {scan.seal}."
    if state is None:
        return Asset(
            name=one_line(scan.info.title) or "audit",
            address="",
            comment=told(f"{about} {len(states)} machines, each with a part of its own."),
            machine=False,
        )
    what = f"{role_of(state)}, platform {platform_of(state)}"
    lines = [about, f"{what}, SSH host key {state.host_key}." if state.host_key else f"{what}.", state.error]
    comment = told("\n".join(filter(None, lines)))
    return Asset(one_line(state.target.name), one_line(state.target.address), comment, machine=True)


def parts(scan: ScanResult, target: str | None) -> Iterator[Part]:
    """One for each machine and one for the site; of one machine that was asked for, its own alone."""
    rules = rule_of(scan.benchmark)
    fixes = fixes_of(scan.benchmark)
    titles = {section.id: section.title for chapter in scan.benchmark.chapters for section in chapter.sections}
    found = by_machine(scan)
    asked = found if target is None else {target: found.get(target, [])}
    for machine, findings in asked.items():
        alone = machine is not None and (target is not None or len(scan.targets) == 1)
        name = one_line(machine) if machine is not None else "the site"
        kind = "site" if machine is None else f"machine {name}"
        entries = [_entry(finding, rules, titles, fixes) for finding in findings]
        if entries:
            stig = scan.benchmark.id if alone else f"{scan.benchmark.id} {kind}"
            yield Part(name, stig, uuid_of(scan, "checklist", kind), entries)
    if not any(asked.values()):  # a checklist without an item is none for its readers
        entries = [_unseen(rule, titles, fixes) for rule in scan.benchmark.rules]
        yield Part("the site", scan.benchmark.id, uuid_of(scan, "checklist", "site"), entries)


def _unseen(rule: Rule, titles: dict[str, str], fixes: dict[str, tuple[str, ...]]) -> Entry:
    fix = "\n\n".join(fixes.get(rule.id, ()))
    return Entry(rule, titles.get(rule.section, rule.section), Status.NOT_REVIEWED, "Nobody has looked yet.", "", fix)


def _entry(
    finding: Finding, rules: dict[str, Rule], titles: dict[str, str], fixes: dict[str, tuple[str, ...]]
) -> Entry:
    measured = finding.measured
    rule = rules.get(measured.item) or unknown_rule(measured.item)
    reason = [f"Result: {measured.result} ({measured.reason})"] if measured.reason else [f"Result: {measured.result}"]
    return Entry(
        rule=rule,
        group=titles.get(rule.section, rule.section),
        status=_STATUS.get(result_of(finding), Status.NOT_REVIEWED),
        details="\n".join((*reason, *measured_lines(finding))),
        comments=answers_text(finding),
        fix=told(measured.remediation.strip()) or "\n\n".join(fixes.get(rule.id, ())),
    )
