"""Settings of administration services as their files state them: Cockpit, Webmin, the SNMP agent.

cockpit.conf(5): AllowUnencrypted is false by default. miniserv.conf of Webmin: ssl=0 or 1, 0 by default.
"""

from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.sections import by_head

_YES = frozenset({"1", "on", "true", "yes"})


def parse_web_settings(answer: Answer) -> dict[str, Any]:
    """``consoles``: name and whether it insists on encryption."""
    found = by_head(answer)
    if "end" not in found:
        raise ValueError("expected the end of the list of web consoles, it isn't there")
    consoles = []
    if "cockpit" in found:
        plain = _setting(found["cockpit"].lines, "allowunencrypted", "false")
        consoles.append({"name": "Cockpit", "encrypted": plain not in _YES})
    if "webmin" in found:
        consoles.append({"name": "Webmin", "encrypted": _setting(found["webmin"].lines, "ssl", "0") in _YES})
    return {"consoles": consoles}


def _setting(lines: tuple[str, ...], name: str, default: str) -> str:
    """The last value of a setting, in lower case."""
    value = default
    for line in lines:
        key, _, text = line.partition("=")
        if key.strip().lower() == name:
            value = text.strip().lower()
    return value


def parse_snmp(answer: Answer) -> dict[str, Any]:
    """Whether an agent is configured, and how many of its lines set a community."""
    configured, communities = None, 0
    for line in shell_lines(answer.text):
        key, _, value = line.strip().partition(" ")
        if key == "file" and value in {"yes", "no"}:
            configured = value == "yes"
        elif key == "communities" and value.isdigit():
            communities += int(value)
        elif key:
            raise ValueError(f"expected file or communities, got {line[:60]!r}")
    if configured is None:
        raise ValueError("expected whether snmpd.conf is there")
    return {"configured": configured, "communities": communities}
