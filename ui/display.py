"""Whether a window can be opened here: where it can't, Qt ends the process with a dump instead of raising."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WAIT = 3.0  # seconds for a display on another machine
_X11_PORT = 6000  # of display 0 (X.Org, X(7), "DISPLAY NAMES")
_X11_FOLDER = "/tmp/.X11-unix"  # noqa: S108 - where X servers have their sockets, by convention


def why_not() -> str:
    """One sentence on why there is no display, empty where one answers; what Qt was told to use isn't tried."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    named = [name for name in ("WAYLAND_DISPLAY", "DISPLAY") if os.environ.get(name)]
    places = [place for name in named for place in (_wayland() if name == "WAYLAND_DISPLAY" else _x11())]
    if any(_answers(place) for place in places):
        return ""
    from app.language import tr  # noqa: PLC0415 - the first window doesn't wait for it

    if not named:
        return tr(
            "There is no display to open a window on; use `bartizan audit --local`, or set DISPLAY or WAYLAND_DISPLAY."
        )
    said = " ".join(f"{name}={os.environ[name]}" for name in named)
    return tr(
        "The display {display} doesn't answer, so no window can be opened; correct the variable, or use "
        "`bartizan audit --local`."
    ).format(display=said)


def _wayland() -> Iterator[str]:
    yield os.path.join(os.environ.get("XDG_RUNTIME_DIR", "/"), os.environ["WAYLAND_DISPLAY"])  # noqa: PTH118 - pathlib is slow to load


def _x11() -> Iterator[str | tuple[str, int]]:
    """Where the server of DISPLAY may listen: ``host:number.screen``, without a host on this machine."""
    host, _, rest = os.environ["DISPLAY"].rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdecimal() or int(number) > 0xFFFF - _X11_PORT:
        return
    if host in {"", "unix"}:
        yield f"\0{_X11_FOLDER}/X{number}"
        yield f"{_X11_FOLDER}/X{number}"
    yield (host.strip("[]") or "localhost", _X11_PORT + int(number))


def _answers(place: str | tuple[str, int]) -> bool:
    import socket  # noqa: PLC0415 - not where Qt was told what to use

    with suppress(OSError, ValueError):
        if isinstance(place, tuple):
            socket.create_connection(place, timeout=_WAIT).close()
            return True
        with socket.socket(socket.AF_UNIX) as one:
            one.settimeout(_WAIT)
            one.connect(place)
            return True
    return False
