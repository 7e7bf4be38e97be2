"""paramiko's transport made safe and quick for hosts that nobody vouches for.

Bounded: the greeting, the size of a packet, what is buffered of a channel, counts within messages. Silent: nothing is
logged or printed. Quick: TCP_NODELAY and TCP_QUICKACK (see docs/architecture.md for what they were measured to save).
"""

import contextlib
import logging
import socket
import threading
import time
from collections.abc import Callable
from typing import Any, Protocol

from paramiko import Transport
from paramiko.channel import Channel
from paramiko.common import MSG_CHANNEL_DATA, MSG_CHANNEL_EXTENDED_DATA
from paramiko.message import Message
from paramiko.packet import Packetizer
from paramiko.ssh_exception import IncompatiblePeer, SSHException

# paramiko logs tracebacks of a hostile server's doing; without a handler Python prints them on the terminal.
logging.getLogger("paramiko").addHandler(logging.NullHandler())
logging.getLogger("paramiko").propagate = False

LARGEST_PACKET = (256 << 10) + 64  # bytes; the limit of OpenSSH, and a MAC
_BUFFERED = 8 << 20  # bytes of a channel that may wait; the window is 2 MiB, so more means that it is ignored
_GREETING_LINES = 50
_GREETING_BYTES = 8 << 10
_COUNT = 64  # entries of a list within one message
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
        if self._socket is not None and self._socket.family != getattr(socket, "AF_UNIX", None):
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def recv(self, size: int) -> bytes:
        """Up to that many bytes."""
        if not self._held:
            self._held = self._pipe.recv(64 << 10)
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


class _Packets(Packetizer):
    """Packets of a bounded size, without paramiko's own timer, whose thread outlives a failed connection by 15 s."""

    def read_all(self, n: int, check_rekey: bool = False) -> bytes:  # noqa: FBT001, FBT002 - paramiko's signature
        if not 0 <= n <= LARGEST_PACKET:
            raise SSHException("packet too large")
        return super().read_all(n, check_rekey)

    def start_handshake(self, timeout: float) -> None:
        """Our watchdog limits the key exchange."""


class NotSshError(SSHException):
    """What answers is no SSH server."""


class OverrunError(SSHException):
    """The host sends more than any SSH server has a reason to."""


class Wire(Transport):
    """One connection. ``offers`` is what the host offered, ``goodbye`` its words when it hung up, if any."""

    _preferred_ciphers = (
        "aes128-ctr",
        "aes192-ctr",
        "aes256-ctr",
        "aes128-gcm@openssh.com",
        "aes256-gcm@openssh.com",
    )
    _preferred_macs = (
        "hmac-sha2-256",
        "hmac-sha2-512",
        "hmac-sha2-256-etm@openssh.com",
        "hmac-sha2-512-etm@openssh.com",
    )

    def __init__(self, pipe: TunedSocket, key_types: tuple[str, ...]) -> None:
        # types-paramiko asks for a socket; anything with these four methods will do, as paramiko's documentation says.
        super().__init__(pipe, packetizer_class=_Packets)  # type: ignore[arg-type]
        self.offers: dict[str, list[str]] = {}
        self.goodbye = ""
        self.greeted = False
        self.preface = b""  # what came before a greeting
        self.opened = 0
        self.over = threading.Event()  # set once the connection has ended, whatever ended it
        self._cut = pipe.close
        self._key_types = key_types

    @property
    def preferred_keys(self) -> tuple[str, ...]:
        """Types of host keys, those that are known of this host first; no certificates, which aren't checked here."""
        known = [name for kind in self._key_types for name in _algorithms(kind)]
        usual = list(self._preferred_keys)  # type: ignore[attr-defined] # paramiko's list in its order of preference
        return tuple(dict.fromkeys(name for name in (*known, *usual) if name in usual))

    @property
    def key(self) -> bytes:
        """The host's public key that the key exchange proved; SSHException before that."""
        if self.host_key is None:
            raise SSHException("no key exchange yet")
        return bytes(self.host_key.asbytes())

    def run(self) -> None:
        """Paramiko's thread."""
        try:
            super().run()
        finally:
            self.over.set()

    def cut(self) -> None:
        """Close the pipe now; every wait on this connection ends within a tenth of a second."""
        self._cut()

    def end(self) -> None:
        """Close, and give paramiko's thread a moment to end; unlike ``close`` this can't wait for ever."""
        self.active = False
        self.packetizer.close()
        for channel in list(self._channels.values()):  # type: ignore[attr-defined] # not in the stubs
            channel._unlink()  # noqa: SLF001 - what paramiko's own close does
        if self.is_alive() and threading.current_thread() is not self:
            self.join(2)

    def open_channel(self, *args: Any, **kwargs: Any) -> Channel:
        """Count what is opened: one shell a host is a promise."""
        self.opened += 1
        try:
            return super().open_channel(*args, **kwargs)
        except (SSHException, EOFError, OSError):
            raise
        except Exception as error:  # thread boundary: paramiko raises here whatever its own thread died of
            raise SSHException("the connection ended") from error

    def _check_banner(self) -> None:
        """Read the greeting byte by byte: it is short, and nothing behind it may be taken along."""
        taken = 0
        for _ in range(_GREETING_LINES):
            line = bytearray()
            while not line.endswith(b"\n"):
                line += self._greeting_byte()
                taken += 1
                self.preface += line[-1:]
                if taken > _GREETING_BYTES:
                    raise NotSshError("too much before the greeting")
            if line.startswith(b"SSH-"):
                self.remote_version = line.decode("ascii", "replace").rstrip("\r\n")
                if not line.startswith((b"SSH-2.0-", b"SSH-1.99-")):
                    raise IncompatiblePeer("only the outdated SSH protocol 1")
                self.greeted = True
                return
        raise NotSshError("no greeting in the first lines")

    def _greeting_byte(self) -> bytes:
        while self.active:
            try:
                piece: bytes = self.sock.recv(1)
            except TimeoutError:
                continue
            if not piece:
                raise EOFError
            return piece
        raise EOFError

    def _really_parse_kex_init(self, m: Message, ignore_first_byte: bool = False) -> dict[str, Any]:  # noqa: FBT001, FBT002 - paramiko's signature
        # A private step of paramiko, which has no other way to tell what the host offered.
        parsed: dict[str, Any] = super()._really_parse_kex_init(m, ignore_first_byte)  # type: ignore[misc]
        self.offers = {name: list(value) for name, value in parsed.items() if isinstance(value, list)}
        return parsed

    def _parse_ext_info(self, msg: Message) -> None:
        # paramiko loops as often as the message says, up to four thousand million times.
        extensions = {}
        for _ in range(min(msg.get_int(), _COUNT)):
            name = msg.get_string().decode("ascii", "replace")
            extensions[name] = msg.get_string()
        self.server_extensions = extensions

    def _parse_disconnect(self, m: Message) -> None:
        m.get_int()
        self.goodbye = m.get_string().decode("utf-8", "replace")[:200]

    # paramiko calls these with the channel first.
    _channel_handler_table = {  # noqa: RUF012 - as in paramiko
        **Transport._channel_handler_table,  # type: ignore[attr-defined] # noqa: SLF001 - paramiko's table, unstubbed
        MSG_CHANNEL_DATA: lambda channel, m: _feed(channel, m, Channel._feed),  # type: ignore[attr-defined] # noqa: SLF001 - the same
        MSG_CHANNEL_EXTENDED_DATA: lambda channel, m: _feed(channel, m, Channel._feed_extended),  # type: ignore[attr-defined] # noqa: SLF001 - the same
    }


def _feed(channel: Channel, m: Message, feed: Callable[[Channel, Message], None]) -> None:
    if len(channel.in_buffer) + len(channel.in_stderr_buffer) > _BUFFERED:
        raise SSHException("the host ignores the window")
    feed(channel, m)


def shown(text: str) -> str:
    """What a host said, safe on one line of a terminal."""
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text[:300])


def _algorithms(kind: str) -> tuple[str, ...]:
    """Signature algorithms for a type of key; never SHA-1 for RSA."""
    return ("rsa-sha2-512", "rsa-sha2-256") if kind == "ssh-rsa" else (kind,)


class Watchdog:
    """Cuts what it watches when the time is over or a person cancels; one thread per connection.

    ``verdict`` is then "timeout" or "cancelled".
    """

    def __init__(self, cancel: threading.Event) -> None:
        self.verdict = ""
        self._cancel = cancel
        self._deadline = time.monotonic() + 3600
        self._cuts: list[Callable[[], None]] = []
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="bartizan-watchdog", daemon=True)
        self._thread.start()

    def limit(self, seconds: float) -> None:
        """What follows may take that long."""
        self._deadline = time.monotonic() + seconds

    def watch(self, cut: Callable[[], None]) -> None:
        """Cut this too; at once if it is already over."""
        self._cuts.append(cut)
        if self.verdict:
            cut()

    def left(self) -> float:
        """Seconds until the deadline, at least none."""
        return max(0.0, self._deadline - time.monotonic())

    def stop(self) -> None:
        """Watch no longer."""
        self._stopped.set()
        if threading.current_thread() is not self._thread:
            self._thread.join(2)

    def _run(self) -> None:
        while not self._stopped.wait(0.1):
            if self._cancel.is_set():
                self.verdict = "cancelled"
            elif time.monotonic() > self._deadline:
                self.verdict = "timeout"
            if self.verdict:
                for cut in list(self._cuts):
                    cut()
                return
