"""Logging in to real OpenSSH servers: keys, certificates, agent, passwords, and what goes wrong with each."""

import os
import subprocess

import pytest
import sshd_rig

from app.errors import ConnectError
from app.transport.base import Secrets

pytestmark = pytest.mark.real


def refused(dial, *args, **kwargs):
    """The error of a login that must not work: one sentence with the host's name."""
    with pytest.raises(ConnectError) as caught:
        dial(*args, **kwargs).close()
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.startswith("hv1 (127.0.0.1:")
    assert sentence.endswith(".")
    return caught.value


@pytest.mark.parametrize(
    ("kind", "bits", "passphrase"),
    [
        ("ed25519", None, ""),
        ("ed25519", None, "a phrase ü"),
        ("ecdsa", 256, ""),
        ("ecdsa", 521, "a phrase"),
        ("rsa", 2048, ""),
        ("rsa", 3072, "a phrase"),
    ],
)
def test_keys(make_sshd, look, is_whole, tmp_path, *, kind, bits, passphrase):
    key = sshd_rig.make_key(tmp_path / "key", kind, passphrase, bits)
    server = make_sshd(key=key)
    secret = Secrets(passphrase=passphrase or None)
    assert is_whole(look(server, secret=secret), server.user)


def test_old_pem_key(make_sshd, look, is_whole, tmp_path):
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "rsa", "-m", "PEM", "-N", "a word", "-f", str(key)], check=True)
    server = make_sshd(key=key)
    assert is_whole(look(server, secret=Secrets(passphrase="a word")), server.user)


def test_a_passphrase_that_is_not_needed_does_no_harm(sshd, look, is_whole):
    assert is_whole(look(sshd, secret=Secrets(passphrase="superfluous")), sshd.user)


@pytest.mark.parametrize("kind", ["ed25519", "rsa", "ecdsa"])
def test_a_certificate_beside_the_key(make_sshd, look, is_whole, tmp_path, kind):
    authority = sshd_rig.make_key(tmp_path / "ca")
    key = sshd_rig.make_key(tmp_path / "key", kind)
    server = make_sshd(f"TrustedUserCAKeys {authority}.pub", key=sshd_rig.make_key(tmp_path / "other"))
    sign = ["ssh-keygen", "-q", "-s", str(authority), "-I", "test", "-n", server.user, f"{key}.pub"]
    subprocess.run(sign, check=True, capture_output=True)
    assert is_whole(look(server, identity=str(key)), server.user)


def test_a_certificate_that_is_over_falls_back_to_the_key(make_sshd, look, is_whole, tmp_path):
    authority = sshd_rig.make_key(tmp_path / "ca")
    key = sshd_rig.make_key(tmp_path / "key")
    server = make_sshd(f"TrustedUserCAKeys {authority}.pub", key=key)
    sign = ["ssh-keygen", "-q", "-s", str(authority), "-I", "t", "-n", server.user, "-V", "-2d:-1d", f"{key}.pub"]
    subprocess.run(sign, check=True, capture_output=True)
    assert is_whole(look(server), server.user)


def test_a_wrong_key(sshd, dial, tmp_path):
    error = refused(dial, sshd, identity=str(sshd_rig.make_key(tmp_path / "wrong")))
    assert error.kind == "login-rejected"
    assert "publickey" in str(error)
    assert sshd.said().count("Failed publickey") == 1


@pytest.mark.parametrize(
    ("content", "passphrase", "word"),
    [
        (None, None, "can't be read"),
        ("nonsense", None, "no private key"),
        ("phrase", None, "has a passphrase and none was given"),
        ("phrase", "wrong", "does not open"),
        ("dsa", None, "no private key"),
    ],
)
def test_unreadable_keys(sshd, dial, tmp_path, *, content, passphrase, word):
    key = tmp_path / "key"
    if content == "phrase":
        sshd_rig.make_key(key, passphrase="right")
    elif content:
        key.write_text(content)
    error = refused(dial, sshd, identity=str(key), secret=Secrets(passphrase=passphrase))
    assert error.kind == "key-unreadable"
    assert word in str(error)
    assert str(key) in str(error)
    assert "right" not in str(error)


@pytest.fixture
def agent(tmp_path, monkeypatch):
    """A real ssh-agent; gives a function that adds a key to it."""
    path = tmp_path / "agent"
    process = subprocess.Popen(["ssh-agent", "-D", "-a", str(path)], stdout=subprocess.DEVNULL)
    while not path.exists():
        assert process.poll() is None
    monkeypatch.setenv("SSH_AUTH_SOCK", str(path))
    yield lambda key: subprocess.run(["ssh-add", "-q", str(key)], check=True)
    process.kill()
    process.wait()


@pytest.mark.parametrize("kind", ["ed25519", "rsa", "ecdsa"])
@pytest.mark.parametrize("way", ["agent", "auto"])
def test_the_agent(make_sshd, look, is_whole, agent, tmp_path, *, kind, way):
    key = sshd_rig.make_key(tmp_path / "key", kind)
    agent(sshd_rig.make_key(tmp_path / "other"))
    agent(key)
    key.unlink()
    server = make_sshd(key=key)
    assert is_whole(look(server, identity="", credential=way), server.user)


def test_the_agent_opens_an_encrypted_key(make_sshd, look, is_whole, agent, tmp_path):
    key = sshd_rig.make_key(tmp_path / "key")
    agent(key)
    subprocess.run(
        ["ssh-keygen", "-q", "-p", "-P", "", "-N", "phrase", "-f", str(key)], check=True, capture_output=True
    )
    server = make_sshd(key=key)
    assert is_whole(look(server), server.user)


def test_an_agent_is_not_asked_when_a_key_is_named(sshd, dial, agent, tmp_path):
    agent(sshd.key)
    error = refused(dial, sshd, identity=str(sshd_rig.make_key(tmp_path / "wrong")))
    assert error.kind == "login-rejected"
    assert sshd.said().count("Failed publickey") == 1


def test_an_agent_without_the_key(sshd, dial, agent, tmp_path):
    agent(sshd_rig.make_key(tmp_path / "wrong"))
    assert refused(dial, sshd, identity="").kind == "login-rejected"


def test_an_agent_that_hangs_or_talks_nonsense(sshd, dial, tmp_path, monkeypatch):
    monkeypatch.setenv("SSH_AUTH_SOCK", str(tmp_path / "none"))
    assert refused(dial, sshd, identity="").kind == "credential-missing"


@pytest.mark.parametrize(("way", "word"), [("auto", "no key, password or agent"), ("password", "none"), ("key", "key")])
def test_nothing_to_offer(sshd, dial, way, word):
    error = refused(dial, sshd, identity="", credential=way)
    assert error.kind == "credential-missing"
    assert word in str(error)
    assert "Failed" not in sshd.said()


PAM = ("UsePAM yes", "PasswordAuthentication yes", "KbdInteractiveAuthentication no")
PROMPTS = ("UsePAM yes", "PasswordAuthentication no", "KbdInteractiveAuthentication yes")


@pytest.mark.parametrize("config", [PAM, PROMPTS, ("PasswordAuthentication yes",)])
def test_a_password(make_sshd, make_account, look, is_whole, config):
    account = make_account()
    server = make_sshd(*config, user=account.name)
    found = look(server, identity="", secret=Secrets(password=account.password))
    assert is_whole(found, account.name)


@pytest.mark.parametrize("config", [PAM, PROMPTS])
def test_a_wrong_password_is_sent_once(make_sshd, make_account, dial, config):
    account = make_account()
    server = make_sshd(*config, user=account.name)
    secret = "wrong-" + account.password
    error = refused(dial, server, identity="", secret=Secrets(password=secret))
    assert error.kind == "login-rejected"
    assert secret not in str(error)
    assert server.said().count("Failed password") + server.said().count("PAM: Authentication failure") in (1, 2)


def test_no_password_where_none_is_taken(sshd, dial):
    error = refused(dial, sshd, identity="", secret=Secrets(password="secret-word"))
    assert error.kind == "login-rejected"
    assert "Failed password" not in sshd.said()


@pytest.mark.parametrize("config", [PAM, PROMPTS])
def test_an_expired_password(make_sshd, make_account, look, config):
    account = make_account()
    subprocess.run(["chage", "-d", "0", account.name], check=True)
    server = make_sshd(*config, user=account.name)
    try:
        fault = look(server, identity="", secret=Secrets(password=account.password)).fault
    except ConnectError as error:
        fault = error
    assert fault.kind == "password-expired"


def test_two_factors_of_which_one_is_missing(make_sshd, make_account, dial):
    account = make_account()
    server = make_sshd(*PAM, "AuthenticationMethods publickey,password", user=account.name)
    error = refused(dial, server)
    assert error.kind == "second-factor"
    assert "password" in str(error)


def test_two_factors_that_are_both_given(make_sshd, make_account, look, is_whole):
    account = make_account()
    server = make_sshd(*PAM, "AuthenticationMethods publickey,password", user=account.name)
    assert is_whole(look(server, secret=Secrets(password=account.password)), account.name)


def test_a_key_that_was_chosen_is_all_that_is_offered(make_sshd, make_account, dial):
    account = make_account()
    server = make_sshd(*PAM, "AuthenticationMethods publickey,password", user=account.name)
    error = refused(dial, server, credential="key", secret=Secrets(password=account.password))
    assert error.kind == "second-factor"
    assert "Accepted password" not in server.said()


def test_an_unknown_user(make_sshd, dial):
    server = make_sshd(user="no-such-user-here")
    assert refused(dial, server).kind == "login-rejected"


def test_nobody_may_log_in(make_sshd, make_account, dial):
    account = make_account()
    server = make_sshd("DenyUsers *", user=account.name)
    assert refused(dial, server).kind == "login-rejected"


def test_too_many_tries_are_said(make_sshd, dial):
    server = make_sshd("MaxAuthTries 1")
    error = refused(dial, server, identity="", secret=Secrets(password="x"))
    assert error.kind == "login-rejected"


def test_no_secret_stays_in_an_error(make_sshd, make_account, dial):
    account = make_account()
    server = make_sshd(*PAM, user=account.name)
    secret = "s3cret-" + os.urandom(8).hex()
    error = refused(dial, server, identity="", secret=Secrets(password=secret, passphrase=secret, sudo=secret))
    while error is not None:
        assert secret not in repr(error)
        error = error.__cause__ or error.__context__
    assert "Secrets(hidden)" in repr(Secrets(password=secret))


@pytest.mark.parametrize("config", [PAM, PROMPTS])
def test_a_connection_doesn_t_keep_the_password_that_opened_it(make_sshd, make_account, dial, config):
    """It lives as long as the look takes, and a crash would show what it holds."""
    account = make_account()
    server = make_sshd(*config, user=account.name)
    session = dial(server, identity="", secret=Secrets(password=account.password))
    try:
        handler = session._wires[-1].auth_handler
        assert account.password not in [value for value in vars(handler).values() if isinstance(value, str)]
    finally:
        session.close()
