"""Tests of connections, as the Hosts step asks for them, and the host keys that a person believes after one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from app.errors import UnknownHostKeyError
from ui.bridge import Outcome
from ui.workspace import Workspace


class HostTests(QObject):
    """What is learnt stands in the workspace's trials."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def test(self, names: Sequence[str]) -> None:
        """Try to log in to these machines of the audit."""
        audit = self._workspace.audit
        if audit is not None:
            self._workspace.trials.start([one for one in audit.targets if one.name in names])

    @Slot()
    def test_all(self) -> None:
        """Try to log in to every machine of the audit."""
        audit = self._workspace.audit
        if audit is not None:
            self._workspace.trials.start(audit.targets)

    @Slot(str)
    def accept(self, name: str) -> None:
        """Believe the key that this host showed, and try again."""
        trial = self._workspace.trials.results.get(name)
        if trial is not None and trial.unknown_key is not None:
            self._workspace.accept_keys([trial.unknown_key], partial(self._accepted, [name]))

    def accept_several(self, errors: Sequence[UnknownHostKeyError]) -> None:
        """Believe these keys, and try again every host that showed one of them."""
        keys = {(error.host, error.port, error.key_base64) for error in errors}
        names = [
            name
            for name, trial in self._workspace.trials.results.items()
            if (key := trial.unknown_key) is not None and (key.host, key.port, key.key_base64) in keys
        ]
        if errors:
            self._workspace.accept_keys(errors, partial(self._accepted, names))

    def _accepted(self, names: Sequence[str], outcome: Outcome) -> None:
        if self._workspace.went_well(outcome):
            self.test(names)
