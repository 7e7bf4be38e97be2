"""6.1.3-c: guests take their time from their host or from the servers that it uses."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.judge.evaluate import RESULT_OF
from app.model import CheckResult, Result
from app.topology import Member

CHECK = "topology.time-servers"
PROBE = "time_servers"


def _names(member: Member) -> set[str]:
    addresses = (member.fact("addresses") or {}).get("addresses", [])
    return {member.name, member.state.target.address, *(str(one) for one in addresses)} - {""}


def judge(host: Member, guests: Sequence[Member], values: Mapping[str, Any]) -> list[CheckResult]:  # noqa: ARG001 - one form for all comparisons
    """One result per guest."""
    expected = "must be the host's servers, or the host"
    facts = host.fact(PROBE)
    results = []
    for guest in guests:
        evidence = tuple(f"{one.name}/{PROBE}" for one in (host, guest))
        mine = guest.fact(PROBE)
        if facts is None or mine is None:
            reason, why = (host if facts is None else guest).why_not(PROBE)
            result = RESULT_OF.get(reason, Result.UNKNOWN)
            results.append(CheckResult(CHECK, guest.name, result, reason, expected, "not known", f"{why}.", evidence))
            continue
        servers = [str(one) for one in mine.get("servers", [])]
        allowed = {str(one) for one in facts.get("servers", [])} | _names(host)
        strange = [one for one in servers if one not in allowed]
        actual = ", ".join(servers) or "none"
        if not servers:
            result, message = Result.FAIL, f"{guest.name} names no time server, {expected}."
        elif strange:
            result, message = Result.FAIL, f"{guest.name} uses {', '.join(strange)}, {expected}."
        else:
            result, message = Result.PASS, f"{guest.name} uses {actual}, as {host.name} does."
        results.append(CheckResult(CHECK, guest.name, result, None, expected, actual, message, evidence))
    return results
