"""Ctrl-C as a wish that is noticed between two steps, so that it never falls into the middle of storing.

SIGTERM, which job runners and systemd send, and SIGHUP of a terminal that was closed are the same wish: ended on the
spot, the program would leave behind what it has started, such as a ProxyCommand or half a report.
"""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from types import FrameType, TracebackType
from typing import NoReturn, Self

_Handler = Callable[[int, FrameType | None], object] | signal.Handlers | int | None


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


_ENDS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_USUAL: dict[signal.Signals, tuple[_Handler, ...]] = {
    signal.SIGINT: (signal.default_int_handler,),
    **dict.fromkeys(_ENDS, (signal.SIG_DFL, _interrupt)),
}


@contextlib.contextmanager
def ended_in_order() -> Iterator[None]:
    """While it lasts, the other wishes to end come as Ctrl-C does; one that is ignored, as under nohup, stays so."""
    before = {}
    if threading.current_thread() is threading.main_thread():
        before = {number: signal.SIG_DFL for number in _ENDS if signal.getsignal(number) is signal.SIG_DFL}
    for number in before:
        signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number, usual in before.items():
            signal.signal(number, usual)


class Interrupts:
    """While it lasts, the first Ctrl-C or SIGTERM only sets ``asked``; a second one ends the program at once.

    A signal that is ignored or handled by somebody else stays so, and all do in another thread than the main one.
    """

    def __init__(self) -> None:
        self.asked = False
        self._before: dict[signal.Signals, _Handler] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number, usual in _USUAL.items():
                found = signal.getsignal(number)
                if found in usual:
                    signal.signal(number, self._note)
                    self._before[number] = found
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
