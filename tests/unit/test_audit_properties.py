"""Random sequences of what people do, of days that pass and of further runs, through the open audit itself.

However they fall: what stands can be derived from the file alone, nothing waived, ended, rejected or taken back ever
counts as passed, nobody accepts their own answer unseen, and every entry can be found in the history.
"""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from content_sample import small_benchmark
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from people_sample import ALL, HV1, HV2, Clock, at, looked
from recording import record
from store_sample import before_tables

from app.audit import Audit, new_info
from app.auditview import AuditView
from app.errors import BartizanError
from app.model import Result
from app.overrides import counting, local_today
from app.record import Finding, OverrideKind
from app.screen.wizard import progress_by_chapter, progress_of
from app.store.encoded import Encoded, encode_look, encode_site
from app.store.verify import verify

PLACES = (
    ("4.1-a", "hv1"),
    ("4.1-c", "hv1"),
    ("4.1-c", "hv2"),
    ("4.2-a", "hv1"),
    ("4.2-b", "hv2"),
    ("4.1-d", None),
)
WHO = {
    "Ann": "Ann",
    "Ben": "Ben",
    " ann ": "Ann",
    "\uff21\uff4e\uff4e": "Ann",
    "A\u00adnn": "Ann",
}  # name as typed: person
PEOPLE = tuple(WHO)
places = st.sampled_from(PLACES)
people = st.sampled_from(PEOPLE)
remarks = st.sampled_from(["seen", "seen", "", "Žilina\n= 1"])
ends = st.none() | st.integers(0, 40) | st.integers(-2, 2)
STANDS = {Result.PASS, Result.NOTAPPLICABLE}


class People(RuleBasedStateMachine):
    """``self.audit`` is under test; the rest is what a by-stander noted down."""

    @initialize()
    def create(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bartizan-test-"))
        self.clock = Clock(at(2028, 2, 20))
        self.whole = False  # results are stored as they were before heads and checks were kept apart
        self.patched = pytest.MonkeyPatch()
        self.patched.setattr("app.store.auditfile.encode_look", partial(self.encoded, encode_look))
        self.patched.setattr("app.engine.found.encode_look", partial(self.encoded, encode_look))
        self.patched.setattr("app.audit.encode_site", partial(self.encoded, encode_site))
        info = new_info("Leap day", profile=ALL)
        self.audit = Audit.create(self.folder / "a.bartizan", info, small_benchmark(), (HV1, HV2), clock=self.clock)
        self.runs(True, 4, True)
        self.given: dict[str, str] = {}  # who gave the answer of that number
        self.alone: set[str] = set()  # answers that were accepted by their own giver, when that was allowed
        self.noted: list[tuple[str, datetime, object]] = []  # seals, when they were noted, and what stood then

    def encoded(self, encode: Callable[..., Encoded], *given: Any) -> Encoded:
        return before_tables(given) if self.whole else encode(*given)

    def teardown(self) -> None:
        if hasattr(self, "patched"):
            self.patched.undo()
        if hasattr(self, "audit"):
            found = verify(self.audit.path, self.audit.seal)
            assert found.whole, found.problem
            assert found.entries == len(self.audit.history())
            self.audit.close()
            shutil.rmtree(self.folder)

    # --- what may happen ---------------------------------------------------------------------------------------------

    @rule(green=st.booleans(), size=st.integers(2, 5), whole=st.booleans(), things=st.sampled_from([b"a\n", b"b\n"]))
    def runs(self, green: bool, size: int, whole: bool, things: bytes = b"a\n") -> None:
        if self.audit.info.state == "signed":
            return
        self.audit.start_run()
        scan = looked(HV1, "green" if green else "red", size)
        shown = (replace(one, output=things) if one.probe == "things" else one for one in scan.evidence)
        record(self.audit, replace(scan, evidence=tuple(shown)))
        if whole:
            record(self.audit, looked(HV2, "green", size + 1))
            self.audit.finish_run()

    @rule(
        where=st.lists(places, min_size=1, max_size=2),
        new=st.sampled_from([Result.PASS, Result.PASS, Result.FAIL, Result.NOTAPPLICABLE]),
        by=people,
        remark=remarks,
        until=ends,
    )
    def sign_off(
        self, where: list[tuple[str, str | None]], new: Result, by: str, remark: str, until: int | None
    ) -> None:
        self.answer(where, OverrideKind.SIGNOFF, new, by, remark, until)

    @rule(where=st.lists(places, min_size=1, max_size=2), by=people, remark=remarks, until=ends)
    def waive(self, where: list[tuple[str, str | None]], by: str, remark: str, until: int | None) -> None:
        self.answer(where, OverrideKind.WAIVER, Result.FAIL, by, remark, until)

    def answer(  # noqa: PLR0917 - one call for both kinds
        self,
        where: list[tuple[str, str | None]],
        kind: OverrideKind,
        new: Result,
        by: str,
        remark: str,
        until: int | None,
    ) -> None:
        day = None if until is None else self.today() + timedelta(until)

        def act() -> None:
            for item, target in where:
                made = self.audit.answer([item], [target], kind, new, by=by, role="r", remark=remark, expires=day)
                assert made[0].expires is None or made[0].expires >= self.today()
                self.given[made[0].id] = WHO[by]

        self.tried(act)

    @precondition(lambda self: self.given)
    @rule(where=places, by=people)
    def withdraw(self, where: tuple[str, str | None], by: str) -> None:
        self.tried(lambda: self.audit.withdraw(*where, by=by, role="r", remark=""))

    @precondition(lambda self: self.given)
    @rule(by=people)
    def submit(self, by: str) -> None:
        self.tried(lambda: self.audit.submit(by=by))

    @precondition(lambda self: self.given)
    @rule(data=st.data(), accept=st.booleans(), by=people, remark=remarks)
    def review(self, data: st.DataObject, accept: bool, by: str, remark: str) -> None:
        number = data.draw(st.sampled_from(sorted(self.given)))

        def act() -> None:
            self.audit.review([number], accept=accept, by=by, remark=remark)
            own = self.given[number] == WHO[by]
            assert not own or self.audit.info.single_person
            if own and accept:
                self.alone.add(number)

        self.tried(act)

    @rule(alone=st.booleans())
    def single_person(self, alone: bool) -> None:
        self.tried(lambda: self.audit.set_info(replace(self.audit.info, single_person=alone)))

    @precondition(lambda self: self.given)
    @rule(by=people, unreviewed=st.booleans())
    def sign(self, by: str, unreviewed: bool) -> None:
        self.tried(lambda: self.audit.sign(by=by, role="head", unreviewed=unreviewed))

    @rule(by=people, remark=remarks)
    def judge_again(self, by: str, remark: str) -> None:
        before, seal = self.audit.info.state, self.audit.seal
        revision = self.audit.revision
        self.tried(lambda: self.audit.judge_again(by=by, remark=remark), signed=True)
        if before == "signed" and self.audit.seal != seal:
            assert (self.audit.revision, self.audit.predecessor) == (revision + 1, seal)

    @rule(whole=st.booleans())
    def another_program(self, whole: bool) -> None:
        self.whole = whole

    @rule(days=st.integers(0, 12), hours=st.integers(0, 23))
    def time_passes(self, days: int, hours: int) -> None:
        self.clock.now += timedelta(days=days, hours=hours)

    @precondition(lambda self: self.given)
    @rule(there=st.booleans(), by=people)
    def copy(self, there: bool, by: str) -> None:
        source, target = ("hv1", "hv2") if there else ("hv2", "hv1")

        def act() -> None:
            for one in self.audit.copy(source, [target], by=by, role="r"):
                like = counting(self.audit.finding(one.item, source).overrides)
                assert like is not None
                assert (one.kind, one.expires, one.remark) == (like.kind, like.expires, like.remark)
                self.given[one.id] = WHO[by]

        self.tried(act)

    @rule()
    def note(self) -> None:
        self.noted.append((self.audit.seal, self.clock.now, self.told(self.audit)))

    @precondition(lambda self: self.noted)
    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        """What stood under a seal can always be read again, whatever came after."""
        seal, then, stood = data.draw(st.sampled_from(self.noted))
        before = self.audit.at(seal, lambda: then)
        try:
            assert self.told(before) == stood
        finally:
            before.close()

    @rule()
    def reopen(self) -> None:
        before = self.told(self.audit)
        path = self.audit.path
        self.audit.close()
        self.audit = Audit.open(path, small_benchmark(), clock=self.clock)
        assert self.told(self.audit) == before

    @rule()
    def carry_into_another(self) -> None:
        """What another audit takes over counts there only as what it was, and as carried."""
        other = Audit.create(
            self.folder / "b.bartizan", new_info("b", profile=ALL), small_benchmark(), (HV1,), clock=self.clock
        )
        try:
            for one in other.carry(self.audit).answers:
                old = self.audit.finding(one.item, one.target)
                last = counting(old.overrides)
                assert last is not None
                assert (last.kind, last.expires, last.by) == (one.kind, one.expires, one.by)
                assert old.state not in {"expired", "waiver-expired", "rejected"}
                assert one.origin
            assert not [one for one in other.overrides() if one.review]
        finally:
            other.close()
            (self.folder / "b.bartizan").unlink()

    # --- what always holds -------------------------------------------------------------------------------------------

    @invariant()
    def what_is_counted_without_findings_is_what_they_say(self) -> None:
        if not hasattr(self, "audit"):
            return
        counted = progress_of(self.audit.counts().values())
        assert counted == progress_by_chapter(self.audit.findings())
        for name in ("hv1", "hv2", None):
            own = [one for one in self.audit.findings() if one.measured.target == name]
            assert progress_of([self.audit.counts()[name]]) == progress_by_chapter(own)

    @invariant()
    def nothing_counts_as_passed_that_is_not(self) -> None:
        for finding in self.audit.findings():
            self.honest(finding)
        score = self.audit.score()
        kinds = [finding.effective for finding in self.audit.findings()]
        decided = kinds.count("pass") + kinds.count("fail")
        assert score.value == (100 * kinds.count("pass") // decided if decided else None)

    def honest(self, finding: Finding) -> None:
        last = finding.overrides[-1] if finding.overrides else None
        measured, stands = finding.measured.result, finding.effective
        dead = last is None or last.kind is OverrideKind.WITHDRAWN or last.review == "rejected"
        over = last is not None and last.expires is not None and last.expires < self.today()
        if dead:
            assert stands == measured
            assert finding.state in {"measured", "awaiting", "rejected"}
        elif last.kind is OverrideKind.WAIVER:
            assert stands in ({measured.value} if measured in STANDS else {"fail"} if over else {"waived"})
            assert finding.state == "waiver-expired" or not over
        else:
            assert stands == (measured if over else last.new)
            assert (finding.state == "expired") == over
        if stands == Result.PASS and measured is not Result.PASS:
            assert not dead
            assert not over
            assert (last.kind, last.new) == (OverrideKind.SIGNOFF, Result.PASS)
        if finding.state in {"accepted", "submitted"}:
            assert last.review == finding.state
        if finding.state == "outdated":
            assert finding.outdated in {"result", "evidence"}  # no text changes on this walk
        if finding.outdated == "evidence":
            assert finding.measured.evidence

    @invariant()
    def every_entry_is_in_the_history(self) -> None:
        lines = self.audit.history()
        assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
        numbers = {one.id for one in self.audit.overrides()}
        assert set(self.given) <= numbers
        assert numbers == {str(line.seq) for line in lines if line.kind == "override"}
        for finding in self.audit.findings():
            told = {str(line.seq) for line in self.audit.history(finding.measured.item, finding.measured.target)}
            assert {one.id for one in finding.overrides} <= told
        assert sum(len(finding.overrides) for finding in self.audit.findings()) == len(numbers)

    @invariant()
    def the_file_alone_says_the_same(self) -> None:
        beside = Audit.open(self.audit.path, small_benchmark(), readonly=True, clock=self.clock)
        try:
            assert self.told(beside) == self.told(self.audit)
        finally:
            beside.close()

    @invariant()
    def the_state_is_that_of_the_answers(self) -> None:
        last = [one for one in map(self.last, self.audit.findings()) if one is not None]
        reviews = {one.review for one in last if one.kind is not OverrideKind.WITHDRAWN}
        state = self.audit.info.state
        if state == "accepted":
            assert reviews == {"accepted"}
        if reviews & {"rejected", "", "submitted"} and state != "signed":
            assert state in {"open", "submitted"}
        if state == "signed":
            assert not reviews & {"rejected", "submitted"}
        own = {one.id for one in self.audit.overrides() if one.review == "accepted" and self.own(one.id, one.review_by)}
        assert own <= self.alone

    def own(self, number: str, reviewer: str) -> bool:
        return self.given[number] == next(who for name, who in WHO.items() if name.strip() == reviewer)

    @staticmethod
    def last(finding: Finding):
        return finding.overrides[-1] if finding.overrides else None

    @staticmethod
    def told(audit: AuditView) -> object:
        stands = (audit.findings(), audit.info, audit.score(), audit.seal, audit.history(), audit.targets)
        return (*stands, audit.states, audit.overrides(), audit.revision, audit.predecessor, audit.signing)

    def today(self) -> date:
        return local_today(self.clock.now)

    def tried(self, act: Callable[[], object], *, signed: bool = False) -> None:
        """Do it or be refused in one sentence; refused, or signed, nothing changes."""
        before, locked = self.told(self.audit), self.audit.info.state == "signed"
        refused = None
        try:
            act()
        except BartizanError as error:
            refused = str(error)
        if refused is None:
            assert signed or not locked
            return
        assert "\n" not in refused
        if locked:
            assert self.told(self.audit) == before


People.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=40,
    suppress_health_check=[HealthCheck.too_slow],
)
test_whatever_people_do_the_audit_stays_honest = People.TestCase
