"""``bartizan report`` in each of its formats."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli_rig import Rig, make_rig
from defusedxml.ElementTree import fromstring

from app.report.formats import CHECKLISTS, FORMATS


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Rig:
    rig = make_rig(tmp_path, monkeypatch, capsys)
    rig.audited()
    return rig


def test_the_formats_are_those_that_scripts_rely_on(cli: Rig) -> None:
    assert set(FORMATS) == {*("pdf", "json", "csv", "xccdf", "ckl", "cklb", "hdf", "oscal", "html"), "folder", "form"}
    ran = cli("report", "--help")
    assert all(name in ran.out for name in FORMATS)


def test_a_hyphen_is_no_file(cli: Rig) -> None:
    for command in (
        ("report", "a.bartizan", "--format", "json", "--out", "-"),
        ("audit", "--local", "--out", "b.bartizan", "--pdf", "-"),
    ):
        ran = cli(*command)
        assert (ran.status, ran.complaints) == (3, ["-: name a file here; standard output is /dev/stdout."])
    assert "-" not in cli.files
    assert "b.bartizan" not in cli.files


@pytest.mark.parametrize("format_", sorted(set(FORMATS) - {"folder"}))
def test_every_format_is_written_and_twice_the_same(cli: Rig, format_: str) -> None:
    answer = ("--result", "pass", "--by", "A. Example", "--role", "administrator", "--remark", "seen")
    assert cli("signoff", "a.bartizan", "--item", "4.2-a", "--all-targets", *answer).status == 0
    for name in ("a.report", "b.report"):
        ran = cli("report", "a.bartizan", "--format", format_, "--out", name)
        assert (ran.status, ran.complaints) == (0, [])
        assert ran.out == f"Report written to {name}\n"
    assert (cli.folder / "a.report").read_bytes() == (cli.folder / "b.report").read_bytes()
    assert (cli.folder / "a.report").stat().st_size > 200


@pytest.mark.parametrize("format_", sorted(set(FORMATS) - {"folder"}))
def test_a_place_that_cannot_be_written_is_one_sentence(cli: Rig, format_: str) -> None:
    before = cli.files
    ran = cli("report", "a.bartizan", "--format", format_, "--out", "no-such-folder/a.report")
    assert (ran.status, len(ran.complaints)) == (3, 1)
    assert "no-such-folder" in ran.complaints[0]
    assert cli.files == before


def test_a_checklist_of_one_machine(cli: Rig) -> None:
    assert cli("report", "a.bartizan", "--format", "json", "--out", "a.json").status == 0
    (machine,) = json.loads((cli.folder / "a.json").read_bytes())["targets"]
    for format_ in CHECKLISTS:
        given = ("report", "a.bartizan", "--format", format_, "--out", f"a.{format_}")
        assert cli(*given, "--target", machine["name"]).status == 0
        before = cli.files
        ran = cli("report", "a.bartizan", "--format", format_, "--out", "x", "--target", "nobody")
        assert (ran.status, len(ran.complaints)) == (3, 1)
        assert ran.complaints[0].startswith("--target: the audit has no machine nobody; it has ")
        assert cli.files == before
    root = fromstring((cli.folder / "a.ckl").read_bytes())
    assert root.findtext("ASSET/HOST_NAME") == machine["name"]
    whole = json.loads((cli.folder / "a.cklb").read_bytes())
    assert whole["target_data"]["host_name"] == machine["name"]


def test_other_formats_are_of_the_whole_audit(cli: Rig) -> None:
    ran = cli("report", "a.bartizan", "--format", "hdf", "--out", "x", "--target", "hv1")
    assert ran.status == 3
    assert ran.complaints == ["--target: only ckl and cklb are written for one machine; leave it out for hdf."]
    assert "x" not in cli.files
