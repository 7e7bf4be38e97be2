"""Output formats to facts: one file per format, pure, bytes in and JSON-like values out.

A parser gets an Answer and returns dicts, lists, text, numbers and booleans. It raises ValueError with one sentence
for output that isn't of its format; it never guesses, and an option that isn't printed is left out or given as None.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What a probe printed. ``text`` is UTF-8 with other bytes as visible escapes; ``status`` is one of its exits."""

    text: str
    status: int = 0
    stderr: str = ""


Parser = Callable[[Answer], Any]
Derivation = Callable[[Mapping[str, Any]], Any]  # facts of the probes named in `from`, by probe name


def shell_lines(text: str) -> list[str]:
    """The lines of an output, parted by line feeds alone, as shell, sed and awk part them.

    ``str.splitlines`` would part them at a dozen other characters too (vertical tab, U+2028 ...), which an account may
    have in the name of a process, a file or a line of its own crontab: what follows there would be a line of the
    probe's own.
    """
    found = text.split("\n")
    if not found[-1]:
        found.pop()
    return [line.removesuffix("\r") for line in found]
