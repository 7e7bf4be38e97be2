"""Runs in the test's own process: what isn't about processes needn't start one, and can put its own scan in place."""

import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from app import connection
from app.audit import compared
from app.connection import Trial
from app.engine.found import Found, made_ready
from app.model import Benchmark, Profile, Target
from app.runner import Runner
from app.scan import Event
from app.store.encoded import Encoded
from app.transport.base import Secrets


class HereRunner(Runner):
    """A Runner as the wizard holds it."""

    def look(
        self,
        targets: Sequence[tuple[Target, Secrets]],
        on_event: Callable[[Event], None],
        on_found: Callable[[Found], None],
    ) -> None:
        self.start(targets, on_event, lambda scan: on_found(made_ready(scan)))

    def try_connection(
        self, target: Target, secrets: Secrets, bastions: Mapping[str, Target], cancel: threading.Event
    ) -> Trial:
        options = self._options
        return connection.try_connection(
            target, secrets, self._benchmark, cancel, ask=options.ask, bastions=bastions,
            secrets_of=options.secrets_of, gates=options.gates,
        )  # fmt: skip


class Here:
    """Held like app.engine.remote.Remote."""

    pid = None

    def prepare(self, benchmark: Benchmark) -> None:
        """Nothing has to be there before a run."""

    def runner(self, benchmark: Benchmark, profile: Profile, options: Any, *, jobs: int = 1) -> HereRunner:
        return HereRunner(benchmark, profile, options, jobs=jobs)

    def compared(self, path: Path, benchmark: Benchmark) -> Encoded:
        return compared(path, benchmark)

    def idle(self) -> bool:
        return True

    def close(self) -> None:
        """The runs are shut down by whoever has them."""
