"""Formats that many programs share: plain text, lines, one number, KEY=value, ``key value``, JSON."""

import json
import shlex
from typing import Any

from app.parsers import Answer, shell_lines


def text(answer: Answer) -> dict[str, Any]:
    """The output as it is: ``text`` without trailing blanks, ``lines`` without empty ones, and ``status``."""
    return {"text": answer.text.rstrip(), "lines": lines(answer)["lines"], "status": answer.status}


def lines(answer: Answer) -> dict[str, Any]:
    """Non-empty lines, stripped, and their ``count``."""
    listed = [line.strip() for line in shell_lines(answer.text) if line.strip()]
    return {"lines": listed, "count": len(listed)}


def number(answer: Answer) -> dict[str, Any]:
    """One whole or decimal number in the output."""
    words = answer.text.split()
    if len(words) != 1:
        raise ValueError(f"expected one number, got {len(words)} words")
    try:
        value = float(words[0]) if "." in words[0] else int(words[0])
    except ValueError:
        raise ValueError(f"expected a number, got {words[0][:40]!r}") from None
    return {"number": value}


def keyvalue(answer: Answer) -> dict[str, Any]:
    """``KEY=value`` lines as os-release, systemctl show and timedatectl print them; shell quotes are undone."""
    facts: dict[str, Any] = {}
    for line in shell_lines(answer.text):
        key, separator, value = line.strip().partition("=")
        if not separator or not key or key.startswith("#"):
            continue
        if value[:1] in {'"', "'"}:
            try:
                value = "".join(shlex.split(value))
            except ValueError:
                value = value.strip("\"'")
        facts[key] = value
    if not facts:
        raise ValueError("expected KEY=value lines, found none")
    return facts


def json_value(answer: Answer) -> Any:
    """JSON as the tools print it with -J, -j or --json."""
    try:
        return json.loads(answer.text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"expected JSON: {error}") from None
