"""Undo and redo of answers: further entries after which what stood before stands again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from people_sample import ANN, BEN, audited, sign_off

from app.audit import Audit
from app.errors import UsageError
from app.model import Result
from app.record import OverrideKind
from app.screen.undoing import Deed, deeds, restore

PLACE = ("4.1-b", "hv1")
UNDO = ANN | {"remark": "undone"}


@pytest.fixture
def audit(tmp_path: Path) -> Iterator[Audit]:
    made, _ = audited(tmp_path)
    yield made
    made.close()


def done(audit: Audit, result: Result, **by: str) -> Deed:
    before = audit.entries
    sign_off(audit, *PLACE, new=result, **by)
    (deed,) = deeds(audit, before)
    assert deed.place == PLACE
    return deed


def test_undo_and_redo_come_back_to_the_same_answer(audit: Audit) -> None:
    first, second = done(audit, Result.PASS), done(audit, Result.FAIL)
    restore(audit, [(PLACE, second.before)], **UNDO)
    assert audit.finding(*PLACE).effective == "pass"
    restore(audit, [(PLACE, first.before)], **UNDO)
    assert audit.finding(*PLACE).effective == audit.finding(*PLACE).measured.result
    restore(audit, [(PLACE, first.after)], **UNDO)
    restore(audit, [(PLACE, second.after)], **UNDO)
    finding = audit.finding(*PLACE)
    assert finding.effective == "fail"
    assert finding.overrides[-1].remark == second.after.remark  # type: ignore[union-attr]  # it was answered
    kinds = [one.kind for one in finding.overrides]
    assert kinds.count(OverrideKind.WITHDRAWN) == 1
    assert len(kinds) == 6  # nothing was deleted


def test_what_counts_as_before_is_no_deed(audit: Audit) -> None:
    before = audit.entries
    done(audit, Result.PASS)
    audit.withdraw(*PLACE, **UNDO)
    other = sign_off(audit, "4.1-c", "hv1", new=Result.FAIL)
    assert [(one.place, one.before, one.after) for one in deeds(audit, before)] == [(("4.1-c", "hv1"), None, other)]
    assert deeds(audit, audit.entries) == ()


def test_nobody_speaks_for_somebody_else(audit: Audit) -> None:
    done(audit, Result.PASS, by=BEN)
    mine = done(audit, Result.FAIL)
    restore(audit, [(PLACE, mine.before)], **UNDO)
    finding = audit.finding(*PLACE)
    assert finding.overrides[-1].kind is OverrideKind.WITHDRAWN
    assert finding.effective == finding.measured.result


def test_what_was_changed_meanwhile_is_said(audit: Audit) -> None:
    mine = done(audit, Result.PASS)
    audit.withdraw(*PLACE, **UNDO)
    with pytest.raises(UsageError, match="nothing left"):
        restore(audit, [(PLACE, mine.before)], **UNDO)
    assert audit.finding(*PLACE).overrides[-1].kind is OverrideKind.WITHDRAWN


def test_it_needs_a_person(audit: Audit) -> None:
    mine = done(audit, Result.PASS)
    with pytest.raises(UsageError, match="name and the role"):
        restore(audit, [(PLACE, mine.before)], by="", role="", remark="")
