import json

import pytest
from PySide6.QtCore import QPoint, Qt

from app.presentation import Kind, kind_of
from app.store.verify import verify
from ui.models.table import ROW_ROLE


@pytest.fixture
def review(opened):
    opened.go("review")
    return opened._pages["review"]


def test_every_number_leads_to_its_list(opened, review, qtbot):
    chart = review.dashboard.by_chapter.chart
    part = next(rect for kind, rect in chart._parts(2, chart._bars[2]) if kind is Kind.FAIL)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=part.center().toPoint())
    assert opened.current == "4"
    assert [str(one) for one in opened._pages["4"].head.chips.chosen] == ["failed"]


def test_charts_are_walked_with_keys_and_spoken(opened, review, qtbot):
    chart = review.dashboard.by_host.chart
    assert "hv1: " in chart.accessibleDescription()
    assert "Fails" in chart.accessibleDescription()
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert opened._pages[opened.current].place()[1] == "hv2"


def test_a_risk_leads_to_its_item(opened, review):
    first = review.dashboard.risks.itemAt(0).widget().findChild(type(review.dashboard.open_button))
    first = next(one for one in review.dashboard.risks.itemAt(0).widget().children() if hasattr(one, "click"))
    first.click()
    page = opened._pages[opened.current]
    assert kind_of(page._current()[1]) is Kind.FAIL


def test_a_waiver_that_ends_soon_is_shown(review):
    assert not review.dashboard.waivers_card.isHidden()
    assert review.dashboard.waivers.count() == 2


def test_a_second_person_rejects_and_the_item_is_open_again(opened, review, qtbot):
    review.tabs.setCurrentIndex(1)
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
    review.tabs.setCurrentIndex(1)
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
    opened.go("export")
    step = opened._pages["export"]
    out = tmp_path / "reports" / "deep"
    step.folder.setText(str(out))
    for box in step._boxes.values():
        if not box.isChecked():
            qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    qtbot.mouseClick(step.write, Qt.MouseButton.LeftButton)
    assert not step.write.isEnabled()
    until(step.write.isEnabled, 60_000)
    assert step._written.count() == 3, opened.message.text()
    assert (out / "Data centre North.pdf").read_bytes().startswith(b"%PDF")
    report = json.loads((out / "Data centre North.json").read_text())
    assert report["schema"] == "bartizan-audit/1"
    assert report["audit"]["seal"] == opened.workspace.audit.seal


def test_a_folder_that_can_not_be_written_is_said(opened, tmp_path, until):
    opened.go("export")
    step = opened._pages["export"]
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    step.folder.setText(str(blocked / "reports"))
    step._export()
    until(step.write.isEnabled, 20_000)
    assert "file" in opened.message.text()


def test_signing_locks_the_audit(opened, qtbot):
    opened.go("export")
    step = opened._pages["export"]
    step.role.clear()
    qtbot.mouseClick(step.lock, Qt.MouseButton.LeftButton)
    assert opened.workspace.audit.info.state == "open"
    assert "role" in opened.message.text()
    qtbot.keyClicks(step.role, "auditor")
    qtbot.keyClicks(step.remark, "Read and agreed")
    qtbot.mouseClick(step.lock, Qt.MouseButton.LeftButton)
    assert "reviewed by nobody" in opened.message.text()
    qtbot.mouseClick(step.unreviewed, Qt.MouseButton.LeftButton, pos=QPoint(10, step.unreviewed.height() // 2))
    qtbot.mouseClick(step.lock, Qt.MouseButton.LeftButton)
    audit = opened.workspace.audit
    assert audit.info.state == "signed"
    assert audit.signing.role == "auditor"
    assert not step.unlock.isHidden()
    assert verify(audit.path).whole
    opened.go("7")
    opened._pages["7"].begin_answer("pass")
    assert not opened._pages["7"].detail.form.isEnabled()


def test_a_signed_audit_opens_again_as_a_revision(opened, qtbot):
    opened.go("export")
    step = opened._pages["export"]
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
