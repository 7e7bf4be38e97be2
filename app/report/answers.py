"""Sign-offs, waivers and withdrawals for print: who said what, when, on which ground, and whether it still counts."""

from collections.abc import Iterator, Mapping
from datetime import date

from app.model import Finding, Override, OverrideKind, Result, Rule
from app.overrides import AnswerState, counting, ends_soon, expired
from app.report import document as doc
from app.report.standing import standing
from app.report.verdict import Verdict, standing_verdict, verdict_of
from app.report.wording import CHANGED, minute, natural_key, number

_KINDS = {
    OverrideKind.SIGNOFF: "Sign-off",
    OverrideKind.WAIVER: "Waiver",
    OverrideKind.WITHDRAWN: "Withdrawal",
}


def answers(
    findings: tuple[Finding, ...], rules: Mapping[str, Rule], today: date
) -> tuple[tuple[doc.Answer, ...], tuple[doc.Answer, ...]]:
    """Give sign-offs (with withdrawals) and waivers, each in the order of the items and then of time."""
    told = [answer for finding in findings for answer in _told(finding, rules, today)]
    told.sort(key=lambda answer: (natural_key(answer.item), answer.host, natural_key(answer.number)))
    return (
        tuple(answer for answer in told if answer.kind != _KINDS[OverrideKind.WAIVER]),
        tuple(answer for answer in told if answer.kind == _KINDS[OverrideKind.WAIVER]),
    )


def _told(finding: Finding, rules: Mapping[str, Rule], today: date) -> Iterator[doc.Answer]:
    valid = {id(override) for override in standing(finding.overrides)}
    deciding = counting(finding.overrides)
    for override in finding.overrides:
        rule = rules.get(override.item)
        state = _state(override, finding, today, stands=id(override) in valid, decides=override is deciding)
        yield doc.Answer(
            number=override.id,
            kind=_KINDS[override.kind],
            item=override.item,
            title=rule.title if rule else "",
            host=override.target or "",
            before=verdict_of(str(override.old), finding.measured.reason),
            after=_after(override, finding),
            by=override.by,
            role=override.role,
            time=minute(override.time),
            remark=override.remark.strip(),
            origin=override.origin.strip(),
            expires=override.expires.isoformat() if override.expires else "",
            state=state,
            counts=state.startswith(_IN_FORCE),
            soon=state.startswith(_IN_FORCE) and ends_soon(override, today),
            review=_review(override),
            attachments=tuple(
                f"{item.name}, {number(item.size)} bytes, SHA-256 {item.sha256}" for item in override.attachments
            ),
        )


_IN_FORCE = "in force"


def _state(override: Override, finding: Finding, today: date, *, stands: bool, decides: bool) -> str:
    """Say in words how far an answer still counts; one return a word reads better than a chain of names."""
    if override.kind is OverrideKind.WITHDRAWN:
        return "the measured result stands again" if decides or override is finding.overrides[-1] else "answered anew"
    if not stands:
        return "withdrawn"
    if override.review == "rejected":
        return "rejected"
    if not decides:
        return "replaced by a later answer"
    if expired(override, today):
        return "ended"
    if override.kind is OverrideKind.WAIVER and finding.effective != Verdict.WAIVED:
        return "not needed: nothing fails"
    if finding.state == AnswerState.OUTDATED:
        return f"{_IN_FORCE}, outdated: {CHANGED.get(finding.outdated, 'something')} changed since"
    return _IN_FORCE


def _after(override: Override, finding: Finding) -> Verdict:
    if override.kind is OverrideKind.WAIVER:
        return Verdict.WAIVED
    if override.kind is OverrideKind.WITHDRAWN:
        return standing_verdict(finding)
    return verdict_of(str(Result(override.new)), finding.measured.reason)


def _review(override: Override) -> str:
    if not override.review:
        return "not reviewed"
    by = f" by {override.review_by}" if override.review_by else ""
    on = f" on {minute(override.review_time)}" if override.review_time else ""
    remark = f": “{override.review_remark.strip()}”" if override.review_remark.strip() else ""
    return f"{override.review}{by}{on}{remark}"
