"""Comparing a stored audit with an earlier one from another thread: each file is opened anew, and only to read."""

from pathlib import Path

from app.audit import Audit
from app.errors import UsageError
from app.language import tr
from app.model import Benchmark
from app.places import real
from app.report.changes import Earlier


def earlier_audit(audit_file: Path, benchmark: Benchmark, old_file: Path) -> Earlier:
    """What changed since the audit in another file; UsageError or StoreError in one sentence."""
    if real(old_file) == real(audit_file):
        raise UsageError(tr("{path}: is this audit itself; choose an earlier one.").format(path=old_file))
    old = Audit.open(old_file, benchmark, readonly=True)
    try:
        return _since(audit_file, benchmark, old)
    finally:
        old.close()


def earlier_revision(audit_file: Path, benchmark: Benchmark, number: int) -> Earlier:
    """What changed since an earlier revision of the same audit was signed; UsageError if there is none."""
    audit = Audit.open(audit_file, benchmark, readonly=True)
    try:
        old = audit.at_revision(number)
        try:
            return audit.since(old)
        finally:
            old.close()
    finally:
        audit.close()


def _since(audit_file: Path, benchmark: Benchmark, old: Audit) -> Earlier:
    audit = Audit.open(audit_file, benchmark, readonly=True)
    try:
        return audit.since(old)
    finally:
        audit.close()
