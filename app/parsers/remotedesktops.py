"""Remote desktop servers inside a machine: their sockets with how they encrypt and ask for a login.

``desktop_settings``: sections ``== tigervnc``, ``== xrdp`` with the lines that matter, ``== end``. Sources: Xvnc(1) of
TigerVNC (SecurityTypes, default TLSVnc and VncAuth), xrdp.ini(5) (security_layer).
"""

import re
from collections.abc import Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.sections import by_head

_PROGRAMS = frozenset(
    {
        "Xtigervnc", "Xtightvnc", "Xvnc", "Xvnc4", "gnome-remote-de", "krdpserver", "krfb", "vino-server", "wayvnc",
        "weston", "x0tigervncserv", "x0vncserver", "x11vnc", "xrdp",
    }
)  # fmt: skip
_VNC_PORTS, _VNC_WEB_PORTS, _RDP_PORTS = range(5900, 6000), range(5800, 5900), (3389, 3390)
_ENCRYPTED = ("tls", "x509", "ra2", "rsa")
_NO_LOGIN = frozenset({"none", "tlsnone", "x509none"})


def parse_desktop_settings(answer: Answer) -> dict[str, Any]:
    """SecurityTypes of TigerVNC and security_layer of xrdp, where a file sets them."""
    found = by_head(answer)
    if "end" not in found:
        raise ValueError("the look at remote desktops has no end")
    facts: dict[str, Any] = {"security_types": None, "security_layer": None}
    for head, key, name in (
        ("tigervnc", "security_types", "securitytypes"),
        ("xrdp", "security_layer", "security_layer"),
    ):
        for line in found[head].lines if head in found else ():
            match = re.match(rf"^\W*{name}\s*[= ]\s*\"?([^\";]+)", line.strip(), re.IGNORECASE)
            if match is not None:
                facts[key] = match[1].strip()
    return facts


def remote_desktops(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``servers`` by socket: whether others reach them, and as far as it can be seen ``encrypted`` and ``login``."""
    servers = []
    for one in facts["sockets"]["listeners"]:
        program = one["program"] or ""
        known = program in _PROGRAMS or program.startswith(("Xtigervnc", "Xvnc"))
        if one["protocol"] == "tcp" and (
            known or one["port"] in _VNC_PORTS or one["port"] in _VNC_WEB_PORTS or one["port"] in _RDP_PORTS
        ):
            servers.append({"name": one["name"], "outer": one["outer"], **_ways(program, facts["desktop_settings"])})
    return {"servers": servers, "outer_servers": [one for one in servers if one["outer"]]}


def _ways(program: str, settings: Mapping[str, Any]) -> dict[str, bool]:
    if program.startswith(("Xtigervnc", "Xvnc", "x0tigervnc", "x0vnc")):
        text = settings["security_types"] or "TLSVnc,VncAuth"
        kinds = [word.strip().lower() for word in text.split(",") if word.strip()]
        return {
            "encrypted": all(kind.startswith(_ENCRYPTED) for kind in kinds),
            "login": not _NO_LOGIN & set(kinds),
        }
    if program == "xrdp":
        return {"encrypted": (settings["security_layer"] or "negotiate").lower() == "tls", "login": True}
    if program == "gnome-remote-de":
        return {"encrypted": True, "login": True}
    if program == "Xtightvnc":
        return {"encrypted": False, "login": True}
    return {}
