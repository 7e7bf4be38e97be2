"""What a screen shows of findings, without a screen."""

from datetime import UTC, date, datetime

import pytest
from content_sample import small_benchmark
from hypothesis import given
from hypothesis import strategies as st

from app.language import speaking
from app.model import CheckResult, Reason, Result, RuleResult
from app.overrides import AnswerState
from app.places import program_root
from app.record import Finding, Override, OverrideKind
from app.report.wording import decimal, number
from app.screen.presentation import (
    FAILING,
    KIND_ORDER,
    UNDECIDED,
    Kind,
    Mark,
    Standing,
    duration,
    kind_of,
    kind_of_check,
    readable,
    standing_of,
    tallies,
    top_risks,
)
from app.screen.wizard import is_undecided


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
    assert (kind_of(one) in UNDECIDED) is is_undecided(one)


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
    counts = tallies(findings)["hv1"]
    assert counts == {Kind.FAIL: 2, Kind.PASS: 1}
    assert list(counts) == [Kind.FAIL, Kind.PASS]


def test_risks_begin_with_the_gravest_and_name_each_item_once() -> None:
    findings = [
        finding("4.1-b", "hv1", Result.FAIL),
        finding("4.1-a", "hv1", Result.FAIL),
        finding("4.1-c", "hv1", Result.FAIL),
        finding("4.1-c", "hv2", Result.FAIL),
        finding("4.2-b", "hv1", Result.FAIL, effective="waived"),
    ]
    assert [one.measured.item for one in top_risks(small_benchmark(), findings)] == ["4.1-c", "4.1-a", "4.1-b"]
    everything = [finding(rule.id, "hv1", Result.FAIL) for rule in small_benchmark().rules]
    assert len(everything) > len(top_risks(small_benchmark(), everything)) == 5


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


TODAY = date(2026, 11, 29)


def said(**fields: object) -> Override:
    values = {
        "id": "7", "kind": OverrideKind.SIGNOFF, "item": "4.1-a", "target": "hv1", "old": Result.NOTCHECKED,
        "new": Result.PASS, "by": "A", "role": "r", "time": datetime(2026, 11, 1, tzinfo=UTC), "remark": "",
    }  # fmt: skip
    return Override(**(values | fields))  # type: ignore[arg-type]  # a record with one field changed


@pytest.mark.parametrize(
    ("state", "override", "expected"),
    [
        (AnswerState.ANSWERED, said(), Standing(Mark.ANSWERED)),
        (AnswerState.ANSWERED, said(origin="spring"), Standing(Mark.CARRIED)),
        (AnswerState.SUBMITTED, said(review="submitted"), Standing(Mark.SUBMITTED)),
        (AnswerState.ACCEPTED, said(review="accepted"), Standing(Mark.ACCEPTED)),
        (AnswerState.REJECTED, said(review="rejected"), Standing(Mark.REJECTED)),
        (AnswerState.WAIVED, said(kind=OverrideKind.WAIVER, expires=date(2027, 5, 1)), Standing(Mark.ANSWERED)),
        (AnswerState.WAIVER_ENDS, said(kind=OverrideKind.WAIVER, expires=TODAY), Standing(Mark.ENDS, 0)),
        (AnswerState.WAIVER_EXPIRED, said(expires=date(2026, 11, 28)), Standing(Mark.ENDED)),
        (AnswerState.EXPIRED, said(expires=date(2026, 11, 28)), Standing(Mark.LAPSED)),
        (AnswerState.ACCEPTED, said(review="accepted", expires=date(2026, 12, 29)), Standing(Mark.ENDS, 30)),
        (AnswerState.OUTDATED, said(review="accepted"), Standing(Mark.OUTDATED)),
        (AnswerState.AWAITING, said(kind=OverrideKind.WITHDRAWN), None),
    ],
)
def test_what_people_did_is_told_by_one_mark(state: str, override: Override, expected: Standing | None) -> None:
    plain = finding()
    assert standing_of(Finding(plain.measured, "pass", (override,), str(state)), TODAY) == expected
    assert standing_of(plain, TODAY) is None


def test_numbers_are_written_as_the_language_does() -> None:
    assert (number(9883), decimal(8.64), duration(1.63)) == ("9,883", "8.6", "1.6 s")
    with speaking("de"):
        assert (number(9883), decimal(8.64), duration(1.63)) == ("9.883", "8,6", "1,6 s")


def test_no_other_place_groups_digits() -> None:
    """Which would be a decimal point for half of the readers."""
    root = program_root()
    files = [*(root / "app").rglob("*.py"), *(root / "ui").rglob("*.py")]
    assert [path.name for path in files if ":,}" in path.read_text(encoding="utf-8")] == ["wording.py"]
