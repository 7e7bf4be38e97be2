"""Evidence in pages: nothing is lost, lines keep their numbers, and every find is on its page."""

from hypothesis import given
from hypothesis import strategies as st

from app.screen.evidencetext import LONGEST_ROW, PAGE_CHARACTERS, PAGE_LINES, PagedText

_PIECES = st.sampled_from(
    [
        "",
        "a",
        "listen 0.0.0.0",
        "x" * (LONGEST_ROW - 1),
        "x" * LONGEST_ROW,
        "y" * (LONGEST_ROW + 1),
        "é" * 3 * LONGEST_ROW,
    ]
)
_TEXTS = st.lists(_PIECES, max_size=12).map("\n".join)


def joined(paged: PagedText) -> str:
    """All pages put together again: a row with a number begins a line, one without goes on."""
    text = ""
    for number in range(paged.pages):
        page = paged.page(number)
        assert len(page.rows) <= PAGE_LINES
        assert all(len(row) <= LONGEST_ROW for row in page.rows)
        for row, line, offset in zip(page.rows, page.numbers, page.offsets, strict=True):
            if line > 1:
                text += "\n"
            assert len(text) == offset
            text += row
    return text


@given(_TEXTS)
def test_nothing_is_lost(text: str) -> None:
    paged = PagedText(text)
    assert joined(paged) == text.removesuffix("\n")
    numbers = [line for number in range(paged.pages) for line in paged.page(number).numbers if line]
    assert numbers == list(range(1, paged.lines + 1))


def test_a_long_output_has_pages_and_every_find_is_on_one() -> None:
    text = "\n".join(f"line {number}" for number in range(1, 10_001)) + "\nThe Needle\n"
    paged = PagedText(text)
    assert paged.pages == 10_001 // PAGE_LINES + 1
    assert paged.lines == 10_001
    assert paged.count("LINE 9") == text.count("line 9")
    place = paged.find("needle", 0)
    page = paged.page(paged.page_of(place))
    assert "The Needle" in page.rows
    assert page.numbers[page.rows.index("The Needle")] == 10_001
    assert paged.find("needle", place + 1) == place  # and round again
    assert paged.find("haystack", 0) == -1
    assert paged.count("") == 0


def test_one_line_of_many_megabytes_is_shown_in_parts() -> None:
    paged = PagedText("z" * (PAGE_CHARACTERS * 5))
    assert paged.lines == 1
    assert paged.pages == 5
    assert [line for number in range(paged.pages) for line in paged.page(number).numbers if line] == [1]
