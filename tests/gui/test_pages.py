"""How a page comes on screen: at once for code, in turns for a person where it isn't ready yet."""

from itertools import islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from ui.held import Held
from ui.theme import Scheme

CHAPTER = "6"


@pytest.fixture
def bare(opened, until):
    """The window with one page and nothing made ahead."""
    until(lambda: not opened.navigator.coming)
    opened.navigator.pages.stop()
    assert CHAPTER not in opened.navigator.pages.made
    return opened


def test_a_page_that_is_not_ready_comes_in_turns_and_the_one_before_stays_meanwhile(bare, until):
    before = bare.navigator.current
    bare.navigator.visit(CHAPTER)
    assert (bare.navigator.current, bare.navigator.coming) == (before, CHAPTER)
    assert bare.navigator.pages.made[before].isVisible()
    until(lambda: not bare.navigator.coming)
    assert bare.navigator.current == CHAPTER
    assert bare.navigator.pages.made[CHAPTER].items.model.rowCount() > 0
    assert bare.navigator.pages.made[CHAPTER].detail.form.styleSheet() == bare.theme.style_sheet()


def test_the_rail_shows_where_a_person_is_going(bare, until):
    bare.navigator.visit(CHAPTER)
    bare.workspace.run_changed.emit()
    while bare.workspace.turns._things[0] != bare._update_rail:
        bare.workspace.turns._one()
    bare.workspace.turns._one()
    assert bare.navigator.coming == CHAPTER
    assert bare.centre.rail.currentIndex().row() == bare.navigator.steps().index(CHAPTER)
    until(lambda: not bare.navigator.coming)


def test_a_page_that_is_ready_is_filled_in_one_turn_and_comes_in_the_next(bare):
    while bare.navigator.pages.prepare(CHAPTER):
        pass
    bare.navigator.visit(CHAPTER)
    assert bare.navigator.coming == CHAPTER
    bare.workspace.turns.settle()
    assert (bare.navigator.current, bare.navigator.coming) == (CHAPTER, "")


def test_of_two_choices_the_later_one_counts(bare, until):
    bare.navigator.visit(CHAPTER)
    bare.navigator.visit("export")
    until(lambda: not bare.navigator.coming)
    assert bare.navigator.current == "export"
    bare.navigator.visit("7")
    bare.navigator.go("scope")
    bare.workspace.turns.settle()
    assert (bare.navigator.current, bare.navigator.coming) == ("scope", "")


def test_a_key_finds_the_page_that_was_chosen_before_it(bare):
    bare.navigator.visit(CHAPTER)
    QTest.keyClick(bare.windowHandle(), Qt.Key.Key_P)
    assert bare.navigator.current == CHAPTER
    assert bare.navigator.pages.made[CHAPTER].detail.form.segments.current() == "pass"


def test_an_audit_that_is_closed_takes_its_coming_page_with_it(bare, until):
    bare.navigator.visit(CHAPTER)
    bare.workspace.close_audit()
    until(lambda: not bare.navigator.coming)
    assert bare.navigator.current == "start"


def test_a_page_made_ahead_has_everything_in_its_place_before_it_is_shown(bare):
    while bare.navigator.pages.prepare(CHAPTER):
        pass
    page = bare.navigator.pages.made[CHAPTER]
    assert not page.isVisible()
    places = {one: one.geometry() for one in (page.head, page.items, page.items.table, page.detail)}
    bare.navigator.go(CHAPTER)
    assert {one: one.geometry() for one in places} == places


def test_a_page_that_missed_a_change_of_colours_is_not_ready(bare):
    while bare.navigator.pages.prepare(CHAPTER):
        pass
    bare.theme.choose(Scheme.DARK)
    assert bare.navigator.pages.prepare(CHAPTER)
    while bare.navigator.pages.prepare(CHAPTER):
        pass
    assert bare.navigator.pages.made[CHAPTER].detail.form.styleSheet() == bare.theme.style_sheet()
    assert not bare.navigator.pages.prepare(CHAPTER)


def test_what_an_answer_is_typed_into_is_made_with_the_first_one(bare):
    bare.navigator.go(CHAPTER)
    page = bare.navigator.pages.made[CHAPTER]
    few = len(page.findChildren(QWidget))
    page.begin_answer("pass")
    assert page.detail.form.entry.remark.isVisible()
    assert page.detail.form.entry.name.text() == bare.workspace.person()[0]
    assert page.detail.form.entry.option().places == (page.place(),)
    assert len(page.findChildren(QWidget)) > few + 30


@pytest.mark.parametrize("far", [1, 2, 3])
def test_a_step_that_is_chosen_while_the_language_changes_is_gone_to(bare, until, far):
    turns = bare._anew()
    list(islice(turns, far))
    bare.navigator.visit(CHAPTER)
    list(turns)
    until(lambda: not bare.navigator.coming)
    assert bare.navigator.current == CHAPTER
    assert bare.findChild(Held) is None


def test_a_menu_finds_nothing_to_do_while_the_page_is_made_anew(bare, until):
    turns = bare._anew()
    list(islice(turns, 3))  # the menus are there again
    for action in (bare.menus._find, bare.menus._save, bare.menus._undo, lambda: bare.menus._answer("pass")):
        action()
    list(turns)
    until(bare.navigator.page.isVisible)


def test_another_language_leaves_the_window_as_it_is_until_its_page_is_back(bare, qtbot, until):
    class Patch(QWidget):
        painted = 0

        def paintEvent(self, _event):  # noqa: N802 - Qt's name
            self.painted += 1

    bare.navigator.go(CHAPTER)
    patch = Patch(bare)
    patch.resize(20, 20)
    patch.show()
    until(lambda: patch.painted)
    turns = bare._anew()
    list(islice(turns, 2))
    qtbot.wait(20)  # what was to be painted before
    before = patch.painted
    patch.update()
    qtbot.wait(20)
    assert patch.painted == before
    assert list(turns)
    until(lambda: patch.painted > before)
    assert bare.navigator.current == CHAPTER
    assert bare.navigator.pages.made[CHAPTER].findChildren(QPushButton)


def test_what_changes_between_filling_and_showing_is_shown(bare, monkeypatch):
    while bare.navigator.pages.prepare(CHAPTER):
        pass
    filled = []
    page = bare.navigator.pages.made[CHAPTER]
    monkeypatch.setattr(page, "refreshing", lambda: (lambda: filled.append(bare.navigator.current),))
    bare.navigator.visit(CHAPTER)
    assert len(filled) == 1
    bare.workspace.changed.emit()
    bare.workspace.turns.settle()
    assert len(filled) == 2
    assert bare.navigator.current == CHAPTER
