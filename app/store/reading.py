"""Content of an open audit file, for any thread, as long as the file is open.

What is read late (evidence, checks) holds one of these and not the audit: an audit that was closed can go at once.
"""

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from app.errors import StoreError
from app.language import tr
from app.store import codec, connection, content

T = TypeVar("T")


class Reading:
    """The one way to content; ``guard`` lets one thread in at a time."""

    def __init__(self, path: Path, database: sqlite3.Connection, guard: threading.RLock) -> None:
        self.path = path
        self._database = database
        self._guard = guard
        self._kept: set[str] = set()  # what stays in memory, by its hash
        self._together = 0  # and what all of that weighs

    def read(self, sha256: str) -> bytes:
        """Content by its hash; StoreError where it is missing, altered, or the audit closed."""
        try:
            with self._guard, connection.in_words(self.path, "read"):
                return self._found(sha256)
        except sqlite3.ProgrammingError as error:
            raise StoreError(tr("{path} was closed before all of it was read.").format(path=self.path)) from error

    def _found(self, sha256: str) -> bytes:
        try:
            return content.get(self._database, sha256)
        except StoreError as error:
            raise StoreError(f"{self.path}: {error}") from error

    def value(self, sha256: str, made_of: Callable[[Any], T]) -> T:
        """What is made of the JSON of that hash; StoreError that names it where that can't be."""
        return self.weighed(sha256, made_of)[0]

    def weighed(self, sha256: str, made_of: Callable[[Any], T]) -> tuple[T, int]:
        """As value(), with how much memory it takes at most (see codec.weight)."""
        data = self.read(sha256)
        return self._made(sha256, data, made_of), codec.weight(data)

    def kept(self, sha256: str, made_of: Callable[[Any], T]) -> T:
        """As value(), for what stays in memory while the audit is open: all of that together is bounded."""
        data = self.read(sha256)
        with self._guard:
            if sha256 not in self._kept:
                self._kept.add(sha256)
                self._together += codec.weight(data)
        if self._together > codec.TOGETHER:
            raise StoreError(
                tr("{path}: its lists would take more than {limit} MiB of memory together.").format(
                    path=self.path, limit=codec.TOGETHER >> 20
                )
            )
        return self._made(sha256, data, made_of)

    def _made(self, sha256: str, data: bytes, made_of: Callable[[Any], T]) -> T:
        try:
            return made_of(codec.loads(data))
        except StoreError as error:
            raise StoreError(
                tr("{path}: content {sha256} can't be read: {error}").format(
                    path=self.path, sha256=sha256[:16], error=error
                )
            ) from error
