"""The kernel's rule set: ``nft -j list ruleset`` (libnftables-json(5)).

Tables that iptables manages show expressions of kind ``xt`` here, which nft can't read; the derivation then takes
what ``iptables-save`` prints for the same table.
"""

import json
from collections.abc import Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.netfilter import condition, first_packet, flags_of, rule
from app.parsers.shaped import shaped

_FAMILIES = frozenset({"ip", "ip6", "inet", "bridge"})
_HOOKS = frozenset({"input", "forward"})
_VERBS = {"accept": "accept", "drop": "drop", "reject": "drop", "return": "return"}
_GO_ON = frozenset(
    {"comment", "counter", "ct helper", "ct timeout", "ct expectation", "flow", "last", "log", "mangle", "notrack"}
)  # fmt: skip
_LIMITS = frozenset({"ct count", "limit", "meter", "quota", "set"})
_CHOSEN = frozenset({"dscp", "ecn", "hoplimit", "id", "length", "sequence", "sport", "ttl", "window"})
_PAYLOAD = {
    "saddr": "source", "daddr": "destination", "dport": "port", "nexthdr": "protocol", "protocol": "protocol",
}  # fmt: skip
_META = {
    "iifname": "input_interface", "iif": "input_interface", "ibrname": "input_interface",
    "oifname": "output_interface", "oif": "output_interface", "l4proto": "protocol", "nfproto": "family",
    "pkttype": "packet_type",
}  # fmt: skip
_NFPROTO = {"ipv4": "ip", "ipv6": "ip6"}
_LAST_PORT = 65535
Sets = Mapping[tuple[str, str, str], list[Any]]


def parse_nftables(answer: Answer) -> dict[str, Any]:
    """``tables`` in the shape of ``app.parsers.netfilter`` (and whether xt rules are in them), number of ``rules``."""
    try:
        objects = json.loads(answer.text)["nftables"]
    except (json.JSONDecodeError, RecursionError, KeyError, TypeError) as error:
        raise ValueError(f"expected the JSON of nft: {error}") from None
    with shaped("the JSON of nft"):
        return _facts(objects)


def _facts(objects: list[Any]) -> dict[str, Any]:
    tables: dict[tuple[str, str], dict[str, Any]] = {}
    sets = _sets(objects)
    asleep: set[tuple[str, str]] = set()
    count = 0
    for one in objects:
        if (table := one.get("table")) and table["family"] in _FAMILIES:
            name = (table["family"], table["name"])
            asleep |= {name} if _is_dormant(table) else set()
            tables[name] = {"family": table["family"], "name": table["name"], "chains": {}, "xt": False}
        elif (chain := one.get("chain")) and chain["family"] in _FAMILIES:
            base = chain.get("hook") in _HOOKS and chain.get("type") == "filter"
            tables[chain["family"], chain["table"]]["chains"][chain["name"]] = {
                "hook": chain["hook"] if base else None,
                "policy": chain.get("policy", "accept"),
                "rules": [],
            }
        elif (line := one.get("rule")) and line["family"] in _FAMILIES:
            table = tables[line["family"], line["table"]]
            expressions = line.get("expr", [])
            table["xt"] = table["xt"] or any("xt" in one for one in expressions if isinstance(one, dict))
            table["chains"][line["chain"]]["rules"] += _rules(expressions, line, sets)
            count += 1
    active = [table for name, table in tables.items() if name not in asleep]
    return {"installed": True, "tables": active, "rules": count}


def _is_dormant(table: Mapping[str, Any]) -> bool:
    """Whether the table is there but filters nothing; nft 1.0.6 prints the table's name where the flag should be."""
    flags = table.get("flags", [])
    words = {flags} if isinstance(flags, str) else set(flags)
    return bool(words - {"owner", "persist"})


def _sets(objects: list[Any]) -> dict[tuple[str, str, str], list[Any]]:
    found = {}
    for one in objects:
        for kind in ("set", "map"):
            if kind in one:
                found[one[kind]["family"], one[kind]["table"], one[kind]["name"]] = one[kind].get("elem", [])
    return found


def _rules(expressions: list[Any], line: Mapping[str, Any], sets: Sets) -> list[dict[str, Any]]:
    """One rule, or several where a verdict map chooses."""
    when: list[dict[str, Any]] = []
    found: list[dict[str, Any]] = []
    for one in expressions:
        if not isinstance(one, dict) or len(one) != 1:
            when.append(condition("unknown"))
            continue
        ((kind, value),) = one.items()
        if kind == "match":
            when += _match(value, line, sets)
        elif kind in _LIMITS:
            when += _limits(kind, value)
        elif kind in _GO_ON:
            continue
        elif kind == "vmap":
            found += _verdict_map(value, when, line, sets)
        elif kind in _VERBS:
            found.append(rule(when, _VERBS[kind]))
        elif kind in {"jump", "goto"}:
            found.append(rule(when, kind, value["target"]))
        elif kind == "xt" and isinstance(value, dict) and value.get("type") == "match":
            when.append(condition("always" if value.get("name") == "comment" else "unknown"))
        elif kind == "xt" and isinstance(value, dict) and value.get("name") in {"LOG", "NFLOG"}:
            continue
        else:
            found.append(rule(when, "unknown"))
    return found


def _limits(kind: str, value: Any) -> list[dict[str, Any]]:
    """A limit on rate, number or volume, by itself or per element of a set: a first packet keeps within it."""
    if kind in {"meter", "set"}:
        inner = value.get("stmt") or [] if isinstance(value, dict) else []
        listed = [inner] if isinstance(inner, dict) else inner
        return [one for part in listed for name, what in part.items() for one in _limits(name, what)]
    if kind not in _LIMITS:
        return []
    over = isinstance(value, dict) and bool(value.get("inv"))
    return [condition("never" if over else "within")]


def _verdict_map(value: Any, when: list[Any], line: Mapping[str, Any], sets: Sets) -> list[dict[str, Any]]:
    data = value["data"]
    elements = data["set"] if isinstance(data, dict) else _elements(data, line, sets)
    found = []
    for element in elements or []:
        key, verdict = element
        ((verb, target),) = verdict.items()
        chosen = [*when, *_match({"op": "==", "left": value["key"], "right": key}, line, sets)]
        if verb in _VERBS:
            found.append(rule(chosen, _VERBS[verb]))
        elif verb in {"jump", "goto"}:
            found.append(rule(chosen, verb, target["target"]))
        elif verb != "continue":
            found.append(rule(chosen, "unknown"))
    if elements is None:
        found.append(rule(when, "unknown"))
    return found


def _match(match: Mapping[str, Any], line: Mapping[str, Any], sets: Sets) -> list[dict[str, Any]]:
    """The conditions of one match: ``tcp dport`` also says that the protocol is tcp."""
    left, right, operator = match["left"], match["right"], match["op"]
    if (flags := _tcp_flags(left, right, operator)) is not None:
        return flags
    if isinstance(left, dict) and "fib" in left and right is False and operator in {"==", "!="}:
        return [condition("never", negated=operator == "!=")]  # its address leads back to where it came from
    if isinstance(left, dict) and "tcp option" in left:
        return [condition("protocol", ["tcp"]), condition("chosen")]
    kind, also = _kind(left)
    if kind == "chosen":
        return [*also, condition(kind)]
    if operator not in {"==", "!=", "in"} and kind != "port":
        return [condition("unknown")]
    values = _values(right, kind, operator, line, sets)
    if values is None:
        # A named set without elements: of addresses it is still a list, of ports it can't be told.
        return [
            *also,
            condition("source", ["@set"], negated=operator == "!=") if kind == "source" else condition("unknown"),
        ]
    return [*also, condition(kind, values, negated=operator == "!=")]


def _tcp_flags(left: Any, right: Any, operator: str) -> list[dict[str, Any]] | None:
    """Conditions on TCP flags, which a first packet meets or not; None where the match is about something else."""
    mask: Any = "all"
    if isinstance(left, dict) and "&" in left:
        left, mask = left["&"][0], left["&"][1]
    payload = left.get("payload", {}) if isinstance(left, dict) else {}
    if (payload.get("protocol"), payload.get("field")) != ("tcp", "flags"):
        return None
    also = condition("protocol", ["tcp"])
    if operator == "in":
        return [also, condition("always" if "syn" in flags_of(right) else "never")]
    if operator not in {"==", "!="}:
        return [also, condition("unknown")]
    if isinstance(right, dict) and "set" in right:
        words = {first_packet(mask, one)["kind"] for one in right["set"]}
        return [also, condition("always" if "always" in words else "never", negated=operator == "!=")]
    return [also, first_packet(mask, right, negated=operator == "!=")]


def _kind(left: Any) -> tuple[str, list[dict[str, Any]]]:
    """What is compared, and what the comparison implies."""
    if not isinstance(left, dict):
        return "unknown", []
    if payload := left.get("payload"):
        kind = _PAYLOAD.get(payload.get("field", ""), "unknown")
        protocol = payload.get("protocol", "")
        if protocol in {"icmp", "icmpv6", "arp", "igmp", "vlan"}:
            return "unknown", [condition("never")]
        if kind == "port" and protocol in {"tcp", "udp", "sctp", "dccp"}:
            return kind, [condition("protocol", [protocol])]
        if payload.get("field") in _CHOSEN:
            return "chosen", [condition("protocol", [protocol])] if protocol in {"tcp", "udp"} else []
        if (protocol, payload.get("field")) == ("ether", "type"):
            return "ether_type", []
        if protocol in {"ip", "ip6"}:
            return kind, [condition("family", [protocol])]
        return ("source" if (protocol, payload.get("field")) == ("ether", "saddr") else kind), []
    if meta := left.get("meta"):
        return _META.get(meta.get("key", ""), "unknown"), []
    if ct := left.get("ct"):
        return ("state" if ct.get("key") in {"state", "status"} else "unknown"), []
    if parts := left.get("concat"):
        kinds = [_kind(part)[0] for part in parts]
        return ("source" if "source" in kinds else "unknown"), []
    if (fib := left.get("fib")) and fib.get("result") == "type" and "daddr" in fib.get("flags", []):
        return "packet_type", []
    return "unknown", []


def _elements(name: Any, line: Mapping[str, Any], sets: Sets) -> list[Any] | None:
    return sets.get((line["family"], line["table"], str(name).removeprefix("@")))


def _values(right: Any, kind: str, operator: str, line: Mapping[str, Any], sets: Sets) -> list[Any] | None:
    if isinstance(right, str) and right.startswith("@"):
        listed = _elements(right, line, sets)
        if not listed:
            return None
    elif isinstance(right, dict) and "set" in right:
        listed = right["set"] if isinstance(right["set"], list) else [right["set"]]
    else:
        listed = right if isinstance(right, list) else [right]
    if kind == "port":
        return [_port_range(value, operator) for value in listed]
    return [_text(value) for value in listed]


def _port_range(value: Any, operator: str) -> list[int]:
    if isinstance(value, dict) and "elem" in value:
        value = value["elem"]["val"]
    if isinstance(value, dict):
        low, high = value["range"]
        return [int(low), int(high)]
    port = int(value)
    bounds = {"<": [0, port - 1], "<=": [0, port], ">": [port + 1, _LAST_PORT], ">=": [port, _LAST_PORT]}
    return bounds.get(operator, [port, port])


def _text(value: Any) -> str:
    if isinstance(value, dict):
        if "elem" in value:
            return _text(value["elem"]["val"])
        if "prefix" in value:
            return f"{value['prefix']['addr']}/{value['prefix']['len']}"
        if "range" in value:
            return "-".join(str(end) for end in value["range"])
        return "@other"
    return _NFPROTO.get(str(value), str(value))
