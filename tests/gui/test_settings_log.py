"""Settings hold at once and survive; the log window follows and leaves names out of what it copies."""

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox

from ui.dialogs.log import LogDialog
from ui.dialogs.settings import SettingsDialog
from ui.settings import JOBS, Settings
from ui.widgets.messagebar import MessageBar


@pytest.fixture
def dialog(window, qtbot):
    made = SettingsDialog(window)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_set_is_what_new_audits_begin_with(dialog, window, qtbot):
    dialog.name.clear()
    qtbot.keyClicks(dialog.name, "Ada Lovelace")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    qtbot.keyClicks(dialog.role, "administrator")
    qtbot.keyClick(dialog.role, Qt.Key.Key_Tab)
    qtbot.keyClicks(dialog.organisation, "Example AG")
    qtbot.keyClick(dialog.organisation, Qt.Key.Key_Tab)
    window.navigator.pages.made["start"].new_audit()
    info = window.workspace.audit.info
    assert (info.auditor, info.auditor_role, info.organisation) == ("Ada Lovelace", "administrator", "Example AG")


def test_limits_reach_the_run_and_go_back_to_their_defaults(dialog, window):
    dialog.limits["connect"].setValue(5)
    dialog.jobs.setValue(3)
    assert window.settings.limits().connect == 5
    assert window.settings.jobs() == 3
    dialog._reset()
    assert window.settings.limits().connect == 15
    assert window.settings.jobs() == JOBS


@pytest.mark.parametrize("stored", ["", "abc", "-4", "1e9", "99999999"])
def test_a_damaged_number_is_the_default(window, stored):
    window.settings.set_text("limits/connect", stored)
    assert window.settings.limits().connect == 15


def test_colours_change_at_once_and_the_menu_knows(dialog, window):
    dialog.scheme.setCurrentIndex(2)
    dialog.scheme.activated.emit(2)
    assert window.theme.tokens.dark
    assert [one.isChecked() for one in window.menus._schemes.values()] == [False, False, True]


def test_the_log_follows_and_copies_without_names(window, qtbot):
    log = LogDialog(window)
    qtbot.addWidget(log)
    log.show()
    logging.getLogger("bartizan").info("audit@192.0.2.10 said no, see %s/x", Path.home())
    log._show()
    assert "audit@192.0.2.10" in log.text.toPlainText()
    copy = next(one for one in log.findChildren(QDialogButtonBox)[0].buttons() if one.text() == "Copy without names")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "192.0.2.10" not in copied
    assert "said no" in copied


def test_settings_that_can_not_be_kept_say_so(window, qtbot, monkeypatch, tmp_path):
    (tmp_path / "in the way").write_text("no folder")
    store = QSettings(str(tmp_path / "in the way" / "settings.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr(window, "settings", Settings(store))
    made = SettingsDialog(window)
    qtbot.addWidget(made)
    shown = [one.text() for one in made.findChildren(MessageBar)]
    assert shown == [
        f"These hold until the program ends: {store.fileName()} can't be written. Give yourself the right to."
    ]
    made.name.setText("Ada")
    made.name.textEdited.emit("Ada")
    assert window.settings.text("person/name") == "Ada"


def test_the_log_is_filtered_as_one_types(window, qtbot):
    log = LogDialog(window)
    qtbot.addWidget(log)
    log.show()
    lines = logging.getLogger("bartizan")
    for number in range(9):
        lines.info("hv%d was looked at", number)
    log.search.setFocus()
    qtbot.keyClicks(log.search, "HV1")
    assert [line.split(" INFO ")[1] for line in log.text.toPlainText().splitlines()] == ["hv1 was looked at"]
    assert log.count.text().startswith("1 of ")
    lines.info("hv1 was lost")
    lines.info("hv2 was lost")
    log._show()
    assert [line[-4:] for line in log.text.toPlainText().splitlines()] == ["d at", "lost"]
    log.search.clear()
    assert log.text.toPlainText().splitlines()[-1].endswith("hv2 was lost")
    assert log.count.text() == ""
    assert log.text.horizontalScrollBar().value() == 0  # a line begins with when it was


def test_what_went_wrong_stands_in_the_log(window, tmp_path):
    window.workspace.open_audit(tmp_path / "missing.bartizan")
    assert "missing.bartizan" in window.workspace.logbook.lines()[-1]


def test_an_audit_leaves_its_traces(opened):
    assert any("Opened" in line for line in opened.workspace.logbook.lines())
