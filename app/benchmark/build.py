"""The typed file models to the frozen values that the rest of the program works with."""

from typing import Any

from app.benchmark import schema
from app.judge.expectation import COMPARISONS, AllOf, AnyOf, Comparison, Node, Not, Operand, Quantified
from app.model import Addendum, Chapter, Check, Mode, Probe, Role, Rule, Scope, Section, Severity


def build_chapter(file: schema.ChapterFile) -> Chapter:
    """A chapter's head with its sections."""
    sections = tuple(Section(one.id, one.title, one.introduction) for one in file.sections)
    return Chapter(file.chapter, file.title, file.introduction, sections)


def build_rule(item: schema.ItemModel) -> Rule:
    """One item of the guideline."""
    return Rule(
        id=item.id,
        section=item.section,
        title=item.title,
        scope=Scope(item.scope),
        severity=Severity(item.severity),
        mode=Mode(item.mode),
        threats=tuple(item.threats),
        basis=item.basis,
        requirement=item.requirement,
        rationale=item.rationale,
        question=item.question,
        evidence=tuple(item.evidence),
        references=tuple(item.references),
    )


def build_addendum(head: schema.PlatformModel, files: list[schema.PlatformFile]) -> Addendum:
    """A platform from all files of its folder."""
    return Addendum(
        id=head.id,
        title=head.title,
        detect=head.detect,
        roles=tuple(Role(role) for role in head.roles),
        hypervisor=head.hypervisor,
        extends=tuple(head.extends),
        probes=tuple(_probe(name, probe, head.id) for file in files for name, probe in file.probes.items()),
        checks=tuple(_check(check, head.id) for file in files for check in file.checks),
        undecided=tuple((item, why) for file in files for item, why in file.undecided.items()),
    )


def _probe(name: str, model: schema.ProbeModel, addendum: str) -> Probe:
    return Probe(
        id=name,
        addendum=addendum,
        command=model.command or "",
        privilege=model.privilege,
        parser=model.parser,
        timeout=model.timeout,
        cap=model.cap,
        exits=tuple(model.exits),
        needs=tuple(model.needs),
        if_missing=model.if_missing,
        complete=not model.may_be_empty,
        derived_from=tuple(model.derived_from or ()),
        note=model.note or "",
    )


def _check(model: schema.CheckModel, addendum: str) -> Check:
    return Check(
        id=model.id,
        addendum=addendum,
        item=model.item,
        title=model.title,
        expect=build_node(model.expect),
        when=build_node(model.when),
        when_text=model.when_text or "",
        for_each=model.for_each or "",
        as_=model.as_ or "subject",
        name=model.name,
        collect=tuple(model.collect),
        remediation=tuple(model.remediation.items()),
    )


def build_node(model: schema.Expectation | None) -> Any:
    """An expectation as the judge's frozen tree; None stays None."""
    if model is None:
        return None
    return _node(model)


def _node(model: schema.Expectation) -> Node:
    if model.all is not None:
        return AllOf(tuple(_node(part) for part in model.all))
    if model.any is not None:
        return AnyOf(tuple(_node(part) for part in model.any))
    if model.not_ is not None:
        return Not(_node(model.not_))
    if model.fact is not None:
        operator = next(name for name in COMPARISONS if name in model.model_fields_set)
        operand = _operand(getattr(model, operator))
        return Comparison(model.fact, operator, operand, model.label or "", model.missing or "unknown")
    kind = "every" if model.every is not None else "some"
    assert model.expect is not None and model.as_ is not None  # noqa: S101, PT018 - the model has refused otherwise
    return Quantified(
        kind=kind,
        path=model.every or model.some or "",
        as_=model.as_,
        name=model.name or "name",
        where=None if model.where is None else _node(model.where),
        expect=_node(model.expect),
        label=model.label or "",
        missing=model.missing or "unknown",
    )


def _operand(value: Any) -> Operand:
    if isinstance(value, dict) and len(value) == 1:
        kind, inner = next(iter(value.items()))
        if kind in {"value", "fact"} and isinstance(inner, str):
            return Operand(kind, inner)
    return Operand("literal", tuple(value) if isinstance(value, list) else value)
