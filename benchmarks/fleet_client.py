"""What the ways of fleet.py that are Python have in common: a task, threads, and a clock; each is a process of its own.

    python fleet_WAY.py TASK.json

The clock and the processor's run from the first host to the last, imports excluded for all of them. The last line on
standard output is what came of it, as JSON.
"""

import json
import resource
import socket
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

PIECE = 256 << 10  # bytes read at once


@dataclass(frozen=True)
class Task:
    """``script`` is sent to ``command`` on each of ``ports``; ``last`` ends its output. ``host_keys`` are base64."""

    user: str
    key: str
    known_hosts: str
    own_file: str
    ports: tuple[int, ...]
    host_keys: dict[str, str]
    jobs: int
    command: str
    script: str
    last: str

    @property
    def input(self) -> bytes:
        return Path(self.script).read_bytes()


def connected(port: int) -> socket.socket:
    pipe = socket.create_connection(("127.0.0.1", port), timeout=30)
    pipe.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return pipe


def whole(read: Callable[[], bytes], last: str) -> bool:
    """Whether the whole answer came. The script ends itself when its input ends, so that stays open until then."""
    said = b""
    while piece := read():
        said += piece
        if said.endswith(last.encode()):
            return True
    return False


def by_threads(task: Task, ask: Callable[[int], bool]) -> list[str]:
    """What went wrong, by host."""

    def guarded(port: int) -> str:
        try:
            return "" if ask(port) else f"{port}: the answer is not whole"
        except Exception as error:  # noqa: BLE001 - whatever a library raises, that host was dropped
            return f"{port}: {type(error).__name__} {error}"

    with ThreadPoolExecutor(task.jobs) as pool:
        return [said for said in pool.map(guarded, task.ports) if said]


def task() -> Task:
    given = json.loads(Path(sys.argv[1]).read_text())
    return Task(**{**given, "ports": tuple(given["ports"])})


def timed(run: Callable[[], list[str]]) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF)
    begun = time.perf_counter()
    wrong = run()
    wall = time.perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_SELF)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps({"wall": wall, "cpu": cpu, "wrong": wrong}), flush=True)
