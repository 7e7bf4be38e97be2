"""Which answers may be given."""

from datetime import date

from app.errors import UsageError
from app.model import Finding, OverrideKind, Result, Rule
from app.overrides import remark_needed


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
) -> None:
    """Refuse an answer that an auditor couldn't accept, in one sentence."""
    if not by.strip() or not role.strip():
        raise UsageError(f"{rule.id}: an answer needs the name and the role of the person who gives it.")
    if finding.measured.result is Result.NOTSELECTED:
        raise UsageError(f"{rule.id}: its chapter was left out of this audit; take it in before answering.")
    if not remark.strip() and (why := remark_needed(kind, new, finding.measured.result)):
        raise UsageError(f"{rule.id}: {why}")
    if kind is OverrideKind.WAIVER:
        if expires is None:
            raise UsageError(f"{rule.id}: a waiver needs the day on which it ends.")
        if expires < date.today():  # noqa: DTZ011 - the operator's own day
            raise UsageError(
                f"{rule.id}: the waiver would end on {expires.isoformat()}, which is over; choose a later day."
            )
    elif new not in {Result.PASS, Result.FAIL, Result.NOTAPPLICABLE}:
        raise UsageError(f"{rule.id}: {new} is not an answer; choose pass, fail or notapplicable.")
