"""Live progress of a run: a bar per target on a terminal, plain lines otherwise."""

import contextlib
import queue
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from app.audit import Audit
from app.cli.asker import TerminalAsker
from app.cli.common import complain, plain
from app.cli.interrupt import Interrupts
from app.engine.found import made_ready
from app.judge.facts import load_parsers
from app.language import tr
from app.model import Target
from app.report.wording import decimal
from app.runner import Runner
from app.scan import Event, TargetScan
from app.transport.base import Secrets

_POLL = 0.1  # seconds; how soon Ctrl-C is noticed


class Display(Protocol):
    """Where progress is shown."""

    def event(self, event: Event) -> None:
        """Something happened to a target."""

    def done(self, scan: TargetScan) -> None:
        """A target is finished."""

    def more(self, targets: int) -> None:
        """So many targets join the run."""

    def close(self) -> None:
        """The run is over."""


Wave = Sequence[tuple[Target, Secrets]]


def follow(
    runner: Runner,
    pairs: Wave,
    audit: Audit,
    *,
    quiet: bool = False,
    then: Callable[[], Wave] = lambda: (),
    asker: TerminalAsker | None = None,
) -> bool:
    """Run to the end, storing each target as it is done on this thread; True if interrupted (what came is kept).

    ``then`` gives the targets of a second wave of the same run, once all of the first are stored. While ``asker``
    puts a question to a person, the bars stand aside.
    """
    display: Display = Quiet() if quiet else (Bars(len(pairs)) if sys.stderr.isatty() else Lines())
    if asker is not None and isinstance(display, Bars):
        asker.hold = display.aside
    try:
        interrupted = _follow_wave(runner, pairs, audit, display)
        if not interrupted and (second := then()):
            display.more(len(second))
            interrupted = _follow_wave(runner, second, audit, display)
    finally:
        display.close()  # or bars would hide the cursor for ever
    if not interrupted:
        audit.finish_run()
    return interrupted


def _follow_wave(runner: Runner, pairs: Wave, audit: Audit, display: Display) -> bool:
    arrived: queue.SimpleQueue[Event | TargetScan] = queue.SimpleQueue()
    interrupted = False
    waiting = len(pairs)
    with Interrupts() as interrupts:
        runner.start(pairs, arrived.put, arrived.put)
        while waiting:
            if interrupts.asked and not interrupted:
                interrupted = True
                runner.cancel()
            try:
                one = arrived.get(timeout=_POLL)
            except queue.Empty:
                continue
            if isinstance(one, Event) and one.kind == "looking":
                load_parsers()  # this host is at work now, and will take longer
            if isinstance(one, TargetScan):
                _keep(audit, one)
                display.done(one)
                waiting -= 1
            else:
                display.event(one)
        return interrupted or interrupts.asked


def _keep(audit: Audit, scan: TargetScan) -> None:
    """Store what a target gave; one that sent more than can be kept is complained of, and no other suffers by it."""
    found = made_ready(scan)
    if found.encoded is None:
        complain(found.fault)
        return
    audit.write(found.encoded)
    audit.take_in()


def outcome(scan: TargetScan) -> str:
    """One target's result as a line says it."""
    if not scan.state.reachable:
        return scan.state.error or tr("not looked at")
    counts = Counter(one.result.value for one in scan.results)
    parts = [f"{counts[name]} {name}" for name in ("pass", "fail", "error", "unknown", "notchecked") if counts[name]]
    lost = f"; {scan.state.error}" if scan.state.error else ""
    return tr("done in {seconds} s: {counts}").format(
        seconds=decimal(scan.state.seconds), counts=f"{', '.join(parts)}{lost}"
    )


def _now(event: Event) -> str:
    """What is being done to a target, in words."""
    return {
        "connecting": tr("connecting"),
        "looking": tr("looking"),
        "probe": tr("looking at {probe}").format(probe=event.probe),
        "judging": tr("judging"),
        "done": tr("done"),
        "failed": tr("failed"),
    }[event.kind]


class Quiet:
    """Nothing: standard output carries JSON and nobody is watching."""

    def event(self, event: Event) -> None:
        """Nothing to show."""

    def done(self, scan: TargetScan) -> None:
        """Say only what went wrong."""
        if not scan.state.reachable:
            complain(scan.state.error)

    def more(self, targets: int) -> None:
        """Nothing to show."""

    def close(self) -> None:
        """Nothing to end."""


class Lines:
    """A line when a target begins and one when it ends."""

    def event(self, event: Event) -> None:
        """Show the beginning only: probes would fill a log."""
        if event.kind == "connecting":
            sys.stderr.write(f"{plain(event.message or f'{event.target}: {_now(event)}')}\n")

    def done(self, scan: TargetScan) -> None:
        """Show the end; most sentences of a fault name the target themselves."""
        name, text = scan.state.target.name, outcome(scan)
        sys.stderr.write(f"{plain(text if text.startswith(name) else f'{name}: {text}')}\n")

    def more(self, targets: int) -> None:
        """Say that the run goes on."""
        said = tr("1 more target") if targets == 1 else tr("{n} more targets").format(n=targets)
        sys.stderr.write(f"{said}\n")

    def close(self) -> None:
        """Let a waiting log have it all."""
        sys.stderr.flush()


class Bars:
    """A bar per target and one in all, with what is being looked at."""

    def __init__(self, targets: int) -> None:
        from rich.console import Console  # noqa: PLC0415 - 60 ms that only a terminal needs
        from rich.live import Live  # noqa: PLC0415 - the same
        from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - the same

        self._live = Live
        self._progress = Progress(
            TextColumn("{task.fields[name]}", markup=False),
            BarColumn(bar_width=24),
            TextColumn(tr("{done} of {total}").format(done="{task.completed:>3.0f}", total="{task.total:.0f}")),
            TimeElapsedColumn(),
            TextColumn("{task.fields[now]}", markup=False),
            console=Console(stderr=True),
            transient=False,
        )
        self._progress.start()
        self._targets = targets
        self._all = self._progress.add_task("", total=targets, name=tr("All targets"), now="") if targets > 1 else None
        self._tasks: dict[str, object] = {}

    def _task(self, target: str) -> object:
        if target not in self._tasks:
            self._tasks[target] = self._progress.add_task("", total=1, name=plain(target), now="")
        return self._tasks[target]

    def event(self, event: Event) -> None:
        """Move the target's bar."""
        total = max(event.total, 1)
        self._progress.update(self._task(event.target), completed=event.done, total=total, now=plain(_now(event)))  # type: ignore[arg-type]  # rich's TaskID

    def done(self, scan: TargetScan) -> None:
        """End the target's bar."""
        self._progress.update(self._task(scan.state.target.name), now=plain(outcome(scan)))  # type: ignore[arg-type]  # rich's TaskID
        if self._all is not None:
            self._progress.advance(self._all)

    def more(self, targets: int) -> None:
        """Let the bar in all grow."""
        self._targets += targets
        if self._all is None:  # there was a single target so far, and it is done
            self._all = self._progress.add_task("", name=tr("All targets"), now="", completed=self._targets - targets)
        self._progress.update(self._all, total=self._targets)

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """No bars while a person is asked; what happens meanwhile is drawn afterwards."""
        progress = self._progress
        progress.live.transient = True  # they are drawn anew below the question; twice would be once too often
        progress.stop()
        try:
            yield
        finally:
            # A new one: the old one would draw over the lines that came meanwhile.
            progress.live = self._live(console=progress.console, get_renderable=progress.get_renderable)
            progress.start()

    def close(self) -> None:
        """Leave the bars as they are."""
        self._progress.stop()
