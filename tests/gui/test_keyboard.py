"""Keys: listed, not ambiguous, with letters in menus that differ; and the keyboard is never lost."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton, QScrollArea

from app import language
from ui.dialogs.help import HelpDialog
from ui.dialogs.keys import lines_of
from ui.text import PlainLabel, unlike_mnemonics
from ui.widgets.buttons import LinkButton, button
from ui.window import MainWindow


def entries(menu: QMenu) -> list[QAction]:
    found = []
    for action in menu.actions():
        below = action.menu()
        found += entries(below) if isinstance(below, QMenu) else [action]
    return found


def letter(text: str) -> str:
    text = text.replace("&&", "")
    return text[text.index("&") + 1].lower() if "&" in text else ""


def test_every_action_of_the_menus_has_keys_of_its_own(opened):
    keys = [one.toString() for menu in opened.menus.tops for action in entries(menu) for one in action.shortcuts()]
    assert not [key for key, count in Counter(keys).items() if count > 1]
    assert {"F1", "F5", "F6", "F8", "N", "P", "Ctrl+Return", "Ctrl+1", "Alt+Left", "Alt+Right"} <= set(keys)


def test_every_key_of_the_menus_is_listed(opened):
    dialog = HelpDialog(opened, opened, opened.help_parts)
    shown = {label.text() for label in dialog.findChildren(PlainLabel)}
    for menu in opened.menus.tops:
        for text, keys in lines_of(menu):
            assert {text, keys} <= shown


@pytest.mark.parametrize("code", [one.code for one in language.languages()])
def test_letters_differ_in_each_menu(opened, code):
    opened.speak(code)
    try:
        tops = opened.menus.tops
        for texts in (
            [menu.title() for menu in tops],
            *([action.text() for action in menu.actions() if action.text()] for menu in tops),
        ):
            letters = [letter(text) for text in texts]
            assert not [one for one, count in Counter(letters).items() if one and count > 1], texts
        assert all(letter(menu.title()) for menu in tops)
    finally:
        opened.speak("en")


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["&Undo", "&Redo"], ["&Undo", "&Redo"]),
        (["&Redo", "C&redentials"], ["&Redo", "&Credentials"]),
        (["&Pass", "a&pply"], ["&Pass", "&apply"]),
        (["&Fish && chips", "&Fish"], ["&Fish && chips", "F&ish"]),
        (["&a", "&a"], ["&a", "a"]),
        (["Open", "&Open"], ["Open", "&Open"]),
    ],
)
def test_a_letter_that_is_taken_is_replaced(texts, wanted):
    assert unlike_mnemonics(texts) == wanted


@pytest.mark.parametrize("step", ["start", "scope", "hosts", "run", "4", "review", "export"])
def test_tab_reaches_every_button_and_comes_back(opened, step, qtbot):
    opened.navigator.go(step)
    opened.centre.rail.setFocus()
    page = opened.navigator.page
    wanted = {
        one
        for one in page.findChildren(QPushButton)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not _grouped(one)
    }
    met, limit = set(), 400
    while limit:
        limit -= 1
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is opened.centre.rail:
            break
        met.add(focus)
        assert _seen(focus), f"{focus} has the keyboard out of sight"
    assert limit, "Tab never came back"
    assert not [one.text() or one.accessibleName() for one in wanted - met]


@pytest.mark.parametrize("step", ["start", "scope", "hosts", "run", "4", "review", "export"])
def test_what_has_the_keyboard_looks_so(opened, step, qtbot):
    opened.navigator.go(step)
    opened.centre.rail.setFocus()
    qtbot.wait(20)
    unseen, last, limit = [], None, 100
    while limit:
        limit -= 1
        focus = QApplication.focusWidget()
        if focus is opened.centre.rail and last is not None:
            break
        qtbot.wait(1)
        place = QRect(focus.mapTo(opened, QPoint(0, 0)), focus.size())
        held = opened.grab(place).toImage()
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        last = focus
        if opened.grab(place).toImage() == held:
            unseen.append(f"{type(focus).__name__} {focus.accessibleName()}")
    assert limit, "Tab never came back"
    assert not unseen


def test_a_page_that_has_nothing_to_scroll_is_no_stop(opened, qtbot):
    opened.navigator.go("start")
    scroller = opened.navigator.page.scroller
    opened.resize(1280, 1000)
    qtbot.waitUntil(lambda: scroller.focusPolicy() == Qt.FocusPolicy.NoFocus)
    opened.resize(1280, 400)
    qtbot.waitUntil(lambda: scroller.focusPolicy() == Qt.FocusPolicy.StrongFocus)
    scroller.setFocus()
    opened.resize(1280, 1000)
    qtbot.waitUntil(lambda: not scroller.hasFocus())
    assert QApplication.focusWidget() is not None


def _grouped(button: QPushButton) -> bool:
    """Of buttons of which one is chosen, Tab reaches one and arrows the others."""
    return button.isCheckable() and button.group() is not None and not button.isChecked()


def _seen(widget) -> bool:
    """Whether what has the keyboard is on screen: areas that scroll have followed."""
    if not widget.isVisible():
        return False
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            place = widget.mapTo(parent.viewport(), widget.rect().topLeft())
            end = widget.mapTo(parent.viewport(), widget.rect().bottomRight())
            return end.y() > 0 and place.y() < parent.viewport().height()
        parent = parent.parentWidget()
    return True


@pytest.mark.parametrize("step", ["start", "scope", "hosts", "run", "4", "review", "export"])
def test_no_key_of_a_menu_fails_on_any_page(opened, step, qtbot):
    """pytest-qt fails the test for what a slot raises."""
    menus = {one.title().replace("&", ""): one for one in opened.menus.tops}
    tried = 0
    for action in [*entries(menus["Edit"]), *entries(menus["View"]), *entries(menus["Audit"])]:
        keys = action.shortcut().toString()
        if not keys or keys in {"Ctrl+,", "F5", "Ctrl+T"}:  # a dialog, and what goes to the network
            continue
        opened.navigator.go(step)
        opened.setFocus()
        action.trigger()
        qtbot.wait(1)
        tried += 1
    assert tried > 20


def test_letters_find_an_entry_in_a_list_of_choices_and_answer_nothing(opened, qtbot):
    opened.navigator.go("4")
    page = opened.navigator.pages.made["4"]
    page.begin_answer("pass")
    box = next(one for one in page.detail.findChildren(QComboBox) if one.isVisible() and one.count() > 3)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_F)
    assert box.currentText() == "for 30 days"
    qtbot.keyClick(box, Qt.Key.Key_N)
    assert box.hasFocus()
    assert chosen(page) == "Pass"
    page.items.table.setFocus()
    qtbot.keyClick(page.items.table, Qt.Key.Key_F)
    assert chosen(page) == "Fail"


def chosen(page):
    """The answer that stands in the form."""
    return next(one.text() for one in page.detail.form.segments._buttons.values() if one.isChecked())


def test_the_keys_that_open_a_list_open_it(opened, qtbot):
    opened.navigator.go("4")
    opened.navigator.pages.made["4"].begin_answer("pass")
    box = opened.navigator.pages.made["4"].detail.findChild(QComboBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(box.view().isVisible)
    box.hidePopup()


def test_something_has_the_keyboard_after_each_act(opened, qtbot):
    window = opened

    def held() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus.isVisible()

    for step in window.navigator.steps():
        window.navigator.go(step)
        assert held(), step
    window.navigator.go("4")
    page = window.navigator.pages.made["4"]
    for act in (
        lambda: page.begin_answer("pass"),
        lambda: page.detail.form.entry.remark.setPlainText("seen"),
        page.save_answer,
        window.menus._undo,
        window.menus._redo,
        page.begin_search,
        lambda: page.head.search.setText("nothing has this"),
        page.refilter,
        page._show_all,
        window.navigator.next_undecided,
        window.next_pane,
        window.next_pane,
        window.navigator.go_back,
        window.workspace.close_audit,
    ):
        act()
        qtbot.wait(20)
        assert held(), act


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("role", ["", "primary", "link"])
def test_a_button_that_has_the_keyboard_is_pressed_by_enter_and_space(qtbot, key, role):
    pressed = []
    made = button("Go on", lambda: pressed.append(True), role=role)
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made, key)
    assert pressed == [True]


def test_the_first_page_has_the_keyboard(workspace, qtbot):
    window = MainWindow(workspace.settings, workspace.theme)
    qtbot.addWidget(window, before_close_func=lambda one: setattr(one, "_closing", True))
    window.show()
    qtbot.waitExposed(window)
    window.furnish(workspace)  # as ui/main.py does it: into a window that is open already
    qtbot.wait(50)
    assert QApplication.focusWidget() is window.navigator.pages.made["start"].local


def offered(opened, title):
    """The entries of a menu by their words, and whether each can be chosen while the menu is open."""
    menu = next(one for one in opened.menus.tops if one.title().replace("&", "") == title)
    menu.aboutToShow.emit()
    told = {action.text().replace("&", ""): action.isEnabled() for action in entries(menu)}
    menu.aboutToHide.emit()
    assert all(action.isEnabled() for action in entries(menu))  # a key that is pressed in vain gets a sentence
    return told


def test_an_open_menu_offers_what_does_something_now(opened):
    opened.navigator.go("scope")
    audit, edit = offered(opened, "Audit"), offered(opened, "Edit")
    nothing = ["Answer: pass", "Save the answer", "Cancel the run", "Answer what a host asks"]
    assert [audit[one] for one in nothing] == [False] * 4
    assert audit["Run"]
    assert audit["Next undecided"]
    assert not edit["Move hosts up"]
    opened.navigator.go("4")
    assert all(offered(opened, "Audit")[one] for one in ("Answer: pass", "Save the answer"))
    opened.navigator.go("hosts")
    assert offered(opened, "Edit")["Move hosts up"]
    opened.workspace.close_audit()
    menu = opened.menus.tops[3]
    for opens_or_closes in (menu.aboutToShow, menu.aboutToHide):
        opens_or_closes.emit()
        assert not [one.text() for one in entries(menu) if one.isEnabled() and not one.isSeparator()]


def test_answers_are_undone_and_redone_where_there_are_some(opened):
    opened.navigator.go("4")
    opened.navigator.pages.made["4"].items.table.setFocus()
    assert not offered(opened, "Edit")["Redo answer"]
    page = opened.navigator.pages.made["4"]
    page.begin_answer("pass")
    page.detail.form.entry.remark.setPlainText("Seen.")
    page.save_answer()
    opened.workspace.undo()
    page.items.table.setFocus()
    assert offered(opened, "Edit")["Redo answer"]


def test_what_leads_on_from_the_rail_hands_the_keyboard_to_the_page(opened, qtbot):
    opened.activateWindow()
    for keys, focus in (
        ("Ctrl+N", lambda: opened.navigator.pages.made["scope"].title),
        ("Alt+Right", lambda: opened.navigator.pages.made["hosts"].adding.field),
    ):
        opened.centre.rail.setFocus()
        qtbot.waitUntil(opened.centre.rail.hasFocus)
        action = next(one for menu in opened.menus.tops for one in entries(menu) if one.shortcut().toString() == keys)
        action.trigger()
        qtbot.waitUntil(lambda focus=focus: focus().hasFocus())


def test_the_folder_of_an_audit_is_shown_or_named(opened, monkeypatch):
    shown = []
    monkeypatch.setattr("ui.menus.QDesktopServices.openUrl", lambda url: bool(shown.append(url.toLocalFile())))
    action = next(one for one in entries(opened.menus.tops[0]) if one.text().replace("&", "").startswith("Show in"))
    action.trigger()
    path = opened.workspace.audit.path
    assert shown == [str(path.parent)]
    assert str(path) in opened.centre.message.text()  # no program has taken it


@pytest.mark.parametrize("step", ["scope", "hosts", "run", "4", "review", "export"])
def test_tab_leads_from_the_rail_through_the_page_to_the_bar_and_back(opened, step, qtbot):
    opened.activateWindow()
    opened.navigator.go(step)
    page, bar, rail = opened.navigator.page, opened.centre.bar, opened.centre.rail

    def stops(key):
        """What has the keyboard after each key, from the rail until it has it again; the score is part of the rail."""
        rail.setFocus()
        qtbot.waitUntil(rail.hasFocus)
        found = []
        for _ in range(300):
            qtbot.keyClick(QApplication.focusWidget(), key)
            found.append(QApplication.focusWidget())
            if found[-1] is rail:
                break
        return [one for one in found if not opened.centre.side.isAncestorOf(one)]

    there = stops(Qt.Key.Key_Tab)
    below = [one for one in (bar.back, bar.next) if one.isVisible()]
    assert below
    assert there[-len(below) :] == below
    assert len(there) > len(below)
    assert all(page.isAncestorOf(one) for one in there[: -len(below)])
    assert stops(Qt.Key.Key_Backtab) == there[::-1]


def test_the_keyboard_is_on_the_page_of_an_audit_that_was_opened_or_closed(window, stored, qtbot):
    """What was clicked is gone then, and Qt hands the keyboard to whatever comes next: the rail."""
    window.activateWindow()
    window.settings.add_recent(stored, "North")
    start = window.navigator.pages.made["start"]
    start.refresh()
    link = next(one for one in start.findChildren(LinkButton) if one.accessibleName() == "North")
    qtbot.waitUntil(lambda: link.isVisible() and start.local.hasFocus())
    link.setFocus()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.navigator.current == "run")
    qtbot.waitUntil(window.navigator.page.total.results_button.hasFocus)
    window.workspace.close_audit()
    qtbot.waitUntil(start.local.hasFocus)


@pytest.mark.parametrize("with_it", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_enter_with_another_key_presses_nothing(qtbot, with_it):
    """Ctrl+Enter saves an answer: on a page without one it must not begin what happens to have the keyboard."""
    pressed = []
    one = button("Begin", lambda: pressed.append(1))
    qtbot.addWidget(one)
    qtbot.keyClick(one, Qt.Key.Key_Return, with_it)
    assert not pressed
    qtbot.keyClick(one, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert pressed


# --- searching and the menu of a result -----------------------------------------------------------------------------


def test_a_search_is_left_by_the_keys_that_people_try(opened, qtbot, until):
    opened.navigator.go("4")
    page = opened.navigator.pages.made["4"]
    field, table = page.head.search, page.items.table
    page.begin_search()
    qtbot.keyClicks(field, "ssh")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert table.hasFocus()
    page.begin_search()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert table.hasFocus()
    page.begin_search()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert table.hasFocus()
    page.begin_search()
    qtbot.keyClicks(field, "nothing has these words")
    until(lambda: not table.isVisible())
    qtbot.keyClick(field, Qt.Key.Key_Down)  # to nothing that nobody sees
    assert field.hasFocus()


def test_a_result_has_a_menu_by_key_and_by_mouse(opened, qtbot, until):
    opened.navigator.go("4")
    page = opened.navigator.pages.made["4"]
    page.items.select_first()
    table = page.items.table
    cell = table.visualRect(table.currentIndex()).center()
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        at = table.viewport().mapToGlobal(cell)
        QApplication.sendEvent(table.viewport(), QContextMenuEvent(reason, cell, at))
        until(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        texts = [one.text() for one in menu.actions() if not one.isSeparator()]
        assert texts == [
            "Answer: pass\tP", "Answer: fail\tF", "Answer: not applicable\tA", "Answer: waive\tW", "Copy\tCtrl+C"
        ]  # fmt: skip
        assert menu.geometry().adjusted(-1, -1, 1, 1).contains(at)
        menu.close()
    QApplication.clipboard().clear()
    page._menu(at)
    menu = QApplication.activePopupWidget()
    menu.actions()[-1].trigger()
    assert QApplication.clipboard().text().startswith(page.items.place[0])
    menu.actions()[3].trigger()
    assert chosen(page) == "Waive"
    menu.close()


def test_a_signed_audit_has_nothing_to_answer_in_the_menu(opened, qtbot, monkeypatch):
    opened.navigator.go("4")
    page = opened.navigator.pages.made["4"]
    page.items.select_first()
    monkeypatch.setattr(type(opened.workspace), "writable", property(lambda _self: False))
    page._menu(QPoint())
    menu = QApplication.activePopupWidget()
    assert [one.isEnabled() for one in menu.actions() if not one.isSeparator()] == [False] * 4 + [True]
    menu.close()
