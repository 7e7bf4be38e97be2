"""Where a secret could have been left: files of all kinds, taken apart until there is nothing to unpack."""

import contextlib
import re
import shutil
import sqlite3
import subprocess
import zlib
from pathlib import Path

from pdf_streams import streams


def _unpacked(data):
    """The bytes, and what is packed in them."""
    yield data
    for start in (0, 2):
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj(-15 if start else 15).decompress(data[start:])
    with contextlib.suppress(zlib.error):
        yield zlib.decompressobj(31).decompress(data)


def _database(path):
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as opened:
        opened.text_factory = bytes
        for (table,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in opened.execute(f'SELECT * FROM "{table.decode()}"'):  # noqa: S608 - a table of our own file
                for value in row:
                    if isinstance(value, bytes):
                        yield from _unpacked(value)


def _pdf(path, data):
    yield from streams(data)
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True).stdout
        yield text
        yield re.sub(rb"\s+", b"", text)


def contents(path):
    """Every piece of a file in which a secret could stand."""
    data = path.read_bytes()
    yield data
    if data.startswith(b"SQLite format 3\0"):
        yield from _database(path)
    elif data.startswith(b"%PDF-"):
        yield from _pdf(path, data)


def found_in(folders, pattern, spare=()):
    """Files below these folders in which the pattern is found: path to what was found."""
    found = {}
    for folder in folders:
        for path in Path(folder).rglob("*"):
            if path.is_file() and not path.is_symlink() and path not in spare:
                for piece in contents(path):
                    if hit := pattern.search(piece):
                        found[str(path)] = piece[max(0, hit.start() - 60) : hit.end() + 60]
    return found
