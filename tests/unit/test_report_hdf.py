import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from formats_sample import NASTY, SCANS, counted, nasty, wide
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from report_sample import HV1, START, TODAY, WORLD, check, measured, override, sample

from app.model import Result
from app.overrides import lay
from app.record import OverrideKind, ScanResult
from app.report.hdf import hdf, write_hdf
from app.report.visible import visible

_TEXT, _NUMBER = {"type": "string"}, {"type": "number"}


def _object(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **optional},
        "additionalProperties": False,
    }


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


# What InSpec's exec-json asks for, and of what it allows only what we write.
_RESULT = _object(
    {"code_desc": _TEXT, "start_time": _TEXT, "status": {"enum": ["passed", "failed", "skipped", "error"]}},
    message=_TEXT,
    skip_message=_TEXT,
)
_CONTROL = _object(
    {
        "id": _TEXT,
        "impact": {"type": "number", "minimum": 0, "maximum": 1},
        "refs": _list(_object({"ref": _TEXT})),
        "tags": {"type": "object"},
        "source_location": {"type": "object"},
        "results": {**_list(_RESULT), "minItems": 1},
        "title": _TEXT,
        "desc": _TEXT,
        "code": _TEXT,
        "descriptions": _list(_object({"label": _TEXT, "data": _TEXT})),
    },
    waiver_data=_object(
        {
            "justification": _TEXT,
            "run": {"const": True},
            "skipped_due_to_waiver": {"const": False},
            "expiration_date": {"type": ["string", "null"]},
            "message": _TEXT,
        }
    ),
    attestation_data=_object(
        {
            **dict.fromkeys(("control_id", "explanation", "frequency", "updated", "updated_by"), _TEXT),
            "status": {"enum": ["passed", "failed"]},
        }
    ),
)
_PROFILE = _object(
    {
        **dict.fromkeys(("name", "sha256", "title", "version", "summary", "status", "maintainer"), _TEXT),
        **dict.fromkeys(("license", "copyright", "copyright_email"), _TEXT),
        "supports": {"const": []},
        "attributes": {"const": []},
        "groups": _list(_object({"id": _TEXT, "title": _TEXT, "controls": _list(_TEXT)})),
        "controls": _list(_CONTROL),
    }
)
_EXEC = _object(
    {
        "platform": _object({"name": _TEXT, "release": _TEXT, "target_id": _TEXT}),
        "version": _TEXT,
        "statistics": _object({"duration": _NUMBER}),
        "profiles": _list(_PROFILE),
    }
)

_SHOWN = {
    "pass": "Passed",
    "fail": "Failed",
    "waived": "Failed",
    "error": "Profile Error",
    "unknown": "Not Reviewed",
    "notchecked": "Not Reviewed",
    "notselected": "Not Reviewed",
    "notapplicable": "Not Applicable",
    "informational": "Not Applicable",
}


def document(scan: ScanResult) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads("".join(hdf(scan)))
    return whole


def shown(control: dict[str, Any]) -> str:
    """What Heimdall makes of a control's results."""
    said = {one["status"] for one in control["results"]}
    if "error" in said:
        return "Profile Error"
    if control["impact"] == 0:
        return "Not Applicable"
    return next(
        word
        for status, word in (("failed", "Failed"), ("passed", "Passed"), ("skipped", "Not Reviewed"))
        if status in said
    )


def control_of(scan: ScanResult, name: str) -> dict[str, Any]:
    (found,) = (one for profile in document(scan)["profiles"] for one in profile["controls"] if one["id"] == name)
    return found


@pytest.mark.parametrize("name", SCANS)
def test_it_has_the_form_of_an_inspec_run(name):
    assert list(Draft202012Validator(_EXEC).iter_errors(document(SCANS[name]()))) == []


def test_the_check_of_the_form_can_fail():
    whole = document(sample())
    del whole["profiles"][0]["controls"][0]["source_location"]
    whole["profiles"][0]["controls"][1]["results"][0]["status"] = "waived"
    assert len(list(Draft202012Validator(_EXEC).iter_errors(whole))) == 2


def test_heimdall_counts_for_each_machine_what_the_json_counts():
    profiles = {one["name"]: one for one in document(sample())["profiles"]}
    for target, expected in counted(sample()).items():
        profile = profiles["cis-vm-security-guidelines" + (f"/{target}" if target else "")]
        wanted: Counter[str] = Counter()
        for effective, times in expected.items():
            wanted[_SHOWN[effective]] += times
        assert Counter(map(shown, profile["controls"])) == wanted


def test_no_two_controls_have_one_name_which_heimdall_would_take_for_one_control():
    names = Counter(one["id"] for profile in document(sample())["profiles"] for one in profile["controls"])
    assert set(names.values()) == {1}
    assert control_of(sample(), "4.1-b@hv1")["tags"]["rid"] == "4.1-b"


@given(
    st.lists(st.sampled_from(list(Result)), max_size=5), st.sampled_from(list(Result)), st.sampled_from(["", "S", "W"])
)
def test_whatever_the_checks_say_the_control_stands_as_the_finding(checks, result, answered):
    row = measured(
        "4.1-a",
        HV1,
        result,
        "It is so.",
        *(check("x.y", f"vm{n}", one, "on", "off") for n, one in enumerate(checks)),
    )
    kind = OverrideKind.SIGNOFF if answered == "S" else OverrideKind.WAIVER
    new = Result.PASS if answered == "S" else result
    answers = (override(1, kind, "4.1-a", HV1, result, new),) if answered else ()
    finding = lay(row, answers, TODAY)
    control = control_of(replace(sample(), findings=(finding,)), "4.1-a@hv1")
    assert shown(control) == _SHOWN[finding.effective]
    assert control["tags"]["result"] == finding.effective
    assert control["tags"]["measured"] == result


def test_a_waived_failure_fails_and_shows_its_waiver():
    control = control_of(sample(), "4.1-b@hv1")
    assert shown(control) == "Failed"
    assert control["waiver_data"]["run"] is True
    assert control["waiver_data"]["skipped_due_to_waiver"] is False
    assert control["waiver_data"]["expiration_date"] == "2027-03-31"
    assert control["waiver_data"]["justification"].startswith("The switch filters the port")
    assert "attestation_data" not in control


def test_a_waiver_that_ended_says_so():
    assert control_of(sample(), "5.1-c@hv1")["waiver_data"]["message"].endswith("It is not in force.")


def test_a_sign_off_is_attested_by_name():
    control = control_of(sample(), f"2.2.1-b@{WORLD}")
    assert shown(control) == "Passed"
    assert control["attestation_data"]["status"] == "passed"
    assert control["attestation_data"]["updated_by"] == "Eleni Papadaki"
    assert "Only test data" in control["attestation_data"]["explanation"]
    assert "classification-2026.pdf" in control["attestation_data"]["explanation"]


def test_a_rejected_answer_is_told_and_attests_nothing():
    control = control_of(sample(), "2.3.1-b@mail01")
    assert "attestation_data" not in control
    texts = {one["label"]: one["data"] for one in control["descriptions"]}
    assert "It doesn't decide what stands." in texts["answers"]


def test_a_sign_off_over_a_failure_keeps_what_was_measured():
    row = measured("4.1-a", HV1, Result.FAIL, "It is off.", check("x.y", "vm1", Result.FAIL, "on", "off"))
    answer = override(1, OverrideKind.SIGNOFF, "4.1-a", HV1, Result.FAIL, Result.PASS, time=START + timedelta(days=1))
    control = control_of(replace(sample(), findings=(lay(row, (answer,), TODAY),)), "4.1-a@hv1")
    (result,) = control["results"]
    assert result["status"] == "passed"
    assert "measured: fail" in result["message"]
    assert "fail: vm1 (x.y): expected on; found off" in result["message"]


def test_text_of_hosts_and_people_has_nothing_that_acts():
    whole = "".join(hdf(nasty()))
    assert whole.isascii()
    assert not set(json.dumps(json.loads(whole), ensure_ascii=False)) & set("\x00\x1b\u202e\u200b\ud800\uffff")
    assert document(nasty())["profiles"][0]["title"].endswith(visible(NASTY))


def test_a_long_list_and_a_long_value_are_cut_and_say_so():
    control = control_of(wide(), "4.1-a@hv1")
    assert len(control["results"]) == 41
    assert control["results"][-1]["code_desc"].startswith("And 2961 more (1461 fail, 1500 pass)")
    assert len("".join(hdf(wide()))) < 60_000


def test_it_is_the_same_at_each_time(tmp_path):
    write_hdf(sample(), tmp_path / "a.json")
    assert (tmp_path / "a.json").read_text() == "".join(hdf(sample()))
