"""What an audit file knows: the side of it that every open audit has, whether it can be written or not."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.errors import StoreError
from app.language import tr
from app.model import RuleResult, Target, TargetState
from app.overrides import Answer
from app.record import AuditInfo, HistoryLine, Override, Signing
from app.store import codec, connection, history, ledger
from app.store.answers import Effect
from app.store.details import Details
from app.store.evidence import EvidenceView
from app.store.ledger import Entry
from app.store.payload import Looked, Payload, RunStarted, SiteJudged
from app.store.present import Present, Run
from app.store.reading import Reading
from app.store.results import read_results
from app.store.verdicts import Stored, Verdicts, from_store, word

Clock = Callable[[], datetime]
Part = tuple[str, Mapping[str, RuleResult]]  # results by item, and what is the same as long as they are

_MEASURES = frozenset({"target", "targets"})  # kinds of entry after which evidence() gives something else


class AuditReader:
    """The ledger of an open database and what it adds up to."""

    def __init__(self, path: Path, database: sqlite3.Connection, stack: ExitStack, reason: str, clock: Clock) -> None:
        self.path = path
        self.readonly_reason = reason  # a sentence for people; empty where the audit can be written
        self.held = False  # another program has the audit open for writing
        self._database = database
        self._stack = stack
        self._clock = clock
        self._guard = threading.RLock()
        self._reading = Reading(path, database, self._guard)
        self._details = Details(self._reading)
        self._present = Present()
        self._head: Entry | None = None  # the last entry that is known here
        self._tail: Entry | None = None  # the last one that was read or written, in whichever thread
        self._closed = False
        self._running = False
        self._decoded: dict[str, tuple[RuleResult, ...]] = {}
        self._by_target: dict[str, dict[str | None, dict[str, RuleResult]]] = {}
        self._verdicts: dict[tuple[str, str | None], Verdicts] = {}
        self._evidence: EvidenceView | None = None  # as of the newest entry in _MEASURES
        self._views: dict[str, EvidenceView] = {}

    @property
    def readonly(self) -> bool:
        """Whether nothing can be added; readonly_reason says why."""
        return bool(self.readonly_reason)

    @property
    def info(self) -> AuditInfo:
        """The head of the audit; state, start and end are those of the ledger."""
        return self._present.info

    @property
    def targets(self) -> tuple[Target, ...]:
        """What is audited."""
        return self._present.targets

    @property
    def seal(self) -> str:
        """SHA-256 of the last entry, in hex: it stands for the whole ledger and all evidence in it."""
        return self._last.sha256

    @property
    def entries(self) -> int:
        """The number of the last entry."""
        return self._last.seq

    @property
    def interrupted(self) -> bool:
        """Whether the last run was cut off: it has no end, and nobody is at it. Judging again ends none but itself."""
        runs = (self._present.run, self._present.look_run)
        return any(run is not None and run.finished is None for run in runs) and not self._running and not self.held

    @property
    def run(self) -> RunStarted | None:
        """What the newest run was started with, guideline and targets; None before the first."""
        return self._present.run.said if self._present.run else None

    def contents(self) -> tuple[str, ...]:
        """SHA-256 of the content that what stands was judged with, each once; usually one."""
        return self._present.contents()

    def left(self) -> tuple[str, ...]:
        """The targets of the audit that the newest run over machines, if it was cut off, came no more to look at."""
        run = self._present.look_run
        if run is None or run.finished is not None:
            return ()
        looks = {target.name: self._present.seen(target.name) for target in self.targets}
        return tuple(name for name, look in looks.items() if look is None or _to_look_at(name, *look, run))

    @property
    def revision(self) -> int:
        """1 until the audit is opened again after signing."""
        return len(self._present.predecessors) + 1

    @property
    def predecessor(self) -> str:
        """The seal under which the revision before this one was signed, or an empty text."""
        return self._present.predecessors[-1] if self._present.predecessors else ""

    @property
    def predecessors(self) -> tuple[str, ...]:
        """The seals under which the revisions before this one were signed, that of revision 1 first."""
        return tuple(self._present.predecessors)

    @property
    def newest(self) -> datetime:
        """When the last entry was made."""
        return codec.read_time(self._last.time)

    @property
    def signing(self) -> Signing | None:
        """Who signed this revision; None while it isn't signed."""
        return self._present.signing

    def states(self) -> tuple[TargetState, ...]:
        """The newest look at each target, in the order of targets; those not looked at yet are left out."""
        looks = (self._present.looked(target.name) for target in self.targets)
        return tuple(look[-1][1].state for look in looks if look)

    def overrides(self) -> tuple[Override, ...]:
        """Every answer, oldest first, with its latest review."""
        return tuple(self._present.answers.overrides().values())

    def answers_at(self, item: str, target: str | None) -> tuple[Override, ...]:
        """The answers to an item on a target, oldest first."""
        return self._present.answers.at((item, target))

    def answers_at_each(self, places: Iterable[tuple[str, str | None]]) -> list[tuple[Override, ...]]:
        """answers_at() of each place, in one go."""
        return self._present.answers.at_each(places)

    def override(self, name: str) -> Override | None:
        """The answer of that id, with its latest review; None if there is none."""
        return self._present.answers.overrides().get(name)

    def answered_since(self, number: int) -> list[tuple[str, str | None]]:
        """Items and targets to which answers were given or reviewed by entries after that number, each once."""
        return self._present.answers.since(number)

    def effects(self) -> Mapping[str | None, Mapping[str, Effect]]:
        """What the last answer to each item does, by target (None: the site) and item; needs no answer in full."""
        return self._present.answers.newest()

    def answered(self, override: str) -> Answer:
        """An answer as it was given, with basis and origin; StoreError if there is none of that id."""
        try:
            return self._present.answers.answered()[override]
        except KeyError as error:
            raise StoreError(tr("{path} has no answer {id!r}.").format(path=self.path, id=override)) from error

    def measured_before(self, override: str) -> RuleResult | None:
        """What had been measured of the answer's item when it was given; None: nothing.

        As in parts(), what several machines showed together counts more than what one showed alone.
        """
        said, number = self.answered(override), int(override)
        judged, looks = self._present.site(), self._present.looked(said.target or "")
        for source in (_before(judged, number), _before(looks, number)):
            found = self._sorted(source.results).get(said.target, {}).get(said.item) if source else None
            if found is not None:
                return found
        return None

    def looked_since(self, override: str, evidence: Iterable[str]) -> bool:
        """Whether a machine of these pieces of evidence was looked at after the answer was given."""
        number = int(override)
        targets = {one.rpartition("/")[0] for one in evidence}
        return any(look[0] > number for target in targets for look in self._present.looked(target)[-1:])

    def collected_before(self, override: str, evidence: Iterable[str]) -> dict[str, str]:
        """SHA-256 of the output of each of these pieces of evidence as it stood when the answer was given."""
        number, found = int(override), {}
        for one in evidence:
            look = _before(self._present.looked(one.rpartition("/")[0]), number)
            if look is not None:
                found.update(self._listed(look).digests([one]))
        return found

    def collected(self, evidence: Iterable[str]) -> dict[str, str]:
        """SHA-256 of the output of each of these pieces of evidence as it stands."""
        found: dict[str, str] = {}
        for one in evidence:
            looks = self._present.looked(one.rpartition("/")[0])
            if looks:
                found.update(self._listed(looks[-1][1]).digests([one]))
        return found

    def parts(self, target: str | None) -> tuple[Part, ...]:
        """What was measured last of one target, or of the site (None): what counts more comes last."""
        looks = self._present.looked(target) if target is not None else []
        judged = self._present.site()
        found = [(f"{look.results} {look.evidence}", look.results) for _, look in looks[-1:]]
        found += [(one.results, one.results) for _, one in judged[-1:]]
        return tuple((key, self._sorted(digest).get(target, {})) for key, digest in found)

    def alone(self, target: str) -> Mapping[str, RuleResult]:
        """What the newest look at a target gave by item, without what it and others show together."""
        looks = self._present.looked(target)[-1:]
        return {item: one for _, look in looks for item, one in self._sorted(look.results).get(target, {}).items()}

    def verdicts(self, target: str | None) -> tuple[tuple[str, Verdicts], ...]:
        """What parts() has of it, in a word for each item; needs no results where the entries have verdicts."""
        looks = self._present.looked(target) if target is not None else []
        found = [(f"{look.results} {look.evidence}", self._words(look, target)) for _, look in looks[-1:]]
        found += [(one.results, self._words(one, target)) for _, one in self._present.site()[-1:]]
        return tuple(found)

    def _words(self, said: Looked | SiteJudged, target: str | None) -> Verdicts:
        key = said.results, target
        if key not in self._verdicts:
            stored = said.verdicts_on(target)
            if stored is None:  # an entry from before there were verdicts
                results = self._sorted(said.results).get(target, {})
                self._verdicts[key] = {item: word(one) for item, one in results.items()}
            else:
                self._verdicts[key] = self._from_store(stored)
        return self._verdicts[key]

    def _from_store(self, stored: Stored) -> Verdicts:
        try:
            return from_store(stored)
        except StoreError as error:
            raise StoreError(f"{self.path}: {error}") from error

    def _listed(self, look: Looked) -> EvidenceView:
        """What one look gave; kept, since many answers were given to the same."""
        if look.evidence not in self._views:
            self._views[look.evidence] = EvidenceView({look.state.target.name: look.evidence}, self._reading)
        return self._views[look.evidence]

    def rules(self) -> Mapping[str, str]:
        """The digest of every item's text as of the newest run, as given to start_run(); empty if it wasn't."""
        run = self._present.run
        if run is None or not run.said.rules:
            return {}
        return self._reading.value(run.said.rules, partial(codec.from_json, dict[str, str]))

    def evidence(self) -> EvidenceView:
        """The evidence of each target's newest look by "target/probe", read from the file when asked for."""
        if self._evidence is None:
            looks = {target.name: self._present.looked(target.name) for target in self.targets}
            self._evidence = EvidenceView(
                {name: look[-1][1].evidence for name, look in looks.items() if look}, self._reading
            )
        return self._evidence

    def attachment(self, sha256: str) -> bytes:
        """The bytes of an attached file; StoreError where they are missing or altered."""
        return self.read(sha256)

    def history(self, item: str = "", target: str | None = None) -> tuple[HistoryLine, ...]:
        """Everything that happened, oldest first; of one item on one target, what was measured and answered there."""
        if item:
            return tuple(history.of_item(self._entries(), item, target, self._measured))
        return tuple(history.lines(self._entries()))

    def read(self, sha256: str) -> bytes:
        """Content by its hash, in any thread; StoreError where it is missing, altered, or the audit closed."""
        return self._reading.read(sha256)

    def refresh(self) -> bool:
        """Take in what another program has added since; whether there was anything."""
        with self._guard, connection.in_words(self.path, "read"):
            before = self._last.seq
            if ledger.head(self._database) != (before, self._last.sha256):
                self._go_on(ledger.after(self._database, self._last))
            return self._last.seq > before

    @property
    def _last(self) -> Entry:
        if self._head is None:
            raise RuntimeError("an audit file is used before it was read")
        return self._head

    def _entries(self) -> list[Entry]:
        with self._guard, connection.in_words(self.path, "read"):
            return [entry for entry in ledger.rows(self._database) if entry.seq <= self._last.seq]

    def _measured(self, digest: str) -> tuple[RuleResult, ...]:
        if digest not in self._decoded:
            self._decoded[digest] = self._reading.kept(digest, lambda data: read_results(data, self._details))
        return self._decoded[digest]

    def _sorted(self, digest: str) -> dict[str | None, dict[str, RuleResult]]:
        """A list of results by target and item: a screen asks for every answer what had been measured before it."""
        if digest not in self._by_target:
            places = self._by_target[digest] = {}
            for result in self._measured(digest):
                places.setdefault(result.target, {})[result.item] = result
        return self._by_target[digest]

    def _go_on(self, entries: list[Entry], said: Iterable[Payload] = ()) -> None:
        if entries:
            self._present.apply(entries, said)
            self._head = entries[-1]
            if self._tail is None or self._tail.seq < self._head.seq:
                self._tail = self._head
            if any(entry.kind in _MEASURES for entry in entries):
                self._evidence = None


def _to_look_at(name: str, number: int, look: Looked, run: Run) -> bool:
    """Whether a run has still to look at a target whose newest look that is: it came before the run, or was called off.

    A run that goes on with what another one left isn't about the targets that the other one had looked at.
    """
    return look.state.error_kind == "cancelled" if number > run.number else name in run.said.targets


T = TypeVar("T")


def _before(numbered: Sequence[tuple[int, T]], number: int) -> T | None:
    """The last of these, oldest first, whose entry stands before that number."""
    for seq, said in reversed(numbered):
        if seq < number:
            return said
    return None
