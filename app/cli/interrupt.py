"""Ctrl-C as a wish that is noticed between two steps, so that it never falls into the middle of storing."""

import signal
import threading
from types import FrameType, TracebackType
from typing import Self


class Interrupts:
    """While it lasts, the first Ctrl-C only sets ``asked``; a second one ends the program at once.

    Where Ctrl-C is ignored or handled by somebody else, or in another thread than the main one, nothing changes.
    """

    def __init__(self) -> None:
        self.asked = False
        self._ours = False

    def __enter__(self) -> Self:
        main = threading.current_thread() is threading.main_thread()
        if main and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._note)
            self._ours = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._ours:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
