"""Random sequences of what people and hosts do, against a plain model in memory: the file always says the same."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from store_sample import INFO, attach, evidence, record_site, result, standing, state, ticking

from app.errors import StoreError
from app.model import Result, RuleResult, Target
from app.overrides import Answer, lay, score
from app.record import Finding, Override, OverrideKind
from app.store.auditfile import AuditFile
from app.store.verify import verify

TARGETS = tuple(Target(name) for name in ("hv1", "hv2", "a/b"))
ITEMS = ("4.1-a", "7.1-a")
TODAY = date(2028, 2, 28)
texts = st.text(max_size=12)
targets = st.sampled_from(TARGETS)
places = st.sampled_from(["hv1", "hv2", "a/b", None])
measured = st.sampled_from(Result)
outputs = st.binary(max_size=50)
days = st.none() | st.dates(TODAY - timedelta(2), TODAY + timedelta(2))


class AuditMachine(RuleBasedStateMachine):
    """``self.audit`` is the file under test; everything else here is the model."""

    @initialize()
    def create(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="bartizan-test-"))
        self.clock = ticking()
        self.audit = AuditFile.create(self.folder / "a.bartizan", INFO, TARGETS, clock=self.clock)
        self.targets: tuple[Target, ...] = TARGETS
        self.looked: dict[str, tuple[list[RuleResult], dict[str, bytes]]] = {}
        self.site: list[RuleResult] = []
        self.answers: dict[str, dict[str, Any]] = {}
        self.reviews: dict[str, tuple[str, str]] = {}
        self.attached: dict[str, bytes] = {}
        self.state = "open"
        self.entries = 1
        self.unfinished = False
        self.title = INFO.title
        self.today = TODAY

    def teardown(self) -> None:
        if hasattr(self, "audit"):
            self.audit.close()
            assert [one.name for one in self.folder.iterdir()] == ["a.bartizan"]
            shutil.rmtree(self.folder)

    def signed(self) -> bool:
        return self.state == "signed"

    @rule()
    def start_run(self) -> None:
        if self._refused(lambda: self.audit.start_run(["hv1"], "g", "1", "d")):
            return
        self.unfinished = True

    @rule()
    def finish_run(self) -> None:
        if not self._refused(self.audit.finish_run):
            self.unfinished = False

    @rule(machine=targets, verdict=measured, output=outputs, actual=texts)
    def look(self, machine: Target, verdict: Result, output: bytes, actual: str) -> None:
        results = [result(item, machine.name, verdict, actual) for item in ITEMS]
        seen = [evidence("sshd", machine.name, output), evidence("ps", machine.name, b"same", stderr=output)]
        if machine not in self.targets:
            try:
                self.audit.record(state(machine), seen, results)
            except StoreError:
                return
            raise AssertionError("a target that was not in the audit was recorded")
        if not self._refused(lambda: self.audit.record(state(machine), seen, results)):
            self.looked[machine.name] = (results, {f"{machine.name}/sshd": output, f"{machine.name}/ps": b"same"})

    @rule(verdict=measured)
    def judge_site(self, verdict: Result) -> None:
        site = [result("7.1-a", None, verdict), result("5.1-a", "hv1", verdict)]
        if not self._refused(lambda: record_site(self.audit, site)):
            self.site = site

    @rule(
        kind=st.sampled_from(OverrideKind),
        items=st.lists(st.sampled_from(ITEMS), min_size=1, max_size=3),
        place=places,
        new=measured,
        remark=texts,
        expires=days,
        data=outputs,
    )
    def answer(  # noqa: PLR0917 - hypothesis passes them by name
        self,
        kind: OverrideKind,
        items: list[str],
        place: str | None,
        new: Result,
        remark: str,
        expires: date | None,
        data: bytes,
    ) -> None:
        files = ()
        if data and not self._refused(lambda: attach(self.audit, "f", data)):
            self.attached[sha256(data).hexdigest()] = data
            files = (attach(self.audit, "g", data),)
            self.entries += 1
        drafts = [Answer(kind, item, place, Result.FAIL, new, "A", "r", remark, expires, files) for item in items]
        made: list[Override] = []
        if not self._refused(lambda: made.extend(self.audit.add_overrides(drafts)), entries=len(drafts)):
            for one, draft in zip(made, drafts, strict=True):
                self.answers[one.id] = {
                    "item": draft.item,
                    "target": place,
                    "new": new,
                    "remark": remark,
                    "expires": expires,
                    "kind": kind,
                }

    @precondition(lambda self: self.answers)
    @rule(data=st.data(), verdict=st.sampled_from(["submitted", "accepted", "rejected"]), remark=texts)
    def review(self, data: st.DataObject, verdict: str, remark: str) -> None:
        ids = data.draw(st.lists(st.sampled_from(sorted(self.answers)), min_size=1, max_size=3, unique=True))
        if verdict == "submitted":
            refused = self._refused(lambda: self.audit.submit(ids, "B", remark))
        else:
            refused = self._refused(lambda: self.audit.review(ids, verdict == "accepted", "B", remark))
        if not refused:
            self.reviews.update(dict.fromkeys(ids, (verdict, remark)))

    @rule(chosen=st.lists(targets, unique=True))
    def choose_targets(self, chosen: list[Target]) -> None:
        if not self._refused(lambda: self.audit.set_targets(chosen)):
            self.targets = tuple(chosen)

    @rule(title=texts)
    def describe(self, title: str) -> None:
        if not self._refused(lambda: self.audit.set_info(replace(self.audit.info, title=title))):
            self.title = title

    @rule(new=st.sampled_from(["open", "submitted", "accepted", "signed"]))
    def change_state(self, new: str) -> None:
        if not self._refused(lambda: self.audit.set_state(new)):
            self.state = new

    @precondition(signed)
    @rule()
    def revise(self) -> None:
        seal = self.audit.seal
        self.audit.start_revision(by="A", remark="")
        self.state = "open"
        self.entries += 1
        assert self.audit.predecessor == seal

    @rule(passed=st.integers(0, 3))
    def days_pass(self, passed: int) -> None:
        self.today += timedelta(passed)

    @rule()
    def reopen(self) -> None:
        before = self.audit.seal, self.audit.history()
        path = self.audit.path
        self.audit.close()
        self.audit = AuditFile.open(path, clock=self.clock)
        assert (self.audit.seal, self.audit.history()) == before
        assert self.audit.interrupted is self.unfinished

    @rule()
    def check_whole(self) -> None:
        found = verify(self.audit.path, self.audit.seal)
        assert found.whole, found.problem
        assert found.entries == self.entries

    @rule()
    def compare_with_a_second_window(self) -> None:
        with AuditFile.open(self.audit.path) as second:
            assert second.readonly
            self._same(second)

    @invariant()
    def is_what_the_model_says(self) -> None:
        self._same(self.audit)

    def _refused(self, act: Any, entries: int = 1) -> bool:
        """Do it; a signed audit must refuse and stay as it is."""
        before = self.audit.seal
        if not self.signed():
            act()
            self.entries += entries
            assert self.audit.seal != before
            return False
        try:
            act()
        except StoreError:
            assert self.audit.seal == before
            return True
        raise AssertionError("a signed audit took a change")

    def _same(self, audit: AuditFile) -> None:
        assert audit.targets == self.targets
        assert (audit.info.title, audit.info.state) == (self.title, self.state)
        known = [one.name for one in self.targets if one.name in self.looked]
        assert [one.target.name for one in audit.states()] == known
        expected = [one for name in known for one in self.looked[name][0]] + self.site
        assert list(standing(audit)) == expected
        outputs = {key: data for name in known for key, data in self.looked[name][1].items()}
        assert {key: one.output for key, one in audit.evidence().items()} == outputs
        overrides = audit.overrides()
        assert [one.id for one in overrides] == list(self.answers)
        for one in overrides:
            assert {name: getattr(one, name) for name in self.answers[one.id]} == self.answers[one.id]
            assert (one.review, one.review_remark) == self.reviews.get(one.id, ("", ""))
        assert all(audit.attachment(digest) == data for digest, data in self.attached.items())
        self._honest(audit)

    def _laid(self, audit: AuditFile, measured: RuleResult) -> Finding:
        return lay(measured, audit.answers_at(measured.item, measured.target), self.today)

    def _honest(self, audit: AuditFile) -> None:
        """Derived verdicts: nothing passes that neither the program nor a valid sign-off says passes."""
        findings = [self._laid(audit, one) for one in standing(audit)]
        for finding in findings:
            if finding.effective != "pass" or finding.measured.result is Result.PASS:
                continue
            last = self.answers[finding.overrides[-1].id]
            assert last["kind"] is OverrideKind.SIGNOFF
            assert last["new"] is Result.PASS
            assert last["expires"] is None or last["expires"] >= self.today
            assert self.reviews.get(finding.overrides[-1].id, ("",))[0] != "rejected"
        for finding in findings:
            told = audit.history(finding.measured.item, finding.measured.target)
            assert {one.id for one in finding.overrides} <= {str(line.seq) for line in told}
        if not any(finding.effective in ("pass", "fail") for finding in findings):
            assert score(findings).value is None


AuditMachine.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    suppress_health_check=[HealthCheck.too_slow],
)
test_the_file_is_what_a_plain_model_says = AuditMachine.TestCase
