"""Lists of libvirt objects with a document each: networks, filters, pools, secrets.

The probe writes ``== PLURAL UUID…`` first, so that one whose document is missing is noticed, ``== active UUID…`` where
objects can be off, and ``== KIND UUID`` before each document.
"""

import re

from app.parsers import Answer
from app.parsers.sections import by_head
from app.parsers.xmltext import Element, document

_UUID = re.compile(r"^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$")

Unreadable = list[dict[str, str]]


def documents(answer: Answer, kind: str, plural: str) -> tuple[list[tuple[str, Element]], set[str], Unreadable]:
    """Documents by UUID, the UUIDs that are active, and those whose document is missing or can't be read."""
    found = by_head(answer)
    listed = [section.words for section in found.values() if section.words]
    heads = {words[0]: words[1:] for words in listed if words[0] in {plural, "active"}}
    if plural not in heads:
        raise ValueError(f"the list of {plural} is not in the output")
    readable: list[tuple[str, Element]] = []
    unreadable: Unreadable = []
    for uuid in heads[plural]:
        if not _UUID.match(uuid):
            raise ValueError(f"expected a UUID, got {uuid[:60]!r}")
        section = found.get(f"{kind} {uuid}")
        if section is None:
            unreadable.append({"name": uuid, "reason": f"virsh could not show this {kind}"})
            continue
        try:
            readable.append((uuid, document(section.text, kind)))
        except ValueError as error:
            unreadable.append({"name": uuid, "reason": " ".join(str(error).split())[:200]})
    return readable, set(heads.get("active", [])), unreadable
