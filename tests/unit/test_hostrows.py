"""Rows of the hosts table: nested, filtered, sorted, and what each says."""

from datetime import UTC, datetime

import pytest

from app.connection import Trial
from app.hostrows import Found, HostRow, arranged, found_guests, rows
from app.model import Role, Target, TargetState

WHEN = datetime(2026, 11, 5, tzinfo=UTC)


def names(listed: tuple[HostRow, ...]) -> list[str]:
    return [row.name for row in listed]


def fleet() -> tuple[HostRow, ...]:
    targets = [
        Target("hv2", "192.0.2.2", tags=("prod",)),
        Target("web", "192.0.2.20", parent="hv2"),
        Target("app", "192.0.2.21", parent="hv2"),
        Target("hv1", "192.0.2.1", user="audit"),
        Target("nested", "192.0.2.30", parent="web"),
    ]
    state = TargetState(targets[0], reachable=True, role=Role.HOST, started=WHEN, facts={"os": "Debian 12"})
    trial = Trial("hv1", ok=False, sentence="hv1: no answer within 15 s.", error_kind="no-answer")
    return rows(targets, {"hv2": state}, {"hv1": trial}, frozenset({"app"}), frozenset({"web"}))


def test_guests_of_guests_stand_beneath_them() -> None:
    assert [(row.name, row.depth, row.parent) for row in fleet()] == [
        ("hv2", 0, ""),
        ("web", 1, "hv2"),
        ("nested", 2, "web"),
        ("app", 1, "hv2"),
        ("hv1", 0, ""),
    ]


def test_machines_that_are_each_others_parents_are_listed_once() -> None:
    listed = rows([Target("a", parent="b"), Target("b", parent="a"), Target("c", parent="c")], {}, {})
    assert sorted(names(listed)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ["hv2", "web", "nested", "app", "hv1"]),
        ("debian", ["hv2"]),
        ("PROD", ["hv2"]),
        ("192.0.2.21", ["hv2", "app"]),
        ("nested", ["hv2", "web", "nested"]),
        ("audit@ no answer", ["hv1"]),
        ("nothing of that", []),
    ],
)
def test_a_filter_keeps_the_host_of_a_guest_that_matches(text: str, shown: list[str]) -> None:
    assert names(arranged(fleet(), text)) == shown


def test_each_level_is_sorted_by_itself() -> None:
    assert names(arranged(fleet(), key=lambda row: row.name)) == ["hv1", "hv2", "app", "web", "nested"]
    assert names(arranged(fleet(), key=lambda row: row.name, reverse=True)) == ["hv2", "web", "nested", "app", "hv1"]


def test_what_a_row_knows() -> None:
    hv2, web, _, app, hv1 = fleet()
    assert (hv2.audited, hv2.tags, hv2.platform) == (WHEN, ("prod",), "Debian 12")
    assert (web.asking, app.testing, hv1.testing) == (True, True, False)
    assert hv1.audited is None
    assert hv1.login_seconds is None


def test_how_long_a_login_took_comes_from_a_test_that_worked() -> None:
    target = Target("hv1")
    assert HostRow("hv1", target).login_seconds is None
    assert HostRow("hv1", target, trial=Trial("hv1", ok=True, sentence="", login_seconds=0.1)).login_seconds == 0.1
    assert HostRow("hv1", target, trial=Trial("hv1", ok=False, sentence="")).login_seconds is None


def test_guests_that_were_found_are_rows_made_once_per_look() -> None:
    host = Target("hv", "192.0.2.1")
    state = TargetState(host, reachable=True, facts={"guests": [{"name": f"vm{number}"} for number in range(200)]})
    kept: Found = {}
    first = rows([host], {"hv": state}, {}, kept=kept)
    guest = Target("vm7", "192.0.2.7", parent="hv")  # it joins the audit
    second = rows([host, guest], {"hv": state}, {}, kept=kept)
    assert names(second) == ["hv", "vm7", *(f"vm{number}" for number in range(200) if number != 7)]
    assert all(one is other for one, other in zip([r for r in first if r.name != "vm7"][1:], second[2:], strict=True))
    again = TargetState(host, reachable=True, facts={"guests": [{"name": "new"}]})
    assert names(rows([host], {"hv": again}, {}, kept=kept)) == ["hv", "new"]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ([{"name": "web01"}, {"name": None}, {}], ("web01", "?", "?")),
        ([1, None, {"name": ["x"]}], ("['x']",)),
        (3, ()),
        (None, ()),
        ("web01", ()),
        ({"name": "web01"}, ()),
    ],
)
def test_what_stands_in_place_of_guests_in_an_audit_that_somebody_sends(said, names):
    assert found_guests(TargetState(Target("hv1"), reachable=True, facts={"guests": said})) == names
