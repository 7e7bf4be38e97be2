"""A new audit's file is named before its title is typed; closed, it is called what the audit is called."""

import pytest
from PySide6.QtCore import Qt

from app.audit import new_info


@pytest.fixture
def begun(window, until):
    """A new audit, at its scope."""
    window.navigator.pages.made["start"].new_audit()
    until(lambda: window.navigator.current == "scope")
    return window


def entitle(window, qtbot, title):
    scope = window.navigator.page
    qtbot.waitUntil(scope.title.hasFocus)
    scope.title.selectAll()
    qtbot.keyClicks(scope.title, title)
    qtbot.keyClick(scope.title, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: window.workspace.audit.info.title == title)


def test_the_file_is_named_after_the_title_when_it_is_closed(begun, qtbot, until):
    workspace = begun.workspace
    first = workspace.audit.path
    told = begun.navigator.page.stored
    assert first.stem in told.text()
    assert "takes the title" not in told.text()
    entitle(begun, qtbot, "Data centre South")
    until(lambda: "takes the title" in told.text())
    assert first.is_file()  # never while it is open
    assert workspace.files.of(workspace.audit) == "Data centre South"
    workspace.close_audit()
    named = first.with_name("Data centre South.bartizan")
    until(named.is_file)
    assert not first.exists()
    assert workspace.settings.recent() == [named]
    assert workspace.settings.recent_title(named) == "Data centre South"
    assert workspace.open_audit(named)
    assert workspace.audit.info.title == "Data centre South"


def test_it_is_named_when_what_runs_in_the_background_is_over(begun, qtbot, until, monkeypatch):
    workspace = begun.workspace
    first = workspace.audit.path
    entitle(begun, qtbot, "South")
    busy = [True]
    monkeypatch.setattr(workspace.files, "_idle", lambda: not busy)
    workspace.close_audit()
    assert first.is_file()
    busy.clear()
    until(first.with_name("South.bartizan").is_file)


def test_a_file_that_a_person_named_keeps_its_name(window, tmp_path):
    path = tmp_path / "audits" / "mine.bartizan"
    workspace = window.workspace
    assert workspace.new_audit(path, new_info("Data centre North"))
    workspace.set_info(new_info("Data centre South"))
    assert workspace.files.of(workspace.audit) == "mine"
    workspace.close_audit()
    assert path.is_file()


def test_a_file_of_an_earlier_session_keeps_its_name(opened, stored):
    workspace = opened.workspace
    info = workspace.audit.info
    workspace.set_info(new_info("Another title", organisation=info.organisation))
    assert not workspace.files.changes(workspace.audit)
    workspace.close_audit()
    assert stored.is_file()
