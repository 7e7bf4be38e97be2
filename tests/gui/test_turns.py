"""What a change brings with it comes in turns, in its order, and before anything that a person does next."""

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.turns import Turns, in_turns


@pytest.fixture
def done():
    return []


def test_each_thing_has_its_turn_in_their_order_and_none_comes_twice(qapp, until, done):
    turns = Turns()

    def first():
        done.append("first")
        turns.then(last)

    def second():
        done.append("second")

    def last():
        done.append("last")

    turns.then(first, second)
    turns.then(second)
    assert done == []
    until(lambda: len(done) == 3)
    assert done == ["first", "second", "last"]


def test_a_key_finds_everything_done(qtbot, done):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.textEdited.connect(done.append)
    field.show()
    qtbot.waitExposed(field)
    field.activateWindow()
    field.setFocus()
    turns = Turns()
    field.windowHandle().installEventFilter(turns)
    turns.then(lambda: done.append("first"), lambda: done.append("second"))
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert done == ["first", "second", "a"]


def test_what_fails_keeps_nothing_else_back(qtbot, until, done):
    turns = Turns()

    def fail():
        raise ValueError("a bug")

    with qtbot.captureExceptions() as bugs:
        turns.then(fail, lambda: done.append("next"))
        until(lambda: done)
    assert [str(one[1]) for one in bugs] == ["a bug"]


def test_painting_has_a_turn_of_its_own_and_lets_others_have_theirs(qapp, until, done):
    """However often it falls due: what moves on screen must not keep back what a person did."""
    turns = Turns()

    def paint():
        done.append("paint")
        if len(done) < 9:
            turns.paint(paint)

    turns.then(lambda: done.append("first"), lambda: done.append("second"))
    turns.paint(paint)
    turns.settle()
    assert done == ["first", "second"]  # painting is nothing that a person waits for
    turns.then(lambda: done.append("third"), lambda: done.append("last"))
    until(lambda: "last" in done)
    assert done[2:6] == ["paint", "third", "paint", "last"]
    until(lambda: not turns.waiting)


def test_what_is_forgotten_is_not_done(qapp, qtbot, done):
    turns = Turns()
    turns.then(lambda: done.append("first"))
    turns.forget()
    qtbot.wait(20)
    assert done == []


def test_the_second_of_two_quick_answers_is_for_the_next_item(opened, qtbot):
    """Whoever types fast doesn't answer the same item again, because the list has not moved on yet."""
    opened.activateWindow()
    opened.navigator.go("7")
    page = opened.navigator.pages.made["7"]
    opened.navigator.next_undecided()
    places = []
    for _ in range(2):
        QTest.keyClick(opened.windowHandle(), Qt.Key.Key_P)
        places.append(page.place())
        page.detail.form.entry.remark.setPlainText("seen")
        page.save_answer()
    assert len(set(places)) == 2
    audit = opened.workspace.audit
    assert [len(audit.finding(*place).overrides) for place in places] == [1, 1]


def test_bits_have_a_turn_each_until_they_are_not_wanted_or_there_is_none(qapp, qtbot, until, done):
    owner, between = QObject(), QTimer(interval=0)
    between.timeout.connect(lambda: done.append("the screen") if done and done[-1] != "the screen" else None)
    between.start()

    def bits():
        for number in range(3):
            done.append(number)
            yield

    in_turns(owner, bits(), lambda: True)
    until(lambda: not owner.children())
    assert [one for one in done if one != "the screen"] == [0, 1, 2]
    assert all(one == "the screen" for one in done[1::2])
    done.clear()
    in_turns(owner, bits(), lambda: 1 not in done)
    until(lambda: not owner.children())
    assert 2 not in done
