"""Many targets at once on any ``concurrent.futures`` executor, with cancel for one or all.

Events and results arrive from worker threads: a screen passes them through its bridge, the command line through a
queue. Nothing here touches the audit file.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor

from app.errors import BartizanError, ConnectError
from app.language import tr
from app.look import ScanOptions
from app.model import Benchmark, Profile, Target, TargetState
from app.scan import Event, TargetScan, judge_target, scan
from app.transport.base import Secrets

OnDone = Callable[[TargetScan], None]
JOBS = 16  # threads; more gain nothing on two cores (60 hosts a second measured with 16)
_TICK = 0.2  # seconds between looks at cancel while the run is paused


class Runner:
    """Runs scans; one instance per run of an audit."""

    def __init__(
        self,
        benchmark: Benchmark,
        profile: Profile,
        options: ScanOptions,
        *,
        executor: Executor | None = None,
        jobs: int = JOBS,
    ) -> None:
        self._benchmark = benchmark
        self._profile = profile
        self._options = options
        self._executor = executor or ThreadPoolExecutor(max_workers=max(1, jobs), thread_name_prefix="bartizan-scan")
        self._own_executor = executor is None
        self._cancels: dict[str, threading.Event] = {}
        self._futures: dict[Future[None], tuple[Target, OnDone]] = {}  # what isn't done
        self._lock = threading.Lock()
        self._going = threading.Event()
        self._going.set()

    def start(
        self,
        targets: Sequence[tuple[Target, Secrets]],
        on_event: Callable[[Event], None],
        on_done: OnDone,
    ) -> None:
        """Queue the targets and return at once; ``on_done`` is called exactly once for each, whatever happens."""
        for target, secrets in targets:
            cancel = threading.Event()
            self._cancels[target.name] = cancel
            future = self._executor.submit(self._one, target, secrets, cancel, on_event, on_done)
            with self._lock:
                self._futures[future] = target, on_done
            future.add_done_callback(self._forget)

    def _forget(self, future: "Future[None]") -> None:
        if not future.cancelled():  # then ``cancel`` has it
            with self._lock:
                self._futures.pop(future, None)

    def _one(
        self,
        target: Target,
        secrets: Secrets,
        cancel: threading.Event,
        on_event: Callable[[Event], None],
        on_done: OnDone,
    ) -> None:
        while not self._going.wait(_TICK) and not cancel.is_set():
            pass
        if cancel.is_set():
            self._call_off(target, on_done)
            return
        said = ""
        try:
            found = scan(
                target,
                benchmark=self._benchmark,
                profile=self._profile,
                secrets=secrets,
                options=self._options,
                cancel=cancel,
                on_event=on_event,
            )
        except BartizanError as error:
            said = str(error)
            found = unreached(target, error, self._benchmark, self._profile)
        except Exception as error:  # noqa: BLE001 - the thread boundary: one target's bug must not lose the others
            said = tr("{target}: the program failed on this target ({kind}); please report it.").format(
                target=target.name, kind=type(error).__name__
            )
            fault = ConnectError("protocol", said)
            found = unreached(target, fault, self._benchmark, self._profile, bug=error)
        try:
            if said:
                on_event(Event(target.name, "failed", message=said))
        finally:
            on_done(found)  # even where the event's listener has gone

    def _call_off(self, target: Target, on_done: OnDone) -> None:
        error = ConnectError("cancelled", tr("{target}: cancelled before it was looked at.").format(target=target.name))
        on_done(unreached(target, error, self._benchmark, self._profile))

    @property
    def paused(self) -> bool:
        """Whether no further target is begun."""
        return not self._going.is_set()

    def pause(self) -> None:
        """Begin no further target; those that are being looked at go on, since a connection can't be kept waiting."""
        self._going.clear()

    def resume(self) -> None:
        """Go on with the targets that wait."""
        self._going.set()

    def cancel(self, target: str | None = None) -> None:
        """Stop one target or all; what they have answered is kept, and ``on_done`` still comes for each.

        One that waits for its turn is done when this returns: the threads may have other hosts for minutes. Where all
        are stopped, the threads get to each of them at once.
        """
        for name, event in self._cancels.items():
            if target in {None, name}:
                event.set()
        with self._lock:
            waiting = [(future, *of) for future, of in self._futures.items() if of[0].name == target]
            called_off = [one for one in waiting if not one[0].cancelled() and one[0].cancel()]
        for future, waited, on_done in called_off:
            try:
                self._call_off(waited, on_done)
            finally:
                with self._lock:
                    self._futures.pop(future, None)

    def idle(self) -> bool:
        """Whether every target is done."""
        with self._lock:
            return not self._futures

    def shutdown(self) -> None:
        """Cancel all and let the threads go; returns at once."""
        self.cancel()
        if self._own_executor:
            self._executor.shutdown(wait=False)


def unreached(
    target: Target, error: BartizanError, benchmark: Benchmark, profile: Profile, bug: BaseException | None = None
) -> TargetScan:
    """The scan of a target of which nothing was learnt; ``bug`` becomes the cause of its error."""
    kind = error.kind if isinstance(error, ConnectError) else "protocol"
    state = TargetState(target=target, reachable=False, role=target.presumed_role, error_kind=kind, error=str(error))
    results = judge_target(state, benchmark, profile, ())
    known = error if isinstance(error, ConnectError) else ConnectError(kind, str(error))
    known.__cause__ = bug
    return TargetScan(state, (), results, known)
