"""QEMU processes and what their arguments open, for hosts that start QEMU without a manager (qemu(1)).

Sections ``== process PID UID`` with one argument per line, ``== cgroup PID`` behind each with its control groups, and
``== end``; ``== hidden`` where /proc shows only own processes. A guest of libvirt or Proxmox VE is known by its
control group, which its owner can't choose, or by the folder of the manager in a process of a system user.

What a guest opens is only known where all its options are seen: with ``-readconfig`` further ones stand in a file, so
that then, and where JSON can't be read, nothing is said of what the other options don't open.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.sections import sections

_MANAGED = {
    "libvirt": re.compile(r"machine-qemu|/machine\.slice/|/machine/|libvirt"),
    "proxmox": re.compile(r"/qemu\.slice/\d+\.scope"),
}
_FOLDERS = {
    "libvirt": ("/var/lib/libvirt/", "/run/libvirt/"),
    "proxmox": ("/var/run/qemu-server/", "/run/qemu-server/"),
}
_PEOPLE = range(1000, 60000)  # uids that useradd gives to people
_LOOPBACK = ("127.", "localhost", "[::1]", "::1")
_WHOLE_DISK = re.compile(r"^/dev/(?:[shv]d[a-z]+|xvd[a-z]+|nvme\d+n\d+|mmcblk\d+|disk/by-(?:id|path)/(?!.*-part\d).+)$")
_STREAMS = {"-monitor", "-qmp", "-qmp-pretty", "-serial", "-parallel", "-gdb", "-debugcon"}
_SYSTEM = ("/", "/boot", "/dev", "/etc", "/home", "/proc", "/root", "/run", "/sys", "/usr", "/var")
_FILES = {
    "-drive",
    "-blockdev",
    "-hda",
    "-hdb",
    "-hdc",
    "-hdd",
    "-cdrom",
    "-fda",
    "-fdb",
    "-pflash",
    "-sd",
    "-mtdblock",
}


def parse_qemu(answer: Answer) -> dict[str, Any]:
    """``processes`` of QEMU, and those without a manager; neither is there where processes are hidden."""
    processes: list[dict[str, Any]] = []
    arguments: tuple[str, ...] = ()
    ended = False
    for section in sections(answer):
        words = section.words
        if words[:1] == ["hidden"]:
            return {}
        if words[:1] == ["end"]:
            ended = True
        elif words[:1] == ["process"] and len(words) == 3 and words[2].isdigit():  # noqa: PLR2004 - pid and uid
            arguments = section.lines
            if not any(line.strip() for line in arguments):
                raise ValueError(f"process {words[1][:20]} didn't show its arguments")
            processes.append({"pid": words[1], "uid": int(words[2]), **_guest(list(arguments))})
        elif words[:1] == ["cgroup"] and processes:
            processes[-1]["manager"] = _manager(section.text, arguments, processes[-1]["uid"])
        else:
            raise ValueError(f"expected a process, got {section.head[:60]!r}")
    if not ended:
        raise ValueError("the list of processes has no end")
    bare = [one for one in processes if not one.get("manager")]
    return {"processes": processes, "guests_without_manager": bare}


def _manager(groups: str, arguments: tuple[str, ...], uid: int) -> str:
    for name, pattern in _MANAGED.items():
        if pattern.search(groups) and uid not in _PEOPLE:
            return name
    text = " ".join(arguments)
    for name, folders in _FOLDERS.items():
        if uid not in _PEOPLE and any(folder in text for folder in folders):
            return name
    return ""


def _guest(arguments: list[str]) -> dict[str, Any]:
    pairs = [(option, _plain(value)) for option, value in _options(arguments)]
    name = next((_parts(value).get("guest", value.split(",")[0]) for option, value in pairs if option == "-name"), "")
    consoles = [console for option, value in pairs if (console := _console(option, value))]
    opened: dict[str, list[str]] = {
        "open_consoles": [console for console in consoles if _is_open(console)],
        "open_channels": [f"{option} {value}".strip() for option, value in pairs if _open_channel(option, value)],
        "shares": [f"{option} {value}" for option, value in pairs if _is_share(option, value)],
        "system_shares": [path for option, value in pairs if _is_share(option, value) and (path := _system(value))],
        "shared_memory": [f"{option} {value}" for option, value in pairs if _is_shared_memory(option, value)],
        "host_disks": [path for option, value in pairs for path in _files(option, value) if _WHOLE_DISK.match(path)],
    }
    hidden = any(option == "-readconfig" or value.startswith("{") for option, value in pairs)
    return {
        "name": name or "without name",
        "consoles": consoles,
        "channels": [f"{option} {value}".strip() for option, value in pairs if _is_channel(option, value)],
        **{key: found for key, found in opened.items() if found or not hidden},
        "sandbox": any(option == "-sandbox" and value.startswith("on") for option, value in pairs),
    }


def _plain(value: str) -> str:
    """An option given as JSON in the form of all others: ``TYPE,key=value,...``; as it is where it can't be read."""
    if not value.startswith("{"):
        return value
    try:
        found = dict(json.loads(value))
    except (RecursionError, TypeError, ValueError):
        return value
    kind = next((str(found[key]) for key in ("qom-type", "driver", "type") if key in found), "")
    return ",".join([kind, *(f"{key}={text}" for key, text in _flat(found))])


def _flat(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Keys of nested values with dots between them, as qemu(1) writes them."""
    for key, value in values.items():
        if isinstance(value, dict):
            yield from ((f"{key}.{inner}", text) for inner, text in _flat(value))
        else:
            yield key, {True: "on", False: "off"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _options(arguments: list[str]) -> list[tuple[str, str]]:
    """Options with the argument behind them, if it is one; -- and - mean the same to QEMU."""
    found: list[tuple[str, str]] = []
    rest = arguments[1:]
    for index, word in enumerate(rest):
        if word.startswith("-") and len(word) > 1:
            after = rest[index + 1] if index + 1 < len(rest) else ""
            found.append(("-" + word.lstrip("-"), "" if after.startswith("-") and len(after) > 1 else after))
    return found


def _parts(value: str) -> dict[str, str]:
    return {key: text for key, _, text in (part.partition("=") for part in value.split(","))}


def _console(option: str, value: str) -> str:
    """The address of a console as ``kind address``; empty for what is none."""
    if option == "-display" and value.startswith("vnc="):
        option, value = "-vnc", value.removeprefix("vnc=")
    if option == "-vnc" and not value.startswith("none"):
        address = value.split(",")[0]
        host = address if address.startswith("unix:") else address.rpartition(":")[0]
        parts = _parts(value)
        listening = "reverse" not in parts
        return f"VNC {host or 'all addresses'}" if listening else f"VNC towards {address}"
    if option == "-spice":
        parts = _parts(value)
        if parts.get("unix") == "on" or ("unix" in parts and "port" not in parts):
            return "SPICE unix:"
        return f"SPICE {parts.get('addr') or 'all addresses'}" if {"port", "tls-port"} & parts.keys() else ""
    return ""


def _is_open(console: str) -> bool:
    return not console.split(" ", 1)[1].startswith((*_LOOPBACK, "unix:"))


def _open_channel(option: str, value: str) -> bool:
    """A monitor, debugger, serial line or migration port that other machines reach."""
    if option == "-s":
        return True  # the debugger on port 1234 of all addresses
    if option in _STREAMS or option == "-incoming":
        kind, _, rest = value.removeprefix("mon:").partition(":")
        return kind in {"tcp", "telnet", "udp", "websocket"} and not rest.startswith(_LOOPBACK)
    if option == "-chardev" and value.startswith(("socket,", "udp,")):
        parts = _parts(value)
        return "path" not in parts and "fd" not in parts and not parts.get("host", "").startswith(_LOOPBACK)
    return False


def _is_channel(option: str, value: str) -> bool:
    if option in _STREAMS:
        return value not in {"none", "null"}
    if option in {"-chardev", "-s"}:
        return True
    return option == "-device" and value.startswith(
        ("virtserialport", "virtconsole", "vhost-vsock", "ivshmem", "usb-redir")
    )


def _is_share(option: str, value: str) -> bool:
    if option in {"-virtfs", "-fsdev"}:
        return True
    if option == "-device":
        return value.startswith(("virtio-9p", "vhost-user-fs", "usb-mtp"))
    if option in {"-netdev", "-nic", "-net"}:
        return "smb" in _parts(value)
    return option in _FILES and any(part.removeprefix("file=").startswith("fat:") for part in value.split(","))


def _system(value: str) -> str:
    path = _parts(value).get("path", "")
    return path if (path.rstrip("/") or "/") in _SYSTEM and path else ""


def _is_shared_memory(option: str, value: str) -> bool:
    if option == "-device":
        return value.startswith("ivshmem")
    parts = _parts(value)
    return (
        option == "-object" and value.startswith("memory-backend-file") and parts.get("share") in {"on", "yes", "true"}
    )


def _files(option: str, value: str) -> list[str]:
    if option not in _FILES:
        return []
    parts = _parts(value)
    named = [parts[key] for key in ("file", "filename", "file.filename") if key in parts]
    return named or ([value.split(",", 1)[0]] if value.startswith("/") else [])
