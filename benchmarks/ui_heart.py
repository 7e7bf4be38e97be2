"""A heartbeat of the GUI thread: when it came late, by how much, and what the thread was at."""

import gc
import os
import signal
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import CodeType, FrameType

from PySide6.QtCore import QObject, Qt, QTimer, Slot

ROOT = Path(__file__).resolve().parent.parent
GOAL = 0.050  # seconds: the longest gap that a person doesn't feel
BEAT = 5  # milliseconds between two beats
LATE = 0.025  # seconds: from then on the stack is looked at
LOOK = 0.010  # seconds between two looks, which the thread takes itself as soon as it runs Python again
STEPS = 5  # of our own functions of a stack that are told


@dataclass
class Gap:
    """Seconds without a beat: all, on a processor, waiting for one, and collecting garbage; and what went on."""

    seconds: float
    running: float
    queued: float
    collecting: float
    doing: str
    stacks: dict[str, int] = field(default_factory=dict)

    @property
    def own(self) -> float:
        """Seconds without waiting for a processor, which is another program's doing."""
        return self.seconds - self.queued

    @property
    def waited(self) -> float:
        """Seconds neither on a processor nor in line for one: other threads had Python, or the disk was slow."""
        return max(0.0, self.own - self.running)

    @property
    def mainly(self) -> str:
        return max(self.stacks, key=self.stacks.__getitem__, default="(over before it was looked at)")


def table(gaps: Iterable[Gap]) -> str:
    """The gaps line by line, in milliseconds."""
    head = f"  {'gap':>6} {'ran':>6} {'queued':>6} {'waited':>6} {'gc':>6}  what the person did: what the thread was at"
    return "\n".join(
        [head]
        + [
            f"  {gap.seconds * 1000:6.0f} {gap.running * 1000:6.0f} {gap.queued * 1000:6.0f} "
            f"{gap.waited * 1000:6.0f} {gap.collecting * 1000:6.0f}  {gap.doing}: {gap.mainly}"
            for gap in gaps
        ]
    )


def isolate(folder: Path) -> None:
    """Settings, caches, log and keyring of this process alone, before anything reads them."""
    os.environ |= {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    os.environ |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "SSH_AUTH_SOCK": ""}
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class Heart(QObject):
    """Beats from ``start`` to ``stop``; ``doing`` is what the person does, for the record. ``told``: as it happens."""

    def __init__(self, *, told: bool = False) -> None:
        super().__init__()
        self._told = told
        self.gaps: list[Gap] = []
        self.beats = 0
        self.doing = ""
        self._done: list[str] = []
        self._stacks: dict[str, int] = {}
        self._collecting = self._began = 0.0
        self._schedule = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._last = time.perf_counter()
        self._used = self._spent()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        gc.callbacks.append(self._collected)
        self._last, self._used = time.perf_counter(), self._spent()
        signal.signal(signal.SIGALRM, self._look)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        signal.setitimer(signal.ITIMER_REAL, 0)
        gc.callbacks.remove(self._collected)

    def note(self, doing: str) -> None:
        """The person begins something."""
        self.doing = doing
        self._done.append(doing)
        if self._told:
            print(f"{time.perf_counter():.2f} {doing}", flush=True)

    @Slot()
    def _beat(self) -> None:
        now, used = time.perf_counter(), self._spent()
        self.beats += 1
        gap = now - self._last - BEAT / 1000
        if gap > LATE:
            did = ", ".join(dict.fromkeys(self._done)) or f"after {self.doing}"
            running, queued = used[0] - self._used[0], used[1] - self._used[1]
            self.gaps.append(Gap(gap, running, queued, self._collecting, did, self._stacks))
            if self._told:
                print(f"    {table(self.gaps[-1:]).splitlines()[-1]}", flush=True)
        self._stacks, self._done, self._collecting = {}, [], 0.0
        self._last, self._used = now, used
        signal.setitimer(signal.ITIMER_REAL, LATE, LOOK)

    def _spent(self) -> tuple[float, float]:
        """Seconds that this thread has run, and waited for a processor; the second is 0 where the system can't tell."""
        try:
            ran, waited, _ = self._schedule.read_text().split()
        except OSError:
            return time.thread_time(), 0.0
        return int(ran) / 1e9, int(waited) / 1e9

    def _collected(self, phase: str, _info: object) -> None:
        """Every thread stands still while any collects."""
        if phase == "start":
            self._began = time.perf_counter()
        else:
            self._collecting += time.perf_counter() - self._began

    def _look(self, _number: int, frame: FrameType | None) -> None:
        told = _told(frame)
        self._stacks[told] = self._stacks.get(told, 0) + 1


def _told(frame: FrameType | None) -> str:
    """The innermost of our own functions, the inner ones last."""
    found: list[str] = []
    while frame is not None and len(found) < STEPS:
        name = _name(frame.f_code)
        if name:
            found.append(name)
        frame = frame.f_back
    return " > ".join(reversed(found)) or "Qt"


@cache
def _name(code: CodeType) -> str:
    """Of a function of our own; looked up once, since looking takes from the time that is measured."""
    path = Path(code.co_filename)
    if not path.is_relative_to(ROOT) or path.is_relative_to(ROOT / ".venv") or path.parent.name == "benchmarks":
        return ""
    return f"{path.relative_to(ROOT).with_suffix('')}:{code.co_name}"
