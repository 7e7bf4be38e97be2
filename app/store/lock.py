"""Who has an audit file open for writing: an operating system lock on a file beside it, with the holder's name in it.

The system frees the lock when its process ends, however it ends, so a lock file left behind by a kill or a power cut
blocks nobody: only the lock counts, the text in the file is for people. It is a file of its own because closing any
handle of a database drops SQLite's own locks on it in the same process. flock is used and not fcntl's record locks,
which a second window in the same process would not even notice.
"""

import json
import os
import socket
import stat
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.errors import StoreError
from app.language import tr
from app.places import account

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SUFFIX = ".lock"
LONGEST = 4096  # bytes read of a lock file that anybody may have written
TRIES = 20
PAUSE = 0.02  # seconds between two looks at a lock file that its holder is just writing or removing
FAR = 1 << 20  # Windows locks this byte, far behind the text, so that others can still read the text


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock, as far as the lock file says it."""

    user: str = ""
    host: str = ""
    pid: int = 0
    since: str = ""

    def __str__(self) -> str:
        if not self.pid:
            return tr("another program")
        user, host = self.user or tr("somebody"), self.host or tr("an unnamed machine")
        return tr("{user} on {host}, process {pid}, since {since}").format(
            user=user, host=host, pid=self.pid, since=self.since
        )


class Lock:
    """A lock that this process holds until release() or its end."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle

    def release(self) -> None:
        """Give the lock back and remove its file; harmless when done twice."""
        if self._handle < 0:
            return
        with suppress(OSError):  # Windows can't remove an open file; one that nobody holds is harmless
            self._path.unlink(missing_ok=True)  # while it is still held, so nobody else's file is hit
        os.close(self._handle)
        self._handle = -1


def claim(path: Path) -> Lock | Holder:
    """Take the lock of the audit file ``path``, or say who has it; StoreError where no lock can be had at all."""
    beside = path.with_name(path.name + SUFFIX)
    for _ in range(TRIES):
        try:
            handle = _open(beside, path)
        except OSError as error:
            raise StoreError(tr("no lock file can be made beside it ({why})").format(why=error.strerror)) from error
        try:
            if not _lock(handle):
                holder = _read(handle)
                os.close(handle)
                if holder.pid:
                    return holder
                time.sleep(PAUSE)
                continue
            if not _is_same(handle, beside):  # its last holder removed it between our opening and locking it
                os.close(handle)
                continue
            _write(handle)
        except OSError as error:
            os.close(handle)
            raise StoreError(tr("its file system offers no locks ({why})").format(why=error.strerror)) from error
        return Lock(beside, handle)
    return Holder()


def _open(beside: Path, path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(beside, flags, 0o600)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(0, tr("something else has its name"))
    if sys.platform != "win32" and os.fstat(handle).st_uid == os.getuid():
        os.fchmod(handle, path.stat().st_mode & 0o666)  # who may write the audit may see who has it
    return handle


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_same(handle: int, beside: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), beside.stat())
    except FileNotFoundError:
        return False


def _write(handle: int) -> None:
    since = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    text = json.dumps({"user": account(), "host": socket.gethostname(), "pid": os.getpid(), "since": since})
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    os.write(handle, text.encode())


def _read(handle: int) -> Holder:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        data = json.loads(os.read(handle, LONGEST))
    except (ValueError, RecursionError):
        return Holder()
    if not isinstance(data, dict) or type(data.get("pid")) is not int:
        return Holder()
    return Holder(_word(data, "user"), _word(data, "host"), data["pid"], _word(data, "since"))


def _word(data: dict[str, object], key: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in str(data.get(key, "")))[:80]
