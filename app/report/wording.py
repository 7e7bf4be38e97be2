"""The words of a report for what the model says in codes, and small sentences about numbers."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from app.model import Mode, Privilege, Reason, Role, Scope
from app.report.standing import utc

STATES = {
    "open": "Open: answers may still change",
    "submitted": "Submitted for review",
    "accepted": "Accepted by the reviewer",
    "signed": "Signed and closed",
}

MODES = {
    Mode.AUTOMATED: "decided by the program",
    Mode.ASSISTED: "facts by the program, decided by a person",
    Mode.MANUAL: "answered by a person",
}

SCOPES = {
    Scope.HOST: "each host",
    Scope.GUEST: "each guest",
    Scope.BOTH: "each host and guest",
    Scope.SITE: "the whole site",
    Scope.CROSS_HOST: "several machines together",
}

ROLES = {Role.HOST: "Host", Role.GUEST: "Guest", Role.AUTO: "Not known"}

PRIVILEGES = {
    Privilege.ROOT: "root",
    Privilege.SUDO: "root by sudo",
    Privilege.SUDO_EXACT: "single commands by sudo",
    Privilege.USER: "unprivileged",
}

# For each reason: a heading, and what would settle it.
REASONS: dict[Reason | None, tuple[str, str]] = {
    Reason.UNREACHABLE: ("Machine not reached", "Make the machine reachable and run the audit on it again."),
    Reason.CONNECTION_LOST: ("Connection lost while looking", "Run the audit on the machine again."),
    Reason.CANCELLED: ("Stopped by the operator", "Run the audit on the machine again."),
    Reason.NO_RIGHTS: ("Rights missing", "Give the audit account the rights named, or have a person answer."),
    Reason.TOOL_MISSING: (
        "A program is missing on the machine",
        "Have a person answer; nothing needs to be installed.",
    ),
    Reason.TIMEOUT: ("No answer in time", "Look at the load of the machine, then run the audit again."),
    Reason.COMMAND_FAILED: ("The command failed", "Look at its output in the appendix and mend the cause."),
    Reason.UNPARSEABLE: ("Output not understood", "Have a person read the output in the appendix and answer."),
    Reason.TRUNCATED: ("Output longer than the limit", "Have a person look on the machine and answer."),
    Reason.TAMPERED: (
        "Output damaged or forged",
        "Find out what changes the output on the machine before trusting it.",
    ),
    Reason.FACT_MISSING: ("The output doesn't say", "Have a person look on the machine and answer."),
    Reason.AWAITING_SIGNOFF: ("Waiting for a person's answer", "Answer the item, and attach what supports the answer."),
    Reason.NOT_DECIDABLE: ("No command decides it here", "Have a person answer from the facts collected."),
    Reason.NO_PLATFORM: ("Platform not known", "Choose the platform by hand, or have a person answer."),
    Reason.OUT_OF_SCOPE: ("Chapter left out of the audit", "Take the chapter into the scope to have it looked at."),
    Reason.OTHER_ROLE: ("The item concerns machines of another role", ""),
    Reason.NO_SUBJECT: ("There is nothing on the machine that the item concerns", ""),
    Reason.CONDITION: ("The condition under which the item holds isn't met", ""),
    None: ("No cause recorded", "Run the audit again, or have a person answer."),
}

# What changed after an answer was given (words of app.overrides.Outdated).
CHANGED = {
    "text": "what the item asks or how it is checked",
    "result": "what was measured",
    "evidence": "what was collected for the person who decides",
}


def moment(time: datetime | None) -> str:
    """Write a time for people, in UTC to the second; "" for none."""
    return f"{utc(time):%Y-%m-%d %H:%M:%S} UTC" if time else ""


def minute(time: datetime | None) -> str:
    """Write a time for people, in UTC to the minute; "" for none."""
    return f"{utc(time):%Y-%m-%d %H:%M} UTC" if time else ""


def number(count: int) -> str:
    """Group the digits of a number by thin commas."""
    return f"{count:,}"


def plural(count: int, one: str, many: str = "") -> str:
    """Write "1 host" or "3 hosts"."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def listed(words: Sequence[str], limit: int = 0) -> str:
    """Join as "a, b and c"; above the limit (if any) as "a, b and 7 more"."""
    if limit and len(words) > limit:
        return f"{', '.join(words[:limit])} and {len(words) - limit} more"
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def first_sentence(text: str) -> str:
    """Take the first sentence of a paragraph."""
    return re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]


def sentence(text: str) -> str:
    """End the text with a full stop."""
    text = text.strip()
    return text if not text or text[-1] in ".!?…:" else f"{text}."


def natural(items: Iterable[str]) -> list[str]:
    """Sort item ids and names with numbers the way people count: 7.2-a before 7.10-a."""
    return sorted(items, key=natural_key)


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Give a key that sorts digits as numbers; at most 18 of them, which any integer type takes."""
    return tuple(
        (0, int(part), "") if part.isascii() and part.isdigit() and len(part) <= 18 else (1, 0, part)  # noqa: PLR2004
        for part in re.split(r"(\d+)", text)
        if part
    )
