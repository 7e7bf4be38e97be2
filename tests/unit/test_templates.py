"""Templates of remarks: the user's own before ours, and nothing in them but four words is replaced."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UsageError
from app.templates import LARGEST, built_in, fill, templates

DAY = date(2026, 11, 23)


def filled(text: str, target: str | None = "hv1") -> str:
    return fill(text, item="4.1-a", target=target, name="A. Example", today=DAY)


def test_own_templates_come_first(tmp_path: Path) -> None:
    assert templates(tmp_path) == built_in()
    (tmp_path / "remarks.txt").write_text("# ours\n\n  Gesehen am {date} \r\nTwice\nTwice\n", encoding="utf-8-sig")
    assert templates(tmp_path) == ("Gesehen am {date}", "Twice", *built_in())


def test_words_are_replaced() -> None:
    assert filled("{item} on {target} by {name}, {date}") == "4.1-a on hv1 by A. Example, 2026-11-23"
    assert filled("{target}", None) == "the site"


@pytest.mark.parametrize("text", ["{", "}", "{}", "{other}", "{{", "{item", "%s {0} {item.__class__} ${date!r}"])
def test_nothing_else_is(text: str) -> None:
    assert filled(text) == text


@given(st.text(alphabet="{}adeitmn x"))
def test_no_template_fails(text: str) -> None:
    assert len(filled(text)) >= len(text) - text.count("{") * 6


def test_values_are_not_templates() -> None:
    assert fill("{name}", item="", target="", name="{date}", today=DAY) == "{date}"


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    path = tmp_path / "remarks.txt"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match=r"remarks\.txt: isn't written in UTF-8"):
        templates(tmp_path)
    path.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(UsageError, match="has more than 64 KiB"):
        templates(tmp_path)
    path.unlink()
    path.mkdir()
    assert templates(tmp_path) == built_in()
