"""Sign-offs and waivers: who said what, when, on which ground, whether it counts, and the lines to sign the report."""

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from app.report.document import Answer, Cover
from app.report.pdf import fonts
from app.report.pdf.blocks import Heading, Story, Words
from app.report.pdf.grid import Cell, Column, Grid
from app.report.pdf.look import ACCENT, CELL, H1, INK, LINE, SOFT, TEXT, TINY, VERDICT
from app.report.pdf.places import item_place
from app.report.pdf.setting import Span, shorten
from app.report.pdf.sheet import Sheet
from app.report.verdict import WORDS, Verdict

_FINE = CELL.but(size=7.2, leading=10.2)
_QUIET = _FINE.but(ink=SOFT)
ALONE = (
    "This audit was kept by a single person: answers may have been accepted by the one who gave them. Nobody else has "
    "to have seen them."
)


def signoffs(answers: Sequence[Answer]) -> Story:
    """List sign-offs and withdrawals."""
    story: Story = [
        PageBreak(),
        Heading("Sign-offs", H1, "signoffs", level=0, running="Sign-offs", after=6),
        Words(
            "Answers that people gave by name. An answer lies over what was measured; both are shown. A later answer "
            "to "
            "the same item replaces an earlier one, and nothing is ever deleted.",
            TEXT,
            after=6,
        ),
    ]
    if answers:
        columns = (
            Column("Item", share=1.0),
            Column("Before", width=54),
            Column("Answer", width=70),
            Column("By", width=106),
            Column("Remark and review", share=1.25),
        )
        story.append(Grid(columns, [_signoff(answer) for answer in answers], style=_FINE))
    else:
        story.append(Words("Nobody has signed anything off.", TEXT))
    return story


def waivers(answers: Sequence[Answer]) -> Story:
    """List waivers with their ends and the result that they lie over."""
    story: Story = [
        CondPageBreak(260),
        Heading("Waivers", H1, "waivers", level=0, running="Waivers", before=34, after=6),
        Words(
            "A waived item fails. Somebody accepts that by name until a day; from the day after it counts as failed "
            "again. The result before the waiver stands beside it.",
            TEXT,
            after=6,
        ),
    ]
    if not answers:
        return [*story, Words("There is no waiver.", TEXT)]
    columns = (
        Column("Item", share=1.0),
        Column("Measured", width=54),
        Column("Waived until", width=74),
        Column("By", width=106),
        Column("Reason and review", share=1.25),
    )
    return [*story, Grid(columns, [_waiver(answer) for answer in answers], style=_FINE)]


def signatures(cover: Cover) -> Story:
    """Leave room to sign the report by hand."""
    return [
        CondPageBreak(345),
        Heading("Signatures", H1, "signatures", level=0, running="Signatures", before=34, after=6),
        Words(
            "By signing, the people below confirm that they have read this report, and that the answers under their "
            "names are theirs.",
            TEXT,
            after=4,
        ),
        *([Words(f"Signed in the program by {cover.signed}.", TEXT, before=6)] if cover.signed else []),
        *([Words(ALONE, TEXT, before=6)] if cover.alone else []),
        Lines(cover),
        Digital(),
    ]


def _item(answer: Answer) -> Cell:
    return Cell(
        (
            Span(answer.item, _FINE.but(face=fonts.BOLD, ink=ACCENT), item_place(answer.item)),
            Span(f"  {answer.title}", _FINE),
            Span(f"\n{answer.host or 'the whole site'}", _QUIET),
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
    spans = [Span(f"“{answer.remark}”" if answer.remark else "no remark", _FINE if answer.remark else _QUIET)]
    if answer.origin:
        spans.append(Span(f"\n{answer.origin}", _QUIET))
    review = VERDICT[Verdict.FAIL] if answer.review.startswith("rejected") else SOFT
    spans.append(Span(f"\nReview: {answer.review}", _FINE.but(ink=review)))
    spans += [Span(f"\nAttached: {attachment}", _QUIET.but(size=6.4)) for attachment in answer.attachments]
    return Cell(tuple(spans))


def _signoff(answer: Answer) -> list[Cell]:
    word = WORDS[answer.after] if answer.kind != "Withdrawal" else "Withdrawal"
    after = Cell(
        (
            Span(word, _FINE.but(face=fonts.BOLD, ink=VERDICT[answer.after])),
            Span(f"\n{answer.state}", _QUIET if answer.counts else _QUIET.but(face=fonts.OBLIQUE)),
            Span(f"\nuntil {answer.expires}" if answer.expires else "", _QUIET),
        )
    )
    return [_item(answer), _before(answer), after, _by(answer), _remark(answer)]


def _before(answer: Answer) -> Cell:
    return Cell((Span(WORDS[answer.before], _FINE.but(ink=VERDICT[answer.before])),))


def _waiver(answer: Answer) -> list[Cell]:
    urgent = VERDICT[Verdict.ERROR]
    spans = [Span(answer.expires or "without end", _FINE.but(face=fonts.BOLD, ink=urgent if answer.soon else INK))]
    state = f"{answer.state}, ends soon" if answer.soon else answer.state
    ink = urgent if answer.soon else VERDICT[Verdict.FAIL] if answer.state == "ended" else SOFT
    spans.append(Span(f"\n{state}", _FINE.but(ink=ink)))
    return [_item(answer), _before(answer), Cell(tuple(spans)), _by(answer), _remark(answer)]


class Lines(Flowable):  # type: ignore[misc] # reportlab has no types
    """Lines to sign on: for the auditor, for others who answered, and an empty one."""

    _TALL = 54.0

    def __init__(self, cover: Cover) -> None:
        super().__init__()
        role = cover.auditor_role or "Auditor"
        self.people = [(cover.auditor, role), ("", "Reviewer"), ("", "For the organisation")]

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
            for column, caption in enumerate((role, "Place and date", "Signature")):
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
    _WORDS = "Field for a digital signature"

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
        sheet.draw_lines([shorten(self._WORDS, TINY, self.WIDE)], 8, self.TALL / 2 - 2, 10)
        sheet.signature_field((0, 0, self.WIDE, self.TALL), self._WORDS)
