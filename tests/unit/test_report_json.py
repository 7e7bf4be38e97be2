import base64
import hashlib
import json
import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_sample import EVIDENCE, HOSTILE, START, empty, many, sample
from report_text import json_text

from app.model import Evidence, Reason, Result
from app.record import Attachment, OverrideKind
from app.report.formats import FORMATS
from app.report.jsonreport import encoded

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "resources/report/bartizan-audit-1.schema.json").read_text(encoding="utf-8")
)
TYPES: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def faults(value: Any, schema: dict[str, Any], at: str = "$") -> list[str]:
    """What of the value the schema doesn't allow; of JSON Schema as much as ours uses."""
    if "const" in schema:
        return [] if value == schema["const"] else [f"{at}: {value!r} is not {schema['const']!r}"]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{at}: {value!r} is not one of {schema['enum']}"]
    if "anyOf" in schema:
        return [] if any(not faults(value, part, at) for part in schema["anyOf"]) else [f"{at}: fits no part"]
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(
        isinstance(value, TYPES[name]) and (name == "boolean") == (value is True or value is False) for name in names
    ):
        return [f"{at}: {value!r} is no {names}"]
    return _inside(value, schema, at)


def _inside(value: Any, schema: dict[str, Any], at: str) -> list[str]:
    found: list[str] = []
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        found.append(f"{at}: {value!r} doesn't match {schema['pattern']}")
    if isinstance(value, list):
        for index, item in enumerate(value):
            found += faults(item, schema["items"], f"{at}[{index}]")
    if isinstance(value, dict):
        known = schema.get("properties", {})
        found += [f"{at}: {key} is missing" for key in schema.get("required", []) if key not in value]
        for key, item in value.items():
            if key in known:
                found += faults(item, known[key], f"{at}.{key}")
            elif isinstance(schema.get("additionalProperties"), dict):
                found += faults(item, schema["additionalProperties"], f"{at}.{key}")
            elif schema.get("additionalProperties") is False:
                found.append(f"{at}: {key} is not known")
    return found


@pytest.mark.parametrize("scan", [sample(), empty(), many(3)], ids=["sample", "empty", "many"])
def test_it_fits_the_published_schema(scan):
    assert faults(json.loads(json_text(scan)), SCHEMA) == []


def test_the_schema_check_can_fail():
    whole = json.loads(json_text(sample()))
    whole["findings"][0]["severity"] = "bad"
    whole["targets"][0]["extra"] = 1
    del whole["audit"]["seal"]
    assert len(faults(whole, SCHEMA)) == 3


def test_keys_stand_in_the_order_of_the_contract():
    whole = json.loads(json_text(sample()))
    contract = ["schema", "program", "benchmark", "audit", "targets", "findings", "evidence", "summary"]
    assert list(whole) == contract
    assert whole["schema"] == "bartizan-audit/1"
    assert whole["program"] == {"name": "Bartizan", "version": "0.1.0"}
    assert whole["benchmark"]["items"] == 32
    assert whole["audit"]["started"] == "2026-11-23T14:00:58Z"


def test_evidence_gives_every_byte_back():
    whole = json.loads(json_text(sample()))["evidence"]
    for key, piece in EVIDENCE.items():
        entry = whole[key]
        raw = base64.b64decode(entry["output"]) if entry["encoding"] == "base64" else entry["output"].encode()
        assert raw == piece.output
        assert entry["sha256"] == hashlib.sha256(piece.output).hexdigest()
    assert whole["hv1/guest_notes"]["encoding"] == "base64"
    assert base64.b64decode(whole["hv1/guest_notes"]["output"]) == HOSTILE
    assert whole["hv1/guest_notes#stderr"]["output"] == "warning: \x07bell\n"
    assert whole["hv1/journal"]["bytes"] == 9_000_000
    assert whole["hv1/journal"]["truncated"] is True
    assert whole["hv1/journal"]["exit_status"] is None


@given(st.binary(max_size=200))
def test_any_bytes_survive_encoding(raw):
    text, encoding = encoded(raw)
    assert (base64.b64decode(text) if encoding == "base64" else text.encode("utf-8")) == raw


def test_a_target_that_was_not_reached_says_why():
    lab = next(t for t in json.loads(json_text(sample()))["targets"] if t["name"] == "lab3")
    assert lab["reachable"] is False
    assert lab["error"]["kind"] == "no-answer"
    ok = next(t for t in json.loads(json_text(sample()))["targets"] if t["name"] == "hv1")
    assert ok["error"] is None
    assert ok["platform"] == "libvirt"


def test_a_waived_failure_stays_a_failure_below():
    findings = json.loads(json_text(sample()))["findings"]
    waived = next(f for f in findings if f["item"] == "4.1-b" and f["target"] == "hv1")
    assert (waived["result"], waived["effective"]) == ("fail", "waived")
    assert waived["overrides"][-1]["expires"] == "2027-03-31"
    assert waived["overrides"][-1]["review"]["state"] == "accepted"


def test_what_was_withdrawn_is_not_told_as_an_answer():
    findings = json.loads(json_text(sample()))["findings"]
    taken_back = next(f for f in findings if f["item"] == "7.1.1-b" and f["target"] == "mail01")
    assert taken_back["overrides"] == []
    assert taken_back["effective"] == "unknown"


def test_the_summary_counts_every_finding_once():
    whole = json.loads(json_text(sample()))
    counted = {key: value for key, value in whole["summary"].items() if key != "score"}
    assert sum(counted.values()) == len(whole["findings"])
    assert set(counted) == {*(result.value for result in Result), "waived"}


def test_nothing_looked_at_has_no_score():
    assert json.loads(json_text(empty()))["summary"]["score"] is None


def test_times_of_any_zone_become_utc():
    scan = sample()
    east = START.astimezone(timezone(timedelta(hours=9))).replace(microsecond=137_000)
    naive = datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 - a time without a zone is the case
    whole = json.loads(json_text(replace(scan, info=replace(scan.info, started=east, finished=naive))))
    assert whole["audit"]["started"] == "2026-11-23T14:00:58.137Z"
    assert whole["audit"]["finished"] == "2026-01-02T03:04:05Z"


def test_facts_that_json_does_not_know_are_made_harmless():
    scan = sample()
    facts = {"nan": float("nan"), "half": "\ud800", "set": {"a"}, "bytes": b"\xff", 7: None, "deep": [{"x": (1, 2)}]}
    state = replace(scan.targets[0], facts=facts)
    text = json_text(replace(scan, targets=(state,)))
    assert json.loads(text)["targets"][0]["facts"] == {
        "nan": None,
        "half": "\ufffd",
        "set": ["a"],
        "bytes": "\\xff",
        "7": None,
        "deep": [{"x": [1, 2]}],
    }


def test_it_is_plain_ascii_without_terminal_controls():
    text = json_text(sample())
    assert text.isascii()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", text)


def test_unknown_items_and_attachments_are_told():
    scan = sample()
    finding = next(f for f in scan.findings if f.overrides and f.overrides[-1].kind is OverrideKind.SIGNOFF)
    strange = replace(finding, measured=replace(finding.measured, item="9.9-z", reason=Reason.TIMEOUT))
    strange = replace(strange, overrides=(replace(finding.overrides[0], attachments=(Attachment("a", "0" * 64, 3),)),))
    whole = json.loads(json_text(replace(scan, findings=(strange,))))
    assert whole["findings"][0]["item"] == "9.9-z"
    assert whole["findings"][0]["overrides"][0]["attachments"] == [{"name": "a", "sha256": "0" * 64, "bytes": 3}]
    assert faults(whole, SCHEMA) == []


def test_a_large_audit_is_quick():
    piece = next(iter(EVIDENCE.values()))
    assert isinstance(piece, Evidence)
    assert len(json_text(many(100))) > 5_000_000


def test_neither_json_nor_the_registry_imports_reportlab():
    code = "import sys, app.report, app.report.jsonreport, app.report.csvreport; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert set(FORMATS) >= {"pdf", "json", "csv"}
