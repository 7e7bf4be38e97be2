"""Opening the database of an audit file: every way in which that fails is one sentence, and nothing is changed.

The journal is SQLite's rollback journal in mode TRUNCATE with synchronous FULL. Both it and WAL with FULL keep every
acknowledged transaction through a power cut (DELETE needs EXTRA for that, because it doesn't sync the removal of its
journal; WAL with NORMAL loses some). WAL takes 0.3 ms a transaction here and TRUNCATE 0.8 ms, but WAL keeps the newest
entries in a second file: a copy made while the program runs lacks them, a file on a read-only medium can't be opened
after a crash, and network shares aren't supported. With TRUNCATE the one file is whole between any two transactions.
"""

import errno
import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from app.errors import StoreError
from app.language import tr
from app.store import schema

MAGIC = b"SQLite format 3\0"
HEADER = 100  # bytes of SQLite's file header
PATIENCE = 5.0  # seconds to wait for another program that has the database locked
# What reading a damaged database raises; text that is no UTF-8 may stand even in SQLite's own message.
DAMAGED = (sqlite3.Error, UnicodeDecodeError)
NAME = 255  # bytes of a file's name, where the system doesn't say: NTFS, ext4, XFS, Btrfs and APFS take about that
LONGEST = 300 << 20  # bytes of one value; SQLite's own limit is 1 GB
BESIDE = "-journal"  # what SQLite adds to the file's name for it
# A journal holds each page of the file at most once, with 8 bytes about it and at worst a header of a page's size.
JOURNAL = 3  # times the size of the file


class DamagedError(StoreError):
    """It is an audit file of ours, and it isn't whole."""


def inspect(path: Path) -> int:
    """The schema version of the audit file at ``path``; StoreError in words where it is none that can be opened."""
    header, size = _header(path)
    _plain_journal(path, size)
    if not header:
        raise StoreError(tr("{path} is empty, so it is no audit file.").format(path=path))
    if header[:16] != MAGIC[: len(header)]:
        raise StoreError(tr("{path} is no audit file of Bartizan.").format(path=path))
    if len(header) < HEADER:
        raise StoreError(tr("{path} is cut short: restore it from a copy.").format(path=path))
    if _number(header, 68) != schema.APPLICATION_ID:
        raise StoreError(
            tr("{path} is a database of another program, not an audit file of Bartizan.").format(path=path)
        )
    version = _number(header, 60)
    if version > schema.VERSION:
        raise StoreError(
            tr(
                "{path} was made by a newer Bartizan (schema {version}, this one reads up to {newest}): "
                "open it with that one."
            ).format(path=path, version=version, newest=schema.VERSION)
        )
    if version < 1 or header[18:20] != b"\x01\x01":
        raise DamagedError(
            tr("{path} is damaged: its header makes no sense; restore it from a copy.").format(path=path)
        )
    if size < _pages(header) and not half_written(path):
        raise DamagedError(
            tr("{path} is cut short ({size} of {pages} bytes): restore it from a copy.").format(
                path=path, size=size, pages=_pages(header)
            )
        )
    return version


def odd_header(path: Path) -> str:
    """What in the file's header isn't as Bartizan writes it, or an empty text; for verify."""
    header, _ = _header(path)
    if header[20:24] != b"\x00\x40\x20\x20":
        return tr("reserved space and payload fractions")
    if any(_number(header, offset) for offset in (48, 52, 64)) or any(header[72:92]):
        return tr("cache size, vacuum mode and reserved bytes")
    if _number(header, 44) != 4 or _number(header, 56) != 1:  # noqa: PLR2004 - schema format 4, UTF-8
        return tr("schema format and text encoding")
    return ""


def unwritable(path: Path) -> str:
    """Why the audit can't be written, in words, or an empty text if it can."""
    if not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK):
        return tr("{path} is write-protected, so it is shown read-only.").format(path=path)
    if long_name(path):
        return tr("{path} has too long a name to be written, so it is shown read-only; give it a shorter one.").format(
            path=path
        )
    if not os.access(path.parent, os.W_OK):
        return tr("The folder of {path} is write-protected, so the audit is shown read-only.").format(path=path)
    return ""


def journal(path: Path) -> Path:
    """Where SQLite keeps what it needs to undo a transaction that was cut off."""
    return path.with_name(path.name + BESIDE)


def long_name(path: Path) -> str:
    """Why no audit can be kept under that name, in words, or an empty text: SQLite's journal has a longer name yet."""
    try:
        most = os.pathconf(path.parent, "PC_NAME_MAX") if hasattr(os, "pathconf") else NAME
        size = len(os.fsencode(path.name))
    except (OSError, ValueError):
        return ""  # no such folder, or no path: whoever makes the file says so
    if size + len(BESIDE) <= most:
        return ""
    return tr(
        "{path}: this name has {n} bytes; that of an audit file has {most} at most there, since SQLite needs a longer "
        "one beside it; choose a shorter name."
    ).format(path=path, n=size, most=most - len(BESIDE))


def half_written(path: Path) -> bool:
    """Whether a journal with something in it lies beside the file: a crash, or another program just writing."""
    try:
        return journal(path).lstat().st_size > 0
    except OSError:
        return False


def connect(path: Path, *, readonly: bool) -> sqlite3.Connection:
    """A connection to an inspected file, with its safety settings; sqlite3.Error where that fails."""
    mode = "ro" if readonly else "rw"  # never "rwc": a wrong path must not create an audit
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        check_same_thread=False,  # AuditFile lets one thread in at a time; evidence is read where reports are made
    )
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA mmap_size = 0")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        if readonly:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # a damaged file shows here
    except DAMAGED:
        connection.close()
        raise
    return connection


def create(path: Path) -> sqlite3.Connection:
    """A connection to the empty file at ``path`` with the newest schema, in an open transaction."""
    connection = connect(path, readonly=False)
    connection.execute("BEGIN IMMEDIATE")
    schema.migrate(connection, 0, schema.VERSION)
    return connection


def close(connection: sqlite3.Connection) -> None:
    """Close a connection that could write, without leaving the emptied journal behind."""
    if connection.in_transaction:
        connection.rollback()
    with suppress(sqlite3.Error):  # an empty journal that stays hurts nobody
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


def reading(path: Path, stack: ExitStack) -> sqlite3.Connection:
    """A read-only connection that changes nothing, not even to undo what a crash left half written.

    Where a crash left an unfinished transaction, SQLite would have to write to undo it; then a private copy of file
    and journal is read in its place. ``stack`` closes the connection and removes the copy.
    """
    try:
        connection = connect(path, readonly=True)
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_READONLY_ROLLBACK":
            raise
        copy = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bartizan-"))) / "copy.bartizan"
        _room(path, copy.parent)
        shutil.copyfile(path, copy)
        shutil.copyfile(journal(path), journal(copy))
        connection = connect(copy, readonly=False)
    stack.callback(connection.close)
    return connection


def _room(path: Path, folder: Path) -> None:
    """Refuse to fill a disk with a copy: an audit that somebody sends may be a file of holes, and its copy has none."""
    needed, free = path.stat().st_size + journal(path).stat().st_size, shutil.disk_usage(folder).free
    if needed > free:
        raise StoreError(
            tr(
                "{path} can't be read: a change of it was cut off, and undoing that in a copy needs {needed} MiB in "
                "{folder}, where {free} are free; free some, or open the audit where it can be written."
            ).format(path=path, needed=needed >> 20, folder=folder.parent, free=free >> 20)
        )


@contextmanager
def in_words(path: Path, doing: str) -> Iterator[None]:
    """Turn what SQLite and the system say about ``path`` into one StoreError; ``doing`` is a word of _cant()."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a bug of ours: wrong thread, closed connection
    except sqlite3.Error as error:
        raise StoreError(_sentence(path, doing, error)) from error
    except UnicodeDecodeError as error:
        raise StoreError(
            tr("{path} is damaged (text that is no UTF-8): restore it from a copy.").format(path=path)
        ) from error
    except OSError as error:
        raise StoreError(_cant(path, doing, error.strerror or error)) from error


def plain(error: Exception) -> str:
    """SQLite's message on one printable line: it may quote what a foreign file says."""
    return "".join(sign if sign.isprintable() else "?" for sign in str(error))[:200]


def _sentence(path: Path, doing: str, error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return tr("{path} is locked by another program: close it there and try again.").format(path=path)
    if code == sqlite3.SQLITE_FULL:
        return _cant(path, doing, tr("the disk is full; nothing of this change was kept, what was there is whole"))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return _cant(path, doing, tr("it is write-protected"))
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT):
        return tr("{path} is damaged ({error}): restore it from a copy.").format(path=path, error=plain(error))
    return _cant(path, doing, plain(error))


def _cant(path: Path, doing: str, why: object) -> str:
    said = {
        "read": tr("{path} can't be read: {why}."),
        "written": tr("{path} can't be written: {why}."),
        "created": tr("{path} can't be created: {why}."),
        "opened": tr("{path} can't be opened: {why}."),
    }
    return said[doing].format(path=path, why=why)


def _header(path: Path) -> tuple[bytes, int]:
    """The first bytes of a regular file and its size; StoreError in words for anything else at that path."""
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            raise StoreError(tr("{path} is a symbolic link: open the file that it points to.").format(path=path))
        if stat.S_ISDIR(mode):
            raise StoreError(tr("{path} is a folder, not an audit file.").format(path=path))
        if not stat.S_ISREG(mode):
            raise StoreError(tr("{path} is no regular file, so it is no audit file.").format(path=path))
        with path.open("rb") as file:
            return file.read(HEADER), os.fstat(file.fileno()).st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StoreError(tr("There is no file {path}; give the path where it is now.").format(path=path)) from error
    except OSError as error:
        reason = tr("you have no right to read it") if error.errno == errno.EACCES else error.strerror
        raise StoreError(_cant(path, "read", reason)) from error
    except ValueError as error:  # a path with a NUL
        raise StoreError(tr("{path!r} is no path.").format(path=path)) from error


def _plain_journal(path: Path, size: int) -> None:
    """Refuse what an archive may hold beside an audit of so many bytes and no Bartizan leaves there.

    A journal that is a pipe or a link would be read without end, and one of any size copied whole; a write-ahead log
    would be read in place of the audit itself.
    """
    log = path.with_name(path.name + "-wal")
    if os.path.lexists(log):
        raise StoreError(
            tr(
                "{path} can't be opened: {log} beside it isn't Bartizan's, and would be read in its place; move that "
                "away."
            ).format(path=path, log=log.name)
        )
    beside = journal(path)
    try:
        found = beside.lstat()
    except OSError:
        return  # there is none, or nobody can read it, which SQLite says then
    if not stat.S_ISREG(found.st_mode):
        raise StoreError(
            tr("{path} can't be opened: {journal} beside it is no regular file; move that away.").format(
                path=path, journal=beside.name
            )
        )
    if found.st_size > JOURNAL * size + (1 << 20):
        raise StoreError(
            tr(
                "{path} can't be opened: {journal} beside it has {n} MiB, far more than a change that was cut off "
                "leaves behind; move that away."
            ).format(path=path, journal=beside.name, n=found.st_size >> 20)
        )


def _pages(header: bytes) -> int:
    """Bytes that the header says the file has; 0 where it doesn't say."""
    size = int.from_bytes(header[16:18], "big")
    return (65536 if size == 1 else size) * _number(header, 28)


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")
