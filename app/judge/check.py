"""One check and the facts of one target to its results: one per subject."""

from collections.abc import Mapping
from typing import Any

from app.judge.evaluate import RESULT_OF as RESULT_OF_REASON
from app.judge.evaluate import Context, Outcome, Unavailable, evaluate, look_up
from app.judge.expectation import roots, show
from app.model import Check, CheckResult, Facts, Reason, Result


def judge_check(check: Check, facts: Mapping[str, Facts], values: Mapping[str, Any]) -> tuple[CheckResult, ...]:
    """Results of a check that decides; never raises for what a host sent."""
    context = Context(facts, {}, values)
    ids = evidence_of(check, facts)
    if check.when is not None:
        condition = evaluate(check.when, context)
        if condition.result is Result.FAIL:
            return (_result(check, None, _not_applicable(Reason.CONDITION, check.when_text), ids),)
        if not condition.decided:
            return (_result(check, None, condition, ids),)
    if not check.for_each:
        return (_result(check, None, evaluate(check.expect, context), ids),)
    return _each(check, context, ids)


def _each(check: Check, context: Context, ids: tuple[str, ...]) -> tuple[CheckResult, ...]:
    try:
        subjects = look_up(check.for_each, context)
    except Unavailable as error:
        result = RESULT_OF_REASON.get(error.reason, Result.UNKNOWN)
        return (_result(check, None, Outcome(result, "", "not known", f"{error}.", error.reason), ids),)
    if not isinstance(subjects, list | tuple):
        outcome = Outcome(Result.ERROR, "", "not known", f"{check.for_each} is not a list.", Reason.UNPARSEABLE)
        return (_result(check, None, outcome, ids),)
    if not subjects:
        what = check.for_each.rsplit(".", 1)[-1].replace("_", " ")
        return (
            _result(check, None, _not_applicable(Reason.NO_SUBJECT, f"Nothing to judge here ({what}: none)."), ids),
        )
    return tuple(
        _result(check, _name(subject, check.name), evaluate(check.expect, context.bind(check.as_, subject)), ids)
        for subject in subjects
    )


def evidence_of(check: Check, facts: Mapping[str, Facts]) -> tuple[str, ...]:
    """Ids of the evidence that a check rests on, in a stable order."""
    found = (one for name in probes_of(check) if name in facts for one in facts[name].evidence)
    return tuple(dict.fromkeys(found))


def probes_of(check: Check) -> list[str]:
    """The probes that a check looks at, in a stable order; those that it only collects too."""
    bound = frozenset({check.as_}) if check.for_each else frozenset()
    names = roots(check.when) | (roots(check.expect) - bound) | set(check.collect)
    if check.for_each:
        names |= {check.for_each.split(".", 1)[0]}
    return sorted(names)


def _not_applicable(reason: Reason, text: str) -> Outcome:
    return Outcome(Result.NOTAPPLICABLE, "", "", text, reason)


def _name(subject: Any, key: str) -> str:
    if isinstance(subject, Mapping) and key in subject:
        return show(subject[key])
    return show(subject)


def _result(check: Check, subject: str | None, outcome: Outcome, ids: tuple[str, ...]) -> CheckResult:
    return CheckResult(
        check=check.id,
        subject=subject,
        result=outcome.result,
        reason=outcome.reason,
        expected=outcome.expected,
        actual=outcome.actual,
        message=outcome.message,
        evidence=ids,
    )
