"""Sign-offs and waivers: who said what, when, on which ground, and whether it counts."""

from collections.abc import Iterator, Sequence

from app.language import tr
from app.record import OverrideKind
from app.report import printed
from app.report.document import Answer, Cover
from app.report.html.badges import sign
from app.report.html.markup import NOTHING, Html, anchor, joined, link, tag, text
from app.report.html.tables import paragraph, table
from app.report.verdict import word


def signoffs(answers: Sequence[Answer]) -> Iterator[Html]:
    """Sign-offs and withdrawals."""
    yield paragraph(printed.about_signoffs(), "intro")
    if not answers:
        yield paragraph(tr("Nobody has signed anything off."))
        return
    heads = (tr("Item"), tr("Before"), tr("Answer"), tr("By"), tr("Remark and review"))
    yield table(heads, [_signoff(answer) for answer in answers])


def waivers(answers: Sequence[Answer]) -> Iterator[Html]:
    """Waivers with their ends and the result that they lie over."""
    yield paragraph(printed.about_waivers(), "intro")
    if not answers:
        yield paragraph(tr("There is no waiver."))
        return
    heads = (tr("Item"), tr("Measured"), tr("Waived until"), tr("By"), tr("Reason and review"))
    yield table(heads, [_waiver(answer) for answer in answers])


def signed(cover: Cover) -> Iterator[Html]:
    """What a reader has to know of who stands behind the report."""
    if cover.signed:
        yield paragraph(tr("Signed in the program by {name_and_time}.").format(name_and_time=cover.signed), "note")
    if cover.alone:
        yield paragraph(printed.alone(), "note")


def _below(words: str, cls: str = "quiet small") -> Html:
    return tag("div", text(words), cls=cls) if words else NOTHING


def _item(answer: Answer) -> Html:
    return joined(
        (
            link(anchor("item", answer.item), text(answer.item)),
            text(f"  {answer.title}"),
            _below(answer.host or tr("the whole site")),
        )
    )


def _by(answer: Answer) -> Html:
    return joined((tag("b", text(answer.by)), _below(answer.role), _below(answer.time)))


def _remark(answer: Answer) -> Html:
    said = tr("“{remark}”").format(remark=answer.remark) if answer.remark else tr("no remark")
    review = tr("Review: {state}").format(state=answer.review)
    return joined(
        (
            tag("div", text(said)),
            _below(answer.origin),
            _below(review, "v-fail small" if answer.rejected else "quiet small"),
            *(_below(tr("Attached: {file}").format(file=attachment)) for attachment in answer.attachments),
        )
    )


def _signoff(answer: Answer) -> list[Html]:
    withdrawn = answer.kind is OverrideKind.WITHDRAWN
    said = tag("b", text(tr("Withdrawal"))) if withdrawn else sign(answer.after)
    until = tr("until {day}").format(day=answer.expires) if answer.expires else ""
    return [
        _item(answer),
        sign(answer.before),
        joined((said, _below(answer.state), _below(until))),
        _by(answer),
        _remark(answer),
    ]


def _waiver(answer: Answer) -> list[Html]:
    state = tr("{state}, ends soon").format(state=answer.state) if answer.soon else answer.state
    cls = "v-error small" if answer.soon else "v-fail small" if answer.ended else "quiet small"
    return [
        _item(answer),
        tag("span", text(word(answer.before)), cls=f"v-{answer.before}"),
        joined((tag("b", text(answer.expires or tr("without end"))), _below(state, cls))),
        _by(answer),
        _remark(answer),
    ]
