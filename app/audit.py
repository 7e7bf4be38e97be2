"""The open audit: what command line and screen both hold.

It ties runner, store, topology and overrides together and decides nothing itself. All methods run on the thread that
opened it (SQLite stays on one thread); only ``runner()`` hands work to others.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

from app import __version__
from app.answers import permit
from app.carry import Carried, carry
from app.compare import Comparison, compare
from app.coverage import complete, site_results
from app.errors import UsageError
from app.model import (
    Attachment,
    AuditInfo,
    Benchmark,
    Check,
    Evidence,
    Finding,
    Override,
    OverrideKind,
    Result,
    RuleResult,
    ScanResult,
    Score,
    Target,
    TargetState,
)
from app.overrides import (
    Answer,
    AnswerState,
    answer_state,
    changed_since,
    counting,
    lay,
    local_today,
    may_review,
    score,
    text_digest,
)
from app.runner import JOBS, Runner
from app.scan import ScanOptions, TargetScan, facts_of, judge_target
from app.store.auditfile import ATTACHMENT_LIMIT, AuditFile
from app.topology import Member
from app.topology.together import compare_members


def new_info(title: str, **fields: Any) -> AuditInfo:
    """The head of a new audit, with a fresh id."""
    return AuditInfo(id=str(uuid4()), title=title, created=datetime.now(UTC), **fields)


class Audit:
    """One audit file with its benchmark."""

    def __init__(self, file: AuditFile, benchmark: Benchmark) -> None:
        self._file = file
        self.benchmark = benchmark
        self._rules = {rule.id: rule for rule in benchmark.rules}
        self._findings: tuple[Finding, ...] | None = None

    @classmethod
    def create(cls, path: Path, info: AuditInfo, benchmark: Benchmark, targets: Sequence[Target] = ()) -> "Audit":
        """A new audit; StoreError if the file is there already or can't be written."""
        return cls(AuditFile.create(path, info, tuple(targets)), benchmark)

    @classmethod
    def open(cls, path: Path, benchmark: Benchmark, *, readonly: bool = False) -> "Audit":
        """A stored audit; StoreError in words if it can't be."""
        return cls(AuditFile.open(path, readonly=readonly), benchmark)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The digest of what each item asks and how it is checked, with today's content."""
        checks: dict[str, list[Check]] = {}
        for addendum in self.benchmark.addenda:
            for check in addendum.checks:
                checks.setdefault(check.item, []).append(check)
        return {rule.id: text_digest(rule, checks.get(rule.id, ())) for rule in self.benchmark.rules}

    # --- what stands ---------------------------------------------------------------------------------------------

    @property
    def path(self) -> Path:
        """The audit file."""
        return self._file.path

    @property
    def info(self) -> AuditInfo:
        """Title, people, dates, profile, state."""
        return self._file.info

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
    def interrupted(self) -> bool:
        """Whether the last run was cut off before its end."""
        return self._file.interrupted

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

    def overrides(self) -> tuple[Override, ...]:
        """Everything that people answered, oldest first."""
        return self._file.overrides()

    def history(self, item: str = "", target: str | None = None) -> tuple[Any, ...]:
        """Who did what when: the ledger for people, of one item and target or of all."""
        return tuple(self._file.history(item, target))

    # --- set-up --------------------------------------------------------------------------------------------------

    def set_info(self, info: AuditInfo) -> None:
        """Change title, people, profile or chapters."""
        self._file.set_info(info)
        self._findings = None

    def set_targets(self, targets: Sequence[Target]) -> None:
        """Change the machines; names must be unique."""
        names = [target.name for target in targets]
        doubled = sorted({name for name in names if names.count(name) > 1})
        if doubled:
            raise UsageError(f"{', '.join(doubled)}: this name is given to two targets; names must be unique.")
        self._file.set_targets(tuple(targets))
        self._findings = None

    # --- a run ---------------------------------------------------------------------------------------------------

    def runner(self, options: ScanOptions, *, jobs: int = JOBS) -> Runner:
        """A runner for this audit; start it with targets and hand each of its results to ``record``."""
        return Runner(self.benchmark, self.info.profile, options, jobs=jobs)

    def start_run(self, names: Sequence[str] | None = None) -> None:
        """Note that a run begins; one that isn't finished shows as interrupted."""
        listed = list(names) if names is not None else [target.name for target in self.targets]
        self._file.start_run(listed, self.benchmark.id, self.benchmark.version, self.benchmark.digest, rules=self.texts)

    def record(self, scan: TargetScan) -> None:
        """Store what one target gave; durable when it returns."""
        self._file.record(scan.state, scan.evidence, scan.results)
        self._findings = None

    def finish_run(self) -> None:
        """Compare the machines with each other, store that, and note the end of the run."""
        found = [*self._cross_host(), *self._site()]
        self._file.record_site(found)
        self._file.finish_run()
        self._findings = None

    def judge_again(self) -> int:
        """Judge the stored evidence with today's benchmark, as a run without a host; the number of targets judged."""
        states = self.states
        self.start_run([state.target.name for state in states])
        for state in states:
            evidence = self._evidence_of(state)
            results = judge_target(state, self.benchmark, self.info.profile, evidence)
            self._file.record(state, evidence, results)
        self.finish_run()
        return len(states)

    def _evidence_of(self, state: TargetState) -> tuple[Evidence, ...]:
        prefix = f"{state.target.name}/"
        stored = self._file.evidence()
        return tuple(stored[one] for one in stored if one.startswith(prefix))

    def _member(self, state: TargetState) -> Member:
        evidence = self._evidence_of(state)
        facts = facts_of(self.benchmark, list(state.addenda), evidence, state.target.name)
        asked = {one.probe: (one.started, one.seconds) for one in evidence}
        return Member(state, facts, asked)

    def _values(self) -> dict[str, Any]:
        return {**{value.id: value.default for value in self.benchmark.values}, **dict(self.info.profile.values)}

    def _cross_host(self) -> list[RuleResult]:
        members = [self._member(state) for state in self.states]
        measured = {(one.item, one.target): one for one in self._file.results() if one.target is not None}
        return list(compare_members(self.benchmark.rules, members, measured, self._values()))

    def _site(self) -> list[RuleResult]:
        return site_results(self.benchmark, self.info.profile, self.states, self._file.evidence())

    # --- findings ------------------------------------------------------------------------------------------------

    def findings(self) -> tuple[Finding, ...]:
        """Every item on every target that it concerns, measured or not yet, with the answers laid over it."""
        if self._findings is None:
            self._findings = lay(self._results(), self._file.overrides(), local_today())
        return self._findings

    def finding(self, item: str, target: str | None) -> Finding:
        """One finding; UsageError if the item has none there."""
        for one in self.findings():
            if one.measured.item == item and one.measured.target == target:
                return one
        where = f"on {target}" if target else "for the site"
        raise UsageError(f"{item}: there is no finding {where}; `bartizan checks list` names the items.")

    def _results(self) -> list[RuleResult]:
        roles = {state.target.name: state.role for state in self.states}
        return complete(self.benchmark, self.info.profile, self.targets, roles, self._file.results())

    def score(self) -> Score:
        """The audit's score, None where nothing was decided."""
        return score(self.findings())

    def document(self) -> ScanResult:
        """The whole audit as reports see it."""
        return ScanResult(
            info=self.info,
            program=f"Bartizan {__version__}",
            benchmark=self.benchmark,
            targets=self._all_states(),
            findings=self.findings(),
            evidence=self._file.evidence(),
            seal=self.seal,
            score=self.score(),
        )

    def _all_states(self) -> tuple[TargetState, ...]:
        """A state for every target: one that was never looked at says so."""
        known = {state.target.name: state for state in self.states}
        return tuple(
            known.get(target.name) or TargetState(target, reachable=False, role=target.role, error="Not looked at yet.")
            for target in self.targets
        )

    # --- answers -------------------------------------------------------------------------------------------------

    def answer(
        self,
        items: Sequence[str],
        targets: Sequence[str | None],
        kind: OverrideKind,
        new: Result,
        *,
        by: str,
        role: str,
        remark: str,
        expires: date | None = None,
        attachments: Sequence[Path] = (),
    ) -> tuple[Override, ...]:
        """Answer items on targets; UsageError says what is missing. Durable when it returns."""
        chosen = [self.finding(item, target) for item in items for target in targets]
        for finding in chosen:
            permit(
                finding, self._rules[finding.measured.item], kind, new, by=by, role=role, remark=remark, expires=expires
            )
        files = tuple(self.attach(path) for path in attachments)
        made = self._file.add_overrides(
            [
                Answer(
                    kind=kind,
                    item=finding.measured.item,
                    target=finding.measured.target,
                    old=finding.measured.result,
                    new=finding.measured.result if kind is OverrideKind.WAIVER else new,
                    by=by.strip(),
                    role=role.strip(),
                    remark=remark.strip(),
                    expires=expires,
                    attachments=files,
                    basis=self.texts[finding.measured.item],
                )
                for finding in chosen
            ]
        )
        self._findings = None
        return made

    def withdraw(self, item: str, target: str | None, *, by: str, role: str, remark: str) -> Override:
        """Take the last answer back by a further entry; the measured result stands again."""
        finding = self.finding(item, target)
        if not finding.overrides or finding.overrides[-1].kind is OverrideKind.WITHDRAWN:
            raise UsageError(f"{item}: there is no answer to take back.")
        made = self._file.add_override(
            kind=OverrideKind.WITHDRAWN,
            item=item,
            target=target,
            old=finding.measured.result,
            new=finding.measured.result,
            by=by.strip(),
            role=role.strip(),
            remark=remark.strip(),
            expires=None,
            attachments=(),
        )
        self._findings = None
        return made

    def state_of(self, finding: Finding) -> AnswerState:
        """How far people are with a finding: awaiting, answered, submitted, rejected, waived, outdated, ..."""
        override = counting(finding.overrides)
        outdated = override is not None and (
            self._file.answered(override.id).basis not in {"", self.texts[finding.measured.item]}
            or changed_since(override, self._file.measured_before(override.id), finding.measured)
        )
        return answer_state(finding, local_today(), outdated=outdated)

    def submit(self, ids: Sequence[str], *, by: str, remark: str = "") -> None:
        """Give answers to a second person."""
        self._file.submit(ids, by, remark)
        self._findings = None

    def review(self, ids: Sequence[str], *, accept: bool, by: str, remark: str) -> None:
        """A second person accepts or rejects answers; nobody reviews their own, and a rejection says why."""
        if not by.strip():
            raise UsageError("A review needs the name of the person who gives it.")
        if not accept and not remark.strip():
            raise UsageError("A rejection needs a remark that says what is missing.")
        known = {override.id: override for override in self.overrides()}
        for one in ids:
            if one not in known:
                raise UsageError(f"{one}: there is no answer of that number in {self.path}.")
            if not may_review(known[one], by):
                raise UsageError(f"{one}: {by} gave this answer; another person must review it.")
        self._file.review(ids, accept, by.strip(), remark.strip())
        self._findings = None

    def carry(self, old: "Audit") -> Carried:
        """Take over the answers of an earlier audit that still hold, with their files; says what was left behind.

        Each says where it comes from and is to be confirmed by a person.
        """
        measured = {(one.measured.item, one.measured.target): one.measured.result for one in self.findings()}
        carried = carry(
            old.overrides(),
            measured,
            old_texts=old.asked_texts(),
            new_texts=self.texts,
            targets={target.name for target in self.targets},
            today=local_today(),
            origin=f"{old.info.title}, seal {old.seal}",
        )
        for attachment in {one for answer in carried.answers for one in answer.attachments}:
            self._file.add_attachment(attachment.name, old.attachment(attachment.sha256))
        if carried.answers:
            self._file.add_overrides(carried.answers)
            self._findings = None
        return carried

    def compare(self, old: "Audit") -> Comparison:
        """What changed since an earlier audit."""
        return compare(
            old.document(), self.document(), old_texts=old.asked_texts() or None, new_texts=self.asked_texts() or None
        )

    def asked_texts(self) -> Mapping[str, str]:
        """The digest of each item's text as of the newest run."""
        return self._file.rules()

    def attach(self, path: Path) -> Attachment:
        """Keep a file as evidence, once per content."""
        try:
            if not path.is_file():
                raise UsageError(f"{path}: only an ordinary file can be attached; choose another.")
            size = path.stat().st_size
            if size > ATTACHMENT_LIMIT:
                limit = ATTACHMENT_LIMIT >> 20
                raise UsageError(f"{path}: {size >> 20} MiB is more than the {limit} MiB that an attachment may have.")
            data = path.read_bytes()
        except OSError as error:
            raise UsageError(f"{path}: can't be read ({error.strerror}); choose another file.") from error
        return self._file.add_attachment(path.name, data)

    def attachment(self, sha256: str) -> bytes:
        """The bytes of an attached file."""
        return self._file.attachment(sha256)

    def set_state(self, state: str, *, by: str = "", remark: str = "") -> None:
        """Open, submitted, accepted or signed; a signed audit is locked."""
        self._file.set_state(state, by=by, remark=remark)
        self._findings = None

    def start_revision(self, *, by: str, remark: str) -> None:
        """Open a signed audit again; the revision names the seal of what was signed."""
        self._file.start_revision(by=by, remark=remark)
        self._findings = None

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
