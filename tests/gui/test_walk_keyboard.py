"""A whole audit by keyboard alone: every key goes to what has the focus, and every key is counted."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import wizard
from app.model import Reason
from app.presentation import Kind, kind_of
from ui.models.table import ROW_ROLE
from ui.widgets.reportcard import ReportCard

CTRL = Qt.KeyboardModifier.ControlModifier
CHAPTER = "5"


class Keys:
    """Presses keys as a person does; a typed text is one action."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot, self.actions = window, qtbot, 0
        window.activateWindow()

    def press(self, *keys: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            self.actions += 1
            focus = QApplication.focusWidget()
            assert focus is not None and focus.isVisible(), "nothing on screen has the keyboard"  # noqa: PT018 - one fault
            self.qtbot.keyClick(focus, key, modifiers)

    def type(self, text: str) -> None:
        self.actions += 1
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def tab_to(self, widget) -> None:
        """Tab until that widget has the keyboard."""
        for _ in range(60):
            if QApplication.focusWidget() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab never reached {widget}")


@pytest.fixture
def keys(opened, qtbot):
    return Keys(opened, qtbot)


def undecided(window, chapter=""):
    return [
        one for one in window.workspace.findings() if wizard.is_undecided(one) and one.measured.item.startswith(chapter)
    ]


def test_a_whole_chapter_is_signed_off(opened, keys, capsys):
    keys.press(Qt.Key.Key_8, modifiers=CTRL)  # to the chapter: its place in Go to step
    assert opened.current == CHAPTER
    asked = sum(one.measured.reason is Reason.AWAITING_SIGNOFF for one in undecided(opened, CHAPTER))
    assert undecided(opened, CHAPTER)
    page = opened._pages[CHAPTER]
    answers = manual = 0
    while undecided(opened, CHAPTER):
        finding = page._current()
        if finding is None or not wizard.is_undecided(finding[1]):
            keys.press(Qt.Key.Key_N)
            continue
        before = keys.actions
        waits = finding[1].measured.reason is Reason.AWAITING_SIGNOFF
        keys.press(Qt.Key.Key_P)
        if not waits:
            keys.type("Looked at on the console of the host.")
        keys.press(Qt.Key.Key_Return, modifiers=CTRL)
        answers += 1
        if waits:
            manual += 1
            assert keys.actions - before <= 2
        assert answers < 60
    assert manual == asked
    progress = wizard.progress(opened.workspace.findings(), CHAPTER)
    assert progress.decided == progress.total
    with capsys.disabled():
        sys.stdout.write(f"\nchapter {CHAPTER}: {answers} answers, {manual} of them manual, {keys.actions} actions\n")
    assert keys.actions <= 3 * answers + 4


def test_review_and_rejection_then_the_answer_again(opened, keys, capsys):
    keys.press(Qt.Key.Key_E, modifiers=CTRL)
    keys.press(Qt.Key.Key_PageUp, modifiers=CTRL)
    assert opened.current == "review"
    step = opened._pages["review"]
    assert QApplication.focusWidget() is step.tabs
    keys.press(Qt.Key.Key_Right)
    page = step.answers
    keys.tab_to(page.table)
    row = next(place for place in range(page.model.rowCount()) if kind_of(page.model.row(place).finding) is Kind.PASS)
    keys.press(*[Qt.Key.Key_Down] * (row + 1 if not page.table.currentIndex().isValid() else row))
    if not page.selected():
        keys.press(Qt.Key.Key_Space)
    answer = page.table.currentIndex().data(ROW_ROLE).override
    keys.tab_to(page.reviewer)
    keys.type("Grace Hopper")
    keys.press(Qt.Key.Key_Tab)
    keys.type("Which register?")
    keys.tab_to(page.reject)
    keys.press(Qt.Key.Key_Return)
    found = opened.workspace.audit.finding(answer.item, answer.target)
    assert found.overrides[-1].review == "rejected"
    assert wizard.is_undecided(found)
    rejected = keys.actions
    opened.show_finding(answer.item, answer.target)
    keys.press(Qt.Key.Key_P)
    keys.type("Risk register 2026, line 14.")
    keys.press(Qt.Key.Key_Return, modifiers=CTRL)
    assert not wizard.is_undecided(opened.workspace.audit.finding(answer.item, answer.target))
    with capsys.disabled():
        sys.stdout.write(f"\nreview and rejection: {rejected} actions, answered again: {keys.actions - rejected}\n")
    assert rejected <= 25


def test_signed_reopened_and_exported(opened, keys, tmp_path, until, capsys):
    keys.press(Qt.Key.Key_E, modifiers=CTRL)
    step = opened._pages["export"]
    keys.tab_to(step.remark)
    keys.type("Agreed.")
    keys.tab_to(step.unreviewed)
    keys.press(Qt.Key.Key_Space)
    keys.tab_to(step.lock)
    keys.press(Qt.Key.Key_Return)
    assert opened.workspace.signed
    signed = keys.actions

    keys.tab_to(step.remark)
    keys.press(Qt.Key.Key_A, modifiers=CTRL)
    keys.type("hv2 was replaced.")
    keys.tab_to(step.unlock)
    keys.press(Qt.Key.Key_Return)
    assert opened.workspace.audit.revision == 2
    reopened = keys.actions - signed

    card = next(one for one in step.findChildren(ReportCard))
    folder = tmp_path / "reports"
    folder.mkdir()
    card.folder.setText(str(folder))
    keys.tab_to(card.write)
    keys.press(Qt.Key.Key_Return)
    until(lambda: list(folder.glob("**/*.pdf")), 60_000)
    with capsys.disabled():
        sys.stdout.write(
            f"\nsigned: {signed} actions, reopened: {reopened}, exported: {keys.actions - signed - reopened}\n"
        )
    assert QApplication.focusWidget() is not None
