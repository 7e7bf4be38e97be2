"""Evidence as text in pages that a screen can show at once, however long it is: 8 MiB, a million lines, one line. Pure.

The text is what ``presentation.readable`` made of the bytes; nothing is left out. A line that is too long for a
screen goes on in the next row, which has no number, so line numbers stay those of the output.
"""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

PAGE_LINES = 1500
PAGE_CHARACTERS = 96_000
LONGEST_ROW = 2000  # characters; text engines lay longer ones out slowly


@dataclass(frozen=True, slots=True)
class Page:
    """Rows to show, and for each the number of the line that begins there; 0: it goes on from the row above."""

    start: int  # offset of its first character in the whole text
    rows: tuple[str, ...]
    numbers: tuple[int, ...]
    offsets: tuple[int, ...]  # of each row in the whole text

    @property
    def text(self) -> str:
        """The rows as one text; row n is its line n."""
        return "\n".join(self.rows)


class PagedText:
    """A text with its pages; making one costs some ten milliseconds for 8 MiB."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []  # offset at which each page begins
        self._lines: list[int] = []  # number of the line there; negative: its line began on an earlier page
        self._cut()
        # Page by page: no other thread of Python has its turn while a text is made lower.
        lower = "".join(text[start:end].lower() for start, end in pairwise((*self._starts, len(text))))
        self._lower = lower if len(lower) == len(text) else text  # a few letters grow, and offsets would shift

    def _cut(self) -> None:
        place, line, rows, page = 0, 1, PAGE_LINES, -PAGE_CHARACTERS
        begins = True
        size = len(self.text)
        while place < size or not self._starts:
            if rows >= PAGE_LINES or place - page >= PAGE_CHARACTERS:
                self._starts.append(place)
                self._lines.append(line if begins else -line)
                rows, page = 0, place
            end = self.text.find("\n", place, place + LONGEST_ROW)
            rows += 1
            if end < 0 and place + LONGEST_ROW < size:
                place, begins = place + LONGEST_ROW, False
                if self.text[place] == "\n":  # the line ends with the row
                    place, begins, line = place + 1, True, line + 1
            else:
                place, begins, line = (size if end < 0 else end + 1), True, line + 1
        self.lines = max(1, line - (1 if begins else 0))

    @property
    def pages(self) -> int:
        """How many there are, at least one."""
        return len(self._starts)

    def page(self, number: int) -> Page:
        """The page of that number, from 0."""
        place = self._starts[number]
        last = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        line = self._lines[number]
        begins, line = line > 0, abs(line)
        rows: list[str] = []
        numbers: list[int] = []
        offsets: list[int] = []
        while place < last or not rows:
            end = self.text.find("\n", place, min(place + LONGEST_ROW, last))
            stop = end if end >= 0 else min(place + LONGEST_ROW, last)
            rows.append(self.text[place:stop])
            numbers.append(line if begins else 0)
            offsets.append(place)
            begins = end >= 0 or stop >= len(self.text) or self.text[stop] == "\n"
            place = stop + 1 if begins else stop
            line += begins
        return Page(self._starts[number], tuple(rows), tuple(numbers), tuple(offsets))

    def page_of(self, offset: int) -> int:
        """The number of the page on which that character stands."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def count(self, words: str) -> int:
        """How often that text stands in it, whatever the case of its letters."""
        return self._lower.count(words.lower()) if words else 0

    def find(self, words: str, start: int) -> int:
        """The offset of the next place where it stands, going round; -1 if there is none."""
        wanted = words.lower()
        if not wanted:
            return -1
        found = self._lower.find(wanted, start)
        return found if found >= 0 else self._lower.find(wanted)
