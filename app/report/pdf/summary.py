"""The management summary: one page of score, charts and the risks to mend first."""

from reportlab.platypus import Flowable

from app import language
from app.language import tr
from app.report.document import Overview, Risk
from app.report.pdf import charts, fonts
from app.report.pdf.blocks import Heading, Story, Words
from app.report.pdf.look import (
    ACCENT,
    CELL,
    H1,
    INK,
    LABELS,
    LEAD,
    LINE,
    MUTED,
    SEVERITY,
    SMALL,
    SOFT,
    TINY,
    WIDTH,
    Style,
)
from app.report.pdf.places import chapter_place, item_place
from app.report.pdf.setting import Span, set_lines, shorten
from app.report.pdf.sheet import Sheet
from app.report.wording import counted, listed, severity_word

_SUB = Style(fonts.BOLD, 9, 12, ACCENT)
_MOST = 6  # risks on the page


def summary(overview: Overview) -> Story:
    """Lay the page out."""
    return [
        Heading(tr("Management summary"), H1, "summary", level=0, running=tr("Management summary"), after=6),
        Words(overview.headline, LEAD.but(ink=INK), after=8),
        Figures(overview),
    ]


class Figures(Flowable):  # type: ignore[misc] # reportlab has no types
    """Charts and risks, filling what is left of the page."""

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self.overview = overview

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width, self.height = width, height - 1
        return width, self.height

    def draw(self) -> None:
        """Draw from the top down; the number of risks follows from the room."""
        sheet: Sheet = self.canv
        view = self.overview
        top = self.height
        _title(sheet, tr("Results"), 0, top - 10)
        radius = 56.0
        charts.ring(sheet, view.counts, radius + 6, top - 84, radius=radius, score=view.score)
        y = charts.key(sheet, view.counts, 138, top - 30, width=164)
        below = self._notes(sheet, 326, top - 10)
        y = min(y, below, top - 150) - 12
        _title(sheet, tr("By chapter"), 0, y)
        places = [chapter_place(bar.key) if bar.counts or bar.note else "" for bar in view.chapters]
        y = charts.bars(sheet, view.chapters, 0, y - 17, width=WIDTH, label=150, links=places)
        y -= 6
        _title(sheet, tr("By severity"), 0, y)
        y = charts.bars(sheet, view.severities, 0, y - 17, width=WIDTH, label=150)
        self._risks(sheet, y - 8)

    def _notes(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw what limits the figures; give the y below."""
        view = self.overview
        _title(sheet, tr("To bear in mind"), x, y)
        y -= 17
        notes = list(view.notes)
        if view.score is not None and view.score_before_waivers not in (None, view.score):
            notes.insert(0, tr("Score before waivers: {n}.").format(n=view.score_before_waivers))
        if not notes and view.decided:
            notes = [tr("Nothing stands against reading the figures as they are.")]
        for note in notes or [tr("This report says nothing yet about any machine.")]:
            lines = set_lines([Span(note, TINY.but(ink=SOFT, size=7, leading=9.4))], WIDTH - x - 9)
            sheet.setFillColor(MUTED)
            sheet.circle(x + 1.6, y + 2.4, 1.3, stroke=0, fill=1)
            sheet.draw_lines(lines, x + 9, y, 9.4)
            y -= len(lines) * 9.4 + 3.4
        return y

    def _risks(self, sheet: Sheet, y: float) -> None:
        view = self.overview
        _title(sheet, tr("Mend these first"), 0, y)
        if view.risks and language.current() != language.ENGLISH:
            told = tr("What was found is kept in English.")
            with sheet.element("P"):
                sheet.plain(told, WIDTH - fonts.width(TINY.face, told) * TINY.size, y, TINY)
        y -= 6
        if not view.risks:
            words = (
                tr("Nothing that was decided fails.")
                if view.decided
                else tr("Nothing was decided, so nothing can be ranked.")
            )
            sheet.plain(words, 0, y - 12, CELL)
            return
        shown = 0
        for index, risk in enumerate(view.risks[:_MOST], start=1):
            left = _risk(sheet, index, risk, y)
            if left is None:
                break
            y = left
            shown = index
        more = len(view.risks) - shown
        if more:
            rest = counted(
                more,
                tr("1 further failing item: see the chapters."),
                tr("{n} further failing items: see the chapters."),
            )
            sheet.plain(rest, 22, max(y - 10, 0), TINY)


def _title(sheet: Sheet, text: str, x: float, y: float) -> None:
    with sheet.element("H2"):
        sheet.plain(text, x, y, _SUB)


def _risk(sheet: Sheet, index: int, risk: Risk, y: float) -> float | None:
    """Draw one risk below y if there is room; give the y below it."""
    title = shorten(risk.title, CELL.but(face=fonts.BOLD, size=8.2), WIDTH - 150)
    where = tr("Fails for the whole site.")
    if risk.hosts:
        where = tr("Fails on {hosts}.").format(hosts=listed(risk.hosts, 4))
    spans = [Span(f"{where} ", SMALL.but(ink=INK)), Span(f"{risk.found} {risk.why}", SMALL)]
    lines = set_lines(spans, WIDTH - 22)
    if len(lines) > 2:  # noqa: PLR2004 - two lines a risk; the finding has the whole
        dots = set_lines([Span(" …", SMALL)], 40)[0]
        lines = set_lines(spans, WIDTH - 22 - sum(run.width for run in dots))[:2]
        last = lines[1]
        end = last[-1].x + last[-1].width
        lines[1] = (
            *last,
            *(type(run)(end + run.x, run.width, run.text, run.face, run.size, run.ink, "") for run in dots),
        )
    tall = 15 + len(lines) * SMALL.leading + 5
    if y - tall < 12:  # noqa: PLR2004 - room for the line that counts the rest
        return None
    sheet.setStrokeColor(LINE)
    sheet.setLineWidth(0.4)
    sheet.line(0, y, WIDTH, y)
    base = y - 12
    with sheet.element("P"):
        sheet.plain(str(index), 4, base, Style(fonts.BOLD, 11, 12, ACCENT))
        sheet.draw_lines([title], 22, base, 10)
        ink = SEVERITY[risk.severity]
        word = severity_word(risk.severity)
        sheet.plain(word, WIDTH - 116, base, LABELS, ink=ink)
        item = shorten(risk.item, TINY.but(face=fonts.BOLD, ink=ACCENT, size=7), 34)
        sheet.draw_lines([item], WIDTH - 72, base, 10)
        sheet.plain(tr("page"), WIDTH - 34, base, TINY)
        sheet.page_of(item_place(risk.item), WIDTH, base, TINY.but(face=fonts.BOLD, ink=ACCENT), right=True)
        sheet.draw_lines(lines, 22, base - 11.5, SMALL.leading)
        sheet.link(item_place(risk.item), (0, y - tall, WIDTH, tall), f"{risk.item} {risk.title}")
    return y - tall
