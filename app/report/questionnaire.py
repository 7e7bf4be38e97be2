"""The questions that wait for a person, as they are printed for somebody without a computer.

What a form carries beside its fields says for which audit it was made and, by digest, how each item was worded, so a
form that is filled in weeks later can't answer a question that has changed meanwhile.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from app.errors import ReportError, UsageError
from app.language import tr
from app.model import Evidence, Mode, Reason, Result, Rule
from app.overrides import AnswerState
from app.record import Finding, ScanResult
from app.report.masking import mask
from app.report.standing import rule_of
from app.report.wording import stranger

SCHEMA = "bartizan-form/1"
CARRIER = "bartizan"  # name of the hidden field that holds the ticket
FACT_LINES = 8  # lines of collected output that are printed with a question
MOST = 5000  # answers that one form has room for
_HEAD = 4000  # bytes of an output that are looked at for them
_LINE = 110  # characters of a line
CHOICES = {"pass": Result.PASS, "fail": Result.FAIL, "notapplicable": Result.NOTAPPLICABLE}

_OPEN = {AnswerState.AWAITING, AnswerState.REJECTED, AnswerState.EXPIRED, AnswerState.OUTDATED}
_ASKED = {Reason.AWAITING_SIGNOFF, Reason.NOT_DECIDABLE}


@dataclass(frozen=True, slots=True)
class Place:
    """Room for one answer."""

    number: int  # from 1, in the order of the form; names the fields
    target: str | None  # None: the whole site
    basis: str  # digest of what was measured and collected when the form was made
    note: str  # why it is asked again, or what was measured; empty where there is nothing to say
    facts: tuple[tuple[str, tuple[str, ...]], ...]  # (source, first lines of what was collected)


@dataclass(frozen=True, slots=True)
class Question:
    """One item, and everywhere that it waits for an answer."""

    rule: Rule
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a form says about itself: the audit, each item's digest, and what the numbers of its fields stand for."""

    audit: str  # the audit's id
    texts: tuple[tuple[str, str], ...]  # (item, digest of its text)
    places: tuple[tuple[str, str | None, str], ...]  # (item, target, basis); the first has number 1


def is_open(finding: Finding, rule: Rule) -> bool:
    """Whether a person has to answer it, for the first time or again."""
    if finding.measured.result is Result.NOTSELECTED:
        return False
    asked = rule.mode is not Mode.AUTOMATED or finding.measured.reason in _ASKED
    state = finding.state or (AnswerState.AWAITING if finding.effective == Result.NOTCHECKED else "")
    return asked and state in _OPEN and finding.measured.result is not Result.NOTAPPLICABLE


def questions(scan: ScanResult) -> tuple[Question, ...]:
    """Every open question in the order of the guideline."""
    rules = rule_of(scan.benchmark)
    waiting = []
    for finding in scan.findings:
        rule = rules.get(finding.measured.item) or stranger(finding.measured.item)
        if is_open(finding, rule):
            waiting.append((rule, finding))
    if len(waiting) > MOST:
        raise ReportError(
            tr("{n} questions are open; a form has room for {most}: leave chapters or hosts out.").format(
                n=len(waiting), most=MOST
            )
        )
    found, number = [], 0
    for rule, group in groupby(waiting, key=lambda one: one[0]):
        places = []
        for _, finding in group:
            number += 1
            seen, facts = basis(finding, scan.evidence), _facts(finding, scan.evidence)
            places.append(Place(number, finding.measured.target, seen, _note(finding), facts))
        found.append(Question(rule, tuple(places)))
    return tuple(found)


def basis(finding: Finding, evidence: Mapping[str, Evidence]) -> str:
    """A digest of what a person sees beside the question: verdict, checks, and the outputs that were collected."""
    measured = finding.measured
    checks = [[one.check, one.subject, one.result, one.expected, one.actual] for one in measured.checks]
    pieces = ((name, evidence.get(name)) for name in measured.evidence)
    outputs = [[name, hashlib.sha256(piece.output).hexdigest()] for name, piece in pieces if piece is not None]
    seen = json.dumps([measured.result, measured.reason, checks, outputs])
    return hashlib.sha256(seen.encode()).hexdigest()[:32]


def _note(finding: Finding) -> str:
    last = finding.overrides[-1] if finding.overrides else None
    if finding.state == AnswerState.REJECTED and last is not None:
        return tr("Rejected by {name}: {remark}").format(name=last.review_by, remark=last.review_remark)
    if finding.state == AnswerState.EXPIRED and last is not None:
        return tr("The answer of {name} ended on {day}.").format(name=last.by, day=last.expires)
    if finding.state == AnswerState.OUTDATED and last is not None:
        return tr("Changed since {name} answered: please look again.").format(name=last.by)
    return ""


def _facts(finding: Finding, evidence: Mapping[str, Evidence]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The first lines of what was collected for the person, secrets masked; what is left out is said."""
    found = []
    for name in finding.measured.evidence:
        piece = evidence.get(name)
        if piece is None or not piece.output:
            continue
        lines = mask(piece.output[:_HEAD].decode("utf-8", "surrogateescape")).text.removesuffix("\n").split("\n")
        shown = [line.expandtabs(8)[:_LINE] for line in lines[:FACT_LINES]]
        if len(lines) > FACT_LINES or len(piece.output) > _HEAD:
            shown.append(tr("… more in the report"))
        found.append((name, tuple(shown)))
    return tuple(found)


# --- what a form says about itself -----------------------------------------------------------------------------------


def ticket(scan: ScanResult, asked: tuple[Question, ...]) -> Ticket:
    """What the form with these questions has to carry."""
    return Ticket(
        scan.info.id,
        tuple((question.rule.id, scan.texts.get(question.rule.id, "")) for question in asked),
        tuple((question.rule.id, place.target, place.basis) for question in asked for place in question.places),
    )


def written(about: Ticket) -> str:
    """The ticket as the text of the hidden field, with a sum over it."""
    body = json.dumps(
        {"schema": SCHEMA, "audit": about.audit, "texts": dict(about.texts), "places": about.places}, sort_keys=True
    )
    return json.dumps({"form": body, "sum": hashlib.sha256(body.encode()).hexdigest()})


def read(text: str) -> Ticket:
    """The reverse of written(); UsageError in words where it isn't whole."""
    try:
        outer = json.loads(text)
        body = outer["form"]
        if hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest() != outer["sum"]:
            raise UsageError(tr("it was altered: what it says about itself doesn't match its sum"))
        said = json.loads(body)
        if said["schema"] != SCHEMA:
            raise UsageError(tr("it was made by another version of Bartizan"))
        places = tuple(
            (_text(item), None if target is None else _text(target), _text(seen))
            for item, target, seen in said["places"]
        )
        texts = tuple((_text(item), _text(digest)) for item, digest in said["texts"].items())
        return Ticket(_text(said["audit"]), texts, places)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(tr("what it says about itself can't be read")) from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
