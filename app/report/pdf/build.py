"""From the plain report to the bytes of a PDF: the parts in order, headers and footers, and parts that fail."""

import io
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.platypus import (
    ActionFlowable,
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from app.language import tr
from app.report.document import Report
from app.report.pdf import fonts
from app.report.pdf.appendix import appendix, glossary, history
from app.report.pdf.blocks import Heading, Note, Story
from app.report.pdf.contents import contents
from app.report.pdf.cover import CoverPage
from app.report.pdf.findings import chapter_story
from app.report.pdf.look import (
    ACCENT,
    BOTTOM,
    H1,
    LEFT,
    LINE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    TEXT,
    TINY,
    TOP,
    VERDICT,
    WIDTH,
)
from app.report.pdf.metadata import PRODUCER, language_tag, packet, subject
from app.report.pdf.method import method
from app.report.pdf.setting import shorten
from app.report.pdf.sheet import Sheet, page_number
from app.report.pdf.signatures import signatures, signoffs, waivers
from app.report.pdf.since import since
from app.report.pdf.summary import summary
from app.report.pdf.unsettled import gaps
from app.report.provenance import Provenance, attached
from app.report.verdict import Verdict
from app.report.visible import one_line

_LOG = logging.getLogger(__name__)

# Nothing in a text may make reportlab open a file or an address; the report draws no markup at all, and if a later
# change did, these would still be empty. Five-character encoding of streams only makes files larger.
rl_config.trustedHosts = []
rl_config.trustedSchemes = []
rl_config.useA85 = 0

Part = tuple[str, Callable[[], Story]]


def render(report: Report, stamp: datetime, about: Provenance) -> bytes:
    """Build the PDF; a part that can't be laid out is replaced by a page that says so, and the rest stands.

    ``about`` is what it says of itself.
    """
    fonts.register()
    failed: dict[str, str] = {}
    parts = _parts(report)
    while True:
        document = _Document(report, stamp)
        try:
            pdf = document.make(parts, failed)
            return attached(pdf, about, *document.canv.numbers())
        except Exception as error:
            # A boundary on purpose: whatever breaks one part must not cost the people their report.
            if document.part in failed or not document.part:
                raise
            _LOG.error("The report's part %r can't be laid out: %s", document.part, type(error).__name__)
            _LOG.debug("Where it failed", exc_info=True)
            failed[document.part] = type(error).__name__


def _parts(report: Report) -> list[Part]:
    """Name every part, in the order of the pages."""
    parts: list[Part] = [
        (tr("Contents"), lambda: contents(report)),
        (tr("Management summary"), lambda: [PageBreak(), *summary(report.overview)]),
        (tr("Scope and method"), lambda: [PageBreak(), *method(report)]),
    ]
    parts += [
        (tr("Chapter {n}").format(n=chapter.id), partial(chapter_story, chapter))
        for chapter in report.chapters
        if chapter.sections or chapter.left_out
    ]
    parts += [
        (tr("Sign-offs"), lambda: signoffs(report.signoffs)),
        (tr("Waivers"), lambda: waivers(report.waivers)),
        (tr("Signatures"), lambda: signatures(report.cover)),
        (tr("Not checked, and why"), lambda: gaps(report)),
        *([(tr("Changes"), partial(since, report.changes))] if report.changes else []),
        (tr("Appendix: evidence"), lambda: appendix(report)),
        *([(tr("Record"), lambda: history(report.history))] if report.history else []),
        (tr("Glossary"), lambda: glossary(report.glossary)),
    ]
    return parts


def _placeholder(name: str, fault: str) -> Story:
    return [
        PageBreak(),
        Heading(name, H1, f"failed.{name}", level=0, running=name, after=8),
        Note(
            tr(
                "This part of the report could not be laid out ({fault}). Nothing of it is lost: it stands in the "
                "audit file and in the JSON. Please report this fault."
            ).format(fault=fault),
            TEXT,
            edge=VERDICT[Verdict.ERROR],
        ),
    ]


class _Mark(ActionFlowable):  # type: ignore[misc] # reportlab has no types
    """Tells the document which part is being laid out."""

    def __init__(self, document: "_Document", name: str) -> None:
        super().__init__()
        self.document, self.name = document, name

    def apply(self, _doc: Any) -> None:
        self.document.part = self.name


class _Document(BaseDocTemplate):  # type: ignore[misc] # reportlab has no types
    """Page templates and running heads."""

    def __init__(self, report: Report, stamp: datetime) -> None:
        self.report, self.stamp = report, stamp
        self.part = ""
        self.heads: list[str] = []  # the parts that this page shows, in order
        self.fresh = True  # nothing stands on this page yet
        self.stream = io.BytesIO()
        cover = report.cover
        super().__init__(
            self.stream,
            pagesize=A4,
            title=one_line(cover.title),
            author=one_line(cover.auditor),
            subject=subject(cover),
            creator=one_line(cover.program),
            producer=PRODUCER,
            keywords=tr("security audit, virtual machines, hardening"),
            lang=language_tag(),
            invariant=1,
            initialFontName=fonts.SANS,
            allowSplitting=1,
        )
        body = Frame(LEFT, BOTTOM, WIDTH, PAGE_HEIGHT - TOP - BOTTOM, 0, 0, 0, 0, id="body")
        front = Frame(LEFT, BOTTOM, WIDTH, PAGE_HEIGHT - TOP - BOTTOM, 0, 0, 0, 0, id="front")
        self.addPageTemplates([PageTemplate("front", [front]), PageTemplate("body", [body], onPageEnd=self._furniture)])

    def make(self, parts: Sequence[Part], failed: dict[str, str]) -> bytes:
        """Lay all parts out."""
        story: Story = [CoverPage(self.report.cover), NextPageTemplate("body"), PageBreak()]
        for name, part in parts:
            self.part = name
            story.append(_Mark(self, name))
            story += _placeholder(name, failed[name]) if name in failed else part()
        self.part = tr("Cover")
        self.build(story, canvasmaker=Sheet)
        return self.stream.getvalue()

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Follow the headings for the running head."""
        if isinstance(flowable, Heading) and flowable.running:
            if self.fresh:
                self.heads.clear()
            self.heads.append(flowable.running)
        self.fresh = self.fresh and isinstance(flowable, ActionFlowable | PageBreak | CondPageBreak)

    def beforeDocument(self) -> None:  # noqa: N802 - reportlab's name
        """Set what the catalogue says of the document."""
        sheet = self.canv
        sheet.setViewerPreference("DisplayDocTitle", "true")
        sheet.showOutline()
        stamp = sheet._doc._timeStamp  # noqa: SLF001 - the one way to a date that is the audit's and not today's
        moment = self.stamp.astimezone(UTC)
        stamp.t = moment.timestamp()
        stamp.lt = moment.timetuple()
        stamp.YMDhms = tuple(moment.timetuple())[:6]
        sheet._doc.Catalog.Metadata = packet(self.report.cover, moment)  # noqa: SLF001 - reportlab has no way in

    def _furniture(self, sheet: Sheet, _doc: Any) -> None:
        """Draw the head and the foot of a page, which no screen reader repeats."""
        with sheet.artifact():
            self._draw_furniture(sheet)

    def _draw_furniture(self, sheet: Sheet) -> None:
        cover = self.report.cover
        top = PAGE_HEIGHT - 40
        right = PAGE_WIDTH - RIGHT
        head = TINY.but(size=6.8)
        running = self.heads[0] if self.heads else ""
        self.heads = self.heads[-1:]
        self.fresh = True
        name = shorten(running, head.but(face=fonts.BOLD, ink=ACCENT), WIDTH * 0.42)
        wide = name[-1].x + name[-1].width if name else 0
        sheet.draw_lines([shorten(cover.title, head, WIDTH - wide - 24)], LEFT, top, 10)
        sheet.draw_lines([name], right - wide, top, 10)
        sheet.setStrokeColor(LINE)
        sheet.setLineWidth(0.5)
        sheet.line(LEFT, top - 7, right, top - 7)
        foot = 36.0
        sheet.line(LEFT, foot + 12, right, foot + 12)
        page_number(sheet, LEFT, foot, head)
        seal = tr("Seal {seal} …").format(seal=cover.seal[:16]) if cover.seal else tr("Not sealed")
        state = tr("Draft: the audit is not signed") if cover.draft else tr("The audit is signed")
        ending = f"{seal}   ·   {state}"
        line = shorten(ending, head, WIDTH - 120)  # beside the page's number
        sheet.draw_lines([line], right - (line[-1].x + line[-1].width), foot, 10)
