"""Everything that nobody decided, by cause, with what would settle it."""

from reportlab.platypus import CondPageBreak, PageBreak

from app.language import tr
from app.report import printed
from app.report.document import Gap as Cause
from app.report.document import GapRow, Report
from app.report.pdf import fonts
from app.report.pdf.blocks import Heading, Story, Words
from app.report.pdf.grid import Cell, Column, Grid, cell, sign
from app.report.pdf.look import ACCENT, CELL, H1, H2, SMALL, TEXT
from app.report.pdf.metadata import english
from app.report.pdf.places import item_place
from app.report.pdf.setting import Span
from app.report.wording import number

_FINE = CELL.but(size=7.2, leading=10.2)
_CHUNK = 60  # ids or names in one row


def gaps(report: Report) -> Story:
    """Lay the part out."""
    story: Story = [
        PageBreak(),
        Heading(tr("Not checked, and why"), H1, "gaps", level=0, running=tr("Not checked, and why"), after=6),
    ]
    story.append(Words(printed.without_verdict(report), TEXT, after=2))
    for index, cause in enumerate(report.gaps):
        story += _cause(cause, index)
    if report.inapplicable:
        story += [
            CondPageBreak(90),
            Heading(tr("Not applicable"), H2, "gaps.inapplicable", level=1, before=18, after=2),
            Grid(
                (Column(tr("Why"), share=1), Column(tr("Findings"), width=60, right=True)),
                [[cell(why), cell(number(count))] for why, count in report.inapplicable],
            ),
        ]
    return story


def _cause(cause: Cause, index: int) -> Story:
    columns = (
        Column(tr("Standing"), width=88),
        Column(tr("Items"), share=1.25),
        Column(tr("Machines"), share=0.95),
        Column(tr("What is known"), share=1.6),
    )
    story: Story = [
        CondPageBreak(100),
        Heading(f"{cause.title} ({number(cause.count)})", H2, f"gaps.{index}", level=1, before=16, after=1),
    ]
    if cause.advice:
        story.append(Words(cause.advice, SMALL, after=2))
    story.append(Grid(columns, [part for row in cause.rows for part in _rows(row)], style=_FINE))
    return story


def _rows(row: GapRow) -> list[list[Cell]]:
    """Make rows of at most _CHUNK ids and names, so that none outgrows a page."""
    items = [row.items[at : at + _CHUNK] for at in range(0, len(row.items), _CHUNK)] or [()]
    hosts = [row.hosts[at : at + _CHUNK] for at in range(0, len(row.hosts), _CHUNK)] or [()]
    rows = []
    for index in range(max(len(items), len(hosts))):
        spans: list[Span] = []
        for item in items[index] if index < len(items) else ():
            spans.append(Span(", " if spans else "", _FINE))
            spans.append(Span(item, _FINE.but(face=fonts.BOLD, ink=ACCENT), item_place(item)))
        names = ", ".join(hosts[index]) if index < len(hosts) else ""
        text = (row.message, tr("the whole site")) if index == 0 else (tr("as above"), "")
        rows.append(
            [
                sign(row.verdict),
                Cell(tuple(spans)),
                cell(names or text[1], _FINE),
                cell(text[0], _FINE, attributes="" if index else english()),
            ]
        )
    return rows
