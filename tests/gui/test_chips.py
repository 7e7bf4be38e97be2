"""Chips stand on one line; those without room are in a menu, chosen there as well, by keyboard too."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.screen.chapterlist import Filter
from ui.widgets.sortchips import SortChips

SORTS = [("open", "To review {n}"), ("carried", "Carried over {n}"), ("rejected", "Rejected {n}"), ("all", "All {n}")]


@pytest.fixture
def home(qtbot):
    """A window would not become narrower than its layout."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(700, 60)
    return made


@pytest.fixture
def row(home, theme, qtbot):
    made = SortChips(SORTS)
    made.setParent(home)
    theme.dress(made)
    made.show_counts({"open": 8, "carried": 1, "all": 9})
    made.resize(700, made.sizeHint().height())
    home.show()
    qtbot.waitExposed(home)
    return made


def shown(row):
    return [one.text() for one in (*row.buttons.values(), row.more) if one.isVisible()]


class Once(QObject):
    """Presses keys in the menu when it opens: it has a loop of its own meanwhile."""

    def __init__(self, qtbot, *keys):
        super().__init__()
        self.texts = []
        self._keys, self._qtbot = keys, qtbot
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QMenu):
            QApplication.instance().removeEventFilter(self)
            self.texts = [(one.text(), one.isEnabled(), one.isChecked()) for one in watched.actions()]
            for key in self._keys:
                self._qtbot.keyClick(watched, key)
        return False


def test_with_room_for_all_there_is_no_menu(row):
    assert shown(row) == ["To review 8", "Carried over 1", "Rejected 0", "All 9"]


@pytest.mark.parametrize("width", [120, 220, 300])
def test_what_has_no_room_is_in_the_menu_and_the_line_stays_one(row, width):
    high = row.height()
    row.resize(width, high)
    assert 1 < len(shown(row)) < 5
    assert shown(row)[0] == "To review 8"
    assert shown(row)[-1] == f"{5 - len(shown(row))} more…"
    last = row.more.geometry()
    assert last.right() < width or len(shown(row)) == 2
    row.resize(700, high)
    assert len(shown(row)) == 4


def test_a_chip_in_the_menu_is_chosen_by_keyboard_and_told_by_the_last_chip(row, qtbot):
    row.resize(250, row.height())
    heard = []
    row.changed.connect(heard.append)
    row.more.setFocus()
    menu = Once(qtbot, Qt.Key.Key_Up, Qt.Key.Key_Return)  # its last
    qtbot.keyClick(row.more, Qt.Key.Key_Space)
    assert menu.texts[-2:] == [("Rejected 0", False, False), ("All 9", True, False)]
    assert heard == ["all"]
    assert row.chosen() == "all"
    assert row.more.text() == "All 9…"
    assert row.more.isChecked()
    assert not row.buttons["open"].isChecked()
    row.buttons["open"].click()
    assert row.more.text().endswith("more…")
    assert not row.more.isChecked()


def test_the_keyboard_stays_where_a_chip_goes_into_the_menu(row, qtbot):
    row.window().activateWindow()
    row.buttons["all"].setFocus()
    qtbot.waitUntil(row.buttons["all"].hasFocus)
    row.resize(200, row.height())
    assert row.more.hasFocus()


@pytest.mark.parametrize("code", ["en", "de"])
def test_with_large_text_the_filters_of_a_chapter_take_one_line(opened, qapp, qtbot, code):
    usual = QFont(qapp.font())
    size = QFont(usual)
    size.setPointSizeF(usual.pointSizeF() * 2)
    opened.resize(1024, 700)
    qapp.setFont(size)
    try:
        opened.speak(code)
        opened.navigator.go("2")
        opened.workspace.turns.settle()
        head = opened.navigator.page.head
        qtbot.waitUntil(lambda: head.isVisible() and head.chips.more.isVisible())
        visible = [one for one in (*head.chips.buttons.values(), head.chips.more) if one.isVisible()]
        assert len({one.y() for one in visible}) == 1
        assert head.chips.height() < 2 * visible[0].height()
        assert head.chips.more.geometry().right() < head.chips.width()
        menu = Once(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
        head.chips.more.setFocus()
        qtbot.keyClick(head.chips.more, Qt.Key.Key_Space)
        assert len(menu.texts) + len(visible) - 1 == len(head.chips._offered)
        assert head.chips.chosen
        assert Filter.ALL not in head.chips.chosen
        chosen = head.chips.buttons[head.chips.chosen[0]]
        assert chosen.isVisible() or head.chips.more.text() == f"{chosen.text()}…"
    finally:
        opened.speak("en")
        qapp.setFont(usual)
