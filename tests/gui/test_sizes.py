"""Windows from 1024x700 to 4K: what has to be in sight there, in the language with the longer words too."""

from dataclasses import replace
from itertools import pairwise

import gui_sample as sample
import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QVBoxLayout, QWidget

from app import language
from app.language import content
from app.model import Severity
from app.screen.evidencetext import PagedText
from app.screen.presentation import Kind
from ui.models.findings import FIRST_HOST
from ui.models.hosts import NAME, PLATFORM, STATE
from ui.text import PlainLabel
from ui.widgets.badge import badge_size
from ui.widgets.buttons import LinkButton, button
from ui.widgets.callout import BadgeButton, SeverityMark
from ui.widgets.charts import Bar, StackedBars
from ui.widgets.evidence import EvidenceView
from ui.widgets.fields import Choice
from ui.widgets.flow import Flow
from ui.widgets.frozen import FrozenTable
from ui.widgets.lowpage import LowPage
from ui.widgets.typeset import breakable, folded_width, three_lines, two_lines
from ui.widgets.wraptext import WrapText
from ui.words import kind_sentence

SMALL, LARGE = (1024, 700), (3840, 2160)


def in_sight(table: FrozenTable) -> int:
    """How many hosts' columns are wholly to be seen beside the titles."""
    right = table.viewport().width()
    places = [
        (table.columnViewportPosition(column), table.columnWidth(column))
        for column in range(FIRST_HOST, table.model().columnCount())
    ]
    return sum(start >= table.frozen_width() and start + width <= right for start, width in places)


@pytest.fixture
def sized(opened, qtbot):
    def resize(size, step="2"):
        opened.resize(*size)
        opened.navigator.go(step)
        qtbot.wait(30)
        return opened.navigator.pages.made[step]

    return resize


@pytest.mark.parametrize("code", [one.code for one in language.languages()])
def test_three_hosts_are_in_sight_in_a_small_window(opened, sized, code, until):
    opened.speak(code)
    try:
        page = sized(SMALL)
        until(lambda: in_sight(page.items.table) == 3)
        assert page.detail.isVisible()
        assert page.items.table.columnWidth(0) >= 150
    finally:
        opened.speak("en")


@pytest.mark.parametrize("right_to_left", [False, True])
def test_the_list_of_a_choice_shows_every_entry_whole(theme, qtbot, right_to_left):
    host = QWidget()
    qtbot.addWidget(host)
    if right_to_left:
        host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    column = QVBoxLayout(host)
    long = "until the day on which a second person has looked at it once more"
    box = Choice([("a", "None"), ("b", long), ("c", "Three"), ("d", "Four")])
    column.addWidget(box)
    theme.dress(host)
    host.resize(200, 300)
    host.show()
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    seen = view.viewport().rect()
    for row in range(box.count()):
        assert seen.contains(view.visualRect(box.model().index(row, 0))), row
    assert view.visualRect(box.model().index(1, 0)).width() >= QFontMetricsF(view.font()).horizontalAdvance(long)
    assert box.screen().availableGeometry().contains(view.window().geometry())
    box.hidePopup()


def test_three_of_many_hosts_are_in_sight_in_a_small_window(window, tmp_path, benchmark_content, until):
    path = tmp_path / "audits" / "Many.bartizan"
    sample.build(path, benchmark_content, 40).close()
    window.workspace.open_audit(path)
    window.resize(*SMALL)
    window.navigator.go("4")
    table = window.navigator.pages.made["4"].items.table
    until(lambda: window.navigator.pages.made["4"].items._delegate.bare)
    table.horizontalScrollBar().setValue(0)
    assert in_sight(table) >= 3


def test_a_shape_without_its_word_says_it_to_mouse_and_screen_reader(sized):
    page = sized(SMALL)
    model = page.items.model
    row, column, finding = next(
        (row, column, finding)
        for row in range(model.rowCount())
        for column in range(FIRST_HOST, model.columnCount())
        if (
            finding := model.rows[row].cell(model.targets[column - FIRST_HOST])
            if hasattr(model.rows[row], "cell")
            else None
        )
        and finding.effective == "fail"
    )
    index = model.index(row, column)
    assert kind_sentence(Kind.FAIL) in index.data(Qt.ItemDataRole.ToolTipRole)
    assert kind_sentence(Kind.FAIL) in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert finding.measured.target in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_words_come_back_where_there_is_room(sized, until):
    page = sized(SMALL)
    until(lambda: page.items._delegate.bare)
    page = sized((1600, 900))
    until(lambda: not page.items._delegate.bare)


def test_overview_and_evidence_stand_side_by_side_in_a_very_wide_window(opened, sized, until):
    page = sized(LARGE, "7")
    page.select("7.1.1-a", "hv1")
    detail = page.detail
    assert detail.overview.isVisible()
    assert detail.evidence_page.isVisible()
    assert detail.overview.width() <= 900
    assert detail.overview.mapTo(detail, QPoint()).x() < detail.evidence_page.mapTo(detail, QPoint()).x()
    until(lambda: "permitrootlogin" in detail.evidence_page.view.text())
    detail.tabs.setCurrentIndex(2)
    assert detail.overview.isVisible()
    assert detail.remedy_page.isVisible()
    assert not detail.evidence_page.isVisible()
    sized((1280, 800), "7")
    assert not detail.overview.isVisible()
    detail.tabs.setCurrentIndex(0)
    assert detail.overview.isVisible()
    assert not detail.evidence_page.isVisible()


def test_a_list_has_no_gap_between_titles_and_results_in_a_very_wide_window(sized, until):
    table = sized(LARGE).items.table
    until(lambda: in_sight(table) == 3 and table.columnWidth(0) <= 800)


def test_columns_grow_until_a_person_sets_one(sized, qtbot, until):
    page = sized((1280, 800), "review")
    page.tabs.setCurrentIndex(2)
    table = page.answers.table
    qtbot.wait(20)
    before = table.columnWidth(1)
    sized((1920, 1080), "review")
    until(lambda: table.columnWidth(1) > before)
    table.horizontalHeader().resizeSection(1, 300)
    sized((2560, 1440), "review")
    assert table.columnWidth(1) == 300


def test_a_bare_cell_is_painted_within_its_column(opened, sized):
    page = sized(SMALL)
    delegate = page.items._delegate
    least, most = delegate.bare_widths
    assert 40 <= least < most
    look = next(look for row in page.items.model.items() for look in row.looks.values() if look.standing)
    image = QImage(least + 40, 44, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    delegate._paint_bare(painter, QRectF(8, 0, least - 14, 44), look)
    painter.end()
    painted = [x for x in range(image.width()) for y in range(44) if image.pixelColor(x, y) != Qt.GlobalColor.white]
    assert painted
    assert max(painted) < least


def test_a_list_gives_room_to_the_words_that_need_it(opened, qtbot):
    opened.resize(1280, 800)
    opened.navigator.go("review")
    page = opened.navigator.pages.made["review"]
    page.tabs.setCurrentIndex(2)
    table = page.answers.table
    metrics, columns = table.fontMetrics(), range(table.model().columnCount())
    qtbot.waitUntil(lambda: sum(map(table.columnWidth, columns)) == table.viewport().width() > 900)
    assert table.columnWidth(3) >= metrics.horizontalAdvance("Ada Lovelace") + 14
    assert all(table.columnWidth(column) <= table._needs(column) for column in columns)  # none keeps what it can't use
    opened.resize(1024, 700)
    qtbot.waitUntil(lambda: table.viewport().width() < 800 and table.horizontalScrollBar().maximum() == 0)
    page.answers.model.set_rows([])  # and a list of nothing has its titles
    assert table.columnWidth(1) >= metrics.horizontalAdvance("Item")


@pytest.mark.parametrize("code", [one.code for one in language.languages()])
def test_a_list_that_has_to_cut_words_gives_them_two_lines(opened, sized, qtbot, code):
    opened.speak(code)
    try:
        page = sized(SMALL, "review")
        page.tabs.setCurrentIndex(2)
        table, metrics = page.answers.table, page.answers.table.fontMetrics()
        item, until = 1, 4
        qtbot.waitUntil(lambda: table.columnWidth(item) >= 170)
        assert table.columnWidth(until) >= metrics.horizontalAdvance("2026-12-19") + 14
        assert table.horizontalScrollBar().maximum() == 0
        assert table.rowHeight(0) > 2 * metrics.lineSpacing()
        row = table.model().row(0)
        title = table.model().text(row, item)
        assert two_lines(title, table.font(), table.columnWidth(item) - 14.0).count("\n") == 1
        sized(LARGE, "review")
        qtbot.waitUntil(lambda: table.rowHeight(0) < 2 * metrics.lineSpacing() + 8)  # on one line where there is room
    finally:
        opened.speak("en")


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_of_the_answers_is_squeezed_in_a_low_window(opened, sized, text_size, qtbot, percent):
    opened.speak("de")
    try:
        sized(SMALL, "review").tabs.setCurrentIndex(2)
        text_size(percent)
        page = opened.navigator.page
        page.tabs.setCurrentIndex(2)
        opened.workspace.turns.settle()
        qtbot.wait(30)
        answers = page.answers
        assert answers._bar.height() >= answers._bar.layout().minimumHeightForWidth(answers._bar.width())
        assert answers.hint.height() >= answers.hint.heightForWidth(answers.hint.width())
        assert answers.table.height() >= answers.table.horizontalHeader().height() + 2 * answers.table.rowHeight(0)
        scrolls = answers.findChild(LowPage).verticalScrollBar().maximum() > 0
        assert scrolls is (percent == 200)
    finally:
        opened.speak("en")


def test_words_are_folded_at_the_best_place(theme):
    font = theme.font()
    advance = QFontMetricsF(font).horizontalAdvance
    assert folded_width("Ada Lovelace", font, 2) == pytest.approx(advance("Lovelace"), abs=2)
    assert folded_width("one two three", font, 2) == pytest.approx(advance("one two"), abs=2)
    assert folded_width("", font, 2) == 0


def test_the_platform_is_not_cut_while_there_is_room(opened, qtbot):
    opened.resize(1280, 800)
    opened.navigator.go("hosts")
    table = opened.navigator.pages.made["hosts"].table
    qtbot.waitUntil(lambda: table.viewport().width() > 900 and not table.isColumnHidden(PLATFORM))
    texts = {column: table.rows_model.text(table.rows_model.row(0), column) for column in (PLATFORM, STATE)}
    assert texts[PLATFORM] == "Debian 12"  # whole in the tool tip and in the panel
    widths = {column: table.fontMetrics().horizontalAdvance(text) for column, text in texts.items()}
    assert table.columnWidth(PLATFORM) >= widths[PLATFORM] + 14
    assert table.columnWidth(STATE) >= widths[STATE] + 14 + 24  # behind its icon
    longest = "database-replica-frankfurt-02"
    assert table.columnWidth(NAME) >= table.fontMetrics().horizontalAdvance(longest) + 14 + 24 + 16


def test_fields_beneath_each_other_begin_at_one_edge(opened, qtbot):
    opened.navigator.go("hosts")
    page = opened.navigator.pages.made["hosts"]
    page.table.selectRow(0)
    panel = page.panel
    fields = (panel.name, panel.tags, panel.login.credential, panel.way.jump, panel.way.timeout)
    qtbot.waitUntil(lambda: len({field.mapTo(panel, field.rect().topLeft()).x() for field in fields}) == 1)


def test_a_word_without_an_end_pushes_nothing_over_the_edge(opened, qtbot):
    opened.resize(1280, 800)
    finding = opened.workspace.findings()[0]
    measured = replace(finding.measured, message=f"hv1: nobody has confirmed SHA256:{'x1Y' * 40} yet.")
    opened.navigator.show_finding(finding.measured.item, finding.measured.target)
    opened.workspace.turns.settle()
    page = opened.navigator.page
    overview = page.detail.overview
    row = page.items.model.item(finding.measured.item)
    overview.show_finding(row, replace(finding, measured=measured), writable=True, same=False)
    qtbot.waitUntil(lambda: overview.widget().width() <= overview.viewport().width())
    label = overview.callout._label
    assert label.toPlainText() == measured.message
    qtbot.waitUntil(lambda: label.height() >= 3 * label.fontMetrics().height())  # broken, not cut
    assert label.verticalScrollBar().maximum() == 0


def test_words_that_break_anywhere_ask_for_the_height_that_they_need(qtbot):
    words = WrapText(most=120)
    qtbot.addWidget(words)
    words.setText("SHA256:" + "x1Y" * 40)
    line = words.fontMetrics().height()
    assert words.heightForWidth(2000) < 2 * line < words.heightForWidth(300) < words.heightForWidth(200)
    assert words.heightForWidth(40) == 120  # more scrolls
    words.resize(40, 120)
    words.show()
    assert words.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_a_long_name_keeps_the_result_behind_it(theme, qtbot):
    made = BadgeButton(theme, "db-replica-frankfurt-with-a-long-name-02", Kind.FAIL)
    qtbot.addWidget(made)
    assert made._text.startswith("db-replica")
    assert made._text.endswith("02  Fail")
    assert badge_size(theme.font("small", QFont.Weight.DemiBold), made._text).width() <= made.sizeHint().width()


def test_a_long_command_leaves_room_for_what_it_printed(opened, qtbot):
    view = EvidenceView(opened.theme)
    qtbot.addWidget(view)
    view.resize(400, 330)
    view.show()
    view.show_evidence("line\n" * 30, "exit 0", PagedText("out\n" * 40))
    qtbot.wait(1)
    assert view.code.height() > 2 * view._command.height()
    low = view._command.height()
    view.resize(400, 800)
    qtbot.waitUntil(lambda: view._command.height() > low)


@pytest.fixture
def text_size(qapp, until, opened):
    """Set the size of the system's text, in percent."""
    usual = QFont(qapp.font())

    def set_to(percent):
        size = QFont(usual)
        size.setPointSizeF(usual.pointSizeF() * percent / 100)
        qapp.setFont(size)
        until(lambda: opened.navigator.page is not None and opened.navigator.page.isVisible())

    yield set_to
    qapp.setFont(usual)


def cut(home):
    """Buttons within it whose words are not all to be seen."""
    return [
        one.text()
        for one in home.findChildren(QPushButton)
        if one.isVisible() and one.text() and not isinstance(one, LinkButton) and one.width() < one.sizeHint().width()
    ]


@pytest.mark.parametrize("seen", [(one.code, size) for one in language.languages() for size in (100, 125, 150, 200)])
def test_no_choice_of_an_answer_is_cut(opened, sized, text_size, qtbot, seen):
    code, percent = seen
    opened.speak(code)
    try:
        sized(SMALL, "4")
        text_size(percent)
        for choice in ("pass", "waived"):
            page = opened.navigator.page
            page.begin_answer(choice)
            qtbot.wait(30)
            form = page.detail.form
            assert cut(form) == []
            assert cut(opened.centre.bar) == []
            view = page.detail._low.viewport()
            shown = [one for one in form.findChildren(QPushButton) if one.isVisible()]
            assert max(one.mapTo(view, one.rect().bottomRight()).x() for one in shown) < view.width()
            remark = form.entry.remark
            qtbot.waitUntil(lambda remark=remark: remark.height() == 56)  # squeezed by nothing: the page scrolls
            assert form.height() >= form.layout().minimumHeightForWidth(form.width())
            assert view.rect().intersects(QRect(form.entry.remark.mapTo(view, QPoint()), form.entry.remark.size()))
    finally:
        opened.speak("en")


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("code", [one.code for one in language.languages()])
def test_the_choices_of_an_answer_are_within_a_small_window(window, stored, qtbot, code, at_once):
    window.speak(code)
    try:
        window.resize(*SMALL)
        window.workspace.open_audit(stored)
        pages = window.navigator.pages
        for step in filter(str.isdigit, window.navigator.steps()):
            if at_once:  # filled when it is on screen already
                window.navigator.go(step)
            else:  # filled and laid out where nobody sees it
                window.navigator.visit(step)
            qtbot.waitUntil(lambda step=step: window.navigator.current == step)
            qtbot.waitUntil(lambda: not window.workspace.turns.waiting)
            detail = pages.made[step].detail
            qtbot.waitUntil(lambda detail=detail: detail.form.segments.isVisible())
            qtbot.wait(30)
            choices = [one for one in detail.form.findChildren(QPushButton) if one.isVisible()]
            assert choices
            for one in (detail, *choices):
                assert pages.rect().contains(QRect(one.mapTo(pages, QPoint()), one.size())), (step, one)
    finally:
        window.speak("en")


@pytest.mark.parametrize("seen", [(one.code, size) for one in language.languages() for size in (100, 200)])
def test_the_head_of_a_chapter_is_whole(opened, sized, text_size, qtbot, seen):
    code, percent = seen
    opened.speak(code)
    try:
        sized(SMALL, "2")
        text_size(percent)
        qtbot.wait(30)
        head = opened.navigator.page.head
        title, parts = head._title, (head._title, head._more, head._decided, head._bar)
        assert title.width() >= title.minimumSizeHint().width()
        assert title.height() >= title.heightForWidth(title.width())
        for one in parts[2:]:
            assert one.isHidden() or one.width() >= one.sizeHint().width()
        assert head._decided.isHidden() is (percent == 200)  # the rail has it too
        shown = sorted((one.geometry() for one in parts if one.isVisible()), key=QRect.left)
        assert all(left.right() < right.left() for left, right in pairwise(shown))
    finally:
        opened.speak("en")


def test_a_number_stands_above_its_title_in_a_narrow_list(opened, sized, until):
    opened.speak("de")
    try:
        items = sized(SMALL, "2").items
        until(lambda: items._delegate.bare)
        delegate, font = items._delegate, opened.theme.font()
        row = next(one for one in items.model.items() if one.rule.id == "2.2.1-b")
        cell = items.table.columnWidth(0) - 20.0
        before, above = delegate._beside_and_above(cell)
        assert (before, above > 0) == (0, True)
        title = three_lines(content(row.rule.title), font, cell)
        assert title.replace("\n", " ") == content(row.rule.title)  # none of it is cut
        lines = title.count("\n") + 1
        assert delegate.item_height(row) >= above + lines * QFontMetricsF(font).lineSpacing()
        items = sized((1600, 900), "2").items
        until(lambda: delegate._beside_and_above(items.table.columnWidth(0) - 20.0)[1] == 0)
    finally:
        opened.speak("en")


def test_in_a_usual_window_the_whole_of_a_finding_scrolls_nowhere(opened, sized, qtbot):
    page = sized((1280, 800), "4")
    page.begin_answer("waived")
    qtbot.wait(30)
    assert page.detail._low.verticalScrollBar().maximum() == 0
    segments = page.detail.form.segments
    assert segments.height() == segments.button("keep").height()  # on one line


def test_lines_of_chips_begin_where_reading_begins(qapp, qtbot):
    home = QWidget()
    flow, chips = Flow(home, 6), [QPushButton(text) for text in ("first", "second", "third")]
    for one in chips:
        flow.addWidget(one)
    qtbot.addWidget(home)
    home.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    home.resize(400, 60)
    home.show()
    assert chips[0].geometry().right() == home.rect().right()
    assert chips[0].x() > chips[1].x() > chips[2].x()


def test_a_link_with_too_little_room_goes_on_below(qtbot):
    text = "30 could not be told, or looking went wrong"
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    one, two = (button(text, role="link", lines=lines) for lines in (1, 2))
    for link in (one, two):
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    holder.resize(two.sizeHint().width() + 40, 200)
    holder.show()
    assert (one.text(), two.text()) == (text, text)
    high = two.height()
    holder.resize(two.sizeHint().width() * 2 // 3, 200)
    qtbot.waitUntil(lambda: two.height() > high)
    assert two.text().replace("\n", " ") == text
    assert one.text().endswith("\N{HORIZONTAL ELLIPSIS}")
    assert text in one.toolTip()
    assert not two.toolTip()
    assert one.accessibleName() == two.accessibleName() == text


def test_a_bar_whose_name_is_long_is_high_enough_for_two_lines(window, qtbot):
    chart = StackedBars(window.theme, "Results")
    qtbot.addWidget(chart)
    chart.set_bars([Bar("6", "6  Services and configuration", ((Kind.PASS, 3),)), Bar("7", "7  Short", ())])
    assert chart.heightForWidth(600) < chart.heightForWidth(300) >= 4 * QFontMetricsF(window.theme.font()).height()
    chart.resize(300, 100)
    place = chart._parts(0, chart._bars[0])[0][1]
    assert 150 <= place.left() < place.right() < 300


def test_a_chart_has_the_height_of_its_lines_whatever_its_width_was_before(opened, sized, until):
    opened.speak("de")
    try:
        heights = []
        for size in ((1600, 900), SMALL, (1600, 900)):  # in the small one, names of chapters need two lines
            card = sized(size, "review").dashboard.by_chapter
            bars = card._scroller
            until(lambda bars=bars, card=card: bars.height() == card.chart.heightForWidth(bars.width()) + 2)
            assert card.chart.height() == bars.viewport().height()
            heights.append((bars.height(), card.height() - bars.height()))
        assert heights[0] == heights[2]
        assert heights[0][0] < heights[1][0]
        assert heights[0][1] == heights[1][1]
    finally:
        opened.speak("en")


def test_the_words_of_a_run_are_not_pressed_beside_its_buttons(opened, qtbot):
    opened.navigator.go("run")
    total = opened.navigator.pages.made["run"].total
    beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
    opened.resize(1400, 800)
    qtbot.waitUntil(lambda: total._line.direction() == beside)
    opened.resize(800, 700)
    qtbot.waitUntil(lambda: total._line.direction() == below)
    qtbot.waitUntil(lambda: total.headline.width() > total.width() - 60)


def test_room_around_a_label_outlives_a_change_of_style(opened, sized):
    for step in opened.navigator.steps():
        page = sized(SMALL, step)
        assert not [one.text() for one in page.findChildren(PlainLabel) if not one.contentsMargins().isNull()]


@pytest.mark.parametrize("code", [one.code for one in language.languages()])
def test_every_severity_has_its_word_beside_a_finding(opened, code):
    opened.speak(code)
    try:
        mark = SeverityMark(opened.theme)
        opened.theme.dress(mark)
        opened.navigator.go("2")
        row = opened.navigator.page.items.model.items()[0]
        for severity in Severity:
            mark.set_row(replace(row, rule=replace(row.rule, severity=severity)))
            mark.resize(mark.sizeHint())
            image = mark.grab().toImage()
            ground = image.pixel(image.width() - 1, 0)
            words = [(x, y) for x in range(26, image.width()) for y in range(image.height())]
            assert any(image.pixel(*place) != ground for place in words), severity
        mark.close()
    finally:
        opened.speak("en")


def test_a_host_that_did_not_answer_takes_no_words_from_the_others(sized, monkeypatch, until):
    page = sized((1280, 800))
    items, delegate = page.items, page.items._delegate
    until(lambda: in_sight(items.table) == 3)
    assert (delegate.brief, delegate.bare) == (False, False)
    looks = items._list.looks
    unseen = next(one for one in looks("hv1") if one.standing is None)
    unseen = (replace(unseen, kind=Kind.UNSEEN),)
    monkeypatch.setattr(type(items._list), "looks", lambda _self, name: unseen if name == "mail01" else looks(name))
    monkeypatch.setitem(delegate._widths, (Kind.UNSEEN.value, ""), 400)  # a language with a long word for it
    items.fit()
    assert (delegate.brief, delegate.bare) == (True, False)
    assert items.table.columnWidth(FIRST_HOST + 2) < 120
    monkeypatch.setattr(items, "_title_widths", lambda: [150, 150, 150])  # names that are long
    items.fit()
    assert (delegate.brief, delegate.bare) == (True, False)
    assert in_sight(items.table) == 3


@pytest.mark.parametrize("leftward", [False, True])
@pytest.mark.parametrize("code", [one.code for one in language.languages()])
def test_every_menu_is_there_with_large_text_and_a_long_title(opened, text_size, qtbot, code, leftward):
    app, title = QApplication.instance(), opened.workspace.audit.info.title
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
    opened.speak(code)
    try:
        opened.resize(*SMALL)
        qtbot.wait(30)
        corner = opened.menus._corner
        assert corner.title.text() == title
        assert corner.state.isVisible()
        text_size(200)
        qtbot.wait(30)
        bar, corner = opened.menuBar(), opened.menus._corner
        assert corner.title.text().endswith("…")
        assert corner.title.accessibleName() == title
        last, beside = bar.actionGeometry(bar.actions()[-1]), corner.geometry()
        assert (beside.right() < last.left()) if leftward else (last.right() < beside.left())
        opened.resize(1900, 900)
        qtbot.waitUntil(lambda: opened.menus._corner.title.text() == title)
    finally:
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        opened.speak("en")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("spec_rstack_overflow: vulnerable", "spec_|rstack_|overflow: vulnerable"),
        ("/etc/libvirt/qemu.conf", "/|etc/|libvirt/|qemu.|conf"),
        ("vm-0001-001", "vm-|0001-|001"),
        ("on 0.0.0.0", "on 0.0.0.0"),
        ("PermitRootLogin", "PermitRootLogin"),
        ("a--b==c of many", "a--b==c of many"),
    ],
)
def test_long_words_have_places_to_break_at(text, told):
    assert breakable(text).replace("\N{ZERO WIDTH SPACE}", "|") == told


def test_a_long_word_in_a_cell_is_broken_at_its_joints(theme):
    font = theme.font()
    width = QFontMetricsF(font).horizontalAdvance("spec_rstack_ov")
    lines = three_lines(breakable("spec_rstack_overflow"), font, width).replace("\N{ZERO WIDTH SPACE}", "")
    assert lines == "spec_rstack_\noverflow"
