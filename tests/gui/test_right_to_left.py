"""A layout from right to left: what Qt doesn't mirror by itself is mirrored by hand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from app.screen.presentation import Kind
from ui.widgets.badge import paint_badge
from ui.widgets.callout import Callout
from ui.widgets.charts import Bar, Legend, StackedBars
from ui.widgets.segments import Segments
from ui.widgets.sides import in_its_direction, isolated, numbered, visual


@pytest.fixture
def leftward(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def inked(image: QImage, area: QRect) -> bool:
    """Whether anything but one ground was painted there."""
    first = image.pixel(area.topLeft())
    return any(
        image.pixel(x, y) != first
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


def test_a_part_is_mirrored_within_its_whole(leftward, theme, qtbot):
    legend = Legend(theme)
    qtbot.addWidget(legend)
    assert visual(legend, QRectF(10, 0, 100, 20), QRectF(15, 2, 30, 8)) == QRectF(75, 2, 30, 8)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_badge_starts_where_lines_start(theme, direction):
    image = QImage(200, 24, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    paint_badge(painter, QRectF(0, 0, 200, 24), Kind.PASS, "Pass", theme, theme.font("small"))
    painter.end()
    left = direction is Qt.LayoutDirection.LeftToRight
    assert inked(image, QRect(0, 0, 40, 24)) is left
    assert inked(image, QRect(160, 0, 40, 24)) is not left


def test_words_of_a_legend_stand_beside_their_shapes(leftward, theme, qtbot):
    legend = Legend(theme)
    qtbot.addWidget(legend)
    legend.set_entries([(Kind.FAIL, 3), (Kind.PASS, 5)])
    legend.resize(400, 30)
    image = legend.grab().toImage()
    assert inked(image, QRect(300, 0, 100, 30))
    assert not inked(image, QRect(0, 0, 150, 30))


def test_a_click_on_a_bar_finds_what_is_painted_there(leftward, theme, qtbot):
    bars = StackedBars(theme, "Results")
    qtbot.addWidget(bars)
    bars.set_bars([Bar("2", "Isolation", ((Kind.FAIL, 1), (Kind.PASS, 1)))])
    bars.resize(400, bars.sizeHint().height())
    bars.show()
    parts = dict(bars._parts(0, bars._bars[0]))
    assert parts[Kind.FAIL].left() > parts[Kind.PASS].left()
    with qtbot.waitSignal(bars.picked) as heard:
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=parts[Kind.FAIL].center().toPoint())
    assert heard.args == ["2", "fail"]


def test_frozen_columns_stay_at_the_side_where_lines_start(leftward, opened, qtbot):
    opened.navigator.go("4")
    table = opened.navigator.pages.made["4"].items.table
    qtbot.wait(10)
    assert abs(table.front.geometry().right() - table.viewport().geometry().right()) <= 1
    for column in range(2):
        cell = table.visualRect(table.model().index(1, column))
        front = table.front.visualRect(table.front.model().index(1, column))
        across = table.front.geometry().left() - table.viewport().geometry().left()
        assert abs(front.left() + across - cell.left()) <= 1


@pytest.mark.parametrize("step", ["start", "scope", "hosts", "run", "4", "review", "export"])
def test_every_step_can_be_drawn(leftward, opened, step, qtbot):
    opened.navigator.go(step)
    qtbot.wait(5)
    pages = opened.navigator.pages
    assert opened.centre.rail.geometry().left() > pages.geometry().right() - pages.width()
    assert opened.centre.side.geometry().left() > pages.geometry().left()
    assert not opened.grab().isNull()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_ends_of_a_choice_are_round(qapp, qtbot, direction):
    qapp.setLayoutDirection(direction)
    try:
        choice = Segments([("a", "One"), ("b", "Two"), ("c", "Three")])
        qtbot.addWidget(choice)
        choice.show()
        by_place = sorted((choice.button(key) for key in "abc"), key=lambda one: one.x())
        assert [one.property("place") for one in by_place] == ["first", "middle", "last"]
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_sentence_begins_beside_its_shape_and_ends_at_the_other_edge(qapp, theme, qtbot, direction):
    qapp.setLayoutDirection(direction)
    try:
        callout = Callout(theme)
        qtbot.addWidget(callout)
        callout.resize(300, 40)
        callout.say(Kind.FAIL, "word " * 40)
        callout.show()
        shape = visual(callout, QRectF(callout.rect()), QRectF(11, 11, 14, 14)).toRect()
        words = callout._label.geometry()
        assert not words.intersects(shape)
        assert callout.width() - words.width() == 34 + 12
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def places(text: str) -> dict[str, float]:
    """Where each letter begins in a line that runs from right to left, in pixels from the left."""
    layout, option = QTextLayout(text), QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    runs = {letter: line.glyphRuns(n, 1) for n, letter in enumerate(text) if letter.isprintable()}
    return {letter: some[0].positions()[0].x() for letter, some in runs.items() if some}


@pytest.mark.parametrize("title", ["Guests", "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET}"])
def test_the_number_of_an_item_stands_where_lines_begin(leftward, title):
    at = places(numbered("2.3-q", title))
    assert at["q"] > at["-"] > at["3"] > at["."] > at["2"] > max(at[letter] for letter in title)
    bare = places(f"2.3-q  {title}")
    assert bare["q"] < bare["2"]  # without isolates it comes apart


def test_an_english_sentence_keeps_its_full_stop_at_its_end(leftward):
    at = places(in_its_direction("It fails."))
    assert at["."] > at["s"] > at["I"]


def test_numbers_in_lists_are_as_they_were_from_left_to_right(qapp):
    assert (isolated("2.3-q"), numbered("2.3-q", "Guests"), in_its_direction("It.")) == (
        "2.3-q",
        "2.3-q  Guests",
        "It.",
    )


@pytest.mark.parametrize("tab", [1, 2])
def test_lists_of_the_review_begin_with_the_number(leftward, opened, tab, qtbot):
    opened.navigator.go("review")
    page = opened.navigator.page
    page.tabs.setCurrentIndex(tab)
    opened.workspace.turns.settle()
    model = (page.findings if tab == 1 else page.answers).model
    item = next(one for one in range(model.columnCount()) if model.headerData(one, Qt.Orientation.Horizontal) == "Item")
    assert isolated(model.row(0).measured.item if tab == 1 else model.row(0).rule.id) in model.text(model.row(0), item)


def test_the_keyboard_comes_to_the_first_finding_of_the_review(leftward, opened, qtbot):
    opened.navigator.go("review")
    page = opened.navigator.page
    page.tabs.setCurrentIndex(1)
    opened.workspace.turns.settle()
    qtbot.waitUntil(page.findings.isVisible)
    page.findings.take_keyboard()
    table = page.findings.table
    assert table.currentIndex().row() == 0
    assert [one.row() for one in table.selectionModel().selectedRows()] == [0]
