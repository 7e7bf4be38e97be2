"""Pages beside the hosts: beside the table where there is room for both, else in its place until they are closed."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton

from app import language


@pytest.fixture(params=[one.code for one in language.languages()])
def hosts(request, opened, qapp, qtbot):
    """The step in a small window with text of twice its size."""
    usual, size = QFont(qapp.font()), QFont(qapp.font())
    size.setPointSizeF(usual.pointSizeF() * 2)
    opened.resize(1024, 700)
    qapp.setFont(size)
    opened.speak(request.param)
    opened.navigator.go("hosts")
    opened.workspace.turns.settle()
    qtbot.waitUntil(lambda: opened.navigator.page is not None and opened.navigator.page.isVisible())
    yield opened.navigator.page
    opened.speak("en")
    qapp.setFont(usual)


def click(hosts, qtbot, row):
    table = hosts.table
    place = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_no_button_of_the_panel_is_cut_and_closing_it_leads_back(hosts, qtbot):
    click(hosts, qtbot, 0)
    qtbot.waitUntil(lambda: hosts.panel.isVisible() and not hosts.table.isVisible())
    qtbot.wait(30)
    page = QRect(QPoint(), hosts.size())
    buttons = [one for one in hosts.panel.findChildren(QPushButton) if one.isVisible() and one.text()]
    assert len(buttons) >= 3
    for one in buttons:
        left, right = (one.mapTo(hosts, corner).x() for corner in (QPoint(), one.rect().bottomRight()))
        assert page.left() <= left < right <= page.right(), one.text()
        assert one.width() >= one.sizeHint().width(), one.text()
    hosts.panel.closed.emit()
    qtbot.waitUntil(lambda: hosts.table.isVisible() and not hosts.panel.isVisible())
    assert hosts.table.hasFocus()


def test_keys_go_through_the_rows_and_return_opens_the_panel(hosts, qtbot):
    hosts.table.setFocus()
    qtbot.keyClick(hosts.table, Qt.Key.Key_Down)
    assert [row.name for row in hosts.table.selected()] == ["mail01"]
    assert hosts.table.isVisible()
    assert not hosts._side_box.is_open
    qtbot.keyClick(hosts.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: hosts._side_box.is_open and not hosts.table.isVisible())
    qtbot.waitUntil(hosts.panel.name.hasFocus)
    assert QApplication.focusWidget() is hosts.panel.name


def test_with_room_for_both_they_stand_side_by_side(hosts, qtbot):
    hosts.window().resize(1900, 1000)
    qtbot.waitUntil(lambda: not hosts._side_box.narrow)
    hosts.table.setFocus()
    qtbot.keyClick(hosts.table, Qt.Key.Key_Down)
    qtbot.waitUntil(hosts.panel.isVisible)
    assert hosts.table.isVisible()
    assert hosts.panel.width() >= hosts.panel.minimumSizeHint().width()
    hosts.window().resize(1024, 700)
    qtbot.waitUntil(lambda: not hosts.table.isVisible())
    assert hosts.panel.isVisible()
