"""Scope and method: what was looked at, how, and which machines could not be."""

from reportlab.platypus import CondPageBreak

from app.language import tr
from app.report.document import Host, Report
from app.report.pdf import fonts
from app.report.pdf.blocks import Gap, Heading, Story, Words
from app.report.pdf.grid import Cell, Column, Grid, cell, sign
from app.report.pdf.look import ACCENT, CELL, H1, H2, SMALL, TEXT, TINY, VERDICT
from app.report.pdf.places import host_place
from app.report.pdf.setting import Span
from app.report.verdict import Verdict, word_within
from app.report.wording import decimal, number

_FINE = CELL.but(size=7.1, leading=10)
_KEY = CELL.but(face=fonts.MONO, size=6.3, leading=9.4)


def method(report: Report) -> Story:
    """Lay the part out."""
    cover = report.cover
    story: Story = [Heading(tr("Scope and method"), H1, "method", level=0, running=tr("Scope and method"), after=8)]
    for head, text in report.method:
        story.append(Words(head, TEXT.but(face=fonts.BOLD, ink=ACCENT), before=7, keep=True))
        story.append(Words(text, TEXT))
    story.append(Heading(tr("Chapters"), H2, "method.chapters", level=1, before=16, after=2))
    story += [Words(chapter, TEXT, indent=10) for chapter in cover.chapters]
    story += [
        Words(
            tr("Chapter {chapter} was left out. Reason given: {reason}").format(
                chapter=chapter, reason=reason or tr("none")
            ),
            TEXT,
            indent=10,
        )
        for chapter, reason in cover.left_out
    ]
    story.append(CondPageBreak(120))
    story.append(Heading(tr("Machines"), H2, "method.machines", level=1, before=16, after=2, keep=False))
    if not report.hosts:
        story.append(Words(tr("There is no machine in the audit yet."), TEXT))
        return story
    story.append(_machines(report.hosts))
    story += [Words(sentence, TEXT, before=7) for sentence in report.clones]
    story.append(Gap(6))
    story.append(CondPageBreak(110))
    learnt = tr("What was learnt about the machines")
    story.append(Heading(learnt, H2, "method.facts", level=1, before=10, after=2, keep=False))
    story.append(_facts(report.hosts))
    return story


def _machines(hosts: tuple[Host, ...]) -> Grid:
    columns = (
        Column("", width=17),
        Column(tr("Machine"), share=1.15),
        Column(tr("Account, rights"), share=1.4),
        Column(tr("Platform"), share=1.0),
        Column(tr("Host key, or why it was not reached"), share=1.6),
    )
    return Grid(
        columns, [_machine(host) for host in hosts], style=_FINE, places=[host_place(host.name) for host in hosts]
    )


def _machine(host: Host) -> list[Cell]:
    bold = _FINE.but(face=fonts.BOLD)
    quiet = _FINE.but(ink=SMALL.ink)
    role = tr("{role} of {host}").format(role=host.role, host=host.parent) if host.parent else host.role
    name = [Span(host.name, bold), Span(f"\n{host.address}", quiet), Span(f"\n{role}", quiet)]
    if not host.reached:
        why = (Span(tr("Not reached.") + " ", bold.but(ink=VERDICT[Verdict.ERROR])), Span(host.why_not, _FINE))
        return [
            sign(Verdict.ERROR, alone=True),
            Cell(tuple(name)),
            cell(host.account, _FINE),
            cell(tr("not known"), quiet),
            Cell(why),
        ]
    when = f"\n{host.started}, {decimal(host.seconds)} s" if host.started else ""
    return [
        sign(Verdict.PASS, alone=True),
        Cell(tuple(name)),
        Cell((Span(host.account, _FINE), Span(f"\n{host.privilege}", quiet))),
        Cell((Span(host.platform, _FINE), Span(f"\n{host.system}" if host.system else "", quiet))),
        Cell((Span(host.host_key or tr("no host key: looked at without SSH"), _KEY), Span(when, quiet))),
    ]


def _facts(hosts: tuple[Host, ...]) -> Grid:
    columns = (
        Column(tr("Machine"), share=1),
        Column(tr("Facts"), share=2.1),
        Column(tr("Findings"), share=2.0),
    )
    rows = []
    for host in hosts:
        facts: list[Span] = []
        for index, (key, value) in enumerate(host.facts):
            facts.append(Span(f"{'   ' if index else ''}{key}\u00a0", TINY.but(size=6.8, leading=10)))
            facts.append(Span(value, _FINE))
        counts: list[Span] = []
        for index, (verdict, count) in enumerate(host.counts):
            counts.append(
                Span(f"{',  ' if index else ''}{number(count)} ", _FINE.but(face=fonts.BOLD, ink=VERDICT[verdict]))
            )
            counts.append(Span(word_within(verdict), _FINE))
        rows.append(
            [
                cell(host.name, _FINE.but(face=fonts.BOLD)),
                Cell(tuple(facts)) if facts else cell(tr("none"), _FINE.but(ink=SMALL.ink)),
                Cell(tuple(counts)) if counts else cell(tr("none of its own"), _FINE.but(ink=SMALL.ink)),
            ]
        )
    return Grid(columns, rows, style=_FINE)
