"""The clock that all connections share."""

import threading
import time

import pytest

from app.transport.watchdog import Watchdog

SOON = 3  # seconds; a tick takes a tenth


def clocks():
    return [thread for thread in threading.enumerate() if thread.name == "bartizan-watchdog"]


@pytest.fixture
def dog():
    made = []

    def dog(cancel=None):
        made.append(Watchdog(cancel or threading.Event()))
        return made[-1]

    yield dog
    for one in made:
        one.stop()


def test_many_are_watched_by_one_thread_which_then_ends(dog):
    dogs = [dog() for _ in range(50)]
    (clock,) = clocks()
    for one in dogs:
        one.stop()
    clock.join(SOON)
    assert not clocks()
    dog()
    assert len(clocks()) == 1


@pytest.mark.parametrize("verdict", ["cancelled", "timeout"])
def test_what_is_over_is_cut_and_nothing_else(dog, verdict):
    cancel, cut, other = threading.Event(), threading.Event(), threading.Event()
    one, bystander = dog(cancel), dog()
    one.watch(cut.set)
    bystander.watch(other.set)
    if verdict == "cancelled":
        cancel.set()
    else:
        one.limit(0)
    assert cut.wait(SOON)
    assert one.verdict == verdict
    assert not other.is_set()
    assert not bystander.verdict


def test_a_cut_that_hangs_holds_up_no_other_connection(dog):
    go_on, cut = threading.Event(), threading.Event()
    hanging, other = dog(), dog()
    hanging.watch(lambda: go_on.wait(SOON * 3))
    hanging.limit(0)
    while not hanging.verdict:
        time.sleep(0.01)
    other.watch(cut.set)
    other.limit(0)
    try:
        assert cut.wait(SOON)
    finally:
        go_on.set()


def test_what_is_watched_too_late_is_cut_at_once(dog):
    one, cut = dog(), threading.Event()
    one.limit(0)
    while not one.verdict:
        time.sleep(0.01)
    one.watch(cut.set)
    assert cut.is_set()


def test_nothing_is_cut_after_the_end(dog):
    one, later, cut, other = dog(), dog(), threading.Event(), threading.Event()
    one.watch(cut.set)
    one.stop()
    one.limit(0)
    later.watch(other.set)
    later.limit(0)
    assert other.wait(SOON)
    assert not cut.is_set()
