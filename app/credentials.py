"""Secrets of targets in the operating system's keyring: the Secret Service, KWallet, the macOS or Windows store.

Nothing else will do: a store that writes plain text, asks on the terminal or forgets is refused in words, and nothing
is ever written to a file of ours. Each call has a time limit, because a locked wallet may wait for a person for ever.
"""

import getpass
import json
import queue
import secrets as random
import threading
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

import keyring
from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError, PasswordDeleteError

from app.errors import CredentialError
from app.model import Target
from app.transport.base import Secrets
from app.transport.sshconfig import applied

SERVICE = "bartizan"
PURPOSES = ("password", "passphrase", "sudo")
LIMIT = 30.0  # seconds for one call, in which a person may have to unlock the keyring
_INDEX = "index"  # an entry that lists the others by name, because keyrings can't be asked
# Modules whose stores are the operating system's own. A chain of them is taken apart.
_TRUSTED = ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
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
    """The secrets in one keyring. ``find`` gives the backend, ``limit`` is in seconds per call."""

    def __init__(self, find: Callable[[], Backend], limit: float = LIMIT) -> None:
        self._find = find
        self._limit = limit

    def load(self, target: Target) -> Secrets:
        """What is stored for this target; fields are None where nothing is. CredentialError if it can't be asked."""

        def read(backend: Backend) -> Secrets:
            return Secrets(
                **{
                    purpose: backend.get_password(SERVICE, entry)
                    for purpose in PURPOSES
                    if (entry := _entry(target, purpose)) is not None
                }
            )

        return self._limited(read)

    def save(self, target: Target, secrets: Secrets) -> None:
        """Store the secrets that there are and read them back; CredentialError if the keyring didn't keep them."""
        kept = {
            entry: value
            for purpose in PURPOSES
            if (value := getattr(secrets, purpose)) is not None and (entry := _entry(target, purpose)) is not None
        }

        def write(backend: Backend) -> None:
            for entry, value in kept.items():
                backend.set_password(SERVICE, entry, value)
                if backend.get_password(SERVICE, entry) != value:
                    raise _ForgetsError
            _write_index(backend, {*_read_index(backend), *kept})

        try:
            self._limited(write)
        except CredentialError as error:
            raise CredentialError(f"{error} The secrets are kept for this session only.") from None

    def delete(self, target: Target, purposes: Sequence[str] = PURPOSES) -> int:
        """Remove what is stored of this target for these purposes; how many secrets there were."""
        entries = [entry for purpose in purposes if (entry := _entry(target, purpose)) is not None]

        def remove(backend: Backend) -> int:
            gone = 0
            for entry in entries:
                if backend.get_password(SERVICE, entry) is not None:
                    try:
                        backend.delete_password(SERVICE, entry)
                    except PasswordDeleteError:
                        continue
                    gone += 1
            if gone:
                _write_index(backend, {*_read_index(backend)} - {*entries})
            return gone

        return self._limited(remove)

    def listed(self) -> tuple[str, ...]:
        """Names of the entries that Bartizan stored ("password audit@hv1:22"), never their contents."""
        return self._limited(lambda backend: tuple(_read_index(backend)))

    def round_trip(self) -> str:
        """Write, read and delete an entry of no worth; which keyring it was. CredentialError if that fails."""
        entry, value = f"test {random.token_hex(8)}", random.token_hex(16)

        def tried(backend: Backend) -> str:
            backend.set_password(SERVICE, entry, value)
            if backend.get_password(SERVICE, entry) != value:
                raise _ForgetsError
            backend.delete_password(SERVICE, entry)
            if backend.get_password(SERVICE, entry) is not None:
                raise _ForgetsError
            return str(getattr(backend, "name", type(backend).__name__))

        return f"{self._limited(tried)} keeps secrets"

    def _limited(self, work: Callable[[Backend], _T]) -> _T:
        """Do that in a thread of its own, within the limit; every fault becomes one sentence without a secret."""
        answers: queue.SimpleQueue[tuple[_T | None, Exception | None]] = queue.SimpleQueue()

        def run() -> None:
            try:
                answers.put((work(self._find()), None))
            except Exception as error:  # noqa: BLE001 - thread boundary: backends raise D-Bus and system errors of all kinds
                answers.put((None, error))

        threading.Thread(target=run, name="bartizan-keyring", daemon=True).start()
        try:
            answer, error = answers.get(timeout=self._limit)
        except queue.Empty:
            raise CredentialError(
                f"The keyring gave no answer within {self._limit:g} s; unlock it and try again."
            ) from None
        if error is None:
            return answer  # type: ignore[return-value] # None only where the work gives None
        if isinstance(error, CredentialError):
            raise error
        # The cause is left behind: an error of the D-Bus may hold the message, and with it the secret.
        raise CredentialError(_why(error)) from None


class _ForgetsError(Exception):
    """The keyring took a secret and doesn't give it back."""


def _why(error: Exception) -> str:
    if isinstance(error, _ForgetsError):
        return "The keyring did not keep what was written to it; look at its settings."
    if isinstance(error, NoKeyringError):
        return "This session has no keyring; start one (GNOME Keyring, KWallet), or use an agent or --secrets."
    if isinstance(error, (InitError, KeyringLocked)):
        return "The keyring is locked and was not unlocked; unlock it and try again."
    if isinstance(error, KeyringError):
        return "The keyring refused; unlock it and look at its settings."
    return f"The keyring failed ({type(error).__name__}); look at its service."


def _entry(target: Target, purpose: str) -> str | None:
    """The entry's name: by account and address for what the host asks, by file for a key's passphrase."""
    known = applied(target)
    if purpose == "passphrase":
        return f"passphrase {known.identity}" if known.identity else None
    return f"{purpose} {known.user or getpass.getuser()}@{known.address}:{known.port}"


def _read_index(backend: Backend) -> list[str]:
    try:
        names = json.loads(backend.get_password(SERVICE, _INDEX) or "[]")
    except json.JSONDecodeError:
        return []
    return sorted(name for name in names if isinstance(name, str)) if isinstance(names, list) else []


def _write_index(backend: Backend, names: set[str]) -> None:
    backend.set_password(SERVICE, _INDEX, json.dumps(sorted(names)))


def system_backend() -> Backend:
    """The operating system's keyring; CredentialError if the one that is set up is none."""
    chosen = keyring.get_keyring()
    chain = getattr(chosen, "backends", None) or [chosen]
    for backend in chain:
        home, _, name = type(backend).__module__.rpartition(".")
        if name in _TRUSTED or home.rpartition(".")[2] in _TRUSTED:
            trusted: Backend = backend
            return trusted
    if type(chosen).__module__ == "keyring.backends.fail":
        raise NoKeyringError
    raise CredentialError(
        f"The keyring that is set up ({type(chosen).__module__}) is not the operating system's own and may keep "
        "secrets in plain text, so it is not used; set up GNOME Keyring or KWallet, or use an agent or --secrets."
    )


_SYSTEM = Credentials(system_backend)


def load(target: Target) -> Secrets:
    """What the keyring holds for this target."""
    return _SYSTEM.load(target)


def save(target: Target, secrets: Secrets) -> None:
    """Store the target's secrets; CredentialError if they were not kept."""
    _SYSTEM.save(target, secrets)


def delete(target: Target, purposes: Sequence[str] = PURPOSES) -> int:
    """Remove the target's secrets; how many there were."""
    return _SYSTEM.delete(target, purposes)


def listed() -> tuple[str, ...]:
    """Names of what Bartizan stored."""
    return _SYSTEM.listed()


def round_trip() -> str:
    """Try the keyring; which one it is."""
    return _SYSTEM.round_trip()
