"""What a machine says about itself: ``uname``, ``date``, ``ip addr``."""

import json
import re
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.shaped import shaped

_EPOCH = re.compile(r"^(\d{9,11})(\.\d+)?")
_INET = re.compile(r"^\s*inet6?\s+([0-9a-fA-F.:]+)(?:/\d+)?\s")


def parse_kernel(answer: Answer) -> dict[str, Any]:
    """``uname -srvm``: name, release, version (free text) and machine."""
    words = answer.text.split()
    if len(words) < 4:  # noqa: PLR2004 - the version has at least one word
        raise ValueError(f"expected name, release, version and machine, got {answer.text[:60]!r}")
    return {"sysname": words[0], "release": words[1], "version": " ".join(words[2:-1]), "machine": words[-1]}


def parse_clock(answer: Answer) -> dict[str, Any]:
    """``date -u +%s.%N``: seconds since 1970; BusyBox leaves the fraction out or prints it as ``%N``."""
    match = _EPOCH.match(answer.text.strip())
    if match is None:
        raise ValueError(f"expected seconds since 1970, got {answer.text[:40]!r}")
    return {"epoch": float(match[0])}


def parse_addresses(answer: Answer) -> dict[str, Any]:
    """Addresses of all interfaces but loopback: ``ip -j addr``, or the text of an ``ip`` without JSON."""
    if answer.text.lstrip().startswith("["):
        try:
            links = json.loads(answer.text)
        except (json.JSONDecodeError, RecursionError) as error:
            raise ValueError(f"expected the JSON of ip addr: {error}") from None
        with shaped("the JSON of ip addr"):
            found = [info.get("local", "") for link in links for info in link.get("addr_info", [])]
    else:
        found = [match[1] for line in shell_lines(answer.text) if (match := _INET.match(line))]
    outer = [one for one in found if isinstance(one, str) and one and not one.startswith("127.") and one != "::1"]
    if not found:
        raise ValueError("expected addresses, found not even that of the loopback interface")
    return {"addresses": list(dict.fromkeys(outer))}
