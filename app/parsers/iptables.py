"""Rules as ``iptables-save`` and ``ip6tables-save`` print them (iptables-save(8), iptables-extensions(8)).

The probe prints one section per program: ``== ip NAME`` or ``== ip6 NAME``, content behind ``|``.
"""

import shlex
from collections.abc import Callable
from typing import Any

from app.parsers import Answer
from app.parsers.netfilter import condition, first_packet, rule
from app.parsers.sections import Section, sections
from app.parsers.shaped import shaped

_HOOKS = {"INPUT": "input", "FORWARD": "forward"}
_ENDS = {"ACCEPT": "accept", "DROP": "drop", "REJECT": "drop", "RETURN": "return"}
_GO_ON = frozenset(
    {"AUDIT", "CHECKSUM", "CLASSIFY", "CONNMARK", "CONNSECMARK", "LOG", "MARK", "NFLOG", "NOTRACK", "SECMARK", "SET",
     "TCPMSS", "TRACE", "CT", "HL", "TTL", "DSCP", "TOS"}
)  # fmt: skip
_NO_VALUE = frozenset(
    {"-f", "--fragment", "--rcheck", "--update", "--set", "--remove", "--rsource", "--rdest", "--syn", "--rttl",
     "--connlimit-saddr", "--connlimit-daddr", "--invert", "--loose", "--validmark", "--accept-local", "--strict"}
)  # fmt: skip
_NEUTRAL = frozenset(
    {"-m", "--match", "--comment", "--limit-burst", "--log-prefix", "--log-level", "--reject-with",
     "--hashlimit-burst", "--hashlimit-mode", "--hashlimit-name", "--hashlimit-htable-expire",
     "--hashlimit-htable-size", "--hashlimit-htable-max", "--hashlimit-htable-gcinterval",
     "--hashlimit-srcmask", "--hashlimit-dstmask", "--log-uid", "--nflog-group",
     "--nflog-prefix", "-c", "--set-counters", "--seconds", "--hitcount", "--name", "--mask", "--rsource", "--rdest",
     "--rttl", "--reap", "--connlimit-mask", "--connlimit-saddr", "--connlimit-daddr", "--dir"}
)  # fmt: skip


def parse_iptables(answer: Answer) -> dict[str, Any]:
    """``tables`` of kind filter in the shape of ``app.parsers.netfilter``, and the number of ``rules``."""
    with shaped("the rules of iptables-save"):
        return _facts(sections(answer))


def _facts(listed: list[Section]) -> dict[str, Any]:
    tables: list[dict[str, Any]] = []
    count = 0
    for section in listed:
        words = section.words
        if len(words) != 2 or words[0] not in {"ip", "ip6"}:  # noqa: PLR2004 - family and program
            raise ValueError(f"expected a head such as 'ip iptables-save', got {section.head[:40]!r}")
        table: dict[str, Any] | None = None
        for line in section.lines:
            if line.startswith("*failed"):
                raise ValueError(f"{words[1]} could not read the rules")
            if line.startswith("*"):
                table = {"family": words[0], "name": line[1:].strip(), "program": words[1], "chains": {}}
                if table["name"] == "filter":
                    tables.append(table)
            elif line.startswith(":") and table is not None:
                name, policy = line[1:].split()[:2]
                hook = _HOOKS.get(name) if table["name"] == "filter" else None
                table["chains"][name] = {"hook": hook, "policy": policy.lower(), "rules": []}
            elif line.startswith("-A ") and table is not None:
                words_of_rule = shlex.split(line)
                table["chains"][words_of_rule[1]]["rules"].append(_rule(words_of_rule[2:]))
                count += 1
    return {"installed": True, "tables": tables, "rules": count}


def _rule(words: list[str]) -> dict[str, Any]:
    when: list[dict[str, Any]] = []
    verb, target = "pass", ""
    negated = False
    index = 0
    while index < len(words):
        option = words[index]
        index += 1
        if option == "!":
            negated = True
            continue
        value = "" if option in _NO_VALUE or index >= len(words) else words[index]
        index += 0 if option in _NO_VALUE else 1
        if option == "--tcp-flags":
            when.append(first_packet(value, words[index], negated=negated))
            index += 1
        elif option in {"-j", "--jump", "-g", "--goto"}:
            verb, target = _target(option, value)
        elif option == "--match-set":
            direction = words[index] if index < len(words) else ""
            index += 1
            named = direction.split(",")[0] == "src"
            when.append(condition("source" if named else "unknown", [value], negated=negated))
        elif option in _CONDITIONS:
            when.append(_CONDITIONS[option](value, negated))
        elif option not in _NEUTRAL and not _after_target(verb):
            when.append(condition("unknown", [option]))
        negated = False
    return rule(when, verb, target)


def _after_target(verb: str) -> bool:
    """Options behind -j belong to the target, not to the match."""
    return verb != "pass"


def _target(option: str, value: str) -> tuple[str, str]:
    if value in _ENDS:
        return _ENDS[value], ""
    if value in _GO_ON:
        return "pass", ""
    if value.isupper() and value in {"NFQUEUE", "QUEUE", "TPROXY", "SYNPROXY"}:
        return "unknown", ""
    return ("goto" if option in {"-g", "--goto"} else "jump"), value


def _ports(value: str) -> list[list[int]]:
    found = []
    for part in value.split(","):
        low, _, high = part.partition(":")
        found.append([int(low or 0), int(high or low or 0) if ":" not in part or high else 65535])
    return found


_CONDITIONS: dict[str, Callable[[str, bool], dict[str, Any]]] = {
    "-s": lambda value, no: condition("source", [value], negated=no),
    "--source": lambda value, no: condition("source", [value], negated=no),
    "--src-range": lambda value, no: condition("source", [value], negated=no),
    "--mac-source": lambda value, no: condition("source", [value], negated=no),
    "-d": lambda value, no: condition("destination", [value], negated=no),
    "--destination": lambda value, no: condition("destination", [value], negated=no),
    "-i": lambda value, no: condition("input_interface", [value], negated=no),
    "-o": lambda value, no: condition("output_interface", [value], negated=no),
    "-p": lambda value, no: condition("protocol", [value], negated=no),
    "--dport": lambda value, no: condition("port", _ports(value), negated=no),
    "--dports": lambda value, no: condition("port", _ports(value), negated=no),
    "--ports": lambda value, no: condition("port", _ports(value), negated=no),
    "--ctstate": lambda value, no: condition("state", value.split(","), negated=no),
    "--state": lambda value, no: condition("state", value.split(","), negated=no),
    "--dst-type": lambda value, no: condition("packet_type", value.split(","), negated=no),
    "--pkt-type": lambda value, no: condition("packet_type", value.split(","), negated=no),
    "--src-type": lambda value, no: condition(
        "always" if "UNICAST" in value.upper().split(",") else "never", negated=no
    ),
    "--pol": lambda value, no: condition("always" if value == "none" else "never", negated=no),
    "--syn": lambda _value, no: condition("always", negated=no),
    "-f": lambda _value, no: condition("never", negated=no),
    "--fragment": lambda _value, no: condition("never", negated=no),
    "--set": lambda _value, no: condition("always", negated=no),
    "--remove": lambda _value, no: condition("never", negated=no),
    "--update": lambda _value, no: condition("never", negated=no),  # it hasn't been seen before
    "--rcheck": lambda _value, no: condition("never", negated=no),
    "--limit": lambda _value, no: condition("within", negated=no),
    "--hashlimit-upto": lambda _value, no: condition("within", negated=no),
    "--connlimit-upto": lambda _value, no: condition("within", negated=no),
    "--connlimit-above": lambda _value, no: condition("never", negated=no),
    **{
        option: lambda _value, _no: condition("chosen")
        for option in (
            "--sport",
            "--sports",
            "--source-port",
            "--length",
            "--ttl-eq",
            "--ttl-lt",
            "--ttl-gt",
            "--hl-eq",
            "--hl-lt",
            "--hl-gt",
            "--mss",
            "--tos",
            "--dscp",
            "--dscp-class",
            "--string",
            "--hex-string",
            "--tcp-option",
            "--u32",
        )
    },
    "--icmp-type": lambda _value, _no: condition("never"),
    "--icmpv6-type": lambda _value, _no: condition("never"),
    "--rt-type": lambda _value, _no: condition("never"),
    "--hashlimit-above": lambda _value, no: condition("never", negated=no),
}
