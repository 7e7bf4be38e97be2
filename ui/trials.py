"""Tests of connections: which run, how they ended, and how far all of them are.

The bridge's pool is the bound on how many run at once; the others wait their turn.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.bridge import Outcome

if TYPE_CHECKING:
    from app.connection import Trial
    from app.credentials import KeptSecrets
    from app.engine.remoterun import RemoteRunner
    from app.model import Target
    from app.transport.base import Secrets
    from ui.workspace import Workspace

_REFRESH = 60  # milliseconds between two signals: eyes need no more


@dataclass(frozen=True, slots=True)
class Round:
    """How far the tests are that were started together, or while others ran."""

    total: int = 0
    done: int = 0
    failed: int = 0


class Trials(QObject):
    """Starts them and keeps what they gave; ``changed`` comes a few times a second at most."""

    changed = Signal()
    ended = Signal()  # none runs any more

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._results: dict[str, Trial] = {}
        self._running: dict[str, threading.Event] = {}
        self._round = Round()
        self._round_over = threading.Event()
        self._kept: KeptSecrets | None = None  # the keyring as this round of tests sees it
        self._runner: RemoteRunner | None = None  # what tests; it knows what jump hosts refused in this round
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REFRESH)
        self._soon.timeout.connect(self.changed)

    @property
    def results(self) -> dict[str, Trial]:
        """The last trial of each target by name."""
        return self._results

    @property
    def testing(self) -> frozenset[str]:
        """Names of those that are being tested or wait for it."""
        return frozenset(self._running)

    @property
    def round(self) -> Round:
        return self._round

    def start(self, targets: Sequence[Target]) -> None:
        """Test these in the background; what is being tested already goes on."""
        fresh = [target for target in targets if target.name not in self._running]
        if not fresh:
            return
        kept = self._kept
        if not self._running or kept is None:
            self._round = Round()
            self._round_over = threading.Event()
            kept = self._begin_round()
        self._round = Round(self._round.total + len(fresh), self._round.done, self._round.failed)
        for target in fresh:
            self._results.pop(target.name, None)
            self._running[target.name] = threading.Event()
        cancels = dict(self._running)
        self._workspace.with_secrets(
            fresh, kept, self._round_over, lambda ready, secrets: self._launch(ready, secrets, cancels)
        )
        self.changed.emit()

    def _begin_round(self) -> KeptSecrets:
        """Another runner, and the keyring as this round will see it."""
        from app.look import scan_options  # noqa: PLC0415 - not before the first window
        from app.model import Profile  # noqa: PLC0415 - the same

        workspace = self._workspace
        kept = self._kept = workspace.keyring()
        over, typed = self._round_over, workspace.secrets
        options = replace(
            scan_options(ask=workspace.questions.asker()),
            secrets_of=lambda jump: typed.of(jump.name).filled(kept.of(jump, over)),
        )
        if self._runner is not None:
            self._runner.shutdown()
        self._runner = workspace.engine.runner(workspace.benchmark, Profile(), options)
        return kept

    def _launch(
        self, targets: Sequence[Target], secrets: dict[str, Secrets], cancels: dict[str, threading.Event]
    ) -> None:
        workspace, bastions, runner = self._workspace, self._workspace.machines(), self._runner
        for target in targets:
            cancel = cancels[target.name]
            if self._running.get(target.name) is not cancel:
                continue  # cancelled while the keyring was asked

            def job(target: Target = target, cancel: threading.Event = cancel) -> Trial:
                from app.connection import cancelled  # noqa: PLC0415 - not before the first window

                if cancel.is_set() or runner is None:
                    return cancelled(target)
                return runner.try_connection(target, secrets[target.name], bastions, cancel)

            workspace.bridge.network(job, partial(self._came, target.name, cancel))

    def _came(self, name: str, cancel: threading.Event, outcome: Outcome) -> None:
        if self._running.get(name) is not cancel:
            return  # cancelled, or the target is gone
        del self._running[name]
        self._workspace.went_well(outcome)
        trial: Trial | None = outcome.value
        if trial is not None:
            self._results[name] = trial
        self._count(failed=trial is None or not trial.ok)

    def _count(self, *, failed: bool) -> None:
        before = self._round
        self._round = Round(before.total, before.done + 1, before.failed + failed)
        if self._running:
            if not self._soon.isActive():
                self._soon.start()
            return
        self._soon.stop()
        self.changed.emit()
        self.ended.emit()

    def cancel(self, names: Collection[str] | None = None) -> None:
        """Stop testing these or all; the screen is told at once, the threads follow."""
        chosen = [name for name in self._running if names is None or name in names]
        for name in chosen:
            self._running.pop(name).set()
        if chosen:
            before = self._round
            self._round = Round(before.total - len(chosen), before.done, before.failed)
            self.changed.emit()
            if not self._running:
                self._round_over.set()
                self.ended.emit()

    def rename(self, old: str, new: str) -> None:
        """Let what is known follow a target to its new name; a test that runs is stopped."""
        self.cancel([old])
        if old in self._results:
            self._results[new] = replace(self._results.pop(old), target=new)

    def forget(self, names: Collection[str] | None = None) -> None:
        """Drop what is known of these targets or of all: they were changed or removed."""
        self.cancel(names)
        for name in [one for one in self._results if names is None or one in names]:
            del self._results[name]
