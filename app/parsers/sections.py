"""Several files, guests or programs in one output, under heads that content can't forge.

A probe prints ``== name`` (or ``== name word word``) itself and puts ``|`` before every line of content
(``sed 's/^/|/'``), so a line that starts with ``== `` is always the probe's own.
"""

from dataclasses import dataclass

from app.parsers import Answer

HEAD = "== "
MARK = "|"


@dataclass(frozen=True, slots=True)
class Section:
    """One block: the words of its head, and its content lines without the mark."""

    head: str
    lines: tuple[str, ...]

    @property
    def words(self) -> list[str]:
        """The head's words."""
        return self.head.split()

    @property
    def text(self) -> str:
        """The content as one text."""
        return "\n".join(self.lines)


def sections(answer: Answer) -> list[Section]:
    """The blocks in their order; ValueError for a line that is neither a head nor marked content."""
    found: list[tuple[str, list[str]]] = []
    for line in answer.text.split("\n"):
        if line.startswith(HEAD):
            found.append((line[len(HEAD) :].strip(), []))
        elif line.startswith(MARK):
            if not found:
                raise ValueError("content stands before the first head")
            found[-1][1].append(line[len(MARK) :].removesuffix("\r"))
        elif line.strip():
            raise ValueError(f"a line is neither head nor content: {line[:60]!r}")
    return [Section(head, tuple(lines)) for head, lines in found]


def by_head(answer: Answer) -> dict[str, Section]:
    """The blocks by head; ValueError where a head comes twice or none is there."""
    found: dict[str, Section] = {}
    for section in sections(answer):
        if section.head in found:
            raise ValueError(f"the head {section.head[:60]!r} comes twice")
        found[section.head] = section
    if not found:
        raise ValueError("expected sections that begin with ==, found none")
    return found
