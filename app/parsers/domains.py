"""Guests of a libvirt host: ``virsh list``, ``dumpxml --inactive``, ``dumpxml`` and ``dominfo`` of each (virsh(1)).

Sections, written by the probe: ``== guests UUID…``, ``== active UUID…``, ``== autostart UUID…``, ``== saved UUID…``,
and for each guest ``== configured UUID``, ``== running UUID`` (if it runs) and ``== info UUID``, every line of
content behind ``|``; ``== failed configured UUID`` and the like where virsh could not tell.

Each fact is the worse of what the guest runs with and what its next start will use. A guest whose documents can't be
read keeps its name and UUID and loses every other fact, so that nothing about it is decided; ``unreadable`` says why.
"""

import re
from collections.abc import Mapping
from typing import Any

from app.parsers import Answer, domain_consoles, domain_devices, domain_network, domain_settings, domain_storage
from app.parsers.domain_merge import merge
from app.parsers.sections import Section, by_head
from app.parsers.xmltext import Element, document

_UUID = re.compile(r"^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
_LISTS = ("guests", "active", "autostart", "saved")


def parse_domains(answer: Answer) -> dict[str, Any]:
    """``domains``: every guest with its facts; ``unreadable``: those that could not be read, with the reason."""
    listed: dict[str, list[str]] = {}
    parts: dict[str, Section] = {}
    for head, section in by_head(answer).items():
        word, *rest = section.words or [""]
        if word in _LISTS:
            listed[word] = [_uuid(text) for text in rest]
        else:
            parts[head] = section
    if missing := [name for name in _LISTS if name not in listed]:
        raise ValueError(f"the list of {missing[0]} is not in the output")
    guests = [_guest(uuid, listed, parts) for uuid in listed["guests"]]
    unreadable = [
        {"name": one["name"], "uuid": one["uuid"], "reason": one["unreadable"]} for one in guests if one["unreadable"]
    ]
    facts: dict[str, Any] = {
        "domains": guests,
        "count": len(guests),
        "unreadable": unreadable,
        "autostart_count": len(listed["autostart"]),
        "autostart": [one["name"] for one in guests if one["autostart"]],
    }
    macs = _macs(guests)
    if not unreadable or any(one["count"] > 1 for one in macs):
        facts["macs"] = macs  # an address that looks single may be that of the guest that can't be read, too
    return facts


def _uuid(text: str) -> str:
    if not _UUID.match(text):
        raise ValueError(f"expected a UUID, got {text[:60]!r}")
    return text


def _guest(uuid: str, listed: Mapping[str, list[str]], parts: Mapping[str, Section]) -> dict[str, Any]:
    info = _info(parts.get(f"info {uuid}"))
    facts: dict[str, Any] = {
        "name": info.get("Name") or uuid,
        "uuid": uuid,
        "running": uuid in listed["active"],
        "autostart": uuid in listed["autostart"],
        "saved": uuid in listed["saved"],
        "unreadable": "",
    }
    try:
        facts |= _described(uuid, parts, running=facts["running"])
        facts |= _state(info)
    except ValueError as error:
        facts["unreadable"] = " ".join(str(error).split())[:200]
    return facts


def _described(uuid: str, parts: Mapping[str, Section], *, running: bool) -> dict[str, Any]:
    documents = []
    for which in ("configured", "running") if running else ("configured",):
        section = parts.get(f"{which} {uuid}")
        if section is None:
            raise ValueError(f"virsh could not show the {which} form of this guest")
        facts = describe(document(section.text, "domain"))
        if facts["uuid"] not in {uuid, ""}:
            raise ValueError(f"the {which} form names another guest: {facts['uuid'][:40]!r}")
        documents.append(facts)
        facts["uuid"] = uuid
    merged = merge(documents[0], documents[1]) if running else {**documents[0], "pending": []}
    if not merged.get("name"):
        raise ValueError("the guest has no name")
    return merged


def describe(root: Element) -> dict[str, Any]:
    """The facts of one domain document."""
    devices = _devices(root)
    disks = domain_storage.disks(devices)
    interfaces = domain_network.interfaces(devices)
    chardevs = domain_consoles.chardevs(devices)
    filesystems = domain_storage.filesystems(devices)
    memory = domain_settings.memory(root)
    passed = domain_devices.passed_through(devices)
    passed += [{"name": one["name"], "type": one["kind"]} for one in chardevs if one["type"] == "dev"]
    everywhere = [(one, end) for one in chardevs for end in one["ends"]]
    ends = [(one, end) for one, end in everywhere if end["outer"]]
    # Telnet is a protocol in clear by its nature, and no program that asks for it should be needed, nearby or not.
    clear = [(one, end) for one, end in everywhere if not end["tls"] and (end["outer"] or end["telnet"])]
    # virtiofs and vhost-user devices work on shared memory only; anything else has no need of it.
    served = [one["name"] for one in (*disks, *interfaces) if one["type"] == "vhostuser"]
    served += domain_devices.served_screens(devices)
    needed = bool(served) or any(one["driver"] == "virtiofs" for one in filesystems)
    return {
        **domain_settings.identity(root),
        **domain_settings.processor(root),
        **memory,
        **domain_settings.firmware(root),
        **domain_settings.clock(root),
        **domain_devices.others(root),
        **domain_devices.confinement(root),
        "disks": disks,
        "block_limited": domain_storage.limited_by_device(root),
        "media": [f"{one['target']} {one['source']}" for one in disks if one["medium"] and not one["empty"]],
        "whole_disks": [place for one in disks for place in one["whole_disks"]],
        "interfaces": interfaces,
        "graphics": domain_consoles.graphics(devices),
        "chardevs": chardevs,
        "channels": [one["target_name"] or one["type"] for one in chardevs if one["kind"] == "channel"],
        "records": [f"{one['name']} to {path}" for one in chardevs for path in one["records"]],
        "network_consoles": [f"{one['name']}: {end['name']}" for one, end in ends if end["listens"]],
        "clear_consoles": [f"{one['name']}: {end['name']}" for one, end in clear],
        "host_sockets": [f"{one['name']}: {one['connects_to']}" for one in chardevs if one["connects_to"]]
        + domain_devices.external_tpms(devices),
        "agent_clipboard": any(one["clipboard"] for one in chardevs),
        "filesystems": filesystems,
        "shared_regions": domain_storage.shared_memory(devices),
        "memory_shared_unneeded": memory["shared_memory"] and not needed,
        "vhost_user": served,
        "passed_through": passed,
        "pci_devices": [one["name"] for one in passed if one["type"] == "pci"],
    }


def _devices(root: Element) -> Element | None:
    """The devices as libvirt reads them: of all such elements, were there several."""
    found = root.findall("devices")
    for other in found[1:]:
        found[0].extend(other)
        root.remove(other)
    return found[0] if found else None


def _info(section: Section | None) -> dict[str, str]:
    pairs = (line.partition(":") for line in (section.lines if section else ()))
    return {key.strip(): value.strip() for key, colon, value in pairs if colon}


def _state(info: Mapping[str, str]) -> dict[str, Any]:
    """From dominfo: the state, and the label of the running process with its mode."""
    facts: dict[str, Any] = {}
    if "State" in info:
        facts["state"] = info["State"]
    if "Security model" in info:
        facts["security_model"] = info["Security model"]
        facts["security_label"] = info.get("Security label", "")
        facts["enforcing"] = facts["security_label"].endswith("(enforcing)")
    return facts


def _macs(guests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Hardware addresses with the guests that have them; a guest may hold one twice as well."""
    owners: dict[str, list[str]] = {}
    for guest in guests:
        for interface in guest.get("interfaces", ()):
            if interface["mac"]:
                owners.setdefault(interface["mac"], []).append(guest["name"])
    return [{"name": mac, "guests": names, "count": len(names)} for mac, names in sorted(owners.items())]
