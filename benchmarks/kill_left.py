"""What a killed command left behind, held against what it had acknowledged: lines, exit status, JSON.

Every check is a function of the folder and of what the command printed, so that a test can hand it a folder from
which something was taken away.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import kill_export

from app.errors import BartizanError
from app.report.manifest import check_folder
from app.reportcheck import check_report
from app.store.auditfile import AuditFile
from app.store.verify import verify

AUDIT = "a.bartizan"
OLDER = "an older report, which stays until the new one is safe\n"


@dataclass(frozen=True)
class Before:
    """The folder before the command: the audit's seal and entries, and what stood under the output's name."""

    seal: str
    entries: int
    older: bool
    names: frozenset[str]

    @classmethod
    def of(cls, folder: Path, output: str) -> "Before":
        """Look, and lay an older report where one can be written over."""
        older = Path(output).suffix in {".json", ".csv", ".xml", ".pdf", ".html"}
        if older:
            (folder / output).write_text(OLDER)
        found = verify(folder / AUDIT) if (folder / AUDIT).exists() else None
        names = frozenset(path.name for path in folder.iterdir()) | {"said", "complained"}
        return cls(found.seal if found else "", found.entries if found else 0, older, names)


@dataclass(frozen=True)
class Left:
    """What there is after the kill; ``status`` as subprocess gives it: negative for a signal."""

    folder: Path
    before: Before
    status: int
    seconds: float
    writings: int  # how often something was being written
    writing: bool  # something was being written when the kill came

    @property
    def killed(self) -> bool:
        """Whether the command had not ended by itself."""
        return self.status < 0

    @property
    def lines(self) -> list[str]:
        """What it had printed, without a line that was cut off."""
        said = [(self.folder / name).read_text() for name in ("said", "complained")]
        return [line for text in said for line in text.splitlines(keepends=True) if line.endswith("\n")]


def examined(left: Left, output: str, format_: str, together: int | None) -> tuple[int, list[str], list[str]]:
    """How much was acknowledged, what of it is lost, and which files don't open or aren't whole.

    ``together``: the command adds so many entries, all or none.
    """
    audit, broken, lost = left.folder / AUDIT, [], []
    said = _acknowledged(left)
    if audit.exists():
        broken = damaged(audit, left.before.seal)
        there = added(left)
        if together is not None and there not in {0, together}:
            lost.append(f"{there} of {together} entries that belong together are there")
        if left.status == 0 and together and there != together:
            lost.append("it ended well, and its entries aren't there")
    elif said or left.before.seal:
        return len(said), [line.strip() for line in said], [f"{AUDIT} doesn't exist"]
    if audit.exists() and not broken:
        with AuditFile.open(audit) as opened:
            lost += [line.strip() for line, kept in said.items() if not kept(opened)]
            runs = [line.kind for line in opened.history() if line.kind.startswith("run-")]
            if opened.interrupted is not (runs[-1:] == ["run-started"]):
                lost.append("a cut-off run isn't told from a finished one")
    if output:
        broken += _output(left, output, format_, promised="Report written to" in "".join(left.lines))
    if left.status == 4 or "Traceback" in "".join(left.lines):
        broken.append(f"the command failed: {''.join(left.lines)[-300:]}")
    return len(said), lost, broken


def added(left: Left) -> int:
    """How many entries the command had added to the audit; 0 where that can't be read."""
    audit = left.folder / AUDIT
    return max(0, verify(audit).entries - left.before.entries) if audit.exists() else 0


def damaged(audit: Path, seal: str = "") -> list[str]:
    """Why an audit can't be used: it isn't whole, lost what it had, doesn't open, or can't be written."""
    try:
        found = verify(audit, seal or None)
        if not found.whole and not found.added:
            return [found.problem]
        with AuditFile.open(audit) as opened:
            return [opened.readonly_reason] if opened.readonly else []
    except BartizanError as error:
        return [str(error)]


def interrupted(audit: Path) -> bool:
    """Whether the audit says that its last run was cut off."""
    with AuditFile.open(audit, readonly=True) as opened:
        return opened.interrupted


def carried(audit: Path) -> bool:
    """Whether the audit has taken answers over from an earlier one."""
    with AuditFile.open(audit, readonly=True) as opened:
        return any(one.origin for one in opened.overrides())


def signed(audit: Path) -> bool:
    """Whether the audit is locked."""
    with AuditFile.open(audit, readonly=True) as opened:
        return opened.info.state == "signed"


def leftovers(folder: Path) -> list[str]:
    """Names that a later command should have tidied, or that could be taken for a report; hidden ones can't."""
    return [
        path.name
        for path in folder.iterdir()
        if path.name.endswith((".lock", "-journal", "-wal", ".part", ".new")) and not path.name.startswith(".")
    ]


# --- what was acknowledged -------------------------------------------------------------------------------------------

Kept = Callable[[AuditFile], bool]


def _acknowledged(left: Left) -> dict[str, Kept]:
    """Every acknowledgement among the lines, with what says whether it was kept."""
    found: dict[str, Kept] = {}
    text = "".join(left.lines)
    for pattern, kept in _SAID.items():
        for match in re.finditer(pattern, text, re.MULTILINE):
            found[match[0]] = lambda audit, kept=kept, match=match: kept(audit, match, left.before)
    if text.lstrip().startswith("{"):
        found["JSON on standard output"] = lambda audit: _as_json(audit, left.folder)
    return found


def _newer(audit: AuditFile, before: Before) -> int:
    """Answers that weren't there before."""
    return sum(int(one.id) > before.entries for one in audit.overrides())


def _seals(audit: AuditFile) -> tuple[str, ...]:
    return (*audit.predecessors, audit.seal)


def _as_json(audit: AuditFile, folder: Path) -> bool:
    """The document that was printed whole is that of the audit."""
    try:
        said = json.loads((folder / "said").read_text())
    except ValueError:
        return True  # cut off: nobody can take it for a document
    return said["audit"]["seal"] in _seals(audit) and not audit.interrupted


def _ended(audit: AuditFile) -> bool:
    return audit.run is not None and not audit.interrupted


_SAID: Mapping[str, Callable[[AuditFile, re.Match[str], Before], bool]] = {
    r"^(\S+): done in .*\n": lambda audit, said, _: said[1] in {one.target.name for one in audit.states()},
    r"^Saved as .*\n": lambda audit, *_: _ended(audit),
    r"^Judged again: .*\n": lambda audit, *_: _ended(audit) and audit.run is not None and audit.run.judged,
    r"^Answers taken over from .*: (\d+); .*\n": lambda audit, said, _: (
        sum(bool(one.origin) for one in audit.overrides()) == int(said[1])
    ),
    r"^\S+(?: on \S+)?: (?:\w+|answer taken back) by A\. Example, entry (\d+)\n": lambda audit, said, _: (
        said[1] in {one.id for one in audit.overrides()}
    ),
    r"^(\d+) answers? submitted.*\n": lambda audit, said, _: (
        sum(one.review == "submitted" for one in audit.overrides()) >= int(said[1])
    ),
    r"^(\d+) accepted, .*\n": lambda audit, said, _: (
        sum(one.review == "accepted" for one in audit.overrides()) >= int(said[1])
    ),
    r"^(\d+) answers? (?:confirmed|taken,) .*\n": lambda audit, said, before: _newer(audit, before) == int(said[1]),
    r"^.*: revision (\d+) signed by .*, seal (\w+)\n": lambda audit, said, _: (
        said[2] in _seals(audit) and audit.revision >= int(said[1])
    ),
    r"^.*: revision (\d+); the one before was signed under the seal (\w+)\n": lambda audit, said, _: (
        said[2] in audit.predecessors and audit.revision == int(said[1])
    ),
    r"^Report written to .*\n": lambda *_: True,  # the output is looked at anyway
}


# --- what stands under the output's name -----------------------------------------------------------------------------


def _output(left: Left, output: str, format_: str, *, promised: bool) -> list[str]:
    """What is wrong with the file or folder under the final name: it is the older one, or whole, or not there."""
    path = left.folder / output
    if not path.exists():
        return [f"{output} is gone"] if left.before.older or promised else []
    if path.is_file() and path.read_bytes() == OLDER.encode():
        return [f"{output} was said to be written, and isn't"] if promised else []
    fault = _fault(path, format_)
    return [f"{output}: {fault}"] if fault else []


_CHECKED: Mapping[str, Callable[[Path], str]] = {
    "pdf": lambda path: check_report(path).problem,
    "folder": lambda path: check_folder(path).problem,
}


def _fault(path: Path, format_: str) -> str:
    """Why that file or folder isn't a whole report, or an empty text."""
    try:
        if format_ in _CHECKED and (problem := _CHECKED[format_](path)):
            return problem
        return "" if kill_export.OPENS[format_](path) else "is empty or cut short"
    except Exception as error:  # noqa: BLE001 - whatever a reader says, the file doesn't open
        return f"doesn't open: {type(error).__name__}: {error}"
