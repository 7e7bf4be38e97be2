"""Secrets that a host's output may hold are masked in what people pass around, and the masking is said.

The audit file and its JSON keep evidence verbatim; PDF and CSV show ``[masked: password hash]`` in its place. Every
pattern is a fixed start and a run that can't fail once it is long enough, so hostile input takes linear time.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("private key", re.compile(r"(-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----)(?s:.*?)(?=-----END|\Z)")),
    ("password hash", re.compile(r"()\$(?:1|2[abxy]?|5|6|7|y|gy|md5|sha1|argon2i?d?|scrypt)\$[A-Za-z0-9./+=,$*-]{8,}")),
    ("password hash", re.compile(r"()\{(?:SSHA|SHA|SMD5|MD5|CRYPT|PBKDF2)[A-Z0-9-]{0,12}\}[A-Za-z0-9./+=$]{8,}")),
    ("password hash", re.compile(r"(\bgrub\.pbkdf2\.sha512\.)[0-9A-Fa-f.]{16,}")),
    (
        "password",
        re.compile(
            r"((?i:\b[\w-]{0,40}(?:bindpw|password|passwd|passphrase|secret|api[_-]?key|auth[_-]?token)\b"
            r"[\"']?\s{0,4}[=:]\s{0,4}[\"']?))"
            r"(?!\((?:set|empty|removed|withheld)\))"  # what a probe left in its place on the host
            r"(?!(?:yes|no|true|false|on|off|none|null|required|sufficient|optional|prohibit|files|compat|x|\*|!|0|1)\b)"
            r"[^\s\"',;<>\[\]]{4,}"
        ),
    ),
    ("password", re.compile(r"(://[^\s/@:]{1,100}:)[^\s/@]{1,200}(?=@)")),
    ("password", re.compile(r"(\bpasswd=[\"'])[^\"'<>]{1,200}")),
)


@dataclass(frozen=True, slots=True)
class Masked:
    """The text without its secrets, and how many were taken out."""

    text: str
    count: int


def mask(text: str) -> Masked:
    """Replace password hashes, private keys and bound passwords by a note of what stood there."""
    return _remembered(text) if len(text) < _SHORT else _masked(text)


_SHORT = 200  # the same messages and values come again and again; long outputs don't


def _masked(text: str) -> Masked:
    count = 0
    for what, pattern in _PATTERNS:
        text, found = pattern.subn(rf"\g<1>[masked: {what}]", text)
        count += found
    return Masked(text, count)


_remembered = lru_cache(maxsize=4096)(_masked)
