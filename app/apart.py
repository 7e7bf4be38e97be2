"""Reading a foreign file in a process of its own, within limits.

A PDF can be built to take for ever or to fill all memory, and a library that reads it may fail in any way. Here the
worst it can do is end that process; what comes back is bounded JSON.
"""

import json
import logging
import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from app import language
from app.errors import UsageError
from app.language import tr

PATIENCE = 20.0  # seconds
MEMORY = 1 << 30  # bytes that the reading process may take
_ANSWER = 20 << 20  # bytes of JSON that are taken from it


def apart(
    work: Callable[..., dict[str, Any]], *given: object, shown: object, patience: float = PATIENCE
) -> dict[str, Any]:
    """What ``work`` makes of what is given, done in another process; ``shown`` names the file in messages.

    ``work`` is a function of a module and gives something that JSON can say, or {"fault": "what is wrong"}.
    UsageError in one sentence where it doesn't come to an end.
    """
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_child, args=(work, given, patience, there, language.current()), daemon=True)
    process.start()
    there.close()
    try:
        if not here.poll(patience):
            raise UsageError(
                tr("{path}: reading it took more than {seconds} seconds, so it was given up.").format(
                    path=shown, seconds=f"{patience:.0f}"
                )
            )
        said: dict[str, Any] = json.loads(here.recv_bytes(_ANSWER))
    except (EOFError, OSError, ValueError) as error:
        raise UsageError(
            tr("{path}: can't be read; it is damaged, or built to exhaust the program.").format(path=shown)
        ) from error
    finally:
        process.kill()
        process.join()
        process.close()
        here.close()
    if "fault" in said:
        raise UsageError(f"{shown}: {said['fault']}.")
    return said


def _child(
    work: Callable[..., dict[str, Any]], given: tuple[object, ...], patience: float, out: Connection, spoken: str
) -> None:
    """Do the work and send what came of it, or why nothing did."""
    language.use(spoken)
    _limit(patience)
    logging.disable()  # a library's remarks about a foreign file are of no use to anybody
    try:
        said = work(*given)
    except Exception:  # noqa: BLE001 - the boundary of a process: a hostile file makes a library fail in any way
        said = {"fault": tr("can't be read; it is damaged, or uses what Bartizan doesn't read")}
    out.send_bytes(json.dumps(said).encode())
    out.close()


def _limit(patience: float) -> None:
    if sys.platform == "win32":
        return  # there, time and size alone bound it
    import resource  # noqa: PLC0415 - not on Windows

    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, int(patience) + 5),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
