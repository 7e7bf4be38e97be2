"""What a host asks stands over the page: nothing that somebody is about to click or type into moves or is covered."""

import threading

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QFont
from PySide6.QtWidgets import QApplication

from app.transport.base import Prompt, Question
from ui.bridge import Asked

WORDS = "Welcome to hv1. Only staff of the computing centre may log in here; everything is recorded. " * 4
PROMPTS = (
    Prompt("Verification code of the token that you were given: ", echo=True),
    Prompt("PIN: ", echo=False),
)


def area(window, widget):
    return QRect(widget.mapTo(window, QPoint()), widget.size())


@pytest.fixture
def small(opened, qtbot):
    opened.resize(1024, 700)
    opened.navigator.go("hosts")
    opened.navigator.page.table.selectRow(0)
    opened.workspace.turns.settle()
    qtbot.wait(30)
    return opened


@pytest.fixture
def ask(opened):
    over = threading.Event()

    def come(*prompts, kind="host"):
        question = Question("hv1", "192.0.2.10", "audit", "Second factor", WORDS, prompts or PROMPTS, kind)
        opened.workspace.questions._came(Asked(question, over, lambda _answers: None))
        return opened.centre.question

    yield come
    opened.workspace.questions.decline_all()


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def begins(qapp, request):
    """Gives the side at which lines begin."""
    qapp.setLayoutDirection(request.param)
    yield QRect.left if request.param == Qt.LayoutDirection.LeftToRight else QRect.right
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("step", ["hosts", "run"])
def test_what_a_host_asks_begins_where_the_content_of_the_page_does(begins, small, ask, qtbot, step):
    small.navigator.go(step)
    small.workspace.turns.settle()
    qtbot.wait(30)
    question, content = ask(), area(small, small.navigator.page.table)
    qtbot.waitUntil(lambda: begins(area(small, question)) == begins(content))


@pytest.mark.parametrize("step", ["hosts", "run", "4", "export"])
def test_nothing_moves_when_a_host_asks_and_when_it_was_answered(small, ask, qtbot, step):
    small.navigator.go(step)
    small.workspace.turns.settle()
    qtbot.wait(30)
    parts = [small.centre.pages, small.centre.bar.next, small.navigator.page]
    before = [area(small, one) for one in parts]
    question = ask()
    qtbot.waitUntil(lambda: question.height() >= question.heightForWidth(question.width()))
    assert [area(small, one) for one in parts] == before
    assert area(small, small.centre.pages).contains(area(small, question))
    small.workspace.questions.decline_all()
    qtbot.waitUntil(question.isHidden)
    assert [area(small, one) for one in parts] == before


def test_it_comes_where_neither_pointer_nor_keyboard_is(small, ask, qtbot, monkeypatch):
    pages = small.centre.pages
    low = pages.mapToGlobal(QPoint(60, pages.height() - 40))
    monkeypatch.setattr(QCursor, "pos", lambda: low)
    question = ask()
    assert not question.geometry().contains(small.centre.mapFromGlobal(low))
    small.workspace.questions.decline_all()
    monkeypatch.setattr(QCursor, "pos", lambda: pages.mapToGlobal(QPoint(60, 20)))
    field = small.navigator.page.adding.field
    field.setFocus()
    qtbot.keyClicks(field, "root@")
    ask()
    assert field.hasFocus()
    assert not area(small, question).intersects(area(small, field))


@pytest.mark.parametrize("leftward", [False, True])
def test_a_message_stands_beside_it(small, ask, qtbot, leftward):
    app = QApplication.instance()
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
    try:
        small.tell("fail", "The report can't be written: No space left on device. " * 4)
        message, question = small.centre.message, ask()
        qtbot.waitUntil(lambda: not area(small, message).intersects(area(small, question)))
        assert small.centre.rect().contains(message.geometry())
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_with_large_text_all_of_it_is_in_the_window(small, ask, qapp, qtbot):
    usual = QFont(qapp.font())
    size = QFont(usual)
    size.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(size)
    try:
        qtbot.waitUntil(lambda: small.navigator.page is not None and small.navigator.page.isVisible())
        question = ask()
        pages = area(small, small.centre.pages)
        shown = (*question.fields, question.send_button, question.cancel_button)

        def whole(one):
            return one.height() >= one.minimumSizeHint().height() and area(small, question).contains(area(small, one))

        qtbot.waitUntil(lambda: pages.contains(area(small, question)) and all(map(whole, shown)))
    finally:
        qapp.setFont(usual)
