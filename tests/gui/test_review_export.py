import json
import re
import threading
from dataclasses import replace
from datetime import timedelta

import gui_sample as sample
import pytest
from certificates import certificate_file
from form_sample import fill
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from app import storedaudit
from app.errors import ReportError, StoreError
from app.filledform import read_filled
from app.model import Result
from app.overrides import local_today
from app.record import OverrideKind
from app.report.formats import FORMATS
from app.screen import reviewing
from app.screen.presentation import UNDECIDED, Kind, kind_of
from app.screen.reviewing import Sort
from app.store.verify import verify
from ui.models.table import ROW_ROLE
from ui.widgets import journal as journal_module


@pytest.fixture
def review(opened):
    opened.navigator.go("review")
    return opened.navigator.pages.made["review"]


def listed(opened):
    """How many rows the list has to which a number led."""
    opened.workspace.turns.settle()
    assert opened.navigator.current == "review"
    page = opened.navigator.pages.made["review"]._pages.currentWidget()
    assert page.table.hasFocus() or opened.navigator.pages.made["review"].tabs.hasFocus()
    assert page.table.isVisible()
    return page.model.rowCount()


CHARTS = ("by_chapter", "by_severity", "by_host")


@pytest.mark.parametrize("name", CHARTS)
def test_each_number_of_a_chart_leads_to_as_many_findings(opened, review, qtbot, name):
    chart = getattr(review.dashboard, name).chart
    assert len(chart._bars) > 1
    for line, bar in enumerate(chart._bars):
        for kind, rect in chart._parts(line, bar):
            review.tabs.setCurrentIndex(0)
            opened.workspace.turns.settle()
            qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
            assert listed(opened) == dict(bar.parts)[kind]
            assert {kind_of(row) for row in review.findings.model.rows()} == {kind}
        review.tabs.setCurrentIndex(0)
        opened.workspace.turns.settle()
        end = QPoint(chart.width() - 12, round(chart._track(line).center().y()))  # the number of them all
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=end)
        assert listed(opened) == bar.total
        assert f"{bar.total} finding" in review.findings.count.text()


@pytest.mark.parametrize("name", CHARTS)
def test_each_number_of_a_table_beside_a_chart_leads_to_as_many_findings(opened, review, qtbot, name):
    card = getattr(review.dashboard, name)
    qtbot.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    for row in range(card.model.rowCount()):
        for column in range(1, card.model.columnCount()):
            index = card.model.index(row, column)
            if not index.data().isdigit():
                continue
            review.tabs.setCurrentIndex(0)
            opened.workspace.turns.settle()
            card.table.scrollTo(index)
            place = card.table.visualRect(index).center()
            qtbot.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
            assert listed(opened) == int(index.data())


def test_a_dash_of_a_table_leads_nowhere(opened, review):
    card = review.dashboard.by_chapter
    nothing = next(
        index
        for row in range(card.model.rowCount())
        for column in range(1, card.model.columnCount())
        if not (index := card.model.index(row, column)).data().isdigit()
    )
    card.table.clicked.emit(nothing)
    assert review.tabs.currentIndex() == 0


def links(layout):
    found = (layout.itemAt(place).widget() for place in range(layout.count()))
    return [one for one in found if isinstance(one, QPushButton)]


def test_each_number_of_what_waits_and_of_what_changed_leads_to_as_many_rows(opened, review, tmp_path, qtbot, until):
    earlier = tmp_path / "audits" / "spring.bartizan"
    sample.build(earlier, opened.workspace.audit.benchmark, 2, answers=False).close()
    opened.workspace.compare_with(earlier)
    until(lambda: opened.workspace.earlier is not None)
    opened.workspace.turns.settle()
    board = review.dashboard
    answers = reviewing.answers(opened.workspace.audit.benchmark, opened.workspace.audit.findings())
    opened.workspace.review([answers[0].override.id], accept=False, by="Grace Hopper", remark="Where?")
    opened.workspace.turns.settle()
    for lines, least in ((board._waiting, 4), (board.changes, 3)):
        texts = [one.accessibleName() for one in links(lines)]
        assert len(texts) >= least, texts
        for text in texts:
            review.tabs.setCurrentIndex(0)
            opened.workspace.turns.settle()
            link = next(one for one in links(lines) if one.accessibleName() == text)
            qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
            assert listed(opened) == int(re.search(r"[\d,]+", text)[0].replace(",", "")), text


def test_many_waivers_that_end_are_a_few_lines_and_a_list(opened, review, qtbot):
    audit = opened.workspace.audit
    failing = [one for one in audit.findings() if kind_of(one) is Kind.FAIL][:7]
    end = local_today() + timedelta(days=3)
    audit.give(
        [
            audit.draft(
                one.measured.item, one.measured.target, OverrideKind.WAIVER, Result.FAIL,
                by="A. Example", role="auditor", remark="until the move", expires=end,
            )
            for one in failing
        ]
    )  # fmt: skip
    review.refresh()
    waivers = review.dashboard.waivers
    assert waivers.count() == 6
    link = links(waivers)[0]
    assert link.accessibleName() == "All 9 of them"
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert listed(opened) == 9


def test_each_number_before_signing_leads_to_as_many_rows(opened, qtbot):
    opened.navigator.go("export")
    texts = [one.accessibleName() for one in links(opened.navigator.pages.made["export"].matters)]
    counted = {text: int(found[0]) for text in texts if (found := re.search(r"\d+", text))}
    assert len(counted) >= 2
    for text, count in counted.items():
        opened.navigator.go("export")
        qtbot.mouseClick(
            next(one for one in links(opened.navigator.pages.made["export"].matters) if one.accessibleName() == text),
            Qt.MouseButton.LeftButton,
        )
        assert listed(opened) == count, text


def test_a_list_of_findings_is_narrowed_down_and_remembered(opened, review, qtbot):
    review.tabs.setCurrentIndex(1)
    opened.workspace.turns.settle()
    page = review.findings
    everything = page.model.rowCount()
    assert page._everything.isHidden()
    page.chapter.setCurrentIndex(page.chapter.findData("4"))
    page.host.setCurrentIndex(page.host.findData("hv2"))
    near = page.model.rowCount()
    assert 0 < near < everything
    assert {row.measured.target for row in page.model.rows()} == {"hv2"}
    qtbot.mouseClick(page.kinds.buttons[Kind.FAIL], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.kinds.buttons[Kind.PASS], Qt.MouseButton.LeftButton)
    assert {kind_of(row) for row in page.model.rows()} == {Kind.FAIL, Kind.PASS}
    chosen = page.wanted
    page.table.selectRow(1)
    row = page.model.row(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    opened.workspace.turns.settle()
    assert opened.navigator.pages.made["4"].place() == (row.measured.item, row.measured.target)
    opened.navigator.go("review")
    assert page.wanted == chosen
    assert page.table.currentIndex().row() == 1
    opened.speak("de")
    assert opened.navigator.pages.made["review"].findings.wanted == chosen
    opened.speak("en")
    page = opened.navigator.pages.made["review"].findings
    opened.navigator.pages.made["review"].tabs.setCurrentIndex(1)
    opened.workspace.turns.settle()
    qtbot.mouseClick(page._everything, Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == everything
    page.host.setCurrentIndex(page.host.findData(""))
    assert {row.measured.target for row in page.model.rows()} == {None}
    page.severity.setCurrentIndex(page.severity.findData("critical"))
    page.chapter.setCurrentIndex(page.chapter.findData("2"))
    assert page.model.rowCount() or not page.table.isVisible()  # or it says that there is none


def test_the_score_stays_in_its_place_when_the_page_is_resized_and_the_keyboard_passes(opened, review, qtbot, until):
    """The page has a ring of its own, round what scrolls while it has the keyboard."""
    score = review.dashboard.score_ring
    opened.resize(1100, 700)
    until(lambda: score.isVisible() and score.width() < 200)
    place = score.geometry()
    review.dashboard.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    review.dashboard.setFocus(Qt.FocusReason.TabFocusReason)
    review.dashboard.open_button.setFocus(Qt.FocusReason.TabFocusReason)
    review.dashboard.resize(review.dashboard.width(), review.dashboard.height() - 40)
    assert score.isVisible()
    assert score.geometry() == place


def test_after_a_review_the_keyboard_is_where_the_next_answer_is(opened, review, qtbot, until):
    opened.activateWindow()
    review.tabs.setCurrentIndex(2)
    page = review.answers
    until(lambda: bool(page.model.rows()) and page.isVisible())
    page.reviewer.setText("Grace Hopper")
    page.table.selectRow(0)
    page.accept.setFocus()
    qtbot.waitUntil(page.accept.hasFocus)
    qtbot.mouseClick(page.accept, Qt.MouseButton.LeftButton)
    opened.workspace.turns.settle()
    qtbot.waitUntil(page.table.hasFocus)
    page.table.selectAll()
    qtbot.mouseClick(page.accept, Qt.MouseButton.LeftButton)
    opened.workspace.turns.settle()
    until(lambda: not page.model.rows())
    qtbot.waitUntil(page.chips.buttons["open"].hasFocus)
    assert page._empty._title.text() == "Nothing left to review"
    page.choose(Sort.REJECTED)
    assert page._empty._title.text() == "No answers of this kind"


def test_the_mouse_is_over_a_whole_row(opened, review, qtbot, until):
    review.tabs.setCurrentIndex(2)
    table = review.answers.table
    until(lambda: table.isVisible() and table.model().rowCount() > 2)
    hover = opened.theme.colour("hover").rgb()

    def ground(row, column):
        cell = table.visualRect(table.model().index(row, column))
        return table.viewport().grab().toImage().pixelColor(cell.right() - 2, cell.top() + 3).rgb()

    def over():
        columns = range(table.model().columnCount())
        return [row for row in range(3) if all(ground(row, one) == hover for one in columns)]

    assert over() == []
    for row in (1, 2):
        place = table.visualRect(table.model().index(row, 1)).center()
        qtbot.mouseMove(table.viewport(), place)
        until(lambda row=row: over() == [row])
    table.leaveEvent(QEvent(QEvent.Type.Leave))
    assert over() == []


def test_every_colour_of_the_charts_has_its_count_and_each_count_leads_on(opened, review, qtbot):
    shown = review.dashboard.counts.buttons
    assert set(shown) == {kind for bar in review.dashboard.by_chapter.chart._bars for kind, _ in bar.parts}
    for kind in shown:
        review.tabs.setCurrentIndex(0)
        opened.workspace.turns.settle()
        chip = review.dashboard.counts.buttons[kind]
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        assert listed(opened) == int(chip.accessibleName().split()[0])
        assert {kind_of(row) for row in review.findings.model.rows()} == {kind}


def test_an_audit_of_nothing_is_not_told_to_have_no_failures(window):
    window.navigator.pages.made["start"].new_audit()
    window.navigator.go("review")
    lines = window.navigator.pages.made["review"].dashboard.risks
    assert lines.itemAt(0).widget().text() == "Nothing has been looked at or answered yet."


def test_charts_are_walked_with_keys_and_spoken(opened, review, qtbot):
    chart = review.dashboard.by_host.chart
    assert "hv1: " in chart.accessibleDescription()
    assert "Fails" in chart.accessibleDescription()
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert listed(opened) == chart._bars[1].total
    assert {row.measured.target for row in review.findings.model.rows()} == {"hv2"}
    for number, (kind, count) in enumerate(chart._bars[1].parts, 1):
        review.tabs.setCurrentIndex(0)
        opened.workspace.turns.settle()
        qtbot.keyClick(chart, Qt.Key.Key_Up)
        qtbot.keyClick(chart, Qt.Key.Key_Down)
        for _ in range(number):
            qtbot.keyClick(chart, Qt.Key.Key_Right)
        assert review.tabs.currentIndex() == 0
        qtbot.keyClick(chart, Qt.Key.Key_Space)
        assert listed(opened) == count
        assert {kind_of(row) for row in review.findings.model.rows()} == {kind}


def test_a_risk_leads_to_its_item(opened, review):
    first = review.dashboard.risks.itemAt(0).widget().findChild(type(review.dashboard.open_button))
    first = next(one for one in review.dashboard.risks.itemAt(0).widget().children() if hasattr(one, "click"))
    first.click()
    opened.workspace.turns.settle()
    page = opened.navigator.page
    assert kind_of(page._current()[1]) is Kind.FAIL


def test_a_waiver_that_ends_soon_is_shown(review):
    assert not review.dashboard.waivers_card.isHidden()
    assert review.dashboard.waivers.count() == 2


def test_a_second_person_rejects_and_the_item_is_open_again(opened, review, qtbot):
    review.tabs.setCurrentIndex(2)
    opened.workspace.turns.settle()
    review = review.answers
    row = next(place for place in range(8) if review.model.row(place).override.new == "pass")
    answer = review.model.index(row, 0).data(ROW_ROLE)
    place = (answer.override.item, answer.override.target)
    review.table.selectRow(row)
    assert not review.reject.isEnabled()
    qtbot.keyClicks(review.reviewer, "Grace Hopper")
    qtbot.keyClicks(review.remark, "which register?")
    qtbot.mouseClick(review.reject, Qt.MouseButton.LeftButton)
    finding = opened.workspace.audit.finding(*place)
    assert finding.overrides[-1].review == "rejected"
    assert finding.effective == "notchecked"


def test_nobody_accepts_their_own(opened, review, qtbot):
    review.tabs.setCurrentIndex(2)
    opened.workspace.turns.settle()
    review = review.answers
    review.table.selectRow(0)
    answer = review.model.row(0).override
    review.reviewer.setText(answer.by)
    assert not review.accept.isEnabled()
    assert "another person" in review.hint.text()
    review.accept.click()
    stored = opened.workspace.audit.finding(answer.item, answer.target).overrides[-1]
    assert stored.review in {"", "submitted"}


def test_reports_are_written_in_the_background(opened, tmp_path, qtbot, until):
    opened.navigator.go("export")
    step = opened.navigator.pages.made["export"]
    out = tmp_path / "reports" / "deep"
    step.reports.folder.setText(str(out))
    for box in step.reports.boxes.values():
        if not box.isChecked():
            qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    qtbot.mouseClick(step.reports.write, Qt.MouseButton.LeftButton)
    assert not step.reports.write.isEnabled()
    until(step.reports.write.isEnabled, 60_000)
    assert step.reports.written.count() == len(step.reports.boxes) >= 4, opened.centre.message.text()
    assert (out / "Data centre North" / "SHA256SUMS").is_file()
    assert (out / "Data centre North.pdf").read_bytes().startswith(b"%PDF")
    report = json.loads((out / "Data centre North.json").read_text())
    assert report["schema"] == "bartizan-audit/1"
    assert report["audit"]["seal"] == opened.workspace.audit.seal


def test_what_works_for_a_while_has_the_keyboard_again_afterwards(opened, tmp_path, qtbot, until):
    opened.navigator.go("export")
    page = opened.navigator.pages.made["export"]
    page.reports.folder.setText(str(tmp_path))
    for asked, done in (
        (page.reports.write, lambda: page.reports.progress.text() == "Written."),
        (page.form.make, lambda: page.form._written.count() == 1),
        (page.verify.check, lambda: "is whole" in page.verify.answer.text()),
    ):
        asked.setFocus()
        qtbot.keyClick(asked, Qt.Key.Key_Return)
        assert not asked.isEnabled()
        until(done, 20000)
        assert asked.hasFocus()
        qtbot.keyClick(asked, Qt.Key.Key_Return)
        page.name.setFocus()  # the person has gone on
        until(asked.isEnabled, 20000)
        assert page.name.hasFocus()


def test_what_has_the_keyboard_is_on_screen_after_signing(opened, qtbot):
    opened.resize(1024, 700)
    opened.navigator.go("export")
    page = opened.navigator.pages.made["export"]
    assert page.scroller.verticalScrollBar().value() == 0
    page.reports.write.setFocus()
    qtbot.waitUntil(lambda: page.scroller.viewport().rect().contains(place(page)))
    page.begin_signing()
    qtbot.waitUntil(lambda: page.scroller.viewport().rect().contains(place(page)))


def place(page):
    """Of what has the keyboard, in what is seen of the page."""
    focus, view = page.window().focusWidget(), page.scroller.viewport()
    return QRect(focus.mapTo(view, QPoint(0, 0)), focus.size())


def test_a_folder_that_can_not_be_written_is_said(opened, tmp_path, until):
    opened.navigator.go("export")
    step = opened.navigator.pages.made["export"]
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    step.reports.folder.setText(str(blocked / "reports"))
    step.reports.export()
    until(step.reports.write.isEnabled, 20_000)
    assert "file" in opened.centre.message.text()


def test_signing_locks_the_audit(opened, qtbot):
    opened.navigator.go("export")
    step = opened.navigator.pages.made["export"]
    step.role.clear()
    qtbot.mouseClick(step.lock, Qt.MouseButton.LeftButton)
    assert opened.workspace.audit.info.state == "open"
    assert "role" in opened.centre.message.text()
    qtbot.keyClicks(step.role, "auditor")
    qtbot.keyClicks(step.remark, "Read and agreed")
    qtbot.mouseClick(step.lock, Qt.MouseButton.LeftButton)
    assert "reviewed by nobody" in opened.centre.message.text()
    qtbot.mouseClick(step.unreviewed, Qt.MouseButton.LeftButton, pos=QPoint(10, step.unreviewed.height() // 2))
    qtbot.mouseClick(step.lock, Qt.MouseButton.LeftButton)
    audit = opened.workspace.audit
    assert audit.info.state == "signed"
    assert audit.signing.role == "auditor"
    opened.workspace.turns.settle()
    assert not step.unlock.isHidden()
    assert verify(audit.path).whole
    opened.navigator.go("7")
    opened.navigator.pages.made["7"].begin_answer("pass")
    assert not opened.navigator.pages.made["7"].detail.form.isEnabled()


def test_an_outdated_answer_stops_a_signature_until_the_person_says_so(opened, qtbot):
    audit = opened.workspace.audit
    opened.navigator.go("export")
    step = opened.navigator.pages.made["export"]
    assert step.outdated.isHidden()
    finding = next(one for one in audit.findings() if one.state == "awaiting")
    draft = audit.draft(
        finding.measured.item, finding.measured.target, OverrideKind.SIGNOFF, Result.PASS,
        by="A. Example", role="auditor", remark="seen", expires=None,
    )  # fmt: skip
    audit.give([replace(draft, basis="0" * 64)])  # as of another text of the item
    opened.workspace.changed.emit()
    opened.workspace.turns.settle()
    assert not step.outdated.isHidden()
    step.name.setText("C. Example")
    step.role.setText("auditor")
    step.unreviewed.setChecked(True)
    step.lock.click()
    assert "changed after these answers: " + finding.measured.item in opened.centre.message.text()
    assert not opened.workspace.signed
    step.outdated.setChecked(True)
    step.lock.click()
    assert opened.workspace.signed
    opened.workspace.turns.settle()
    assert step.outdated.isHidden()
    step.remark.setText("once more")
    step.unlock.click()
    opened.workspace.turns.settle()
    assert not step.outdated.isHidden()
    assert not step.outdated.isChecked()  # each signature is an act of its own


def test_a_signed_audit_opens_again_as_a_revision(opened, qtbot):
    opened.navigator.go("export")
    step = opened.navigator.pages.made["export"]
    step.unreviewed.setChecked(True)
    step.remark.setText("Agreed")
    step.lock.click()
    step.unlock.click()
    assert opened.workspace.signed  # it wants to know why
    step.remark.setText("hv2 was replaced")
    step.unlock.click()
    assert not opened.workspace.signed
    assert opened.workspace.audit.revision == 2
    assert step.lock.isEnabled()


def test_what_is_open_leads_to_where_it_is_settled(opened, qtbot):
    opened.navigator.go("export")
    step = opened.navigator.pages.made["export"]
    texts = [step.matters.itemAt(place).widget().accessibleName() for place in range(step.matters.count())]
    assert any("no second person" in text for text in texts)
    for place, text in enumerate(texts):
        opened.navigator.go("export")
        qtbot.mouseClick(step.matters.itemAt(place).widget(), Qt.MouseButton.LeftButton)
        opened.workspace.turns.settle()
        if "undecided" in text:
            assert {kind_of(row) for row in opened.navigator.pages.made["review"].findings.model.rows()} <= UNDECIDED
            assert listed(opened) == int(text.split()[0])
        if "second person" in text:
            assert opened.navigator.current == "review"
            assert opened.navigator.pages.made["review"].answers.model.rowCount() == 8


def test_the_file_is_checked_and_so_is_a_report(opened, tmp_path, qtbot, until):
    opened.navigator.go("export")
    step = opened.navigator.pages.made["export"]
    qtbot.mouseClick(step.verify.check, Qt.MouseButton.LeftButton)
    until(step.verify.check.isEnabled)
    assert "whole" in step.verify.answer.text()
    step.reports.folder.setText(str(tmp_path))
    step.reports.export()
    until(step.reports.write.isEnabled, 60_000)
    report = tmp_path / "Data centre North.pdf"
    step.verify.check_report(report)
    until(step.verify.report.isEnabled, 60_000)
    assert step.verify.answer.property("tone") == "pass", step.verify.answer.text()
    report.write_bytes(report.read_bytes().replace(b"/Type", b"/Typo", 1))
    step.verify.check_report(report)
    until(step.verify.report.isEnabled, 60_000)
    assert step.verify.answer.property("tone") == "fail"


def test_questions_go_to_paper_and_come_back(opened, tmp_path, qtbot, until):
    opened.navigator.go("export")
    step = opened.navigator.pages.made["export"]
    step.reports.folder.setText(str(tmp_path))
    qtbot.mouseClick(step.form.make, Qt.MouseButton.LeftButton)
    form = tmp_path / "Data centre North questions.pdf"
    until(step.form.make.isEnabled, 60_000)
    filled = fill(
        form,
        {
            "person-name": "Dora Example",
            "person-role": "operator",
            "answer-1-verdict": "pass",
            "answer-1-remark": "Seen in the cellar",
            "answer-2-verdict": "fail",  # and no remark, which it needs
        },
    )
    before = set(opened.workspace.audit.overrides())
    step.form.take_in(filled)
    until(step.form.read.isEnabled, 60_000)
    assert step.form.progress.text().startswith("Answers taken: 1; refused: 1"), opened.centre.message.text()
    taken, refused = step.form.model.rows()
    assert (taken.taken, refused.taken) == ("pass", "")
    assert "not met" in refused.why
    (made,) = set(opened.workspace.audit.overrides()) - before
    assert (made.by, made.remark) == ("Dora Example", "Seen in the cellar")
    assert [one.name for one in made.attachments] == ["filled.pdf"]


def test_a_form_that_is_read_while_the_language_changes_is_taken_in(opened, tmp_path, qtbot, until, monkeypatch):
    """The page that had asked for it is gone by then; the new one tells what came of it, and goes on telling it."""
    opened.navigator.go("export")
    step = opened.navigator.pages.made["export"]
    step.reports.folder.setText(str(tmp_path))
    qtbot.mouseClick(step.form.make, Qt.MouseButton.LeftButton)
    until(step.form.make.isEnabled, 60_000)
    said = {"person-name": "Dora Example", "person-role": "operator"}
    filled = fill(
        tmp_path / "Data centre North questions.pdf",
        {**said, "answer-1-verdict": "pass", "answer-1-remark": "Seen", "answer-2-verdict": "fail"},
    )
    go_on = threading.Event()

    def slowly(*given):
        assert go_on.wait(60)
        return read_filled(*given)

    monkeypatch.setattr("app.filledform.read_filled", slowly)
    before = set(opened.workspace.audit.overrides())
    try:
        step.form.take_in(filled)
        opened.speak("de")
        until(lambda: not isValid(step))
        form = opened.navigator.pages.made["export"].form
        assert (form.progress.text(), form.read.isEnabled()) == ("Lese…", False)
        go_on.set()
        until(form.read.isEnabled, 60_000)
        assert form.progress.text().startswith("Antworten übernommen: 1; abgewiesen: 1"), opened.centre.message.text()
    finally:
        go_on.set()
        opened.speak("en")
    (made,) = set(opened.workspace.audit.overrides()) - before
    assert (made.by, made.remark) == ("Dora Example", "Seen")
    form = opened.navigator.pages.made["export"].form
    assert form.progress.text().startswith("Answers taken: 1; refused: 1")
    assert [one.taken for one in form.model.rows()] == ["pass", ""]
    assert form.read.isEnabled()


def test_a_file_that_is_no_form_is_said(opened, tmp_path, until):
    opened.navigator.go("export")
    step = opened.navigator.pages.made["export"]
    wrong = tmp_path / "letter.pdf"
    wrong.write_bytes(b"%PDF-1.4 but not really")
    step.form.take_in(wrong)
    until(step.form.read.isEnabled, 60_000)
    assert "letter.pdf" in opened.centre.message.text()


def test_answers_are_accepted_in_bulk_but_never_ones_own(opened, review, qtbot):
    review.tabs.setCurrentIndex(2)
    opened.workspace.turns.settle()
    page = review.answers
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.selected()) == 8
    qtbot.keyClicks(page.reviewer, "ada  lovelace")
    assert not page.accept.isEnabled()
    page.reviewer.setText("Grace Hopper")
    qtbot.mouseClick(page.submit, Qt.MouseButton.LeftButton)
    assert opened.workspace.audit.info.state == "submitted"
    opened.workspace.turns.settle()
    page.table.selectAll()
    qtbot.mouseClick(page.accept, Qt.MouseButton.LeftButton)
    assert opened.workspace.audit.info.state == "accepted"
    opened.workspace.turns.settle()
    assert page.model.rowCount() == 0
    qtbot.mouseClick(page.chips.buttons["accepted"], Qt.MouseButton.LeftButton)
    assert page.model.rowCount() == 8


def test_one_person_may_accept_alone_where_the_audit_says_so(opened, qtbot):
    opened.navigator.go("scope")
    scope = opened.navigator.pages.made["scope"]
    qtbot.mouseClick(scope.single, Qt.MouseButton.LeftButton, pos=QPoint(10, scope.single.height() // 2))
    assert opened.workspace.audit.info.single_person
    opened.navigator.go("review")
    review = opened.navigator.pages.made["review"]
    review.tabs.setCurrentIndex(2)
    opened.workspace.turns.settle()
    review.answers.table.selectAll()
    review.answers.reviewer.setText("Ada Lovelace")
    assert review.answers.accept.isEnabled()
    assert "the report says so" in review.answers.hint.text()


def test_a_chart_is_a_table_too(opened, review, qtbot):
    card = review.dashboard.by_severity
    qtbot.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    assert card.table.hasFocus()
    assert card.chart.isHidden() or not card.chart.isVisible()
    everything = card.model.index(0, card.model.columnCount() - 1)
    counted = dict(card.chart._bars[0].parts)
    assert everything.data() == str(sum(counted.values()))
    assert "in all" in everything.data(Qt.ItemDataRole.AccessibleTextRole)
    card.table.setCurrentIndex(card.model.index(0, 1))
    qtbot.keyClick(card.table, Qt.Key.Key_Return)
    assert listed(opened) == int(card.model.index(0, 1).data())


def test_a_history_that_could_not_be_read_stays_and_is_asked_for_again(opened, review, until, monkeypatch):
    review.tabs.setCurrentIndex(4)
    opened.workspace.turns.settle()
    journal = review.journal
    until(lambda: journal.model.rowCount() > 0)
    before = journal.model.rowCount()

    def locked(*_given):
        raise StoreError("the file is locked by another program")

    monkeypatch.setattr(journal_module, "history_of", locked)
    journal._seal = ""
    journal.refresh()
    until(lambda: "locked by another program" in opened.centre.message.text())
    assert journal.model.rowCount() == before
    monkeypatch.undo()
    journal.model.set_rows(())
    journal.refresh()
    until(lambda: journal.model.rowCount() == before)


def test_the_history_is_filtered(opened, review, until):
    review.tabs.setCurrentIndex(4)
    opened.workspace.turns.settle()
    journal = review.journal
    until(lambda: journal.model.rowCount() > 0)
    everything = journal.model.rowCount()
    journal.kind.setCurrentIndex(journal.kind.findData("answer"))
    assert journal.model.rowCount() == 8
    journal.search.setText("waived mail01")
    assert journal.model.rowCount() == 1
    journal.search.clear()
    journal.kind.setCurrentIndex(0)
    journal.who.setCurrentIndex(journal.who.findData("Ada Lovelace"))
    assert 8 <= journal.model.rowCount() < everything


def test_an_earlier_audit_is_compared_and_remembered(opened, tmp_path, benchmark_content, until):
    earlier = tmp_path / "audits" / "spring.bartizan"
    sample.build(earlier, benchmark_content, 2).close()
    workspace = opened.workspace
    opened.navigator.go("review")
    changes = opened.navigator.pages.made["review"].changes
    opened.navigator.pages.made["review"].tabs.setCurrentIndex(3)
    opened.workspace.turns.settle()
    workspace.compare_with(earlier)
    until(lambda: workspace.earlier is not None)
    workspace.turns.settle()
    assert "mail01" in changes.details.text()
    assert changes.model.rowCount() == len(workspace.earlier.comparison.changes)
    path = workspace.audit.path
    assert workspace.open_audit(path)
    until(lambda: workspace.earlier is not None)  # chosen once, compared whenever it is opened
    workspace.compare_no_more()
    assert not workspace.changes


@pytest.mark.parametrize("instead", ["another", "none"])
def test_of_two_comparisons_the_one_that_was_chosen_last_is_shown(  # noqa: PLR0917 - fixtures
    opened, tmp_path, benchmark_content, until, monkeypatch, instead
):
    """Each is read by a thread, and the first may take longer."""
    workspace, go_on, read = opened.workspace, threading.Event(), storedaudit.changes_since
    first, second = tmp_path / "spring.bartizan", tmp_path / "summer.bartizan"
    for path in (first, second):
        sample.build(path, benchmark_content, 2).close()

    def slow(path, benchmark, before):
        if before == first:
            go_on.wait(20)
        return read(path, benchmark, before)

    monkeypatch.setattr(storedaudit, "changes_since", slow)
    workspace.compare_with(first)
    if instead == "another":
        workspace.compare_with(second)
        until(lambda: workspace.earlier is not None)
    else:
        workspace.compare_no_more()
    shown = workspace.earlier
    go_on.set()
    until(workspace.bridge.idle)
    assert workspace.earlier is shown
    assert workspace.comparison() == (second if instead == "another" else None)
    assert not workspace.comparing


@pytest.mark.parametrize("spoilt", ["#", "#two", "#²", "#-1 "])
def test_a_comparison_that_the_settings_do_not_name_rightly_is_none(opened, spoilt):
    workspace = opened.workspace
    workspace.settings.set_text(f"compare/{workspace.audit.info.id}", spoilt)
    assert workspace.comparison() is None
    workspace.compare_again()
    assert not workspace.comparing


def test_a_new_audit_begins_where_an_earlier_one_ended(opened, stored, until):
    workspace = opened.workspace
    opened.navigator.go("start")
    opened.navigator.pages.made["start"].begin_from(stored)
    until(lambda: workspace.carried is not None)
    audit = workspace.audit
    assert audit.path != stored
    assert [target.name for target in audit.targets] == ["hv1", "hv2", "mail01"]
    assert len(workspace.carried.answers) == 8
    assert all(one.origin for one in audit.overrides())
    opened.navigator.go("review")
    review = opened.navigator.pages.made["review"]
    review.set_filters(("carried",))
    assert review.answers.model.rowCount() == 8
    review.answers.confirm.click()
    assert not any(one.overrides[-1].origin for one in audit.findings() if one.overrides)


def test_a_report_is_signed_with_a_certificate_and_the_passphrase_is_forgotten(opened, tmp_path, qtbot, until):
    pytest.importorskip("pyhanko", reason="the extra [sign] is not installed")
    certificate = certificate_file(tmp_path / "ada.p12", "Ada Lovelace")
    opened.navigator.go("export")
    reports = opened.navigator.pages.made["export"].reports
    reports.folder.setText(str(tmp_path))
    fields = reports.certificate
    fields.wanted.setChecked(True)
    qtbot.keyClicks(fields.path, str(certificate))
    qtbot.keyClicks(fields.passphrase, "wrong")
    reports.export()
    until(reports.write.isEnabled, 60_000)
    assert "passphrase" in opened.centre.message.text()
    assert not (tmp_path / "Data centre North.pdf").exists()
    qtbot.keyClicks(fields.passphrase, "hunter2")
    reports.export()
    assert not fields.passphrase.text()
    until(reports.write.isEnabled, 60_000)
    assert b"/ETSI.CAdES.detached" in (tmp_path / "Data centre North.pdf").read_bytes()
    stored = {str(opened.workspace.settings.store.value(key)) for key in opened.workspace.settings.store.allKeys()}
    assert not any("hunter2" in text for text in stored)


def test_a_certificate_opens_with_the_passphrase_of_the_keyring_asked_by_another_thread(
    opened, tmp_path, monkeypatch, until
):
    pytest.importorskip("pyhanko", reason="the extra [sign] is not installed")
    asked = []

    def kept(path):
        asked.append((path, threading.current_thread() is threading.main_thread()))
        return "hunter2"

    monkeypatch.setattr("app.exporting._kept", kept)
    certificate = certificate_file(tmp_path / "ada.p12", "Ada Lovelace")
    opened.navigator.go("export")
    reports = opened.navigator.pages.made["export"].reports
    reports.folder.setText(str(tmp_path))
    reports.certificate.wanted.setChecked(True)
    reports.certificate.path.setText(str(certificate))
    reports.export()
    until(reports.write.isEnabled, 60_000)
    assert asked == [(certificate, False)]
    assert b"/ETSI.CAdES.detached" in (tmp_path / "Data centre North.pdf").read_bytes()


def test_reports_are_chosen_by_who_reads_them(opened, qtbot):
    opened.resize(1280, 800)
    opened.navigator.go("export")
    formats = opened.navigator.pages.made["export"].reports.formats
    assert set(formats.boxes) == set(FORMATS) - {"form"}
    assert formats.chosen() == ["pdf"]
    assert "with evidence" in formats.boxes["pdf"].accessibleName()
    qtbot.wait(1)

    def columns() -> int:
        return len({box.mapTo(formats, box.rect().topLeft()).x() for box in formats.boxes.values()})

    assert columns() == 3
    formats.setFixedWidth(300)
    qtbot.waitUntil(lambda: columns() == 1)


@pytest.mark.parametrize("leaves", ["another language", "another audit"])
def test_a_report_that_fails_after_its_page_has_gone_is_told_all_the_same(opened, until, monkeypatch, leaves):
    """Writing takes minutes in a large audit, and nobody has to wait on the page for it."""
    workspace = opened.workspace
    opened.navigator.go("export")
    card = opened.navigator.pages.made["export"].reports
    go_on, told = threading.Event(), []
    workspace.message.connect(lambda tone, text: told.append((tone, text)))

    def fails(_order):
        go_on.wait(20)
        raise ReportError("/report.pdf: the disk is full.")

    monkeypatch.setattr("app.exportapart.export_apart", fails)
    card.export()
    if leaves == "another language":
        opened.speak("de")
    else:
        workspace.close_audit()
    until(lambda: not isValid(card))
    go_on.set()
    until(lambda: ("fail", "/report.pdf: the disk is full.") in told)
