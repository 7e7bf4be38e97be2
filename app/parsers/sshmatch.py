"""What Match blocks of sshd_config(5) loosen: settings that hold for some connections only.

Sections ``== file PATH`` with the Match lines of that file and the settings below them, and ``== end``. ``sshd -T``
shows one connection; which other ones meet weaker settings, only the file says.
"""

import re
from fnmatch import fnmatchcase
from typing import Any

from app.parsers import Answer
from app.parsers.sections import sections
from app.parsers.sshd import MAY_BE_ROOT

_ASSIGNED = re.compile(r"^(\w+)(?:\s*=\s*|\s+)(.*)$")
_WITH_VALUE = frozenset(
    {"address", "group", "host", "invalid-user", "localaddress", "localport", "rdomain", "user", "version"}
)


def parse_ssh_match(answer: Answer) -> dict[str, Any]:
    """Match lines that loosen a setting, by what they loosen; exceptions for named accounts apart for forwarding."""
    found = sections(answer)
    if not found or found[-1].head != "end":
        raise ValueError("the list of Match blocks has no end")
    blocks = [block for one in found for block in _blocks(one.lines)]
    general = [block for block in blocks if not _named(block["who"])]
    without_key = [block for block in blocks if not _needs_key(block["set"].get("authenticationmethods", ""))]
    proof = [block for block in blocks if "yes" in _values(block, "permitemptypasswords", "hostbasedauthentication")]
    return {
        "blocks": [block["match"] for block in blocks],
        "root_login": [
            block["match"]
            for block in blocks
            if _may_be_root(block["who"]) and block["set"].get("permitrootlogin", "no") != "no"
        ],
        "root_let_in": [
            block["match"] for block in blocks if _may_be_root(block["who"]) and _lists_let_root_in(block["set"])
        ],
        "password_login": [one["match"] for one in without_key if "yes" in _values(one, "passwordauthentication")],
        "interactive_login": [
            one["match"]
            for one in without_key
            if "yes" in _values(one, "kbdinteractiveauthentication", "challengeresponseauthentication")
        ],
        "methods_without_key": [one["match"] for one in without_key if _values(one, "authenticationmethods")],
        "login_without_proof": [block["match"] for block in proof],
        "x11_forwarding": [block["match"] for block in general if block["set"].get("x11forwarding") == "yes"],
        "agent_forwarding": [block["match"] for block in general if block["set"].get("allowagentforwarding") == "yes"],
        "tcp_forwarding": sorted({word for block in general for word in _values(block, "allowtcpforwarding")}),
        "gateway_ports": sorted({word for block in general for word in _values(block, "gatewayports")} - {"no"}),
        "tunnels": [block["match"] for block in general if block["set"].get("permittunnel", "no") != "no"],
    }


def _blocks(lines: tuple[str, ...]) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = []
    for line in lines:
        match = _ASSIGNED.match(re.sub(r"\s#.*$", "", line).strip())
        if match is None:
            continue
        key, value = match[1].lower(), match[2].strip()
        if key == "match":
            blocks.append({"match": f"Match {value}", "who": _criteria(value), "set": {}})
        elif blocks:
            blocks[-1]["set"].setdefault(key, value.strip("\"'").lower())  # the first value counts
    return blocks


def _criteria(text: str) -> dict[str, list[str]]:
    """Patterns by criterion; ``all`` has none."""
    words = text.replace("=", " ").replace('"', "").split()
    found: dict[str, list[str]] = {}
    while words:
        name = words.pop(0).lower()
        if name in _WITH_VALUE and words:
            found.setdefault(name, []).extend(words.pop(0).split(","))
    return found


def _named(who: dict[str, list[str]]) -> bool:
    """Whether the block is for accounts or groups that are named, not for everybody from somewhere."""
    patterns = [*who.get("user", []), *who.get("group", [])]
    return bool(patterns) and not any(one.startswith("!") or one.strip("*?") == "" for one in patterns)


def _may_be_root(who: dict[str, list[str]]) -> bool:
    patterns = who.get("user")
    if not patterns:
        return True
    if any(one.startswith("!") and fnmatchcase("root", one[1:]) for one in patterns):
        return False
    return any(fnmatchcase("root", one) for one in patterns if not one.startswith("!"))


def _lists_let_root_in(settings: dict[str, str]) -> bool:
    """Whether lists of this block, which replace the general ones, admit root."""
    allowed, denied = settings.get("allowusers", "").split(), settings.get("denyusers", "").split()
    return any(MAY_BE_ROOT.match(one) for one in allowed) or (bool(denied) and "root" not in denied)


def _needs_key(methods: str) -> bool:
    return bool(methods.split()) and all("publickey" in chain for chain in methods.split())


def _values(block: dict[str, Any], *keys: str) -> set[str]:
    return {block["set"][key] for key in keys if key in block["set"]}
