"""The wizard's log: what the program did and what went wrong, for the log window and for whoever helps.

A file of the user's own (readable by nobody else) that is cut over at a fixed size, and the last lines in memory. One
record is one line, and what a host said is escaped in it. A secret that it would quote, as in the trace of a bug, is
hidden.
"""

import contextlib
import logging
import os
from collections import deque
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from app.report.visible import one_line
from app.secrecy import hide

NAME = "bartizan"
KEPT = 2000  # lines in memory
_LARGEST = 512 << 10  # bytes of the file before the next one is begun
_NOWHERE = logging.NullHandler()
_FILES = 3  # earlier files that stay


class _OneLine(logging.Formatter):
    """Time, level, message and, for a bug, where it was; without line breaks and control characters."""

    def format(self, record: logging.LogRecord) -> str:
        return one_line(hide(super().format(record)))


class _Kept(logging.Handler):
    """The last lines, in memory."""

    def __init__(self, lines: deque[str]) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record))


class _Private(RotatingFileHandler):
    """A file that only its owner reads, from its first byte on; a full disk costs lines and nothing else."""

    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding="utf-8", errors="backslashreplace", opener=_opener)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Say nothing: there is nobody to tell."""


def _opener(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


class Logbook:
    """Open from its making until ``close``; ``folder`` gets the file ``bartizan.log``, None is for memory alone."""

    def __init__(self, folder: Path | None) -> None:
        self._lines: deque[str] = deque(maxlen=KEPT)
        self._log = logging.getLogger(NAME)
        self._log.setLevel(logging.INFO)
        self._log.propagate = False  # a library's handler on the root logger gets none of it
        self.path = folder / f"{NAME}.log" if folder is not None else None
        self._handlers: list[logging.Handler] = [_Kept(self._lines)]
        with contextlib.suppress(OSError):  # a file that can't be written: the lines in memory have to do
            if self.path is not None:
                self._handlers.append(_Private(self.path, maxBytes=_LARGEST, backupCount=_FILES))
        form = _OneLine("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%d %H:%M:%S%z")
        for handler in self._handlers:
            handler.setFormatter(form)
            self._log.addHandler(handler)

    def lines(self) -> tuple[str, ...]:
        """The last lines, oldest first."""
        return tuple(self._lines)

    def close(self) -> None:
        """Let the file go. What is logged after that goes nowhere: by itself, Python prints it."""
        self._log.addHandler(_NOWHERE)
        for handler in self._handlers:
            self._log.removeHandler(handler)
            handler.close()
