"""Listening sockets: ``ss -tulnp`` (ss(8)), or ``netstat -tulnp`` as BusyBox has it; their heading shows they looked.

Columns of ss: Netid State Recv-Q Send-Q Local:Port Peer:Port [users:(("name",pid=n,fd=n),...)]. Only the last one
holds text that a process chooses (its name, 15 bytes at most). A plain user sees sockets, but no foreign process.
"""

import ipaddress
import re
from typing import Any

from app.parsers import Answer, shell_lines

_USER = re.compile(r'\("([^"]*)",pid=\d+,fd=\d+\)')
_NETSTAT = re.compile(r"^(tcp6?|udp6?)\s+\d+\s+\d+\s+(\S+)\s+(\S+)\s*(.*)$")
_HEADS = ("Active Internet", "Netid ", "Proto ")

# Programs of virtualisation products that open ports on a host of their own accord.
LAYER = (
    "VBox", "VirtualBox", "corosync", "incusd", "kvm", "libvirtd", "linux.uml", "lxd", "oxenstored", "pmxcfs", "pve",
    "qemu", "spiceproxy", "vboxwebsrv", "virtlogd", "virtproxyd", "virtqemud", "virtxend", "vmware", "websockify",
    "xenconsoled", "xenstored", "xl", "xapi",
)  # fmt: skip
_WEB = (
    "apache2", "caddy", "cockpit", "cockpit-ws", "haproxy", "httpd", "jetty", "lighttpd", "miniserv.pl", "nginx",
    "pveproxy", "traefik", "uhttpd", "vboxwebsrv", "websockify",
)  # fmt: skip
_WEB_PORTS = frozenset({80, 443, 3000, 8000, 8006, 8008, 8080, 8443, 8888, 9090, 9443, 10000})


def parse_sockets(answer: Answer) -> dict[str, Any]:
    """``listeners`` by port, protocol and program; names and ports of those that answer on outer addresses."""
    found: dict[tuple[int, str, str], dict[str, Any]] = {}
    for line in shell_lines(answer.text):
        if not line.strip() or line.startswith(_HEADS):
            continue
        protocol, local, programs = _netstat(line) if _NETSTAT.match(line) else _ss(line)
        address, port = _endpoint(local)
        program = _program(programs)
        entry = found.setdefault((port, protocol, program), _entry(port, protocol, program))
        if address not in entry["addresses"]:
            entry["addresses"].append(address)
        entry["outer"] = entry["outer"] or not _is_loopback(address)
    listeners = [found[key] for key in sorted(found)]
    outer = [entry for entry in listeners if entry["outer"]]
    return {
        "listeners": listeners,
        "outer_listeners": outer,
        "outer_names": [entry["name"] for entry in outer],
        "outer_ports": list(dict.fromkeys(entry["port_name"] for entry in outer)),
        "layer_names": [entry["name"] for entry in outer if entry["layer"]],
        "outer_web_listeners": [entry for entry in outer if entry["web"]],
    }


def _entry(port: int, protocol: str, program: str) -> dict[str, Any]:
    port_name = f"{port}/{protocol}"
    return {
        "name": f"{port_name} {program}".strip(),
        "port_name": port_name,
        "port": port,
        "protocol": protocol,
        "program": program or None,
        "addresses": [],
        "outer": False,
        "layer": program.startswith(LAYER),
        "web": protocol == "tcp" and (program in _WEB or port in _WEB_PORTS),
    }


def _ss(line: str) -> tuple[str, str, list[str]]:
    words = line.split(None, 6)
    if len(words) < 6 or words[0] not in {"tcp", "udp"}:  # noqa: PLR2004 - the columns before the process
        raise ValueError(f"expected a line of ss, got {line[:60]!r}")
    return words[0], words[4], _USER.findall(words[6]) if len(words) == 7 else []  # noqa: PLR2004 - with a process


def _netstat(line: str) -> tuple[str, str, list[str]]:
    match = _NETSTAT.match(line)
    assert match is not None  # noqa: S101 - the caller has tried it
    _, _, program = match[4].removeprefix("LISTEN").strip().partition("/")
    return match[1][:3], match[2], [program] if program else []


def _endpoint(local: str) -> tuple[str, int]:
    address, separator, port = local.rpartition(":")
    if not separator or not port.isascii() or not port.isdigit():
        raise ValueError(f"expected address:port, got {local[:60]!r}")
    address = address.replace("[", "").replace("]", "")
    return address or "*", int(port)


def _program(programs: list[str]) -> str:
    """One name for a socket that several processes hold: systemd only hands it to the real service."""
    words = list(dict.fromkeys(name.split()[0].rstrip(":") for name in programs if name.split()))
    real = [word for word in words if word != "systemd"]
    return "+".join(sorted(real or words))


def _is_loopback(address: str) -> bool:
    host, _, interface = address.partition("%")
    if interface == "lo":
        return True
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return False
    mapped = getattr(ip, "ipv4_mapped", None)
    return bool((mapped or ip).is_loopback)
