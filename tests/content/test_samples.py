"""Each check that decides gives the verdict that its samples' names promise, and has all three kinds of sample."""

import sys
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from samples_format import SAMPLES, read_sample

from app.benchmark.load import load
from app.judge.check import judge_check
from app.judge.facts import read_facts
from app.judge.rule import worst
from app.model import Benchmark, Check

CANNOT_TELL = {"unknown", "error", "notchecked"}


@cache
def benchmark() -> Benchmark:
    return load([Path(__file__).parents[2] / "checks"])


def checks() -> dict[str, Check]:
    return {check.id: check for addendum in benchmark().addenda for check in addendum.checks if check.decides}


def sample_files() -> list[Path]:
    return sorted(path for path in SAMPLES.glob("*/*.txt") if path.parent.name != "common")


def verdict_of(path: Path) -> str:
    return path.name.removesuffix(".txt").rsplit(".", 1)[-1]


@pytest.mark.parametrize("path", sample_files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_sample(path: Path) -> None:
    known = checks()
    assert path.parent.name in known, f"no check {path.parent.name}"
    check = known[path.parent.name]
    probes = [probe for addendum in benchmark().addenda for probe in addendum.probes]
    facts = read_facts(probes, read_sample(path), "sample")
    values = {value.id: value.default for value in benchmark().values}
    results = judge_check(check, facts, values)
    decisive = worst(results)
    assert decisive.result == verdict_of(path), [(one.subject, one.result, one.message) for one in results]
    assert decisive.message.endswith(".")


@pytest.mark.parametrize("check", sorted(checks()))
def test_each_check_has_samples(check: str) -> None:
    verdicts = {verdict_of(path) for path in (SAMPLES / check).glob("*.txt")}
    assert "pass" in verdicts, "a pass sample"
    assert "fail" in verdicts, "a fail sample"
    assert verdicts & CANNOT_TELL, "a sample from which nothing can be told"
