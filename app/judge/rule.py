"""The results of a rule on a target from those of its checks (result rules of the contract)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.judge.check import evidence_of, judge_check
from app.model import (
    WORST_FIRST,
    Check,
    CheckResult,
    Facts,
    Mode,
    Reason,
    Result,
    Role,
    Rule,
    RuleResult,
    Scope,
    TargetState,
)

# The item on encrypted administration: how the audit itself came in is evidence for it.
ENCRYPTED_ADMINISTRATION = "4.2-a"
ROLE_OF = {Scope.HOST: Role.HOST, Scope.GUEST: Role.GUEST}


@dataclass(frozen=True, slots=True)
class Case:
    """All that is known about one target when its items are judged."""

    state: TargetState
    facts: Mapping[str, Facts]
    checks: Sequence[Check]  # of the addenda that apply
    undecided: Mapping[str, str]  # item -> why no command decides it on this platform
    values: Mapping[str, Any]
    family: str = "any"  # debian | redhat | suse | alpine | any: which remediation fits


def judge_rule(rule: Rule, case: Case) -> RuleResult:
    """One item on one target."""
    name = case.state.target.name
    wanted = ROLE_OF.get(rule.scope)
    if wanted is not None and case.state.role not in {wanted, Role.AUTO}:
        text = f"This item is for a {wanted}; {name} is audited as a {case.state.role}."
        return _plain(rule, name, Result.NOTAPPLICABLE, Reason.OTHER_ROLE, text)
    if rule.mode is Mode.MANUAL:
        return _plain(rule, name, Result.NOTCHECKED, Reason.AWAITING_SIGNOFF, "No command sees this; a person answers.")
    if not case.state.reachable:
        why = (case.state.error or "").removeprefix(f"{name}: ")  # most sentences begin with the host, as this one does
        text = f"{name} could not be looked at: {why}"
        return _plain(rule, name, Result.NOTCHECKED, Reason.UNREACHABLE, text)
    if not case.state.addenda:
        text = f"No platform addendum fits {name}; a person answers."
        return _plain(rule, name, Result.NOTCHECKED, Reason.NO_PLATFORM, text)
    checks = [check for check in case.checks if check.item == rule.id]
    results = tuple(
        result for check in checks if check.decides for result in judge_check(check, case.facts, case.values)
    )
    results += _way_in(rule, case.state)
    collected = tuple(
        dict.fromkeys(one for check in checks if not check.decides for one in evidence_of(check, case.facts))
    )
    result, reason, message = _verdict(rule, results, case)
    return RuleResult(
        item=rule.id,
        target=name,
        targets=(name,),
        result=result,
        reason=reason,
        message=message,
        checks=results,
        evidence=collected,
        remediation=remediation(checks, results, case.family),
    )


def _way_in(rule: Rule, state: TargetState) -> tuple[CheckResult, ...]:
    """A failure of our own where the login needed SSH algorithms that are outdated (RFC 9142 for the key exchanges)."""
    used = state.facts.get("legacy_algorithms")
    if rule.id != ENCRYPTED_ADMINISTRATION or not isinstance(used, list | tuple) or not used:
        return ()
    names = ", ".join(str(name) for name in used)
    return (
        CheckResult(
            check="ssh.legacy-algorithms",
            subject=None,
            result=Result.FAIL,
            reason=None,
            expected="SSH with current algorithms alone",
            actual=names,
            message=f"The audit itself could log in only with outdated SSH algorithms ({names}), which a person had "
            "allowed for this machine; bring its SSH server up to date.",
        ),
    )


# What is said of one and of several results of a kind: "2 of 3 fail".
_SAID_OF = {
    Result.PASS: ("passes", "pass"),
    Result.FAIL: ("fails", "fail"),
    Result.ERROR: ("went wrong", "went wrong"),
    Result.UNKNOWN: ("can't be told", "can't be told"),
    Result.NOTAPPLICABLE: ("doesn't apply", "don't apply"),
    Result.NOTCHECKED: ("wasn't looked at", "weren't looked at"),
    Result.NOTSELECTED: ("is left out", "are left out"),
    Result.INFORMATIONAL: ("informs", "inform"),
}
# What facts may suggest to the person who decides; the other kinds say that there are none to go by.
_SUGGESTED = {Result.PASS: "pass", Result.FAIL: "fail", Result.NOTAPPLICABLE: "not applicable"}


def worst(results: Sequence[CheckResult]) -> CheckResult:
    """The result that decides: the first of the worst kind (rule 2 of the contract)."""
    return min(results, key=lambda one: WORST_FIRST.index(one.result))


def _verdict(rule: Rule, results: tuple[CheckResult, ...], case: Case) -> tuple[Result, Reason | None, str]:
    if rule.mode is Mode.ASSISTED:
        return Result.NOTCHECKED, Reason.AWAITING_SIGNOFF, _proposal(results)
    if not results:
        why = case.undecided.get(rule.id) or "no command decides it on this platform"
        return Result.NOTCHECKED, Reason.NOT_DECIDABLE, f"A person answers: {why.rstrip('.')}."
    decisive = worst(results)
    return decisive.result, decisive.reason, summarise(results)


def _proposal(results: tuple[CheckResult, ...]) -> str:
    if not results:
        return "Facts were collected; a person decides."
    decisive = worst(results)
    if decisive.result in _SUGGESTED:
        suggested = _SUGGESTED[decisive.result]
        return f"Facts were collected; a person decides. They suggest {suggested}: {summarise(results)}"
    return f"Not all facts could be collected; a person decides. {summarise(results)}"


def summarise(results: Sequence[CheckResult]) -> str:
    """One sentence for several checks and subjects: the worst one, and how many stand beside it."""
    decisive = worst(results)
    alike = [one for one in results if one.result is decisive.result]
    subject = f"{decisive.subject}: " if decisive.subject else ""
    one, several = _SAID_OF[decisive.result]
    more = f" ({len(alike)} of {len(results)} {one if len(alike) == 1 else several})" if len(results) > 1 else ""
    return f"{subject}{decisive.message.rstrip('.')}{more}."


def remediation(checks: Sequence[Check], results: Sequence[CheckResult], family: str) -> str:
    """How to mend what didn't pass, for this family of distributions."""
    bad = {one.check for one in results if one.result not in {Result.PASS, Result.NOTAPPLICABLE}}
    texts = []
    for check in checks:
        if check.id in bad:
            by_family = dict(check.remediation)
            texts.append(by_family.get(family) or by_family.get("any") or next(iter(by_family.values()), ""))
    return "\n\n".join(dict.fromkeys(text for text in texts if text))


def _plain(rule: Rule, target: str, result: Result, reason: Reason, message: str) -> RuleResult:
    return RuleResult(rule.id, target, (target,), result, reason, message)
