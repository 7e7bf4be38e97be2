"""The lines of an audit's history that somebody wants to see: by item, machine, person, kind and day. Pure."""

from collections.abc import Iterable
from datetime import date

from app.overrides import local_today
from app.people import same_person
from app.record import HistoryLine

# What people call the kinds of entry; each kind of entry belongs to exactly one.
KINDS = {
    "set-up": ("created", "info", "targets"),
    "run": ("run-started", "target", "site", "run-finished"),
    "answer": ("override",),
    "review": ("review",),
    "file": ("attachment",),
    "signing": ("state", "revision"),
}


def selected(
    lines: Iterable[HistoryLine],
    *,
    item: str = "",
    target: str = "",
    who: str = "",
    kind: str = "",
    first: date | None = None,
    last: date | None = None,
) -> tuple[HistoryLine, ...]:
    """The lines to which all of this applies; what is left empty applies to every line.

    ``kind`` is a key of KINDS, days are those of the operator's calendar, both ends included.
    """
    return tuple(
        line
        for line in lines
        if (not item or any(item == about for about, _ in line.places))
        and (not target or any(target == on for _, on in line.places))
        and (not who or same_person(line.who, who))
        and (not kind or line.kind in KINDS[kind])
        and (first is None or local_today(line.time) >= first)
        and (last is None or local_today(line.time) <= last)
    )
