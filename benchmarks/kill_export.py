"""Exports for kill.py: a child writes reports until it is killed, and what stands under a final name must open.

Each name is written again and again, so a kill also falls into the moment in which a new report takes the place of an
older one. What may be left beside is a hidden file or folder that ends in ".part".
"""

import csv
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "unit"))

from defusedxml import ElementTree
from people_sample import audited, sign_off
from pypdf import PdfReader

from app.record import ScanResult
from app.report.formats import FORMATS
from app.report.manifest import check_folder


def prepared(folder: Path) -> ScanResult:
    """An audit with an answer and an attached file, read whole before the first kill."""
    audit, _ = audited(folder)
    (folder / "plan.bin").write_bytes(random.Random(0).randbytes(300_000))
    sign_off(audit, attachments=[folder / "plan.bin"])
    found = audit.document()
    scan = replace(
        found,
        findings=tuple(one.whole() for one in found.findings),
        attachments=dict(found.attachments),
        evidence=dict(found.evidence),
    )
    audit.close()
    for name, write in FORMATS.items():  # so that no kill is spent on imports
        write(scan, folder / f"first.{name}")
    return scan


def _pdf(path: Path) -> object:
    return len(PdfReader(str(path), strict=True).pages)


def _csv(path: Path) -> object:
    with path.open(newline="", encoding="utf-8-sig") as stream:
        return len(list(csv.reader(stream, strict=True))) > 1 and path.read_bytes().endswith(b"\n")


def _folder(path: Path) -> object:
    found = check_folder(path)
    if found.problem:
        raise ValueError(found.problem)
    return found.files == 5  # report, JSON, CSV, read-me and the attached file


OPENS: dict[str, Callable[[Path], object]] = {
    "pdf": _pdf,
    "form": _pdf,
    "json": lambda path: json.loads(path.read_bytes()),
    "csv": _csv,
    "folder": _folder,
    "html": lambda path: path.read_bytes().endswith(b"</html>\n"),
    "hdf": lambda path: json.loads(path.read_bytes())["profiles"],
    "oscal": lambda path: json.loads(path.read_bytes())["assessment-results"],
    "cklb": lambda path: json.loads(path.read_bytes())["stigs"],
    **dict.fromkeys(("xccdf", "ckl"), lambda path: ElementTree.parse(path).getroot()),
}


def export(scan: ScanResult, folder: Path, seed: int) -> None:
    """What the child does until it is killed."""
    chooser = random.Random(seed)
    for number in range(1 << 30):
        name = chooser.choice([*OPENS, "folder"])
        FORMATS[name](scan, folder / (f"{number}.folder" if name == "folder" else f"report.{name}"))


def killed(scan: ScanResult, folder: Path, seed: int, delay: float) -> None:
    """Let a child export for ``delay`` seconds and kill it."""
    child = os.fork()
    if child == 0:
        try:
            export(scan, folder, seed)
        finally:
            os._exit(3)  # only a fault gets here
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("the child failed before it was killed")


def broken(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file or folder under a final name, with what is wrong with it (nothing: an empty text)."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".report.") and path.name.endswith(".part"):
            continue
        try:
            yield path, "" if OPENS[path.suffix[1:]](path) else "is empty or cut short"
        except Exception as error:  # noqa: BLE001 - whatever a reader says, the file doesn't open
            yield path, f"doesn't open: {type(error).__name__}: {error}"
