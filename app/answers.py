"""Which answers, reviews and signatures may be given."""

from collections.abc import Sequence
from datetime import date

from app.errors import UsageError
from app.language import tr
from app.model import Result, Rule
from app.overrides import Answer, counting, may_review, remark_needed
from app.people import is_name
from app.record import Attachment, Finding, Override, OverrideKind

_NAMED = 5  # answers that one sentence names


def permit(
    finding: Finding,
    rule: Rule,
    kind: OverrideKind,
    new: Result,
    *,
    by: str,
    role: str,
    remark: str,
    expires: date | None,
    today: date,
) -> None:
    """Refuse an answer that an auditor couldn't accept, in one sentence."""
    if not is_name(by) or not role.strip():
        raise UsageError(
            tr("{item}: an answer needs the name and the role of the person who gives it.").format(item=rule.id)
        )
    if finding.measured.result is Result.NOTSELECTED:
        raise UsageError(
            tr("{item}: its chapter was left out of this audit; take it in before answering.").format(item=rule.id)
        )
    if not remark.strip() and (why := remark_needed(kind, new, finding.measured.result)):
        raise UsageError(f"{rule.id}: {why}")
    if expires is not None and expires < today:
        said = (
            tr("{item}: the waiver would end on {day}, which is over; choose a later day.")
            if kind is OverrideKind.WAIVER
            else tr("{item}: the answer would end on {day}, which is over; choose a later day.")
        )
        raise UsageError(said.format(item=rule.id, day=expires.isoformat()))
    if kind is OverrideKind.WAIVER:
        if expires is None:
            raise UsageError(tr("{item}: a waiver needs the day on which it ends.").format(item=rule.id))
    elif new not in {Result.PASS, Result.FAIL, Result.NOTAPPLICABLE}:
        raise UsageError(
            tr("{item}: {answer} is not an answer; choose pass, fail or notapplicable.").format(
                item=rule.id, answer=new
            )
        )


def drafted(
    finding: Finding,
    rule: Rule,
    kind: OverrideKind,
    new: Result,
    *,
    by: str,
    role: str,
    remark: str,
    expires: date | None,
    today: date,
    basis: str,
    attachments: tuple[Attachment, ...] = (),
) -> Answer:
    """The answer as the store takes it; UsageError where permit() refuses it. ``basis`` digests the item's text."""
    permit(finding, rule, kind, new, by=by, role=role, remark=remark, expires=expires, today=today)
    measured = finding.measured
    return Answer(
        kind=kind,
        item=measured.item,
        target=measured.target,
        old=measured.result,
        new=measured.result if kind is OverrideKind.WAIVER else new,
        by=by.strip(),
        role=role.strip(),
        remark=remark.strip(),
        expires=expires,
        attachments=attachments,
        basis=basis,
    )


def withdrawal(finding: Finding, *, by: str, role: str, remark: str) -> Answer:
    """What takes the last answer to a finding back; UsageError where there is none, or nobody says who does it."""
    measured = finding.measured
    if not finding.overrides or finding.overrides[-1].kind is OverrideKind.WITHDRAWN:
        raise UsageError(tr("{item}: there is no answer to take back.").format(item=measured.item))
    if not is_name(by) or not role.strip():
        raise UsageError(
            tr("{item}: taking an answer back needs the name and the role of the person who does it.").format(
                item=measured.item
            )
        )
    return Answer(
        OverrideKind.WITHDRAWN,
        measured.item,
        measured.target,
        measured.result,
        measured.result,
        by.strip(),
        role.strip(),
        remark.strip(),
    )


def permit_review(
    override: Override, newest: Override, *, accept: bool, by: str, remark: str, single_person: bool
) -> None:
    """Refuse a review that would mean nothing; ``newest`` is the last answer to the same item on the same target."""
    if not is_name(by):
        raise UsageError(tr("A review needs the name of the person who gives it."))
    if not accept and not remark.strip():
        raise UsageError(tr("A rejection needs a remark that says what is missing."))
    if override.kind is OverrideKind.WITHDRAWN:
        raise UsageError(tr("{id}: takes an answer back, so there is nothing to review.").format(id=override.id))
    if newest.id != override.id:
        said = (
            tr("{id}: this answer was taken back by entry {newest}; it no longer counts.")
            if newest.kind is OverrideKind.WITHDRAWN
            else tr("{id}: this answer was replaced by entry {newest}; it no longer counts.")
        )
        raise UsageError(said.format(id=override.id, newest=newest.id))
    if not may_review(override, by, single_person=single_person):
        raise UsageError(
            tr(
                "{id}: {by} gave this answer; another person must review it, unless the audit is "
                "marked as the work of a single person."
            ).format(id=override.id, by=by)
        )


class UnsettledError(UsageError):
    """What stops a signature unless the person says that it may stay so; ``option`` is what says it."""

    def __init__(self, message: str, option: str) -> None:
        super().__init__(message)
        self.option = option  # of permit_signing(), and of ``bartizan sign`` with two hyphens


def permit_signing(
    waiting: Sequence[Override],
    late: Sequence[Finding],
    *,
    by: str,
    role: str,
    interrupted: bool,
    unreviewed: bool,
    outdated: bool,
) -> None:
    """Refuse to sign what isn't finished.

    ``waiting`` are the answers that nobody has accepted, ``late`` the findings whose answer counts, though item, check
    or what was measured changed after it. ``unreviewed`` signs although some answers were never given to a second
    person, ``outdated`` although some are late; the report says so of each. What was given to a second person and isn't
    decided, or was rejected, has to be settled first.
    """
    if not is_name(by) or not role.strip():
        raise UsageError(tr("Signing needs the name and the role of the person who signs."))
    if interrupted:
        raise UsageError(
            tr("The last run was cut off before its end: finish it, or run the audit again, before signing.")
        )
    for word, said in (
        ("rejected", tr("{place} was rejected: answer it again, or take it back{more}; sign after that.")),
        ("submitted", tr("{place} awaits its review{more}: have it reviewed, or take it back; sign after that.")),
    ):
        stopped = [one for one in waiting if one.review == word]
        if stopped:
            raise UsageError(said.format(place=_place(stopped[0]), more=_more(stopped)))
    answered = [counting(finding.overrides) for finding in late]
    old = [one for one in answered if one is not None]
    if old and not outdated:
        said = tr(
            "Item, check, or what was measured or collected changed after these answers: {places}{more}; look at them "
            "and answer again, or sign expressly with outdated answers."
        )
        places = ", ".join(map(_place, old[:_NAMED]))
        raise UnsettledError(said.format(places=places, more=_more(old[_NAMED - 1 :])), "outdated")
    if waiting and not unreviewed:
        said = tr(
            "{place} was reviewed by nobody{more}; have a second person accept the answers, or sign "
            "expressly without a review."
        )
        raise UnsettledError(said.format(place=_place(waiting[0]), more=_more(waiting)), "unreviewed")


def _place(override: Override) -> str:
    said = tr("{item} on {target} (entry {id})") if override.target else tr("{item} (entry {id})")
    return said.format(item=override.item, target=override.target, id=override.id)


def _more(overrides: Sequence[Override]) -> str:
    more = tr("and {n} more").format(n=len(overrides) - 1)
    return f" ({more})" if len(overrides) > 1 else ""
