"""What a screen shows of findings, without a screen."""

import pytest
from content_sample import small_benchmark
from hypothesis import given
from hypothesis import strategies as st

from app.model import CheckResult, Finding, Reason, Result, RuleResult
from app.presentation import (
    FAILING,
    KIND_ORDER,
    UNDECIDED,
    Filter,
    ItemRow,
    Kind,
    SectionRow,
    chapter_rows,
    decided,
    duration,
    first_of_interest,
    kind_of,
    kind_of_check,
    readable,
    tally,
    top_risks,
)
from app.wizard import is_undecided


def finding(
    item: str = "4.1-a",
    target: str | None = "hv1",
    result: Result = Result.PASS,
    *,
    reason: Reason | None = None,
    effective: str = "",
    subject: str | None = None,
) -> Finding:
    checks = (CheckResult("tiny.colour", subject, result, reason, "green", "red", "The colour is red."),)
    measured = RuleResult(item, target, (target,) if target else (), result, reason, f"{item} is so.", checks)
    return Finding(measured, effective or result.value)


@pytest.mark.parametrize(
    ("result", "reason", "effective", "kind"),
    [
        (Result.PASS, None, "pass", Kind.PASS),
        (Result.FAIL, None, "waived", Kind.WAIVED),
        (Result.FAIL, None, "pass", Kind.PASS),
        (Result.UNKNOWN, Reason.NO_RIGHTS, "unknown", Kind.UNKNOWN),
        (Result.NOTCHECKED, Reason.AWAITING_SIGNOFF, "notchecked", Kind.WAITING),
        (Result.NOTCHECKED, Reason.NOT_DECIDABLE, "notchecked", Kind.WAITING),
        (Result.NOTCHECKED, Reason.NO_PLATFORM, "notchecked", Kind.WAITING),
        (Result.NOTCHECKED, Reason.UNREACHABLE, "notchecked", Kind.UNSEEN),
        (Result.NOTCHECKED, None, "notchecked", Kind.UNSEEN),
        (Result.NOTAPPLICABLE, Reason.OTHER_ROLE, "notapplicable", Kind.NOTAPPLICABLE),
    ],
)
def test_kinds(result: Result, reason: Reason | None, effective: str, kind: Kind) -> None:
    assert kind_of(finding(result=result, reason=reason, effective=effective)) is kind


@pytest.mark.parametrize("effective", [*(one.value for one in Result), "waived"])
def test_what_the_badge_calls_undecided_is_what_the_walk_leads_to(effective: str) -> None:
    one = finding(result=Result.NOTCHECKED, effective=effective)
    assert decided(one) is not is_undecided(one)


def test_every_kind_has_its_place_in_the_order() -> None:
    assert set(KIND_ORDER) == set(Kind)
    assert not FAILING & UNDECIDED


def test_a_check_that_waits_and_one_that_nobody_saw() -> None:
    waiting = CheckResult("a", None, Result.NOTCHECKED, Reason.AWAITING_SIGNOFF, "", "", "")
    unseen = CheckResult("a", None, Result.NOTCHECKED, Reason.TIMEOUT, "", "", "")
    assert kind_of_check(waiting) is Kind.WAITING
    assert kind_of_check(unseen) is Kind.UNSEEN


def test_a_tally_leaves_nothing_out() -> None:
    findings = [finding(result=Result.FAIL), finding(result=Result.FAIL), finding()]
    assert tally(findings) == {Kind.FAIL: 2, Kind.PASS: 1}
    assert list(tally(findings)) == [Kind.FAIL, Kind.PASS]


def test_rows_stand_by_section_in_the_order_of_the_guideline() -> None:
    rows = chapter_rows(small_benchmark(), [finding()], "4")
    shown = [row.section.id if isinstance(row, SectionRow) else row.rule.id for row in rows]
    assert shown == ["4.1", "4.1-a", "4.1-b", "4.1-c", "4.1-d", "4.2", "4.2-a", "4.2-b", "4.2-c"]


def test_a_section_without_a_match_has_no_heading() -> None:
    rows = chapter_rows(small_benchmark(), [finding(result=Result.FAIL)], "4", filters=[Filter.FAILED])
    assert [row.section.id if isinstance(row, SectionRow) else row.rule.id for row in rows] == ["4.1", "4.1-a"]


def test_filters_combine() -> None:
    findings = [
        finding("4.1-a", "hv1", Result.FAIL),
        finding("4.1-a", "hv2", Result.UNKNOWN),
        finding("4.1-c", "hv1", Result.FAIL),
    ]
    both = chapter_rows(small_benchmark(), findings, "4", filters=[Filter.FAILED, Filter.UNDECIDED])
    assert [row.rule.id for row in both if isinstance(row, ItemRow)] == ["4.1-a"]


@pytest.mark.parametrize("query", ["web01", "WEB01 item", "hv2", "4.1-a", "is so"])
def test_search_looks_into_machines_hosts_and_messages(query: str) -> None:
    findings = [finding("4.1-a", "hv2", Result.FAIL, subject="web01")]
    rows = chapter_rows(small_benchmark(), findings, "4", query=query)
    assert "4.1-a" in [row.rule.id for row in rows if isinstance(row, ItemRow)]
    assert not chapter_rows(small_benchmark(), findings, "4", query=f"{query} nowhere")


def test_a_site_wide_finding_stands_in_every_column() -> None:
    rows = chapter_rows(small_benchmark(), [finding("4.1-d", None)], "4")
    row = next(one for one in rows if isinstance(one, ItemRow) and one.rule.id == "4.1-d")
    assert row.site_wide
    assert row.cell("hv1") is row.cell("hv2") is row.cell(None)


def test_the_worst_host_is_shown_first() -> None:
    findings = [
        finding(target="a"),
        finding(target="b", result=Result.UNKNOWN),
        finding(target="c", result=Result.FAIL),
    ]
    rows = chapter_rows(small_benchmark(), findings, "4")
    row = next(one for one in rows if isinstance(one, ItemRow) and one.rule.id == "4.1-a")
    assert first_of_interest(row, ["a", "b", "c"]) == "c"
    assert first_of_interest(row, ["a", "b"]) == "b"
    assert first_of_interest(row, []) is None


def test_risks_begin_with_the_gravest_and_name_each_item_once() -> None:
    findings = [
        finding("4.1-b", "hv1", Result.FAIL),
        finding("4.1-a", "hv1", Result.FAIL),
        finding("4.1-c", "hv1", Result.FAIL),
        finding("4.1-c", "hv2", Result.FAIL),
        finding("4.2-b", "hv1", Result.FAIL, effective="waived"),
    ]
    assert [one.measured.item for one in top_risks(small_benchmark(), findings)] == ["4.1-c", "4.1-a", "4.1-b"]
    assert len(top_risks(small_benchmark(), findings, limit=1)) == 1


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0.0 s"), (1.62, "1.6 s"), (12.4, "12 s"), (59.6, "1 min 00 s"), (125, "2 min 05 s"), (3723, "1 h 02 min")],
)
def test_spans_of_time(seconds: float, text: str) -> None:
    assert duration(seconds) == text


def test_evidence_is_shown_whole() -> None:
    assert readable("Grüße\n".encode()) == ("Grüße\n", True)
    assert readable(b"\xff\x1b[31mred") == ("\\xff\\x1b[31mred", False)


@given(st.binary(max_size=200))
def test_no_evidence_breaks_the_screen(output: bytes) -> None:
    text, _ = readable(output)
    assert not set(text) & {chr(code) for code in (*range(9), 11, 12, *range(14, 32), 127, 0x202E)}
