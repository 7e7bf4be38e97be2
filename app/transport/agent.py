"""The SSH agent behind SSH_AUTH_SOCK: which keys it holds, and what it signs (draft-ietf-sshm-ssh-agent).

A client of our own, because paramiko's reads as much as an agent announces, knows no limit, and offers the certificates
of an agent as if they were plain keys. Keys of any type may be offered, security keys too: only the agent has to know
how to sign with them.
"""

import contextlib
import os
import socket
import struct
import threading

from paramiko import PKey
from paramiko.message import Message
from paramiko.ssh_exception import SSHException

from app.language import tr
from app.transport.sshdata import Reader, packed

_LARGEST = 256 << 10  # bytes of an answer: the limit of OpenSSH's own client
_REQUEST_IDENTITIES, _IDENTITIES_ANSWER = 11, 12
_SIGN_REQUEST, _SIGN_RESPONSE = 13, 14
_RSA_FLAGS = {"rsa-sha2-256": 2, "rsa-sha2-512": 4}  # without one an agent signs RSA with SHA-1


class AgentError(SSHException):
    """The agent gave no answer, or not the one that was asked for."""


class AgentKey(PKey):
    """One key of an agent, or one certificate: ``blob`` is the public half as it goes to the host."""

    def __init__(self, agent: "Agent", blob: bytes, comment: str) -> None:
        self.public_blob = None  # paramiko then takes type and blob from this object itself
        self.blob = blob
        self.comment = comment
        self.kind = Reader(blob).text()
        self._agent = agent
        self._signer = blob

    def get_name(self) -> str:
        """The type, as the public half itself says."""
        return self.kind

    def asbytes(self) -> bytes:
        """The public half."""
        return self.blob

    def can_sign(self) -> bool:
        """That is what an agent is for."""
        return True

    def certified(self, blob: bytes) -> "AgentKey":
        """This key, shown to a host by that certificate, of which the agent needs to know nothing."""
        made = AgentKey(self._agent, blob, self.comment)
        made._signer = self.blob
        return made

    def sign_ssh_data(self, data: bytes, algorithm: str | None = None) -> Message:
        """The agent's signature; AgentError where it gives none (a person declined, the key is gone)."""
        name = (algorithm or self.kind).removesuffix("-cert-v01@openssh.com")
        return Message(self._agent.sign(self._signer, data, _RSA_FLAGS.get(name, 0)))


class Agent:
    """A connection to an agent; each answer may take ``limit`` seconds (a person may have to confirm).

    OSError if there is none at that path.
    """

    def __init__(self, path: str, limit: float) -> None:
        self._asking = threading.Lock()
        self._pipe = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._pipe.settimeout(limit)
        try:
            self._pipe.connect(path)
        except BaseException:
            self._pipe.close()
            raise

    def keys(self) -> tuple[AgentKey, ...]:
        """What it holds, in its own order; a locked agent says that it holds nothing. AgentError for nonsense."""
        answer = self._ask(bytes([_REQUEST_IDENTITIES]), _IDENTITIES_ANSWER)
        try:
            return tuple(
                AgentKey(self, answer.string(), answer.string().decode("utf-8", "replace"))
                for _ in range(answer.number())
            )
        except ValueError as error:
            raise AgentError(tr("the agent's list of keys can't be read")) from error

    def sign(self, blob: bytes, data: bytes, flags: int) -> bytes:
        """A signature over the data with that key."""
        request = bytes([_SIGN_REQUEST]) + packed(blob, data) + struct.pack(">I", flags)
        try:
            return self._ask(request, _SIGN_RESPONSE).string()
        except ValueError as error:
            raise AgentError(tr("the agent's signature can't be read")) from error

    def close(self) -> None:
        """Let the agent go; who waits for it wakes at once. Safe from any thread, and twice."""
        with contextlib.suppress(OSError):
            self._pipe.shutdown(socket.SHUT_RDWR)
        self._pipe.close()

    def _ask(self, request: bytes, expected: int) -> Reader:
        with self._asking:
            try:
                self._pipe.sendall(struct.pack(">I", len(request)) + request)
                (size,) = struct.unpack(">I", self._take(4))
                if not 0 < size <= _LARGEST:
                    raise AgentError(tr("the agent's answer has an impossible size"))
                answer = self._take(size)
            except OSError as error:
                raise AgentError(tr("the agent does not answer")) from error
        if answer[0] != expected:
            raise AgentError(tr("the agent refused"))
        return Reader(answer[1:])

    def _take(self, size: int) -> bytes:
        taken = bytearray()
        while len(taken) < size:
            piece = self._pipe.recv(size - len(taken))
            if not piece:
                raise AgentError(tr("the agent hung up"))
            taken += piece
        return bytes(taken)


def open_agent(path: str, limit: float) -> Agent | None:
    """The agent at that path (IdentityAgent), else the person's own; None where none runs, and for "none"."""
    if path in ("", "SSH_AUTH_SOCK"):
        path = os.environ.get("SSH_AUTH_SOCK", "")
    if not path or path.lower() == "none" or not hasattr(socket, "AF_UNIX"):
        return None
    try:
        return Agent(path, limit)
    except (OSError, ValueError):
        return None
