"""A folder for auditors without Bartizan: report, JSON, findings, attached files, and a manifest with every SHA-256.

It appears whole or not at all: built beside its place, flushed to the disk, then renamed. Names of attachments are
labels that somebody typed, so they become names of files only after everything that means something to a file system
is gone from them, and each has a number in front.
"""

import hashlib
import json
import os
import re
import shutil
import tempfile
import textwrap
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.errors import ReportError
from app.language import tr
from app.places import flush_folder
from app.record import Attachment, ScanResult
from app.report import leftovers
from app.report.changes import Earlier
from app.report.manifest import MANIFEST, REPORT, SCHEMA, SUMS
from app.report.signature import Signer
from app.report.standing import program_of
from app.report.visible import visible
from app.report.writing import write_file

_UNFIT = re.compile(r"[^\w.()+-]+")
_LONGEST = 120  # bytes of a label within a name

_WIDE = 120  # characters of a line of the README


def _readme() -> str:
    """What a reader finds in the folder, in the language in force; the names of the files are the same in each."""
    files = (
        (REPORT, tr("the report; start here")),
        ("findings.csv", tr("one line for each finding, for spreadsheets")),
        ("audit.json", tr("everything, evidence included, for programs")),
        ("attachments/", tr("the files that people attached to their answers; manifest.json says which is which")),
        ("manifest.json", tr("every file with its size and SHA-256, and the seal of the audit")),
        ("SHA256SUMS", tr("the same sums, for: sha256sum -c SHA256SUMS")),
    )
    proof = tr(
        "That nothing was changed since the export shows with `sha256sum -c SHA256SUMS` or `bartizan verify FOLDER`. "
        "Whether the sums themselves are those of the export shows only against a copy of them that was kept "
        "elsewhere. The seal printed in the report is that of the audit file; `bartizan verify` compares the two."
    )
    lines = [
        tr("This folder holds a hardening audit for readers without Bartizan."),
        "",
        *(f"  {name:<15} {what}" for name, what in files),
        "",
        *textwrap.wrap(proof, _WIDE, break_long_words=False, break_on_hyphens=False),
    ]
    return "".join(f"{line}\n" for line in lines)


def write_folder(scan: ScanResult, path: Path, earlier: Earlier | None = None, signer: Signer | None = None) -> None:
    """Write the folder; ReportError if something is there already or it can't be written."""
    place = path.absolute()
    _free(place, path)
    try:
        beside = Path(tempfile.mkdtemp(dir=place.parent, prefix=leftovers.BEGINS, suffix=leftovers.ENDS))
    except (OSError, ValueError) as error:
        raise ReportError(_cannot(path, error)) from error
    try:
        leftovers.clear(beside)
        _fill(beside, scan, earlier, signer)
        _flush(beside)
        if os.name == "nt" and place.is_dir():
            place.rmdir()  # elsewhere a rename takes the place of an empty folder by itself
        beside.rename(place)
        flush_folder(place.parent)
    except OSError as error:
        raise ReportError(_cannot(path, error)) from error
    finally:
        with suppress(OSError):
            shutil.rmtree(beside)  # gone already unless something failed


def _free(place: Path, shown: Path) -> None:
    """Refuse a place that is taken: what stands there was perhaps handed over once."""
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        raise ReportError(
            tr("{path}: there is a file of that name; choose another name for the folder.").format(
                path=visible(str(shown))
            )
        )
    try:
        taken = place.is_dir() and any(place.iterdir())
    except OSError as error:
        raise ReportError(_cannot(shown, error)) from error
    if taken:
        raise ReportError(
            tr("{path}: the folder isn't empty; choose a new one, so that nothing mixes.").format(
                path=visible(str(shown))
            )
        )


def _cannot(path: Path, error: Exception) -> str:
    why = (error.strerror if isinstance(error, OSError) else str(error)) or str(error)
    return tr("The folder {path} can't be written: {why}; choose another place.").format(
        path=visible(str(path)), why=why
    )


def _fill(folder: Path, scan: ScanResult, earlier: Earlier | None, signer: Signer | None) -> None:
    from app.report.csvreport import write_csv  # noqa: PLC0415 - reportlab alone costs 0.2 s, so all writers come late
    from app.report.jsonreport import write_json  # noqa: PLC0415 - see above
    from app.report.pdf import write_pdf  # noqa: PLC0415 - see above

    write_pdf(scan, folder / REPORT, earlier, signer)
    write_json(scan, folder / "audit.json")
    write_csv(scan, folder / "findings.csv")
    write_file(folder / "README.txt", _readme().encode())
    about: dict[str, dict[str, object]] = {}
    for number, (attachment, answers) in enumerate(_attached(scan), 1):
        name = f"attachments/{number:03d}-{file_label(attachment.name)}"
        (folder / "attachments").mkdir(mode=0o700, exist_ok=True)
        write_file(folder / name, scan.attachments[attachment.sha256])
        about[name] = {"label": attachment.name, "answers": answers}
    files = [
        {"path": name, "bytes": size, "sha256": digest, **about.get(name, {})} for name, size, digest in _sums(folder)
    ]
    program, version = program_of(scan)
    manifest = {
        "schema": SCHEMA,
        "program": {"name": program, "version": version},
        "audit": {
            "id": scan.info.id,
            "title": scan.info.title,
            "state": scan.info.state,
            "seal": scan.seal,
            "revision": scan.revision,
        },
        "files": files,
    }
    write_file(folder / MANIFEST, (json.dumps(manifest, indent=1) + "\n").encode())
    sums = "".join(f"{digest}  {name}\n" for name, _, digest in _sums(folder))
    write_file(folder / SUMS, sums.encode())


def _attached(scan: ScanResult) -> Iterator[tuple[Attachment, list[str]]]:
    """Each attached file once, with the numbers of the answers that name it."""
    found: dict[str, tuple[Attachment, list[str]]] = {}
    for finding in scan.findings:
        for override in finding.overrides:
            for attachment in override.attachments:
                found.setdefault(attachment.sha256, (attachment, []))[1].append(override.id)
    for attachment, answers in found.values():
        yield attachment, sorted(set(answers), key=lambda one: (len(one), one))


def file_label(label: str) -> str:
    """A label as part of a file name: letters, digits and a few signs, at most 120 bytes, its ending kept."""
    fit = _UNFIT.sub("-", unicodedata.normalize("NFC", label.encode(errors="replace").decode())).strip("-. ")
    stem, dot, ending = fit.rpartition(".")
    if not dot or len(ending) > 10:  # noqa: PLR2004 - longer ones are no endings
        stem, dot, ending = fit, "", ""
    stem = stem.encode()[:_LONGEST].decode(errors="ignore").strip("-. ")
    return f"{stem or 'attachment'}{dot}{ending}"


def _sums(folder: Path) -> list[tuple[str, int, str]]:
    """Path within the folder, size and SHA-256 of every file, in the order of the paths."""
    found = []
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        found.append((path.relative_to(folder).as_posix(), path.stat().st_size, digest))
    return found


def _flush(folder: Path) -> None:
    """Make the names in the folder survive a power cut; the files were flushed one by one."""
    for inner in (*(one for one in folder.iterdir() if one.is_dir()), folder):
        flush_folder(inner)
