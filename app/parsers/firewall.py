"""What the host's packet filter lets in: the rule sets that the kernel has, walked for an unknown machine.

Joined from nft, iptables-save, ufw, firewalld, the kernel's modules and the listening sockets, because no single
command decides: ufw and firewalld write into one of the first two, and each of these may be there alone.
"""

from collections.abc import Mapping
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.netfilter import Packet, outcome
from app.parsers.sections import by_head

# Ports of administration that are tried even where no rule names them.
USUAL = (
    "22/tcp", "23/tcp", "80/tcp", "111/tcp", "161/udp", "443/tcp", "623/udp", "2179/tcp", "2375/tcp", "2376/tcp",
    "3389/tcp", "5900/tcp", "5985/tcp", "5986/tcp", "6080/tcp", "8006/tcp", "9090/tcp", "10000/tcp", "16509/tcp",
    "16514/tcp", "49152/tcp",
)  # fmt: skip
_UNLISTED = (45_801, 61_203)  # ports that hardly any rule names: what becomes of them is the default
_FAMILY = {"ip": "IPv4", "ip6": "IPv6"}
_FILTERS = ("nf_tables", "ip_tables", "ip6_tables")


def parse_netfilter_modules(answer: Answer) -> dict[str, Any]:
    """``name yes|no`` per line: which filters the kernel has loaded."""
    facts: dict[str, Any] = {}
    for line in shell_lines(answer.text):
        words = line.split()
        if len(words) != 2 or words[1] not in {"yes", "no"}:  # noqa: PLR2004 - name and answer
            raise ValueError(f"expected a name and yes or no, got {line[:60]!r}")
        facts[words[0]] = words[1] == "yes"
    if missing := [name for name in (*_FILTERS, "ipv6") if name not in facts]:
        raise ValueError(f"expected whether {missing[0]} is there, found nothing")
    return facts


def parse_ufw(answer: Answer) -> dict[str, Any]:
    """``ufw status verbose``: whether it is active (ufw(8))."""
    for line in shell_lines(answer.text):
        key, separator, value = line.partition(":")
        if separator and key == "Status":
            return {"installed": True, "active": value.strip() == "active"}
    raise ValueError("expected a Status: line of ufw, found none")


def parse_firewalld(answer: Answer) -> dict[str, Any]:
    """``firewall-cmd --state`` prints ``running`` or ``not running`` (firewall-cmd(1))."""
    found = by_head(answer)
    if "state" not in found:
        raise ValueError("expected the state of firewalld, found none")
    return {"installed": True, "active": found["state"].text.strip() == "running"}


def firewall(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Defaults by family and hook, and each outer listener with what an unknown machine reaches.

    ``dropped`` or ``accepted``; None where conditions that can't be decided from here choose.
    """
    nft, ipt, kernel = facts["nftables"], facts["iptables"], facts["netfilter"]
    known = {
        "managers": [name for name in ("ufw", "firewalld") if facts[name]["active"]],
        "ipv6": kernel["ipv6"],
    }
    if not nft["installed"] and not ipt["installed"] and any(kernel[name] for name in _FILTERS):
        return known  # rules may be there, and no program shows them
    tables = _tables(nft, ipt)
    listeners = [_listener(tables, one) for one in facts["sockets"]["outer_listeners"]]
    tried = [(port, _try(tables, family, port)) for family in ("ip", "ip6") for port in USUAL]
    return {
        **known,
        "rules": nft.get("rules", 0) + ipt.get("rules", 0),
        "input": {family: _default(tables, "input", family) for family in ("ip", "ip6")},
        "forward": {family: _default(tables, "forward", family) for family in ("ip", "ip6", "bridge")},
        "bridge_drops": sum(_drops(table) for table in tables if table["family"] == "bridge"),
        "open_ports": list(dict.fromkeys(port for port, word in tried if word == "accepted")),
        "listeners": listeners,
        "layer_listeners": [one for one in listeners if one["layer"]],
    }


def _drops(table: Mapping[str, Any]) -> int:
    """Rules of a table that drop something, whatever chain they stand in."""
    return sum(one["then"][0] == "drop" for chain in table["chains"].values() for one in chain["rules"])


def _tables(nft: Mapping[str, Any], ipt: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """All tables once: those of iptables in its own words, as nft can't read all of their expressions."""
    own = [table for table in ipt.get("tables", []) if table["chains"]]
    named = {(table["family"], table["name"]) for table in own if "legacy" not in table["program"]}
    return [table for table in nft.get("tables", []) if (table["family"], table["name"]) not in named] + own


def _default(tables: list[Mapping[str, Any]], hook: str, family: str) -> str | None:
    """What becomes of a first packet that no rule names."""
    words = {outcome(tables, hook, Packet(family, protocol, port)) for port in _UNLISTED for protocol in ("tcp", "udp")}
    if words == {"dropped"}:
        return "dropped"
    return "accepted" if "accepted" in words else None


def _try(tables: list[Mapping[str, Any]], family: str, name: str) -> str | None:
    port, _, protocol = name.partition("/")
    return outcome(tables, "input", Packet(family, protocol, int(port)))


def _listener(tables: list[Mapping[str, Any]], one: Mapping[str, Any]) -> dict[str, Any]:
    families = sorted({"ip6" if ":" in address else "ip" for address in one["addresses"]})
    if "*" in one["addresses"] or "::" in one["addresses"]:
        families = ["ip", "ip6"]  # one IPv6 socket takes both
    words = {family: _try(tables, family, one["port_name"]) for family in families}
    open_for = [family for family, word in words.items() if word == "accepted"]
    closed = all(word == "dropped" for word in words.values())
    return {
        "name": one["name"],
        "port_name": one["port_name"],
        "layer": one["layer"],
        "web": one["web"],
        "strangers": "accepted" if open_for else "dropped" if closed else None,
        "open_for": [_FAMILY[family] for family in open_for],
    }
