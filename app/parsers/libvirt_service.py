"""Services of libvirt: units and sockets, start of guests at boot, secrets, disk sizes, snapshots.

systemctl(1), libvirt-guests(8), libvirt formatsecret, virsh(1) domblkinfo and snapshot-list.
"""

import re
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.libvirt_lists import documents
from app.parsers.sections import by_head, sections
from app.parsers.xmltext import first, number, text_of

_CLEAR = re.compile(r"^(?:libvirtd|virtproxyd)-tcp\.socket$")
_TLS = re.compile(r"^(?:libvirtd|virtproxyd)-tls\.socket$")
_STAT = re.compile(r"^([0-7]{3,4}) (\S+) (\S+) (/.*)$")
_ASSIGNMENT = re.compile(r"^\s*(?:export\s+)?([A-Z_]+)=(.*)$")
_ON = frozenset({"enabled", "enabled-runtime"})
_OPEN = frozenset({"active", "activating", "reloading"})
_STATES = _OPEN | {"inactive", "deactivating", "failed", "unknown"}  # the last, before systemd 232: no such unit


def parse_libvirt_units(answer: Answer) -> dict[str, Any]:
    """Units with their states, and the sockets by which the daemon is open to the network."""
    found = by_head(answer)
    if "units" not in found:
        raise ValueError("the list of units is not in the output")
    units = {words[0]: words[1] for words in (line.split() for line in found["units"].lines) if len(words) > 1}
    if not units:
        raise ValueError("no unit of libvirt is known to systemd, where its packages bring some")
    states = [head.split() for head in found if head.startswith("active ")]
    active = {unit: state for _, unit, state, *_ in (words for words in states if len(words) > len(("active", "unit")))}
    on = {unit for unit, state in units.items() if state in _ON} | {
        unit for unit, state in active.items() if state in _OPEN
    }
    # No word at all: systemd isn't the first process here, and so starts none of them.
    unknown = sorted(unit for unit, state in active.items() if state not in _STATES)
    facts: dict[str, Any] = {"units": units, "unknown": unknown}
    for key, pattern in (("open_clear", _CLEAR), ("open_tls", _TLS)):
        opened = sorted(unit for unit in on if pattern.match(unit))
        if opened or not any(pattern.match(unit) for unit in unknown):
            facts[key] = opened
    return facts


def parse_libvirt_sockets(answer: Answer) -> dict[str, Any]:
    """Local sockets that take commands, with their rights: ``MODE USER GROUP PATH`` a line."""
    found = []
    for line in shell_lines(answer.text):
        match = _STAT.match(line)
        if match is None:
            raise ValueError(f"expected mode, user, group and path, got {line[:60]!r}")
        mode = int(match[1], 8)
        found.append(
            {
                "name": match[4].rsplit("/", 1)[-1],
                "mode": match[1],
                "owner": match[2],
                "group": match[3],
                "others_write": bool(mode & 0o002),
                "read_only": match[4].endswith("-ro"),
            }
        )
    writable = [one for one in found if not one["read_only"]]
    return {"sockets": found, "open_to_all": [one["name"] for one in writable if one["others_write"]]}


def parse_libvirt_guests(answer: Answer) -> dict[str, Any]:
    """What happens to guests at boot: settings over the script's defaults, and whether the service starts."""
    settings: dict[str, str] = {}
    enabled: bool | None = None
    for section in sections(answer):
        if section.words[:1] == ["unit"]:
            enabled = section.words[1:] == ["enabled"]
        for line in section.lines:
            match = _ASSIGNMENT.match(line)
            if match is not None:
                settings[match[1]] = match[2].split("#", 1)[0].strip().strip("\"'")
    if enabled is None:
        raise ValueError("whether libvirt-guests starts is not in the output")
    delay = number(settings.get("START_DELAY", "0"))
    facts: dict[str, Any] = {
        "enabled": enabled,
        "on_boot": settings.get("ON_BOOT", "ignore"),
        "on_shutdown": settings.get("ON_SHUTDOWN", ""),
        "starts": enabled and settings.get("ON_BOOT") == "start",
        "syncs_time": settings.get("SYNC_TIME", "0") not in {"", "0"},
    }
    if delay is not None:
        facts["start_delay"] = delay
    return facts


def parse_libvirt_secrets(answer: Answer) -> dict[str, Any]:
    """Secrets that libvirt keeps for storage and the like; values are never asked for."""
    found, _, unreadable = documents(answer, "secret", "secrets")
    secrets = []
    for uuid, root in found:
        usage = first(root, "usage")
        name = next((text for tag in ("name", "volume", "target") if (text := text_of(usage, tag))), None)
        stays, private = root.get("ephemeral") != "yes", root.get("private") == "yes"
        secrets.append({"name": name or uuid, "uuid": uuid, "kept_on_disk": stays, "private": private})
    return {
        "secrets": secrets,
        "readable": [one["name"] for one in secrets if not one["private"]],
        "unreadable": unreadable,
        "count": len(secrets) + len(unreadable),
    }


def parse_disk_sizes(answer: Answer) -> dict[str, Any]:
    """Capacity and allocation in bytes of each disk of each guest: ``virsh domblkinfo UUID --all``."""
    found = by_head(answer)
    if "sizes" not in found:
        raise ValueError("the list of sizes is not in the output")
    disks = []
    for head, section in found.items():
        word, _, uuid = head.partition(" ")
        if word != "guest":
            continue
        for line in section.lines:
            words = line.split()
            if len(words) < 4 or not words[-3].isdigit() or not words[-2].isdigit():  # noqa: PLR2004 - four columns
                continue
            disks.append({"uuid": uuid, "target": words[0], "capacity": int(words[-3]), "allocation": int(words[-2])})
    return {"disks": disks}
