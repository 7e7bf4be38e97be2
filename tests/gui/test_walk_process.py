"""Runs as people have them, by a process of its own: paused, cancelled, with a question of a host, and killed."""

import os
import signal
import socket
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app import credentials
from app.hostlist import pasted
from app.screen.progress import Phase
from app.silence import TICK
from app.targets import local_target
from app.transport.base import Secrets
from ui.models.hosts import state_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def engine():
    """The real one."""
    return


@pytest.fixture
def ended(window, workspace, monkeypatch, until):
    """How many runs have ended; afterwards no process is left."""
    monkeypatch.setattr(credentials.KeptSecrets, "of", lambda _self, _target, _cancel=None: Secrets())
    told = []
    workspace.run_ended.connect(lambda: told.append(True))
    yield told
    workspace.shut_down()
    until(workspace.idle, 10_000)
    assert workspace.engine.pid is None


@pytest.fixture
def mute():
    """The port of a host that takes the connection and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def phases(run):
    return [row.host.phase for row in run.model.rows()]


def test_this_computer_then_a_cancel(window, ended, qtbot, until):
    qtbot.mouseClick(window.navigator.pages.made["start"].local, LEFT)
    until(lambda: len(ended) == 1, 60_000)
    run = window.navigator.pages.made["run"]
    assert phases(run) == [Phase.DONE]
    assert window.workspace.engine.pid not in {None, os.getpid()}
    assert len(window.workspace.findings()) == 134
    assert len(window.workspace.feed.lines) > 20
    qtbot.mouseClick(run.total.start_button, LEFT)
    until(lambda: phases(run) == [Phase.LOOKING], 20_000)
    qtbot.mouseClick(run.total.stop_button, LEFT)
    until(lambda: len(ended) == 2, 20_000)
    assert phases(run) == [Phase.FAILED]
    assert "cancelled" in run.model.row(0).host.message


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process")
def test_a_run_is_cancelled_though_its_process_hangs(window, ended, mute, *, qtbot, until, monkeypatch):
    window.navigator.pages.made["start"].new_audit()
    window.workspace.set_targets(list(pasted(f"audit@127.0.0.1:{mute}").targets))
    window.navigator.go("run")
    run = window.navigator.pages.made["run"]
    qtbot.mouseClick(run.total.start_button, LEFT)
    until(lambda: phases(run) == [Phase.CONNECTING], 20_000)
    os.kill(window.workspace.engine.pid, signal.SIGSTOP)
    qtbot.mouseClick(run.total.stop_button, LEFT)
    until(lambda: run.total.headline.text() == "Cancelling", 5_000)
    assert not run.total.stop_button.isEnabled()
    monkeypatch.setattr("app.engine.link.TICK", 0.05)
    until(lambda: len(ended) == 1, 60_000)
    assert "cancelled" in run.model.row(0).host.message
    monkeypatch.setattr("app.engine.link.TICK", TICK)
    qtbot.mouseClick(run.total.start_button, LEFT)  # by another process
    until(lambda: phases(run) == [Phase.CONNECTING], 60_000)
    assert run.total.stop_button.isEnabled()
    qtbot.mouseClick(run.total.stop_button, LEFT)
    until(lambda: len(ended) == 2, 60_000)


def test_a_pause_and_the_end_of_one_host(window, ended, mute, qtbot, until):
    window.navigator.pages.made["start"].new_audit()
    workspace = window.workspace
    (first,) = pasted(f"audit@127.0.0.1:{mute}").targets
    workspace.set_targets([first, replace(first, name="second")])
    workspace.settings.set_number("limits/jobs", 1)
    window.navigator.go("run")
    run = window.navigator.pages.made["run"]
    qtbot.mouseClick(run.total.start_button, LEFT)
    until(lambda: phases(run) == [Phase.CONNECTING, Phase.WAITING], 20_000)
    qtbot.mouseClick(run.total.pause_button, LEFT)
    workspace.cancel_run(first.name)
    until(lambda: phases(run) == [Phase.FAILED, Phase.WAITING], 20_000)
    qtbot.mouseClick(run.total.pause_button, LEFT)
    until(lambda: phases(run) == [Phase.FAILED, Phase.CONNECTING], 20_000)
    workspace.cancel_run()
    until(lambda: len(ended) == 1, 20_000)
    assert phases(run) == [Phase.FAILED, Phase.FAILED]


@pytest.fixture
def asking(make_sshd, account):
    """A host that wants a second factor of a person, and what it wants to hear."""
    server = make_sshd(
        "UsePAM yes", "KbdInteractiveAuthentication yes", "AuthenticationMethods publickey,keyboard-interactive",
        user=account.name,
    )  # fmt: skip
    (target,) = pasted(f"{account.name}@127.0.0.1:{server.port}").targets
    way = {"identity": str(server.key), "credential": "key", "known_hosts": str(server.known_hosts), "sudo": "never"}
    return replace(target, **way), account.password


@pytest.mark.real
def test_a_question_that_outlives_its_process_is_asked_again(window, ended, asking, qtbot, until):
    target, code = asking
    window.navigator.pages.made["start"].new_audit()
    workspace = window.workspace
    workspace.set_info(replace(workspace.audit.info, profile=replace(workspace.audit.info.profile, chapters=("5",))))
    workspace.set_targets([target, local_target()])
    window.navigator.go("run")
    run = window.navigator.pages.made["run"]
    qtbot.mouseClick(run.total.start_button, LEFT)
    until(lambda: window.centre.question is not None and window.centre.question.isVisible(), 30_000)
    until(lambda: phases(run)[1] is Phase.DONE, 30_000)
    os.kill(workspace.engine.pid, signal.SIGKILL)
    until(lambda: len(ended) == 1, 20_000)
    assert phases(run) == [Phase.FAILED, Phase.DONE]
    assert "was lost (ended by SIGKILL)" in run.model.row(0).host.message
    until(lambda: not window.centre.question.isVisible())

    qtbot.mouseClick(run.total.rest_button, LEFT)
    until(window.centre.question.isVisible, 30_000)
    window.centre.question.take_keyboard()
    qtbot.keyClicks(window.centre.question.fields[0], code)
    qtbot.keyClick(window.centre.question.fields[0], Qt.Key.Key_Return)
    until(lambda: len(ended) == 2, 30_000)
    assert phases(run) == [Phase.DONE, Phase.DONE]
    for path in workspace.audit.path.parent.iterdir():
        assert code.encode() not in path.read_bytes(), path


@pytest.mark.real
def test_a_connection_is_tested_and_its_key_believed(window, ended, make_sshd, qtbot, until):
    server = make_sshd()
    (target,) = pasted(f"{server.user}@127.0.0.1:{server.port}").targets
    window.navigator.pages.made["start"].new_audit()
    window.workspace.set_targets([replace(target, identity=str(server.key), credential="key", sudo="never")])
    window.navigator.go("hosts")
    hosts = window.navigator.pages.made["hosts"]
    hosts.table.selectRow(0)
    qtbot.mouseClick(hosts.panel.test_button, LEFT)
    until(lambda: state_text(hosts.model.row(0)) == "confirm its key", 30_000)
    assert window.workspace.engine.pid is not None
    qtbot.mouseClick(hosts.panel.outcome.accept_button, LEFT)
    until(lambda: state_text(hosts.model.row(0)).startswith("ready"), 30_000)
    assert ended == []
