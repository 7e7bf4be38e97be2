"""Which answers may be given, and which of an earlier audit still hold."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.errors import UsageError
from app.model import Finding, Override, OverrideKind, Result, Rule
from app.overrides import counting, expired, remark_needed


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


def still_valid(
    findings: Iterable[Finding], given_for: Mapping[str, str], texts: Mapping[str, str], today: date
) -> list[Override]:
    """The answers that count and may be carried over.

    ``given_for`` is the digest of the item's text as each answer was given, by its number; ``texts`` are the digests of
    today's items. An answer to a text that has changed since is left behind, and so is one that has ended.
    """
    kept = []
    for finding in findings:
        override = counting(finding.overrides)
        if override is None or expired(override, today):
            continue
        if given_for.get(override.id, "") == texts.get(override.item):
            kept.append(override)
    return kept
