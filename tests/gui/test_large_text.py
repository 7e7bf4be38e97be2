"""With text of twice its size, in the smallest window that is promised, nothing of a page stands beyond its edge."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from app import language
from ui.dialogs.log import LogDialog
from ui.widgets.charts import ScoreRing
from ui.widgets.check import Check
from ui.widgets.turning import Turning


@pytest.fixture(params=[one.code for one in language.languages()])
def large(request, opened, qapp, qtbot):
    usual, size = QFont(qapp.font()), QFont(qapp.font())
    size.setPointSizeF(usual.pointSizeF() * 2)
    opened.resize(1024, 700)
    qapp.setFont(size)
    opened.speak(request.param)
    yield opened
    opened.speak("en")
    qapp.setFont(usual)


def test_all_fields_and_buttons_of_a_page_are_within_its_edges(large, qtbot):
    for step in ("start", "scope", "export", "review"):
        large.navigator.go(step)
        large.workspace.turns.settle()
        qtbot.waitUntil(large.navigator.page.isVisible)
        qtbot.waitUntil(lambda: _all_within(large.navigator.page))


def _all_within(page):
    """Asserted, so that what is not is named; said again until layouts are at rest."""
    edges = QRect(QPoint(), page.size())
    parts = [one for kind in (QAbstractButton, QLineEdit) for one in page.findChildren(kind) if one.isVisible()]
    assert len(parts) > 3
    for one in parts:
        left, right = one.mapTo(page, QPoint()).x(), one.mapTo(page, QPoint(one.width() - 1, 0)).x()
        assert edges.left() <= left <= right <= edges.right(), (type(one), one.accessibleName(), left, right)


def test_the_head_of_a_finding_is_whole_above_each_of_its_pages(large, qtbot):
    large.navigator.go("2")
    large.workspace.turns.settle()
    detail = large.navigator.page.detail
    qtbot.waitUntil(detail.isVisible)

    def whole():
        ends = (detail._head, detail.form)
        heights = all(one.height() >= one.heightForWidth(one.width()) > 0 for one in ends)
        return heights and detail._tab_pages.height() >= detail._tab_pages.minimumSizeHint().height()

    for tab in range(detail.tabs.count()):
        detail.tabs.setCurrentIndex(tab)
        qtbot.waitUntil(whole)


def test_a_box_to_tick_takes_as_many_lines_as_it_needs(qtbot, theme):
    text = "One person audits alone and may accept their own answers; the report says so"
    home = QWidget()
    qtbot.addWidget(home)
    box = Check(text)
    box.setParent(home)
    theme.dress(box)
    home.resize(700, 300)
    home.show()
    qtbot.waitExposed(home)
    wide = box.sizeHint()
    box.resize(wide)
    assert box.text() == text
    box.resize(200, box.heightForWidth(200))
    lines = box.text().split("\n")
    assert len(lines) > 2
    assert " ".join(lines) == text
    assert box.height() >= wide.height() + (len(lines) - 1) * box.fontMetrics().height()
    assert all(box.fontMetrics().horizontalAdvance(one) <= 200 - 20 for one in lines)
    assert box.accessibleName() == text


def test_parts_without_room_beside_each_other_stand_below_each_other(qtbot):
    home = Turning(10)
    qtbot.addWidget(home)
    parts = [QWidget() for _ in range(2)]
    for one in parts:
        one.setMinimumSize(150, 20)
        home.line.addWidget(one)
    assert home.minimumSizeHint().width() == 150
    holder = QWidget()
    qtbot.addWidget(holder)
    home.setParent(holder)
    holder.resize(400, 200)
    home.resize(320, 100)
    holder.show()
    qtbot.waitExposed(holder)
    qtbot.waitUntil(lambda: parts[0].y() == parts[1].y())
    home.resize(300, 100)
    qtbot.waitUntil(lambda: parts[0].x() == parts[1].x() and parts[0].y() < parts[1].y())


def test_the_ring_of_the_score_grows_with_its_number(opened, qapp):
    usual, size = QFont(qapp.font()), QFont(qapp.font())
    size.setPointSizeF(usual.pointSizeF() * 2)
    before = opened.standing.findChild(ScoreRing).width()
    qapp.setFont(size)
    try:
        ring = opened.standing.findChild(ScoreRing)
        assert ring.width() == pytest.approx(2 * before, abs=3)
    finally:
        qapp.setFont(usual)


def test_a_dialog_is_larger_where_its_text_is_and_not_beyond_the_window(opened, qapp, qtbot):
    def size():
        dialog = LogDialog(opened)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        seen = dialog.size()
        dialog.close()
        return seen

    usual = QFont(qapp.font())
    before = size()
    font = QFont(usual)
    font.setPointSizeF(usual.pointSizeF() * 1.4)
    qapp.setFont(font)
    try:
        after = size()
        assert after.width() > 1.3 * before.width()
        assert after.height() > 1.3 * before.height()
        opened.resize(1024, 700)
        assert size().width() <= 1024
    finally:
        qapp.setFont(usual)
