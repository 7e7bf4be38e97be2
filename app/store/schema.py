"""The tables of an audit file and how a file of an older schema is brought forward."""

import sqlite3
from functools import cache

APPLICATION_ID = 0x4252545A  # "BRTZ" in the file's header tells an audit from any other SQLite database

# What brings a file from schema n to n + 1, n being the place in this list; an entry is never rewritten by it,
# so a migration adds tables and columns, and app.store.payload gains fields with a default.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE entry (
    seq INTEGER PRIMARY KEY, -- from 1 without a gap
    time TEXT NOT NULL, -- ISO 8601, UTC
    kind TEXT NOT NULL,
    payload TEXT NOT NULL, -- canonical JSON
    prev TEXT NOT NULL, -- sha256 of the entry before
    sha256 TEXT NOT NULL -- over all of the above
)""",
        """CREATE TABLE content (
    sha256 TEXT NOT NULL UNIQUE, -- of the plain bytes
    size INTEGER NOT NULL, -- of the plain bytes
    packed INTEGER NOT NULL, -- 1: data is zlib-compressed
    data BLOB NOT NULL
)""",
    ),
)
VERSION = len(MIGRATIONS)


def migrate(connection: sqlite3.Connection, version: int, newest: int) -> None:
    """Bring a database from schema ``version`` (0: empty) to ``newest``, within the caller's transaction."""
    for step in MIGRATIONS[version:newest]:
        for statement in step:
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {newest}")


def objects(connection: sqlite3.Connection) -> list[tuple[str, str, str, str | None]]:
    """Tables, indices, triggers and views of the database, with the text that made them."""
    return connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()


@cache
def expected(version: int) -> list[tuple[str, str, str, str | None]]:
    """What objects() must give for a file of that schema: not a trigger or view more."""
    connection = sqlite3.connect(":memory:")
    try:
        migrate(connection, 0, version)
        return objects(connection)
    finally:
        connection.close()
