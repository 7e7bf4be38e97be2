"""Network filters of libvirt with what they include: ``virsh nwfilter-dumpxml`` of each (libvirt formatnwfilter).

Sections ``== filters UUID…`` and ``== filter UUID`` with the document behind ``|``. A filter protects by what its tree
of includes reaches: the shipped ones are known by name and have to drop something still, and rules of a site are read
where they drop DHCP answers or router advertisements that a guest sends, or accept frames before the shipped ones see
them.
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
_OUT = frozenset({"out", "inout"})
# Where the chains stand that filters begin in, by the first part of their names; a rule of the root chain with a
# smaller number comes before them (libvirt formatnwfilter, "Filter chains").
_CHAINS = {"stp": -810, "mac": -800, "vlan": -750, "ipv4": -700, "ipv6": -600, "arp": -500, "rarp": -400}
_GUARDS = {"mac": -800, "ip": -710, "ipv6": -610, "arp": -520}  # of the shipped filters against forged addresses
_SCOPES = {"mac": frozenset(_GUARDS), "ip": frozenset({"ip"}), "ipv6": frozenset({"ipv6"}), "arp": frozenset({"arp"})}
_SCOPES |= {"ipv4": _SCOPES["ip"], "0x800": _SCOPES["ip"], "0x86dd": _SCOPES["ipv6"], "0x806": _SCOPES["arp"]}
_RULE_PRIORITY = 500  # of a rule that names none
_IPV4_ACCEPTED = -650  # the rule of clean-traffic behind which no other rule on IPv4 frames is looked at
# What a rule may say beside the port or type without sparing packets: everything else narrows it.
_UNNARROWED = {"comment", "statematch", "srcportend", "typeend", "dstportstart", "dstportend", "protocol", "match"}
_DHCP_CLIENT = 68
_PROTOCOLS = {"udp", "17", "icmpv6", "58"}


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
    blocking = {root.get("name") for root in roots if _blocks(root)}
    spared = _spared(roots)
    closed = (
        "no-other-l2-traffic" in blocking
        and "ipv6" not in spared
        and not reached & _IPV6_OPEN
        and not _accepts_ipv6(roots)
    )
    return {
        "mac": "no-mac-spoofing" in blocking and "mac" not in spared,
        "ip": "no-ip-spoofing" in blocking and "ip" not in spared,
        "arp": ("no-arp-spoofing" in blocking or blocking >= _NO_ARP) and "arp" not in spared,
        "ipv6": closed or ("no-ipv6-spoofing" in blocking and "ipv6" not in spared),
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


def _blocks(root: Element) -> bool:
    """Whether a filter drops anything that a guest sends; one that was emptied under its old name doesn't."""
    return any(rule.get("action") in _DROPS and rule.get("direction") in _OUT for rule in within(root, "rule"))


def _spared(roots: list[Element]) -> set[str]:
    """What frames a rule accepts before the shipped filters look at them."""
    found: set[str] = set()
    for root in roots:
        chain = (root.get("chain") or "root").split("-")[0]
        for rule in within(root, "rule"):
            if rule.get("action") == "accept" and rule.get("direction") in _OUT:
                place = _integer(rule.get("priority"))
                if chain != "root":
                    place = _integer(root.get("priority")) or _CHAINS.get(chain)
                scope = _scope(rule) & _SCOPES.get(chain, frozenset(_GUARDS))
                found |= {kind for kind in scope if (_RULE_PRIORITY if place is None else place) <= _GUARDS[kind]}
    return found


def _scope(rule: Element) -> frozenset[str]:
    """The kinds of frame that a rule is about; rules on single protocols above IP come after all of these."""
    if len(rule) == 0:
        return frozenset(_GUARDS)
    scopes = [_SCOPES.get((one.get("protocolid") or str(one.tag)).lower(), frozenset()) for one in rule]
    return frozenset().union(*scopes)


def _drops(root: Element, protocols: tuple[str, ...], attribute: str, wanted: int) -> bool:
    """Whether a rule drops, on the way out of the guest, all packets of this source port or type."""
    chain = (root.get("chain") or "root").split("-")[0]
    for rule in within(root, "rule"):
        if rule.get("action") in _DROPS and rule.get("direction") in _OUT:
            place = _integer(rule.get("priority"))
            early = chain != "root" or (place is not None and place < _IPV4_ACCEPTED)
            for protocol in protocols:
                # A rule on frames may come too late; one on UDP or ICMPv6 stands elsewhere, where frames went through.
                counts = early or protocol not in {"ip", "ipv6"}
                if counts and any(_covers(one, attribute, wanted) for one in within(rule, protocol)):
                    return True
    return False


def _covers(one: Element, attribute: str, wanted: int) -> bool:
    start, end = _integer(one.get(attribute)), _integer(one.get(attribute.removesuffix("start") + "end"))
    client = (_integer(one.get("dstportstart")), _integer(one.get("dstportend")))
    return (
        start is not None
        and start <= wanted <= (start if end is None else end)
        and set(one.attrib) <= _UNNARROWED | {attribute}
        and one.get("match") != "no"
        and (one.get("protocol") or "udp").lower() in _PROTOCOLS
        and (client[0] is None or client[0] <= _DHCP_CLIENT <= (client[0] if client[1] is None else client[1]))
    )


def _integer(text: str | None) -> int | None:
    try:
        return int(text or "", 0)
    except ValueError:
        return None
