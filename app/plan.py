"""What is asked of a target: the addenda that may apply and their probes, each once."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.judge.check import probes_of
from app.model import Addendum, Benchmark, Check, Probe, Profile, Role, Target


@dataclass(frozen=True, slots=True)
class Plan:
    """The addenda that the target is asked about, base first, and the probes that their checks need."""

    addenda: tuple[Addendum, ...]
    probes: tuple[Probe, ...]  # those with a command, each once
    forced: frozenset[str]  # addenda that apply whatever the target says (``--platform``)


def plan(benchmark: Benchmark, profile: Profile, target: Target) -> Plan:
    """The plan for a target; detection happens on the target itself, in the same round."""
    by_id = {addendum.id: addendum for addendum in benchmark.addenda}
    forced: set[str] = set()
    candidates = list(benchmark.addenda)
    if target.platform != "auto":
        forced = {target.platform, *_ancestors(by_id[target.platform], by_id)}
        candidates = [addendum for addendum in benchmark.addenda if addendum.id in forced]
    if target.role is not Role.AUTO:
        candidates = [addendum for addendum in candidates if target.role in addendum.roles]
    items = {rule.id for rule in benchmark.rules if rule.chapter in profile.chapters}
    probes: dict[str, Probe] = {}
    for addendum in candidates:
        known = {
            probe.id: probe for name in [addendum.id, *_ancestors(addendum, by_id)] for probe in by_id[name].probes
        }
        for name in _needed(addendum.checks, items):
            for needed in _with_sources(known[name], known):
                probes[needed.id] = needed
        for probe in addendum.probes:
            if probe.id in IDENTITY:
                probes[probe.id] = probe
    order = {probe.id: index for addendum in benchmark.addenda for index, probe in enumerate(addendum.probes)}
    rank = {addendum.id: index for index, addendum in enumerate(benchmark.addenda)}
    # The clock comes first: the sooner it is answered, the less is uncertain of what it showed.
    asked = sorted(probes.values(), key=lambda probe: (probe.id != CLOCK, rank[probe.addendum], order[probe.id]))
    return Plan(tuple(candidates), tuple(probe for probe in asked if probe.command), frozenset(forced))


CLOCK = "clock"
# Probes that every plan asks, whatever is selected: they say what the target is.
IDENTITY = frozenset({"os_release", "kernel", CLOCK})


def _ancestors(addendum: Addendum, by_id: dict[str, Addendum]) -> list[str]:
    found: list[str] = []
    for name in addendum.extends:
        if name in by_id and name not in found:
            found += [one for one in [*_ancestors(by_id[name], by_id), name] if one not in found]
    return found


def _needed(checks: Sequence[Check], items: set[str]) -> list[str]:
    names: dict[str, None] = {}
    for check in checks:
        if check.item not in items:
            continue
        names.update(dict.fromkeys(probes_of(check)))
    return list(names)


def _with_sources(probe: Probe, known: dict[str, Probe]) -> list[Probe]:
    return [probe, *(known[name] for name in probe.derived_from)]


def applying(addenda: Sequence[Addendum], detected: Sequence[str], role: Role) -> tuple[Addendum, ...]:
    """The addenda that count for a target: detected there, and meant for its role."""
    return tuple(addendum for addendum in addenda if addendum.id in detected and role in addendum.roles)


def role_of(addenda: Sequence[Addendum], detected: Sequence[str], asked: Role) -> Role:
    """Host or guest: as asked; else a hypervisor makes a host; else what says that it is only a guest decides."""
    if asked is not Role.AUTO:
        return asked
    found = [addendum for addendum in addenda if addendum.id in detected]
    if any(addendum.hypervisor for addendum in found):
        return Role.HOST
    if any(addendum.roles == (Role.GUEST,) for addendum in found):
        return Role.GUEST
    return Role.HOST
