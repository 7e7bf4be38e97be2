"""The audit that is open: its content, its errors on the way to a person, its answers. Glue, no decisions.

Every method runs on the GUI thread. Modules that cost time to import (store, judge) are imported when they are first
needed, so that the first window comes at once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.errors import BartizanError
from app.places import cache_folder, checks_root, real
from ui import calm
from ui.bridge import Bridge, Outcome
from ui.filenames import FileNames
from ui.settings import Settings
from ui.turns import Turns

if TYPE_CHECKING:
    from app.audit import Audit
    from app.compare import Kind
    from app.counts import Counted
    from app.filledform import Filled
    from app.model import Benchmark, Target
    from app.record import AuditInfo, Finding
    from app.replies import Taken
    from app.screen.presentation import Tallies
    from app.screen.undoing import Deed
    from app.screen.wizard import Progress
    from ui.given import Given

_LOG = logging.getLogger("bartizan")
_SLICE = 0.008  # seconds of making findings in one turn of the loop
_PAUSE = 10  # milliseconds between two of them
_FREED = 100  # milliseconds until what a closed audit held is freed


class OpenAudit(QObject):
    """At most one audit; its signals say what changed."""

    opened = Signal()  # an audit was opened or closed
    changed = Signal()  # findings, targets or head of the audit
    message = Signal(str, str)  # tone, sentence

    def __init__(self, settings: Settings, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.bridge = bridge
        self.turns = Turns(self)
        self.audit: Audit | None = None
        self.saved: datetime | None = None
        self.catch: Callable[[str, str], object] | None = None  # a form that shows errors itself
        self.views: dict[str, Any] = {}  # filters and search of each chapter, as long as the audit is open
        self.changes: dict[tuple[str, str | None], Kind] = {}  # since the earlier audit that was chosen
        self._done: list[tuple[Deed, ...]] = []
        self._undone: list[tuple[Deed, ...]] = []
        self._counted: tuple[Mapping[str | None, Counted], dict[str, Progress]] | None = None
        self._tallied: tuple[tuple[Finding, ...], dict[str, Tallies]] | None = None
        self._benchmark: Benchmark | None = None
        self.files = FileNames(settings, self.idle, self)
        self._gone: object = None  # what a closed audit held
        self._free_turn = QTimer(self, singleShot=True, interval=_FREED)
        self._free_turn.timeout.connect(self._free)
        self.findings_turn = QTimer(self, singleShot=True, interval=_PAUSE)
        self.findings_turn.timeout.connect(self._make_findings)
        self.changed.connect(self.findings_turn.start)

    # --- the benchmark and the audit ----------------------------------------------------------------------------

    @property
    def benchmark(self) -> Benchmark:
        """The content; ContentError if it can't be read."""
        if self._benchmark is None:
            from app.benchmark.catalogue import catalogue  # noqa: PLC0415 - not before the first window

            self._benchmark = catalogue([checks_root()], cache_folder())
        return self._benchmark

    def read_ahead(self) -> None:
        """Load content and code in the background, so that the first click needn't wait; errors show on use."""

        def job() -> Benchmark:
            from app.benchmark.catalogue import catalogue  # noqa: PLC0415 - not before the first window

            benchmark = catalogue([checks_root()], cache_folder())
            import ui.ahead  # noqa: F401, PLC0415 - the same; the content first, since it is wanted first

            return benchmark

        self.bridge.reading(job, self._content_came)

    @Slot()
    def _make_findings(self) -> None:
        """Some of them in each turn of the loop, so that the first page that shows them needn't make them all."""
        if self.audit is None:
            return
        if self.turns.waiting:
            self.findings_turn.start()
            return
        ends = monotonic() + _SLICE
        try:
            done = self.audit.ahead(lambda: monotonic() < ends)
        except BartizanError:
            return  # who asks for findings is told
        if not done:
            self.findings_turn.start()

    def _content_came(self, outcome: Outcome) -> None:
        self._benchmark = self._benchmark or outcome.value
        calm.begin()

    def attempt(self, action: Callable[[], Any]) -> Any:
        """Do it, and turn a known error into a message; None then."""
        try:
            return action()
        except BartizanError as error:
            if self.catch is not None:
                self.catch("fail", str(error))
            else:
                self.message.emit("fail", str(error))
            return None

    def new_audit(self, path: Path, info: AuditInfo, targets: Sequence[Target] = ()) -> bool:
        """Create and open; False if it can't be, which was said."""
        return bool(self.attempt(lambda: self._create(path, info, targets)))

    def _create(self, path: Path, info: AuditInfo, targets: Sequence[Target]) -> bool:
        from app.audit import Audit  # noqa: PLC0415 - not before the first window

        benchmark = self.benchmark
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            text = self.tr("{folder}: this folder can't be made ({why}); choose another one.")
            self.message.emit("fail", text.format(folder=path.parent, why=error.strerror))
            return False
        audit = Audit.create(path, info, benchmark, targets)
        self.files.made(path, info.title)
        self._take(audit)
        return True

    def open_audit(self, path: Path) -> bool:
        """Open a stored audit; False if it can't be, which was said."""
        return bool(self.attempt(lambda: self._open(path)))

    def _open(self, path: Path) -> bool:
        from app.audit import Audit  # noqa: PLC0415 - not before the first window

        self._let_go_of(path)
        self._take(Audit.open(path, self.benchmark))
        return True

    def _let_go_of(self, path: Path) -> None:
        """An audit that is opened once more would find its file locked by itself."""
        if self.audit is not None and real(self.audit.path) == real(path):
            self.close_audit()

    def _take(self, audit: Audit) -> None:
        self.close_audit_quietly()
        self.audit = audit
        _LOG.info("Opened %s%s", audit.path, " read only" if audit.readonly else "")
        self.saved = datetime.now().astimezone()
        self.settings.add_recent(audit.path, _title(audit))
        self.settings.set_folder(audit.path.parent)
        self.opened.emit()
        self.changed.emit()
        if audit.readonly:
            self.message.emit("error", audit.readonly_reason)
        elif audit.interrupted:
            self.message.emit("error", self.tr("The last run was interrupted; what it learnt is kept. Run it again."))

    def close_audit(self) -> None:
        """Let go of the open audit, if there is one; a run is cancelled."""
        if self.audit is None:
            return
        self.close_audit_quietly()
        self.opened.emit()

    def close_audit_quietly(self) -> None:
        """The same, when there is nobody left to tell."""
        if self.audit is not None:
            _LOG.info("Closed %s", self.audit.path)
            self.settings.call_recent(self.audit.path, _title(self.audit))
            self.audit.close()
            self.files.closed(self.audit)
        self._gone = self.audit, self._counted, self._tallied  # a hundred thousand values go in a turn of their own
        self.audit = self._counted = self._tallied = None
        self._free_turn.start()
        for kept in (self.views, self.changes, self._done, self._undone):
            kept.clear()

    @Slot()
    def _free(self) -> None:
        self._gone = None

    def idle(self) -> bool:
        """Whether nothing runs in the background."""
        return self.bridge.idle()

    def findings(self) -> tuple[Finding, ...]:
        return self.audit.findings() if self.audit is not None else ()

    def chapters(self) -> dict[str, Progress]:
        """How far each chapter is, which needs no findings; counted once for all that show it."""
        if self.audit is None:
            return {}
        counts = self.audit.counts()
        if self._counted is None or self._counted[0] is not counts:
            from app.screen.wizard import progress_of  # noqa: PLC0415 - not before an audit is open

            self._counted = (counts, progress_of(counts.values()))
        return self._counted[1]

    def tallies(self, of: str = "target", findings: tuple[Finding, ...] | None = None) -> Tallies:
        """How many findings of each "target" (None: the site), or "item", are of each kind; counted once for all.

        Of those that stand now, or of ``findings``: in a run, others may stand when the next bit of a page is shown.
        """
        if findings is None:
            findings = self.findings()
        if self._tallied is None or self._tallied[0] is not findings:
            self._tallied = (findings, {})
        counted = self._tallied[1]
        if of not in counted:
            from app.screen.presentation import tallies  # noqa: PLC0415 - not before an audit is open

            counted[of] = tallies(findings, of)
        return counted[of]

    @property
    def writable(self) -> bool:
        return self.audit is not None and not self.audit.readonly and not self.signed

    @property
    def signed(self) -> bool:
        """Whether the audit is locked; a new revision opens it again."""
        return self.audit is not None and self.audit.info.state == "signed"

    def set_info(self, info: AuditInfo) -> None:
        """Store the head of the audit if it differs."""
        if self.audit is not None and info != self.audit.info:
            self.attempt(lambda: self._do(lambda audit: audit.set_info(info)))

    def set_targets(self, targets: Sequence[Target]) -> bool:
        """Store the machines; False if they can't be, which was said."""
        return bool(self.attempt(lambda: self._do(lambda audit: audit.set_targets(targets))))

    def _do(self, action: Callable[[Audit], object]) -> bool:
        if self.audit is None:
            return False
        action(self.audit)
        self.saved = datetime.now().astimezone()
        self.changed.emit()
        return True

    # --- answers ------------------------------------------------------------------------------------------------

    def answer(self, given: Given) -> bool:
        """Answer each (item, target); all or, with a message, none."""
        self.settings.set_text("person/name", given.by)
        self.settings.set_text("person/role", given.role)

        def give(audit: Audit) -> None:
            from app.store.loosefile import LooseFile  # noqa: PLC0415 - after the first window

            drafts = [
                audit.draft(
                    *place,
                    given.kind,
                    given.new,
                    by=given.by,
                    role=given.role,
                    remark=given.remark,
                    expires=given.expires,
                    attachments=given.kept,
                )
                for place in given.places
            ]
            audit.give(drafts, [LooseFile.read(path) for path in given.files])

        return self._deed(give)

    def take_back(self, place: tuple[str, str | None]) -> bool:
        """Take the answer at that place back, by a further entry."""
        name, role = self.person()
        remark = self.tr("taken back")
        return self._deed(lambda audit: audit.withdraw(*place, by=name, role=role, remark=remark))

    def take_in(self, path: Path, filled: Filled) -> Taken | None:
        """Give the replies of a filled form as answers; None if it isn't for this audit, which was said."""
        name, role = self.person()
        found: list[Taken] = []

        def take(audit: Audit) -> None:
            from app.replies import take_in  # noqa: PLC0415 - few ever read a form

            said = {"by": "", "role": ""} if filled.values.get("person-name") else {"by": name, "role": role}
            found.append(take_in(audit, path, filled=filled, **said))

        return found[0] if self._deed(take) else None

    def _deed(self, action: Callable[[Audit], object]) -> bool:
        """Do something to answers, and note it for undo."""

        def act(audit: Audit) -> None:
            from app.screen.undoing import deeds  # noqa: PLC0415 - not before the first answer

            before = audit.entries
            action(audit)
            done = deeds(audit, before)
            if done:
                self._done.append(done)
                self._undone.clear()

        return bool(self.attempt(lambda: self._do(act)))

    @property
    def can_undo(self) -> bool:
        return self.writable and bool(self._done)

    @property
    def can_redo(self) -> bool:
        return self.writable and bool(self._undone)

    def undo(self) -> tuple[str, str | None] | None:
        """Undo what was answered or taken back last in this session; a place that it was at, None if it can't be."""
        return self._again(self._done, self._undone, forward=False)

    def redo(self) -> tuple[str, str | None] | None:
        """Do again what was undone last; a place that it was at, None if it can't be."""
        return self._again(self._undone, self._done, forward=True)

    def _again(
        self, source: list[tuple[Deed, ...]], sink: list[tuple[Deed, ...]], *, forward: bool
    ) -> tuple[str, str | None] | None:
        if not source:
            return None
        last = source.pop()
        wanted = [(deed.place, deed.after if forward else deed.before) for deed in last]
        name, role = self.person()
        remark = self.tr("done again") if forward else self.tr("undone")

        def act(audit: Audit) -> None:
            from app.screen.undoing import restore  # noqa: PLC0415 - not before the first answer

            restore(audit, wanted, by=name, role=role, remark=remark)
            sink.append(last)

        return last[0].place if self.attempt(lambda: self._do(act)) else None

    def submit(self, ids: Sequence[str] | None, *, by: str) -> bool:
        """Give answers to a second person; None: all that count."""
        return bool(self.attempt(lambda: self._do(lambda audit: audit.submit(ids, by=by))))

    def confirm(self, ids: Sequence[str], *, by: str, role: str) -> bool:
        """Give answers that were carried over once more, as one's own."""
        return bool(self.attempt(lambda: self._do(lambda audit: audit.confirm(ids, by=by, role=role, remark=""))))

    def review(self, ids: Sequence[str], *, accept: bool, by: str, remark: str) -> bool:
        return bool(
            self.attempt(lambda: self._do(lambda audit: audit.review(ids, accept=accept, by=by, remark=remark)))
        )

    def sign(self, *, by: str, role: str, remark: str, unreviewed: bool, outdated: bool) -> bool:
        """Sign and lock the audit."""

        def lock(audit: Audit) -> None:
            audit.sign(by=by, role=role, remark=remark, unreviewed=unreviewed, outdated=outdated)

        return bool(self.attempt(lambda: self._do(lock)))

    def revise(self, *, by: str, remark: str) -> bool:
        """Open a signed audit again."""
        return bool(self.attempt(lambda: self._do(lambda audit: audit.start_revision(by=by, remark=remark))))

    def person(self) -> tuple[str, str]:
        """Name and role that an answer starts with: those of the audit, else those last used."""
        from app.people import account_name  # noqa: PLC0415 - not before the first window

        info = self.audit.info if self.audit is not None else None
        name = (info.auditor if info else "") or self.settings.text("person/name") or account_name()
        role = (info.auditor_role if info else "") or self.settings.text("person/role")
        return name, role


def _title(audit: Audit) -> str:
    """What it is called, of a file that anybody may have made."""
    from app.report.visible import one_line  # noqa: PLC0415 - not before the first window

    return one_line(audit.info.title)
