"""Reports written by a process of their own, for a screen: much of it is done in C, which lets nobody else run.

The JSON of a hundred hosts alone would hold the screen for half a second at a time, if it were written by a thread.
"""

import logging
import multiprocessing
import os
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple, NoReturn

from app import language
from app.crash import TracedError, scrubbed_trace
from app.errors import BartizanError, ReportError
from app.language import tr
from app.model import Benchmark
from app.report.signature import Signer
from app.secrecy import no_core_dumps


class Order(NamedTuple):
    """What is to be written, as ``exporting.export`` takes it; the signer's key goes through a pipe only."""

    audit_file: Path
    benchmark: Benchmark
    outputs: tuple[tuple[str, Path], ...]
    since: Path | int | None = None
    signer: Signer | None = None


class _Said(NamedTuple):
    """What the process has to say: the paths, else what is wrong in one sentence, else the trace of a bug."""

    written: tuple[Path, ...] = ()
    fault: str = ""
    trace: str = ""


def export_apart(order: Order) -> tuple[Path, ...]:
    """Write it and wait for it, from any thread; the paths written. ReportError in one sentence."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_child, args=(there, language.current(), order), daemon=True)
    process.start()
    there.close()
    try:
        said = _Said(*here.recv())
    except EOFError:
        process.join()
        raise ReportError(
            tr(
                "The process that wrote the reports ended before it was done (exit status {n}); what it had written is "
                "whole, the rest isn't there. Write them again, with less else running."
            ).format(n=process.exitcode)
        ) from None
    finally:
        process.join()
        process.close()
        here.close()
    if said.trace:
        raise TracedError(said.trace)
    if said.fault:
        raise ReportError(said.fault)
    return said.written


def _child(out: Connection, spoken: str, order: Order) -> None:
    """All that the process does; it ends with its parent, however that ends."""
    no_core_dumps()
    logging.disable()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    language.use(spoken)
    from app.exporting import export  # noqa: PLC0415 - in the child alone

    try:
        said = _Said(export(order.audit_file, order.benchmark, order.outputs, since=order.since, signer=order.signer))
    except BartizanError as error:
        said = _Said(fault=str(error))
    except Exception as error:  # noqa: BLE001 - the boundary of a process: a bug is shown by the other one
        said = _Said(trace=scrubbed_trace(error))
    out.send(tuple(said))
    out.close()


def _end_with_parent() -> NoReturn:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
