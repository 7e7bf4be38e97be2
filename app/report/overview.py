"""The figures and sentences of the page for those who read one page."""

from collections.abc import Sequence

from app.model import Finding, ScanResult, Severity
from app.report import document as doc
from app.report.items import count
from app.report.masking import mask
from app.report.standing import rule_of, unknown_rule
from app.report.verdict import DECIDED, UNSETTLED, Verdict, standing_verdict
from app.report.wording import first_sentence, listed, number, plural
from app.topology.clones import clones

SEVERITIES = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def overview(
    scan: ScanResult, chapters: Sequence[doc.Chapter], hosts: Sequence[doc.Host], waivers: Sequence[doc.Answer]
) -> doc.Overview:
    """Count, and say in words what the counts mean; the score itself comes with the audit."""
    verdicts = [standing_verdict(finding) for finding in scan.findings]
    rules = rule_of(scan.benchmark)
    by_severity: dict[Severity, list[Verdict]] = {severity: [] for severity in SEVERITIES}
    for finding, verdict in zip(scan.findings, verdicts, strict=True):
        rule = rules.get(finding.measured.item) or unknown_rule(finding.measured.item)
        by_severity[rule.severity].append(verdict)
    decided = sum(verdict in DECIDED for verdict in verdicts)
    return doc.Overview(
        headline=_headline(verdicts, hosts),
        score=scan.score.value if decided else None,
        score_before_waivers=scan.score.before_waivers if decided else None,
        total=len(verdicts),
        decided=decided,
        counts=count(verdicts),
        chapters=tuple(
            doc.Bar(chapter.id, chapter.title, chapter.counts, "left out" if chapter.left_out else "")
            for chapter in chapters
        ),
        severities=tuple(
            doc.Bar(str(severity), str(severity).capitalize(), count(found)) for severity, found in by_severity.items()
        ),
        risks=_risks(scan),
        notes=tuple(_notes(scan, verdicts, hosts, waivers)),
    )


def _headline(verdicts: Sequence[Verdict], hosts: Sequence[doc.Host]) -> str:
    decided = sum(verdict in DECIDED for verdict in verdicts)
    reached = sum(host.reached for host in hosts)
    if not decided:
        return "Nothing has been decided yet, so there is no score, and no statement about the security of any machine."
    failing = verdicts.count(Verdict.FAIL)
    waived = verdicts.count(Verdict.WAIVED)
    open_ = sum(verdict in UNSETTLED for verdict in verdicts)
    where = f"On {plural(reached, 'machine')}" if reached else "For the site"
    if failing:
        first = (
            f"{where}, {number(failing)} of {plural(decided, 'decided finding')} {'fails' if failing == 1 else 'fail'}"
        )
    else:
        first = f"{where}, none of {plural(decided, 'decided finding')} fails"
    second = (
        f"; {number(waived)} more {'fails and is' if waived == 1 else 'fail and are'} waived for now" if waived else ""
    )
    third = (
        f" {number(open_)} {'has' if open_ == 1 else 'have'} no verdict yet."
        if open_
        else " Every finding that applies has a verdict."
    )
    return f"{first}{second}.{third}"


def _risks(scan: ScanResult) -> tuple[doc.Risk, ...]:
    """Failing items, by severity and then by how many machines fail; waived ones are shown with the waivers."""
    rules = rule_of(scan.benchmark)
    failing: dict[str, list[Finding]] = {}
    for finding in scan.findings:
        if standing_verdict(finding) is Verdict.FAIL:
            failing.setdefault(finding.measured.item, []).append(finding)
    risks: list[tuple[int, int, int, doc.Risk]] = []
    for item, findings in failing.items():
        rule = rules.get(item) or unknown_rule(item)
        hosts: dict[str, None] = {}
        for finding in findings:
            measured = finding.measured
            hosts.update(dict.fromkeys([measured.target] if measured.target else measured.targets))
        risk = doc.Risk(
            item=item,
            title=rule.title,
            severity=str(rule.severity),
            hosts=tuple(hosts),
            found=mask(_found(findings[0])).text,
            why=first_sentence(rule.rationale),
        )
        risks.append((SEVERITIES.index(rule.severity), -len(findings), len(risks), risk))
    return tuple(risk for *_, risk in sorted(risks, key=lambda entry: entry[:3]))


def _found(finding: Finding) -> str:
    """Say what was found; where a person said so, what they said."""
    if finding.measured.result == finding.effective or not finding.overrides:
        return finding.measured.message
    last = finding.overrides[-1]
    return last.remark or f"Answered as fail by {last.by}."


def _notes(
    scan: ScanResult, verdicts: Sequence[Verdict], hosts: Sequence[doc.Host], waivers: Sequence[doc.Answer]
) -> list[str]:
    notes = []
    lost = [host.name for host in hosts if not host.reached]
    if lost:
        notes.append(
            f"{listed(lost, 3)} could not be looked at; nothing is said about {'it' if len(lost) == 1 else 'them'}."
        )
    alike = {name for one in clones(scan.targets) for name in one.names}
    if alike:
        notes.append(f"{plural(len(alike), 'machine')} share an SSH host key with another; see Scope and method.")
    awaiting = verdicts.count(Verdict.AWAITING)
    if awaiting:
        notes.append(f"{plural(awaiting, 'finding')} {'waits' if awaiting == 1 else 'wait'} for a person's answer.")
    trouble = verdicts.count(Verdict.ERROR) + verdicts.count(Verdict.UNKNOWN)
    if trouble:
        notes.append(f"{plural(trouble, 'finding')} could not be decided: looking failed or gave no clear answer.")
    soon = sum(waiver.soon for waiver in waivers)
    if soon:
        notes.append(f"{plural(soon, 'waiver')} {'ends' if soon == 1 else 'end'} within 30 days.")
    ended = sum(waiver.state == "ended" for waiver in waivers)
    if ended:
        notes.append(f"{plural(ended, 'waiver')} {'has' if ended == 1 else 'have'} ended, so the failure counts again.")
    rejected = sum(bool(f.overrides) and f.overrides[-1].review == "rejected" for f in scan.findings)
    if rejected:
        notes.append(f"{plural(rejected, 'answer')} {'was' if rejected == 1 else 'were'} rejected by the reviewer.")
    if scan.info.single_person:
        notes.append("The audit was kept by a single person; no second one has to have seen the answers.")
    left_out = [chapter for chapter, _ in scan.info.profile.left_out]
    if left_out:
        notes.append(f"Chapter {listed(left_out)} {'was' if len(left_out) == 1 else 'were'} left out of the audit.")
    return notes
