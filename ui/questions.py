"""What hosts ask a person during a login: asked by threads of runs and tests, answered on screen, one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from app.transport.base import Question
    from ui.bridge import Asked, Bridge

_TICK = 250  # milliseconds between two looks at what is still wanted


@dataclass(frozen=True, slots=True)
class Pending:
    """A question on screen or in the queue, and when the login is over at the latest."""

    asked: Asked
    until: float  # of time.monotonic()

    @property
    def question(self) -> Question:
        return self.asked.question

    @property
    def left(self) -> int:
        """Whole seconds that are left."""
        return max(0, ceil(self.until - monotonic()))


class Questions(QObject):
    """The queue; ``changed`` comes when a question is new, answered or no longer wanted, ``ticked`` for the clock."""

    changed = Signal()
    ticked = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._queue: list[Pending] = []
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK)
        self._clock.timeout.connect(self._tick)

    def asker(self) -> Callable[[Question, threading.Event], Sequence[str] | None]:
        """What a worker thread calls with a question; it waits there until the answer comes or nobody wants it."""

        def ask(question: Question, over: threading.Event) -> Sequence[str] | None:
            return self._bridge.ask(self._came, question, over)

        return ask

    def _came(self, asked: Asked) -> None:
        from app.transport.base import Limits  # noqa: PLC0415 - not before the first window

        if asked.over.is_set():
            return
        self._queue.append(Pending(asked, monotonic() + Limits().person))
        self._clock.start()
        self.changed.emit()

    @property
    def current(self) -> Pending | None:
        """The one to answer now."""
        return self._queue[0] if self._queue else None

    @property
    def count(self) -> int:
        return len(self._queue)

    @property
    def asking(self) -> frozenset[str]:
        """Names of the targets that wait for an answer."""
        return frozenset(one.question.target for one in self._queue)

    def answer(self, pending: Pending, words: Sequence[str] | None) -> None:
        """Hand the answers to the thread that waits; None declines."""
        if pending in self._queue:
            self._queue.remove(pending)
            pending.asked.answer(words)
            self._after()

    def decline_all(self) -> None:
        """Nobody answers any of them."""
        queue, self._queue = self._queue, []
        for one in queue:
            one.asked.answer(None)
        if queue:
            self._after()

    def _after(self) -> None:
        if not self._queue:
            self._clock.stop()
        self.changed.emit()

    @Slot()
    def _tick(self) -> None:
        wanted = [one for one in self._queue if not one.asked.over.is_set()]
        if len(wanted) != len(self._queue):
            self._queue = wanted
            self._after()
        self.ticked.emit()
