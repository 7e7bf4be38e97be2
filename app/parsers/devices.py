"""Disks, drives and ports of the machine, drivers that are blocked, what the firmware boots.

sysfs-block and sysfs-bus-thunderbolt of the Linux kernel, modprobe(8), efibootmgr(8).
"""

import re
from typing import Any

from app.parsers import Answer, shell_lines

_BOOT = re.compile(r"^Boot([0-9A-Fa-f]{4})(\*?) (.*)$")
_DISK = re.compile(r"\b(?:HD|NVMe|Sata|Scsi|Ata)\(", re.IGNORECASE)
_FOREIGN = {
    "network": re.compile(r"\b(?:MAC|IPv4|IPv6|Uri|PXE)\b|\bPXE\b|Network|\bHTTP", re.IGNORECASE),
    "USB": re.compile(r"\bUSB(?:WWID|Class)?\(|\bUSB\b", re.IGNORECASE),
    "optical": re.compile(r"\bCDROM\(|CD/DVD|DVD|CD-?ROM", re.IGNORECASE),
    "shell": re.compile(r"\bshell\b", re.IGNORECASE),
    "floppy": re.compile(r"floppy", re.IGNORECASE),
}
_NO_EFI = 2  # efibootmgr: "EFI variables are not supported on this system."


def _lines(answer: Answer, what: str) -> list[list[str]]:
    lines = [line.split() for line in shell_lines(answer.text) if line.strip()]
    if not lines or lines[-1] != ["end"]:
        raise ValueError(f"the list of {what} has no end")
    return lines[:-1]


def parse_drives(answer: Answer) -> dict[str, Any]:
    """``drives``: name, kind (disk, optical, floppy, removable), size in bytes, whether it hangs on USB."""
    drives = []
    for words in _lines(answer, "drives"):
        if len(words) != 5 or not words[1].isdigit() or not words[3].isdigit():  # noqa: PLR2004 - what the probe prints
            raise ValueError(f"expected a drive, got {' '.join(words)[:60]!r}")
        name, removable, kind, sectors, bus = words
        usb = bus == "usb"
        if name.startswith("fd"):
            word = "floppy"
        elif kind == "5" or name.startswith("sr"):
            word = "optical"
        else:
            word = "removable" if removable == "1" or usb else "disk"
        drives.append({"name": name, "kind": word, "bytes": int(sectors) * 512, "usb": usb})
    return {
        "drives": drives,
        "removable": [f"{one['name']} ({one['kind']})" for one in drives if one["kind"] != "disk"],
    }


def parse_port_drivers(answer: Answer) -> dict[str, Any]:
    """By driver: ``state`` (blocked, absent, builtin, loadable), whether it is loaded or only blacklisted."""
    drivers: dict[str, Any] = {}
    for words in _lines(answer, "drivers"):
        if len(words) != 4 or words[0] != "driver" or words[3] not in {"yes", "no"}:  # noqa: PLR2004 - as printed
            raise ValueError(f"expected a driver, got {' '.join(words)[:60]!r}")
        drivers[words[1]] = {"state": words[2], "loaded": words[3] == "yes"}
        drivers[words[1]]["usable"] = words[2] in {"loadable", "builtin"} or words[3] == "yes"
    return drivers


def parse_thunderbolt(answer: Answer) -> dict[str, Any]:
    """``domains``: name, security level, whether the IOMMU keeps devices from memory."""
    domains = []
    for words in _lines(answer, "Thunderbolt domains"):
        if len(words) != 4 or words[0] != "domain":  # noqa: PLR2004 - name, level, IOMMU
            raise ValueError(f"expected a domain, got {' '.join(words)[:60]!r}")
        domains.append({"name": words[1], "security": words[2], "memory_guarded": words[3] == "1"})
    return {"domains": domains}


def parse_boot_entries(answer: Answer) -> dict[str, Any]:
    """``order`` of active entries and those in it that are no disk; ``firmware`` is bios where EFI isn't in use."""
    if answer.status == _NO_EFI:
        return {"firmware": "bios"}
    entries: dict[str, tuple[bool, str]] = {}
    order: list[str] = []
    for line in shell_lines(answer.text):
        if match := _BOOT.match(line):
            entries[match[1].upper()] = (match[2] == "*", match[3])
        elif line.startswith("BootOrder:"):
            order = [word.strip().upper() for word in line.partition(":")[2].split(",") if word.strip()]
    if not entries and not order:
        raise ValueError("expected boot entries of efibootmgr, found none")
    active = [entries[number][1] for number in order if number in entries and entries[number][0]]
    foreign = [f"{kind}: {text.split(chr(9))[0].strip()}" for text in active if (kind := _foreign(text))]
    return {"firmware": "efi", "order": [text.split("\t")[0].strip() for text in active], "foreign": foreign}


def _foreign(text: str) -> str:
    for kind, pattern in _FOREIGN.items():
        if pattern.search(text) and not (kind == "USB" and _DISK.search(text)):
            return kind
    return ""
