"""The first page: what was audited, by whom, when, with what, and the seal that proves it."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from app.language import tr
from app.report.coverfacts import cover_facts, grouped
from app.report.document import Cover
from app.report.pdf import fonts
from app.report.pdf.look import (
    ACCENT,
    BOTTOM,
    INK,
    LEFT,
    LINE,
    MUTED,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PANEL,
    RIGHT,
    SMALL,
    SOFT,
    TINY,
    WIDTH,
    Style,
)
from app.report.pdf.setting import Line, Span, set_lines
from app.report.pdf.sheet import Sheet

_TITLE = Style(fonts.BOLD, 27, 34, INK)
_ORGANISATION = Style(fonts.SANS, 13, 18, SOFT)
_BRAND = Style(fonts.BOLD, 10, 12, ACCENT)
_KEY = Style(fonts.BOLD, 6.6, 11.4, MUTED)
_VALUE = Style(fonts.SANS, 8.4, 12, INK)
_SEAL = Style(fonts.MONO, 7.6, 11.4, INK)
_KEYS = 108.0
_GAP = 6.5  # between two facts
_BELOW = 28.0  # from the title's last line to the organisation
_TITLE_LINES = 4
_PROOF_LINES = 4
_MERLONS = 21  # of the battlement: each as wide as the gap beside it


class CoverPage(Flowable):  # type: ignore[misc] # reportlab has no types
    """The whole page, drawn at once."""

    def __init__(self, cover: Cover) -> None:
        super().__init__()
        self.cover = cover

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width, self.height = width, height
        return width, height

    def draw(self) -> None:
        """Draw from the top edge down, and the seal from the foot up."""
        sheet: Sheet = self.canv
        sheet.translate(-LEFT, -BOTTOM)  # page coordinates: the page is the canvas here
        _battlement(sheet)
        with sheet.element("P"):
            sheet.plain("B A R T I Z A N", LEFT, PAGE_HEIGHT - 92, _BRAND)
            sheet.plain(tr("Hardening audit of virtual machine platforms"), LEFT, PAGE_HEIGHT - 106, SMALL)
        with sheet.element("H1"):
            y = self._heading(sheet, PAGE_HEIGHT - 200)
        sheet.setFillColor(ACCENT)
        sheet.rect(LEFT, y - 4, 46, 3, stroke=0, fill=1)
        foot = self._foot(sheet)
        self._facts(sheet, y - 38, foot + 16)

    def _heading(self, sheet: Sheet, y: float) -> float:
        title = _TITLE
        lines = _balanced(self.cover.title, title, WIDTH - 20)
        if len(lines) > _TITLE_LINES:  # smaller rather than cut
            title = Style(fonts.BOLD, 13, 17, INK)
            lines = set_lines([Span(self.cover.title, title)], WIDTH)[:12]
        sheet.draw_lines(lines, LEFT, y, title.leading)
        y -= len(lines) * title.leading
        if self.cover.organisation:
            style = _ORGANISATION
            name = set_lines([Span(self.cover.organisation, style)], WIDTH)
            if len(name) > 2:  # noqa: PLR2004 - smaller rather than cut
                style = style.but(size=9, leading=13)
                name = set_lines([Span(self.cover.organisation, style)], WIDTH)[:6]
            y += title.leading - _BELOW  # from the title's last line, in whichever size
            sheet.draw_lines(name, LEFT, y, style.leading)
            y -= len(name) * style.leading + 6
        return y

    def _facts(self, sheet: Sheet, y: float, floor: float) -> None:
        for key, lines in _fitting(cover_facts(self.cover), y - floor):
            with sheet.element("P"):
                sheet.plain(key, LEFT, y, _KEY)
                sheet.draw_lines(lines, LEFT + _KEYS, y, _VALUE.leading)
            y -= len(lines) * _VALUE.leading
            sheet.setStrokeColor(LINE)
            sheet.setLineWidth(0.4)
            sheet.line(LEFT, y + 4.6, PAGE_WIDTH - RIGHT, y + 4.6)
            y -= _GAP

    def _foot(self, sheet: Sheet) -> float:
        """Draw the notice and the seal's panel; give the upper edge."""
        y = BOTTOM - 18
        notice = set_lines([Span(self.cover.notice, TINY)], WIDTH)[:5] if self.cover.notice else []
        sheet.draw_lines(notice, LEFT, y + (len(notice) - 1) * TINY.leading, TINY.leading)
        y += len(notice) * TINY.leading + 8
        proofs = ((tr("AUDIT"), self.cover.audit_id), (tr("SEAL"), grouped(self.cover.seal) or tr("not sealed yet")))
        rows = [(key, set_lines([Span(text, _SEAL)], WIDTH - 130)[:_PROOF_LINES]) for key, text in proofs]
        words = tr(
            "The seal closes the audit's record. “bartizan verify AUDIT --pdf REPORT” compares both to the last byte."
        )
        saying = set_lines([Span(words, TINY)], WIDTH - _KEYS - 8)
        tall = 28 + len(saying) * 10 + sum(len(lines) * _SEAL.leading + 2 for _, lines in rows)
        sheet.setFillColor(PANEL)
        sheet.rect(LEFT, y, WIDTH, tall, stroke=0, fill=1)
        sheet.setFillColor(ACCENT)
        sheet.rect(LEFT, y, 2.4, tall, stroke=0, fill=1)
        top = y + tall - 16
        for key, lines in rows:
            with sheet.element("P"):
                sheet.plain(key, LEFT + 14, top, _KEY)
                sheet.draw_lines(lines, LEFT + _KEYS, top, _SEAL.leading)
            top -= len(lines) * _SEAL.leading + 2
        sheet.draw_lines(saying, LEFT + _KEYS, y + 10 * len(saying), 10)
        return y + tall


def _fitting(facts: Sequence[tuple[str, Sequence[str]]], room: float) -> list[tuple[str, list[Line]]]:
    """Set every fact, the longest shortened until all of them have room: none is left out for another's length."""
    rows = [
        (key, [line for value in values for line in set_lines([Span(value, _VALUE)], WIDTH - _KEYS)])
        for key, values in facts
    ]
    more = set_lines([Span(tr("… in full under “Scope and method”"), _VALUE)], WIDTH)[0]
    for most in range(max(len(lines) for _, lines in rows), 0, -1):
        cut = [(key, lines if len(lines) <= most else [*lines[: most - 1], more]) for key, lines in rows]
        if sum(len(lines) * _VALUE.leading + _GAP for _, lines in cut) <= room:
            break
    return cut


def _balanced(text: str, style: Style, width: float) -> list[Line]:
    """Set lines of about the same length: the narrowest width that needs no more lines."""
    lines = set_lines([Span(text, style)], width)
    wanted = len(lines)
    longest = max((set_lines([Span(word, style)], 1e6)[0][-1].width for word in text.split()), default=width)
    while wanted > 1 and width - style.size / 2 > longest:
        width -= style.size / 2
        narrower = set_lines([Span(text, style)], width)
        if len(narrower) > wanted:
            break
        lines = narrower
    return lines


def _battlement(sheet: Sheet) -> None:
    """Draw the band at the head: a wall with its battlement."""
    sheet.saveState()
    sheet.setFillColor(ACCENT)
    sheet.rect(0, PAGE_HEIGHT - 46, PAGE_WIDTH, 46, stroke=0, fill=1)
    path = sheet.beginPath()
    step = PAGE_WIDTH / _MERLONS
    for place in range(_MERLONS):  # from edge to edge alike: half a gap, a merlon, half a gap
        path.rect((place + 0.25) * step, PAGE_HEIGHT - 56, step / 2, 10.5)
    sheet.drawPath(path, stroke=0, fill=1)
    sheet.restoreState()
