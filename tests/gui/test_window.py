"""The shell: steps, menus, settings, files dropped, closing, accessible names."""

import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.overrides import local_today
from app.screen import wizard
from ui.dialogs.about import AboutDialog
from ui.settings import Settings
from ui.text import PlainLabel
from ui.theme import Scheme
from ui.window import MainWindow

FIELDS = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView)


def test_before_an_audit_only_start_can_be_opened(window):
    window.navigator.go("hosts")
    assert window.navigator.current == "start"
    assert [window.centre.rail.model().index(row).data() for row in range(4)] == ["Start", "Scope", "Hosts", "Run"]


def test_every_step_opens_and_stays_in_place(opened, qtbot):
    for step in opened.navigator.steps():
        opened.navigator.go(step)
        qtbot.wait(5)
        assert opened.navigator.current == step
        assert opened.centre.rail.currentIndex().row() == opened.navigator.steps().index(step)
    for step in reversed(opened.navigator.steps()[:-1]):
        opened.navigator.go_back()
        opened.workspace.turns.settle()
        assert opened.navigator.current == step


def test_the_rail_is_walked_with_the_keyboard(opened, qtbot, until):
    opened.navigator.go("start")
    opened.centre.rail.setFocus()
    qtbot.keyClick(opened.centre.rail, Qt.Key.Key_Down)
    until(lambda: opened.navigator.current == "scope")
    assert opened.centre.rail.hasFocus()
    qtbot.keyClick(opened.centre.rail, Qt.Key.Key_End)
    until(lambda: opened.navigator.current == "export")


def test_the_rail_says_how_far_each_chapter_is(opened):
    findings = opened.workspace.findings()
    row = opened.navigator.steps().index("7")
    progress = wizard.progress(findings, "7")
    spoken = opened.centre.rail.model().index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"7 Administration, {progress.decided} of {progress.total} decided"


def test_scope_is_stored_as_one_goes(opened, qtbot):
    opened.navigator.go("scope")
    step = opened.navigator.pages.made["scope"]
    step.organisation.setText("Other AG")
    step.organisation.editingFinished.emit()
    assert opened.workspace.audit.info.organisation == "Other AG"
    box, reason = step._boxes["6"]
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))
    reason.setText("no such services")
    opened.navigator.go("hosts")
    assert opened.workspace.audit.info.profile.left_out == (("6", "no such services"),)
    assert all(one.effective == "notselected" for one in opened.workspace.findings() if one.measured.item[0] == "6")


def test_the_last_chapter_stays_in(opened, qtbot):
    opened.navigator.go("scope")
    step = opened.navigator.pages.made["scope"]
    for box, _ in step._boxes.values():
        box.click()
    assert len(opened.workspace.audit.info.profile.chapters) == 1
    assert not opened.centre.message.isHidden()


def test_colours_are_chosen_and_remembered(window):
    window.menus.choose(Scheme.DARK)
    assert window.theme.tokens.dark
    assert window.workspace.settings.text("view/scheme") == "dark"
    window.menus.choose(Scheme.LIGHT)


def test_a_dropped_audit_is_opened(window, stored, until):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(stored))])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QCoreApplication.sendEvent(window.windowHandle(), event)
    until(lambda: window.workspace.audit is not None)
    assert window.workspace.audit.path == stored
    QCoreApplication.sendEvent(window.windowHandle(), event)  # once more: it isn't locked by itself
    until(lambda: window.workspace.audit is not None)
    assert window.workspace.writable


def test_what_can_not_be_opened_is_said_and_nothing_is_lost(opened, tmp_path):
    foreign = tmp_path / "foreign.bartizan"
    foreign.write_bytes(b"no database at all")
    assert not opened.workspace.open_audit(foreign)
    assert "foreign.bartizan" in opened.centre.message.text()
    assert opened.workspace.audit is not None
    missing = tmp_path / "missing.bartizan"
    assert not opened.workspace.open_audit(missing)
    assert not missing.exists()


def test_recent_audits_are_listed_and_forgotten(opened, stored, qtbot):
    assert opened.workspace.settings.recent() == [stored]
    opened.workspace.close_audit()
    assert opened.navigator.current == "start"
    opened.navigator.pages.made["start"]._forget(stored)
    assert opened.workspace.settings.recent() == []


def test_a_recent_audit_goes_by_the_title_that_it_was_given(opened, stored, qtbot):
    """Its file got its name before anybody had thought of a title."""
    settings = opened.workspace.settings
    before = opened.workspace.audit.info
    assert settings.recent_title(stored) == before.title
    opened.workspace.set_info(replace(before, title="Data centre\nSouth"))
    opened.workspace.close_audit()
    assert settings.recent_title(stored) == "Data centre South"
    assert settings.recent_day(stored) == local_today().isoformat()
    start = opened.navigator.pages.made["start"]
    start.refresh()
    shown = {one.text() for one in start.findChildren(PlainLabel)}
    assert any(text.endswith(stored.name) for text in shown)
    assert "Data centre South" in {one.accessibleName() for one in start.findChildren(QPushButton)}
    opened.menus.refresh()
    assert opened.menus._recent.actions()[0].text().startswith("&1  Data centre South  ")
    settings.forget_recent(stored)
    assert settings.recent_title(stored) == stored.stem
    assert "South" not in str(settings.store.value("recent_told"))


@pytest.mark.parametrize(
    "damaged", ["", "{", "[1]", '{"/a.bartizan": "x"}', '{"/a.bartizan": ["x"]}', '{"/a.bartizan": [1, 2]}']
)
def test_titles_that_were_spoilt_are_like_none(settings: Settings, damaged: str):
    settings.store.setValue("recent", ["/a.bartizan"])
    settings.store.setValue("recent_told", damaged)
    assert (settings.recent_title(Path("/a.bartizan")), settings.recent_day(Path("/a.bartizan"))) == ("a", "")


def test_damaged_settings_are_like_none(settings: Settings):
    for damaged in ("", 7, [1, None], {"a": 1}):
        settings.store.setValue("recent", damaged)
        assert all(isinstance(one, Path) for one in settings.recent())
    settings.set_text("folder", "/does/not/exist")
    assert settings.folder() != Path("/does/not/exist")


def test_the_window_comes_back_where_it_was(window, workspace, qtbot):
    window.resize(1111, 733)
    window.workspace.settings.set_data("window/geometry", window.saveGeometry())
    again = MainWindow(workspace.settings, workspace.theme)
    qtbot.addWidget(again, before_close_func=lambda one: setattr(one, "_closing", True))
    assert again.height() == 733  # the offscreen screen is narrower than the window


@pytest.mark.parametrize("before", [(1400, 900, 0, 0), (1280, 800, 600, 300), (900, 600, 0, 0)])
def test_a_window_fits_into_a_screen_that_has_become_smaller(window, before):
    width, height, x, y = before
    window.resize(width, height)
    window.move(x, y)
    room = QRect(0, 0, 1024, 700)
    window._fit(room)
    assert window.width() <= 1024
    assert window.height() <= 660
    if (width, height) == (900, 600):
        assert (window.width(), window.height()) == (900, 600)  # which has room
    else:
        assert room.contains(QRect(window.pos(), window.size()))


def test_about_says_that_it_is_independent(opened):
    dialog = AboutDialog(opened)
    text = " ".join(label.text() for label in dialog.findChildren(PlainLabel))
    assert "independent" in text
    assert "endorsed" in text
    parts = " ".join(page.toPlainText() for page in dialog.findChildren(QPlainTextEdit))
    assert "Apache License" in parts
    assert "paramiko: LGPL-2.1-or-later" in parts


@pytest.mark.parametrize("step", ["start", "scope", "hosts", "run", "4", "review", "export"])
def test_every_control_has_a_name(opened, step, qtbot):
    opened.navigator.go(step)
    nameless = [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in opened.navigator.page.findChildren(QWidget)
        if _speaks(one) and not _name(one)
    ]
    assert not nameless


def _speaks(widget: QWidget) -> bool:
    if widget.isHidden() or widget.parentWidget().isHidden():
        return False
    if not isinstance(widget.window(), MainWindow):  # the list of a combo box
        return False
    if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
        return False
    inner = isinstance(widget.parent(), FIELDS)
    return isinstance(widget, (*FIELDS, QAbstractButton)) and not inner


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def test_closing_hides_at_once_and_waits_for_nothing(window, qtbot, until):
    release, waited = threading.Event(), []
    window.workspace.bridge.side(lambda: waited.append(release.wait(30)), lambda _outcome: None)
    ended: list[float] = []
    window.ended.connect(lambda: ended.append(time.monotonic()))
    started = time.monotonic()
    window.close()
    assert not window.isVisible()
    assert not waited
    assert not ended
    until(lambda: bool(ended), 6000)
    assert 2.5 < ended[0] - started < 5
    release.set()


def test_closing_an_idle_window_is_instant(opened, until):
    ended = []
    opened.ended.connect(lambda: ended.append(True))
    opened.close()
    until(lambda: bool(ended), 1000)
    assert opened.workspace.audit is None


def test_what_changes_is_laid_out_in_one_turn_and_painted_in_the_next(opened, until):
    class Patch(QWidget):
        painted = 0

        def paintEvent(self, event):  # noqa: N802 - Qt's name
            self.painted += 1

    patch = Patch(opened)
    patch.resize(20, 20)
    patch.show()
    until(lambda: patch.painted)
    before = patch.painted
    patch.update()
    QCoreApplication.sendPostedEvents()
    assert patch.painted == before
    until(lambda: patch.painted > before)
