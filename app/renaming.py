"""The file of an audit that was named before its title was typed takes the title as its name, once it is closed."""

import os
from contextlib import suppress
from pathlib import Path

from app.errors import StoreError
from app.naming import free_path, named_after
from app.store.lock import Lock, claim

_UNFINISHED = ("-journal", "-wal")  # what SQLite leaves beside a file that was not closed whole, found by its name


def follow_title(path: Path, title: str) -> Path:
    """Name the file of a closed audit after its title; give where it is now.

    It stays where somebody else has it open, where it has to be recovered first, or where the folder can't be written:
    a name is worth no risk. No other file is overwritten, even one that comes about meanwhile.
    """
    if named_after(path, title) or any(_filled(path.with_name(path.name + one)) for one in _UNFINISHED):
        return path
    with suppress(StoreError, OSError):
        lock = claim(path)
        if isinstance(lock, Lock):
            try:
                return _rename(path, title)
            finally:
                lock.release()
    return path


def _rename(path: Path, title: str) -> Path:
    while True:
        new = free_path(path.parent, title)
        with suppress(FileExistsError):  # by somebody else, just now
            new.touch(exist_ok=False)
            break
    try:
        path.replace(new)
    except OSError:
        new.unlink()
        raise
    return new


def _filled(path: Path) -> bool:
    with suppress(OSError):
        return os.stat(path).st_size > 0  # noqa: PTH116 - one call, for a file that mostly isn't there
    return False
