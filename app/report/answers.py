"""Sign-offs, waivers and withdrawals for print: who said what, when, on which ground, and whether it still counts."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum

from app.language import content, tr
from app.model import Result, Rule
from app.overrides import AnswerState, counting, ends_soon, expired
from app.record import Finding, Override, OverrideKind
from app.report import document as doc
from app.report.standing import standing
from app.report.verdict import Verdict, standing_verdict, verdict_of
from app.report.wording import REMARK, changed_word, minute, natural_key, number, review_word, short


def answers(
    findings: tuple[Finding, ...], rules: Mapping[str, Rule], today: date
) -> tuple[tuple[doc.Answer, ...], tuple[doc.Answer, ...]]:
    """Give sign-offs (with withdrawals) and waivers, each in the order of the items and then of time."""
    told = [answer for finding in findings for answer in _told(finding, rules, today)]
    told.sort(key=lambda answer: (natural_key(answer.item), answer.host, natural_key(answer.number)))
    return (
        tuple(answer for answer in told if answer.kind is not OverrideKind.WAIVER),
        tuple(answer for answer in told if answer.kind is OverrideKind.WAIVER),
    )


def _told(finding: Finding, rules: Mapping[str, Rule], today: date) -> Iterator[doc.Answer]:
    valid = {id(override) for override in standing(finding.overrides)}
    deciding = counting(finding.overrides)
    for override in finding.overrides:
        rule = rules.get(override.item)
        state, force = _state(override, finding, today, stands=id(override) in valid, decides=override is deciding)
        yield doc.Answer(
            number=override.id,
            kind=override.kind,
            item=override.item,
            title=content(rule.title) if rule else "",
            host=override.target or "",
            before=verdict_of(str(override.old), finding.measured.reason),
            after=_after(override, finding),
            by=override.by,
            role=override.role,
            time=minute(override.time),
            remark=short(override.remark.strip(), REMARK),
            origin=override.origin.strip(),
            expires=override.expires.isoformat() if override.expires else "",
            state=state,
            counts=force is _Force.YES,
            ended=force is _Force.ENDED,
            soon=force is _Force.YES and ends_soon(override, today),
            review=_review(override),
            rejected=override.review == "rejected",
            attachments=tuple(
                tr("{name}, {size} bytes, SHA-256 {digest}").format(
                    name=item.name, size=number(item.size), digest=item.sha256
                )
                for item in override.attachments
            ),
        )


class _Force(Enum):
    """Whether an answer still counts."""

    YES = 1
    NO = 2
    ENDED = 3  # its day is over


def _state(override: Override, finding: Finding, today: date, *, stands: bool, decides: bool) -> tuple[str, _Force]:
    """Say in words how far an answer still counts; one return a word reads better than a chain of names."""
    if override.kind is OverrideKind.WITHDRAWN:
        again = decides or override is finding.overrides[-1]
        return tr("the measured result stands again") if again else tr("answered anew"), _Force.NO
    if not stands:
        return tr("withdrawn"), _Force.NO
    if override.review == "rejected":
        return tr("rejected"), _Force.NO
    if not decides:
        return tr("replaced by a later answer"), _Force.NO
    if expired(override, today):
        return tr("ended"), _Force.ENDED
    if override.kind is OverrideKind.WAIVER and finding.effective != Verdict.WAIVED:
        return tr("not needed: nothing fails"), _Force.NO
    if finding.state == AnswerState.OUTDATED:
        what = changed_word(finding.outdated)
        return tr("in force, outdated: {what} changed since").format(what=what), _Force.YES
    return tr("in force"), _Force.YES


def _after(override: Override, finding: Finding) -> Verdict:
    if override.kind is OverrideKind.WAIVER:
        return Verdict.WAIVED
    if override.kind is OverrideKind.WITHDRAWN:
        return standing_verdict(finding)
    return verdict_of(str(Result(override.new)), finding.measured.reason)


def _review(override: Override) -> str:
    if not override.review:
        return tr("not reviewed")
    said = {"state": review_word(override.review), "name": override.review_by, "time": minute(override.review_time)}
    if override.review_by and override.review_time:
        line = tr("{state} by {name} on {time}")
    elif override.review_by:
        line = tr("{state} by {name}")
    else:
        line = tr("{state} on {time}") if override.review_time else "{state}"
    remark = short(override.review_remark.strip(), REMARK)
    return line.format(**said) + (tr(": “{remark}”").format(remark=remark) if remark else "")
