"""What carries SSH, made quick and safe to cut: TCP_NODELAY and TCP_QUICKACK, read in large pieces.

See docs/architecture.md for what the two were measured to save.
"""

import contextlib
import socket
import time
from typing import Protocol

from paramiko.ssh_exception import SSHException

_QUICKACK = getattr(socket, "TCP_QUICKACK", None)


class Pipe(Protocol):
    """What carries SSH: a socket, or a channel of a host in between."""

    def send(self, data: bytes, /) -> int:
        """Send what is taken now; how many bytes that were."""

    def recv(self, size: int, /) -> bytes:
        """Up to that many bytes; none at the end."""

    def settimeout(self, seconds: float | None, /) -> None:
        """How long a call may wait."""

    def close(self) -> None:
        """End it."""


class TunedSocket:
    """A pipe that is read in large pieces, acknowledges at once and can be cut from any thread."""

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe
        self._socket = pipe if isinstance(pipe, socket.socket) else None
        self._held = b""
        self.heard = time.monotonic()  # when bytes came last
        if self._socket is not None and self._socket.family != getattr(socket, "AF_UNIX", None):
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def recv(self, size: int) -> bytes:
        """Up to that many bytes."""
        if not self._held:
            self._held = self._pipe.recv(64 << 10)
            self.heard = time.monotonic()
            self._acknowledge()
        piece, self._held = self._held[:size], self._held[size:]
        return piece

    def send(self, data: bytes) -> int:
        """Send what the pipe takes."""
        return self._pipe.send(data)

    def settimeout(self, seconds: float | None) -> None:
        """Seconds that a call may wait."""
        self._pipe.settimeout(seconds)

    def close(self) -> None:
        """Cut it; a thread that waits in ``recv`` wakes at once."""
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
        # Closing a channel tells the host in between, which may already be gone.
        with contextlib.suppress(OSError, EOFError, SSHException):
            self._pipe.close()

    def _acknowledge(self) -> None:
        # Linux goes back to delayed acknowledgements by itself, so this is set again after each piece.
        if self._socket is not None and _QUICKACK is not None:
            with contextlib.suppress(OSError):
                self._socket.setsockopt(socket.IPPROTO_TCP, _QUICKACK, 1)
