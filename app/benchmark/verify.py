"""What no single file shows: references between items, probes, parsers, values and addenda."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.benchmark.ancestors import ancestors
from app.benchmark.suggest import suggestion
from app.judge.expectation import LISTS, NUMBERS, Comparison, Node, Not, Quantified, pattern, roots
from app.language import tr
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
                yield tr("{place}: platform {addendum}: extends {base}, which is not there{hint}.").format(
                    place=place, addendum=addendum.id, base=base, hint=suggestion(base, by_id)
                )
        if addendum.id in ancestors(addendum, by_id):
            yield tr("{place}: platform {addendum}: extends itself in a circle; remove one `extends`.").format(
                place=place, addendum=addendum.id
            )
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
                yield tr("{place}: undecided {item}: there is no such item{hint}.").format(
                    place=place, item=item, hint=suggestion(item, rules)
                )


def _probe(probe: Probe, known: Mapping[str, Probe], place: str) -> Iterator[str]:
    registry: Mapping[str, object] = DERIVATIONS if probe.derived_from else PARSERS
    if probe.parser not in registry:
        yield tr("{place}: probe {probe}: there is no parser {parser}{hint}.").format(
            place=place, probe=probe.id, parser=probe.parser, hint=suggestion(probe.parser, registry)
        )
    for source in probe.derived_from:
        if source not in known:
            yield tr("{place}: probe {probe}: from {source}, which is not there{hint}.").format(
                place=place, probe=probe.id, source=source, hint=suggestion(source, known)
            )
        elif known[source].derived_from:
            yield tr("{place}: probe {probe}: from {source}, which is derived itself; name its sources.").format(
                place=place, probe=probe.id, source=source
            )


def _role(check: Check, rules: Mapping[str, Rule], addendum: Addendum, place: str) -> Iterator[str]:
    rule = rules.get(check.item)
    roles = {Scope.HOST: Role.HOST, Scope.GUEST: Role.GUEST, Scope.CROSS_HOST: Role.HOST}
    if rule is not None and rule.scope in roles and roles[rule.scope] not in addendum.roles:
        yield tr("{place}: check {check}: item {item} is for a {scope}, but {addendum} is not.").format(
            place=place, check=check.id, item=check.item, scope=rule.scope, addendum=addendum.id
        )


def _check(
    check: Check, rules: Mapping[str, Rule], known: Mapping[str, Probe], values: Mapping[str, Value], place: str
) -> Iterator[str]:
    if check.item not in rules:
        yield tr("{place}: check {check}: there is no item {item}{hint}.").format(
            place=place, check=check.id, item=check.item, hint=suggestion(check.item, rules)
        )
    bound = frozenset({check.as_}) if check.for_each else frozenset()
    used = set(check.collect) | roots(check.when) | (roots(check.expect) - bound)
    if check.for_each:
        used.add(check.for_each.split(".", 1)[0])
        if check.as_ in known:
            yield tr("{place}: check {check}: `as: {name}` is the name of a probe; take another name.").format(
                place=place, check=check.id, name=check.as_
            )
    for name in sorted(used):
        if name not in known:
            yield tr("{place}: check {check}: there is no probe {name}{hint}.").format(
                place=place, check=check.id, name=name, hint=suggestion(name, known)
            )
    rule = rules.get(check.item)
    if check.decides and rule is not None and (rule.mode is Mode.MANUAL or rule.scope is Scope.SITE):
        said = (
            tr("{place}: check {check}: item {item} is manual, so a person decides; give collect, not expect.")
            if rule.mode is Mode.MANUAL
            else tr("{place}: check {check}: item {item} is site-wide, so a person decides; give collect, not expect.")
        )
        yield said.format(place=place, check=check.id, item=rule.id)
    for comparison in [*_comparisons(check.when), *_comparisons(check.expect)]:
        yield from (f"{place}: check {check.id}: {fault}." for fault in _operand(comparison, values))


def _operand(comparison: Comparison, values: Mapping[str, Value]) -> Iterator[str]:
    operator, operand = comparison.operator, comparison.operand
    if operand.kind == "value":
        if operand.value not in values:
            yield tr("there is no value {value}{hint}").format(
                value=operand.value, hint=suggestion(operand.value, values)
            )
            return
        wanted = "a list" if operator in LISTS else "a number" if operator in NUMBERS else ""
        if wanted and kind_of(values[operand.value].default) != wanted:
            yield tr("{operator} needs {wanted}, and the value {value} is none").format(
                operator=operator, wanted=named(wanted), value=operand.value
            )
    elif operator in {"matches", "matches_not"}:
        try:
            pattern(str(operand.value))
        except ValueError as error:
            yield tr("{pattern!r} is {error}").format(pattern=operand.value, error=error)


def kind_of(value: Any) -> str:
    """What a site's value is: it may only be replaced by one of its kind; named() says it in words."""
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list | tuple) else "text"


def named(kind: str) -> str:
    """A word of kind_of() in the language in force."""
    return {"true or false": tr("true or false"), "a number": tr("a number"), "a list": tr("a list")}.get(
        kind, tr("text")
    )


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
