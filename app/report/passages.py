"""The telling lines of an output: those around the first word that is looked for, whatever the size of the output.

An output of megabytes is searched as the bytes that it is, and only the lines around the place are decoded and masked;
a hundred hosts with eight megabytes each would take hours otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.report.masking import mask

LINES = 10
_BEFORE = 3  # lines shown above the one that tells
_SMALL = 1 << 18  # bytes of an output that is read whole
_WINDOW = 1 << 16  # bytes that are read of a larger one


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines of an output."""

    lines: tuple[str, ...]
    first: int  # number of the first of them, from 0
    total: int  # lines of the whole output
    masked: int  # secrets that were masked in what was read


def holds(output: bytes, words: Sequence[str]) -> bool:
    """Whether one of the words is in it."""
    return any(_bytes(word) in output for word in words)


def passage(output: bytes, words: Sequence[str]) -> Passage:
    """The lines around the first that holds one of the words, else the first lines."""
    if len(output) > _SMALL:
        return _of_large(output, words)
    lines, masked = lines_of(output)
    at = next((n for n, line in enumerate(lines) if any(word in line for word in words)), 0)
    first = max(0, min(at - _BEFORE, len(lines) - LINES))
    return Passage(tuple(lines[first : first + LINES]), first, len(lines), masked)


def _of_large(output: bytes, words: Sequence[str]) -> Passage:
    begin = output.rfind(b"\n", 0, _first_of(output, words)) + 1
    for _ in range(_BEFORE):
        begin = output.rfind(b"\n", 0, max(begin - 1, 0)) + 1
    key = output.rfind(b"-----BEGIN ", 0, begin)
    if key >= 0 and output.find(b"-----END", key, begin) < 0:
        begin = key  # within a private key, which is masked only from its beginning
    lines, masked = lines_of(output[begin : begin + _WINDOW])
    return Passage(tuple(lines[:LINES]), output.count(b"\n", 0, begin), count_lines(output), masked)


def _first_of(output: bytes, words: Sequence[str]) -> int:
    """Where the first of the words stands; 0 where none does."""
    first = -1
    for word in words:
        at = output.find(_bytes(word), 0, first if first >= 0 else len(output))
        first = at if at >= 0 else first
    return max(first, 0)


def count_lines(output: bytes) -> int:
    """How many lines an output has."""
    return output.count(b"\n") + (not output.endswith(b"\n")) if output else 0


def lines_of(output: bytes) -> tuple[list[str], int]:
    r"""Decode what a host sent, masked, and count what was; bytes that aren't UTF-8 stay as lone surrogates.

    Those print as ``\xNN``.
    """
    masked = mask(output.decode("utf-8", "surrogateescape"))
    text = masked.text.replace("\r\n", "\n").removesuffix("\n")
    return (text.expandtabs(8).split("\n") if text else []), masked.count


def _bytes(word: str) -> bytes:
    return word.encode("utf-8", "surrogatepass")
