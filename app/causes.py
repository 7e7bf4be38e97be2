"""What several findings have in common that could not be told: one service that is down is one cause, not forty."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from app.model import Result
from app.record import Finding

_UNTOLD = frozenset({Result.ERROR.value, Result.UNKNOWN.value})
# How many others stand beside the one that a finding's sentence is about: app.judge.rule.summarise() adds it.
_BESIDE = re.compile(r" \(\d+ of \d+ [a-z' ]+\)(\.?)$")
# Which probe met it: app.judge.facts. The same words of the host behind several probes are one cause.
_PROBE = re.compile(r"^\S+ ended with status \d+: ")


@dataclass(frozen=True, slots=True)
class Cause:
    """``said`` of ``count`` findings, of these machines; without a full stop, in English as everything measured."""

    said: str
    count: int
    targets: tuple[str, ...]


def alone(message: str) -> str:
    """A finding's sentence without how many others stand beside what it is about."""
    return _BESIDE.sub(r"\1", message)


def causes(findings: Iterable[Finding]) -> tuple[Cause, ...]:
    """What kept more than one finding from being told, the most frequent first; each finding is of one at most."""
    counted = Counter(map(attrgetter("effective", "measured.message", "measured.target"), findings))
    found: dict[str, Counter[str | None]] = {}
    for (effective, message, target), count in counted.items():
        if effective in _UNTOLD and message:
            said = _PROBE.sub("", alone(message)).rstrip(".")
            found.setdefault(said, Counter())[target] += count
    several = [
        Cause(said, where.total(), tuple(sorted(name for name in where if name)))
        for said, where in found.items()
        if where.total() > 1
    ]
    return tuple(sorted(several, key=lambda one: (-one.count, one.said)))
