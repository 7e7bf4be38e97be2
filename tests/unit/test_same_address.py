"""Targets that are one machine: said in words, by the command line and for the screen."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cli_rig import Rig, make_rig
from content_sample import state

from app import hostlist
from app.hostlist import added, pasted, same_addresses, warnings
from app.model import Target
from app.targets import local_target, parse_target
from app.topology.duplicates import duplicates
from app.transport import sshconfig

ALIASES = {"hv1": ("192.0.2.10", 2222, ""), "mail": ("192.0.2.10", 2222, ""), "far": ("192.0.2.10", 2222, "bastion")}


def by_alias(target: Target) -> Target:
    address, port, jump = ALIASES.get(target.address, (target.address, 22, ""))
    return replace(target, address=address, port=target.port or port, proxy_jump=jump)


def said(*words: str) -> tuple[str, ...]:
    return same_addresses([parse_target(word) for word in words], resolve=by_alias)


def test_what_is_pasted_twice_is_added_once() -> None:
    there = pasted("root@hv1").targets
    assert added(there, pasted("root@hv1 hv2 hv2").targets) == (*there, *pasted("hv2").targets)


@pytest.mark.parametrize(
    ("words", "names", "place"),
    [
        (("root@hv1", "mail"), "hv1 and mail", "192.0.2.10:2222"),
        (("hv1", "192.0.2.10:2222"), "hv1 and 192.0.2.10", "192.0.2.10:2222"),
        (("db1", "DB1."), "db1 and DB1.", "db1:22"),
        (("db1", "db1:22"), "db1 and db1", "db1:22"),
        (("[2001:db8::1]", "[2001:DB8:0::1]"), "2001:db8::1 and 2001:DB8:0::1", "[2001:db8::1]:22"),
    ],
)
def test_one_machine_by_two_names(words: tuple[str, ...], names: str, place: str) -> None:
    (sentence,) = said(*words)
    assert sentence == (
        f"{names} are the same address ({place}): both are audited, so what is found there counts more than once; "
        "remove all but one."
    )


def test_three_names() -> None:
    (sentence,) = said("a", "A", "a.")
    assert sentence.startswith("a, A and a. are the same address (a:22): each is audited, ")


@pytest.mark.parametrize("words", [("hv1", "hv1:22"), ("hv1", "far"), ("a", "b"), ("a:1", "a:2")])
def test_different_machines(words: tuple[str, ...]) -> None:
    assert said(*words) == ()


def test_this_computer_twice() -> None:
    (one,) = duplicates([local_target(), replace(local_target(), name="box")])
    assert (one.place, one.names) == ("this computer", ("this-computer", "box"))


def test_the_ssh_config_is_asked_only_for_what_a_person_waits_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def looked_up(target: Target) -> Target:
        asked.append(target.name)
        return target

    monkeypatch.setattr(sshconfig, "applied", looked_up)
    few = [Target(f"h{number}", f"h{number}") for number in range(hostlist.RESOLVED)]
    assert same_addresses([*few[1:], local_target()]) == ()
    assert len(asked) == hostlist.RESOLVED - 1
    asked.clear()
    assert len(same_addresses([*few, Target("again", "h7")])) == 1
    assert asked == []


def test_both_kinds_for_the_screen() -> None:
    targets = [Target("a", "a"), Target("b", "b"), Target("c", "b")]
    states = [state(target=one, host_key="SHA256:K") for one in targets[:2]]
    first, second = warnings(targets, states, resolve=by_alias)
    assert first.startswith("b and c are the same address")
    assert second.startswith("a and b have the same SSH host key")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Rig:
    return make_rig(tmp_path, monkeypatch, capsys)


def test_the_command_line_says_it_and_audits_both(run: Rig) -> None:
    (run.folder / "hosts.yaml").write_text(
        "hosts:\n  - {name: a, address: 127.0.0.1, port: 1}\n  - {name: b, address: 127.0.0.1, port: 1}\n"
    )
    ran = run("audit", "--inventory", "hosts.yaml", "--connect-timeout", "2", "--out", "x.bartizan")
    assert ran.status == 2
    assert ran.err.splitlines()[0].startswith("bartizan: a and b are the same address (127.0.0.1:1): both are audited")
    assert "2 targets" in ran.out
