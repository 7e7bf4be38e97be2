"""What keeps secrets inside this process: nothing that holds one is printed, and the system dumps no memory."""

import ctypes
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Protocol
from weakref import WeakValueDictionary

HIDDEN = "[hidden: a secret of this login]"
_LONG = 8  # characters; a shorter secret may be a part of honest words, so it counts only where it stands alone
_PR_SET_DUMPABLE = 4  # prctl(2)


class Holder(Protocol):
    """What holds secrets."""

    def words(self) -> Iterable[str]:
        """The secrets that there are."""


# By identity, since equal secrets may live for different times; they are forgotten with who holds them.
_holders: "WeakValueDictionary[int, Holder]" = WeakValueDictionary()


def guard(holder: Holder) -> None:
    """From now on ``hide`` knows its secrets, as long as it lives."""
    _holders[id(holder)] = holder


class Typed:
    """What a person typed for one connection where it was not shown; hidden as long as the connection is known."""

    def __init__(self) -> None:
        self._words: list[str] = []
        guard(self)

    def add(self, word: str) -> None:
        """One more."""
        if word:
            self._words.append(word)

    def words(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(self._words)


def hide(text: str) -> str:
    """The text without any secret that this process holds: for traces, logs and what a host says."""
    words = sorted(set(_words()), key=len, reverse=True)
    # In one go: what stands in place of one secret may read as another one ("secret"), and would tell it.
    return re.sub("|".join(map(pattern, words)), HIDDEN, text) if words else text


def pattern(word: str) -> str:
    """A regular expression that finds a secret, as it is or as ``repr`` writes it."""
    forms = "|".join(sorted({re.escape(word), re.escape(repr(word)[1:-1])}, key=len, reverse=True))
    return f"(?:{forms})" if len(word) >= _LONG else rf"(?<!\w)(?:{forms})(?!\w)"


def _words() -> Iterator[str]:
    for known in _holders.valuerefs():  # taken in one go: another thread may guard more meanwhile
        if (holder := known()) is not None:
            yield from holder.words()


def no_core_dumps() -> None:
    """Keep a crash from writing memory, with the secrets in it, to a disk; core(5).

    The limit alone would not do: Linux ignores it where cores are piped to a program. Without either call, as on
    Windows, nothing is changed.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
