from dataclasses import replace
from datetime import timedelta

import pytest
from report_sample import TODAY, sample

from app.model import Profile, Reason, Result
from app.overrides import lay
from app.record import Finding, OverrideKind
from app.report import printed
from app.report.compose import compose
from app.report.coverfacts import cover_facts
from app.report.verdict import UNSETTLED, Verdict


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
    report = compose(replace(scan, findings=(lay(measured, (answer,), TODAY),)), TODAY)
    (risk,) = report.overview.risks
    assert risk.found == found


def resulting(finding: Finding, result: Result, reason: Reason) -> Finding:
    return Finding(replace(finding.measured, result=result, reason=reason), str(result))


def standing(finding: Finding, effective: str) -> Finding:
    result = Result.FAIL if effective == "waived" else Result(effective)
    return Finding(replace(finding.measured, result=result, reason=None), effective)


@pytest.mark.parametrize(
    ("found", "headline"),
    [
        ([], "Nothing has been decided yet, so there is no score, and no statement about the security of any machine."),
        (["error"], "Nothing has been decided yet"),
        (["pass"], "none of 1 decided finding fails. Every finding that applies has a verdict."),
        (["pass", "fail", "unknown"], "1 of 2 decided findings fails. 1 has no verdict yet."),
        (
            ["pass", "fail", "fail", "waived", "error", "unknown"],
            "2 of 4 decided findings fail; 1 more fails and is waived for now. 2 have no verdict yet.",
        ),
        (["waived", "waived"], "none of 2 decided findings fails; 2 more fail and are waived for now. Every"),
        (["pass", "notapplicable", "notselected"], "none of 1 decided finding fails. Every finding that applies"),
    ],
)
def test_the_headline_hides_no_failure_behind_a_waiver_and_nothing_open(found, headline):
    scan = sample()
    findings = tuple(standing(one, word) for one, word in zip(scan.findings, found, strict=False))
    assert len(findings) == len(found)
    assert headline in compose(replace(scan, findings=findings), TODAY).overview.headline


@pytest.mark.parametrize(
    ("by", "review", "told"),
    [
        ("B. Example", "accepted", True),
        ("b  example", "accepted", True),  # the same person, otherwise written
        ("C. Example", "accepted", False),
        ("B. Example", "rejected", False),
        ("B. Example", "submitted", False),
    ],
)
def test_an_answer_that_was_accepted_by_its_own_author_is_told(by, review, told):
    scan = sample()
    said = next(one for finding in scan.findings for one in finding.overrides)
    answer = replace(said, kind=OverrideKind.SIGNOFF, by="B. Example", review=review, review_by=by, expires=None)
    report = compose(replace(scan, findings=(lay(scan.findings[0].measured, (answer,), TODAY),)), TODAY)
    assert ("1 answer was accepted by the person who gave it." in report.overview.notes) is told


def test_what_waits_for_a_person_is_one_figure_throughout():
    """Whether no command decides an item anywhere or only not on this platform: a person has to answer."""
    scan = sample()
    kinds = (Reason.AWAITING_SIGNOFF, Reason.NOT_DECIDABLE, Reason.NOT_DECIDABLE, Reason.NO_RIGHTS)
    findings = tuple(resulting(one, Result.NOTCHECKED, kind) for one, kind in zip(scan.findings, kinds, strict=False))
    report = compose(replace(scan, findings=findings), TODAY)
    assert dict(report.overview.counts) == {Verdict.AWAITING: 3, Verdict.NOTCHECKED: 1}
    assert [cause.count for cause in report.gaps] == [3, 1]


def test_chapters_left_out_are_not_among_what_has_no_verdict():
    scan = sample()
    kinds = (Result.NOTCHECKED, Result.NOTSELECTED, Result.NOTSELECTED)
    findings = tuple(resulting(one, kind, Reason.OUT_OF_SCOPE) for one, kind in zip(scan.findings, kinds, strict=False))
    report = compose(replace(scan, findings=findings), TODAY)
    assert sum(count for verdict, count in report.overview.counts if verdict in UNSETTLED) == 1
    assert printed.without_verdict(report) == (
        "1 finding has no verdict. It counts neither as passed nor as failed. "
        "2 more belong to chapters that were left out."
    )


def test_several_chapters_left_out_are_chapters():
    scan = sample()
    profile = Profile(left_out=(("2", "no time"), ("5", "")))
    report = compose(replace(scan, info=replace(scan.info, profile=profile)), TODAY)
    assert "Chapters 2 and 5 were left out of the audit." in report.overview.notes


def test_the_cover_names_each_chapter_once_as_looked_at_or_left_out():
    scan = sample()
    all_ = [chapter.id for chapter in scan.benchmark.chapters]
    profile = Profile(chapters=tuple(all_[1:]), left_out=((all_[0], "no time"),))
    cover = compose(replace(scan, info=replace(scan.info, profile=profile)), TODAY).cover
    assert [text.split()[0] for text in cover.chapters] == all_[1:]
    assert len(cover.left_out) == 1
    assert "no time" in str(cover.left_out[0])


def test_what_a_person_said_does_not_apply_was_not_waiting_for_them():
    scan = sample()
    said = next(one for finding in scan.findings for one in finding.overrides)
    measured = replace(scan.findings[0].measured, result=Result.NOTCHECKED, reason=Reason.AWAITING_SIGNOFF)
    answer = replace(said, kind=OverrideKind.SIGNOFF, new=Result.NOTAPPLICABLE, expires=None, review="")
    report = compose(replace(scan, findings=(lay(measured, (answer,), TODAY),)), TODAY)
    assert report.inapplicable == (("As answered by a person or found by a check", 1),)


def test_the_first_page_says_what_came_of_it_and_what_limits_it():
    report = compose(sample(), TODAY)
    facts = {label: " ".join(lines) for label, lines in cover_facts(report.cover)}
    assert facts["RESULT"] == report.overview.headline
    assert facts["NOT LOOKED AT"] == "lab3"
    assert facts["WAIVERS"] == f"{dict(report.overview.counts)[Verdict.WAIVED]} failures are accepted for now"
    assert "commands" in facts["METHOD"]


def test_one_cause_of_many_findings_is_named_with_their_number():
    scan = sample()
    findings = tuple(
        replace(one, effective="error", measured=replace(
            one.measured, result=Result.ERROR, reason=Reason.COMMAND_FAILED, checks=(), target="hv1",
            message=f"domains ended with status 1: no socket ({number} of 9 went wrong).",
        ), overrides=())
        for number, one in enumerate(scan.findings[:3], 1)
    )  # fmt: skip
    report = compose(replace(scan, findings=findings), TODAY)
    assert "3 of them for one reason, on hv1: no socket." in report.overview.notes
    assert [len(gap.rows) for gap in report.gaps] == [1]
