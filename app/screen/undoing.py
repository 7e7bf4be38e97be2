"""Undo and redo of answers: what stood before stands again, by further entries, since nothing is ever deleted."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.answers import withdrawal
from app.audit import Audit
from app.errors import UsageError
from app.language import tr
from app.overrides import counting
from app.record import Override

Place = tuple[str, str | None]  # item and target; None: site-wide


@dataclass(frozen=True, slots=True)
class Deed:
    """One answer, or one that was taken back: what counted at that place before and after."""

    place: Place
    before: Override | None
    after: Override | None


def deeds(audit: Audit, since: int) -> tuple[Deed, ...]:
    """What was answered or taken back by entries after that number; places where the same counts are left out."""
    found = []
    for place in audit.answered_since(since):
        said = audit.answers_at(*place)
        before, after = counting([one for one in said if int(one.id) <= since]), counting(said)
        if before != after:
            found.append(Deed(place, before, after))
    return tuple(found)


def restore(
    audit: Audit, wanted: Sequence[tuple[Place, Override | None]], *, by: str, role: str, remark: str
) -> tuple[Override, ...]:
    """Let these answers count again, all or none; None, or another person's answer: the measured result stands.

    Nobody can speak for somebody else, so an answer of another person that was replaced isn't given again.
    UsageError where there is nothing to restore.
    """
    drafts = []
    for (item, target), said in wanted:
        finding = audit.finding(item, target)
        now = counting(finding.overrides)
        if said is not None and said.by == by:
            drafts.append(audit.draft_again(said, target, by=by, role=role))
        elif now is not None:
            drafts.append(withdrawal(finding, by=by, role=role, remark=remark))
    if not drafts:
        raise UsageError(tr("There is nothing left to undo or to do again: these answers were changed meanwhile."))
    return audit.give(drafts)
