"""What changed since an earlier audit."""

from reportlab.platypus import CondPageBreak, PageBreak

from app.language import tr
from app.report.document import ChangeGroup, ChangeRow, Changes
from app.report.pdf import fonts
from app.report.pdf.blocks import Heading, Story, Words
from app.report.pdf.grid import Cell, Column, Grid, cell, sign
from app.report.pdf.look import ACCENT, CELL, H1, H2, LEAD, SOFT, TEXT
from app.report.pdf.places import item_place
from app.report.pdf.setting import Span
from app.report.verdict import Verdict
from app.report.wording import number

_FINE = CELL.but(size=7.2, leading=10.2)
_QUIET = _FINE.but(ink=SOFT)


def since(changes: Changes) -> Story:
    """Lay the part out."""
    story: Story = [
        PageBreak(),
        Heading(tr("Changes since an earlier audit"), H1, "changes", level=0, running=tr("Changes"), after=6),
        Words(changes.headline, LEAD),
        Words(changes.earlier, TEXT, before=2, after=6),
    ]
    if changes.lists:
        columns = (Column(tr("What"), width=150), Column(tr("Names"), share=1))
        story.append(Grid(columns, [[cell(label), cell(names)] for label, names in changes.lists], head=False))
    if not changes.groups:
        story.append(Words(tr("No finding changed."), TEXT, before=6))
    for index, group in enumerate(changes.groups):
        story += _group(group, index)
    return story


def _group(group: ChangeGroup, index: int) -> Story:
    columns = (
        Column(tr("Item"), share=1.6),
        Column(tr("Machine"), share=0.8),
        Column(tr("Before"), width=92),
        Column(tr("Now"), width=92),
    )
    return [
        CondPageBreak(100),
        Heading(
            f"{group.title} ({number(len(group.rows))})",
            H2,
            f"changes.{index}",
            level=1,
            before=16,
            after=2,
            keep=False,
        ),
        Grid(columns, [_row(row) for row in group.rows], style=_FINE),
    ]


def _row(row: ChangeRow) -> list[Cell]:
    item = [Span(row.item, _FINE.but(face=fonts.BOLD, ink=ACCENT), item_place(row.item)), Span(f"  {row.title}", _FINE)]
    if row.text_changed:
        item.append(Span("\n" + tr("The text of the item changed."), _QUIET))
    return [Cell(tuple(item)), cell(row.host or tr("the whole site"), _FINE), _verdict(row.before), _verdict(row.after)]


def _verdict(verdict: Verdict | None) -> Cell:
    return sign(verdict) if verdict else cell(tr("none"), _QUIET)
