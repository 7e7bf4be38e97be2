"""6.1.1-c: background jobs of the machines on one host that start in the same window.

A job's window is [start, start + random delay]. Two windows of one kind on different machines collide when they
overlap, unless both are spread by at least SPREAD seconds: the guideline's shell example draws 0 to 1023 seconds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from app.judge.evaluate import RESULT_OF
from app.model import CheckResult, Result
from app.topology import Member

CHECK = "topology.job-collisions"
PROBE = "jobs"
SPREAD = 1023  # seconds
DAY = 86_400
KINDS = {"update", "integrity", "logrotate", "index", "backup", "malware"}  # heavy on the disk they share


@dataclass(frozen=True, slots=True)
class Window:
    """When a job of one machine may start, in seconds after midnight."""

    machine: str
    job: str
    kind: str
    start: int
    width: int


def windows(member: Member) -> list[Window]:
    """The machine's daily windows; jobs without a fixed time have none."""
    found = []
    for job in (member.fact(PROBE) or {}).get("jobs", []):
        hours, _, minutes = str(job.get("start") or "").partition(":")
        if job.get("kind") in KINDS and hours.isdigit() and minutes[:2].isdigit():
            start = int(hours) * 3600 + int(minutes[:2]) * 60
            found.append(
                Window(member.name, str(job.get("name")), job["kind"], start, int(job.get("random_delay") or 0))
            )
    return found


def collide(one: Window, other: Window) -> bool:
    """Whether two jobs of a kind on different machines may start together and aren't spread."""
    if one.machine == other.machine or one.kind != other.kind:
        return False
    if one.width >= SPREAD and other.width >= SPREAD:
        return False
    gap = (other.start - one.start) % DAY
    return gap <= one.width or (DAY - gap) % DAY <= other.width


def judge(host: Member, guests: Sequence[Member], values: Mapping[str, Any]) -> list[CheckResult]:  # noqa: ARG001 - one form for all comparisons
    """One result for the host with all its guests; machines that can't be looked at leave it undecided."""
    members = [host, *guests]
    evidence = tuple(f"{member.name}/{PROBE}" for member in members)
    expected = "must not start together on one host"
    pairs = [
        f"{one.job} on {one.machine} and {other.job} on {other.machine}"
        for one, other in combinations([window for member in members for window in windows(member)], 2)
        if collide(one, other)
    ]
    if pairs:
        actual = "; ".join(dict.fromkeys(pairs))
        text = f"Jobs start together: {actual}, {expected}."
        return [CheckResult(CHECK, None, Result.FAIL, None, expected, actual, text, evidence)]
    for member in members:
        if member.fact(PROBE) is None:
            reason, why = member.why_not(PROBE)
            result = RESULT_OF.get(reason, Result.UNKNOWN)
            return [CheckResult(CHECK, None, result, reason, expected, "not known", f"{why}.", evidence)]
    names = ", ".join(member.name for member in members)
    return [
        CheckResult(CHECK, None, Result.PASS, None, expected, "none", f"No jobs of {names} start together.", evidence)
    ]
