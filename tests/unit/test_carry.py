from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from store_sample import HV1, INFO, NOON, answer

from app.carry import Carried, carry
from app.model import Result
from app.record import Override, OverrideKind
from app.store.auditfile import AuditFile

TODAY = date(2026, 11, 23)
TEXTS = {"4.1-a": "x", "7.1-a": "y"}
WAIVER = Override(
    "7", OverrideKind.WAIVER, "4.1-a", "hv1", Result.FAIL, Result.FAIL, "A", "admin", NOON, "old rack", TODAY
)


NOW: dict[str, Any] = {
    "old_texts": TEXTS,
    "new_texts": TEXTS,
    "targets": {"hv1"},
    "today": TODAY,
    "origin": "Spring",
}


def carried(*overrides: Override, **given: Any) -> Carried:
    return carry(overrides, {}, **{**NOW, **given})


def test_a_valid_answer_is_carried_and_marked() -> None:
    found = carried(WAIVER)
    assert found.left == ()
    (answer,) = found.answers
    assert (answer.item, answer.target, answer.kind, answer.expires) == ("4.1-a", "hv1", OverrideKind.WAIVER, TODAY)
    assert (answer.by, answer.remark, answer.origin, answer.basis) == ("A", "old rack", "Spring", "x")


def test_it_is_laid_over_what_is_measured_now() -> None:
    measured = {("4.1-a", "hv1"): Result.ERROR}
    (again,) = carry([WAIVER], measured, **NOW).answers
    assert (again.old, again.new) == (Result.ERROR, Result.ERROR)
    signoff = replace(WAIVER, kind=OverrideKind.SIGNOFF, new=Result.PASS)
    (again,) = carry([signoff], measured, **NOW).answers
    assert (again.old, again.new) == (Result.ERROR, Result.PASS)


@pytest.mark.parametrize(
    ("overrides", "given", "reason"),
    [
        ([WAIVER], {"today": TODAY + timedelta(1)}, "It ended on 2026-11-23."),
        ([WAIVER], {"new_texts": {"4.1-a": "z"}}, "The item or its check was changed since."),
        ([WAIVER], {"new_texts": {}}, "The guideline no longer has this item."),
        ([WAIVER], {"old_texts": {}}, "The earlier audit doesn't tell how this item was worded then."),
        ([WAIVER], {"targets": {"hv2"}}, "hv1 is not in this audit."),
        ([WAIVER, replace(WAIVER, review="rejected")], {}, "It was rejected by the reviewer."),
    ],
)
def test_what_no_longer_holds_is_left_behind_with_a_reason(
    overrides: list[Override], given: dict[str, Any], reason: str
) -> None:
    found = carried(*overrides, **given)
    assert found.answers == ()
    assert [left.reason for left in found.left] == [reason]


def test_an_answer_that_the_new_audit_has_stays() -> None:
    found = carried(WAIVER, answered={(WAIVER.item, WAIVER.target)})
    assert found.answers == ()
    assert [left.reason for left in found.left] == ["This audit has an answer there already."]


def test_a_sign_off_does_not_cover_a_failure_that_came_later() -> None:
    """Then the program could not look; now it looked and found a failure, of which the author knew nothing."""
    then = replace(WAIVER, kind=OverrideKind.SIGNOFF, old=Result.UNKNOWN, new=Result.PASS)
    failing = {("4.1-a", "hv1"): Result.FAIL}
    found = carry([then], failing, **NOW)
    assert found.answers == ()
    assert [left.reason for left in found.left] == ["The program finds a failure now, which it didn't find then."]
    knowing = replace(then, old=Result.FAIL)
    agreeing = replace(then, new=Result.FAIL)
    assert [len(carry([one], failing, **NOW).answers) for one in (knowing, agreeing, WAIVER)] == [1, 1, 1]


def test_only_the_answer_that_counts_is_carried() -> None:
    assert carried(WAIVER, replace(WAIVER, kind=OverrideKind.WITHDRAWN)) == Carried((), ())
    later = replace(WAIVER, remark="still")
    assert [one.remark for one in carried(WAIVER, later).answers] == ["still"]
    site = replace(WAIVER, item="7.1-a", target=None)
    assert [(one.item, one.target) for one in carried(WAIVER, site).answers] == [("4.1-a", "hv1"), ("7.1-a", None)]


def test_carried_answers_stay_marked_in_the_file(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "old.bartizan", INFO, [HV1]) as old:
        answer(old, remark="seen in spring")
        answers = carry(old.overrides(), {}, **NOW).answers
    with AuditFile.create(tmp_path / "new.bartizan", INFO, [HV1]) as new:
        (made,) = new.add_overrides(answers)
        assert new.answered(made.id).origin == "Spring"
        assert "carried over from Spring: seen in spring" in new.history()[-1].what
