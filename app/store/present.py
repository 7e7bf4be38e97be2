"""What the entries of a ledger add up to: who and what the audit is about, what was measured, who answered what.

apply() is the only way in, for entries just read as for entries just written, so what is on screen can always be
derived from the file. Entries that opening an audit doesn't need are decoded when somebody first asks for them.
"""

import threading
from bisect import bisect
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import zip_longest

from app.model import Target
from app.overrides import Answer
from app.record import AuditInfo, Signing
from app.store import answers, codec, ledger
from app.store.answers import Answers
from app.store.ledger import Entry
from app.store.payload import (
    Attached,
    Created,
    InfoSet,
    Looked,
    Payload,
    Reviewed,
    Revised,
    RunFinished,
    RunStarted,
    SiteJudged,
    StateSet,
    TargetsSet,
)

# Kinds of entry that are decoded when somebody first asks for what they add up to; so are those of Answers.
MEASURED = frozenset({"target", "site"})


@dataclass(frozen=True, slots=True)
class Run:
    """The newest run over targets; ``finished`` is None while it goes on and after it was interrupted."""

    said: RunStarted
    started: datetime
    number: int  # of its entry
    finished: datetime | None = None


class Present:
    """The state of an audit after the entries applied so far."""

    def __init__(self) -> None:
        self.targets: tuple[Target, ...] = ()
        self.runs: list[Run] = []  # oldest first
        self.state = "open"
        self.predecessors: list[str] = []  # the seals under which the revisions before this one were signed
        self.signing: Signing | None = None
        self.answers = Answers()
        self._info = AuditInfo(id="", title="")
        self._settling = threading.Lock()  # evidence may be asked for in any thread
        self._measured: deque[Entry] = deque()  # entries still to be decoded
        self._looked: dict[str, list[tuple[int, Looked]]] = {}
        self._site: list[tuple[int, SiteJudged]] = []

    @property
    def run(self) -> Run | None:
        """The newest run; None before the first."""
        return self.runs[-1] if self.runs else None

    @property
    def look_run(self) -> Run | None:
        """The newest run that looked at machines; None before the first."""
        return next((run for run in reversed(self.runs) if not run.said.judged), None)

    @property
    def info(self) -> AuditInfo:
        """The head of the audit; its state and the times of the newest run that looked at machines are the ledger's."""
        info, look = replace(self._info, state=self.state), self.look_run
        return replace(info, started=look.started, finished=look.finished) if look else info

    def contents(self) -> tuple[str, ...]:
        """SHA-256 of the content that what stands was judged with: the newest look at each target, and the site's."""
        newest = [looks[-1] for looks in (self.looked(target.name) for target in self.targets) if looks]
        numbers = sorted(number for number, _ in [*newest, *self.site()[-1:]])
        runs = [run.number for run in self.runs]
        before = (bisect(runs, number) for number in numbers)
        return tuple(dict.fromkeys(self.runs[at - 1].said.digest for at in before if at))

    def looked(self, target: str) -> list[tuple[int, Looked]]:
        """Every look at a target, oldest first, with the number of its entry."""
        self._settle()
        return self._looked.get(target, [])

    def seen(self, target: str) -> tuple[int, Looked] | None:
        """The newest look at a target itself: not what was judged again of an older one; None if there is none."""
        numbers = [run.number for run in self.runs]
        for number, look in reversed(self.looked(target)):
            before = bisect(numbers, number)
            if not before or not self.runs[before - 1].said.judged:
                return number, look
        return None

    def site(self) -> list[tuple[int, SiteJudged]]:
        """Every judgement of the site as a whole, oldest first, with the number of its entry."""
        self._settle()
        return self._site

    def apply(self, entries: Iterable[Entry], said: Iterable[Payload] = ()) -> None:
        """Go on by these entries; StoreError where one of them can't be read.

        ``said`` is what they say where they were written just now: four hundred answers needn't be decoded for that.
        """
        for entry, known in zip_longest(entries, said):
            if entry.kind in MEASURED:
                self._measured.append(entry)
            elif entry.kind in answers.KINDS:
                self.answers.apply(entry, known)
            else:
                self._turn(entry, ledger.decode(entry))

    def _settle(self) -> None:
        with self._settling:
            while self._measured:
                self._turn(self._measured[0], ledger.decode(self._measured[0]))
                self._measured.popleft()  # only now, so that an entry that can't be read is refused each time

    def _turn(self, entry: Entry, payload: Payload) -> None:
        match payload:
            case Created():
                self._info, self.targets = payload.info, payload.targets
            case InfoSet():
                self._info = replace(payload.info, id=self._info.id, created=self._info.created)
            case TargetsSet():
                self.targets = payload.targets
            case RunStarted():
                self.runs.append(Run(payload, codec.read_time(entry.time), entry.seq))
            case RunFinished():
                if self.runs:
                    self.runs[-1] = replace(self.runs[-1], finished=codec.read_time(entry.time))
            case Looked():
                self._looked.setdefault(payload.state.target.name, []).append((entry.seq, payload))
            case SiteJudged():
                self._site.append((entry.seq, payload))
            case Answer() | Reviewed() | Attached():
                pass  # Answers has them, and they name their attachments themselves
            case StateSet():
                self.state = payload.state
                when = codec.read_time(entry.time)
                signed = payload.state == "signed"
                self.signing = Signing(payload.by, payload.role, when, payload.remark) if signed else None
            case Revised():
                self.state, self.signing = "open", None
                self.predecessors.append(payload.predecessor)
