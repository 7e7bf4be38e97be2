"""What came of each finding: an observation of it, a finding where it was decided, and a risk where it fails."""

from datetime import date, datetime
from typing import Any

from app.model import Mode, Result, Rule, TargetState
from app.record import Finding, Override, OverrideKind, ScanResult
from app.report.oscal.text import bullets, control, line, markdown, prop
from app.report.standing import found_of, iso, standing
from app.report.telling import (
    answer_line,
    answer_text,
    answers_text,
    ended,
    evidence_of,
    in_force,
    measured_lines,
    result_of,
    time_of,
    told,
    uuid_of,
)

SATISFIED = {Result.PASS: "satisfied", Result.FAIL: "not-satisfied"}


def _place(finding: Finding) -> tuple[str, str, str]:
    """What tells a finding from every other of the audit."""
    measured = finding.measured
    return measured.item, "site" if measured.target is None else "machine", measured.target or ""


def _about(finding: Finding, rule: Rule) -> str:
    measured = finding.measured
    return line(f"{measured.item} on {measured.target or 'the site'}: {rule.title}")


def observation(scan: ScanResult, finding: Finding, rule: Rule, known: dict[str, TargetState]) -> dict[str, Any]:
    """What was seen, on which machines, how and when, and what people said; whatever came of it."""
    measured = finding.measured
    answer = in_force(finding)
    signed_off = answer if answer is not None and answer.kind is OverrideKind.SIGNOFF else None
    props = {
        "item": measured.item,
        "result": finding.effective,
        "measured": measured.result,
        "reason": measured.reason or "",
    }
    machines = [name for name in measured.targets if name in known]
    subjects = [{"subject-uuid": uuid_of(scan, "machine", name), "type": "inventory-item"} for name in machines]
    actors = [{"type": "tool", "actor-uuid": uuid_of(scan, "tool")}]
    if signed_off is not None and signed_off.by.strip():
        actors.append({"type": "party", "actor-uuid": uuid_of(scan, "person", signed_off.by)})
    observation: dict[str, Any] = {
        "uuid": uuid_of(scan, "observation", *_place(finding)),
        "title": _about(finding, rule),
        "description": bullets(measured_lines(finding)),
        "props": [prop(name, value) for name, value in props.items() if value],
        "methods": _methods(finding, rule),
        "types": ["control-objective"],
        "origins": [{"actors": actors}],
        "subjects": subjects or [{"subject-uuid": uuid_of(scan, "site"), "type": "component"}],
        "collected": iso(_collected(scan, finding, known)),
    }
    if ids := evidence_of(finding):
        observation["relevant-evidence"] = [
            {"description": line(f"Evidence {one} in the JSON of the audit.")} for one in ids
        ]
    if said := answers_text(finding):
        observation["remarks"] = markdown(said)
    return observation


def _methods(finding: Finding, rule: Rule) -> list[str]:
    """A command, a person who was asked, or both."""
    if rule.mode is Mode.MANUAL:
        return ["INTERVIEW"]
    return ["TEST", "INTERVIEW"] if standing(finding.overrides) else ["TEST"]


def _collected(scan: ScanResult, finding: Finding, known: dict[str, TargetState]) -> datetime:
    state = known.get(finding.measured.target or "")
    return ended(state, scan) if state else time_of(scan)


def _end_of(day: date) -> str:
    """The last second of a waiver's last day; its day is the operator's, and OSCAL wants a zone."""
    return f"{day.isoformat()}T23:59:59Z"


def risk(scan: ScanResult, finding: Finding, rule: Rule) -> dict[str, Any]:
    """What a failure means and how it is mended; a waiver is a deviation with a deadline."""
    measured = finding.measured
    answer = in_force(finding)
    waiver = answer if answer is not None and answer.kind is OverrideKind.WAIVER else None
    risk: dict[str, Any] = {
        "uuid": uuid_of(scan, "risk", *_place(finding)),
        "title": _about(finding, rule),
        "description": markdown(told(found_of(finding))) or "It fails.",
        "statement": markdown(rule.rationale.strip()) or "No rationale is recorded.",
        "props": [prop("severity", rule.severity)],
        "status": "open" if waiver is None else _deviation(waiver),
    }
    if waiver is not None and waiver.expires:
        risk["deadline"] = _end_of(waiver.expires)
    if measured.remediation.strip():
        risk["remediations"] = [
            {
                "uuid": uuid_of(scan, "remedy", *_place(finding)),
                "lifecycle": "recommendation",
                "title": "Remedy",
                "description": markdown(told(measured.remediation.strip())),
            }
        ]
    if waiver is not None:
        entry = {
            "uuid": uuid_of(scan, "waiver", waiver.id, *_place(finding)),
            "title": "Waiver",
            "description": markdown(answer_text(waiver)),
            "start": iso(waiver.time),
            "status-change": _deviation(waiver),
        }
        risk["risk-log"] = {"entries": [entry]}
    risk["related-observations"] = [{"observation-uuid": uuid_of(scan, "observation", *_place(finding))}]
    return risk


def _deviation(waiver: Override) -> str:
    return "deviation-approved" if waiver.review == "accepted" else "deviation-requested"


def finding_of(scan: ScanResult, finding: Finding, rule: Rule) -> dict[str, Any]:
    """Whether the item is satisfied there; only of what was decided."""
    result = result_of(finding)
    place = _place(finding)
    status = {"state": SATISFIED[result], "reason": result.value}
    answer = in_force(finding)
    if answer is not None:
        status["remarks"] = markdown(answer_line(answer))
    return {
        "uuid": uuid_of(scan, "finding", *place),
        "title": _about(finding, rule),
        "description": markdown(told(finding.measured.message)) or "Nothing was recorded.",
        "props": [prop("result", finding.effective)],
        "target": {
            "type": "objective-id",
            "target-id": f"{control(rule.id)}.assessment-objective",
            "status": status,
        },
        "related-observations": [{"observation-uuid": uuid_of(scan, "observation", *place)}],
        **({"related-risks": [{"risk-uuid": uuid_of(scan, "risk", *place)}]} if result is Result.FAIL else {}),
    }
