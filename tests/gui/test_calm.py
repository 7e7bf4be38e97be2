"""What Python does behind everybody's back: what stays is set aside, and what was closed is freed all the same."""

import gc
import sys
import weakref

import pytest

from ui import calm


@pytest.fixture(autouse=True)
def _as_before():
    thresholds, interval = gc.get_threshold(), sys.getswitchinterval()
    yield
    gc.set_threshold(*thresholds)
    sys.setswitchinterval(interval)
    gc.unfreeze()


class Node:
    """Refers to itself, so that only the collector can free it."""

    def __init__(self):
        self.me = self


def test_full_collections_come_when_we_say():
    calm.begin()
    assert gc.get_threshold()[2] >= 1_000_000
    assert sys.getswitchinterval() < 0.005
    assert gc.get_freeze_count() > 0


def test_what_was_set_aside_is_freed_when_it_has_gone():
    straight, round_about = Node(), Node()
    straight.me = None
    alive = weakref.ref(straight), weakref.ref(round_about)
    calm.keep()
    del straight, round_about
    assert [one() is not None for one in alive] == [False, True]
    calm.tidy()
    assert alive[1]() is None


def test_a_closed_audit_is_let_go_of(opened, until):
    """Without it, each audit that is opened in a session would stay in memory."""
    for step in opened.step_ids():
        opened.go(step)
    calm.keep()
    finding = weakref.ref(opened.workspace.audit)
    opened.workspace.close_audit()
    until(lambda: finding() is None, 20_000)
