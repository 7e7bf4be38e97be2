"""Storage pools of libvirt: ``virsh pool-dumpxml`` of each, with the mount of its folder (libvirt formatstorage).

Sections ``== pools UUID…``, ``== active UUID…``, ``== pool UUID`` with the document, and ``== mount UUID`` with the
last line of ``df -Pk`` of its folder (df(1), POSIX form), all behind ``|``.
"""

from collections.abc import Mapping
from typing import Any

from app.parsers import Answer, audit
from app.parsers.libvirt_lists import documents
from app.parsers.sections import by_head
from app.parsers.xmltext import Element, first, kib, text_of

_FOLDERS = frozenset({"dir", "fs", "netfs"})
_SYSTEM_MOUNTS = frozenset({"/", "/var", "/var/log", "/usr", "/home", "/tmp", "/boot"})  # noqa: S108 - no file of ours
_DF_COLUMNS = 6


def parse_storage_pools(answer: Answer) -> dict[str, Any]:
    """``pools`` with place, rights and use in per cent; one that could not be read has no facts but its UUID."""
    found, active, unreadable = documents(answer, "pool", "pools")
    mounts = by_head(answer)
    pools = []
    for uuid, root in found:
        section = mounts.get(f"mount {uuid}")
        pools.append({**_pool(root), "uuid": uuid, "active": uuid in active, **_mount(section.text if section else "")})
    pools += [{"name": one["name"], "uuid": one["name"], "active": one["name"] in active} for one in unreadable]
    return {
        "pools": pools,
        "active_pools": [pool for pool in pools if pool["active"]],
        "unreadable": unreadable,
        "count": len(pools),
    }


def join_pool_audit(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``folders``: those of active pools, and whether writing and removing there is recorded."""
    found = []
    for pool in facts["storage_pools"]["active_pools"]:
        fact: dict[str, Any] = {"name": pool.get("path") or pool["name"]}
        if pool.get("path"):
            fact |= audit.folder_recorded(facts["audit_rules"], pool["path"])
        if pool.get("folder", True):
            found.append(fact)
    return {"folders": found}


def _pool(root: Element) -> dict[str, Any]:
    kind = root.get("type") or ""
    capacity, free = kib(_bytes(root, "capacity")), kib(_bytes(root, "available"))
    rights = first(root, "target/permissions")
    mode, owner = text_of(rights, "mode"), text_of(rights, "owner")
    fact: dict[str, Any] = {
        "name": text_of(root, "name") or "",
        "type": kind,
        "folder": kind in _FOLDERS,
        "path": text_of(root, "target/path"),
        "login": first(root, "source/auth") is not None,
        "encrypted_link": (text_of(root, "source/format") or "") not in {"nfs", "cifs", "glusterfs"},
    }
    if capacity and free is not None:
        fact["used_percent"] = round(100 * (capacity - min(free, capacity)) / capacity)
        fact["capacity_kib"], fact["available_kib"] = capacity, free
    if mode is not None and owner is not None and mode.isdigit():
        fact |= {"mode": mode.lstrip("0") or "0", "owner": owner, "others_read": bool(int(mode[-1]) & 6)}
    return fact


def _bytes(root: Element, name: str) -> Element | None:
    """Sizes of pools are in bytes where no unit is given, unlike those of guests."""
    found = first(root, name)
    if found is not None and found.get("unit") is None:
        found.set("unit", "bytes")
    return found


def _mount(text: str) -> dict[str, Any]:
    """``df -Pk``: source, size, used, available, per cent, mount point, of which only the ends may hold blanks."""
    words = text.split()
    if len(words) < _DF_COLUMNS or not words[-2].endswith("%") or not words[-2][:-1].isdigit():
        return {}
    return {
        "mount": words[-1],
        "device": words[0],
        "mount_used_percent": int(words[-2][:-1]),
        "apart": words[-1] not in _SYSTEM_MOUNTS,
    }
