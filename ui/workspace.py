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
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.errors import CredentialError, UnknownHostKeyError
from app.logbook import Logbook
from app.places import state_folder
from ui.beside import AuditBeside
from ui.bridge import Bridge, Outcome
from ui.settings import Settings
from ui.theme import Theme

if TYPE_CHECKING:
    from app.connection import Trial
    from app.credentials import KeptSecrets
    from app.model import Target
    from app.progress import RunProgress
    from app.runner import Runner
    from app.scan import Event, TargetScan
    from app.transport.base import Secrets
    from ui.models.feed import Feed

_LOG = logging.getLogger("bartizan")
_REFRESH = 60  # milliseconds between two refreshes of a run: eyes need no more


class Workspace(AuditBeside):
    """Passed to every step; its signals say what changed and where to go."""

    run_changed = Signal()
    run_ended = Signal()
    goto = Signal(str)  # a step
    show_finding = Signal(str, object)  # item, target or None
    show_list = Signal(str, object)  # chapter, filters
    trial_done = Signal(object)  # a Trial

    def __init__(self, settings: Settings, theme: Theme, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(settings, bridge, parent)
        self.theme = theme
        self.logbook = Logbook(_state_folder())
        self.run: RunProgress | None = None
        self.feed: Feed | None = None
        self._runner: Runner | None = None
        self._secrets: dict[str, Secrets] = {}
        self._kept: KeptSecrets | None = None
        self._trials = 0
        self._trial_cancel = threading.Event()
        self._run_cancel = threading.Event()
        self._called_off: set[str] = set()  # cancelled while the keyring was still asked for them
        self.run_ended.connect(self.compare_again)
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(_REFRESH)
        self._refresh.timeout.connect(self.run_changed)

    def close_audit_quietly(self) -> None:
        """Cancel the run and let go of audit and secrets, when there is nobody left to tell."""
        if self._runner is not None:
            self._runner.shutdown()
            self._runner = None
        self.run = self.feed = None
        self._secrets.clear()
        super().close_audit_quietly()

    # --- secrets and trials -------------------------------------------------------------------------------------

    def secrets_of(self, target: str) -> Secrets:
        """What was typed for a target in this session."""
        from app.transport.base import Secrets  # noqa: PLC0415 - not before the first window

        return self._secrets.get(target, Secrets())

    def set_secrets(self, target: str, secrets: Secrets) -> None:
        """Keep them in memory for this session."""
        self._secrets[target] = secrets

    def remember(self, target: Target, secrets: Secrets, done: Callable[[Outcome], None]) -> None:
        """Put secrets into the keyring, in the side pool."""

        def job() -> None:
            from app import credentials  # noqa: PLC0415 - keyring is looked for only when it is wanted

            try:
                credentials.save(target, secrets)
            except CredentialError as error:
                raise CredentialError(f"{error} It is kept for this session only.") from None

        self.bridge.side(job, done)

    def try_connection(self, target: Target) -> None:
        """Test in the background; ``trial_done`` tells."""
        benchmark = self.benchmark
        typed = self.secrets_of(target.name)
        bastions = self._machines()
        cancel = self._trial_cancel
        kept = self._keyring(fresh=not self._trials)
        self._trials += 1

        def job() -> Trial:
            from app.connection import try_connection  # noqa: PLC0415 - paramiko costs a quarter of a second

            return try_connection(
                target,
                typed.filled(kept.of(target, cancel)),
                benchmark,
                cancel,
                bastions=bastions,
                secrets_of=lambda jump: self.secrets_of(jump.name).filled(kept.of(jump, cancel)),
            )

        self.bridge.network(job, self._trial_came)

    def _machines(self) -> dict[str, Target]:
        """The machines of the audit by name: any may lie on the way to another."""
        return {} if self.audit is None else {target.name: target for target in self.audit.targets}

    def _keyring(self, *, fresh: bool) -> KeptSecrets:
        """The keyring for a run or for trials that go on together: it is asked until it fails, which is said once."""
        if fresh or self._kept is None:
            from app.credentials import KeptSecrets  # noqa: PLC0415 - not before the first window

            post = self.bridge.post
            self._kept = KeptSecrets(lambda error: post(self._keyring_failed, error))
        return self._kept

    def _keyring_failed(self, error: CredentialError) -> None:
        self.message.emit("error", self.tr("{sentence} Going on without saved passwords.").format(sentence=error))

    def _trial_came(self, outcome: Outcome) -> None:
        self._trials -= 1
        if outcome.bug is not None:
            self.bug.emit(outcome.bug)
        elif outcome.error is not None:
            self.message.emit("fail", str(outcome.error))
        else:
            self.trial_done.emit(outcome.value)

    def accept_key(self, error: UnknownHostKeyError) -> bool:
        """Believe this host key from now on."""

        def accept() -> bool:
            from app.places import own_known_hosts  # noqa: PLC0415 - not before the first window
            from app.transport.hostkeys import accept_host_key  # noqa: PLC0415 - paramiko costs a quarter of a second

            accept_host_key(own_known_hosts(), error)
            return True

        return bool(self.attempt(accept))

    # --- a run --------------------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        return self.run is not None and self.run.running

    def start_run(self, names: Sequence[str] | None = None) -> bool:
        """Look at these targets, or at all of the audit."""
        return bool(self.attempt(lambda: self._start(names)))

    def _start(self, names: Sequence[str] | None) -> bool:
        from app import progress  # noqa: PLC0415 - not before the first window
        from app.look import scan_options  # noqa: PLC0415 - the same
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
        kept, cancel = self._keyring(fresh=not joins), self._run_cancel
        if not joins:
            self.audit.start_run([target.name for target in chosen])
            options = replace(
                scan_options(limits=self.settings.limits()),
                bastions=self._machines(),
                secrets_of=lambda jump: self.secrets_of(jump.name).filled(kept.of(jump, cancel)),
            )
            self._runner = self.audit.runner(options, jobs=self.settings.jobs())
        if self.feed is None:
            self.feed = Feed(self.benchmark)
        self._called_off.difference_update(target.name for target in chosen)
        self.run = progress.begin(self.run, [target.name for target in chosen], monotonic())
        runner = self._runner
        if runner is None:
            return False
        for remark in remarks(chosen):
            self.message.emit("info", remark)
        _LOG.info("Run over %s", ", ".join(target.name for target in chosen))
        self.run_changed.emit()
        waiting = [target for target in chosen if target.transport == "ssh"]
        ready = [(target, self.secrets_of(target.name)) for target in chosen if target not in waiting]
        if ready:
            self._launch(runner, ready)
        if waiting:  # the keyring may block, and mustn't hold up the screen
            typed = {target.name: self.secrets_of(target.name) for target in waiting}
            self.bridge.side(
                lambda: [(target, typed[target.name].filled(kept.of(target, cancel))) for target in waiting],
                lambda outcome: self._secrets_came(runner, waiting, cancel, outcome),
            )
        return True

    def _secrets_came(
        self, runner: Runner, waiting: Sequence[Target], cancel: threading.Event, outcome: Outcome
    ) -> None:
        if outcome.error is not None:
            self.message.emit("error", str(outcome.error))
        if outcome.bug is not None:
            self.bug.emit(outcome.bug)
        pairs = outcome.value or [(target, self.secrets_of(target.name)) for target in waiting]
        if runner is self._runner:
            self._launch(runner, pairs)
            for target in waiting:
                if cancel.is_set() or target.name in self._called_off:
                    runner.cancel(target.name)

    def _launch(self, runner: Runner, pairs: Sequence[tuple[Target, Secrets]]) -> None:
        post = self.bridge.post
        runner.start(
            pairs,
            lambda event: post(self._event_came, (runner, event)),
            lambda scan: post(self._scan_came, (runner, scan)),
        )

    def _event_came(self, value: tuple[Runner, Event]) -> None:
        from app import progress  # noqa: PLC0415 - already imported by now

        runner, event = value
        if runner is not self._runner or self.run is None:
            return
        self.run = progress.apply(self.run, event, monotonic())
        if self.feed is not None:
            self.feed.add(event, datetime.now().astimezone())
        self._soon()

    def _scan_came(self, value: tuple[Runner, TargetScan]) -> None:
        from app import progress  # noqa: PLC0415 - already imported by now

        runner, scan = value
        if runner is not self._runner or self.run is None or self.audit is None:
            return
        audit, name = self.audit, scan.state.target.name
        self.attempt(lambda: audit.record(scan))
        _LOG.info("%s: %s", name, scan.state.error or f"looked at in {scan.state.seconds:.1f} s")
        self.run = progress.end(self.run, name, monotonic(), error=scan.state.error, error_kind=scan.state.error_kind)
        self.saved = datetime.now().astimezone()
        if self.feed is not None:
            self.feed.ended(scan.state, self.saved)
        if self.run.running:
            self._soon()
            return
        self.attempt(audit.finish_run)
        self.run_changed.emit()
        self.changed.emit()
        self.run_ended.emit()

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

    def cancel_run(self, target: str | None = None) -> None:
        """Stop looking at one target or all; what was learnt is kept."""
        if self._runner is not None:
            self._runner.cancel(target)
        if target is None:
            self._run_cancel.set()
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

        ``since``: with what changed since the earlier audit; ``certificate``: signed with that file and passphrase.
        """
        if self.audit is None:
            return
        path, benchmark, chosen = self.audit.path, self.benchmark, self.comparison() if since else ""
        earlier = int(chosen[1:]) if chosen.startswith("#") else Path(chosen) if chosen else None

        def job() -> tuple[Path, ...]:
            from app.exporting import export  # noqa: PLC0415 - reportlab costs a fifth of a second
            from app.report.signature import load  # noqa: PLC0415 - few sign digitally

            signer = load(certificate[0], certificate[1] or None) if certificate is not None else None
            return export(path, benchmark, outputs, since=earlier, signer=signer)

        self.bridge.side(job, done)

    def idle(self) -> bool:
        """Whether nothing runs in the background."""
        return (self._runner is None or self._runner.idle()) and self.bridge.idle()

    @Slot()
    def shut_down(self) -> None:
        """Cancel everything; returns at once."""
        self._trial_cancel.set()
        self._run_cancel.set()
        if self._runner is not None:
            self._runner.shutdown()
        self.logbook.close()


def _state_folder() -> Path | None:
    """Where the log goes; None where the home can't be written."""
    try:
        return state_folder()
    except OSError:
        return None
