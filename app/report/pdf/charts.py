"""Charts of the summary, drawn by hand: a ring, stacked bars, and the key that names each area in words."""

import math
from collections.abc import Sequence

from app.language import tr
from app.report.document import Bar, Counts
from app.report.pdf import badges, fonts
from app.report.pdf.look import AREA, FAINT, INK, LINE, MUTED, PAPER, SMALL, SOFT, TEXT, TINY, VERDICT, Style
from app.report.pdf.setting import shorten
from app.report.pdf.sheet import Sheet
from app.report.verdict import DRAWN, Verdict, word
from app.report.wording import number

_HOLE = 0.68  # of the ring's radius
_BIG = Style(fonts.BOLD, 30, 34, INK)
_LEAST = 1.2  # width below which an area can't be seen
_SIGN = 6.2  # of a verdict in its area: told apart without colours, as where the report is printed in black
_CHIP = 8.0  # the ground that it stands on
_ARC = 22.0  # degrees of the ring that have room for it
_DARK = frozenset({Verdict.PASS, Verdict.FAIL, Verdict.ERROR, Verdict.UNKNOWN})  # areas as dark as their badges


def ring(sheet: Sheet, counts: Counts, x: float, y: float, *, radius: float, score: int | None) -> None:
    """Draw the counts as a ring around the score; x and y are its centre."""
    words = tr("Score {n} of 100").format(n=score) if score is not None else tr("No score")
    with sheet.figure(f"{words}. {spoken(counts)}"):
        _ring(sheet, counts, x, y, radius=radius, score=score)


def spoken(counts: Counts) -> str:
    """Say counts in words, for those who hear the report."""
    return ", ".join(f"{word(verdict)}: {number(count)}" for verdict, count in counts) or tr("No findings")


def _ring(sheet: Sheet, counts: Counts, x: float, y: float, *, radius: float, score: int | None) -> None:
    shown = [(verdict, dict(counts).get(verdict, 0)) for verdict in DRAWN]
    total = sum(count for _, count in shown)
    sheet.saveState()
    sheet.setFillColor(FAINT)
    sheet.circle(x, y, radius, stroke=0, fill=1)
    start = 90.0
    signs: list[tuple[Verdict, float]] = []
    for verdict, count in shown:
        if not count:
            continue
        sweep = 360 * count / total
        sheet.setFillColor(AREA[verdict])
        sheet.setStrokeColor(PAPER)
        sheet.setLineWidth(0.8)
        if count == total:
            sheet.circle(x, y, radius, stroke=0, fill=1)
        else:
            sheet.wedge(x - radius, y - radius, x + radius, y + radius, start - sweep, sweep, stroke=1, fill=1)
        if _ARC <= sweep < 360:  # noqa: PLR2004 - a ring of one kind has no middle
            signs.append((verdict, math.radians(start - sweep / 2)))
        start -= sweep
    sheet.setFillColor(PAPER)
    sheet.circle(x, y, radius * _HOLE, stroke=0, fill=1)
    middle = radius * (1 + _HOLE) / 2
    for verdict, angle in signs:
        _chip(sheet, verdict, x + middle * math.cos(angle), y + middle * math.sin(angle))
    sheet.restoreState()
    if score is None:
        _centred(sheet, tr("no score"), x, y - 3, TEXT.but(face=fonts.BOLD, ink=SOFT))
        return
    _centred(sheet, str(score), x, y - 6, _BIG)
    _centred(sheet, tr("of 100"), x, y - 18, TINY)


def _chip(sheet: Sheet, verdict: Verdict, x: float, y: float) -> None:
    """Draw the sign of an area on a ground of its own, around that point."""
    sheet.setFillColor(PAPER)
    sheet.roundRect(x - _CHIP / 2, y - _CHIP / 2, _CHIP, _CHIP, 1.6, stroke=0, fill=1)
    badges.shape(sheet, verdict, x - _SIGN / 2, y - _SIGN / 2, _SIGN)


def _centred(sheet: Sheet, text: str, x: float, y: float, style: Style) -> None:
    sheet.plain(text, x - fonts.width(style.face, text) * style.size / 2, y, style)


def key(sheet: Sheet, counts: Counts, x: float, y: float, *, width: float, leading: float = 15.0) -> float:
    """List sign, word, count and share of every verdict there is; give the y below."""
    total = sum(count for _, count in counts)
    for verdict, count in counts:
        with sheet.element("P"):
            badges.shape(sheet, verdict, x, y - 1.4, 8.4)
            sheet.plain(word(verdict), x + 15, y, TEXT.but(size=8))
            _right(sheet, number(count), x + width - 34, y, TEXT.but(face=fonts.BOLD, size=8))
            share = 100 * count / total
            _right(sheet, f"{share:.0f} %" if share >= 1 else "< 1 %", x + width, y, TINY.but(size=7))
        sheet.setStrokeColor(FAINT)
        sheet.setLineWidth(0.5)
        sheet.line(x, y - 4.6, x + width, y - 4.6)
        y -= leading
    return y


def _right(sheet: Sheet, text: str, x: float, y: float, style: Style) -> None:
    sheet.plain(text, x - fonts.width(style.face, text) * style.size, y, style)


def bars(
    sheet: Sheet,
    rows: Sequence[Bar],
    x: float,
    y: float,
    *,
    width: float,
    label: float,
    links: Sequence[str] = (),
    leading: float = 16.0,
) -> float:
    """Draw one stacked bar a row, each over the full width, with failing and waiting counts in figures."""
    figures = 92.0
    room = width - label - figures
    for index, row in enumerate(rows):
        title = f"{row.key}  {row.label}" if row.key.isdigit() else row.label
        name = shorten(title, SMALL.but(ink=INK), label - 8)
        with sheet.figure(f"{title}. {row.note or spoken(row.counts)}"):
            sheet.draw_lines([name], x, y, SMALL.leading)
            sheet.saveState()
            _bar(sheet, row, x + label, y - 2.2, width=room, height=9.0)
            sheet.restoreState()
            _figures(sheet, row, x + label + room + 8, y)
        if index < len(links) and links[index]:
            sheet.link(links[index], (x, y - 3, label - 8, 11), row.label)
        y -= leading
    return y


def _bar(sheet: Sheet, row: Bar, x: float, y: float, *, width: float, height: float) -> None:
    shown = [(verdict, dict(row.counts).get(verdict, 0)) for verdict in DRAWN]
    total = sum(count for _, count in shown)
    if not total:
        sheet.setStrokeColor(LINE)
        sheet.setDash(1.5, 2)
        sheet.setLineWidth(0.6)
        sheet.line(x, y + height / 2, x + width, y + height / 2)
        return
    for verdict, count in shown:
        if count:
            wide = max(width * count / total, _LEAST)
            sheet.setFillColor(AREA[verdict])
            sheet.rect(x, y, max(wide - 0.7, 0.6), height, stroke=0, fill=1)
            if verdict is Verdict.WAIVED:
                sheet.setStrokeColor(VERDICT[verdict])
                sheet.setLineWidth(0.6)
                sheet.rect(x + 0.3, y + 0.3, max(wide - 1.3, 0.3), height - 0.6, stroke=1, fill=0)
            if height > _CHIP:
                _label(sheet, verdict, count, x, y, wide=wide, height=height)
            x += wide


def _label(sheet: Sheet, verdict: Verdict, count: int, x: float, y: float, *, wide: float, height: float) -> None:
    """Put the sign into an area that has the room, and how many it stands for into one that has more."""
    if wide < _CHIP + 2:
        return
    text, style = number(count), TINY.but(face=fonts.BOLD, size=6.6)
    long = fonts.width(style.face, text) * style.size
    _chip(sheet, verdict, x + 1 + _CHIP / 2, y + height / 2)
    if wide >= _CHIP + long + 6:
        ink = PAPER if verdict in _DARK else INK
        sheet.plain(text, x + _CHIP + 3, y + 2.2, style, ink=ink)


def _figures(sheet: Sheet, row: Bar, x: float, y: float) -> None:
    """Say in figures what the eye can't read off a bar."""
    counts = dict(row.counts)
    if row.note or not counts:
        sheet.plain(row.note or tr("no findings"), x, y, TINY.but(size=7))
        return
    for at, verdict in ((0, Verdict.PASS), (29, Verdict.FAIL), (58, Verdict.WAIVED)):
        count = counts.get(verdict, 0)
        ink = VERDICT[verdict] if count else MUTED
        badges.shape(sheet, verdict, x + at, y - 1.0, 6.4)
        sheet.plain(number(count), x + at + 9, y, TINY.but(face=fonts.BOLD if count else fonts.SANS, ink=ink, size=7))


def strip(sheet: Sheet, counts: Counts, x: float, y: float, *, width: float, height: float = 5.0) -> None:
    """Draw one stacked bar alone."""
    _bar(sheet, Bar("", "", counts), x, y, width=width, height=height)
