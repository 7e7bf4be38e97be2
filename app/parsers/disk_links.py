"""Disks of guests that come from another machine, by which link: joined from guests, storage pools and mounts.

``network_mounts``: lines ``STATE TYPE FOLDER`` for every mount (proc(5), blanks as octal escapes), where STATE is
``local``, or says whether the link to the server is ``encrypted`` by the mount's own options (nfs(5) sec=krb5p and
xprtsec, mount.cifs(8) seal, mount.ceph(8) ms_mode), ``clear``, or ``unknown``; and ``end``.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.parsers import Answer, shell_lines

# Pools whose volumes lie on this machine, and those that bring them from another one in clear text.
_LOCAL_POOLS = frozenset({"dir", "disk", "fs", "logical", "mpath", "scsi", "zfs"})
_REMOTE_POOLS = frozenset({"gluster", "iscsi", "iscsi-direct", "netfs", "rbd", "sheepdog", "vstorage"})
_STATES = frozenset({"clear", "encrypted", "local", "unknown"})
_ESCAPED = re.compile(r"\\([0-7]{3})")
_ISCSI = re.compile(r"^/dev/disk/by-path/ip-.+-iscsi-")  # as udev names what came over the network, in clear text
_MAPPED = re.compile(r"^/dev/(?:nbd\d+|rbd\d+|rbd/.+)")  # of another machine; what the link is like isn't told here


def parse_network_mounts(answer: Answer) -> dict[str, Any]:
    """``mounts``: folder, type and state of the link, in their order; one that is mounted over another comes later."""
    mounts = []
    lines = [line for line in shell_lines(answer.text) if line.strip()]
    if not lines or lines[-1] != "end":
        raise ValueError("the list of mounts has no end")
    for line in lines[:-1]:
        words = line.split(" ", 2)
        if len(words) != 3 or words[0] not in _STATES or not words[2].startswith("/"):  # noqa: PLR2004 - as printed
            raise ValueError(f"expected a mount, got {line[:60]!r}")
        folder = _ESCAPED.sub(lambda one: chr(int(one[1], 8)), words[2])
        mounts.append({"path": folder, "type": words[1], "state": words[0]})
    if not any(one["path"] == "/" for one in mounts):
        raise ValueError("expected a mount at /, found none")
    return {"mounts": mounts}


def join_disk_links(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``guests`` with the ``links`` of their disks; left out where the guest's disks aren't known."""
    pools, mounts = facts["storage_pools"]["pools"], facts["network_mounts"]["mounts"]
    found = []
    for guest in facts["domains"]["domains"]:
        entry: dict[str, Any] = {"name": guest["name"], "uuid": guest["uuid"]}
        if "disks" in guest:
            entry["links"] = [_link(disk, pools, mounts) for disk in guest["disks"] if not disk["empty"]]
        found.append(entry)
    return {"guests": found}


def _link(disk: Mapping[str, Any], pools: Sequence[Mapping[str, Any]], mounts: Sequence[Mapping[str, str]]) -> Any:
    """Whether a disk comes from another machine (``remote``), and encrypted (``tls``); left out where nobody tells."""
    link: dict[str, Any] = {"name": disk["target"] or disk["name"], "tls": disk["remote"] and disk["tls"]}
    if disk["remote"]:
        return link | {"remote": True}
    paths = [path for path in (disk["local_path"], *disk["backing"]) if path]
    if disk["type"] == "volume":
        name, _, volume = str(disk["source"]).partition("/")
        pool = next((one for one in pools if one["name"] == name), {})
        if pool.get("type") not in _LOCAL_POOLS | _REMOTE_POOLS:
            return link
        if not pool.get("path") or pool["type"] in _REMOTE_POOLS - {"netfs"}:
            return link | {"remote": pool["type"] in _REMOTE_POOLS}
        paths.append(f"{pool['path'].rstrip('/')}/{volume}")
    states = {_state(path, pools, mounts) for path in paths}
    worst = next((one for one in ("clear", "unknown", "encrypted") if one in states), "local")
    if worst == "unknown":
        link.pop("tls")
        return link | {"remote": True}
    return link | {"remote": worst != "local", "tls": worst == "encrypted"}


def _state(path: str, pools: Sequence[Mapping[str, Any]], mounts: Sequence[Mapping[str, str]]) -> str:
    """How the link is like to the machine on which a path really lies: ``local`` for this one."""
    if _ISCSI.match(path):
        return "clear"
    if path.startswith("/dev/"):
        return "unknown" if _MAPPED.match(path) else "local"
    if not path.startswith("/"):
        return "local"  # no path: a source that says of itself where it lies
    pool = next((one for one in pools if one.get("path") and _below(path, str(one["path"]))), {})
    place = str(pool.get("mount") or path)  # the folder of a pool may be a link to another one
    state, longest = "local", -1
    for one in mounts:
        if (_below(place, one["path"]) or place == one["path"]) and len(one["path"]) >= longest:
            state, longest = one["state"], len(one["path"])
    return "clear" if state == "local" and pool.get("type") == "netfs" else state


def _below(path: str, folder: str) -> bool:
    return path.startswith(f"{folder.rstrip('/')}/")
