"""What a host asks during a login, answered in the window; and what Bartizan keeps, listed and deleted."""

import threading

import pytest
import sshd_rig
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from app import credentials
from app.errors import CredentialError
from app.model import Target
from app.transport.base import Prompt, Question, Secrets
from ui.dialogs.credentials import CredentialsDialog
from ui.models.hosts import state_text
from ui.widgets.loginform import LoginForm

LEFT = Qt.MouseButton.LeftButton
WORDS = "Enter the code for <b>hv1</b>\x1b[2J"


CODE = (Prompt("Code: ", echo=True), Prompt("PIN: ", echo=False))


def question(name="hv1", kind="host", prompts=CODE):
    return Question(name, f"{name} (192.0.2.10:22)", "audit", "Second factor", WORDS, prompts, kind)


class Asking:
    """A host's thread that waits for a person."""

    def __init__(self, workspace, asked):
        self.over = threading.Event()
        self.answers = []
        ask = workspace.questions.asker()
        self.thread = threading.Thread(target=lambda: self.answers.append(ask(asked, self.over)), daemon=True)
        self.thread.start()


@pytest.fixture
def hosts(window):
    window.navigator.pages.made["start"].new_audit()
    window.navigator.go("hosts")
    return window.navigator.pages.made["hosts"]


def test_a_question_names_the_host_shows_its_words_as_text_and_is_answered(hosts, window, qtbot, until):
    asking = Asking(window.workspace, question())
    until(lambda: window.centre.question is not None and window.centre.question.isVisible())
    panel = window.centre.question
    assert panel.title.text() == "hv1 (192.0.2.10:22) asks audit"
    assert "<b>hv1</b>\\x1b[2J" in panel.words.text()
    assert [field.echoMode() for field in panel.fields] == [
        panel.fields[0].EchoMode.Normal,
        panel.fields[0].EchoMode.Password,
    ]
    assert "s left" in panel.clock.text()
    assert panel.fields[0].hasFocus()
    qtbot.keyClicks(panel.fields[0], "123456")
    qtbot.keyClick(panel.fields[0], Qt.Key.Key_Return)
    assert panel.fields[1].hasFocus()
    qtbot.keyClicks(panel.fields[1], "0000")
    qtbot.keyClick(panel.fields[1], Qt.Key.Key_Return)
    until(lambda: asking.answers == [("123456", "0000")])
    assert not panel.isVisible()


def test_it_takes_the_keyboard_from_nobody_who_types(hosts, window, qtbot, until):
    field = hosts.adding.field
    field.setFocus()
    qtbot.keyClicks(field, "root@h")
    asking = Asking(window.workspace, question())
    until(lambda: window.centre.question is not None and window.centre.question.isVisible())
    assert field.hasFocus()
    window.menus._window.answer_question()  # F8
    assert window.centre.question.fields[0].hasFocus()
    qtbot.mouseClick(window.centre.question.cancel_button, LEFT)
    until(lambda: asking.answers == [None])


def test_the_keyboard_goes_back_to_what_had_it(hosts, window, qtbot, until):
    add_button = hosts.adding.paste_button
    add_button.setFocus()
    first = Asking(window.workspace, question())
    until(lambda: window.centre.question is not None and window.centre.question.isVisible())
    second = Asking(window.workspace, question("hv2"))
    until(lambda: window.workspace.questions.count == 2)
    for asking in (first, second):
        until(window.centre.question.fields[0].hasFocus)
        qtbot.mouseClick(window.centre.question.cancel_button, LEFT)
        until(lambda asking=asking: asking.answers == [None])
    assert add_button.hasFocus()


def test_tab_leads_through_a_question_and_escape_declines_it(hosts, window, qtbot, until):
    first = Asking(window.workspace, question(kind="password", prompts=(Prompt("Password: ", echo=False),)))
    until(lambda: window.centre.question is not None and window.centre.question.isVisible())
    second = Asking(window.workspace, question("hv2"))
    until(lambda: window.workspace.questions.count == 2)
    panel = window.centre.question
    for asking, box in ((first, (panel.keep_box,)), (second, ())):
        until(panel.fields[0].hasFocus)
        for stop in (*panel.fields[1:], *box, panel.send_button, panel.cancel_button):
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            assert stop.hasFocus()
        panel.fields[0].setFocus()
        qtbot.keyClicks(panel.fields[0], "half")
        qtbot.keyClick(panel.fields[0], Qt.Key.Key_Escape)
        until(lambda asking=asking: asking.answers == [None])
    assert not panel.isVisible()


def test_the_page_has_the_keyboard_where_what_had_it_before_a_question_is_gone(hosts, window, qtbot, until):
    hosts.adding.paste_button.setFocus()
    asking = Asking(window.workspace, question())
    until(lambda: window.centre.question is not None and window.centre.question.isVisible())
    hosts.adding.paste_button.hide()
    qtbot.mouseClick(window.centre.question.cancel_button, LEFT)
    until(lambda: asking.answers == [None])
    assert hosts.adding.field.hasFocus()


def test_several_hosts_queue_up_and_one_whose_login_is_over_is_taken_away(hosts, window, qtbot, until):
    first = Asking(window.workspace, question("hv1"))
    until(lambda: window.workspace.questions.count == 1)
    second = Asking(window.workspace, question("hv2"))
    until(lambda: window.workspace.questions.count == 2)
    assert window.centre.question.more.text() == "1 more waiting"
    first.over.set()
    until(lambda: window.centre.question.title.text().startswith("hv2"))
    until(lambda: first.answers == [None])
    assert window.centre.question.fields[0].text() == ""
    qtbot.mouseClick(window.centre.question.cancel_button, LEFT)
    until(lambda: second.answers == [None])


def test_a_password_that_was_asked_for_is_kept_for_the_session_if_wanted(hosts, window, qtbot, until):
    asking = Asking(window.workspace, question(kind="password", prompts=(Prompt("Password of audit: ", echo=False),)))
    until(lambda: window.centre.question is not None and window.centre.question.isVisible())
    panel = window.centre.question
    assert "wants the password of audit" in panel.title.text()
    assert not panel.words.isVisible()
    qtbot.keyClicks(panel.fields[0], "tr0ub4dor")
    qtbot.mouseClick(panel.send_button, LEFT)
    until(lambda: asking.answers == [("tr0ub4dor",)])
    assert window.workspace.secrets_of("hv1").password == "tr0ub4dor"


def test_closing_the_audit_ends_every_wait(hosts, window, until):
    asking = Asking(window.workspace, question())
    until(lambda: window.workspace.questions.count == 1)
    window.workspace.close_audit()
    until(lambda: asking.answers == [None])
    assert not window.centre.question.isVisible()


@pytest.fixture
def account(make_account, monkeypatch):
    monkeypatch.setattr(credentials.KeptSecrets, "of", lambda _self, _target, _cancel=None: Secrets())
    return make_account()


@pytest.mark.real
def test_a_second_factor_of_a_real_server(hosts, make_sshd, account, qtbot, until):
    window = hosts.window()
    server = make_sshd(
        "UsePAM yes", "KbdInteractiveAuthentication yes", "AuthenticationMethods publickey,keyboard-interactive",
        user=account.name,
    )  # fmt: skip
    folder = hosts.workspace.audit.path.parent
    hosts.adding.field.setFocus()
    qtbot.keyClicks(hosts.adding.field, f"{account.name}@127.0.0.1:{server.port}")
    qtbot.keyClick(hosts.adding.field, Qt.Key.Key_Return)
    hosts.table.selectRow(0)
    login = hosts.panel.login
    login.credential.setCurrentIndex(login.credential.findData("key"))
    login.credential.activated.emit(0)
    login.identity.set_path(str(server.key))
    login.identity.edited.emit()
    hosts.panel.way.known_hosts.set_path(str(server.known_hosts))
    hosts.panel.way.known_hosts.edited.emit()
    qtbot.mouseClick(hosts.panel.test_button, LEFT)
    until(lambda: window.centre.question is not None and window.centre.question.isVisible(), 30_000)
    assert account.name in window.centre.question.title.text()
    assert state_text(hosts.model.row(0)) == "asks you"
    window.centre.question.take_keyboard()
    qtbot.keyClicks(window.centre.question.fields[0], account.password)
    qtbot.keyClick(window.centre.question.fields[0], Qt.Key.Key_Return)
    until(lambda: state_text(hosts.model.row(0)).startswith("ready"), 30_000)
    assert all(account.password.encode() not in path.read_bytes() for path in folder.iterdir() if path.is_file())
    assert sshd_rig.public(server.key) not in window.centre.question.words.text()


# --- Edit > Credentials -----------------------------------------------------------------------------------------------


@pytest.fixture
def dialog(hosts, window, qtbot):
    def show():
        made = CredentialsDialog(window, window.workspace)
        qtbot.addWidget(made)
        made.open()
        return made

    return show


def test_what_is_kept_is_listed_and_deleted_after_a_second_press(dialog, window, monkeypatch, qtbot, until):
    kept = ["passphrase /keys/id", "password audit@hv1:22", "sudo audit@hv1:22"]

    def forget(names):
        for name in names:
            kept.remove(name)
        return len(names)

    monkeypatch.setattr(credentials, "listed", lambda: tuple(kept))
    monkeypatch.setattr(credentials, "forget", forget)
    shown = dialog()
    until(lambda: shown.entries.count() == 3)
    assert shown.entries.item(1).text().startswith("audit@hv1:22 ")
    assert shown.entries.item(1).text().endswith(" password")
    assert not shown.delete_button.isEnabled()
    shown.entries.setCurrentRow(1)
    qtbot.keyClick(shown.entries, Qt.Key.Key_Space)
    qtbot.mouseClick(shown.delete_button, LEFT)
    assert len(kept) == 3
    assert shown.delete_button.text() == "Really delete 1"
    qtbot.mouseClick(shown.delete_button, LEFT)
    until(lambda: shown.entries.count() == 2)
    assert kept == ["passphrase /keys/id", "sudo audit@hv1:22"]
    assert "1 deleted" in shown.message.text()


def test_a_keyring_that_hangs_or_fails_is_said_and_holds_nothing_up(dialog, window, monkeypatch, qtbot, until):
    gate = threading.Event()

    def listed():
        gate.wait(20)
        raise CredentialError("The keyring is locked and was not unlocked; unlock it and try again.")

    monkeypatch.setattr(credentials, "listed", listed)
    shown = dialog()
    assert "Asking the keyring" in shown.state.text()
    gate.set()
    until(lambda: "locked" in shown.message.text())
    monkeypatch.setattr(credentials, "listed", tuple)
    qtbot.mouseClick(shown.again_button, LEFT)
    until(lambda: "Nothing is remembered" in shown.state.text())


def test_a_message_that_is_there_as_the_dialog_opens_has_no_keyboard(hosts, window, monkeypatch, qtbot, until):
    def fails():
        raise CredentialError("There is no keyring.")

    monkeypatch.setattr(credentials, "listed", fails)
    made = CredentialsDialog(window, window.workspace)
    qtbot.addWidget(made)
    until(lambda: "no keyring" in made.message.text())
    made.open()
    qtbot.waitExposed(made)
    assert made.focusWidget() is made.close_button


def test_what_was_typed_is_forgotten_on_request(dialog, window, monkeypatch, qtbot):
    monkeypatch.setattr(credentials, "listed", tuple)
    window.workspace.set_secrets("hv1", Secrets(password="tr0ub4dor"))
    shown = dialog()
    assert "hv1" in shown.session.text()
    assert "tr0ub4dor" not in shown.session.text()
    qtbot.mouseClick(shown.forget_button, LEFT)
    assert window.workspace.secrets_of("hv1").password is None
    assert not shown.forget_button.isVisible()


def test_a_message_moves_nothing_in_the_dialog(dialog, window, monkeypatch, qtbot, until):
    kept = [f"password audit@hv{n:02}:22" for n in range(14)]
    monkeypatch.setattr(credentials, "listed", lambda: tuple(kept))
    monkeypatch.setattr(credentials, "forget", lambda names: len([kept.remove(name) for name in names]))
    window.workspace.set_secrets("hv1", Secrets(password="tr0ub4dor"))
    shown = dialog()
    until(lambda: shown.entries.count() == 14)
    parts = shown.filter, shown.entries, shown.all_button, shown.delete_button, shown.forget_button

    def places():
        QCoreApplication.processEvents()  # layouts within the dialog's own have been asked for, and come with the loop
        shown.layout().activate()
        corners = [
            (one.mapTo(shown, one.rect().topLeft()), one.mapTo(shown, one.rect().bottomRight())) for one in parts
        ]
        return [(first.y(), last.x(), last.y()) for first, last in corners]  # a button grows away from its last edge

    before = places()
    shown.entries.setFocus()
    shown.entries.setCurrentRow(13)
    for _ in range(5):
        qtbot.keyClick(shown.entries, Qt.Key.Key_Space)
        qtbot.keyClick(shown.entries, Qt.Key.Key_Up)
    qtbot.mouseClick(shown.delete_button, LEFT)
    assert "5 secrets" in shown.message.text()
    assert shown.message.isVisible()
    assert places() == before
    assert not shown.message.geometry().intersects(shown.delete_button.geometry())
    qtbot.mouseClick(shown.delete_button, LEFT)
    until(lambda: shown.entries.count() == 9)
    assert places() == before
    qtbot.mouseClick(shown.forget_button, LEFT)
    assert "forgotten" in shown.message.text()
    assert places() == before


def test_who_looks_elsewhere_is_told_once_that_a_host_asks(hosts, window, until, monkeypatch):
    told = []
    monkeypatch.setattr(window.desktop, "tell", lambda *words: told.append(words))
    first, second = (Asking(window.workspace, question(name)) for name in ("hv1", "hv2"))
    until(lambda: window.workspace.questions.count == 2)
    assert len(told) == 1  # the second one waits
    assert not any(name in word for words in told for word in words for name in ("hv", "audit", "192"))
    window.workspace.questions.answer(window.workspace.questions.current, ("1", "2"))
    until(lambda: len(told) == 2)
    window.workspace.questions.decline_all()
    assert len(told) == 2
    for one in (first, second):
        one.thread.join(10)


def test_who_chooses_a_key_file_finds_the_one_that_ssh_would_take(qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".ssh").mkdir()
    login = LoginForm()
    qtbot.addWidget(login)

    def choose(way):
        login.credential.setCurrentIndex(login.credential.findData(way))
        login.credential.activated.emit(0)

    choose("key")
    assert login.identity.path == ""  # none is there
    for name in ("id_rsa", "id_ed25519"):
        (tmp_path / ".ssh" / name).write_text("")
    choose("key")
    assert login.identity.path == "~/.ssh/id_ed25519"
    login.identity.set_path("/keys/own")
    choose("password")
    choose("key")
    assert login.identity.path == "/keys/own"
    assert login.apply(Target("hv1", "hv1")).identity == "/keys/own"
