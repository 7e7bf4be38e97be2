"""Secrets of targets in the operating system's keyring: the Secret Service, KWallet, the macOS or Windows store.

Nothing else will do: a store that writes plain text, asks on the terminal or forgets is refused in words, and nothing
is ever written to a file of ours. Each call has a time limit, because a locked wallet may wait for a person for ever;
``KeptSecrets`` has one for a whole run. ``app.secretnames`` says under which names the secrets stand.
"""

import queue
import secrets as random
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from typing import Protocol, TypeVar

from app.errors import CredentialError, NoKeyringError
from app.language import tr
from app.model import Target
from app.secretnames import PURPOSES, SERVICE, change_names, entry_of, read_names
from app.transport.base import Secrets

LIMIT = 30.0  # seconds for one call, or all of one run, in which a person may have to unlock the keyring
_TICK = 0.1  # seconds between looks at cancel
# The operating system's own stores, by the modules of keyring that reach them. A chain of stores is taken apart.
_TRUSTED = tuple(f"keyring.backends.{name}" for name in ("SecretService", "libsecret", "kwallet", "macOS", "Windows"))
_DEFAULT = (
    "/org/freedesktop/secrets/aliases/default"  # the keyring for all that names no other (Secret Service API 0.2)
)
_T = TypeVar("_T")


class Backend(Protocol):
    """What is asked of a keyring; the methods of keyring's own backends."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret of that entry, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Write an entry."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove an entry."""


class Credentials:
    """The secrets in one keyring. ``find`` gives the backend, ``limit`` is in seconds per call.

    Every method raises CredentialError, one sentence without a secret, where the keyring can't be used.
    """

    def __init__(self, find: Callable[[], Backend], limit: float = LIMIT) -> None:
        self._find = find
        self._limit = limit

    def load(self, target: Target, *, limit: float | None = None, cancel: threading.Event | None = None) -> Secrets:
        """What is stored for this target; fields are None where nothing is."""

        def read(backend: Backend) -> Secrets:
            entries = {purpose: entry for purpose in PURPOSES if (entry := entry_of(target, purpose)) is not None}
            return Secrets(**{purpose: backend.get_password(SERVICE, entry) for purpose, entry in entries.items()})

        return self._limited(read, limit, cancel)

    def save(self, target: Target, secrets: Secrets) -> None:
        """Store the secrets that there are and read them back; CredentialError if the keyring didn't keep them."""
        kept = {
            entry: value
            for purpose in PURPOSES
            if (value := getattr(secrets, purpose)) is not None and (entry := entry_of(target, purpose)) is not None
        }

        def write(backend: Backend) -> None:
            # The names first: a name without a secret is harmless, a secret that no list shows is not.
            change_names(backend, add=kept)
            for entry, value in kept.items():
                backend.set_password(SERVICE, entry, value)
                if backend.get_password(SERVICE, entry) != value:
                    raise _ForgetsError

        if kept:
            self._limited(write)

    def delete(self, target: Target, purposes: Sequence[str] = PURPOSES) -> int:
        """Remove what is stored of this target for these purposes; how many secrets there were."""
        return self.forget([entry for purpose in purposes if (entry := entry_of(target, purpose)) is not None])

    def forget(self, entries: Sequence[str]) -> int:
        """Remove entries by the names that ``listed`` gives; how many secrets there were."""

        def remove(backend: Backend) -> int:
            gone = 0
            for entry in entries:
                if backend.get_password(SERVICE, entry) is not None:
                    backend.delete_password(SERVICE, entry)
                    if backend.get_password(SERVICE, entry) is not None:
                        raise _KeepsError
                    gone += 1
            change_names(backend, remove=entries)
            return gone

        return self._limited(remove)

    def listed(self, *, limit: float | None = None, cancel: threading.Event | None = None) -> tuple[str, ...]:
        """Names of the entries that Bartizan stored ("password audit@hv1:22"), never their contents."""
        return self._limited(lambda backend: read_names(backend).names, limit, cancel)

    def complete(self, *, limit: float | None = None, cancel: threading.Event | None = None) -> frozenset[str] | None:
        """The same names if the list is whole; None where it was spoilt, so that only asking for each entry tells."""

        def read(backend: Backend) -> frozenset[str] | None:
            found = read_names(backend)
            return frozenset(found.names) if found.whole else None

        return self._limited(read, limit, cancel)

    def round_trip(self) -> str:
        """Write, read and delete an entry of no worth; which keyring it was."""
        entry, value = f"test {random.token_hex(8)}", random.token_hex(16)

        def tried(backend: Backend) -> str:
            backend.set_password(SERVICE, entry, value)
            if backend.get_password(SERVICE, entry) != value:
                raise _ForgetsError
            backend.delete_password(SERVICE, entry)
            if backend.get_password(SERVICE, entry) is not None:
                raise _KeepsError
            return str(getattr(backend, "name", type(backend).__name__))

        return tr("{keyring} keeps secrets").format(keyring=self._limited(tried))

    def _limited(
        self, work: Callable[[Backend], _T], limit: float | None = None, cancel: threading.Event | None = None
    ) -> _T:
        """Do that in a thread of its own, within the limit; every fault becomes one sentence without a secret."""
        answers: queue.SimpleQueue[tuple[_T | None, Exception | None]] = queue.SimpleQueue()

        def run() -> None:
            try:
                answers.put((work(self._find()), None))
            except Exception as error:  # noqa: BLE001 - thread boundary: backends raise D-Bus and system errors of all kinds
                answers.put((None, error))

        try:
            threading.Thread(target=run, name="bartizan-keyring", daemon=True).start()
        except RuntimeError:
            raise CredentialError(tr("This computer allows no more threads, so the keyring can't be asked.")) from None
        allowed = self._limit if limit is None else limit
        answer, error = _wait(answers, allowed, self._limit, cancel)
        if error is None:
            return answer  # type: ignore[return-value] # None only where the work gives None
        if isinstance(error, CredentialError):
            raise error
        # The cause is left behind: an error of the D-Bus may hold the message, and with it the secret.
        raise _known(error) from None


def _wait(
    answers: "queue.SimpleQueue[tuple[_T | None, Exception | None]]",
    allowed: float,
    limit: float,
    cancel: threading.Event | None,
) -> tuple[_T | None, Exception | None]:
    end = time.monotonic() + allowed
    while (left := end - time.monotonic()) > 0:
        if cancel is not None and cancel.is_set():
            raise CredentialError(tr("Asking the keyring was cancelled."))
        with suppress(queue.Empty):
            return answers.get(timeout=min(_TICK, left))
    raise CredentialError(
        tr("The keyring gave no answer within {seconds} s; unlock it and try again.").format(seconds=f"{limit:g}")
    )


class KeptSecrets:
    """The keyring as one run sees it: one limit for all targets together, and one sentence once it fails.

    ``say`` gets the error with that sentence. From then on nothing is asked of the keyring, and no target has saved
    secrets. Safe from any thread; whoever comes while another one asks waits its turn.
    """

    def __init__(
        self, say: Callable[[CredentialError], None], store: Credentials | None = None, limit: float = LIMIT
    ) -> None:
        self._say = say
        self._store = store or _SYSTEM
        self._left = limit
        self._works = True
        self._names: frozenset[str] | None = None
        self._listed = False
        self._turn = threading.Lock()

    def of(self, target: Target, cancel: threading.Event | None = None) -> Secrets:
        """What the keyring holds for the target; empty where there is nothing, or no keyring, or it was cancelled."""
        while not self._turn.acquire(timeout=_TICK):
            if cancel is not None and cancel.is_set():
                return Secrets()
        try:
            return self._of(target, cancel)
        finally:
            self._turn.release()

    def _of(self, target: Target, cancel: threading.Event | None) -> Secrets:
        if not self._works or target.transport == "local":
            return Secrets()
        began = time.monotonic()
        try:
            if not self._listed:
                self._names = self._store.complete(limit=self._left, cancel=cancel)
                self._listed = True
            if self._names is not None and not self._names & {entry_of(target, purpose) for purpose in PURPOSES}:
                return Secrets()
            return self._store.load(target, limit=self._left - (time.monotonic() - began), cancel=cancel)
        except CredentialError as error:
            if cancel is None or not cancel.is_set():
                self._works = False
                self._say(error)
            return Secrets()
        finally:
            self._left -= time.monotonic() - began


class _ForgetsError(Exception):
    """The keyring took a secret and doesn't give it back."""


class _KeepsError(Exception):
    """The keyring was told to delete a secret and still has it."""


def _known(error: Exception) -> CredentialError:
    from keyring import errors  # noqa: PLC0415 - see system_backend

    if isinstance(error, errors.NoKeyringError):
        return NoKeyringError(
            tr("This session has no keyring; start one (GNOME Keyring, KWallet), or use an agent or --secrets.")
        )
    if isinstance(error, _ForgetsError):
        return CredentialError(tr("The keyring did not keep what was written to it; look at its settings."))
    if isinstance(error, _KeepsError):
        return CredentialError(
            tr("The keyring did not delete what it was told to; delete it with the keyring's own program.")
        )
    if isinstance(error, _NotLoadedError):
        return CredentialError(
            tr(
                "The keyring that is set up can't be loaded ({error}); look at PYTHON_KEYRING_BACKEND and "
                "at keyringrc.cfg."
            ).format(error=error)
        )
    if isinstance(error, (errors.InitError, errors.KeyringLocked)):
        return CredentialError(tr("The keyring is locked and was not unlocked; unlock it and try again."))
    if isinstance(error, errors.KeyringError):
        return CredentialError(tr("The keyring refused; unlock it and look at its settings."))
    return CredentialError(tr("The keyring failed ({kind}); look at its service.").format(kind=type(error).__name__))


class _NotLoadedError(Exception):
    """What is configured as the keyring is no keyring; its text is the name of the error."""


def system_backend() -> Backend:
    """The operating system's keyring; CredentialError if the one that is set up is none.

    keyring itself is imported here, within the time limit: it asks the D-Bus while it looks for stores.
    """
    import keyring  # noqa: PLC0415 - see above
    from keyring import errors  # noqa: PLC0415 - the same

    try:
        chosen = keyring.get_keyring()
    except Exception as error:  # noqa: BLE001 - keyring's settings name a module that it imports: anything may be raised
        raise _NotLoadedError(type(error).__name__) from None
    for backend in getattr(chosen, "backends", None) or [chosen]:
        module = type(backend).__module__
        if any(module == name or module.startswith(f"{name}.") for name in _TRUSTED):
            trusted: Backend = backend
            return trusted
    if type(chosen).__module__ in ("keyring.backends.fail", "keyring.backends.chainer"):
        raise errors.NoKeyringError
    raise CredentialError(
        tr(
            "The keyring that is set up ({module}) is not the operating system's own and may keep secrets "
            "in plain text, so it is not used; set up GNOME Keyring or KWallet, or use an agent or "
            "--secrets."
        ).format(module=type(chosen).__module__)
    )


class Unopened:
    """The Secret Service where there may be no keyring yet: only what is kept has one made.

    Looking for a secret there would have a person choose the password of a new keyring, and find nothing in it.
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.name = str(getattr(backend, "name", type(backend).__name__))

    def get_password(self, service: str, username: str) -> str | None:
        """The secret of that entry; None without a look where there is no keyring."""
        return self._backend.get_password(service, username) if self._is_there() else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Write an entry, for which a keyring may be made."""
        self._backend.set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        """Remove an entry."""
        self._backend.delete_password(service, username)

    def _is_there(self) -> bool:
        """Whether there is a keyring to look into; its own errors are the backend's to tell."""
        import secretstorage  # noqa: PLC0415 - what the backend itself reaches the service with, on Linux alone

        with suppress(secretstorage.SecretStorageException), closing(secretstorage.dbus_init()) as bus:
            try:
                secretstorage.Collection(bus, getattr(self._backend, "preferred_collection", _DEFAULT))
            except secretstorage.ItemNotFoundException:
                return False
        return True


def unobtrusive_backend() -> Backend:
    """The operating system's keyring, asked so that nobody has to make one for nothing."""
    backend = system_backend()
    return Unopened(backend) if type(backend).__module__ == "keyring.backends.SecretService" else backend


_SYSTEM = Credentials(unobtrusive_backend)


def load(target: Target) -> Secrets:
    """What the keyring holds for this target."""
    return _SYSTEM.load(target)


def save(target: Target, secrets: Secrets) -> None:
    """Store the target's secrets; CredentialError if they were not kept."""
    _SYSTEM.save(target, secrets)


def delete(target: Target, purposes: Sequence[str] = PURPOSES) -> int:
    """Remove the target's secrets; how many there were."""
    return _SYSTEM.delete(target, purposes)


def forget(entries: Sequence[str]) -> int:
    """Remove entries by their listed names; how many secrets there were."""
    return _SYSTEM.forget(entries)


def listed() -> tuple[str, ...]:
    """Names of what Bartizan stored."""
    return _SYSTEM.listed()


def round_trip() -> str:
    """Try the keyring; which one it is."""
    return _SYSTEM.round_trip()
