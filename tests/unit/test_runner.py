"""Many targets at once: each is done exactly once, whatever happens to it or to the others."""

import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from content_sample import small_benchmark

from app import runner as module
from app.errors import ConnectError, UsageError
from app.look import ScanOptions
from app.model import Profile, Reason, Result, Target, TargetState
from app.runner import Runner
from app.scan import Event, TargetScan, judge_target, scan
from app.targets import local_target
from app.transport.base import HostKeyPolicy, Secrets

OPTIONS = ScanOptions(HostKeyPolicy(known_hosts=(), own_file=Path("/nonexistent/known_hosts")))
PROFILE = Profile(chapters=("4", "6"))
NOTHING = Secrets()


class Heard:
    """Events and results as they arrive."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.scans: list[TargetScan] = []
        self.threads: set[str] = set()

    def event(self, event: Event) -> None:
        self.events.append(event)

    def done(self, found: TargetScan) -> None:
        self.threads.add(threading.current_thread().name)
        self.scans.append(found)

    @property
    def names(self) -> Counter[str]:
        return Counter(found.state.target.name for found in self.scans)


def targets(*names: str) -> list[tuple[Target, Secrets]]:
    return [(Target(name, address=name), NOTHING) for name in names]


def runner(**given: Any) -> Runner:
    return Runner(small_benchmark(), PROFILE, OPTIONS, **given)


def wait(one: Runner, seconds: float = 10) -> None:
    ends = time.monotonic() + seconds
    while not one.idle():
        assert time.monotonic() < ends, "not idle in time"
        time.sleep(0.005)


def until(holds: Callable[[], bool], seconds: float = 10) -> None:
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends, "did not come true in time"
        time.sleep(0.005)


def answered(target: Target) -> TargetScan:
    state = TargetState(target, reachable=True, addenda=("tiny",))
    return TargetScan(state, (), judge_target(state, small_benchmark(), PROFILE, ()))


Scan = Callable[[Target, threading.Event, Callable[[Event], None]], TargetScan]


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> Callable[[Scan], None]:
    """Put something else in the place of looking at a target."""

    def replace(wanted: Scan) -> None:
        def scan_(target: Target, **given: Any) -> TargetScan:
            return wanted(target, given["cancel"], given["on_event"])

        monkeypatch.setattr(module, "scan", scan_)

    return replace


def test_each_target_is_done_exactly_once(scripted: Any) -> None:
    scripted(lambda target, _cancel, _event: answered(target))
    heard, one = Heard(), runner(jobs=4)
    names = [f"hv{number}" for number in range(50)]
    one.start(targets(*names), heard.event, heard.done)
    wait(one)
    assert heard.names == Counter(names)
    assert all(name.startswith("bartizan-scan") for name in heard.threads)
    one.shutdown()


def test_start_returns_at_once_and_idle_tells_the_end(scripted: Any) -> None:
    gate = threading.Event()

    def slow(target: Target, _cancel: threading.Event, _event: Any) -> TargetScan:
        gate.wait(10)
        return answered(target)

    scripted(slow)
    heard, one = Heard(), runner(jobs=2)
    assert one.idle()
    one.start(targets("a", "b", "c"), heard.event, heard.done)
    assert not one.idle()
    assert heard.scans == []
    gate.set()
    wait(one)
    assert heard.names == Counter("abc")
    one.shutdown()


def test_no_more_at_once_than_jobs(scripted: Any) -> None:
    lock, running, most = threading.Lock(), [0], [0]

    def counted(target: Target, _cancel: threading.Event, _event: Any) -> TargetScan:
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        time.sleep(0.01)
        with lock:
            running[0] -= 1
        return answered(target)

    scripted(counted)
    heard, one = Heard(), runner(jobs=3)
    one.start(targets(*"abcdefghij"), heard.event, heard.done)
    wait(one)
    assert most[0] == 3
    one.shutdown()


def test_a_bug_in_one_target_does_not_lose_the_others(scripted: Any) -> None:
    def breaking(target: Target, _cancel: threading.Event, _event: Any) -> TargetScan:
        if target.name == "bad":
            raise ZeroDivisionError
        return answered(target)

    scripted(breaking)
    heard, one = Heard(), runner(jobs=1)
    one.start(targets("a", "bad", "z"), heard.event, heard.done)
    wait(one)
    assert heard.names == Counter(["a", "bad", "z"])
    bad = next(found for found in heard.scans if found.state.target.name == "bad")
    text = "bad: the program failed on this target (ZeroDivisionError); please report it."
    assert (bad.state.reachable, bad.state.error_kind, bad.state.error) == (False, "protocol", text)
    assert isinstance(bad.error, ConnectError)
    assert isinstance(bad.error.__cause__, ZeroDivisionError)
    assert [event.message for event in heard.events if event.kind == "failed"] == [text]
    automated = next(one for one in bad.results if one.item == "4.1-a")
    assert (automated.result, automated.reason) == (Result.NOTCHECKED, Reason.UNREACHABLE)
    one.shutdown()


def test_a_known_fault_keeps_its_words(scripted: Any) -> None:
    def refusing(target: Target, _cancel: threading.Event, _event: Any) -> TargetScan:
        raise (
            ConnectError("refused", f"{target.name}: nothing listens.") if target.name == "a" else UsageError("No key.")
        )

    scripted(refusing)
    heard, one = Heard(), runner(jobs=1)
    one.start(targets("a", "b"), heard.event, heard.done)
    wait(one)
    assert [(found.state.error_kind, found.state.error) for found in heard.scans] == [
        ("refused", "a: nothing listens."),
        ("protocol", "No key."),
    ]
    assert [event.message for event in heard.events] == ["a: nothing listens.", "No key."]
    one.shutdown()


def test_a_listener_that_breaks_does_not_lose_the_result(scripted: Any) -> None:
    def talking(target: Target, _cancel: threading.Event, on_event: Any) -> TargetScan:
        on_event(Event(target.name, "connecting"))
        return answered(target)

    def broken(_event: Event) -> None:
        raise RuntimeError

    scripted(talking)
    heard, one = Heard(), runner(jobs=1)
    one.start(targets("a", "b"), broken, heard.done)
    wait(one)
    assert heard.names == Counter("ab")
    one.shutdown()


def test_cancel_all_stops_the_running_and_the_waiting(scripted: Any) -> None:
    begun = threading.Event()

    def waiting(target: Target, cancel: threading.Event, _event: Any) -> TargetScan:
        begun.set()
        assert cancel.wait(10)
        raise ConnectError("cancelled", f"{target.name}: cancelled.")

    scripted(waiting)
    heard, one = Heard(), runner(jobs=1)
    one.start(targets("a", "b", "c"), heard.event, heard.done)
    assert begun.wait(10)
    one.cancel()
    wait(one)
    assert heard.names == Counter("abc")
    assert {found.state.error_kind for found in heard.scans} == {"cancelled"}
    assert sorted(found.state.error for found in heard.scans) == [
        "a: cancelled.",
        "b: cancelled before it was looked at.",
        "c: cancelled before it was looked at.",
    ]
    one.shutdown()


def test_a_pause_begins_nobody_else_and_ends_or_is_cancelled(scripted: Any) -> None:
    begun, go = threading.Event(), threading.Event()

    def waiting(target: Target, _cancel: threading.Event, _event: Any) -> TargetScan:
        begun.set()
        assert go.wait(10)
        return answered(target)

    scripted(waiting)
    heard, one = Heard(), runner(jobs=1)
    one.start(targets("a", "b", "c"), heard.event, heard.done)
    assert begun.wait(10)
    one.pause()
    go.set()
    until(lambda: heard.names == Counter("a"))
    one.cancel("b")  # a host that waits can be cancelled while nothing is begun
    until(lambda: heard.names == Counter("ab"))
    assert one.paused
    assert not one.idle()
    one.resume()
    wait(one)
    assert [(found.state.target.name, found.state.reachable) for found in heard.scans] == [
        ("a", True),
        ("b", False),
        ("c", True),
    ]
    one.shutdown()


@pytest.mark.parametrize("paused", [False, True])
def test_one_that_waits_for_its_turn_is_cancelled_at_once(scripted: Any, paused: bool) -> None:
    begun, go = threading.Event(), threading.Event()

    def waiting(target: Target, _cancel: threading.Event, _event: Any) -> TargetScan:
        begun.set()
        assert go.wait(30)
        return answered(target)

    scripted(waiting)
    heard, one = Heard(), runner(jobs=1)
    one.start(targets("a", "b", "c"), heard.event, heard.done)
    try:
        assert begun.wait(10)
        if paused:
            one.pause()
        one.cancel("c")
        assert heard.names == Counter("c")  # though the only thread has another host, which takes its time
        assert (heard.scans[0].state.reachable, heard.scans[0].state.error_kind) == (False, "cancelled")
        assert not one.idle()
        one.cancel("c")
        one.resume()
    finally:
        go.set()
        one.shutdown()
    wait(one)
    assert heard.names == Counter("abc")


def test_cancel_one_leaves_the_others(scripted: Any) -> None:
    begun = threading.Barrier(3)
    go = threading.Event()

    def waiting(target: Target, cancel: threading.Event, _event: Any) -> TargetScan:
        begun.wait(10)
        if target.name == "b":
            assert cancel.wait(10)
            raise ConnectError("cancelled", "b: cancelled.")
        assert go.wait(10)
        assert not cancel.is_set()
        return answered(target)

    scripted(waiting)
    heard, one = Heard(), runner(jobs=2)
    one.start(targets("a", "b"), heard.event, heard.done)
    begun.wait(10)
    one.cancel("b")
    one.cancel("nobody")
    while not heard.scans:
        time.sleep(0.005)
    go.set()
    wait(one)
    assert [(found.state.target.name, found.state.reachable) for found in heard.scans] == [("b", False), ("a", True)]
    one.shutdown()


def test_shutdown_returns_at_once_and_every_target_is_still_done(scripted: Any) -> None:
    begun, returned = threading.Event(), threading.Event()

    def waiting(target: Target, cancel: threading.Event, _event: Any) -> TargetScan:
        begun.set()
        cancel.wait(10)
        returned.wait(10)  # a host that takes its time to be let go of
        return answered(target)

    scripted(waiting)
    heard, one = Heard(), runner(jobs=1)
    one.start(targets("a", "b"), heard.event, heard.done)
    assert begun.wait(10)
    one.shutdown()
    assert not heard.names["a"]
    returned.set()
    wait(one)
    assert heard.names == Counter("ab")


class AtOnce(Executor):
    """Runs each task where it is submitted."""

    def __init__(self) -> None:
        self.closed = False

    def submit(self, fn: Any, /, *args: Any, **given: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_result(fn(*args, **given))
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.closed = True


def test_any_executor_will_do(scripted: Any) -> None:
    scripted(lambda target, _cancel, _event: answered(target))
    at_once = AtOnce()
    heard, one = Heard(), runner(executor=at_once)
    one.start(targets("a", "b"), heard.event, heard.done)
    assert one.idle()
    assert [found.state.target.name for found in heard.scans] == ["a", "b"]
    one.shutdown()
    assert not at_once.closed  # it belongs to somebody else
    with ThreadPoolExecutor(2) as pool:
        heard, one = Heard(), runner(executor=pool)
        one.start(targets("a", "b"), heard.event, heard.done)
        wait(one)
    assert heard.names == Counter("ab")


def test_a_second_start_of_the_same_runner(scripted: Any) -> None:
    scripted(lambda target, _cancel, _event: answered(target))
    heard, one = Heard(), runner(jobs=2)
    one.start(targets("a"), heard.event, heard.done)
    wait(one)
    one.start(targets("a", "b"), heard.event, heard.done)
    wait(one)
    assert heard.names == Counter({"a": 2, "b": 1})
    one.shutdown()


def test_no_thread_is_left() -> None:
    before = set(threading.enumerate())
    heard, one = Heard(), runner()
    one.start([(local_target(), NOTHING)], heard.event, heard.done)
    wait(one)
    one.shutdown()
    for thread in set(threading.enumerate()) - before:
        thread.join(5)
        assert not thread.is_alive()


# --- one target, really --------------------------------------------------------------------------------------------


def test_this_computer_from_connecting_to_done() -> None:
    heard, one = Heard(), runner()
    one.start([(local_target(), NOTHING)], heard.event, heard.done)
    wait(one)
    one.shutdown()
    kinds = [event.kind for event in heard.events]
    assert kinds[:2] == ["connecting", "looking"]
    assert kinds[-2:] == ["judging", "done"]
    assert kinds[2:-2] == ["probe"] * 3
    assert [event.done for event in heard.events if event.kind == "probe"] == [1, 2, 3]
    (found,) = heard.scans
    assert found.error is None
    assert found.state.reachable
    assert found.state.addenda == ("tiny",)
    assert found.state.facts["os"] == "Tiny"
    assert {one.probe for one in found.evidence} == {"os_release", "settings", "things"}
    results = {one.item: one for one in found.results}
    assert results["4.1-a"].result is Result.PASS
    assert results["4.1-b"].reason is Reason.OTHER_ROLE
    assert (results["4.1-c"].result, results["4.1-c"].remediation) == (Result.FAIL, "apt-get remove size.")
    assert results["6.2-a"].message == "A person answers: Nothing on this platform says it."
    assert set(results) == {rule.id for rule in small_benchmark().rules} - {"4.1-d", "4.2-c"}


def test_an_address_that_nobody_answers() -> None:
    events: list[Event] = []
    found = scan(
        Target("gone", address="127.0.0.1", port=1, user="nobody"),
        benchmark=small_benchmark(),
        profile=PROFILE,
        secrets=NOTHING,
        options=OPTIONS,
        cancel=threading.Event(),
        on_event=events.append,
    )
    assert not found.state.reachable
    assert found.state.error_kind == "refused"
    assert found.evidence == ()
    assert events[-1].kind == "failed"
    assert events[-1].message == found.state.error
    reasons = {one.item: one.reason for one in found.results}
    assert reasons["4.1-a"] is Reason.UNREACHABLE
    assert reasons["4.2-a"] is Reason.AWAITING_SIGNOFF
    assert all(one.result in {Result.NOTCHECKED, Result.NOTAPPLICABLE} for one in found.results)


def test_secrets_do_not_show() -> None:
    assert "hunter2" not in repr(Secrets(password="hunter2"))


def test_a_machine_that_refuses_counts_as_looked_at_in_nothing() -> None:
    heard, one = Heard(), runner()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        one.start([(Target("hv1", "127.0.0.1", taken.getsockname()[1]), NOTHING)], heard.event, heard.done)
        wait(one)
    one.shutdown()
    assert heard.events[-1].kind == "failed"
    assert {event.done for event in heard.events} == {0}
