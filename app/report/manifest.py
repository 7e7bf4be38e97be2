"""The manifest of an exported folder: whether the files are still those that were exported."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from app.errors import StoreError
from app.language import tr
from app.report.visible import visible

SCHEMA = "bartizan-folder/1"
MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
REPORT = "report.pdf"
LIMIT = 16 << 20  # bytes of a manifest that is believed to be one


@dataclass(frozen=True, slots=True)
class FolderCheck:
    """What check_folder() found."""

    files: int
    audit: str  # id of the audit that was exported
    revision: int
    seal: str
    problem: str  # one sentence that names the first bad file; empty if whole


def check_folder(folder: Path) -> FolderCheck:
    """Compare every file with the manifest; StoreError where there is no export to compare."""
    listed, about = _listed(folder)
    try:
        return replace(about, files=len(listed), problem=_problem(folder, listed))
    except OSError as error:
        raise StoreError(
            tr("{path}: can't be read ({why}).").format(path=error.filename or folder, why=error.strerror)
        ) from error


def _problem(folder: Path, listed: Mapping[str, tuple[int, str]]) -> str:
    """What isn't as the manifest says, in one sentence, or an empty text."""
    if REPORT not in listed:
        return tr("{folder}: {name} is missing.").format(folder=folder, name=REPORT)
    there = {
        one.relative_to(folder).as_posix(): one for one in folder.rglob("*") if one.is_symlink() or not one.is_dir()
    }
    for name, (size, digest) in sorted(listed.items()):
        path = there.pop(name, None)
        if path is None:
            return tr("{folder}: {name} is missing.").format(folder=folder, name=name)
        if path.is_symlink() or not path.is_file() or path.stat().st_size != size:
            return tr("{folder}: {name} was altered: it has another size.").format(folder=folder, name=name)
        if _digest(path) != digest:
            return tr("{folder}: {name} was altered: its SHA-256 is another.").format(folder=folder, name=name)
    extra = sorted(there.keys() - {MANIFEST, SUMS})
    if extra:
        return tr("{folder}: {name} was added after the export.").format(folder=folder, name=extra[0])
    sums = there.get(SUMS)
    if sums is None:
        return tr("{folder}: {name} is missing.").format(folder=folder, name=SUMS)
    lines = {f"{digest}  {name}" for name, (_, digest) in listed.items()} | {
        f"{_digest(folder / MANIFEST)}  {MANIFEST}"
    }
    said = sums.is_file() and not sums.is_symlink() and sums.stat().st_size <= LIMIT and sums.read_bytes()
    if not said or sorted(said.decode(errors="replace").splitlines()) != sorted(lines):
        return tr("{folder}: {name} was altered: its sums aren't those of the manifest.").format(
            folder=folder, name=SUMS
        )
    return ""


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _listed(folder: Path) -> tuple[dict[str, tuple[int, str]], FolderCheck]:
    """Size and SHA-256 of each file, and the audit that the manifest names."""
    path = folder / MANIFEST
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > LIMIT:
            raise StoreError(
                tr("{folder}: holds no {name}, so it is no exported audit.").format(folder=folder, name=MANIFEST)
            )
        value = json.loads(path.read_bytes())
        if value["schema"] != SCHEMA:
            raise StoreError(tr("{path}: was made by another version of Bartizan.").format(path=path))
        listed = {str(one["path"]): (int(one["bytes"]), str(one["sha256"])) for one in value["files"]}
        audit = value["audit"]
        about = FolderCheck(0, str(audit["id"]), int(audit["revision"]), str(audit["seal"]), "")
    except OSError as error:
        raise StoreError(tr("{path}: can't be read ({why}).").format(path=path, why=error.strerror)) from error
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise StoreError(tr("{path}: is no manifest of an exported audit.").format(path=path)) from error
    for name in listed:
        inner = PurePosixPath(name)
        if inner.is_absolute() or ".." in inner.parts or "\\" in name or "\0" in name:
            raise StoreError(
                tr("{path}: names {name}, which is outside of the folder.").format(path=path, name=repr(visible(name)))
            )
    return listed, about
