"""Reports written by a process of their own, for a screen: much of it is done in C, which lets nobody else run.

The JSON of a hundred hosts alone would hold the screen for half a second at a time, if it were written by a thread.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from app.apart import ApartError, apart
from app.errors import BartizanError, ReportError
from app.language import tr
from app.model import Benchmark
from app.report.signature import Signer
from app.storedaudit import Before


class Order(NamedTuple):
    """What is to be written, as ``exporting.export`` takes it; the signer's key goes through a pipe only."""

    audit_file: Path
    benchmark: Benchmark
    outputs: tuple[tuple[str, Path], ...]
    before: Before | None = None
    signer: Signer | None = None


def export_apart(order: Order) -> tuple[Path, ...]:
    """Write it and wait for it, from any thread; the paths written. ReportError in one sentence."""
    try:
        said = apart(_written, order)
    except ApartError as error:
        if error.silent:
            sentence = tr(
                "The process that wrote the reports gave no sign of life any more and was ended; what it had written "
                "is whole, the rest isn't there. Write them again, perhaps to another disk."
            )
        else:
            sentence = tr(
                "The process that wrote the reports ended before it was done (exit status {n}); what it had written is "
                "whole, the rest isn't there. Write them again, with less else running."
            ).format(n=error.status)
        raise ReportError(sentence) from None
    except BartizanError as error:
        raise ReportError(str(error)) from None
    return tuple(Path(path) for path in said["written"])


def _written(order: Order) -> Mapping[str, list[str]]:
    from app.exporting import export  # noqa: PLC0415 - in the process of its own alone

    paths = export(order.audit_file, order.benchmark, order.outputs, before=order.before, signer=order.signer)
    return {"written": [str(path) for path in paths]}
