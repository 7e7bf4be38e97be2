"""The file of a closed audit gets another name: that of the title that was typed after it, or one that was chosen."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path

from app.errors import StoreError
from app.language import tr
from app.naming import free_path, named_after
from app.places import flush_folder
from app.store.connection import long_name
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


def reserve(new: Path) -> None:
    """Take a name that was chosen, so that the audit can be closed and moved there; StoreError says why it can't be.

    The empty file, mode 0600, tells that the folder can be written, and that nothing else is overwritten.
    """
    if not new.parent.is_dir():
        raise StoreError(tr("{folder}: there is no such folder; choose one that is there.").format(folder=new.parent))
    if reason := long_name(new):
        raise StoreError(reason)
    try:
        new.touch(mode=0o600, exist_ok=False)
    except FileExistsError as error:
        raise StoreError(tr("{path} exists already: choose another name, or open it.").format(path=new)) from error
    except OSError as error:
        text = tr("{folder}: no file can be made there ({why}); choose another folder or name.")
        raise StoreError(text.format(folder=new.parent, why=error.strerror)) from error


def move(path: Path, new: Path) -> None:
    """Move the file of a closed audit to a reserved name, on another disk too; StoreError leaves it where it was."""
    try:
        try:
            path.replace(new)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            with path.open("rb") as source, new.open("wb") as target:
                shutil.copyfileobj(source, target)
                target.flush()
                os.fsync(target.fileno())
            path.unlink()
    except OSError as error:
        new.unlink(missing_ok=True)
        text = tr("{path}: can't be moved to {new} ({why}).")
        raise StoreError(text.format(path=path, new=new, why=error.strerror)) from error
    with suppress(OSError):  # it has moved, and not every file system can be told to flush
        flush_folder(new.parent)


def _filled(path: Path) -> bool:
    with suppress(OSError):
        return os.stat(path).st_size > 0  # noqa: PTH116 - one call, for a file that mostly isn't there
    return False
