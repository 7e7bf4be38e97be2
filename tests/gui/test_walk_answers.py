"""Signing off a chapter: by keyboard, in bulk, with what is missing said, and taken back."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication

from app import wizard
from app.audit import Audit
from app.chapterlist import Filter
from app.model import OverrideKind
from app.presentation import Kind, kind_of
from ui.models.findings import FIRST_HOST


@pytest.fixture
def chapter(opened, qtbot):
    opened.activateWindow()
    opened.go("7")
    return opened._pages["7"]


def press(qtbot, keys, modifiers=Qt.KeyboardModifier.NoModifier):
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, keys, modifiers)


def undecided(window):
    return sum(wizard.is_undecided(one) for one in window.workspace.findings())


def test_two_keys_answer_an_item_and_lead_to_the_next(opened, chapter, qtbot):
    press(qtbot, Qt.Key.Key_N)
    count = undecided(opened)
    for _ in range(3):
        place = chapter.place()
        finding = chapter._current()[1]
        assert wizard.is_undecided(finding)
        press(qtbot, Qt.Key.Key_P)
        if finding.measured.reason != "awaiting-signoff":
            qtbot.keyClicks(QApplication.focusWidget(), "seen on site")
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        count -= 1
        assert undecided(opened) == count
        assert chapter.place() != place
        stored = opened.workspace.audit.finding(*place)
        assert stored.effective == "pass"
        assert stored.overrides[-1].by == "Ada Lovelace"


def test_what_is_missing_is_said_in_the_form(opened, chapter, qtbot):
    opened.next_undecided()
    place = chapter.place()
    press(qtbot, Qt.Key.Key_F)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    form = chapter.detail.form
    assert not form.problem.isHidden()
    assert place[0] in form.problem.text()
    assert opened.message.isHidden()
    assert not opened.workspace.audit.finding(*place).overrides
    form.name.clear()
    form.submit()
    assert "name" in form.problem.text()
    assert form.name.hasFocus()


def test_a_waiver_with_its_day(opened, chapter, qtbot):
    failing = next(one for one in opened.workspace.findings() if kind_of(one) is Kind.FAIL)
    opened.show_finding(failing.measured.item, failing.measured.target)
    page = opened._pages[opened.current]
    press(qtbot, Qt.Key.Key_W)
    qtbot.keyClicks(page.detail.form.remark, "Replaced in December.")
    day = QDate.currentDate().addDays(40)
    page.detail.form.until.setDate(day)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stored = opened.workspace.audit.finding(failing.measured.item, failing.measured.target)
    assert stored.effective == "waived"
    assert stored.overrides[-1].kind is OverrideKind.WAIVER
    assert stored.overrides[-1].expires.isoformat() == day.toString(Qt.DateFormat.ISODate)


def test_letters_typed_in_a_field_are_letters(opened, chapter, qtbot):
    opened.next_undecided()
    place = chapter.place()
    press(qtbot, Qt.Key.Key_P)
    remark = chapter.detail.form.remark
    assert remark.hasFocus()
    qtbot.keyClicks(remark, "NaFPW")
    assert remark.toPlainText() == "NaFPW"
    assert chapter.place() == place
    chapter.find()
    qtbot.keyClicks(chapter.head.search, "ssh")
    assert chapter.head.search.text() == "ssh"


def test_one_answer_for_several_hosts(opened, chapter, qtbot):
    row = next(
        place
        for place, one in enumerate(chapter.items.model.rows)
        if hasattr(one, "cells") and sum(wizard.is_undecided(cell) for cell in one.cells.values()) > 1
    )
    item = chapter.items.model.rows[row]
    indexes = [chapter.items.model.index(row, FIRST_HOST + n) for n in range(2)]
    rects = [chapter.items.table.visualRect(index) for index in indexes]
    qtbot.mouseClick(chapter.items.table.viewport(), Qt.MouseButton.LeftButton, pos=rects[0].center())
    qtbot.mouseClick(
        chapter.items.table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        rects[1].center(),
    )
    form = chapter.detail.form
    assert form.places.itemText(0) == "for the 2 selected"
    form.begin("pass")
    form.places.setCurrentIndex(0)
    form.remark.setPlainText("the same on both")
    form.submit()
    answered = [opened.workspace.audit.finding(item.rule.id, target) for target in chapter.items.model.targets[:2]]
    assert [one.effective for one in answered] == ["pass", "pass"]


def test_files_go_with_the_answer(opened, chapter, tmp_path):
    proof = tmp_path / "register.txt"
    proof.write_text("signed")
    opened.next_undecided()
    place = chapter.place()
    form = chapter.detail.form
    form.begin("pass")
    form.add_files([proof])
    assert not form._file_box.isHidden()
    form.remark.setPlainText("see the file")
    form.submit()
    stored = opened.workspace.audit.finding(*place).overrides[-1]
    assert [one.name for one in stored.attachments] == ["register.txt"]
    assert opened.workspace.audit.attachment(stored.attachments[0].sha256) == b"signed"
    assert not form._files


def test_undo_is_a_further_entry(opened, chapter, qtbot):
    opened.next_undecided()
    place = chapter.place()
    chapter.begin_answer("pass")
    chapter.detail.form.remark.setPlainText("seen")
    chapter.save_answer()
    chapter.select(*place)
    assert not chapter.detail.overview.note.isHidden()
    chapter.items.table.setFocus()
    qtbot.keyClick(chapter.items.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    stored = opened.workspace.audit.finding(*place)
    assert wizard.is_undecided(stored)
    assert [one.kind for one in stored.overrides] == [OverrideKind.SIGNOFF, OverrideKind.WITHDRAWN]


def test_filters_combine_and_search_finds_machines(opened, chapter, qtbot, until):
    everything = len(chapter.items.model.items())
    qtbot.mouseClick(chapter.head.chips.buttons[Filter.FAILED], Qt.MouseButton.LeftButton)
    failed = {row.rule.id for row in chapter.items.model.items()}
    assert 0 < len(failed) < everything
    qtbot.mouseClick(chapter.head.chips.buttons[Filter.UNDECIDED], Qt.MouseButton.LeftButton)
    both = {row.rule.id for row in chapter.items.model.items()}
    assert both < failed
    qtbot.mouseClick(chapter.head.chips.buttons[Filter.ALL], Qt.MouseButton.LeftButton)
    assert len(chapter.items.model.items()) == everything
    chapter.head.search.setText("database-replica")
    until(lambda: len(chapter.items.model.items()) < everything)
    chapter.head.search.setText("nowhere to be found")
    until(lambda: chapter.items.stack.currentIndex() == 1)
    chapter._show_all()
    assert len(chapter.items.model.items()) == everything


def test_next_goes_through_all_chapters_and_comes_round(opened, qtbot):
    seen = set()
    opened.go("run")
    count = undecided(opened)
    for _ in range(count):
        assert opened.next_undecided()
        seen.add(opened._pages[opened.current].place())
    assert len(seen) == count
    assert {place[0][0] for place in seen} >= {"2", "3", "4", "5", "6", "7"}


def test_evidence_is_searched_and_copied(opened, chapter, qtbot, until):
    chapter.select("7.1.1-a", "hv1")
    chapter.detail.tabs.setCurrentIndex(1)
    view = chapter.detail.evidence_page.view
    until(lambda: "permitrootlogin" in view.text())
    qtbot.keyClicks(view._search, "permitrootlogin")
    assert view._count.text() == "12 found"
    view._copy()
    assert QApplication.clipboard().text().startswith("$ sshd -T")


def test_a_read_only_audit_takes_no_answers(window, stored, benchmark_content, qtbot):
    first = Audit.open(stored, benchmark_content)
    try:
        window.workspace.open_audit(stored)
        assert not window.workspace.writable
        assert not window.message.isHidden()
        window.go("7")
        page = window._pages["7"]
        page.begin_answer("pass")
        assert not page.detail.form.isEnabled()
        page.save_answer()
    finally:
        first.close()
