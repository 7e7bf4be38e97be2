"""The rail: long titles on two lines, and the run step is complete at its first sight."""

from itertools import pairwise

import gui_sample as sample
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import walk
from ui.widgets.rail import RailStep, StepRail


@pytest.mark.parametrize(("width", "lines"), [(400, 1), (224, 2)])
def test_a_title_that_is_too_long_goes_on_in_a_second_line(theme, qtbot, width, lines):
    rail = StepRail(theme)
    qtbot.addWidget(rail)
    rail.resize(width, 300)
    rail.set_steps((RailStep("6", "Dienste und Konfiguration", "6", "178/418"), RailStep("run", "Run")))
    rail.show()
    delegate = rail.itemDelegate()
    heights = [delegate.sizeHint(QStyleOptionViewItem(), rail.model().index(row)).height() for row in range(2)]
    assert (heights[0] > heights[1]) is (lines == 2)
    shown = delegate._title(rail.model().index(0).data(Qt.ItemDataRole.UserRole + 1), rail.viewport().rect().toRectF())
    assert shown.replace("\n", " ") == "6  Dienste und Konfiguration"
    assert "…" not in shown


def stacked(rail):
    """Whether each row begins where the one above it ends."""
    rows = [rail.visualRect(rail.model().index(row)) for row in range(rail.model().rowCount())]
    return all(above.bottom() + 1 == below.top() for above, below in pairwise(rows))


def test_rows_never_lie_over_each_other_however_wide_the_rail_is(theme, qtbot):
    rail = StepRail(theme)
    qtbot.addWidget(rail)
    rail.set_steps(tuple(RailStep(str(one), "Logischer Zugang", str(one), "7/12") for one in range(2, 9)))
    rail.resize(400, 400)
    rail.show()
    for width in range(190, 280, 3):  # somewhere in between, the scroll bar is what breaks the titles
        rail.resize(width, 250)
        qtbot.wait(1)
        assert stacked(rail), width


def test_the_run_step_says_at_first_sight_what_there_is_to_run(window, qtbot):
    window.navigator.pages.made["start"].new_audit()
    window.navigator.go("run")
    page = window.navigator.pages.made["run"]
    assert page.total.start_button.isHidden()
    assert page.total.results_button.isHidden()
    assert page._stack.currentIndex() == 1  # "No hosts to look at"
    assert page.total.isHidden()


def test_a_chapter_chosen_in_the_rail_shows_an_item_and_leaves_the_keyboard_there(opened, qtbot):
    opened.centre.rail.setFocus()
    opened.navigator.go("3")
    page = opened.navigator.pages.made["3"]
    assert page.place() is not None
    assert page.detail.overview.callout.text()
    assert opened.centre.rail.hasFocus()


def test_long_numbers_leave_room_for_the_title(window, tmp_path, benchmark_content):
    path = tmp_path / "audits" / "Many.bartizan"
    sample.build(path, benchmark_content, 40).close()
    window.workspace.open_audit(path)
    steps = {one.id: one for one in walk.rail(window.workspace)}
    assert "/" in steps["4"].note
    assert steps["7"].note.endswith(" %")
    assert " of " in steps["7"].spoken
