"""The report of a bug that a person may pass on: the trace without names of people, machines or secrets."""

import platform
import re
import socket
import sys
import traceback
from types import TracebackType

from app import __version__
from app.places import account, at_home
from app.secrecy import hide

_SECRET = re.compile(r"(?i)(pass(?:word|phrase)?|secret|token)(\s*[=:]\s*)(\S+)")
_ADDRESS = re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b|\b[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{0,4}){3,7}\b")
_ACCOUNT = re.compile(r"\b[\w.+-]+@[\w.-]+\b")


class TracedError(Exception):
    """A bug of another of the program's processes; its text is the scrubbed trace there."""


def scrubbed_trace(error: BaseException) -> str:
    """The trace of a bug as text that may leave its process."""
    return scrub("".join(traceback.format_exception(error)))


def crash_report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Versions and the scrubbed trace, as text to copy."""
    lines = traceback.format_exception(kind, error, trace)
    head = (
        f"Bartizan {__version__}\n"
        f"Python {platform.python_version()} on {platform.system()} {platform.release()} ({platform.machine()})\n"
        f"Program {'frozen' if getattr(sys, 'frozen', False) else 'from source'}\n\n"
    )
    return head + scrub("".join(lines))


def scrub(text: str) -> str:
    """The text without home folder, account, machine name, addresses, what follows "password=" and known secrets."""
    text = hide(text)
    home = str(at_home("~"))
    if len(home) > 1:
        text = text.replace(home, "~")
    text = _ACCOUNT.sub("<account>", text)
    for name, stand_in in ((account(), "<user>"), (socket.gethostname(), "<computer>")):
        if len(name) > 2:  # noqa: PLR2004 - shorter names would tear words apart
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", stand_in, text)
    text = _SECRET.sub(r"\1\2<hidden>", text)
    return _ADDRESS.sub("<address>", text)
