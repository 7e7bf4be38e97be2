"""The sign of each verdict: a shape and a colour of its own, always with its word beside it."""

from collections.abc import Callable

from reportlab.lib.colors import Color

from app.report.pdf import fonts
from app.report.pdf.look import PAPER, VERDICT, Style
from app.report.pdf.sheet import Sheet
from app.report.verdict import Verdict, word

_WORD = Style(fonts.BOLD, 7.2, 10.2, PAPER)
_SMALL = Style(fonts.BOLD, 6.6, 9.2, PAPER)
PILL = 15.0  # height of a badge with a ground


def shape(sheet: Sheet, verdict: Verdict, x: float, y: float, size: float) -> None:
    """Draw the sign into the square with its lower left corner at (x, y)."""
    sheet.saveState()
    sheet.translate(x, y)
    sheet.scale(size / 10, size / 10)
    sheet.setFillColor(VERDICT[verdict])
    sheet.setStrokeColor(VERDICT[verdict])
    sheet.setLineWidth(1.1)
    sheet.setLineCap(1)
    sheet.setLineJoin(1)
    _SHAPES[verdict](sheet)
    sheet.restoreState()


def word_width(verdict: Verdict, *, small: bool = False) -> float:
    """Measure the sign with its word."""
    style = _SMALL if small else _WORD
    return 11.5 + fonts.width(style.face, word(verdict)) * style.size


def signed(sheet: Sheet, verdict: Verdict, x: float, y: float, *, small: bool = False) -> None:
    """Draw sign and word on the baseline y."""
    style = _SMALL if small else _WORD
    shape(sheet, verdict, x, y - 1.2, 7.6 if small else 8.2)
    sheet.plain(word(verdict), x + 11.5, y, style, ink=VERDICT[verdict])


def pill(sheet: Sheet, verdict: Verdict, right: float, y: float) -> float:
    """Draw the badge with a tinted ground, ending at ``right``, on the baseline y; give its left edge."""
    wide = word_width(verdict) + 12
    left = right - wide
    ink = VERDICT[verdict]
    sheet.saveState()
    if verdict in (Verdict.WAIVED, Verdict.AWAITING, Verdict.NOTCHECKED):
        sheet.setFillColor(PAPER)
        sheet.setStrokeColor(ink)
        sheet.setLineWidth(0.8)
        sheet.roundRect(left, y - 4.4, wide, PILL, 3, stroke=1, fill=1)
    else:
        sheet.setFillColor(tint(ink))
        sheet.roundRect(left, y - 4.4, wide, PILL, 3, stroke=0, fill=1)
    sheet.restoreState()
    signed(sheet, verdict, left + 6, y)
    return left


def tint(ink: Color) -> Color:
    """Give a ground light enough for text in the colour itself (contrast above 4.5)."""
    share = 0.9
    return Color(*(channel + (1 - channel) * share for channel in (ink.red, ink.green, ink.blue)))


def _path(sheet: Sheet, *points: tuple[float, float], fill: int, close: bool = True) -> None:
    path = sheet.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if close:
        path.close()
    sheet.drawPath(path, stroke=1 - fill, fill=fill)


def _strokes(sheet: Sheet, *lines: tuple[float, float, float, float], ink: Color = PAPER, width: float = 1.4) -> None:
    sheet.setStrokeColor(ink)
    sheet.setLineWidth(width)
    for line in lines:
        sheet.line(*line)


def _pass(sheet: Sheet) -> None:
    sheet.circle(5, 5, 5, stroke=0, fill=1)
    _strokes(sheet, (2.7, 5.1, 4.4, 3.2), (4.4, 3.2, 7.4, 6.8))


def _fail(sheet: Sheet) -> None:
    sheet.roundRect(0.3, 0.3, 9.4, 9.4, 1.2, stroke=0, fill=1)
    _strokes(sheet, (3.1, 3.1, 6.9, 6.9), (3.1, 6.9, 6.9, 3.1))


def _waived(sheet: Sheet) -> None:
    sheet.roundRect(0.8, 0.8, 8.4, 8.4, 1.2, stroke=1, fill=0)
    _strokes(sheet, (3.3, 2.2, 3.3, 7.9), ink=VERDICT[Verdict.WAIVED], width=1.1)
    _path(sheet, (3.3, 7.9), (7.6, 6.5), (3.3, 4.9), fill=1)


def _error(sheet: Sheet) -> None:
    _path(sheet, (5, 10), (10.4, 0.5), (-0.4, 0.5), fill=1)
    _strokes(sheet, (5, 6.9, 5, 4.1))
    sheet.setFillColor(PAPER)
    sheet.circle(5, 2.2, 0.85, stroke=0, fill=1)


def _unknown(sheet: Sheet) -> None:
    _path(sheet, (5, 10.6), (10.6, 5), (5, -0.6), (-0.6, 5), fill=1)
    sheet.setFillColor(PAPER)
    sheet.setFont(fonts.BOLD, 7.4)
    sheet.drawCentredString(5, 2.4, "?")


def _awaiting(sheet: Sheet) -> None:
    sheet.circle(5, 5, 4.4, stroke=1, fill=0)
    ink = VERDICT[Verdict.AWAITING]
    _strokes(sheet, (3.4, 3.2, 6.2, 6.9), ink=ink, width=1.5)
    _strokes(sheet, (2.7, 2.6, 3.4, 3.2), ink=ink, width=0.9)


def _notchecked(sheet: Sheet) -> None:
    sheet.setDash(1.5, 1.6)
    sheet.circle(5, 5, 4.4, stroke=1, fill=0)
    sheet.setDash()


def _informational(sheet: Sheet) -> None:
    sheet.roundRect(0.3, 0.3, 9.4, 9.4, 4.2, stroke=0, fill=1)
    _strokes(sheet, (5, 5.6, 5, 2.6))
    sheet.setFillColor(PAPER)
    sheet.circle(5, 7.5, 0.85, stroke=0, fill=1)


def _notapplicable(sheet: Sheet) -> None:
    _strokes(sheet, (1.6, 5, 8.4, 5), ink=VERDICT[Verdict.NOTAPPLICABLE], width=2)


def _notselected(sheet: Sheet) -> None:
    _strokes(sheet, (1.6, 3.7, 8.4, 3.7), (1.6, 6.3, 8.4, 6.3), ink=VERDICT[Verdict.NOTSELECTED], width=1.2)


_SHAPES: dict[Verdict, Callable[[Sheet], None]] = {
    Verdict.PASS: _pass,
    Verdict.FAIL: _fail,
    Verdict.WAIVED: _waived,
    Verdict.ERROR: _error,
    Verdict.UNKNOWN: _unknown,
    Verdict.AWAITING: _awaiting,
    Verdict.NOTCHECKED: _notchecked,
    Verdict.INFORMATIONAL: _informational,
    Verdict.NOTAPPLICABLE: _notapplicable,
    Verdict.NOTSELECTED: _notselected,
}
