"""An audit as OSCAL assessment results (NIST, JSON): one result with an observation for each finding of the audit.

OSCAL's findings know only "satisfied" and "not-satisfied", so they are there for what was decided; what could not be
looked at has its observation alone. A failure is a risk too, and a waived one a risk with a deviation. There is no
assessment plan and no catalog elsewhere: both are described within, so that the file stands alone.
"""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from app.model import Finding, Mode, Override, OverrideKind, Result, Rule, ScanResult, TargetState
from app.report.standing import iso, platform_of, program_of, role_of, rule_of, standing, unknown_rule
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
from app.report.visible import one_line, token, visible
from app.report.writing import write_file

VERSION = "1.1.2"  # of OSCAL; nothing newer is used
NAMESPACE = "urn:x-bartizan:oscal"  # of our own properties

_SATISFIED = {Result.PASS: "satisfied", Result.FAIL: "not-satisfied"}
# Characters that mean something in Markdown, and what does at the beginning of a line.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&^!])|^(\s*)([-+=]|\d{1,9}[.)](?=\s|$))", re.MULTILINE)


def write_oscal(scan: ScanResult, path: Path) -> None:
    """Write the audit as OSCAL assessment results; ReportError if the file can't be written."""
    write_file(path, (part.encode("ascii") for part in oscal(scan)))


def oscal(scan: ScanResult) -> Iterator[str]:
    """Give the document in parts, one line for each observation, risk and finding."""
    plan = uuid_of(scan, "plan")
    head = {
        "uuid": uuid_of(scan, "document", scan.seal),
        "metadata": _metadata(scan),
        "import-ap": {"href": f"#{plan}"},
        "local-definitions": {"objectives-and-methods": [_objective(rule) for rule in _rules(scan)]},
    }
    back = {
        "resources": [
            {
                "uuid": plan,
                "title": "Assessment plan",
                "description": "There is no plan as a document of its own: the scope is that of the audit, and what is "
                "assessed stands in the local definitions.",
            }
        ]
    }
    yield f'{{"assessment-results": {_dump(head)[:-1]},\n"results": [{_dump(_result(scan))[:-1]}'
    rules = rule_of(scan.benchmark)
    known = {state.target.name: state for state in scan.targets}
    pairs = [
        (finding, rules.get(finding.measured.item) or unknown_rule(finding.measured.item)) for finding in scan.findings
    ]
    yield from _array("observations", (_observation(scan, *pair, known) for pair in pairs))
    yield from _array("risks", (_risk(scan, *pair) for pair in pairs if result_of(pair[0]) is Result.FAIL))
    yield from _array("findings", (_finding(scan, *pair) for pair in pairs if result_of(pair[0]) in _SATISFIED))
    yield f'}}],\n"back-matter": {_dump(back)}}}}}\n'


def _array(name: str, values: Iterable[dict[str, Any]]) -> Iterator[str]:
    """An array within what was begun; OSCAL has none that is empty."""
    begun = False
    for value in values:
        yield f"{',' if begun else f',{chr(10)}{_dump(name)}: ['}\n{_dump(value)}"
        begun = True
    if begun:
        yield "\n]"


def _dump(value: Any) -> str:
    return json.dumps(value, allow_nan=False)


# --- text ------------------------------------------------------------------------------------------------------------


def markdown(text: str) -> str:
    """Text of any origin as Markdown that reads as that text; OSCAL takes descriptions and remarks as Markdown."""
    return _MARKDOWN.sub(lambda found: f"\\{found[1]}" if found[1] else _begun(found), visible(text))


def _begun(found: re.Match[str]) -> str:
    """What would begin a list: the sign, or the one behind the number, escaped."""
    sign = found[3]
    return f"{found[2]}\\{sign}" if len(sign) == 1 else f"{found[2]}{sign[:-1]}\\{sign[-1]}"


def _line(text: str) -> str:
    """Markdown on one line; never empty."""
    return markdown(one_line(told(text))) or "none"


def _string(text: str) -> str:
    """A plain value on one line; never empty."""
    return one_line(told(text)) or "none"


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {markdown(line)}" for line in lines) or "Nothing was recorded."


def _property(name: str, value: str) -> dict[str, str]:
    return {"name": name, "ns": NAMESPACE, "value": _string(value)}


# --- the document ----------------------------------------------------------------------------------------------------


def _metadata(scan: ScanResult) -> dict[str, Any]:
    info = scan.info
    people = list(dict.fromkeys([name for name in (info.auditor, *_answering(scan)) if name.strip()]))
    parties = [{"uuid": uuid_of(scan, "person", name), "type": "person", "name": _string(name)} for name in people]
    if info.organisation.strip():
        uuid = uuid_of(scan, "organisation")
        parties.append({"uuid": uuid, "type": "organization", "name": _string(info.organisation)})
    metadata: dict[str, Any] = {
        "title": _line(info.title or "Audit"),
        "last-modified": iso(scan.history[-1].time if scan.history else time_of(scan)),
        "version": str(scan.revision),
        "oscal-version": VERSION,
        "props": [
            _property("audit", info.id),
            _property("state", info.state),
            _property("seal", scan.seal),
            _property("benchmark", f"{scan.benchmark.id} {scan.benchmark.version}"),
            _property("benchmark-sha256", scan.benchmark.digest),
        ],
    }
    if parties:
        metadata["parties"] = parties
    if info.auditor.strip():
        metadata["roles"] = [{"id": "assessor", "title": _line(info.auditor_role or "Assessor")}]
        auditor = uuid_of(scan, "person", info.auditor)
        metadata["responsible-parties"] = [{"role-id": "assessor", "party-uuids": [auditor]}]
    return metadata


def _answering(scan: ScanResult) -> Iterator[str]:
    for finding in scan.findings:
        for answer in standing(finding.overrides):
            yield answer.by
            yield answer.review_by


def _rules(scan: ScanResult) -> list[Rule]:
    """Those of the benchmark, and what stands in for an item that it doesn't hold."""
    rules = rule_of(scan.benchmark)
    for item in dict.fromkeys(finding.measured.item for finding in scan.findings):
        rules.setdefault(item, unknown_rule(item))
    return list(rules.values())


def _control(item: str) -> str:
    """The id of an item, which has to begin with a letter."""
    return f"item-{token(item)}"


def _objective(rule: Rule) -> dict[str, Any]:
    texts = {"assessment-objective": rule.requirement, "rationale": rule.rationale, "question": rule.question}
    return {
        "control-id": _control(rule.id),
        "description": _line(f"{rule.id} {rule.title}"),
        "props": [_property("severity", rule.severity), _property("mode", rule.mode), _property("scope", rule.scope)],
        "parts": [
            {
                "id": f"{_control(rule.id)}.{name}",
                "name": name,
                **({} if name == "assessment-objective" else {"ns": NAMESPACE}),
                "prose": markdown(text.strip()),
            }
            for name, text in texts.items()
            if text.strip()
        ],
    }


def _result(scan: ScanResult) -> dict[str, Any]:
    info = scan.info
    name, version = program_of(scan)
    gone = {chapter for chapter, _ in info.profile.left_out}
    selected = [{"control-id": _control(rule.id)} for rule in _rules(scan) if rule.chapter not in gone]
    left_out = [
        f"Chapter {chapter} was left out: {why or 'no reason given'}." for chapter, why in info.profile.left_out
    ]
    tool = uuid_of(scan, "tool")
    definitions: dict[str, Any] = {
        "components": [
            {
                "uuid": uuid_of(scan, "site"),
                "type": "this-system",
                "title": _line(info.organisation or "The site"),
                "description": "The site as a whole, for items that concern no single machine.",
                "status": {"state": "operational"},
            }
        ],
        "assessment-assets": {
            "components": [
                {
                    "uuid": tool,
                    "type": "software",
                    "title": _line(name),
                    "description": "Runs read-only commands on each machine and judges what they answer.",
                    "props": [{"name": "version", "value": _string(version)}],
                    "status": {"state": "operational"},
                }
            ],
            "assessment-platforms": [
                {"uuid": uuid_of(scan, "platform"), "uses-components": [{"component-uuid": tool}]},
            ],
        },
    }
    if scan.targets:
        definitions["inventory-items"] = [_machine(scan, state) for state in scan.targets]
    return {
        "uuid": uuid_of(scan, "result"),
        "title": _line(info.title or "Audit"),
        "description": _listed((f"Audit of {len(scan.targets)} machines, {info.state}.", *left_out)),
        "start": iso(info.started or time_of(scan)),
        "end": iso(time_of(scan)),
        "local-definitions": definitions,
        "reviewed-controls": {
            "control-selections": [{"include-controls": selected} if selected else {"include-all": {}}]
        },
    }


def _machine(scan: ScanResult, state: TargetState) -> dict[str, Any]:
    target = state.target
    facts = {
        "asset-id": target.name,
        "address": target.address,
        "role": role_of(state),
        "platform": platform_of(state),
        "parent": target.parent or "",
        "account": target.user,
        "privilege": state.privilege if state.reachable else "",
        "ssh-host-key": state.host_key,
        "reachable": "yes" if state.reachable else "no",
        "error": state.error,
    }
    return {
        "uuid": uuid_of(scan, "machine", target.name),
        "description": _line(target.name),
        "props": [
            {"name": key, "value": _string(value)} if key == "asset-id" else _property(key, value)
            for key, value in facts.items()
            if value
        ],
    }


# --- what was found --------------------------------------------------------------------------------------------------


def _place(finding: Finding) -> tuple[str, str, str]:
    """What tells a finding from every other of the audit."""
    measured = finding.measured
    return measured.item, "site" if measured.target is None else "machine", measured.target or ""


def _about(finding: Finding, rule: Rule) -> str:
    measured = finding.measured
    return _line(f"{measured.item} on {measured.target or 'the site'}: {rule.title}")


def _observation(scan: ScanResult, finding: Finding, rule: Rule, known: dict[str, TargetState]) -> dict[str, Any]:
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
        "description": _listed(measured_lines(finding)),
        "props": [_property(name, value) for name, value in props.items() if value],
        "methods": _methods(finding, rule),
        "types": ["control-objective"],
        "origins": [{"actors": actors}],
        "subjects": subjects or [{"subject-uuid": uuid_of(scan, "site"), "type": "component"}],
        "collected": iso(_collected(scan, finding, known)),
    }
    if ids := evidence_of(finding):
        observation["relevant-evidence"] = [
            {"description": _line(f"Evidence {one} in the JSON of the audit.")} for one in ids
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


def _risk(scan: ScanResult, finding: Finding, rule: Rule) -> dict[str, Any]:
    measured = finding.measured
    answer = in_force(finding)
    waiver = answer if answer is not None and answer.kind is OverrideKind.WAIVER else None
    risk: dict[str, Any] = {
        "uuid": uuid_of(scan, "risk", *_place(finding)),
        "title": _about(finding, rule),
        "description": markdown(told(measured.message)) or "It fails.",
        "statement": markdown(rule.rationale.strip()) or "No rationale is recorded.",
        "props": [_property("severity", rule.severity)],
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


def _finding(scan: ScanResult, finding: Finding, rule: Rule) -> dict[str, Any]:
    result = result_of(finding)
    place = _place(finding)
    status = {"state": _SATISFIED[result], "reason": result.value}
    answer = in_force(finding)
    if answer is not None:
        status["remarks"] = markdown(answer_line(answer))
    return {
        "uuid": uuid_of(scan, "finding", *place),
        "title": _about(finding, rule),
        "description": markdown(told(finding.measured.message)) or "Nothing was recorded.",
        "props": [_property("result", finding.effective)],
        "target": {
            "type": "objective-id",
            "target-id": f"{_control(rule.id)}.assessment-objective",
            "status": status,
        },
        "related-observations": [{"observation-uuid": uuid_of(scan, "observation", *place)}],
        **({"related-risks": [{"risk-uuid": uuid_of(scan, "risk", *place)}]} if result is Result.FAIL else {}),
    }
