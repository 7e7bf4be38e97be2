"""The few lines that end an audit on a terminal."""

from collections import Counter

from app.audit import Audit
from app.causes import causes
from app.cli.common import say
from app.hostrows import found_guests
from app.language import content, tr
from app.model import Severity
from app.record import Finding
from app.report.standing import found_of
from app.report.wording import counted, listed, short
from app.topology.clones import clones

_RANK = {Severity.CRITICAL: 0, Severity.HIGH: 1, Severity.MEDIUM: 2, Severity.LOW: 3}
SHOWN = 10  # findings named; all of them stand in the report
CAUSES = 3  # of what could not be told


def print_summary(audit: Audit, *, guests: bool = False) -> None:
    """Counts, the gravest failures, what couldn't be looked at, and the score."""
    findings = audit.findings()
    counts = Counter(finding.effective for finding in findings)
    say()
    targets = tr("1 target") if len(audit.targets) == 1 else tr("{n} targets").format(n=len(audit.targets))
    sizes = tr("{items} items, {targets}, {findings} findings").format(
        items=len(audit.benchmark.rules), targets=targets, findings=len(findings)
    )
    say(f"{audit.info.title}: {sizes}")
    names = ("pass", "fail", "waived", "error", "unknown", "notchecked", "notapplicable", "notselected")
    say("  " + ", ".join(f"{counts[name]} {name}" for name in names if counts[name]))
    score = audit.score().value
    say(
        "  " + tr("score {score} of 100").format(score=score)
        if score is not None
        else "  " + tr("no score: nothing was decided")
    )
    for state in audit.states:
        if not state.reachable:
            say("  " + tr("not looked at: {error}").format(error=state.error))
        else:
            where = state.facts.get("os") or tr("unknown system")
            platforms = ", ".join(state.addenda) or tr("no addendum")
            rights = tr("rights: {rights}").format(rights=state.privilege)
            say(f"  {state.target.name}: {state.role}, {where}, {platforms}, {rights}")
            if note := state.facts.get("privilege_note"):
                say(f"    {str(note).removeprefix(f'{state.target.name}: ')}")
    for one in clones(audit.states):
        say(f"  {one.sentence}")
    _failures(audit, findings)
    _causes(findings)
    if guests:
        _guests(audit)


def _failures(audit: Audit, findings: tuple[Finding, ...]) -> None:
    rules = {rule.id: rule for rule in audit.benchmark.rules}
    failed = [finding for finding in findings if finding.effective == "fail"]
    failed.sort(key=lambda finding: _RANK[rules[finding.measured.item].severity])
    if failed:
        say()
    for finding in failed[:SHOWN]:
        rule = rules[finding.measured.item]
        said = tr("{title} on {target}") if finding.measured.target else "{title}"
        named = said.format(title=content(rule.title), target=finding.measured.target)
        say(f"  fail  {rule.id:9} {rule.severity:6} {named}")
        say(f"        {found_of(finding)}")
    if len(failed) > SHOWN:
        more = counted(
            len(failed) - SHOWN,
            tr("and 1 more failure; --pdf or --json shows all of them"),
            tr("and {n} more failures; --pdf or --json shows all of them"),
        )
        say(f"  {more}")


def _causes(findings: tuple[Finding, ...]) -> None:
    """Why most of what could not be told could not be: without it, forty errors hide that one service is down."""
    found = causes(findings)
    if found:
        say()
    for one in found[:CAUSES]:
        where = tr("{n} findings could not be told for one reason, on {names}:")
        text = where if one.targets else tr("{n} findings could not be told for one reason:")
        say("  " + text.format(n=one.count, names=listed(one.targets, 3)))
        say(f"        {short(one.said)}")


def _guests(audit: Audit) -> None:
    names = {target.name for target in audit.targets}
    for state in audit.states:
        found = found_guests(state)
        missing = [name for name in found if name not in names]
        if found:
            inside = len(found) - len(missing)
            one, many = tr("1 guest found, {inside} in the audit"), tr("{n} guests found, {inside} in the audit")
            said = counted(len(found), one, many, inside=inside)
            say(f"  {state.target.name}: {said}")
        for name in missing:
            say("    " + tr("not in the audit: {name}").format(name=name))
