"""Stores what a look gave, in the way that command line and wizard do."""

from app.audit import Audit
from app.engine.found import made_ready
from app.scan import TargetScan


def record(audit: Audit, scan: TargetScan) -> None:
    """Make it ready, write it, and know it."""
    found = made_ready(scan)
    assert found.encoded is not None, found.fault
    audit.write(found.encoded)
    audit.take_in()
