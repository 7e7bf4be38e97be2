"""Logins that want more than one proof, and a person who answers what a host asks."""

import threading
from pathlib import Path

import pytest
import sshd_rig

from app.errors import ConnectError
from app.model import Probe, Reason
from app.transport.base import Limits, Prompt, Secrets

pytestmark = pytest.mark.real

PAM = ("UsePAM yes", "PasswordAuthentication yes", "KbdInteractiveAuthentication yes")


class Person:
    """Answers with these words, one list a question, and keeps what was asked."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    def __call__(self, question, over):
        self.asked.append(question)
        assert not over.is_set()
        return self.answers.pop(0) if self.answers else None


def refused(dial, server, **given):
    with pytest.raises(ConnectError) as caught:
        dial(server, **given).close()
    assert str(caught.value).startswith("hv1 (127.0.0.1:")
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.fixture
def account(make_account):
    return make_account()


@pytest.mark.parametrize("second", ["password", "keyboard-interactive"])
def test_a_person_gives_the_second_factor_after_a_key(make_sshd, account, look, is_whole, second):
    server = make_sshd(*PAM, f"AuthenticationMethods publickey,{second}", user=account.name)
    person = Person([account.password])
    assert is_whole(look(server, ask=person), account.name)
    (question,) = person.asked
    assert (question.target, question.user) == ("hv1", account.name)
    assert question.where == f"hv1 (127.0.0.1:{server.port})"
    assert [prompt.echo for prompt in question.prompts] == [False]
    assert question.kind == ("password" if second == "password" else "host")


def test_a_second_prompt_is_never_answered_with_the_password_again(make_sshd, account, look, is_whole):
    server = make_sshd(*PAM, "AuthenticationMethods password,keyboard-interactive", user=account.name)
    person = Person([account.password])
    secret = Secrets(password=account.password)
    assert is_whole(look(server, identity="", secret=secret, ask=person), account.name)
    assert [question.prompts for question in person.asked] == [(Prompt("Password: ", echo=False),)]


def test_nobody_there_for_a_second_prompt(make_sshd, account, dial):
    server = make_sshd(*PAM, "AuthenticationMethods password,keyboard-interactive", user=account.name)
    error = refused(dial, server, identity="", secret=Secrets(password=account.password))
    assert error.kind == "second-factor"
    assert "nobody is there to answer" in str(error)
    assert server.said().count("Accepted") + server.said().count("Partial") >= 1


def test_a_key_after_the_password(make_sshd, account, look, is_whole):
    server = make_sshd(*PAM, "AuthenticationMethods password,publickey", user=account.name)
    assert is_whole(look(server, secret=Secrets(password=account.password)), account.name)


def test_a_host_that_asks_nothing_by_prompts_still_takes_a_typed_password(make_sshd, account, look, is_whole):
    server = make_sshd("PasswordAuthentication yes", "KbdInteractiveAuthentication yes", user=account.name)
    person = Person([account.password])
    assert is_whole(look(server, identity="", ask=person), account.name)
    assert [question.kind for question in person.asked] == ["password"]


def test_a_rejection_names_the_keys_that_were_not_offered(make_sshd, account, dial, tmp_path, monkeypatch):
    """Who has a key where ssh looks for it takes it for offered."""
    (tmp_path / ".ssh").mkdir()
    sshd_rig.make_key(tmp_path / ".ssh" / "id_ed25519")
    monkeypatch.setenv("HOME", str(tmp_path))
    server = make_sshd(*PAM, user=account.name)
    error = refused(dial, server, identity="", ask=Person(["wrong"], ["wrong"]))
    assert error.kind == "login-rejected"
    assert "; ~/.ssh/id_ed25519 is there, but no key is offered unasked; check user name" in str(error)
    error = refused(dial, server, identity=str(sshd_rig.make_key(tmp_path / "stray")))
    assert "unasked" not in str(error)


def test_a_person_types_the_password(make_sshd, account, look, is_whole):
    server = make_sshd(*PAM, user=account.name)
    person = Person([account.password])
    assert is_whole(look(server, identity="", ask=person), account.name)
    assert len(person.asked) == 1


def test_a_wrong_password_is_asked_for_once(make_sshd, account, dial):
    server = make_sshd(*PAM, user=account.name)
    person = Person(["wrong-one"], ["wrong-two"])
    error = refused(dial, server, identity="", ask=person, credential="password")
    assert error.kind == "login-rejected"
    assert "wrong-one" not in str(error)
    assert len(person.asked) == 1


def test_a_person_who_declines(make_sshd, account, dial):
    server = make_sshd(*PAM, "AuthenticationMethods publickey,keyboard-interactive", user=account.name)
    error = refused(dial, server, ask=Person(None))
    assert error.kind == "second-factor"
    assert "nobody answered" in str(error)


def test_a_rejected_key_is_not_followed_by_a_question(make_sshd, account, dial, tmp_path):
    server = make_sshd(*PAM, user=account.name)
    server.authorized_keys.write_text("")
    person = Person([account.password])
    assert refused(dial, server, ask=person).kind == "login-rejected"
    assert person.asked == []


def test_a_passphrase_is_asked_for(make_sshd, look, is_whole, dial, tmp_path):
    key = sshd_rig.make_key(tmp_path / "key", passphrase="open")
    server = make_sshd(key=key)
    person = Person(["open"], ["wrong"])
    assert is_whole(look(server, ask=person), server.user)
    assert person.asked[0].kind == "passphrase"
    assert str(key) in person.asked[0].prompts[0].text
    assert refused(dial, server, ask=person).kind == "key-unreadable"


def test_the_question_goes_away_with_the_login(make_sshd, account, dial):
    server = make_sshd(*PAM, "AuthenticationMethods publickey,keyboard-interactive", user=account.name)
    noticed = []

    def slow(_question, over):
        noticed.append(over.wait(20))
        return ["too late"]

    error = refused(dial, server, ask=slow, limits=Limits(connect=5, login=5, person=1.0, host=5))
    assert error.kind == "timeout"
    assert "nobody answered" in str(error)
    assert noticed == [True]


def test_cancel_takes_the_question_away(make_sshd, account, dial):
    server = make_sshd(*PAM, "AuthenticationMethods publickey,keyboard-interactive", user=account.name)
    cancel = threading.Event()

    def cancelling(_question, over):
        cancel.set()
        assert over.wait(5)
        return ["too late"]

    assert refused(dial, server, ask=cancelling, cancel=cancel).kind == "cancelled"


def test_a_host_that_hangs_up_takes_the_question_away(make_sshd, account, dial):
    server = make_sshd(
        *PAM, "AuthenticationMethods publickey,keyboard-interactive", "LoginGraceTime 1", user=account.name
    )
    error = refused(dial, server, ask=lambda _question, over: over.wait(10) and ["late"])
    assert error.kind == "login-rejected"


def test_words_before_the_prompt_of_pam(make_sshd, account, look, is_whole, monkeypatch):
    """A stack of PAM that greets first: the greeting is no question, and the prompt behind it is the password's."""
    service = f"bz-{account.name}"
    stack = Path("/etc/pam.d", service)
    stack.write_text(
        "auth optional pam_echo.so Welcome, whoever you are\nauth required pam_unix.so\n"
        "account required pam_permit.so\nsession required pam_permit.so\n"
    )
    account.extra.append(stack)
    program = Path(account.home, service)  # PAM's service is the name that the server was called by
    program.symlink_to(sshd_rig.SSHD)
    monkeypatch.setattr(sshd_rig, "SSHD", str(program))
    server = make_sshd("UsePAM yes", "KbdInteractiveAuthentication yes", user=account.name)
    assert is_whole(look(server, identity="", secret=Secrets(password=account.password)), account.name)
    person = Person([account.password])
    assert is_whole(look(server, identity="", ask=person), account.name)
    assert person.asked[0].prompts == (Prompt("Welcome, whoever you are\nPassword: ", echo=False),)


def test_what_a_person_typed_never_comes_back_as_evidence(make_sshd, account, look):
    """Whoever logs in by hand is protected like who keeps a password: a host may print what it was told."""
    server = make_sshd(*PAM, user=account.name)
    shown = f"echo it was {account.password}; echo {account.password} >&2"
    probes = tuple(
        Probe(id=name, addendum="linux", command=command, privilege="user", parser="text")
        for name, command in (("echo", shown), ("other", "echo fine"))
    )
    found = look(server, identity="", ask=Person([account.password]), probes=probes)
    told, other = found.evidence
    assert account.password.encode() not in told.output + told.stderr
    assert told.output == b"it was [hidden: a secret of this login]\n"
    assert (told.fault, other.fault) == (Reason.TAMPERED, None)
