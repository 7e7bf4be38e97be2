"""Days as people type them."""

from datetime import date

import pytest

from app.days import read_day
from app.errors import UsageError


@pytest.mark.parametrize("text", ["2028-02-29", "2028-2-29", " 2028-02-29 "])
def test_a_day(text: str) -> None:
    assert read_day(text, "--expires") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text", ["", "soon", "29.02.2028", "2028-02", "20280229", "2028-W09-2", "2028-02-29x", "²028-02-29"]
)
def test_another_form(text: str) -> None:
    with pytest.raises(UsageError, match=r"^--expires x: write the day as YYYY-MM-DD\.$"):
        read_day(text, "--expires x")


@pytest.mark.parametrize("text", ["2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "0000-01-01", "2026-01-32"])
def test_no_such_day(text: str) -> None:
    with pytest.raises(UsageError, match=r"^--expires x: the calendar has no such day; choose another\.$"):
        read_day(text, "--expires x")
