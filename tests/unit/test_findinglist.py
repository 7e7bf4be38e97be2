"""The list behind each number of the review has as many rows as the number says."""

from dataclasses import replace

import pytest
from content_sample import small_benchmark

from app.model import Reason, Result, RuleResult
from app.record import Finding
from app.screen.findinglist import FindingIndex, FindingList, Wanted
from app.screen.presentation import Kind, tallies
from app.screen.reviewing import Group, dashboard


def finding(item: str, target: str | None, effective: str) -> Finding:
    return Finding(RuleResult(item, target, (), Result.FAIL, Reason.AWAITING_SIGNOFF, ""), effective)


FOUND = (
    finding("6.2-a", "hv1", "fail"),  # low
    finding("4.1-d", None, "notchecked"),  # low
    finding("4.1-a", "hv1", "fail"),  # high
    finding("4.1-a", "hv2", "pass"),
    finding("6.2-a", "hv2", "notapplicable"),
)
BOARD = dashboard(small_benchmark(), tallies(FOUND, "item"), tallies(FOUND), ["hv1", "hv2"], str, site="Whole site")


def listed(wanted: Wanted) -> FindingList:
    return FindingIndex(small_benchmark(), FOUND).select(wanted)


@pytest.mark.parametrize(
    ("group", "field"),
    [
        *((group, "chapter") for group in BOARD.chapters),
        *((group, "severity") for group in BOARD.severities),
        *((group, "host") for group in BOARD.hosts),
    ],
)
def test_each_number_of_a_chart(group: Group, field: str) -> None:
    near = replace(Wanted(), **{field: group.key})
    assert len(listed(near).rows) == sum(count for _, count in group.counts)
    assert dict(listed(near).counts) == dict(group.counts)
    for kind, count in group.counts:
        found = listed(replace(near, kinds=frozenset({kind})))
        assert len(found.rows) == count
        assert dict(found.counts) == dict(group.counts)  # what a further chip would show


def test_what_is_wrong_comes_first_by_gravity_and_what_concerns_nobody_stays_out() -> None:
    assert [(one.measured.item, one.measured.target) for one in listed(Wanted()).rows] == [
        ("4.1-a", "hv1"),
        ("6.2-a", "hv1"),
        ("4.1-d", None),
        ("4.1-a", "hv2"),
    ]


def test_several_kinds_and_the_site() -> None:
    both = Wanted(frozenset({Kind.FAIL, Kind.WAITING}))
    assert len(listed(both).rows) == 3
    assert [one.measured.item for one in listed(Wanted(host="")).rows] == ["4.1-d"]
    assert listed(Wanted(chapter="9")) == FindingList((), {})


def test_machines_stay_in_their_order_whatever_the_reason() -> None:
    reasons = (Reason.AWAITING_SIGNOFF, Reason.NOT_DECIDABLE, Reason.AWAITING_SIGNOFF)
    some = tuple(
        Finding(RuleResult("4.1-a", f"hv{place}", (), Result.NOTCHECKED, reason, ""), "notchecked")
        for place, reason in enumerate(reasons)
    )
    found = FindingIndex(small_benchmark(), some).select(Wanted())
    assert dict(found.counts) == {Kind.WAITING: 3}
    assert [one.measured.target for one in found.rows] == ["hv0", "hv1", "hv2"]
