"""The report of a bug that a person may pass on: the trace without names of people, machines or secrets."""

import platform
import re
import socket
import sys
import traceback
from collections.abc import Iterable
from ipaddress import ip_address
from types import TracebackType

from app import __version__
from app.places import account, at_home, program_root
from app.secrecy import hide

# What may not leave, and what stands for it then; in this order, since one may hold another.
_PATTERNS = (
    (re.compile(r"-----BEGIN [A-Z0-9 ]+-----.*?(?:-----END [A-Z0-9 ]+-----|\Z)", re.DOTALL), "<key>"),
    (re.compile(r"(?<=://)[^/\s@'\"]+@"), "<account>@"),
    (
        re.compile(  # a word for a secret, what may stand around it in Python, JSON or a sentence, and what follows
            r"(?i)((?:(?<![a-z])pass|passwor[dt]|passphrase|passwd|passcode|kennwort|secret|token|api[_-]?key|credentials?|authorization)"
            r"\b[\"']?\s*(?:[=:]|\bis\b|\bist\b)\s*(?:bearer\s+|basic\s+)?)"
            r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[^\s,;)}\]]+)"
        ),
        r"\1<hidden>",
    ),
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{6,}"), r"\1 <hidden>"),
    (re.compile(r"\b(SHA256:|MD5:)[A-Za-z0-9+/=:]{20,}"), r"\1<fingerprint>"),
    (re.compile(r"((?:/home|/Users|\b[A-Za-z]:[/\\]+Users)[/\\]+)[^/\\\s:'\"]+"), r"\1<user>"),
    (re.compile(r"\b[\w.+-]+@[\w.-]+\b"), "<account>"),
    (re.compile(r"\b(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}\b"), "<address>"),
    (re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b"), "<address>"),
)
_COLONS = re.compile(r"(?<![\w:.])[0-9a-fA-F:]*:[0-9a-fA-F:]*:[0-9a-fA-F:.]*(?:%\w+)?(?![\w:])")  # perhaps IPv6
_SHORT = 3  # letters: shorter names would tear words apart


class TracedError(Exception):
    """A bug of another of the program's processes; its text is the scrubbed trace there."""


def scrubbed_trace(error: BaseException) -> str:
    """The trace of a bug as text that may leave its process."""
    return scrub("".join(traceback.format_exception(error)))


def crash_report(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None, names: Iterable[str] = ()
) -> str:
    """Versions and the scrubbed trace, as text to copy; ``names`` as for ``scrub``."""
    lines = traceback.format_exception(kind, error, trace)
    head = (
        f"Bartizan {__version__}\n"
        f"Python {platform.python_version()} on {platform.system()} {platform.release()} ({platform.machine()})\n"
        f"Program {'frozen' if getattr(sys, 'frozen', False) else 'from source'}\n\n"
    )
    return head + scrub("".join(lines), names)


def scrub(text: str, names: Iterable[str] = ()) -> str:
    """The text without homes, accounts, machines, addresses, keys, what follows "password=" and known secrets.

    ``names`` are those of people, machines and places that may not leave either: each gets a number, so that who reads
    the report can tell two machines apart.
    """
    text = hide(text)
    text = re.sub(rf"{re.escape(str(program_root()))}(?=[/\\])", "<program>", text)
    home = str(at_home("~"))
    if len(home) > 1:
        text = text.replace(home, "~")
    text = _COLONS.sub(lambda found: "<address>" if _is_address(found[0]) else found[0], text)
    for pattern, stand_in in _PATTERNS:
        text = pattern.sub(stand_in, text)
    known = {name: f"<name {number}>" for number, name in enumerate(dict.fromkeys(names), 1)}
    known |= {account(): "<user>", socket.gethostname(): "<computer>"}
    for name in sorted(known, key=len, reverse=True):  # a machine's whole name before the beginning of it
        if len(name) >= _SHORT:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", known[name], text)
    return text


def _is_address(text: str) -> bool:
    try:
        return ip_address(text).version == 6  # noqa: PLR2004 - IPv6
    except ValueError:
        return False
