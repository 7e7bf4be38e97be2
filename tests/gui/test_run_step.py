"""The run on screen: pausing it, its live list, and trying failed hosts again."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.errors import ConnectError
from app.hostlist import pasted
from app.model import TargetState
from app.progress import Phase
from app.scan import Event, TargetScan, judge_target
from app.transport.base import Secrets


@pytest.fixture
def run(window, monkeypatch):
    """Three hosts, one at a time; ``go`` lets the one that is looked at end, hv2 fails as long as it is down."""
    go = threading.Event()
    down = {"hv2"}

    def scan(target, *, benchmark, profile, cancel, on_event, **_given):
        on_event(Event(target.name, "connecting", total=2))
        on_event(Event(target.name, "looking", total=2))
        on_event(Event(target.name, "probe", probe="memory", done=1, total=2))
        while not go.wait(0.01):
            if cancel.is_set():
                break
        state = TargetState(target, reachable=target.name not in down)
        error = None
        if target.name in down:
            error = ConnectError("no-answer", f"{target.name}: no answer.")
            state = replace(state, error=str(error), error_kind=error.kind)
        return TargetScan(state, (), judge_target(state, benchmark, profile, ()), error)

    monkeypatch.setattr("app.runner.scan", scan)
    monkeypatch.setattr("app.credentials.KeptSecrets.of", lambda _self, _target, _cancel=None: Secrets())
    window._pages["start"].new_audit()
    window.workspace.set_targets(pasted("hv1 hv2 hv3").targets)
    window.settings.set_number("limits/jobs", 1)
    window.go("run")
    page = window._pages["run"]
    page.go, page.down = go, down
    yield page
    go.set()


def phases(run):
    return [row.host.phase for row in run.model.rows()]


def test_a_pause_lets_the_host_end_and_begins_no_other(run, window, qtbot, until):
    qtbot.mouseClick(run.start_button, Qt.MouseButton.LeftButton)
    until(lambda: phases(run) == [Phase.LOOKING, Phase.WAITING, Phase.WAITING])
    qtbot.mouseClick(run.pause_button, Qt.MouseButton.LeftButton)
    assert run.pause_button.text() == "Go on"
    run.go.set()
    until(lambda: phases(run)[0] is Phase.DONE)
    assert phases(run)[1:] == [Phase.WAITING, Phase.WAITING]
    assert "paused, 2 hosts wait" in run._times.text()
    qtbot.mouseClick(run.pause_button, Qt.MouseButton.LeftButton)
    until(lambda: not window.workspace.running)
    assert phases(run) == [Phase.DONE, Phase.FAILED, Phase.DONE]


def test_all_that_failed_are_tried_again_with_one_button(run, window, qtbot, until):
    run.go.set()
    qtbot.mouseClick(run.start_button, Qt.MouseButton.LeftButton)
    until(lambda: bool(window.workspace.run) and not window.workspace.running)
    assert run.retry_failed_button.text() == "Retry 1 failed"
    run.down.clear()
    qtbot.mouseClick(run.retry_failed_button, Qt.MouseButton.LeftButton)
    until(lambda: phases(run) == [Phase.DONE] * 3)
    assert run.retry_failed_button.isHidden()


def test_the_live_list_names_each_look_and_its_command(run, window, qtbot, until):
    assert run.feed.isHidden()
    run.go.set()
    qtbot.mouseClick(run.start_button, Qt.MouseButton.LeftButton)
    until(lambda: bool(window.workspace.run) and not window.workspace.running)
    lines = run.feed_model.rows()
    hv1 = [(line.text, line.command.split(";")[0]) for line in lines if line.target == "hv1"]
    assert hv1[:3] == [("connecting", ""), ("logged in", ""), ("memory", "echo '== meminfo'")]
    assert hv1[3][0].startswith("done in ")
    assert [line.command for line in lines if line.tone == "fail"] == ["hv2: no answer."]


def test_the_window_tells_the_desktop_of_the_end(run, window, qtbot, until, monkeypatch):
    told = []
    monkeypatch.setattr(window.desktop, "run_ended", lambda title, text: told.append((title, text)))
    run.go.set()
    qtbot.mouseClick(run.start_button, Qt.MouseButton.LeftButton)
    until(lambda: bool(told))
    assert told[0][0] == "The run has ended"
    assert told[0][1].endswith("could not be looked at: 1")
