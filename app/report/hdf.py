"""An audit in the Heimdall Data Format, which is the JSON of an InSpec run (exec-json).

Each machine has a profile, and so has the site; each finding is a control of one.

Heimdall takes controls of one id for one control, whatever profile they are in, so a control is named by item and
machine: ``4.1-a@hv1``. It makes one status of the control's results: an error before anything else, then "Not
Applicable" where the impact is 0, then failed, passed, and at last skipped as "Not Reviewed". A skipped result beside a
passed one would so read as a pass; results are therefore given in such words that the control comes out as the finding
stands, and each says what was measured.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from app.model import CheckResult, Result, Rule, Severity, TargetState
from app.record import Finding, OverrideKind, ScanResult
from app.report.standing import iso, platform_of, program_of, role_of, rule_of, standing, unknown_rule
from app.report.telling import (
    LINES,
    answer_line,
    answer_text,
    answers_text,
    by_machine,
    check_line,
    evidence_of,
    fixes_of,
    in_force,
    measured_lines,
    rest_line,
    result_of,
    time_of,
    told,
    worst_first,
)
from app.report.visible import visible
from app.report.writing import write_file

# InSpec's numbers for its own words; 0 is what doesn't count.
_IMPACT = {Severity.LOW: 0.3, Severity.MEDIUM: 0.5, Severity.HIGH: 0.7, Severity.CRITICAL: 0.9}
_WITHOUT_IMPACT = (Result.NOTAPPLICABLE, Result.INFORMATIONAL)
_STATUS = {Result.PASS: "passed", Result.FAIL: "failed", Result.ERROR: "error"}  # any other is skipped

_STRONGEST = ("error", "failed", "passed", "skipped")  # the first that a control has is its status


def write_hdf(scan: ScanResult, path: Path) -> None:
    """Write the audit as HDF; ReportError if the file can't be written."""
    write_file(path, (part.encode("ascii") for part in hdf(scan)))


def hdf(scan: ScanResult) -> Iterator[str]:
    """Give the document in parts, one line for each control."""
    name, version = program_of(scan)
    platform = {"name": name, "release": version, "target_id": scan.info.id}
    yield f'{{"platform": {_dump(platform)},\n"version": {_dump(version)},\n'
    yield f'"statistics": {{"duration": {sum(state.seconds for state in scan.targets):.3f}}},\n"profiles": ['
    states = {state.target.name: state for state in scan.targets}
    rules = rule_of(scan.benchmark)
    fixes = fixes_of(scan.benchmark)
    for number, (machine, findings) in enumerate(by_machine(scan).items()):
        state = states.get(machine) if machine is not None else None
        yield "," if number else ""
        yield f"\n{_dump(_profile(scan, machine, state, findings))[:-1]},\n" + '"controls": ['
        for at, finding in enumerate(findings):
            rule = rules.get(finding.measured.item) or unknown_rule(finding.measured.item)
            yield f"{',' if at else ''}\n{_dump(_control(scan, finding, rule, fixes.get(rule.id, ()), state))}"
        yield "\n]}"
    yield "\n]}\n"


def _dump(value: Any) -> str:
    return json.dumps(value, allow_nan=False)


def _id(finding: Finding) -> str:
    measured = finding.measured
    return visible(measured.item if measured.target is None else f"{measured.item}@{measured.target}")


def _profile(
    scan: ScanResult, machine: str | None, state: TargetState | None, findings: Sequence[Finding]
) -> dict[str, Any]:
    benchmark, info = scan.benchmark, scan.info
    where = machine if machine is not None else "the site"
    titles = {section.id: section.title for chapter in benchmark.chapters for section in chapter.sections}
    groups: dict[str, list[str]] = {}
    for finding in findings:
        groups.setdefault(finding.measured.item.rpartition("-")[0], []).append(_id(finding))
    lines = [f"Audit “{info.title}” ({info.id}), {info.state}, seal {scan.seal}."]
    if state is not None:
        target = state.target
        lines.append(f"{target.name}: {role_of(state)}, platform {platform_of(state)}, address {target.address}.")
        lines += [state.error] if state.error else []
        lines += [f"SSH host key {state.host_key}."] if state.host_key else []
    return {
        "name": visible(f"{benchmark.id}/{machine}" if machine is not None else benchmark.id),
        "version": benchmark.version,
        "sha256": benchmark.digest,
        "title": visible(f"{benchmark.title}: {where}"),
        "maintainer": visible(info.auditor),
        "summary": told("\n".join(lines)),
        "license": "",
        "copyright": "",
        "copyright_email": "",
        "supports": [],
        "attributes": [],
        "groups": [
            {"id": visible(section), "title": titles.get(section, visible(section)), "controls": items}
            for section, items in groups.items()
        ],
        "status": "loaded",
    }


def _control(
    scan: ScanResult, finding: Finding, rule: Rule, fixes: Sequence[str], state: TargetState | None
) -> dict[str, Any]:
    measured = finding.measured
    result = result_of(finding)
    texts = {
        "check": rule.question.strip(),
        "fix": told(measured.remediation.strip()) or "\n\n".join(fixes),
        "rationale": rule.rationale.strip(),
        "measured": "\n".join(measured_lines(finding)),
        "answers": answers_text(finding),
    }
    time = iso(state.started if state and state.started else time_of(scan))
    return {
        "id": _id(finding),
        "title": visible(rule.title),
        "desc": rule.requirement.strip(),
        "descriptions": [{"label": label, "data": text} for label, text in texts.items() if text],
        "impact": 0.0 if result in _WITHOUT_IMPACT else _IMPACT[rule.severity],
        "refs": [{"ref": reference} for reference in rule.references],
        "tags": {
            "severity": str(rule.severity),
            "gid": visible(rule.section),
            "rid": visible(measured.item),
            "mode": str(rule.mode),
            "scope": str(rule.scope),
            "result": str(finding.effective),
            "measured": str(measured.result),
            "reason": str(measured.reason or ""),
            "targets": [visible(name) for name in measured.targets],
            "evidence": [visible(one) for one in evidence_of(finding)],
            "threats": list(rule.threats),
        },
        "code": "",
        "source_location": {},
        "results": _results(finding, result, time),
        **_answer_data(finding),
    }


def _results(finding: Finding, result: Result, time: str) -> list[dict[str, Any]]:
    """One for each subject, or one for the whole where a person decided or nothing was looked at one by one."""
    measured = finding.measured
    answer = in_force(finding)
    signed_off = answer is not None and answer.kind is OverrideKind.SIGNOFF
    checks = worst_first(measured.checks)
    wanted = _STATUS.get(result, "skipped")
    statuses = {_status_beside(check, result) for check in checks}
    if signed_off or next((status for status in _STRONGEST if status in statuses), "") != wanted:
        said = [answer_text(answer)] if answer is not None and signed_off else []
        lines = "\n".join((*said, *measured_lines(finding)))
        return [_result(wanted, told(measured.message) or str(result), lines, time)]
    results = [
        _result(_status_beside(check, result), check_line(check), check_line(check), time) for check in checks[:LINES]
    ]
    if rest := rest_line(checks[LINES:]):
        results.append(_result(wanted, rest, rest, time))
    return results


def _status_beside(check: CheckResult, whole: Result) -> str:
    """The status of one result that leaves the control with the result of the whole."""
    if whole not in _STATUS or check.result not in _STATUS:
        return "skipped"
    return "skipped" if check.result is Result.ERROR and whole is not Result.ERROR else _STATUS[check.result]


def _result(status: str, about: str, said: str, time: str) -> dict[str, Any]:
    said_in = "skip_message" if status == "skipped" else "message"
    return {"status": status, "code_desc": about, said_in: said, "start_time": time}


def _answer_data(finding: Finding) -> dict[str, Any]:
    """What HDF has for waivers and attested answers; "run" says that a waived control was looked at all the same."""
    data: dict[str, Any] = {}
    answer = in_force(finding)
    waivers = [one for one in standing(finding.overrides) if one.kind is OverrideKind.WAIVER]
    if waivers:
        last = waivers[-1]
        data["waiver_data"] = {
            "justification": told(last.remark.strip()),
            "run": True,
            "skipped_due_to_waiver": False,
            "expiration_date": last.expires.isoformat() if last.expires else None,
            "message": answer_line(last) + ("" if last is answer else " It is not in force."),
        }
    if answer is not None and answer.kind is OverrideKind.SIGNOFF and answer.new in (Result.PASS, Result.FAIL):
        data["attestation_data"] = {
            "control_id": _id(finding),
            "explanation": answer_text(answer),
            "frequency": f"until {answer.expires.isoformat()}" if answer.expires else "once",
            "status": "passed" if answer.new is Result.PASS else "failed",
            "updated": iso(answer.time),
            "updated_by": visible(answer.by),
        }
    return data
