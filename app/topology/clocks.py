"""6.1.3-e: how far the clocks of a host and its guests are apart."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.judge.evaluate import RESULT_OF
from app.model import CheckResult, Reason, Result
from app.topology import Member

CHECK = "topology.clock-difference"
BOUND = "clock_difference_seconds"
DEFAULT_BOUND = 1.0  # seconds; the catalogue's proposal

# A ``date`` without fractions cuts them off: the clock stands half a second further on average, give or take as much.
WHOLE = 0.5


def offset(member: Member) -> tuple[float, float] | None:
    """The member's clock minus this computer's, and the uncertainty (half the time the question took), in seconds."""
    clock = member.fact("clock")
    asked = member.asked.get("clock")
    if clock is None or asked is None:
        return None
    started, seconds = asked
    epoch = clock.get("epoch")
    if not isinstance(epoch, int | float):
        return None
    coarse = WHOLE if float(epoch).is_integer() else 0.0
    return float(epoch) + coarse - (started.timestamp() + seconds / 2), seconds / 2 + coarse


def judge(host: Member, guests: Sequence[Member], values: Mapping[str, Any]) -> list[CheckResult]:
    """One result per guest: the difference to its host, never smaller than its uncertainty allows to say."""
    bound = float(values.get(BOUND, DEFAULT_BOUND))
    expected = f"must be at most {bound:g} s"
    base = offset(host)
    results = []
    for guest in guests:
        other = offset(guest)
        evidence = tuple(f"{one.name}/clock" for one in (host, guest))
        if base is None or other is None:
            reason, why = (host if base is None else guest).why_not("clock")
            result = RESULT_OF.get(reason, Result.UNKNOWN)
            results.append(CheckResult(CHECK, guest.name, result, reason, expected, "not known", f"{why}.", evidence))
            continue
        difference, uncertainty = abs(other[0] - base[0]), other[1] + base[1]
        actual = f"{difference:.2f} s, give or take {uncertainty:.2f} s"
        text = f"The clocks of {host.name} and {guest.name} differ by {actual}"
        if difference + uncertainty <= bound:
            result, message = Result.PASS, f"{text}."
        elif difference - uncertainty > bound:
            result, message = Result.FAIL, f"{text}, {expected}."
        else:
            result, message = Result.UNKNOWN, f"{text}, which can't be told from the bound of {bound:g} s."
        unclear = Reason.FACT_MISSING if result is Result.UNKNOWN else None
        results.append(CheckResult(CHECK, guest.name, result, unclear, expected, actual, message, evidence))
    return results
