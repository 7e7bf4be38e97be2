"""The open audit: what command line and screen both hold.

It ties runner, store, topology and overrides together and decides nothing itself. One thread at a time uses it;
``runner()`` hands work to others, and what that gave they may write themselves (``write``, ``end_run``).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from app.answers import drafted, permit_review, permit_signing, withdrawal
from app.auditview import AuditView
from app.carry import Carried, carry
from app.coverage import site_results
from app.errors import StoreError, UsageError
from app.language import tr
from app.look import ScanOptions
from app.model import Benchmark, Evidence, Result, Target, TargetState
from app.overrides import Answer, AnswerState, awaiting_review, counting, expired, newest, unseen
from app.people import is_name
from app.record import AuditInfo, Finding, Override, OverrideKind
from app.runner import JOBS, Runner
from app.scan import judge_target
from app.store.auditfile import AuditFile, utc_now
from app.store.encoded import Encoded, encode_look, encode_site
from app.store.loosefile import LooseFile
from app.store.reader import Clock
from app.topology.together import compare_members, member_of


def new_info(title: str, **fields: Any) -> AuditInfo:
    """The head of a new audit, with a fresh id."""
    return AuditInfo(id=str(uuid4()), title=title, created=datetime.now(UTC), **fields)


class Audit(AuditView):
    """One audit file with its benchmark, to read and to add to."""

    @classmethod
    def create(
        cls,
        path: Path,
        info: AuditInfo,
        benchmark: Benchmark,
        targets: Sequence[Target] = (),
        *,
        clock: Clock = utc_now,
    ) -> "Audit":
        """A new audit; StoreError if the file is there already or can't be written."""
        return cls(AuditFile.create(path, info, tuple(targets), clock=clock), benchmark, clock)

    @classmethod
    def open(cls, path: Path, benchmark: Benchmark, *, readonly: bool = False, clock: Clock = utc_now) -> "Audit":
        """A stored audit; StoreError in words if it can't be."""
        return cls(AuditFile.open(path, readonly=readonly, clock=clock), benchmark, clock)

    # --- set-up --------------------------------------------------------------------------------------------------

    def set_info(self, info: AuditInfo) -> None:
        """Change title, people, profile or chapters."""
        self._file.set_info(info)
        self._changed()

    def set_targets(self, targets: Sequence[Target]) -> None:
        """Change the machines; names must be unique."""
        doubled = sorted(name for name, count in Counter(one.name for one in targets).items() if count > 1)
        if doubled:
            raise UsageError(
                tr("{names}: this name is given to two targets; names must be unique.").format(names=", ".join(doubled))
            )
        self._file.set_targets(tuple(targets))
        self._changed()

    # --- a run ---------------------------------------------------------------------------------------------------

    def runner(self, options: ScanOptions, *, jobs: int = JOBS) -> Runner:
        """A runner for this audit; what it finds is made ready by app.engine.found and handed to ``write``."""
        return Runner(self.benchmark, self.info.profile, options, jobs=jobs)

    def start_run(self, names: Sequence[str] | None = None, *, by: str = "", judged: bool = False) -> None:
        """Note that a run begins, or that stored evidence is judged again; one without an end shows as interrupted."""
        listed = list(names) if names is not None else [target.name for target in self.targets]
        used = self.benchmark
        self._file.start_run(listed, used.id, used.version, used.digest, by=by, rules=self.texts, judged=judged)
        self._changed()

    def finish_run(self) -> None:
        """Compare the machines with each other, store that, and note the end of the run."""
        self.end_run(self.together())
        self.take_in()

    def write(self, encoded: Encoded) -> None:
        """Store what one target gave, made ready by app.store.encoded; for any thread.

        Durable when it returns, and known here after take_in().
        """
        self._file.write(encoded)

    def together(self) -> Encoded:
        """What the machines show together and what concerns the site, as it stands now; ready to be written."""
        states, profile, evidence = self.states, self.info.profile, self._file.evidence()
        values = {**{value.id: value.default for value in self.benchmark.values}, **dict(profile.values)}
        members = [member_of(self.benchmark, state, evidence) for state in states]
        names = [state.target.name for state in states]
        alone = {(item, name): one for name in names for item, one in self._file.alone(name).items()}
        compared = compare_members(self.benchmark.rules, members, alone, values)
        return encode_site([*compared, *site_results(self.benchmark, profile, states, evidence)]).packed()

    def end_run(self, together: Encoded) -> None:
        """Store what the machines show together, and that the run has ended; for any thread, as write()."""
        self._file.write(together)
        self._file.write_finish()

    def take_in(self) -> None:
        """Know what other threads have written."""
        self._file.refresh()
        self._changed()

    def judge_again(self, *, by: str = "", remark: str = "") -> int:
        """Judge the stored evidence with today's benchmark, as a run without a host; the number of targets judged.

        A signed audit is opened again for that as a new revision, by the person named. All is judged before any of it
        is noted: where stored evidence can't be read (StoreError), or a person breaks it off, nothing has changed.
        """
        signed = self.info.state == "signed"
        if signed:
            self._permit_revision(by, remark)
        judged = [self._judged(state) for state in self.states]
        if signed:
            self.start_revision(by=by, remark=remark)
        self.start_run([state.target.name for state in self.states], by=by.strip(), judged=True)
        for one in judged:
            self.write(one)
        self.take_in()
        self.finish_run()
        return len(judged)

    def _judged(self, state: TargetState) -> Encoded:
        try:
            evidence = self._evidence_of(state)
        except StoreError as error:
            said = tr(
                "{problem}; it is part of what {target} answered, so nothing was judged again; restore the audit from "
                "a copy, or look at that host again. More is told by: bartizan verify {path}"
            )
            raise StoreError(
                said.format(problem=str(error).rstrip("."), target=state.target.name, path=self.path)
            ) from error
        return self._file.lacking(
            encode_look(state, evidence, judge_target(state, self.benchmark, self.info.profile, evidence))
        )

    def _evidence_of(self, state: TargetState) -> tuple[Evidence, ...]:
        stored = self._file.evidence()
        return tuple(stored[one] for one in stored if one.rpartition("/")[0] == state.target.name)

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
        drafts = [
            self.draft(item, target, kind, new, by=by, role=role, remark=remark, expires=expires)
            for item in items
            for target in targets
        ]
        return self.give(drafts, [LooseFile.read(path) for path in attachments])

    def draft(self, item: str, target: str | None, kind: OverrideKind, new: Result, **said: Any) -> Answer:
        """An answer that may be given, without giving it; UsageError says what is missing. ``said`` as of answer()."""
        finding = self.finding(item, target)  # which has looked at the day
        return drafted(finding, self._rules[item], kind, new, today=self._day, basis=self.texts[item], **said)

    def draft_again(self, old: Override, target: str | None, *, by: str, role: str, remark: str = "") -> Answer:
        """The same answer by this person, on that target; without a remark, with that of the old one."""
        return self.draft(
            old.item,
            target,
            old.kind,
            old.new,
            by=by,
            role=role,
            remark=remark.strip() or old.remark,
            expires=old.expires,
            attachments=old.attachments,
        )

    def give(self, drafts: Sequence[Answer], files: Sequence[LooseFile] = ()) -> tuple[Override, ...]:
        """Give drafted answers, each with these files too: all of it or nothing. Durable when it returns."""
        made = self._file.add_overrides(drafts, files)
        self._said()
        return made

    def withdraw(self, item: str, target: str | None, *, by: str, role: str, remark: str) -> Override:
        """Take the last answer back by a further entry; the measured result stands again."""
        return self.withdraw_all(item, [target], by=by, role=role, remark=remark)[0]

    def withdraw_all(
        self, item: str, targets: Sequence[str | None], *, by: str, role: str, remark: str
    ) -> tuple[Override, ...]:
        """Take the last answers to an item on these machines back, all or none."""
        findings = [self.finding(item, target) for target in targets]
        return self.give([withdrawal(finding, by=by, role=role, remark=remark) for finding in findings])

    def submit(self, ids: Sequence[str] | None = None, *, by: str, remark: str = "") -> tuple[Override, ...]:
        """Give answers to a second person: these, or all that count and wait for nobody yet; those submitted."""
        if not is_name(by):
            raise UsageError(tr("Submitting needs the name of the person who does it."))
        waiting = awaiting_review(self.overrides())
        if ids is None:
            chosen = tuple(one for one in waiting if not one.review)
        else:
            known = {one.id: one for one in waiting}
            unfit = [one for one in ids if one not in known]
            if unfit:
                raise UsageError(
                    tr("{id}: no answer of that number waits for a review in {path}.").format(
                        id=unfit[0], path=self.path
                    )
                )
            chosen = tuple(known[one] for one in ids)
        if not chosen:
            raise UsageError(tr("{path}: there is no answer to submit.").format(path=self.path))
        self._file.submit([one.id for one in chosen], by.strip(), remark.strip())
        self._said()
        return chosen

    def review(self, ids: Sequence[str], *, accept: bool, by: str, remark: str) -> None:
        """A second person accepts or rejects answers; nobody reviews their own unless the audit says that one may."""
        self.reviews(ids if accept else (), () if accept else ids, by=by, remark=remark)

    def reviews(
        self, accepted: Sequence[str], rejected: Sequence[str], *, by: str, remark: str, single_person: bool = False
    ) -> None:
        """review() both ways, all or none; ``single_person`` marks the audit so that one may review one's own."""
        for ids, accept in ((accepted, True), (rejected, False)):
            self.permit_reviews(ids, accept=accept, by=by, remark=remark, single_person=single_person)
        info = replace(self.info, single_person=True) if single_person and not self.info.single_person else None
        self._file.reviews(accepted, rejected, by.strip(), remark.strip(), info)
        self._said()

    def permit_reviews(
        self, ids: Sequence[str], *, accept: bool, by: str, remark: str, single_person: bool = False
    ) -> tuple[Override, ...]:
        """The answers of these numbers, if review() would take them; UsageError says why it wouldn't.

        ``single_person``: judged as if the audit were marked so already.
        """
        alone = single_person or self.info.single_person
        permitted = []
        for one in ids:
            override = self._file.override(one)
            if override is None:
                raise UsageError(
                    tr("{id}: there is no answer of that number in {path}.").format(id=one, path=self.path)
                )
            last = self._file.answers_at(override.item, override.target)[-1]
            permit_review(override, last, accept=accept, by=by, remark=remark, single_person=alone)
            permitted.append(override)
        return tuple(permitted)

    def confirm(self, ids: Sequence[str] | None = None, *, by: str, role: str, remark: str) -> tuple[Override, ...]:
        """Give answers that were carried over once more, as one's own: these, or all that still hold as carried.

        Without a remark the one that was carried over is given again.
        """
        carried = {one.id: one for one in newest(self.overrides()) if one.origin and counting((one,))}
        unfit = [one for one in ids or () if one not in carried]
        if unfit:
            raise UsageError(tr("{id}: is no answer that was carried over and still stands.").format(id=unfit[0]))
        lasting = [name for name, one in carried.items() if not expired(one, self._today())]
        chosen = [carried[one] for one in (lasting if ids is None else ids)]
        if not chosen:
            raise UsageError(
                tr("{path}: no answer that was carried over waits to be confirmed.").format(path=self.path)
            )
        return self.give([self.draft_again(old, old.target, by=by, role=role, remark=remark) for old in chosen])

    def copy(
        self, source: str, targets: Sequence[str], items: Sequence[str] = (), *, by: str, role: str, remark: str = ""
    ) -> tuple[Override, ...]:
        """Answer on these machines as was answered on ``source``: the same verdict, remark, end and files.

        Without items, everything that counts on the source, has not run out, and that nobody has answered on the others
        yet; items that are named are answered anew. A waiver only where somebody could look. UsageError where there is
        nothing to copy.
        """
        drafts = []
        for one in self.findings():
            said = counting(one.overrides)
            item = one.measured.item
            if said is None or one.measured.target != source or (items and item not in items):
                continue
            if not items and expired(said, self._today()):
                continue
            for target in targets:
                place = self._held.at.get((item, target))
                if place is None or target == source or (not items and not _wants_answer(place)):
                    continue
                if said.kind is OverrideKind.WAIVER and unseen(place.measured):
                    continue
                drafts.append(self.draft_again(said, target, by=by, role=role, remark=remark))
        if not drafts:
            sentence = (
                tr("{source}: has no answer that could be copied to {targets}.")
                if targets
                else tr("{source}: has no answer that could be copied to no machine.")
            )
            raise UsageError(sentence.format(source=source, targets=", ".join(targets)))
        return self.give(drafts)

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
            today=self._today(),
            origin=f"{old.info.title}, seal {old.seal}",
            answered={(one.item, one.target) for one in newest(self.overrides()) if counting((one,))},
        )
        if carried.answers:
            self._file.take_over(carried.answers, old.attachment)
            self._said()
        return carried

    # --- signing -------------------------------------------------------------------------------------------------

    def sign(self, *, by: str, role: str, remark: str = "", unreviewed: bool = False, outdated: bool = False) -> None:
        """Sign the audit and so lock it; see permit_signing() for what must be settled first."""
        if self.info.state == "signed":
            raise UsageError(tr("{path}: is signed already.").format(path=self.path))
        permit_signing(
            awaiting_review(self.overrides()),
            [one for one in self.findings() if one.state == AnswerState.OUTDATED],
            by=by,
            role=role,
            interrupted=self.interrupted,
            unreviewed=unreviewed,
            outdated=outdated,
        )
        self._file.set_state("signed", by=by.strip(), role=role.strip(), remark=remark.strip())
        self._changed()

    def start_revision(self, *, by: str, remark: str) -> None:
        """Open a signed audit again; the revision names the seal of what was signed."""
        if self.info.state != "signed":
            raise UsageError(
                tr("{path}: isn't signed, so it can be changed without a new revision.").format(path=self.path)
            )
        self._permit_revision(by, remark)
        self._file.start_revision(by=by.strip(), remark=remark.strip())
        self._changed()

    def _permit_revision(self, by: str, remark: str) -> None:
        if not is_name(by) or not remark.strip():
            raise UsageError(
                tr(
                    "{path}: is signed and locked; opening a new revision needs the name of the person who "
                    "does it, and why."
                ).format(path=self.path)
            )


def compared(path: Path, benchmark: Benchmark) -> Encoded:
    """``Audit.together`` of a stored audit, for any thread and process: the file is only read."""
    audit = Audit.open(path, benchmark, readonly=True)
    try:
        return audit.together()
    finally:
        audit.close()


def _wants_answer(finding: Finding) -> bool:
    """Whether an answer may be copied there unasked: the item applies, and nobody has answered it yet."""
    applies = finding.measured.result not in {Result.NOTAPPLICABLE, Result.NOTSELECTED}
    return applies and counting(finding.overrides) is None
