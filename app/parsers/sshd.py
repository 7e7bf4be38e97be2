"""The effective configuration of an OpenSSH server: ``sshd -T`` (sshd(8), sshd_config(5)).

One ``keyword value`` per line, keywords in lower case. Algorithm lists are comma-separated; keywords that may repeat
come once per value. Values stay text, as numbers compare with text.
"""

import re
from typing import Any

from app.parsers import Answer, shell_lines

_COMMA = frozenset(
    {
        "casignaturealgorithms",
        "ciphers",
        "hostbasedacceptedalgorithms",
        "hostbasedacceptedkeytypes",
        "hostkeyalgorithms",
        "kexalgorithms",
        "macs",
        "pubkeyacceptedalgorithms",
        "pubkeyacceptedkeytypes",
    }
)
_REPEATED = frozenset(
    {
        "acceptenv",
        "allowgroups",
        "allowusers",
        "denygroups",
        "denyusers",
        "hostkey",
        "listenaddress",
        "logverbose",
        "port",
        "setenv",
        "subsystem",
    }
)
_BLANK = frozenset({"authenticationmethods", "authorizedkeysfile", "permitlisten", "permitopen"})
_PROOF = frozenset({"permitrootlogin", "port", "protocol"})  # every sshd -T prints some of them

MAY_BE_ROOT = re.compile(r"^(?:root|[^@]*[*?!][^@]*)(?:@|$)")  # a pattern of AllowUsers under which root may fall


def _root_kept_out(facts: dict[str, Any]) -> bool:
    """Whether DenyUsers names root, or AllowUsers is set and no pattern of it can mean root."""
    allowed = facts.get("allowusers", [])
    return "root" in facts.get("denyusers", []) or (
        bool(allowed) and not any(MAY_BE_ROOT.match(one) for one in allowed)
    )


def parse_sshd(answer: Answer) -> dict[str, Any]:
    """Keyword to text, or to a list: algorithms, repeated keywords, and those with several words as value.

    ``root_kept_out`` is ours: AllowUsers or DenyUsers refuse root whatever PermitRootLogin says.
    """
    facts: dict[str, Any] = {}
    for line in shell_lines(answer.text):
        key, _, value = line.strip().partition(" ")
        if not key:
            continue
        value = value.strip()
        if key in _COMMA:
            facts[key] = [word for word in value.split(",") if word]
        elif key in _BLANK:
            facts.setdefault(key, []).extend(value.split())
        elif key in _REPEATED:
            facts.setdefault(key, []).append(value)
        elif key in facts:
            before = facts[key]
            facts[key] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            facts[key] = value
    if not _PROOF & facts.keys():
        raise ValueError("expected the effective configuration of sshd, found no port or permitrootlogin")
    facts["root_kept_out"] = _root_kept_out(facts)
    return facts
