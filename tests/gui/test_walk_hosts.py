"""Hosts: adding them in every way, and what a test of a connection says. The network itself is in tests/ssh."""

import threading

import pytest
from PySide6.QtCore import Qt

from app import connection, credentials
from app.connection import Trial
from app.errors import CredentialError, UnknownHostKeyError
from app.model import Privilege, Role
from app.transport.base import Secrets
from ui.models.hosts import state_text

FINGERPRINT = "SHA256:X81cAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


@pytest.fixture
def hosts(window):
    window._pages["start"].new_audit()
    assert window.current == "scope"
    window.go("hosts")
    return window._pages["hosts"]


def names(step):
    return [row.name for row in step.model.rows()]


def test_typed_hosts(hosts, qtbot):
    assert hosts._stack.currentIndex() == 1  # the empty state says what to do
    for text in ("root@hv1", "audit@192.0.2.21:2222", "[2001:db8::7]:22"):
        qtbot.keyClicks(hosts.add_field, text)
        qtbot.keyClick(hosts.add_field, Qt.Key.Key_Return)
        assert hosts.add_field.text() == ""
    assert names(hosts) == ["hv1", "192.0.2.21", "2001:db8::7"]
    target = hosts.workspace.audit.targets[1]
    assert (target.user, target.address, target.port) == ("audit", "192.0.2.21", 2222)


def test_a_wrong_address_is_said_and_kept(hosts, window, qtbot):
    qtbot.keyClicks(hosts.add_field, "hv1:70000")
    qtbot.keyClick(hosts.add_field, Qt.Key.Key_Return)
    assert "port" in window.message.text()
    assert hosts.add_field.text() == "hv1:70000"
    assert names(hosts) == []


def test_a_pasted_list(hosts, window, qtbot):
    hosts._show_paste()
    hosts.paste_page.field.setPlainText("root@hv1, root@hv2\n# later\naudit@hv3:2222  # mail")
    hosts._add_pasted()
    assert names(hosts) == ["hv1", "hv2", "hv3"]
    hosts._show_paste()
    hosts.paste_page.field.setPlainText("good.example\nbad host!\n-oProxyCommand=x")
    hosts._add_pasted()
    assert names(hosts) == ["hv1", "hv2", "hv3"]
    assert "-oProxyCommand" in window.message.text()


def test_an_inventory_and_its_errors(hosts, window, tmp_path):
    path = tmp_path / "inventory.yaml"
    path.write_text(
        "hosts:\n  - {name: hv1, address: 192.0.2.10, role: host}\n  - {address: 192.0.2.21, parent: hv1}\n"
    )
    hosts.add_inventory(path)
    assert names(hosts) == ["hv1", "192.0.2.21"]
    path.write_text("hosts:\n  - {address: 192.0.2.10, password: secret}\n")
    hosts.add_inventory(path)
    assert "inventory.yaml:2" in window.message.text()


def test_the_same_host_is_not_added_twice(hosts, window):
    hosts._add_local()
    hosts._add_local()
    assert names(hosts) == ["this-computer"]
    assert "already" in window.message.text()


def test_names_from_the_ssh_config(hosts, monkeypatch):
    monkeypatch.setattr("app.transport.sshconfig.names", lambda: ("hv1", "bastion"))
    hosts._show_ssh_config()
    hosts.config_page.names.item(0).setCheckState(Qt.CheckState.Checked)
    hosts._add_ticked()
    assert names(hosts) == ["hv1"]


def test_a_changed_host_is_stored(hosts, qtbot):
    hosts.add_field.setText("root@hv1")
    hosts._add_typed()
    hosts.table.selectRow(0)
    panel = hosts.panel
    assert not hosts._side_box.isHidden()
    panel.name.setText("hypervisor-1")
    panel.name.editingFinished.emit()
    panel.role.setCurrentIndex(panel.role.findData("host"))
    panel.role.activated.emit(1)
    panel.address.setText("audit@hv1.example:2200")
    panel.address.editingFinished.emit()
    target = hosts.workspace.audit.targets[0]
    assert (target.name, target.role) == ("hypervisor-1", Role.HOST)
    assert (target.user, target.address, target.port) == ("audit", "hv1.example", 2200)


def test_secrets_stay_in_memory(hosts, qtbot, stored):
    hosts.add_field.setText("root@hv1")
    hosts._add_typed()
    hosts.table.selectRow(0)
    panel = hosts.panel
    panel.credential.setCurrentIndex(panel.credential.findData("password"))
    panel.credential.activated.emit(3)
    assert not panel.password.isHidden()
    assert panel.password.echoMode() == panel.password.EchoMode.Password
    panel.password.setText("tr0ub4dor")
    panel.password.editingFinished.emit()
    assert hosts.workspace.secrets_of("hv1").password == "tr0ub4dor"
    assert b"tr0ub4dor" not in hosts.workspace.audit.path.read_bytes()
    assert "tr0ub4dor" not in repr(hosts.workspace.secrets_of("hv1"))


def test_remembering_is_asked_for_and_its_failure_is_said(hosts, window, monkeypatch, until):
    def refuse(_target, _secrets):
        raise CredentialError("The keyring is locked; unlock it and try again.")

    monkeypatch.setattr(credentials, "save", refuse)
    hosts.add_field.setText("root@hv1")
    hosts._add_typed()
    hosts._secrets("hv1", Secrets(password="x"), False)
    assert window.message.isHidden()
    hosts._secrets("hv1", Secrets(password="x"), True)
    until(lambda: "locked" in window.message.text())


def test_an_unknown_key_is_shown_and_asked_about(hosts, window, monkeypatch, qtbot, until):
    unknown = UnknownHostKeyError(
        "hv1: nobody has confirmed its key yet.", host="hv1", port=22, key_type="ssh-ed25519",
        fingerprint=FINGERPRINT, key_base64="AAAA",
    )  # fmt: skip
    accepted: list[UnknownHostKeyError] = []
    threads: list[int] = []

    def attempt(target, _secrets, _benchmark, _cancel, **_way):
        threads.append(threading.get_ident())
        if not accepted:
            return Trial(target.name, ok=False, sentence=str(unknown), unknown_key=unknown, error_kind=unknown.kind)
        return Trial(
            target.name, ok=True, sentence="Ready, as root; Linux.", host_key=FINGERPRINT, seconds=0.012,
            privilege=Privilege.ROOT, role=Role.HOST, platform="Linux",
        )  # fmt: skip

    monkeypatch.setattr(connection, "try_connection", attempt)
    monkeypatch.setattr("app.transport.hostkeys.accept_host_key", lambda _file, error: accepted.append(error))
    monkeypatch.setattr("app.credentials.KeptSecrets.of", lambda _self, _target, _cancel: Secrets())
    hosts.add_field.setText("root@hv1")
    hosts._add_typed()
    hosts.table.selectRow(0)
    panel = hosts.panel
    qtbot.mouseClick(panel.test_button, Qt.MouseButton.LeftButton)
    assert state_text(hosts.model.row(0)) == "testing…"
    until(lambda: not panel.accept_button.isHidden())
    assert FINGERPRINT in panel._key.text().replace("\n", "")
    assert state_text(hosts.model.row(0)) == "confirm its key"
    qtbot.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    until(lambda: state_text(hosts.model.row(0)) == "ready · 12 ms")
    assert accepted == [unknown]
    assert threading.get_ident() not in threads


def test_an_unknown_key_of_a_jump_host_is_told_from_that_of_the_host(hosts, monkeypatch, qtbot, until):
    unknown = UnknownHostKeyError(
        "gate: nobody has confirmed its key yet.", host="gate", port=22, key_type="ssh-ed25519",
        fingerprint=FINGERPRINT, key_base64="AAAA",
    )  # fmt: skip
    unknown.between = "gate <b>x</b> (192.0.2.1:22)"
    trial = Trial("hv1", ok=False, sentence=str(unknown), unknown_key=unknown, error_kind=unknown.kind)
    monkeypatch.setattr(connection, "try_connection", lambda *_given, **_way: trial)
    monkeypatch.setattr("app.credentials.KeptSecrets.of", lambda _self, _target, _cancel: Secrets())
    hosts.add_field.setText("root@hv1")
    hosts._add_typed()
    hosts.table.selectRow(0)
    qtbot.mouseClick(hosts.panel.test_button, Qt.MouseButton.LeftButton)
    until(lambda: not hosts.panel.accept_button.isHidden())
    said = hosts.panel._sentence.text()
    assert said.startswith(
        "The way there leads through gate <b>x</b> (192.0.2.1:22), whose key nobody has confirmed yet."
    )


def test_a_guest_that_was_found_is_offered(opened, qtbot):
    opened.go("hosts")
    step = opened._pages["hosts"]
    assert names(step) == ["hv1", "mail01", "web01", "database-replica-frankfurt-02", "hv2"]
    assert "3 guests found, 1 in this audit" in step._count.text()
    step.table.selectRow(2)
    assert step.side.currentIndex() == 3
    step.found_page.address.setText("audit@192.0.2.30")
    step._add_found()
    added = next(one for one in step.workspace.audit.targets if one.name == "web01")
    assert (added.parent, added.role, added.address) == ("hv1", Role.GUEST, "192.0.2.30")


def test_a_host_is_removed(opened):
    opened.go("hosts")
    step = opened._pages["hosts"]
    step._remove("hv2")
    assert "hv2" not in names(step)
