"""One shell through one SSH connection."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence

from paramiko.buffered_pipe import BufferedPipe
from paramiko.channel import Channel
from paramiko.common import cMSG_CHANNEL_REQUEST, cMSG_CHANNEL_WINDOW_ADJUST
from paramiko.message import Message
from paramiko.ssh_exception import SSHException

from app.dialect.posix import COMMAND
from app.errors import ConnectError
from app.language import tr
from app.transport.faults import OverrunError
from app.transport.knownhosts import fingerprint
from app.transport.pulse import Pulse
from app.transport.watchdog import Watchdog
from app.transport.wire import Wire

_PIECE = 4 << 20  # bytes taken at once; taking a buffer whole is cheaper than cutting it


class SshSession:
    """The last of ``wires`` leads to the host; the others are on the way. Closing closes them all.

    ``places`` are the names of these hosts for sentences, in the same order.
    ``patience`` is how many seconds the host may take to open the channel, and to take a piece of input.
    """

    def __init__(self, places: Sequence[str], wires: Sequence[Wire], watchdog: Watchdog, patience: float) -> None:
        wire = wires[-1]
        self.host_key = fingerprint(wire.key)
        self.outdated = wire.outdated
        self.typed = tuple(word for one in wires for word in one.typed.words())
        self.lost = False
        self.lost_at = ""
        self.lost_why = ""
        self._where = places[-1]
        self._places = tuple(places)
        self._wires = tuple(wires)
        self._watchdog = watchdog
        self._patience = patience
        self._channel: Channel | None = None
        self._came = threading.Event()
        self._pulse = Pulse(wire.keepalive)
        self._closing = threading.Lock()

    @property
    def channels(self) -> int:
        """How many channels were ever opened to the host."""
        return self._wires[-1].opened

    def start(self) -> None:
        """Open the one channel and ask for /bin/sh; what the host makes of that shows in ``read``."""
        wire = self._wires[-1]
        try:
            channel = wire.open_session(timeout=self._patience)
            channel.settimeout(self._patience)
            self._channel = channel
            channel.in_buffer.set_event(self._came)
            channel.in_stderr_buffer.set_event(self._came)
            # Not exec_command(): it waits for the reply without any limit, and a round trip longer than needed.
            request = Message()
            request.add_byte(cMSG_CHANNEL_REQUEST)
            request.add_int(channel.remote_chanid)
            request.add_string("exec")
            request.add_boolean(True)  # noqa: FBT003 - a reply is wanted: a refusal closes the channel
            request.add_string(COMMAND)
            wire._send_user_message(request)  # type: ignore[attr-defined] # noqa: SLF001 - what Channel itself does
        except (SSHException, EOFError, OSError) as error:
            if self._watchdog.verdict == "cancelled":
                raise ConnectError(
                    "cancelled", tr("{where}: the look was cancelled.").format(where=self._where)
                ) from error
            if "Timeout" in str(error):
                raise ConnectError(
                    "timeout",
                    tr(
                        "{where}: the login worked, but the host opened no session within {seconds:g} s; "
                        "it may be overloaded, try again."
                    ).format(where=self._where, seconds=self._patience),
                ) from error
            if not wire.is_active():
                raise ConnectError(
                    "lost",
                    tr("{where}: the host hung up right after the login; look at that host's log.").format(
                        where=self._where
                    ),
                ) from error
            raise ConnectError(
                "no-shell",
                tr(
                    "{where}: the login worked, but the host opens no shell for this account; allow "
                    "sessions for it or take another account."
                ).format(where=self._where),
            ) from error

    def send(self, data: bytes) -> None:
        """Give bytes to the shell; once the connection is gone this does nothing and ``read`` tells."""
        if self._channel is not None:
            with contextlib.suppress(OSError, EOFError, SSHException):
                self._channel.sendall(data)

    def end_input(self) -> None:
        """Close the shell's standard input."""
        if self._channel is not None:
            with contextlib.suppress(OSError, EOFError, SSHException):
                self._channel.shutdown_write()

    def read(self, timeout: float) -> tuple[bytes, bytes] | None:
        """What came on both streams within that many seconds; None once both have ended."""
        channel = self._channel
        if channel is None:
            return None
        self._came.wait(timeout)
        # Asked before reading: what came before the end is then read for sure.
        ended = channel.closed or channel.eof_received or not self._wires[-1].is_active()
        out, err = bytearray(), bytearray()
        # Reading a buffer empty clears the event that both share, so look again until both are empty.
        while channel.recv_ready() or channel.recv_stderr_ready():
            if channel.recv_ready():
                out += self._taken(channel, channel.in_buffer)
            if channel.recv_stderr_ready():
                err += self._taken(channel, channel.in_stderr_buffer)
            if len(out) + len(err) > _PIECE:
                break
        if not out and not err and (why := self._pulse.fault(self._wires[-1].heard)):
            self.lost, self.lost_why = True, why
            return None
        if ended and not out and not err:
            self.lost = not self._wires[-1].is_active() and not channel.eof_received
            if isinstance(self._wires[-1].saved_exception, OverrunError):
                self.lost, self.lost_why = True, "overrun"
            if self.lost:
                between = zip(self._places[:-1], self._wires[:-1], strict=True)
                self.lost_at = next((place for place, wire in between if not wire.is_active()), "")
            return None
        return bytes(out), bytes(err)

    def _taken(self, channel: Channel, buffer: BufferedPipe[bytes]) -> bytes:
        """Take what is there and let the host send as much again.

        Not recv(): where the connection is gone, it raises and what it had taken is lost.
        """
        data: bytes = buffer.read(_PIECE, 0.0)
        if room := channel._check_add_window(len(data)):  # type: ignore[attr-defined] # noqa: SLF001 - as recv() does
            message = Message()
            message.add_byte(cMSG_CHANNEL_WINDOW_ADJUST)
            message.add_int(channel.remote_chanid)
            message.add_int(room)
            with contextlib.suppress(OSError, EOFError, SSHException):
                self._wires[-1]._send_user_message(message)  # type: ignore[attr-defined] # noqa: SLF001 - the same
        return data

    def close(self) -> None:
        """Cut every connection of this session; safe from any thread and more than once."""
        self._watchdog.stop()
        with self._closing:
            # The first host first: without it, nothing waits for those behind it.
            for wire in self._wires:
                wire.cut()
            for wire in self._wires:
                wire.end()
