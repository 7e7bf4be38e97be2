"""Rights on files of guests: images that guests use, and what libvirt keeps about them (stat(1), getfacl(1)).

Sections ``== image UUID TARGET`` with ``|path …``, ``|stat MODE UID USER GROUP KIND``, ``|acl none|extended`` and
``|df …``, for a volume ``|volume POOL/NAME`` too (without a path if it lies on another machine); and ``== files`` with
``|MODE USER GROUP KIND|PATH`` lines, where KIND is the first letter of stat's word.
"""

import posixpath
import re
from collections.abc import Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.sections import Section, by_head, sections

_OTHERS_READ_WRITE, _OTHERS_SEARCH = 0o006, 0o001
_STAT = re.compile(r"^([0-7]{3,4}) (\d+) (\S+) (\S+) (.*)$")
_FILE = re.compile(r"^([0-7]{1,4}) (\S+) (\S+) (.)[^|]*\|(.*)$")
_DF_COLUMNS = 6


def parse_guest_images(answer: Answer) -> dict[str, Any]:
    """``images``: each local disk source of each guest with owner, mode, ACL and the file system that it lies on."""
    images: dict[tuple[str, str], dict[str, Any]] = {}
    listed = False
    for section in sections(answer):
        word, *rest = section.words or [""]
        if word == "images":
            listed = True
        elif word == "image" and len(rest) > 1:
            fact = _image(section, rest[0], rest[1])
            images.setdefault((rest[0], fact.get("volume") or fact["path"]), fact)
    if not listed:
        raise ValueError("the list of images is not in the output")
    return {"images": list(images.values()), "count": len(images)}


def _image(section: Section, uuid: str, target: str) -> dict[str, Any]:
    lines = {key: value for key, _, value in (line.partition(" ") for line in section.lines)}
    path = lines.get("path", "")
    fact: dict[str, Any] = {"name": path or f"{uuid} {target}", "path": path, "uuid": uuid, "target": target}
    if "volume" in lines:
        fact |= {"volume": lines["volume"], "name": path or lines["volume"]}
    match = _STAT.match(lines.get("stat", ""))
    if match is not None:
        mode = int(match[1], 8)
        fact |= {"mode": match[1], "owner": match[3], "group": match[4], "kind": match[5]}
        fact["others"] = bool(mode & _OTHERS_READ_WRITE)
        fact["readers"] = [match[3], *([match[4]] if mode & 0o060 else [])]
    if "acl" in lines:
        fact["extended_acl"] = lines["acl"] == "extended"
    words = lines.get("df", "").split()
    if len(words) == _DF_COLUMNS and words[1].isdigit() and words[3].isdigit():
        fact |= {"device": words[0], "size_kib": int(words[1]), "free_kib": int(words[3]), "mount": words[5]}
    return fact


def join_guest_disks(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``disks``: every image or device of every guest; one that was not looked at has a name and no facts."""
    images = images_by_source(facts["guest_images"])
    disks: dict[tuple[str, str], dict[str, Any]] = {}
    for guest in facts["domains"]["domains"]:
        if "disks" not in guest:
            disks[guest["uuid"], ""] = {"name": f"disks of {guest['name']}"}
        for disk in guest.get("disks", ()):
            place = disk["source"] if disk["type"] == "volume" else disk["local_path"]
            image = images.get((guest["uuid"], place or ""), {})
            if not place or disk["medium"] or (disk["type"] == "volume" and image.get("path") == ""):
                continue  # nothing, a drive, or a volume that lies on another machine
            disks[guest["uuid"], place] = {**image, "name": f"{guest['name']}: {place}"}
    return {"disks": list(disks.values())}


def images_by_source(found: Mapping[str, Any]) -> dict[tuple[str, str], Any]:
    """What was found of an image, by guest and by the source that its definition names: a path, or ``POOL/NAME``."""
    return {(one["uuid"], one.get("volume") or one["path"]): one for one in found["images"]}


def parse_libvirt_files(answer: Answer) -> dict[str, Any]:
    """Which files others can reach and read or write: no closed folder stands above them."""
    found = by_head(answer)
    if "files" not in found:
        raise ValueError("the list of files is not in the output")
    entries: dict[str, tuple[int, str, str, str]] = {}
    for line in found["files"].lines:
        match = _FILE.match(line)
        if match is not None:
            entries[match[5]] = (int(match[1], 8), match[4], match[2], match[3])
    if not entries:
        raise ValueError("no file of libvirt was found")
    reach = {path for path in entries if _reachable(path, entries)}
    opened = [path for path in sorted(reach) if entries[path][1] != "d" and entries[path][0] & _OTHERS_READ_WRITE]
    writable = [path for path in sorted(reach) if entries[path][0] & 0o002 and not entries[path][0] & 0o1000]
    return {
        "open_files": [path for path in opened if _is_of_guest(path)],
        "writable": [path for path in writable if entries[path][1] in {"-", "r", "d"}],
        "count": len(entries),
    }


def _is_of_guest(path: str) -> bool:
    """Sockets and log levels aside: what tells about a guest or holds its memory, disks or secrets.

    Debian's libvirt-daemon-system leaves an empty ``.placeholder`` in the folders of logs, readable by everybody.
    """
    kept = ("/etc/libvirt/qemu/", "/etc/libvirt/secrets/", "/etc/libvirt/storage/", "/var/lib/libvirt/", "/var/log/")
    return path.startswith(kept) and not path.endswith((".iso", ".fd", "/.placeholder"))


def _reachable(path: str, entries: dict[str, tuple[int, str, str, str]]) -> bool:
    folder = posixpath.dirname(path)
    while folder not in {"/", ""}:
        if folder in entries and not entries[folder][0] & _OTHERS_SEARCH:
            return False
        folder = posixpath.dirname(folder)
    return True
