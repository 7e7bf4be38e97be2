"""What must hold, as data: a small closed set of comparisons over facts, joined by all, any, not, every and some.

Each node explains itself (``permitrootlogin is yes, must be no``), so no author writes verdicts in prose. A fact that
these can't express becomes a parser, never another operator.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import re2

SHOWN = 12  # elements of a list that a message names; the rest is counted, and stands in the evidence
SHOWN_TEXT = 300  # characters of a text that a message quotes


class NotComparable(Exception):  # noqa: N818 - a signal between this module and the evaluator, not a fault for people
    """The fact is of a kind that this comparison can't look at; the text says what it is."""


@dataclass(frozen=True, slots=True)
class Operand:
    """What a fact is compared with: a literal, a site value (``{value: id}``) or another fact (``{fact: path}``)."""

    kind: str  # "literal" | "value" | "fact"
    value: Any


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact compared with one operand; ``missing`` says what it means when the fact isn't in the output."""

    fact: str
    operator: str
    operand: Operand
    label: str = ""
    missing: str = "unknown"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part doesn't hold; undecided stays undecided."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Quantified:
    """``every`` or ``some`` element of the list at ``path`` (where ``where`` holds) meets ``expect``."""

    kind: str
    path: str
    as_: str
    name: str
    where: "Node | None"
    expect: "Node"
    label: str = ""
    missing: str = "unknown"


Node = Comparison | AllOf | AnyOf | Not | Quantified


def show(value: Any) -> str:
    """A value as a message says it: short, unambiguous, lists named up to SHOWN elements."""
    if value is None:
        return "not set"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return _cut(value) or "empty"
    if isinstance(value, list | tuple):
        if not value:
            return "none"
        text = ", ".join(show(element) for element in value[:SHOWN])
        return text if len(value) <= SHOWN else f"{text} and {len(value) - SHOWN} more"
    if isinstance(value, Mapping):
        if not value:
            return "none"
        for key in ("name", "id", "path", "text"):
            if key in value:
                return show(value[key])
        text = ", ".join(f"{_cut(str(key))} {show(element)}" for key, element in list(value.items())[:SHOWN])
        return text if len(value) <= SHOWN else f"{text} and {len(value) - SHOWN} more"
    return str(value)


def _cut(text: str) -> str:
    """The text, or its beginning and how long it is: the whole stands in the evidence."""
    return text if len(text) <= SHOWN_TEXT else f"{text[:SHOWN_TEXT]}... ({len(text)} characters)"


# Python's own int() and float() take much more: 1_000, other scripts' digits, nan.
_NUMBER = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?")


def number(value: Any) -> int | float:
    """A number, or digits as programs print them; NotComparable for anything else."""
    if isinstance(value, bool):
        raise NotComparable(f"{show(value)} is not a number")
    if isinstance(value, int | float):
        if not math.isfinite(value):
            raise NotComparable(f"{show(value)} is not a number")
        return value
    if isinstance(value, str):
        if not _NUMBER.fullmatch(value.strip()):
            raise NotComparable(f"{show(value)} is not a number")
        return float(value) if "." in value else int(value)
    raise NotComparable(f"{show(value)} is not a number")


def elements(value: Any) -> list[Any]:
    """The elements of a list; NotComparable for anything else."""
    if isinstance(value, list | tuple):
        return list(value)
    raise NotComparable(f"{show(value)} is not a list")


def text(value: Any) -> str:
    """Text, or a number as text; NotComparable for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise NotComparable(f"{show(value)} is not text")


def same(left: Any, right: Any) -> bool:
    """Equal, where a number may be written as text (``sshd -T`` prints all as text); a bool is never a number."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, int | float) != isinstance(right, int | float):
        return str(left) == str(right)
    return bool(left == right)


def other(left: Any, right: Any) -> bool:
    """Not the same; NotComparable where the kinds differ.

    Every list differs from a word, so a check that expects the wrong kind of fact would pass for ever.
    """
    if _kind(left) != _kind(right):
        raise NotComparable(f"the {_kind(left)} {show(left)} can't be compared with the {_kind(right)} {show(right)}")
    return not same(left, right)


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "switch"
    if isinstance(value, list | tuple):
        return "list"
    return "mapping" if isinstance(value, Mapping) else "word"


_OPTIONS = re2.Options()
_OPTIONS.log_errors = False


def pattern(expression: str) -> Any:
    """A compiled RE2 expression (linear time whatever a host sends); ValueError in words if it can't be compiled."""
    try:
        return re2.compile(expression, _OPTIONS)
    except re2.error as error:
        text_ = error.args[0] if error.args else "unreadable"
        reason = text_.decode("utf-8", "replace") if isinstance(text_, bytes) else str(text_)
        raise ValueError(f"not an RE2 expression: {reason}") from None


def _contains(fact: Any, wanted: Any) -> bool:
    if isinstance(fact, str):
        return text(wanted) in fact
    return any(same(element, wanted) for element in elements(fact))


def _hits(fact: Any, listed: Any) -> list[Any]:
    return [element for element in elements(fact) if not all(other(element, one) for one in elements(listed))]


def _extra(fact: Any, listed: Any) -> list[Any]:
    return [element for element in elements(fact) if not any(same(element, one) for one in elements(listed))]


def _is_empty(fact: Any) -> bool:
    if isinstance(fact, str | list | tuple | Mapping):
        return len(fact) == 0
    raise NotComparable(f"{show(fact)} is neither a list nor text")


@dataclass(frozen=True, slots=True)
class Operator:
    """``holds(fact, operand)`` decides; ``must(operand)`` says what was wanted; ``culprits`` what stands against it."""

    holds: Callable[[Any, Any], bool]
    must: Callable[[Any], str]
    culprits: Callable[[Any, Any], Any] | None = None


COMPARISONS: dict[str, Operator] = {
    "equals": Operator(same, lambda o: f"be {show(o)}"),
    "differs": Operator(other, lambda o: f"not be {show(o)}"),
    "one_of": Operator(lambda f, o: any(same(f, e) for e in elements(o)), lambda o: f"be one of: {show(o)}"),
    "none_of": Operator(lambda f, o: all(other(f, e) for e in elements(o)), lambda o: f"be none of: {show(o)}"),
    "at_least": Operator(lambda f, o: number(f) >= number(o), lambda o: f"be at least {show(o)}"),
    "at_most": Operator(lambda f, o: number(f) <= number(o), lambda o: f"be at most {show(o)}"),
    "matches": Operator(lambda f, o: pattern(o).search(text(f)) is not None, lambda o: f"match {o}"),
    "matches_not": Operator(lambda f, o: pattern(o).search(text(f)) is None, lambda o: f"not match {o}"),
    "contains": Operator(_contains, lambda o: f"contain {show(o)}"),
    "contains_all": Operator(
        lambda f, o: not _extra(o, f), lambda o: f"contain all of: {show(o)}", lambda f, o: ("lacks", _extra(o, f))
    ),
    "contains_none": Operator(
        lambda f, o: not _hits(f, o), lambda o: f"contain none of: {show(o)}", lambda f, o: ("holds", _hits(f, o))
    ),
    "only": Operator(
        lambda f, o: not _extra(f, o),
        lambda o: f"hold nothing but: {show(o)}" if o else "be empty",
        lambda f, o: ("holds", _extra(f, o)),
    ),
    "empty": Operator(lambda f, o: _is_empty(f) is o, lambda o: "be empty" if o else "not be empty"),
    "present": Operator(lambda f, o: (f is not None) is o, lambda o: "be set" if o else "not be set"),
}

# Comparisons that can only be decided against a list, or against a number.
LISTS = frozenset({"one_of", "none_of", "contains_all", "contains_none", "only"})
NUMBERS = frozenset({"at_least", "at_most"})


def roots(node: Node | None, bound: frozenset[str] = frozenset()) -> frozenset[str]:
    """The first words of all paths that a node looks at, but for names bound by a quantifier: the probes it needs."""
    if node is None:
        return frozenset()
    if isinstance(node, Comparison):
        paths = [node.fact] + ([node.operand.value] if node.operand.kind == "fact" else [])
        return frozenset(path.split(".", 1)[0] for path in paths) - bound
    if isinstance(node, AllOf | AnyOf):
        return frozenset().union(*(roots(part, bound) for part in node.parts))
    if isinstance(node, Not):
        return roots(node.part, bound)
    inner = bound | {node.as_}
    return (frozenset({node.path.split(".", 1)[0]}) - bound) | roots(node.where, inner) | roots(node.expect, inner)
