"""The clock over one connection: what ends it when its time is over or a person cancels."""

import threading
import time
from collections.abc import Callable


class Watchdog:
    """Cuts what it watches when the time is over or a person cancels; one thread per connection.

    ``verdict`` is then "timeout" or "cancelled".
    """

    def __init__(self, cancel: threading.Event) -> None:
        self.verdict = ""
        self._cancel = cancel
        self._deadline = time.monotonic() + 3600
        self._cuts: list[Callable[[], None]] = []
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="bartizan-watchdog", daemon=True)
        self._thread.start()

    def limit(self, seconds: float) -> None:
        """What follows may take that long."""
        self._deadline = time.monotonic() + seconds

    def watch(self, cut: Callable[[], None]) -> None:
        """Cut this too; at once if it is already over."""
        self._cuts.append(cut)
        if self.verdict:
            cut()

    def left(self) -> float:
        """Seconds until the deadline, at least none."""
        return max(0.0, self._deadline - time.monotonic())

    def stop(self) -> None:
        """Watch no longer."""
        self._stopped.set()
        if threading.current_thread() is not self._thread:
            self._thread.join(2)

    def _run(self) -> None:
        while not self._stopped.wait(0.1):
            if self._cancel.is_set():
                self.verdict = "cancelled"
            elif time.monotonic() > self._deadline:
                self.verdict = "timeout"
            if self.verdict:
                for cut in list(self._cuts):
                    cut()
                return
