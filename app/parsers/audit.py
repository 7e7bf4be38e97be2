"""What the Linux audit system records: ``auditctl -s`` and ``auditctl -l`` (auditctl(8), audit.rules(7)).

Sections ``== status`` (words ``key value``) and ``== rules`` (one rule a line, or ``No rules``).
"""

import shlex
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from app.parsers import Answer
from app.parsers.sections import by_head

_ALL = "rwxa"  # what a watch records where it names no permissions
# System calls that remove or rename; a watch for writing records them too (the kernel's class of writing calls).
_REMOVING = frozenset({"all", "rename", "renameat", "renameat2", "rmdir", "unlink", "unlinkat"})


def parse_audit_rules(answer: Answer) -> dict[str, Any]:
    """``enabled`` (0 off, 1 on, 2 on and locked), ``running``, ``rules`` and the text of each in ``texts``."""
    found = by_head(answer)
    if not {"status", "rules"} <= found.keys():
        raise ValueError("expected the status and the rules of the audit system")
    status = dict(line.strip().split(None, 1) for line in found["status"].lines if len(line.split()) > 1)
    if not status.get("enabled", "").isdigit():
        raise ValueError("auditctl did not say whether the kernel audits")
    said = [line.strip() for line in found["rules"].lines if line.strip()]
    if not said:
        raise ValueError("auditctl did not list the rules, nor say that there are none")
    lines = [line for line in said if line != "No rules"]
    rules = [_rule(line) for line in lines]
    return {
        "installed": True,
        "enabled": int(status["enabled"]),
        "running": status.get("pid", "0") not in {"0", ""},
        "lost": int(status["lost"]) if status.get("lost", "").isdigit() else None,
        "rules": [rule for rule in rules if rule is not None],
        "suppressed": any(_suppresses(line) for line in lines),
        "left_out": [path for line in lines if (path := _left_out(line))],
        "texts": lines,
    }


def _suppresses(line: str) -> bool:
    """Whether the rule keeps tasks from being audited at all, as Fedora and SUSE ship it: no watch records then."""
    words = line.split()
    return any(
        option in {"-a", "-A"} and set(value.split(",")) == {"never", "task"} for option, value in pairwise(words)
    )


def _left_out(line: str) -> str:
    """The path that a rule leaves out for whoever acts; empty where there is none."""
    words = line.split()
    lists = [set(value.split(",")) for option, value in pairwise(words) if option in {"-a", "-A"}]
    fields = [value for option, value in pairwise(words) if option == "-F"]
    paths = [field.partition("=")[2] for field in fields if field.startswith(("dir=", "path="))]
    plain = all(field.startswith(("arch=", "dir=", "key=", "path=", "perm=")) for field in fields)
    return (paths[0].rstrip("/") or "/") if {"never", "exit"} in lists and paths and plain else ""


def _rule(line: str) -> dict[str, Any] | None:
    """A rule that records; None for one that leaves out or that is no rule."""
    try:
        words = shlex.split(line)
    except ValueError:
        words = line.split()
    rule: dict[str, Any] = {"path": None, "permissions": "", "calls": [], "key": None, "narrowed": False, "text": line}
    for option, value in zip(words, [*words[1:], ""], strict=True):
        if option == "-w":
            rule["path"], rule["permissions"] = value.rstrip("/") or "/", rule["permissions"] or _ALL
        elif option == "-p":
            rule["permissions"] = value
        elif option == "-k":
            rule["key"] = value
        elif option == "-S":
            rule["calls"] += value.split(",")
        elif option in {"-a", "-A"} and "never" in value.split(","):
            return None
        elif option == "-F":
            _field(rule, value)
    return rule if words and words[0] in {"-w", "-a", "-A"} else None


def _field(rule: dict[str, Any], field: str) -> None:
    name, separator, value = field.partition("=")
    if field.startswith("auid"):
        return  # people only, by the account that they logged in with: what such rules are for
    if not separator or name.endswith(("!", ">", "<", "&")):
        rule["narrowed"] = True
    elif name in {"dir", "path"}:
        rule["path"] = value.rstrip("/") or "/"
    elif name == "perm":
        rule["permissions"] = value
    elif name == "key":
        rule["key"] = value
    elif name != "arch":
        rule["narrowed"] = True


def recorded(rules: Iterable[Mapping[str, Any]], path: str, permissions: str) -> bool:
    """Whether some rule records each of the permissions (of r, w, x, a) at the path, whoever acts."""
    wanted = set(permissions)
    for rule in rules:
        folder = rule["path"]
        if folder is None or rule["narrowed"]:
            continue
        if path == folder or path.startswith(f"{folder.rstrip('/')}/"):
            wanted -= set(rule["permissions"])
    return not wanted


def removals_recorded(rules: Iterable[Mapping[str, Any]], path: str) -> bool:
    """Whether unlinking and renaming below the path is recorded: by a watch for writing, or by its system calls."""
    listed = list(rules)
    if recorded(listed, path, "w"):
        return True
    return any(
        {"unlinkat", "renameat", "all"} & set(rule["calls"]) and set(rule["calls"]) & _REMOVING
        for rule in listed
        if not rule["narrowed"]
        and not rule["permissions"]
        and rule["path"] is not None
        and (path == rule["path"] or path.startswith(f"{rule['path'].rstrip('/')}/"))
    )


def _covers(folders: Iterable[str], path: str) -> bool:
    return any(path == one or path.startswith(f"{one.rstrip('/')}/") for one in folders)


def folder_recorded(audit: Mapping[str, Any], path: str) -> dict[str, bool]:
    """Whether writing and removing below a folder is recorded: rules count only where auditing is on for its tasks."""
    active = audit["enabled"] > 0 and not audit.get("suppressed") and not _covers(audit.get("left_out", ()), path)
    return {
        "changes_recorded": active and recorded(audit["rules"], path, "wa"),
        "removals_recorded": active and removals_recorded(audit["rules"], path),
    }


def guest_audit(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Each folder of guests, and whether writing and removing there is recorded: audit rules and folders joined."""
    listed = [
        {"name": one["name"], "kind": one["kind"], **folder_recorded(facts["audit_rules"], one["name"])}
        for one in facts["guest_folders"]["folders"]
    ]
    return {
        "configuration_folders": [one for one in listed if one["kind"] == "configuration"],
        "storage_folders": [one for one in listed if one["kind"] == "storage"],
    }
