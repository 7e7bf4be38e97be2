"""Two machines with one SSH host key are told; two names of one address are not."""

import json
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from content_sample import small_benchmark, state
from recording import record
from report_sample import sample
from report_text import json_text

from app.audit import Audit, new_info
from app.cli.summary import print_summary
from app.model import Profile, Target, TargetState
from app.record import ScanResult
from app.report.compose import compose
from app.report.formats import FORMATS
from app.scan import TargetScan
from app.topology.clones import Clones, clones

KEY = "SHA256:AAAA"


def looked(name: str, address: str = "", key: str = KEY, **fields: Any) -> TargetState:
    reachable = fields.pop("reachable", True)
    return state(target=Target(name, address=address or name, **fields), host_key=key, reachable=reachable)


def test_the_same_key_at_two_addresses() -> None:
    found = clones([looked("a"), looked("b", key="SHA256:B"), looked("c"), looked("d", port=2222)])
    assert found == (Clones(KEY, ("a", "c", "d")),)
    assert found[0].sentence.startswith("a, c and d have the same SSH host key (SHA256:AAAA): either ")


def test_two_names_of_one_address_are_no_clones() -> None:
    assert clones([looked("a", "hv1", port=0), looked("b", "HV1.", port=22)]) == ()
    assert clones([looked("a", "hv1", user="root"), looked("b", "hv1", user="audit")]) == ()


@pytest.mark.parametrize(
    "other",
    [
        looked("b", "hv1", port=2222),
        looked("b", "192.0.2.7"),
        looked("b", "hv1", proxy_jump="bastion"),
    ],
)
def test_what_makes_another_place(other: TargetState) -> None:
    assert clones([looked("a", "hv1"), other]) == (Clones(KEY, ("a", "b")),)


def test_all_names_are_told_where_two_of_three_are_one_place() -> None:
    assert clones([looked("a", "hv1"), looked("b", "hv1"), looked("c")]) == (Clones(KEY, ("a", "b", "c")),)


def test_only_what_was_reached_counts() -> None:
    assert clones([looked("a"), looked("b", reachable=False)]) == ()
    assert clones([looked("a", key=""), looked("b", key="")]) == ()  # this computer has no host key


def test_the_order_of_the_audit_stands() -> None:
    for names in permutations("abc"):
        assert clones([looked(name) for name in names])[0].names == names


def cloned() -> ScanResult:
    scan = sample()
    first, second, *others = scan.targets
    return replace(scan, targets=(first, replace(second, host_key=first.host_key, reachable=True), *others))


def test_json_names_the_others() -> None:
    scan = cloned()
    one, two, *others = (state.target.name for state in scan.targets)
    said = {target["name"]: target["clones"] for target in json.loads(json_text(scan))["targets"]}
    assert said == {one: [two], two: [one], **{name: [] for name in others}}


def test_the_report_says_it(tmp_path: Path) -> None:
    report = compose(cloned(), date(2026, 11, 23))
    (sentence,) = report.clones
    assert sentence.startswith(f"{report.hosts[0].name} and {report.hosts[1].name} have the same SSH host key")
    assert "2 machines share an SSH host key with another; see Scope and method." in report.overview.notes
    FORMATS["pdf"](cloned(), tmp_path / "a.pdf")
    assert compose(sample(), date(2026, 11, 23)).clones == ()


def test_the_command_line_says_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    states = [looked("a"), looked("b")]
    info = new_info("A", profile=Profile(chapters=("4", "6")))
    audit = Audit.create(tmp_path / "a.bartizan", info, small_benchmark(), [one.target for one in states])
    audit.start_run()
    for one in states:
        record(audit, TargetScan(one, (), ()))
    audit.finish_run()
    print_summary(audit)
    audit.close()
    assert "  a and b have the same SSH host key (SHA256:AAAA): either they are one machine " in capsys.readouterr().out
