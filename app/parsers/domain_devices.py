"""Devices beyond disks, network and consoles, confinement, and options past libvirt (libvirt formatdomain, drvqemu)."""

import re
from typing import Any

from app.parsers.xmltext import Element, first, flag, text_of, within

QEMU = "{http://libvirt.org/schemas/domain/qemu/1.0}"
# Packaged emulators of Debian, Fedora, SUSE, Alpine and kin.
_PACKAGED = re.compile(r"^/usr/(?:libexec|bin|lib/qemu)/(?:qemu-system-[a-z0-9_]+|qemu-kvm|kvm)$")
# Options that open files, sockets or the emulator's own monitor, or loosen its confinement.
_RISKY = re.compile(
    r"^--?(?:add-fd|chardev|chroot|drive|fsdev|gdb|hd[a-d]|cdrom|fd[ab]|incoming|mon|monitor|mtdblock|netdev|net|nic|"
    r"parallel|pflash|plugin|qmp|qmp-pretty|qtest|readconfig|run-with|runas|s|sandbox|sd|semihosting|semihosting-config|"
    r"serial|spice|trace|usbdevice|virtfs|virtfs_synth|vnc|writeconfig)$"
)
_RISKY_DEVICE = re.compile(r"^(?:ivshmem|vfio|vhost|virtio-9p|usb-host|scsi-generic|scsi-block)")
_RISKY_OBJECT = re.compile(r"share=on|mem-path=|input-linux|memory-backend-file")


def passed_through(devices: Element | None) -> list[dict[str, Any]]:
    """Devices of the host that the guest holds: PCI, USB, SCSI, mediated, and adapters and disks that are such."""
    found = [_hostdev(element) for element in within(devices, "hostdev")]
    pairs = [("interface", "hostdev"), ("disk", "nvme")]
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
    labels = [
        {"name": one.get("model") or "any", "model": one.get("model"), "type": one.get("type") or "dynamic"}
        for one in within(root, "seclabel")
    ]
    return {
        "emulators": emulators,
        "foreign_emulators": [path for path in emulators if not _PACKAGED.match(path)],
        "security_labels": labels,
        "unlabelled": any(one["type"] == "none" and one["model"] != "dac" for one in labels),
        "runs_as_root": any(one["model"] == "dac" and one["type"] == "none" for one in labels)
        or any(_is_root(one) for one in within(root, "seclabel") if one.get("model") == "dac"),
        "options": arguments,
        "options_risky": _risky(arguments),
        "environment": [one.get("name") or "" for one in within(root, f"{QEMU}commandline/{QEMU}env")],
    }


def _is_root(label: Element) -> bool:
    text = text_of(label, "label") or ""
    return label.get("type") == "static" and text.split(":")[0].removeprefix("+") in {"0", "root"}


def _risky(arguments: list[str]) -> list[str]:
    """Options, with their value, that open a path libvirt knows nothing of."""
    found = []
    for option, value in zip(arguments, [*arguments[1:], ""], strict=False):
        bare = option.replace("--", "-", 1)
        if _RISKY.match(option):
            found.append(f"{option} {value}".strip())
        elif (bare == "-device" and _RISKY_DEVICE.match(value)) or (bare == "-object" and _RISKY_OBJECT.search(value)):
            found.append(f"{option} {value}")
    return found
