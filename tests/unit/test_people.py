"""Whether two names are those of one person, and what is a name at all."""

import pytest

from app.people import is_name, same_person


@pytest.mark.parametrize(
    "typed",
    [
        "a. EXAMPLE",
        " A.  Example ",
        "A Example",
        "A.Example",
        "\uff21\uff0e Example",
        "A. Exam\u00adple",
        "A. Exam\u200bple",
        "A. Example\ufe0f",
        "A. Exam\u034fple",
        "A. Example\u3164",
        "A. Example\u2800",
        "A. Example\U000e0100",
        "A. E\x00xample",
    ],
)
def test_one_person_by_another_spelling(typed: str) -> None:
    assert same_person("A. Example", typed)
    assert is_name(typed)


@pytest.mark.parametrize("other", ["B. Example", "A. Examples", "A. Exämple", "A. Example 2", ""])
def test_another_person(other: str) -> None:
    assert not same_person("A. Example", other)


def test_a_mark_is_part_of_its_letter_however_it_is_typed() -> None:
    assert same_person("Zo\u00eb", "Zoe\u0308")
    assert not same_person("Zo\u00eb", "Zoe")
    assert is_name("\u0938\u094d\u0928\u0947\u0939")


@pytest.mark.parametrize("typed", ["", "  ", "\u200b", "\u3164", "\u2800\ufe0f", "...", "\u0308"])
def test_no_name(typed: str) -> None:
    assert not is_name(typed)
