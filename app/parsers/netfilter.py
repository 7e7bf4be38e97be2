"""A rule set as plain values, and what it does to a packet from an unknown machine outside.

``nftables`` and ``iptables`` turn their formats into the same values; ``Walk`` then follows one packet through the
chains. A condition that can't be decided makes both ways possible, so the outcome is a set: {"drop"} is closed,
{"accept"} is open, both is undecided. The packet is the first of a connection, from an address on no list, over an
outer interface.

Shape: ``tables: [{family, name, chains: {name: {hook, policy, rules: [{when: [condition], then: [verb, target]}]}}}]``
with family ip, ip6, inet or bridge, and a condition ``{kind, values, negated}``. Kinds that have no values: ``always``,
``never``, ``chosen`` (what the sender picks, such as its port: it picks what is let in) and ``within`` (a limit that
the first packet keeps), ``unknown``.
"""

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Table = Mapping[str, Any]

# The flags of a first packet are SYN alone.
_FLAGS = ("fin", "syn", "rst", "psh", "ack", "urg")
_FIRST = frozenset({"syn"})
# Interfaces behind which guests, containers or a tunnel's far end sit: not where an unknown machine comes from.
_INNER = (
    "lo",
    "virbr",
    "docker",
    "br-",
    "veth",
    "vnet",
    "tap",
    "tun",
    "wg",
    "vif",
    "cni",
    "lxc",
    "lxd",
    "incus",
    "ipsec",
)
# Destinations that no machine far away can give: multicast, broadcast, the link itself.
_UNREACHED = ("224.", "239.", "255.255.255.255", "ff", "fe8", "fe9", "fea", "feb")
_NEAR = ("fe8", "fe9", "fea", "feb", "fc", "fd")  # sources of the link or the site, however short their prefix
_NEW = frozenset({"new", "untracked"})
_OTHER_STATES = frozenset({"established", "related", "invalid", "dnat", "snat"})
_WIDE = {"ip": 8, "ip6": 16}  # a prefix shorter than this is no list of machines but the world
MAYBE = None


@dataclass(frozen=True, slots=True)
class Packet:
    """The first packet of a connection to ``port`` from an address on no list."""

    family: str  # "ip" | "ip6" | "bridge"
    protocol: str
    port: int


def condition(kind: str, values: Sequence[Any] = (), *, negated: bool = False) -> dict[str, Any]:
    """One condition of a rule."""
    return {"kind": kind, "values": list(values), "negated": negated}


def flags_of(value: Any) -> frozenset[str]:
    """Names of TCP flags in a list, a combination, text with commas, or a number; ValueError for anything else."""
    if isinstance(value, bool) or value is None:
        raise ValueError("expected TCP flags")
    if isinstance(value, int):
        return frozenset(name for bit, name in enumerate(_FLAGS) if value >> bit & 1)
    if isinstance(value, dict):
        return frozenset().union(*(flags_of(part) for parts in value.values() for part in parts))
    if isinstance(value, list):
        return frozenset().union(*map(flags_of, value))
    words = frozenset(str(value).lower().split(",")) - {"none", ""}
    if not words <= {*_FLAGS, "all", "ecn", "cwr", "ece"}:
        raise ValueError(f"expected TCP flags, got {str(value)[:40]!r}")
    return frozenset(_FLAGS) if "all" in words else words


def first_packet(mask: Any, compared: Any, *, negated: bool = False) -> dict[str, Any]:
    """The condition that the TCP flags under a mask are these, for the first packet of a connection."""
    alike = _FIRST & flags_of(mask) == flags_of(compared)
    return condition("always" if alike else "never", negated=negated)


def rule(when: Sequence[Mapping[str, Any]], verb: str, target: str = "") -> dict[str, Any]:
    """One rule: the verb is accept, drop, return, jump, goto, unknown or pass (it goes on with the next rule)."""
    return {"when": list(when), "then": [verb, target]}


def holds(one: Mapping[str, Any], packet: Packet, verb: str = "") -> bool | None:
    """Whether a condition holds for the packet, where the rule ends in this verb; MAYBE where that can't be told."""
    if one["kind"] == "chosen":
        return {"accept": True, "drop": False}.get(verb, MAYBE)
    if one["kind"] == "within":
        return verb != "drop"
    if one["kind"] == "destination":
        plain = _destination(one["values"], verb)
    else:
        plain = _plain(one["kind"], one["values"], packet)
    if plain is MAYBE:
        return MAYBE
    return plain is not one["negated"]


def _destination(values: Sequence[Any], verb: str) -> bool | None:
    """Whether the packet goes there: the sender picks the address, of those that it can reach."""
    reached = [value for value in map(str, values) if not value.startswith(_UNREACHED)]
    if any(value.endswith("/0") for value in reached):
        return True
    return {"accept": True, "drop": False}.get(verb, MAYBE) if reached else False


def _plain(kind: str, values: Sequence[Any], packet: Packet) -> bool | None:
    if kind == "protocol":
        return any(_same_protocol(value, packet) for value in values)
    if kind == "port":
        return any(low <= packet.port <= high for low, high in values)
    if kind == "source":
        return any(is_wide(value) for value in values)
    if kind in {"input_interface", "output_interface"} and packet.family == "bridge":
        return MAYBE  # guests sit on both ends of a bridge
    if kind == "input_interface":
        return any(not str(value).startswith(_INNER) for value in values)
    if kind == "state":
        words = {str(value).lower() for value in values}
        return bool(words & _NEW) if words <= _NEW | _OTHER_STATES else MAYBE
    if kind == "family":
        return any(value == packet.family for value in values)
    if kind == "ether_type":
        return MAYBE if any(str(value).lower() in {"ip", "ip6", "ipv4", "ipv6", "8021q"} for value in values) else False
    if kind == "packet_type":
        words = {str(value).lower() for value in values}
        return bool(words & {"host", "local", "unicast"})
    if kind == "output_interface":
        return False  # a rule for one way out says nothing about the rest
    return {"always": True, "never": False}.get(kind, MAYBE)


def _same_protocol(value: Any, packet: Packet) -> bool:
    word = str(value).lower()
    return word in {packet.protocol, "all"} or {"6": "tcp", "17": "udp"}.get(word) == packet.protocol


def is_wide(prefix: Any) -> bool:
    """Whether a source such as 0.0.0.0/0, ::/0 or a wide range lets nearly everybody in; a named set never does."""
    if "-" in str(prefix) and not str(prefix).startswith("@"):
        return _is_wide_range(*str(prefix).split("-", 1))
    address, _, length = str(prefix).lower().partition("/")
    if ":" in address and address.startswith(_NEAR):
        return False
    family = "ip6" if ":" in address else "ip"
    return length.isascii() and length.isdigit() and int(length) < _WIDE[family]


def _is_wide_range(first: str, last: str) -> bool:
    try:
        low, high = ipaddress.ip_address(first.strip()), ipaddress.ip_address(last.strip())
    except ValueError:
        return False
    return int(high) - int(low) >= 1 << (low.max_prefixlen - _WIDE["ip6" if low.version == 6 else "ip"])  # noqa: PLR2004 - the version


@dataclass(slots=True)
class Walk:
    """One packet through one table; remembers chains already walked, so that crossing jumps stay cheap."""

    table: Table
    packet: Packet
    known: dict[str, frozenset[str]] = field(default_factory=dict)
    open_chains: set[str] = field(default_factory=set)

    def base(self, chain: Mapping[str, Any]) -> frozenset[str]:
        """The outcomes of a base chain: its policy is what is left."""
        outcomes = self._rules(chain["rules"])
        policy = "drop" if chain["policy"] == "drop" else "accept"
        return frozenset(policy if one == "return" else one for one in outcomes)

    def _chain(self, name: str) -> frozenset[str]:
        if name in self.known:
            return self.known[name]
        if name in self.open_chains or name not in self.table["chains"]:
            raise ValueError(f"the rules jump to {name[:60]!r}, which is not there or leads back")
        self.open_chains.add(name)
        outcomes = self._rules(self.table["chains"][name]["rules"])
        self.open_chains.discard(name)
        self.known[name] = outcomes
        return outcomes

    def _rules(self, rules: Sequence[Mapping[str, Any]]) -> frozenset[str]:
        outcomes: set[str] = set()
        for one in rules:
            verb, target = one["then"]
            matched = _all(one["when"], self.packet, verb)
            if matched is False:
                continue
            if verb == "pass":
                continue
            ends, results = self._verdict(verb, target)
            outcomes |= results
            if ends and matched:
                return frozenset(outcomes)
        return frozenset(outcomes | {"return"})

    def _verdict(self, verb: str, target: str) -> tuple[bool, set[str]]:
        """Whether the rules after it are out of reach, and what may happen."""
        if verb in {"accept", "drop", "return"}:
            return True, {verb}
        if verb == "goto":
            return True, set(self._chain(target))
        if verb == "jump":
            inner = self._chain(target)
            return "return" not in inner, set(inner) - {"return"}
        return False, {"accept", "drop"}


def _all(conditions: Sequence[Mapping[str, Any]], packet: Packet, verb: str) -> bool | None:
    answers = [holds(one, packet, verb) for one in conditions]
    if False in answers:
        return False
    return MAYBE if MAYBE in answers else True


def outcome(tables: Sequence[Table], hook: str, packet: Packet) -> str | None:
    """``dropped``, ``accepted`` or MAYBE for a packet at a hook: every base chain there sees it, one drop suffices."""
    seen: list[frozenset[str]] = []
    for table in tables:
        if table["family"] == packet.family or (table["family"] == "inet" and packet.family != "bridge"):
            walk = Walk(table, packet)
            seen += [walk.base(chain) for chain in table["chains"].values() if chain["hook"] == hook]
    if any(one == {"drop"} for one in seen):
        return "dropped"
    return "accepted" if all(one == {"accept"} for one in seen) else MAYBE
