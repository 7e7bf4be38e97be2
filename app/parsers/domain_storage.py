"""Disks and shared folders of a libvirt guest (libvirt formatdomain, "Hard drives", "Filesystems")."""

import posixpath
import re
from typing import Any

from app.parsers.domain_consoles import is_loopback
from app.parsers.xmltext import Element, first, flag, kib, number, text_of, within

# Whole disks of the host, as kernel and udev name them; partitions, logical volumes and device-mapper names are not.
_WHOLE_DISK = re.compile(
    r"^/dev/(?:(?:s|h|v|xv)d[a-z]{1,3}|dasd[a-z]{1,4}|nvme\d+n\d+|mmcblk\d+|md\d+|md/[^/]+|sg\d+|mapper/mpath[a-z]+"
    r"|disk/by-(?:id|path|diskseq)/(?!lvm-|dm-(?!uuid-mpath-)|md-)(?!.*-part\d+$).+)$"
)
_HOST_DRIVE = re.compile(r"^/dev/(?:sr\d+|scd\d+|cdrom\S*|dvd\S*|cdrw\S*|fd\d+\S*|floppy\S*)$")
# Folders that belong to the host's system, its accounts or to other guests, with all below them.
_SYSTEM = (
    "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/proc", "/root", "/run", "/sbin", "/sys", "/usr",
    "/var/lib/containers", "/var/lib/docker", "/var/lib/libvirt", "/var/log", "/var/run", "/var/spool/cron",
)  # fmt: skip
# Folders that are too wide to hand out themselves, while one made below them may be meant for a guest.
_WIDE = ("/", "/media", "/mnt", "/opt", "/srv", "/tmp", "/var", "/var/lib", "/var/spool")  # noqa: S108 - no file of ours
_RATES = tuple(f"{kind}_{what}_sec" for kind in ("total", "read", "write") for what in ("bytes", "iops"))
_CHAIN = 64  # images of a backing chain that are followed
_TLS_PROTOCOLS = frozenset({"https", "ftps", "ssh"})


def disks(devices: Element | None) -> list[dict[str, Any]]:
    """Every disk, CD and floppy drive with its source as one text, and whether it is written, shared, limited."""
    return [_disk(element) for element in within(devices, "disk")]


def _disk(element: Element) -> dict[str, Any]:
    kind = element.get("type") or "file"
    device = element.get("device") or "disk"
    target, driver, source = first(element, "target"), first(element, "driver"), first(element, "source")
    place = _place(kind, source)
    chain = _chain(element)
    below = [found for one_kind, one in chain if (found := _place(one_kind, one)) is not None]
    remote = [one for one_kind, one in [(kind, source), *chain] if one_kind == "network" and one is not None]
    remote = [one for one in remote if not _is_local(one)]
    rates = {name: number(text_of(first(element, "iotune"), name)) for name in _RATES}
    fact: dict[str, Any] = {
        "target": (target.get("dev") if target is not None else None) or "",
        "device": device,
        "type": kind,
        "bus": target.get("bus") if target is not None else None,
        "format": driver.get("type") if driver is not None else None,
        "source": place,
        "empty": place is None,
        "medium": device in {"cdrom", "floppy"},
        "readonly": first(element, "readonly") is not None or device == "cdrom",
        "shareable": first(element, "shareable") is not None,
        "removable": flag(target, "removable"),
        "startup_policy": source.get("startupPolicy") if source is not None else None,
        "encrypted": first(element, "encryption") is not None or first(source, "encryption") is not None,
        "rate_limited": any((rate or 0) > 0 for rate in rates.values()),
        "rate_group": text_of(first(element, "iotune"), "group_name"),
        "whole_disks": [
            one for one in [place, *below] if one and device not in {"cdrom", "floppy"} and _WHOLE_DISK.match(one)
        ],
        "host_drive": bool(place and _HOST_DRIVE.match(place)),
        "local_path": place if place and kind in {"file", "block", "dir"} else None,
        "backing": below,
        "remote": bool(remote),
        "tls": all(_speaks_tls(one) for one in remote),
    }
    if kind == "network" and source is not None:
        protocol = source.get("protocol") or ""
        fact["protocol"] = protocol
        fact["authenticated"] = first(element, "auth") is not None or first(source, "auth") is not None
    fact["name"] = fact["target"] or place or device
    return fact


def _place(kind: str, source: Element | None) -> str | None:
    """The source as one text by which two guests' disks can be compared; None for an empty drive."""
    if source is None:
        return None
    if kind in {"file", "block", "dir", "vhostuser", "vhostvdpa"}:
        names = {"file": "file", "dir": "dir", "vhostuser": "path"}.get(kind, "dev"), "file", "dev", "dir", "path"
        path = next((found for name in names if (found := source.get(name))), None)
        return posixpath.normpath(path) if path and path.startswith("/") else path or None
    if kind == "volume":
        return f"{source.get('pool')}/{source.get('volume')}" if source.get("volume") else None
    if kind == "nvme":
        address = first(source, "address")
        words = [address.get(part, "") for part in ("domain", "bus", "slot", "function")] if address is not None else []
        return f"nvme {':'.join(words)} namespace {source.get('namespace')}"
    if kind == "network":
        hosts = ",".join(
            sorted(f"{one.get('name') or one.get('socket')}:{one.get('port') or ''}" for one in within(source, "host"))
        )
        return f"{source.get('protocol')}:{source.get('name') or ''}@{hosts}"
    known = " ".join(f"{key}={value}" for key, value in sorted(source.attrib.items()) if key != "index")
    return f"{kind} {known}" if known else None


def _chain(element: Element) -> list[tuple[str, Element | None]]:
    """Sources beside the first one, as far as the document tells them: images below, copies, and files with data."""
    chain: list[tuple[str, Element | None]] = []
    waiting = [element]
    while waiting and len(chain) < _CHAIN:
        one = waiting.pop(0)
        for path in ("backingStore", "mirror", "source/dataStore", "dataStore"):
            for store in within(one, path):
                chain.append((store.get("type") or "file", first(store, "source")))
                waiting.append(store)
    return chain


def _is_local(source: Element) -> bool:
    """Whether a network disk is served by this very host, by a socket or over loopback."""
    hosts = list(within(source, "host"))
    return bool(hosts) and all(one.get("transport") == "unix" or is_loopback(one.get("name") or "") for one in hosts)


def _speaks_tls(source: Element) -> bool:
    """TLS by request, where the protocol has it, or by protocol, unless the certificate isn't looked at."""
    protocol, check = source.get("protocol") or "", first(source, "ssl")
    by_protocol = protocol in _TLS_PROTOCOLS and (check is None or check.get("verify") != "no")
    return by_protocol or (protocol not in _TLS_PROTOCOLS and flag(source, "tls"))


def limited_by_device(root: Element) -> bool:
    """Whether the guest's rate is bounded on some device of the host, by cgroup (``<blkiotune>``)."""
    tags = ("read_bytes_sec", "write_bytes_sec", "read_iops_sec", "write_iops_sec")
    return any((number(text_of(one, tag)) or 0) > 0 for one in within(root, "blkiotune/device") for tag in tags)


def filesystems(devices: Element | None) -> list[dict[str, Any]]:
    """Folders and the like that the host shares with the guest, under the name by which the guest mounts them."""
    found = []
    for element in within(devices, "filesystem"):
        source, target = first(element, "source"), first(element, "target")
        kind = element.get("type") or "mount"
        driver = first(element, "driver")
        values = [value for key, value in sorted(source.attrib.items()) if key != "units"] if source is not None else []
        place = values[0] if values else ""
        found.append(
            {
                "name": (target.get("dir") if target is not None else None) or place,
                "type": kind,
                "driver": (driver.get("type") if driver is not None else None) or "path",
                "source": place,
                "access": element.get("accessmode") or "passthrough",
                "readonly": first(element, "readonly") is not None,
                "system_folder": _is_system(place),
                "shared": kind != "ram",
            }
        )
    return found


def _is_system(path: str) -> bool:
    if not path.startswith("/"):
        return False
    clean = "/" + posixpath.normpath(path).lstrip("/")
    return clean in _WIDE or any(clean == folder or clean.startswith(f"{folder}/") for folder in _SYSTEM)


def shared_memory(devices: Element | None) -> list[dict[str, Any]]:
    """Memory regions that several guests, or guest and host, have in common (``<shmem>``, and modules in files)."""
    return [
        {
            "name": element.get("name") or "",
            "model": (model.get("type") if (model := first(element, "model")) is not None else None) or "ivshmem",
            "size_kib": kib(first(element, "size")),
        }
        for element in within(devices, "shmem")
    ] + [
        {
            "name": text_of(element, "source/path") or element.get("model") or "",
            "model": element.get("model") or "",
            "size_kib": kib(first(element, "target/size")),
        }
        for element in within(devices, "memory")
        # A virtio-pmem module is a mapped file of the host by its nature; an NVDIMM where it is mapped as shared.
        if element.get("model") == "virtio-pmem"
        or (element.get("access") == "shared" and text_of(element, "source/path"))
    ]
