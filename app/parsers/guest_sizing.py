"""Whether a host can bear its guests at their peak: memory, CPU, and storage when every disk is full."""

from collections.abc import Mapping
from typing import Any

from app.parsers.guest_files import images_by_source

OVERHEAD_KIB = 256 * 1024  # of a guest that isn't running: emulator, page tables and devices; a rule of thumb
BASE_KIB = 512 * 1024  # of a host that isn't measured: the least with which a hypervisor still runs
BASE_CORES = 1.0  # for the host itself and the emulators' own threads
_PERCENT = 100


def join_guest_sizing(facts: Mapping[str, Any]) -> dict[str, Any]:
    """H + sum(G) + O against what is installed; left out where a guest can't be read, as its share isn't known."""
    node, guests = facts["libvirt_node"], facts["domains"]["domains"]
    needed = ("max_memory_kib", "vcpus", "peak_cores", "video_kib")
    host = max(node.get("host_kib", BASE_KIB), BASE_KIB)
    total = node["memory_kib"]
    sizing: dict[str, Any] = {
        "total_mib": total // 1024,
        "host_mib": host // 1024,
        "cpus": node["cpus"],
        "most_per_guest_kib": max(0, total - host - OVERHEAD_KIB),
    }
    if any(key not in guest for guest in guests for key in needed):
        return sizing
    given = sum(guest["max_memory_kib"] + guest["video_kib"] for guest in guests)
    measured = node.get("measured", 0)
    overhead = node.get("overhead_kib", 0) + max(0, len(guests) - measured) * OVERHEAD_KIB
    cores = sum(guest["peak_cores"] for guest in guests) + (BASE_CORES if guests else 0)
    sizing |= {
        "guests_mib": given // 1024,
        "overhead_mib": overhead // 1024,
        "margin_mib": (total - host - given - overhead) // 1024,
        "memory_ratio": round((host + given + overhead) / total, 2),
        "vcpus": sum(guest["vcpus"] for guest in guests),
        "cpu_ratio": round(cores / node["cpus"], 2),
        "cpu_shared": sum(guest["vcpus"] for guest in guests) > node["cpus"],
        "cpu_weights": sorted({tuple(guest["cpu_shares"]) or (0,) for guest in guests}),
        "guest_count": len(guests),
    }
    sizing["cpu_weights"] = [weight[-1] for weight in sizing["cpu_weights"]]
    return sizing


def join_guest_storage(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``volumes``: by file system, all disks at full size against its room; ``guests``: disks that share one."""
    guests = facts["domains"]["domains"]
    sizes = {(one["uuid"], one["target"]): one for one in facts["disk_sizes"]["disks"]}
    images = images_by_source(facts["guest_images"])
    volumes: dict[str, dict[str, Any]] = {}
    owners: dict[str, set[str]] = {}
    entries = []
    for guest in guests:
        entry: dict[str, Any] = {"name": guest["name"], "uuid": guest["uuid"], "limited": guest.get("block_limited")}
        disks = [disk for disk in guest.get("disks", ()) if not disk["medium"] and not disk["empty"]]
        for disk in disks:
            image = images.get((guest["uuid"], disk["source"]), {})
            place = image.get("device") or f"storage of {disk['source']}"
            owners.setdefault(place, set()).add(guest["uuid"])
            _add(volumes, place, disk, image, sizes.get((guest["uuid"], disk["target"])))
        if "disks" in guest:
            entry["disks"] = disks
        entries.append(entry)
    for entry in entries:
        if "disks" in entry:
            entry["disks"] = [_rated(entry, disk, images, owners) for disk in entry["disks"]]
    if facts["domains"]["unreadable"]:
        for volume in volumes.values():
            volume.pop("full_percent", None)
    return {"volumes": list(volumes.values()), "guests": entries}


def _rated(entry: Mapping[str, Any], disk: Mapping[str, Any], images: Mapping[Any, Any], owners: Any) -> dict[str, Any]:
    image = images.get((entry["uuid"], disk["source"]), {})
    place = image.get("device") or f"storage of {disk['source']}"
    limited = bool(disk["rate_limited"] or entry["limited"])
    return {"name": disk["target"], "shares": "device" not in image or len(owners[place]) > 1, "rate_limited": limited}


def _add(volumes: dict[str, dict[str, Any]], place: str, disk: Any, image: Any, size: Any) -> None:
    """Count a disk once per image; a disk on a device of its own can't outgrow it."""
    if disk["type"] == "block" and str(image.get("kind", "")).startswith("block"):
        return
    volume = volumes.setdefault(place, {"name": image.get("mount") or place, "paths": [], "full_kib": 0, "held_kib": 0})
    if disk["source"] in volume["paths"]:
        return
    volume["paths"].append(disk["source"])
    if size is None or "capacity" not in size or "size_kib" not in image:
        volume.pop("full_percent", None)
        volume["unknown"] = True
        return
    volume["full_kib"] += -(-size["capacity"] // 1024)
    volume["held_kib"] += size["allocation"] // 1024
    if not volume.get("unknown"):
        used = image["size_kib"] - image["free_kib"] - volume["held_kib"] + volume["full_kib"]
        volume["full_percent"] = round(_PERCENT * used / image["size_kib"]) if image["size_kib"] else _PERCENT + 1
