"""Runs in the child process, led from this one: held like a Runner, and with the same promises.

Callbacks come from threads of this module. ``on_found`` comes exactly once for each target, also where the child dies:
what it hadn't finished ends as an error, and what is begun after that has a new child.
"""

import itertools
import logging
import queue
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from app import language
from app.engine import messages
from app.engine.found import Found, made_ready
from app.engine.link import Link
from app.engine.messages import FromChild, Sealed
from app.errors import BartizanError, ConnectError, StoreError
from app.language import tr
from app.logbook import NAME
from app.look import ScanOptions
from app.model import Benchmark, Profile, Target
from app.runner import JOBS, unreached
from app.scan import Event
from app.store.encoded import Encoded
from app.transport.base import Secrets

OnEvent = Callable[[Event], None]
OnFound = Callable[[Found], None]


class TracedError(Exception):
    """A bug of the other process; its text is the scrubbed trace there."""


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
        self._comparisons: dict[int, _Comparison] = {}
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
        with self._lock:
            link, number = self.link(benchmark), next(self._numbers)
            one = self._comparisons[number] = _Comparison(link, path, queue.SimpleQueue())
        if link is None:
            one.lost("")
        elif not link.say(messages.Compare(number, path)) and link.over:
            one.lost(link.why)
        came = one.answers.get()
        with self._lock:
            del self._comparisons[number]
        if isinstance(came, StoreError):
            raise came
        if came.trace:
            raise TracedError(came.trace)
        if came.together is None:
            raise StoreError(came.fault)
        return came.together

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
                _apart(partial(self._ask, link, said, over))
            case messages.Over():
                self._question_over(link, said.number)
            case messages.Wanted():
                _apart(partial(self._give, link, said))
            case messages.Compared():
                self._comparisons[said.number].answers.put(said)
            case messages.Logged():
                logging.getLogger(NAME).log(said.level, "%s", said.line)
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
            questions = [number for one, number in self._questions if one is link]
            comparisons = [one for one in self._comparisons.values() if one.link is link]
        for number in questions:
            self._question_over(link, number)
        if why:
            logging.getLogger(NAME).error("The process that looks at the machines is gone: %s", why)
        for runner in runners:
            runner.lost(link, why)
        for comparison in comparisons:
            comparison.lost(why)
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


def _apart(work: Callable[[], None]) -> None:
    threading.Thread(target=work, name="bartizan-engine-ask", daemon=True).start()


class _Comparison(NamedTuple):
    """A thread waits for this."""

    link: Link | None
    path: Path
    answers: "queue.SimpleQueue[messages.Compared | StoreError]"

    def lost(self, why: str) -> None:
        """Nobody will answer any more."""
        said = tr(
            "{path}: its machines were not compared with each other, since the program's own process for that was lost "
            "({why}); run one of them again."
        )
        self.answers.put(StoreError(said.format(path=self.path, why=why or tr("it was told to end"))))


class _UnderWay(NamedTuple):
    """A target that isn't done, and the child that has it."""

    link: Link | None
    target: Target
    on_event: OnEvent
    on_found: OnFound


class RemoteRunner:
    """One run of an audit, as an app.runner.Runner; a target has to be done before it is begun again."""

    def __init__(
        self, remote: Remote, number: int, benchmark: Benchmark, profile: Profile, options: ScanOptions, *, jobs: int
    ) -> None:
        self.number = number
        self.options = options
        self._remote = remote
        self._benchmark = benchmark
        self._profile = profile
        self._jobs = jobs
        self._link: Link | None = None  # the child that knows of this run
        self._under_way: dict[str, _UnderWay] = {}
        self._delivering = 0
        self._paused = False
        self._shut = False
        self._lock = threading.Lock()

    def look(self, targets: Sequence[tuple[Target, Secrets]], on_event: OnEvent, on_found: OnFound) -> None:
        """Queue the targets and return at once; ``on_found`` is called exactly once for each, whatever happens."""
        link = self._remote.link(self._benchmark)
        with self._lock:
            if self._shut:
                link = None
            for target, _ in targets:
                self._under_way[target.name] = _UnderWay(link, target, on_event, on_found)
            if link is not self._link and link is not None:
                spoken = language.current()
                link.say(messages.Begin.of(self.number, self._profile, self.options, jobs=self._jobs, language=spoken))
                if self._paused:
                    link.say(messages.Steer(self.number, "pause"))
            self._link = link
        pairs = tuple((target, Sealed.of(secrets)) for target, secrets in targets)
        if link is None:
            _apart(partial(self.lost, None, ""))
        elif not link.say(messages.LookAt(self.number, pairs)) and link.over:  # else its end is still to be told
            _apart(partial(self.lost, link, link.why))

    def happened(self, event: Event) -> None:
        """What the child says of a target."""
        with self._lock:
            one = self._under_way.get(event.target)
        if one is not None:
            one.on_event(event)

    def done(self, found: Found) -> None:
        """A target has come to its end."""
        with self._lock:
            one = self._under_way.pop(found.state.target.name, None)
            self._delivering += one is not None
        if one is None:
            return
        try:
            one.on_found(found)
        finally:
            with self._lock:
                self._delivering -= 1
            self._forget()

    def lost(self, link: Link | None, why: str) -> None:
        """That child is no more; ``why`` is empty where it was told to end."""
        with self._lock:
            left = [one for one in self._under_way.values() if one.link is link]
        for one in left:
            name = one.target.name
            if why:
                error = ConnectError(
                    "lost",
                    tr(
                        "{target}: the program's own process that looks at machines was lost ({why}), perhaps for want "
                        "of memory; run this machine again."
                    ).format(target=name, why=why),
                )
            else:
                error = ConnectError(
                    "cancelled", tr("{target}: cancelled before it was looked at.").format(target=name)
                )
            self.happened(Event(name, "failed", message=str(error)))
            self.done(made_ready(unreached(one.target, error, self._benchmark, self._profile)))

    @property
    def paused(self) -> bool:
        """Whether no further target is begun."""
        return self._paused

    def pause(self) -> None:
        """Begin no further target; those that are being looked at go on."""
        self._steer("pause")

    def resume(self) -> None:
        """Go on with the targets that wait."""
        self._steer("resume")

    def cancel(self, target: str | None = None) -> None:
        """Stop one target or all; what they have answered is kept, and ``on_found`` still comes for each."""
        self._steer("cancel", target)

    def _steer(self, what: str, target: str | None = None) -> None:
        with self._lock:
            if what in {"pause", "resume"}:
                self._paused = what == "pause"
            if self._link is not None:
                self._link.say(messages.Steer(self.number, what, target))

    def idle(self) -> bool:
        """Whether every target is done."""
        with self._lock:
            return not self._under_way and not self._delivering

    def shutdown(self) -> None:
        """Cancel all and let the child forget the run; returns at once."""
        self._steer("end")
        self._shut = True
        self._forget()

    def _forget(self) -> None:
        if self._shut and self.idle():
            self._remote.forget(self.number)
