"""The open audit with the secrets of its hosts: what was typed is kept for the session, the keyring fills the gaps."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import ConnectError, CredentialError, UnknownHostKeyError
from ui.beside import AuditBeside
from ui.bridge import Bridge, Outcome
from ui.settings import Settings

if TYPE_CHECKING:
    from app.credentials import KeptSecrets
    from app.model import Target
    from app.screen.sessionsecrets import SessionSecrets
    from app.transport.base import Secrets


class HostSecrets(AuditBeside):
    """The keyring is only ever asked by a thread of the bridge: it may hang for as long as it likes."""

    secrets_changed = Signal()  # what is kept for this session

    def __init__(self, settings: Settings, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(settings, bridge, parent)
        self._secrets: SessionSecrets | None = None

    def close_audit_quietly(self) -> None:
        self._secrets = None
        super().close_audit_quietly()

    @property
    def secrets(self) -> SessionSecrets:
        """What was typed for the targets in this session."""
        if self._secrets is None:
            from app.screen.sessionsecrets import SessionSecrets  # noqa: PLC0415 - not before the first window

            self._secrets = SessionSecrets()
        return self._secrets

    def secrets_of(self, target: str) -> Secrets:
        """What was typed for a target in this session."""
        return self.secrets.of(target)

    def set_secrets(self, target: str, secrets: Secrets) -> None:
        """Keep them in memory for this session."""
        self.secrets.keep(target, secrets)
        self.secrets_changed.emit()

    @Slot(str, str, str)
    def keep_secret(self, target: str, purpose: str, secret: str) -> None:
        """Keep one more secret of a target: what was answered to a question for it."""
        self.set_secrets(target, replace(self.secrets.of(target), **{purpose: secret}))

    def forget_secrets(self) -> int:
        """Drop what was typed; for how many targets there was something."""
        count = self.secrets.forget()
        self.secrets_changed.emit()
        return count

    def give_secrets(self, names: Collection[str], secrets: Secrets) -> None:
        """Let several targets have the same secrets, besides what each has."""
        from app.screen.sessionsecrets import is_empty  # noqa: PLC0415 - not before the first window

        if not is_empty(secrets):
            for name in names:
                self.secrets.keep(name, secrets.filled(self.secrets.of(name)))
            self.secrets_changed.emit()

    def remember(self, targets: Sequence[Target], secrets: Secrets, done: Callable[[Outcome], None]) -> None:
        """Put secrets into the keyring for each of these, in the side pool."""

        def job() -> None:
            from app import credentials  # noqa: PLC0415 - keyring is looked for only when it is wanted

            try:
                for target in targets:
                    credentials.save(target, secrets)
            except CredentialError as error:
                raise CredentialError(f"{error} It is kept for this session only.") from None

        self.bridge.side(job, done)

    def machines(self) -> dict[str, Target]:
        """The machines of the audit by name: any may lie on the way to another."""
        return {} if self.audit is None else {target.name: target for target in self.audit.targets}

    def keyring(self) -> KeptSecrets:
        """The keyring for a run, or for tests that go on together: asked until it fails, which is said once."""
        from app.credentials import KeptSecrets  # noqa: PLC0415 - not before the first window

        post = self.bridge.post
        return KeptSecrets(lambda error: post(self._keyring_failed, error))

    def _keyring_failed(self, error: CredentialError) -> None:
        self.message.emit("error", self.tr("{sentence} Going on without saved passwords.").format(sentence=error))

    def with_secrets(
        self,
        targets: Sequence[Target],
        kept: KeptSecrets,
        cancel: threading.Event,
        then: Callable[[Sequence[Target], dict[str, Secrets]], None],
    ) -> None:
        """Go on with the targets whose secrets are there, and with the others once the keyring was asked.

        Nobody waits for a keyring without need, and ``cancel`` ends the wait.
        """
        from app.screen.sessionsecrets import asks_keyring, completed  # noqa: PLC0415 - not before the first window

        typed = {target.name: self.secrets.of(target.name) for target in targets}
        waiting = [target for target in targets if asks_keyring(target, typed[target.name])]
        ready = [target for target in targets if target not in waiting]
        if ready:
            then(ready, typed)
        if not waiting:
            return

        def came(outcome: Outcome) -> None:
            if outcome.bug is not None:
                self.bug.emit(outcome.bug)
            then(waiting, typed | (outcome.value or {}))

        self.bridge.side(lambda: completed(waiting, typed, lambda one: kept.of(one, cancel)), came)

    def accept_keys(self, errors: Sequence[UnknownHostKeyError], done: Callable[[Outcome], None]) -> None:
        """Believe these host keys from now on; they are written in the background."""

        def accept() -> None:
            from app.places import own_known_hosts  # noqa: PLC0415 - not before the first window
            from app.transport.hostkeys import accept_host_key  # noqa: PLC0415 - paramiko costs a quarter of a second

            path = own_known_hosts()
            try:
                for error in errors:
                    accept_host_key(path, error)
            except OSError as error:
                text = f"{path}: the host key could not be stored ({error.strerror}); make that file writable."
                raise ConnectError("host-key-unknown", text) from error

        self.bridge.reading(accept, done)
