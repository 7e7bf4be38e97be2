"""XML documents that programs print: no DTD, no entities, no outside references, bounded size.

defusedxml refuses what makes XML dangerous; the limits keep a hostile document from costing more than its size.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

CAP = 2 << 20  # characters of one document; libvirt itself refuses more than 10 MiB
MARKS = 100_000  # elements and ends of elements; a guest with 250 disks has some 6,000
_DIGITS = 18  # of a number that is believed: 2**60 has 19, and no count of bytes on a host has more
_UNITS = {
    "": 1024,
    "b": 1,
    "bytes": 1,
    "kb": 1000,
    "k": 1024,
    "kib": 1024,
    "mb": 1000**2,
    "m": 1024**2,
    "mib": 1024**2,
    "gb": 1000**3,
    "g": 1024**3,
    "gib": 1024**3,
    "tb": 1000**4,
    "t": 1024**4,
    "tib": 1024**4,
    "pb": 1000**5,
    "p": 1024**5,
    "pib": 1024**5,
    "eb": 1000**6,
    "e": 1024**6,
    "eib": 1024**6,
}

__all__ = ["Element", "document", "first", "flag", "kib", "number", "text_of", "within"]


def document(text: str, root: str) -> Element:
    """The root element, which must be called ``root``; ValueError with a sentence for anything else."""
    if len(text) > CAP:
        raise ValueError(f"the {root} document is longer than {CAP} characters")
    if text.count("<") > MARKS:
        raise ValueError(f"the {root} document has more than {MARKS} tags")
    try:
        found = fromstring(text, forbid_dtd=True)
    except DefusedXmlException:
        raise ValueError(f"the {root} document holds a DTD, an entity or an outside reference") from None
    except ParseError as error:
        raise ValueError(f"the {root} document isn't well-formed XML: {error}") from None
    if found.tag != root:
        raise ValueError(f"expected a {root} document, found {str(found.tag)[:40]!r}")
    return found


def first(parent: Element | None, path: str) -> Element | None:
    """The first element at a path of plain names, None where there is none."""
    return None if parent is None else parent.find(path)


def within(parent: Element | None, path: str) -> Iterator[Element]:
    """All elements at a path of plain names."""
    return iter(()) if parent is None else iter(parent.findall(path))


def text_of(parent: Element | None, path: str) -> str | None:
    """The text of the first element at ``path``, stripped; None where there is none."""
    found = first(parent, path)
    return None if found is None else (found.text or "").strip()


def flag(element: Element | None, name: str, *, default: bool = False) -> bool:
    """Whether an attribute says yes, on, true or 1."""
    value = None if element is None else element.get(name)
    return default if value is None else value.strip().lower() in {"yes", "on", "true", "1"}


def number(text: str | None) -> int | None:
    """A whole number in decimal digits, with a sign; None for anything else, and for numbers beyond belief."""
    stripped = (text or "").strip()
    digits = stripped.removeprefix("-")
    if not digits.isascii() or not digits.isdigit() or len(digits) > _DIGITS:
        return None
    return int(stripped)


def kib(element: Element | None) -> int | None:
    """A size with the attribute ``unit`` (KiB where it is missing, as in libvirt), rounded up to KiB."""
    amount = number(element.text) if element is not None else None
    factor = _UNITS.get((element.get("unit") or "").strip().lower()) if element is not None else None
    if amount is None or factor is None or amount < 0:
        return None
    return -(-amount * factor // 1024)
