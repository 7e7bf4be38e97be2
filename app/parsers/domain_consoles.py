"""Screens and character devices of a libvirt guest (libvirt formatdomain, "Graphical framebuffers", "Consoles…")."""

import ipaddress
import re
from typing import Any

from app.parsers.xmltext import Element, first, flag, number, within

_NETWORKED = frozenset({"vnc", "spice", "rdp"})
_BUS_OVER_NETWORK = re.compile(r"(?:^|;)\s*(?:nonce-)?tcp:")  # an address of D-Bus, "Transports"
# Devices whose other end is on the host; one of random numbers has it in its backend.
_KINDS = {
    "serial": "serial",
    "parallel": "parallel",
    "console": "console",
    "channel": "channel",
    "smartcard": "smartcard",
    "redirdev": "redirdev",
    "rng": "rng/backend",
}
_DISPLAY_CHANNEL = "com.redhat.spice.0"  # what libvirt calls channels of these types that have no name
_DISPLAY_TYPES = frozenset({"spicevmc", "qemu-vdagent"})


def is_loopback(address: str) -> bool:
    """Whether only this machine reaches the address; a name other than localhost may be anything."""
    bare = address.strip("[]")
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return bare.lower() in {"localhost", "localhost.localdomain", "ip6-localhost"}


def graphics(devices: Element | None) -> list[dict[str, Any]]:
    """Every screen: where it listens, in clear or not, and what it exchanges with the viewer's desktop."""
    found = []
    for element in within(devices, "graphics"):
        kind = element.get("type") or ""
        addresses, by_default, sockets = _listens(element, kind)
        port = number(element.get("port"))
        mode = element.get("defaultMode") or "any"
        modes = sorted({one.get("mode") or "any" for one in within(element, "channel")})
        clipboard, transfer = first(element, "clipboard"), first(element, "filetransfer")
        networked = kind in _NETWORKED
        found.append(
            {
                "name": kind,
                "type": kind,
                "networked": networked and (bool(addresses) or by_default),
                "addresses": addresses,
                "outer_addresses": [address for address in addresses if not is_loopback(address)],
                "default_address": by_default,
                "socket": sockets,
                "port": port if port is not None and port > 0 else None,
                "auto_port": flag(element, "autoport"),
                "tls_port": (number(element.get("tlsPort")) or 0) > 0 or flag(element, "autoport"),
                "websocket": (element.get("websocket") or "0").strip() != "0",
                "secure_only": mode == "secure" and not set(modes) & {"any", "insecure"},
                # libvirt, "spice": copy and paste and file transfer are allowed unless switched off.
                "clipboard": kind == "spice" and flag(clipboard, "copypaste", default=True),
                "file_transfer": kind == "spice" and flag(transfer, "enable", default=True),
                "password_until": element.get("passwdValidTo"),
                "shared": element.get("sharePolicy"),
            }
        )
    return found


def _listens(element: Element, kind: str) -> tuple[list[str], bool, str | None]:
    """Addresses, whether the default of qemu.conf is taken, and a socket that replaces the network."""
    listens = list(within(element, "listen"))
    if element.get("socket") and not listens:
        return [], False, element.get("socket")
    addresses = [element.get("listen") or ""] if element.get("listen") else []
    sockets, by_default = None, False
    if kind == "dbus" and _BUS_OVER_NETWORK.search(element.get("address") or ""):
        addresses.append(element.get("address") or "")
    for one in listens:
        if one.get("type") in {"socket", "none"}:
            sockets = one.get("socket") or one.get("type")
        elif one.get("address"):
            addresses.append(one.get("address") or "")
        elif one.get("type") == "network":
            addresses.append(f"network {one.get('network')}")
        else:
            by_default = not element.get("listen")
    if not listens and not addresses and kind in _NETWORKED:
        by_default = True
    return list(dict.fromkeys(addresses)), by_default, sockets


_NOWHERE = Element("source", {"mode": "bind"})


def chardevs(devices: Element | None) -> list[dict[str, Any]]:
    """Serial and parallel ports, consoles and channels, with files that record them and network ends."""
    found = [_chardev(element, kind) for kind, path in _KINDS.items() for element in within(devices, path)]
    ports = [_other_end(one) for one in found if one["kind"] == "serial"]
    # libvirt shows the first serial port once more as a console; it is one device.
    return [one for one in found if not (one["kind"] == "console" and _other_end(one) in ports)]


def _other_end(one: dict[str, Any]) -> tuple[Any, ...]:
    return one["type"], one["path"], one["records"], one["ends"], one["connects_to"]


def _chardev(element: Element, kind: str) -> dict[str, Any]:
    type_ = element.get("type") or ""
    target, protocol, log = first(element, "target"), first(element, "protocol"), first(element, "log")
    sources = list(within(element, "source"))
    source = sources[0] if sources else None
    speaks = (protocol.get("type") if protocol is not None else None) or "raw"
    path = source.get("path") if source is not None and type_ in {"file", "pipe", "dev"} else None
    connects = source is not None and type_ == "unix" and source.get("mode") == "connect"
    name = (target.get("name") if target is not None else None) or (
        _DISPLAY_CHANNEL if kind == "channel" and type_ in _DISPLAY_TYPES else None
    )
    label = " ".join(word for word in (kind, type_, name or (target.get("port") if target is not None else "")) if word)
    records = [log.get("file") or "a log"] if log is not None else []
    if type_ in {"file", "pipe"}:
        records.append(path or "a file")
    return {
        "name": label,
        "kind": kind,
        "type": type_,
        "target_type": target.get("type") if target is not None else None,
        "target_name": name,
        "path": path,
        "records": records,
        "clipboard": type_ == "qemu-vdagent" and flag(first(source, "clipboard"), "copypaste"),
        "connects_to": (source.get("path") if source is not None and connects else None) or None,
        "ends": _ends(sources, type_, speaks),
    }


def _ends(sources: list[Element], type_: str, speaks: str) -> list[dict[str, Any]]:
    """The network ends of a tcp or udp device; one that doesn't say where may be anywhere."""
    if type_ not in {"tcp", "udp"}:
        return []
    return [_end(one, type_, speaks) for one in sources or [_NOWHERE]]


def _end(source: Element, type_: str, speaks: str) -> dict[str, Any]:
    """Without a host a listener takes every address; a protocol called tls or telnets QEMU speaks in clear."""
    listens = (source.get("mode") or "connect") != "connect"
    host = source.get("host") or ("0.0.0.0" if listens else "127.0.0.1")  # noqa: S104 - what QEMU takes, not ours
    return {
        "name": f"{speaks if type_ == 'tcp' else 'udp'} {host}:{source.get('service') or ''}",
        "host": host,
        "listens": listens,
        "outer": not is_loopback(host),
        "tls": type_ == "tcp" and flag(source, "tls"),
        "telnet": type_ == "tcp" and speaks == "telnet",
    }
