"""The answers of a ledger: in full for whoever shows them, and as little of each as decides what an item counts as.

Opening an audit needs the latter alone; both are decoded when somebody first asks.
"""

import threading
from collections import deque
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.errors import StoreError
from app.language import tr
from app.model import Override, OverrideKind, Result
from app.store import codec, ledger
from app.store.ledger import Entry
from app.store.payload import Answered, Payload, Reviewed

KINDS = frozenset({"override", "review"})
Place = tuple[str, str | None]  # item and target; None: site-wide

_KIND = {one.value: one for one in OverrideKind}
_RESULT = {one.value: one for one in Result}


@dataclass(slots=True)
class Effect:
    """What an answer does to its item; see app.overrides.effective()."""

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
        self._answered: dict[str, Answered] = {}
        self._effects: dict[str, Effect] = {}
        self._newest: dict[Place, Effect] = {}

    def apply(self, entry: Entry, said: Payload | None = None) -> None:
        """Go on by this entry; ``said`` is what it says, where that was written just now and needn't be decoded."""
        self._full.append((entry, said))
        self._brief.append((entry, said))

    def overrides(self) -> dict[str, Override]:
        """Every answer by its id, oldest first, with its latest review; StoreError where an entry can't be read."""
        self._settle()
        return self._overrides

    def answered(self) -> dict[str, Answered]:
        """Every answer as its entry has it, by its id: with its basis and origin; StoreError as for overrides()."""
        self._settle()
        return self._answered

    def newest(self) -> dict[Place, Effect]:
        """What the last answer to each item on each target does; StoreError as for overrides()."""
        with self._settling:
            while self._brief:
                self._weigh(*self._brief[0])
                self._brief.popleft()  # only now, so that an entry that can't be read is refused each time
        return self._newest

    def _settle(self) -> None:
        with self._settling:
            while self._full:
                entry, known = self._full[0]
                said = known or ledger.decode(entry)
                if isinstance(said, Answered):
                    self._answer(entry, said)
                elif isinstance(said, Reviewed):
                    self._review(entry, said)
                self._full.popleft()

    def _weigh(self, entry: Entry, known: Payload | None) -> None:
        name = str(entry.seq)
        if isinstance(known, Answered):
            self._effects[name] = self._newest[known.item, known.target] = Effect(known.kind, known.new, known.expires)
            return
        if entry.kind == "review":
            said: Any = known or ledger.decode(entry)
            for one in said.overrides:
                if one not in self._effects:
                    raise _missing(entry, one)
                self._effects[one].review = said.verdict
            return
        try:
            found = codec.loads(entry.payload)
            day = found["expires"]
            ends = None if day is None else date.fromisoformat(day)
            effect = Effect(_KIND[found["kind"]], _RESULT[found["new"]], ends)
            place = found["item"], found["target"]
            self._effects[name] = self._newest[place] = effect
        except (StoreError, KeyError, TypeError, ValueError):  # an older entry, or one that is no answer
            said = ledger.decode(entry)
            self._effects[name] = self._newest[said.item, said.target] = Effect(said.kind, said.new, said.expires)

    def _answer(self, entry: Entry, said: Answered) -> None:
        name = str(entry.seq)
        self._answered[name] = said
        self._overrides[name] = Override(
            id=name,
            kind=said.kind,
            item=said.item,
            target=said.target,
            old=said.old,
            new=said.new,
            by=said.by,
            role=said.role,
            time=codec.read_time(entry.time),
            remark=said.remark,
            expires=said.expires,
            attachments=said.attachments,
            origin=said.origin,
        )

    def _review(self, entry: Entry, said: Reviewed) -> None:
        for name in said.overrides:
            if name not in self._overrides:
                raise _missing(entry, name)
            self._overrides[name] = replace(
                self._overrides[name],
                review=said.verdict,
                review_by=said.by,
                review_time=codec.read_time(entry.time),
                review_remark=said.remark,
            )


def _missing(entry: Entry, name: str) -> StoreError:
    return StoreError(
        tr("{entry} reviews the answer {id}, which doesn't exist").format(entry=entry, id=codec.shown(name))
    )
