"""A report file appears whole or not at all, and an older one of that name stays until the new one is safe."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.errors import ReportError
from app.language import tr
from app.places import flush_folder
from app.report import leftovers
from app.report.visible import visible

_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write_file(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write beside, flush to the disk, rename; ReportError with the path if that can't be done.

    Data that comes in parts is written as it comes, so that a large report is never whole in memory. A new file is
    readable by its owner alone (it lists weaknesses); an older one's mode is kept. A device or a pipe (``/dev/stdout``)
    is written straight, never replaced.
    """
    parts = (data,) if isinstance(data, bytes) else data
    try:
        mode = path.stat().st_mode if path.exists() else stat.S_IFREG | 0o600
        if stat.S_ISDIR(mode):
            raise ReportError(
                tr("The report can't be written to {path}: that is a folder; name a file.").format(
                    path=visible(str(path))
                )
            )
        if stat.S_ISREG(mode):
            _replace(path.resolve(), parts, stat.S_IMODE(mode))
        else:
            with path.open("wb") as stream:
                stream.writelines(parts)
    except (OSError, ValueError, RuntimeError) as error:  # ValueError: a NUL in the name; RuntimeError: a link loop
        why = (error.strerror if isinstance(error, OSError) else str(error)) or str(error)
        raise ReportError(
            tr("The report can't be written to {path}: {why}; choose another name or folder.").format(
                path=visible(str(path)), why=why
            )
        ) from error


def _replace(target: Path, parts: Iterable[bytes], mode: int) -> None:
    part = target.parent / leftovers.name()  # known before it is there, so that no wish to end can come in between
    try:
        with os.fdopen(os.open(part, _NEW, 0o600), "wb") as stream:
            leftovers.clear(part)
            stream.writelines(parts)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(mode)
        part.replace(target)
    except BaseException:  # the parts may end in any fault, and Ctrl-C may come between two of them
        with suppress(OSError):
            part.unlink()
        raise
    flush_folder(target.parent)
