import json
from collections import Counter
from dataclasses import replace
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from formats_sample import NASTY, SCANS, counted, nasty, wide
from jsonschema import Draft202012Validator
from report_sample import HV1, sample

from app.errors import UsageError
from app.record import ScanResult
from app.report.checklist import asset
from app.report.ckl import ckl, write_ckl
from app.report.cklb import cklb, write_cklb
from app.report.visible import one_line

# In which order the elements of a CKL stand, as STIG Viewer 2 wants them.
_ORDER = {
    "CHECKLIST": ["ASSET", "STIGS"],
    "ASSET": [
        *("ROLE", "ASSET_TYPE", "HOST_NAME", "HOST_IP", "HOST_MAC", "HOST_FQDN", "TARGET_COMMENT", "TECH_AREA"),
        *("TARGET_KEY", "WEB_OR_DATABASE", "WEB_DB_SITE", "WEB_DB_INSTANCE"),
    ],
    "STIGS": ["iSTIG"],
    "iSTIG": ["STIG_INFO", "VULN"],
    "STIG_INFO": ["SI_DATA"],
    "SI_DATA": ["SID_NAME", "SID_DATA"],
    "VULN": ["STIG_DATA", "STATUS", "FINDING_DETAILS", "COMMENTS", "SEVERITY_OVERRIDE", "SEVERITY_JUSTIFICATION"],
    "STIG_DATA": ["VULN_ATTRIBUTE", "ATTRIBUTE_DATA"],
}
_WORDS = {
    "ROLE": {"None", "Workstation", "Member Server", "Domain Controller"},
    "ASSET_TYPE": {"Computing", "Non-Computing"},
    "WEB_OR_DATABASE": {"true", "false"},
    "STATUS": {"NotAFinding", "Open", "Not_Applicable", "Not_Reviewed"},
    "SID_NAME": {
        *("classification", "customname", "description", "filename", "notice", "releaseinfo", "source", "stigid"),
        *("title", "uuid", "version"),
    },
    "VULN_ATTRIBUTE": {
        *("CCI_REF", "Check_Content", "Check_Content_Ref", "Class", "Documentable", "Fix_Text", "Group_Title"),
        *("Rule_ID", "Rule_Title", "Rule_Ver", "STIGRef", "Severity", "Vuln_Discuss", "Vuln_Num", "Weight"),
        *("STIG_UUID", "TargetKey", "LEGACY_ID"),
    },
}
_TEXT = {"type": "string"}
_UUID = {"type": "string", "pattern": "^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"}


def _object(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def _texts(*names: str) -> dict[str, Any]:
    return dict.fromkeys(names, _TEXT)


# Every key that a CKLB of STIG Viewer 3 has, and no other.
_CKLB = _object(
    **_texts("title"),
    id=_UUID,
    active={"type": "boolean"},
    mode={"type": "integer"},
    has_path={"type": "boolean"},
    cklb_version={"const": "1.0"},
    target_data=_object(
        **_texts("host_name", "ip_address", "mac_address", "fqdn", "comments", "technology_area"),
        **_texts("web_db_site", "web_db_instance"),
        target_type={"enum": ["Computing", "Non-Computing"]},
        role={"enum": ["None", "Workstation", "Member Server", "Domain Controller"]},
        is_web_database={"type": "boolean"},
        classification={"type": ["string", "null"]},
    ),
    stigs={
        "type": "array",
        "minItems": 1,
        "items": _object(
            **_texts("stig_name", "display_name", "stig_id", "release_info", "version", "reference_identifier"),
            uuid=_UUID,
            size={"type": "integer"},
            rules={
                "type": "array",
                "minItems": 1,
                "items": _object(
                    **_texts("group_id", "group_id_src", "rule_id", "rule_id_src", "weight", "classification"),
                    **_texts("rule_version", "rule_title", "fix_text", "reference_identifier", "group_title"),
                    **_texts("false_positives", "false_negatives", "discussion", "check_content", "documentable"),
                    **_texts("mitigations", "potential_impacts", "third_party_tools", "mitigation_control"),
                    **_texts("responsibility", "security_override_guidance", "ia_controls", "createdAt", "updatedAt"),
                    **_texts("comments", "finding_details"),
                    uuid=_UUID,
                    stig_uuid=_UUID,
                    STIGUuid=_UUID,
                    target_key={"type": "null"},
                    stig_ref={"type": "null"},
                    severity={"enum": ["high", "medium", "low"]},
                    status={"enum": ["not_reviewed", "open", "not_a_finding", "not_applicable"]},
                    overrides={"const": {}},
                    legacy_ids={"const": []},
                    ccis={"const": []},
                    check_content_ref=_object(**_texts("name", "href")),
                    group_tree={"type": "array", "items": _object(**_texts("id", "title", "description"))},
                ),
            },
        ),
    },
)
_STATUS = {"pass": "NotAFinding", "fail": "Open", "waived": "Open", "notapplicable": "Not_Applicable"}
_NEWER = {
    "NotAFinding": "not_a_finding",
    "Open": "open",
    "Not_Applicable": "not_applicable",
    "Not_Reviewed": "not_reviewed",
}


def older(scan: ScanResult, target: str | None = None) -> Element:
    return fromstring("".join(ckl(scan, asset(scan, target), target)).encode())


def newer(scan: ScanResult, target: str | None = None) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads("".join(cklb(scan, asset(scan, target), target)))
    return whole


def data(parent: Element, kind: str) -> dict[str, str]:
    """The pairs of names and values that CKL has in place of elements."""
    name, value = _ORDER[kind]
    return {one.findtext(name) or "": one.findtext(value) or "" for one in parent.findall(kind)}


def vulnerability(scan: ScanResult, machine: str, item: str) -> Element:
    (found,) = (
        one
        for part in older(scan).iter("iSTIG")
        for one in part.findall("VULN")
        if data(part.find("STIG_INFO"), "SI_DATA")["customname"] == machine  # type: ignore[arg-type] # it is there
        and data(one, "STIG_DATA")["Vuln_Num"] == item
    )
    return found


@pytest.mark.parametrize("name", SCANS)
def test_ckl_has_the_elements_in_the_order_of_stig_viewer(name):
    for one in older(SCANS[name]()).iter():
        children = list(dict.fromkeys(child.tag for child in one))
        assert children == _ORDER.get(one.tag, [])
        assert one.tag not in _WORDS or one.text in _WORDS[one.tag]
        assert not one.attrib


@pytest.mark.parametrize("name", SCANS)
def test_cklb_has_the_keys_of_stig_viewer(name):
    whole = newer(SCANS[name]())
    assert list(Draft202012Validator(_CKLB).iter_errors(whole)) == []
    for stig in whole["stigs"]:
        assert stig["size"] == len(stig["rules"])
        assert {rule["stig_uuid"] for rule in stig["rules"]} == {stig["uuid"]}


def test_the_check_of_the_keys_can_fail():
    whole = newer(sample())
    whole["stigs"][0]["rules"][0]["status"] = "waived"
    whole["stigs"][0]["more"] = 1
    assert len(list(Draft202012Validator(_CKLB).iter_errors(whole))) == 2


def test_each_machine_has_the_statuses_that_the_json_counts():
    parts = {
        data(part.find("STIG_INFO"), "SI_DATA")["customname"]: part  # type: ignore[arg-type] # it is there
        for part in older(sample()).iter("iSTIG")
    }
    stigs = {stig["display_name"]: stig for stig in newer(sample())["stigs"]}
    for target, expected in counted(sample()).items():
        wanted: Counter[str] = Counter()
        for effective, times in expected.items():
            wanted[_STATUS.get(effective, "Not_Reviewed")] += times
        name = target or "the site"
        assert Counter(one.findtext("STATUS") for one in parts[name].findall("VULN")) == wanted
        counts = Counter(rule["status"] for rule in stigs[name]["rules"])
        assert counts == Counter({_NEWER[status]: times for status, times in wanted.items()})


def test_what_could_not_be_looked_at_is_not_reviewed_and_says_why():
    row = vulnerability(sample(), "lab3", "4.1-a")
    assert row.findtext("STATUS") == "Not_Reviewed"
    assert (row.findtext("FINDING_DETAILS") or "").startswith("Result: notchecked (unreachable)\nlab3 (192.0.2.99")


def test_a_waived_failure_is_open_and_its_waiver_is_a_comment():
    row = vulnerability(sample(), HV1, "4.1-b")
    assert row.findtext("STATUS") == "Open"
    comments = row.findtext("COMMENTS") or ""
    assert comments.startswith("Waiver by Eleni Papadaki (Platform administrator) on ")
    assert "until 2027-03-31" in comments
    assert "Remark: The switch filters the port" in comments
    assert row.findtext("SEVERITY_OVERRIDE") == ""


def test_machines_are_told_apart_so_that_no_reader_mixes_them():
    infos = [data(one, "SI_DATA") for one in older(sample()).iter("STIG_INFO")]
    assert len({one["stigid"] for one in infos}) == len({one["uuid"] for one in infos}) == 5
    assert older(sample()).findtext("ASSET/ASSET_TYPE") == "Non-Computing"


@pytest.mark.parametrize("target", [HV1, "lab3"])
def test_the_checklist_of_one_machine_is_about_that_machine_alone(target):
    root = older(sample(), target)
    assert root.findtext("ASSET/HOST_NAME") == target
    assert root.findtext("ASSET/ASSET_TYPE") == "Computing"
    assert (root.findtext("ASSET/HOST_IP") or "").startswith("192.0.2.")
    (info,) = root.iter("STIG_INFO")
    assert data(info, "SI_DATA")["stigid"] == "cis-vm-security-guidelines"
    whole = newer(sample(), target)
    assert whole["target_data"]["host_name"] == target
    assert [stig["display_name"] for stig in whole["stigs"]] == [target]
    assert UUID(whole["id"]) != UUID(newer(sample())["id"])


def test_an_audit_of_one_machine_is_about_it():
    base = sample()
    findings = tuple(one for one in base.findings if one.measured.target in {HV1, None})
    root = older(replace(base, targets=base.targets[:1], findings=findings))
    assert root.findtext("ASSET/HOST_NAME") == HV1
    ids = [data(one, "SI_DATA")["stigid"] for one in root.iter("STIG_INFO")]
    assert ids == ["cis-vm-security-guidelines", "cis-vm-security-guidelines site"]


def test_a_name_that_is_no_address_is_a_host_name():
    base = sample()
    state = replace(base.targets[0], target=replace(base.targets[0].target, address="hv1.example.org"))
    root = older(replace(base, targets=(state, *base.targets[1:])), HV1)
    assert (root.findtext("ASSET/HOST_IP"), root.findtext("ASSET/HOST_FQDN")) == ("", "hv1.example.org")


def test_text_of_hosts_and_people_stays_text():
    for whole in (
        "".join(ckl(nasty(), asset(nasty(), None), None)),
        json.dumps(newer(nasty()), ensure_ascii=False),
    ):
        assert not set(whole) & set("\x00\x1b\u202e\u200b\ud800\uffff")
    assert older(nasty()).findtext("ASSET/HOST_NAME") == one_line(NASTY)
    assert older(nasty(), NASTY).findtext("ASSET/HOST_NAME") == one_line(NASTY)


def test_a_long_list_and_a_long_value_are_cut_and_say_so():
    details = vulnerability(wide(), HV1, "4.1-a").findtext("FINDING_DETAILS") or ""
    assert "And 2961 more (1461 fail, 1500 pass); each stands in the JSON of the audit." in details
    assert len(details) < 20_000


def test_it_is_the_same_at_each_time(tmp_path):
    write_ckl(sample(), tmp_path / "a.ckl")
    write_ckl(sample(), tmp_path / "b.ckl")
    assert (tmp_path / "a.ckl").read_bytes() == (tmp_path / "b.ckl").read_bytes()
    assert newer(sample()) == newer(sample())


@pytest.mark.parametrize("write", [write_ckl, write_cklb])
def test_a_machine_that_is_not_there_is_one_sentence_and_no_file(write, tmp_path):
    with pytest.raises(UsageError, match=r"--target: the audit has no machine db9; it has hv1, .* and lab3\."):
        write(sample(), tmp_path / "a", "db9")
    assert list(tmp_path.iterdir()) == []
