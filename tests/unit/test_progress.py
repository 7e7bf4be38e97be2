"""Events of hosts folded into a run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.scan import Event
from app.screen.progress import Phase, RunProgress, apply, begin, end

KINDS = ("connecting", "looking", "probe", "judging", "done", "failed")


def test_a_host_from_start_to_end() -> None:
    run = begin(None, ["hv1"], 10.0)
    assert run.running
    run = apply(run, Event("hv1", "connecting", total=4), 10.5)
    run = apply(run, Event("hv1", "probe", probe="sshd", done=2, total=4), 11.0)
    assert run.hosts["hv1"].phase is Phase.LOOKING
    assert run.hosts["hv1"].probe == "sshd"
    assert run.share == pytest.approx(0.5)
    assert run.remaining(11.0) == pytest.approx(0.5)  # half of it took half a second, once it was begun
    run = apply(run, Event("hv1", "done", done=4, total=4), 12.0)
    assert run.running  # its results are not stored yet
    run = end(run, "hv1", 12.5)
    assert not run.running
    assert run.hosts["hv1"].seconds(99.0) == pytest.approx(2.0)


def test_a_failed_host_keeps_its_sentence_and_disturbs_no_other() -> None:
    run = begin(None, ["a", "b"], 0.0)
    run = end(run, "a", 1.0, error="a: refused.", error_kind="refused")
    assert run.hosts["a"].phase is Phase.FAILED
    assert run.hosts["a"].message == "a: refused."
    assert run.running
    assert run.hosts["b"].phase is Phase.WAITING


def test_a_late_event_changes_nothing() -> None:
    run = end(begin(None, ["a"], 0.0), "a", 1.0)
    assert apply(run, Event("a", "probe", done=1, total=2), 2.0) is run
    assert apply(run, Event("stranger", "probe"), 2.0) is run
    assert end(run, "stranger", 2.0) is run


def test_a_retry_joins_the_run() -> None:
    run = end(begin(None, ["a", "b"], 0.0), "a", 1.0, error="lost", error_kind="lost")
    run = begin(run, ["a"], 2.0)
    assert run.hosts["a"].phase is Phase.WAITING
    assert run.started == pytest.approx(0.0)
    run = end(end(run, "a", 3.0), "b", 3.0)
    assert begin(run, ["a"], 9.0).started == pytest.approx(9.0)


def test_the_time_left_goes_by_the_hosts_that_are_looked_at() -> None:
    run = begin(None, ["a", "b", "c"], 0.0)
    assert run.remaining(29.0) is None
    for name in "abc":  # thirty seconds went by until the secrets were there
        run = apply(run, Event(name, "connecting", total=10), 30.0)
    run = end(run, "c", 30.1, error="c: refused.", error_kind="refused")
    assert run.remaining(30.1) is None  # what failed is no pace
    for name in "ab":
        run = apply(run, Event(name, "probe", probe="sshd", done=5, total=10), 34.0)
    assert run.remaining(34.0) == pytest.approx(4.0)
    assert run.share == pytest.approx(2 / 3)


def test_a_host_that_is_tried_again_alone_is_a_run_of_its_own() -> None:
    run = begin(None, ["a", "b", "c"], 0.0)
    for name in "abc":
        run = end(run, name, 5.0, error="" if name != "a" else "a: lost.")
    run = begin(run, ["a"], 9.0)
    assert (run.share, run.ended, [host.target for host in run.own]) == (0.0, 0, ["a"])
    run = apply(run, Event("a", "probe", probe="sshd", done=1, total=4), 10.0)
    assert run.share == pytest.approx(0.25)
    assert set(run.hosts) == set("abc")


def test_no_guess_while_it_is_too_early() -> None:
    assert begin(None, ["a"], 0.0).remaining(5.0) is None
    assert RunProgress().remaining(5.0) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(KINDS), st.integers(0, 9), st.integers(0, 9))))
def test_progress_never_goes_back_nor_beyond(events: list[tuple[str, str, int, int]]) -> None:
    run = begin(None, ["a", "b", "c"], 0.0)
    done = dict.fromkeys("abc", 0)
    for now, (target, kind, share, total) in enumerate(events):
        run = apply(run, Event(target, kind, done=min(share, total), total=total), float(now))
        assert run.hosts[target].done >= done[target]
        done[target] = run.hosts[target].done
        assert 0 <= run.share <= 1


def test_who_waits_and_who_failed() -> None:
    run = begin(None, ["a", "b", "c"], 0.0)
    run = end(run, "b", 1.0, error="b: no answer.", error_kind="no-answer")
    run = end(run, "a", 1.0)
    assert run.waiting == 1
    assert run.failed == ("b",)
