"""Files of guests in the usual folders, and who else on the host can read or change them.

Lines ``TYPE MODE OWNER GROUP PATH`` (d for a folder, f for a file) of ``stat``, and ``end``. A file below a folder
that others can't enter is closed, whatever its own mode. ``n`` is something with a line break in its name, somewhere
below the path: no tool of a host names such a thing by itself, and what lies in it if it is a folder isn't known.
"""

import re
from pathlib import PurePosixPath
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.modes import rights

_LINE = re.compile(r"^([dfn]) ([0-7]{1,4}) (\S+) (\S+) (/.*)$")
_READ_OR_WRITE = 6
_ENTER = 1


def parse_guest_files(answer: Answer) -> dict[str, Any]:
    """``files`` with owner, mode and whether others reach them (``exposed``)."""
    folders: dict[str, int] = {}
    found: list[tuple[str, str, str, str]] = []
    ended = False
    for line in shell_lines(answer.text):
        if line == "end":
            ended = True
            continue
        match = _LINE.match(line)
        if match is None:
            if line.strip():
                raise ValueError(f"expected a file with its mode, got {line[:60]!r}")
            continue
        kind, mode, owner, group, path = match.groups()
        if kind == "d":
            folders[path] = int(mode[-1])
        elif kind == "n":
            found.append((f"{path}: a name with a line break", mode.zfill(4), owner, group))
        else:
            found.append((path, mode.zfill(4), owner, group))
    if not ended:
        raise ValueError("the list of files has no end")
    return {"files": [_file(folders, *one) for one in dict.fromkeys(found)]}  # a bind mount is listed twice


def _file(folders: dict[str, int], path: str, mode: str, owner: str, group: str) -> dict[str, Any]:
    others = int(mode[-1])
    entered = all(folders.get(str(parent), _ENTER) & _ENTER for parent in PurePosixPath(path).parents)
    return {
        "path": path,
        "mode": mode,
        "owner": owner,
        "group": group,
        "others": rights(str(others)),
        "exposed": bool(others & _READ_OR_WRITE) and entered,
    }
