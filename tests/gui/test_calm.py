"""What Python does behind everybody's back: what stays is set aside, and what was closed is freed all the same."""

import gc
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from ui import calm


@pytest.fixture(autouse=True)
def _as_before():
    interval = sys.getswitchinterval()
    yield
    sys.setswitchinterval(interval)
    gc.unfreeze()


class Node:
    """Refers to itself, so that only the collector can free it."""

    def __init__(self):
        self.me = self


def test_what_is_there_already_is_set_aside(qapp):
    calm.begin()
    assert sys.getswitchinterval() < 0.005
    assert gc.get_freeze_count() > 0


def test_only_the_thread_of_the_screen_collects(qapp, until):
    """Another one would free objects of Qt that were dropped there, and end the program by that."""
    calm.begin()
    calm.begin()
    assert len(qapp.findChildren(QObject, "collector")) == 1
    freed_by = []

    class Dropped(QObject):
        def __init__(self):
            super().__init__()
            self.me = self

        def __del__(self):
            freed_by.append(threading.current_thread())

    Dropped()
    busy = threading.Thread(target=lambda: [[number] for number in range(200_000)])
    busy.start()
    busy.join()
    assert freed_by == []
    until(lambda: freed_by)
    assert freed_by == [threading.main_thread()]


def test_what_came_since_is_freed_when_it_has_gone(qapp):
    calm.begin()
    straight, round_about = Node(), Node()
    straight.me = None
    alive = weakref.ref(straight), weakref.ref(round_about)
    del straight, round_about
    assert [one() is not None for one in alive] == [False, True]
    calm.tidy()
    assert alive[1]() is None


def test_a_closed_audit_is_freed_bit_by_bit_and_leaves_nothing_to_the_collector(opened, until, monkeypatch):
    """Without it, each audit that is opened in a session would stay in memory, or hold the screen when it goes."""
    monkeypatch.setattr(gc, "collect", lambda *_: 0)
    for step in opened.navigator.steps():
        opened.navigator.go(step)
    pages = opened.navigator.pages.made
    alive = [weakref.ref(opened.workspace.audit), *(weakref.ref(pages[step]) for step in pages if step != "start")]
    opened.workspace.close_audit()
    until(lambda: not any(one() for one in alive), 20_000)
