"""What the review counts."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from content_sample import small_benchmark
from people_sample import ANN, BEN, HV1, HV2, audited, looked, run, sign_off

from app.compare import Kind as ChangeKind
from app.errors import UsageError
from app.model import Reason, Result, RuleResult
from app.record import Finding, Override, OverrideKind
from app.screen.presentation import Kind, tallies
from app.screen.reviewing import Matter, Sort, answers, dashboard, ending_waivers, of_sort, open_matters, reviewable
from app.storedaudit import changes_since

TODAY = date(2026, 11, 23)


def finding(item: str, target: str | None, effective: str, *overrides: Override) -> Finding:
    measured = RuleResult(item, target, (), Result.FAIL, Reason.AWAITING_SIGNOFF, "")
    return Finding(measured, effective, overrides)


def answer(kind: OverrideKind, review: str = "", expires: date | None = None) -> Override:
    return Override(
        "1", kind, "4.1-a", "hv1", Result.FAIL, Result.PASS, "A", "admin", datetime(2026, 11, 1, tzinfo=UTC), "so",
        expires=expires, review=review,
    )  # fmt: skip


FOUND = [
    finding("4.1-a", "hv1", "fail"),
    finding("4.1-a", "hv2", "pass"),
    finding("4.1-d", None, "notchecked"),
    finding("6.2-a", "hv1", "fail"),
    finding("6.2-a", "hv2", "notapplicable"),
]


def test_bars_count_what_concerns_somebody() -> None:
    items, hosts = tallies(FOUND, "item"), tallies(FOUND)
    found = dashboard(small_benchmark(), items, hosts, ["hv1", "hv2", "hv3"], str, site="Whole site")
    assert [(one.key, sum(count for _, count in one.counts)) for one in found.chapters] == [("4", 3), ("6", 1)]
    assert found.chapters[0].counts == ((Kind.FAIL, 1), (Kind.WAITING, 1), (Kind.PASS, 1))
    assert [one.key for one in found.severities] == ["high", "low"]
    assert [(one.key, one.label) for one in found.hosts] == [("hv1", "hv1"), ("hv2", "hv2"), ("", "Whole site")]
    assert found.counts == {Kind.FAIL: 2, Kind.WAITING: 1, Kind.PASS: 1, Kind.NOTAPPLICABLE: 1}


def test_nobody_is_offered_their_own_answers() -> None:
    rows = answers(
        small_benchmark(),
        [
            finding("4.1-a", "a", "pass", answer(OverrideKind.SIGNOFF)),
            finding("4.1-a", "b", "pass", replace(answer(OverrideKind.SIGNOFF), by="B")),
            finding("4.1-a", "c", "pass", replace(answer(OverrideKind.SIGNOFF, "accepted"), by="B", origin="spring")),
        ],
    )
    assert [row.finding.measured.target for row in reviewable(rows, " a ", single_person=False)] == ["b"]
    assert [row.finding.measured.target for row in reviewable(rows, "A", single_person=True)] == ["a", "b"]
    assert [sorted(row.sorts) for row in rows] == [["all", "open"], ["all", "open"], ["accepted", "all", "carried"]]


def test_answers_that_wait_for_a_second_look_come_first() -> None:
    rows = answers(
        small_benchmark(),
        [
            finding("4.1-a", "a", "pass", answer(OverrideKind.SIGNOFF, "accepted")),
            finding("4.1-a", "b", "fail", answer(OverrideKind.SIGNOFF, "rejected")),
            finding("4.1-a", "c", "pass", answer(OverrideKind.SIGNOFF)),
            finding("4.1-a", "d", "fail", answer(OverrideKind.SIGNOFF), answer(OverrideKind.WITHDRAWN)),
        ],
    )
    assert [row.finding.measured.target for row in rows] == ["c", "b", "a"]


def test_waivers_that_end() -> None:
    def waiver(day: date) -> Finding:
        return finding("4.1-a", "hv1", "waived", answer(OverrideKind.WAIVER, expires=day))

    rows = answers(
        small_benchmark(),
        [waiver(date(2027, 6, 1)), waiver(date(2026, 12, 20)), waiver(date(2026, 11, 1))],
    )
    assert [row.override.expires for row in ending_waivers(rows, TODAY)] == [date(2026, 11, 1), date(2026, 12, 20)]


def test_what_is_open_before_signing(tmp_path: Path) -> None:
    audit, _ = audited(tmp_path)
    try:
        found = open_matters(audit)
        assert found[Matter.NAMELESS] == 1
        assert found[Matter.UNDECIDED] > 0
        assert Matter.UNSEEN not in found
        assert Matter.REJECTED not in found
        one = sign_off(audit)
        audit.set_info(replace(audit.info, auditor="A. Example", auditor_role="administrator"))
        assert open_matters(audit)[Matter.UNREVIEWED] == 1
        audit.review([one.id], accept=False, by=BEN, remark="Where?")
        matters = open_matters(audit)
        assert Matter.NAMELESS not in matters
        assert Matter.UNREVIEWED not in matters
        assert matters[Matter.REJECTED] == 1
        rejected = of_sort(answers(audit.benchmark, audit.findings()), Sort.REJECTED, date(2026, 11, 29))
        assert [row.finding for row in rejected] == [audit.finding(one.item, one.target)]
    finally:
        audit.close()


def test_an_earlier_revision_is_compared_from_its_file(tmp_path: Path) -> None:
    audit, _ = audited(tmp_path)
    try:
        audit.sign(**ANN)
        audit.start_revision(by="A. Example", remark="repainted")
        run(audit, looked(HV1, "red"), looked(HV2))
        earlier = changes_since(audit.path, audit.benchmark, 1)
        worse = {(one.item, one.target) for one in earlier.comparison.of(ChangeKind.WORSE)}
        assert ("4.1-a", "hv1") in worse
        with pytest.raises(UsageError, match="no earlier revision 2"):
            changes_since(audit.path, audit.benchmark, 2)
        with pytest.raises(UsageError, match="this audit itself"):
            changes_since(audit.path, audit.benchmark, audit.path)
    finally:
        audit.close()
