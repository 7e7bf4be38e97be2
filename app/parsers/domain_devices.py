"""Devices beyond disks, network and consoles, confinement, and options past libvirt (libvirt formatdomain, drvqemu)."""

import re
from typing import Any

from app.parsers.xmltext import Element, first, flag, text_of, within

QEMU = "{http://libvirt.org/schemas/domain/qemu/1.0}"
# Packaged emulators of Debian, Fedora, SUSE, Alpine and kin.
_PACKAGED = re.compile(r"^/usr/(?:libexec|bin|lib/qemu)/(?:qemu-system-[a-z0-9_]+|qemu-kvm|kvm(?:-spice)?)$")
# Options that open files, sockets or the emulator's own monitor, or loosen its confinement.
_RISKY = re.compile(
    r"^--?(?:acpitable|add-fd|audio|audiodev|bios|blockdev|chardev|chroot|D|debugcon|display|drive|dtb|fsdev|fw_cfg|gdb|"
    r"hd[a-d]|cdrom|fd[ab]|icount|incoming|initrd|kernel|L|loadvm|mem-path|mon|monitor|msg|mtdblock|netdev|net|nic|"
    r"option-rom|parallel|pflash|pidfile|plugin|qmp|qmp-pretty|qtest|qtest-log|readconfig|run-with|runas|s|sandbox|sd|"
    r"semihosting|semihosting-config|serial|shim|smbios|spice|tpmdev|trace|usbdevice|user|virtfs|virtfs_synth|"
    r"virtioconsole|vnc|writeconfig)$"
)
# Devices of the host, memory of other programs, and whatever names a file, a folder or a line to a program; a value
# may be JSON as well.
_RISKY_DEVICE = re.compile(
    r"\b(?:ivshmem|vfio|vhost|virtio-9p|usb-host|scsi-generic|scsi-block|loader|usb-mtp|host-pci|pvrdma)"
    r"|(?:file|path|dir|filename|romfile|chardev|evdev|rootdir|wwpn)\"?\s*[=:]",
    re.IGNORECASE,
)
_RISKY_OBJECT = re.compile(
    r"share\"?\s*[=:]\s*(?:on|yes|true)|mem-path|input-linux|memory-backend-file|filter-(?:dump|mirror|redirector)|"
    r"(?:file|dir|filename|chardev)\"?\s*[=:]",
    re.IGNORECASE,
)
# Variables by which a loader or a library takes code or files from elsewhere.
_RISKY_VARIABLE = re.compile(r"^(?:LD_|GCONV_PATH$|PATH$|PYTHON|QEMU_MODULE_DIR$|GLIBC_TUNABLES$|QEMU_AUDIO)")
# A process type that policy confines as a guest, and a profile that libvirt made for one.
_CONFINING = {"selinux": re.compile(r"^[^:]*:[^:]*:svirt[a-z0-9_]*_t:"), "apparmor": re.compile(r"^libvirt-")}
_DEVICE_FILES = "/dev/"


def passed_through(devices: Element | None) -> list[dict[str, Any]]:
    """Devices of the host that the guest holds: PCI, USB, SCSI, mediated, and adapters and disks that are such."""
    found = [_hostdev(element) for element in within(devices, "hostdev")]
    pairs = [("interface", "hostdev"), ("disk", "nvme")]
    for tag, kind in (("interface", "vdpa"), ("disk", "vhostvdpa")):
        for element in within(devices, tag):
            if element.get("type") == kind:
                source = first(element, "source")
                found.append(
                    {"name": f"vdpa {source.get('dev') if source is not None else ''}".strip(), "type": "vdpa"}
                )
    for element in within(devices, "disk"):
        if element.get("device") == "lun":  # the guest sends SCSI commands of its own to the device
            source = first(element, "source")
            place = " ".join(value for _, value in sorted(source.attrib.items())) if source is not None else ""
            found.append({"name": f"lun {place}".strip(), "type": "lun"})
    for element in within(devices, "memory"):
        path = text_of(element, "source/path") or ""
        if path.startswith(_DEVICE_FILES):
            found.append({"name": f"memory {path}", "type": "memory"})
    return found + [
        {"name": f"pci {_address(first(element, 'source'))}".strip(), "type": "pci"}
        for tag, kind in pairs
        for element in within(devices, tag)
        if element.get("type") == kind
    ]


def _hostdev(element: Element) -> dict[str, Any]:
    kind = element.get("type") or element.get("mode") or ""
    source = first(element, "source")
    vendor, product, adapter = first(source, "vendor"), first(source, "product"), first(source, "adapter")
    if vendor is not None and product is not None:
        place = f"{vendor.get('id')}:{product.get('id')}"
    elif adapter is not None:
        place = adapter.get("name") or ""
    elif source is not None and first(source, "address") is not None:
        place = _address(source)
    else:
        place = " ".join(value for _, value in sorted(source.attrib.items())) if source is not None else ""
    return {"name": f"{kind} {place}".strip(), "type": kind}


def _address(source: Element | None) -> str:
    address = first(source, "address")
    if address is None:
        return ""
    if address.get("uuid"):
        return address.get("uuid") or ""
    if address.get("slot"):
        widths = {"domain": 4, "bus": 2, "slot": 2, "function": 1}
        parts = [(address.get(key) or "").removeprefix("0x").rjust(width, "0") for key, width in widths.items()]
        return "{}:{}:{}.{}".format(*parts)
    return " ".join(f"{key} {value}" for key, value in sorted(address.attrib.items()))


def others(root: Element) -> dict[str, Any]:
    """Redirection, sound, USB, TPM, sockets to the host and whatever else a person may want off."""
    devices = first(root, "devices")
    rules = [flag(one, "allow") for one in within(devices, "redirfilter/usbdev")]
    redirections = [f"{one.get('bus') or 'usb'} {one.get('type') or ''}".strip() for one in within(devices, "redirdev")]
    watchdogs = [one.get("action") or "reset" for one in within(devices, "watchdog")]
    return {
        "redirections": redirections,
        "redirections_open": bool(redirections) and (not rules or any(rules)),
        "sounds": [one.get("model") or "" for one in within(devices, "sound")],
        "smartcards": [one.get("mode") or "" for one in within(devices, "smartcard")],
        "tpms": [one.get("type") or "" for one in within(devices, "tpm/backend")],
        "random": [(one.text or "").strip() or one.get("model") or "" for one in within(devices, "rng/backend")],
        "vsocks": [
            f"cid {(one.get('address') or 'auto') if one is not None else 'auto'}"
            for one in (first(vsock, "cid") for vsock in within(devices, "vsock"))
        ],
        "usb_controllers": [
            one.get("model") or "" for one in within(devices, "controller") if one.get("type") == "usb"
        ],
        "host_inputs": [
            one.get("type") or "" for one in within(devices, "input") if one.get("type") in {"passthrough", "evdev"}
        ],
        "panics": [one.get("model") or "" for one in within(devices, "panic")],
        "watchdogs": watchdogs,
        "dumps": [f"watchdog {one}" for one in watchdogs if one == "dump"]
        + [f"on_crash {on}" for on in [text_of(root, "on_crash") or ""] if on.startswith("coredump")],
        "launch_security": [one.get("type") or "" for one in within(root, "launchSecurity")],
    }


def confinement(root: Element) -> dict[str, Any]:
    """The emulator, its labels as configured, and what is handed to it past libvirt."""
    emulators = [(one.text or "").strip() for one in within(root, "devices/emulator")]
    arguments = [one.get("value") or "" for one in within(root, f"{QEMU}commandline/{QEMU}arg")]
    variables = [one.get("name") or "" for one in within(root, f"{QEMU}commandline/{QEMU}env")]
    labels = [
        {"name": one.get("model") or "any", "model": one.get("model"), "type": one.get("type") or "dynamic"}
        for one in within(root, "seclabel")
    ]
    return {
        "emulators": emulators,
        "foreign_emulators": [path for path in emulators if not _PACKAGED.match(path)],
        "security_labels": labels,
        "unlabelled": any(one["type"] == "none" and one["model"] != "dac" for one in labels),
        "loose_labels": [text for one in within(root, "seclabel") for text in _loose(one)],
        "runs_as_root": any(one["model"] == "dac" and one["type"] == "none" for one in labels)
        or any(_is_root(one) for one in within(root, "seclabel") if one.get("model") == "dac"),
        "options": arguments + [f"environment {name}" for name in variables] + _laid_over(root),
        "options_risky": _risky(arguments) + [f"environment {one}" for one in variables if _RISKY_VARIABLE.match(one)],
        "environment": variables,
    }


def _laid_over(root: Element) -> list[str]:
    """What else stands in a namespace of its own below the domain: overrides, abilities, other hypervisors' options."""
    found = []
    for element in root:
        tag = str(element.tag)
        if tag.startswith("{") and tag != f"{QEMU}commandline":
            inner = [one for one in element.iter() if len(one) == 0]
            words = (" ".join([str(one.tag).rsplit("}", 1)[-1], *map(str, one.attrib.values())]) for one in inner)
            found += [f"{tag.rsplit('}', 1)[-1]} {word}" for word in words]
    return found


def _loose(label: Element) -> list[str]:
    """Labels given by hand under which a process is not confined as a guest."""
    known = _CONFINING.get(label.get("model") or "")
    texts = [text for tag in ("label", "baselabel") if (text := text_of(label, tag))]
    return [text for text in texts if known is not None and not known.match(text)]


def external_tpms(devices: Element | None) -> list[str]:
    """TPMs that a program of the host serves, beside the one that libvirt starts itself."""
    sources = (
        first(one, "source")
        for one in within(devices, "tpm/backend")
        if one.get("type") not in {"emulator", "passthrough"}
    )
    return [f"tpm: {(one.get('path') if one is not None else None) or 'a socket'}" for one in sources]


def served_screens(devices: Element | None) -> list[str]:
    """Graphics cards that a program of the host serves through the guest's memory."""
    drivers = (first(one, "driver") for one in within(devices, "video"))
    return ["video" for one in drivers if one is not None and one.get("name") == "vhostuser"]


def _is_root(label: Element) -> bool:
    owner = (text_of(label, "label") or "").split(":")[0].strip().removeprefix("+")
    return label.get("type") == "static" and (owner == "root" or (owner != "" and not owner.strip("0")))


def _risky(arguments: list[str]) -> list[str]:
    """Options, with their value, that open a path libvirt knows nothing of."""
    found = []
    for option, value in zip(arguments, [*arguments[1:], ""], strict=False):
        bare = option.replace("--", "-", 1)
        if _RISKY.match(option):
            found.append(f"{option} {value}".strip())
        elif (bare == "-device" and _RISKY_DEVICE.search(value)) or (bare == "-object" and _RISKY_OBJECT.search(value)):
            found.append(f"{option} {value}")
    return found
