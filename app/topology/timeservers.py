"""6.1.3-c: guests take their time from their host or from the servers that it uses.

Servers are told apart by what is written: names without regard to case and a full stop at the end, addresses by their
value. Where a name stands against an address, or a public pool gives each machine servers of its own, what both use at
the moment decides, and where that isn't known, nothing does. A loopback address means another machine on each.
"""

from collections.abc import Mapping, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

from app.judge.evaluate import RESULT_OF
from app.model import CheckResult, Reason, Result
from app.topology import Member

CHECK = "topology.time-servers"
PROBE = "time_servers"
AGENTS = "guest_time"
_EXPECTED = "must be the host's servers, or the host"
# What Linux calls the clocks that a hypervisor shows its guests (drivers/ptp, drivers/hv): that of the host.
_HOST_CLOCKS = frozenset({"KVM virtual PTP", "hyperv", "ptp_vmw"})
_HOST_AGENTS = frozenset({"VBoxService", "vmtoolsd"})


def judge(host: Member, guests: Sequence[Member], values: Mapping[str, Any]) -> list[CheckResult]:  # noqa: ARG001 - one form for all comparisons
    """One result per guest."""
    facts = host.fact(PROBE)
    results = []
    for guest in guests:
        evidence = tuple(f"{one.name}/{PROBE}" for one in (host, guest))
        mine = guest.fact(PROBE)
        if facts is None or mine is None:
            reason, why = (host if facts is None else guest).why_not(PROBE)
            result = RESULT_OF.get(reason, Result.UNKNOWN)
            results.append(CheckResult(CHECK, guest.name, result, reason, _EXPECTED, "not known", f"{why}.", evidence))
            continue
        result, message = _compared(host, guest, _texts(facts, "servers"), mine)
        unclear = Reason.FACT_MISSING if result is Result.UNKNOWN else None
        actual = ", ".join(_texts(mine, "servers")) or "none"
        results.append(CheckResult(CHECK, guest.name, result, unclear, _EXPECTED, actual, message, evidence))
    return results


def _compared(host: Member, guest: Member, theirs: list[str], mine: Mapping[str, Any]) -> tuple[Result, str]:
    servers = _texts(mine, "servers")
    if not servers:
        return _without_servers(host, guest, mine)
    own = {_plain(one) for one in _names(host)}
    named = {_plain(one) for one in theirs}
    used, host_used = _in_use(mine), _in_use(host.fact(PROBE) or {})
    # Names that both have may lead to several addresses, each machine to another one: so many may differ.
    alike = sum(1 for one in map(_plain, servers) if one in named and _address(one) is None and not _is_pool(one))
    unclear = []
    for server in servers:
        plain = _plain(server)
        if _is_itself(plain):
            unclear.append(f"{server} means {guest.name} itself, which may pass on anybody's time")
        elif plain in own or (plain in named and not _is_pool(plain)):
            continue
        elif used and host_used:
            strange = sorted(used - host_used - own)
            known = [one for one in strange if _family(one) in {_family(other) for other in host_used}]
            if len(known) > alike:
                seen = f" (now {', '.join(strange)})" if strange != [plain] else ""
                return Result.FAIL, f"{guest.name} uses {server}{seen}, {_EXPECTED}."
            if strange:
                unclear.append(f"nobody can tell whether {server} is one of the servers that {host.name} uses")
        elif _may_be_one(plain, named):
            unclear.append(f"nobody can tell from the names whether {server} is one of {', '.join(theirs) or 'them'}")
        else:
            return Result.FAIL, f"{guest.name} uses {', '.join(_strange(servers, named | own))}, {_EXPECTED}."
    if unclear:
        return Result.UNKNOWN, f"{guest.name}: {'; '.join(unclear)}."
    return Result.PASS, f"{guest.name} uses {', '.join(servers)}, as {host.name} does."


def _without_servers(host: Member, guest: Member, mine: Mapping[str, Any]) -> tuple[Result, str]:
    """A clock of the hypervisor or an agent of it gives the host's time without a server."""
    clocks = _texts(mine, "clocks")
    agents = _texts(guest.fact(AGENTS) or {}, "correctors")
    if set(clocks) & _HOST_CLOCKS or set(agents) & _HOST_AGENTS:
        return Result.PASS, f"{guest.name} takes the clock of {host.name}."
    if clocks:
        return Result.UNKNOWN, f"{guest.name} takes a hardware clock ({', '.join(clocks)}), which may be any machine's."
    return Result.FAIL, f"{guest.name} names no time server, {_EXPECTED}."


def _texts(facts: Mapping[str, Any], key: str) -> list[str]:
    found = facts.get(key, [])
    return [str(one) for one in found] if isinstance(found, list | tuple) else []


def _names(member: Member) -> set[str]:
    addresses = _texts(member.fact("addresses") or {}, "addresses")
    return {member.name, member.state.target.address, *addresses} - {""}


def _in_use(facts: Mapping[str, Any]) -> set[str]:
    """The addresses that a machine takes its time from now, as far as it says."""
    return {_plain(one) for one in _texts(facts, "sources")}


def _plain(text: str) -> str:
    """A server in the one form that all spellings of it have."""
    address = _address(text)
    return str(address) if address is not None else text.strip().lower().rstrip(".")


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        found = ip_address(text.strip().removeprefix("[").removesuffix("]"))
    except ValueError:
        return None
    return (found.ipv4_mapped if isinstance(found, IPv6Address) else None) or found


def _family(plain: str) -> int:
    address = _address(plain)
    return address.version if address is not None else 0


def _is_itself(plain: str) -> bool:
    address = _address(plain)
    if address is not None:
        return address.is_loopback or address.is_unspecified
    return plain in {"localhost", "localhost.localdomain"} or plain.endswith(".localhost")


def _is_pool(plain: str) -> bool:
    """Whether it is a zone of the NTP Pool Project, whose names give other servers each time (www.ntppool.org)."""
    return f".{plain}".endswith(".pool.ntp.org")


def _may_be_one(plain: str, named: set[str]) -> bool:
    """Whether what is written leaves open that a server which isn't among those of the host is one of them."""
    if _is_pool(plain) and any(_is_pool(one) for one in named):
        return True
    if _address(plain) is not None:
        return any(_address(one) is None for one in named)
    return any(_address(one) is not None or one.startswith(f"{plain}.") or plain.startswith(f"{one}.") for one in named)


def _strange(servers: Sequence[str], allowed: set[str]) -> list[str]:
    return [one for one in servers if _plain(one) not in allowed]
