"""The child process: the real Runner with its threads, led by messages.

It says nothing but what goes through the pipe, leaves no core, and ends as soon as the pipe does: the process at its
other end is gone then, however it went.
"""

import gc
import logging
import os
import pickle
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import NamedTuple, NoReturn

from app import language
from app.audit import compared
from app.connection import cancelled, try_connection
from app.crash import scrubbed_trace
from app.engine import messages
from app.engine.found import made_ready
from app.engine.messages import FromChild, ToChild
from app.errors import BartizanError, CredentialError
from app.logbook import NAME
from app.look import ScanOptions
from app.model import Benchmark, Target
from app.runner import Runner
from app.scan import Event, TargetScan
from app.secrecy import hide, no_core_dumps
from app.store.encoded import Encoded
from app.transport.base import Question, Secrets

GRACE = 2.0  # seconds that the hosts get to be let go of, when the pipe has ended
_WAITING = 256  # messages that wait to be sent; then the threads of the run wait
_TOGETHER = 0.05  # seconds of events that are sent as one
_STEP_BACK = 5  # nice(2): on a busy computer the screen goes first, and the audit takes longer
_LOOK = 0.1  # seconds between a waiting thread's looks whether its question is still wanted


def main(pipe: Connection) -> NoReturn:
    """All that the process does."""
    _be_silent()
    no_core_dumps()
    if hasattr(os, "nice"):
        os.nice(_STEP_BACK)
    child = Child(pipe)
    log = logging.getLogger(NAME)
    log.setLevel(logging.INFO)
    log.propagate = False
    log.addHandler(_Relay(child))
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, _nothing)  # a terminal sends it to both processes, and the other one decides
    threading.excepthook = lambda args: child.broke(args.exc_value)
    status = 0
    try:
        child.warm_up()
        child.serve()
    except _Ended:
        pass
    except BaseException as error:  # noqa: BLE001 - the boundary of a process: the other one shows the bug
        child.broke(error)
        status = 1
    signal.signal(signal.SIGTERM, _nothing)  # it is ending: what the hosts gave is still sent
    child.close()
    os._exit(status)  # a host that is not let go of, or a pipe that nobody reads, must not keep it


class _Ended(Exception):  # noqa: N818 - no error
    """Somebody asked this process to end."""


def _end(_number: int, _frame: FrameType | None) -> None:
    raise _Ended


def _nothing(_number: int, _frame: FrameType | None) -> None:
    """A function, not SIG_IGN, which the programs that this one starts would inherit."""


def _be_silent() -> None:
    """Whatever a library prints goes nowhere: nobody reads it here, and it may quote a host."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        with suppress(OSError):
            os.dup2(nowhere, number)
    os.close(nowhere)
    sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as the process


class _Relay(logging.Handler):
    """The log's lines on their way to the other process, without secrets."""

    def __init__(self, child: "Child") -> None:
        super().__init__()
        self._child = child

    def emit(self, record: logging.LogRecord) -> None:
        self._child.say(messages.Logged(record.levelno, hide(self.format(record))))


class _Run(NamedTuple):
    """What is known of a run; tests of connections have one too, for the sake of its options."""

    runner: Runner
    options: ScanOptions


class Child:
    """Reads what it is told on the main thread; a thread of its own sends what the others have to say."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._benchmark: Benchmark | None = None
        self._runs: dict[int, _Run] = {}
        self._ended: list[Runner] = []  # of runs that were ended, whose hosts may still be let go of
        self._trials: dict[int, threading.Event] = {}  # those that go on; set to cancel them
        self._answers: dict[int, queue.SimpleQueue[messages.Answer]] = {}
        self._asked = 0
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._out: queue.Queue[FromChild] = queue.Queue(_WAITING)
        threading.Thread(target=self._send, name="bartizan-send", daemon=True).start()

    def warm_up(self) -> None:
        """Import what the first host would wait for."""
        import app.transport.ssh  # noqa: F401, PLC0415 - the process that starts this one imports this module too
        from app.judge.facts import load_parsers  # noqa: PLC0415 - the same

        load_parsers()
        gc.freeze()

    def serve(self) -> None:
        """Do as told until the pipe ends."""
        while True:
            try:
                said: ToChild = self._pipe.recv()
            except (EOFError, OSError):
                return
            if isinstance(said, messages.Bye):
                return
            self._do(said)

    def _do(self, said: ToChild) -> None:
        match said:
            case messages.Content():
                self._benchmark = said.benchmark
                gc.freeze()
            case messages.Begin():
                self._begin(said)
            case messages.LookAt():
                self._runs[said.run].runner.start(
                    [(target, sealed.opened()) for target, sealed in said.targets],
                    partial(self._happened, said.run),
                    partial(self._done, said.run),
                )
            case messages.Steer():
                self._steer(said)
            case messages.Compare():
                self._apart(said.number, partial(compared, said.path, self._content))
            case messages.Try():
                self._try(said)
            case messages.CallOff():
                if (cancel := self._trials.get(said.number)) is not None:
                    cancel.set()
            case messages.Answer():
                with self._lock:
                    waiting = self._answers.get(said.number)
                if waiting is not None:
                    waiting.put(said)
            case messages.Ping():
                self.say(messages.Alive())

    def _begin(self, said: messages.Begin) -> None:
        language.use(said.language)
        options = ScanOptions(
            said.policy.opened(),
            said.limits,
            said.bastions,
            partial(self._secrets_of, said.run),
            partial(self._ask, said.run) if said.asks else None,
        )
        self._runs[said.run] = _Run(Runner(self._content, said.profile, options, jobs=said.jobs), options)

    @property
    def _content(self) -> Benchmark:
        if self._benchmark is None:
            raise RuntimeError("nobody has said which benchmark it is")
        return self._benchmark

    def _steer(self, said: messages.Steer) -> None:
        runner = self._runs[said.run].runner
        match said.what:
            case "pause":
                runner.pause()
            case "resume":
                runner.resume()
            case "cancel":
                runner.cancel(said.target)
            case "end":
                del self._runs[said.run]
                runner.shutdown()
                self._ended = [one for one in (*self._ended, runner) if not one.idle()]

    def _try(self, said: messages.Try) -> None:
        if said.run not in self._runs:  # it was ended while a thread was about to say this
            self._apart(said.number, lambda: messages.Tried.of(cancelled(said.target)))
            return
        options = self._runs[said.run].options
        cancel = self._trials[said.number] = threading.Event()

        def work() -> messages.Tried:
            try:
                trial = try_connection(
                    said.target,
                    said.secrets.opened(),
                    self._content,
                    cancel,
                    ask=options.ask,
                    bastions=said.bastions,
                    secrets_of=options.secrets_of,
                    gates=options.gates,
                )
                return messages.Tried.of(trial)
            finally:
                del self._trials[said.number]

        self._apart(said.number, work)

    def _apart(self, number: int, work: Callable[[], Encoded | messages.Tried]) -> None:
        """In a thread of its own, for which one of the other process waits."""

        def run() -> None:
            try:
                came = messages.Came(number, work())
            except BartizanError as error:
                came = messages.Came(number, None, fault=str(error))
            except Exception as error:  # noqa: BLE001 - the thread boundary: the other process waits for an answer
                came = messages.Came(number, None, trace=scrubbed_trace(error))
            self.say(came)

        threading.Thread(target=run, name="bartizan-apart", daemon=True).start()

    def _idle(self) -> bool:
        """Whether no host is held any more, and all that there is to say was said."""
        said = self._closed.is_set() or not self._out.unfinished_tasks  # closed: nobody hears what is left
        runners = (*self._ended, *(run.runner for run in self._runs.values()))
        return said and not self._trials and all(one.idle() for one in runners)

    # --- from the threads of a run ------------------------------------------------------------------------------

    def _happened(self, run: int, event: Event) -> None:
        self.say(messages.Happened(run, event))

    def _done(self, run: int, scan: TargetScan) -> None:
        self.say(messages.Done(run, made_ready(scan)))

    def _ask(self, run: int, question: Question, over: threading.Event) -> Sequence[str] | None:
        with self._expect() as (number, answers):
            self.say(messages.Asked(run, number, question))
            while not over.is_set() and not self._closed.is_set():
                with suppress(queue.Empty):
                    return answers.get(timeout=_LOOK).words
            self.say(messages.Over(number))
        return None

    def _secrets_of(self, run: int, target: Target) -> Secrets:
        with self._expect() as (number, answers):
            self.say(messages.Wanted(run, number, target))
            while not self._closed.is_set():
                with suppress(queue.Empty):
                    answer = answers.get(timeout=_LOOK)
                    if answer.fault:
                        raise CredentialError(answer.fault)
                    return Secrets() if answer.secrets is None else answer.secrets.opened()
        return Secrets()

    @contextmanager
    def _expect(self) -> Iterator[tuple[int, "queue.SimpleQueue[messages.Answer]"]]:
        """A number for a question, and where its answer will come."""
        answers: queue.SimpleQueue[messages.Answer] = queue.SimpleQueue()
        with self._lock:
            self._asked += 1
            number = self._asked
            self._answers[number] = answers
        try:
            yield number, answers
        finally:
            with self._lock:
                self._answers.pop(number, None)

    # --- sending ------------------------------------------------------------------------------------------------

    def say(self, said: FromChild) -> None:
        """From any thread; waits while the other process doesn't read as fast, and drops it when that is gone."""
        while not self._closed.is_set():
            with suppress(queue.Full):
                self._out.put(said, timeout=_LOOK)
                return

    def broke(self, error: BaseException | None) -> None:
        """Tell a bug."""
        if error is not None:
            self.say(messages.Broken(scrubbed_trace(error)))

    def _send(self) -> None:
        while not self._closed.is_set():
            together = [self._out.get()]
            ends = time.monotonic() + _TOGETHER
            with suppress(queue.Empty):
                while isinstance(together[-1], messages.Happened) and (left := ends - time.monotonic()) > 0:
                    together.append(self._out.get(timeout=left))
            try:
                self._pipe.send_bytes(pickle.dumps(together, pickle.HIGHEST_PROTOCOL))
            except OSError:
                self._closed.set()
            except Exception as error:  # noqa: BLE001 - a bug: something was said that can't be pickled
                self._give_up(error)
            for _ in together:
                self._out.task_done()

    def _give_up(self, error: Exception) -> NoReturn:
        """Nobody may wait for ever for what was not sent; that this process ends is noticed and said of all targets."""
        with suppress(OSError):
            self._pipe.send_bytes(pickle.dumps([messages.Broken(scrubbed_trace(error))], pickle.HIGHEST_PROTOCOL))
        os._exit(1)

    def close(self) -> None:
        """Let go of the hosts, which is also what ends the programs that lead to them, and send what they gave.

        Within GRACE: a host that isn't let go of by then is left to the end of the process.
        """
        for cancel in list(self._trials.values()):
            cancel.set()
        for run in self._runs.values():
            run.runner.shutdown()
        ends = time.monotonic() + GRACE
        while time.monotonic() < ends and not self._idle():
            time.sleep(0.01)
        self._closed.set()
