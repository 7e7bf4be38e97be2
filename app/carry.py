"""Answers carried over from an earlier audit: which still hold, and why the others don't.

Pure. An answer is carried only where what the item asks and how it is checked are word for word what they were
(text_digest() of app.overrides), the target is in the new audit, and the answer counted and had not run out; and a
sign-off not where the program has found a failure since. What is
carried is an answer of the new audit, marked with where it comes from, to be confirmed by a person.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app.language import tr
from app.model import Result
from app.overrides import Answer, counting, expired
from app.record import Override, OverrideKind


@dataclass(frozen=True, slots=True)
class Left:
    """An answer that isn't carried over, and why, in one sentence."""

    override: Override
    reason: str


@dataclass(frozen=True, slots=True)
class Carried:
    """Answers to give in the new audit, and those of the old one that are left behind."""

    answers: tuple[Answer, ...]
    left: tuple[Left, ...]


def carry(
    overrides: Iterable[Override],
    measured: Mapping[tuple[str, str | None], Result],
    *,
    old_texts: Mapping[str, str],
    new_texts: Mapping[str, str],
    targets: Collection[str],
    today: date,
    origin: str,
    answered: Collection[tuple[str, str | None]] = (),
) -> Carried:
    """Sort the answers of an earlier audit.

    ``measured`` is what the new audit measured by (item, target), ``old_texts`` and ``new_texts`` are the digests of
    each item's text then and now, ``targets`` the names of the new audit's machines, ``origin`` names the earlier
    audit in words (title and seal), and ``answered`` is where the new one has answers already, which stay. The files
    that the answers name have to come with them (AuditFile.take_over).
    """
    given: dict[tuple[str, str | None], list[Override]] = {}
    for one in overrides:
        given.setdefault((one.item, one.target), []).append(one)
    answers, left = [], []
    for place, said in given.items():
        override = counting(said)
        if override is None:
            if said[-1].kind is not OverrideKind.WITHDRAWN:
                left.append(Left(said[-1], tr("It was rejected by the reviewer.")))
            continue
        reason = _why_not(override, old_texts, new_texts, targets, today) or _fails_now(override, measured.get(place))
        if place in answered:
            reason = tr("This audit has an answer there already.")
        if reason:
            left.append(Left(override, reason))
        else:
            answers.append(_again(override, measured.get(place, override.old), new_texts[override.item], origin))
    return Carried(tuple(answers), tuple(left))


def _why_not(
    override: Override,
    old_texts: Mapping[str, str],
    new_texts: Mapping[str, str],
    targets: Collection[str],
    today: date,
) -> str:
    if override.item not in new_texts:
        return tr("The guideline no longer has this item.")
    if override.item not in old_texts:
        return tr("The earlier audit doesn't tell how this item was worded then.")
    if old_texts[override.item] != new_texts[override.item]:
        return tr("The item or its check was changed since.")
    if override.target is not None and override.target not in targets:
        return tr("{target} is not in this audit.").format(target=override.target)
    if expired(override, today):
        return tr("It ended on {day}.").format(day=override.expires)
    return ""


def _fails_now(override: Override, measured: Result | None) -> str:
    """A sign-off says nothing about a failure that its author can't have seen: carried, it would cover it up."""
    covers = override.kind is OverrideKind.SIGNOFF and override.new is not Result.FAIL
    if covers and measured is Result.FAIL and override.old is not Result.FAIL:
        return tr("The program finds a failure now, which it didn't find then.")
    return ""


def _again(override: Override, measured: Result, basis: str, origin: str) -> Answer:
    """The answer once more, over what is measured now; attached files are those of the same content."""
    return Answer(
        kind=override.kind,
        item=override.item,
        target=override.target,
        old=measured,
        new=measured if override.kind is OverrideKind.WAIVER else override.new,
        by=override.by,
        role=override.role,
        remark=override.remark,
        expires=override.expires,
        attachments=override.attachments,
        basis=basis,
        origin=origin,
    )
