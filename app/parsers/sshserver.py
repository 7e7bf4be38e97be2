"""Which SSH servers a machine has, their versions, and the PAM modules that a login over SSH passes.

``sshd -V``, ``ssh -V`` and ``dropbear -V`` print one line with name and version; an sshd that doesn't know -V prints it
with its usage. OpenSSH 7.4 took protocol 1 out of the server (its release notes); Dropbear never had it.
"""

import re
from typing import Any

from app.parsers import Answer
from app.parsers.pam import Line, lines_of, must, read_pam
from app.parsers.sections import by_head

_VERSION = re.compile(r"\b(?:OpenSSH_|Dropbear v|Dropbear SSH server v)(\d+)\.(\d+)", re.IGNORECASE)
_PROTOCOL_1_GONE = (7, 4)
_SECOND_FACTORS = frozenset(
    {
        "pam_duo", "pam_google_authenticator", "pam_oath", "pam_privacyidea", "pam_radius_auth", "pam_rsa_securid",
        "pam_securid", "pam_u2f", "pam_yubico",
    }
)  # fmt: skip


def parse_ssh_server(answer: Answer) -> dict[str, Any]:
    """``servers`` found; ``version`` of OpenSSH and the ``protocols`` that its server can speak."""
    found = by_head(answer)
    if "end" not in found:
        raise ValueError("the list of SSH servers has no end")
    servers = [name for name in ("sshd", "dropbear") if name in found]
    facts: dict[str, Any] = {"installed": bool(servers), "servers": servers}
    if not servers and "session" in found:
        raise ValueError("this session came over SSH, yet neither sshd nor dropbear is in the search path")
    if not servers:
        return facts
    if servers == ["dropbear"]:
        return {**facts, "protocols": ["2"]}
    for head in ("sshd", "ssh"):  # an old sshd keeps its version to itself; the client is built with it
        match = _VERSION.search(found[head].text) if head in found else None
        if match is not None:
            version = (int(match[1]), int(match[2]))
            protocols = ["2"] if version >= _PROTOCOL_1_GONE else ["1", "2"]
            return {**facts, "version": f"{version[0]}.{version[1]}", "protocols": protocols}
    return facts


def parse_ssh_pam(answer: Answer) -> dict[str, Any]:
    """Modules that authenticate a login over SSH, and whether a second factor among them can't be left out."""
    files, _ = read_pam(answer)
    if "sshd" not in files:
        return {"modules": [], "second_factors": [], "second_factor_required": False}
    lines = lines_of(files, "sshd", "auth")
    factors = [line for line in lines if line.module in _SECOND_FACTORS]
    required = [
        line.module
        for number, line in enumerate(lines)
        if line in factors and must(line.control) and "nullok" not in line.arguments and not _skipped(lines, number)
    ]
    return {
        "modules": [line.module for line in lines],
        "second_factors": [line.module for line in factors],
        "second_factor_required": bool(required),
    }


def _skipped(lines: list[Line], number: int) -> bool:
    """Whether an earlier module's success leads past the line: ``sufficient``, ``success=done`` or a jump over it."""
    for index, line in enumerate(lines[:number]):
        if line.module in _SECOND_FACTORS:
            continue
        jump = re.search(r"\bsuccess=(\w+)", line.control)
        word = "done" if line.control == "sufficient" else jump[1] if jump else ""
        if word == "done" and lines[number].level[: len(line.level)] == line.level:
            return True
        if word.isdigit() and index + int(word) >= number:
            return True
    return False
