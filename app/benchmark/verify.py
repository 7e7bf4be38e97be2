"""What no single file shows: references between items, probes, parsers, values and addenda."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.benchmark.ancestors import ancestors
from app.benchmark.suggest import suggestion
from app.judge.expectation import LISTS, NUMBERS, Comparison, Node, Not, Quantified, pattern, roots
from app.model import Addendum, Check, Mode, Probe, Role, Rule, Scope, Value
from app.parsers.registry import DERIVATIONS, PARSERS


def cross_check(
    rules: Sequence[Rule], addenda: Sequence[Addendum], values: Mapping[str, Value], where: Mapping[str, str]
) -> list[str]:
    """Every broken reference as a line ``file:line: thing: what, and what to do``."""
    return list(_problems({rule.id: rule for rule in rules}, addenda, values, where))


def _problems(
    rules: Mapping[str, Rule], addenda: Sequence[Addendum], values: Mapping[str, Value], where: Mapping[str, str]
) -> Iterator[str]:
    by_id = {addendum.id: addendum for addendum in addenda}
    for addendum in addenda:
        place = where[f"platform {addendum.id}"]
        for base in addendum.extends:
            if base not in by_id:
                yield f"{place}: platform {addendum.id}: extends {base}, which is not there{suggestion(base, by_id)}."
        if addendum.id in ancestors(addendum, by_id):
            yield f"{place}: platform {addendum.id}: extends itself in a circle; remove one `extends`."
            continue
        known = {
            probe.id: probe
            for one in [addendum, *(by_id[name] for name in ancestors(addendum, by_id) if name in by_id)]
            for probe in one.probes
        }
        for probe in addendum.probes:
            yield from _probe(probe, known, where[f"probe {probe.id}"])
        for check in addendum.checks:
            yield from _check(check, rules, known, values, where[f"check {check.id}"])
            yield from _role(check, rules, addendum, where[f"check {check.id}"])
        for item, _ in addendum.undecided:
            if item not in rules:
                place = where[f"undecided {addendum.id} {item}"]
                yield f"{place}: undecided {item}: there is no such item{suggestion(item, rules)}."


def _probe(probe: Probe, known: Mapping[str, Probe], place: str) -> Iterator[str]:
    registry: Mapping[str, object] = DERIVATIONS if probe.derived_from else PARSERS
    if probe.parser not in registry:
        yield f"{place}: probe {probe.id}: there is no parser {probe.parser}{suggestion(probe.parser, registry)}."
    for source in probe.derived_from:
        if source not in known:
            yield f"{place}: probe {probe.id}: from {source}, which is not there{suggestion(source, known)}."
        elif known[source].derived_from:
            yield f"{place}: probe {probe.id}: from {source}, which is derived itself; name its sources."


def _role(check: Check, rules: Mapping[str, Rule], addendum: Addendum, place: str) -> Iterator[str]:
    rule = rules.get(check.item)
    roles = {Scope.HOST: Role.HOST, Scope.GUEST: Role.GUEST, Scope.CROSS_HOST: Role.HOST}
    if rule is not None and rule.scope in roles and roles[rule.scope] not in addendum.roles:
        yield f"{place}: check {check.id}: item {check.item} is for a {rule.scope}, but {addendum.id} is not."


def _check(
    check: Check, rules: Mapping[str, Rule], known: Mapping[str, Probe], values: Mapping[str, Value], place: str
) -> Iterator[str]:
    if check.item not in rules:
        yield f"{place}: check {check.id}: there is no item {check.item}{suggestion(check.item, rules)}."
    bound = frozenset({check.as_}) if check.for_each else frozenset()
    used = set(check.collect) | roots(check.when) | (roots(check.expect) - bound)
    if check.for_each:
        used.add(check.for_each.split(".", 1)[0])
        if check.as_ in known:
            yield f"{place}: check {check.id}: `as: {check.as_}` is the name of a probe; take another name."
    for name in sorted(used):
        if name not in known:
            yield f"{place}: check {check.id}: there is no probe {name}{suggestion(name, known)}."
    rule = rules.get(check.item)
    if check.decides and rule is not None and (rule.mode is Mode.MANUAL or rule.scope is Scope.SITE):
        what = "manual" if rule.mode is Mode.MANUAL else "site-wide"
        yield f"{place}: check {check.id}: item {rule.id} is {what}, so a person decides; give collect, not expect."
    for comparison in [*_comparisons(check.when), *_comparisons(check.expect)]:
        yield from (f"{place}: check {check.id}: {fault}." for fault in _operand(comparison, values))


def _operand(comparison: Comparison, values: Mapping[str, Value]) -> Iterator[str]:
    operator, operand = comparison.operator, comparison.operand
    if operand.kind == "value":
        if operand.value not in values:
            yield f"there is no value {operand.value}{suggestion(operand.value, values)}"
            return
        wanted = "a list" if operator in LISTS else "a number" if operator in NUMBERS else ""
        if wanted and kind_of(values[operand.value].default) != wanted:
            yield f"{operator} needs {wanted}, and the value {operand.value} is none"
    elif operator in {"matches", "matches_not"}:
        try:
            pattern(str(operand.value))
        except ValueError as error:
            yield f"{operand.value!r} is {error}"


def kind_of(value: Any) -> str:
    """What a site's value is, in words: it may only be replaced by one of its kind."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list | tuple) else "text"


def _comparisons(node: Node | None) -> Iterator[Comparison]:
    if node is None:
        return
    if isinstance(node, Comparison):
        yield node
    elif isinstance(node, Not):
        yield from _comparisons(node.part)
    elif isinstance(node, Quantified):
        yield from _comparisons(node.where)
        yield from _comparisons(node.expect)
    else:
        for part in node.parts:
            yield from _comparisons(part)
