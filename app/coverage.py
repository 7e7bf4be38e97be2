"""Every item has a finding, whatever happened (rule 0 of the contract): what nobody looked at yet is filled in."""

from collections.abc import Container, Iterable, Mapping, Sequence

from app.judge.rule import ROLE_OF
from app.model import (
    Benchmark,
    Mode,
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
from app.scan import concerns, not_selected


def complete(
    benchmark: Benchmark,
    profile: Profile,
    targets: Sequence[Target],
    roles: Mapping[str, Role],
    stored: Iterable[RuleResult],
) -> list[RuleResult]:
    """All findings in the order of the guideline, then of the targets; ``roles`` are those that were detected."""
    known = {(one.item, one.target): one for one in stored}
    results = []
    for rule in benchmark.rules:
        if rule.scope is Scope.SITE:
            results.append(_current(rule, None, known, profile))
            continue
        results.extend(
            _current(rule, target, known, profile) for target in targets if concerns(rule, _role(target, roles))
        )
    return results


def _role(target: Target, roles: Mapping[str, Role]) -> Role:
    """As detected, else as presumed."""
    detected = roles.get(target.name, Role.AUTO)
    return target.presumed_role if detected is Role.AUTO else detected


def _current(
    rule: Rule, target: Target | None, known: Mapping[tuple[str, str | None], RuleResult], profile: Profile
) -> RuleResult:
    name = target.name if target else None
    if rule.chapter not in profile.chapters:
        return not_selected(rule, name, profile)
    found = known.get((rule.id, name))
    if found is not None and found.reason is not Reason.OUT_OF_SCOPE:
        return found
    return _open_site(rule) if target is None else _not_yet(rule, target)


def _not_yet(rule: Rule, target: Target) -> RuleResult:
    names = (target.name,)
    wanted = ROLE_OF.get(rule.scope)
    if wanted is not None and target.presumed_role not in {wanted, Role.AUTO}:
        text = f"This item is for a {wanted}; {target.name} is audited as a {target.presumed_role}."
        return RuleResult(rule.id, target.name, names, Result.NOTAPPLICABLE, Reason.OTHER_ROLE, text)
    if rule.mode is Mode.MANUAL:
        text = "No command sees this; a person answers."
        return RuleResult(rule.id, target.name, names, Result.NOTCHECKED, Reason.AWAITING_SIGNOFF, text)
    return RuleResult(rule.id, target.name, names, Result.NOTCHECKED, None, f"{target.name} was not looked at yet.")


def _open_site(rule: Rule, evidence: tuple[str, ...] = ()) -> RuleResult:
    text = "Facts were collected; a person decides." if evidence else "Asked once for the site; a person answers."
    return RuleResult(rule.id, None, (), Result.NOTCHECKED, Reason.AWAITING_SIGNOFF, text, (), evidence)


def site_results(
    benchmark: Benchmark, profile: Profile, states: Sequence[TargetState], stored: Container[str]
) -> list[RuleResult]:
    """One finding without a target for each site-wide item; assisted ones carry what was collected on all targets.

    ``stored`` holds the ids of the evidence that is there.
    """
    collected: dict[str, dict[str, None]] = {}
    for addendum in benchmark.addenda:
        for check in addendum.checks:
            for state in states:
                if addendum.id in state.addenda:
                    ids = (f"{state.target.name}/{probe}" for probe in check.collect)
                    collected.setdefault(check.item, {}).update(dict.fromkeys(one for one in ids if one in stored))
    return [
        _open_site(rule, tuple(collected.get(rule.id, ())))
        if rule.chapter in profile.chapters
        else not_selected(rule, None, profile)
        for rule in benchmark.rules
        if rule.scope is Scope.SITE
    ]
