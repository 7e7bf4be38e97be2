"""Certificates that services of a host show: ``openssl x509 -noout -subject -issuer -enddate`` per file.

Sections ``== now`` (seconds since 1970) and ``== file PATH``.
"""

from datetime import UTC, datetime
from typing import Any

from app.parsers import Answer
from app.parsers.sections import sections

_DAY = 86400


def parse_certificates(answer: Answer) -> dict[str, Any]:
    """``certificates``: path, subject, issuer, whether it signs itself, days left (below zero: over)."""
    now: int | None = None
    certificates = []
    for section in sections(answer):
        kind, _, path = section.head.partition(" ")
        if kind == "now" and section.text.strip().isdigit():
            now = int(section.text)
        elif kind == "file" and now is not None:
            certificates.append(_certificate(path, section.lines, now))
    if now is None:
        raise ValueError("expected the time before the certificates")
    return {"certificates": certificates}


def _certificate(path: str, lines: tuple[str, ...], now: int) -> dict[str, Any]:
    values = {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines)}
    if "notAfter" not in values:
        return {"path": path}  # unreadable: what it says isn't known
    try:
        end = datetime.strptime(values["notAfter"].removesuffix(" GMT"), "%b %d %H:%M:%S %Y").replace(tzinfo=UTC)
    except ValueError:
        raise ValueError(f"expected a date, got {values['notAfter'][:40]!r}") from None
    return {
        "path": path,
        "subject": values.get("subject", ""),
        "issuer": values.get("issuer", ""),
        "self_signed": values.get("subject") == values.get("issuer"),
        "days_left": int((end.timestamp() - now) // _DAY),
    }
