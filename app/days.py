"""A day as people type it: YYYY-MM-DD and nothing else, so that no one has to guess which number is the month."""

import re
from datetime import date

from app.errors import UsageError
from app.language import tr

_FORM = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


def read_day(text: str, where: str) -> date:
    """The day of that text; ``where`` begins the sentence of UsageError, such as "--expires 2026-02-29".

    Another form and a day that no calendar has are told apart: who wrote 29 February wrote the form all right.
    """
    form = _FORM.fullmatch(text.strip())
    if form is None:
        raise UsageError(tr("{where}: write the day as YYYY-MM-DD.").format(where=where))
    try:
        return date(*map(int, form.groups()))
    except ValueError:
        raise UsageError(tr("{where}: the calendar has no such day; choose another.").format(where=where)) from None
