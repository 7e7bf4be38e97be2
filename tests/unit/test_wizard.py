"""The walk: which steps there are, how far a chapter is, and what is undecided next."""

from collections import Counter

import pytest
from content_sample import small_benchmark
from hypothesis import given
from hypothesis import strategies as st

from app.model import Result, RuleResult
from app.record import Finding
from app.screen.wizard import (
    Step,
    chapter_of,
    is_undecided,
    next_after_answer,
    next_undecided,
    of_chapter,
    progress,
    progress_by_chapter,
    progress_of,
    steps,
)

EFFECTIVE = [*(one.value for one in Result), "waived"]


def finding(effective: str, item: str = "4.1-a", target: str | None = "hv1") -> Finding:
    measured = RuleResult(item, target, (), Result.NOTCHECKED, None, "")
    return Finding(measured, effective)


def test_steps() -> None:
    assert steps(small_benchmark()) == (
        Step("start", "Start"),
        Step("scope", "Scope"),
        Step("hosts", "Hosts"),
        Step("run", "Run"),
        Step("4", "Chapter 4"),
        Step("6", "Chapter 6"),
        Step("review", "Review"),
        Step("export", "Sign and export"),
    )


@pytest.mark.parametrize("effective", EFFECTIVE)
def test_what_is_undecided(effective: str) -> None:
    assert is_undecided(finding(effective)) == (effective in {"error", "unknown", "notchecked"})


def test_progress_counts_what_concerns_somebody() -> None:
    found = progress([finding(one) for one in EFFECTIVE])
    assert (found.total, found.decided) == (6, 3)
    assert (found.passed, found.failed, found.waived, found.waiting, found.unclear) == (1, 1, 1, 1, 2)
    assert not found.complete


def test_progress_of_one_chapter() -> None:
    findings = [
        finding("pass", "4.1-a"),
        finding("fail", "4.2-b"),
        finding("notchecked", "6.2-a"),
        finding("pass", "6.1.3-e"),
    ]
    assert (progress(findings, "4").total, progress(findings, "4").complete) == (2, True)
    assert (progress(findings, "6").total, progress(findings, "6").complete) == (2, False)
    assert progress(findings, "7").total == 0
    assert progress(findings).total == 4
    assert chapter_of(finding("pass", "6.1.3-e")) == "6"


def test_nothing_to_decide_is_complete() -> None:
    assert progress([]).complete
    assert progress([finding("notapplicable"), finding("notselected")]).complete


def test_next_undecided_goes_round() -> None:
    order = [
        finding("pass", "4.1-a"),
        finding("notchecked", "4.1-b"),
        finding("unknown", "4.1-b", "hv2"),
        finding("notchecked", "4.1-d", None),
        finding("fail", "6.2-a"),
    ]
    assert next_undecided(order) is order[1]
    assert next_undecided(order, ("4.1-b", "hv1")) is order[2]
    assert next_undecided(order, ("4.1-b", "hv2")) is order[3]
    assert next_undecided(order, ("4.1-d", None)) is order[1]
    assert next_undecided(order, ("6.2-a", "hv1")) is order[1]
    assert next_undecided(order, ("9.9-z", "hv1")) is order[1]
    assert next_undecided(order[:1]) is None
    assert next_undecided([]) is None
    assert next_undecided(order[1:2], ("4.1-b", "hv1")) is order[1]


def test_after_an_answer_the_rest_of_the_chapter_comes_before_other_chapters() -> None:
    order = [
        finding("notchecked", "4.1-a"),
        finding("pass", "4.1-b"),
        finding("notchecked", "6.2-a"),
    ]
    assert next_after_answer(order, ("4.1-b", "hv1")) is order[0]
    assert next_after_answer(order[1:], ("4.1-b", "hv1")) is order[2]
    assert next_after_answer(order, None) is order[0]
    assert next_after_answer(order[1:2], ("4.1-b", "hv1")) is None


_FINDINGS = st.lists(st.tuples(st.sampled_from(["4.1-a", "4.2-b", "6.1-a"]), st.sampled_from(EFFECTIVE)), max_size=30)


@given(found=_FINDINGS)
def test_a_chapter_is_all_of_its_findings_and_counts_as_such(found: list[tuple[str, str]]) -> None:
    order = [finding(effective, item) for item, effective in sorted(found)]
    for chapter in ("4", "6"):
        own = [one for one in order if chapter_of(one) == chapter]
        assert of_chapter(order, small_benchmark(), chapter) == own
        assert progress_by_chapter(own).get(chapter) == progress_by_chapter(order).get(chapter)


@given(found=_FINDINGS, cut=st.integers(0, 30))
def test_counts_of_several_machines_add_up(found: list[tuple[str, str]], cut: int) -> None:
    order = [finding(effective, item) for item, effective in found]
    counts = [Counter((chapter_of(one), one.effective) for one in part) for part in (order[:cut], order[cut:])]
    assert progress_of(counts) == progress_by_chapter(order)


@given(effective=st.lists(st.sampled_from(EFFECTIVE), max_size=30))
def test_walking_on_visits_all_that_is_undecided(effective: list[str]) -> None:
    findings = [finding(one, f"4.{number}-a") for number, one in enumerate(effective)]
    open_ = {one.measured.item for one in findings if is_undecided(one)}
    visited: set[str] = set()
    after = None
    for _ in open_:
        found = next_undecided(findings, after)
        assert found is not None
        visited.add(found.measured.item)
        after = (found.measured.item, found.measured.target)
    assert visited == open_
    counted = progress(findings)
    assert counted.total - counted.decided == len(open_)
    assert counted.decided == counted.passed + counted.failed + counted.waived
