"""The side of the open audit that reads: what command line, screen and reports ask of it.

One thread at a time: it may be opened in one and handed over to another. What its methods give may be read anywhere.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app import __version__, language
from app.compare import Comparison, compare
from app.counts import Counted, Counts
from app.coverage import Place
from app.errors import UsageError
from app.findings import Findings
from app.language import tr
from app.model import Benchmark, Evidence, Target, TargetState
from app.overrides import (
    audit_state,
    local_today,
    score,
)
from app.record import AuditInfo, Finding, HistoryLine, Override, OverrideKind, ScanResult, Score, Signing
from app.store.auditfile import AuditFile, utc_now
from app.store.reader import Clock

if TYPE_CHECKING:
    from app.report.changes import Earlier


class AuditView:
    """An audit file with the benchmark that it is read with."""

    def __init__(self, file: AuditFile, benchmark: Benchmark, clock: Clock = utc_now) -> None:
        self._file = file
        self._clock = clock
        self.benchmark = benchmark
        self._rules = {rule.id: rule for rule in benchmark.rules}
        self._day = self._today()
        self._counting = Counts(benchmark)
        self._held = Findings(file, benchmark, self._day)
        self._changed()

    def _today(self) -> date:
        """The day on the operator's calendar."""
        return local_today(self._clock())

    def _changed(self) -> None:
        """The ledger has grown: what was derived from it is looked at again when somebody asks."""
        self._info: AuditInfo | None = None
        self._counts: dict[str | None, Counted] | None = None
        self._held.forget()

    @property
    def texts(self) -> dict[str, str]:
        """The digest of what each item asks and how it is checked, with today's content."""
        return self._held.texts

    # --- what stands ---------------------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """The audit file."""
        return self._file.path

    @property
    def info(self) -> AuditInfo:
        """Title, people, dates, profile, and the state that the answers and their reviews add up to."""
        if self._info is None:
            stored = self._file.info
            last = (effect for one in self._file.effects().values() for effect in one.values())
            self._info = replace(stored, state=audit_state(stored.state, last))
        return self._info

    @property
    def seal(self) -> str:
        """SHA-256 of the last ledger entry, in hex."""
        return self._file.seal

    @property
    def readonly(self) -> bool:
        """Whether nothing can be added."""
        return self._file.readonly

    @property
    def readonly_reason(self) -> str:
        """Why nothing can be added, in one sentence."""
        return self._file.readonly_reason

    @property
    def revision(self) -> int:
        """1 until the audit is opened again after signing."""
        return self._file.revision

    @property
    def predecessor(self) -> str:
        """The seal under which the revision before this one was signed, or an empty text."""
        return self._file.predecessor

    @property
    def predecessors(self) -> tuple[str, ...]:
        """The seals under which the revisions before this one were signed, that of revision 1 first."""
        return self._file.predecessors

    @property
    def signing(self) -> Signing | None:
        """Who signed this revision; None while it isn't signed."""
        return self._file.signing

    @property
    def interrupted(self) -> bool:
        """Whether the last run was cut off before its end."""
        return self._file.interrupted

    @property
    def left(self) -> tuple[str, ...]:
        """The machines that an interrupted run came no more to look at, in the order of the targets."""
        return self._file.left()

    @property
    def targets(self) -> tuple[Target, ...]:
        """The machines of the audit."""
        return self._file.targets

    @property
    def states(self) -> tuple[TargetState, ...]:
        """What was learnt about each target that was looked at, in the order of the targets."""
        known = {state.target.name: state for state in self._file.states()}
        return tuple(known[target.name] for target in self.targets if target.name in known)

    def evidence(self, evidence_id: str) -> Evidence | None:
        """The evidence of that id (target/probe), or None."""
        return self._file.evidence().get(evidence_id)

    def all_evidence(self) -> Mapping[str, Evidence]:
        """The evidence of each target's newest look by "target/probe", read from the file when asked for."""
        return self._file.evidence()

    def answered(self, item: str) -> tuple[Override, ...]:
        """The answers to an item that can be taken back: the last one on each target, unless it was taken back."""
        last = (one.overrides[-1] for one in self.findings() if one.measured.item == item and one.overrides)
        return tuple(one for one in last if one.kind is not OverrideKind.WITHDRAWN)

    def overrides(self) -> tuple[Override, ...]:
        """Everything that people answered, oldest first."""
        return self._file.overrides()

    @property
    def entries(self) -> int:
        """How many entries the ledger has; the number of the last one."""
        return self._file.entries

    def answers_at(self, item: str, target: str | None) -> tuple[Override, ...]:
        """What was said about an item on a target, oldest first, which needs no findings."""
        return self._file.answers_at(item, target)

    def answered_since(self, number: int) -> list[Place]:
        """Items and targets to which answers were given or reviewed by entries after that number, each once."""
        return self._file.answered_since(number)

    def history(self, item: str = "", target: str | None = None) -> tuple[HistoryLine, ...]:
        """Who did what when: the ledger for people, of one item and target or of all."""
        return self._file.history(item, target)

    # --- how far it is ---------------------------------------------------------------------------------------------

    def counts(self) -> Mapping[str | None, Counted]:
        """How many of findings() count as what, by machine (None: the site) and chapter; makes no finding for that."""
        self._look_at_the_day()
        if self._counts is None:
            roles = {state.target.name: state.role for state in self._file.states()}
            self._counts = self._counting.counted(
                self.info.profile, self.targets, roles, self._file.verdicts, self._file.effects(), self._day
            )
        return self._counts

    def _look_at_the_day(self) -> None:
        """Midnight went by: waivers and answers may have ended, and nothing else can have changed by that."""
        today = self._today()
        if self._day != today:
            self._day = today
            self._held.turn(today)
            self._changed()

    # --- findings ------------------------------------------------------------------------------------------------

    def findings(self) -> tuple[Finding, ...]:
        """Every item on every target that it concerns, measured or not yet, with the answers laid over it."""
        self._look_at_the_day()
        return self._held.all()

    def ahead(self, wanted: Callable[[], bool]) -> bool:
        """Make a part of what findings() will need, as long as it is ``wanted``; whether it is all there.

        All of a hundred machines at once would hold a screen for a quarter of a second.
        """
        self._look_at_the_day()
        return self._held.ahead(wanted)

    def _said(self) -> None:
        """Take in that answers were given or reviewed: of thousands of findings only theirs change."""
        self._info = self._counts = None
        if self._day != self._today() or not self._held.answered():
            self._changed()

    def finding(self, item: str, target: str | None) -> Finding:
        """One finding; UsageError if the item has none there."""
        self.findings()
        found = self._held.at.get((item, target))
        if found is not None:
            return found
        said = (
            tr("{item}: there is no finding on {target}; `bartizan checks list` names the items.")
            if target
            else tr("{item}: there is no finding for the site; `bartizan checks list` names the items.")
        )
        raise UsageError(said.format(item=item, target=target))

    def score(self) -> Score:
        """The audit's score, None where nothing was decided."""
        return score(self.findings())

    def document(self) -> ScanResult:
        """The whole audit as reports see it; what it says itself is in English, so that its JSON never varies."""
        with language.speaking(language.ENGLISH):
            history, states = self.history(), self._all_states()
        return ScanResult(
            info=self.info,
            program=f"Bartizan {__version__}",
            benchmark=self.benchmark,
            targets=states,
            findings=self.findings(),
            evidence=self._file.evidence(),
            seal=self.seal,
            score=self.score(),
            revision=self.revision,
            predecessor=self.predecessor,
            signing=self.signing,
            history=history,
            attachments=AttachmentView(self._file),
            texts=self.texts,
            contents=self._file.contents(),
        )

    def _all_states(self) -> tuple[TargetState, ...]:
        """A state for every target: one that was never looked at says so."""
        known = {state.target.name: state for state in self.states}
        return tuple(
            known.get(target.name)
            or TargetState(target, reachable=False, role=target.presumed_role, error=tr("Not looked at yet."))
            for target in self.targets
        )

    def compare(self, old: "AuditView") -> Comparison:
        """What changed since an earlier audit."""
        return compare(
            old.document(), self.document(), old_texts=old.asked_texts() or None, new_texts=self.asked_texts() or None
        )

    def since(self, old: "AuditView") -> "Earlier":
        """The comparison with an earlier audit as a report prints it."""
        from app.report.changes import Earlier  # noqa: PLC0415 - the report's modules are for those who want a report

        return Earlier(old.info.title, old.info.finished, old.seal, self.compare(old))

    def asked_texts(self) -> Mapping[str, str]:
        """The digest of each item's text as of the newest run."""
        return self._file.rules()

    def attachment(self, sha256: str) -> bytes:
        """The bytes of an attached file."""
        return self._file.attachment(sha256)

    def at(self, seal: str, clock: Clock | None = None) -> "AuditView":
        """The audit as it stood under an earlier seal, to be closed by the caller; StoreError if it never bore it.

        Without a clock it counts days as of that time, so a waiver that has ended since still stands in it.
        """
        file = AuditFile.open(self.path, until=seal)
        return AuditView(file, self.benchmark, clock or (lambda: file.newest))

    def at_revision(self, number: int) -> "AuditView":
        """The audit as an earlier revision was signed, to be closed by the caller; UsageError if there is none."""
        if not 1 <= number <= len(self.predecessors):
            said = (
                tr("{path}: has no earlier revision {number}; signed and opened again: 1 to {last}.")
                if self.predecessors
                else tr("{path}: has no earlier revision {number}; signed and opened again: none.")
            )
            raise UsageError(said.format(path=self.path, number=number, last=len(self.predecessors)))
        return self.at(self.predecessors[number - 1])

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


class AttachmentView(Mapping[str, bytes]):
    """The attached files by SHA-256, read from the audit file when asked for."""

    def __init__(self, file: AuditFile) -> None:
        self._file = file
        self._digests = tuple(dict.fromkeys(one.sha256 for said in file.overrides() for one in said.attachments))

    def __getitem__(self, sha256: str) -> bytes:
        if sha256 not in self._digests:
            raise KeyError(sha256)
        return self._file.attachment(sha256)

    def __iter__(self) -> Iterator[str]:
        return iter(self._digests)

    def __len__(self) -> int:
        return len(self._digests)
