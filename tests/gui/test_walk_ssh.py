"""Three hosts over SSH with real servers: one is believed after its key was shown, one joins later, one is down."""

from dataclasses import replace

import pytest
import sshd_rig
from PySide6.QtCore import Qt

from app.presentation import Kind, kind_of
from app.progress import Phase
from ui.models.hosts import state_text

pytestmark = pytest.mark.real


@pytest.fixture
def hosts(window):
    window._pages["start"].new_audit()
    info = window.workspace.audit.info  # one chapter: the walk is what is tried here, not the checks
    window.workspace.set_info(replace(info, profile=replace(info.profile, chapters=("5",))))
    window.go("hosts")
    return window._pages["hosts"]


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


def test_three_hosts(hosts, window, make_sshd, qtbot, until):
    first, second = make_sshd(), make_sshd()
    for server in (first, second):
        add(hosts, qtbot, f"{server.user}@127.0.0.1:{server.port}")
    add(hosts, qtbot, f"{first.user}@127.0.0.1:{sshd_rig.free_port()}")
    assert len(hosts.model.rows()) == 3
    for row, server in enumerate((first, second, first)):
        with_key(hosts, row, server.key)

    hosts.table.selectRow(0)
    qtbot.mouseClick(hosts.panel.test_button, Qt.MouseButton.LeftButton)
    until(lambda: state_text(hosts.model.row(0)) == "confirm its key", 20_000)
    assert sshd_rig.public(first.host_key).split()[0] in hosts.panel.outcome.key.text()
    qtbot.mouseClick(hosts.panel.outcome.accept_button, Qt.MouseButton.LeftButton)
    until(lambda: state_text(hosts.model.row(0)).startswith("ready"), 20_000)

    ended = []
    window.workspace.run_ended.connect(lambda: ended.append(True))
    window.go("run")
    run = window._pages["run"]
    qtbot.mouseClick(run.start_button, Qt.MouseButton.LeftButton)
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

    window.go("hosts")
    hosts.table.selectRow(1)
    qtbot.mouseClick(hosts.panel.test_button, Qt.MouseButton.LeftButton)
    until(lambda: not hosts.panel.outcome.accept_button.isHidden(), 20_000)
    qtbot.mouseClick(hosts.panel.outcome.accept_button, Qt.MouseButton.LeftButton)
    until(lambda: state_text(hosts.model.row(1)).startswith("ready"), 20_000)
    window.go("run")
    run.table.selectRow(1)
    assert run.retry_button.text() == "Retry"
    qtbot.mouseClick(run.retry_button, Qt.MouseButton.LeftButton)
    until(lambda: len(ended) == 2, 90_000)
    assert [row.host.phase for row in run.model.rows()] == [Phase.DONE, Phase.DONE, Phase.FAILED]


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
