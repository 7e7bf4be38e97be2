"""The open audit file: what an audit knows is read from the ledger, what is said is added to it.

A change is durable when the call returns: one transaction, synced to the disk. Where one fails (disk full, file
locked) nothing of it is kept, neither in the file nor here.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from app import __version__
from app.errors import StoreError
from app.language import tr
from app.model import Evidence, RuleResult, Target, TargetState
from app.overrides import Answer
from app.record import AuditInfo, Override
from app.store import codec, connection, content, ledger, lock, newfile, schema
from app.store.encoded import Content, Encoded, encode_look, pack
from app.store.evidence import keep
from app.store.ledger import Entry
from app.store.loosefile import LooseFile
from app.store.payload import (
    AUDIT_STATES,
    NAMES,
    Attached,
    Created,
    InfoSet,
    Looked,
    Payload,
    Reviewed,
    Revised,
    RunFinished,
    RunStarted,
    StateSet,
    TargetsSet,
)
from app.store.reader import AuditReader, Clock

_Kept = tuple[str, content.Packed]  # content under its SHA-256


def utc_now() -> datetime:
    """The clock of this computer."""
    return datetime.now(UTC)


class AuditFile(AuditReader):
    """One audit file, held open. Made by create() and open(); a context manager; one thread at a time.

    Any thread may read the mapping that evidence() gives until close(), and use the methods that begin with "write".
    What they wrote is taken in by refresh() on the audit's own thread, and by whatever is said there next.
    """

    # --- opening and closing -----------------------------------------------------------------------------------------

    @classmethod
    def create(
        cls, path: Path, info: AuditInfo, targets: Sequence[Target] = (), *, clock: Clock = utc_now
    ) -> "AuditFile":
        """A new audit file, mode 0600, which appears under its name only when it is whole; never overwrites."""
        path = Path(path)
        info = replace(info, id=info.id or uuid4().hex, created=info.created or clock())
        first = Created(f"Bartizan {__version__}", info, _distinct(targets))
        newfile.create(path, ledger.link(None, codec.write_time(clock()), "created", _text(first)))
        return cls.open(path, clock=clock)

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False, until: str = "", clock: Clock = utc_now) -> "AuditFile":
        """An existing audit file; StoreError in words where that can't be, and then nothing is changed.

        Where it can't be written, or another program has it open, it opens read-only and readonly_reason says why.
        ``until`` is a seal of the past: the audit is read, and only read, as it stood under it.
        """
        path = Path(path)
        version = connection.inspect(path)
        with ExitStack() as stack, connection.in_words(path, "opened"):
            reason, held = _claim(path, stack, readonly=readonly or bool(until))
            database = _database(path, stack, readonly=bool(reason))
            if schema.objects(database) != schema.expected(version):
                raise StoreError(
                    tr("{path} is damaged or altered: its tables are not those of schema {version}.").format(
                        path=path, version=version
                    )
                )
            if version < schema.VERSION:
                if reason:
                    raise StoreError(
                        tr("{path} has the older schema {version}: open it once where it can be written.").format(
                            path=path, version=version
                        )
                    )
                database.execute("BEGIN IMMEDIATE")
                schema.migrate(database, version, schema.VERSION)
                database.execute("COMMIT")
            audit = cls(path, database, stack, reason, clock)
            audit.held = held
            try:
                entries = ledger.checked(database)
                audit._go_on(ledger.until(entries, until) if until else entries)
            except StoreError as error:
                raise StoreError(
                    tr("{path} {error}. See what happened with: bartizan verify").format(path=path, error=error)
                ) from error
            audit._stack = stack.pop_all()
        return audit

    def close(self) -> None:
        """Let go of the file and its lock; harmless when done twice."""
        with self._guard:
            self._closed = True
            self._stack.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- what is said ------------------------------------------------------------------------------------------------

    def set_info(self, info: AuditInfo) -> None:
        """Describe the audit anew; id, creation, state and the times of the run stay those of the ledger."""
        self._append([InfoSet(info)])

    def set_targets(self, targets: Sequence[Target]) -> None:
        """Audit these targets from now on; what was learnt about others stays in the ledger."""
        self._append([TargetsSet(_distinct(targets))])

    def start_run(
        self,
        targets: Sequence[str],
        benchmark: str,
        version: str,
        digest: str,
        *,
        by: str = "",
        rules: Mapping[str, str] | None = None,
        judged: bool = False,
    ) -> None:
        """A run over these targets begins; ``rules`` is text_digest() of every item, for later comparison.

        ``judged``: no machine is looked at, what was stored of it is judged again.
        """
        kept: dict[str, bytes] = {}
        digests = keep(kept, codec.dumps(dict(rules))) if rules else ""
        self._append([RunStarted(tuple(targets), benchmark, version, digest, by, digests, judged)], kept)
        self._running = True

    def record(self, state: TargetState, evidence: Sequence[Evidence], results: Sequence[RuleResult]) -> None:
        """One target was looked at; takes the place of what was learnt about it before, which stays in the ledger."""
        self.write(encode_look(state, evidence, results))
        self.refresh()

    def write(self, encoded: Encoded) -> None:
        """What encode_look() or encode_site() gave, in whichever process; for any thread.

        It is durable when this returns, and known here after refresh() on the audit's own thread.
        """
        if isinstance(encoded.said, Looked):
            self._expect(encoded.said.state.target.name)
        self._write([encoded.said], encoded.content)

    def lacking(self, encoded: Encoded) -> Encoded:
        """The same, packed, without content that the file keeps already; for any thread.

        Evidence that was judged again isn't held in memory for that, so all machines together weigh little.
        """
        new = self._new(encoded.content)
        return replace(encoded, content={digest: encoded.content[digest] for digest in new}).packed()

    def finish_run(self) -> None:
        """The run has come to its end; one without this entry shows as interrupted."""
        self._append([RunFinished()])
        self._running = False

    def write_finish(self) -> None:
        """finish_run() for any thread."""
        self._write([RunFinished()], {})
        self._running = False

    def _expect(self, target: str) -> None:
        if target not in {known.name for known in self.targets}:
            raise StoreError(tr("{target} is not one of the audit's targets: add it first.").format(target=target))

    def add_overrides(self, answers: Sequence[Answer], files: Sequence[LooseFile] = ()) -> tuple[Override, ...]:
        """Several answers, each with these files too: all of it or nothing; each has an entry of its own."""
        kept: dict[str, bytes] = {}
        new = tuple(file.kept(kept) for file in files)
        said = [replace(one, attachments=(*one.attachments, *new)) for one in answers] if new else list(answers)
        for digest in {digest for one in said for digest in one.content} - kept.keys():
            self.read(digest)
        entries = self._append([*map(Attached, new), *said], kept)
        overrides = self._present.answers.overrides()
        return tuple(overrides[str(entry.seq)] for entry in entries[len(new) :])

    def take_over(self, answers: Sequence[Answer], read: Callable[[str], bytes]) -> None:
        """Answers of another audit and the files that they name: all of it or nothing.

        ``read`` gives a file by its SHA-256 and is asked for one after the other, so that they needn't fit into memory.
        """
        files = dict.fromkeys(one for answer in answers for one in answer.attachments)
        digests = dict.fromkeys(one.sha256 for one in files)
        new = ((one, pack(read(one))) for one in digests if not content.has(self._database, one))
        self._append([*map(Attached, files), *answers], late=new)

    def submit(self, overrides: Sequence[str], by: str, remark: str = "") -> None:
        """Give these answers to a second person."""
        self._append([self._reviewed(overrides, "submitted", by, remark)])

    def review(self, overrides: Sequence[str], accept: bool, by: str, remark: str) -> None:  # noqa: FBT001 - the verb of it
        """A second person accepts or rejects these answers, by their ids."""
        self.reviews(overrides if accept else (), () if accept else overrides, by, remark)

    def reviews(
        self, accepted: Sequence[str], rejected: Sequence[str], by: str, remark: str, info: AuditInfo | None = None
    ) -> None:
        """A second person accepts some answers and rejects others; with ``info``, the audit is described anew first.

        All of it or nothing.
        """
        said: list[Payload] = [] if info is None else [InfoSet(info)]
        ways = ((accepted, "accepted"), (rejected, "rejected"))
        said += [self._reviewed(ids, verdict, by, remark) for ids, verdict in ways if ids]
        if said:
            self._append(said)

    def set_state(self, state: str, *, by: str = "", role: str = "", remark: str = "") -> None:
        """open, submitted, accepted or signed; after "signed" nothing can be added but start_revision()."""
        if state not in AUDIT_STATES:
            raise StoreError(
                tr("An audit can't be {state!r}: it is {states}.").format(state=state, states=", ".join(AUDIT_STATES))
            )
        self._append([StateSet(state, by, remark, role)])

    def start_revision(self, *, by: str, remark: str) -> None:
        """Open a signed audit again; the new revision names the seal of the signed one."""
        if self._present.state != "signed":
            raise StoreError(
                tr("{path} isn't signed, so it can be changed without a new revision.").format(path=self.path)
            )
        self._append([Revised(self.seal, by, remark)])

    # --- within ------------------------------------------------------------------------------------------------------

    def _reviewed(self, overrides: Sequence[str], verdict: str, by: str, remark: str) -> Reviewed:
        known = self._present.answers.overrides()
        for name in overrides:
            if name not in known:
                self.answered(name)  # which says so
        return Reviewed(tuple(overrides), verdict, by, remark)

    def _append(
        self, payloads: Sequence[Payload], kept: Mapping[str, Content] | None = None, late: Iterable[_Kept] = ()
    ) -> list[Entry]:
        """One transaction, whose entries are known here when it returns."""
        if self.readonly:
            raise StoreError(self.readonly_reason)
        with self._guard:
            self.refresh()
            entries = self._write(payloads, kept or {}, late)
            self._go_on(entries, payloads)
        return entries

    def _write(
        self, payloads: Sequence[Payload], kept: Mapping[str, Content], late: Iterable[_Kept] = ()
    ) -> list[Entry]:
        """One transaction, in any thread: the content first, then an entry for each payload.

        ``late`` is content that is made while it is written, which others wait for.
        """
        if self.readonly:
            raise StoreError(self.readonly_reason)
        texts = [(NAMES[type(payload)], _text(payload)) for payload in payloads]
        packed = {digest: pack(kept[digest]) for digest in self._new(kept)}
        with self._guard, connection.in_words(self.path, "written"):
            self._stay_open()
            if self._present.state == "signed" and not isinstance(payloads[0], Revised):
                raise StoreError(
                    tr("{path} is signed and locked: start a revision to change it.").format(path=self.path)
                )
            self._database.execute("BEGIN IMMEDIATE")
            try:
                entries = self._insert(texts, chain(packed.items(), late))
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise
            self._tail = entries[-1]
        return entries

    def _new(self, kept: Mapping[str, Content]) -> list[str]:
        """What of it the file does not keep yet."""
        with self._guard, connection.in_words(self.path, "read"):
            self._stay_open()
            return [digest for digest in kept if not content.has(self._database, digest)]

    def _stay_open(self) -> None:
        if self._closed:
            raise StoreError(tr("{path} was closed before all of it was written.").format(path=self.path))

    def _insert(self, texts: Iterable[tuple[str, str]], packed: Iterable[_Kept]) -> list[Entry]:
        if self._tail is None or ledger.head(self._database) != (self._tail.seq, self._tail.sha256):
            raise StoreError(tr("{path} was changed by another program just now: try again.").format(path=self.path))
        for digest, data in packed:
            content.put(self._database, digest, data)
        entries: list[Entry] = []
        previous, now = self._tail, codec.write_time(self._clock())
        for kind, text in texts:
            previous = ledger.link(previous, now, kind, text)
            ledger.insert(self._database, previous)
            entries.append(previous)
        return entries


def _text(payload: Payload) -> str:
    return codec.dumps(codec.to_json(payload))


def _distinct(targets: Sequence[Target]) -> tuple[Target, ...]:
    counted = Counter(target.name for target in targets)
    twice = next((name for name, count in counted.items() if count > 1), None)
    if twice is not None:
        raise StoreError(tr("Two targets are named {name}: names must differ.").format(name=twice))
    return tuple(targets)


def _claim(path: Path, stack: ExitStack, *, readonly: bool) -> tuple[str, bool]:
    """Why the audit opens read-only (empty: it doesn't), and whether that is because another program has it."""
    if readonly:
        return tr("{path} was opened for reading only.").format(path=path), False
    reason = connection.unwritable(path)
    if reason:
        return reason, False
    try:
        claimed = lock.claim(path)
    except StoreError as error:
        return tr("{path} is shown read-only: {error}.").format(path=path, error=error), False
    if isinstance(claimed, lock.Holder):
        return tr("{path} is open elsewhere ({who}), so it is shown read-only here.").format(
            path=path, who=claimed
        ), True
    stack.callback(claimed.release)
    return "", False


def _database(path: Path, stack: ExitStack, *, readonly: bool) -> sqlite3.Connection:
    if readonly:
        return connection.reading(path, stack)
    database = connection.connect(path, readonly=False)
    stack.callback(connection.close, database)
    return database
