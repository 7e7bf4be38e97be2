"""What is wanted of a page that is not on screen is done when it has come there; a key that comes sooner finds it."""

from itertools import islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.screen.chapterlist import Filter
from app.screen.presentation import Kind, kind_of
from app.screen.wizard import chapter_of


@pytest.fixture
def navigator(opened, until):
    """At rest on the page of the run, with nothing made ahead."""
    until(lambda: not opened.navigator.coming)
    opened.navigator.pages.stop()
    assert opened.navigator.current == "run"
    return opened.navigator


@pytest.fixture
def failing(opened):
    """A finding that the list of its chapter doesn't show first."""
    findings = [one for one in opened.workspace.findings() if kind_of(one) is Kind.FAIL]
    return findings[-1]


def test_a_finding_of_another_chapter_is_shown_with_its_page_and_not_before(navigator, failing, until):
    place = failing.measured.item, failing.measured.target
    navigator.show_finding(*place)
    assert (navigator.current, navigator.coming) == ("run", chapter_of(failing))
    assert navigator.page.isVisible()
    until(lambda: not navigator.coming)
    assert navigator.current == chapter_of(failing)
    assert navigator.page.place() == place
    assert navigator.page.items.table.hasFocus()


def test_a_list_and_a_finding_in_it_are_both_done_in_their_order(navigator, failing, until):
    place = failing.measured.item, failing.measured.target
    navigator.show_list(chapter_of(failing), (Filter.FAILED.value,))
    navigator.show_finding(*place)
    assert navigator.current == "run"
    until(lambda: not navigator.coming)
    assert navigator.page.head.chips.chosen == (Filter.FAILED,)
    assert navigator.page.place() == place


def test_a_key_finds_what_was_led_to_before_it(opened, navigator, failing):
    place = failing.measured.item, failing.measured.target
    navigator.show_finding(*place)
    QTest.keyClick(opened.windowHandle(), Qt.Key.Key_W)
    assert navigator.page.place() == place
    assert navigator.page.detail.form.segments.current() == "waived"


def test_on_the_page_on_screen_it_is_done_at_once(navigator, failing):
    navigator.go(chapter_of(failing))
    navigator.show_finding(failing.measured.item, failing.measured.target)
    assert navigator.page.place() == (failing.measured.item, failing.measured.target)
    assert not navigator.coming


def test_another_choice_drops_what_was_wanted_there(opened, navigator, failing):
    navigator.show_finding(failing.measured.item, failing.measured.target)
    navigator.visit("scope")
    opened.workspace.turns.settle()
    navigator.go(chapter_of(failing))
    assert navigator.page.place() != (failing.measured.item, failing.measured.target)


def test_a_finding_that_is_wanted_while_another_step_comes_is_the_later_choice(opened, navigator, failing):
    navigator.go(chapter_of(failing))
    navigator.visit("scope")
    navigator.show_finding(failing.measured.item, failing.measured.target)
    opened.workspace.turns.settle()
    assert navigator.current == chapter_of(failing)
    assert navigator.page.place() == (failing.measured.item, failing.measured.target)


def test_what_is_wanted_of_a_chapter_that_is_not_there_is_dropped(opened, navigator):
    navigator.show_finding("77.1-a", None)
    opened.workspace.turns.settle()
    assert (navigator.current, navigator.coming) == ("run", "")
    assert opened.centre.rail.currentIndex().row() == navigator.steps().index("run")


@pytest.mark.parametrize("far", [1, 2, 3])
def test_what_is_wanted_survives_a_change_of_language(opened, navigator, failing, until, far):
    turns = opened._anew()
    list(islice(turns, far))
    navigator.show_finding(failing.measured.item, failing.measured.target)
    list(turns)
    until(lambda: not navigator.coming)
    assert navigator.page.place() == (failing.measured.item, failing.measured.target)


def test_the_menus_lead_to_a_host_and_to_the_signing(opened, navigator, until):
    navigator.show_host("hv2")
    until(lambda: not navigator.coming)
    assert [one.name for one in navigator.page.table.selected()] == ["hv2"]
    opened.menus._sign()
    until(lambda: not navigator.coming)
    assert navigator.current == "export"
    assert navigator.page.remark.hasFocus()


def test_steps_end_at_both_ends(opened, navigator):
    navigator.go("start")
    navigator.go_back()
    assert not navigator.coming
    navigator.go("export")
    navigator.go_on()
    assert not navigator.coming
    navigator.go_back()
    opened.workspace.turns.settle()
    assert navigator.current == "review"


def test_a_page_that_comes_shows_what_stands_now_bit_by_bit(navigator, monkeypatch, until):
    while navigator.pages.prepare("4"):
        pass
    page, done = navigator.pages.made["4"], []
    bits = lambda: done.append(("read", navigator.current)), lambda: done.append(("listed", navigator.current))
    monkeypatch.setattr(page, "refreshing", lambda: bits)
    monkeypatch.setattr(page, "refresh", lambda: done.append("all at once"))
    navigator.visit("4")
    assert done == [("read", "run")]
    until(lambda: navigator.current == "4")
    assert done == [("read", "run"), ("listed", "run")]
    navigator.go("run")
    navigator.visit("4")
    navigator.go("4")  # somebody can't wait
    assert done[2:] == [("read", "run"), "all at once"]
