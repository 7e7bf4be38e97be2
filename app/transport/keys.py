"""Private keys: files (with their certificate beside them) and the SSH agent."""

import contextlib
import copy
import os
import socket
import threading
from collections.abc import Sequence
from pathlib import Path

from paramiko import PKey
from paramiko.agent import AgentKey, AgentSSH
from paramiko.pkey import UnknownKeyType
from paramiko.ssh_exception import SSHException

from app.errors import ConnectError

_MOST = 6  # keys of an agent that are offered: a host hangs up after that many (MaxAuthTries)
_loaded: dict[tuple[str, int, int], PKey] = {}
_loading = threading.Lock()


def load_keys(where: str, path: str, passphrase: str | None, agents: contextlib.ExitStack) -> Sequence[PKey]:
    """The private key in that file, with its certificate first if there is one; ConnectError (key-unreadable) if not.

    An unencrypted key is parsed once for all hosts. An encrypted one without a passphrase may be in the agent, whose
    connection then lives as long as ``agents``.
    """
    file = Path(path).expanduser()
    try:
        return _variants(_plain(file))
    except OSError as error:
        raise ConnectError(
            "key-unreadable", f"{where}: the private key {file} can't be read ({error.strerror}); name another one."
        ) from error
    except (TypeError, SSHException):
        pass  # encrypted: cryptography says TypeError, paramiko PasswordRequiredException
    except (UnknownKeyType, ValueError) as error:
        raise _no_key(where, file) from error
    if passphrase is not None:
        return _variants(_encrypted(where, file, passphrase))
    if (key := _of_agent(file, agents)) is not None:
        return (key,)
    raise ConnectError(
        "key-unreadable",
        f"{where}: the private key {file} has a passphrase and none was given; give it, or add the key to the agent "
        "with ssh-add.",
    )


def _plain(file: Path) -> PKey:
    facts = file.stat()
    version = (str(file), facts.st_mtime_ns, facts.st_size)
    with _loading:
        if version not in _loaded:
            _loaded[version] = PKey.from_path(file, None)
        return _loaded[version]


def _encrypted(where: str, file: Path, passphrase: str) -> PKey:
    try:
        return PKey.from_path(file, passphrase.encode())  # type: ignore[arg-type] # bytes are what it hands on
    except (ValueError, SSHException) as error:
        raise ConnectError(
            "key-unreadable", f"{where}: the passphrase does not open the private key {file}; correct it."
        ) from error
    except (UnknownKeyType, TypeError) as error:
        raise _no_key(where, file) from error


def _variants(key: PKey) -> Sequence[PKey]:
    """With its certificate, then alone, as OpenSSH offers it; the cached key is left as it is."""
    if getattr(key, "public_blob", None) is None:
        return (key,)
    alone = copy.copy(key)
    alone.public_blob = None
    return key, alone


def _no_key(where: str, file: Path) -> ConnectError:
    return ConnectError(
        "key-unreadable",
        f"{where}: {file} is no private key that Bartizan can use (ed25519, ecdsa or rsa); name another one.",
    )


class _Agent(AgentSSH):
    """The agent behind SSH_AUTH_SOCK, with a limit on how long it may think (a person may have to confirm)."""

    def __init__(self, path: str, limit: float) -> None:
        super().__init__()
        pipe = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        pipe.settimeout(limit)
        try:
            pipe.connect(path)
            self._connect(pipe)  # type: ignore[attr-defined] # how paramiko's own Agent begins
        except BaseException:
            pipe.close()
            raise

    def close(self) -> None:
        """Let the agent go."""
        self._close()  # type: ignore[attr-defined] # the same


def agent_keys(agents: contextlib.ExitStack, limit: float = 30) -> Sequence[AgentKey]:
    """The keys that the agent holds, at most as many as a host listens to; none where there is no agent.

    They can sign as long as ``agents`` is open; the agent may take ``limit`` seconds for each answer.
    """
    path = os.environ.get("SSH_AUTH_SOCK")
    if not path:
        return ()
    try:
        agent = agents.enter_context(contextlib.closing(_Agent(path, limit)))
    except (OSError, SSHException):
        return ()
    return agent.get_keys()[:_MOST]


def _of_agent(file: Path, agents: contextlib.ExitStack) -> PKey | None:
    """The agent's key for that file, by the public half beside it."""
    try:
        wanted = Path(f"{file}.pub").read_text("ascii", "replace").split()[1]
    except (OSError, IndexError):
        return None
    return next((key for key in agent_keys(agents) if key.get_base64() == wanted), None)
