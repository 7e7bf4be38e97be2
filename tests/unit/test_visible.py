"""What would act, hide or reorder is shown as an escape, and names of every script stay as they are."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.report.visible import one_line, token, visible

ANY = st.text(st.characters(codec=None))  # half surrogates too


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),  # a terminal would turn red
        ("line\r", "line\\x0d"),
        ("\x9b2J", "\\x9b2J"),
        ("\u202egnp.exe", "\\u202egnp.exe"),  # reads backwards
        ("a\u200bb", "a\\u200bb"),
        ("a\u00adb", "a\\xadb"),
        ("a\u2028b", "a\\u2028b"),
        ("a\u2003b", "a\\u2003b"),  # a space of another width: two names that look alike
        ("\ue000", "\\ue000"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud83d", "\\ud83d"),
        ("\udcff", "\\xff"),  # a byte that is no UTF-8, kept by "surrogateescape"
        ("o" + "\u0301" * 5, "o" + "\u0301" * 3 + "\\u0301" * 2),  # overprints the lines above
    ],
)
def test_it_is_an_escape(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text", ["tab\tand\nline", "a\u00a0b", "東\u3000京", "Nguyễn", "e\u0301", "ปี่", "हिन्दी", "Привет", "שלום", "😀"]
)
def test_it_stays(text):
    assert visible(text) == text


@given(ANY)
def test_nothing_that_acts_is_left(text):
    shown = visible(text)
    assert not {unicodedata.category(one) for one in shown if one not in "\n\t"} & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    assert visible(shown) == shown
    assert one_line(text).count("\n") == 0


def test_on_one_line_breaks_and_tabs_are_spaces():
    assert one_line(" a\nb\tc\x1b\n") == "a b c\\x1b"


@given(ANY, ANY)
def test_two_texts_never_have_one_name(one, other):
    assert re.fullmatch(r"[A-Za-z0-9._-]*", token(one))
    assert (token(one) == token(other)) is (one == other)
