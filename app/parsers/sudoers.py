"""Who may do what as another user: ``cvtsudoers -e -f json`` (cvtsudoers(1), sudoers(5)), aliases expanded.

Rules of doas.conf(5) too. A shell, su or a whole folder of programs is as good as every command.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.sections import sections
from app.parsers.shaped import shaped

_WHO = {"username": "", "usergroup": "%", "userid": "#", "usergid": "%#", "netgroup": "+", "nonunixgroup": "%:"}
_ROOT = frozenset({"root", "#0", "ALL"})
# A program without fixed arguments that gives a shell for the asking, or a pattern that takes in such programs.
_SHELL = re.compile(r"^/\S*/(?:ash|bash|busybox|csh|dash|env|fish|ksh|mksh|sh|sudo|su|tcsh|zsh)(?: \*)?$")
_SU = re.compile(r"^/\S*/su (?:-|-l|--login|root|- root|-l root)$")
_FOLDER = re.compile(r"^(?:/|/\*|\*|/(?:usr/)?(?:local/)?s?bin/\*?)$")
# The same as a regular expression (since sudo 1.9.10): all below a folder of programs, or all that there is.
_PATTERN = re.compile(r"^\^(?:/|/(?:usr/)?(?:local/)?(?:s?bin/)?)?(?:\.|\[[^\]]+\])[*+]\)?\$?$")


def parse_sudoers(answer: Answer) -> dict[str, Any]:
    """``rules`` with who, commands and whether a password is asked; who rules all without one, and who is everybody."""
    try:
        policy = dict(json.loads(answer.text))
    except (json.JSONDecodeError, RecursionError, TypeError, ValueError) as error:
        raise ValueError(f"expected the JSON of cvtsudoers: {error}") from None
    if not policy.keys() & {"Defaults", "User_Specs"}:
        raise ValueError("expected the JSON of cvtsudoers, found neither defaults nor rules")
    with shaped("the JSON of cvtsudoers"):
        return _facts(policy)


def _facts(policy: Mapping[str, Any]) -> dict[str, Any]:
    defaults = policy.get("Defaults", [])
    rules = [
        {**_rule(who, spec, asked=_asked(who, defaults)), "everywhere": _everywhere(entry)}
        for entry in policy.get("User_Specs", [])
        for who in (_name(one) for one in entry.get("User_List", []))
        for spec in entry.get("Cmnd_Specs", [])
    ]
    free = [
        one["who"] for number, one in enumerate(rules) if _is_free(one) and not _taken_back(rules[number + 1 :], one)
    ]
    free += [f"%{group}" for group in _exempt(defaults) if any(one["all"] and one["as_root"] for one in rules)]
    free = [who for who in dict.fromkeys(free) if who not in {"root", "#0"} and who[:1] != "!"]
    # JSON shows the defaults for root's own commands and those for whoever becomes root (Defaults>root) alike.
    known = bool(free) or not any(_unasked(entry) and _ROOT & _bound(entry) for entry in defaults)
    return {
        "rules": rules,
        "all_commands": list(dict.fromkeys(one["who"] for one in rules if one["all"])),
        **({"all_without_password": free} if known else {}),
        "everybody": [one["who"] for one in rules if one["who"] == "ALL"],
    }


def _asked(who: str, defaults: list[Any]) -> bool:
    """Whether sudo asks this account by default; defaults for other accounts, or for single commands, don't count."""
    asked = True
    for entry in defaults:
        bound = entry.get("Binding", [])
        names = {_name(one) for one in bound} | {str(one["command"]) for one in bound if "command" in one}
        here = not bound or any("hostname" in one for one in bound) or bool(names & {who, "ALL"})
        given = [option["authenticate"] for option in entry.get("Options", []) if "authenticate" in option]
        asked = given[-1] is not False if given and here else asked
    return asked


def _bound(entry: Mapping[str, Any]) -> set[str]:
    return {_name(one) for one in entry.get("Binding", [])}


def _unasked(entry: Mapping[str, Any]) -> bool:
    return any(option.get("authenticate") is False for option in entry.get("Options", []))


def _is_free(rule: Mapping[str, Any]) -> bool:
    return bool(rule["all"] and rule["as_root"] and not rule["password"])


def _taken_back(later: list[dict[str, Any]], rule: Mapping[str, Any]) -> bool:
    """Whether a later rule for the same account asks for a password everywhere: of several that fit the last counts."""
    return any(
        one["who"] == rule["who"]
        and one["password"]
        and one["everywhere"]
        and "ALL" in one["commands"]
        and "ALL" in one["as"]
        for one in later
    )


def _exempt(defaults: list[Any]) -> list[str]:
    return [
        str(one["exempt_group"]) for entry in defaults for one in entry.get("Options", []) if one.get("exempt_group")
    ]


def _rule(who: str, spec: Mapping[str, Any], *, asked: bool) -> dict[str, Any]:
    options = spec.get("Options", [])
    given = [option["authenticate"] for option in options if "authenticate" in option]
    commands = [str(one.get("command", one)) for one in spec.get("Commands", []) if not one.get("negated")]
    users = [_name(one) for one in spec.get("runasusers", [])]
    return {
        "who": who,
        "commands": commands,
        "all": any(_is_all(command) for command in commands),
        "password": bool(given[-1]) if given else asked,
        "as": users,
        "as_root": bool(_ROOT & set(users)) if users else not spec.get("runasgroups"),
    }


def _everywhere(entry: Mapping[str, Any]) -> bool:
    hosts = entry.get("Host_List", [])
    return bool(hosts) and all(one.get("hostname") == "ALL" and not one.get("negated") for one in hosts)


def _is_all(command: str) -> bool:
    return command == "ALL" or any(pattern.match(command) for pattern in (_SHELL, _SU, _FOLDER, _PATTERN))


def _name(one: Mapping[str, Any]) -> str:
    for key, prefix in _WHO.items():
        if key in one:
            return ("!" if one.get("negated") else "") + f"{prefix}{one[key]}"
    return "unknown"


def parse_doas(answer: Answer) -> dict[str, Any]:
    """``rules`` of doas.conf(5) and who becomes root for every command without a password; sections, ``== end``."""
    found = sections(answer)
    if not found or found[-1].head != "end":
        raise ValueError("the rules of doas have no end")
    rules = [rule for one in found for line in one.lines if (rule := _doas(line)) is not None]
    free = [
        one["who"] for one in rules if one["all"] and one["as_root"] and not one["password"] and one["who"] != "root"
    ]
    return {"installed": True, "rules": rules, "all_without_password": list(dict.fromkeys(free))}


def _doas(line: str) -> dict[str, Any] | None:
    """One line: ``permit [nopass] [persist] [setenv { ... }] WHO [as USER] [cmd COMMAND ...]``."""
    words = re.sub(r"\{[^}]*\}", " ", line.split("#", 1)[0]).replace('"', "").split()
    if not words:
        return None
    if words[0] not in {"permit", "deny"}:
        raise ValueError(f"expected permit or deny of doas.conf, got {line[:60]!r}")
    rest = [word for word in words[1:] if word not in {"keepenv", "nolog", "nopass", "persist", "setenv"}]
    if words[0] == "deny" or not rest:
        return None
    who = f"%{rest[0][1:]}" if rest[0].startswith(":") else rest[0]
    user = rest[rest.index("as") + 1] if "as" in rest[1:-1] else "root"
    command = " ".join(rest[rest.index("cmd") + 1 :]) if "cmd" in rest else "ALL"
    full = command if command.startswith("/") or command == "ALL" else f"/usr/bin/{command}"
    return {"who": who, "commands": [command], "all": _is_all(full), "password": "nopass" not in words, "as": [user],
            "as_root": user in _ROOT}  # fmt: skip
