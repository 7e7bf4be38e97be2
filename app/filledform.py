"""What somebody wrote into a PDF form. The file is foreign, so it is read in a process of its own, within limits.

A PDF can be built to take for ever or to fill all memory, and a library that reads it may fail in any way. Here the
worst it can do is end that process; what comes back is bounded JSON. Scripts and actions in the file are never run.
"""

import hashlib
import json
import logging
import multiprocessing
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.errors import UsageError

LARGEST = 20 << 20  # bytes of a form
PATIENCE = 20.0  # seconds
MEMORY = 1 << 30  # bytes that the reading process may take
MOST_FIELDS = 25_000
LONGEST = 20_000  # characters of a field
LONGEST_HIDDEN = 4 << 20  # of the field that says what the form is for
_ANSWER = LARGEST  # bytes of JSON that are taken from the reading process


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
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_child, args=(str(path.absolute()), hidden, there), daemon=True)
    process.start()
    there.close()
    try:
        if not here.poll(patience):
            raise UsageError(f"{path}: reading it took more than {patience:.0f} seconds, so it was given up.")
        said = json.loads(here.recv_bytes(_ANSWER))
    except (EOFError, OSError, ValueError) as error:
        raise UsageError(f"{path}: can't be read as a form; it is damaged, or built to exhaust the program.") from error
    finally:
        process.kill()
        process.join()
        process.close()
        here.close()
    if "fault" in said:
        raise UsageError(f"{path}: {said['fault']}.")
    if said["sha256"] != hashlib.sha256(data).hexdigest():
        raise UsageError(f"{path}: was changed while it was read; try again.")
    return Filled(said["values"], data)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise UsageError(f"{path}: there is no such file." if not path.exists() else f"{path}: is no file.")
        size = path.stat().st_size
        if size > LARGEST:
            raise UsageError(f"{path}: {size >> 20} MiB is more than the {LARGEST >> 20} MiB that a form may have.")
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: can't be read ({getattr(error, 'strerror', None) or error}).") from error
    if not data[:1024].lstrip().startswith(b"%PDF-"):
        raise UsageError(f"{path}: is no PDF.")
    return data


# --- in the process of its own ---------------------------------------------------------------------------------------


def _child(path: str, hidden: str, out: Connection) -> None:
    """Read the file and send what was found, or why not."""
    _limit()
    logging.disable()  # the library's remarks about a foreign file are of no use to anybody
    try:
        said = _extracted(path, hidden)
    except Exception:  # noqa: BLE001 - the boundary of a process: a hostile file makes the library fail in any way
        said = {"fault": "can't be read as a form; it is damaged or uses what Bartizan doesn't read"}
    out.send_bytes(json.dumps(said).encode())
    out.close()


def _limit() -> None:
    if sys.platform == "win32":
        return  # there, time and size alone bound it
    import resource  # noqa: PLC0415 - not on Windows

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, int(PATIENCE) + 5),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _extracted(path: str, hidden: str) -> dict[str, Any]:
    import io  # noqa: PLC0415 - both are of use in the process alone

    from pypdf import PdfReader  # noqa: PLC0415 - costs 0.2 s

    data = Path(path).read_bytes()
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        return {"fault": "is encrypted; save it without a password"}
    fields = reader.get_fields() or {}
    if len(fields) > MOST_FIELDS:
        return {"fault": f"has {len(fields)} fields, more than any form of Bartizan"}
    values = {}
    for name, field in fields.items():
        value = _value(field)
        if len(value) > (LONGEST_HIDDEN if name == hidden else LONGEST):
            return {"fault": f"holds a text of {len(value)} characters; {LONGEST} are the most"}
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
