"""What is read of a stored audit by another thread than the one that has it open: the file is opened anew, to read."""

from pathlib import Path

from app.audit import Audit
from app.auditview import AuditView
from app.errors import UsageError
from app.language import tr
from app.model import Benchmark
from app.places import real
from app.record import HistoryLine
from app.report.changes import Earlier

Before = Path | int  # an earlier audit: its file, or the number of an earlier revision of the same one


def changes_since(audit_file: Path, benchmark: Benchmark, before: Before) -> Earlier:
    """What changed since an earlier audit; UsageError or StoreError in one sentence."""
    if isinstance(before, Path) and real(before) == real(audit_file):
        raise UsageError(tr("{path}: is this audit itself; choose an earlier one.").format(path=before))
    audit = Audit.open(audit_file, benchmark, readonly=True)
    try:
        return since(audit, before)
    finally:
        audit.close()


def since(audit: AuditView, before: Before) -> Earlier:
    """The same of an audit that is open; UsageError where it has no revision of that number."""
    old = audit.at_revision(before) if isinstance(before, int) else Audit.open(before, audit.benchmark, readonly=True)
    try:
        return audit.since(old)
    finally:
        old.close()


def history_of(audit_file: Path, benchmark: Benchmark) -> tuple[HistoryLine, ...]:
    """Everything that happened, oldest first; StoreError in one sentence."""
    audit = Audit.open(audit_file, benchmark, readonly=True)
    try:
        return audit.history()
    finally:
        audit.close()
