"""What a screen reader gets, walked through as it walks: every step and every dialog, from the window down."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QListView, QWidget

from app.screen.presentation import Kind
from ui import accessible
from ui.dialogs.about import AboutDialog
from ui.dialogs.crash import CrashDialog
from ui.dialogs.credentials import CredentialsDialog
from ui.dialogs.help import HelpDialog
from ui.dialogs.log import LogDialog
from ui.dialogs.preview import PreviewDialog
from ui.dialogs.settings import SettingsDialog
from ui.text import PlainLabel
from ui.widgets.badge import Badge
from ui.widgets.charts import Bar, StackedBars

Role = QAccessible.Role
TABLES = {Role.Table, Role.List, Role.Tree}
CELLS = {Role.Cell, Role.ListItem, Role.TreeItem, Role.RowHeader, Role.ColumnHeader}
# Parts that are worked with: each of them needs a name, whether Tab reaches it or not.
WORKED = {
    Role.Button, Role.CheckBox, Role.RadioButton, Role.EditableText, Role.ComboBox, Role.SpinBox, Role.PageTab,
    Role.MenuItem, Role.ButtonMenu, Role.ProgressBar, Role.Graphic, Role.Chart, *TABLES,
}  # fmt: skip
LIKE = WORKED - TABLES - {Role.ComboBox}  # two of them under one name can't be told apart
ORNAMENTS = {"QLabel"}  # pictures beside a text that says the same
MANY = 300  # children of a table that are looked at


@dataclass
class Node:
    """One part as it was read; interfaces of Qt don't outlive their widgets, so nothing holds one."""

    role: QAccessible.Role
    name: str
    description: str
    focusable: bool
    widget: QObject | None
    children: list["Node"] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.role.name} {self.name!r} ({type(self.widget).__name__})"

    def all(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.all()


def read(widget: QWidget) -> Node:
    """The tree from that widget down, as far as it is on screen."""
    accessible.install()
    found = _read(QAccessible.queryAccessibleInterface(widget))
    assert found is not None
    return found


def _read(one: QAccessibleInterface) -> Node | None:
    state = one.state()
    if not one.isValid() or state.invisible:
        return None
    node = Node(
        one.role(), one.text(QAccessible.Text.Name), one.text(QAccessible.Text.Description), bool(state.focusable),
        one.object(),
    )  # fmt: skip
    if node.role in {Role.ComboBox, Role.SpinBox, *CELLS}:  # what they are made of is Qt's own
        return node
    for place in range(min(one.childCount(), MANY)):
        child = one.child(place)
        below = _read(child) if child is not None and child.isValid() else None
        if below is not None:
            node.children.append(below)
    return node


def check(widget: QWidget) -> Node:
    found = read(widget)
    parts = list(found.all())
    nameless = [
        str(one)
        for one in parts
        if not one.name.strip()
        and (one.role in WORKED or (one.focusable and one.role not in CELLS))
        and type(one.widget).__name__ not in ORNAMENTS
    ]
    assert not nameless
    for one in parts:
        if one.role in TABLES:
            continue
        alike = Counter((child.role, child.name) for child in one.children if child.role in LIKE)
        assert not [key for key, count in alike.items() if count > 1], str(one)
    assert not [str(one) for one in parts if "<span>" in one.description]
    boxes = [one for one in parts if one.role is Role.ComboBox]
    assert not [str(one) for one in boxes if not one.description and one.widget not in _labelled(widget)]
    for table in (one for one in parts if one.role in TABLES):
        told(table)
    return found


def _labelled(widget: QWidget) -> list[QWidget]:
    return [label.buddy() for label in widget.findChildren(PlainLabel) if label.buddy() is not None]


def told(table: Node) -> None:
    """Headers have the words that are shown, and every cell that shows something says it."""
    model = table.widget.model()
    columns = 1 if isinstance(table.widget, QListView) else model.columnCount()
    heads = [one.name for one in table.children if one.role is Role.ColumnHeader]
    shown = [model.headerData(column, Qt.Orientation.Horizontal) or "" for column in range(columns)]
    if heads:
        assert heads == shown
    cells = [one for one in table.children if one.role in {Role.Cell, Role.ListItem}]
    texts = [model.index(line, column).data() for line in range(model.rowCount()) for column in range(columns)]
    if not isinstance(table.widget, QListView):
        assert bool(cells) == bool(texts)
    for cell, text in zip(cells, texts, strict=False):
        if isinstance(text, str) and text.strip():
            assert cell.name.strip(), f"{table}: {text}"


@pytest.mark.parametrize("step", ["start", "scope", "hosts", "run", "2", "3", "4", "5", "6", "7", "review", "export"])
def test_every_step_can_be_read(opened, step, qtbot):
    opened.navigator.go(step)
    qtbot.wait(20)
    check(opened)


def test_every_page_of_the_review_can_be_read(opened, qtbot):
    opened.navigator.go("review")
    page = opened.navigator.pages.made["review"]
    for tab in range(page.tabs.count()):
        page.tabs.setCurrentIndex(tab)
        opened.workspace.turns.settle()
        qtbot.wait(20)
        check(opened)


def test_every_page_of_an_item_can_be_read(opened, qtbot):
    opened.navigator.go("4")
    page = opened.navigator.pages.made["4"]
    page.begin_answer("waived")
    for tab in range(4):
        page.detail.tabs.setCurrentIndex(tab)
        qtbot.wait(20)
        check(opened)


def test_the_sides_of_the_hosts_step_can_be_read(opened, qtbot):
    opened.navigator.go("hosts")
    page = opened.navigator.pages.made["hosts"]
    page.table.selectRow(0)
    qtbot.wait(20)
    check(opened)
    page.table.selectAll()
    qtbot.wait(20)
    check(opened)
    adding = page.adding
    adding.config_page.fill(["hv1", "hv2"])
    adding.offer_guests([])
    for beside in (page.keys_page, adding.config_page, adding.paste_page, adding.found_page):
        page._show_page(beside)
        qtbot.wait(20)
        check(opened)


@pytest.mark.parametrize(
    "make",
    [
        SettingsDialog,
        lambda window: HelpDialog(window, window, window.help_parts),
        lambda window: CredentialsDialog(window, window.workspace),
        LogDialog,
        AboutDialog,
        lambda window: CrashDialog("report", window),
        PreviewDialog,
    ],
    ids=["settings", "help", "credentials", "log", "about", "crash", "preview"],
)
def test_every_dialog_can_be_read(opened, make, until):
    dialog = make(opened)
    dialog.show()
    until(opened.workspace.bridge.idle, 20_000)
    found = check(dialog)
    assert found.name
    assert any(one.role is Role.Button for one in found.all())
    dialog.close()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_what_is_painted_has_a_role_and_its_numbers_as_words(opened, qtbot):
    opened.navigator.go("review")
    qtbot.wait(20)
    parts = list(read(opened).all())
    charts = [one for one in parts if one.role is Role.Chart]
    assert len(charts) == 3
    assert all("Fails" in chart.description for chart in charts)
    assert any(one.role is Role.Graphic and one.name.startswith("Score ") for one in parts)
    assert next(one for one in parts if one.widget is opened.standing).role is Role.Button


def test_a_badge_is_a_picture_with_a_sentence(theme, qtbot):
    badge = Badge(theme, Kind.FAIL)
    qtbot.addWidget(badge)
    badge.show()
    found = read(badge)
    assert (found.role, found.name) == (Role.Graphic, "Fails")


def test_a_message_is_an_alert(opened):
    opened.tell("fail", "The disk is full.")
    assert [one.name for one in read(opened).all() if one.role is Role.AlertMessage] == ["The disk is full."]


def test_answers_are_one_choice_of_several(opened, qtbot):
    opened.navigator.go("4")
    qtbot.wait(10)
    segments = opened.navigator.pages.made["4"].detail.form.segments
    group = next(one for one in read(opened).all() if one.widget is segments)
    assert (group.role, group.name) == (Role.Grouping, "Answer")
    assert {one.role for one in group.children} == {Role.RadioButton}


def test_a_chart_says_the_bar_that_the_keyboard_is_on(theme, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    bars = StackedBars(theme, "Results")
    qtbot.addWidget(bars)
    bars.set_bars([Bar("2", "Isolation", ((Kind.FAIL, 1),)), Bar("3", "Installation", ((Kind.PASS, 2),))])
    bars.show()
    qtbot.keyClick(bars, Qt.Key.Key_Down)
    assert said == ["Installation: 2 Passes"]
