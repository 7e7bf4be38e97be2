"""One piece of work in a process of its own, which is waited for: what is done there can't hold up or harm this one.

What comes back is bounded JSON, and nothing of it is believed or run: the process may have read a foreign file, which
can be built to take for ever, to fill all memory, or to make a library fail in any way.
"""

import _thread
import json
import logging
import math
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from types import FrameType
from typing import Any, NoReturn

from app import language
from app.crash import TracedError, scrubbed_trace
from app.errors import BartizanError, UsageError
from app.language import tr
from app.secrecy import no_core_dumps
from app.silence import MOST, TICK, Silence

PATIENCE = 20.0  # seconds that reading a foreign file may take
MEMORY = 1 << 30  # bytes of it
_ANSWER = 20 << 20  # bytes of JSON that are taken from it
_BEAT = 5.0  # seconds between two signs of life
_LAST = 5.0  # seconds that a process which has let go of its pipe, or lost the other one, gets to end


class ApartError(Exception):
    """The process came to no answer: it was silent for too long and is ended, or else it ended with ``status``."""

    def __init__(self, *, silent: bool, status: int | None = None) -> None:
        super().__init__()
        self.silent = silent
        self.status = status


def apart(work: Callable[..., Mapping[str, Any]], *given: object) -> Mapping[str, Any]:
    """What ``work`` makes of what is given; for a thread that may wait.

    ``work`` is a function of a module and gives something that JSON can say. It may take as long as it likes, while its
    process gives signs of life. BartizanError in the work's own sentence, TracedError for a bug there, or ApartError.
    """
    said = _done(work, given, None)
    if "trace" in said:
        raise TracedError(said["trace"])
    if "fault" in said:
        raise BartizanError(said["fault"])
    return said


def read_apart(
    work: Callable[..., Mapping[str, Any]], *given: object, shown: object, patience: float = PATIENCE
) -> Mapping[str, Any]:
    """As ``apart``, for work that reads a foreign file, which ``shown`` names in messages.

    It may take so many seconds and MEMORY, and whatever fails there is the file's fault: UsageError in one sentence.
    Work that finds something wrong gives {"fault": "what is wrong"}.
    """
    try:
        said = _done(work, given, patience)
    except ApartError as error:
        if error.silent:
            sentence = tr("{path}: reading it took more than {seconds} seconds, so it was given up.")
        else:
            sentence = tr("{path}: can't be read; it is damaged, or built to exhaust the program.")
        raise UsageError(sentence.format(path=shown, seconds=f"{patience:.0f}")) from None
    if "fault" in said:
        raise UsageError(f"{shown}: {said['fault']}.")
    return said


def _done(work: Callable[..., Mapping[str, Any]], given: tuple[object, ...], within: float | None) -> Mapping[str, Any]:
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_child, args=(there, language.current(), within, work, given), daemon=True)
    process.start()
    there.close()
    try:
        said = _heard(here, MOST if within is None else within)
    except (EOFError, OSError, ValueError, RecursionError):
        process.join(_LAST)
        raise ApartError(silent=False, status=process.exitcode) from None
    except BaseException:  # this process is to end: the other one takes back what it has half written
        process.terminate()
        process.join(_LAST)
        raise
    finally:
        process.kill()
        process.join()
        process.close()
        here.close()
    if said is None:
        raise ApartError(silent=True)
    return said


def _heard(here: Connection, most: float) -> dict[str, Any] | None:
    """What the process says; None where it says nothing for so many seconds."""
    tick = min(TICK, most)
    silence = Silence(math.ceil(most / tick))
    while True:
        if here.poll(tick):
            if data := here.recv_bytes(_ANSWER):
                said: dict[str, Any] = json.loads(data)
                return said
            silence.heard()
        elif silence.tick():
            return None


class _Over(BaseException):
    """Nobody waits for this process any more; raised, so that what is half written goes on the way out."""


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    raise _Over


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """A terminal interrupts both processes, and the other one decides."""


def _child(
    out: Connection,
    spoken: str,
    within: float | None,
    work: Callable[..., Mapping[str, Any]],
    given: tuple[object, ...],
) -> None:
    """Do the work and send what came of it, or why nothing did."""
    no_core_dumps()
    signal.signal(signal.SIGINT, _nothing)
    signal.signal(signal.SIGTERM, _end)  # which the other process sends where it ends in order
    logging.disable()  # a library's remarks about a foreign file are of no use to anybody
    language.use(spoken)
    sending = threading.Lock()
    if within is not None:
        _limit(within)
    threading.Thread(target=_beat, args=(out, sending), kwargs={"beats": within is None}, daemon=True).start()
    try:
        said = work(*given)
    except _Over:
        os._exit(1)
    except BartizanError as error:
        said = {"fault": str(error)}
    except Exception as error:  # noqa: BLE001 - the boundary of a process: the other one tells what is wrong
        if within is None:
            said = {"trace": scrubbed_trace(error)}
        else:
            said = {"fault": tr("can't be read; it is damaged, or uses what Bartizan doesn't read")}
    with sending:
        out.send_bytes(json.dumps(said).encode())
        out.close()


def _beat(out: Connection, sending: threading.Lock, *, beats: bool) -> NoReturn:
    """Give signs of life, and end with the other process, however that ends."""
    parent = multiprocessing.parent_process()
    while parent is not None and parent.is_alive():
        with sending, suppress(OSError):
            if beats:
                out.send_bytes(b"")
        parent.join(_BEAT)
    _thread.interrupt_main(signal.SIGTERM)
    time.sleep(_LAST)
    os._exit(1)


def _limit(seconds: float) -> None:
    if sys.platform == "win32":
        return  # there, time and size alone bound it
    import resource  # noqa: PLC0415 - not on Windows

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, int(seconds) + 5),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
