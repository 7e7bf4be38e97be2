"""ScanResult to the whole report, in the order of its pages. It counts, groups and words; it never judges."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from app.language import content, tr
from app.model import TargetState
from app.record import Finding, HistoryLine, ScanResult
from app.report import document as doc
from app.report.answers import answers
from app.report.approach import approach
from app.report.changes import Earlier, changes
from app.report.exhibits import CHARS_EACH, LINES_ALL, LINES_EACH, Desk
from app.report.gaps import gaps, inapplicable
from app.report.glossary import glossary
from app.report.items import chapters, count
from app.report.overview import overview
from app.report.standing import program_of, role_of, rule_of, utc
from app.report.telling import ended
from app.report.verdict import Verdict, standing_verdict
from app.report.wording import (
    REMARK,
    counted,
    guideline_of,
    listed,
    moment,
    natural_key,
    number,
    privilege_word,
    role_word,
    short,
    state_word,
)
from app.topology.clones import clones

_FACT_ROWS = 12  # facts shown for a machine; the rest stands in the JSON
_FACT_CHARS = 160


def compose(scan: ScanResult, today: date, earlier: Earlier | None = None) -> doc.Report:
    """Make the report of an audit as it stands on that day of the operator, perhaps against an earlier one."""
    desk = Desk(scan)
    rules = rule_of(scan.benchmark)
    parts = chapters(scan, desk)
    hosts = _hosts(scan)
    signoffs, waivers = answers(scan.findings, rules, today)
    leading = [
        exhibit
        for chapter in parts
        for section in chapter.sections
        for item in section.items
        if item.verdict in (Verdict.FAIL, Verdict.WAIVED, Verdict.ERROR, Verdict.UNKNOWN)
        for exhibit in item.exhibits
    ]
    view = overview(scan, parts, hosts, waivers)
    return doc.Report(
        cover=_cover(scan, today, view),
        overview=view,
        method=approach(scan),
        hosts=hosts,
        clones=tuple(one.sentence for one in clones(scan.targets)),
        chapters=parts,
        signoffs=signoffs,
        waivers=waivers,
        gaps=gaps(scan.findings),
        inapplicable=inapplicable(scan.findings),
        exhibits=desk.exhibits(leading),
        exhibits_note=tr(
            "Each exhibit is what one command wrote, as it was received. Of each, up to {lines} lines or {characters} "
            "characters are printed, and of all together up to {all} lines; where something isn't printed, the exhibit "
            "says so. The SHA-256 is that of the whole output as it is kept in the audit file, from where it can be "
            "exported as JSON."
        ).format(lines=LINES_EACH, characters=number(CHARS_EACH), all=number(LINES_ALL)),
        history=tuple(_entry(line) for line in scan.history),
        changes=changes(scan, earlier) if earlier else None,
        glossary=glossary(),
    )


def _entry(line: HistoryLine) -> doc.Entry:
    where = line.item or line.target or ""
    if line.item and line.target:
        where = tr("{item} on {host}").format(item=line.item, host=line.target)
    what = line.what.removeprefix(f"{line.item} on {line.target or 'the site'}: ")  # that stands in a column of its own
    return doc.Entry(str(line.seq), moment(line.time), line.who or tr("the program"), short(what, REMARK), where)


def _revision(scan: ScanResult) -> str:
    if scan.revision <= 1 and not scan.predecessor:
        return ""
    if not scan.predecessor:
        return tr("Revision {n}").format(n=scan.revision)
    return tr("Revision {n}; the one before was signed under the seal {seal} …").format(
        n=scan.revision, seal=scan.predecessor[:16]
    )


def _signed(scan: ScanResult) -> str:
    if scan.signing is None:
        return ""
    role = f" ({scan.signing.role})" if scan.signing.role else ""
    line = tr("{name} on {time}").format(name=f"{scan.signing.by}{role}", time=moment(scan.signing.time))
    remark = scan.signing.remark.strip()
    return line + (tr(": “{remark}”").format(remark=remark) if remark else "")


def _cover(scan: ScanResult, today: date, view: doc.Overview) -> doc.Cover:
    info = scan.info
    name, version = program_of(scan)
    left_out = info.profile.left_out
    first, last = _looked(scan)
    gone = {chapter for chapter, _ in left_out}
    return doc.Cover(
        title=info.title.strip() or tr("Untitled audit"),
        organisation=info.organisation,
        state=state_word(info.state),
        draft=info.state != "signed",
        revision=_revision(scan),
        signed=_signed(scan),
        alone=info.single_person,
        auditor=info.auditor,
        auditor_role=info.auditor_role,
        others=_others(scan),
        hosts=tuple(state.target.name for state in scan.targets),
        not_reached=tuple(state.target.name for state in scan.targets if not state.reachable),
        outcome=view.headline,
        waived=_waived(dict(view.counts).get(Verdict.WAIVED, 0)),
        chapters=tuple(
            f"{chapter.id} {content(chapter.title)}" for chapter in scan.benchmark.chapters if chapter.id not in gone
        ),
        left_out=left_out,
        created=moment(info.created),
        started=moment(first),
        finished=moment(last),
        reported=today,
        guideline=guideline_of(scan),
        digest=scan.benchmark.digest,
        program=f"{name} {version}",
        audit_id=info.id,
        seal=scan.seal,
        notice=content(scan.benchmark.notice.strip()),
    )


def _looked(scan: ScanResult) -> tuple[datetime | None, datetime | None]:
    """When the looks that stand began and were over: one machine may have been tried again on another day."""
    looks = [(state.started, ended(state, scan)) for state in scan.targets if state.started]
    if not looks:
        return scan.info.started, scan.info.finished
    return min(utc(began) for began, _ in looks), max(utc(over) for _, over in looks)


def _waived(count: int) -> str:
    if not count:
        return ""
    return counted(count, tr("1 failure is accepted for now"), tr("{n} failures are accepted for now"))


def _others(scan: ScanResult) -> tuple[str, ...]:
    """Everybody else who answered or reviewed, with the roles they gave."""
    roles: dict[str, dict[str, None]] = {}
    for finding in scan.findings:
        for override in finding.overrides:
            roles.setdefault(override.by, {}).setdefault(override.role)
            if override.review_by:
                roles.setdefault(override.review_by, {}).setdefault(tr("reviewer"))
    roles.pop(scan.info.auditor, None)
    return tuple(
        f"{name} ({', '.join(role for role in held if role)})" if any(held) else name for name, held in roles.items()
    )


def _hosts(scan: ScanResult) -> tuple[doc.Host, ...]:
    titles = {addendum.id: addendum.title for addendum in scan.benchmark.addenda}
    by_target: dict[str, list[Finding]] = {}
    for finding in scan.findings:
        if finding.measured.target:
            by_target.setdefault(finding.measured.target, []).append(finding)
    return tuple(_host(state, titles, by_target.get(state.target.name, ())) for state in scan.targets)


def _host(state: TargetState, titles: dict[str, str], findings: Sequence[Finding]) -> doc.Host:
    target = state.target
    local = target.transport == "local"
    address = f"[{target.address}]" if ":" in target.address else target.address
    system = state.facts.get("os") or state.facts.get("system") or ""
    return doc.Host(
        name=target.name,
        address=tr("this computer") if local else f"{address or target.name}:{target.port}",
        role=role_word(role_of(state)),
        platform=", ".join(titles.get(addendum, addendum) for addendum in state.addenda) or tr("not known"),
        system=str(system),
        account=target.user or tr("the account that ran the program"),
        privilege=_privilege(state),
        host_key=state.host_key,
        reached=state.reachable,
        why_not=_why_not(state),
        parent=target.parent or "",
        started=moment(state.started),
        seconds=state.seconds,
        facts=_facts(state.facts.items()),
        counts=count(standing_verdict(finding) for finding in findings),
    )


def _why_not(state: TargetState) -> str:
    """Why it wasn't reached, as it was recorded; only that nobody has tried is the program's to say."""
    if not state.error:
        return "" if state.reachable else tr("It was not looked at.")
    return tr("Not looked at yet.") if state.error == "Not looked at yet." else state.error


def _privilege(state: TargetState) -> str:
    """With which rights it was looked at, and why not with more."""
    note = str(state.facts.get("privilege_note") or "").removeprefix(f"{state.target.name}: ")  # it stands beside it
    rights = privilege_word(state.privilege)
    return f"{rights}. {note}" if note else rights


def _facts(facts: Any) -> tuple[tuple[str, str], ...]:
    """What was learnt about a machine, one short line for each fact; long lists are counted."""
    lines = []
    for key, value in sorted(facts, key=lambda fact: natural_key(str(fact[0]))):
        if key in {"os", "privilege_note"}:  # these stand with the platform and the rights
            continue
        if isinstance(value, list | tuple):
            names = [str(item) for item in value if isinstance(item, str | int)]
            text = f"{len(value)}: {listed(names, 20)}" if names else str(len(value))
        elif isinstance(value, str | int | float) and not isinstance(value, bool):
            text = str(value)
        else:
            continue
        if text:
            lines.append((str(key), text if len(text) <= _FACT_CHARS else f"{text[:_FACT_CHARS]} …"))
    return tuple(lines[:_FACT_ROWS])
