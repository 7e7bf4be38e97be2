"""Ctrl-C as a wish that is noticed between two steps, so that it never falls into the middle of storing.

SIGTERM, which job runners and systemd send, is the same wish: ended on the spot, the program would leave behind what it
has started, such as a ProxyCommand.
"""

import signal
import threading
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Self

_Handler = Callable[[int, FrameType | None], object] | signal.Handlers
_USUAL: dict[signal.Signals, _Handler] = {
    signal.SIGINT: signal.default_int_handler,
    signal.SIGTERM: signal.SIG_DFL,
}


class Interrupts:
    """While it lasts, the first Ctrl-C or SIGTERM only sets ``asked``; a second one ends the program at once.

    A signal that is ignored or handled by somebody else stays so, and both do in another thread than the main one.
    """

    def __init__(self) -> None:
        self.asked = False
        self._before: dict[signal.Signals, _Handler] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number, usual in _USUAL.items():
                if signal.getsignal(number) is usual:
                    signal.signal(number, self._note)
                    self._before[number] = usual
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, usual in self._before.items():
            signal.signal(number, usual)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
