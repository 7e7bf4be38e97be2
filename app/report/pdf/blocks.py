"""The parts that a page is stacked of: paragraphs, headings, code, gaps and rules; each can be split over pages."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from app.language import parted
from app.report.pdf import badges
from app.report.pdf.look import CODE, FAINT, INK, LABEL, LABELS, LINE, MUTED, PANEL, TEXT, TINY, WIDTH, Style
from app.report.pdf.metadata import english
from app.report.pdf.setting import Line, Span, set_code, set_lines
from app.report.pdf.sheet import Holder, Sheet
from app.report.verdict import Verdict
from app.report.visible import one_line

_LABEL_LEADING = 8.0  # points, between the lines of a label
_WIDOWS = 2  # lines that never stand alone at either end of a page


class Gap(Flowable):  # type: ignore[misc] # reportlab has no types
    """White space, dropped at the top of a page."""

    _SPACETRANSFER = True

    def __init__(self, height: float) -> None:
        super().__init__()
        self.width, self.height = 0, height

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        return 0, self.height

    def draw(self) -> None:
        """Leave the paper white."""


class Words(Flowable):  # type: ignore[misc] # reportlab has no types
    """A paragraph, perhaps with a label hanging in the column on its left."""

    def __init__(
        self,
        spans: str | Sequence[Span],
        style: Style = TEXT,
        *,
        indent: float = 0,
        width: float = 0,
        label: str = "",
        before: float = 0,
        after: float = 0,
        place: str = "",
        keep: bool = False,
        attributes: str = "",
    ) -> None:
        super().__init__()
        self.attributes = attributes
        self.spans = [Span(spans, style)] if isinstance(spans, str) else list(spans)
        self.style = style
        self.indent, self.wanted, self.label, self.place = indent, width, label, place
        self.spaceBefore, self.spaceAfter = before, after
        self.keepWithNext = int(keep)
        self.role = "P"
        self.holder: Holder = []
        self._lines: list[Line] | None = None

    def lines(self, width: float) -> list[Line]:
        """Set the text once; a continuation already has its lines."""
        if self._lines is None:
            self._lines = set_lines(self.spans, min(self.wanted or 1e9, width - self.indent))
        return self._lines

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width = width
        self.height = len(self.lines(width)) * self.style.leading
        if self.label:
            self.height = max(self.height, self.style.leading + (len(_label(self.label)) - 1) * _LABEL_LEADING)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give the parts for this page and the next; none if all of it has to go on the next."""
        lines = self.lines(width)
        fit = int((height + 0.01) // self.style.leading)
        if fit >= len(lines):
            return [self] if self.height <= height + 0.01 else []  # its label may be higher than its text
        fit = min(fit, len(lines) - _WIDOWS)
        if fit < _WIDOWS:
            return []
        return [self._part(lines[:fit], first=True), self._part(lines[fit:], first=False)]

    def _part(self, lines: list[Line], *, first: bool) -> "Words":
        part = Words((), self.style, indent=self.indent, width=self.wanted, label=self.label if first else "")
        part.place = self.place if first else ""
        part.spaceBefore, part.spaceAfter = (self.spaceBefore, 0) if first else (0, self.spaceAfter)
        part.role, part.holder, part.attributes = self.role, self.holder, self.attributes
        part._lines = lines
        return part

    def draw(self) -> None:
        """Draw label and lines."""
        with self.canv.element(self.role, self.holder, attributes=self.attributes):
            self._draw()

    def _draw(self) -> None:
        sheet: Sheet = self.canv
        baseline = self.height - self.style.leading * 0.5 - self.style.size * 0.32
        if self.place:
            _place(self, sheet)
        if self.label:
            for index, text in enumerate(_label(self.label)):
                sheet.plain(text, 0, baseline + 0.2 - index * _LABEL_LEADING, LABELS)
        lines = self.lines(self.width)
        sheet.draw_lines(lines, self.indent, baseline, self.style.leading)
        sheet.draw_links(lines, self.indent, baseline, self.style.leading)


def _label(label: str) -> list[str]:
    """Its lines in the column on the left: where it says that a text is in English, it does so on a second one."""
    return [part for part in parted(label) if part]


def _place(block: Flowable, sheet: Sheet) -> None:
    sheet.place(block.place, sheet.absolutePosition(0, block.height)[1] + 14)


def labelled(
    label: str, spans: str | Sequence[Span], style: Style = TEXT, before: float = 5, attributes: str = ""
) -> Words:
    """Set a paragraph of an item: its label on the left, its text in the body's column."""
    return Words(spans, style, indent=LABEL, label=label, before=before, attributes=attributes)


class Heading(Words):
    """A heading that stands in the outline of the document and leads a running head.

    Before a long table it isn't kept together with that, which would begin a page: a CondPageBreak in front of it keeps
    it from standing alone.
    """

    def __init__(
        self,
        text: str,
        style: Style,
        place: str,
        *,
        level: int,
        outline: str = "",
        running: str = "",
        before: float = 0,
        after: float = 0,
        number: str = "",
        keep: bool = True,
    ) -> None:
        super().__init__(text, style, place=place, before=before, after=after, keep=keep)
        self.level, self.outline, self.running = level, outline or text, running
        self.role = f"H{level + 1}"
        self.number = number
        if number:
            self.spans = [Span(f"{number}  ", style.but(ink=MUTED)), *self.spans]

    def draw(self) -> None:
        """Draw it and enter it in the outline."""
        super().draw()
        outline(self.canv, self.outline, self.place, self.level)


def outline(sheet: Sheet, title: str, place: str, level: int) -> None:
    """Enter a place in the outline of the document; invisible characters as escapes."""
    sheet.addOutlineEntry(one_line(title)[:160], place, level=level, closed=level >= 1)


class Code(Flowable):  # type: ignore[misc] # reportlab has no types
    """Lines in a fixed-width face on a panel; a line that is broken goes on behind a turn-over sign."""

    PAD = 6.0
    TURN = 9.0

    def __init__(
        self,
        lines: Sequence[str],
        style: Style = CODE,
        *,
        indent: float = LABEL,
        edge: Color = LINE,
        before: float = 3,
        after: float = 3,
    ) -> None:
        super().__init__()
        self.texts, self.style, self.indent, self.edge = lines, style, indent, edge
        self.spaceBefore, self.spaceAfter = before, after
        self.holder: Holder = []
        self._lines: list[tuple[bool, Line]] | None = None
        self.open_above = self.open_below = False

    def lines(self, width: float) -> list[tuple[bool, Line]]:
        """Set the lines once."""
        if self._lines is None:
            room = width - self.indent - 2 * self.PAD - self.TURN
            self._lines = [line for text in self.texts for line in set_code(text, self.style, room)]
        return self._lines

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width = width
        self.height = len(self.lines(width)) * self.style.leading + 2 * self.PAD
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give the parts for this page and the next; none if all of it has to go on the next."""
        lines = self.lines(width)
        fit = int((height - 2 * self.PAD) // self.style.leading)
        if fit >= len(lines):
            return [self] if self.height <= height + 0.01 else []  # its label may be higher than its text
        fit = min(fit, len(lines) - _WIDOWS)
        if fit < _WIDOWS:
            return []
        above = Code((), self.style, indent=self.indent, edge=self.edge, before=self.spaceBefore, after=0)
        below = Code((), self.style, indent=self.indent, edge=self.edge, before=0, after=self.spaceAfter)
        above._lines, below._lines = lines[:fit], lines[fit:]
        above.holder = below.holder = self.holder
        above.open_above, above.open_below = self.open_above, True
        below.open_above, below.open_below = True, self.open_below
        return [above, below]

    def draw(self) -> None:
        """Draw panel, edge and text."""
        sheet: Sheet = self.canv
        sheet.setFillColor(PANEL)
        sheet.rect(self.indent, 0, self.width - self.indent, self.height, stroke=0, fill=1)
        sheet.setFillColor(self.edge)
        sheet.rect(self.indent, 0, 1.6, self.height, stroke=0, fill=1)
        leading = self.style.leading
        baseline = self.height - self.PAD - leading * 0.5 - self.style.size * 0.34
        lines = self.lines(self.width)
        x = self.indent + self.PAD + self.TURN
        with sheet.element("P", self.holder, attributes=english()):  # commands and outputs
            sheet.draw_lines([line for _, line in lines], x, baseline, leading)
        sheet.setStrokeColor(MUTED)
        sheet.setLineWidth(0.6)
        for index, (goes_on, _) in enumerate(lines):
            if goes_on:
                _turn(sheet, x - 7, baseline - index * leading + 2.2)


def _turn(sheet: Sheet, x: float, y: float) -> None:
    """Draw the sign of a line that goes on; as a drawing, so that copied text doesn't hold it."""
    path = sheet.beginPath()
    path.moveTo(x, y + 2.6)
    path.lineTo(x, y)
    path.lineTo(x + 4, y)
    path.moveTo(x + 2.4, y + 1.5)
    path.lineTo(x + 4.2, y)
    path.lineTo(x + 2.4, y - 1.5)
    sheet.drawPath(path, stroke=1, fill=0)


class ItemHead(Flowable):  # type: ignore[misc] # reportlab has no types
    """The head of an item: id, title, badge, and a line about it."""

    def __init__(
        self, number: str, title: str, verdict: Verdict, *, about: Sequence[Span], place: str, style: Style
    ) -> None:
        super().__init__()
        self.number, self.title, self.about, self.verdict, self.place = number, title, about, verdict, place
        self.style = style
        self.keepWithNext = 1
        self.spaceBefore, self.spaceAfter = 15, 3

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width = width
        room = width - LABEL - badges.word_width(self.verdict) - 24
        self._title = set_lines([Span(self.title, self.style)], room)
        self._number = set_lines([Span(self.number, self.style.but(ink=INK))], LABEL - 6)[:4]
        self._about = set_lines(self.about, width - LABEL)
        rows = max(len(self._title), len(self._number))
        self.height = 7 + rows * self.style.leading + len(self._about) * TINY.leading + 1
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        """Give the parts for this page and the next; none if all of it has to go on the next."""
        return []

    def draw(self) -> None:
        """Draw the rule above, the title line and the line about it."""
        sheet: Sheet = self.canv
        _place(self, sheet)
        outline(sheet, f"{self.number} {self.title}", self.place, 2)
        sheet.setStrokeColor(LINE)
        sheet.setLineWidth(0.5)
        sheet.line(0, self.height, self.width, self.height)
        y = self.height - 7 - self.style.leading * 0.5 - self.style.size * 0.34
        with sheet.element("H3"):
            sheet.draw_lines(self._number, 0, y, self.style.leading)
            sheet.draw_lines(self._title, LABEL, y, self.style.leading)
        with sheet.element("P"):
            badges.pill(sheet, self.verdict, self.width, y)
            y -= (max(len(self._title), len(self._number)) - 1) * self.style.leading
            sheet.draw_lines(self._about, LABEL, y - 11.5, TINY.leading)


class Note(Words):
    """A paragraph on a panel with an edge in the accent's or a warning's colour."""

    PAD = 9.0

    def __init__(
        self, spans: str | Sequence[Span], style: Style, *, edge: Color, before: float = 6, after: float = 6
    ) -> None:
        super().__init__(spans, style, indent=self.PAD + 5, width=WIDTH - 3 * self.PAD, before=before, after=after)
        self.edge = edge

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        super().wrap(width, height)
        self.height += 2 * self.PAD
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give the parts for this page and the next; none if all of it has to go on the next."""
        return super().split(width, height - 2 * self.PAD)

    def _part(self, lines: list[Line], *, first: bool) -> "Note":
        part = Note((), self.style, edge=self.edge, before=self.spaceBefore if first else 0, after=self.spaceAfter)
        part.holder = self.holder
        part._lines = lines
        return part

    def _draw(self) -> None:
        sheet: Sheet = self.canv
        sheet.setFillColor(FAINT)
        sheet.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        sheet.setFillColor(self.edge)
        sheet.rect(0, 0, 2.4, self.height, stroke=0, fill=1)
        baseline = self.height - self.PAD - self.style.leading * 0.5 - self.style.size * 0.32
        lines = self.lines(self.width)
        sheet.draw_lines(lines, self.indent, baseline, self.style.leading)
        sheet.draw_links(lines, self.indent, baseline, self.style.leading)


Story = list[Any]  # flowables, which have no types
