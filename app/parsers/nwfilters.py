"""Network filters of libvirt with what they include: ``virsh nwfilter-dumpxml`` of each (libvirt formatnwfilter).

Sections ``== filters UUID…`` and ``== filter UUID`` with the document behind ``|``. A filter protects by what its tree
of includes reaches: the shipped ones are known by name, and rules of a site are read where they drop DHCP answers or
router advertisements that a guest sends.
"""

from collections.abc import Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.libvirt_lists import documents
from app.parsers.xmltext import Element, within

_DHCP_SERVER, _ROUTER_ADVERTISEMENT = 67, 134  # RFC 2131 section 4.1; RFC 4861 section 4.2
_NO_ARP = frozenset({"no-arp-ip-spoofing", "no-arp-mac-spoofing"})
_IPV6_OPEN = frozenset({"allow-ipv6", "allow-incoming-ipv6"})
_DROPS = frozenset({"drop", "reject"})


def parse_nwfilters(answer: Answer) -> dict[str, Any]:
    """``filters``: each with all filters that it ``reaches`` (itself too) and what that protects from."""
    found, _, unreadable = documents(answer, "filter", "filters")
    roots = {root.get("name") or "": root for _, root in found}
    filters = []
    for uuid, root in found:
        name = root.get("name") or ""
        reached, whole = _reach(name, roots)
        kept = protections(reached, [roots[one] for one in sorted(reached) if one in roots])
        filters.append({"name": name, "uuid": uuid, "reaches": sorted(reached), "whole": whole, **kept})
    return {"filters": filters, "unreadable": unreadable, "count": len(filters) + len(unreadable)}


def _reach(name: str, roots: Mapping[str, Element]) -> tuple[set[str], bool]:
    """All filters below one, and whether each of them is known; circles end."""
    reached, waiting, whole = {name}, [name], True
    while waiting:
        root = roots.get(waiting.pop())
        if root is None:
            whole = False
            continue
        for one in within(root, "filterref"):
            other = one.get("filter") or ""
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached, whole


def protections(reached: set[str], roots: list[Element]) -> dict[str, bool]:
    """What a set of filters keeps a guest from."""
    closed = "no-other-l2-traffic" in reached and not reached & _IPV6_OPEN and not _accepts_ipv6(roots)
    return {
        "mac": "no-mac-spoofing" in reached,
        "ip": "no-ip-spoofing" in reached,
        "arp": "no-arp-spoofing" in reached or reached >= _NO_ARP,
        "ipv6": closed or "no-ipv6-spoofing" in reached,
        "dhcp_server": any(_drops(root, ("udp", "ip"), "srcportstart", _DHCP_SERVER) for root in roots),
        "router": closed or any(_drops(root, ("icmpv6", "ipv6"), "type", _ROUTER_ADVERTISEMENT) for root in roots),
    }


def _accepts_ipv6(roots: list[Element]) -> bool:
    """Whether a filter of the site itself lets IPv6 through, beyond the shipped ones."""
    return any(
        rule.get("action") == "accept" and any(str(one.tag).endswith("ipv6") or one.tag == "icmpv6" for one in rule)
        for root in roots
        for rule in within(root, "rule")
    )


def _drops(root: Element, protocols: tuple[str, ...], attribute: str, wanted: int) -> bool:
    """Whether a rule drops, on the way out of the guest, packets of this source port or type."""
    for rule in within(root, "rule"):
        if rule.get("action") in _DROPS and rule.get("direction") in {"out", "inout"}:
            for protocol in protocols:
                if any(_integer(one.get(attribute)) == wanted for one in within(rule, protocol)):
                    return True
    return False


def _integer(text: str | None) -> int | None:
    try:
        return int(text or "", 0)
    except ValueError:
        return None
