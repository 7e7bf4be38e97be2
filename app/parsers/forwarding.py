"""Whether traffic of others passes through the host: what the kernel says under /proc/sys and /sys.

Lines ``ip NAME VALUE``, ``port BRIDGE INTERFACE KIND``, ``bridge NAME AGEING`` (centiseconds; 0 floods like a hub).
"""

from typing import Any

from app.parsers import Answer, shell_lines

_SWITCHES = {"ipv4", "ipv6", "bridge_ipv4", "bridge_ipv6"}


def parse_forwarding(answer: Answer) -> dict[str, Any]:
    """Routing and bridging switches, and the ``bridges`` with their ports."""
    switches: dict[str, bool] = {}
    bridges: dict[str, dict[str, Any]] = {}
    for line in shell_lines(answer.text):
        words = line.split()
        if not words:
            continue
        if words[0] == "ip" and len(words) == 3 and words[1] in _SWITCHES:  # noqa: PLR2004 - name and value
            switches[words[1]] = words[2] != "0"
        elif words[0] == "bridge" and len(words) == 3 and words[2].isdigit():  # noqa: PLR2004 - name and ageing
            bridges[words[1]] = {"name": words[1], "ageing_time": int(words[2]), "ports": [], "guest_ports": []}
        elif words[0] == "port" and len(words) == 4 and words[1] in bridges:  # noqa: PLR2004 - bridge, port, kind
            bridges[words[1]]["ports"].append(words[2])
            if words[3] in {"tun", "vif"}:
                bridges[words[1]]["guest_ports"].append(words[2])
        else:
            raise ValueError(f"expected an ip, bridge or port line, got {line[:60]!r}")
    if "ipv4" not in switches:
        raise ValueError("expected the forwarding switch of IPv4, found none")
    listed = list(bridges.values())
    return {
        "routes": switches["ipv4"] or switches.get("ipv6", False),
        "switches": switches,
        "bridges": listed,
        "bridges_with_guests": [one for one in listed if one["guest_ports"]],
        "bridged_is_filtered_as_routed": switches.get("bridge_ipv4", False) and switches.get("bridge_ipv6", False),
    }
