"""This computer: the same script to a shell of its own."""

import contextlib
import os
import selectors
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence

from app.errors import ConnectError
from app.language import tr
from app.transport.base import Session

_PIECE = 64 << 10
_PATIENCE = 2.0  # seconds for the shell to end by itself once its input is closed


class LocalSession:
    """A shell in its own process group, so that it and all its children can be ended together."""

    host_key = ""
    outdated: tuple[str, ...] = ()
    typed: tuple[str, ...] = ()
    lost = False
    lost_at = ""
    lost_why = ""

    def __init__(self, shell: Sequence[str], env: Mapping[str, str] | None) -> None:
        self._shell = tuple(shell)
        self._env = env
        self._process: subprocess.Popen[bytes] | None = None
        self._selector = selectors.DefaultSelector()
        self._to_send = bytearray()
        self._ending = False
        self._closed = False
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start the shell; ConnectError if there is none."""
        try:
            process = subprocess.Popen(
                self._shell,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
                cwd="/",
                env=self._env,
            )
        except OSError as error:
            raise ConnectError(
                "no-shell",
                tr("This computer can't run {shell} ({why}); Bartizan needs a POSIX shell.").format(
                    shell=self._shell[0], why=error.strerror
                ),
            ) from error
        self._process = process
        for number, stream in enumerate((process.stdout, process.stderr)):
            if stream is not None:
                os.set_blocking(stream.fileno(), False)
                self._selector.register(stream, selectors.EVENT_READ, number)
        if process.stdin is not None:
            os.set_blocking(process.stdin.fileno(), False)

    def send(self, data: bytes) -> None:
        """Queue bytes for the shell; ``read`` hands them over as the shell takes them."""
        self._to_send += data
        self._pump()

    def end_input(self) -> None:
        """Close standard input once everything queued is sent."""
        self._ending = True
        self._pump()

    def read(self, timeout: float) -> tuple[bytes, bytes] | None:
        """What came on both streams within that many seconds; None once both have ended."""
        if self._closed or not self._reading():
            return None
        pieces = [b"", b""]
        for key, _ in self._selector.select(timeout):
            if key.data is None:
                self._pump()
                continue
            piece = os.read(key.fd, _PIECE)
            if piece:
                pieces[key.data] = piece
            else:
                self._selector.unregister(key.fileobj)
        return pieces[0], pieces[1]

    def close(self) -> None:
        """Close the shell's input, which ends its probes, and end what is left."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        process = self._process
        if process is None:
            return
        with contextlib.suppress(OSError, ValueError):
            if process.stdin is not None:
                process.stdin.close()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()
        self._selector.close()

    def _reading(self) -> bool:
        return any(key.data is not None for key in self._selector.get_map().values())

    def _pump(self) -> None:
        """Write what the pipe takes now, and watch it while something is left."""
        stdin = self._process.stdin if self._process else None
        if stdin is None or stdin.closed:
            return
        try:
            while self._to_send:
                del self._to_send[: os.write(stdin.fileno(), self._to_send)]
        except BlockingIOError:
            pass
        except BrokenPipeError:
            self._to_send.clear()
        watched = stdin in self._selector.get_map()
        if self._to_send and not watched:
            self._selector.register(stdin, selectors.EVENT_WRITE, None)
        elif not self._to_send and watched:
            self._selector.unregister(stdin)
        if self._ending and not self._to_send:
            stdin.close()


def connect(shell: Sequence[str] = ("/bin/sh", "-s"), env: Mapping[str, str] | None = None) -> Session:
    """A session with this computer; ``shell`` and ``env`` (None: our own) are for trying other shells."""
    return LocalSession(shell, env)
