"""Of all findings only those are made anew whose machine, answers or measured results changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from content_sample import small_benchmark
from recording import record
from store_sample import result, state

from app.audit import Audit, new_info
from app.model import Profile, Result, Role, Scope, Target
from app.overrides import local_today
from app.record import Finding, OverrideKind
from app.scan import TargetScan, concerns

BENCHMARK = small_benchmark()
HOSTS = tuple(Target(f"h{number}", address=f"192.0.2.{number}", role=Role.HOST) for number in range(20))
SITE = sum(rule.scope is Scope.SITE for rule in BENCHMARK.rules)
EACH = sum(concerns(rule, Role.HOST) for rule in BENCHMARK.rules)
COMPARED = sum(rule.scope is Scope.CROSS_HOST for rule in BENCHMARK.rules)
PROFILE = Profile(chapters=("4", "6"))


@pytest.fixture
def audit(tmp_path: Path) -> Iterator[Audit]:
    made = Audit.create(tmp_path / "a.bartizan", new_info("T", profile=PROFILE), BENCHMARK, HOSTS)
    made.findings()
    yield made
    made.close()


def made(audit: Audit) -> int:
    """How many findings are made anew to tell what stands."""
    before = audit._held.coverage.made
    audit.findings()
    return audit._held.coverage.made - before


def scan(target: Target, outcome: Result = Result.PASS) -> TargetScan:
    rules = [rule for rule in BENCHMARK.rules if concerns(rule, Role.HOST)]
    results = tuple(result(rule.id, target.name, outcome) for rule in rules)
    return TargetScan(state(target, role=Role.HOST), (), results)


def as_opened(audit: Audit) -> tuple[Finding, ...]:
    """What stands, made in one go from the file."""
    other = Audit.open(audit.path, BENCHMARK, readonly=True)
    try:
        return other.findings()
    finally:
        other.close()


def test_nothing_changed(audit: Audit) -> None:
    assert made(audit) == 0


def test_another_tag_changes_no_finding(audit: Audit) -> None:
    before = audit.findings()
    audit.set_targets([replace(HOSTS[0], tags=("production",)), *HOSTS[1:]])
    assert made(audit) == SITE
    assert audit.findings() == before == as_opened(audit)


def test_a_host_more_and_one_less(audit: Audit) -> None:
    audit.set_targets([*HOSTS, Target("new", role=Role.HOST)])
    assert made(audit) == SITE + EACH
    audit.set_targets(HOSTS[1:])
    assert made(audit) == SITE
    assert audit.findings() == as_opened(audit)


def test_another_role_is_that_host_alone(audit: Audit) -> None:
    audit.set_targets([replace(HOSTS[0], role=Role.GUEST), *HOSTS[1:]])
    guests = sum(concerns(rule, Role.GUEST) for rule in BENCHMARK.rules)
    assert made(audit) == SITE + guests
    assert audit.findings() == as_opened(audit)


def test_a_host_that_was_looked_at_is_that_host_alone(audit: Audit) -> None:
    audit.start_run()
    for target in HOSTS[:3]:
        record(audit, scan(target))
        assert made(audit) == SITE + EACH
    record(audit, scan(HOSTS[0], Result.FAIL))  # once more
    assert made(audit) == SITE + EACH
    assert audit.findings() == as_opened(audit)


def test_the_end_of_a_run_is_what_was_compared(audit: Audit) -> None:
    audit.start_run()
    for target in HOSTS:
        record(audit, scan(target))
    audit.findings()
    audit.finish_run()
    assert made(audit) == SITE + COMPARED * len(HOSTS)
    assert audit.findings() == as_opened(audit)


def test_what_was_made_ahead_bit_by_bit_is_not_made_again(audit: Audit) -> None:
    audit.start_run()
    for target in HOSTS[:3]:
        record(audit, scan(target))
    before = audit._held.coverage.made
    assert not audit.ahead(lambda: False)
    assert audit._held.coverage.made == before + EACH
    while not audit.ahead(lambda: audit._held.coverage.made % 2 == 0):
        pass
    assert audit._held.coverage.made == before + 3 * EACH
    assert made(audit) == SITE
    assert audit.ahead(lambda: False)
    assert audit.findings() == as_opened(audit)


def test_an_answer_makes_none_anew_and_stays(audit: Audit) -> None:
    audit.start_run()
    record(audit, scan(HOSTS[0], Result.FAIL))
    audit.findings()
    said = {"by": "A. Example", "role": "administrator", "remark": "Accepted for now."}
    tomorrow = local_today() + timedelta(days=1)
    audit.answer(["4.1-a"], ["h0"], OverrideKind.WAIVER, Result.FAIL, **said, expires=tomorrow)
    assert made(audit) == 0
    record(audit, scan(HOSTS[1]))
    assert audit.finding("4.1-a", "h0").effective == "waived"
    record(audit, scan(HOSTS[0]))  # what was answered is no longer what is measured
    assert audit.finding("4.1-a", "h0").state == "outdated"
    assert audit.findings() == as_opened(audit)


def test_a_chapter_left_out_and_taken_in_again(audit: Audit) -> None:
    before = audit.findings()
    audit.set_info(replace(audit.info, profile=Profile(chapters=("6",))))
    assert {one.effective for one in audit.findings() if one.measured.item.startswith("4.")} == {"notselected"}
    assert audit.findings() == as_opened(audit)
    audit.set_info(replace(audit.info, profile=PROFILE))
    assert audit.findings() == before


def test_a_chapter_left_out_or_for_another_reason_is_that_chapter_alone(audit: Audit) -> None:
    of_chapter = sum(rule.chapter == "4" and concerns(rule, Role.HOST) for rule in BENCHMARK.rules)
    for why in ("later", "another team"):
        audit.set_info(replace(audit.info, profile=Profile(chapters=("6",), left_out=(("4", why),))))
        assert made(audit) == SITE + of_chapter * len(HOSTS)
        assert why in audit.finding("4.1-a", "h0").measured.message
        assert audit.findings() == as_opened(audit)
    audit.set_info(replace(audit.info, profile=replace(audit.info.profile, values=(("ssh.days", 30),))))
    assert made(audit) == SITE
    assert audit.findings() == as_opened(audit)


def test_midnight_while_a_host_is_looked_at_makes_only_that_host_anew(audit: Audit) -> None:
    now = [datetime(2028, 2, 28, 12, tzinfo=UTC)]
    audit._clock = lambda: now[0]
    audit.start_run()
    record(audit, scan(HOSTS[0], Result.FAIL))
    said = {"by": "A. Example", "role": "administrator", "remark": "Accepted for now."}
    today = local_today(now[0])
    audit.answer(["4.1-a"], ["h0"], OverrideKind.WAIVER, Result.FAIL, **said, expires=today)
    assert audit.finding("4.1-a", "h0").effective == "waived"
    record(audit, scan(HOSTS[1]))
    now[0] += timedelta(days=1)
    assert made(audit) == SITE + EACH
    assert audit.finding("4.1-a", "h0").state == "waiver-expired"
    now[0] -= timedelta(days=1)
    assert audit.finding("4.1-a", "h0").effective == "waived"
