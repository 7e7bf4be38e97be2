"""The first audit: from the first window to findings of this computer, with the mouse, counted."""

import threading

from PySide6.QtCore import Qt

from app import audit, scan
from app.errors import StoreError
from app.screen.presentation import Kind, added
from app.store.auditfile import AuditFile
from ui.steps.run import RunStep


def test_one_click_to_a_finished_audit_of_this_computer(window, qtbot, until):
    start = window.navigator.pages.made["start"]
    ended = []
    window.workspace.run_ended.connect(lambda: ended.append(True))
    qtbot.mouseClick(start.local, Qt.MouseButton.LeftButton)  # 1
    until(lambda: bool(ended), 60_000)
    assert window.navigator.current == "run"
    run = window.navigator.pages.made["run"]
    assert isinstance(run, RunStep)
    assert not run.total.results_button.isHidden()
    counts = added(window.workspace.tallies().values())
    assert len(window.workspace.findings()) == 134
    assert counts.get(Kind.FAIL, 0) + counts.get(Kind.PASS, 0) > 0
    qtbot.mouseClick(run.total.results_button, Qt.MouseButton.LeftButton)  # 2
    window.workspace.turns.settle()
    assert window.navigator.current[0].isdigit()
    page = window.navigator.page
    assert page.place() is not None
    assert page.detail.overview.callout.text()


def test_a_run_leaves_the_window_to_the_person(window, until, monkeypatch):
    """What takes long is done by other threads; benchmarks/ui.py measures what that is worth."""
    where = {}

    def watched(kind, name):
        method = getattr(kind, name)

        def call(*args, **keywords):
            where.setdefault(name, set()).add(threading.current_thread() is threading.main_thread())
            return method(*args, **keywords)

        monkeypatch.setattr(kind, name, call)

    for name in ("write", "write_finish"):
        watched(AuditFile, name)
    watched(scan, "judge_target")
    watched(audit, "compare_members")
    ended = []
    window.workspace.run_ended.connect(lambda: ended.append(True))
    window.navigator.pages.made["start"].audit_this_computer()
    until(lambda: bool(ended), 60_000)
    assert where == {name: {False} for name in ("write", "write_finish", "judge_target", "compare_members")}
    assert not window.workspace.audit.interrupted
    assert len(window.workspace.audit.states) == 1


def test_what_can_not_be_stored_is_said_and_the_run_ends(window, until, monkeypatch):
    def refuse(*_args):
        raise StoreError("a.bartizan can't be written: the disk is full.")

    monkeypatch.setattr(AuditFile, "write", refuse)
    said, ended = [], []
    window.workspace.message.connect(lambda tone, text: said.append((tone, text)))
    window.workspace.run_ended.connect(lambda: ended.append(True))
    window.navigator.pages.made["start"].audit_this_computer()
    until(lambda: bool(ended), 60_000)
    assert ("fail", "a.bartizan can't be written: the disk is full.") in said
    assert window.workspace.audit.states == ()


def test_pages_are_made_while_nobody_waits_for_them(opened, until):
    until(lambda: set(opened.navigator.pages.made) == set(opened.navigator.steps()), 30_000)
    until(lambda: not any(map(opened.navigator.pages._unseen.get, opened.navigator.steps())), 30_000)
    assert opened.navigator.current == "run"


def test_cancel_keeps_the_audit_and_says_so(window, qtbot, until):
    ended = []
    window.workspace.run_ended.connect(lambda: ended.append(True))
    window.navigator.pages.made["start"].audit_this_computer()
    run = window.navigator.pages.made["run"]
    qtbot.mouseClick(run.total.stop_button, Qt.MouseButton.LeftButton)
    until(lambda: bool(ended), 20_000)
    assert len(window.workspace.findings()) == 134
    until(lambda: bool(run.model.rows()), 20_000)  # the page comes on screen in a turn of its own
    row = run.model.row(0)
    assert row.host.phase in {"failed", "done"}
