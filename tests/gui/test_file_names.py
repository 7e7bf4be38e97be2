"""A new audit's file is named before its title is typed; closed, it is called what the audit is called."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.audit import new_info
from app.errors import StoreError
from app.transport.base import Secrets


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


@pytest.fixture
def choose(monkeypatch):
    """What a person chooses in the dialog; gives what it began with."""
    begun_with = []

    def answer(path):
        def ask(_parent, _title, begin, _filter, **_more):
            begun_with.append(begin)
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return begun_with

    return answer


def test_another_file_is_chosen_by_keyboard_and_keeps_its_name(begun, qtbot, until, tmp_path, choose):
    workspace, scope = begun.workspace, begun.navigator.page
    first = workspace.audit.path
    workspace.set_secrets("hv1", Secrets(password="tr0ub4dor"))
    entitle(begun, qtbot, "Data centre South")
    (tmp_path / "own").mkdir()
    new = tmp_path / "own" / "south.bartizan"
    begun_with = choose(new.with_suffix(""))
    assert scope.move_button.hasFocus()  # the stop after the title
    qtbot.keyClick(scope.move_button, Qt.Key.Key_Return)
    until(lambda: workspace.audit is not None and workspace.audit.path == new)
    assert begun_with == [str(first.with_name("Data centre South.bartizan"))]
    assert not first.exists()
    assert workspace.audit.info.title == "Data centre South"
    assert workspace.settings.recent() == [new]
    assert workspace.secrets_of("hv1").password == "tr0ub4dor"
    until(lambda: begun.navigator.current == "scope" and new.name in begun.navigator.page.stored.text())
    assert "takes the title" not in begun.navigator.page.stored.text()
    workspace.close_audit()
    assert new.is_file()


def test_a_name_that_is_taken_and_a_folder_that_is_not_there_are_told(begun, stored, tmp_path, choose):
    workspace, scope = begun.workspace, begun.navigator.page
    first, before = workspace.audit.path, stored.read_bytes()
    choose(stored)
    scope.move_button.click()
    assert "exists already: choose another name" in begun.centre.message.text()
    choose(tmp_path / "gone" / "a.bartizan")
    scope.move_button.click()
    assert "gone: there is no such folder" in begun.centre.message.text()
    choose("")
    scope.move_button.click()
    assert workspace.audit.path == first
    assert stored.read_bytes() == before


def test_an_audit_that_cant_be_moved_goes_on_where_it_was(begun, tmp_path, choose, monkeypatch):
    workspace, scope = begun.workspace, begun.navigator.page
    first = workspace.audit.path

    def fails(path, new):
        new.unlink()
        raise StoreError(f"{path}: can't be moved.")

    monkeypatch.setattr("app.screen.renaming.move", fails)
    choose(tmp_path / "a.bartizan")
    scope.move_button.click()
    assert workspace.audit.path == first
    assert "can't be moved" in begun.centre.message.text()
    assert workspace.writable


def test_an_audit_with_results_stays_in_its_file(opened):
    opened.navigator.go("scope")
    assert opened.navigator.page.move_button.isHidden()
    assert not opened.workspace.move_audit(opened.workspace.audit.path.with_name("other.bartizan"))
