"""Signing off a chapter: by keyboard, in bulk, with what is missing said, and taken back."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from gui_sample import scan
from PySide6.QtCore import QCoreApplication, QDate, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from recording import record

from app.audit import Audit
from app.model import Mode, Reason, Result
from app.overrides import local_today, unseen
from app.record import OverrideKind
from app.screen import wizard
from app.screen.chapterlist import Filter, ItemRow
from app.screen.evidencetext import PAGE_LINES, PagedText
from app.screen.presentation import Kind, kind_of
from ui.given import Given
from ui.models.findings import FIRST_HOST
from ui.widgets.evidence import EvidenceView


@pytest.fixture
def chapter(opened, qtbot):
    opened.activateWindow()
    opened.navigator.go("7")
    return opened.navigator.pages.made["7"]


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
        opened.workspace.turns.settle()
        assert chapter.place() != place
        stored = opened.workspace.audit.finding(*place)
        assert stored.effective == "pass"
        assert stored.overrides[-1].by == "Ada Lovelace"


def test_what_is_missing_is_said_in_the_form(opened, chapter, qtbot):
    opened.navigator.next_undecided()
    place = chapter.place()
    press(qtbot, Qt.Key.Key_F)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    form = chapter.detail.form
    assert not form.entry.problem.isHidden()
    assert place[0] in form.entry.problem.text()
    assert opened.centre.message.isHidden()
    assert not opened.workspace.audit.finding(*place).overrides
    form.entry.name.clear()
    form.submit()
    assert "name" in form.entry.problem.text()
    assert form.entry.name.hasFocus()


def test_a_waiver_with_its_day(opened, chapter, qtbot):
    failing = next(one for one in opened.workspace.findings() if kind_of(one) is Kind.FAIL)
    opened.navigator.show_finding(failing.measured.item, failing.measured.target)
    opened.workspace.turns.settle()
    page = opened.navigator.page
    press(qtbot, Qt.Key.Key_W)
    qtbot.keyClicks(page.detail.form.entry.remark, "Replaced in December.")
    day = QDate.currentDate().addDays(40)
    page.detail.form.entry.validity.until.setDate(day)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stored = opened.workspace.audit.finding(failing.measured.item, failing.measured.target)
    assert stored.effective == "waived"
    assert stored.overrides[-1].kind is OverrideKind.WAIVER
    assert stored.overrides[-1].expires.isoformat() == day.toString(Qt.DateFormat.ISODate)


def test_letters_typed_in_a_field_are_letters(opened, chapter, qtbot):
    opened.navigator.next_undecided()
    place = chapter.place()
    press(qtbot, Qt.Key.Key_P)
    remark = chapter.detail.form.entry.remark
    assert remark.hasFocus()
    qtbot.keyClicks(remark, "NaFPW")
    assert remark.toPlainText() == "NaFPW"
    assert chapter.place() == place
    chapter.begin_search()
    qtbot.keyClicks(chapter.head.search, "ssh")
    assert chapter.head.search.text() == "ssh"


def test_escape_leads_from_an_answer_back_to_the_list(opened, chapter, qtbot):
    opened.navigator.next_undecided()
    place = chapter.place()
    press(qtbot, Qt.Key.Key_P)
    remark = chapter.detail.form.entry.remark
    assert remark.hasFocus()
    qtbot.keyClicks(remark, "No, not this one.")
    press(qtbot, Qt.Key.Key_Escape)
    assert chapter.items.table.hasFocus()
    assert not remark.isVisible()
    assert chapter.place() == place
    assert not any(one.overrides for one in opened.workspace.findings() if one.measured.item == place[0])


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
    assert form.entry.places.itemText(0) == "for the 2 selected"
    form.begin("pass")
    form.entry.places.setCurrentIndex(0)
    form.entry.remark.setPlainText("the same on both")
    form.submit()
    answered = [opened.workspace.audit.finding(item.rule.id, target) for target in chapter.items.model.targets[:2]]
    assert [one.effective for one in answered] == ["pass", "pass"]


def test_files_go_with_the_answer(opened, chapter, tmp_path):
    proof = tmp_path / "register.txt"
    proof.write_text("signed")
    opened.navigator.next_undecided()
    place = chapter.place()
    form = chapter.detail.form
    form.begin("pass")
    form.entry.add_files([proof])
    assert not form.entry.file_box.isHidden()
    form.entry.remark.setPlainText("see the file")
    form.submit()
    stored = opened.workspace.audit.finding(*place).overrides[-1]
    assert [one.name for one in stored.attachments] == ["register.txt"]
    assert opened.workspace.audit.attachment(stored.attachments[0].sha256) == b"signed"
    assert not form.entry.files


def test_undo_is_a_further_entry(opened, chapter, qtbot):
    opened.navigator.next_undecided()
    place = chapter.place()
    chapter.begin_answer("pass")
    chapter.detail.form.entry.remark.setPlainText("seen")
    chapter.save_answer()
    opened.workspace.turns.settle()
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
    opened.navigator.go("run")
    count = undecided(opened)
    for _ in range(count):
        assert opened.navigator.next_undecided()
        opened.workspace.turns.settle()
        seen.add(opened.navigator.page.place())
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


def test_evidence_of_a_new_look_takes_the_place_of_the_old(opened, chapter, until, benchmark_content):
    """The same item stays on show while its machine is looked at again."""
    chapter.select("7.1.1-a", "hv1")
    chapter.detail.tabs.setCurrentIndex(1)
    view = chapter.detail.evidence_page.view
    until(lambda: "permitrootlogin" in view.text())
    audit = opened.workspace.audit
    again = scan(next(one for one in audit.targets if one.name == "hv1"), benchmark_content)
    later = replace(again.state, started=again.state.started + timedelta(hours=1))
    new = tuple(replace(one, output=b"mended\n") for one in again.evidence)
    record(audit, replace(again, state=later, evidence=new))
    opened.workspace.changed.emit()
    opened.workspace.turns.settle()
    until(lambda: view.text().strip() == "mended")


def test_a_read_only_audit_takes_no_answers(window, stored, benchmark_content, qtbot):
    first = Audit.open(stored, benchmark_content)
    try:
        window.workspace.open_audit(stored)
        assert not window.workspace.writable
        assert not window.centre.message.isHidden()
        window.navigator.go("7")
        page = window.navigator.pages.made["7"]
        page.begin_answer("pass")
        assert not page.detail.form.isEnabled()
        page.save_answer()
    finally:
        first.close()


def test_a_manual_answer_takes_two_actions(opened, qtbot):
    """From the question on show to the next one: a key that says what, and one that saves."""
    opened.activateWindow()
    opened.navigator.go("7")
    opened.navigator.next_undecided()
    page = opened.navigator.pages.made["7"]
    answered = 0
    for _ in range(12):
        finding = page._current()[1]
        if finding.measured.reason != Reason.AWAITING_SIGNOFF:
            opened.navigator.next_undecided()
            continue
        place, before = page.place(), undecided(opened)
        press(qtbot, Qt.Key.Key_P)  # 1
        press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # 2
        assert undecided(opened) == before - 1
        opened.workspace.turns.settle()
        assert page.place() != place
        answered += 1
        page = opened.navigator.page
    assert answered > 3


def test_undo_and_redo_go_through_the_session(opened, chapter, qtbot):
    count = undecided(opened)
    places = []
    for _ in range(2):
        opened.navigator.next_undecided()
        places.append(chapter.place())
        chapter.begin_answer("pass")
        chapter.detail.form.entry.remark.setPlainText("seen")
        chapter.save_answer()
        opened.workspace.turns.settle()
    chapter.items.table.setFocus()
    for place in reversed(places):
        press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        opened.workspace.turns.settle()
        assert chapter.place() == place
    assert undecided(opened) == count
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "left to undo" in opened.centre.message.text()
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(qtbot, Qt.Key.Key_Z, control_shift)
    assert chapter.place() == places[0]
    assert undecided(opened) == count - 1
    assert opened.workspace.audit.finding(*places[1]).effective != "pass"


def test_several_items_on_several_hosts_are_answered_at_once(opened, chapter, qtbot):
    chapter.head.set((Filter.MANUAL,), "")
    chapter.refilter()
    rows = [place for place, row in enumerate(chapter.items.model.rows) if isinstance(row, ItemRow)][:2]
    view, model = chapter.items.table, chapter.items.model
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(model.index(rows[0], 2)).center())
    for row, column in ((rows[0], 3), (rows[1], 2)):
        where = view.visualRect(model.index(row, column)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, where)
    assert not chapter.items.bar.isHidden()
    assert chapter.items.count.text() == "3 selected: 2 items on 2 hosts"
    places = chapter.items.selected()
    qtbot.mouseClick(chapter.items.answer, Qt.MouseButton.LeftButton)
    assert chapter.detail.form.segments.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_F)
    assert chapter.detail.form.entry.places.currentText() == "for the 3 selected"
    qtbot.keyClicks(QApplication.focusWidget(), "none of these")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [opened.workspace.audit.finding(*place).effective for place in places] == ["fail"] * 3
    chapter.items.table.setFocus()
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)  # in one go, too
    assert all(wizard.is_undecided(opened.workspace.audit.finding(*place)) for place in places)


def test_bulk_answers_are_all_or_none(opened, chapter):
    """One that may not be answered so holds all of them back."""
    waiting = [one.measured for one in opened.workspace.findings() if wizard.is_undecided(one)][:3]
    failing = next(one.measured for one in opened.workspace.findings() if one.effective == "fail")
    places = tuple((one.item, one.target) for one in (*waiting, failing))
    given = Given(OverrideKind.SIGNOFF, Result.PASS, "Ada", "administrator", "", None, places)
    assert not opened.workspace.answer(given)
    assert not any(opened.workspace.audit.finding(*place).overrides for place in places)


def test_a_section_opens_with_mouse_and_keyboard(opened, chapter, qtbot):
    view, model = chapter.items.table, chapter.items.model
    height = view.rowHeight(0)
    where = QPoint(60, view.visualRect(model.index(0, 0)).center().y())
    qtbot.mouseClick(view.front.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert view.rowHeight(0) > height
    assert model.rows[0].section.introduction.strip() in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    view.setFocus()
    view.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.rowHeight(0) == height


def test_filters_and_search_stay_for_the_session(opened, chapter, until):
    chapter.head.chips.buttons[Filter.FAILED].click()
    chapter.head.search.setText("ssh")
    until(lambda: opened.workspace.views["7"][1] == "ssh" and chapter._hunt is None)
    shown = [row.rule.id for row in chapter.items.model.items()]
    again = type(chapter)(opened.workspace, chapter.chapter)
    again.refresh()
    until(lambda: again._hunt is None)
    assert again.head.search.text() == "ssh"
    assert [row.rule.id for row in again.items.model.items()] == shown
    again.deleteLater()


def test_templates_and_answers_of_other_hosts(opened, chapter, tmp_path):
    row = next(row for row in chapter.items.model.items() if len(row.cells) > 1 and row.rule.mode is not Mode.AUTOMATED)
    first, second = [target for target in chapter.items.model.targets if target in row.cells][:2]
    chapter.select(row.rule.id, first)
    form = chapter.detail.form
    proof = tmp_path / "proof.txt"
    proof.write_text("so it is")
    form.begin("pass")
    form.entry._insert(next(text for text in form.templates() if text.startswith("Seen on")))
    assert form.entry.remark.toPlainText().startswith(f"Seen on {first} on ")
    form.entry.validity.period.setCurrentIndex(form.entry.validity.period.findData(365))
    form.entry.add_files([proof])
    form.submit()
    opened.workspace.turns.settle()
    chapter.select(row.rule.id, second)
    (text, said), *_ = form.others()
    assert text.startswith(f"{first}: Pass, Ada Lovelace")
    form.take_over(said)
    assert form.entry.remark.toPlainText() == said.remark
    form.submit()
    stored = opened.workspace.audit.finding(row.rule.id, second).overrides[-1]
    assert (stored.remark, stored.expires) == (said.remark, local_today() + timedelta(days=365))
    assert [one.name for one in stored.attachments] == ["proof.txt"]


def test_an_attached_file_opens_as_a_copy_that_nobody_can_write(opened, chapter, tmp_path, until, monkeypatch):
    shown = []
    monkeypatch.setattr("ui.beside.QDesktopServices.openUrl", lambda url: shown.append(Path(url.toLocalFile())) or True)
    proof = tmp_path / "proof.txt"
    proof.write_text("so it is")
    opened.navigator.next_undecided()
    place = chapter.place()
    chapter.begin_answer("pass")
    chapter.detail.form.entry.add_files([proof])
    chapter.detail.form.entry.remark.setPlainText("see the file")
    chapter.save_answer()
    opened.workspace.turns.settle()
    chapter.select(*place)
    note = chapter.detail.overview.note
    assert "see the file" in note.text()
    until(lambda: any("proof.txt" in one.text() and one.isVisible() for one in note.findChildren(QPushButton)))
    next(one for one in note.findChildren(QPushButton) if "proof.txt" in one.text() and one.isVisible()).click()
    until(lambda: bool(shown))
    assert shown[0].read_text() == "so it is"
    assert shown[0].stat().st_mode & 0o777 == 0o400
    opened.workspace.close_audit()
    assert not shown[0].exists()


def test_a_rejection_is_shown_with_its_feedback_and_answered_again(opened, chapter):
    audit = opened.workspace.audit
    finding = next(one for one in audit.findings() if one.overrides and one.effective == "pass")
    place = (finding.measured.item, finding.measured.target)
    opened.workspace.review([finding.overrides[-1].id], accept=False, by="Grace Hopper", remark="Which register?")
    opened.navigator.show_finding(*place)
    opened.workspace.turns.settle()
    page = opened.navigator.page
    note = page.detail.overview.note
    assert "Rejected by Grace Hopper" in note.text()
    assert "Which register?" in note.text()
    assert Filter.REJECTED in page._list._facets[place[0]]
    note.anew.click()
    assert page.detail.form.segments.current() == "pass"
    assert page.detail.form.entry.remark.toPlainText() == finding.overrides[-1].remark
    page.detail.form.submit()
    assert audit.finding(*place).effective == "pass"
    opened.workspace.turns.settle()
    assert note.isHidden() or "Rejected" not in note.text()


def test_without_evidence_there_is_no_page_to_turn(qtbot, theme):
    view = EvidenceView(theme)
    qtbot.addWidget(view)
    view.show()
    assert not view.after.isVisible()


def test_long_evidence_comes_in_pages_and_is_searched_as_a_whole(opened, chapter, qtbot):
    view = chapter.detail.evidence_page.view
    text = "\n".join(f"line {number}" for number in range(1, 20_001)) + "\nthe needle"
    view.show_evidence("cat /var/log/all", "about", PagedText(text))
    assert view.code.document().blockCount() <= PAGE_LINES
    assert view._where.text().startswith("Lines 1 to 1,500 of 20,001")
    view.after.click()
    assert view._where.text().startswith("Lines 1,501")
    qtbot.keyClicks(view._search, "NEEDLE")
    assert view._count.text() == "1 found"
    assert view.code.textCursor().selectedText() == "needle"
    assert view.code._line_numbers[view.code.textCursor().blockNumber()] == 20_001
    view._copy()
    assert QApplication.clipboard().text().endswith("the needle")


def test_many_files_are_dropped_at_once(opened, chapter, tmp_path):
    opened.navigator.next_undecided()
    form = chapter.detail.form
    paths = [tmp_path / f"{name}.txt" for name in ("one", "two", "three")]
    for path in paths:
        path.write_text(path.stem)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (*paths, paths[0])])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QCoreApplication.sendEvent(opened.windowHandle(), drop)
    assert form.segments.current() == "pass"
    place = chapter.place()
    form.entry.remark.setPlainText("see the files")
    form.submit()
    stored = opened.workspace.audit.finding(*place).overrides[-1]
    assert [one.name for one in stored.attachments] == ["one.txt", "two.txt", "three.txt"]


def test_an_answer_over_a_failure_leaves_the_measured_result_in_sight(opened):
    failing = next(one for one in opened.workspace.findings() if kind_of(one) is Kind.FAIL)
    place = (failing.measured.item, failing.measured.target)
    opened.navigator.show_finding(*place)
    opened.workspace.turns.settle()
    page = opened.navigator.page
    page.begin_answer("pass")
    page.detail.form.entry.remark.setPlainText("a false alarm")
    page.save_answer()
    opened.workspace.turns.settle()
    opened.navigator.show_finding(*place)
    opened.workspace.turns.settle()
    page = opened.navigator.page
    assert page.items.current().look(place[1]).kind is Kind.PASS
    assert page.detail.overview.callout._kind is Kind.FAIL
    assert page.detail.overview.callout.text() == f"Measured: {failing.measured.message}"
    assert "a false alarm" in page.detail.overview.note.text()


def test_the_history_of_an_item_is_read_meanwhile_and_never_that_of_another(opened, until):
    findings = opened.workspace.findings()
    told = next(one.measured for one in findings if one.overrides)
    chapter = told.item.split(".")[0]
    other = next(
        one.measured
        for one in findings
        if one.measured.item.startswith(f"{chapter}.") and one.measured.item != told.item
    )
    opened.navigator.go(chapter)
    page = opened.navigator.pages.made[chapter]
    page.select(told.item, told.target)
    page.detail.tabs.setCurrentIndex(3)
    until(lambda: page.detail.history.table.model().rowCount() > 1)
    page.select(other.item, other.target)
    assert page.detail.history.table.model().rowCount() == 0
    until(lambda: page.detail.history.table.model().rowCount() == 1)


def test_a_waiver_for_many_hosts_leaves_out_those_that_nobody_could_look_at(opened, until):
    targets = opened.workspace.audit.targets
    opened.workspace.set_targets((*targets, replace(targets[0], name="newcomer", address="192.0.2.77")))
    opened.workspace.turns.settle()
    item = next(one.measured.item for one in opened.workspace.findings() if one.measured.target == "newcomer")
    own = [one.measured for one in opened.workspace.findings() if one.measured.item == item]
    seen = {(item, one.target) for one in own if not unseen(one)}
    assert 1 < len(seen) < len(own)
    opened.navigator.show_finding(item, next(target for _, target in seen))
    until(lambda: not opened.navigator.coming)
    page = opened.navigator.page
    page.begin_answer("pass")
    entry = page.detail.form.entry
    place = entry.places.findText(f"for all {len(own)} hosts")
    entry.places.setCurrentIndex(place)
    assert len(entry.option().places) == len(own)
    page.begin_answer("waived")
    assert set(entry.option().places) == seen  # what was chosen stays chosen
    assert entry.places.currentText() == f"for all {len(seen)} hosts that were looked at"
    page.begin_answer("pass")
    assert len(entry.option().places) == len(own)
