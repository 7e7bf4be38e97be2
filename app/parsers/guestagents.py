"""What agents of virtualisation products let the host do in a guest.

Sections ``== running`` (user and arguments of known agents), ``== qga`` (ini text of ``qemu-ga --dump-conf``),
``== vmtools`` (tools.conf of open-vm-tools), ``== ports`` (names below /dev/virtio-ports), ``== properties`` (names of
guest properties of VirtualBox), ``== timesync`` (word of ``vmware-toolbox-cmd timesync status``), ``== end``.
"""

import re
from collections.abc import Mapping
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.sections import by_head
from app.parsers.timesync import time_service

# Commands of the QEMU agent with which a host reads, writes, runs or takes over (QEMU, qga/qapi-schema.json).
POWERFUL = (
    "guest-exec", "guest-exec-status", "guest-file-open", "guest-file-read", "guest-file-write",
    "guest-set-user-password", "guest-ssh-add-authorized-keys",
)  # fmt: skip
_AGENT_PORTS = frozenset({"com.redhat.spice.0", "org.qemu.guest_agent.0", "org.spice-space.webdav.0"})
_STANDARD_PROPERTY = re.compile(r"^/VirtualBox/(?:GuestAdd|GuestInfo|HostInfo|HostGuest|VMInfo)/")
_OPTION = re.compile(r"(?:--(?:block-rpcs|blacklist|allow-rpcs)|-[ba])(?:=|\s+)(\S+)")
_CLIPBOARD = (
    (re.compile(r"^(?:\S*/)?spice-vdagentd?\b"), "spice-vdagent"),
    (re.compile(r"^(?:\S*/)?VBoxClient\b.*--clipboard"), "VBoxClient --clipboard"),
    (re.compile(r"^(?:\S*/)?VBoxClient\b.*--draganddrop"), "VBoxClient --draganddrop"),
    (re.compile(r"^(?:\S*/)?vmtoolsd\b.*-n\s*vmusr"), "vmtoolsd -n vmusr"),
)


def parse_guest_agents(answer: Answer) -> dict[str, Any]:
    """``agents`` that run, each with what it leaves ``open`` to the host; clipboard services; channels; time."""
    found = by_head(answer)
    if "end" not in found:
        raise ValueError("the look at guest agents has no end")
    text = {head: section.text for head, section in found.items()}
    owners = [line.strip().partition(" ") for line in shell_lines(text.get("running", "")) if line.strip()]
    running = [arguments.strip() for _, _, arguments in owners]
    # Daemons are root's: another account may call its own process as it likes.
    roots = [arguments.split() for owner, _, arguments in owners if owner == "root" and arguments.strip()]
    programs = {words[0].rsplit("/", 1)[-1]: " ".join(words) for words in roots}
    agents: list[dict[str, Any]] = []
    if "qemu-ga" in programs:
        agents.append({"name": "qemu-ga", **_qga(programs["qemu-ga"], text.get("qga"))})
    if "vmtoolsd" in programs:
        agents.append({"name": "vmtoolsd", "open": _vmtools(_ini(text.get("vmtools", "")))})
    if "VBoxService" in programs:
        arguments = programs["VBoxService"]
        agents.append({"name": "VBoxService", "open": [] if "--disable-control" in arguments else ["guest control"]})
    agents += [
        {"name": name, "open": ["file copy"]} for name in ("hv_fcopy_daemon", "hypervfcopyd") if name in programs
    ]
    ports = [line.strip() for line in shell_lines(text.get("ports", "")) if line.strip()]
    properties = [line.strip() for line in shell_lines(text.get("properties", "")) if line.strip()]
    correctors = ["vmtoolsd"] if "vmtoolsd" in programs and text.get("timesync", "").strip() == "Enabled" else []
    if "VBoxService" in programs and "--disable-timesync" not in programs["VBoxService"]:
        correctors.append("VBoxService")
    return {
        "agents": agents,
        "clipboard": list(dict.fromkeys(name for line in running for form, name in _CLIPBOARD if form.search(line))),
        "ports": ports,
        "extra_ports": [name for name in ports if name not in _AGENT_PORTS],
        "pair_daemons": [name for name in ("hv_kvp_daemon", "hypervkvpd") if name in programs],
        "extra_properties": [name for name in properties if not _STANDARD_PROPERTY.match(name)],
        "correctors": correctors,
    }


def _ini(text: str) -> dict[str, str]:
    """``section.key`` in lower case to value."""
    section, values = "", {}
    for line in shell_lines(text):
        stripped = line.strip()
        if stripped.startswith("[") and stripped.endswith("]"):
            section = stripped[1:-1].strip().lower()
        elif "=" in stripped and not stripped.startswith(("#", ";")):
            key, _, value = stripped.partition("=")
            values[f"{section}.{key.strip().lower()}"] = value.strip()
    return values


def _names(text: str) -> set[str]:
    """Commands in a list as the agent reads it: parted by commas, blanks belong to the name (qemu-ga(8), tried)."""
    return {name for name in text.split(",") if name}


def _qga(arguments: str, conf: str | None) -> dict[str, Any]:
    """Commands left open; a list of allowed ones beats the blocked ones. Without the configuration nothing is said."""
    blocked: set[str] = set()
    allowed: set[str] = set()
    for match in _OPTION.finditer(arguments):
        target = allowed if match[0].startswith(("--allow", "-a")) else blocked
        target |= _names(match[1])
    if conf is None and not blocked and not allowed:
        return {}
    values = _ini(conf or "")
    blocked |= _names(values.get("general.block-rpcs", "")) | _names(values.get("general.blacklist", ""))
    allowed |= _names(values.get("general.allow-rpcs", ""))
    if allowed:
        return {"open": [name for name in POWERFUL if name in allowed]}
    return {"open": [name for name in POWERFUL if name not in blocked]}


def _vmtools(conf: Mapping[str, str]) -> list[str]:
    """What tools.conf leaves open; an option that isn't there has the default of open-vm-tools."""
    found = []
    if conf.get("guestoperations.disabled", "false").lower() != "true":
        found.append("guest operations")
    if conf.get("deploypkg.enable-customization", "true").lower() != "false":
        found.append("customisation")
    if conf.get("servicediscovery.disabled", "false").lower() != "true":
        found.append("service discovery")
    if conf.get("globalconf.enabled", "false").lower() == "true":
        found.append("settings from the host")
    return found


def guest_time(facts: Mapping[str, Any]) -> dict[str, Any]:
    """All that corrects the guest's clock, and what of it works: time services and agents together."""
    service = time_service(facts)
    agents = facts["guest_agents"]["correctors"]
    correctors = [*service["services"], *agents]
    joined: dict[str, Any] = {"correctors": correctors, "second": correctors[1] if len(correctors) > 1 else None}
    if service["synchronised"] is not None or agents:
        joined["working"] = [*([service["service"]] if service["synchronised"] else []), *agents]
    return joined
