"""Keys and logins at the console: magic SysRq (admin-guide/sysrq), Ctrl-Alt-Del, automatic logins, serial lines."""

from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.pairs import parse_pairs

_ALL = 1
_BITS = {
    2: "console log level",
    4: "keyboard",
    8: "process dumps",
    16: "sync",
    32: "remount read-only",
    64: "signals to processes",
    128: "reboot",
    256: "nicing of real-time tasks",
}
_SERIAL = ("ttyS", "ttyAMA", "ttyUSB", "ttyACM", "hvc", "ttysclp")


def parse_console_keys(answer: Answer) -> dict[str, Any]:
    """States as printed, and ``sysrq_allows``: what the magic key does at this console."""
    facts = parse_pairs(answer)
    mask = facts.pop("sysrq", None)
    if mask is not None:
        if not mask.isdigit():
            raise ValueError(f"expected the mask of SysRq, got {mask[:20]!r}")
        number = int(mask)
        facts["sysrq"] = number
        facts["sysrq_allows"] = [word for bit, word in _BITS.items() if number == _ALL or number & bit]
    return facts


def parse_console_logins(answer: Answer) -> dict[str, Any]:
    """``active`` consoles of the kernel, ``serial`` lines among them or with a login, ``automatic`` logins by file."""
    lines = [line.strip() for line in shell_lines(answer.text) if line.strip()]
    if not lines or lines[-1] != "end":
        raise ValueError("the list of consoles has no end")
    active: list[str] = []
    gettys: list[str] = []
    automatic: list[str] = []
    for line in lines[:-1]:
        key, _, value = line.partition(" ")
        if key == "active":
            active += value.split()
        elif key == "getty":
            gettys.append(value.strip())
        elif key == "automatic":
            automatic.append(value.strip())
        else:
            raise ValueError(f"expected active, getty or automatic, got {line[:60]!r}")
    serial = [name for name in dict.fromkeys([*active, *gettys]) if name.startswith(_SERIAL)]
    return {"active": active, "serial": serial, "automatic": list(dict.fromkeys(automatic))}
