"""The open questions as a PDF form: room for each answer, filled in with any PDF reader or by hand."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate

from app.language import content, tr
from app.model import Mode
from app.record import ScanResult
from app.report.pdf import fonts
from app.report.pdf.blocks import Code, Heading, Note, Story, Words
from app.report.pdf.look import (
    ACCENT,
    BOTTOM,
    CODE,
    H1,
    INK,
    LABEL,
    LEFT,
    LINE,
    MUTED,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PAPER,
    RIGHT,
    SMALL,
    SOFT,
    TEXT,
    TINY,
    TOP,
    WIDTH,
    Style,
)
from app.report.pdf.metadata import PRODUCER, language_tag
from app.report.pdf.setting import Span, shorten
from app.report.pdf.sheet import Sheet, page_number
from app.report.questionnaire import CARRIER, Place, Question, questions, ticket, written
from app.report.visible import one_line
from app.report.wording import counted, guideline_of, scope_word, severity_within
from app.report.writing import write_file

LONGEST = 4000  # characters of a remark
_TITLE = Style(fonts.BOLD, 9.7, 13.2, INK)
_CAPTION = Style(fonts.SANS, 7.0, 9.6, SOFT)


def _answers() -> tuple[tuple[str, str], ...]:
    """What can be ticked: the field's value, which is the same in every language, and its words."""
    return (("pass", tr("Met")), ("fail", tr("Not met")), ("notapplicable", tr("Doesn't apply")))


def _how() -> str:
    return tr(
        "Answer what you know and leave the rest empty; an empty question stays open. “Not met” and “Doesn't apply” "
        "need a remark that says why. A day in “Holds until” (YYYY-MM-DD) lets the answer end by itself. Save the form "
        "and give it back: it is read with “bartizan answers FILE --from FORM.pdf” and kept with every answer as its "
        "evidence."
    )


def write_form(scan: ScanResult, path: Path) -> None:
    """Write the form; ReportError if it can't be written or nothing is open."""
    write_file(path, form_bytes(scan))


def form_bytes(scan: ScanResult) -> bytes:
    """Make the form; the same audit gives the same bytes."""
    fonts.register()
    asked = questions(scan)
    document = _Form(scan)
    document.build(_story(scan, asked), canvasmaker=Sheet)
    return document.stream.getvalue()


def _story(scan: ScanResult, asked: tuple[Question, ...]) -> Story:
    room = sum(len(question.places) for question in asked)
    info = scan.info
    about = f"{info.organisation}, {info.title}" if info.organisation else info.title
    made = tr("{questions} with room for {answers}. Audit {id}, seal {seal} …; {guideline}.").format(
        questions=counted(len(asked), tr("1 question"), tr("{n} questions")),
        answers=counted(room, tr("1 answer"), tr("{n} answers")),
        id=info.id,
        seal=scan.seal[:16],
        guideline=guideline_of(scan),
    )
    story: Story = [
        Heading(tr("Questions for people"), H1, "form", level=0, running=tr("Questions"), after=4),
        Words(about, TEXT.but(face=fonts.BOLD), after=2),
        Words(made, SMALL, after=6),
        Note(_how(), TEXT, edge=ACCENT),
        _Person(written(ticket(scan, asked))),
    ]
    if not asked:
        story.append(Words(tr("No question is open."), TEXT, before=12))
    for question in asked:
        story += _question(question)
    return story


def _question(question: Question) -> Iterator[Flowable]:
    rule = question.rule
    yield CondPageBreak(170)
    head = [Span(f"{rule.id}  ", _TITLE.but(ink=ACCENT)), Span(content(rule.title), _TITLE)]
    yield Words(head, _TITLE, before=16, after=1, keep=True)
    facts = rule.mode is Mode.ASSISTED
    mode = tr("facts were collected, a person decides") if facts else tr("a person answers")
    yield Words(f"{severity_within(rule.severity)} · {scope_word(rule.scope)} · {mode}", TINY, after=3, keep=True)
    yield Words(content(rule.question or rule.requirement), TEXT, label=tr("Question"), keep=True, indent=LABEL)
    yield Words(content(rule.requirement), TEXT, label=tr("Must hold"), indent=LABEL, keep=True)
    if rule.evidence:
        yield Words("; ".join(map(content, rule.evidence)), SMALL, label=tr("Attach"), indent=LABEL, keep=True)
    for place in question.places:
        if place.note:
            yield Words(place.note, SMALL, indent=LABEL, before=3, keep=True)
        for source, lines in place.facts:
            yield Words(tr("Collected: {source}").format(source=source), TINY, indent=LABEL, before=4, keep=True)
            yield Code(lines, CODE.but(size=6.2, leading=8.6), before=1, after=2)
        yield _Answer(place, content(rule.title))


class _Fields(Flowable):  # type: ignore[misc] # reportlab has no types
    """Something with fields to fill in."""

    def text_field(self, name: str, hint: str, box: tuple[float, float, float, float], *, lines: bool = False) -> None:
        """Draw a field for text in the box (x, y, width, height)."""
        x, y, width, height = box
        self.canv.acroForm.textfield(
            name=name,
            tooltip=one_line(hint),
            x=x,
            y=y,
            width=width,
            height=height,
            fieldFlags="multiline" if lines else "",
            maxlen=LONGEST if lines else 200,
            relative=True,
            fontName="Helvetica",
            fontSize=8.5,
            borderColor=LINE,
            fillColor=PAPER,
            textColor=INK,
            borderWidth=0.6,
        )

    def caption(self, text: str, x: float, y: float, width: float = 200) -> None:
        """Draw the words above a field."""
        self.canv.draw_lines([shorten(text, _CAPTION, width)], x, y, 10)


class _Person(_Fields):
    """Who fills the form in, and the hidden field that says what form it is."""

    def __init__(self, about: str) -> None:
        super().__init__()
        self.about = about
        self.spaceBefore, self.spaceAfter = 4, 4

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width, self.height = width, 36.0
        return width, self.height

    def draw(self) -> None:
        """Draw the three fields."""
        columns = (
            ("name", tr("Your name"), 0.4),
            ("role", tr("Your role"), 0.4),
            ("date", tr("Day (YYYY-MM-DD)"), 0.2),
        )
        x = 0.0
        for name, words, share in columns:
            wide = self.width * share
            self.caption(words, x, 26, wide)
            self.text_field(f"person-{name}", words, (x, 2, wide - 8, 19))
            x += wide
        self.canv.acroForm.textfield(
            name=CARRIER,
            value=self.about,
            tooltip=tr("What this form is for; leave it as it is"),
            x=0,
            y=0,
            width=1,
            height=1,
            relative=True,
            annotationFlags="hidden",
            fieldFlags="readOnly",
            maxlen=None,
            fontName="Helvetica",
            fontSize=1,
            borderWidth=0,
        )


class _Answer(_Fields):
    """Room for one answer: what holds, why, and until when."""

    TALL = 79.0

    def __init__(self, place: Place, title: str) -> None:
        super().__init__()
        self.place, self.title = place, title
        self.spaceBefore, self.spaceAfter = 6, 4

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width, self.height = width, self.TALL
        return width, self.height

    def draw(self) -> None:
        """Draw the machine, three choices, the remark and the end."""
        sheet: Sheet = self.canv
        where = self.place.target or tr("Whole site")
        name = f"answer-{self.place.number}"
        sheet.setStrokeColor(LINE)
        sheet.setLineWidth(0.5)
        sheet.line(LABEL, self.height, self.width, self.height)
        name_of_it = shorten(where, TEXT.but(face=fonts.BOLD), self.width - LABEL)
        sheet.draw_lines([name_of_it], LABEL, self.height - 12, 10)
        y = self.height - 29
        x = LABEL
        for value, words in _answers():
            sheet.acroForm.radio(
                name=f"{name}-verdict",
                value=value,
                tooltip=one_line(tr("{item}, {where}: {answer}").format(item=self.title, where=where, answer=words)),
                x=x,
                y=y - 1,
                size=11,
                buttonStyle="check",
                shape="square",
                fieldFlags="radio",
                relative=True,
                borderColor=MUTED,
                fillColor=PAPER,
                textColor=INK,
                borderWidth=1,
                forceBorder=True,
            )
            sheet.draw_lines([shorten(words, TEXT, 90)], x + 15, y + 1.4, 10)
            x += 34 + len(words) * 4.7
        end = self.width - 78
        self.caption(tr("Holds until"), end - 46, y + 2, 44)
        self.text_field(
            f"{name}-until", tr("{where}: holds until, YYYY-MM-DD").format(where=where), (end, y - 4, 78, 16)
        )
        self.text_field(
            f"{name}-remark", tr("{where}: remark").format(where=where), (LABEL, 2, self.width - LABEL, 40), lines=True
        )
        self.caption(tr("Answer"), 0, y + 1.4, LABEL)
        self.caption(tr("Remark"), 0, 32, LABEL)


class _Form(BaseDocTemplate):  # type: ignore[misc] # reportlab has no types
    """The pages of the form."""

    def __init__(self, scan: ScanResult) -> None:
        self.scan = scan
        self.stream = io.BytesIO()
        super().__init__(
            self.stream,
            pagesize=A4,
            title=one_line(tr("Questions: {title}").format(title=scan.info.title)),
            creator=one_line(scan.program),
            producer=PRODUCER,
            lang=language_tag(),
            invariant=1,
            initialFontName=fonts.SANS,
        )
        frame = Frame(LEFT, BOTTOM, WIDTH, PAGE_HEIGHT - TOP - BOTTOM + 24, 0, 0, 0, 0, id="body")
        self.addPageTemplates([PageTemplate("body", [frame], onPageEnd=self._furniture)])

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Have readers show the title in place of the file's name."""
        self.canv.setViewerPreference("DisplayDocTitle", "true")

    def _furniture(self, sheet: Sheet, _doc: Any) -> None:
        head = TINY.but(size=6.8)
        foot = 36.0
        with sheet.artifact():
            sheet.setStrokeColor(LINE)
            sheet.setLineWidth(0.5)
            sheet.line(LEFT, foot + 12, PAGE_WIDTH - RIGHT, foot + 12)
            title = shorten(self.scan.info.title, head, WIDTH * 0.7)
            x = PAGE_WIDTH - RIGHT - 60
            sheet.draw_lines([title], LEFT, foot, 10)
            page_number(sheet, x, foot, head)
