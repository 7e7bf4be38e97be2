"""The evidence appendix and the glossary."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from app.language import in_english, tr
from app.report import printed
from app.report.document import Entry, Exhibit, Report, Term
from app.report.pdf import fonts
from app.report.pdf.blocks import Code, Heading, Story, Words
from app.report.pdf.grid import Column, Grid, cell
from app.report.pdf.look import ACCENT, CELL, CODE, H1, H2, INK, MUTED, SMALL, TEXT, TINY, VERDICT, Style
from app.report.pdf.metadata import english
from app.report.pdf.places import exhibit_place
from app.report.pdf.setting import Span
from app.report.verdict import Verdict
from app.report.wording import number

_HEAD = Style(fonts.BOLD, 8.2, 12, INK)
_SUM = Style(fonts.MONO, 5.9, 8.8, MUTED)


def appendix(report: Report) -> Story:
    """Print the exhibits, machine by machine; those that aren't printed make a table at the end."""
    story: Story = [
        PageBreak(),
        Heading(tr("Appendix: evidence"), H1, "evidence", level=0, running=tr("Appendix: evidence"), after=6),
        Words(report.exhibits_note, TEXT, after=4),
    ]
    if not report.exhibits:
        story.append(Words(tr("There is no evidence: nothing was looked at."), TEXT))
        return story
    host = None
    shown = [exhibit for exhibit in report.exhibits if exhibit.printed]
    for index, exhibit in enumerate(shown):
        if exhibit.host != host:
            host = exhibit.host
            story.append(CondPageBreak(130))
            story.append(Heading(host, H2, f"evidence.{index}", level=1, before=16, after=2))
        story += _exhibit(exhibit)
    listed = [exhibit for exhibit in report.exhibits if not exhibit.printed]
    if listed:
        story += _listed(listed)
    return story


def _exhibit(exhibit: Exhibit) -> Iterator[Flowable]:
    yield CondPageBreak(110)
    yield Words(
        [Span(f"{exhibit.number}  ", _HEAD.but(ink=ACCENT)), Span(exhibit.source, _HEAD)],
        _HEAD,
        before=10,
        place=exhibit_place(exhibit.number),
        keep=True,
    )
    yield Words(printed.collected(exhibit), TINY, keep=True)
    yield Words([Span(f"SHA-256 {exhibit.sha256}", _SUM)], _SUM, keep=True)
    first, *rest = exhibit.command.strip("\n").split("\n")
    command = [f"$ {first}", *(f"  {line}" for line in rest)]
    yield Code(command, CODE if rest else CODE.but(face=fonts.MONO_BOLD), indent=0, before=3, after=0)
    if exhibit.lines:
        yield Code(exhibit.lines, indent=0, before=1, after=0)
    else:
        yield Words(tr("It wrote nothing to standard output."), TINY, indent=15, before=3)
    if exhibit.errors:
        yield Words(tr("Standard error"), TINY.but(face=fonts.BOLD), indent=15, before=4, keep=True)
        yield Code(exhibit.errors, indent=0, edge=VERDICT[Verdict.ERROR], before=1, after=0)
    for note in exhibit.notes:
        yield Words(note, SMALL.but(ink=VERDICT[Verdict.ERROR], size=6.8, leading=9.6), indent=15, before=2)


def _listed(exhibits: Sequence[Exhibit]) -> Story:
    fine = CELL.but(size=6.4, leading=8.8)
    mono = Style(fonts.MONO, 5.2, 8.8, INK)
    columns = (
        Column(tr("No."), width=38),
        Column(tr("Evidence"), share=1),
        Column(tr("Bytes"), width=48, right=True),
        Column("SHA-256", width=218),
    )
    rows = [
        [cell(item.number, fine), cell(item.source, fine), cell(number(item.size), fine), cell(item.sha256, mono)]
        for item in exhibits
    ]
    return [
        CondPageBreak(140),
        Heading(tr("Exhibits that are not printed"), H2, "evidence.listed", level=1, before=18, after=2),
        Words(printed.not_printed(len(exhibits)), SMALL, after=2),
        Grid(columns, rows, style=fine, places=[exhibit_place(item.number) for item in exhibits]),
    ]


def history(entries: Sequence[Entry]) -> Story:
    """List what happened to the audit, as its record has it."""
    story: Story = [
        PageBreak(),
        Heading(tr("Appendix: record of the audit"), H1, "history", level=0, running=tr("Appendix: record"), after=6),
        Words(printed.about_record(), TEXT, after=4),
    ]
    fine = CELL.but(size=7, leading=9.8)
    columns = (
        Column(tr("No."), width=34, right=True),
        Column(tr("Time"), width=112),
        Column(tr("Who"), share=1),
        Column(in_english(tr("What")), share=2.4),
        Column(tr("About"), share=1.1),
    )
    rows = [
        [
            *(cell(text, fine) for text in (e.number, e.time, e.who)),
            cell(e.what, fine, "", english()),
            cell(e.where, fine),
        ]
        for e in entries
    ]
    return [*story, Grid(columns, rows, style=fine)]


def glossary(terms: Sequence[Term]) -> Story:
    """Explain the words of the report."""
    story: Story = [PageBreak(), Heading(tr("Glossary"), H1, "glossary", level=0, running=tr("Glossary"), after=6)]
    columns = (Column(tr("Word"), width=104), Column(tr("Meaning"), share=1))
    rows = [[cell(term.word, CELL.but(face=fonts.BOLD)), cell(term.meaning)] for term in terms]
    return [*story, Grid(columns, rows, head=False)]
