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
