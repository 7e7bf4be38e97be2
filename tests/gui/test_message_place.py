"""A message moves nothing on the page when it comes or goes, and covers nothing that somebody is at."""

import weakref

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QApplication, QScrollArea

from app import language

SHORT = "3 answers accepted."
LONG = (
    "The report can't be written: /srv/audits/Data centre North/2026/autumn/report-final.pdf: No space left on device. "
    "Make room there, or choose another folder, and write it again; what was signed is kept."
)


def area(window, widget, part=None):
    """Where it stands in the window."""
    part = part or widget.rect()
    return QRect(widget.mapTo(window, part.topLeft()), part.size())


@pytest.fixture
def small(opened, qtbot):
    opened.resize(1024, 700)
    opened.navigator.go("4")
    qtbot.wait(30)
    return opened


@pytest.mark.parametrize("code", [one.code for one in language.languages()])
@pytest.mark.parametrize("text", [SHORT, LONG])
def test_nothing_moves_when_a_message_comes_and_goes(small, qtbot, code, text):
    small.speak(code)
    try:
        small.workspace.turns.settle()
        qtbot.wait(30)
        page = small.navigator.page
        parts = [small.centre.bar.next, page.items.table, page.detail.form, page.head.search]
        before = [area(small, one) for one in parts]
        small.tell("fail", text)
        message = small.centre.message
        qtbot.waitUntil(lambda: message.isVisible() and message.height() >= message.heightForWidth(message.width()))
        assert [area(small, one) for one in parts] == before
        assert small.centre.rect().contains(message.geometry())
        message.hide()
        qtbot.wait(10)
        assert [area(small, one) for one in parts] == before
    finally:
        small.speak("en")


@pytest.mark.parametrize("leftward", [False, True])
def test_a_short_message_stands_between_the_buttons_of_the_bar(opened, qtbot, leftward):
    app = QApplication.instance()
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
    try:
        opened.navigator.go("4")
        opened.tell_with("info", SHORT, "Undo", lambda: None)
        bar, message = opened.centre.bar, opened.centre.message
        qtbot.waitUntil(lambda: area(opened, bar).contains(area(opened, message)))
        for button in (bar.back, bar.next):
            assert not area(opened, button).intersects(area(opened, message))
        if bar.hint.isVisible():
            assert area(opened, message).contains(area(opened, bar.hint).center())
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_long_message_leaves_bar_and_answer_free(small, qtbot):
    small.tell("fail", LONG)
    message, page = area(small, small.centre.message), small.navigator.page
    assert not message.intersects(area(small, small.centre.bar))
    assert not message.intersects(area(small, page.detail.form))


def focused(window):
    """Where the keyboard is: of a list, its row; nothing where it is outside the page, or scrolls all of it."""
    page, focus = window.navigator.page, QApplication.focusWidget()
    if focus is None or not page.isAncestorOf(focus) or isinstance(focus, QScrollArea):
        return QRect()
    if isinstance(focus, QAbstractItemView):
        return area(window, focus.viewport(), focus.visualRect(focus.currentIndex()))
    return area(window, focus)


@pytest.mark.parametrize(
    ("step", "key"), [("4", Qt.Key.Key_Down), ("hosts", Qt.Key.Key_Tab), ("export", Qt.Key.Key_Tab)]
)
def test_what_has_the_keyboard_is_not_covered(small, qtbot, step, key):
    small.navigator.go(step)
    small.tell("fail", LONG)
    message = small.centre.message
    heights = set()
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), key)
        qtbot.waitUntil(lambda: not area(small, message).intersects(focused(small)))
        heights.add(area(small, message).top())
    assert message.isVisible()
    assert step == "hosts" or len(heights) > 1  # it had to go out of the way


def test_f6_leads_to_a_message_and_escape_closes_it(small, qtbot):
    small.tell("fail", LONG)
    message = small.centre.message
    small.navigator.page.items.table.setFocus()
    qtbot.waitUntil(small.navigator.page.items.table.hasFocus)
    small.next_pane()
    qtbot.waitUntil(lambda: message.isAncestorOf(QApplication.focusWidget()))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert message.isHidden()
    qtbot.waitUntil(small.navigator.page.items.table.hasFocus)
    small.tell("fail", LONG)
    small.next_pane()
    small.next_pane()
    qtbot.waitUntil(small.centre.rail.hasFocus)


def test_with_large_text_all_of_a_message_is_in_the_window(small, qapp, until):
    usual = QFont(qapp.font())
    size = QFont(usual)
    size.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(size)
    try:
        until(lambda: small.navigator.page is not None and small.navigator.page.isVisible())
        small.tell("fail", LONG)
        message = small.centre.message
        until(lambda: message.height() >= message.heightForWidth(message.width()))
        assert area(small, small.centre.pages).contains(area(small, message))
    finally:
        qapp.setFont(usual)


def test_a_message_that_has_gone_holds_nothing_of_what_it_offered(small):
    class Offer:
        taken = 0

        def take(self):
            self.taken += 1

    offer = Offer()
    gone = weakref.ref(offer)
    small.tell_with("info", "One host removed.", "Undo", offer.take)
    small.centre.message._action.click()
    assert offer.taken == 1
    small.tell_with("info", "One host removed.", "Undo", offer.take)
    small.centre.message.hide()
    del offer
    assert gone() is None
