"""A whole audit by keyboard alone: every key goes to what has the focus, and every key is counted."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from walking import CTRL, Walk

from app.model import Reason
from app.screen import wizard
from app.screen.presentation import Kind, kind_of
from ui.models.table import ROW_ROLE
from ui.widgets.reportcard import ReportCard

CHAPTER = "5"


@pytest.fixture
def keys(opened, qtbot):
    return Walk(opened, qtbot)


def undecided(window, chapter=""):
    return [
        one for one in window.workspace.findings() if wizard.is_undecided(one) and one.measured.item.startswith(chapter)
    ]


def test_a_whole_chapter_is_signed_off(opened, keys, capsys):
    keys.press(Qt.Key.Key_8, modifiers=CTRL)  # to the chapter: its place in Go to step
    assert opened.navigator.current == CHAPTER
    asked = sum(one.measured.reason is Reason.AWAITING_SIGNOFF for one in undecided(opened, CHAPTER))
    assert undecided(opened, CHAPTER)
    page = opened.navigator.pages.made[CHAPTER]
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
    assert opened.navigator.current == "review"
    step = opened.navigator.pages.made["review"]
    assert QApplication.focusWidget() is step.tabs
    keys.press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    opened.workspace.turns.settle()
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
    opened.navigator.show_finding(answer.item, answer.target)
    opened.workspace.turns.settle()
    keys.press(Qt.Key.Key_P)
    keys.type("Risk register 2026, line 14.")
    keys.press(Qt.Key.Key_Return, modifiers=CTRL)
    assert not wizard.is_undecided(opened.workspace.audit.finding(answer.item, answer.target))
    with capsys.disabled():
        sys.stdout.write(f"\nreview and rejection: {rejected} actions, answered again: {keys.actions - rejected}\n")
    assert rejected <= 25


def test_signed_reopened_and_exported(opened, keys, tmp_path, until, capsys):
    keys.press(Qt.Key.Key_S, modifiers=CTRL | Qt.KeyboardModifier.ShiftModifier)
    step = opened.navigator.pages.made["export"]
    assert step.remark.hasFocus()
    keys.type("Agreed.")
    keys.tab_to(step.unreviewed)
    keys.press(Qt.Key.Key_Space)
    keys.tab_to(step.lock)
    keys.press(Qt.Key.Key_Return)
    assert opened.workspace.signed
    signed = keys.actions

    assert step.reports.write.hasFocus()
    keys.press(Qt.Key.Key_S, modifiers=CTRL | Qt.KeyboardModifier.ShiftModifier)
    keys.type("hv2 was replaced.")
    keys.tab_to(step.unlock)
    keys.press(Qt.Key.Key_Return)
    assert opened.workspace.audit.revision == 2
    reopened = keys.actions - signed

    card = next(one for one in step.findChildren(ReportCard))
    folder = tmp_path / "reports"
    folder.mkdir()
    card.folder.setText(str(folder))
    keys.press(Qt.Key.Key_E, modifiers=CTRL)
    keys.press(Qt.Key.Key_Return)
    until(lambda: list(folder.glob("**/*.pdf")), 60_000)
    with capsys.disabled():
        sys.stdout.write(
            f"\nsigned: {signed} actions, reopened: {reopened}, exported: {keys.actions - signed - reopened}\n"
        )
    assert QApplication.focusWidget() is not None
    assert signed <= 7
    assert reopened <= 6
    assert keys.actions - signed - reopened <= 2


def test_from_the_first_window_to_a_signed_audit_and_its_pdf(window, qtbot, until, capsys):
    window.settings.set_text("person/name", "Ada Lovelace")
    window.settings.set_text("person/role", "administrator")
    walk = Walk(window, qtbot)
    until(window.navigator.pages.made["start"].local.hasFocus)
    ended = []
    window.workspace.run_ended.connect(lambda: ended.append(True))
    walk.press(Qt.Key.Key_Return)  # audit this computer
    until(lambda: bool(ended), 120_000)
    audited = walk.actions
    assert audited <= 8
    for number in range(3):
        walk.press(Qt.Key.Key_N)
        walk.press(Qt.Key.Key_P)
        walk.type(f"Looked at the console, page {number}.")
        walk.press(Qt.Key.Key_Return, modifiers=CTRL)
    assert len(window.workspace.audit.overrides()) == 3
    walk.press(Qt.Key.Key_S, modifiers=CTRL | Qt.KeyboardModifier.ShiftModifier)
    step = window.navigator.pages.made["export"]
    walk.tab_to(step.unreviewed)
    walk.press(Qt.Key.Key_Space)
    walk.tab_to(step.lock)
    walk.press(Qt.Key.Key_Return)
    assert window.workspace.signed
    walk.press(Qt.Key.Key_Return)  # the button that writes the report has the keyboard now
    path = window.workspace.audit.path
    until(lambda: list(path.parent.glob("*.pdf")), 90_000)
    until(window.workspace.idle, 20_000)
    (report,) = path.parent.glob("*.pdf")
    assert report.read_bytes().startswith(b"%PDF-")
    with capsys.disabled():
        sys.stdout.write(f"\naudited: {audited} actions, signed with its PDF: {walk.actions}\n")
    assert walk.actions <= 22
