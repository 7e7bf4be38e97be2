"""Sign-offs and waivers: who said what, when, on which ground, whether it counts, and the lines to sign the report."""

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from app.language import tr
from app.record import OverrideKind
from app.report import printed
from app.report.document import Answer, Cover
from app.report.pdf import fonts
from app.report.pdf.blocks import Heading, Story, Words
from app.report.pdf.grid import Cell, Column, Grid
from app.report.pdf.look import ACCENT, CELL, H1, INK, LINE, SOFT, TEXT, TINY, VERDICT
from app.report.pdf.places import item_place
from app.report.pdf.setting import Span, shorten
from app.report.pdf.sheet import Sheet
from app.report.verdict import Verdict, word

_FINE = CELL.but(size=7.2, leading=10.2)
_QUIET = _FINE.but(ink=SOFT)


def signoffs(answers: Sequence[Answer]) -> Story:
    """List sign-offs and withdrawals."""
    story: Story = [
        PageBreak(),
        Heading(tr("Sign-offs"), H1, "signoffs", level=0, running=tr("Sign-offs"), after=6),
        Words(printed.about_signoffs(), TEXT, after=6),
    ]
    if answers:
        columns = (
            Column(tr("Item"), share=1.0),
            Column(tr("Before"), width=62),
            Column(tr("Answer"), width=80),
            Column(tr("By"), width=100),
            Column(tr("Remark and review"), share=1.25),
        )
        story.append(Grid(columns, [_signoff(answer) for answer in answers], style=_FINE))
    else:
        story.append(Words(tr("Nobody has signed anything off."), TEXT))
    return story


def waivers(answers: Sequence[Answer]) -> Story:
    """List waivers with their ends and the result that they lie over."""
    story: Story = [
        CondPageBreak(260),
        Heading(tr("Waivers"), H1, "waivers", level=0, running=tr("Waivers"), before=34, after=6),
        Words(printed.about_waivers(), TEXT, after=6),
    ]
    if not answers:
        return [*story, Words(tr("There is no waiver."), TEXT)]
    columns = (
        Column(tr("Item"), share=1.0),
        Column(tr("Measured"), width=62),
        Column(tr("Waived until"), width=80),
        Column(tr("By"), width=100),
        Column(tr("Reason and review"), share=1.25),
    )
    return [*story, Grid(columns, [_waiver(answer) for answer in answers], style=_FINE)]


def signatures(cover: Cover) -> Story:
    """Leave room to sign the report by hand."""
    return [
        CondPageBreak(345),
        Heading(tr("Signatures"), H1, "signatures", level=0, running=tr("Signatures"), before=34, after=6),
        Words(
            tr(
                "By signing, the people below confirm that they have read this report, and that the answers under "
                "their names are theirs."
            ),
            TEXT,
            after=4,
        ),
        Words(_signed(cover), TEXT, before=6),
        *([Words(printed.alone(), TEXT, before=6)] if cover.alone else []),
        Lines(cover),
        Digital(),
    ]


def _signed(cover: Cover) -> str:
    """Who signed the audit; a report can be signed digitally whether anybody did or not."""
    if cover.draft:
        return tr(
            "Nobody has signed the audit in the program, so its answers can still change. A digital signature in the "
            "field below is one of this report, not of the audit."
        )
    return tr("Signed in the program by {name_and_time}.").format(name_and_time=cover.signed)


def _item(answer: Answer) -> Cell:
    return Cell(
        (
            Span(answer.item, _FINE.but(face=fonts.BOLD, ink=ACCENT), item_place(answer.item)),
            Span(f"  {answer.title}", _FINE),
            Span("\n" + (answer.host or tr("the whole site")), _QUIET),
        )
    )


def _by(answer: Answer) -> Cell:
    return Cell(
        (
            Span(answer.by, _FINE.but(face=fonts.BOLD)),
            Span(f"\n{answer.role}" if answer.role else "", _QUIET),
            Span(f"\n{answer.time}", _QUIET),
        )
    )


def _remark(answer: Answer) -> Cell:
    spans = [
        Span(tr("“{remark}”").format(remark=answer.remark), _FINE) if answer.remark else Span(tr("no remark"), _QUIET)
    ]
    if answer.origin:
        spans.append(Span(f"\n{answer.origin}", _QUIET))
    review = VERDICT[Verdict.FAIL] if answer.rejected else SOFT
    spans.append(Span("\n" + tr("Review: {state}").format(state=answer.review), _FINE.but(ink=review)))
    spans += [
        Span("\n" + tr("Attached: {file}").format(file=attachment), _QUIET.but(size=6.4))
        for attachment in answer.attachments
    ]
    return Cell(tuple(spans))


def _signoff(answer: Answer) -> list[Cell]:
    said = tr("Withdrawal") if answer.kind is OverrideKind.WITHDRAWN else word(answer.after)
    after = Cell(
        (
            Span(said, _FINE.but(face=fonts.BOLD, ink=VERDICT[answer.after])),
            Span(f"\n{answer.state}", _QUIET if answer.counts else _QUIET.but(face=fonts.OBLIQUE)),
            Span("\n" + tr("until {day}").format(day=answer.expires) if answer.expires else "", _QUIET),
        )
    )
    return [_item(answer), _before(answer), after, _by(answer), _remark(answer)]


def _before(answer: Answer) -> Cell:
    return Cell((Span(word(answer.before), _FINE.but(ink=VERDICT[answer.before])),))


def _waiver(answer: Answer) -> list[Cell]:
    urgent = VERDICT[Verdict.ERROR]
    spans = [Span(answer.expires or tr("without end"), _FINE.but(face=fonts.BOLD, ink=urgent if answer.soon else INK))]
    state = tr("{state}, ends soon").format(state=answer.state) if answer.soon else answer.state
    ink = urgent if answer.soon else VERDICT[Verdict.FAIL] if answer.ended else SOFT
    spans.append(Span(f"\n{state}", _FINE.but(ink=ink)))
    return [_item(answer), _before(answer), Cell(tuple(spans)), _by(answer), _remark(answer)]


class Lines(Flowable):  # type: ignore[misc] # reportlab has no types
    """Lines to sign on: for the auditor, for others who answered, and an empty one."""

    _TALL = 54.0

    def __init__(self, cover: Cover) -> None:
        super().__init__()
        role = cover.auditor_role or tr("Auditor")
        self.people = [(cover.auditor, role), ("", tr("Reviewer")), ("", tr("For the organisation"))]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width, self.height = width, self._TALL * len(self.people)
        return width, self.height

    def draw(self) -> None:
        """Draw the lines with what is known below them."""
        sheet: Sheet = self.canv
        y = self.height - 36
        third = self.width / 3
        sheet.setLineWidth(0.6)
        for name, role in self.people:
            for column, caption in enumerate((role, tr("Place and date"), tr("Signature"))):
                x = column * third
                sheet.setStrokeColor(LINE)
                sheet.line(x, y, x + third - 16, y)
                sheet.draw_lines([shorten(caption, TINY, third - 20)], x, y - 10, 10)
            if name:
                sheet.draw_lines([shorten(name, TEXT, third - 20)], 0, y + 4, 10)
            y -= self._TALL


class Digital(Flowable):  # type: ignore[misc] # reportlab has no types
    """A field that a digital signature fills; until then it says what it is for."""

    TALL = 46.0
    WIDE = 300.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width, self.height = width, self.TALL + 8
        return width, self.height

    def draw(self) -> None:
        """Draw the frame, and the field on it."""
        sheet: Sheet = self.canv
        sheet.setStrokeColor(LINE)
        sheet.setLineWidth(0.6)
        sheet.rect(0, 0, self.WIDE, self.TALL, stroke=1, fill=0)
        words = tr("Field for a digital signature")
        sheet.draw_lines([shorten(words, TINY, self.WIDE)], 8, self.TALL / 2 - 2, 10)
        sheet.signature_field((0, 0, self.WIDE, self.TALL), words)
