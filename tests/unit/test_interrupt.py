"""Ctrl-C is noticed between two steps; a second one ends at once."""

import os
import signal
import threading

import pytest

from app.cli.interrupt import Interrupts


def test_the_first_one_is_noted_and_the_second_one_ends() -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with Interrupts() as interrupts:
            os.kill(os.getpid(), signal.SIGINT)
            assert interrupts.asked
            with pytest.raises(KeyboardInterrupt):
                os.kill(os.getpid(), signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)


def test_what_others_decided_stays() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Interrupts() as interrupts:
            os.kill(os.getpid(), signal.SIGINT)
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert not interrupts.asked
    finally:
        signal.signal(signal.SIGINT, before)


def test_another_thread_has_no_say() -> None:
    seen = []

    def work() -> None:
        with Interrupts():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=work)
    before = signal.getsignal(signal.SIGINT)
    thread.start()
    thread.join()
    assert seen == [before]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_both_signals_are_a_wish_and_are_given_back(number):
    before = signal.getsignal(number)
    usual = signal.default_int_handler if number is signal.SIGINT else signal.SIG_DFL
    signal.signal(number, usual)
    try:
        with Interrupts() as interrupts:
            signal.raise_signal(number)
            assert interrupts.asked
            with pytest.raises(KeyboardInterrupt):
                signal.raise_signal(number)
        assert signal.getsignal(number) is usual
    finally:
        signal.signal(number, before)
