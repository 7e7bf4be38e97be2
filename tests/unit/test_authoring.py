"""docs/authoring.md and its example are true: the addendum loads, is tried, and finds what it says it finds."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_rig import environment
from content_sample import evidence

from app.benchmark import schema
from app.benchmark.load import load
from app.judge.check import judge_check
from app.judge.expectation import COMPARISONS
from app.judge.facts import read_facts
from app.model import Addendum, CheckResult, Reason
from app.parsers.registry import PARSERS

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "docs" / "example-addendum"
TEXT = (ROOT / "docs" / "authoring.md").read_text("utf-8")

INSTANCES = [
    {"name": "web", "status": "Running", "type": "container", "expanded_config": {"limits.memory": "4GiB"}},
    {"name": "build", "status": "Running", "type": "container", "expanded_config": {"security.privileged": "true"}},
    {"name": "old", "status": "Stopped", "type": "virtual-machine", "expanded_config": {}},
]


@pytest.fixture(scope="module")
def addendum() -> Addendum:
    """The example beside the guideline: it stands alone, whatever other platforms there are."""
    return load([ROOT / "checks" / "guideline", EXAMPLE]).addendum("incus")


def judged(addendum: Addendum, output: Any, **fields: Any) -> dict[tuple[str, str | None], CheckResult]:
    answer = {"incus_instances": evidence("incus_instances", json.dumps(output).encode(), **fields)}
    known = read_facts(addendum.probes, answer, "hv1")
    return {(one.check, one.subject): one for check in addendum.checks for one in judge_check(check, known, {})}


def test_it_has_forty_lines() -> None:
    assert len((EXAMPLE / "incus.yaml").read_text("utf-8").splitlines()) <= 40


def test_it_finds_what_it_says(addendum: Addendum) -> None:
    found = judged(addendum, INSTANCES)
    assert {place: one.result.value for place, one in found.items()} == {
        ("incus.no-privileged-container", "web"): "pass",
        ("incus.no-privileged-container", "build"): "fail",
        ("incus.no-privileged-container", "old"): "pass",
        ("incus.memory-limited", "web"): "pass",
        ("incus.memory-limited", "build"): "fail",
        ("incus.memory-limited", "old"): "pass",
    }
    assert found["incus.no-privileged-container", "build"].message == (
        "security.privileged is true, must be none of: true, 1, yes, on."
    )
    assert "limits.memory is not set, must be set" in found["incus.memory-limited", "build"].message


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"fault": Reason.TOOL_MISSING, "exit_status": None}, Reason.TOOL_MISSING),
        ({"fault": Reason.NO_RIGHTS, "exit_status": None}, Reason.NO_RIGHTS),
        ({"exit_status": 1}, Reason.COMMAND_FAILED),
        ({"truncated": True}, Reason.TRUNCATED),
    ],
)
def test_it_never_decides_without_looking(addendum: Addendum, fields: dict[str, Any], reason: Reason) -> None:
    found = judged(addendum, INSTANCES, **fields)
    assert {one.reason for one in found.values()} == {reason}
    assert not {one.result.value for one in found.values()} & {"pass", "fail"}


def test_a_host_without_instances(addendum: Addendum) -> None:
    assert {one.result.value for one in judged(addendum, []).values()} == {"notapplicable"}


def bartizan(tmp_path: Path, *arguments: str, path: str = "") -> "subprocess.CompletedProcess[str]":
    given = environment(tmp_path)
    given["PATH"] = f"{path}{os.pathsep}{given['PATH']}" if path else given["PATH"]
    command = [sys.executable, "-c", "from app.cli.main import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=given, cwd=ROOT, check=False, timeout=100)


def test_it_is_valid_beside_everything_else(tmp_path: Path) -> None:
    ran = bartizan(tmp_path, "checks", "validate", str(EXAMPLE))
    assert ran.returncode == 0, ran.stderr


def test_it_can_be_tried(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "incus"
    program.parent.mkdir()
    program.write_text(
        "#!/bin/sh\n[ \"$*\" = 'list --all-projects --format json' ] || exit 9\n"
        f"cat <<'X'\n{json.dumps(INSTANCES)}\nX\n"
    )
    program.chmod(0o755)
    ran = bartizan(tmp_path, "checks", "try", str(EXAMPLE), "--on", "this-computer", path=str(program.parent))
    assert ran.returncode == 0, ran.stderr
    verdicts = [tuple(line.split()[:3]) for line in ran.stdout.splitlines()]
    if os.geteuid() == 0:
        assert verdicts == [
            ("pass", "incus.no-privileged-container", "[web]"),
            ("fail", "incus.no-privileged-container", "[build]"),
            ("pass", "incus.no-privileged-container", "[old]"),
            ("pass", "incus.memory-limited", "[web]"),
            ("fail", "incus.memory-limited", "[build]"),
            ("pass", "incus.memory-limited", "[old]"),
        ]
    else:
        assert {verdict for verdict, *_ in verdicts} == {"unknown"}  # without root it isn't asked
    ran = bartizan(tmp_path, "checks", "try", str(EXAMPLE), "--on", "this-computer")
    assert ran.stdout == "incus: doesn't apply to this-computer (its `detect` was not true there)\n"


# --- the text --------------------------------------------------------------------------------------------------------


def section(head: str) -> str:
    return TEXT.split(f"\n## {head}\n", 1)[1].split("\n## ", 1)[0]


def words(text: str) -> set[str]:
    return set(re.findall(r"`([a-z_]+)[`:]", text))


def test_every_operator_and_form_is_explained() -> None:
    assert words(section("Expectations")) >= set(COMPARISONS) | {
        "all",
        "any",
        "not",
        "every",
        "some",
        "where",
        "missing",
    }


def test_every_key_is_explained() -> None:
    def keys(model: type[schema.Strict]) -> set[str]:
        return {field.alias or name for name, field in model.model_fields.items()}

    assert words(section("Probes")) >= keys(schema.ProbeModel)
    assert words(section("Checks")) >= keys(schema.CheckModel)
    assert words(section("Files")) >= keys(schema.PlatformFile) | keys(schema.PlatformModel) | keys(schema.ValueModel)


def test_the_parsers_that_are_named_are_there() -> None:
    assert set(re.findall(r"^\| `([a-z]+)` \|", section("Facts"), re.MULTILINE)) <= set(PARSERS)


def test_the_expectation_in_the_text_can_be_loaded(tmp_path: Path) -> None:
    from app.benchmark.source import read  # noqa: PLC0415 - only here

    (example,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    (tmp_path / "x.yaml").write_text(example)
    schema.Expectation.model_validate(read(tmp_path / "x.yaml").value["expect"])
