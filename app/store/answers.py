"""The answers of a ledger: in full for whoever shows them, and as little of each as decides what an item counts as.

Opening an audit needs the latter alone; both are decoded when somebody first asks.
"""

import threading
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from app.errors import StoreError
from app.language import tr
from app.model import Result
from app.overrides import Answer
from app.record import Override, OverrideKind
from app.store import codec, ledger
from app.store.ledger import Entry
from app.store.payload import Payload, Reviewed

KINDS = frozenset({"override", "review"})
Place = tuple[str, str | None]  # item and target; None: site-wide

_KIND = {one.value: one for one in OverrideKind}
_RESULT = {one.value: one for one in Result}


class Effect(NamedTuple):
    """What an answer does to its item; see app.overrides.effective()."""

    item: str
    target: str | None
    kind: OverrideKind
    new: Result
    expires: date | None
    review: str = ""


class Answers:
    """Takes entries of KINDS in their order; any thread may ask."""

    def __init__(self) -> None:
        self._settling = threading.Lock()
        self._full: deque[tuple[Entry, Payload | None]] = deque()  # entries still to be read, for each of the two
        self._brief: deque[tuple[Entry, Payload | None]] = deque()
        self._overrides: dict[str, Override] = {}
        self._answered: dict[str, Answer] = {}
        self._places: dict[Place, list[str]] = {}  # the ids of the answers there, oldest first
        self._turns: list[tuple[int, tuple[Place, ...]]] = []  # numbers of entries, and where each changed something
        self._effects: dict[str, Effect] = {}
        self._newest: dict[str | None, dict[str, Effect]] = {}

    def apply(self, entry: Entry, said: Payload | None = None) -> None:
        """Go on by this entry; ``said`` is what it says, where that was written just now and needn't be decoded."""
        self._full.append((entry, said))
        self._brief.append((entry, said))

    def overrides(self) -> dict[str, Override]:
        """Every answer by its id, oldest first, with its latest review; StoreError where an entry can't be read."""
        self._settle()
        return self._overrides

    def answered(self) -> dict[str, Answer]:
        """Every answer as its entry has it, by its id: with its basis and origin; StoreError as for overrides()."""
        self._settle()
        return self._answered

    def at(self, place: Place) -> tuple[Override, ...]:
        """The answers to an item on a target, oldest first; StoreError as for overrides()."""
        self._settle()
        return self._at(place)

    def at_each(self, places: Iterable[Place]) -> list[tuple[Override, ...]]:
        """at() of each place; thousands of answers are given or reviewed at once."""
        self._settle()
        return list(map(self._at, places))

    def _at(self, place: Place) -> tuple[Override, ...]:
        names = self._places.get(place)
        return tuple([self._overrides[name] for name in names]) if names else ()

    def since(self, number: int) -> list[Place]:
        """Where answers were given or reviewed by entries after that number, once; StoreError as for overrides()."""
        self._settle()
        first = bisect_right(self._turns, number, key=lambda turn: turn[0])
        return list(dict.fromkeys(place for _, places in self._turns[first:] for place in places))

    def newest(self) -> dict[str | None, dict[str, Effect]]:
        """What the last answer to each item does, by target and then by item; StoreError as for overrides()."""
        if self._brief:
            with self._settling:
                while self._brief:
                    self._weigh(*self._brief[0])
                    self._brief.popleft()  # only now, so that an entry that can't be read is refused each time
        return self._newest

    def _settle(self) -> None:
        if not self._full:  # an entry goes only once it was taken in
            return
        with self._settling:
            while self._full:
                entry, known = self._full[0]
                said = known or ledger.decode(entry)
                if isinstance(said, Answer):
                    self._answer(entry, said)
                elif isinstance(said, Reviewed):
                    self._review(entry, said)
                self._full.popleft()

    def _weigh(self, entry: Entry, known: Payload | None) -> None:
        if entry.kind != "review":
            effect = _brief(entry, known)
            self._effects[str(entry.seq)] = self._newest.setdefault(effect.target, {})[effect.item] = effect
            return
        said: Any = known or ledger.decode(entry)
        for name in said.overrides:
            if name not in self._effects:
                raise _missing(entry, name)
            before = self._effects[name]
            effect = Effect(before.item, before.target, before.kind, before.new, before.expires, said.verdict)
            self._effects[name] = effect
            if self._newest[effect.target][effect.item] is before:
                self._newest[effect.target][effect.item] = effect

    def _answer(self, entry: Entry, said: Answer) -> None:
        name, place = str(entry.seq), (said.item, said.target)
        self._answered[name] = said
        self._overrides[name] = _override(name, said, codec.read_time(entry.time))
        self._places.setdefault(place, []).append(name)
        self._turns.append((entry.seq, (place,)))

    def _review(self, entry: Entry, said: Reviewed) -> None:
        when = codec.read_time(entry.time)
        for name in said.overrides:
            if name not in self._overrides:
                raise _missing(entry, name)
            self._overrides[name] = _reviewed(self._overrides[name], said, when)
        given = [self._answered[name] for name in said.overrides]
        self._turns.append((entry.seq, tuple((one.item, one.target) for one in given)))


def _brief(entry: Entry, known: Payload | None) -> Effect:
    """What an answer does, read without the rest where that can be; StoreError as for overrides()."""
    if known is None:
        try:
            found = codec.loads(entry.payload)
            item, target, day = found["item"], found["target"], found["expires"]
            if isinstance(item, str) and isinstance(target, str | None):
                ends = None if day is None else date.fromisoformat(day)
                return Effect(item, target, _KIND[found["kind"]], _RESULT[found["new"]], ends)
        except (StoreError, KeyError, TypeError, ValueError):  # an older entry, or one that is no answer
            pass
    said: Any = known or ledger.decode(entry)
    return Effect(said.item, said.target, said.kind, said.new, said.expires)


def _override(name: str, said: Answer, time: datetime) -> Override:
    return Override(
        id=name,
        kind=said.kind,
        item=said.item,
        target=said.target,
        old=said.old,
        new=said.new,
        by=said.by,
        role=said.role,
        time=time,
        remark=said.remark,
        expires=said.expires,
        attachments=said.attachments,
        origin=said.origin,
    )


def _reviewed(one: Override, said: Reviewed, when: datetime) -> Override:
    """An answer with its latest review; thousands are reviewed at once, and dataclasses.replace() asks each field."""
    return Override(
        one.id, one.kind, one.item, one.target, one.old, one.new, one.by, one.role, one.time, one.remark, one.expires,
        one.attachments, said.verdict, said.by, when, said.remark, one.origin,
    )  # fmt: skip


def _missing(entry: Entry, name: str) -> StoreError:
    return StoreError(
        tr("{entry} reviews the answer {id}, which doesn't exist").format(entry=entry, id=codec.shown(name))
    )
