"""What is counted from verdicts alone is what the findings say, whatever happened before and however it was stored."""

import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from content_sample import small_benchmark
from hypothesis import given, settings
from hypothesis import strategies as st
from people_sample import Clock, at
from store_sample import INFO, before_tables, result, state

from app.audit import Audit
from app.model import Profile, Reason, Result, Role, RuleResult, Target
from app.overrides import Answer, audit_state, local_today, newest
from app.record import OverrideKind
from app.screen.wizard import progress_by_chapter, progress_of
from app.store import content
from app.store.auditfile import AuditFile
from app.store.encoded import Encoded, encode_look, encode_site

BENCHMARK = small_benchmark()
ITEMS = tuple(rule.id for rule in BENCHMARK.rules)
MACHINES = (
    Target("hv1", role=Role.HOST),
    Target("hv1", role=Role.GUEST),
    Target("hv2"),
    Target("vm1", parent="hv1"),
)
items = st.sampled_from((*ITEMS, "9.9-z"))
machines = st.sampled_from(["hv1", "hv2", "vm1"])
places = machines | st.none()
results = st.lists(
    st.builds(
        lambda item, target, found, out: RuleResult(
            item, target, (), found, Reason.OUT_OF_SCOPE if out else None, "It is so."
        ),
        items,
        places,
        st.sampled_from(Result),
        st.sampled_from([False, False, False, True]),
    ),
    max_size=8,
)
Deed = tuple[str, tuple[object, ...]]
deeds = st.one_of(
    st.tuples(st.just("look"), st.tuples(machines, st.sampled_from(Role), results)),
    st.tuples(st.just("site"), st.tuples(results)),
    st.tuples(
        st.just("answer"),
        st.tuples(
            items, places, st.sampled_from(OverrideKind), st.sampled_from(Result), st.none() | st.integers(-2, 3)
        ),
    ),
    st.tuples(st.just("review"), st.tuples(st.integers(0, 99), st.sampled_from(["submitted", "accepted", "rejected"]))),
    st.tuples(st.just("days"), st.tuples(st.integers(1, 3))),
    st.tuples(st.just("scope"), st.tuples(st.sets(st.sampled_from(["4", "6"])))),
    st.tuples(st.just("machines"), st.tuples(st.lists(st.sampled_from(MACHINES), unique_by=lambda one: one.name))),
    st.tuples(st.just("open"), st.just(())),
)


class Story:
    """An audit to which things happen."""

    def __init__(self, path: Path, *, whole: bool = False) -> None:
        self.whole = whole  # results are stored as they were before there were verdicts
        self.clock = Clock(at(2028, 2, 27))
        self.audit = Audit.create(path, INFO, BENCHMARK, (MACHINES[0], MACHINES[2]), clock=self.clock)

    @property
    def file(self) -> AuditFile:
        return self.audit._file

    def look(self, name: str, role: Role, found: list[RuleResult]) -> None:
        target = next((one for one in self.audit.targets if one.name == name), None)
        if target is not None:
            self.write(encode_look, state(target, role=role), [], found)

    def site(self, found: list[RuleResult]) -> None:
        self.write(encode_site, found)

    def write(self, encode: Callable[..., Encoded], *given: Any) -> None:
        self.file.write(before_tables(given) if self.whole else encode(*given))

    def answer(self, item: str, target: str | None, kind: OverrideKind, new: Result, ends: int | None) -> None:
        day = None if ends is None else local_today(self.clock.now) + timedelta(ends)
        self.file.add_overrides([Answer(kind, item, target, Result.FAIL, new, "A", "r", "seen", day)])

    def review(self, number: int, verdict: str) -> None:
        given = self.audit.overrides()
        if given and verdict == "submitted":
            self.file.submit([given[number % len(given)].id], "B")
        elif given:
            self.file.review([given[number % len(given)].id], verdict == "accepted", "B", "seen")

    def days(self, number: int) -> None:
        self.clock.now += timedelta(number)

    def scope(self, chapters: set[str]) -> None:
        self.audit.set_info(replace(self.audit.info, profile=Profile(chapters=tuple(sorted(chapters)))))

    def machines(self, chosen: list[Target]) -> None:
        self.audit.set_targets(chosen)

    def open(self) -> None:
        self.audit.close()
        self.audit = Audit.open(self.audit.path, BENCHMARK, clock=self.clock)

    def agrees(self) -> None:
        """The counts first: they must not need what findings() leaves behind."""
        self.audit.take_in()
        counts = self.audit.counts()
        assert progress_of(counts.values()) == progress_by_chapter(self.audit.findings())
        assert counts.keys() == {None, *(one.name for one in self.audit.targets)}
        for name, counted in counts.items():
            own = [one for one in self.audit.findings() if one.measured.target == name]
            assert progress_of([counted]) == progress_by_chapter(own)
        overrides = self.file.overrides()
        last = {(one.item, one.target): one for one in overrides}
        effects = {(item, name): one for name, said in self.file.effects().items() for item, one in said.items()}
        assert {place: (one.kind, one.new, one.expires, one.review) for place, one in effects.items()} == {
            place: (one.kind, one.new, one.expires, one.review) for place, one in last.items()
        }
        assert self.audit.info.state == audit_state("open", newest(overrides))


@settings(max_examples=60)
@given(happened=st.lists(deeds, max_size=12), whole=st.booleans())
def test_the_counts_are_those_of_the_findings(happened: list[Deed], whole: bool) -> None:
    folder = Path(tempfile.mkdtemp(prefix="bartizan-test-"))
    story = Story(folder / "a.bartizan", whole=whole)
    try:
        for name, said in happened:
            getattr(story, name)(*said)
            story.agrees()
        story.open()
        story.agrees()
    finally:
        story.audit.close()
        shutil.rmtree(folder)


def test_no_content_is_read_to_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    story = Story(tmp_path / "a.bartizan")
    story.look("hv1", Role.HOST, [RuleResult("4.1-a", "hv1", (), Result.FAIL, None, "It is so.")])
    story.answer("4.1-a", "hv1", OverrideKind.WAIVER, Result.FAIL, None)
    story.open()
    monkeypatch.setattr(content, "get", lambda *_: pytest.fail("content was read"))
    assert progress_of(story.audit.counts().values())["4"].waived == 1
    story.audit.close()


def test_a_waiver_that_ends_at_midnight_counts_anew(tmp_path: Path) -> None:
    story = Story(tmp_path / "a.bartizan")
    story.look("hv1", Role.HOST, [RuleResult("4.1-a", "hv1", (), Result.UNKNOWN, None, "It is so.")])
    story.answer("4.1-a", "hv1", OverrideKind.WAIVER, Result.UNKNOWN, 0)
    story.audit.take_in()
    assert story.audit.counts()["hv1"]["4", "waived"] == 1
    story.days(1)
    assert story.audit.counts()["hv1"]["4", "waived"] == 0
    assert story.audit.counts()["hv1"]["4", "fail"] == 1
    story.audit.close()


def test_an_audit_may_be_opened_in_one_thread_and_used_in_another(tmp_path: Path) -> None:
    story = Story(tmp_path / "a.bartizan")
    story.look("hv1", Role.HOST, [result("4.1-a", "hv1")])
    story.answer("4.1-a", "hv1", OverrideKind.WAIVER, Result.FAIL, None)
    story.audit.close()

    def opened() -> Audit:
        audit = Audit.open(tmp_path / "a.bartizan", BENCHMARK, clock=story.clock)
        assert audit.counts()
        assert audit.findings()
        return audit

    with ThreadPoolExecutor(1) as pool:
        story.audit = pool.submit(opened).result()
    assert story.audit.finding("4.1-a", "hv1").measured.checks == result("4.1-a", "hv1").checks
    story.review(0, "accepted")
    story.agrees()
    story.audit.close()
