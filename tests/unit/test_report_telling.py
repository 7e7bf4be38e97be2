from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from report_sample import TODAY, sample

from app.model import Result
from app.overrides import AnswerState, lay
from app.record import Finding, OverrideKind
from app.report.telling import ended, in_force, told


def answered(expires: date | None, kind: OverrideKind = OverrideKind.SIGNOFF) -> Finding:
    """A failure that somebody signed off as just that, or waived."""
    found = next(one for one in sample().findings if one.effective == "fail" and not one.overrides)
    given = next(one for finding in sample().findings for one in finding.overrides)
    said = replace(given, kind=kind, old=Result.FAIL, new=Result.FAIL, expires=expires, review="")
    return lay(found.measured, (said,), TODAY)


@pytest.mark.parametrize("kind", [OverrideKind.SIGNOFF, OverrideKind.WAIVER])
def test_an_answer_whose_last_day_is_over_decides_nothing_though_it_said_what_stands(kind):
    ended_yesterday = answered(TODAY - timedelta(days=1), kind)
    assert ended_yesterday.effective == "fail"
    assert ended_yesterday.state in (AnswerState.EXPIRED, AnswerState.WAIVER_EXPIRED)
    assert in_force(ended_yesterday) is None
    assert in_force(answered(TODAY, kind)) is not None


def test_a_look_that_ends_beyond_the_calendar_ends_when_it_began():
    began = datetime(9998, 12, 31, tzinfo=UTC)
    state = replace(sample().targets[0], started=began, seconds=1e9)
    assert ended(state, sample()) == began
    assert ended(replace(state, seconds=1.5), sample()) == began + timedelta(seconds=1.5)


def test_of_a_text_of_megabytes_only_the_beginning_is_gone_through():
    """A host decides how long it is; a character that has to be shown as an escape makes that slow."""
    said = told("\u202e" + "x" * 60_000_000)
    assert said.startswith("\\u202exxx")
    assert said.endswith("x … (+59999006 characters; the whole stands in the JSON of the audit)")
    assert told("-----BEGIN PRIVATE KEY-----" + "A" * 60_000).endswith("[masked: private key]")
