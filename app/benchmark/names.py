"""What may be a name in a file of hosts, and an address as a person would type it."""

import re
from collections.abc import Collection

from app.errors import UsageError
from app.language import tr
from app.targets import no_password, parse_target

# No control or direction characters, which fool a terminal; no slash, which parts names in the audit; no hyphen first,
# which would make it an option.
_NEVER = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
NAME_PATTERN = rf"^[^{_NEVER}/-][^{_NEVER}/]{{0,119}}$"
LINE_PATTERN = rf"^[^{_NEVER}]*$"
# Of ProxyJump: several machines, separated by commas.
JUMP_PATTERN = rf"^[^{_NEVER}-][^{_NEVER}]{{0,1199}}$"
FINGERPRINT_PATTERN = r"^SHA256:[A-Za-z0-9+/]{43}$"
LONGEST_CONNECT = 600  # seconds for reaching a host, as for --connect-timeout
NAME = re.compile(NAME_PATTERN.removesuffix("$") + r"\Z")
LINE = re.compile(LINE_PATTERN.removesuffix("$") + r"\Z")
FINGERPRINT = re.compile(FINGERPRINT_PATTERN.removesuffix("$") + r"\Z")


def form_in_words(pattern: str) -> str:
    """What one of these patterns asks for, as the end of a sentence; an empty text for any other."""
    return {
        NAME_PATTERN: tr(
            "of a name: at most 120 characters on one line, without slashes and control characters, the first no hyphen"
        ),
        LINE_PATTERN: tr("of one line without control characters"),
        JUMP_PATTERN: tr(
            "of a way: hosts with commas between them, on one line without control characters, the first no hyphen"
        ),
        FINGERPRINT_PATTERN: tr("SHA256:..., as ssh-keygen -l prints it"),
    }.get(pattern, "")


def typed(address: str, user: str, *, user_key: str = "user", port_key: str = "port") -> str:
    """User and address as a person would type them, so that one place says what is an address (app.targets)."""
    if ":" in address.removeprefix("ssh://").rpartition("@")[0]:
        raise no_password()
    if "@" in address:
        raise UsageError(
            tr("{address!r}: the user has a key of its own, {user_key}.").format(address=address, user_key=user_key)
        )
    if address.count(":") == 1 or "]:" in address:
        raise UsageError(
            tr("{address!r}: the port has a key of its own, {port_key}.").format(address=address, port_key=port_key)
        )
    bare = f"[{address}]" if ":" in address and not address.startswith("[") else address
    return f"{user}@{bare}" if user else bare


def jump_hosts(text: str, known: Collection[str] = ()) -> str:
    """A ProxyJump, its parts without blanks: names of ``known`` machines, or ``[user@]host[:port]``, or "none".

    UsageError where a part is none of these.
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 1 and parts[0].lower() == "none":
        return "none"
    for part in parts:
        if part not in known:
            parse_target(part)
    return ",".join(parts)


def before_itself(name: str, jumps: str) -> str:
    """A ProxyJump that is given for many machines, for one that may be among its own: those before it."""
    parts = jumps.split(",")
    return ",".join(parts[: parts.index(name)]) if name in parts else jumps
