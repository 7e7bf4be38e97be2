"""Tables: a head that returns on each page, cells of set text, rows that may go on on the next page."""

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass

from reportlab.platypus import Flowable

from app.report.pdf import badges
from app.report.pdf.look import CELL, CELL_HEAD, FAINT, LINE, Style
from app.report.pdf.setting import Line, Span, set_lines
from app.report.pdf.sheet import Holder, Sheet
from app.report.verdict import Verdict, word

PAD_X = 5.0
PAD_Y = 3.6
_SPLIT_ABOVE = 6  # rows with more lines than this may be split
_SPLIT_LEAST = 3  # lines of a split row that stay together
_OF_COLUMN = "/A<</O/Table/Scope/Column>>"
_OF_ROW = "/A<</O/Table/Scope/Row>>"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the free width or its fixed width, its alignment."""

    head: str
    width: float = 0  # points; 0: a share of what is left
    share: float = 1
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows: text, or a verdict (as sign and word, or as sign alone)."""

    spans: tuple[Span, ...] = ()
    verdict: Verdict | None = None
    sign_only: bool = False
    attributes: str = ""


def cell(text: str, style: Style = CELL, link: str = "", attributes: str = "") -> Cell:
    """Make a cell of one text."""
    return Cell((Span(text, style, link),), attributes=attributes)


def sign(verdict: Verdict, *, alone: bool = False) -> Cell:
    """Make a cell of a verdict."""
    return Cell((), verdict, alone)


@dataclass(slots=True)
class _Row:
    cells: Sequence[Cell]
    lines: list[list[Line]]
    leading: float
    height: float
    place: str = ""
    goes_on: bool = False  # it is the rest of a row


class Grid(Flowable):  # type: ignore[misc] # reportlab has no types
    """A table. Rows are sequences of cells, one for each column."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        *,
        indent: float = 0,
        before: float = 4,
        after: float = 4,
        style: Style = CELL,
        places: Sequence[str] = (),
        head: bool = True,
    ) -> None:
        super().__init__()
        self.columns, self.rows, self.indent, self.style, self.head = columns, rows, indent, style, head
        self.places = places
        self.spaceBefore, self.spaceAfter = before, after
        self.holder: Holder = []
        self._set: list[_Row] | None = None
        self._for = 0.0

    # --- setting ------------------------------------------------------------------------------------------------------

    def _widths(self) -> list[float]:
        free = self.width - self.indent - sum(column.width for column in self.columns)
        shares = sum(column.share for column in self.columns if not column.width) or 1
        return [column.width or max(free * column.share / shares, 20) for column in self.columns]

    def _rows(self) -> list[_Row]:
        if self._set is None:
            widths = self._widths()
            places = [*self.places, *[""] * (len(self.rows) - len(self.places))]
            self._set = [self._row(row, widths, place) for row, place in zip(self.rows, places, strict=True)]
        return self._set

    def _row(self, row: Sequence[Cell], widths: Sequence[float], place: str) -> _Row:
        lines: list[list[Line]] = []
        for part, width in zip(row, widths, strict=True):
            lines.append(set_lines(part.spans, width - 2 * PAD_X) if part.spans else [()])
        leading = self.style.leading
        return _Row(row, lines, leading, max(map(len, lines)) * leading + 2 * PAD_Y, place)

    def _head_lines(self) -> list[list[Line]]:
        return [
            set_lines([Span(column.head, CELL_HEAD)], width - 2 * PAD_X)
            for column, width in zip(self.columns, self._widths(), strict=True)
        ]

    def _head_height(self) -> float:
        return max(map(len, self._head_lines())) * CELL_HEAD.leading + 2 * PAD_Y if self.head else 0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width = width
        self.height = self._head_height() + sum(row.height for row in self._rows())
        return width, self.height

    # --- pages --------------------------------------------------------------------------------------------------------

    def split(self, width: float, height: float) -> list[Flowable]:
        """Give the parts for this page and the next; none if all of it has to go on the next."""
        self.width = width
        rows = self._rows()
        room = height - self._head_height()
        fit = 0
        for row in rows:
            if row.height > room:
                break
            room -= row.height
            fit += 1
        if fit == len(rows):
            return [self]
        above, below = rows[:fit], rows[fit:]
        parts = _split_row(below[0], room)
        if parts:
            above, below = [*above, parts[0]], [parts[1], *below[1:]]
        if not above:
            return []
        return [self._part(above, first=True), self._part(below, first=False)]

    def _part(self, rows: list[_Row], *, first: bool) -> "Grid":
        part = Grid(self.columns, (), indent=self.indent, style=self.style, head=self.head)
        part.spaceBefore, part.spaceAfter = (self.spaceBefore, 0) if first else (0, self.spaceAfter)
        part.holder = self.holder
        part._set = rows
        return part

    def draw(self) -> None:
        """Draw head, rows and rules."""
        with self.canv.element("Table", self.holder):
            self._draw()

    def _draw(self) -> None:
        sheet: Sheet = self.canv
        widths = self._widths()
        y = self.height
        if self.head:
            self._draw_head(sheet, y, widths)
            y -= self._head_height()
        for row in self._rows():
            with sheet.element("TR"):
                self._draw_row(sheet, row, y, widths)
            y -= row.height

    def _draw_head(self, sheet: Sheet, y: float, widths: Sequence[float]) -> None:
        """Draw the head; only the first is read aloud, those of later pages are not."""
        again = bool(self.holder[0].kids)
        with sheet.artifact() if again else sheet.element("TR"):
            tall = self._head_height()
            sheet.setFillColor(FAINT)
            sheet.rect(self.indent, y - tall, self.width - self.indent, tall, stroke=0, fill=1)
            for x, column, width, lines in zip(
                self._lefts(widths), self.columns, widths, self._head_lines(), strict=True
            ):
                with nullcontext() if again else sheet.element("TH", attributes=_OF_COLUMN):
                    _cell_lines(sheet, lines, (x, y - PAD_Y, width), CELL_HEAD, right=column.right)

    def _lefts(self, widths: Sequence[float]) -> Iterator[float]:
        x = self.indent
        for width in widths:
            yield x
            x += width

    def _draw_row(self, sheet: Sheet, row: _Row, y: float, widths: Sequence[float]) -> None:
        if row.place:
            sheet.place(row.place, sheet.absolutePosition(0, y)[1] + 12)
        for index, (x, column, width, part, lines) in enumerate(
            zip(self._lefts(widths), self.columns, widths, row.cells, row.lines, strict=True)
        ):
            names_row = not self.head and index == 0
            with (
                sheet.element("TH", attributes=_OF_ROW)
                if names_row
                else sheet.element("TD", attributes=part.attributes)
            ):
                if part.verdict is not None and not row.goes_on:
                    self._draw_sign(sheet, part, x + PAD_X, y)
                _cell_lines(sheet, lines, (x, y - PAD_Y, width), self.style, right=column.right)
        sheet.setStrokeColor(LINE)
        sheet.setLineWidth(0.4)
        sheet.line(self.indent, y - row.height, self.width, y - row.height)

    def _draw_sign(self, sheet: Sheet, part: Cell, x: float, y: float) -> None:
        if part.verdict is None:
            return
        baseline = y - PAD_Y - self.style.leading * 0.5 - self.style.size * 0.34
        if part.sign_only:
            with sheet.figure(word(part.verdict)):
                badges.shape(sheet, part.verdict, x, baseline - 1.2, 7.6)
        else:
            badges.signed(sheet, part.verdict, x, baseline, small=True)


def _cell_lines(
    sheet: Sheet, lines: Sequence[Line], corner: tuple[float, float, float], style: Style, *, right: bool
) -> None:
    """Draw the lines of a cell; ``corner`` is its left, its top and its width."""
    x, top, width = corner
    baseline = top - style.leading * 0.5 - style.size * 0.34
    if right:
        for index, line in enumerate(lines):
            wide = line[-1].x + line[-1].width if line else 0
            left, at = x + width - PAD_X - wide, baseline - index * style.leading
            sheet.draw_lines([line], left, at, style.leading)
            sheet.draw_links([line], left, at, style.leading)
        return
    sheet.draw_lines(lines, x + PAD_X, baseline, style.leading)
    sheet.draw_links(lines, x + PAD_X, baseline, style.leading)


def _split_row(row: _Row, room: float) -> tuple[_Row, _Row] | None:
    """Split a tall row between lines, if enough of them fit."""
    tallest = max(map(len, row.lines))
    fit = min(int((room - 2 * PAD_Y) // row.leading), tallest - _SPLIT_LEAST)
    if tallest <= _SPLIT_ABOVE or fit < _SPLIT_LEAST:
        return None
    above = [lines[:fit] for lines in row.lines]
    below = [lines[fit:] or [()] for lines in row.lines]
    return (
        _Row(row.cells, above, row.leading, fit * row.leading + 2 * PAD_Y, row.place),
        _Row(row.cells, below, row.leading, (tallest - fit) * row.leading + 2 * PAD_Y, goes_on=True),
    )
