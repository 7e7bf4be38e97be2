"""Names of the places that links lead to; made from ids, so they stay the same from one report to the next."""

from urllib.parse import quote


def _name(kind: str, key: str) -> str:
    return f"{kind}.{quote(key.encode('utf-8', 'backslashreplace'), safe='')}"


def chapter_place(chapter: str) -> str:
    """Name the first page of a chapter."""
    return _name("chapter", chapter)


def section_place(section: str) -> str:
    """Name a section."""
    return _name("section", section)


def item_place(item: str) -> str:
    """Name an item's finding."""
    return _name("item", item)


def exhibit_place(number: str) -> str:
    """Name an exhibit in the appendix."""
    return _name("exhibit", number)


def host_place(host: str) -> str:
    """Name a machine's entry under scope and method."""
    return _name("machine", host)
