"""Three hosts over SSH with real servers: one is believed after its key was shown, one joins later, one is down."""

import base64
import sys
from dataclasses import replace

import pytest
import sshd_rig
from PySide6.QtCore import Qt
from walking import CTRL, Walk

from app.screen.presentation import Kind, kind_of
from app.screen.progress import Phase
from app.transport.knownhosts import fingerprint
from ui.models.hosts import state_text

pytestmark = pytest.mark.real


@pytest.fixture
def hosts(window):
    window.navigator.pages.made["start"].new_audit()
    info = window.workspace.audit.info  # one chapter: the walk is what is tried here, not the checks
    window.workspace.set_info(replace(info, profile=replace(info.profile, chapters=("5",))))
    window.navigator.go("hosts")
    return window.navigator.pages.made["hosts"]


def add(step, qtbot, text):
    qtbot.keyClicks(step.adding.field, text)
    qtbot.keyClick(step.adding.field, Qt.Key.Key_Return)


def with_key(step, row, key):
    step.table.selectRow(row)
    panel = step.panel
    login = panel.login
    login.credential.setCurrentIndex(login.credential.findData("key"))
    login.credential.activated.emit(login.credential.currentIndex())
    login.identity.line.setText(str(key))
    login.identity.line.editingFinished.emit()
    login.sudo.setCurrentIndex(login.sudo.findData("never"))
    login.sudo.activated.emit(login.sudo.currentIndex())


def test_three_hosts_one_unreachable_and_one_with_an_unknown_key(window, make_sshd, qtbot, until, capsys):
    """From the first window to findings, by mouse and keyboard: one key is confirmed, one isn't, one host is down."""
    first = make_sshd()
    second = make_sshd(key=first.key)
    start, walk = window.navigator.pages.made["start"], Walk(window, qtbot)
    walk.click(start.new)
    info = window.workspace.audit.info  # one chapter: the walk is what is tried here, not the checks
    window.workspace.set_info(replace(info, profile=replace(info.profile, chapters=("5",))))
    walk.click(window.centre.bar.next)
    step = window.navigator.pages.made["hosts"]
    ports = (first.port, second.port, sshd_rig.free_port())
    walk.type(", ".join(f"{first.user}@127.0.0.1:{port}" for port in ports))
    walk.press(Qt.Key.Key_Return)
    assert len(step.model.rows()) == 3
    walk.click_cell(step.table, step.model.index(0, 0))
    walk.press(Qt.Key.Key_A, modifiers=CTRL)
    walk.choose(step.several.login.credential, "key")
    walk.click(step.several.login.identity.line)
    walk.type(str(first.key))
    walk.click(step.several.apply_button)
    walk.click(step.several.test_button)
    until(lambda: not window.workspace.trials.testing, 40_000)
    assert [state_text(row) for row in step.model.rows()][:2] == ["confirm its key"] * 2

    walk.click_cell(step.table, step.model.index(0, 0))
    shown = fingerprint(base64.b64decode(sshd_rig.public(first.host_key).split()[1]))
    assert shown in step.panel.outcome.key.text().replace("\n", "")
    walk.click(step.panel.outcome.accept_button)
    until(lambda: state_text(step.model.row(0)).startswith("ready"), 20_000)

    ended = []
    window.workspace.run_ended.connect(lambda: ended.append(True))
    walk.click(window.centre.bar.next)
    run = window.navigator.pages.made["run"]
    walk.click(run.total.start_button)
    until(lambda: len(ended) == 1, 90_000)
    assert [row.host.phase for row in run.model.rows()] == [Phase.DONE, Phase.FAILED, Phase.FAILED]
    assert [row.host.error_kind for row in run.model.rows()][1:] == ["host-key-unknown", "refused"]
    names = [target.name for target in window.workspace.audit.targets]
    kinds = {
        name: {kind_of(one) for one in window.workspace.findings() if one.measured.target == name} for name in names
    }
    assert kinds[names[0]] & {Kind.PASS, Kind.FAIL}
    for name in names[1:]:
        assert not kinds[name] & {Kind.PASS, Kind.FAIL, Kind.ERROR, Kind.UNKNOWN}
    with capsys.disabled():
        sys.stdout.write(f"\nthree hosts: {walk.actions} actions\n")
    assert walk.actions <= 22


def test_a_host_whose_key_was_unknown_is_confirmed_and_tried_again(hosts, make_sshd, qtbot, until, capsys):
    """From the failed host in the run to its connection, its key, and back."""
    window = hosts.window()
    first = make_sshd()
    second = make_sshd(key=first.key)
    for server in (first, second):
        add(hosts, qtbot, f"{server.user}@127.0.0.1:{server.port}")
    for row, server in enumerate((first, second)):
        with_key(hosts, row, server.key)
    hosts.panel.test.emit(hosts.model.row(0).name)
    until(lambda: state_text(hosts.model.row(0)) == "confirm its key", 20_000)
    hosts.panel.accept.emit(hosts.model.row(0).name)
    until(lambda: state_text(hosts.model.row(0)).startswith("ready"), 20_000)
    ended = []
    window.workspace.run_ended.connect(lambda: ended.append(True))
    window.navigator.go("run")
    run = window.navigator.pages.made["run"]
    run.total.start_button.click()
    until(lambda: len(ended) == 1, 90_000)
    assert [row.host.phase for row in run.model.rows()] == [Phase.DONE, Phase.FAILED]

    walk = Walk(window, qtbot)
    walk.click_cell(run.table, run.model.index(1, 0))
    walk.click(run.host_button)
    assert window.navigator.current == "hosts"
    assert [row.name for row in hosts.table.selected()] == [hosts.model.row(1).name]
    walk.click(hosts.panel.test_button)
    until(lambda: not hosts.panel.outcome.accept_button.isHidden(), 20_000)
    walk.click(hosts.panel.outcome.accept_button)
    until(lambda: state_text(hosts.model.row(1)).startswith("ready"), 20_000)
    walk.click(window.centre.bar.next)
    walk.click_cell(run.table, run.model.index(1, 0))
    assert run.retry_button.text() == "Retry"
    walk.click(run.retry_button)
    until(lambda: len(ended) == 2, 90_000)
    assert [row.host.phase for row in run.model.rows()] == [Phase.DONE, Phase.DONE]
    with capsys.disabled():
        sys.stdout.write(f"\na key confirmed after a run, and tried again: {walk.actions} actions\n")
    assert walk.actions <= 7


def test_a_changed_key_can_not_be_accepted(hosts, make_sshd, qtbot, until, tmp_path):
    server = make_sshd()
    other = sshd_rig.make_key(tmp_path / "other")
    known = tmp_path / "xdg_state_home" / "bartizan"
    known.mkdir(parents=True, exist_ok=True)
    (known / "known_hosts").write_text(f"[127.0.0.1]:{server.port} {' '.join(sshd_rig.public(other).split()[:2])}\n")
    add(hosts, qtbot, f"{server.user}@127.0.0.1:{server.port}")
    with_key(hosts, 0, server.key)
    qtbot.mouseClick(hosts.panel.test_button, Qt.MouseButton.LeftButton)
    until(lambda: state_text(hosts.model.row(0)) == "host key CHANGED", 20_000)
    assert hosts.panel.outcome.accept_button.isHidden()
