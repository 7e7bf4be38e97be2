"""An expectation and the facts of one target to an outcome that explains itself.

"Could not look" is never "no": a fact that isn't there makes the outcome undecided, unless the expectation says what
its absence means.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.judge.expectation import (
    COMPARISONS,
    SHOWN,
    AllOf,
    AnyOf,
    Comparison,
    Node,
    Not,
    NotComparable,
    Quantified,
    show,
)
from app.model import WORST_FIRST, Facts, Reason, Result

# What a missing fact means for a result: looking went wrong, looked but can't tell, or nobody has looked.
RESULT_OF: dict[Reason, Result] = {
    Reason.TIMEOUT: Result.ERROR,
    Reason.UNPARSEABLE: Result.ERROR,
    Reason.COMMAND_FAILED: Result.ERROR,
    Reason.TAMPERED: Result.ERROR,
    Reason.NO_RIGHTS: Result.UNKNOWN,
    Reason.TOOL_MISSING: Result.UNKNOWN,
    Reason.TRUNCATED: Result.UNKNOWN,
    Reason.FACT_MISSING: Result.UNKNOWN,
    Reason.CONNECTION_LOST: Result.NOTCHECKED,
    Reason.UNREACHABLE: Result.NOTCHECKED,
    Reason.CANCELLED: Result.NOTCHECKED,
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an expectation came to, with the words for it."""

    result: Result
    expected: str
    actual: str
    message: str
    reason: Reason | None = None
    state: str = ""  # what was found, without what was wanted and without a full stop

    @property
    def decided(self) -> bool:
        """Whether it is a pass or a fail."""
        return self.result in {Result.PASS, Result.FAIL}


@dataclass(frozen=True, slots=True)
class Context:
    """What paths may refer to: facts by probe, names bound by for_each and quantifiers, values of the site."""

    facts: Mapping[str, Facts]
    bound: Mapping[str, Any]
    values: Mapping[str, Any]

    def bind(self, name: str, value: Any) -> "Context":
        """The same with one more name."""
        return Context(self.facts, {**self.bound, name: value}, self.values)


class Unavailable(Exception):  # noqa: N818 - a signal inside the judge, not a fault for people
    """A path has no value: why, and whether that is the host's answer (the fact isn't there) or ours."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def look_up(path: str, context: Context) -> Any:
    """The value at ``probe.key.key``; keys with dots are found too. Unavailable if there is none."""
    head, _, rest = path.partition(".")
    if head in context.bound:
        value = context.bound[head]
    else:
        facts = context.facts.get(head)
        if facts is None:
            raise Unavailable(Reason.CONNECTION_LOST, f"{head} was not looked at")
        if facts.reason is not None:
            raise Unavailable(facts.reason, facts.message)
        value = facts.value
    parts = rest.split(".") if rest else []
    while parts:
        if not isinstance(value, Mapping):
            raise Unavailable(Reason.FACT_MISSING, f"{path} is not in the output")
        for length in range(1, len(parts) + 1):
            key = ".".join(parts[:length])
            if key in value:
                value, parts = value[key], parts[length:]
                break
        else:
            raise Unavailable(Reason.FACT_MISSING, f"{path} is not in the output")
    return value


def evaluate(node: Node, context: Context) -> Outcome:
    """Decide one node; never raises for what a host sent."""
    if isinstance(node, Comparison):
        return _compare(node, context)
    if isinstance(node, AllOf):
        return _all([evaluate(part, context) for part in node.parts])
    if isinstance(node, AnyOf):
        return _any([evaluate(part, context) for part in node.parts])
    if isinstance(node, Not):
        return _negate(evaluate(node.part, context))
    return _quantify(node, context)


def _undecided(reason: Reason, expected: str, message: str) -> Outcome:
    return Outcome(RESULT_OF.get(reason, Result.UNKNOWN), expected, "not known", f"{message}.", reason)


def _absent(node: Comparison | Quantified, label: str, expected: str, error: Unavailable) -> Outcome:
    """What a missing fact means: what the author says, if the host was heard; undecided otherwise."""
    if error.reason is not Reason.FACT_MISSING:
        return _undecided(error.reason, expected, str(error))
    if node.missing == "unknown":
        return _undecided(error.reason, expected, f"{label} can't be told from what the host answered")
    result = Result.PASS if node.missing == "pass" else Result.FAIL
    return _decided(result, expected, "not set", f"{label} is not set")


def _decided(result: Result, expected: str, actual: str, state: str) -> Outcome:
    """A pass says what was found; a fail says what was wanted too."""
    message = f"{state}." if result is Result.PASS else f"{state}, {expected}."
    return Outcome(result, expected, actual, sentence(message), None, state)


def _compare(node: Comparison, context: Context) -> Outcome:
    operator = COMPARISONS[node.operator]
    label = node.label or node.fact.split(".", 1)[-1].replace("_", " ")
    operand = node.operand.value
    if node.operand.kind == "value":
        operand = context.values[operand]
    elif node.operand.kind == "fact":
        try:
            operand = look_up(operand, context)
        except Unavailable as error:
            return _undecided(error.reason, f"must {operator.must(node.operand.value)}", str(error))
        if operand is None:
            text = f"{node.operand.value} is not in the output"
            return _undecided(Reason.FACT_MISSING, f"must {operator.must(node.operand.value)}", text)
    expected = f"must {operator.must(operand)}"
    try:
        fact = look_up(node.fact, context)
    except Unavailable as error:
        if error.reason is not Reason.FACT_MISSING or node.operator != "present":
            return _absent(node, label, expected, error)
        fact = None
    if fact is None and node.operator != "present":
        return _absent(node, label, expected, Unavailable(Reason.FACT_MISSING, f"{label} is not in the output"))
    try:
        holds = operator.holds(fact, operand)
        culprits = operator.culprits(fact, operand) if operator.culprits and not holds else None
    except NotComparable as error:
        return _undecided(Reason.UNPARSEABLE, expected, f"{label}: {error}")
    if node.operator == "present":
        actual = "set" if fact is not None else "not set"
    elif culprits is not None:
        actual = f"{culprits[0]} {show(culprits[1])}"
    else:
        actual = show(fact)
    is_ = actual if culprits is not None else f"is {actual}"
    return _decided(Result.PASS if holds else Result.FAIL, expected, actual, f"{label} {is_}")


def sentence(text: str) -> str:
    """Prose with a capital; a name such as ``permitrootlogin`` or ``/etc/x`` keeps its spelling."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if first.isalpha() and first.islower() and first in _ARTICLES else text


_ARTICLES = frozenset({"a", "an", "the", "each", "every", "no"})


def _join(texts: list[str], separator: str) -> str:
    """The distinct texts; more than SHOWN are counted, and the count is said."""
    distinct = list(dict.fromkeys(text for text in texts if text))
    shown = separator.join(distinct[:SHOWN])
    return shown if len(distinct) <= SHOWN else f"{shown}{separator}and {len(distinct) - SHOWN} more"


def _worst(outcomes: list[Outcome]) -> Result:
    present = {outcome.result for outcome in outcomes}
    return next(result for result in WORST_FIRST if result in present)


def _all(outcomes: list[Outcome]) -> Outcome:
    worst = _worst(outcomes)
    telling = [outcome for outcome in outcomes if outcome.result is worst]
    return _joined(worst, _join([outcome.expected for outcome in outcomes], "; "), telling)


def _joined(result: Result, expected: str, telling: list[Outcome], *, or_: bool = False) -> Outcome:
    """One outcome in the words of those that decide it, which are alternatives where ``or_`` says so."""
    sentences = [outcome.message.removesuffix(".") for outcome in telling]
    return Outcome(
        result,
        expected,
        _join([outcome.actual for outcome in telling], "; "),
        f"{_join(sentences, '; or ' if or_ else '. ')}.",
        next(outcome.reason for outcome in telling if outcome.result is result),
        _join([outcome.state for outcome in telling], "; "),
    )


def _any(outcomes: list[Outcome]) -> Outcome:
    """One pass suffices; without one, anything undecided might have been it."""
    expected = _join([outcome.expected for outcome in outcomes], ", or ")
    passed = [outcome for outcome in outcomes if outcome.result is Result.PASS]
    undecided = [outcome for outcome in outcomes if not outcome.decided]
    telling = passed[:1] or undecided or outcomes
    return _joined(_worst(telling), expected, telling, or_=True)


def _negate(outcome: Outcome) -> Outcome:
    if not outcome.decided:
        return outcome
    result = Result.FAIL if outcome.result is Result.PASS else Result.PASS
    return _decided(result, _opposite(outcome.expected), outcome.actual, outcome.state)


def _opposite(expected: str) -> str:
    """``must be no`` turned round; of several expectations as a whole."""
    if not expected.startswith("must ") or "must " in expected.removeprefix("must "):
        return f"must not hold: {expected}"
    rest = expected.removeprefix("must ")
    return f"must {rest.removeprefix('not ')}" if rest.startswith("not ") else f"must not {rest}"


def _quantify(node: Quantified, context: Context) -> Outcome:
    label = node.label or node.path.split(".")[-1].replace("_", " ")
    expected = f"{node.kind} of {label}"
    try:
        listed = look_up(node.path, context)
        if not isinstance(listed, list | tuple):
            return _undecided(Reason.UNPARSEABLE, expected, f"{label}: {show(listed)} is not a list")
    except Unavailable as error:
        return _absent(node, label, expected, error)
    chosen: list[tuple[str, Outcome]] = []
    for element in listed:
        inner = context.bind(node.as_, element)
        if node.where is not None:
            concerns = evaluate(node.where, inner)
            if concerns.result is Result.FAIL:
                continue
            if not concerns.decided:
                chosen.append((_name(element, node.name), concerns))
                continue
        chosen.append((_name(element, node.name), evaluate(node.expect, inner)))
    if not chosen:
        passed = node.kind == "every"
        result = Result.PASS if passed else Result.FAIL
        state = f"There are no {label}"
        return Outcome(result, expected, "none", f"{state}." if passed else f"{state}, one is needed.", None, state)
    named = [
        Outcome(o.result, o.expected, f"{name}: {o.actual}", f"{name}: {o.message}", o.reason, f"{name}: {o.state}")
        for name, o in chosen
    ]
    outcome = _all(named) if node.kind == "every" else _any(named)
    return replace(outcome, expected=_join([o.expected for _, o in chosen], "; "))


def _name(element: Any, key: str) -> str:
    if isinstance(element, Mapping) and key in element:
        return show(element[key])
    return show(element)
