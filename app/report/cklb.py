"""An audit as CKLB, the JSON checklist that STIG Viewer 3 reads; every key that its own files have is there."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.record import ScanResult
from app.report.checklist import Asset, Entry, Part, Status, asset, parts
from app.report.ckl import addresses
from app.report.standing import iso
from app.report.telling import time_of, uuid_of
from app.report.visible import visible
from app.report.writing import write_file
from app.report.xccdf import SEVERITIES, xccdf_id

_STATUS = {
    Status.OPEN: "open",
    Status.FINE: "not_a_finding",
    Status.NOT_APPLICABLE: "not_applicable",
    Status.NOT_REVIEWED: "not_reviewed",
}


def write_cklb(scan: ScanResult, path: Path, target: str | None = None) -> None:
    """Write the checklists, or that of one machine; UsageError if there is no such machine, ReportError on the way."""
    about = asset(scan, target)
    write_file(path, (part.encode("ascii") for part in cklb(scan, about, target)))


def cklb(scan: ScanResult, about: Asset, target: str | None) -> Iterator[str]:
    """Give the document in parts."""
    head = {
        "title": about.name,
        "id": uuid_of(scan, "checklists", about.name if about.machine else ""),
        "active": False,
        "mode": 1,
        "has_path": True,
        "target_data": _target(about),
        "cklb_version": "1.0",
    }
    yield f'{_dump(head)[:-1]},\n"stigs": ['
    for number, part in enumerate(parts(scan, target)):
        yield ",\n" if number else "\n"
        yield f'{_dump(_stig(scan, part))[:-1]},\n"rules": ['
        for at, entry in enumerate(part.entries):
            yield f"{',' if at else ''}\n{_dump(_rule(scan, part, entry))}"
        yield "\n]}"
    yield "\n]}\n"


def _dump(value: Any) -> str:
    return json.dumps(value, allow_nan=False)


def _target(about: Asset) -> dict[str, Any]:
    address, name = addresses(about)
    return {
        "target_type": "Computing" if about.machine else "Non-Computing",
        "host_name": about.name,
        "ip_address": address,
        "mac_address": "",
        "fqdn": name,
        "comments": about.comment,
        "role": "None",
        "is_web_database": False,
        "technology_area": "",
        "web_db_site": "",
        "web_db_instance": "",
        "classification": None,
    }


def _stig(scan: ScanResult, part: Part) -> dict[str, Any]:
    benchmark = scan.benchmark
    return {
        "stig_name": f"{benchmark.title}: {part.name}",
        "display_name": part.name,
        "stig_id": part.stig,
        "release_info": f"Version {benchmark.version}, content {benchmark.digest[:16]}",
        "version": benchmark.version,
        "uuid": part.uuid,
        "reference_identifier": "",
        "size": len(part.entries),
    }


def _rule(scan: ScanResult, part: Part, entry: Entry) -> dict[str, Any]:
    rule = entry.rule
    item, name = visible(rule.id), xccdf_id("rule", rule.id)
    time = iso(time_of(scan))
    empty = (
        *("false_positives", "false_negatives", "mitigations", "potential_impacts", "third_party_tools"),
        *("mitigation_control", "responsibility", "security_override_guidance", "ia_controls", "classification"),
    )
    return {
        "uuid": uuid_of(scan, "checklist", part.uuid, rule.id),
        "stig_uuid": part.uuid,
        "STIGUuid": part.uuid,
        "target_key": None,
        "stig_ref": None,
        "reference_identifier": "",
        "group_id": item,
        "group_id_src": item,
        "group_title": entry.group,
        "group_tree": [{"id": visible(rule.section), "title": entry.group, "description": ""}],
        "rule_id": name,
        "rule_id_src": name,
        "rule_version": item,
        "rule_title": visible(rule.title),
        "severity": SEVERITIES[rule.severity],
        "weight": "10.0",
        "discussion": f"{rule.requirement.strip()}\n\n{rule.rationale.strip()}".strip(),
        "check_content": rule.question.strip(),
        "check_content_ref": {"name": item, "href": "checks/guideline"},
        "fix_text": entry.fix,
        "documentable": "false",
        **dict.fromkeys(empty, ""),
        "legacy_ids": [],
        "ccis": [],
        "createdAt": time,
        "updatedAt": time,
        "status": _STATUS[entry.status],
        "overrides": {},
        "finding_details": entry.details,
        "comments": entry.comments,
    }
