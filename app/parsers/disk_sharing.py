"""Disks and drives that more than one guest of a host holds: joined from the guests and the storage pools."""

import posixpath
import re
from collections.abc import Mapping
from typing import Any

_MAPPER = re.compile(r"^/dev/mapper/((?:[^-]|--)+)-((?:[^-]|--)+)$")  # lvm(8): a hyphen in a name is doubled


def join_disk_sharing(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``guests``: for each, sources that another guest holds too (one of them writing), and drives held twice.

    Where a guest can't be read nothing is said of those without a finding, since it might hold their disks.
    """
    pools = {pool["name"]: pool.get("path") for pool in facts["storage_pools"]["pools"]}
    guests = facts["domains"]["domains"]
    whole = not facts["domains"]["unreadable"]
    holdings = [(guest["name"], guest["uuid"], _holdings(guest, pools)) for guest in guests]
    found = []
    for guest in guests:
        entry: dict[str, Any] = {"name": guest["name"], "uuid": guest["uuid"]}
        own = _holdings(guest, pools)
        others = [(name, theirs) for name, uuid, theirs in holdings if uuid != guest["uuid"]]
        shared, drives = _shared(own, others), _drives(own, others)
        if "disks" in guest:
            if shared or whole:
                entry["shared"] = sorted(shared)
                entry["shared_with"] = [f"{place} with {', '.join(names)}" for place, names in sorted(shared.items())]
            if drives or whole:
                entry["shared_media"] = sorted(drives)
            exposed = _exposed(guest, others)
            if exposed or whole:
                entry["exposed"] = exposed
        found.append(entry)
    return {"guests": found}


def _holdings(guest: Mapping[str, Any], pools: Mapping[str, str | None]) -> list[dict[str, Any]]:
    found = []
    for disk in guest.get("disks", ()):
        if disk["source"] is not None:
            place = _resolve(disk, pools)
            writes = not disk["readonly"]
            found.append({"place": place, "writes": writes, "medium": disk["medium"]})
            found += [{"place": _alias(one), "writes": False, "medium": False} for one in disk["backing"]]
    return found


def _resolve(disk: Mapping[str, Any], pools: Mapping[str, str | None]) -> str:
    """A volume of a pool by the path that it has on this host, so that both ways to name it are one."""
    source = str(disk["source"])
    if disk["type"] == "volume":
        pool, _, volume = source.partition("/")
        folder = pools.get(pool)
        return posixpath.join(folder, volume) if folder else f"volume {source}"
    return _alias(source)


def _alias(path: str) -> str:
    match = _MAPPER.match(path)
    return f"/dev/{match[1].replace('--', '-')}/{match[2].replace('--', '-')}" if match else path


def _shared(own: list[dict[str, Any]], others: list[tuple[str, list[dict[str, Any]]]]) -> dict[str, list[str]]:
    shared: dict[str, list[str]] = {}
    for mine in own:
        for name, theirs in others:
            if any(one["place"] == mine["place"] and (one["writes"] or mine["writes"]) for one in theirs):
                names = shared.setdefault(mine["place"], [])
                if name not in names:
                    names.append(name)
    return shared


def _drives(own: list[dict[str, Any]], others: list[tuple[str, list[dict[str, Any]]]]) -> set[str]:
    held = {one["place"] for _, theirs in others for one in theirs if one["medium"]}
    return {mine["place"] for mine in own if mine["medium"] and mine["place"] in held}


def _exposed(guest: Mapping[str, Any], others: list[tuple[str, list[dict[str, Any]]]]) -> list[str]:
    """Images of other guests that lie below a folder which this guest can mount."""
    folders = [one["source"].rstrip("/") + "/" for one in guest.get("filesystems", ()) if one["source"].startswith("/")]
    images = {one["place"] for _, theirs in others for one in theirs if not one["medium"]}
    return sorted(image for image in images if any(image.startswith(folder) for folder in folders))
