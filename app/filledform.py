"""What somebody wrote into a PDF form. The file is foreign, so it is read in a process of its own, within limits.

Scripts and actions in it are never run.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.apart import PATIENCE, read_apart
from app.errors import UsageError
from app.language import tr

LARGEST = 20 << 20  # bytes of a form
MOST_FIELDS = 25_000
LONGEST = 20_000  # characters of a field
MOST_TEXT = 2_500_000  # characters of all fields but the hidden one; more than a person writes
LONGEST_HIDDEN = 4 << 20  # of the field that says what the form is for


@dataclass(frozen=True, slots=True)
class Filled:
    """The fields of a form by name, empty ones left out, and the file itself."""

    values: Mapping[str, str]
    data: bytes

    @property
    def sha256(self) -> str:
        """Of the file."""
        return hashlib.sha256(self.data).hexdigest()


def read_filled(path: Path, hidden: str, patience: float = PATIENCE) -> Filled:
    """Read the fields; ``hidden`` names the one that may be long. UsageError in one sentence where that can't be."""
    data = _bytes(path)
    said = read_apart(_extracted, str(path.absolute()), hidden, shown=path, patience=patience)
    if said["sha256"] != hashlib.sha256(data).hexdigest():
        raise UsageError(tr("{path}: was changed while it was read; try again.").format(path=path))
    return Filled(said["values"], data)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UsageError(
                tr("{path}: there is no such file.").format(path=path)
                if not path.exists()
                else tr("{path}: is no file.").format(path=path)
            )
        size = path.stat().st_size
        if size > LARGEST:
            raise UsageError(
                tr("{path}: {size} MiB is more than the {most} MiB that a form may have.").format(
                    path=path, size=size >> 20, most=LARGEST >> 20
                )
            )
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UsageError(
            tr("{path}: can't be read ({error}).").format(path=path, error=getattr(error, "strerror", None) or error)
        ) from error
    if not data[:1024].lstrip().startswith(b"%PDF-"):
        raise UsageError(tr("{path}: is no PDF.").format(path=path))
    return data


# --- in the process of its own ---------------------------------------------------------------------------------------


def _extracted(path: str, hidden: str) -> dict[str, Any]:
    import io  # noqa: PLC0415 - both are of use in the process alone

    from pypdf import PdfReader  # noqa: PLC0415 - costs 0.2 s

    data = Path(path).read_bytes()
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        return {"fault": tr("is encrypted; save it without a password")}
    fields = reader.get_fields() or {}
    if len(fields) > MOST_FIELDS:
        return {"fault": tr("has {n} fields, more than any form of Bartizan").format(n=len(fields))}
    values = {}
    together = 0
    for name, field in fields.items():
        value = _value(field)
        if len(value) > (LONGEST_HIDDEN if name == hidden else LONGEST):
            return {
                "fault": tr("holds a text of {n} characters; {most} are the most").format(n=len(value), most=LONGEST)
            }
        together += 0 if name == hidden else len(value)
        if together > MOST_TEXT:
            return {"fault": tr("holds more than {most} characters in all its fields together").format(most=MOST_TEXT)}
        if value:
            values[str(name)[:200]] = value
    return {"values": values, "sha256": hashlib.sha256(data).hexdigest()}


def _value(field: Any) -> str:
    """A field's value as text; a choice's name without its slash. Some programs note a choice at its button only."""
    value = field.get("/V")
    if field.get("/FT") == "/Btn":
        if value is None:
            marked = (kid.get_object().get("/AS") for kid in field.get("/Kids", ()))
            value = next((one for one in marked if one not in {None, "/Off"}), None)
        text = str(value or "").removeprefix("/")
        return "" if text == "Off" else text
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else ""
