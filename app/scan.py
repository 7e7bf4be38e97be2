"""One target from its address to its findings: connect, ask everything at once, read, judge."""

import threading
import time
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from app.errors import ConnectError
from app.judge.facts import read_facts
from app.judge.rule import Case, judge_rule
from app.look import ScanOptions, look_at
from app.model import (
    Benchmark,
    Evidence,
    Facts,
    Profile,
    Reason,
    Result,
    Role,
    Rule,
    RuleResult,
    Scope,
    Target,
    TargetState,
)
from app.plan import Plan, applying, plan, role_of
from app.transport.base import Secrets
from app.transport.batch import Look

FAMILIES = {
    "debian": ("debian", "ubuntu"),
    "redhat": ("rhel", "fedora", "centos", "rocky", "almalinux", "ol"),
    "suse": ("suse", "opensuse", "sles", "opensuse-leap", "opensuse-tumbleweed"),
    "alpine": ("alpine",),
}


# What a run itself adds to a finding must not look like the work of others.
_FREE = (
    "The account of this audit needs no password for sudo there, and may run everything; `bartizan checks sudoers` "
    "prints what it needs."
)

# Parsing and judging are Python alone, of which only one thread runs at a time: side by side they would only hold more
# memory and keep a screen from its turn.
_TURN = threading.Lock()


@dataclass(frozen=True, slots=True)
class Event:
    """What happens to a target while it is looked at; made in a worker thread."""

    target: str
    kind: str  # "connecting" | "looking" | "probe" | "judging" | "done" | "failed"
    probe: str = ""
    done: int = 0
    total: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True)
class TargetScan:
    """All that one look at a target gave."""

    state: TargetState
    evidence: tuple[Evidence, ...]
    results: tuple[RuleResult, ...]
    error: ConnectError | None = None


def scan(
    target: Target,
    *,
    benchmark: Benchmark,
    profile: Profile,
    secrets: Secrets,
    options: ScanOptions,
    cancel: threading.Event,
    on_event: Callable[[Event], None],
) -> TargetScan:
    """Look at one target, start to end. A host's behaviour never raises; it ends in the state's error."""
    asked = plan(benchmark, profile, target)
    total = len(asked.probes)
    started, clock = datetime.now(UTC), time.monotonic()
    on_event(Event(target.name, "connecting", total=total))
    look, session_key, error = look_at(
        target,
        asked,
        secrets=secrets,
        options=options,
        cancel=cancel,
        on_probe=lambda done, probe: on_event(Event(target.name, "probe", probe=probe, done=done, total=total)),
        on_login=lambda: on_event(Event(target.name, "looking", total=total)),
        on_again=lambda said: on_event(Event(target.name, "connecting", total=total, message=said)),
    )
    state = TargetState(
        target=target,
        reachable=look is not None,
        role=target.presumed_role,
        host_key=session_key,
        error_kind=error.kind if error else "",
        error=str(error) if error else "",
        started=started,
        seconds=time.monotonic() - clock,
    )
    evidence = look.evidence if look else ()
    on_event(Event(target.name, "judging", done=len(evidence) if error else total, total=total))
    with _TURN:
        state, facts = describe(state, benchmark, asked, look)
        results = judge_target(state, benchmark, profile, evidence, facts)
    kind = "failed" if error else "done"
    on_event(Event(target.name, kind, done=len(evidence), total=total, message=state.error))
    return TargetScan(state, evidence, results, error)


def describe(
    state: TargetState, benchmark: Benchmark, asked: Plan, look: Look | None
) -> tuple[TargetState, dict[str, Facts]]:
    """The state with what the evidence says about the target (addenda, role, rights, facts for people); all facts."""
    if look is None:
        return state, {}
    role = role_of(benchmark.addenda, look.detected, state.target.role)
    addenda = applying(asked.addenda, look.detected, role)
    facts = facts_of(benchmark, [addendum.id for addendum in addenda], look.evidence, state.target.name)
    described = replace(
        state,
        role=role,
        addenda=tuple(addendum.id for addendum in addenda),
        privilege=look.privilege,
        facts=summary_facts(facts, look),
    )
    return described, facts


def facts_of(benchmark: Benchmark, addenda: list[str], evidence: tuple[Evidence, ...], target: str) -> dict[str, Facts]:
    """The facts of one target from its evidence, by probe."""
    probes = [probe for addendum in benchmark.addenda if addendum.id in addenda for probe in addendum.probes]
    return read_facts(probes, {one.probe: one for one in evidence}, target)


def summary_facts(facts: Mapping[str, Facts], look: Look | None = None) -> dict[str, Any]:
    """The few facts that screens and reports show about a target."""
    shown: dict[str, Any] = {}
    release = _value(facts, "os_release")
    if release:
        shown["os"] = release.get("PRETTY_NAME") or release.get("NAME") or release.get("ID")
        shown["family"] = family_of(release)
    if kernel := _value(facts, "kernel"):
        shown["kernel"] = f"{kernel.get('sysname', '')} {kernel.get('release', '')}".strip()
    if domains := _value(facts, "domains"):
        shown["guests"] = [
            {"name": one.get("name"), "uuid": one.get("uuid"), "running": one.get("running")}
            for one in domains.get("domains", [])
        ]
    if look is not None and (note := look.privilege_note or (_FREE if look.unasked else "")):
        shown["privilege_note"] = note
    if look is not None and look.outdated:
        shown["legacy_algorithms"] = list(look.outdated)
    return shown


def _value(facts: Mapping[str, Facts], probe: str) -> dict[str, Any]:
    found = facts.get(probe)
    return found.value if found is not None and isinstance(found.value, dict) else {}


def family_of(release: Mapping[str, Any]) -> str:
    """The family of distributions for remediation texts; os-release(5) names it in ID and ID_LIKE."""
    words = [str(release.get("ID", "")), *str(release.get("ID_LIKE", "")).split()]
    for word in words:
        for family, members in FAMILIES.items():
            if word in members:
                return family
    return "any"


def judge_target(
    state: TargetState,
    benchmark: Benchmark,
    profile: Profile,
    evidence: tuple[Evidence, ...],
    facts: Mapping[str, Facts] | None = None,
) -> tuple[RuleResult, ...]:
    """The findings on one target alone; what needs several machines is added by the audit (see app.topology).

    ``facts`` are those of this evidence, where they were read already: parsing takes longer than judging.
    """
    addenda = [addendum for addendum in benchmark.addenda if addendum.id in state.addenda]
    if facts is None:
        facts = facts_of(benchmark, list(state.addenda), evidence, state.target.name)
    case = Case(
        state=state,
        facts=facts,
        checks=[check for addendum in addenda for check in addendum.checks],
        undecided={item: why for addendum in addenda for item, why in addendum.undecided},
        values={**{value.id: value.default for value in benchmark.values}, **dict(profile.values)},
        family=family_of(_value(facts, "os_release")),
    )
    results = (_select(rule, case, profile) for rule in benchmark.rules if concerns(rule, state.role))
    if state.facts.get("privilege_note") != _FREE:
        return tuple(results)
    lists = {name for fact in facts.values() if _frees(fact) for name in fact.evidence}
    return tuple(_with_own_account(result, lists) for result in results)


def _frees(fact: Facts) -> bool:
    """Whether these facts say who may run everything without a password."""
    return isinstance(fact.value, dict) and bool(fact.value.get("all_without_password"))


def _with_own_account(result: RuleResult, lists: Container[str]) -> RuleResult:
    """A failure by the list of who needs no password says that the account of this audit is on it."""
    if not any(one.result is Result.FAIL and any(name in lists for name in one.evidence) for one in result.checks):
        return result
    return replace(result, message=f"{result.message} {_FREE}")


def concerns(rule: Rule, role: Role) -> bool:
    """Whether an item has a finding of its own on a target of that role (rule 0 of the contract)."""
    if rule.scope is Scope.SITE:
        return False
    return rule.scope is not Scope.CROSS_HOST or role is not Role.GUEST


def _select(rule: Rule, case: Case, profile: Profile) -> RuleResult:
    if rule.chapter in profile.chapters:
        return judge_rule(rule, case)
    return not_selected(rule, case.state.target.name, profile)


def not_selected(rule: Rule, target: str | None, profile: Profile) -> RuleResult:
    """The finding of an item whose chapter was left out."""
    why = dict(profile.left_out).get(rule.chapter, "")
    text = f"Chapter {rule.chapter} was left out of this audit{': ' + why if why else ''}."
    targets = (target,) if target else ()
    return RuleResult(rule.id, target, targets, Result.NOTSELECTED, Reason.OUT_OF_SCOPE, text)
