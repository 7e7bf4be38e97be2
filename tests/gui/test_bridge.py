import threading
import time
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import delete

from app.errors import StoreError
from ui.bridge import Bridge


def test_values_come_in_order_and_on_the_gui_thread(qtbot, until):
    bridge = Bridge()
    came: list[tuple[int, bool]] = []
    main = threading.get_ident()

    def post():
        for number in range(500):
            bridge.post(lambda value: came.append((value, threading.get_ident() == main)), number)

    worker = threading.Thread(target=post)
    worker.start()
    until(lambda: len(came) == 500)
    worker.join()
    assert came == [(number, True) for number in range(500)]
    bridge.close()


def test_a_flood_leaves_the_loop_its_turn(qtbot, until):
    bridge = Bridge()
    left = [300]
    beats: list[int] = []  # how much was left each time that the loop had its turn
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: beats.append(left[0]))
    timer.start()

    def slow(_value):
        time.sleep(0.002)
        left[0] -= 1

    for number in range(300):
        bridge.post(slow, number)
    until(lambda: left[0] == 0)
    timer.stop()
    done = [before - after for before, after in pairwise((300, *beats))]
    assert len(beats) > 5
    assert max(done) < 75  # which take 0.15 s where nothing else holds them up
    bridge.close()


def test_a_bug_of_one_receiver_holds_nothing_else_up(qtbot, until):
    bridge = Bridge()
    came: list[int] = []

    def faulty(_value):
        raise ValueError("a bug")

    with qtbot.captureExceptions() as bugs:
        for number in range(3):
            bridge.post(faulty, number)
            bridge.post(came.append, number)
        until(lambda: len(came) == 3)
    assert came == [0, 1, 2]
    assert [str(one[1]) for one in bugs] == ["a bug"] * 3
    bridge.post(came.append, 3)
    until(lambda: came[-1] == 3)
    bridge.close()


def test_a_known_error_and_a_bug_come_back_as_such(qtbot, until):
    bridge = Bridge()
    outcomes = []

    def known():
        raise StoreError("/audit: is full.")

    def bug():
        raise ValueError("a bug")

    bridge.side(known, outcomes.append)
    bridge.side(bug, outcomes.append)
    bridge.side(lambda: 7, outcomes.append)
    until(lambda: len(outcomes) == 3)
    assert str(outcomes[0].error) == "/audit: is full."
    assert isinstance(outcomes[1].bug, ValueError)
    assert outcomes[2].value == 7
    bridge.close()


def test_a_job_that_hangs_holds_nothing_up(qtbot):
    bridge = Bridge()
    release, ended = threading.Event(), []
    bridge.side(lambda: ended.append(release.wait(20)), lambda _outcome: None)
    assert not bridge.idle()
    bridge.close()
    assert not ended
    release.set()


class Receiver(QObject):
    def __init__(self):
        super().__init__()
        self.came = []

    def take(self, value):
        self.came.append(value)

    def take_of(self, _name, value):
        self.came.append(value)


def test_what_is_gone_gets_nothing_and_what_went_wrong_is_told_all_the_same(qtbot, until):
    """A page whose report is being written may be destroyed meanwhile: the language is changed, the audit closed."""
    bridge = Bridge()
    receiver, unheard = Receiver(), []
    bridge.unheard.connect(unheard.append)
    go_on = threading.Event()

    def fails():
        go_on.wait(10)
        raise StoreError("/report: the disk is full.")

    bridge.side(fails, receiver.take)
    bridge.side(lambda: "written", partial(receiver.take_of, "pdf"))
    bridge.side(lambda: "written", receiver.take)
    delete(receiver)
    go_on.set()
    until(bridge.idle)
    until(lambda: len(unheard) == 3)
    assert receiver.came == []
    assert str(unheard[0].error) == "/report: the disk is full."
    assert [one.value for one in unheard[1:]] == ["written"] * 2
    bridge.close()


def test_nothing_is_delivered_after_the_end(qtbot):
    bridge = Bridge()
    came: list[int] = []
    bridge.post(came.append, 1)
    bridge.close()
    bridge.post(came.append, 2)
    qtbot.wait(30)
    assert came == []


def test_two_thousand_signals_with_a_truth_value(qtbot):
    """PySide6 6.12.0 on Python 3.11 drops a reference at each emit and aborts after some 550."""

    class Emitter(QObject):
        said = Signal(bool)

    emitter = Emitter()
    heard: list[bool] = []
    emitter.said.connect(heard.append)
    for _ in range(2000):
        emitter.said.emit(True)
    assert len(heard) == 2000
