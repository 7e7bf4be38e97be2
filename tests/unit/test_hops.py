"""The way to a host, worked out from configuration and audit, without a connection."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import ConnectError
from app.model import Target
from app.transport import sshconfig
from app.transport.base import Limits, Secrets
from app.transport.hops import Hop, way_to


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sshconfig, "SYSTEM_FILE", tmp_path / "none")
    (tmp_path / ".ssh").mkdir()

    def write(text: str) -> None:
        path = tmp_path / ".ssh" / "config"
        path.write_text(text)
        path.chmod(0o600)

    return write


def way(target: Target, **bastions: Target) -> list[Hop]:
    return way_to(target, Secrets(), bastions=bastions, secrets_of=lambda jump: Secrets(password=jump.name))


def told(hops: list[Hop]) -> list[str]:
    return [f"{hop.user}@{hop.target.address}:{hop.target.port}" for hop in hops]


def test_tokens_of_a_jump_are_those_of_the_host_behind_it(config) -> None:
    config("Host hv1\n HostName deep.example.org\n Port 23\n User me\n ProxyJump %r@gate-%h:%p,x-%n\nHost *\n User u\n")
    assert told(way(Target("hv1", "hv1", port=0))) == [
        "me@gate-deep.example.org:23",
        "u@x-hv1:22",
        "me@deep.example.org:23",
    ]


def test_names_of_the_audit_are_no_tokens_and_count_before_the_configuration(config) -> None:
    config("Host gate\n HostName elsewhere\nHost *\n User u\n")
    gate = Target("gate", "192.0.2.1", 2222, "root")
    assert told(way(Target("hv1", "h", proxy_jump="gate"), gate=gate)) == ["root@192.0.2.1:2222", "u@h:22"]
    odd = Target("50% gate", "192.0.2.9", 22)
    assert told(way(Target("hv1", "h", proxy_jump="50% gate"), **{odd.name: odd}))[0] == "u@192.0.2.9:22"


def test_secrets_are_asked_for_each_machine_in_between_and_never_those_of_the_target(config) -> None:
    config("Host b\n ProxyJump c\n")
    hops = way(Target("hv1", "h", proxy_jump="b,d"))
    assert [(hop.target.name, hop.secrets.password) for hop in hops] == [
        ("c", "c"),
        ("b", "b"),
        ("d", "d"),
        ("hv1", None),
    ]


def test_two_networks_may_use_the_same_addresses(config) -> None:
    config("Host a\n HostName 10.0.0.1\nHost b\n HostName 10.0.0.1\n ProxyJump a\nHost *\n User u\n")
    assert told(way(Target("hv1", "10.0.0.1", proxy_jump="b"))) == ["u@10.0.0.1:22"] * 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Host *\n ProxyJump gate\n", "gate"),
        ("Host *\n ProxyJump root@gate:22\n", "gate"),
        ("Host hv1\n ProxyJump b\nHost b\n ProxyJump c\nHost c\n ProxyJump b\n", "b"),
        ("Host hv1\n ProxyJump hv1\n", "hv1"),
        ("Host *\n ProxyJump a,b\n", "a"),
    ],
)
def test_circles(config, text: str, name: str) -> None:
    config(text)
    with pytest.raises(ConnectError, match=f"circle: {name} is needed to reach itself"):
        way(Target("hv1", "hv1", port=0))


def test_this_computer_is_no_jump_host(config) -> None:
    config("")
    with pytest.raises(ConnectError, match="here is this computer and no jump host"):
        way(Target("hv1", "hv1", proxy_jump="here"), here=Target("here", transport="local"))


def test_limits(config) -> None:
    config("Host a\n ConnectTimeout 1d\nHost b\n ConnectTimeout 20\n")
    usual = Limits(connect=15)
    for target, insisted, seconds in (
        (Target("a", "a"), False, 600),
        (Target("b", "b"), False, 20),
        (Target("b", "b", connect_timeout=3), False, 3),
        (Target("b", "b", connect_timeout=3), True, 15),
        (Target("c", "c"), False, 15),
    ):
        assert way(target)[0].limits(replace(usual, insisted=insisted)).connect == seconds


def test_a_program_that_would_hand_over_a_socket(config) -> None:
    config("Host *\n ProxyCommand x\n ProxyUseFdpass yes\n")
    with pytest.raises(ConnectError, match="ProxyUseFdpass"):
        way(Target("hv1", "hv1"))


def test_what_is_said_directly_counts_before_the_configuration(config) -> None:
    config("Host *\n ProxyJump gate\n UserKnownHostsFile /k\n IdentityFile /i\n User u\nHost gate\n ProxyJump none\n")
    (hop,) = way(Target("hv1", "hv1", 7, "me", identity="/mine", proxy_jump="none"))
    assert (hop.where, hop.user, hop.target.identity, hop.config.identities) == ("hv1:7", "me", "/mine", ())


@pytest.mark.parametrize("jump", ["a b", "a:99999", "u:geheim@a", "-oX", "a;b", "a,,-x"])
def test_a_jump_that_is_none(config, jump: str) -> None:
    config("")
    with pytest.raises(ConnectError) as caught:
        way(Target("hv1", "hv1", proxy_jump=jump))
    assert caught.value.kind == "ssh-config"
    assert "geheim" not in str(caught.value)
