import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from formats_sample import NASTY, SCANS, counted, nasty, wide
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from report_sample import HV1, empty, sample

from app.record import OverrideKind, ScanResult
from app.report.oscal import oscal, write_oscal
from app.report.oscal.text import NAMESPACE, markdown
from app.report.visible import token, visible

_UUID = {"type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"}
_TOKEN = {"type": "string", "pattern": r"^[A-Za-z_][A-Za-z0-9._-]*$"}
_STRING = {"type": "string", "pattern": r"^\S(.*\S)?$"}
_LINE = {"type": "string", "pattern": "^[^\n]+$"}
_TEXT = {"type": "string", "minLength": 1}
_TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"}


def _object(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    properties = {name.replace("_", "-"): of for name, of in {**required, **optional}.items()}
    return {
        "type": "object",
        "required": [name.replace("_", "-") for name in required],
        "properties": properties,
        "additionalProperties": False,
    }


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": of}


# The form of OSCAL's assessment results, and of what it allows only what we write.
_PROPS = _list(_object({"name": _TOKEN, "value": _STRING}, ns={"const": NAMESPACE}))
_COMPONENT = _object(
    {
        "uuid": _UUID,
        "type": {"enum": ["this-system", "software"]},
        "title": _LINE,
        "description": _TEXT,
        "status": _object({"state": {"const": "operational"}}),
    },
    props=_PROPS,
)
_RELATED = _list(_object({"observation_uuid": _UUID}))
_STATUS = {"enum": ["open", "deviation-requested", "deviation-approved"]}
_ACTOR = _object({"type": {"enum": ["tool", "party"]}, "actor_uuid": _UUID})
_OBSERVATION = _object(
    {
        "uuid": _UUID,
        "title": _LINE,
        "description": _TEXT,
        "props": _PROPS,
        "methods": _list({"enum": ["TEST", "INTERVIEW"]}),
        "types": {"const": ["control-objective"]},
        "origins": _list(_object({"actors": _list(_ACTOR)})),
        "subjects": _list(_object({"subject_uuid": _UUID, "type": {"enum": ["inventory-item", "component"]}})),
        "collected": _TIME,
    },
    relevant_evidence=_list(_object({"description": _LINE})),
    remarks=_TEXT,
)
_RISK = _object(
    {
        "uuid": _UUID,
        "title": _LINE,
        "description": _TEXT,
        "statement": _TEXT,
        "props": _PROPS,
        "status": _STATUS,
        "related_observations": _RELATED,
    },
    deadline=_TIME,
    remediations=_list(
        _object({"uuid": _UUID, "lifecycle": {"const": "recommendation"}, "title": _LINE, "description": _TEXT})
    ),
    risk_log=_object(
        {
            "entries": _list(
                _object({"uuid": _UUID, "title": _LINE, "description": _TEXT, "start": _TIME, "status_change": _STATUS})
            )
        }
    ),
)
_FINDING = _object(
    {
        "uuid": _UUID,
        "title": _LINE,
        "description": _TEXT,
        "props": _PROPS,
        "related_observations": _RELATED,
        "target": _object(
            {
                "type": {"const": "objective-id"},
                "target_id": _TOKEN,
                "status": _object(
                    {"state": {"enum": ["satisfied", "not-satisfied"]}, "reason": {"enum": ["pass", "fail"]}},
                    remarks=_TEXT,
                ),
            }
        ),
    },
    related_risks=_list(_object({"risk_uuid": _UUID})),
)
_RESULT = _object(
    {
        "uuid": _UUID,
        "title": _LINE,
        "description": _TEXT,
        "start": _TIME,
        "end": _TIME,
        "local_definitions": _object(
            {
                "components": _list(_COMPONENT),
                "assessment_assets": _object(
                    {
                        "components": _list(_COMPONENT),
                        "assessment_platforms": _list(
                            _object({"uuid": _UUID, "uses_components": _list(_object({"component_uuid": _UUID}))})
                        ),
                    }
                ),
            },
            inventory_items=_list(_object({"uuid": _UUID, "description": _LINE, "props": _PROPS})),
        ),
        "reviewed_controls": _object(
            {"control_selections": _list(_object({"include_controls": _list(_object({"control_id": _TOKEN}))}))}
        ),
    },
    observations=_list(_OBSERVATION),
    risks=_list(_RISK),
    findings=_list(_FINDING),
)
_PART = _object({"id": _TOKEN, "name": _TOKEN, "prose": _TEXT}, ns={"const": NAMESPACE})
_DOCUMENT = _object(
    {
        "uuid": _UUID,
        "metadata": _object(
            {"title": _LINE, "last_modified": _TIME, "version": _STRING, "oscal_version": _STRING, "props": _PROPS},
            parties=_list(_object({"uuid": _UUID, "type": {"enum": ["person", "organization"]}, "name": _STRING})),
            roles=_list(_object({"id": _TOKEN, "title": _LINE})),
            responsible_parties=_list(_object({"role_id": _TOKEN, "party_uuids": _list(_UUID)})),
        ),
        "import_ap": _object({"href": {"type": "string", "pattern": "^#"}}),
        "local_definitions": _object(
            {
                "objectives_and_methods": _list(
                    _object({"control_id": _TOKEN, "description": _LINE, "props": _PROPS, "parts": _list(_PART)})
                )
            }
        ),
        "results": {**_list(_RESULT), "maxItems": 1},
        "back_matter": _object({"resources": _list(_object({"uuid": _UUID, "title": _LINE, "description": _TEXT}))}),
    }
)
_SCHEMA = _object({"assessment_results": _DOCUMENT})


def document(scan: ScanResult) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads("".join(oscal(scan)))["assessment-results"]
    return whole


def result(scan: ScanResult) -> dict[str, Any]:
    (found,) = document(scan)["results"]
    return dict(found)


def prop(value: dict[str, Any], name: str) -> str:
    return next((one["value"] for one in value["props"] if one["name"] == name), "")


def found(scan: ScanResult, kind: str, title: str) -> list[dict[str, Any]]:
    return [one for one in result(scan).get(kind, []) if one["title"].startswith(title)]


def keyed(value: Any, ending: str) -> Iterator[str]:
    """Every text under a key that is, or ends in, the given word."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if (key == ending or key.endswith(f"-{ending}")) and isinstance(inner, str):
                yield inner
            yield from keyed(inner, ending)
    elif isinstance(value, list):
        for inner in value:
            yield from keyed(inner, ending)


@pytest.mark.parametrize("name", SCANS)
def test_it_has_the_form_of_assessment_results(name):
    whole = json.loads("".join(oscal(SCANS[name]())))
    assert [error.message for error in Draft202012Validator(_SCHEMA).iter_errors(whole)] == []


def test_the_check_of_the_form_can_fail():
    whole = json.loads("".join(oscal(sample())))
    whole["assessment-results"]["results"][0]["findings"][0]["target"]["status"]["state"] = "unknown"
    whole["assessment-results"]["metadata"]["title"] = "two\nlines"
    assert len(list(Draft202012Validator(_SCHEMA).iter_errors(whole))) == 2


@pytest.mark.parametrize("name", SCANS)
def test_every_uuid_is_given_once_and_every_reference_leads_to_one(name):
    whole = document(SCANS[name]())
    own: list[str] = []

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            own.extend(inner for key, inner in value.items() if key == "uuid")
            for inner in value.values():
                collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    collect(whole)
    assert len(own) == len(set(own))
    assert set(keyed(whole, "uuid")) <= set(own)
    assert whole["import-ap"]["href"][1:] in own
    parts = {part["id"] for one in whole["local-definitions"]["objectives-and-methods"] for part in one["parts"]}
    assert set(keyed(whole.get("results"), "target-id")) <= parts


def test_each_machine_has_the_observations_that_the_json_counts():
    whole = result(sample())
    machines = {one["uuid"]: prop(one, "asset-id") for one in whole["local-definitions"]["inventory-items"]}
    counts: dict[str | None, Counter[str]] = {}
    for one in whole["observations"]:
        names = [machines[subject["subject-uuid"]] for subject in one["subjects"] if subject["type"] != "component"]
        on_one = len(names) == 1 and "on the site" not in one["title"]
        counts.setdefault(names[0] if on_one else None, Counter())[prop(one, "result")] += 1
    assert counts == counted(sample())


def test_only_what_was_decided_is_satisfied_or_not():
    expected = sum(counted(sample()).values(), Counter[str]())
    states = Counter(one["target"]["status"]["state"] for one in result(sample())["findings"])
    assert states == {"satisfied": expected["pass"], "not-satisfied": expected["fail"] + expected["waived"]}
    assert len(result(sample())["risks"]) == expected["fail"] + expected["waived"]
    assert not found(sample(), "findings", "4.1-a on lab3")
    (observation,) = found(sample(), "observations", "4.1-a on lab3")
    assert (prop(observation, "result"), prop(observation, "reason")) == ("notchecked", "unreachable")


@pytest.mark.parametrize(
    ("place", "status", "deadline"),
    [
        ("4.1-b on hv1", "deviation-approved", "2027-03-31T23:59:59Z"),
        ("5.1-a on mail01", "deviation-requested", "2026-12-05T23:59:59Z"),
        ("5.1-c on hv1", "open", None),
        ("4.2-a on hv1", "open", None),
    ],
    ids=["accepted", "not reviewed", "ended", "none"],
)
def test_a_waived_failure_is_not_satisfied_and_a_deviation(place, status, deadline):
    (finding,) = found(sample(), "findings", place)
    assert finding["target"]["status"]["state"] == "not-satisfied"
    (risk,) = found(sample(), "risks", place)
    assert (risk["status"], risk.get("deadline")) == (status, deadline)
    assert ("risk-log" in risk) == (status != "open")
    assert finding["related-risks"] == [{"risk-uuid": risk["uuid"]}]


def test_a_sign_off_names_who_said_it_and_what_was_measured():
    (observation,) = found(sample(), "observations", "2.2.1-b on hv1")
    assert observation["methods"] == ["INTERVIEW"]
    party = next(one for one in observation["origins"][0]["actors"] if one["type"] == "party")
    people = {one["uuid"]: one["name"] for one in document(sample())["metadata"]["parties"]}
    assert people[party["actor-uuid"]] == "Eleni Papadaki"
    assert prop(observation, "measured") == "notchecked"
    assert "payroll" in observation["remarks"]
    (finding,) = found(sample(), "findings", "2.2.1-b on hv1")
    assert finding["target"]["status"]["remarks"].startswith("Sign-off as fail by Eleni Papadaki")


def test_chapters_that_were_left_out_are_not_reviewed():
    base = sample()
    profile = replace(base.info.profile, left_out=(("4", "Rented network"),))
    whole = result(replace(base, info=replace(base.info, profile=profile)))
    (selection,) = whole["reviewed-controls"]["control-selections"]
    assert not [one for one in selection["include-controls"] if one["control-id"].startswith("item-4.")]
    assert "Chapter 4 was left out: Rented network." in whole["description"]


def test_an_audit_without_findings_has_no_empty_lists():
    assert not {"observations", "risks", "findings"} & set(result(empty()))


def test_text_of_hosts_and_people_has_nothing_that_acts():
    whole = "".join(oscal(nasty()))
    assert whole.isascii()
    assert not set(json.dumps(json.loads(whole), ensure_ascii=False)) & set("\x00\x1b\u202e\u200b\ud800\uffff")
    for one in result(nasty())["observations"]:
        assert "<script>" not in one["description"].replace("\\<", "")
        assert "[z](q)" not in one["description"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text, 1.5 of it", "plain text, 1.5 of it"),
        ("<b>*x*</b> [a](b) `c`", r"\<b\>\*x\*\</b\> \[a\](b) \`c\`"),
        ("- a\n  + b\n1. c\n# d\n> e\n===", "\\- a\n  \\+ b\n1\\. c\n\\# d\n\\> e\n\\==="),
        ("{{ insert: param, x }}", r"\{\{ insert: param, x \}\}"),
        (r"a\b &amp;", r"a\\b \&amp;"),
    ],
)
def test_text_becomes_markdown_that_reads_as_that_text(text, shown):
    assert markdown(text) == shown


@given(st.text())
def test_markdown_loses_nothing(text):
    assert re.sub(r"\\(.)", r"\1", markdown(text)) == visible(text)


@given(st.text(), st.text())
def test_no_two_texts_give_one_token(one, other):
    assert (token(one) == token(other)) == (one == other)
    assert token(one).isascii()


def test_a_long_list_and_a_long_value_are_cut_and_say_so():
    (observation,) = found(wide(), "observations", f"4.1-a on {HV1}")
    assert "And 2961 more (1461 fail, 1500 pass)" in observation["description"]
    assert len("".join(oscal(wide()))) < 60_000


def test_it_is_the_same_at_each_time_and_the_document_changes_with_the_seal(tmp_path):
    write_oscal(sample(), tmp_path / "a.json")
    assert (tmp_path / "a.json").read_text() == "".join(oscal(sample()))
    later = document(replace(sample(), seal="f" * 64))
    assert later["uuid"] != document(sample())["uuid"]
    assert later["results"][0]["uuid"] == document(sample())["results"][0]["uuid"]


def test_answers_of_the_sample_are_of_every_kind():
    kinds = {answer.kind for finding in sample().findings for answer in finding.overrides}
    assert kinds == set(OverrideKind)
    assert prop(result(nasty())["local-definitions"]["inventory-items"][0], "asset-id").startswith(NASTY[0])
