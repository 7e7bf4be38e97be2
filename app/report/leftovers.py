"""What a report is written into before it has its name, and what stays of that when the program is killed meanwhile."""

import os
import re
import secrets
import shutil
import stat
from contextlib import suppress
from pathlib import Path

BEGINS, ENDS = ".report.", ".part"  # around eight characters by chance
_NAME = re.compile(r"\.report\.[a-z0-9_]{8}\.part")
_STALE = 24 * 3600  # seconds without a change: no report takes that long between two writes


def name() -> str:
    """A name for the part of a report that nothing else has."""
    return f"{BEGINS}{secrets.token_hex(4)}{ENDS}"


def clear(beside: Path) -> None:
    """Remove what earlier reports left in the folder where ``beside``, the part of this one, was just made.

    Nothing but files and folders of that very name and of this account that nobody has changed for a day: a report
    that another program is writing is younger. What is a link is left alone, and what links within lead to. The age is
    told by the clock of the file system, which made ``beside`` now; this machine's may differ. What can't be removed
    stays.
    """
    with suppress(OSError):
        mine = beside.lstat()
        with os.scandir(beside.parent) as entries:
            stale = [Path(one.path) for one in entries if _NAME.fullmatch(one.name) and _is_stale(one, mine)]
        for one in stale:
            with suppress(OSError):
                shutil.rmtree(one) if stat.S_ISDIR(one.lstat().st_mode) else one.unlink()


def _is_stale(entry: "os.DirEntry[str]", mine: os.stat_result) -> bool:
    try:
        about = entry.stat(follow_symlinks=False)
    except OSError:
        return False
    plain = stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)
    return plain and about.st_uid == mine.st_uid and mine.st_mtime - about.st_mtime > _STALE
