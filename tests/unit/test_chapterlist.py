"""The list of a chapter, without a screen: rows, filters with counts, search, what a cell shows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from content_sample import small_benchmark
from test_presentation import finding, said

from app.compare import Kind as ChangeKind
from app.model import Result
from app.overrides import AnswerState
from app.record import Finding, OverrideKind
from app.screen.chapterlist import ChapterList, Filter, ItemRow, Row, SectionRow, first_of_interest
from app.screen.presentation import Mark

TODAY = date(2026, 11, 29)


def listed(findings: Sequence[Finding], **more: object) -> ChapterList:
    return ChapterList(small_benchmark(), findings, "4", today=TODAY, **more)  # type: ignore[arg-type]  # as given


def rows(findings: Sequence[Finding], *filters: Filter, query: str = "") -> tuple[Row, ...]:
    found = listed(findings)
    only = {one for one in found.search(query) if one} if query else None
    return found.rows(filters, only=only)


def test_rows_stand_by_section_in_the_order_of_the_guideline() -> None:
    found = rows([finding()])
    shown = [row.section.id if isinstance(row, SectionRow) else row.rule.id for row in found]
    assert shown == ["4.1", "4.1-a", "4.1-b", "4.1-c", "4.1-d", "4.2", "4.2-a", "4.2-b", "4.2-c"]


def test_a_section_without_a_match_has_no_heading() -> None:
    shown = rows([finding(result=Result.FAIL)], Filter.FAILED)
    assert [row.section.id if isinstance(row, SectionRow) else row.rule.id for row in shown] == ["4.1", "4.1-a"]


def test_filters_combine() -> None:
    findings = [
        finding("4.1-a", "hv1", Result.FAIL),
        finding("4.1-a", "hv2", Result.UNKNOWN),
        finding("4.1-c", "hv1", Result.FAIL),
    ]
    both = rows(findings, Filter.FAILED, Filter.UNDECIDED)
    assert [row.rule.id for row in both if isinstance(row, ItemRow)] == ["4.1-a"]


@pytest.mark.parametrize("query", ["web01", "WEB01 item", "hv2", "4.1-a", "is so"])
def test_search_looks_into_machines_hosts_and_messages(query: str) -> None:
    findings = [finding("4.1-a", "hv2", Result.FAIL, subject="web01")]
    shown = rows(findings, query=query)
    assert "4.1-a" in [row.rule.id for row in shown if isinstance(row, ItemRow)]
    assert not rows(findings, query=f"{query} nowhere")


def test_a_site_wide_finding_stands_in_every_column() -> None:
    shown = rows([finding("4.1-d", None)])
    row = next(one for one in shown if isinstance(one, ItemRow) and one.rule.id == "4.1-d")
    assert row.site_wide
    assert row.cell("hv1") is row.cell("hv2") is row.cell(None)


def test_the_worst_host_is_shown_first() -> None:
    findings = [
        finding(target="a"),
        finding(target="b", result=Result.UNKNOWN),
        finding(target="c", result=Result.FAIL),
    ]
    shown = rows(findings)
    row = next(one for one in shown if isinstance(one, ItemRow) and one.rule.id == "4.1-a")
    assert first_of_interest(row, ["a", "b", "c"]) == "c"
    assert first_of_interest(row, ["a", "b"]) == "b"
    assert first_of_interest(row, []) is None


def test_every_count_is_what_its_chip_shows() -> None:
    waived = Finding(
        finding("4.1-b").measured, "waived", (said(kind=OverrideKind.WAIVER, expires=date(2026, 12, 9)),),
        AnswerState.WAIVER_ENDS.value,
    )  # fmt: skip
    rejected = Finding(finding("4.2-a").measured, "pass", (said(review="rejected"),), AnswerState.REJECTED.value)
    carried = Finding(finding("4.2-b").measured, "pass", (said(origin="spring"),), AnswerState.ANSWERED.value)
    changes = {("4.1-a", "hv1"): ChangeKind.WORSE}
    found = listed([finding(result=Result.FAIL), waived, rejected, carried], changes=changes)
    counts = found.counts()
    for name in Filter:
        assert sum(isinstance(row, ItemRow) for row in found.rows([name])) == counts[name]
    assert counts[Filter.ALL] == len(found.items)
    for name, item in (
        (Filter.CHANGED, "4.1-a"),
        (Filter.WAIVED, "4.1-b"),
        (Filter.REJECTED, "4.2-a"),
        (Filter.AGAIN, "4.2-b"),
    ):
        assert [row.rule.id for row in found.rows([name]) if isinstance(row, ItemRow)] == [item]
    assert counts[Filter.ANSWERED] == 3


def test_a_cell_tells_what_people_did_and_what_changed() -> None:
    rejected = Finding(finding().measured, "pass", (said(review="rejected"),), AnswerState.REJECTED.value)
    found = listed([rejected, finding(target="hv2")], changes={("4.1-a", "hv2"): ChangeKind.BETTER})
    one, other = found.items[0].look("hv1"), found.items[0].look("hv2")
    assert one is not None
    assert other is not None
    assert one.standing is not None
    assert one.standing.mark is Mark.REJECTED
    assert other.change is ChangeKind.BETTER
    assert other.standing is None
    assert found.looks("hv1") == {one}


def test_a_list_made_anew_looks_only_at_what_changed() -> None:
    first, second = finding(target="hv1"), finding(target="hv2")
    before = listed([first, second])
    assert next(before.search("hv2")) == "4.1-a"
    answered = Finding(second.measured, "fail", (said(remark="seen in the cellar"),), AnswerState.ANSWERED.value)
    after = listed([first, answered], before=before)
    assert after.items[0].look("hv1") is before.items[0].look("hv1")
    assert after.items[0].look("hv2") is not before.items[0].look("hv2")
    assert next(after.search("cellar")) == "4.1-a"


def test_a_row_in_which_nothing_changed_stays_the_row_that_it_was() -> None:
    findings = [finding(target="hv1"), finding(target="hv2")]
    before = listed(findings)
    again = listed(findings, before=before)
    assert again.items == before.items
    assert again.items[0] is before.items[0]
    assert again.counts() == before.counts()
    assert listed(findings[:1], before=before).items[0].cells == {"hv1": findings[0]}
    compared = listed(findings, before=before, changes={("4.1-a", "hv1"): ChangeKind.WORSE})
    look = compared.items[0].look("hv1")
    assert look is not None
    assert look.change is ChangeKind.WORSE
    assert compared.all_looks == compared.looks("hv1") | compared.looks("hv2")


def test_a_row_with_an_answer_is_looked_at_anew_since_days_go_by() -> None:
    answer = replace(said(), kind=OverrideKind.WAIVER, expires=TODAY + timedelta(days=3))
    findings = [Finding(finding().measured, "waived", (answer,), AnswerState.WAIVER_ENDS.value)]
    before = listed(findings)
    later = ChapterList(small_benchmark(), findings, "4", today=TODAY + timedelta(days=1), before=before)
    assert before.items[0].look("hv1") != later.items[0].look("hv1")


def test_on_one_day_a_row_with_an_answer_stays_the_row_that_it_was() -> None:
    answered = Finding(finding().measured, "pass", (said(),), AnswerState.ANSWERED.value)
    first, second = [answered, finding(target="hv2")], [answered, finding(target="hv2", result=Result.FAIL)]
    before = listed(first)
    assert listed(first, before=before).items[0] is before.items[0]
    after = listed(second, before=before)
    assert after.items[0].look("hv1") is before.items[0].look("hv1")
    assert after.all_looks == listed(second).all_looks != before.all_looks


def test_a_comparison_that_is_forgotten_leaves_no_mark() -> None:
    findings = [finding(target="hv1"), finding(target="hv2")]
    changes = {("4.1-a", "hv1"): ChangeKind.WORSE}
    before = listed(findings, changes=changes)
    changes.clear()
    look = listed(findings, changes=changes, before=before).items[0].look("hv1")
    assert look is not None
    assert look.change is None


def test_only_opened_sections_show_their_introduction() -> None:
    opened = [row for row in listed([]).rows(opened={"4.2"}) if isinstance(row, SectionRow)]
    assert [(row.section.id, row.open) for row in opened] == [("4.1", False), ("4.2", True)]
