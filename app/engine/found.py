"""What one look gave, ready to be written: encoded and packed, which takes longer than writing it."""

from dataclasses import dataclass

from app.crash import scrubbed_trace
from app.errors import StoreError
from app.language import tr
from app.model import TargetState
from app.scan import TargetScan
from app.store.encoded import Encoded, encode_look


@dataclass(frozen=True, slots=True)
class Found:
    """``encoded`` is None where nothing can be written, which ``fault`` explains; ``trace`` is a bug's, scrubbed."""

    state: TargetState
    encoded: Encoded | None
    fault: str = ""
    trace: str = ""


def made_ready(scan: TargetScan) -> Found:
    """For any thread of any process; never raises for what a host sent."""
    bug = scan.error.__cause__ if scan.error is not None else None
    trace = "" if bug is None else scrubbed_trace(bug)
    try:
        return Found(scan.state, encode_look(scan.state, scan.evidence, scan.results).packed(), trace=trace)
    except StoreError as error:  # a host sent more than an audit file takes
        fault = tr("{target}: what it answered can't be kept ({why}), so it counts as not looked at.")
        return Found(scan.state, None, fault.format(target=scan.state.target.name, why=error), trace)
