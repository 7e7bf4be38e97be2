from dataclasses import replace
from datetime import timedelta

import pytest
from report_sample import TODAY, sample

from app.model import OverrideKind, Reason, Result
from app.overrides import lay_one
from app.report.compose import compose


@pytest.mark.parametrize(
    ("kind", "found"),
    [(OverrideKind.SIGNOFF, "The door stands open."), (OverrideKind.WAIVER, "The command took too long.")],
)
def test_a_failing_item_says_what_was_found_and_not_why_it_was_accepted_once(kind, found):
    """A waiver that has ended over what could not be looked at counts as failed; its reason is no finding."""
    scan = sample()
    before = next(one for one in scan.findings if one.effective == "fail" and one.measured.target)
    said = next(one for finding in scan.findings for one in finding.overrides)
    measured = replace(
        before.measured, result=Result.ERROR, reason=Reason.TIMEOUT, message="The command took too long.", checks=()
    )
    ends = TODAY - timedelta(days=1) if kind is OverrideKind.WAIVER else None
    answer = replace(
        said, kind=kind, old=Result.ERROR, new=Result.FAIL, expires=ends, review="", remark="The door stands open."
    )
    report = compose(replace(scan, findings=(lay_one(measured, (answer,), TODAY),)), TODAY)
    (risk,) = report.overview.risks
    assert risk.found == found
