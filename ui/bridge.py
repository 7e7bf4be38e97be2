"""The one place where a thread meets Qt.

Worker threads post values; the GUI thread takes them out of a queue in one slot that is connected queued. One wake-up
signal stands for any number of posts, so a run over hundreds of hosts can't flood the event loop, and the slot gives
the loop back after each value that costs time.
"""

import queue
import threading
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from app.errors import BartizanError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from app.transport.base import Question

_SLICE = 0.02  # seconds of values in one go; then the loop gets its turn
_LOOK = 0.1  # seconds between a waiting thread's looks whether its question is still wanted


class Outcome(NamedTuple):
    """What a job gave: a value, a known error, or a bug."""

    value: Any = None
    error: BartizanError | None = None
    bug: BaseException | None = None


class Asked(NamedTuple):
    """A question that a thread waits for; ``over`` is set when nobody wants its answer any more."""

    question: "Question"
    over: threading.Event
    answer: Callable[[Sequence[str] | None], None]


def is_gone(receiver: Callable[[Any], object]) -> bool:
    """Whether it is a method of something of Qt that was destroyed, such as a page of an audit that was closed."""
    while isinstance(receiver, partial):
        receiver = receiver.func
    owner = getattr(receiver, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


class Bridge(QObject):
    """``post`` from any thread; the receiver runs on the thread that owns the bridge.

    ``unheard`` has what came for a receiver that is gone: what went wrong is to be told all the same.
    """

    unheard = Signal(object)
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: deque[tuple[Callable[[Any], None], Any]] = deque()
        self._lock = threading.Lock()
        self._awake = False
        self._closed = False
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._jobs: set[Future[None]] = set()
        self._woken.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def post(self, receiver: Callable[[Any], None], value: Any) -> None:
        """Have ``receiver(value)`` called on the GUI thread, in the order of the posts."""
        with self._lock:
            if self._closed:
                return
            self._queue.append((receiver, value))
            wake = not self._awake
            self._awake = True
        if wake:
            self._woken.emit()

    @Slot()
    def _take(self) -> None:
        until = monotonic() + _SLICE
        while True:
            with self._lock:
                if not self._queue:
                    self._awake = False
                    return
                receiver, value = self._queue.popleft()
            try:
                if is_gone(receiver):
                    self.unheard.emit(value)
                else:
                    receiver(value)
            except BaseException:
                self._woken.emit()  # what waits behind a bug, or is still to come, comes all the same
                raise
            if monotonic() > until:
                self._woken.emit()  # the rest after whatever else the loop has to do
                return

    def ask(
        self, receiver: Callable[[Asked], None], question: "Question", over: threading.Event
    ) -> Sequence[str] | None:
        """From a worker thread: have the question shown, and wait for its answer; None if there will be none."""
        answers: queue.SimpleQueue[Sequence[str] | None] = queue.SimpleQueue()
        self.post(receiver, Asked(question, over, answers.put))
        while not over.is_set() and not self._closed:
            try:
                return answers.get(timeout=_LOOK)
            except queue.Empty:
                continue
        return None

    def side(self, job: Callable[[], Any], done: Callable[[Outcome], None]) -> None:
        """Keyring and files, one after the other: a locked wallet may block for as long as it likes."""
        self._submit("side", 1, job, done)

    def reading(self, job: Callable[[], Any], done: Callable[[Outcome], None]) -> None:
        """Reading and comparing that no keyring and no report may hold up: evidence, inventories, other audits."""
        self._submit("read", 2, job, done)

    def network(self, job: Callable[[], Any], done: Callable[[Outcome], None]) -> None:
        """Tests of connections, a few at a time."""
        self._submit("test", 8, job, done)

    def _submit(self, name: str, threads: int, job: Callable[[], Any], done: Callable[[Outcome], None]) -> None:
        if self._closed:
            return
        if name not in self._pools:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not before the first window

            self._pools[name] = ThreadPoolExecutor(threads, thread_name_prefix=f"bartizan-{name}")
        future = self._pools[name].submit(self._run, job, done)
        with self._lock:
            self._jobs.add(future)
        future.add_done_callback(self._forget)

    def _run(self, job: Callable[[], Any], done: Callable[[Outcome], None]) -> None:
        try:
            outcome = Outcome(job())
        except BartizanError as error:
            outcome = Outcome(error=error)
        except Exception as error:  # noqa: BLE001 - the thread boundary: a bug is shown by the GUI thread
            outcome = Outcome(bug=error)
        self.post(done, outcome)

    def _forget(self, future: "Future[None]") -> None:
        with self._lock:
            self._jobs.discard(future)

    def idle(self) -> bool:
        """Whether no job runs and nothing waits to be delivered."""
        with self._lock:
            return not self._jobs and not self._queue

    def close(self) -> None:
        """Take nothing more; returns at once, running jobs end in their own time."""
        with self._lock:
            self._closed = True
            self._queue.clear()
        for pool in self._pools.values():
            pool.shutdown(wait=False, cancel_futures=True)
