"""Which addenda an addendum builds on."""

from collections.abc import Mapping

from app.model import Addendum


def ancestors(addendum: Addendum, by_id: Mapping[str, Addendum]) -> set[str]:
    """The ids of all addenda that this one extends, directly or not."""
    found: set[str] = set()
    waiting = list(addendum.extends)
    while waiting:
        name = waiting.pop()
        if name not in found and name in by_id:
            found.add(name)
            waiting.extend(by_id[name].extends)
    return found
