"""What all steps share: the open audit, what was typed for its hosts, and its run. Glue, no decisions.

Every method runs on the GUI thread. Modules that cost time to import (transport, keyring) are imported when they are
first needed, so that the first window comes at once.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.errors import BartizanError, StoreError
from app.logbook import Logbook
from app.places import state_folder
from ui.bridge import Bridge, Outcome
from ui.hostsecrets import HostSecrets
from ui.questions import Questions
from ui.settings import Settings
from ui.theme import Theme
from ui.trials import Trials

if TYPE_CHECKING:
    from app.audit import Audit
    from app.credentials import KeptSecrets
    from app.engine.found import Found
    from app.engine.remote import Remote
    from app.engine.remoterun import RemoteRunner
    from app.model import Target, TargetState
    from app.scan import Event
    from app.screen.progress import RunProgress
    from app.transport.base import Secrets
    from ui.models.feed import Feed

_LOG = logging.getLogger("bartizan")
_REFRESH = 60  # milliseconds between two refreshes of a run: eyes need no more


class Workspace(HostSecrets):
    """Passed to every step; its signals say what changed and where to go."""

    run_changed = Signal()
    run_ended = Signal()
    goto = Signal(str)  # a step
    show_finding = Signal(str, object)  # item, target or None
    show_host = Signal(str)  # a machine of the audit, with how it is reached
    show_list = Signal(str, object)  # chapter, filters

    def __init__(
        self, settings: Settings, theme: Theme, bridge: Bridge, *, engine: Remote | None = None,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(settings, bridge, parent)
        self._engine = engine
        self.theme = theme
        self.logbook = Logbook(_state_folder())
        self.run: RunProgress | None = None
        self.feed: Feed | None = None
        self._runner: RemoteRunner | None = None
        self._ending = False  # all hosts are done, and the end of the run is not stored yet
        self._kept: KeptSecrets | None = None  # the keyring as the run sees it
        self.questions = Questions(bridge, self)
        self.trials = Trials(self)
        self._shut = False  # the window has closed: what comes late begins nothing
        self._run_cancel = threading.Event()
        self._called_off: set[str] = set()  # cancelled while the keyring was still asked for them
        self.run_ended.connect(self.compare_again)
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(_REFRESH)
        self._refresh.timeout.connect(self.run_changed)

    def close_audit_quietly(self) -> None:
        """Cancel the run and let go of audit and secrets, when there is nobody left to tell."""
        self._let_go()
        self.run = self.feed = None
        self._ending = False
        self.trials.forget()
        self.questions.decline_all()
        super().close_audit_quietly()

    def _let_go(self) -> None:
        """Cancel what the last run still has under way, and hear of it no more."""
        if self._runner is not None:
            self._runner.shutdown()
            self._runner = None

    @property
    def movable(self) -> bool:
        """Whether the audit may go on in another file: a new one, of which nothing holds more than its name."""
        return self.audit is not None and self.writable and not self.running and not self.audit.states

    def move_audit(self, path: Path) -> bool:
        """Let the audit go on in that file; False if it can't, which was said, and then it is where it was."""
        return self.movable and bool(self.attempt(lambda: self._move(path)))

    def _move(self, new: Path) -> bool:
        from app.audit import Audit  # noqa: PLC0415 - not before an audit is open
        from app.screen.renaming import move, reserve  # noqa: PLC0415 - the same

        if self.audit is None:
            return False
        reserve(new)
        now, secrets = self.audit.path, self._secrets
        self.files.named(now)
        self.close_audit_quietly()
        try:
            move(now, new)
            self.settings.move_recent(now, new)
            now = new
        finally:
            self._take(Audit.open(now, self.benchmark))
            self._secrets = secrets  # what was typed for its hosts is still good
        return True

    def names(self) -> tuple[str, ...]:
        """What a report of a fault leaves out: names of the open audit, and of the person in the settings."""
        from app.screen.knownnames import known_names  # noqa: PLC0415 - only in a crash, and in the log

        person = (self.settings.text(key) for key in ("person/name", "reviewer/name"))
        return (*known_names(self.audit), *(name for name in person if name))

    # --- a run --------------------------------------------------------------------------------------------------

    @property
    def engine(self) -> Remote:
        """What looks at machines: a process of its own, so that the screen needn't share Python with it."""
        if self._engine is None:
            from app.engine.remote import Remote  # noqa: PLC0415 - not before the first window

            post = self.bridge.post
            self._engine = Remote(lambda bug: post(self.bug.emit, bug))
        return self._engine

    def _content_came(self, outcome: Outcome) -> None:
        super()._content_came(outcome)
        if outcome.value is not None and not self._shut:
            self.engine.prepare(self.benchmark)

    @property
    def running(self) -> bool:
        """Whether a host is still at it, or what the hosts gave is still compared and stored."""
        return self.run is not None and (self.run.running or self._ending)

    def start_run(self, names: Sequence[str] | None = None) -> bool:
        """Look at these targets, or at all of the audit."""
        return bool(self.attempt(lambda: self._start(names)))

    def _start(self, names: Sequence[str] | None) -> bool:
        from app.look import scan_options  # noqa: PLC0415 - the same
        from app.screen import progress  # noqa: PLC0415 - not before the first window
        from app.transport.sshconfig import remarks  # noqa: PLC0415 - the same
        from ui.models.feed import Feed  # noqa: PLC0415 - the same

        if self.audit is None or not self.writable:
            return False
        busy = (
            {name for name, host in self.run.hosts.items() if host.phase not in progress.ENDED} if self.run else set()
        )
        chosen = [one for one in self.audit.targets if (names is None or one.name in names) and one.name not in busy]
        if not chosen:
            return False
        joins = self.running and self._runner is not None
        if not joins or self._run_cancel.is_set():
            self._run_cancel = threading.Event()
        cancel = self._run_cancel
        if not joins:
            self._kept = kept = self.keyring()
            options = replace(
                scan_options(limits=self.settings.limits(), ask=self.questions.asker()),
                bastions=self.machines(),
                secrets_of=lambda jump: self.secrets.of(jump.name).filled(kept.of(jump, cancel)),
            )
            self.audit.start_run([target.name for target in chosen])
            self._let_go()
            profile, jobs = self.audit.info.profile, self.settings.jobs()
            self._runner = self.engine.runner(self.audit.benchmark, profile, options, jobs=jobs)
        _LOG.info("Run over %s", ", ".join(target.name for target in chosen))
        if self.feed is None:
            self.feed = Feed(self.benchmark)
        self._called_off.difference_update(target.name for target in chosen)
        self.bridge.reading(lambda: remarks(chosen), self._remarked)
        self.run = progress.begin(self.run, [target.name for target in chosen], monotonic())
        runner = self._runner
        if runner is None or self._kept is None:
            return False
        self.run_changed.emit()
        self.with_secrets(chosen, self._kept, cancel, partial(self._secrets_came, runner, cancel))
        return True

    def _remarked(self, outcome: Outcome) -> None:
        for remark in outcome.value or ():
            self.message.emit("info", remark)

    def _secrets_came(
        self, runner: RemoteRunner, cancel: threading.Event, targets: Sequence[Target], secrets: dict[str, Secrets]
    ) -> None:
        if runner is not self._runner:
            return
        if self.audit is not None:
            self._launch(runner, self.audit, [(target, secrets[target.name]) for target in targets])
        for target in targets:
            if cancel.is_set() or target.name in self._called_off:
                runner.cancel(target.name)

    def _launch(self, runner: RemoteRunner, audit: Audit, pairs: Sequence[tuple[Target, Secrets]]) -> None:
        post = self.bridge.post

        def found(one: Found) -> None:
            """In a thread of the runner: what was learnt is on the disk before anybody sees it."""
            try:
                if one.encoded is not None:
                    audit.write(one.encoded)
                outcome = Outcome(one.state, StoreError(one.fault) if one.fault else None)
            except BartizanError as error:
                outcome = Outcome(one.state, error)
            except Exception as error:  # noqa: BLE001 - the thread boundary: a bug is shown by the GUI thread
                outcome = Outcome(one.state, bug=error)
            post(self._found_came, (runner, outcome))

        runner.look(pairs, lambda event: post(self._event_came, (runner, event)), found)

    def _event_came(self, value: tuple[RemoteRunner, Event]) -> None:
        from app.screen import progress  # noqa: PLC0415 - already imported by now

        runner, event = value
        if runner is not self._runner or self.run is None:
            return
        self.run = progress.apply(self.run, event, monotonic())
        if self.feed is not None:
            self.feed.add(event, datetime.now().astimezone())
        self._soon()

    def _found_came(self, value: tuple[RemoteRunner, Outcome]) -> None:
        from app.screen import progress  # noqa: PLC0415 - already imported by now

        runner, outcome = value
        if runner is not self._runner or self.run is None or self.audit is None:
            return
        self.went_well(outcome)
        self.audit.take_in()
        self.findings_turn.start()
        state: TargetState = outcome.value
        name = state.target.name
        _LOG.info("%s: %s", name, state.error or f"looked at in {state.seconds:.1f} s")
        self.run = progress.end(self.run, name, monotonic(), error=state.error, error_kind=state.error_kind)
        self.saved = datetime.now().astimezone()
        if self.feed is not None:
            self.feed.ended(state, self.saved)
        if self.run.running:
            self._soon()
        else:
            self._finish(runner, self.audit)

    def _finish(self, runner: RemoteRunner, audit: Audit) -> None:
        """Have the machines compared with each other, and end the run when that is stored."""

        def came(outcome: Outcome) -> None:
            if runner is not self._runner or self.run is None:
                return
            self._ending = False
            self.went_well(outcome)
            audit.take_in()
            self.run_changed.emit()
            self.changed.emit()
            if not self.run.running:  # nobody added a host meanwhile
                self.run_ended.emit()

        engine, path, benchmark = self.engine, audit.path, audit.benchmark
        self._ending = True
        self.bridge.reading(lambda: audit.end_run(engine.compared(path, benchmark)), came)

    def _soon(self) -> None:
        if not self._refresh.isActive():
            self._refresh.start()

    @property
    def paused(self) -> bool:
        return self.running and self._runner is not None and self._runner.paused

    def pause_run(self, *, pause: bool) -> None:
        """Begin no further host, or go on; hosts that are being looked at are finished."""
        if self._runner is not None:
            (self._runner.pause if pause else self._runner.resume)()
            self.run_changed.emit()

    @property
    def cancelling(self) -> bool:
        """Whether the whole run was cancelled; hosts may still be let go of."""
        return self._run_cancel.is_set()

    def cancel_run(self, target: str | None = None) -> None:
        """Stop looking at one target or all; what was learnt is kept."""
        if self._runner is not None:
            self._runner.cancel(target)
        if target is None:
            self._run_cancel.set()
            self.run_changed.emit()
        else:
            self._called_off.add(target)

    def export(
        self,
        outputs: Sequence[tuple[str, Path]],
        done: Callable[[Outcome], None],
        *,
        since: bool = False,
        certificate: tuple[Path, str] | None = None,
    ) -> None:
        """Write reports (format, path) in the side pool.

        ``since``: with what changed since the earlier audit; ``certificate``: signed with that file and its
        passphrase; an empty one is that of the keyring.
        """
        if self.audit is None:
            return
        path, benchmark, before = self.audit.path, self.benchmark, self.comparison() if since else None

        def job() -> tuple[Path, ...]:
            from app.exportapart import Order, export_apart  # noqa: PLC0415 - not before the first report
            from app.exporting import signer_of  # noqa: PLC0415 - the same

            # Opened here: what is wrong with the certificate is told at once.
            signer = signer_of(*certificate) if certificate is not None else None
            return export_apart(Order(path, benchmark, tuple(outputs), before, signer))

        self.bridge.side(job, done)

    def idle(self) -> bool:
        """Whether nothing runs in the background."""
        at_rest = self._engine is None or self._engine.idle()
        return at_rest and (self._runner is None or self._runner.idle()) and self.bridge.idle()

    @Slot()
    def shut_down(self) -> None:
        """Cancel everything; returns at once."""
        self.trials.cancel()
        self.questions.decline_all()
        self._run_cancel.set()
        if self._runner is not None:
            self._runner.shutdown()
        self._shut = True
        if self._engine is not None:
            self._engine.close()
        self.logbook.close()

    def leave(self) -> None:
        """The program ends though something still goes on: no process that hangs may stay behind."""
        if self._engine is not None:
            self._engine.kill()


def _state_folder() -> Path | None:
    """Where the log goes; None where the home can't be written."""
    try:
        return state_folder()
    except OSError:
        return None
