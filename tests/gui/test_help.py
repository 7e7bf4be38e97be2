"""F1: what the page is for, what has the keyboard, the item on show, every key; and fields that explain themselves."""

from itertools import islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from app import language
from app.language import content
from app.screen.presentation import Kind, kind_of
from ui.dialogs.credentials import CredentialsDialog
from ui.dialogs.help import HelpDialog
from ui.dialogs.settings import SettingsDialog
from ui.explained import explanation
from ui.text import PlainLabel
from ui.widgets.wraptext import WrapText

STEPS = ("start", "scope", "hosts", "run", "4", "review", "export")
FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QCheckBox, QPlainTextEdit)


def pages(step, page) -> list[QWidget]:
    """The page with everything that it makes when it is wanted."""
    if step == "review":
        for tab in range(page.tabs.count()):
            page.tabs.setCurrentIndex(tab)
            page.workspace.turns.settle()
    if step == "hosts":
        adding = page.adding
        beside = (page.panel, page.several, page.keys_page, adding.config_page, adding.paste_page, adding.found_page)
        for one in beside:
            page._show_page(one)
            assert one.window() is page.window()
    if step == "4":
        page.begin_answer("pass")
        for tab in range(page.detail.tabs.count()):
            page.detail.tabs.setCurrentIndex(tab)
    return [page]


def fields(widget: QWidget) -> list[QWidget]:
    """What is typed into or chosen from; a field within a field is its outer one's."""
    found = [one for kind in FIELDS for one in widget.findChildren(kind)]
    inner = (QComboBox, QAbstractSpinBox)
    return [
        one
        for one in found
        if not isinstance(one.parentWidget(), inner)
        and not (isinstance(one, QPlainTextEdit | QLineEdit) and one.isReadOnly())
    ]


def said(dialog: HelpDialog) -> str:
    """Everything that the window says."""
    shown = [*dialog.findChildren(PlainLabel), *dialog.findChildren(WrapText)]
    return "\n".join(one.text() for one in shown if one.isVisibleTo(dialog))


@pytest.fixture
def helped(opened, qtbot, until):
    """Presses F1 and gives what opens, once it has the keyboard."""
    opened.activateWindow()

    def press() -> HelpDialog:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
        (dialog,) = opened.findChildren(HelpDialog)
        until(lambda: QApplication.focusWidget() is dialog.scroller)
        return dialog

    return press


@pytest.mark.parametrize("step", STEPS)
def test_each_field_explains_itself(opened, step):
    opened.navigator.go(step)
    for page in pages(step, opened.navigator.page):
        silent = [f"{one} {one.accessibleName()}" for one in fields(page) if not explanation(one)[1]]
        assert not silent, silent
        for one in fields(page):
            name, text = explanation(one)
            assert name or one.isHidden()
            assert "<" not in text, "Qt would take it for markup"
            assert one.accessibleDescription() or isinstance(one, QLineEdit | QComboBox | QCheckBox)


def test_each_field_of_a_dialog_explains_itself(opened):
    for dialog in (SettingsDialog(opened), CredentialsDialog(opened, opened.workspace)):
        silent = [one.accessibleName() for one in fields(dialog) if not explanation(one)[1]]
        assert not silent, silent
        dialog.deleteLater()


@pytest.mark.parametrize("step", STEPS)
def test_a_page_says_what_it_is_for(opened, helped, step):
    opened.navigator.go(step)
    dialog = helped()
    assert opened.navigator.page.about in said(dialog)
    assert "Ctrl+Return" in said(dialog)


def test_the_item_on_show_is_explained_and_followed(opened, helped, qtbot, until):
    failing = next(one for one in opened.workspace.findings() if kind_of(one) is Kind.FAIL)
    opened.navigator.show_finding(failing.measured.item, failing.measured.target)
    opened.workspace.turns.settle()
    dialog = helped()
    rules = {one.id: one for one in opened.workspace.benchmark.rules}
    rule = rules[failing.measured.item]
    for text in (content(rule.title), content(rule.requirement).strip(), content(rule.rationale).strip()):
        assert text in said(dialog)
    assert failing.measured.remediation.strip() in said(dialog)
    assert "Mend it" in said(dialog)
    waiting = next(one for one in opened.workspace.findings() if kind_of(one) is Kind.WAITING)
    opened.activateWindow()
    opened.navigator.show_finding(waiting.measured.item, waiting.measured.target)
    opened.workspace.turns.settle()
    until(lambda: content(rules[waiting.measured.item].question).strip() in said(dialog))
    assert "Press P, F or A" in said(dialog)
    assert failing.measured.remediation.strip() not in said(dialog)


def test_the_field_with_the_keyboard_is_explained_and_followed(opened, helped, until):
    opened.navigator.go("hosts")
    step = opened.navigator.pages.made["hosts"]
    step.table.selectRow(0)
    step.panel.address.setFocus()
    dialog = helped()
    assert step.panel.address.whatsThis() in said(dialog)
    opened.activateWindow()
    step.panel.tags.setFocus()
    until(lambda: step.panel.tags.whatsThis() in said(dialog))
    assert step.panel.address.whatsThis() not in said(dialog)


def test_reading_it_does_not_change_what_it_says(opened, helped, qtbot):
    opened.navigator.go("scope")
    opened.navigator.pages.made["scope"].organisation.setFocus()
    dialog = helped()
    before = said(dialog)
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.isAncestorOf(QApplication.focusWidget())
        dialog._look()
    assert said(dialog) == before
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not opened.findChildren(HelpDialog) or not dialog.isVisible()


def test_the_keys_are_in_sight_when_they_are_asked_for(opened, qtbot, until):
    qtbot.keyClick(QApplication.focusWidget() or opened, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = opened.findChildren(HelpDialog)
    until(lambda: dialog.scroller.verticalScrollBar().value() > 0)
    assert dialog._keys.visibleRegion().boundingRect().height() > 0


def test_help_speaks_the_language_of_the_program(opened, helped):
    opened.navigator.go("4")
    helped()
    opened.speak("de")
    try:
        assert not [one for one in opened.findChildren(HelpDialog) if one.isVisible()]
        parts = opened.help_parts(None)
        assert "Was gelten muss" in [label for part in parts for label, _ in part.paragraphs]
    finally:
        opened.speak("en")


def test_it_goes_with_the_window(opened, helped, until):
    dialog = helped()
    ended = []
    opened.ended.connect(lambda: ended.append(True))
    opened.close()
    assert not dialog.isVisible()
    until(lambda: bool(ended), 10_000)


def test_a_dialog_has_help_too(opened, qtbot, until):
    dialog = SettingsDialog(opened)
    dialog.open()
    dialog.name.setFocus()
    until(dialog.name.hasFocus)
    qtbot.keyClick(dialog.name, Qt.Key.Key_F1)
    (found,) = dialog.findChildren(HelpDialog)
    assert dialog.name.whatsThis() in said(found)
    found.close()
    dialog.close()
    dialog.deleteLater()


def test_a_button_with_a_tip_tells_it_to_a_screen_reader_and_to_f1(opened, helped):
    opened.navigator.go("export")
    lock = opened.navigator.pages.made["export"].lock
    assert lock.accessibleDescription()
    assert lock.accessibleDescription() in lock.toolTip()
    lock.setFocus()
    assert lock.accessibleDescription() in said(helped())


@pytest.mark.parametrize("far", [1, 2])
def test_f1_while_the_pages_are_made_anew(opened, far):
    opened.navigator.go("scope")
    turns = opened._anew()
    list(islice(turns, far))
    assert opened.help_parts(None)[0].paragraphs[0][1] == opened.navigator.pages.page("scope").about
    for _ in turns:
        pass


@pytest.mark.parametrize("code", [one.code for one in language.languages()])
def test_nothing_of_the_help_is_wider_than_its_window(opened, qtbot, code):
    opened.speak(code)
    try:
        opened.navigator.go("2")
        dialog = HelpDialog(opened, opened, opened.help_parts)
        qtbot.addWidget(dialog)
        dialog.show()
        rules = [rule.id for rule in opened.workspace.benchmark.rules if rule.chapter == "2"]
        for item in rules:
            opened.navigator.page.select(item, opened.navigator.page.items.model.targets[0])
            dialog._look()
            qtbot.wait(1)
            assert dialog.scroller.widget().minimumSizeHint().width() <= dialog.scroller.viewport().width(), item
    finally:
        opened.speak("en")
