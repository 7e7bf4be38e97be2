"""The cross-host items of a finished run: one finding per host, with every machine involved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.judge.facts import read_facts
from app.judge.rule import summarise, worst
from app.model import Benchmark, CheckResult, Evidence, Mode, Reason, Result, Role, Rule, RuleResult, Scope, TargetState
from app.topology import Member, clocks, collisions, timeservers

Comparison = Callable[[Member, Sequence[Member], Mapping[str, Any]], list[CheckResult]]

COMPARISONS: dict[str, Comparison] = {
    "6.1.1-c": collisions.judge,
    "6.1.3-c": timeservers.judge,
    "6.1.3-e": clocks.judge,
}


# The probes whose facts the comparisons read.
COMPARED = frozenset({"clock", timeservers.PROBE, timeservers.AGENTS, collisions.PROBE, "addresses"})


def member_of(benchmark: Benchmark, state: TargetState, stored: Mapping[str, Evidence]) -> Member:
    """The machine with the few facts that comparisons read."""
    probes = [probe for one in benchmark.addenda if one.id in state.addenda for probe in one.probes]
    compared = [probe for probe in probes if probe.id in COMPARED]
    wanted = COMPARED.union(*(probe.derived_from for probe in compared))
    name = state.target.name
    evidence = {one: stored[f"{name}/{one}"] for one in wanted if f"{name}/{one}" in stored}
    facts = read_facts([probe for probe in probes if probe.id in wanted], evidence, name)
    asked = {one.probe: (one.started, one.seconds) for one in evidence.values()}
    return Member(state, facts, asked)


def compare_members(
    rules: Sequence[Rule],
    members: Sequence[Member],
    measured: Mapping[tuple[str, str], RuleResult],
    values: Mapping[str, Any],
) -> tuple[RuleResult, ...]:
    """The cross-host findings of all hosts among the members.

    ``measured`` holds what each host gave alone, by (item, target).
    """
    found = []
    for host in members:
        if host.state.role is Role.GUEST:
            continue
        guests = [member for member in members if member.state.target.parent == host.name]
        for rule in rules:
            alone = measured.get((rule.id, host.name))
            if rule.scope is Scope.CROSS_HOST and alone is not None:
                found.append(_one(rule, host, guests, alone, values))
    return tuple(found)


def _one(
    rule: Rule, host: Member, guests: Sequence[Member], alone: RuleResult, values: Mapping[str, Any]
) -> RuleResult:
    together = replace(alone, targets=(host.name, *(guest.name for guest in guests)))
    comparison = COMPARISONS.get(rule.id)
    if comparison is None or alone.reason is Reason.OUT_OF_SCOPE or rule.mode is not Mode.AUTOMATED:
        return together
    if not guests and not host.state.reachable:
        return together
    if not guests:
        text = f"No guest of {host.name} is in this audit, so there is nothing to compare it with."
        return replace(together, result=Result.NOTCHECKED, reason=Reason.NO_SUBJECT, message=text)
    checks = (
        *(one for one in alone.checks if not one.check.startswith("topology.")),
        *comparison(host, guests, values),
    )
    decisive = worst(checks)
    return replace(together, checks=checks, result=decisive.result, reason=decisive.reason, message=summarise(checks))
