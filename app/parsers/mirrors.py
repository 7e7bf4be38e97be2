"""Traffic that the host copies elsewhere: ``tc filter show`` (tc-mirred(8)) and mirrors of Open vSwitch.

Sections ``== device NAME``, ``== openvswitch`` (one mirror name per line), ``== end``.
"""

import re
from typing import Any

from app.parsers import Answer
from app.parsers.sections import sections

_MIRROR = re.compile(r"mirred \((Egress|Ingress) Mirror to device ([^\s)]+)\)")


def parse_mirrors(answer: Answer) -> dict[str, Any]:
    """``mirrors``: the device whose traffic is copied and where to; redirection, as for shaping, is none."""
    mirrors: list[str] = []
    ended = False
    for section in sections(answer):
        kind, _, name = section.head.partition(" ")
        if kind == "end":
            ended = True
        elif kind == "device":
            mirrors += [f"{name} to {match[2]}" for line in section.lines if (match := _MIRROR.search(line))]
        elif kind == "openvswitch":
            mirrors += [f"Open vSwitch mirror {line.strip()}" for line in section.lines if line.strip()]
    if not ended:
        raise ValueError("the list of devices has no end")
    return {"mirrors": list(dict.fromkeys(mirrors))}
