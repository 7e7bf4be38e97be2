"""Whether a connection is still alive: the host is asked when it says nothing, and this computer may have slept.

TCP alone notices neither for a quarter of an hour: a firewall that forgot the connection drops packets without a word.
"""

import time
from collections.abc import Callable

EVERY = 5.0  # seconds of silence after which the host is asked (keepalive@openssh.com, as ServerAliveInterval does)
UNANSWERED = 3  # questions, then the connection counts as lost: 20 seconds after the last sign of life
ASLEEP = 10.0  # seconds of sleep that a connection is not expected to survive


def _passed() -> float:
    """Seconds that go on while the computer is suspended.

    Where no such clock is known, the time of day: set forward by hand, it costs a reconnect and no more.
    """
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.time() if clock is None else time.clock_gettime(clock)


class Pulse:
    """Asked every now and then by who reads the connection; ``ask`` sends a request that any server answers.

    ``awake`` must stop while the computer is suspended, as ``time.monotonic`` does on Linux and macOS, and ``passed``
    must go on.
    """

    def __init__(
        self,
        ask: Callable[[], None],
        *,
        awake: Callable[[], float] = time.monotonic,
        passed: Callable[[], float] = _passed,
    ) -> None:
        self._ask = ask
        self._awake = awake
        self._passed = passed
        self._asleep = passed() - awake()
        self._asked = awake()
        self._open = 0

    def fault(self, heard: float) -> str:
        """What is wrong: "asleep", "silent" or nothing; ``heard`` is when the last bytes came, by the clock ``awake``.

        Any bytes count as a sign of life: the answer to a question stands behind what the host was sending.
        """
        now = self._awake()
        slept = self._passed() - now - self._asleep
        self._asleep += slept
        if slept > ASLEEP:
            return "asleep"
        if heard >= self._asked:
            self._open = 0
        if now - max(heard, self._asked) < EVERY:
            return ""
        if self._open >= UNANSWERED:
            return "silent"
        self._open += 1
        self._asked = now
        self._ask()
        return ""
