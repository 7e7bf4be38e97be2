"""Owner and mode of files: lines ``MODE OWNER GROUP PATH`` of ``stat -c '%a %U %G %n'`` (stat(1)), and ``end``."""

from typing import Any

from app.parsers import Answer, shell_lines

_WORDS = ("none", "execute", "write", "write and execute", "read", "read and execute", "read and write", "all")
_DIGITS = frozenset("01234567")


def rights(digit: str) -> str:
    """What one octal digit of a mode allows, in words."""
    return _WORDS[int(digit)]


def parse_modes(answer: Answer) -> dict[str, Any]:
    """``files``: path, mode (four octal digits), owner, group, what the group and others may do."""
    files: list[dict[str, Any]] = []
    ended = False
    for line in shell_lines(answer.text):
        words = line.split(" ", 3)
        if line == "end":
            ended = True
        elif len(words) == 4 and words[0] and set(words[0]) <= _DIGITS:  # noqa: PLR2004 - mode, owner, group, path
            mode = words[0].zfill(4)[-4:]
            files.append(
                {
                    "path": words[3],
                    "mode": mode,
                    "owner": words[1],
                    "group": words[2],
                    "group_rights": rights(mode[2]),
                    "others": rights(mode[3]),
                }
            )
        elif line.strip():
            raise ValueError(f"expected mode, owner, group and path, got {line[:60]!r}")
    if not ended:
        raise ValueError("the list of files has no end")
    return {"files": files}
