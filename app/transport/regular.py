"""Files that somebody else may have named: in an inventory that came by mail, or in an SSH configuration."""

import errno
import os
import stat
from pathlib import Path

from app.language import tr


def read_regular(path: Path, most: int) -> bytes:
    """The first ``most`` bytes of a file.

    OSError if it can't be read or is no regular file, since a FIFO would keep us waiting for ever and a device never
    ends; the one that is always empty counts as an empty file. ValueError if that is no name of a file.
    """
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # opening a FIFO waits too
    with os.fdopen(number, "rb") as handle:
        if str(path) == os.devnull:
            return b""
        if not stat.S_ISREG(os.fstat(number).st_mode):
            raise OSError(errno.EINVAL, tr("not a regular file"))
        return handle.read(most)
