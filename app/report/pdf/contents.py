"""The table of contents: parts, chapters with their result as a strip, and sections."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from app.language import tr
from app.report.document import Counts, Report
from app.report.pdf import charts, fonts
from app.report.pdf.blocks import Gap, Heading, Story
from app.report.pdf.look import H1, INK, LINE, MUTED, SOFT, Style
from app.report.pdf.places import chapter_place, section_place
from app.report.pdf.setting import shorten
from app.report.pdf.sheet import Holder, Sheet

_PART = Style(fonts.BOLD, 8.5, 15.2, INK)
_SECTION = Style(fonts.SANS, 7.6, 11.3, SOFT)
_PAGE = 26.0


def contents(report: Report) -> Story:
    """List what follows."""
    story: Story = [Heading(tr("Contents"), H1, "contents", level=0, running=tr("Contents"), after=7)]
    holder: Holder = []
    for line in _lines(report):
        if isinstance(line, Entry):
            line.holder = holder
        story.append(line)
    return story


def _lines(report: Report) -> Iterator[Flowable]:
    yield Entry("", tr("Management summary"), "summary", _PART)
    yield Entry("", tr("Scope and method"), "method", _PART)
    yield Gap(4)
    for chapter in report.chapters:
        if not (chapter.sections or chapter.left_out):
            continue
        yield Entry(chapter.id, chapter.title, chapter_place(chapter.id), _PART, chapter.counts)
        for section in chapter.sections:
            yield Entry(section.id, section.title, section_place(section.id), _SECTION)
        yield Gap(3)
    yield Entry("", tr("Sign-offs"), "signoffs", _PART)
    yield Entry("", tr("Waivers"), "waivers", _PART)
    yield Entry("", tr("Signatures"), "signatures", _PART)
    yield Entry("", tr("Not checked, and why"), "gaps", _PART)
    if report.changes:
        yield Entry("", tr("Changes since an earlier audit"), "changes", _PART)
    yield Entry("", tr("Appendix: evidence"), "evidence", _PART)
    if report.history:
        yield Entry("", tr("Appendix: record of the audit"), "history", _PART)
    yield Entry("", tr("Glossary"), "glossary", _PART)


class Entry(Flowable):  # type: ignore[misc] # reportlab has no types
    """One line: number, title, leader, page."""

    def __init__(self, number: str, title: str, place: str, style: Style, counts: Counts = ()) -> None:
        super().__init__()
        self.number, self.title, self.place, self.style, self.counts = number, title, place, style, counts
        self.holder: Holder = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Give the size that it needs in that width."""
        self.width, self.height = width, self.style.leading
        return width, self.height

    def draw(self) -> None:
        """Draw the line, and the strip of a chapter before its page."""
        with self.canv.element("TOC", self.holder), self.canv.element("TOCI"):
            self._draw()

    def _draw(self) -> None:
        sheet: Sheet = self.canv
        y = 4.0
        sheet.draw_lines([shorten(self.number, self.style.but(ink=MUTED), 44)], 0, y, self.style.leading)
        left = 48.0 if self.number else 0.0
        strip = 96.0 if self.counts else 0.0
        title = shorten(self.title, self.style, self.width - left - strip - _PAGE - 20)
        sheet.draw_lines([title], left, y, self.style.leading)
        end = left + (title[-1].x + title[-1].width if title else 0) + 6
        stop = self.width - _PAGE - (strip + 8 if strip else 0)
        sheet.setStrokeColor(LINE)
        sheet.setLineWidth(0.6)
        sheet.setLineCap(1)
        sheet.setDash(0.1, 3.2)
        if stop > end:
            sheet.line(end, y + 1, stop, y + 1)
        sheet.setDash()
        sheet.setLineCap(0)
        if strip:
            charts.strip(sheet, self.counts, self.width - _PAGE - strip, y + 0.2, width=strip)
        sheet.page_of(self.place, self.width, y, self.style, right=True)
        sheet.link(self.place, (0, 0, self.width, self.height), self.title)
