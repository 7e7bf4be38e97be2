"""Units and services and whether they start: ``systemctl list-unit-files`` and ``get-default``, or ``rc-update show``.

Sections ``== systemd`` (unit state preset), ``== default`` (a target), ``== sysv`` (names of start links: a unit made
from an init script has the state ``generated``, whether it starts or not), ``== openrc`` (service | runlevels).
"""

from typing import Any

from app.parsers import Answer
from app.parsers.sections import by_head

_SUFFIXES = (".service", ".socket", ".timer", ".path")
_KINDS = (*_SUFFIXES, ".automount", ".device", ".mount", ".scope", ".slice", ".snapshot", ".swap", ".target")
_DISPLAY_MANAGERS = frozenset(
    {"display-manager", "gdm", "gdm3", "greetd", "kdm", "lightdm", "ly", "lxdm", "nodm", "sddm", "slim", "wdm", "xdm"}
)


def parse_units(answer: Answer) -> dict[str, Any]:
    """``states`` by unit, ``enabled`` units, ``services`` that start (without suffix), ``default_target``."""
    found = by_head(answer)
    if "systemd" in found:
        states = dict(_unit(line) for line in found["systemd"].lines if line.strip())
        if not states:
            raise ValueError("expected unit files, found none")
        links = {line.strip() for line in found["sysv"].lines} if "sysv" in found else set()
        enabled = [
            name
            for name, state in states.items()
            if state in {"enabled", "enabled-runtime"}
            or (state == "generated" and name.removesuffix(".service") in links)
        ]
        facts = {
            "manager": "systemd",
            "states": states,
            "enabled": enabled,
            "services": _services(enabled),
            "display_managers": _desktops(states),
        }
        if "default" in found and found["default"].text.strip():
            facts["default_target"] = found["default"].text.strip()
        return facts
    if "openrc" in found:
        pairs = [line.partition("|") for line in found["openrc"].lines if line.strip()]
        if not pairs or not all(separator for _, separator, _ in pairs):
            raise ValueError("expected services and their runlevels, found none")
        states = {
            name.strip(): "enabled" if levels.strip() else "disabled" for name, _, levels in pairs if name.strip()
        }
        enabled = [name for name, state in states.items() if state == "enabled"]
        return {
            "manager": "openrc",
            "states": states,
            "enabled": enabled,
            "services": enabled,
            "display_managers": [name for name in enabled if name in _DISPLAY_MANAGERS],
        }
    raise ValueError("expected the units of systemd or the services of OpenRC")


def _desktops(states: dict[str, str]) -> list[str]:
    """Display managers that can start: installed and not masked."""
    return [
        stem
        for name, state in states.items()
        if (stem := name.removesuffix(".service")) in _DISPLAY_MANAGERS and not state.startswith("masked")
    ]


def _unit(line: str) -> tuple[str, str]:
    words = line.split()
    if len(words) < 2 or not words[0].endswith(_KINDS):  # noqa: PLR2004 - unit and state; the preset came with systemd 245
        raise ValueError(f"expected a unit and its state, got {line[:60]!r}")
    return words[0], words[1]


def _services(units: list[str]) -> list[str]:
    names = []
    for unit in units:
        stem = next((unit.removesuffix(suffix) for suffix in _SUFFIXES if unit.endswith(suffix)), None)
        if stem is not None and stem not in names:
            names.append(stem)
    return names
