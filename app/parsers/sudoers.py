"""Who may do what as another user: ``cvtsudoers -e -f json`` (cvtsudoers(1), sudoers(5)), aliases expanded."""

import json
from collections.abc import Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.shaped import shaped

_WHO = {"username": "", "usergroup": "%", "userid": "#", "usergid": "%#", "netgroup": "+", "nonunixgroup": "%:"}


def parse_sudoers(answer: Answer) -> dict[str, Any]:
    """``rules`` with who, commands and whether a password is asked; who rules all without one, and who is everybody."""
    try:
        policy = dict(json.loads(answer.text))
    except (json.JSONDecodeError, RecursionError, TypeError) as error:
        raise ValueError(f"expected the JSON of cvtsudoers: {error}") from None
    with shaped("the JSON of cvtsudoers"):
        return _facts(policy)


def _facts(policy: Mapping[str, Any]) -> dict[str, Any]:
    asked = not any(_off(entry.get("Options", []), "authenticate") for entry in policy.get("Defaults", []))
    rules = [
        _rule(who, spec, asked=asked)
        for entry in policy.get("User_Specs", [])
        for who in (_name(one) for one in entry.get("User_List", []))
        for spec in entry.get("Cmnd_Specs", [])
    ]
    free = [one["who"] for one in rules if one["all"] and not one["password"]]
    return {
        "rules": rules,
        "all_commands": list(dict.fromkeys(one["who"] for one in rules if one["all"])),
        "all_without_password": list(dict.fromkeys(free)),
        "everybody": [one["who"] for one in rules if one["who"] == "ALL"],
    }


def _off(options: list[Any], name: str) -> bool:
    return any(option.get(name) is False for option in options)


def _rule(who: str, spec: Mapping[str, Any], *, asked: bool) -> dict[str, Any]:
    options = spec.get("Options", [])
    given = [option["authenticate"] for option in options if "authenticate" in option]
    commands = [str(one.get("command", one)) for one in spec.get("Commands", []) if not one.get("negated")]
    return {
        "who": who,
        "commands": commands,
        "all": "ALL" in commands,
        "password": bool(given[-1]) if given else asked,
        "as": [_name(one) for one in spec.get("runasusers", [])],
    }


def _name(one: Mapping[str, Any]) -> str:
    for key, prefix in _WHO.items():
        if key in one:
            return ("!" if one.get("negated") else "") + f"{prefix}{one[key]}"
    return "unknown"
