"""Bytes kept once per content under their SHA-256: outputs of probes, lists of results, attached files."""

import hashlib
import sqlite3
import zlib
from typing import NamedTuple

from app.errors import StoreError
from app.language import tr

LIMIT = 256 << 20  # bytes; what is larger is refused on writing and not unpacked on reading
LEVEL = 6  # of zlib


class Packed(NamedTuple):
    """Bytes as they are kept: ``size`` is what they unpack to, ``packed`` says whether zlib made them smaller."""

    size: int
    packed: int
    data: bytes


def pack(data: bytes) -> Packed:
    """Make bytes ready to be kept: the long part of keeping them, which needs no database."""
    if len(data) > LIMIT:
        raise StoreError(tr("more than {LIMIT} MiB can't be kept in an audit file").format(LIMIT=LIMIT >> 20))
    smaller = zlib.compress(data, LEVEL)
    return Packed(len(data), 1, smaller) if len(smaller) < len(data) else Packed(len(data), 0, data)


def put(connection: sqlite3.Connection, sha256: str, packed: Packed) -> None:
    """Keep bytes whose hash in hex is ``sha256``, unless they are there, within the caller's transaction."""
    connection.execute(
        "INSERT INTO content (sha256, size, packed, data) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (sha256, *packed),
    )


def has(connection: sqlite3.Connection, sha256: str) -> bool:
    """Whether that content is there (whether it is sound is for get() to say)."""
    return connection.execute("SELECT 1 FROM content WHERE sha256 = ?", (sha256,)).fetchone() is not None


def get(connection: sqlite3.Connection, sha256: str) -> bytes:
    """The bytes of that hash; StoreError where they are missing or no longer what they were."""
    row = connection.execute("SELECT size, packed, data FROM content WHERE sha256 = ?", (sha256,)).fetchone()
    if row is None:
        raise StoreError(tr("content {sha256} is missing").format(sha256=sha256[:16]))
    data = unpack(*row)
    if data is None or hashlib.sha256(data).hexdigest() != sha256:
        raise StoreError(tr("content {sha256} was altered or damaged").format(sha256=sha256[:16]))
    return data


def unpack(size: object, packed: object, data: object) -> bytes | None:
    """The bytes of a row, or None where the row is unsound; never more than the row says, so a bomb stays small."""
    if type(size) is not int or type(packed) is not int or type(data) is not bytes:
        return None
    if not 0 <= size <= LIMIT or packed not in (0, 1):
        return None
    if packed:
        unpacker = zlib.decompressobj()
        try:
            plain = unpacker.decompress(data, size + 1)
        except zlib.error:
            return None
        if not unpacker.eof or unpacker.unused_data:
            return None
        data = plain
    return data if len(data) == size else None
