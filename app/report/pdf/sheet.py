"""The canvas of the report: links that always have an end, page numbers that are known only later, and tags.

Page numbers in the contents and "of 87" in the footer are small forms that a page refers to before they are drawn, so
one pass is enough.
"""

from collections.abc import Iterable
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from app.report.pdf import fonts
from app.report.pdf.look import Style
from app.report.pdf.setting import Line
from app.report.visible import one_line


class Sheet(Canvas):  # type: ignore[misc] # reportlab has no types
    """A canvas that draws set lines and resolves places at the end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initialFontName": fonts.SANS})
        self._places: dict[str, int] = {}  # name of a place -> its page
        self._asked: dict[tuple[str, Style, bool], str] = {}  # (place, style, right-aligned) -> form
        self._linked: set[str] = set()

    # --- text ---------------------------------------------------------------------------------------------------------

    def lines(self, lines: Iterable[Line], x: float, y: float, leading: float) -> None:
        """Draw lines downwards; y is the baseline of the first."""
        text = self.beginText()
        code = text._code  # noqa: SLF001 - textOut measures each run again, which took a third of all time
        face, size, ink = "", 0.0, None
        for line in lines:
            for run in line:
                code.append(f"1 0 0 1 {x + run.x:.2f} {y:.2f} Tm")
                if run.face != face or run.size != size:
                    text.setFont(run.face, run.size)
                    face, size = run.face, run.size
                if run.ink is not ink:
                    text.setFillColor(run.ink)
                    ink = run.ink
                code.append(text._formatText(run.text))  # noqa: SLF001 - see above
            y -= leading
        self.drawText(text)

    def links(self, lines: Iterable[Line], x: float, y: float, leading: float) -> None:
        """Make the runs with a link lead to their places."""
        for line in lines:
            for run in line:
                if run.link:
                    box = (x + run.x, y - 0.25 * run.size, run.width, run.size * 1.1)
                    self.link(run.link, box, run.text)
            y -= leading

    def plain(self, text: str, x: float, y: float, style: Style, *, ink: Color | None = None) -> float:
        """Draw a text of our own (covered by its font), and give its width."""
        self.setFont(style.face, style.size)
        self.setFillColor(ink if ink is not None else style.ink)
        self.drawString(x, y, text)
        return fonts.width(style.face, text) * style.size

    # --- places -------------------------------------------------------------------------------------------------------

    def place(self, name: str, y: float) -> None:
        """Name a height on this page that links lead to; the first of a name counts."""
        if name not in self._places:
            self._places[name] = self.getPageNumber()
            self.bookmarkHorizontal(name, 0, y)

    def link(self, place: str, box: tuple[float, float, float, float], words: str) -> None:
        """Make a rectangle (x, y, width, height) lead to a place."""
        x, y, width, height = box
        self._linked.add(place)
        self.linkRect(one_line(words), place, (x, y, x + width, y + height), relative=1, Border="[0 0 0]")

    def page_of(self, place: str, x: float, y: float, style: Style, *, right: bool) -> None:
        """Draw, once it is known, the number of the page that a place is on; right-aligned at x or from x on."""
        form = self._asked.setdefault((place, style, right), f"pageno{len(self._asked)}")
        self.saveState()
        self.translate(x, y)
        self.doForm(form)
        self.restoreState()

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page, and remember it as one that links can lead to."""
        self._page = self._doc.thisPageRef()
        super().showPage()

    def save(self) -> None:
        """Draw what waited for the last page, then write the document."""
        self._resolve()
        super().save()

    def _resolve(self) -> None:
        last = self.getPageNumber() - 1
        for place in sorted(self._linked - self._places.keys()):  # of a part that could not be laid out
            self._places[place] = last
            end = self._bookmarkReference(place)
            end.fit()
            end.setPage(self._page)
        for (place, style, right), form in self._asked.items():
            number = str(last if place == LAST_PAGE else self._places.get(place, last))
            self.beginForm(form, -60, -4, 60, 14)
            self.setFont(style.face, style.size)
            self.setFillColor(style.ink)
            (self.drawRightString if right else self.drawString)(0, 0, number)
            self.endForm()


LAST_PAGE = "last page"
