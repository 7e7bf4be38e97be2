"""What may be a name in a file of hosts, and an address as a person would type it."""

import re

from app.errors import UsageError

# No control or direction characters, which fool a terminal; no slash, which parts names in the audit; no hyphen first,
# which would make it an option.
_NEVER = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069"
NAME_PATTERN = rf"^[^{_NEVER}/-][^{_NEVER}/]{{0,119}}$"
LINE_PATTERN = rf"^[^{_NEVER}]*$"
NAME = re.compile(NAME_PATTERN.removesuffix("$") + r"\Z")
LINE = re.compile(LINE_PATTERN.removesuffix("$") + r"\Z")


def typed(address: str, user: str, *, user_key: str = "user", port_key: str = "port") -> str:
    """User and address as a person would type them, so that one place says what is an address (app.targets)."""
    if "@" in address:
        raise UsageError(f"{address!r}: the user has a key of its own, {user_key}.")
    if address.count(":") == 1 or "]:" in address:
        raise UsageError(f"{address!r}: the port has a key of its own, {port_key}.")
    bare = f"[{address}]" if ":" in address and not address.startswith("[") else address
    return f"{user}@{bare}" if user else bare
