"""Hosts: adding them in every way, changing them, and what a test of a connection says; by mouse and keyboard.

The network itself is in tests/ssh, and real servers stand in test_walk_ssh.py.
"""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QToolButton

from app import connection, credentials
from app.connection import Trial
from app.errors import CredentialError, UnknownHostKeyError
from app.model import Privilege, Role, Target
from app.transport.base import Secrets
from ui.models import hosts as columns
from ui.models.hosts import state_text
from ui.widgets.hostkeylist import unknown_keys

FINGERPRINT = "SHA256:X81cAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch):
    """The keyring of whoever runs the tests is none of their business."""
    monkeypatch.setattr(credentials.KeptSecrets, "of", lambda _self, _target, _cancel=None: Secrets())
    monkeypatch.setattr(credentials, "save", lambda _target, _secrets: None)
    monkeypatch.setattr(credentials, "listed", tuple)


@pytest.fixture
def hosts(window):
    window.navigator.pages.made["start"].new_audit()
    assert window.navigator.coming == "scope"
    window.navigator.go("hosts")
    return window.navigator.pages.made["hosts"]


@pytest.fixture
def reach(monkeypatch):
    """What a test of a connection gives: ``said`` by name, else it is ready; ``asked`` tells which were tried."""

    class Reach:
        said: dict = {}  # noqa: RUF012 - made anew below
        asked: list = []  # noqa: RUF012 - the same
        gate = threading.Event()  # those that come while it is closed wait for it,
        first = 0  # but for so many of the first

    Reach.said, Reach.asked = {}, []
    Reach.gate.set()

    def attempt(target, secrets, _benchmark, cancel, **_way):
        Reach.asked.append((target, secrets, threading.get_ident()))
        place = len(Reach.asked)
        while place > Reach.first and not Reach.gate.wait(0.01):
            if cancel.is_set():
                return connection.cancelled(target)
        return Reach.said.get(target.name) or ready(target.name)

    monkeypatch.setattr(connection, "try_connection", attempt)
    return Reach


def ready(name, key=FINGERPRINT):
    return Trial(
        name, ok=True, sentence="Ready, as root; Linux.", host_key=key, seconds=0.012, login_seconds=0.008,
        privilege=Privilege.ROOT, role=Role.HOST, platform="Linux",
    )  # fmt: skip


def unknown(name, key="AAAA", between=""):
    host = between or name
    error = UnknownHostKeyError(
        f"{host}: nobody has confirmed its host key {FINGERPRINT} yet; compare it.", host=host, port=22,
        key_type="ssh-ed25519", fingerprint=FINGERPRINT, key_base64=key, seen=("old-gate", "line 7"),
    )  # fmt: skip
    error.between = between
    return Trial(
        name, ok=False, sentence=str(error), host_key=f"{FINGERPRINT}{key}", unknown_key=error, error_kind=error.kind
    )


def names(step):
    return [row.name for row in step.model.rows()]


def add(step, qtbot, text):
    qtbot.keyClicks(step.adding.field, text)
    qtbot.keyClick(step.adding.field, Qt.Key.Key_Return)


def click(step, qtbot, place, modifier=Qt.KeyboardModifier.NoModifier):
    """A click on a row of the table."""
    rect = step.table.visualRect(step.model.index(place, 0))
    qtbot.mouseClick(step.table.viewport(), LEFT, modifier, rect.center())


def type_over(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def choose(qtbot, combo, data):
    """An entry of a closed choice by keyboard, as a person picks it."""
    combo.setFocus()
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


# --- adding ---------------------------------------------------------------------------------------------------------


def test_typed_hosts(hosts, qtbot):
    assert hosts._stack.currentIndex() == 1  # the empty state says what to do
    for text in ("root@hv1", "audit@192.0.2.21:2222", "[2001:db8::7]:22"):
        add(hosts, qtbot, text)
        assert hosts.adding.field.text() == ""
    assert names(hosts) == ["hv1", "192.0.2.21", "2001:db8::7"]
    target = hosts.workspace.audit.targets[1]
    assert (target.user, target.address, target.port) == ("audit", "192.0.2.21", 2222)


def test_several_are_typed_at_once(hosts, qtbot):
    add(hosts, qtbot, "root@hv1, root@hv2; audit@mail01:2222")
    assert names(hosts) == ["hv1", "hv2", "mail01"]


def test_a_wrong_address_is_said_and_kept(hosts, window, qtbot):
    add(hosts, qtbot, "hv1:70000")
    assert "port" in window.centre.message.text()
    assert hosts.adding.field.text() == "hv1:70000"
    assert names(hosts) == []


def test_what_was_wrong_is_no_longer_said_once_it_was_mended(hosts, window, qtbot):
    add(hosts, qtbot, "hv1:70000")
    message = window.centre.message
    assert "port" in message.text()
    hosts.adding.field.clear()
    add(hosts, qtbot, "hv1:7000, hv2")
    assert "port" not in message.text()
    assert message.text() == "2 hosts added."
    assert message.property("tone") == "pass"  # goes by itself


def test_a_pasted_list(hosts, qtbot):
    page = hosts.adding.paste_page
    qtbot.mouseClick(hosts.adding.paste_button, LEFT)
    page.field.setPlainText("root@hv1, root@hv2\n# later\naudit@hv3:2222  # mail")
    qtbot.mouseClick(page.add_button, LEFT)
    assert names(hosts) == ["hv1", "hv2", "hv3"]
    assert hosts._side_box.isHidden()


def test_each_bad_line_of_a_pasted_list_is_said_and_nothing_of_it_is_lost(hosts, qtbot):
    page = hosts.adding.paste_page
    qtbot.mouseClick(hosts.adding.paste_button, LEFT)
    page.field.setPlainText("good.example\nbad host!\n-oProxyCommand=x\nother.example")
    qtbot.mouseClick(page.add_button, LEFT)
    assert names(hosts) == []
    assert page.field.toPlainText().startswith("good.example\nbad host!")
    assert "Line 2" in page.faults()
    assert "Line 3" in page.faults()
    assert "-oProxyCommand" in page.faults()
    assert len(page.field.extraSelections()) == 2
    qtbot.mouseClick(page.rest_button, LEFT)
    assert names(hosts) == ["good.example", "other.example"]
    assert page.field.toPlainText() == "bad host!\n-oProxyCommand=x"
    page.field.setPlainText("mended.example")
    assert page.faults() == ""
    qtbot.mouseClick(page.add_button, LEFT)
    assert names(hosts)[-1] == "mended.example"


def test_an_inventory_and_its_errors(hosts, window, tmp_path, until):
    path = tmp_path / "inventory.yaml"
    path.write_text(
        "hosts:\n  - {name: hv1, address: 192.0.2.10, role: host, tags: [prod], sudo: password}\n"
        "  - {address: 192.0.2.21, parent: hv1}\n"
    )
    hosts.add_inventory(path)
    until(lambda: names(hosts) == ["hv1", "192.0.2.21"])
    first = hosts.workspace.audit.targets[0]
    assert (first.tags, first.sudo, first.role) == (("prod",), "password", Role.HOST)
    path.write_text("hosts:\n  - {address: 192.0.2.10, password: tr0ub4dor}\n")
    hosts.add_inventory(path)
    until(lambda: "inventory.yaml:2" in window.centre.message.text())
    assert "tr0ub4dor" not in window.centre.message.text()


def test_an_ansible_inventory_with_what_was_left_unread(hosts, tmp_path, until, monkeypatch, qtbot):
    path = tmp_path / "hosts"
    path.write_text("[web]\nweb01 ansible_host=192.0.2.30 ansible_user=audit\nweb02 ansible_password=hush\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    qtbot.mouseClick(hosts.adding.inventory_button, LEFT)
    until(lambda: names(hosts) == ["web01", "web02"])
    assert hosts.workspace.audit.targets[0].tags == ("web",)
    until(hosts.notices.isVisible)
    assert any("ansible_password" in text for text in hosts.notices.shown())
    assert not any("hush" in text for text in hosts.notices.shown())


def test_a_dropped_inventory(hosts, window, tmp_path, until):
    path = tmp_path / "fleet.ini"
    path.write_text("[all]\nhv1\nhv2\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(window.windowHandle(), event)
    until(lambda: names(hosts) == ["hv1", "hv2"])
    window.navigator.go("scope")
    path.write_text("[all]\nhv3\n")
    QCoreApplication.sendEvent(window.windowHandle(), event)
    window.navigator.go("hosts")
    assert names(hosts) == ["hv1", "hv2"]


def test_the_same_host_is_not_added_twice(hosts, window, qtbot):
    qtbot.mouseClick(hosts.adding.local_button, LEFT)
    qtbot.mouseClick(hosts.adding.local_button, LEFT)
    assert names(hosts) == ["this-computer"]
    assert "already" in window.centre.message.text()
    add(hosts, qtbot, "root@hv1")
    add(hosts, qtbot, "root@hv1, root@hv2")
    assert names(hosts) == ["this-computer", "hv1", "hv2"]
    assert "1 added" in window.centre.message.text()


def test_names_from_the_ssh_config(hosts, monkeypatch, qtbot, until):
    monkeypatch.setattr("app.transport.sshconfig.names", lambda: ("hv1", "bastion", "web01"))
    page = hosts.adding.config_page
    qtbot.mouseClick(hosts.adding.config_button, LEFT)
    until(lambda: page.isVisible() and page.names.count() == 3)
    assert not page.add_button.isEnabled()
    page.names.setFocus()
    qtbot.keyClick(page.names, Qt.Key.Key_Space)
    qtbot.keyClick(page.names, Qt.Key.Key_Down)
    qtbot.keyClick(page.names, Qt.Key.Key_Down)
    qtbot.keyClick(page.names, Qt.Key.Key_Space)
    assert page.add_button.text() == "Add 2"
    qtbot.mouseClick(page.add_button, LEFT)
    assert names(hosts) == ["hv1", "web01"]
    qtbot.mouseClick(hosts.adding.config_button, LEFT)  # what is there already isn't offered again
    until(lambda: page.isVisible() and page.names.count() == 1)


def test_guests_that_were_found_are_added_together(opened, qtbot):
    opened.navigator.go("hosts")
    step = opened.navigator.pages.made["hosts"]
    assert names(step) == ["hv1", "mail01", "web01", "database-replica-frankfurt-02", "hv2"]
    assert step.tests.guests_button.text() == "3 guests found, 1 in this audit"
    page = step.adding.found_page
    click(step, qtbot, 2)
    assert page.isVisible()
    assert [one.tick.isChecked() for one in page.lines] == [True, False]
    qtbot.mouseClick(page.add_button, LEFT)  # it has no address yet
    assert "web01" in page._fault.text()
    qtbot.keyClicks(page.lines[1].address, "audit@192.0.2.31")
    assert page.lines[1].tick.isChecked()
    page.pattern.setFocus()
    qtbot.keyClicks(page.pattern, "audit@{name}.example.org")
    qtbot.keyClick(page.pattern, Qt.Key.Key_Return)
    qtbot.mouseClick(page.add_button, LEFT)
    guests = {one.name: one for one in step.workspace.audit.targets if one.parent == "hv1"}
    assert set(guests) == {"mail01", "web01", "database-replica-frankfurt-02"}
    assert guests["web01"].address == "web01.example.org"
    assert guests["database-replica-frankfurt-02"].address == "192.0.2.31"
    assert {one.role for one in guests.values()} == {Role.GUEST}
    assert not step.tests.guests_button.isVisible()


# --- warnings -------------------------------------------------------------------------------------------------------


def test_one_address_under_two_names_is_said_put_away_and_said_anew(hosts, qtbot, until):
    add(hosts, qtbot, "root@hv1.example, audit@hv1.example")
    until(hosts.notices.isVisible)
    assert "same address" in hosts.notices.shown()[0]
    (away,) = (one for one in hosts.notices.findChildren(QToolButton) if one.accessibleName().startswith("Put away"))
    away.setFocus()
    qtbot.keyClick(away, Qt.Key.Key_Space)
    assert hosts.notices.isHidden()
    add(hosts, qtbot, "ops@hv1.example")
    until(hosts.notices.isVisible)
    click(hosts, qtbot, 0)
    hosts.remove_selected()
    click(hosts, qtbot, 0)
    hosts.remove_selected()
    until(hosts.notices.isHidden)


def test_two_hosts_with_one_key_are_told_after_a_test(hosts, qtbot, until, reach):
    add(hosts, qtbot, "hv1.example, hv2.example")
    reach.said = {"hv1.example": ready("hv1.example"), "hv2.example": unknown("hv2.example", "")}
    qtbot.mouseClick(hosts.tests.test_button, LEFT)
    until(lambda: any("same SSH host key" in text for text in hosts.notices.shown()))


# --- changing -------------------------------------------------------------------------------------------------------


def test_a_changed_host_is_stored(hosts, qtbot):
    add(hosts, qtbot, "root@hv1, root@bastion")
    click(hosts, qtbot, 0)
    panel = hosts.panel
    assert panel.isVisible()
    type_over(qtbot, panel.name, "hypervisor-1")
    choose(qtbot, panel.role, "host")
    type_over(qtbot, panel.address, "audit@hv1.example:2200")
    type_over(qtbot, panel.tags, "prod, dmz; prod")
    type_over(qtbot, panel.way.jump.lineEdit(), "bastion")
    type_over(qtbot, panel.way.known_hosts.line, "/etc/ssh/fleet")
    panel.way.legacy.setFocus()
    qtbot.keyClick(panel.way.legacy, Qt.Key.Key_Space)
    target = hosts.workspace.audit.targets[0]
    assert (target.name, target.role, target.tags) == ("hypervisor-1", Role.HOST, ("prod", "dmz"))
    assert (target.user, target.address, target.port) == ("audit", "hv1.example", 2200)
    assert (target.proxy_jump, target.known_hosts, target.legacy_algorithms) == ("bastion", "/etc/ssh/fleet", True)
    assert [row.name for row in hosts.table.selected()] == ["hypervisor-1"]


def test_an_expected_key_and_a_longer_wait(hosts, qtbot):
    add(hosts, qtbot, "root@hv1")
    click(hosts, qtbot, 0)
    way = hosts.panel.way
    type_over(qtbot, way.key, f"256 {FINGERPRINT} root@hv1 (ED25519)")  # a whole line of ssh-keygen -l
    type_over(qtbot, way.timeout, "90")
    target = hosts.workspace.audit.targets[0]
    assert (target.host_key_expected, target.connect_timeout) == (FINGERPRINT, 90)
    assert way.key.text() == FINGERPRINT
    type_over(qtbot, way.key, "")
    type_over(qtbot, way.timeout, "0")
    target = hosts.workspace.audit.targets[0]
    assert (target.host_key_expected, target.connect_timeout) == ("", 0)
    assert way.timeout.text() == way.timeout.specialValueText()


def test_half_seconds_of_an_inventory_stay(hosts, qtbot):
    hosts.workspace.set_targets((Target("hv1", "hv1", connect_timeout=2.5),))
    click(hosts, qtbot, 0)
    type_over(qtbot, hosts.panel.tags, "prod")
    assert hosts.workspace.audit.targets[0].connect_timeout == 2.5


def test_a_key_with_its_certificate(hosts, qtbot):
    add(hosts, qtbot, "root@hv1")
    click(hosts, qtbot, 0)
    login = hosts.panel.login
    choose(qtbot, login.credential, "key")
    type_over(qtbot, login.identity.line, "/keys/id")
    type_over(qtbot, login.certificate.line, "/keys/id-cert.pub")
    target = hosts.workspace.audit.targets[0]
    assert (target.credential, target.identity, target.certificate) == ("key", "/keys/id", "/keys/id-cert.pub")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("address", "hv1:99999", "port"),
        ("jump", "bad host!", "host name"),
        ("tags", "x" * 70, "tag"),
        ("key", "SHA256:short", "fingerprint"),
    ],
)
def test_what_can_not_be_stored_is_said_and_stays_in_its_field(hosts, qtbot, field, text, said):
    add(hosts, qtbot, "root@hv1")
    click(hosts, qtbot, 0)
    line = getattr(hosts.panel.way if field in {"jump", "key"} else hosts.panel, field)
    line = line.lineEdit() if field == "jump" else line
    type_over(qtbot, line, text)
    assert said in hosts.panel.outcome.sentence.text()
    assert line.text() == text
    assert hosts.workspace.audit.targets[0].address == "hv1"


def test_several_hosts_are_changed_and_removed_in_one_go(hosts, window, qtbot):
    add(hosts, qtbot, "root@hv1, root@hv2, root@hv3")
    click(hosts, qtbot, 0)
    click(hosts, qtbot, 2, Qt.KeyboardModifier.ShiftModifier)
    several = hosts.several
    assert several.isVisible()
    qtbot.keyClicks(several.add_tags, "prod")
    choose(qtbot, several.role, "host")
    choose(qtbot, several.login.credential, "password")
    qtbot.keyClicks(several.login.password, "tr0ub4dor")
    choose(qtbot, several.login.sudo, "never")
    qtbot.mouseClick(several.apply_button, LEFT)
    targets = hosts.workspace.audit.targets
    assert {(one.tags, one.role, one.credential, one.sudo) for one in targets} == {
        (("prod",), Role.HOST, "password", "never")
    }
    assert {hosts.workspace.secrets_of(one.name).password for one in targets} == {"tr0ub4dor"}
    assert several.login.password.text() == ""
    click(hosts, qtbot, 1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(hosts.table, Qt.Key.Key_Delete)
    assert names(hosts) == ["hv2"]
    window.centre.message._action.click()  # Undo
    assert names(hosts) == ["hv1", "hv2", "hv3"]


def test_what_several_hosts_have_differently_stays(hosts, qtbot):
    add(hosts, qtbot, "root@hv1, root@hv2")
    click(hosts, qtbot, 0)
    choose(qtbot, hosts.panel.login.credential, "agent")
    click(hosts, qtbot, 1, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(hosts.several.add_tags, "prod")
    qtbot.mouseClick(hosts.several.apply_button, LEFT)
    assert [one.credential for one in hosts.workspace.audit.targets] == ["agent", "auto"]


def test_a_host_with_its_guests_is_removed_and_put_back(opened, qtbot):
    opened.navigator.go("hosts")
    step = opened.navigator.pages.made["hosts"]
    before = step.workspace.audit.targets
    click(step, qtbot, 0)
    qtbot.mouseClick(step.panel.remove_button, LEFT)
    assert "hv1" not in names(step)
    assert "hv1 removed" in opened.centre.message.text()
    opened.menus._undo()
    assert step.workspace.audit.targets == before


def test_hosts_are_moved_by_keyboard_but_not_while_a_column_sorts_them(hosts, window, qtbot):
    add(hosts, qtbot, "hv1, hv2, hv3")
    click(hosts, qtbot, 2)
    hosts.table.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert names(hosts) == ["hv1", "hv3", "hv2"]
    assert [row.name for row in hosts.table.selected()] == ["hv3"]
    qtbot.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(hosts) == ["hv1", "hv2", "hv3"]
    header = hosts.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(columns.NAME) + 20, 10)
    qtbot.mouseClick(header.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    qtbot.mouseClick(header.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert names(hosts) == ["hv3", "hv2", "hv1"]
    qtbot.keyClick(window, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert "own order" in window.centre.message.text()
    qtbot.mouseClick(header.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)
    assert names(hosts) == ["hv1", "hv2", "hv3"]


def drag(step, place):
    """What the table gets while its selection is carried over the upper part of a row, and let go there."""
    table = step.table
    data, where = table.carried(), table.visualRect(step.model.index(place, 0)).topLeft() + QPoint(20, 2)
    buttons, keys = LEFT, Qt.KeyboardModifier.NoModifier
    move = QDragMoveEvent(where, Qt.DropAction.MoveAction, data, buttons, keys)
    table.dragMoveEvent(move)
    drop = QDropEvent(QPointF(where), Qt.DropAction.MoveAction, data, buttons, keys)
    drop.ignore()
    table.dropEvent(drop)
    return move.isAccepted() and drop.isAccepted()


def test_hosts_are_dragged_to_their_place(hosts, window, qtbot):
    add(hosts, qtbot, "hv1, hv2, hv3, hv4")
    click(hosts, qtbot, 2)
    click(hosts, qtbot, 3, Qt.KeyboardModifier.ControlModifier)
    assert drag(hosts, 1)
    assert names(hosts) == ["hv1", "hv3", "hv4", "hv2"]
    assert [one.name for one in window.workspace.audit.targets] == ["hv1", "hv3", "hv4", "hv2"]
    assert [row.name for row in hosts.table.selected()] == ["hv3", "hv4"]
    path = window.workspace.audit.path
    window.workspace.close_audit()
    window.workspace.open_audit(path)
    assert [one.name for one in window.workspace.audit.targets] == ["hv1", "hv3", "hv4", "hv2"]


@pytest.mark.parametrize("size", [(1024, 700), (1280, 800), (1600, 1000)])
def test_a_row_stays_under_the_mouse_when_its_panel_opens(hosts, window, qtbot, size):
    window.resize(*size)
    add(hosts, qtbot, "hv1, hv2, hv3")
    table = hosts.table

    def where() -> int:
        return table.viewport().mapToGlobal(table.visualRect(hosts.model.index(2, 0)).center()).y()

    qtbot.wait(1)
    before = where()
    qtbot.mousePress(table.viewport(), LEFT, pos=table.visualRect(hosts.model.index(2, 0)).center())
    qtbot.waitUntil(hosts.panel.isVisible)
    qtbot.wait(1)
    assert where() == before
    adding = hosts.adding
    sources = (adding.local_button, adding.config_button, adding.inventory_button, adding.paste_button)
    assert all(one.isVisible() and one.accessibleName() for one in sources)
    qtbot.mouseRelease(table.viewport(), LEFT)


def test_what_is_sorted_by_a_column_is_not_dragged(hosts, qtbot):
    add(hosts, qtbot, "hv2, hv1")
    hosts.table._sort_by(columns.NAME)
    click(hosts, qtbot, 1)
    assert not drag(hosts, 0)
    assert names(hosts) == ["hv1", "hv2"]


def test_nothing_is_dragged_in_an_audit_that_can_not_be_changed(opened):
    opened.navigator.go("hosts")
    table = opened.navigator.pages.made["hosts"].table
    assert table.dragEnabled()
    assert opened.workspace.sign(by="Ada", role="auditor", remark="", unreviewed=True, outdated=True)
    opened.navigator.pages.made["hosts"].refresh()
    assert not table.dragEnabled()


def test_a_file_dropped_on_the_table_goes_to_the_window(hosts, qtbot, tmp_path):
    add(hosts, qtbot, "hv1")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "hosts.yaml"))])
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    event.accept()
    hosts.table.dragEnterEvent(event)
    assert not event.isAccepted()


def test_many_hosts_can_be_filtered_and_keep_their_selection(hosts, window, qtbot):
    add(hosts, qtbot, ", ".join(f"hv{number}" for number in range(1, 21)))
    assert hosts.filter.isVisible()
    click(hosts, qtbot, 4)
    window.menus._find()
    qtbot.keyClicks(hosts.filter, "hv5")
    assert names(hosts) == ["hv5"]
    assert [row.name for row in hosts.table.selected()] == ["hv5"]
    assert "1 rows shown" in hosts._count.text()
    hosts.filter.clear()
    assert len(names(hosts)) == 20
    assert [row.name for row in hosts.table.selected()] == ["hv5"]


def test_return_in_the_table_leads_into_the_form(hosts, qtbot):
    add(hosts, qtbot, "hv1")
    click(hosts, qtbot, 0)
    hosts.table.setFocus()
    qtbot.keyClick(hosts.table, Qt.Key.Key_Return)
    assert hosts.panel.name.hasFocus()


# --- secrets --------------------------------------------------------------------------------------------------------


def test_secrets_stay_in_memory(hosts, qtbot):
    add(hosts, qtbot, "root@hv1")
    click(hosts, qtbot, 0)
    login = hosts.panel.login
    choose(qtbot, login.credential, "password")
    assert login.password.isVisible()
    assert login.password.echoMode() == login.password.EchoMode.Password
    type_over(qtbot, login.password, "tr0ub4dor")
    assert hosts.workspace.secrets_of("hv1").password == "tr0ub4dor"
    assert b"tr0ub4dor" not in hosts.workspace.audit.path.read_bytes()
    assert "tr0ub4dor" not in repr(hosts.workspace.secrets)
    type_over(qtbot, hosts.panel.name, "alpha")
    assert hosts.workspace.secrets_of("alpha").password == "tr0ub4dor"
    assert hosts.workspace.secrets_of("hv1").password is None


def test_remembering_is_asked_for_and_what_became_of_it_is_said(hosts, window, monkeypatch, qtbot, until):
    saved = []
    monkeypatch.setattr(credentials, "save", lambda target, secrets: saved.append((target.name, secrets.password)))
    add(hosts, qtbot, "root@hv1")
    click(hosts, qtbot, 0)
    login = hosts.panel.login
    choose(qtbot, login.credential, "password")
    type_over(qtbot, login.password, "x")
    assert saved == []
    qtbot.mouseClick(login.remember, LEFT, pos=QPoint(10, login.remember.height() // 2))
    until(lambda: "read back" in login._kept.text())
    assert saved == [("hv1", "x")]

    def refuse(_target, _secrets):
        raise CredentialError("The keyring is locked; unlock it and try again.")

    monkeypatch.setattr(credentials, "save", refuse)
    type_over(qtbot, login.password, "y")
    until(lambda: "this session only" in login._kept.text())
    assert "locked" in window.centre.message.text()


def test_a_test_takes_from_the_keyring_what_was_not_typed(hosts, qtbot, until, reach, monkeypatch):
    found = Secrets(password="kept", sudo="kept too")
    monkeypatch.setattr(credentials.KeptSecrets, "of", lambda _self, _target, _cancel=None: found)
    add(hosts, qtbot, "root@hv1")
    click(hosts, qtbot, 0)
    choose(qtbot, hosts.panel.login.credential, "password")
    qtbot.mouseClick(hosts.panel.test_button, LEFT)
    until(lambda: bool(hosts.workspace.trials.results))
    (_, secrets, thread) = reach.asked[0]
    assert (secrets.password, secrets.sudo) == ("kept", "kept too")
    assert thread != threading.get_ident()


def test_a_keyring_that_hangs_holds_up_neither_the_window_nor_an_agent(hosts, qtbot, until, reach, monkeypatch):
    hanging = threading.Event()

    def hang(_self, _target, cancel=None):
        while not hanging.wait(0.01):
            if cancel is not None and cancel.is_set():
                break
        return Secrets()

    monkeypatch.setattr(credentials.KeptSecrets, "of", hang)
    add(hosts, qtbot, "root@hv1, root@hv2")
    click(hosts, qtbot, 1)
    choose(qtbot, hosts.panel.login.credential, "agent")
    qtbot.mouseClick(hosts.tests.test_button, LEFT)
    until(lambda: state_text(hosts.model.row(1)).startswith("ready"))
    assert state_text(hosts.model.row(0)) == "testing…"
    qtbot.mouseClick(hosts.tests.cancel_button, LEFT)
    assert state_text(hosts.model.row(0)) == "not tested"
    until(hosts.workspace.bridge.idle)  # the wait for the keyring has ended too
    assert [target.name for target, _, _ in reach.asked] == ["hv2"]


# --- testing --------------------------------------------------------------------------------------------------------


def test_an_unknown_key_is_shown_and_asked_about(hosts, monkeypatch, qtbot, until, reach):
    accepted = []
    reach.said = {"hv1": unknown("hv1")}

    def accept(_file, error):
        accepted.append(error)
        reach.said = {}

    monkeypatch.setattr("app.transport.hostkeys.accept_host_key", accept)
    add(hosts, qtbot, "root@hv1")
    click(hosts, qtbot, 0)
    panel = hosts.panel
    reach.gate.clear()
    qtbot.mouseClick(panel.test_button, LEFT)
    assert state_text(hosts.model.row(0)) == "testing…"
    assert panel.cancel_button.isVisible()
    reach.gate.set()
    until(panel.outcome.accept_button.isVisible)
    assert FINGERPRINT in panel.outcome.key.text().replace("\n", "")
    assert "ssh-ed25519" in panel.outcome.key.text()
    assert state_text(hosts.model.row(0)) == "confirm its key"
    qtbot.mouseClick(panel.outcome.accept_button, LEFT)
    until(lambda: state_text(hosts.model.row(0)) == "ready · 12 ms")
    assert [error.host for error in accepted] == ["hv1"]
    assert threading.get_ident() not in {thread for _, _, thread in reach.asked}
    assert hosts.model.index(0, columns.LATENCY).data() == "8 ms"


def test_the_unknown_key_of_a_jump_host_names_the_jump_host(hosts, qtbot, until, reach):
    reach.said = {"web01": unknown("web01", between="gate <b>x</b>")}
    add(hosts, qtbot, "web01")
    click(hosts, qtbot, 0)
    qtbot.mouseClick(hosts.panel.test_button, LEFT)
    until(hosts.panel.outcome.accept_button.isVisible)
    assert hosts.panel.outcome.sentence.text().startswith(
        "The way there leads through gate <b>x</b>, whose key nobody has confirmed yet."
    )
    assert "old-gate" in hosts.panel.outcome.seen.text()


def test_several_keys_are_accepted_after_a_look_at_the_list(hosts, monkeypatch, qtbot, until, reach):
    accepted = []

    def accept(_file, error):
        accepted.append(error.host)
        reach.said.pop(error.host)

    monkeypatch.setattr("app.transport.hostkeys.accept_host_key", accept)
    reach.said = {name: unknown(name, name) for name in ("hv1", "hv2", "hv3")}
    add(hosts, qtbot, "hv1, hv2, hv3")
    qtbot.mouseClick(hosts.tests.test_button, LEFT)
    until(hosts.tests.keys_button.isVisible)
    assert "3 of 3 tested · 3 not ready" in hosts.tests.words.text()
    qtbot.mouseClick(hosts.tests.keys_button, LEFT)
    page = hosts.keys_page
    assert page.keys.ticked() == []
    assert not page.accept_button.isEnabled()
    qtbot.keyClick(page.keys, Qt.Key.Key_Space)
    qtbot.keyClick(page.keys, Qt.Key.Key_Down)
    qtbot.keyClick(page.keys, Qt.Key.Key_Space)
    qtbot.mouseClick(page.accept_button, LEFT)
    until(lambda: [state_text(row) for row in hosts.model.rows()][:2] == ["ready · 12 ms"] * 2)
    assert accepted == ["hv1", "hv2"]
    assert state_text(hosts.model.row(2)) == "confirm its key"


def test_a_file_of_host_keys_that_can_not_be_written_is_said(hosts, monkeypatch, qtbot, until, reach):
    def refuse(_file, _error):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.transport.hostkeys.accept_host_key", refuse)
    reach.said = {"hv1": unknown("hv1")}
    add(hosts, qtbot, "hv1")
    click(hosts, qtbot, 0)
    qtbot.mouseClick(hosts.panel.test_button, LEFT)
    until(hosts.panel.outcome.accept_button.isVisible)
    qtbot.mouseClick(hosts.panel.outcome.accept_button, LEFT)
    until(lambda: "No space left on device" in hosts.window().centre.message.text())


def test_all_are_tested_a_few_at_a_time_and_can_be_cancelled(hosts, window, qtbot, until, reach):
    add(hosts, qtbot, ", ".join(f"hv{number}" for number in range(1, 41)))
    reach.gate.clear()
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    until(lambda: len(reach.asked) == 8)
    assert hosts.tests.words.text() == "0 of 40 tested"
    reach.first = 12
    until(lambda: hosts.tests.words.text() == "12 of 40 tested")
    qtbot.mouseClick(hosts.tests.cancel_button, LEFT)
    assert not hosts.workspace.trials.testing
    until(hosts.workspace.bridge.idle)
    assert len(reach.asked) == 20
    assert len(hosts.workspace.trials.results) == 12


def test_the_keyboard_stays_where_the_tests_were_started_and_stopped(hosts, qtbot, until, reach):
    add(hosts, qtbot, "hv1, hv2")
    reach.gate.clear()
    tests = hosts.tests
    tests.test_button.setFocus()
    qtbot.keyClick(tests.test_button, Qt.Key.Key_Space)
    until(lambda: len(reach.asked) == 2)
    assert tests.cancel_button.hasFocus()
    reach.gate.set()
    until(tests.test_button.isVisible)
    assert tests.test_button.hasFocus()


def test_a_key_of_a_host_that_is_named_by_its_port_names_it_once(hosts, qtbot, until, reach):
    error = UnknownHostKeyError(
        "192.0.2.21:2222: nobody has confirmed its host key yet.", host="192.0.2.21", port=2222,
        key_type="ssh-ed25519", fingerprint=FINGERPRINT, key_base64="A", seen=(),
    )  # fmt: skip
    name = "192.0.2.21:2222"
    reach.said = {
        name: Trial(name, ok=False, sentence=str(error), host_key=FINGERPRINT, unknown_key=error, error_kind=error.kind)
    }
    add(hosts, qtbot, "192.0.2.21, 192.0.2.21:2222")
    assert name in names(hosts)
    qtbot.mouseClick(hosts.tests.test_button, LEFT)
    until(lambda: len(hosts.workspace.trials.results) == 2)
    hosts.keys_page.fill(unknown_keys(hosts.workspace.trials.results.values()))
    assert hosts.keys_page.keys.item(0).text().splitlines()[0] == name


def test_a_test_that_ends_after_the_host_was_changed_says_nothing_about_it(hosts, qtbot, until, reach):
    add(hosts, qtbot, "hv1")
    click(hosts, qtbot, 0)
    reach.gate.clear()
    qtbot.mouseClick(hosts.panel.test_button, LEFT)
    until(lambda: bool(reach.asked))
    type_over(qtbot, hosts.panel.address, "other.example")
    reach.gate.set()
    until(hosts.workspace.bridge.idle)
    assert state_text(hosts.model.row(0)) == "not tested"


def test_a_failure_is_explained_and_a_changed_key_has_no_button(hosts, qtbot, until, reach):
    sentence = "hv1: the host key has CHANGED from SHA256:old (/known, line 3) to SHA256:new: nothing was sent."
    reach.said = {"hv1": Trial("hv1", ok=False, sentence=sentence, error_kind="host-key-changed")}
    add(hosts, qtbot, "hv1")
    click(hosts, qtbot, 0)
    qtbot.mouseClick(hosts.panel.test_button, LEFT)
    until(lambda: "CHANGED" in hosts.panel.outcome.sentence.text())
    assert "SHA256:old" in hosts.panel.outcome.sentence.text()
    assert "SHA256:new" in hosts.panel.outcome.sentence.text()
    assert hosts.panel.outcome.advice.isVisible()
    assert not hosts.panel.outcome.accept_button.isVisible()
    assert state_text(hosts.model.row(0)) == "host key CHANGED"


def test_everything_can_be_reached_by_keyboard_and_has_a_name(hosts, window, qtbot):
    add(hosts, qtbot, "hv1, hv2")
    click(hosts, qtbot, 0)
    hosts.adding.field.setFocus()
    seen = []
    for _ in range(60):
        widget = window.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    wanted = {
        hosts.adding.add_button, hosts.adding.paste_button, hosts.table, hosts.tests.test_button, hosts.panel.name,
        hosts.panel.role, hosts.panel.login.credential, hosts.panel.way.known_hosts.line, hosts.panel.way.legacy,
        hosts.panel.test_button, hosts.panel.remove_button,
    }  # fmt: skip
    assert wanted <= set(seen)
    for widget in seen:
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget
