"""Virtual networks of libvirt: ``virsh net-dumpxml`` of each (libvirt formatnetwork).

Sections ``== networks UUID…``, ``== active UUID…`` and ``== network UUID`` with the document behind ``|``.
"""

from typing import Any

from app.parsers import Answer
from app.parsers.libvirt_lists import documents
from app.parsers.xmltext import Element, first, flag, number, text_of, within

# How a network reaches the world over an adapter of the host that others use as well.
_ON_LINK = frozenset({"nat", "route", "open", "bridge", "private", "vepa", "passthrough", "hostdev"})


def parse_virtual_networks(answer: Answer) -> dict[str, Any]:
    """``networks`` with bridge, mode, isolation and limits; ``unreadable`` those that could not be read."""
    found, active, unreadable = documents(answer, "network", "networks")
    networks = [{**_network(root), "uuid": uuid, "active": uuid in active} for uuid, root in found]
    return {"networks": networks, "count": len(networks) + len(unreadable), "unreadable": unreadable}


def _network(root: Element) -> dict[str, Any]:
    forward, bridge, virtual = first(root, "forward"), first(root, "bridge"), first(root, "virtualport")
    mode = (forward.get("mode") or "nat") if forward is not None else "isolated"
    return {
        "name": text_of(root, "name") or "",
        "mode": mode,
        "on_link": mode in _ON_LINK,
        "bridge": bridge.get("name") if bridge is not None else None,
        "isolated_ports": flag(first(root, "port"), "isolated"),
        "virtualport": virtual.get("type") if virtual is not None else None,
        "trusts_guest_filters": flag(root, "trustGuestRxFilters"),
        "vlans": [tag.get("id") or "" for tag in within(root, "vlan/tag")],
        "portgroups": [_portgroup(one) for one in within(root, "portgroup")],
        "addresses": [one.get("address") or "" for one in within(root, "ip")],
    }


def _portgroup(element: Element) -> dict[str, Any]:
    virtual = first(element, "virtualport")
    limits = [
        number(one.get("average")) for way in ("inbound", "outbound") for one in within(element, f"bandwidth/{way}")
    ]
    return {
        "name": element.get("name") or "",
        "default": flag(element, "default"),
        "rate_limited": len(limits) > 1 and all(limits),
        "isolated_ports": flag(first(element, "port"), "isolated"),
        "virtualport": virtual.get("type") if virtual is not None else None,
        "trusts_guest_filters": flag(element, "trustGuestRxFilters"),
        "vlans": [tag.get("id") or "" for tag in within(element, "vlan/tag")],
    }
