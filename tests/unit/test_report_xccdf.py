import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from formats_sample import NASTY, SCANS, counted, nasty, wide
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from report_sample import HV1, MAIL, WORLD, sample

from app.benchmark.load import load
from app.model import Profile
from app.record import ScanResult
from app.report.visible import visible
from app.report.xccdf import XCCDF, write_xccdf, xccdf

SCHEMA = Path("/usr/share/openscap/schemas/xccdf/1.2/xccdf_1.2.xsd")
_NS = f"{{{XCCDF}}}"


def document(scan: ScanResult) -> Element:
    return fromstring("".join(xccdf(scan)).encode())


def results_of(root: Element, target: str, part: str = "machine") -> dict[str, Element]:
    """The rule-results of a target by item, each there once; of its answers alone, if asked."""
    found: dict[str, Element] = {}
    for one in root.findall(f"{_NS}TestResult"):
        if one.findtext(f"{_NS}target") == target and (part == "answers") == ("_answers-" in one.attrib["id"]):
            for row in one.findall(f"{_NS}rule-result"):
                item = row.attrib["idref"].partition("_rule_")[2]
                assert item not in found
                found[item] = row
    return found


@pytest.mark.skipif(not shutil.which("oscap"), reason="openscap-scanner is not installed")
@pytest.mark.parametrize("name", SCANS)
def test_oscap_finds_it_valid(name, tmp_path):
    """XML Schema and Schematron: what it says besides are warnings."""
    write_xccdf(SCANS[name](), tmp_path / "a.xml")
    ran = subprocess.run(
        ["oscap", "xccdf", "validate", str(tmp_path / "a.xml")], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, [line for line in ran.stdout.split("\n") if line.startswith("Error")]) == (0, [])


@pytest.mark.skipif(not SCHEMA.exists(), reason="openscap-common is not installed")
def test_the_real_benchmark_with_values_of_the_site_is_valid_too(tmp_path):
    benchmark = load([Path(__file__).parents[2] / "checks"])
    profile = Profile(
        left_out=(("3", "Rented machines"),),
        values=tuple((value.id, value.default) for value in benchmark.values),
    )
    scan = replace(sample(), benchmark=benchmark, info=replace(sample().info, profile=profile))
    write_xccdf(scan, tmp_path / "a.xml")
    tree = etree.parse(tmp_path / "a.xml")
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    assert schema.validate(tree), schema.error_log
    names = {"x": XCCDF}
    assert len(tree.findall(".//x:Rule", names)) == len(benchmark.rules)
    assert tree.findtext(".//x:Profile/x:select/x:remark", namespaces=names) == "Rented machines"
    assert len(tree.findall(".//x:Profile/*", names)) == 2 + len(benchmark.values)
    assert len(tree.findall(".//x:fixtext", names)) > 100


def test_each_target_has_the_results_that_the_json_counts():
    root = document(sample())
    for target, expected in counted(sample()).items():
        found = results_of(root, target or "Nordwind Logistik GmbH")
        waived = expected.pop("waived", 0)
        expected["fail"] += waived
        assert Counter(one.findtext(f"{_NS}result") for one in found.values()) == +expected


def test_an_answer_is_an_override_with_both_results_who_when_and_why():
    row = results_of(document(sample()), HV1, "answers")["2.2.1-b"]
    assert row.findtext(f"{_NS}result") == "fail"
    (override,) = row.findall(f"{_NS}override")
    assert override.attrib == {"time": "2026-11-23T14:01:58Z", "authority": "Eleni Papadaki (Platform administrator)"}
    assert override.findtext(f"{_NS}old-result") == "notchecked"
    assert override.findtext(f"{_NS}new-result") == "fail"
    remark = override.findtext(f"{_NS}remark") or ""
    assert "payroll" in remark
    assert "Review: accepted by Jonas Weiß. Agreed; budget asked for." in remark


def test_a_waived_failure_fails_with_its_waiver_beside_it():
    whole = results_of(document(sample()), HV1)["4.1-b"]
    assert whole.findtext(f"{_NS}result") == "fail"
    assert any("Waiver by" in (one.text or "") for one in whole.findall(f"{_NS}message"))
    row = results_of(document(sample()), HV1, "answers")["4.1-b"]
    assert row.findtext(f"{_NS}result") == "fail"
    assert row.findtext(f"{_NS}override/{_NS}new-result") == "fail"
    assert "Waiver by" in (row.findtext(f"{_NS}override/{_NS}remark") or "")
    assert "until 2027-03-31" in (row.findtext(f"{_NS}override/{_NS}remark") or "")


@pytest.mark.parametrize(
    ("target", "item", "result"), [(MAIL, "2.3.1-b", "pass"), (HV1, "5.1-c", "fail")], ids=["rejected", "ended"]
)
def test_an_answer_that_does_not_decide_is_told_and_overrides_nothing(target, item, result):
    row = results_of(document(sample()), target)[item]
    assert row.findtext(f"{_NS}result") == result
    assert item not in results_of(document(sample()), target, "answers")
    assert row.find(f"{_NS}override") is None
    assert any("doesn't decide" in (one.text or "") for one in row.findall(f"{_NS}message"))


@pytest.mark.parametrize(
    ("target", "item", "result"),
    [("lab3", "4.1-a", "notchecked"), (WORLD, "7.3-c", "error"), (HV1, "2.3.2-b", "unknown")],
)
def test_what_could_not_be_looked_at_neither_passes_nor_fails(target, item, result):
    row = results_of(document(sample()), target)[item]
    assert row.findtext(f"{_NS}result") == result
    assert "(" in (row.findtext(f"{_NS}message") or "")  # with the reason


def test_the_newest_result_of_a_machine_is_the_whole_one():
    """A reader that takes the newest, and of equals the last, sees everything."""
    found = [one for one in document(sample()).findall(f"{_NS}TestResult") if one.findtext(f"{_NS}target") == HV1]
    assert ["_answers-" in one.attrib["id"] for one in found] == [True, False]
    assert found[0].attrib["end-time"] <= found[1].attrib["end-time"] == "2026-11-23T14:04:58Z"


def test_evidence_is_named_as_in_the_json():
    row = results_of(document(sample()), HV1)["3.5-a"]
    names = [one.text for one in row.findall(f"{_NS}check/{_NS}check-import")]
    assert names == ["hv1/shadow", "hv1/guest_notes", "hv1/drivers"]


def test_text_of_hosts_and_people_stays_text():
    root = document(nasty())
    assert root.find(".//script") is None
    assert {one.text for one in root.iter(f"{_NS}target-address")} == {visible(NASTY)}
    whole = "".join(xccdf(nasty()))
    assert not set(whole) & set("\x00\x1b\u202e\u200b\ud800\uffff")


def test_secrets_in_messages_are_masked():
    base = sample()
    finding = base.findings[0]
    secret = "password=hunter22hunter22"
    told = replace(finding, measured=replace(finding.measured, message=f"It says {secret}."))
    whole = "".join(xccdf(replace(base, findings=(told,))))
    assert "hunter22" not in whole
    assert "[masked: password]" in whole


def test_a_long_list_and_a_long_value_are_cut_and_say_so():
    whole = "".join(xccdf(wide()))
    assert len(whole) < 100_000
    assert "And 2961 more (1461 fail, 1500 pass); each stands in the JSON of the audit." in whole
    assert "characters; the whole stands in the JSON" in whole


def test_it_is_the_same_at_each_time():
    assert "".join(xccdf(sample())) == "".join(xccdf(sample()))


@settings(max_examples=30)
@given(st.text(min_size=1))
def test_any_text_gives_a_document_that_can_be_read(text):
    assert len(document(nasty(text)).findall(f"{_NS}TestResult")) >= 2
