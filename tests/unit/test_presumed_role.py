"""What has a parent and can't be reached counts as a guest: it never gets a finding that compares a host's guests."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from content_sample import small_benchmark

from app.audit import Audit, new_info
from app.coverage import Coverage
from app.errors import ConnectError
from app.look import ScanOptions
from app.model import Profile, Role, RuleResult, Scope, Target, TargetState
from app.record import Finding
from app.runner import unreached
from app.scan import scan
from app.transport.base import HostKeyPolicy, Secrets

BENCHMARK = small_benchmark()
PROFILE = Profile(chapters=("4", "6"))
HOST = Target("hv1", address="hv1")
GUEST = Target("web", address="web", parent="hv1")
SCOPES = {rule.id: rule.scope for rule in BENCHMARK.rules}
COMPARED = {item for item, scope in SCOPES.items() if scope is Scope.CROSS_HOST}
OPTIONS = ScanOptions(HostKeyPolicy(known_hosts=(), own_file=Path("/nonexistent/known_hosts")))


@pytest.mark.parametrize(
    ("role", "parent", "presumed"),
    [
        (Role.AUTO, None, Role.AUTO),
        (Role.AUTO, "hv1", Role.GUEST),
        (Role.HOST, "hv1", Role.HOST),  # a hypervisor inside a hypervisor, as a person said
        (Role.GUEST, None, Role.GUEST),
    ],
)
def test_what_it_is_taken_for(role: Role, parent: str | None, presumed: Role) -> None:
    assert replace(GUEST, role=role, parent=parent).presumed_role is presumed


def before_any_look(roles: dict[str, Role]) -> list[RuleResult]:
    found = Coverage(BENCHMARK).findings(
        PROFILE, [HOST, GUEST], roles, lambda _target: (), lambda measured, _before: Finding(measured, measured.result)
    )
    return [one.measured for one in found.values()]


def test_before_anything_was_looked_at() -> None:
    found = before_any_look({})
    assert {one.item for one in found if SCOPES[one.item] is Scope.CROSS_HOST} == COMPARED
    assert {one.target for one in found if one.item in COMPARED} == {"hv1"}
    (of_hosts,) = [one for one in found if one.item == "4.1-a" and one.target == "web"]
    assert of_hosts.message == "This item is for a host; web is audited as a guest."


def test_one_stored_before_roles_were_presumed() -> None:
    found = before_any_look({"web": Role.AUTO})
    assert {one.target for one in found if one.item in COMPARED} == {"hv1"}


def test_one_that_cannot_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ConnectError("refused", "web: nothing listens at port 22.")

    monkeypatch.setattr("app.look.open_session", refuse)
    found = scan(
        GUEST,
        benchmark=BENCHMARK,
        profile=PROFILE,
        secrets=Secrets(),
        options=OPTIONS,
        cancel=threading.Event(),
        on_event=lambda _event: None,
    )
    assert (found.state.reachable, found.state.role) == (False, Role.GUEST)
    assert not COMPARED & {one.item for one in found.results}


def test_one_that_was_cancelled_before_its_turn() -> None:
    found = unreached(GUEST, ConnectError("cancelled", "web: cancelled."), BENCHMARK, PROFILE)
    assert found.state.role is Role.GUEST
    assert not COMPARED & {one.item for one in found.results}


def test_the_report_shows_it_as_a_guest(tmp_path: Path) -> None:
    with_guest = Audit.create(tmp_path / "a.bartizan", new_info("A", profile=PROFILE), BENCHMARK, (HOST, GUEST))
    states = {state.target.name: state for state in with_guest.document().targets}
    with_guest.close()
    assert states["web"] == TargetState(GUEST, reachable=False, role=Role.GUEST, error="Not looked at yet.")
    assert states["hv1"].role is Role.AUTO
