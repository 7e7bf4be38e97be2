"""Parsers of the Linux addendum: what recorded outputs can't show."""

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "content"))
from samples_format import SAMPLES

from app.parsers import Answer
from app.parsers.firewall import firewall
from app.parsers.hardware import flaw_state
from app.parsers.idle import seconds
from app.parsers.netfilter import Packet, condition, holds, is_wide, outcome, rule
from app.parsers.registry import PARSERS

OWN = (
    "addresses", "boot_entries", "certificates", "cgroups", "clock", "console_keys", "console_logins", "cpu",
    "cpu_flaws", "drives", "firewalld", "forwarding", "group", "guest_files", "hash_default", "idle", "iptables",
    "kernel", "last_logins", "lockout", "login_keys", "memory", "mirrors", "modes", "module_trust",
    "netfilter_modules", "nftables", "package_integrity", "pairs", "passwd", "password_state", "port_drivers", "qemu",
    "snmp", "sockets", "sshd", "sudoers", "thunderbolt", "ufw", "units", "update_age", "web_settings",
)  # fmt: skip
# Words that the formats know, so that arbitrary text gets past the first line.
WORDS = st.sampled_from(
    [
        "== ", "|", "end", "\n", ":", "=", " ", '"', "'", "{", "}", "[", "]", ",", "-A INPUT", "-j", "!", "*filter",
        "process 1 0", "pam /etc/pam.d/login", "ip iptables-save", "logind", "version", "TMOUT=", "meminfo", "tcp",
        "now", "logins", "file x", "notAfter=", "systemd", "openrc", "auth include login", "driver", "domain", "Status",
        "\u00e9", "\0", "9" * 30, "0", "-1",
    ]
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            [
                *("nftables", "table", "chain", "rule", "set", "expr", "match", "left", "right", "op", "family"),
                *("name", "vmap", "data", "key", "hook", "type", "Defaults", "User_Specs", "User_List", "Cmnd_Specs"),
            ]
        ),
        inner,
        max_size=4,
    ),
    max_leaves=12,
)  # fmt: skip


@pytest.mark.parametrize("name", OWN)
@given(text=st.lists(WORDS | st.text(max_size=8), max_size=24).map("".join))
@settings(max_examples=40)
def test_foreign_output_raises_nothing_but_value_error(name: str, text: str) -> None:
    with suppress(ValueError):
        PARSERS[name](Answer(text))


@pytest.mark.parametrize("name", ["nftables", "sudoers", "addresses"])
@given(value=JSON)
@settings(max_examples=150)
def test_foreign_json_raises_nothing_but_value_error(name: str, value: Any) -> None:
    with suppress(ValueError):
        PARSERS[name](Answer(json.dumps(value)))


def recorded(name: str) -> str:
    return (SAMPLES / "common" / f"linux-{name}.txt").read_text("utf-8")


def walked(nft: str, sockets: str = "") -> dict[str, Any]:
    missing = {"installed": False, "active": False}
    return firewall(
        {
            "nftables": PARSERS["nftables"](Answer(nft)),
            "iptables": {"installed": False, "tables": [], "rules": 0},
            "ufw": missing,
            "firewalld": missing,
            "netfilter": {"nf_tables": True, "ip_tables": False, "ip6_tables": False, "ipv6": True},
            "sockets": PARSERS["sockets"](Answer(sockets)),
        }
    )


def test_a_recorded_open_rule_set_lets_strangers_in_where_it_says_so() -> None:
    facts = walked(recorded("firewall-open-nft"))
    assert facts["input"] == {"ip": "dropped", "ip6": "dropped"}
    assert {"22/tcp", "443/tcp", "5900/tcp", "161/udp", "8006/tcp"} <= set(facts["open_ports"])
    assert "3389/tcp" not in facts["open_ports"]


def test_a_recorded_firewalld_admits_ssh_from_everywhere_by_default() -> None:
    assert walked(recorded("firewall-firewalld-default-nft"))["open_ports"] == ["22/tcp"]
    assert walked(recorded("firewall-firewalld-zones-nft"))["open_ports"] == []


def table(*rules: dict[str, Any], policy: str = "drop", **chains: list[dict[str, Any]]) -> dict[str, Any]:
    base = {"hook": "input", "policy": policy, "rules": list(rules)}
    others = {name: {"hook": None, "policy": "accept", "rules": listed} for name, listed in chains.items()}
    return {"family": "inet", "name": "t", "chains": {"input": base, **others}}


SSH = Packet("ip", "tcp", 22)


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ([rule([], "accept")], "accepted"),
        ([rule([condition("source", ["192.0.2.0/28"])], "accept")], "dropped"),
        ([rule([condition("source", ["0.0.0.0/0"])], "accept")], "accepted"),
        ([rule([condition("source", ["192.0.2.0/28"], negated=True)], "accept")], "accepted"),
        ([rule([condition("state", ["established", "related"])], "accept")], "dropped"),
        ([rule([condition("input_interface", ["lo"])], "accept")], "dropped"),
        ([rule([condition("unknown")], "accept")], None),
        ([rule([condition("unknown")], "drop"), rule([], "accept")], None),
        ([rule([condition("port", [[20, 25]]), condition("protocol", ["tcp"])], "accept")], "accepted"),
        ([rule([condition("port", [[20, 25]]), condition("protocol", ["udp"])], "accept")], "dropped"),
        ([rule([condition("unknown"), condition("protocol", ["udp"])], "accept")], "dropped"),
    ],
)
def test_walk(rules: list[dict[str, Any]], expected: str | None) -> None:
    assert outcome([table(*rules)], "input", SSH) == expected


def test_a_jump_comes_back_and_a_goto_does_not() -> None:
    sub = [rule([condition("protocol", ["udp"])], "accept")]
    assert outcome([table(rule([], "jump", "sub"), rule([], "accept"), sub=sub)], "input", SSH) == "accepted"
    assert outcome([table(rule([], "goto", "sub"), rule([], "accept"), sub=sub)], "input", SSH) == "dropped"


def test_one_table_that_drops_suffices_and_no_table_accepts() -> None:
    accepting = table(policy="accept")
    assert outcome([accepting, table()], "input", SSH) == "dropped"
    assert outcome([], "input", SSH) == "accepted"
    assert outcome([table()], "forward", SSH) == "accepted"


def test_a_loop_of_jumps_is_refused() -> None:
    with pytest.raises(ValueError, match="leads back"):
        outcome([table(rule([], "jump", "a"), a=[rule([], "jump", "a")])], "input", SSH)


def test_crossing_jumps_stay_cheap() -> None:
    chains = {f"c{i}": [rule([], "jump", f"c{i + 1}"), rule([], "jump", f"c{i + 1}")] for i in range(60)}
    chains["c60"] = []
    assert outcome([table(rule([], "jump", "c0"), **chains)], "input", SSH) == "dropped"


@pytest.mark.parametrize(
    ("prefix", "wide"),
    [("0.0.0.0/0", True), ("::/0", True), ("128.0.0.0/1", True), ("10.0.0.0/8", False), ("@set", False)],
)
def test_a_wide_source_is_the_world(prefix: str, wide: bool) -> None:
    assert is_wide(prefix) is wide


def test_named_set_of_ports_is_resolved() -> None:
    rules = {
        "nftables": [
            {"table": {"family": "inet", "name": "f"}},
            {"set": {"family": "inet", "table": "f", "name": "open", "elem": [22, {"range": [8000, 8100]}]}},
            {
                "chain": {
                    "family": "inet",
                    "table": "f",
                    "name": "in",
                    "type": "filter",
                    "hook": "input",
                    "policy": "drop",
                }
            },
            {
                "rule": {
                    "family": "inet",
                    "table": "f",
                    "chain": "in",
                    "expr": [
                        {
                            "match": {
                                "op": "==",
                                "left": {"payload": {"protocol": "tcp", "field": "dport"}},
                                "right": "@open",
                            }
                        },
                        {"accept": None},
                    ],
                }
            },
        ]
    }
    assert walked(json.dumps(rules))["open_ports"] == ["22/tcp", "8006/tcp"]


def test_inner_interfaces_are_not_where_strangers_come_from() -> None:
    assert holds(condition("input_interface", ["virbr0"]), SSH) is False
    assert holds(condition("input_interface", ["eth0"]), SSH) is True
    assert holds(condition("input_interface", ["virbr0"]), Packet("bridge", "tcp", 22)) is None


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("Not affected", "not affected"),
        ("Mitigation: PTI", "mitigated"),
        ("Mitigation: Clear CPU buffers; SMT vulnerable", "mitigated"),
        ("Mitigation: PTE Inversion; VMX: vulnerable", "vulnerable"),
        ("Mitigation: Enhanced / Automatic IBRS; IBPB: conditional; BHI: Vulnerable", "vulnerable"),
        ("KVM: Mitigation: VMX disabled", "mitigated"),
        ("KVM: Vulnerable", "vulnerable"),
        ("Vulnerable: Clear CPU buffers attempted, no microcode; SMT Host state unknown", "vulnerable"),
        ("Unknown: No mitigations", None),
    ],
)
def test_flaw_state(status: str, state: str | None) -> None:
    assert flaw_state(status) == state


@pytest.mark.parametrize(("text", "expected"), [("15min", 900), ("1h 30min", 5400), ("900", 900), ("90s", 90)])
def test_time_spans(text: str, expected: int) -> None:
    assert seconds(text) == expected


def test_a_socket_of_systemd_belongs_to_the_service_behind_it() -> None:
    line = 'tcp LISTEN 0 4096 *:22 *:* users:(("sshd",pid=900,fd=3),("systemd",pid=1,fd=80))'
    assert PARSERS["sockets"](Answer(line))["outer_names"] == ["22/tcp sshd"]


@pytest.mark.parametrize(
    "local", ["127.0.0.53%lo:53", "[::1]:53", "127.0.0.1:53", "[::ffff:127.0.0.1]:53", "10.0.0.1%lo:53"]
)
def test_loopback_is_not_outer(local: str) -> None:
    assert PARSERS["sockets"](Answer(f"udp UNCONN 0 0 {local} 0.0.0.0:*"))["outer_names"] == []


def test_a_person_can_not_pass_for_a_managed_guest() -> None:
    text = (
        "== process 7 1000\n|qemu-system-x86_64\n|-name\n|/var/lib/libvirt/qemu\n|-vnc\n|:0\n"
        "== cgroup 7\n|0::/user.slice/machine.slice/fake.scope\n== end\n"
    )
    guests = PARSERS["qemu"](Answer(text))["guests_without_manager"]
    assert [one["open_consoles"] for one in guests] == [["VNC all addresses"]]


@pytest.mark.parametrize(
    ("arguments", "open_consoles"),
    [
        (["-vnc", "127.0.0.1:0,password=on"], []),
        (["-vnc", "unix:/run/x"], []),
        (["-vnc", "none"], []),
        (["-display", "vnc=:3"], ["VNC all addresses"]),
        (["-spice", "port=5900,addr=127.0.0.1"], []),
        (["-spice", "port=5900"], ["SPICE all addresses"]),
        (["-spice", "unix=on,addr=/run/x"], []),
        (["-vnc", "[::]:0"], ["VNC [::]"]),
    ],
)
def test_consoles_of_bare_qemu(arguments: list[str], open_consoles: list[str]) -> None:
    body = "".join(f"|{word}\n" for word in ["qemu-system-x86_64", *arguments])
    answer = Answer(f"== process 7 1000\n{body}== cgroup 7\n|0::/\n== end\n")
    assert PARSERS["qemu"](answer)["processes"][0]["open_consoles"] == open_consoles
