"""Folders in which guests usually lie: their rights, how full their file system is, and which one it is.

Sections ``== folder KIND PATH`` and ``== system PATH``, in each lines ``stat MODE OWNER GROUP``, ``acl NUMBER``,
``open NUMBER`` (files that every account may read) and ``df`` with a line of ``df -Pk`` (df(1), stat(1)).
"""

import re
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.sections import Section, sections

_DF = re.compile(r"^df (.*\S)\s+(\d+)\s+(\d+)\s+(-?\d+)\s+(\d+)%\s+(/.*)$")
_READ, _WRITE, _ENTER = 4, 2, 1


def parse_guest_folders(answer: Answer) -> dict[str, Any]:
    """``folders`` that hold something; ``storage_folders`` are those with disks, with mount and use in percent."""
    found = sections(answer)
    if not found or found[-1].head != "end":
        raise ValueError("the list of folders has no end")
    system = {_df(one)[1] for one in found if one.head.startswith("system ")}
    folders = [_folder(one, system) for one in found if one.head.startswith("folder ")]
    return {"folders": folders, "storage_folders": [one for one in folders if one["kind"] == "storage"]}


def _folder(section: Section, system: set[str]) -> dict[str, Any]:
    _, kind, path = (section.head + "  ").split(" ", 2)
    path = path.strip()
    values = {line.split(" ", 1)[0]: line.split(" ")[1:] for line in section.lines if " " in line}
    percent, mount = _df(section)
    if len(values.get("stat", ())) < 3 or "open" not in values:  # noqa: PLR2004 - mode, owner and group
        raise ValueError(f"stat did not say whose {path[:60]!r} is")
    mode = int(values["stat"][0], 8)
    return {
        "name": path,
        "kind": kind,
        "mode": values["stat"][0],
        "owner": values["stat"][1],
        "group": values["stat"][2],
        "others": others(mode),
        "acl_entries": int(values["acl"][0]) if "acl" in values else None,
        "open_files": int(values["open"][0]),
        "mount": mount,
        "percent": percent,
        "apart": mount not in system,
    }


def others(mode: int) -> str:
    """What accounts beside owner and group may do with a folder: nothing, enter, list or change."""
    if mode & _WRITE:
        return "change"
    if mode & _READ:
        return "list"
    return "enter" if mode & _ENTER else "nothing"


def _df(section: Section) -> tuple[int, str]:
    for line in section.lines:
        match = _DF.match(line)
        if match is not None:
            return int(match[5]), match[6]
    raise ValueError(f"df did not say where {section.head[:80]} lies")


def parse_thin_pools(answer: Answer) -> dict[str, Any]:
    """Thin pools of LVM with the use of data and metadata in percent: ``lvs`` with ``|`` between the columns."""
    pools = []
    for line in shell_lines(answer.text):
        fields = [field.strip() for field in line.strip().split("|")]
        if fields == [""]:
            continue
        if len(fields) != 5:  # noqa: PLR2004 - volume group, name, attributes, data, metadata
            raise ValueError(f"expected five columns of lvs, got {line[:60]!r}")
        if fields[2].startswith("t"):
            pools.append({"name": f"{fields[0]}/{fields[1]}", "data": fields[3] or None, "metadata": fields[4] or None})
    return {"pools": pools}
