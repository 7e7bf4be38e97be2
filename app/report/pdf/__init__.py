"""The audit report as PDF; the only place that imports reportlab."""

import zlib
from datetime import UTC, date, datetime
from pathlib import Path

import reportlab

from app import __version__, language
from app.overrides import local_today
from app.record import ScanResult
from app.report.changes import Earlier
from app.report.compose import compose
from app.report.pdf.build import render
from app.report.provenance import Provenance, code_digest
from app.report.signature import Signer, signed
from app.report.standing import utc
from app.report.writing import write_file


def write_pdf(scan: ScanResult, path: Path, earlier: Earlier | None = None, signer: Signer | None = None) -> None:
    """Write the audit report; ReportError if the file can't be written or a font is missing."""
    pdf = pdf_bytes(scan, local_today(), earlier)
    write_file(path, signed(pdf, signer) if signer else pdf)


def pdf_bytes(scan: ScanResult, today: date, earlier: Earlier | None = None) -> bytes:
    """Make the report as it stands on that day; the same audit on the same day gives the same bytes."""
    info = scan.info
    stamp = info.finished or info.started or info.created or datetime(today.year, today.month, today.day, tzinfo=UTC)
    return render(compose(scan, today, earlier), utc(stamp), provenance(scan, today, earlier))


def provenance(scan: ScanResult, today: date, earlier: Earlier | None = None) -> Provenance:
    """Say what the report is made of."""
    return Provenance(
        audit=scan.info.id,
        title=scan.info.title,
        state=scan.info.state,
        revision=scan.revision,
        predecessor=scan.predecessor,
        seal=scan.seal,
        reported=today.isoformat(),
        since=earlier.seal if earlier else "",
        program=scan.program,
        renderer=maker()[1],
        benchmark=scan.benchmark.id,
        benchmark_version=scan.benchmark.version,
        digest=scan.benchmark.digest,
        language=language.current(),
    )


def maker() -> tuple[str, str]:
    """This program, and what beside its version decides the bytes of a report in the language in force."""
    parts = [f"reportlab {reportlab.Version}", f"zlib {zlib.ZLIB_RUNTIME_VERSION}"]
    parts += [
        f"{what} {digest[:12]}" for what, digest in (("words", language.digest()), ("code", code_digest())) if digest
    ]
    return f"Bartizan {__version__}", ", ".join(parts)
