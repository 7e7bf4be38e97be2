"""Whether a report is whole, and the one that its audit yields.

The PDF is compared with what it says of itself. Given the audit file, the report is made once more from the entries up
to its seal and compared to the last byte, which is possible where program, content and libraries are those that made
it. Where they aren't, other pages are no sign of an alteration: that is said, and only identity, seal, chain and what
the report says of itself are compared.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from app import language
from app.audit import Audit
from app.auditview import AuditView
from app.errors import StoreError
from app.language import tr
from app.model import Benchmark
from app.report import provenance
from app.report.changes import Earlier
from app.report.manifest import REPORT, FolderCheck, check_folder
from app.report.provenance import Provenance
from app.store.verify import verify

LARGEST = 512 << 20  # bytes of a report
_CLAIMS = ("title", "state", "revision", "predecessor")  # what any build says of an audit in the same words


@dataclass(frozen=True, slots=True)
class ReportCheck:
    """What a report turned out to be; ``problem`` is one sentence, empty where nothing is wrong."""

    path: Path
    data: bytes
    about: Provenance | None
    problem: str
    size: int  # bytes of the report; what the file has beyond them was added later

    @property
    def added(self) -> int:
        """Bytes behind the report: a signature, or something that doesn't belong there."""
        return len(self.data) - self.size if self.size else 0


def is_pdf(path: Path) -> bool:
    """Whether the file begins like a PDF."""
    try:
        if not path.is_file():  # opening a pipe would wait for its other end
            return False
        with path.open("rb") as stream:
            return stream.read(5) == b"%PDF-"
    except (OSError, ValueError):
        return False


def check_report(path: Path) -> ReportCheck:
    """Compare a report with what it says of itself; StoreError where there is no PDF to look at."""
    if not is_pdf(path):
        raise StoreError(
            tr("{path}: is no PDF.").format(path=path)
            if path.exists()
            else tr("There is no file {path}; give the path where it is now.").format(path=path)
        )
    try:
        if (size := path.stat().st_size) > LARGEST:
            raise StoreError(
                tr("{path}: {size} MiB is more than any report of Bartizan has.").format(path=path, size=size >> 20)
            )
        data = path.read_bytes()
    except OSError as error:
        raise StoreError(tr("{path}: can't be read ({why}).").format(path=path, why=error.strerror)) from error
    found = provenance.read(data)
    if found.about is None and b"artizan" not in data:
        raise StoreError(tr("{path}: is no report of Bartizan.").format(path=path))
    return ReportCheck(path, data, found.about, f"{path} {found.problem}." if found.problem else "", found.size)


def check_export(folder: Path) -> tuple[FolderCheck, ReportCheck | None]:
    """Compare an exported folder with its manifest, and its report with both; no report where the folder isn't whole.

    StoreError where there is no export to compare.
    """
    found = check_folder(folder)
    if found.problem:
        return found, None
    report = check_report(folder / REPORT)
    about = report.about
    problem = report.problem
    if not problem and about and (about.audit, about.revision, about.seal) != (found.audit, found.revision, found.seal):
        problem = tr(
            "{folder}: {name} is the report of another audit or revision (seal {seal}) than the manifest names "
            "(seal {own})."
        ).format(folder=folder, name=REPORT, seal=about.seal[:16] or "-", own=found.seal[:16] or "-")
    return replace(found, problem=problem), report


@dataclass(frozen=True, slots=True)
class Match:
    """How a report stands to an audit file."""

    problem: str  # one sentence; empty: nothing contradicts
    compared: str  # one sentence: what was compared, and what wasn't


def match(report: ReportCheck, file: Path, benchmark: Benchmark, since: Path | None = None) -> Match:
    """Compare a report that is whole with an audit file; ``since`` is the earlier audit that it says changes against.

    StoreError where the audit can't be opened.
    """
    about = report.about
    if about is None:
        return Match(report.problem, "")
    chain = verify(file, about.seal or "-")  # an empty seal is that of no audit
    if not chain.whole and not chain.added:
        return Match(chain.problem, "")
    audit = Audit.open(file, benchmark, readonly=True)
    try:
        if audit.info.id != about.audit:
            return Match(
                tr("{path} is the report of another audit ({other!r}), not of {audit}.").format(
                    path=report.path, other=about.audit[:40], audit=file
                ),
                "",
            )
        if chain.added and about.seal not in audit.predecessors:
            return Match(chain.problem, "")
        start = (
            tr(
                "The audit is whole and holds the entry with the report's seal; {n} entries came later, in a new "
                "revision."
            )
            if chain.added
            else tr("The audit is whole and holds the entry with the report's seal.")
        ).format(n=chain.added)
        if since is None and about.since in audit.predecessors:
            since = file
        reason = _unlike(about, benchmark)
        if not reason and about.since and since is None:
            reason = tr("it says what changed since an earlier audit; give that with --since")
        problem, compared = _compared(report, about, audit, since, reason)
        return Match(problem, "" if problem else f"{start} {compared}")
    finally:
        audit.close()


def _unlike(about: Provenance, benchmark: Benchmark) -> str:
    """Why this program would write other pages, whatever the audit says, or an empty text."""
    from app.report.pdf import maker  # noqa: PLC0415 - reportlab costs 0.2 s

    if about.language not in {one.code for one in language.languages()}:
        return tr("it is in a language that isn't here ({code})").format(code=repr(about.language[:40]))
    if about.program != maker()[0]:  # which stands on the pages, as does the content
        return _another_maker(about)
    if about.digest != benchmark.digest:
        return tr("it was made with other content (digest {digest}; here {own})").format(
            digest=about.digest[:12], own=benchmark.digest[:12]
        )
    return ""


def _another_maker(about: Provenance) -> str:
    """Who says to have made the report, where that isn't this program, or an empty text."""
    from app.report.pdf import maker  # noqa: PLC0415 - reportlab costs 0.2 s

    with language.speaking(about.language):
        mine = maker()
    if (about.program, about.renderer) == mine:
        return ""
    return tr("it was made by {program} ({renderer}), and this is {own} ({own_renderer})").format(
        program=about.program, renderer=about.renderer, own=mine[0], own_renderer=mine[1]
    )


def _compared(report: ReportCheck, about: Provenance, audit: Audit, since: Path | None, reason: str) -> tuple[str, str]:
    """In what the report contradicts the audit as of its seal, and what was compared; ``reason``: why not its pages.

    Where another build wrote it, other pages are no sign of an alteration: this one may draw them otherwise.
    """
    from app.report import pdf  # noqa: PLC0415 - reportlab costs 0.2 s

    day = date.fromisoformat(about.reported)
    noon = datetime(day.year, day.month, day.day, 12).astimezone()
    then = audit.at(about.seal, lambda: noon)
    try:
        document = then.document()
        true = pdf.provenance(document, day)
        if any(getattr(about, one) != getattr(true, one) for one in _CLAIMS):
            return _another(report, audit), ""
        if reason:
            return "", _unmade(reason)
        earlier = _earlier(then, audit, about, since, noon) if about.since and since else None
        with language.speaking(about.language):
            again = pdf.pdf_bytes(document, day, earlier)
    finally:
        then.close()
    if again == report.data[: report.size]:
        return "", tr("Made again from the audit, the report is the same to the last byte.")
    mine = provenance.read(again).about
    if mine is not None and replace(mine, renderer=about.renderer) == about:
        return "", tr(
            "Made again from the audit by another build, the report is the same to the last byte, but for the name of "
            "its maker."
        )
    if reason := _another_maker(about):
        return "", _unmade(reason)
    return _another(report, audit, _first_other(about, mine)), ""


def _unmade(reason: str) -> str:
    return tr("The pages could not be made again to compare them: {reason}.").format(reason=reason)


def _first_other(about: Provenance, mine: Provenance | None) -> int:
    """The first page that the audit yields otherwise; 0: none of them."""
    pages = zip(about.pages, mine.pages if mine else (), strict=False)
    return next((number for number, (one, other) in enumerate(pages, 1) if one.sha256 != other.sha256), 0)


def _another(report: ReportCheck, audit: Audit, page: int = 0) -> str:
    said = (
        tr(
            "{path} isn't the report that {audit} yields: first on page {page}; it was altered, or made from something "
            "else."
        )
        if page
        else tr("{path} isn't the report that {audit} yields; it was altered, or made from something else.")
    )
    return said.format(path=report.path, audit=audit.path, page=page)


def _earlier(then: AuditView, audit: Audit, about: Provenance, since: Path, noon: datetime) -> Earlier:
    old = Audit.open(since, audit.benchmark, readonly=True)
    try:
        before = old.at(about.since, lambda: noon)
        try:
            return then.since(before)
        finally:
            before.close()
    finally:
        old.close()
