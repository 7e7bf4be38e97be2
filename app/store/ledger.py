"""The chain of entries: each holds the SHA-256 of the one before, so nothing in it can be changed unseen."""

import hashlib
import sqlite3
from typing import Any, NamedTuple

from app.errors import StoreError
from app.language import tr
from app.store import codec
from app.store.payload import KINDS, Payload

GENESIS = "0" * 64  # what the first entry holds as the hash of the one before
SELECT = "SELECT seq, time, kind, payload, prev, sha256 FROM entry"


class Entry(NamedTuple):
    """One row of the ledger; ``time`` is ISO 8601 in UTC, ``payload`` canonical JSON, hashes are in hex."""

    seq: int
    time: str
    kind: str
    payload: str
    prev: str
    sha256: str

    def __str__(self) -> str:
        return tr("entry {number} ({kind}, {time})").format(
            number=self.seq, kind=codec.shown(self.kind)[1:-1], time=codec.shown(self.time)[1:-1]
        )


def digest(seq: int, time: str, kind: str, payload: str, prev: str) -> str:
    """The hash of an entry: over everything it holds, its place and the hash of the one before.

    Neither time nor kind may hold a line break (see fault()), so no two entries give the same bytes.
    """
    text = f"bartizan-entry/1\n{prev}\n{seq}\n{time}\n{kind}\n{payload}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def link(previous: Entry | None, time: str, kind: str, payload: str) -> Entry:
    """The entry that follows ``previous``."""
    seq = previous.seq + 1 if previous else 1
    prev = previous.sha256 if previous else GENESIS
    return Entry(seq, time, kind, payload, prev, digest(seq, time, kind, payload, prev))


def fault(previous: Entry | None, entry: Entry) -> str:
    """Why ``entry`` can't follow ``previous``, or an empty text if it can."""
    if tuple(map(type, entry)) != (int, str, str, str, str, str):
        return tr("its columns are of other types")
    if entry.seq != (previous.seq + 1 if previous else 1):
        return tr("entry {number} is missing").format(number=previous.seq + 1 if previous else 1)
    if entry.sha256 != digest(*entry[:5]):
        return tr("its content doesn't match its hash")
    if entry.prev != (previous.sha256 if previous else GENESIS):
        return tr("it doesn't follow from the entry before")
    if entry.kind not in KINDS or "\n" in entry.time:
        return tr("its kind is unknown")
    return ""


def decode(entry: Entry) -> Payload:
    """What the entry says; StoreError that names the entry where that can't be read."""
    try:
        return payload(entry)
    except StoreError as error:
        raise StoreError(tr("{entry} can't be read: {error}").format(entry=entry, error=error)) from error


def payload(entry: Entry) -> Payload:
    """What the entry says; StoreError that only says what is wrong where that can't be read."""
    # Any: mypy doesn't join the union of the classes in KINDS into one type argument.
    kind: Any = KINDS[entry.kind]
    said: Payload = codec.from_json(kind, codec.loads(entry.payload))
    return said


def rows(connection: sqlite3.Connection) -> list[Entry]:
    """Every entry in order, as stored."""
    return [Entry(*row) for row in connection.execute(f"{SELECT} ORDER BY seq")]


def checked(connection: sqlite3.Connection) -> list[Entry]:
    """Every entry in order; StoreError that names the first one that breaks the chain, or for too many entries."""
    entries = _chained(None, rows(connection))
    if not entries or entries[0].kind != "created":
        raise StoreError(tr("was altered or damaged: it doesn't begin with the creation of an audit"))
    if sum(codec.weight(entry.payload) for entry in entries) > codec.TOGETHER:
        raise StoreError(
            tr("holds entries that would take more than {limit} MiB of memory together").format(
                limit=codec.TOGETHER >> 20
            )
        )
    return entries


def until(entries: list[Entry], seal: str) -> list[Entry]:
    """The entries up to the one whose hash is ``seal``; StoreError where there is none."""
    for number, entry in enumerate(entries, 1):
        if entry.sha256 == seal:
            return entries[:number]
    raise StoreError(tr("holds no entry with the seal {seal}").format(seal=codec.shown(seal)[1:17]))


def after(connection: sqlite3.Connection, last: Entry) -> list[Entry]:
    """The entries that follow ``last``; StoreError where they don't continue its chain."""
    found = connection.execute(f"{SELECT} WHERE seq >= ? ORDER BY seq", (last.seq,))
    entries = [Entry(*row) for row in found]
    if entries[:1] != [last]:
        raise StoreError(tr("was altered or damaged: {entry} is no longer there as it was").format(entry=last))
    return _chained(last, entries[1:])


def _chained(previous: Entry | None, entries: list[Entry]) -> list[Entry]:
    for entry in entries:
        reason = fault(previous, entry)
        if reason:
            raise StoreError(tr("was altered or damaged: at {entry}, {reason}").format(entry=entry, reason=reason))
        previous = entry
    return entries


def head(connection: sqlite3.Connection) -> tuple[int, str] | None:
    """Number and hash of the last entry, or None in an empty ledger."""
    row: tuple[int, str] | None = connection.execute(
        "SELECT seq, sha256 FROM entry ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return row


def insert(connection: sqlite3.Connection, entry: Entry) -> None:
    """Write the entry within the caller's transaction."""
    connection.execute("INSERT INTO entry (seq, time, kind, payload, prev, sha256) VALUES (?, ?, ?, ?, ?, ?)", entry)
