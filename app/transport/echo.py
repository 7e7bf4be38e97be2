"""Secrets that a host sends back: a sudo that prints what it read, or a file with that password in it.

They never reach an audit file. What held one is no evidence any longer: with bytes taken out, it could pass or fail for
the wrong reason.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from app.model import Evidence, Reason
from app.secrecy import HIDDEN, pattern


def without_echoes(evidence: Iterable[Evidence], words: Iterable[str]) -> tuple[Evidence, ...]:
    """The same evidence; a piece that holds one of these secrets has it hidden and the fault ``tampered``."""
    hidden = sorted(set(words), key=len, reverse=True)
    if not hidden:
        return tuple(evidence)
    finder = re.compile("|".join(map(pattern, hidden)).encode())
    return tuple(_without(one, finder) for one in evidence)


def _without(one: Evidence, finder: re.Pattern[bytes]) -> Evidence:
    output, stderr = finder.sub(HIDDEN.encode(), one.output), finder.sub(HIDDEN.encode(), one.stderr)
    if (output, stderr) == (one.output, one.stderr):
        return one
    return replace(one, output=output, stderr=stderr, exit_status=None, fault=Reason.TAMPERED)
