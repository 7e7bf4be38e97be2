"""Answers from a questionnaire that was filled in without a computer: which are given, and why the others aren't."""

from dataclasses import dataclass
from pathlib import Path

from app.audit import Audit
from app.days import read_day
from app.errors import UsageError
from app.filledform import Filled, read_filled
from app.language import tr
from app.overrides import Answer
from app.people import same_person
from app.record import Override, OverrideKind
from app.report import questionnaire
from app.report.questionnaire import CARRIER, CHOICES, Ticket
from app.store.loosefile import LooseFile


@dataclass(frozen=True, slots=True)
class Refused:
    """A reply that isn't taken, and why, in one sentence."""

    item: str
    target: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What reading a form came to."""

    given: tuple[Override, ...]
    refused: tuple[Refused, ...]
    empty: int  # questions that nobody answered


def take_in(audit: Audit, path: Path, *, by: str = "", role: str = "", filled: Filled | None = None) -> Taken:
    """Give the replies of a form as answers, with the form itself attached to each; UsageError if it isn't for us.

    ``by`` and ``role`` stand in where the form names nobody; where it does, they must agree with it.
    ``filled`` is what read_filled() made of the file, where a screen had it read by another thread.
    """
    filled = filled or read_filled(path, CARRIER)
    if CARRIER not in filled.values:
        raise UsageError(tr("{path}: is no questionnaire of Bartizan.").format(path=path))
    try:
        about = questionnaire.read(filled.values[CARRIER])
    except UsageError as error:
        raise UsageError(tr("{path}: {error}; print the questionnaire anew.").format(path=path, error=error)) from error
    if about.audit != audit.info.id:
        raise UsageError(
            tr("{path}: is the questionnaire of another audit ({other!r}), not of {audit}.").format(
                path=path, other=about.audit[:40], audit=audit.path
            )
        )
    if audit.info.state == "signed":
        raise UsageError(
            tr("{path}: is signed and locked; open a new revision before reading a questionnaire.").format(
                path=audit.path
            )
        )
    if audit.readonly:
        raise UsageError(audit.readonly_reason)
    by = _person(filled, "person-name", by, tr("the name of the person who answered"), path)
    role = _person(filled, "person-role", role, tr("the role of the person who answered"), path)
    drafts: list[Answer] = []
    refused: list[Refused] = []
    empty = 0
    for number, (item, target, seen) in enumerate(about.places, 1):
        try:
            draft = _draft(audit, filled, about, number, seen, by=by, role=role)
        except UsageError as error:
            refused.append(Refused(item, target, str(error).removeprefix(f"{item}: ")))
            continue
        if draft is None:
            empty += 1
        else:
            drafts.append(draft)
    given = audit.give(drafts, [LooseFile(path.name, filled.data)]) if drafts else ()
    return Taken(given, tuple(refused), empty)


def _person(filled: Filled, field: str, given: str, what: str, path: Path) -> str:
    said = " ".join(filled.values.get(field, "").split())
    given = given.strip()
    if said and given and not same_person(said, given):
        raise UsageError(
            tr("{path}: gives {said!r} as {what}, not {given!r}; leave the option out to take the form's.").format(
                path=path, said=said, what=what, given=given
            )
        )
    if not said and not given:
        raise UsageError(tr("{path}: doesn't say {what}; give it with --by and --role.").format(path=path, what=what))
    return said or given


def _draft(audit: Audit, filled: Filled, about: Ticket, number: int, seen: str, *, by: str, role: str) -> Answer | None:
    """The answer under that number of the form; None: it was left empty. UsageError says why it isn't taken."""
    item, target, _ = about.places[number - 1]
    verdict, remark, until = (
        filled.values.get(f"answer-{number}-{name}", "").strip() for name in ("verdict", "remark", "until")
    )
    if not verdict:
        if remark or until:
            raise UsageError(tr("has a remark or a day, but no choice between met, not met and doesn't apply."))
        return None
    if verdict not in CHOICES:
        raise UsageError(tr("{verdict!r} is none of the choices.").format(verdict=verdict[:40]))
    finding, texts = audit.finding(item, target), dict(about.texts)
    if not texts.get(item) or texts[item] != audit.texts[item]:
        raise UsageError(tr("the item or its check was changed after the form was made; print it anew."))
    if not questionnaire.is_open(finding, audit.benchmark.rule(item)):
        said = (
            tr("was answered meanwhile by {who}; take that answer back first.")
            if finding.overrides
            else tr("was answered meanwhile by the program; take that answer back first.")
        )
        raise UsageError(said.format(who=finding.overrides[-1].by if finding.overrides else ""))
    if questionnaire.basis(finding, audit.all_evidence()) != seen:
        raise UsageError(tr("what was measured or collected changed after the form was made; print it anew."))
    return audit.draft(
        item,
        target,
        OverrideKind.SIGNOFF,
        CHOICES[verdict],
        by=by,
        role=role,
        remark=remark,
        expires=read_day(until, repr(until[:40])) if until else None,
    )
