"""An answer as a person entered it, on its way from the form to the audit."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.model import Result
from app.record import Attachment, OverrideKind


@dataclass(frozen=True, slots=True)
class Given:
    """What a person entered; ``places`` are the items and targets that it is for, ``kept`` files that were copied."""

    kind: OverrideKind
    new: Result
    by: str
    role: str
    remark: str
    expires: date | None
    places: tuple[tuple[str, str | None], ...]
    files: tuple[Path, ...] = ()
    kept: tuple[Attachment, ...] = ()
