"""Who may change what a boot loader starts: GRUB, systemd-boot, extlinux.

Sections ``== grub PATH`` with counts (``superusers``, ``hashed``, ``plain``, ``from_file``), ``== grub-user PATH`` with
``hashed``, ``== systemd-boot PATH`` with ``editor WORD``, ``== extlinux PATH`` with ``master`` and ``hashed``; last
``== end``.
No hash leaves the host. Sources: GRUB manual, "Security"; loader.conf(5); syslinux, menu.c32.
"""

from typing import Any

from app.parsers import Answer
from app.parsers.sections import Section, sections

_OFF = frozenset({"no", "n", "false", "f", "0", "off"})


def parse_boot_loader(answer: Answer) -> dict[str, Any]:
    """``loaders``: each with ``protection`` (password as a hash, readable password, editor off, none)."""
    found = sections(answer)
    if not found or found[-1].head != "end":
        raise ValueError("the look at the boot loader has no end")
    user_hash = any(_counts(one).get("hashed", 0) > 0 for one in found if one.head.startswith("grub-user "))
    loaders = []
    for one in found:
        kind, _, path = one.head.partition(" ")
        if kind in {"extlinux", "grub", "grub-user"} and not _counts(one):
            raise ValueError(f"{path[:60]} was not counted")
        if kind == "grub":
            loaders.append({"name": path, "kind": "GRUB", "protection": _grub(_counts(one), user_hash=user_hash)})
        elif kind == "systemd-boot":
            editor = next((line.split()[1].lower() for line in one.lines if len(line.split()) > 1), "yes")
            protection = "editor off" if editor in _OFF else "none"
            loaders.append({"name": path, "kind": kind, "protection": protection})
        elif kind == "extlinux":
            loaders.append({"name": path, "kind": kind, "protection": _extlinux(_counts(one))})
    return {"loaders": loaders} if loaders else {}


def _counts(section: Section) -> dict[str, int]:
    pairs = (line.split() for line in section.lines if line.strip())
    return {pair[0]: int(pair[1]) for pair in pairs if len(pair) > 1 and pair[1].isdigit()}


def _grub(counts: dict[str, int], *, user_hash: bool) -> str:
    """A grub.cfg of RHEL always names superusers, but only takes a hash from user.cfg if there is one."""
    hashed = counts.get("hashed", 0) > 0 or (counts.get("from_file", 0) > 0 and user_hash)
    if counts.get("plain", 0) > 0:
        return "readable password"
    return "password as a hash" if hashed and counts.get("superusers", 0) > 0 else "none"


def _extlinux(counts: dict[str, int]) -> str:
    if not counts.get("master", 0):
        return "none"
    return "password as a hash" if counts.get("hashed", 0) else "readable password"
