"""Names of new audits and their files."""

import re
import socket
from datetime import datetime
from pathlib import Path

from app.language import tr

_UNFIT = re.compile(r"[^\w .,()+-]+")  # what some file system or shell refuses or misreads
_LONGEST = 80  # characters, for people
_HEAVIEST = 200  # bytes of UTF-8: most file systems take 255, with number, ending and the "-journal" of SQLite


def local_title(now: datetime) -> str:
    """The title of a quick audit of this computer: its name and the day."""
    name = socket.gethostname() or tr("This computer")
    return f"{name}, {now.date().isoformat()}"


def file_name(title: str, ending: str = ".bartizan") -> str:
    """A file name that says the title and is fit for every system."""
    stem = _UNFIT.sub("-", title).strip(" .-")[:_LONGEST].encode()[:_HEAVIEST].decode(errors="ignore").rstrip(" .-")
    return (stem or "audit") + ending


def free_path(folder: Path, title: str) -> Path:
    """A path in that folder where no file is yet: "title.bartizan", "title 2.bartizan" and so on."""
    first = folder / file_name(title)
    number = 2
    path = first
    while path.exists():
        path = first.with_name(f"{first.stem} {number}{first.suffix}")
        number += 1
    return path


def named_after(path: Path, title: str) -> bool:
    """Whether a file has the name that ``free_path`` gives for that title, with a number or without."""
    stem = Path(file_name(title)).stem
    return re.fullmatch(rf"{re.escape(stem)}( \d+)?", path.stem) is not None
