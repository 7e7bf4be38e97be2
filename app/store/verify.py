"""Is an audit file whole and unaltered? Reads it row by row, believes nothing and changes nothing.

Found are entries that were edited, reordered, removed, inserted or appended, content that is missing, altered or named
by no entry, anything in the database that Bartizan didn't put there, and, however well the hashes fit, what it never
writes: entries after a signature, reviews of one's own answers, results that their checks or the verdicts beside them
contradict. That the newest entries were removed, or well-made ones added, shows only against a seal noted elsewhere, as
in the PDF: pass it as ``noted_seal``. What is not found has no meaning: bytes of the file that SQLite doesn't use.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import StoreError
from app.language import tr
from app.overrides import Answer
from app.people import same_person
from app.record import Attachment
from app.store import codec, connection, content, ledger, schema
from app.store.agreement import Agreement
from app.store.evidence import rows
from app.store.ledger import Entry
from app.store.payload import (
    AUDIT_STATES,
    VERDICTS,
    Attached,
    Created,
    InfoSet,
    Looked,
    Payload,
    Reviewed,
    Revised,
    RunStarted,
    SiteJudged,
    StateSet,
)


@dataclass(frozen=True, slots=True)
class Verification:
    """What verify() found."""

    whole: bool
    entries: int  # how many the ledger has
    seal: str  # of the last entry, as stored; empty where that can't be told
    problem: str  # one sentence that names the first bad entry; empty if whole
    added: int = 0  # entries behind the one that bears the noted seal


@dataclass(slots=True)
class _Check:
    """The walk along the ledger: what has been seen so far."""

    database: sqlite3.Connection
    answers: dict[str, str] = field(default_factory=dict)  # who gave it, by the answer's id
    seals: list[str] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)  # bytes of content, by its hash
    signed: bool = False
    single_person: bool = False
    agreement: Agreement = field(init=False)

    def __post_init__(self) -> None:
        self.agreement = Agreement(self._json)

    def entry(self, previous: Entry | None, entry: Entry) -> str:
        """What is wrong with the entry and all that it names, or an empty text."""
        reason = ledger.fault(previous, entry)
        if reason:
            return reason
        if previous is None and entry.kind != "created":
            return tr("it isn't the creation of an audit")
        if previous is not None and entry.kind == "created":
            return tr("an audit is created only once")
        try:
            payload = ledger.payload(entry)
            if not codec.canonical(entry.payload):
                return tr("its payload isn't written as Bartizan writes it")
            codec.read_time(entry.time)
            for digest in (*_content(payload), *self._inner(payload)):
                self._content(digest)
        except StoreError as error:
            return str(error)
        return self._sense(entry, payload)

    def _inner(self, payload: Payload) -> Iterator[str]:
        """Hashes of content that is named within content; what names it is read strictly on the way."""
        match payload:
            case Looked():
                yield from self.agreement.content(payload)
                for row in rows(self._json(payload.evidence), payload.state.target.name):
                    yield from row.content
            case SiteJudged():
                yield from self.agreement.content(payload)
            case RunStarted() if payload.rules:
                codec.from_json(dict[str, str], self._json(payload.rules))

    def _json(self, digest: str) -> object:
        return codec.loads(content.get(self.database, digest))

    def _content(self, digest: str) -> None:
        if digest not in self.named:
            self.named[digest] = len(content.get(self.database, digest))

    def _sense(self, entry: Entry, payload: Payload) -> str:
        """What the entry says that the entries before it don't bear out, or an empty text."""
        if self.signed and not isinstance(payload, Revised):
            return tr("the audit was signed before it and not opened again")
        if any(self.named[one.sha256] != one.size for one in _attachments(payload)):
            return tr("an attached file has another size than it says")
        match payload:
            case Created() | InfoSet():
                self.single_person = payload.info.single_person
            case Answer():
                self.answers[str(entry.seq)] = payload.by
            case Reviewed():
                return self._review(payload)
            case StateSet() if payload.state not in AUDIT_STATES:
                return tr("there is no state {state}").format(state=codec.shown(payload.state))
            case StateSet():
                self.signed = payload.state == "signed"
            case Revised() if not self.signed or payload.predecessor not in self.seals[-1:]:
                return tr("it doesn't name the seal of the revision before")
            case Revised():
                self.signed = False
        return ""

    def _review(self, said: Reviewed) -> str:
        if said.verdict not in VERDICTS:
            return tr("there is no verdict {verdict}").format(verdict=codec.shown(said.verdict))
        if not self.answers.keys() >= set(said.overrides):
            return tr("it reviews an answer that doesn't exist")
        if said.verdict == "submitted" or self.single_person:
            return ""
        if any(same_person(said.by, self.answers[one]) for one in said.overrides):
            return tr("it reviews an answer of the same person, in an audit that isn't marked as that of a single one")
        return ""


def verify(path: Path, noted_seal: str | None = None) -> Verification:
    """Check the whole file; StoreError only where there is no audit file to check."""
    path = Path(path)
    try:
        version = connection.inspect(path)
    except connection.DamagedError as error:
        return Verification(whole=False, entries=0, seal="", problem=str(error))
    try:
        with ExitStack() as stack, connection.in_words(path, "read"):
            database = connection.reading(path, stack)
            return _verify(path, database, version, noted_seal)
    except StoreError as error:
        return Verification(whole=False, entries=0, seal="", problem=str(error))


def _verify(path: Path, database: sqlite3.Connection, version: int, noted: str | None) -> Verification:
    if schema.objects(database) != schema.expected(version):
        problem = tr("{path} is damaged or altered: its tables are not those of schema {version}.").format(
            path=path, version=version
        )
        return Verification(whole=False, entries=0, seal="", problem=problem)
    check = _Check(database)
    try:
        previous = None
        for row in _rows(database):
            reason = check.entry(previous, row)
            if reason:
                problem = tr("{path} was altered or damaged, first at {entry}: {reason}.").format(
                    path=path, entry=row, reason=reason
                )
                return _bad(database, problem)
            previous = row
            check.seals.append(row.sha256)
    except sqlite3.ProgrammingError:
        raise
    except connection.DAMAGED as error:
        number = previous.seq + 1 if previous else 1
        return _bad(
            database,
            tr("{path} is damaged, first at entry {number}: {error}.").format(
                path=path, number=number, error=connection.plain(error)
            ),
        )
    if previous is None:
        return _bad(database, tr("{path} was altered or damaged, first at entry 1: it is missing.").format(path=path))
    problem = _beyond_entries(path, database, check.named)
    if problem:
        return _bad(database, problem)
    return _against(path, check.seals, noted)


def _rows(database: sqlite3.Connection) -> Iterator[Entry]:
    """The entries one by one, so that damage shows at the entry where it is."""
    numbers = [number for (number,) in database.execute("SELECT seq FROM entry ORDER BY seq")]
    for number in numbers:
        row = database.execute(f"{ledger.SELECT} WHERE seq = ?", (number,)).fetchone()
        if row is None:  # the table's tree contradicts itself
            raise sqlite3.DatabaseError(tr("it can't be found"))
        yield Entry(*row)


def _beyond_entries(path: Path, database: sqlite3.Connection, named: Collection[str]) -> str:
    """What is wrong besides the entries, in words, or an empty text."""
    for (digest,) in database.execute("SELECT sha256 FROM content ORDER BY rowid"):
        if digest not in named:
            return tr("{path} was altered: its content {digest} is named by no entry.").format(
                path=path, digest=codec.shown(digest)[1:17]
            )
    (state,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    if state != "ok":
        return tr("{path} is damaged outside of its entries: {state}.").format(path=path, state=codec.shown(state))
    odd = connection.odd_header(path)
    return tr("{path} is damaged or altered in its header: {odd}.").format(path=path, odd=odd) if odd else ""


def _against(path: Path, seals: list[str], noted: str | None) -> Verification:
    """Compare with a seal that somebody noted."""
    entries, seal = len(seals), seals[-1]
    noted = noted.strip().lower() if noted else seal
    if noted == seal:
        return Verification(whole=True, entries=entries, seal=seal, problem="")
    if noted in seals:
        added = entries - seals.index(noted) - 1
        problem = tr(
            "{path} is whole, but has grown since the seal was noted: {added} of its {entries} entries "
            "came after, first entry {first}."
        ).format(path=path, added=added, entries=entries, first=entries - added + 1)
        return Verification(whole=False, entries=entries, seal=seal, problem=problem, added=added)
    problem = tr(
        "{path} doesn't hold the entry with the noted seal: its last entries were removed or rewritten "
        "after entry {entries}, or the seal is that of another audit."
    ).format(path=path, entries=entries)
    return Verification(whole=False, entries=entries, seal=seal, problem=problem)


def _bad(database: sqlite3.Connection, problem: str) -> Verification:
    """A failed check, with as much about the file as can still be read."""
    try:
        (entries,) = database.execute("SELECT count(*) FROM entry").fetchone()
        last = ledger.head(database)
    except connection.DAMAGED:
        entries, last = 0, None
    return Verification(whole=False, entries=entries, seal=str(last[1]) if last else "", problem=problem)


def _attachments(payload: Payload) -> tuple[Attachment, ...]:
    match payload:
        case Answer():
            return payload.attachments
        case Attached():
            return (payload.attachment,)
    return ()


def _content(payload: Payload) -> Iterable[str]:
    digests: Iterable[str] = getattr(payload, "content", ())
    return digests
