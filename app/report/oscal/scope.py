"""What was assessed, by whom and on what: metadata, objectives, machines, and the head of the one result."""

from collections.abc import Iterator
from typing import Any

from app.model import Rule, TargetState
from app.record import ScanResult
from app.report.oscal.text import NAMESPACE, bullets, control, line, markdown, prop, string
from app.report.standing import iso, platform_of, program_of, role_of, rule_of, standing, unknown_rule
from app.report.telling import time_of, uuid_of

VERSION = "1.1.2"  # of OSCAL; nothing newer is used


def metadata(scan: ScanResult) -> dict[str, Any]:
    """The head of the document: which audit it is of, and everybody who had a part in it."""
    info = scan.info
    people = list(dict.fromkeys([name for name in (info.auditor, *_answering(scan)) if name.strip()]))
    parties = [{"uuid": uuid_of(scan, "person", name), "type": "person", "name": string(name)} for name in people]
    if info.organisation.strip():
        uuid = uuid_of(scan, "organisation")
        parties.append({"uuid": uuid, "type": "organization", "name": string(info.organisation)})
    metadata: dict[str, Any] = {
        "title": line(info.title or "Audit"),
        "last-modified": iso(scan.history[-1].time if scan.history else time_of(scan)),
        "version": str(scan.revision),
        "oscal-version": VERSION,
        "props": [
            prop("audit", info.id),
            prop("state", info.state),
            prop("seal", scan.seal),
            prop("benchmark", f"{scan.benchmark.id} {scan.benchmark.version}"),
            prop("benchmark-sha256", scan.benchmark.digest),
        ],
    }
    if parties:
        metadata["parties"] = parties
    if info.auditor.strip():
        metadata["roles"] = [{"id": "assessor", "title": line(info.auditor_role or "Assessor")}]
        auditor = uuid_of(scan, "person", info.auditor)
        metadata["responsible-parties"] = [{"role-id": "assessor", "party-uuids": [auditor]}]
    return metadata


def _answering(scan: ScanResult) -> Iterator[str]:
    for finding in scan.findings:
        for answer in standing(finding.overrides):
            yield answer.by
            yield answer.review_by


def plan(scan: ScanResult) -> dict[str, str]:
    """What stands in place of an assessment plan, which OSCAL wants a reference to."""
    return {
        "uuid": uuid_of(scan, "plan"),
        "title": "Assessment plan",
        "description": "There is no plan as a document of its own: the scope is that of the audit, and what is "
        "assessed stands in the local definitions.",
    }


def rules(scan: ScanResult) -> list[Rule]:
    """Those of the benchmark, and what stands in for an item that it doesn't hold."""
    known = rule_of(scan.benchmark)
    for item in dict.fromkeys(finding.measured.item for finding in scan.findings):
        known.setdefault(item, unknown_rule(item))
    return list(known.values())


def objective(rule: Rule) -> dict[str, Any]:
    """An item as an objective, with why it is one and what people are asked."""
    texts = {"assessment-objective": rule.requirement, "rationale": rule.rationale, "question": rule.question}
    return {
        "control-id": control(rule.id),
        "description": line(f"{rule.id} {rule.title}"),
        "props": [prop("severity", rule.severity), prop("mode", rule.mode), prop("scope", rule.scope)],
        "parts": [
            {
                "id": f"{control(rule.id)}.{name}",
                "name": name,
                **({} if name == "assessment-objective" else {"ns": NAMESPACE}),
                "prose": markdown(text.strip()),
            }
            for name, text in texts.items()
            if text.strip()
        ],
    }


def result(scan: ScanResult) -> dict[str, Any]:
    """The one result, up to its observations: machines, tool, site, and which items were reviewed."""
    info = scan.info
    name, version = program_of(scan)
    gone = {chapter for chapter, _ in info.profile.left_out}
    selected = [{"control-id": control(rule.id)} for rule in rules(scan) if rule.chapter not in gone]
    left_out = [
        f"Chapter {chapter} was left out: {why or 'no reason given'}." for chapter, why in info.profile.left_out
    ]
    tool = uuid_of(scan, "tool")
    definitions: dict[str, Any] = {
        "components": [
            {
                "uuid": uuid_of(scan, "site"),
                "type": "this-system",
                "title": line(info.organisation or "The site"),
                "description": "The site as a whole, for items that concern no single machine.",
                "status": {"state": "operational"},
            }
        ],
        "assessment-assets": {
            "components": [
                {
                    "uuid": tool,
                    "type": "software",
                    "title": line(name),
                    "description": "Runs read-only commands on each machine and judges what they answer.",
                    "props": [{"name": "version", "value": string(version)}],
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
        "title": line(info.title or "Audit"),
        "description": bullets((f"Audit of {len(scan.targets)} machines, {info.state}.", *left_out)),
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
        "description": line(target.name),
        "props": [
            {"name": key, "value": string(value)} if key == "asset-id" else prop(key, value)
            for key, value in facts.items()
            if value
        ],
    }
