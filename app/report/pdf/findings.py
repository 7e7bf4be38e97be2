"""The findings: a chapter begins a page; an item is a head, what must hold, what was found, why and how to mend it."""

import re
from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from app import language
from app.language import tr
from app.report import printed
from app.report.document import Chapter, Counts, Excerpt, Item, Passing, Remedy, ResultRow, Section, SubjectRow
from app.report.pdf import badges, charts, fonts
from app.report.pdf.blocks import Code, Heading, ItemHead, Note, Story, Words, labelled
from app.report.pdf.grid import Cell, Column, Grid, cell, sign
from app.report.pdf.look import (
    ACCENT,
    CELL,
    CODE,
    H1,
    H2,
    H3,
    INK,
    LABEL,
    LEAD,
    MUTED,
    SEVERITY,
    SMALL,
    SOFT,
    TEXT,
    TINY,
    VERDICT,
    Style,
)
from app.report.pdf.metadata import english
from app.report.pdf.places import chapter_place, exhibit_place, item_place, section_place
from app.report.pdf.setting import Span
from app.report.pdf.sheet import Sheet
from app.report.verdict import Verdict
from app.report.wording import listed, number, severity_word

_IDLE = (Verdict.NOTAPPLICABLE, Verdict.NOTSELECTED)
_TITLE = 220  # characters of a title in a head; a longer one is repeated below in full
_HOSTS = 24  # names in one row; more make a further row, so that a row never outgrows a page
_NONE = "\N{EN DASH}"
_CODE_IN_PROSE = re.compile(r"`([^`\n]+)`")
_OBLIQUE = CELL.but(face=fonts.OBLIQUE, ink=SOFT)


def chapter_story(chapter: Chapter) -> Story:
    """Lay one chapter out."""
    title = chapter.title
    story: Story = [
        PageBreak(),
        Heading(
            title,
            H1,
            chapter_place(chapter.id),
            level=0,
            outline=f"{chapter.id} {title}",
            running=f"{chapter.id}  {title}",
            number=chapter.id,
            after=6,
        ),
    ]
    if chapter.introduction:
        story.append(Words(chapter.introduction, LEAD, after=8, attributes=_as_written(chapter.introduction)))
    if chapter.left_out:
        story.append(
            Note(
                printed.left_out(chapter.left_out),
                TEXT,
                edge=MUTED,
            )
        )
    if chapter.counts:
        story.append(Tally(chapter.counts))
    for section in chapter.sections:
        story += _section(section)
    return story


def _as_written(text: str) -> str:
    """Mark a text of the guideline that has not been translated."""
    return english() if language.is_as_written(text) else ""


def _section(section: Section) -> Iterator[Flowable]:
    yield CondPageBreak(230)  # room for the first item's head too, so that no heading is left alone
    yield Heading(
        section.title,
        H2,
        section_place(section.id),
        level=1,
        outline=f"{section.id} {section.title}",
        number=section.id,
        before=20,
        after=1,
    )
    if section.introduction:
        yield Words(section.introduction, SMALL, after=2, attributes=_as_written(section.introduction))
    for item in section.items:
        yield from _item(item)


class Tally(Flowable):  # type: ignore[misc] # reportlab has no types
    """A chapter's counts as one strip with its key below."""

    def __init__(self, counts: Counts) -> None:
        super().__init__()
        self.counts = counts

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width = width
        self.rows: list[list[tuple[Verdict, int]]] = [[]]
        used = 0.0
        for verdict, count in self.counts:
            wide = badges.word_width(verdict, small=True) + 34
            if used + wide > width:
                self.rows.append([])
                used = 0.0
            self.rows[-1].append((verdict, count))
            used += wide
        self.height = 12 + 14 * len(self.rows)
        return width, self.height

    def draw(self) -> None:
        """Draw strip and key."""
        sheet: Sheet = self.canv
        charts.strip(sheet, self.counts, 0, self.height - 7, width=self.width, height=7)
        y = self.height - 20
        with sheet.element("P"):
            for row in self.rows:
                x = 0.0
                for verdict, count in row:
                    badges.signed(sheet, verdict, x, y, small=True)
                    x += badges.word_width(verdict, small=True) + 4
                    x += sheet.plain(number(count), x, y, TINY.but(face=fonts.BOLD, ink=INK, size=7)) + 14
                y -= 14


def _item(item: Item) -> Iterator[Flowable]:
    idle = all(verdict in _IDLE for verdict, _ in item.counts)
    yield CondPageBreak(60 if idle else 160)
    short = item.title if len(item.title) <= _TITLE else f"{item.title[:_TITLE]} …"
    yield ItemHead(item.id, short, item.verdict, about=_about(item), place=item_place(item.id), style=H3)
    if short != item.title:
        yield labelled(tr("Full title"), item.title)
    yield labelled(tr("Must hold"), item.requirement or tr("not stated"), before=4)
    if idle:
        yield from _plain_rows(item.rows)
        return
    yield _results(item.rows)
    if item.subjects or item.passing:
        yield from _subjects(item)
    if item.rationale and item.verdict not in (Verdict.PASS, Verdict.INFORMATIONAL):
        yield labelled(
            language.headed(tr("Why"), item.rationale), item.rationale, attributes=_as_written(item.rationale)
        )
    if item.question:
        yield labelled(tr("To answer"), item.question)
    for remedy in item.remedies:
        yield from _remedy(remedy, several=len(item.remedies) > 1)
    for index, excerpt in enumerate(item.excerpts):
        yield from _excerpt(excerpt, first=index == 0)
    if set(item.exhibits) - {excerpt.exhibit for excerpt in item.excerpts}:
        yield _exhibits(item)


def _about(item: Item) -> list[Span]:
    parts = [Span(severity_word(item.severity), TINY.but(face=fonts.BOLD, ink=SEVERITY[item.severity]))]
    words = [tr("concerns {what}").format(what=item.scope), item.mode]
    if item.basis == "derived":
        words.append(tr("derived item"))
    parts.append(Span("  ·  " + "  ·  ".join(words), TINY))
    if item.threats:
        parts.append(Span("\n" + tr("Answers {threats}").format(threats=listed(item.threats)), TINY))
    return parts


def _plain_rows(rows: Sequence[ResultRow]) -> Iterator[Flowable]:
    for row in rows:
        where = listed(row.hosts) or tr("the whole site")
        said = " ".join(part for part in (row.message, *row.answers) if part)
        yield labelled(tr("Result"), [Span(f"{where}: ", SMALL), Span(said, SMALL)], SMALL, before=2)


def _results(rows: Sequence[ResultRow]) -> Grid:
    columns = (
        Column(tr("Result"), width=92),
        Column(tr("Machine"), share=1),
        Column(language.in_english(tr("What was found")), share=2.4),
    )
    cells = []
    for row in rows:
        names = [row.hosts[at : at + _HOSTS] for at in range(0, len(row.hosts), _HOSTS)] or [()]
        for index, some in enumerate(names):
            cells.append([sign(row.verdict), cell(", ".join(some) or tr("the whole site")), _found(row, index)])
    return Grid(columns, cells, indent=LABEL, before=5)


def _found(row: ResultRow, index: int) -> Cell:
    if index:
        return cell(tr("as above"), _OBLIQUE)
    spans = [Span(row.message, CELL)] if row.message else []
    spans += [
        Span(f"{chr(10) if row.message or at else ''}{answer}", _OBLIQUE) for at, answer in enumerate(row.answers)
    ]
    return Cell(tuple(spans), attributes="" if row.answers else english())


def _subjects(item: Item) -> Iterator[Flowable]:
    several = len({host for row in item.rows for host in row.hosts}) > 1
    named = len({row.check for row in item.subjects}) > 1
    columns = [Column("", width=17)]
    if several:
        columns.append(Column(tr("Machine"), share=1.0))
    columns += [
        Column(tr("Looked at"), share=1.3),
        Column(language.in_english(tr("Expected")), share=1.2),
        Column(language.in_english(tr("Found")), share=1.4),
    ]
    if item.subjects:
        rows = [cells for row in item.subjects for cells in _subject(row, several=several, named=named)]
        yield Grid(columns, rows, indent=LABEL, before=5)
    if more := printed.further_rows(item):
        yield Words(more, TINY, indent=LABEL, before=3)
    for passing in item.passing:
        yield _passing(passing)


def _subject(row: SubjectRow, *, several: bool, named: bool) -> Iterator[list[Cell]]:
    found = CELL.but(ink=VERDICT[row.verdict]) if row.verdict is Verdict.FAIL else CELL
    for at in range(0, max(len(row.hosts), 1), _HOSTS):
        cells = [sign(row.verdict, alone=True)]
        if several:
            cells.append(cell(", ".join(row.hosts[at : at + _HOSTS])))
        cells.append(_looked_at(row, named=named))
        yield [
            *cells,
            cell(row.expected or _NONE, attributes=english()),
            cell(row.found or _NONE, found, attributes=english()),
        ]


def _looked_at(row: SubjectRow, *, named: bool) -> Cell:
    """The subject by name, with what the check is called below it where several checks look."""
    if not row.subject:
        return cell(row.check or _NONE)
    return Cell((Span(row.subject, CELL), Span(f"\n{row.check}" if named else "", TINY)))


def _passing(passing: Passing) -> Words:
    head, names = printed.holding(passing)
    return Words([Span(head, SMALL.but(ink=INK)), Span(names, SMALL)], SMALL, indent=LABEL, before=4)


def _remedy(remedy: Remedy, *, several: bool) -> Iterator[Flowable]:
    label = language.in_english(tr("Remedy"))
    if several:
        yield labelled(
            label,
            [Span(tr("On {hosts}").format(hosts=listed(remedy.hosts, 12)), SMALL.but(face=fonts.BOLD))],
            SMALL,
            before=6,
        )
        label = ""
    for block in remedy.blocks:
        if block.code:
            if label:
                yield Words("", SMALL.but(leading=2), indent=LABEL, label="", before=4)
            yield LabelledCode(block.text.split("\n"), label=label and tr("Remedy"), edge=ACCENT)
        else:
            for paragraph in block.text.split("\n"):
                yield labelled(label, _prose(paragraph), before=5 if label else 3, attributes=english())
                label = ""
        label = ""


def _prose(text: str) -> list[Span]:
    """Set what stands between backticks as code, and a warning of side effects in bold; other text as it is."""
    spans: list[Span] = []
    for at, part in enumerate(_CODE_IN_PROSE.split(text)):
        if at % 2:
            spans.append(Span(part, CODE.but(size=7.7, ink=ACCENT)))
        else:
            before, warning, after = part.partition("May break:")
            spans += [Span(before, TEXT), Span(warning, TEXT.but(face=fonts.BOLD)), Span(after, TEXT)]
    return [span for span in spans if span.text]


class LabelledCode(Code):
    """Commands with a label in the column on their left."""

    def __init__(self, lines: Sequence[str], *, label: str, edge: object) -> None:
        super().__init__(lines, CODE, indent=LABEL, edge=edge)
        self.label = label

    def draw(self) -> None:
        """Draw the label beside the first line."""
        if self.label and not self.open_above:
            y = self.height - self.PAD - self.style.leading * 0.5 - self.style.size * 0.34
            with self.canv.element("P"):
                self.canv.plain(self.label, 0, y, Style(fonts.BOLD, 6.6, 12.4, MUTED))
        super().draw()


def _excerpt(excerpt: Excerpt, *, first: bool) -> Iterator[Flowable]:
    yield CondPageBreak(64)
    link = exhibit_place(excerpt.exhibit)
    head = [
        Span(excerpt.exhibit, SMALL.but(face=fonts.BOLD, ink=ACCENT), link),
        Span(f"  {excerpt.source}", SMALL.but(ink=INK)),
    ]
    block = Words(head, SMALL, indent=LABEL, label=tr("Evidence") if first else "", before=6, keep=True)
    yield block
    lines = [f"$ {excerpt.command}", *excerpt.lines]
    yield Code(lines, CODE.but(size=6.4, leading=9.2), indent=LABEL, before=2, after=1)
    yield Words(excerpt.note, TINY, indent=LABEL, before=1, after=1)


def _exhibits(item: Item) -> Words:
    before, _, after = tr("Rests on {exhibits}.").partition("{exhibits}")
    spans = [Span(before, TINY)]
    for index, name in enumerate(item.exhibits[: printed.NAMED]):
        spans.append(Span(", " if index else "", TINY))
        spans.append(Span(name, TINY.but(face=fonts.BOLD, ink=ACCENT), exhibit_place(name)))
    label = "" if item.excerpts else tr("Evidence")
    rest = printed.further_exhibits(item) + after
    return Words([*spans, Span(rest, TINY)], TINY, indent=LABEL, label=label, before=4)
