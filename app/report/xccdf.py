"""An audit as XCCDF 1.2 (NIST IR 7275 revision 4): the Benchmark, with a TestResult inside for each machine.

Findings of the site and of several machines together stand in a TestResult of their own, since XCCDF ties each result
to the targets of its TestResult. What a person's answer decides stands once more in a TestResult before that of its
machine, with its ``override``: the Schematron rules that ``oscap xccdf validate`` applies want an override at every
result of a TestResult that has one, so the whole one can't have any. A waived failure keeps the result ``fail``.
"Critical" is ``high`` in a vocabulary that ends there.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from app.model import Check, Privilege, Result, Rule, Severity, TargetState
from app.record import Finding, Override, OverrideKind, ScanResult
from app.report.standing import iso, platform_of, role_of, rule_of, standing, unknown_rule, utc
from app.report.telling import (
    LINES,
    answer_text,
    by_machine,
    check_line,
    ended,
    evidence_of,
    fixes_of,
    in_force,
    rest_line,
    result_of,
    time_of,
    told,
    worst_first,
)
from app.report.visible import token
from app.report.writing import write_file
from app.report.xmltext import DECLARATION, element, empty, end, start

XCCDF = "http://checklists.nist.gov/xccdf/1.2"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
SYSTEM = "urn:x-bartizan:check"  # how our checks are written; no other tool runs them
SCORING = "urn:xccdf:scoring:flat-unweighted"  # passes of what could be judged, each item counting alike

_PREFIX = "xccdf_org.bartizan_"
_PROFILE = f"{_PREFIX}profile_audit"
SEVERITIES = {Severity.LOW: "low", Severity.MEDIUM: "medium", Severity.HIGH: "high", Severity.CRITICAL: "high"}
_OUT_OF_SCORE = (Result.NOTAPPLICABLE, Result.NOTCHECKED, Result.NOTSELECTED, Result.INFORMATIONAL)  # section 7.2.6.2
_LOUD = {Result.FAIL: "warning", Result.ERROR: "error", Result.UNKNOWN: "warning"}


def write_xccdf(scan: ScanResult, path: Path) -> None:
    """Write the audit as XCCDF 1.2; ReportError if the file can't be written."""
    write_file(path, (part.encode() for part in xccdf(scan)))


def xccdf(scan: ScanResult) -> Iterator[str]:
    """Give the document in parts."""
    benchmark, info = scan.benchmark, scan.info
    yield DECLARATION
    yield (
        start("Benchmark", xmlns=XCCDF, xmlns__dc=DUBLIN_CORE, id=xccdf_id("benchmark", benchmark.id), xml__lang="en")
        + "\n"
    )
    yield element("status", "accepted", date=f"{time_of(scan):%Y-%m-%d}")
    yield element("title", benchmark.title)
    yield element("description", f"{len(benchmark.rules)} items, with the results of the audit “{info.title.strip()}”.")
    if benchmark.notice.strip():
        yield element("notice", benchmark.notice.strip(), id="notice")
    yield element("version", benchmark.version)
    yield _metadata(
        title=info.title,
        creator=info.auditor,
        publisher=info.organisation,
        identifier=info.id,
        description=f"State: {info.state}. Revision: {scan.revision}. Seal: {scan.seal}. "
        f"Content of the items (SHA-256): {benchmark.digest}.",
    )
    yield from _profile(scan)
    yield from _values(scan)
    yield from _groups(scan)
    machines, states = by_machine(scan), {state.target.name: state for state in scan.targets}
    rules = rule_of(benchmark)
    for name, findings in machines.items():
        state = states.get(name) if name is not None else None
        answered = [finding for finding in findings if in_force(finding) is not None]
        if answered:
            yield from _test_result(scan, (name, state), answered, rules, answered=True)
        if findings:
            yield from _test_result(scan, (name, state), findings, rules, answered=False)
    yield end("Benchmark")


def xccdf_id(kind: str, name: str) -> str:
    """The id of something, which XCCDF wants as an XML name that says whose and of what kind it is."""
    return f"{_PREFIX}{kind}_{token(name)}"


def _metadata(**words: str) -> str:
    lines = "".join(element(f"dc:{key}", text) for key, text in words.items() if text.strip())
    return f"{start('metadata')}\n{lines}{end('metadata')}"


# --- what was asked --------------------------------------------------------------------------------------------------


def _profile(scan: ScanResult) -> Iterator[str]:
    """Which chapters were left out and why, and the values of the site."""
    known = {chapter.id for chapter in scan.benchmark.chapters}
    yield start("Profile", id=_PROFILE) + "\n"
    yield element("title", "What was chosen for this audit")
    for chapter, why in scan.info.profile.left_out:
        if chapter in known:
            remark = element("remark", why or "No reason was given.")
            yield f"{start('select', idref=xccdf_id('group', chapter), selected='false')}{remark}{end('select')}"
    yield from _set_values(scan)
    yield end("Profile")


def _set_values(scan: ScanResult) -> Iterator[str]:
    known = {value.id for value in scan.benchmark.values}
    for name, value in scan.info.profile.values:
        if name in known:
            yield element("set-value", _scalar(value), idref=xccdf_id("value", name))


def _values(scan: ScanResult) -> Iterator[str]:
    for value in scan.benchmark.values:
        kind = "number" if isinstance(value.default, int | float) and not isinstance(value.default, bool) else "string"
        title = f"{value.title} ({value.unit})" if value.unit else value.title
        yield start("Value", id=xccdf_id("value", value.id), type=kind) + "\n"
        yield (
            element("title", title)
            + element("description", title)
            + element("value", _scalar(value.default))
            + end("Value")
        )


def _scalar(value: Any) -> str:
    """A value as text; a list as JSON, since oscap knows no ``complex-value``."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _groups(scan: ScanResult) -> Iterator[str]:
    """Chapters and sections with their items; whatever has no place in them stands behind them."""
    checks: dict[str, list[Check]] = {}
    for addendum in scan.benchmark.addenda:
        for check in addendum.checks:
            checks.setdefault(check.item, []).append(check)
    fixes = fixes_of(scan.benchmark)
    left = {rule.id: rule for rule in scan.benchmark.rules}
    for item in dict.fromkeys(finding.measured.item for finding in scan.findings):
        left.setdefault(item, unknown_rule(item))
    for chapter in scan.benchmark.chapters:
        yield start("Group", id=xccdf_id("group", chapter.id)) + "\n"
        yield element("title", chapter.title) + element("description", chapter.introduction.strip())
        for section in chapter.sections:
            rules = [left.pop(key) for key, rule in tuple(left.items()) if rule.section == section.id]
            yield start("Group", id=xccdf_id("group", f"section-{section.id}")) + "\n"
            yield element("title", section.title) + element("description", section.introduction.strip())
            for rule in rules:
                yield _rule(rule, checks.get(rule.id, ()), fixes.get(rule.id, ()))
            yield end("Group")
        yield end("Group")
    for rule in left.values():
        yield _rule(rule, checks.get(rule.id, ()), fixes.get(rule.id, ()))


def _rule(rule: Rule, checks: Iterable[Check], fixes: Iterable[str]) -> str:
    refs = "".join(
        empty("check-content-ref", href=f"checks/platforms/{check.addendum}", name=check.id) for check in checks
    )
    parts = [
        start("Rule", id=xccdf_id("rule", rule.id), severity=SEVERITIES[rule.severity]) + "\n",
        element("title", f"{rule.id} {rule.title}"),
        element("description", rule.requirement.strip()),
        element("question", rule.question.strip()) if rule.question.strip() else "",
        *(element("reference", reference) for reference in rule.references),
        element("rationale", rule.rationale.strip()) if rule.rationale.strip() else "",
        *(element("fixtext", text) for text in fixes),
        f"{start('check', system=SYSTEM)}{refs}{end('check')}",
        end("Rule"),
    ]
    return "".join(parts)


# --- what was found --------------------------------------------------------------------------------------------------


def _test_result(
    scan: ScanResult,
    machine: tuple[str | None, TargetState | None],
    findings: Sequence[Finding],
    rules: dict[str, Rule],
    *,
    answered: bool,
) -> Iterator[str]:
    name, state = machine
    began, over = (state.started, utc(ended(state, scan))) if state else (scan.info.started, utc(time_of(scan)))
    label, what = f"machine-{name}" if name is not None else "site", ""
    times = [force.time for finding in findings if (force := in_force(finding)) is not None]
    over = max((over, *map(utc, times)))
    if answered:
        began, label, what = min(times), f"answers-{label}", ", as answered by people"
    yield start(
        "TestResult",
        id=xccdf_id("testresult", label),
        start_time=iso(began) if began else None,
        end_time=iso(over),
        test_system=scan.program,
        version=scan.benchmark.version,
    )
    yield "\n" + element("title", f"{scan.info.title.strip() or 'Audit'}: {name or 'the site'}{what}")
    if scan.info.organisation.strip():
        yield element("organization", scan.info.organisation)
    yield from _target(scan, state, name)
    yield from _set_values(scan)
    for finding in findings:
        rule = rules.get(finding.measured.item) or unknown_rule(finding.measured.item)
        yield _rule_result(finding, rule, over, overrides=answered)
    results = [result_of(finding) for finding in findings]
    judged = sum(result not in _OUT_OF_SCORE for result in results)
    yield element("score", str(results.count(Result.PASS)), system=SCORING, maximum=str(judged))
    yield end("TestResult")


def _target(scan: ScanResult, state: TargetState | None, name: str | None) -> Iterator[str]:
    if state is None:
        yield empty("profile", idref=_PROFILE)
        yield element("target", name or scan.info.organisation.strip() or "the site")
        return
    target = state.target
    if target.user:
        yield element(
            "identity",
            target.user,
            authenticated=str(state.reachable).lower(),
            privileged=str(state.reachable and state.privilege is not Privilege.USER).lower(),
        )
    yield empty("profile", idref=_PROFILE)
    yield element("target", target.name)
    if target.address:
        yield element("target-address", target.address)
    facts = {
        "urn:xccdf:fact:asset:identifier:host_name": target.name,
        "urn:x-bartizan:fact:role": str(role_of(state)),
        "urn:x-bartizan:fact:platform": platform_of(state),
        "urn:x-bartizan:fact:parent": target.parent or "",
        "urn:x-bartizan:fact:ssh-host-key": state.host_key,
        "urn:x-bartizan:fact:reachable": str(state.reachable).lower(),
        "urn:x-bartizan:fact:error": state.error,
        "urn:x-bartizan:fact:os": str(state.facts.get("os") or ""),
        "urn:x-bartizan:fact:kernel": str(state.facts.get("kernel") or ""),
    }
    lines = "".join(element("fact", told(text), name=key, type="string") for key, text in facts.items() if text)
    yield f"{start('target-facts')}\n{lines}{end('target-facts')}"


def _rule_result(finding: Finding, rule: Rule, time: datetime, *, overrides: bool) -> str:
    result = result_of(finding)
    answers = standing(finding.overrides)
    force = in_force(finding)
    imports = "".join(element("check-import", one, import_name="evidence") for one in evidence_of(finding))
    parts = [
        start("rule-result", idref=xccdf_id("rule", rule.id), severity=SEVERITIES[rule.severity], time=iso(time))
        + "\n",
        element("result", result),
        *(_override(answer) for answer in answers if overrides),
        *_messages(finding),
        *(_said(answer, force) for answer in answers if not overrides),
        element("fix", told(finding.measured.remediation.strip()))
        if result is Result.FAIL and finding.measured.remediation.strip()
        else "",
        f"{start('check', system=SYSTEM)}{imports}{end('check')}",
        end("rule-result"),
    ]
    return "".join(parts)


def _said(answer: Override, force: Override | None) -> str:
    decides = "" if answer is force else "\nIt doesn't decide what stands."
    return element("message", f"{answer_text(answer)}{decides}", severity="info")


def _override(answer: Override) -> str:
    new = Result.FAIL if answer.kind is OverrideKind.WAIVER else answer.new
    role = f" ({answer.role})" if answer.role else ""
    return (
        start("override", time=iso(answer.time), authority=f"{answer.by}{role}")
        + element("old-result", answer.old)
        + element("new-result", new)
        + element("remark", answer_text(answer))
        + end("override")
    )


def _messages(finding: Finding) -> Iterator[str]:
    measured = finding.measured
    reason = f" ({measured.reason})" if measured.reason else ""
    yield element("message", f"{told(measured.message)}{reason}", severity=_LOUD.get(measured.result, "info"))
    checks = worst_first(measured.checks)
    for check in checks[:LINES]:
        yield element("message", check_line(check), severity=_LOUD.get(check.result, "info"))
    if rest := rest_line(checks[LINES:]):
        yield element("message", rest, severity="info")
    if measured.target is None and measured.targets:
        yield element("message", told(f"Machines involved: {', '.join(measured.targets)}."), severity="info")
