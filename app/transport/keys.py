"""The one key that was chosen for a host, from its file (with its certificate) or from the SSH agent."""

import contextlib
import copy
import hashlib
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from paramiko import PKey
from paramiko.pkey import PublicBlob
from paramiko.ssh_exception import SSHException

from app.errors import ConnectError
from app.language import tr
from app.places import KEY_NAMES, at_home
from app.transport import certificate
from app.transport.agent import Agent, AgentError, AgentKey, open_agent
from app.transport.keyfile import KeyFile, Kind, public_of, read_key_file
from app.transport.regular import read_regular

MOST_KEYS = 6  # keys of an agent that are offered: a host hangs up after that many (MaxAuthTries)
_LARGEST = 1 << 20  # bytes of a public key or certificate; none is larger
_loaded: dict[bytes, PKey] = {}
_loading = threading.Lock()


@dataclass(frozen=True, slots=True)
class Offer:
    """Keys in the order in which they are offered, and remarks that explain it if the host takes none."""

    keys: tuple[PKey, ...]
    remarks: tuple[str, ...] = ()


class AgentDoor:
    """The agent, opened when first needed and closed with the ``with`` block, or by the watchdog's cut."""

    def __init__(self, path: str, limit: float, watch: Callable[[Callable[[], None]], None]) -> None:
        self._path = path
        self._limit = limit
        self._watch = watch
        self._agent: Agent | None = None
        self.state = tr("is not running")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._agent is not None:
            self._agent.close()

    def keys(self) -> tuple[AgentKey, ...]:
        """What the agent holds; none where there is no agent, and ``state`` says why."""
        if self._agent is None:
            self._agent = open_agent(self._path, self._limit)
            if self._agent is None:
                return ()
            self._watch(self._agent.close)
        try:
            found = self._agent.keys()
        except AgentError as error:
            self.state = tr("gives no list of keys ({error})").format(error=error)
            return ()
        self.state = tr("holds no key; it is empty, or locked (ssh-add -X opens it)") if not found else tr("holds keys")
        return found


def default_files() -> tuple[str, ...]:
    """Where the key files are that ssh would offer unasked."""
    folder = at_home("~/.ssh")
    return tuple(str(folder / name) for name in KEY_NAMES)


def agent_offer(door: AgentDoor, only: Sequence[str] | None = None) -> Offer:
    """The keys of the agent, at most as many as a host listens to; with IdentitiesOnly those of the files ``only``."""
    keys = door.keys()
    if only is not None:
        wanted = {_public_half(Path(name)) for name in only}
        chosen = [key for key in keys if key.blob in wanted or any(_certifies(key.blob, one) for one in wanted)]
        if keys and not chosen:
            door.state = tr("holds no key of the files that IdentitiesOnly leaves")
        return Offer(tuple(chosen[:MOST_KEYS]))
    return Offer(keys[:MOST_KEYS])


def _public_half(file: Path) -> bytes:
    """The public half of a key file, from itself or from the .pub beside it; nothing where neither tells."""
    with contextlib.suppress(OSError, ValueError):
        if found := read_key_file(file).public:
            return found
    with contextlib.suppress(OSError, ValueError):
        return public_of(read_regular(Path(f"{file}.pub"), _LARGEST))
    return b""


def load_keys(
    where: str,
    user: str,
    path: str,
    *,
    certificate_path: str,
    configured: Sequence[str] = (),
    door: AgentDoor,
    passphrase: Callable[[Path], str | None],
) -> Offer:
    """What the file at that path stands for: its private key, or the agent's key of that public half.

    ``certificate_path`` is the certificate that a person named, ``configured`` those that the SSH configuration lists
    for several keys. ConnectError (key-unreadable) says what the file is instead. ``passphrase`` is called only for an
    encrypted key that the agent doesn't hold.
    """
    file = at_home(path)
    if path.endswith("-cert.pub"):
        file, certificate_path = at_home(path.removesuffix("-cert.pub")), certificate_path or path
    try:
        key_file = read_key_file(file)
    except (OSError, ValueError) as error:
        why = (error.strerror if isinstance(error, OSError) else "") or tr("not the name of a file")
        raise ConnectError(
            "key-unreadable",
            tr("{where}: the private key {file} can't be read ({why}); name another one.").format(
                where=where, file=file, why=why
            ),
        ) from error
    found = _signers(where, key_file, door, passphrase)
    named = certificate_path or _fitting(configured, found[-1])
    return _with_certificate(where, user, file, named, found)


def _signers(where: str, file: KeyFile, door: AgentDoor, passphrase: Callable[[Path], str | None]) -> tuple[PKey, ...]:
    """What signs for that file: certificates that the agent holds for it first, then the key."""
    if file.kind is Kind.PRIVATE:
        if file.mode:
            raise ConnectError(
                "key-unreadable",
                tr(
                    "{where}: the private key {path} can be read by others (mode {mode:04o}), so it is not "
                    "used, as ssh does not use it; run chmod 600 on it."
                ).format(where=where, path=file.path, mode=file.mode),
            )
        try:
            return (_plain(file),)
        except TypeError:  # encrypted
            pass
        except (ValueError, SSHException) as error:
            raise _unusable(where, file, str(error)) from error
        if held := _held(file, door):
            return held
        if (given := passphrase(file.path)) is None:
            raise ConnectError(
                "key-unreadable",
                tr(
                    "{where}: the private key {path} has a passphrase and none was given; give it, or add "
                    "the key to the agent with ssh-add."
                ).format(where=where, path=file.path),
            )
        try:
            return (file.load(given),)
        except (TypeError, ValueError, SSHException) as error:
            raise ConnectError(
                "key-unreadable",
                tr("{where}: the passphrase does not open the private key {path}; correct it.").format(
                    where=where, path=file.path
                ),
            ) from error
    if file.kind in (Kind.PUBLIC, Kind.SECURITY_KEY) and (held := _held(file, door)):
        return held
    raise ConnectError("key-unreadable", f"{where}: {file.path} {_what(file.kind, door.state)}")


def _what(kind: Kind, agent: str) -> str:
    return {
        Kind.PUTTY: tr(
            "is a PuTTY key, which only PuTTY reads; convert it with `puttygen KEY.ppk -O "
            "private-openssh -o KEY` and name the new file."
        ),
        Kind.PUBLIC: tr(
            "is a public key, and the agent {agent}; name the private key, or add it to the agent with ssh-add."
        ),
        Kind.CERTIFICATE: tr("is a certificate; name the private key that it belongs to."),
        Kind.DSA: tr("is a DSA key, which no current SSH server takes; make a new one with ssh-keygen -t ed25519."),
        Kind.SECURITY_KEY: tr(
            "is the handle of a security key, which signs through the agent alone, and the "
            "agent {agent}; add it with ssh-add."
        ),
        Kind.OTHER: tr("is no private key that Bartizan can use (ed25519, ecdsa or rsa); name another one."),
    }[kind].format(agent=agent)


def _unusable(where: str, file: KeyFile, why: str) -> ConnectError:
    kind = Kind.DSA if why == "DSA" else Kind.OTHER
    return ConnectError("key-unreadable", f"{where}: {file.path} {_what(kind, '')}")


def _plain(file: KeyFile) -> PKey:
    """An unencrypted key, parsed once for all hosts."""
    with _loading:
        digest = hashlib.sha256(file.content).digest()
        if digest not in _loaded:
            _loaded[digest] = file.load(None)
        return _loaded[digest]


def _held(file: KeyFile, door: AgentDoor) -> tuple[AgentKey, ...]:
    """The agent's key of that file, by its public half, with the agent's certificates for it before it."""
    public = file.public or _public_half(file.path)
    if not public:
        return ()
    keys = door.keys()
    alone = tuple(key for key in keys if key.blob == public)
    certified = tuple(key for key in keys if key.kind.endswith(certificate.SUFFIX) and _certifies(key.blob, public))
    if keys and not alone:
        door.state = tr("does not hold its private half")
    return (*certified, *alone)


def _certifies(blob: bytes, public: bytes) -> bool:
    try:
        return certificate.parse(blob).key == public
    except ValueError:
        return False


def _fitting(configured: Sequence[str], key: PKey) -> str:
    """The first of these certificates that is about the key, or none."""
    for name in configured:
        with contextlib.suppress(OSError, ValueError):
            if certificate.parse(public_of(read_regular(at_home(name), _LARGEST))).key == key.asbytes():
                return name
    return ""


def _with_certificate(where: str, user: str, file: Path, named: str, found: Sequence[PKey]) -> Offer:
    """The key with its certificate and then alone, as OpenSSH offers it; an outdated certificate stays away."""
    path = at_home(named) if named else Path(f"{file}-cert.pub")
    try:
        blob = public_of(read_regular(path, _LARGEST))
    except (OSError, ValueError) as error:
        if named:
            why = (error.strerror if isinstance(error, OSError) else "") or tr("not the name of a file")
            raise ConnectError(
                "key-unreadable",
                tr("{where}: the certificate {path} can't be read ({why}); name another one.").format(
                    where=where, path=path, why=why
                ),
            ) from error
        return Offer(tuple(found))
    try:
        read = certificate.parse(blob)
    except ValueError as error:
        if not named:
            return Offer(tuple(found), (tr("{path} is no OpenSSH certificate").format(path=path),))
        raise ConnectError(
            "key-unreadable",
            tr("{where}: {path} is no OpenSSH certificate; ssh-keygen -s makes one.").format(where=where, path=path),
        ) from error
    key = found[-1]
    if read.key != key.asbytes():
        return Offer(
            tuple(found),
            (tr("the certificate {path} belongs to another key than {file}").format(path=path, file=file),),
        )
    if read.role != certificate.USER:
        return Offer(tuple(found), (tr("{path} is a certificate for hosts, not for users").format(path=path),))
    if fault := read.out_of_date():
        return Offer(tuple(found), (tr("the certificate {path} {fault}").format(path=path, fault=fault),))
    remarks: tuple[str, ...] = ()
    if user not in read.principals:
        names = ", ".join(read.principals[:8]) or "nobody"
        remarks = (
            tr("the certificate {path} is for {names}, not for {user}").format(path=path, names=names, user=user),
        )
    return Offer((_certified(key, read.kind, blob), *found), remarks)


def _certified(key: PKey, kind: str, blob: bytes) -> PKey:
    """The same key, offered by its certificate; the cached key is left as it is."""
    if isinstance(key, AgentKey):
        return key.certified(blob)
    made = copy.copy(key)
    made.public_blob = PublicBlob(kind, blob)
    return made
