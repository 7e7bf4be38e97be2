"""Limits of time: one clock looks after every connection of the program and cuts those that are over."""

import threading
import time
from collections.abc import Callable

_TICK = 0.1  # seconds between two looks


class Watchdog:
    """Cuts what it watches when the time is over or a person cancels.

    ``verdict`` is then "timeout" or "cancelled".
    """

    def __init__(self, cancel: threading.Event) -> None:
        self.verdict = ""
        self._cancel = cancel
        self._deadline = time.monotonic() + 3600
        self._cuts: list[Callable[[], None]] = []
        _clock.add(self)

    def limit(self, seconds: float) -> None:
        """What follows may take that long."""
        self._deadline = time.monotonic() + seconds

    def watch(self, cut: Callable[[], None]) -> None:
        """Cut this too; at once if it is already over. It may be called more than once and from any thread."""
        self._cuts.append(cut)
        if self.verdict:
            cut()

    def left(self) -> float:
        """Seconds until the deadline, at least none."""
        return max(0.0, self._deadline - time.monotonic())

    def stop(self) -> None:
        """Watch no longer."""
        _clock.remove(self)

    def over(self) -> bool:
        """Whether it has come to a verdict now."""
        if self._cancel.is_set():
            self.verdict = "cancelled"
        elif time.monotonic() > self._deadline:
            self.verdict = "timeout"
        return bool(self.verdict)

    def cut(self) -> None:
        """Cut everything that is watched."""
        for one in list(self._cuts):
            one()


class _Clock:
    """Asks every watchdog in turn, by one thread that lives as long as there are any.

    A thread for each, of which a run has sixteen at a time, costs a start and ten changes of thread a second apiece.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._watched: set[Watchdog] = set()
        self._thread: threading.Thread | None = None

    def add(self, one: Watchdog) -> None:
        with self._lock:
            self._watched.add(one)
            # Not alive though it is there: this process was forked off one whose clock ran.
            if self._thread is None or not self._thread.is_alive():
                self._thread = threading.Thread(target=self._run, name="bartizan-watchdog", daemon=True)
                self._thread.start()

    def remove(self, one: Watchdog) -> None:
        with self._lock:
            self._watched.discard(one)

    def _run(self) -> None:
        while True:
            time.sleep(_TICK)
            with self._lock:
                over = [one for one in self._watched if one.over()]
                self._watched.difference_update(over)
                if not self._watched:
                    self._thread = None
            for one in over:
                _cut_aside(one)
            if self._thread is not threading.current_thread():
                return


def _cut_aside(one: Watchdog) -> None:
    """Cut it in a thread of its own: a connection through another one may hang while it is closed."""
    try:
        threading.Thread(target=one.cut, name="bartizan-watchdog-cut", daemon=True).start()
    except RuntimeError:  # the system has no more threads
        one.cut()


_clock = _Clock()
