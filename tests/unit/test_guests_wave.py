"""Guests that a host names are audited in a second wave where the person's SSH config has that very name."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cli_rig import Rig, make_rig
from content_sample import small_benchmark, state

from app.audit import Audit
from app.cli.progress import Bars
from app.hostlist import known_guests
from app.model import Profile, Role, Target, TargetState
from app.scan import Event, TargetScan, judge_target
from app.transport.base import Secrets

HV1, HV2 = Target("hv1", "hv1", 0), Target("hv2", "hv2", 0)
HOSTILE = ["web", "-oX", "root@db", "db:22", "192.0.2.99", "x y", "", "*", "db", "hv2"]
PROFILE = Profile(chapters=("4", "6"))


def running(host: Target, names: Sequence[Any], **fields: Any) -> TargetState:
    return state(target=host, facts={"guests": [{"name": name} for name in names]}, **fields)


def found(states: Sequence[TargetState], aliases: Sequence[str], **addresses: str) -> list[tuple[str, str | None]]:
    def resolve(target: Target) -> Target:
        return replace(target, address=addresses.get(target.address, target.address), port=target.port or 22)

    return [(one.name, one.parent) for one in known_guests([HV1, HV2], states, aliases, resolve=resolve)]


def test_only_what_the_ssh_config_names_exactly() -> None:
    states = [running(HV1, ["web", "Mail", "db-1", None])]
    assert found(states, ["web", "mail", "db"]) == [("web", "hv1")]
    assert found(states, []) == []
    (guest,) = known_guests([HV1], states, ["web"], resolve=lambda one: one)
    assert guest == Target("web", address="web", port=0, role=Role.GUEST, parent="hv1")


def test_what_a_host_says_is_never_an_address() -> None:
    aliases = ["root@db", "db:22", "-oX", "x y", "*", "", "db"]
    assert found([running(HV1, HOSTILE)], aliases) == [("db", "hv1")]


def test_what_is_in_the_audit_stays_as_it_is() -> None:
    states = [running(HV1, ["hv2", "web", "again"]), running(HV2, ["web"])]
    assert found(states, ["hv2", "web", "again"]) == [("web", "hv1"), ("again", "hv1")]
    # the same machine by another name: once
    assert found(states, ["web", "again"], web="192.0.2.7", again="192.0.2.7") == [("web", "hv1")]
    assert found(states, ["web", "again"], web="hv2") == [("again", "hv1")]


def test_a_host_that_was_not_reached_says_nothing() -> None:
    assert found([running(HV1, ["web"], reachable=False)], ["web"]) == []


# --- the run ---------------------------------------------------------------------------------------------------------


class FakeRunner:
    """Answers for each target at once; ``hv1`` names guests, and so does each guest."""

    def __init__(self) -> None:
        self.waves: list[list[str]] = []
        self.secrets: dict[str, Secrets] = {}
        self.ended = False

    def start(
        self,
        targets: Sequence[tuple[Target, Secrets]],
        on_event: Callable[[Event], None],
        on_done: Callable[[TargetScan], None],
    ) -> None:
        self.waves.append([target.name for target, _ in targets])
        for target, secrets in targets:
            self.secrets[target.name] = secrets
            on_event(Event(target.name, "connecting", total=1))
            names = ["web", "unknown"] if target.name == "hv1" else ["inner"]
            one = running(target, names, role=Role.HOST if target.name == "hv1" else Role.GUEST)
            on_done(TargetScan(one, (), judge_target(one, small_benchmark(), PROFILE, ())))

    def cancel(self, target: str | None = None) -> None:
        raise AssertionError("nobody interrupted")

    def shutdown(self) -> None:
        self.ended = True


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch) -> FakeRunner:
    fake = FakeRunner()
    monkeypatch.setattr(Audit, "runner", lambda *_a, **_k: fake)
    monkeypatch.setattr("app.transport.sshconfig.names", lambda: ("web", "inner", "hv1"))
    return fake


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Rig:
    return make_rig(tmp_path, monkeypatch, capsys)


def test_a_second_wave_of_the_same_run(run: Rig, runner: FakeRunner) -> None:
    ran = run("audit", "hv1", "--guests", "--sudo", "never", "--platform", "tiny", "--out", "a.bartizan")
    assert runner.waves == [["hv1"], ["web"]]  # the guests of guests wait for another audit
    assert runner.ended
    assert ran.err.splitlines() == [
        "hv1: connecting",
        *[line for line in ran.err.splitlines() if line.startswith("hv1: done")],
        "1 more target",
        "web: connecting",
        *[line for line in ran.err.splitlines() if line.startswith("web: done")],
    ]
    assert "hv1: 2 guests found, 1 in the audit" in ran.out
    assert "not in the audit: unknown" in ran.out
    audit = Audit.open(run.folder / "a.bartizan", small_benchmark(), readonly=True)
    assert audit.targets[1] == Target("web", "web", 0, role=Role.GUEST, parent="hv1", sudo="never")
    assert not audit.interrupted
    assert [one.target.name for one in audit.states] == [
        "hv1",
        "web",
    ]
    compared = [one.measured for one in audit.findings() if one.measured.item == "6.1.3-e"]
    assert [(one.target, one.targets) for one in compared] == [("hv1", ("hv1", "web"))]
    audit.close()


def test_without_the_option_nobody_else_is_looked_at(run: Rig, runner: FakeRunner) -> None:
    assert "guests found" not in run("audit", "hv1", "--out", "a.bartizan").out
    assert runner.waves == [["hv1"]]


def test_with_json_on_standard_output(run: Rig, runner: FakeRunner) -> None:
    ran = run("audit", "hv1", "--guests", "--json", "-", "--out", "a.bartizan")
    assert runner.waves == [["hv1"], ["web"]]
    assert ran.out.startswith('{\n"schema": "bartizan-audit/1"')
    assert '"name": "web"' in ran.out


def test_secrets_by_the_guests_name(
    run: Rig, runner: FakeRunner, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given = tmp_path / "secrets.json"
    given.write_text('{"web": {"password": "hunter2"}}')
    with given.open() as handle:
        monkeypatch.setattr(sys, "stdin", handle)
        run("audit", "hv1", "--guests", "--secrets", "-", "--out", "a.bartizan")
    assert runner.secrets["web"].password == "hunter2"
    assert runner.secrets["hv1"].password is None


@pytest.mark.parametrize("first", [1, 3])
def test_the_bars_take_more(first: int) -> None:
    bars = Bars(first)
    try:
        bars.more(2)
        (whole,) = [task for task in bars._progress.tasks if task.fields["name"] == "All targets"]
        assert (whole.total, whole.completed) == (first + 2, 0 if first > 1 else 1)
    finally:
        bars.close()
