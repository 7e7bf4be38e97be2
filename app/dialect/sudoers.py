"""The sudoers file of a least-privilege audit account: exactly the privileged probes, and nothing else.

The account then needs no password and no root shell. Each line allows one command with all its arguments; a probe that
is changed needs a new file.
"""

import re
from collections.abc import Iterable

from app.dialect.posix import one_line
from app.dialect.shell import EXACT
from app.language import tr
from app.model import Probe

_USER = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,31}")
# sudoers(5): these would end an argument or be stripped; the others are patterns of fnmatch(3).
_ENDS = ",:= \t#"
_PATTERNS = "*?[]!"


def sudoers(probes: Iterable[Probe], user: str, *, probe_limit: int | None = None) -> str:
    """The file's text; ``probe_limit`` in seconds must be the one that the audit is run with.

    ValueError if the user's name can't stand in it.
    """
    if not _USER.fullmatch(user):
        raise ValueError(tr("{user!r} is not a user name that sudoers takes").format(user=user))
    lines = ["# Read-only commands of Bartizan for an audit account; check with: visudo -cf FILE"]
    for probe in sorted(probes, key=lambda probe: (probe.addendum, probe.id)):
        if probe.privilege == "root" and probe.command:
            words = ("-c", EXACT, one_line(probe.command), str(probe_limit or probe.timeout))
            arguments = " ".join(escape(word) for word in words)
            lines += [f"# {probe.addendum}: {probe.id}", f"{user} ALL=(root) NOPASSWD: /bin/sh {arguments}"]
    return "\n".join((*lines, ""))


def escape(word: str) -> str:
    """One argument as sudoers writes it. A backslash is read twice, by sudoers and then as a pattern."""
    return "".join("\\\\\\\\" if char == "\\" else f"\\{char}" if char in _ENDS + _PATTERNS else char for char in word)
