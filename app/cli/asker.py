"""A host's questions, put to the person at the terminal: one host at a time, and never into the progress bars."""

import contextlib
import os
import select
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

from app.cli.common import plain
from app.language import tr
from app.transport.base import Prompt, Question

_TICK = 0.1  # seconds between looks at whether the login is over
_LINES = 12  # of a host's instructions that are shown
_WIDTH = 300  # characters of a line of them
_LONGEST = 4096  # bytes of an answer


class TerminalAsker:
    """An ``Asker`` at a terminal, which ``reading`` and ``writing`` are.

    ``hold`` is entered while a question stands there, so that nothing else is drawn. What was typed as a password of an
    account or as the passphrase of a key counts for the whole run; an answer to a host's own prompt counts once.
    """

    def __init__(self, reading: TextIO, writing: TextIO) -> None:
        self._reading, self._writing = reading, writing
        self.hold: Callable[[], contextlib.AbstractContextManager[object]] = contextlib.nullcontext
        self._one = threading.Lock()
        self._typed: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._restore: Callable[[], None] = lambda: None

    def __call__(self, question: Question, over: threading.Event) -> Sequence[str] | None:
        """Ask; None where the person gives nothing, or the login ended meanwhile."""
        with self._turn(over) as mine:
            if not mine:
                return None
            key = _remembered_as(question)
            if key and key in self._typed:
                return self._typed[key]
            with self.hold():
                answers = self._ask(question, over)
            if key and answers is not None:
                self._typed[key] = answers
            return answers

    def close(self) -> None:
        """Give the terminal back as it was, even if a question still stands."""
        self._restore()

    @contextlib.contextmanager
    def _turn(self, over: threading.Event) -> Iterator[bool]:
        """Whether it is this host's turn; a login that ends while others are asked waits no longer."""
        while not (mine := self._one.acquire(timeout=_TICK)):
            if over.is_set():
                break
        try:
            yield mine and not over.is_set()
        finally:
            if mine:
                self._one.release()

    def _ask(self, question: Question, over: threading.Event) -> tuple[str, ...] | None:
        where = plain(question.where)
        if question.kind == "host":
            self._say(
                tr("{where} asks {user} (these are the host's words):").format(where=where, user=plain(question.user))
                + "\n"
            )
            for line in (*question.title.splitlines()[:1], *question.instructions.splitlines()[:_LINES]):
                self._say(f"  {plain(line[:_WIDTH])}\n")
        answers = []
        for prompt in question.prompts:
            # The terminal is made ready before the prompt shows: what is typed from then on counts, nothing before it.
            with self._hidden(echo=prompt.echo):
                self._show(prompt, "  " if question.kind == "host" else f"{where}: ")
                answer = _read_line(self._reading, over)
            if answer is None:
                ended = tr("no longer needed: the login has ended")
                self._say(f"\n  ({ended})\n" if over.is_set() else "\n")
                return None
            if not prompt.echo:
                self._say("\n")
            answers.append(answer)
        return tuple(answers)

    def _show(self, prompt: Prompt, lead: str) -> None:
        *above, last = prompt.text.splitlines()[-_LINES:] or [""]  # PAM puts its greetings before the prompt
        for line in above:
            self._say(f"{lead}{plain(line[:_WIDTH])}\n")
        self._say(f"{lead}{plain(last[:_WIDTH]).rstrip()} ")

    def _say(self, text: str) -> None:
        self._writing.write(text)
        self._writing.flush()

    @contextlib.contextmanager
    def _hidden(self, *, echo: bool) -> Iterator[None]:
        import termios  # noqa: PLC0415 - there is none on Windows, where nobody is asked

        number = self._reading.fileno()
        before = termios.tcgetattr(number)
        changed = termios.tcgetattr(number)
        if not echo:
            changed[3] &= ~termios.ECHO
        self._restore = lambda: termios.tcsetattr(number, termios.TCSAFLUSH, before)
        termios.tcsetattr(number, termios.TCSAFLUSH, changed)
        try:
            yield
        finally:
            self._restore()
            self._restore = lambda: None


def _read_line(reading: TextIO, over: threading.Event) -> str | None:
    number = reading.fileno()
    taken = b""
    while not taken.endswith(b"\n") and len(taken) < _LONGEST:
        if over.is_set():
            return None
        if not select.select([number], [], [], _TICK)[0]:
            continue
        piece = os.read(number, _LONGEST)
        if not piece:
            return None
        taken += piece
    return taken.rstrip(b"\r\n").decode(reading.encoding or "utf-8", "replace")


def _remembered_as(question: Question) -> tuple[str, ...] | None:
    """Under which name an answer counts again; None where it doesn't."""
    if question.kind == "passphrase":
        return ("passphrase", *(prompt.text for prompt in question.prompts))
    if question.kind == "password":
        return ("password", question.where, question.user)
    return None


def terminal_asker(*, secrets_from: str) -> TerminalAsker | None:
    """An asker where a person sits at a terminal; None for scripts, and where secrets come from standard input."""
    if secrets_from or os.name != "posix" or sys.stdin is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    return TerminalAsker(sys.stdin, sys.stderr)
