"""Each adapter of each guest with the filter that guards it: joined from guests, networks and filters of a host."""

from collections.abc import Mapping
from typing import Any

_DIRECT = frozenset({"hostdev", "passthrough", "private", "vepa"})
_UNSEEN = frozenset({"openvswitch", "midonet"})  # ports whose packets take a way past the host's filters
_KEPT = ("mac", "arp", "ip", "ipv6", "dhcp_server", "router")


def join_guest_ports(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``guests``: by guest, every port with what its filter keeps it from; facts that can't be known are left out."""
    filters = {one["name"]: one for one in facts["nwfilters"]["filters"]}
    networks = {one["name"]: one for one in facts["virtual_networks"]["networks"]}
    known = {"filters": filters, "networks": networks}
    guests = []
    for guest in facts["domains"]["domains"]:
        entry = {"name": guest["name"], "uuid": guest["uuid"]}
        if "interfaces" in guest:
            plugged = [one for one in guest["interfaces"] if one["on_switch"]]
            entry["ports"] = [_port(one, known) for one in plugged]
            entry["links"] = [_port(one, known) for one in guest["interfaces"] if one["connected"]]
        guests.append(entry)
    return {"guests": guests}


def _port(interface: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    fact: dict[str, Any] = {"name": interface["name"], "type": interface["type"], "filter": interface["filter"]}
    network = known["networks"].get(interface["network"] or "")
    named = interface["network"] is not None
    group = _portgroup(interface, network)
    virtual = interface["virtualport"] or group.get("virtualport") or (network or {}).get("virtualport")
    mode = (network or {}).get("mode")
    # A network over cards of the host, without a bridge, gives each guest a macvtap device.
    direct = mode in _DIRECT or (mode == "bridge" and network is not None and network["bridge"] is None)
    beyond = interface["beyond_filters"] or direct or virtual in _UNSEEN
    if beyond or interface["filter"] is None:
        fact |= dict.fromkeys(_KEPT, False)
    elif not named or network is not None:  # else it may be one of Open vSwitch, which ignores filters
        fact |= _of_filter(known["filters"].get(interface["filter"]))
    if not named or network is not None:
        isolated = bool(
            interface["isolated"] or group.get("isolated_ports") or (network is not None and network["isolated_ports"])
        )
        fact["isolated"] = isolated and not beyond  # a port of a bridge of Linux is meant, and of nothing else
        fact["passthrough"] = mode == "passthrough" or interface["mode"] == "passthrough"
        fact["on_link"] = network is None or network["on_link"]
        fact["trusts_guest_filters"] = bool(
            interface["trusts_guest_filters"]
            or group.get("trusts_guest_filters")
            or (network is not None and network["trusts_guest_filters"])
        )
        fact["rate_limited"] = mode != "hostdev" and bool(
            interface["rate_limited"] or (named and group.get("rate_limited"))
        )
    return fact


def _portgroup(interface: Mapping[str, Any], network: Mapping[str, Any] | None) -> Mapping[str, Any]:
    groups: list[Mapping[str, Any]] = network["portgroups"] if network is not None else []
    wanted = interface["portgroup"]
    return next((one for one in groups if (one["name"] == wanted if wanted else one["default"])), {})


def _of_filter(found: Mapping[str, Any] | None) -> dict[str, Any]:
    """What a filter keeps from; of one with an unknown part only what its known part already does."""
    if found is None:
        return {}
    return {key: found[key] for key in _KEPT if found["whole"] or (found[key] and key not in {"ipv6", "router"})}
