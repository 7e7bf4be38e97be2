"""What a chapter's list paints over its frozen columns, and what stays in sight while the hosts scroll."""

import gui_sample as sample
import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF

from app.language import content
from app.screen.chapterlist import SectionRow
from ui.models.findings import FIRST_HOST, ITEM
from ui.widgets.itemcells import AROUND, BEFORE
from ui.widgets.typeset import three_lines

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window, tmp_path, benchmark_content, qtbot):
    """A chapter of an audit of twenty hosts, whose columns scroll."""
    path = tmp_path / "audits" / "Many.bartizan"
    sample.build(path, benchmark_content, 20).close()
    window.workspace.open_audit(path)
    window.navigator.go("4")
    made = window.navigator.pages.made["4"]
    made.items.table.setFocus()
    qtbot.waitUntil(made.items.table.hasFocus)
    return made


def band(table, row):
    """What is to be seen of a row, both views together."""
    top = table.viewport().mapTo(table, QPoint(0, table.rowViewportPosition(row)))
    return table.grab(QRect(top.x(), top.y(), table.viewport().width(), table.rowHeight(row))).toImage()


def test_a_title_that_has_the_keyboard_has_the_ring(page, window, qtbot):
    table = page.items.table
    ring = window.theme.colour("focus").rgb()
    row = next(place for place, one in enumerate(page.items.model.rows) if not isinstance(one, SectionRow))
    table.setCurrentIndex(page.items.model.index(row, ITEM))
    painted = band(table, row)
    width = table.columnWidth(ITEM)
    assert [painted.pixelColor(width // 2, edge).rgb() for edge in (1, painted.height() - 2)] == [ring, ring]
    page.head.search.setFocus()
    QCoreApplication.processEvents()
    assert band(table, row).pixelColor(width // 2, 1).rgb() != ring


def test_the_ring_of_a_heading_goes_around_all_of_it(page, window):
    table = page.items.table
    ring = window.theme.colour("focus").rgb()
    table.setCurrentIndex(page.items.model.index(0, ITEM))
    assert isinstance(page.items.model.rows[0], SectionRow)
    painted = band(table, 0)
    middle = painted.height() // 2
    assert painted.pixelColor(1, middle).rgb() == ring
    assert painted.pixelColor(painted.width() - 2, middle).rgb() == ring
    inner = sum(map(table.columnWidth, range(FIRST_HOST)))  # no edge between the frozen columns and the others
    assert ring not in {painted.pixelColor(inner + step, middle).rgb() for step in (-2, -1, 0, 1)}


@pytest.mark.parametrize("rtl", [False, True])
def test_an_answer_for_the_whole_site_stays_in_sight_while_hosts_scroll(page, window, rtl):
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    QCoreApplication.processEvents()
    table = page.items.table
    row = next(
        place for place, one in enumerate(page.items.model.rows) if not isinstance(one, SectionRow) and one.site_wide
    )
    table.setCurrentIndex(page.items.model.index(0, ITEM))
    assert table.isRightToLeft() is rtl
    bar = table.horizontalScrollBar()
    bar.setValue(0)
    before = band(table, row)
    assert bar.maximum() > 500
    bar.setValue(bar.maximum() // 2)
    QCoreApplication.processEvents()
    assert band(table, row) == before
    if not rtl:
        index = page.items.model.index(row, FIRST_HOST)
        table.setCurrentIndex(index)
        table.scrollTo(index)
        assert bar.value() == bar.maximum() // 2  # and hosts stay where they are when it is chosen


def test_a_long_title_has_a_third_line_and_its_row_the_room_for_it(page, window):
    items, rows = page.items, page.items.model.rows
    one = next(place for place, row in enumerate(rows) if not isinstance(row, SectionRow))
    title, font = content(rows[one].rule.title), window.theme.font()
    delegate = items._delegate
    assert items.table.rowHeight(one) == delegate.item_height(rows[one])
    wide = QFontMetricsF(font).horizontalAdvance(title)
    fits = {lines: three_lines(title, font, wide / lines + 40).count("\n") + 1 for lines in (1, 2, 3)}
    assert fits == {1: 1, 2: 2, 3: 3}
    assert "\N{HORIZONTAL ELLIPSIS}" not in three_lines(title, font, wide / 3 + 40)
    heights = []
    for lines in (1, 2, 3):
        beside = sum(AROUND) + BEFORE + delegate._number_width
        items.table.setColumnWidth(ITEM, round(wide / lines + 40 + beside))
        heights.append(delegate.item_height(rows[one]))
    assert heights[0] == heights[1] == delegate.row < heights[2]
    items.fit()
    assert items.table.rowHeight(one) == items.table.front.rowHeight(one) == delegate.item_height(rows[one])


def test_the_titles_of_many_hosts_are_as_high_as_one_that_is_measured(page, monkeypatch):
    header, asked = page.items.table.horizontalHeader(), set()
    of_the_model = page.items.model.headerData

    def told(section, *rest):
        asked.add(section)
        return of_the_model(section, *rest)

    monkeypatch.setattr(page.items.model, "headerData", told)
    header.setFont(header.font())
    assert header.sizeHint().height() == max(
        header.sectionSizeFromContents(column).height() for column in range(header.count())
    )
    asked.clear()
    header.sizeHint()
    assert asked == {0}
