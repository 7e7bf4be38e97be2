"""A ProxyCommand of the SSH configuration: a program whose input and output lead to a host."""

import contextlib
import errno
import os
import select
import signal
import socket
import subprocess
import threading
import time
from pathlib import PurePath

from app.errors import ConnectError
from app.language import tr
from app.transport.said import quoted

_KEPT = 2_000  # bytes of what it says on its error output, the last ones
_SHOWN = 300  # characters of it in a sentence
_GRACE = 0.3  # seconds between asking it to end and ending it
_UNSAFE = set("'`\"$\\;&<>|(){}\n\r\t\0 ")


class ProxyCommand:
    """The running program as a pipe. It runs in a process group of its own, which ends with the pipe.

    As in OpenSSH it is run by the user's shell with ``exec``; what it writes to its error output is kept for a
    sentence, so that it never mixes with ours. It has no terminal: it can't ask anything there.
    """

    def __init__(self, where: str, command: str) -> None:
        """Start it; ConnectError (ssh-config) where it can't be."""
        if not hasattr(os, "killpg"):
            raise ConnectError(
                "ssh-config",
                tr("{where}: a ProxyCommand can't be run on this system; use ProxyJump instead.").format(where=where),
            )
        self._where = where
        self._name = _program(command)
        self._said = b""
        self._timeout: float | None = None
        self._closing = threading.Lock()
        self._closed = False
        self._ended = False  # it closed its output, so it is likely over or about to be
        self._status: int | None = None  # of a program that ended by itself
        ours, theirs = socket.socketpair()
        shell = os.environ.get("SHELL") or "/bin/sh"
        try:
            self._process = subprocess.Popen(
                [shell, "-c", f"exec {command}"],
                stdin=theirs.fileno(),
                stdout=theirs.fileno(),
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            ours.close()
            raise ConnectError(
                "ssh-config",
                tr("{where}: the shell {shell} for its ProxyCommand can't be run ({error}); mend SHELL.").format(
                    where=where, shell=shell, error=error
                ),
            ) from error
        finally:
            theirs.close()
        self._pipe = ours
        self._pipe.setblocking(False)  # noqa: FBT003 - socket's own signature
        os.set_blocking(self._errors, False)

    @property
    def _errors(self) -> int:
        """The error output's descriptor."""
        stream = self._process.stderr
        return stream.fileno() if stream is not None and not stream.closed else -1

    def send(self, data: bytes, /) -> int:
        """Send what is taken within the time that a call may wait; TimeoutError where nothing is."""
        end = None if self._timeout is None else time.monotonic() + self._timeout
        while True:
            try:
                return self._pipe.send(data)
            except BlockingIOError:
                self._wait(select.POLLOUT, end)

    def recv(self, size: int, /) -> bytes:
        """Up to that many bytes, none at the end; TimeoutError where nothing came in time."""
        end = None if self._timeout is None else time.monotonic() + self._timeout
        while True:
            try:
                piece = self._pipe.recv(size)
            except BlockingIOError:
                self._wait(select.POLLIN, end)
                continue
            except ConnectionError:  # it ended without having read all
                piece = b""
            self._ended = not piece
            return piece

    def settimeout(self, seconds: float | None, /) -> None:
        """How long a call may wait."""
        self._timeout = seconds

    def _wait(self, event: int, end: float | None) -> None:
        """Wait for the pipe, and take what the program complains of meanwhile, lest it waits for us."""
        poll = select.poll()
        try:
            poll.register(self._pipe, event)
        except ValueError as error:  # closed by another thread
            raise OSError(errno.EBADF, "closed") from error
        if self._errors >= 0:
            poll.register(self._errors, select.POLLIN)
        left = None if end is None else max(0.0, end - time.monotonic()) * 1000
        ready = poll.poll(left)
        if not ready:
            raise TimeoutError
        if any(number == self._errors for number, _ in ready):
            self._listen()

    def _listen(self) -> None:
        with contextlib.suppress(OSError):
            piece = os.read(self._errors, 64 << 10)
            self._said = (self._said + piece)[-_KEPT:]
            if not piece and self._process.stderr is not None:
                self._process.stderr.close()

    def close(self) -> None:
        """End the program and all that it started; safe from any thread and more than once."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
            by_itself = _is_over(self._process.pid, patience=_GRACE if self._ended else 0)
            with contextlib.suppress(OSError):
                self._pipe.shutdown(socket.SHUT_RDWR)
            self._end_group()
            self._status = self._process.returncode if by_itself else None
            self._listen()
            self._pipe.close()
            if self._process.stderr is not None:
                self._process.stderr.close()

    def _end_group(self) -> None:
        # Its process stays a zombie until wait(), so that its group's number is nobody else's meanwhile.
        with contextlib.suppress(OSError):
            os.killpg(self._process.pid, signal.SIGTERM)
        end = time.monotonic() + _GRACE
        while not _is_over(self._process.pid) and time.monotonic() < end:
            time.sleep(0.01)
        with contextlib.suppress(OSError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def explained(self, error: ConnectError) -> ConnectError:
        """The error of a connection, where it never began: then it is the program's doing, and what it said counts."""
        self.close()
        if error.kind not in ("no-banner", "not-ssh"):
            return error
        said = self._complaint()
        told = tr(" (it said: {words})").format(words=said) if said else ""
        remedy = tr("try that command by hand, and mend it in the SSH configuration.")
        if error.kind == "not-ssh":
            return ConnectError(
                "not-ssh",
                tr("{where}: what its ProxyCommand ({name}) brought is no SSH greeting{told}; {remedy}").format(
                    where=self._where, name=self._name, told=told, remedy=remedy
                ),
            )
        if self._status is not None:
            how = (
                tr("ended with status {status}").format(status=self._status)
                if self._status >= 0
                else tr("was ended by signal {number}").format(number=-self._status)
            )
            return ConnectError(
                "refused",
                tr("{where}: its ProxyCommand ({name}) {how}{told}; {remedy}").format(
                    where=self._where, name=self._name, how=how, told=told, remedy=remedy
                ),
            )
        return ConnectError(
            "no-banner",
            tr("{where}: its ProxyCommand ({name}) brought no SSH greeting in time{told}; {remedy}").format(
                where=self._where, name=self._name, told=told, remedy=remedy
            ),
        )

    def _complaint(self) -> str:
        lines = (line.strip() for line in self._said.decode("utf-8", "replace").splitlines())
        return quoted(" / ".join(line for line in lines if line), -_SHOWN)


def _is_over(pid: int, patience: float = 0.0) -> bool:
    """Whether it has ended, without taking its status away."""
    end = time.monotonic() + patience
    while True:
        try:
            if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
                return True
        except ChildProcessError:
            return True
        if time.monotonic() >= end:
            return False
        time.sleep(0.01)


def _program(command: str) -> str:
    """The program's name for sentences; what follows may be secret."""
    words = command.split(maxsplit=1)
    return PurePath(words[0].strip("'\"")).name[:40] if words else "empty"


def is_safe(value: str) -> bool:
    """Whether a host's or account's name means only itself to a shell and to the program that gets it."""
    return not value.startswith("-") and not set(value) & _UNSAFE
