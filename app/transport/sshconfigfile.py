"""The lines of a file of SSH configuration, as ssh_config(5) and OpenSSH's reader cut them into words."""

import glob
import os
import re
import stat
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.language import tr
from app.transport.sshquote import split

DEPTH = 16  # of includes within includes, as OpenSSH
_LARGEST = 4 << 20  # bytes that are read of one file
# A keyword, perhaps in quotes, then blanks with at most one equals sign among them.
_LINE = re.compile(
    r'[ \t]*(?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"=]+))(?:[ \t]*=[ \t]*|[ \t]+|(?=")|$)(?P<rest>.*)', re.DOTALL
)
_BLANK = " \t\r\n\f"


@dataclass(frozen=True, slots=True)
class Line:
    """One setting: the keyword in lower case, what follows it, and its words (None: a quotation mark is left open)."""

    path: Path
    number: int
    keyword: str
    rest: str
    words: tuple[str, ...] | None

    @property
    def place(self) -> str:
        """File and line for sentences."""
        return tr("{path}, line {line}").format(path=self.path, line=self.number)


def lines_of(path: Path) -> tuple[Line, ...]:
    """The settings of a file, parsed once for all hosts; one that is missing or can't be read has none."""
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return ()
    if not stat.S_ISREG(facts.st_mode):
        return ()
    return _parsed(path, facts.st_mtime_ns, facts.st_size, facts.st_ino)


@lru_cache(maxsize=256)
def _parsed(path: Path, *_version: int) -> tuple[Line, ...]:
    try:
        with path.open("rb") as handle:
            data = handle.read(_LARGEST)
    except OSError:
        return ()
    text = data.decode("utf-8-sig", "replace")  # what is no UTF-8 is most often a comment
    # A NUL ends a line for OpenSSH.
    found = (_line(path, number, line.partition("\0")[0]) for number, line in enumerate(text.split("\n"), 1))
    return tuple(line for line in found if line is not None)


def _line(path: Path, number: int, text: str) -> Line | None:
    found = _LINE.fullmatch(text.rstrip(_BLANK))
    keyword = (found["quoted"] or found["plain"] or "") if found else ""
    if found is None or keyword.startswith("#"):
        return None
    return Line(path, number, keyword.lower(), found["rest"], split(found["rest"]))


def fault_of(path: Path) -> str:
    """Why OpenSSH would refuse the file, as a sentence for people; nothing where it wouldn't.

    Who can write a user's SSH configuration can have programs run and choose which host keys are believed.
    """
    if os.name == "nt":  # pragma: no cover - rights there are no mode
        return ""
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return ""
    if facts.st_uid not in (0, os.getuid()):
        return tr(
            "{path} belongs to another user, so it is not read, as OpenSSH doesn't; make it your own (chown)."
        ).format(path=path)
    if facts.st_mode & 0o022:
        return tr(
            "{path} can be written by others (mode {mode:03o}), so it is not read, as OpenSSH "
            "doesn't; take that right away: chmod go-w {path}"
        ).format(path=path, mode=stat.S_IMODE(facts.st_mode))
    return ""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is read.

    ``user`` tells a user's own from the system's, ``base`` is where relative names of Include lead, and ``checked``
    whether one that others may write is refused.
    """

    path: Path
    user: bool
    base: Path
    checked: bool

    def included(self, line: Line) -> tuple["Source", ...]:
        """The files that an Include line stands for, in the order in which they are read; each is checked."""
        found = (file for word in line.words or () for file in self._files(word))
        return tuple(Source(file, self.user, self.base, checked=True) for file in found)

    def _files(self, word: str) -> tuple[Path, ...]:
        # ``~`` means a home only in a user's file. The text is a pattern and no path yet, so it is kept as text.
        expanded = os.path.expanduser(word) if self.user else word  # noqa: PTH111 - see above
        pattern = expanded if os.path.isabs(expanded) else str(self.base / expanded)  # noqa: PTH117 - see above
        try:
            return tuple(Path(found) for found in sorted(glob.glob(pattern)))  # noqa: PTH207 - an absolute pattern
        except (OSError, ValueError, re.error):
            return ()
