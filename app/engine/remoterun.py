"""One run in the child process, led from here: held like a Runner, and with the same promises.

Callbacks come from threads of the engine. ``on_found`` comes exactly once for each target, also where the child dies:
what it hadn't finished ends as an error, and what is begun after that has a new child.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from app import language
from app.connection import Trial, cancelled
from app.engine import messages
from app.engine.found import Found, made_ready
from app.engine.link import Link
from app.engine.messages import Sealed
from app.errors import BartizanError, ConnectError
from app.language import tr
from app.look import ScanOptions
from app.model import Benchmark, Profile, Target
from app.runner import unreached
from app.scan import Event
from app.transport.base import Secrets

if TYPE_CHECKING:
    from app.engine.remote import Remote

OnEvent = Callable[[Event], None]
OnFound = Callable[[Found], None]


class LostError(BartizanError):
    """The child has gone; the text says how."""


class _UnderWay(NamedTuple):
    """A target that isn't done, and the child that has it."""

    link: Link | None
    target: Target
    on_event: OnEvent
    on_found: OnFound


class RemoteRunner:
    """One run of an audit, as an app.runner.Runner; a target has to be done before it is begun again."""

    def __init__(
        self, remote: "Remote", number: int, benchmark: Benchmark, profile: Profile, options: ScanOptions, *, jobs: int
    ) -> None:
        self.number = number
        self.options = options
        self._remote = remote
        self._benchmark = benchmark
        self._profile = profile
        self._jobs = jobs
        self._link: Link | None = None  # the child that knows of this run
        self._under_way: dict[str, _UnderWay] = {}
        self._cancelled: set[str] = set()  # of those under way
        self._delivering = 0
        self._paused = False
        self._shut = False
        self._lock = threading.RLock()

    def look(self, targets: Sequence[tuple[Target, Secrets]], on_event: OnEvent, on_found: OnFound) -> None:
        """Queue the targets and return at once; ``on_found`` is called exactly once for each, whatever happens."""
        pairs = tuple((target, Sealed.of(secrets)) for target, secrets in targets)
        with self._lock:  # until it is told: a run that is shut down meanwhile is none that the child knows
            link = self._told()
            for target, _ in targets:
                self._under_way[target.name] = _UnderWay(link, target, on_event, on_found)
                self._cancelled.discard(target.name)
            told = link is not None and link.say(messages.LookAt(self.number, pairs))
        if link is None:
            apart(partial(self.lost, None, ""))
        elif not told and link.over:  # else its end is still to be told
            apart(partial(self.lost, link, link.why))

    def try_connection(
        self, target: Target, secrets: Secrets, bastions: Mapping[str, Target], cancel: threading.Event
    ) -> Trial:
        """app.connection.try_connection by the child, for a thread that may wait; with the functions of the options."""
        link = self._told()

        def said(number: int) -> messages.Try:
            return messages.Try(self.number, number, target, Sealed.of(secrets), bastions)

        try:
            return self._remote.wait_for(link, said, messages.Tried, cancel).opened()
        except LostError as error:
            if cancel.is_set():
                return cancelled(target)
            return Trial(target.name, ok=False, sentence=_lost(target.name, str(error)), error_kind="lost")

    def _told(self) -> Link | None:
        """The child, knowing of this run; None where nothing is begun any more."""
        with self._lock:
            link = None if self._shut else self._remote.link(self._benchmark)
            if link is not self._link and link is not None:
                spoken = language.current()
                link.say(messages.Begin.of(self.number, self._profile, self.options, jobs=self._jobs, language=spoken))
                if self._paused:
                    link.say(messages.Steer(self.number, "pause"))
            self._link = link
            return link

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
            taken_back = frozenset(self._cancelled)
        for one in left:
            name = one.target.name
            if why and name not in taken_back:
                error = ConnectError("lost", _lost(name, why))
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
            if self._shut:
                return  # the child has forgotten the run
            if what in {"pause", "resume"}:
                self._paused = what == "pause"
            else:
                self._cancelled.update(self._under_way if target is None else {target})
            if self._link is not None:
                self._link.say(messages.Steer(self.number, what, target))

    def idle(self) -> bool:
        """Whether every target is done."""
        with self._lock:
            return not self._under_way and not self._delivering

    def shutdown(self) -> None:
        """Cancel all and let the child forget the run; returns at once."""
        with self._lock:
            self._steer("end")
            self._shut = True
        self._forget()

    def _forget(self) -> None:
        if self._shut and self.idle():
            self._remote.forget(self.number)


def _lost(target: str, why: str) -> str:
    return tr(
        "{target}: the program's own process that looks at machines was lost ({why}), perhaps for want of memory; try "
        "this machine again."
    ).format(target=target, why=why)


def apart(work: Callable[[], None]) -> None:
    """Do it in a thread of its own: a person, a keyring or a disk takes its time."""
    threading.Thread(target=work, name="bartizan-engine-apart", daemon=True).start()
