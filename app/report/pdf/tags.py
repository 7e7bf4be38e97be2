"""The structure of the document for screen readers: which text is a heading, a cell or a figure, in reading order.

A page's content is one long artifact (rules, grounds, signs), interrupted by marked pieces that belong to an element
of the tree. The tree is written as ready bytes: a large report has tens of thousands of elements.
"""

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObject, PDFPage, PDFString


class Element:
    """A node of the tree; ``kids`` are elements, marked pieces (page, number) or names of link annotations."""

    __slots__ = ("alt", "attributes", "kids", "number", "parent", "role")

    def __init__(self, role: str, parent: "Element | None", alt: str = "", attributes: str = "") -> None:
        self.role, self.parent, self.alt, self.attributes = role, parent, alt, attributes
        self.kids: list[Element | tuple[int, int] | str] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)


class TaggedPage(PDFPage):  # type: ignore[misc] # reportlab has no types
    """A page that knows its place in the structure."""

    __NoDefault__ = (*PDFPage.__NoDefault__, "StructParents", "Tabs")


class Bytes(PDFObject):  # type: ignore[misc] # reportlab has no types
    """An object that is written as it is."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = data

    def format(self, _document: PDFDocument) -> bytes:
        """Give the bytes."""
        return self.data


class Tree:
    """Collects elements while pages are drawn, and writes them when all are."""

    def __init__(self) -> None:
        self.root = Element("Document", None)
        self.open = [self.root]
        self.pages: list[list[Element]] = [[]]  # for each page the elements of its marked pieces, by number
        self.links: list[Element] = []

    @property
    def top(self) -> Element:
        """The element that content belongs to now."""
        return self.open[-1]

    def mark(self) -> tuple[str, int]:
        """Give role and number for a piece of content on this page."""
        element = self.top if self.top is not self.root else Element("P", self.root)
        pieces = self.pages[-1]
        element.kids.append((len(self.pages), len(pieces)))
        pieces.append(element)
        return element.role, len(pieces) - 1

    def link(self, annotation: str, words: str, role: str = "Link") -> None:
        """Enter an annotation, a link or the field of a form, by its name in the document."""
        element = Element(role, self.top, alt=words)
        element.kids.append(annotation)
        self.links.append(element)

    def write(self, document: PDFDocument) -> None:
        """Enter the tree into the document; all pages must be there."""
        elements = list(_walk(self.root))
        root = Bytes()
        document.Reference(root, "structure")
        root_number = number_of(document, "structure")
        objects = []
        for index, element in enumerate(elements):
            made = Bytes()
            document.Reference(made, f"element{index}")
            element.number = number_of(document, f"element{index}")
            objects.append(made)
        pages = [0, *(number_of(document, f"Page{page}") for page in range(1, len(self.pages)))]
        for element, made in zip(elements, objects, strict=True):
            made.data = _element(element, root_number, pages, document)
        parents = Bytes(_parents(self.pages[:-1], self.links))
        document.Reference(parents, "parents")
        root.data = (
            f"<</Type/StructTreeRoot/K {self.root.number} 0 R/ParentTree {number_of(document, 'parents')} 0 R"
            f"/ParentTreeNextKey {len(self.pages) - 1 + len(self.links)}>>"
        ).encode()
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def link_key(self, order: int) -> int:
        """Give the key in the parent tree of a link by its order; pages take the keys before."""
        return len(self.pages) - 1 + order


def _walk(root: Element) -> Iterator[Element]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))


def number_of(document: PDFDocument, name: str) -> int:
    """Give an object's number by its name within the document."""
    number: int = document.idToObjectNumberAndVersion[name][0]
    return number


def _element(element: Element, root: int, pages: list[int], document: PDFDocument) -> bytes:
    parent = element.parent.number if element.parent else root
    own = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), 0)
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(f"{kid.number} 0 R")
        elif isinstance(kid, str):
            kids.append(f"<</Type/OBJR/Obj {number_of(document, kid)} 0 R>>")
        elif kid[0] == own:
            kids.append(str(kid[1]))
        else:
            kids.append(f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>")
    page = f"/Pg {pages[own]} 0 R" if own else ""
    content = f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
    head = f"<</S/{element.role}/P {parent} 0 R{page}{content}{element.attributes}".encode()
    alt = b"/Alt " + PDFString(element.alt).format(document) if element.alt else b""
    return head + alt + b">>"


def _parents(pages: list[list[Element]], links: list[Element]) -> bytes:
    rows = [f"{key}[{' '.join(f'{e.number} 0 R' for e in pieces)}]" for key, pieces in enumerate(pages)]
    rows += [f"{len(pages) + key} {element.number} 0 R" for key, element in enumerate(links)]
    return f"<</Nums[{' '.join(rows)}]>>".encode()
