"""Rules that look like a wall and are none: a first packet of a connection slips by flag tests, limits and counters.

Each rule was printed by iptables-save 1.8.9 or nft 1.0.6 after it had been loaded.
"""

import json
from typing import Any

import pytest

from app.parsers import Answer
from app.parsers.iptables import parse_iptables
from app.parsers.netfilter import Packet, is_wide, outcome
from app.parsers.nftables import parse_nftables

SSH = Packet("ip", "tcp", 22)
TO_22 = {"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}}, "right": 22}}
SADDR = {"payload": {"protocol": "ip", "field": "saddr"}}
FLAGS = {"payload": {"protocol": "tcp", "field": "flags"}}
LIMIT_OVER = {"limit": {"rate": 10, "burst": 5, "per": "minute", "inv": True}}


def iptables(rule: str, policy: str) -> str | None:
    lines = ["*filter", f":INPUT {policy} [0:0]", f"-A INPUT {rule}", "COMMIT"]
    answer = Answer("== ip iptables-save\n" + "".join(f"|{line}\n" for line in lines))
    return outcome(parse_iptables(answer)["tables"], "input", SSH)


@pytest.mark.parametrize(
    "rule",
    [
        "-p tcp -m tcp --tcp-flags FIN,SYN,RST,PSH,ACK,URG NONE -j DROP",
        "-p tcp -m tcp --tcp-flags FIN,SYN,RST,PSH,ACK,URG FIN,SYN,RST,PSH,ACK,URG -j DROP",
        "-p tcp -m tcp ! --tcp-flags FIN,SYN,RST,ACK SYN -m state --state NEW -j DROP",
        "-p tcp -m tcp --dport 22 -m conntrack --ctstate NEW -m recent --set --name SSH --rsource",
        "-p tcp -m tcp --dport 22 -m state --state NEW -m recent --update --seconds 60 --hitcount 4 --name S -j DROP",
        "-p tcp -m tcp --dport 22 -m connlimit --connlimit-above 3 --connlimit-mask 32 --connlimit-saddr -j REJECT",
        "-p tcp -m tcp --sport 0 -j DROP",
        "-p tcp -m length --length 0:40 -j DROP",
        "-f -j DROP",
        "-m addrtype --src-type LOCAL -j DROP",
        "-p tcp -m hashlimit --hashlimit-above 5/sec --hashlimit-mode srcip --hashlimit-name x --dport 22 -j DROP",
        "-m limit --limit 5/min -j DROP",
        "-d 192.0.2.8/32 -p tcp -m tcp --dport 22 -j DROP",
        "-d 224.0.0.0/4 -j DROP",
    ],
)
def test_such_a_rule_of_iptables_stops_no_first_packet(rule: str) -> None:
    assert iptables(rule, "ACCEPT") == "accepted"


@pytest.mark.parametrize(
    "rule",
    [
        "-p tcp -m tcp --dport 22 -m limit --limit 3/min -j ACCEPT",
        "-p tcp -m tcp --dport 22 --tcp-flags FIN,SYN,RST,ACK SYN -j ACCEPT",
        "-p tcp -m tcp --sport 53 -j ACCEPT",
        "-m iprange --src-range 0.0.0.0-255.255.255.255 -j ACCEPT",
        "-d 192.0.2.8/32 -p tcp -m tcp --dport 22 -j ACCEPT",
        "-p tcp -m tcp --dport 22 -m conntrack --ctstate NEW -m recent --set --name SSH --rsource -j ACCEPT",
    ],
)
def test_such_a_rule_of_iptables_lets_it_in(rule: str) -> None:
    assert iptables(rule, "DROP") == "accepted"


@pytest.mark.parametrize(
    "rule", ["-m policy --dir in --pol ipsec -j ACCEPT", "-m iprange --src-range 10.0.0.1-10.0.0.9 -j ACCEPT"]
)
def test_such_a_rule_of_iptables_keeps_strangers_out(rule: str) -> None:
    assert iptables(rule, "DROP") == "dropped"


def nft(*expressions: Any, policy: str, flags: Any = None) -> str | None:
    table = {"family": "inet", "name": "filter", **({} if flags is None else {"flags": flags})}
    chain = {"family": "inet", "table": "filter", "name": "input", "type": "filter", "hook": "input", "policy": policy}
    rule = {"family": "inet", "table": "filter", "chain": "input", "expr": list(expressions)}
    named = {"family": "inet", "table": "filter", "name": "empty", "type": "ipv4_addr"}
    objects = [{"table": table}, {"set": named}, {"chain": chain}, {"rule": rule}]
    return outcome(parse_nftables(Answer(json.dumps({"nftables": objects})))["tables"], "input", SSH)


def match(left: Any, right: Any, operator: str = "==") -> dict[str, Any]:
    return {"match": {"op": operator, "left": left, "right": right}}


DROP: dict[str, Any] = {"drop": None}
ACCEPT: dict[str, Any] = {"accept": None}


@pytest.mark.parametrize(
    "expressions",
    [
        [TO_22, {"ct count": {"val": 4, "inv": True}}, DROP],
        [TO_22, {"set": {"op": "update", "elem": SADDR, "set": "@meter", "stmt": [LIMIT_OVER]}}, DROP],
        [TO_22, {"meter": {"key": SADDR, "stmt": LIMIT_OVER, "size": 65535, "name": "m"}}, DROP],
        [TO_22, {"quota": {"val": 100, "val_unit": "mbytes", "inv": True}}, DROP],
        [match({"&": [FLAGS, ["fin", "syn", "rst", "ack"]]}, "syn", "!="), DROP],
        [match({"&": [FLAGS, {"|": [{"|": ["fin", "syn"]}, "rst"]}]}, ["fin", "syn"]), DROP],
        [match(FLAGS, 0), DROP],
        [match(FLAGS, "ack", "in"), DROP],
        [match({"payload": {"protocol": "tcp", "field": "sport"}}, 0), DROP],
        [match({"fib": {"result": "oif", "flags": ["saddr", "iif"]}}, False), DROP],
        [match({"tcp option": {"name": "maxseg", "field": "size"}}, {"range": [1, 500]}), DROP],
    ],
)
def test_such_a_rule_of_nftables_stops_no_first_packet(expressions: list[Any]) -> None:
    assert nft(*expressions, policy="accept") == "accepted"


@pytest.mark.parametrize(
    "expressions",
    [
        [TO_22, {"limit": {"rate": 3, "burst": 5, "per": "minute"}}, ACCEPT],
        [match({"&": [FLAGS, ["syn", "ack"]]}, "syn"), TO_22, ACCEPT],
        [match(SADDR, {"range": ["1.0.0.0", "255.255.255.255"]}), ACCEPT],
    ],
)
def test_such_a_rule_of_nftables_lets_it_in(expressions: list[Any]) -> None:
    assert nft(*expressions, policy="drop") == "accepted"


def test_a_list_that_is_empty_still_keeps_everybody_else_out() -> None:
    assert nft(match(SADDR, "@empty", "!="), DROP, policy="accept") == "dropped"


@pytest.mark.parametrize("flags", [["dormant"], "dormant", "filter"])
def test_a_dormant_table_filters_nothing(flags: Any) -> None:
    assert nft(TO_22, DROP, policy="drop", flags=flags) == "accepted"


def test_a_table_with_an_owner_filters() -> None:
    assert nft(TO_22, DROP, policy="drop", flags=["owner", "persist"]) == "dropped"


@pytest.mark.parametrize(
    ("prefix", "wide"),
    [
        ("0.0.0.0-255.255.255.255", True),
        ("1.0.0.0-2.255.255.255", True),
        ("10.0.0.0-10.0.0.9", False),
        ("2000::-3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", True),
        ("@set-of-friends", False),
        ("fe80::/10", False),
        ("fc00::/7", False),
        ("2000::/3", True),
    ],
)
def test_a_wide_range_is_the_world(prefix: str, wide: bool) -> None:
    assert is_wide(prefix) is wide
