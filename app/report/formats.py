"""Which formats a report can have, each with the function that writes it.

Each writer imports its module when it is called: reportlab alone costs 0.2 s, which no other command should pay.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from app.record import ScanResult
from app.report.changes import Earlier
from app.report.signature import Signer


def json_parts(scan: ScanResult) -> Iterator[str]:
    """Give the audit as JSON in parts, as it is made: all evidence of a hundred hosts is a gigabyte."""
    from app.report.jsonreport import json_parts as parts  # noqa: PLC0415 - see above

    return parts(scan)


def write_json(scan: ScanResult, path: Path) -> None:
    """Write the audit as JSON ("bartizan-audit/1")."""
    from app.report.jsonreport import write_json as write  # noqa: PLC0415 - see above

    write(scan, path)


def write_csv(scan: ScanResult, path: Path) -> None:
    """Write the findings as CSV."""
    from app.report.csvreport import write_csv as write  # noqa: PLC0415 - see above

    write(scan, path)


def write_pdf(scan: ScanResult, path: Path, earlier: Earlier | None = None, signer: Signer | None = None) -> None:
    """Write the audit report as PDF, perhaps with what changed since an earlier audit, perhaps signed."""
    from app.report.pdf import write_pdf as write  # noqa: PLC0415 - see above

    write(scan, path, earlier, signer)


def write_folder(scan: ScanResult, path: Path, earlier: Earlier | None = None, signer: Signer | None = None) -> None:
    """Write a folder for auditors without Bartizan: report, JSON, CSV, attached files and a manifest."""
    from app.report.folder import write_folder as write  # noqa: PLC0415 - see above

    write(scan, path, earlier, signer)


def write_form(scan: ScanResult, path: Path) -> None:
    """Write the open questions as a PDF form that can be filled in without Bartizan."""
    from app.report.pdf.form import write_form as write  # noqa: PLC0415 - see above

    write(scan, path)


def write_html(scan: ScanResult, path: Path) -> None:
    """Write the audit report as one page for a browser."""
    from app.report.html import write_html as write  # noqa: PLC0415 - see above

    write(scan, path)


def write_xccdf(scan: ScanResult, path: Path) -> None:
    """Write the audit as XCCDF 1.2, a Benchmark with its TestResults."""
    from app.report.xccdf import write_xccdf as write  # noqa: PLC0415 - see above

    write(scan, path)


def write_hdf(scan: ScanResult, path: Path) -> None:
    """Write the audit in the Heimdall Data Format."""
    from app.report.hdf import write_hdf as write  # noqa: PLC0415 - see above

    write(scan, path)


def write_ckl(scan: ScanResult, path: Path, target: str | None = None) -> None:
    """Write the checklists for STIG Viewer 2, or that of one machine."""
    from app.report.ckl import write_ckl as write  # noqa: PLC0415 - see above

    write(scan, path, target)


def write_cklb(scan: ScanResult, path: Path, target: str | None = None) -> None:
    """Write the checklists for STIG Viewer 3, or that of one machine."""
    from app.report.cklb import write_cklb as write  # noqa: PLC0415 - see above

    write(scan, path, target)


def write_oscal(scan: ScanResult, path: Path) -> None:
    """Write the audit as OSCAL assessment results."""
    from app.report.oscal import write_oscal as write  # noqa: PLC0415 - see above

    write(scan, path)


FORMATS: Mapping[str, Callable[[ScanResult, Path], None]] = {
    "pdf": write_pdf,
    "json": write_json,
    "csv": write_csv,
    "folder": write_folder,
    "form": write_form,
    "html": write_html,
    "xccdf": write_xccdf,
    "hdf": write_hdf,
    "ckl": write_ckl,
    "cklb": write_cklb,
    "oscal": write_oscal,
}

# Those that hold the printed report: they can say what changed since an earlier audit, and can be signed digitally.
PRINTED: Mapping[str, Callable[[ScanResult, Path, Earlier | None, Signer | None], None]] = {
    "pdf": write_pdf,
    "folder": write_folder,
}

# Those whose readers keep results by machine: they can be written for one machine alone.
CHECKLISTS: Mapping[str, Callable[[ScanResult, Path, str | None], None]] = {
    "ckl": write_ckl,
    "cklb": write_cklb,
}
