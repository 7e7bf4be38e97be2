"""The canvas of the report: links that always have an end, page numbers that are known only later, and tags.

Page numbers in the contents and "of 87" in the footer are small forms that a page refers to before they are drawn, so
one pass is enough.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfdoc import LinkAnnotation, PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from app.language import tr
from app.report.pdf import fonts
from app.report.pdf.look import Style
from app.report.pdf.setting import Line
from app.report.pdf.tags import Bytes, Element, TaggedPage, Tree, number_of
from app.report.visible import one_line

LAST_PAGE = "last page"
SIGNATURE = "Signature"  # name of the field for a digital signature
_NAMES = "names"


@cache
def _filling(ink: Color) -> str:
    """Write the operator for a text's colour; a report has some twenty of them and asks a hundred thousand times."""
    return f"{ink.red:.4f} {ink.green:.4f} {ink.blue:.4f} rg"


Holder = list[Element]  # empty until its element is begun; shared by the parts of a block on several pages


class _Link(LinkAnnotation):  # type: ignore[misc] # reportlab has no types
    permitted = (*LinkAnnotation.permitted, "StructParent")


class Sheet(Canvas):  # type: ignore[misc] # reportlab has no types
    """A canvas that draws set lines, marks what they are, and resolves places at the end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initialFontName": fonts.SANS})
        self._places: dict[str, int] = {}  # name of a place -> its page
        self._asked: dict[tuple[str, Style, bool], str] = {}  # (place, style, right-aligned) -> form
        self._linked: set[str] = set()
        self._links: list[_Link | PDFDictionary] = []  # annotations, in the order in which the tree has them
        self._field = ""  # of a digital signature: its name
        self._tree = Tree()
        self._unmarked = 0  # inside of how many artifacts and figures; text there needs no mark of its own

    # --- structure ----------------------------------------------------------------------------------------------------

    @contextmanager
    def element(self, role: str, holder: Holder | None = None, *, attributes: str = "") -> Iterator[None]:
        """Make what is drawn an element; with a holder that has one already, that one goes on."""
        element = holder[0] if holder else Element(role, self._tree.top, attributes=attributes)
        if holder is not None and not holder:
            holder.append(element)
        self._tree.open.append(element)
        try:
            yield
        finally:
            self._tree.open.pop()

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Make what is drawn nothing to read aloud: heads and feet of pages, repeated heads of tables."""
        self._unmarked += 1
        try:
            yield
        finally:
            self._unmarked -= 1

    @contextmanager
    def figure(self, words: str) -> Iterator[None]:
        """Make what is drawn a figure that reads as those words."""
        if self._unmarked:
            yield
            return
        self._tree.open.append(Element("Figure", self._tree.top, alt=one_line(words)))
        with self._marked(), self.artifact():
            yield
        self._tree.open.pop()

    @contextmanager
    def _marked(self) -> Iterator[None]:
        """Mark what is drawn as a piece of the open element."""
        if self._unmarked:
            yield
            return
        role, number = self._tree.mark()
        self._code.append(f"EMC /{role} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC /Artifact BMC")

    # --- text ---------------------------------------------------------------------------------------------------------

    def draw_lines(self, lines: Sequence[Line], x: float, y: float, leading: float) -> None:
        """Draw lines downwards; y is the baseline of the first."""
        if not any(lines):
            return
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
                    code.append(_filling(run.ink))
                    ink = run.ink
                code.append(text._formatText(run.text))  # noqa: SLF001 - see above
            y -= leading
        with self._marked():
            self.drawText(text)

    def draw_links(self, lines: Iterable[Line], x: float, y: float, leading: float) -> None:
        """Make the runs with a link lead to their places."""
        for line in lines:
            for run in line:
                if run.link:
                    box = (x + run.x, y - 0.25 * run.size, run.width, run.size * 1.1)
                    self.link(run.link, box, run.text)
            y -= leading

    def plain(self, text: str, x: float, y: float, style: Style, *, ink: Color | None = None) -> float:
        """Draw a text of our own (covered by its font), and give its width."""
        with self._marked():
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
        name = f"link{len(self._links)}"
        shown = one_line(words)
        annotation = _Link(
            self._absRect((x, y, x + width, y + height), 1),
            shown,
            self._bookmarkReference(place),
            Border="[0 0 0]",
            F=4,
        )
        self._links.append(annotation)
        self._tree.link(self._doc.annotationName(name), shown)
        self._addAnnotation(annotation, name)

    def signature_field(self, box: tuple[float, float, float, float], words: str) -> None:
        """Make a rectangle (x, y, width, height) a field for a digital signature; a document has one."""
        x, y, width, height = box
        field = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Widget"),
                "FT": PDFName("Sig"),
                "T": PDFString(SIGNATURE),
                "TU": PDFString(words),
                "F": 4,  # it is printed too
                "Rect": PDFArray(self._absRect((x, y, x + width, y + height), 1)),
                "P": self._doc.thisPageRef(),
            }
        )
        self._field = "signature"
        self._links.append(field)
        self._tree.link(self._doc.annotationName(self._field), words, "Form")
        self._addAnnotation(field, self._field)

    def page_of(self, place: str, x: float, y: float, style: Style, *, right: bool) -> None:
        """Draw, once it is known, the number of the page that a place is on; right-aligned at x or from x on."""
        form = self._asked.setdefault((place, style, right), f"pageno{len(self._asked)}")
        with self._marked():
            self.saveState()
            self.translate(x, y)
            self.doForm(form)
            self.restoreState()

    # --- pages --------------------------------------------------------------------------------------------------------

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """End the page, and remember it as one that links can lead to."""
        self._page = self._doc.thisPageRef()
        self._code.insert(0, "/Artifact BMC")
        self._code.append("EMC")
        super().showPage()
        page = self._doc.idToObject[self._page.name]
        page.__class__ = TaggedPage
        page.StructParents = len(self._tree.pages) - 1
        page.Tabs = "/S"
        self._tree.pages.append([])

    def save(self) -> None:
        """Draw what waited for the last page, write the structure, then the document."""
        self._resolve()
        for order, annotation in enumerate(self._links):
            entries = annotation.otherkw if isinstance(annotation, _Link) else annotation.dict
            entries["StructParent"] = self._tree.link_key(order)
        if self._field:
            fields = PDFArray([self._doc.refAnnotation(self._field)])
            self._doc.Catalog.AcroForm = PDFDictionary({"Fields": fields, "SigFlags": 3})  # save by appending
        self._tree.write(self._doc)
        self._doc.Catalog.Names = self._doc.Reference(Bytes(b"<<>>"), _NAMES)  # an attached file is entered later
        super().save()

    def numbers(self) -> tuple[int, list[int]]:
        """Give the numbers of the catalogue's names and of each page's content, once the document is written."""
        pages = self._doc.Pages.pages
        return number_of(self._doc, _NAMES), [number_of(self._doc, page.Contents.__InternalName__) for page in pages]

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


def page_number(sheet: Sheet, x: float, y: float, style: Style) -> None:
    """Draw "Page 3 of 87" from x on; the last number is drawn once it is known."""
    before, _, after = tr("Page {n} of {last}").format(n=sheet.getPageNumber(), last="\0").partition("\0")
    x += sheet.plain(before, x, y, style)
    sheet.page_of(LAST_PAGE, x, y, style, right=False)
    if after:
        sheet.plain(after, x + fonts.width(style.face, "000") * style.size, y, style)
