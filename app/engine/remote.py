"""The child process as the rest of the program has it: runs to lead, and questions of a run answered from here."""

import itertools
import logging
import queue
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.crash import TracedError
from app.engine import messages
from app.engine.link import Link
from app.engine.messages import FromChild, Sealed, ToChild
from app.engine.remoterun import LostError, RemoteRunner, apart
from app.errors import BartizanError, StoreError
from app.language import tr
from app.logbook import NAME
from app.look import ScanOptions
from app.model import Benchmark, Profile
from app.runner import JOBS
from app.store.encoded import Encoded
from app.transport.base import Secrets

_Answers = queue.SimpleQueue["messages.Came | LostError"]
_T = TypeVar("_T")
_LOOK = 0.1  # seconds between a waiting thread's looks whether what it waits for is still wanted


class Remote:
    """One child at a time, made by ``prepare`` or when it is first needed. ``on_bug`` gets bugs of the child."""

    def __init__(self, on_bug: Callable[[BaseException], None], link: type[Link] = Link) -> None:
        self._on_bug = on_bug
        self._make = link
        self._link: Link | None = None
        self._left: set[Link] = set()  # those whose process isn't over
        self._told: Benchmark | None = None  # what the child of the link knows
        self._runs: dict[int, RemoteRunner] = {}
        self._numbers = itertools.count(1)
        self._questions: dict[tuple[Link, int], threading.Event] = {}  # that a person is asked; set when it is over
        self._awaited: dict[int, tuple[Link | None, _Answers]] = {}  # what threads wait for
        self._lock = threading.RLock()
        self._closed = False

    def prepare(self, benchmark: Benchmark) -> None:
        """Have a child there that knows the benchmark; returns at once."""
        self.link(benchmark)

    def runner(
        self, benchmark: Benchmark, profile: Profile, options: ScanOptions, *, jobs: int = JOBS
    ) -> "RemoteRunner":
        """For one run; ``shutdown`` it when it is over."""
        with self._lock:
            made = RemoteRunner(self, next(self._numbers), benchmark, profile, options, jobs=jobs)
            self._runs[made.number] = made
            return made

    def link(self, benchmark: Benchmark) -> Link | None:
        """The child, a new one where there is none, knowing the benchmark; None after close()."""
        with self._lock:
            if self._closed:
                return None
            if self._link is None or not self._link.open:
                self._link, self._told = self._make(self._hear, self._ended), None
                self._left.add(self._link)
            if self._told is not benchmark and self._link.say(messages.Content(benchmark)):
                self._told = benchmark
            return self._link

    def compared(self, path: Path, benchmark: Benchmark) -> Encoded:
        """``Audit.together`` of a stored audit, by the child; waits for it. StoreError where it doesn't come."""
        try:
            return self.wait_for(self.link(benchmark), lambda number: messages.Compare(number, path), Encoded)
        except LostError as error:
            raise StoreError(
                tr(
                    "{path}: its machines were not compared with each other, since the program's own process for that "
                    "was lost ({why}); run one of them again."
                ).format(path=path, why=error)
            ) from None

    def wait_for(
        self,
        link: Link | None,
        said: Callable[[int], ToChild],
        kind: type[_T],
        cancel: threading.Event | None = None,
    ) -> _T:
        """What comes of something that is said to the child under a number, for a thread that may wait for it.

        Once ``cancel`` is set the child is told to call it off, and what comes of that is waited for. LostError where
        the child went, TracedError for a bug there, any other BartizanError for what it says is wrong.
        """
        answers: _Answers = queue.SimpleQueue()
        with self._lock:
            number = next(self._numbers)
            self._awaited[number] = link, answers
        if link is None:
            answers.put(LostError(tr("it was told to end")))
        elif not link.say(said(number)) and link.over:  # else its end is still to be told
            answers.put(LostError(link.why))
        came: messages.Came | LostError | None = None
        while came is None:
            with suppress(queue.Empty):
                came = answers.get(timeout=None if cancel is None else _LOOK)
            if cancel is not None and cancel.is_set():
                cancel = None
                if link is not None:
                    link.say(messages.CallOff(number))
        with self._lock:
            del self._awaited[number]
        if isinstance(came, LostError):
            raise came
        if came.trace:
            raise TracedError(came.trace)
        if not isinstance(came.value, kind):
            raise BartizanError(came.fault)
        return came.value

    def forget(self, run: int) -> None:
        """Hear of that run no more."""
        with self._lock:
            self._runs.pop(run, None)

    @property
    def pid(self) -> int | None:
        """Of the child, while there is one."""
        return None if self._link is None else self._link.pid

    def idle(self) -> bool:
        """Whether what was closed is over."""
        with self._lock:
            return not self._closed or not self._left

    def close(self) -> None:
        """Have the child end; returns at once. Targets under way are done all the same, most likely as cancelled."""
        with self._lock:
            self._closed = True
            for link in self._left:
                link.close()

    def kill(self) -> None:
        """What close() has not ended yet; the program itself is about to end."""
        with self._lock:
            for link in self._left:
                link.kill()

    # --- from the link's threads --------------------------------------------------------------------------------

    def _hear(self, link: Link, together: Sequence[FromChild]) -> None:
        for said in together:
            try:
                self._take(link, said)
            except Exception as error:  # noqa: BLE001 - the thread boundary: the child is heard on
                self._on_bug(error)

    def _take(self, link: Link, said: FromChild) -> None:
        match said:
            case messages.Happened():
                if (runner := self._runs.get(said.run)) is not None:
                    runner.happened(said.event)
            case messages.Done():
                self._done(said)
            case messages.Asked():
                over = self._questions[link, said.number] = threading.Event()
                apart(partial(self._ask, link, said, over))
            case messages.Over():
                self._question_over(link, said.number)
            case messages.Wanted():
                apart(partial(self._give, link, said))
            case messages.Came():
                self._awaited[said.number][1].put(said)
            case messages.Logged():
                logging.getLogger(NAME).log(said.level, "%s", said.line)
            case messages.Alive():
                pass  # that it came is all that it says
            case messages.Broken():
                self._on_bug(TracedError(said.trace))

    def _done(self, said: messages.Done) -> None:
        if said.found.trace:
            self._on_bug(TracedError(said.found.trace))
        if (runner := self._runs.get(said.run)) is not None:
            runner.done(said.found)

    def _ended(self, link: Link, why: str) -> None:
        with self._lock:
            runners = list(self._runs.values())
            questions = [number for one, number in list(self._questions) if one is link]
            waiting = [answers for one, answers in self._awaited.values() if one is link]
        for number in questions:
            self._question_over(link, number)
        if why:
            logging.getLogger(NAME).error("The process that looks at the machines is gone: %s", why)
        for runner in runners:
            runner.lost(link, why)
        for answers in waiting:
            answers.put(LostError(why or tr("it was told to end")))
        with self._lock:
            self._left.discard(link)

    # --- in threads of their own, since a person or a keyring takes its time -------------------------------------

    def _ask(self, link: Link, said: messages.Asked, over: threading.Event) -> None:
        runner = self._runs.get(said.run)
        ask = None if runner is None else runner.options.ask
        words = None
        try:
            words = None if ask is None else ask(said.question, over)
        except Exception as error:  # noqa: BLE001 - the thread boundary: the login waits for an answer
            self._on_bug(error)
        self._question_over(link, said.number)
        link.say(messages.Answer(said.number, None if words is None else tuple(words)))

    def _question_over(self, link: Link, number: int) -> None:
        over = self._questions.pop((link, number), None)
        if over is not None:
            over.set()

    def _give(self, link: Link, said: messages.Wanted) -> None:
        runner = self._runs.get(said.run)
        secrets, fault = Secrets(), ""
        try:
            if runner is not None:
                secrets = runner.options.secrets_of(said.target)
        except BartizanError as error:
            fault = str(error)
        except Exception as error:  # noqa: BLE001 - the thread boundary: the login waits for an answer
            self._on_bug(error)
            fault = tr("{target}: its secrets could not be looked up; please report it.").format(
                target=said.target.name
            )
        link.say(messages.Answer(said.number, secrets=Sealed.of(secrets), fault=fault))
