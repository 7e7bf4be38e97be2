"""The figures and sentences of the page for those who read one page."""

from collections.abc import Sequence

from app.causes import causes
from app.language import content, in_english, tr
from app.model import Severity
from app.overrides import counting
from app.people import same_person
from app.record import Finding, ScanResult
from app.report import document as doc
from app.report.items import count
from app.report.masking import mask
from app.report.standing import found_of, rule_of, unknown_rule
from app.report.verdict import DECIDED, UNSETTLED, Verdict, standing_verdict
from app.report.wording import counted, first_sentence, listed, number, severity_word, short, stranger
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
            doc.Bar(chapter.id, chapter.title, chapter.counts, tr("left out") if chapter.left_out else "")
            for chapter in chapters
        ),
        severities=tuple(
            doc.Bar(str(severity), severity_word(severity), count(found)) for severity, found in by_severity.items()
        ),
        risks=_risks(scan),
        notes=tuple(_notes(scan, verdicts, hosts, waivers)),
    )


def _headline(verdicts: Sequence[Verdict], hosts: Sequence[doc.Host]) -> str:
    """One sentence on what was decided, one on what wasn't."""
    decided = sum(verdict in DECIDED for verdict in verdicts)
    if not decided:
        return tr(
            "Nothing has been decided yet, so there is no score, and no statement about the security of any machine."
        )
    failing = _failing(verdicts.count(Verdict.FAIL), decided)
    reached = sum(host.reached for host in hosts)
    if reached:
        where = counted(reached, tr("1 machine"), tr("{n} machines"))
        first = tr("On {machines}, {failing}").format(machines=where, failing=failing)
    else:
        first = tr("For the site, {failing}").format(failing=failing)
    waived = verdicts.count(Verdict.WAIVED)
    if waived:
        more = counted(waived, tr("{n} more fails and is waived for now"), tr("{n} more fail and are waived for now"))
        first = f"{first}; {more}"
    open_ = sum(verdict in UNSETTLED for verdict in verdicts)
    second = (
        counted(open_, tr("{n} has no verdict yet."), tr("{n} have no verdict yet."))
        if open_
        else tr("Every finding that applies has a verdict.")
    )
    return f"{first}. {second}"


def _failing(failing: int, decided: int) -> str:
    of = counted(decided, tr("1 decided finding"), tr("{n} decided findings"))
    if failing:
        return counted(failing, tr("{n} of {findings} fails"), tr("{n} of {findings} fail"), findings=of)
    return tr("none of {findings} fails").format(findings=of)


def _risks(scan: ScanResult) -> tuple[doc.Risk, ...]:
    """Failing items, by severity and then by how many machines fail; waived ones are shown with the waivers."""
    rules = rule_of(scan.benchmark)
    failing: dict[str, list[Finding]] = {}
    for finding in scan.findings:
        if standing_verdict(finding) is Verdict.FAIL:
            failing.setdefault(finding.measured.item, []).append(finding)
    risks: list[tuple[int, int, int, doc.Risk]] = []
    for item, findings in failing.items():
        rule = rules.get(item) or stranger(item)
        hosts: dict[str, None] = {}
        for finding in findings:
            measured = finding.measured
            hosts.update(dict.fromkeys([measured.target] if measured.target else measured.targets))
        risk = doc.Risk(
            item=item,
            title=content(rule.title),
            severity=str(rule.severity),
            hosts=tuple(hosts),
            found=short(mask(found_of(findings[0])).text),
            why=first_sentence(content(rule.rationale)),
        )
        risks.append((SEVERITIES.index(rule.severity), -len(findings), len(risks), risk))
    return tuple(risk for *_, risk in sorted(risks, key=lambda entry: entry[:3]))


def _accepted_by_its_author(finding: Finding) -> bool:
    """Said of each audit: it may have been marked as that of a single person only while that happened."""
    last = counting(finding.overrides)
    return last is not None and last.review == "accepted" and same_person(last.by, last.review_by)


def _notes(
    scan: ScanResult, verdicts: Sequence[Verdict], hosts: Sequence[doc.Host], waivers: Sequence[doc.Answer]
) -> list[str]:
    notes = []
    lost = [host.name for host in hosts if not host.reached]
    if lost:
        notes.append(
            counted(
                len(lost),
                tr("{names} could not be looked at; nothing was measured there."),
                tr("{names} could not be looked at; nothing was measured on them."),
                names=listed(lost, 3),
            )
        )
    alike = {name for one in clones(scan.targets) for name in one.names}
    if alike:
        notes.append(
            tr("{n} machines share an SSH host key with another; see Scope and method.").format(n=number(len(alike)))
        )
    awaiting = verdicts.count(Verdict.AWAITING)
    if awaiting:
        notes.append(
            counted(
                awaiting,
                tr("1 finding waits for a person's answer."),
                tr("{n} findings wait for a person's answer."),
            )
        )
    trouble = verdicts.count(Verdict.ERROR) + verdicts.count(Verdict.UNKNOWN)
    if trouble:
        notes.append(
            counted(
                trouble,
                tr("1 finding could not be decided: looking failed or gave no clear answer."),
                tr("{n} findings could not be decided: looking failed or gave no clear answer."),
            )
        )
    for cause in causes(scan.findings)[:1]:  # the page has room for the most frequent one
        where = tr("{n} of them for one reason, on {names}") if cause.targets else tr("{n} of them for one reason")
        said = short(mask(cause.said).text)
        notes.append(f"{in_english(where.format(n=number(cause.count), names=listed(cause.targets, 3)))}: {said}.")
    soon = sum(waiver.soon for waiver in waivers)
    if soon:
        notes.append(counted(soon, tr("1 waiver ends within 30 days."), tr("{n} waivers end within 30 days.")))
    ended = sum(waiver.ended for waiver in waivers)
    if ended:
        notes.append(
            counted(
                ended,
                tr("1 waiver has ended, so the failure counts again."),
                tr("{n} waivers have ended, so the failure counts again."),
            )
        )
    rejected = sum(bool(f.overrides) and f.overrides[-1].review == "rejected" for f in scan.findings)
    if rejected:
        notes.append(
            counted(
                rejected,
                tr("1 answer was rejected by the reviewer."),
                tr("{n} answers were rejected by the reviewer."),
            )
        )
    own = sum(_accepted_by_its_author(finding) for finding in scan.findings)
    if own:
        notes.append(
            counted(
                own,
                tr("1 answer was accepted by the person who gave it."),
                tr("{n} answers were accepted by the person who gave them."),
            )
        )
    if scan.info.single_person:
        notes.append(tr("The audit was kept by a single person; no second one has to have seen the answers."))
    left_out = [chapter for chapter, _ in scan.info.profile.left_out]
    if left_out:
        notes.append(
            counted(
                len(left_out),
                tr("Chapter {names} was left out of the audit."),
                tr("Chapters {names} were left out of the audit."),
                names=listed(left_out),
            )
        )
    return notes
