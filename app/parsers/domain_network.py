"""Network interfaces of a libvirt guest (libvirt formatdomain, "Network interfaces")."""

from typing import Any

from app.parsers.xmltext import Element, first, flag, number, within

# Types whose packets filters of libvirt see, and those whose rate it bounds; any other it lets define both in vain.
_FILTERED = frozenset({"network", "bridge", "ethernet"})
_RATED = _FILTERED | {"direct"}
# The guest's own process sends these packets as the host's user would; there is no port on a switch.
_USER = frozenset({"user"})
_PLACES = ("network", "bridge", "dev", "portgroup", "path", "address", "name", "type")


def interfaces(devices: Element | None) -> list[dict[str, Any]]:
    """Every adapter with where it is plugged in, who filters it and how fast it may be."""
    return [_interface(element, index) for index, element in enumerate(within(devices, "interface"))]


def _interface(element: Element, index: int) -> dict[str, Any]:
    kind = element.get("type") or ""
    source, mac = first(element, "source"), first(element, "mac")
    target, port, virtual = first(element, "target"), first(element, "port"), first(element, "virtualport")
    filterref, model, link = first(element, "filterref"), first(element, "model"), first(element, "link")
    address = (mac.get("address") if mac is not None else None) or None
    inbound, outbound = _average(element, "inbound"), _average(element, "outbound")
    vlan = first(element, "vlan")
    return {
        "name": address or f"interface {index + 1}",
        "mac": address.lower() if address else None,
        "type": kind,
        "source": _source(source),
        "network": source.get("network") if source is not None else None,
        "bridge": source.get("bridge") if source is not None else None,
        "portgroup": source.get("portgroup") if source is not None else None,
        "mode": (source.get("mode") or "vepa") if kind == "direct" and source is not None else None,
        "target": target.get("dev") if target is not None else None,
        "model": model.get("type") if model is not None else None,
        "filter": (filterref.get("filter") if filterref is not None else None) or None,
        "filter_parameters": _parameters(filterref),
        "virtualport": virtual.get("type") if virtual is not None else None,
        "isolated": flag(port, "isolated"),
        "vlans": [tag.get("id") or "" for tag in within(vlan, "tag")],
        "vlan_trunk": flag(vlan, "trunk"),
        "trusts_guest_filters": flag(element, "trustGuestRxFilters"),
        "link_up": link is None or link.get("state") != "down",
        "inbound_kib": inbound,
        "outbound_kib": outbound,
        "rate_limited": kind in _RATED and (inbound or 0) > 0 and (outbound or 0) > 0,
        "beyond_filters": kind not in _FILTERED,
        "on_switch": kind not in _USER | {"null"},
        "connected": kind != "null",
    }


def _source(source: Element | None) -> str:
    if source is None:
        return ""
    return next((value for key in _PLACES if (value := source.get(key))), "")


def _average(element: Element, direction: str) -> int | None:
    found = first(first(element, "bandwidth"), direction)
    return None if found is None else number(found.get("average"))


def _parameters(filterref: Element | None) -> dict[str, list[str]]:
    """Variables given to the filter, by upper-case name: IP, MAC, CTRL_IP_LEARNING, DHCPSERVER."""
    found: dict[str, list[str]] = {}
    for one in within(filterref, "parameter"):
        found.setdefault((one.get("name") or "").upper(), []).append(one.get("value") or "")
    return found
