"""After how long an idle session ends: TMOUT of the shells, StopIdleSessionSec of logind (logind.conf(5)).

Sections ``== shell PATH`` with the lines that name TMOUT, ``== version`` of systemd, ``== logind`` with its settings
in the order in which they count, and ``== end``.
"""

import re
from typing import Any

from app.parsers import Answer
from app.parsers.sections import sections

_VALUE = re.compile(r"\bTMOUT=[\"']?(\d{1,9})[\"']?(?![\w}])")
_ASSIGNED = re.compile(r"\bTMOUT=")
_READONLY = re.compile(r"\b(?:readonly|(?:declare|typeset|local)\s+-\w*r\w*)\b[^;&|]*\bTMOUT\b")
_SPAN = re.compile(r"(\d+)\s*([a-zA-Z]*)")
_UNIT = {
    "": 1, "s": 1, "sec": 1, "second": 1, "seconds": 1, "m": 60, "min": 60, "minute": 60, "minutes": 60,
    "h": 3600, "hr": 3600, "hour": 3600, "hours": 3600, "d": 86400, "day": 86400, "days": 86400,
}  # fmt: skip
_SINCE = 252  # the release of systemd that brought StopIdleSessionSec


def parse_idle(answer: Answer) -> dict[str, Any]:
    """``tmout`` in seconds (0: never) and whether it is ``readonly``; ``stop_idle`` in seconds (0: never)."""
    facts: dict[str, Any] = {"tmout": 0, "readonly": False, "stop_idle": 0, "files": []}
    version, stop = 0, 0
    listed = sections(answer)
    if not listed or listed[-1].head != "end":
        raise ValueError("the list of shell settings has no end")
    for section in listed:
        kind, _, path = section.head.partition(" ")
        if kind == "version":
            words = section.text.split()
            if len(words) < 2 or not words[1].isdigit():  # noqa: PLR2004 - "systemd 252 (...)"
                raise ValueError("systemd did not say its version")
            version = int(words[1])
        elif kind == "logind":
            stop = _stop_idle(section.lines)
        elif kind == "shell":
            if not section.lines:
                raise ValueError(f"the lines of {path[:60]} that set TMOUT are not in the output")
            for line in section.lines:
                text = line.split("#", 1)[0]
                _shell(text, facts)
            facts["files"].append(path)
    facts["stop_idle"] = stop if version >= _SINCE else 0
    facts["files"] = list(dict.fromkeys(facts["files"]))
    return facts


def _shell(text: str, facts: dict[str, Any]) -> None:
    """Take one line into the facts; a value that is worked out by the shell isn't known (None)."""
    if facts["readonly"]:
        return  # later assignments fail
    match = _VALUE.search(text)
    if match or _ASSIGNED.search(text):
        facts["tmout"] = int(match[1]) if match else None
    facts["readonly"] = _READONLY.search(text) is not None


def _stop_idle(lines: tuple[str, ...]) -> int:
    value = ""
    for line in lines:
        key, _, text = line.strip().partition("=")
        if key.strip() == "StopIdleSessionSec":
            value = text.strip()
    if value in {"", "infinity"}:
        return 0
    return seconds(value)


def seconds(text: str) -> int:
    """A time span of systemd (systemd.time(7)) in seconds."""
    total = 0
    for number, unit in _SPAN.findall(text):
        if unit not in _UNIT:
            raise ValueError(f"expected a time span, got {text[:40]!r}")
        total += int(number) * _UNIT[unit]
    return total
