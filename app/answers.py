"""Which answers, reviews and signatures may be given."""

from collections.abc import Sequence
from datetime import date

from app.errors import UsageError
from app.model import Attachment, Finding, Override, OverrideKind, Result, Rule
from app.overrides import Answer, may_review, remark_needed


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
    if not by.strip() or not role.strip():
        raise UsageError(f"{rule.id}: an answer needs the name and the role of the person who gives it.")
    if finding.measured.result is Result.NOTSELECTED:
        raise UsageError(f"{rule.id}: its chapter was left out of this audit; take it in before answering.")
    if not remark.strip() and (why := remark_needed(kind, new, finding.measured.result)):
        raise UsageError(f"{rule.id}: {why}")
    if expires is not None and expires < today:
        what = "waiver" if kind is OverrideKind.WAIVER else "answer"
        raise UsageError(
            f"{rule.id}: the {what} would end on {expires.isoformat()}, which is over; choose a later day."
        )
    if kind is OverrideKind.WAIVER:
        if expires is None:
            raise UsageError(f"{rule.id}: a waiver needs the day on which it ends.")
    elif new not in {Result.PASS, Result.FAIL, Result.NOTAPPLICABLE}:
        raise UsageError(f"{rule.id}: {new} is not an answer; choose pass, fail or notapplicable.")


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


def permit_review(
    override: Override, newest: Override, *, accept: bool, by: str, remark: str, single_person: bool
) -> None:
    """Refuse a review that would mean nothing; ``newest`` is the last answer to the same item on the same target."""
    if not by.strip():
        raise UsageError("A review needs the name of the person who gives it.")
    if not accept and not remark.strip():
        raise UsageError("A rejection needs a remark that says what is missing.")
    if override.kind is OverrideKind.WITHDRAWN:
        raise UsageError(f"{override.id}: takes an answer back, so there is nothing to review.")
    if newest.id != override.id:
        how = "taken back" if newest.kind is OverrideKind.WITHDRAWN else "replaced"
        raise UsageError(f"{override.id}: this answer was {how} by entry {newest.id}; it no longer counts.")
    if not may_review(override, by, single_person=single_person):
        raise UsageError(
            f"{override.id}: {by} gave this answer; another person must review it, "
            "unless the audit is marked as the work of a single person."
        )


def permit_signing(waiting: Sequence[Override], *, by: str, role: str, interrupted: bool, unreviewed: bool) -> None:
    """Refuse to sign what isn't finished; ``waiting`` are the answers that nobody has accepted.

    ``unreviewed`` signs although some answers were never given to a second person; the report says of each that it
    wasn't reviewed. What was given to one and isn't decided, or was rejected, has to be settled first.
    """
    if not by.strip() or not role.strip():
        raise UsageError("Signing needs the name and the role of the person who signs.")
    if interrupted:
        raise UsageError("The last run was cut off before its end: finish it, or run the audit again, before signing.")
    for word, what in (("rejected", "was rejected: answer it again"), ("submitted", "awaits its review")):
        stopped = [one for one in waiting if one.review == word]
        if stopped:
            raise UsageError(f"{_place(stopped[0])} {what}, or take it back{_more(stopped)}; sign after that.")
    if waiting and not unreviewed:
        raise UsageError(
            f"{_place(waiting[0])} was reviewed by nobody{_more(waiting)}; have a second person accept the answers, "
            "or sign expressly without a review."
        )


def _place(override: Override) -> str:
    where = f" on {override.target}" if override.target else ""
    return f"{override.item}{where} (entry {override.id})"


def _more(overrides: Sequence[Override]) -> str:
    return f" (and {len(overrides) - 1} more)" if len(overrides) > 1 else ""
