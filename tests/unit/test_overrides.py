from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_sample import NOON, awaiting, result

from app.model import Check, Mode, Reason, Result, Rule, RuleResult, Scope, Severity
from app.overrides import (
    AnswerState,
    Outdated,
    changed_since,
    counting,
    ends_soon,
    expired,
    lay,
    local_today,
    may_review,
    remark_needed,
    score,
    text_digest,
)
from app.record import Finding, Override, OverrideKind, Score

TODAY = date(2026, 11, 23)
SIGNOFF, WAIVER, WITHDRAWN = OverrideKind.SIGNOFF, OverrideKind.WAIVER, OverrideKind.WITHDRAWN


def said(kind: OverrideKind = SIGNOFF, new: Result = Result.PASS, **fields: object) -> Override:
    given = Override("1", kind, "4.1-a", "hv1", Result.FAIL, new, "A. Example", "admin", NOON, "remark")
    return replace(given, **fields)  # type: ignore[arg-type]  # fields of the test


def laid(measured: RuleResult, *overrides: Override, today: date = TODAY) -> Finding:
    return lay(measured, overrides, today)


def test_without_answers_the_measured_result_stands() -> None:
    assert [laid(result(measured=one)).effective for one in Result] == [one.value for one in Result]


def test_a_signoff_stands_in_place_of_the_measured_result_which_stays_in_sight() -> None:
    finding = laid(result(), said())
    assert finding.effective == "pass"
    assert finding.measured == result()
    assert finding.overrides == (said(),)


def test_the_last_answer_counts_and_a_withdrawal_brings_the_measured_result_back() -> None:
    assert laid(result(), said(), said(new=Result.NOTAPPLICABLE)).effective == "notapplicable"
    assert laid(result(), said(), said(WITHDRAWN)).effective == "fail"
    assert laid(result(), said(WAIVER), said(WITHDRAWN), said()).effective == "pass"


def test_a_rejected_answer_does_not_count_and_neither_does_the_one_before() -> None:
    rejected = said(review="rejected", review_by="B", review_time=NOON)
    assert laid(result(), said(), rejected).effective == "fail"
    assert laid(result(), replace(rejected, review="accepted")).effective == "pass"
    assert laid(result(), replace(rejected, review="submitted")).effective == "pass"


@pytest.mark.parametrize(
    ("measured", "valid", "over"),
    [
        (Result.FAIL, "waived", "fail"),
        (Result.ERROR, "waived", "fail"),
        (Result.UNKNOWN, "waived", "fail"),
        (Result.NOTCHECKED, "waived", "fail"),
        (Result.PASS, "pass", "pass"),
        (Result.NOTAPPLICABLE, "notapplicable", "notapplicable"),
        (Result.NOTSELECTED, "notselected", "notselected"),
        (Result.INFORMATIONAL, "informational", "informational"),
    ],
)
def test_a_waiver_accepts_what_is_not_met_until_its_last_day_is_over(measured: Result, valid: str, over: str) -> None:
    waiver = said(WAIVER, Result.FAIL, expires=TODAY)
    assert laid(result(measured=measured), waiver).effective == valid
    assert laid(result(measured=measured), waiver, today=TODAY + timedelta(1)).effective == over
    assert laid(result(measured=measured), replace(waiver, expires=None)).effective == valid


def test_an_expired_signoff_counts_as_not_given() -> None:
    signoff = said(expires=TODAY)
    assert laid(result(), signoff).effective == "pass"
    assert laid(result(), signoff, today=TODAY + timedelta(1)).effective == "fail"
    assert (
        laid(awaiting(), replace(signoff, item="7.1-a", target=None), today=date(2027, 1, 1)).effective == "notchecked"
    )


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2026-12-31T23:59:59+00:00", "UTC", "2026-12-31"),
        ("2027-01-01T00:00:00+00:00", "UTC", "2027-01-01"),
        ("2026-12-31T10:00:00+00:00", "Pacific/Kiritimati", "2027-01-01"),  # 14 hours ahead
        ("2027-01-01T11:59:59+00:00", "Etc/GMT+12", "2026-12-31"),  # 12 hours behind
        ("2028-02-28T22:59:59+00:00", "Europe/Berlin", "2028-02-28"),
        ("2028-02-28T23:00:00+00:00", "Europe/Berlin", "2028-02-29"),  # leap day
        ("2028-02-29T23:00:00+00:00", "Europe/Berlin", "2028-03-01"),
        ("2027-02-28T23:00:00+00:00", "Europe/Berlin", "2027-03-01"),
        ("2026-03-28T22:59:59+00:00", "Europe/Berlin", "2026-03-28"),  # the night before summer time begins
        ("2026-03-28T23:00:00+00:00", "Europe/Berlin", "2026-03-29"),
        ("2026-03-29T21:59:59+00:00", "Europe/Berlin", "2026-03-29"),  # a day of 23 hours
        ("2026-03-29T22:00:00+00:00", "Europe/Berlin", "2026-03-30"),
        ("2026-10-25T22:59:59+00:00", "Europe/Berlin", "2026-10-25"),  # a day of 25 hours
        ("2026-10-25T23:00:00+00:00", "Europe/Berlin", "2026-10-26"),
        ("2018-11-04T02:59:59+00:00", "America/Sao_Paulo", "2018-11-03"),  # the day after begins at 1 o'clock
        ("2018-11-04T03:00:00+00:00", "America/Sao_Paulo", "2018-11-04"),
        ("2011-12-30T09:59:59+00:00", "Pacific/Apia", "2011-12-29"),  # the 30th didn't exist there
        ("2011-12-30T10:00:00+00:00", "Pacific/Apia", "2011-12-31"),
    ],
)
def test_a_day_is_over_when_the_operators_calendar_turns(moment: str, zone: str, day: str) -> None:
    today = local_today(datetime.fromisoformat(moment), ZoneInfo(zone))
    assert today.isoformat() == day
    assert not expired(said(expires=today), today)
    assert expired(said(expires=today - timedelta(1)), today)


def test_today_is_that_of_this_computer_by_default() -> None:
    before = datetime.now().astimezone().date()
    assert before <= local_today() <= datetime.now().astimezone().date()
    assert local_today(NOON) == NOON.astimezone().date()


@pytest.mark.parametrize(("ends", "soon"), [(-1, False), (0, True), (30, True), (31, False)])
def test_a_waiver_that_ends_within_thirty_days_is_told(ends: int, soon: bool) -> None:
    waiver = said(WAIVER, Result.FAIL, expires=TODAY + timedelta(ends))
    assert ends_soon(waiver, TODAY) is soon
    assert not ends_soon(said(WAIVER), TODAY)


S = AnswerState


@pytest.mark.parametrize(
    ("measured", "overrides", "outdated", "state"),
    [
        (result(), [], False, S.MEASURED),
        (awaiting(), [], False, S.AWAITING),
        (replace(awaiting(), reason=Reason.NOT_DECIDABLE), [], False, S.AWAITING),
        (replace(awaiting(), reason=Reason.UNREACHABLE), [], False, S.MEASURED),
        (awaiting(), [said(), said(WITHDRAWN)], False, S.AWAITING),
        (awaiting(), [said()], False, S.ANSWERED),
        (awaiting(), [said(review="submitted")], False, S.SUBMITTED),
        (awaiting(), [said(review="accepted")], False, S.ACCEPTED),
        (awaiting(), [said(review="rejected")], False, S.REJECTED),
        (awaiting(), [said(review="rejected"), said()], False, S.ANSWERED),
        (awaiting(), [said(review="accepted")], True, S.OUTDATED),
        (awaiting(), [said(expires=TODAY)], False, S.ANSWERED),
        (awaiting(), [said(expires=TODAY - timedelta(1))], True, S.EXPIRED),
        (result(), [said(WAIVER)], False, S.WAIVED),
        (result(), [said(WAIVER)], True, S.OUTDATED),
        (result(), [said(WAIVER, expires=TODAY + timedelta(31))], False, S.WAIVED),
        (result(), [said(WAIVER, expires=TODAY + timedelta(30))], False, S.WAIVER_ENDS),
        (result(), [said(WAIVER, expires=TODAY)], False, S.WAIVER_ENDS),
        (result(), [said(WAIVER, expires=TODAY - timedelta(1))], False, S.WAIVER_EXPIRED),
    ],
)
def test_the_state_of_an_item_in_a_word(
    measured: RuleResult, overrides: list[Override], outdated: bool, state: AnswerState
) -> None:
    assert lay(measured, tuple(overrides), TODAY, Outdated.RESULT if outdated else "").state == state


def test_an_answer_is_outdated_when_what_was_measured_changed() -> None:
    then = result()
    assert not changed_since(said(), then, replace(then, message="worded anew", remediation="other"))
    assert not changed_since(said(), then, replace(then, checks=then.checks[::-1]))
    assert changed_since(said(), then, result(measured=Result.PASS))
    assert changed_since(said(), then, result(actual="maybe"))
    assert changed_since(said(), then, replace(then, checks=()))
    assert changed_since(said(), then, replace(then, reason=Reason.TIMEOUT))
    assert changed_since(said(old=Result.NOTCHECKED), None, then)
    assert not changed_since(said(old=Result.FAIL), None, then)


def _findings(**counts: int) -> list[Finding]:
    return [Finding(result(), effective) for effective, count in counts.items() for _ in range(count)]


@pytest.mark.parametrize(
    ("counts", "value", "before"),
    [
        ({}, None, None),
        ({"error": 2, "unknown": 1, "notchecked": 5, "notapplicable": 3, "notselected": 1}, None, None),
        ({"pass": 3}, 100, 100),
        ({"fail": 3}, 0, 0),
        ({"pass": 1, "fail": 1, "notchecked": 9}, 50, 50),
        ({"pass": 999, "fail": 1}, 99, 99),  # never rounded up to 100
        ({"pass": 1, "waived": 1}, 100, 50),
        ({"waived": 2}, None, 0),
    ],
)
def test_the_score(counts: dict[str, int], value: int | None, before: int | None) -> None:
    assert score(_findings(**counts)) == Score(value, before)


OVERRIDES = st.builds(
    Override,
    id=st.just("1"),
    kind=st.sampled_from(OverrideKind),
    item=st.sampled_from(["4.1-a", "7.1-a"]),
    target=st.sampled_from(["hv1", None]),
    old=st.sampled_from(Result),
    new=st.sampled_from(Result),
    by=st.just("A"),
    role=st.just("r"),
    time=st.just(NOON),
    remark=st.just(""),
    expires=st.none() | st.dates(TODAY - timedelta(3), TODAY + timedelta(3)),
    review=st.sampled_from(["", "submitted", "accepted", "rejected"]),
)


@given(st.lists(OVERRIDES, max_size=8), st.lists(st.sampled_from(Result), min_size=4, max_size=4))
def test_nothing_waived_expired_rejected_or_withdrawn_counts_as_passed(
    overrides: list[Override], measured: list[Result]
) -> None:
    places = [("4.1-a", "hv1"), ("4.1-a", None), ("7.1-a", "hv1"), ("7.1-a", None)]
    results = [result(item, target, one) for (item, target), one in zip(places, measured, strict=True)]
    findings = [
        laid(one, *(said for said in overrides if (said.item, said.target) == (one.item, one.target)))
        for one in results
    ]
    for finding in findings:
        if finding.effective == "pass" and finding.measured.result is not Result.PASS:
            last = finding.overrides[-1]
            assert last.kind is SIGNOFF
            assert last.new is Result.PASS
            assert last.review != "rejected"
            assert last.expires is None or last.expires >= TODAY
        if finding.effective == "waived":
            assert counting(finding.overrides) is finding.overrides[-1]
            assert finding.measured.result is not Result.PASS
    passed = sum(one.effective == "pass" for one in findings)
    waived = sum(one.effective == "waived" for one in findings)
    found = score(findings)
    if waived:
        assert found.before_waivers is not None
        assert found.before_waivers <= passed * 100 // (passed + waived)


def test_who_may_review() -> None:
    assert may_review(said(), "B. Example")
    assert not may_review(said(), " a. EXAMPLE ")
    assert may_review(said(), "A. Example", single_person=True)


@pytest.mark.parametrize(
    ("kind", "new", "measured", "needed"),
    [
        (SIGNOFF, Result.PASS, Result.NOTCHECKED, False),
        (SIGNOFF, Result.PASS, Result.FAIL, True),
        (SIGNOFF, Result.FAIL, Result.NOTCHECKED, True),
        (SIGNOFF, Result.NOTAPPLICABLE, Result.NOTCHECKED, True),
        (WAIVER, Result.FAIL, Result.FAIL, True),
        (WITHDRAWN, Result.FAIL, Result.FAIL, False),
    ],
)
def test_where_a_remark_is_needed_the_reason_is_said(
    kind: OverrideKind, new: Result, measured: Result, needed: bool
) -> None:
    assert bool(remark_needed(kind, new, measured)) is needed


def test_the_digest_of_an_item_is_the_one_that_stored_answers_hold() -> None:
    rule = Rule("4.1-a", "4.1", "t", Scope.HOST, Severity.LOW, Mode.MANUAL, ("2.3",), "direct", "r", "w", "q?", (), ())
    check = Check("a", "linux", "4.1-a", "t", {"all": [{"equals": 1}]}, remediation=(("any", "Set it."),))
    assert text_digest(rule, [check]) == "d275c72309b9ae7f1d3fcef9dd5fa6b55b5b698d3b0c744d0b1778dd7afe0426"


def test_the_digest_of_an_item_follows_its_text_and_its_checks() -> None:
    rule = Rule("4.1-a", "4.1", "t", Scope.HOST, Severity.LOW, Mode.MANUAL, (), "direct", "r", "why", "q?", (), ())
    one, two = (Check(name, "linux", "4.1-a", "t", {"equals": 1}) for name in ("a", "b"))
    assert text_digest(rule, [one, two]) == text_digest(replace(rule), [two, one])
    digests = {
        text_digest(rule),
        text_digest(replace(rule, question="Q?")),
        text_digest(rule, [one]),
        text_digest(rule, [replace(one, expect={"equals": 2})]),
    }
    assert len(digests) == 4


def test_days_do_not_depend_on_the_zone_in_which_a_moment_is_written() -> None:
    zone = ZoneInfo("Asia/Kathmandu")
    assert local_today(NOON, zone) == local_today(NOON.astimezone(zone), zone)
    assert local_today(datetime(2026, 12, 31, 18, 15, tzinfo=UTC), zone) == date(2027, 1, 1)
