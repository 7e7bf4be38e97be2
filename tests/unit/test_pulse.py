"""When a connection counts as dead, by clocks that the test moves."""

import pytest

from app.transport.pulse import ASLEEP, EVERY, UNANSWERED, Pulse


class Clocks:
    """Both clocks, and a host that answers or doesn't."""

    def __init__(self, *, answers):
        self.awake = 1000.0
        self.passed = 5000.0
        self.heard = 1000.0
        self.asked = []
        self.answers = answers
        self.pulse = Pulse(self.ask, awake=lambda: self.awake, passed=lambda: self.passed)

    def ask(self):
        self.asked.append(self.awake - 1000)
        if self.answers:
            self.heard = self.awake

    def run(self, seconds, tick=0.2):
        """The first fault within that time, and when."""
        for _ in range(round(seconds / tick)):
            self.awake += tick
            self.passed += tick
            if fault := self.pulse.fault(self.heard):
                return fault, round(self.awake - 1000, 1)
        return "", None

    def sleep(self, seconds):
        self.passed += seconds


def test_a_silent_host_is_noticed_within_the_stated_time():
    fault, when = Clocks(answers=False).run(60)
    assert fault == "silent"
    assert when == pytest.approx(EVERY * (UNANSWERED + 1), abs=1)


def test_a_host_that_only_answers_stays():
    clocks = Clocks(answers=True)
    assert clocks.run(600) == ("", None)
    assert 100 <= len(clocks.asked) <= 121


def test_whoever_sends_is_asked_nothing():
    clocks = Clocks(answers=False)
    for _ in range(100):
        clocks.heard = clocks.awake
        assert clocks.run(1) == ("", None)
    assert clocks.asked == []


def test_an_answer_that_comes_late_counts():
    clocks = Clocks(answers=False)
    assert clocks.run(EVERY * UNANSWERED) == ("", None)
    clocks.heard = clocks.awake
    assert clocks.run(EVERY * UNANSWERED) == ("", None)
    assert clocks.run(60)[0] == "silent"


def test_a_computer_that_slept():
    clocks = Clocks(answers=True)
    clocks.run(3)
    clocks.sleep(3600)
    assert clocks.run(1) == ("asleep", 3.2)
    assert clocks.run(30) == ("", None)  # said once: the next connection starts anew


def test_a_short_pause_or_a_clock_set_back_is_no_sleep():
    clocks = Clocks(answers=True)
    for seconds in (ASLEEP / 2, -3600, ASLEEP / 2):
        clocks.sleep(seconds)
        assert clocks.run(10) == ("", None)


def test_a_process_that_was_late_is_no_sleep():
    """Busy for half a minute: both clocks went on, and nothing was asked in the meantime."""
    clocks = Clocks(answers=True)
    clocks.awake += 30
    clocks.passed += 30
    assert clocks.run(60) == ("", None)
