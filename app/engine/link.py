"""The child process as its parent sees it: it is started, told and heard by threads, and its end is noticed.

``multiprocessing``'s spawn works alike on every system and in a frozen program: nothing is forked, and only the pipe's
own end is handed over. On POSIX that is a socket pair, on Windows a named pipe of this account.
"""

import io
import multiprocessing
import pickle
import queue
import signal
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from app.engine.messages import Bye, CallOff, FromChild, Ping, Steer, ToChild
from app.language import tr
from app.silence import ASK, TICK, Silence

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_PATIENCE = 3  # ticks until a child that doesn't end with its pipe is killed; it takes ``child.GRACE`` itself
_OURS = ("app.connection", "app.engine.", "app.model", "app.scan", "app.store.", "app.transport.base")


class _Words(pickle.Unpickler):
    """Knows our own values and times, and no function: the child reads what hosts send."""

    def find_class(self, module: str, name: str) -> Any:
        if (module == "datetime" and name in {"datetime", "timedelta", "timezone"}) or (
            module.startswith(_OURS) and name.isidentifier()
        ):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a message")


def heard(data: bytes) -> list[FromChild]:
    """The messages that came together."""
    said: list[FromChild] = _Words(io.BytesIO(data)).load()
    return said


class Link:
    """One child, from its start to its end. ``hear`` and ``ended`` are called by threads of the link.

    ``ended`` comes exactly once, after the last message, and says how the process ended where nobody had it closed.
    """

    def __init__(
        self, hear: Callable[["Link", Sequence[FromChild]], None], ended: Callable[["Link", str], None]
    ) -> None:
        self._hear = hear
        self._ended = ended
        self._out: queue.SimpleQueue[ToChild | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._silence = Silence()
        self._hearing = False  # what it has said is being taken in
        self._open = True  # it may be told something, and would hear it
        self._closing = False
        self._fault = ""
        self.why = ""  # it ended, where nobody had it closed
        self._over = threading.Event()
        threading.Thread(target=self._live, name="bartizan-engine-tell", daemon=True).start()

    @property
    def open(self) -> bool:
        """Whether it can be told something."""
        return self._open

    @property
    def over(self) -> bool:
        """Whether the process is no more; ``ended`` was called or is about to be."""
        return self._over.is_set()

    @property
    def pid(self) -> int | None:
        """Of the process, while there is one."""
        return self._process.pid if self._process is not None and not self.over else None

    def say(self, said: ToChild) -> bool:
        """Have it told; returns at once. False where it isn't there any more."""
        with self._lock:
            if self._open:
                self._out.put(said)
                if isinstance(said, CallOff) or (isinstance(said, Steer) and said.cancels):
                    self._out.put(Ping())
                    self._silence.hurry()
            return self._open

    def close(self) -> None:
        """Have it end; returns at once."""
        with self._lock:
            if not self._closing:
                self._open, self._closing = False, True
                self._out.put(None)

    def kill(self) -> None:
        """End it now, for a program that ends and can't wait: one that hangs would be left behind."""
        process = self._process
        if process is not None and not self.over:
            process.kill()

    # --- the link's threads -------------------------------------------------------------------------------------

    def _live(self) -> None:
        """Start the process, tell it what there is to tell, and see it end."""
        from app.engine import child  # noqa: PLC0415 - by this thread, not by the one that has the screen

        spawn = multiprocessing.get_context("spawn")
        try:
            pipe, theirs = spawn.Pipe()
            process = spawn.Process(target=child.main, args=(theirs,), name="bartizan-engine", daemon=True)
            process.start()
        except Exception as error:  # noqa: BLE001 - no memory, no more threads or files: nobody may wait for ever
            self._end(tr("it can't be started: {why}").format(why=getattr(error, "strerror", None) or error))
            return
        theirs.close()
        self._process = process
        listener = threading.Thread(target=self._listen, args=(pipe, process), name="bartizan-engine-hear", daemon=True)
        listener.start()
        threading.Thread(target=self._watch, args=(process,), name="bartizan-engine-watch", daemon=True).start()
        while (said := self._out.get()) is not None:
            try:
                pipe.send(said)
            except OSError:
                pass  # the listener notices that as well
            except Exception:  # noqa: BLE001 - whatever can't be pickled: nobody may wait for it for ever
                self._fault = tr("it could not be told what to do")
                process.kill()
            said = None  # it may hold secrets
        with suppress(OSError):
            pipe.send(Bye())
        listener.join()
        pipe.close()  # by nobody else: its number may be another file's a moment later
        process.join()
        self._end(self._fault or how(process.exitcode))

    def _listen(self, pipe: "Connection", process: "SpawnProcess") -> None:
        with suppress(EOFError, OSError):
            while True:
                self._hearing = False
                data = pipe.recv_bytes()
                self._hearing = True
                self._silence.heard()
                try:
                    said = heard(data)
                except Exception:  # noqa: BLE001 - whatever it is that came, it is none of our messages
                    self._fault = tr("it said what it can't say")
                    process.kill()
                    break
                self._hear(self, said)
        with self._lock:
            self._open = False
            self._out.put(None)

    def _watch(self, process: "SpawnProcess") -> None:
        """End a process that hangs, or that doesn't end though it was told to or its pipe has."""
        left = _PATIENCE
        while not wait([process.sentinel], TICK):
            if not self._open:
                left -= 1
                if not left:
                    process.kill()
            elif self._hearing:  # by us, who may be slow
                continue
            elif self._silence.tick():
                self._fault = tr("it gave no sign of life for {n} seconds, so it was ended").format(
                    n=round(self._silence.ticks * TICK)
                )
                process.kill()
            elif self._silence.ticks == ASK:
                self.say(Ping())

    def _end(self, why: str) -> None:
        with self._lock:
            self._open = False
        self.why = "" if self._closing else why
        self._over.set()  # first: what is begun now finds it so, what was begun before is known to whoever is told
        self._ended(self, self.why)


def how(status: int | None) -> str:
    """How a process ended, from what multiprocessing says of it: a signal is negative."""
    if status is None or status >= 0:
        return tr("exit status {status}").format(status=status)
    try:
        name = signal.Signals(-status).name
    except ValueError:
        name = str(-status)
    return tr("ended by {signal}").format(signal=name)
