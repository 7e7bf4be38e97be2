"""What Match blocks of sshd_config(5) loosen: settings that hold for some connections only.

Sections ``== file PATH``, the main file first, with the Match lines and settings of that file, and a line ``include
PATTERN`` for each pattern of its Include lines; ``== include PATTERN`` with the files that it means, in their order;
and ``== end``. ``sshd -T`` shows one connection; which other ones meet weaker settings, only the files say.

A file that is included within a Match block holds under that block's condition, and a Match line in it adds its own
condition until the file ends (servconf.c of OpenSSH, and tried).
"""

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

from app.parsers import Answer
from app.parsers.sections import sections
from app.parsers.sshd import MAY_BE_ROOT

_DEPTH = 16  # SERVCONF_MAX_DEPTH of OpenSSH
_READS = 1000  # files in all; each that includes two others would double them at every level
_ASSIGNED = re.compile(r"^(\w+)(?:\s*=\s*|\s+)(.*)$")
_LISTS = frozenset({"allowusers", "denyusers"})
_WITH_VALUE = frozenset(
    {"address", "group", "host", "invalid-user", "localaddress", "localport", "rdomain", "user", "version"}
)


def parse_ssh_match(answer: Answer) -> dict[str, Any]:
    """Match lines that loosen a setting, by what they loosen; exceptions for named accounts apart for forwarding."""
    found = sections(answer)
    if not found or found[-1].head != "end":
        raise ValueError("the list of Match blocks has no end")
    blocks = _Reader(
        {one.head.removeprefix("file "): one.lines for one in found if one.head.startswith("file ")},
        {one.head.removeprefix("include "): one.lines for one in found if one.head.startswith("include ")},
    ).blocks
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


class _Reader:
    """Follows the files as sshd reads them; ``blocks`` are their Match blocks in that order."""

    def __init__(self, files: Mapping[str, tuple[str, ...]], included: Mapping[str, tuple[str, ...]]) -> None:
        self.blocks: list[dict[str, Any]] = []
        self._files = files
        self._included = included
        self._reads = 0
        reached: set[str] = set()
        for path in files:
            # Evidence from before Include lines were followed has files that nothing includes: each is read for itself.
            if path not in reached:
                self._read(path, None, 0, reached)

    def _read(self, path: str, outer: dict[str, Any] | None, depth: int, reached: set[str]) -> None:
        self._reads += 1
        if depth > _DEPTH or self._reads > _READS:
            raise ValueError(f"the Include lines of {path[:60]!r} lead ever deeper, which sshd refuses")
        reached.add(path)
        current = outer
        for line in self._files[path]:
            match = _ASSIGNED.match(re.sub(r"\s#.*$", "", line).strip())
            key, value = (match[1].lower(), match[2].strip()) if match else ("", "")
            if key == "match":
                current = _block(value, outer)
                self.blocks.append(current)
            elif key == "include":
                for name in self._meant(value):
                    self._read(name, current, depth + 1, reached)
            elif key and current is not None:
                _take(current["set"], key, value.strip("\"'").lower())

    def _meant(self, pattern: str) -> tuple[str, ...]:
        found = self._included.get(pattern)
        if found is None or not all(name in self._files for name in found):
            raise ValueError(f"what {pattern[:60]!r} includes was not printed")
        return found


def _block(condition: str, outer: dict[str, Any] | None) -> dict[str, Any]:
    """A Match line; ``who`` has its criteria and those of the blocks that it stands in, all of which have to hold."""
    before = f"{outer['match']}, in it " if outer else ""
    return {
        "match": f"{before}Match {condition}",
        "who": [*(outer["who"] if outer else ()), _criteria(condition)],
        "set": {},
    }


def _take(settings: dict[str, str], key: str, value: str) -> None:
    """The first value of a keyword counts; lists of accounts add up."""
    if key in _LISTS and key in settings:
        settings[key] += f" {value}"
    else:
        settings.setdefault(key, value)


def _criteria(text: str) -> dict[str, list[str]]:
    """Patterns by criterion; ``all`` has none."""
    words = text.replace("=", " ").replace('"', "").split()
    found: dict[str, list[str]] = {}
    while words:
        name = words.pop(0).lower()
        if name in _WITH_VALUE and words:
            found.setdefault(name, []).extend(words.pop(0).split(","))
    return found


def _named(who: list[dict[str, list[str]]]) -> bool:
    """Whether the block is for accounts or groups that are named, not for everybody from somewhere."""
    for one in who:
        patterns = [*one.get("user", []), *one.get("group", [])]
        if patterns and not any(one.startswith("!") or one.strip("*?") == "" for one in patterns):
            return True
    return False


def _may_be_root(who: list[dict[str, list[str]]]) -> bool:
    return all(_admits_root(one["user"]) for one in who if one.get("user"))


def _admits_root(patterns: list[str]) -> bool:
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
