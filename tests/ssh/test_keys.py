"""Key files of every kind, what people name instead of one, certificates, and agents of every temper."""

import base64
import os
import socket
import subprocess
import threading

import pytest
import sshd_rig
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from app.errors import ConnectError
from app.transport.agent import Agent
from app.transport.base import Limits, Secrets

pytestmark = pytest.mark.real


def refused(dial, server, **given):
    with pytest.raises(ConnectError) as caught:
        dial(server, **given).close()
    sentence = str(caught.value)
    assert sentence.startswith("hv1 (127.0.0.1:")
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return caught.value


def keygen(*words):
    subprocess.run(["ssh-keygen", "-q", *map(str, words)], check=True, capture_output=True)


@pytest.mark.parametrize("kind", ["rsa", "ecdsa"])
@pytest.mark.parametrize("form", ["PEM", "PKCS8"])
@pytest.mark.parametrize("passphrase", ["", "a word"])
def test_older_forms(make_sshd, look, is_whole, tmp_path, *, kind, form, passphrase):
    key = tmp_path / "key"
    keygen("-t", kind, "-m", form, "-N", passphrase, "-f", key)
    server = make_sshd(key=key)
    assert is_whole(look(server, secret=Secrets(passphrase=passphrase or None)), server.user)


def test_ed25519_in_pkcs_8(make_sshd, look, is_whole, tmp_path):
    key = tmp_path / "key"
    made = Ed25519PrivateKey.generate()
    key.write_bytes(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    key.chmod(0o600)
    (tmp_path / "key.pub").write_bytes(made.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH))
    server = make_sshd(key=key)
    assert is_whole(look(server), server.user)


PUTTY = "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: x\nPublic-Lines: 2\n"
DSA = "-----BEGIN DSA PRIVATE KEY-----\nMIIBuwIBAAKBgQD=\n-----END DSA PRIVATE KEY-----\n"
SSH2 = "---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----\n"


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (PUTTY, "puttygen"),
        (DSA, "DSA key"),
        (SSH2, "public key"),
        ("", "no private key"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n", "no private key"),
        ("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "no private key"),
        ("-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n", "no private key"),
    ],
)
def test_what_is_named_instead_of_a_key(sshd, dial, tmp_path, content, word):
    key = tmp_path / "key"
    key.write_text(content)
    key.chmod(0o600)
    error = refused(dial, sshd, identity=str(key))
    assert error.kind == "key-unreadable"
    assert word in str(error)
    assert str(key) in str(error)


def test_a_folder_and_a_fifo_are_no_keys(sshd, dial, tmp_path):
    os.mkfifo(tmp_path / "fifo")
    for name in ("fifo", "", "none\0"):
        assert refused(dial, sshd, identity=f"{tmp_path}/{name}").kind == "key-unreadable"


def test_a_key_that_others_may_read(sshd, dial):
    sshd.key.chmod(0o644)
    error = refused(dial, sshd)
    assert error.kind == "key-unreadable"
    assert "mode 0644" in str(error)
    assert "chmod 600" in str(error)


def test_a_security_key_without_an_agent(sshd, dial, tmp_path):
    """The file that ssh-keygen -t ed25519-sk makes: its public half is all that is read."""

    def packed(*parts):
        return b"".join(len(part).to_bytes(4, "big") + part for part in parts)

    public = packed(b"sk-ssh-ed25519@openssh.com", bytes(32), b"ssh:")
    body = b"openssh-key-v1\0" + packed(b"none", b"none", b"") + (1).to_bytes(4, "big") + packed(public, bytes(64))
    key = tmp_path / "id_ed25519_sk"
    text = base64.encodebytes(body).decode()
    key.write_text(f"-----BEGIN OPENSSH PRIVATE KEY-----\n{text}-----END OPENSSH PRIVATE KEY-----\n")
    key.chmod(0o600)
    error = refused(dial, sshd, identity=str(key))
    assert error.kind == "key-unreadable"
    assert "security key" in str(error)
    assert "the agent is not running" in str(error)


# --- certificates ----------------------------------------------------------------------------------------------------


@pytest.fixture
def authority(make_sshd, tmp_path):
    """A server that believes one authority alone, and a key that it has not signed yet."""
    ca = sshd_rig.make_key(tmp_path / "ca")
    server = make_sshd(f"TrustedUserCAKeys {ca}.pub", key=sshd_rig.make_key(tmp_path / "other"))
    server.key = sshd_rig.make_key(tmp_path / "mine")

    def sign(*words, key=server.key):
        keygen("-s", ca, "-I", "test", *words, f"{key}.pub")

    return server, sign


def test_a_certificate_elsewhere(authority, look, is_whole, tmp_path):
    server, sign = authority
    sign("-n", server.user)
    moved = tmp_path / "elsewhere" / "cert"
    moved.parent.mkdir()
    (tmp_path / "mine-cert.pub").rename(moved)
    assert is_whole(look(server, certificate=str(moved)), server.user)


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        (("-V", "-2d:-1d"), "expired at 20"),
        (("-V", "+1d:+2d"), "is not valid before 20"),
        (("-n", "somebody,else"), "is for somebody, else, not for "),
    ],
)
def test_what_is_wrong_with_a_certificate_is_said(authority, dial, words, remark):
    server, sign = authority
    sign(*words)
    error = refused(dial, server)
    assert error.kind == "login-rejected"
    assert remark in str(error)


def test_a_certificate_of_another_key(authority, dial, tmp_path):
    server, sign = authority
    other = sshd_rig.make_key(tmp_path / "second")
    sign("-n", server.user, key=other)
    error = refused(dial, server, certificate=f"{other}-cert.pub")
    assert "belongs to another key" in str(error)


@pytest.mark.parametrize("content", [None, "", "nonsense", "ssh-ed25519-cert-v01@openssh.com AAAA"])
def test_a_named_certificate_that_is_none(sshd, dial, tmp_path, content):
    path = tmp_path / "cert"
    if content is not None:
        path.write_text(content)
    error = refused(dial, sshd, certificate=str(path))
    assert error.kind == "key-unreadable"
    assert str(path) in str(error)


# --- agents ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def agent(tmp_path, monkeypatch):
    """A real ssh-agent; gives a function that calls ssh-add."""
    path = tmp_path / "agent"
    process = subprocess.Popen(["ssh-agent", "-D", "-a", str(path)], stdout=subprocess.DEVNULL)
    while not path.exists():
        assert process.poll() is None
    monkeypatch.setenv("SSH_AUTH_SOCK", str(path))
    yield lambda *words, **more: subprocess.run(["ssh-add", "-q", *map(str, words)], check=True, **more)
    process.kill()
    process.wait()


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_a_certificate_in_the_agent(make_sshd, agent, look, is_whole, tmp_path, *, kind):
    ca = sshd_rig.make_key(tmp_path / "ca")
    server = make_sshd(f"TrustedUserCAKeys {ca}.pub", key=sshd_rig.make_key(tmp_path / "other"))
    key = sshd_rig.make_key(tmp_path / "mine", kind)
    keygen("-s", ca, "-I", "test", "-n", server.user, f"{key}.pub")
    agent(key)
    for name in ("mine", "mine.pub", "mine-cert.pub"):
        (tmp_path / name).unlink()
    assert is_whole(look(server, identity=""), server.user)


def test_a_public_key_chooses_one_of_the_agent(make_sshd, agent, look, is_whole, tmp_path):
    keys = [sshd_rig.make_key(tmp_path / f"key{number}") for number in range(8)]
    for key in keys:
        agent(key)
        key.unlink()
    server = make_sshd("MaxAuthTries 1", key=keys[7])
    assert is_whole(look(server, identity=f"{keys[7]}.pub"), server.user)
    assert server.said().count("Failed publickey") == 0


def test_a_certificate_for_a_key_of_the_agent(authority, agent, look, is_whole):
    server, sign = authority
    agent(server.key)
    sign("-n", server.user)
    server.key.unlink()
    assert is_whole(look(server, identity=f"{server.key}.pub", certificate=f"{server.key}-cert.pub"), server.user)


def test_a_public_key_that_the_agent_lacks(sshd, dial, agent, tmp_path):
    agent(sshd_rig.make_key(tmp_path / "other"))
    error = refused(dial, sshd, identity=f"{sshd.key}.pub")
    assert error.kind == "key-unreadable"
    assert "does not hold its private half" in str(error)


def test_only_what_the_host_would_take_is_signed(  # noqa: PLR0917 - fixtures
    make_sshd, agent, look, is_whole, tmp_path, monkeypatch
):
    """An agent may want a finger or a click for each signature."""
    signed, sign = [], Agent.sign
    monkeypatch.setattr(Agent, "sign", lambda self, *given: (signed.append(given[0]), sign(self, *given))[1])
    keys = [sshd_rig.make_key(tmp_path / f"key{number}") for number in range(3)]
    for key in keys:
        agent(key)
    server = make_sshd(key=keys[2])
    assert is_whole(look(server, identity=""), server.user)
    assert server.said().count("Postponed publickey") == 1
    assert len(signed) == 1


def test_a_locked_agent(sshd, dial, agent, tmp_path):
    agent(sshd.key)
    askpass = tmp_path / "askpass"
    askpass.write_text("#!/bin/sh\necho word\n")
    askpass.chmod(0o755)
    agent("-x", env={**os.environ, "SSH_ASKPASS": str(askpass), "SSH_ASKPASS_REQUIRE": "force", "DISPLAY": "x"})
    error = refused(dial, sshd, identity="")
    assert error.kind == "credential-missing"
    assert "locked" in str(error)


def test_default_keys_are_named_and_not_offered(sshd, dial, tmp_path):
    (tmp_path / ".ssh").mkdir()
    (tmp_path / ".ssh" / "id_ed25519").write_bytes(sshd.key.read_bytes())
    error = refused(dial, sshd, identity="")
    assert error.kind == "credential-missing"
    assert "~/.ssh/id_ed25519 is there" in str(error)
    assert "--identity" in str(error)
    assert "Accepted" not in sshd.said()


@pytest.fixture
def fake_agent(tmp_path, monkeypatch):
    """An agent that gives these answers, one a request, and then nothing."""
    threads = []

    def start(*answers):
        path = tmp_path / "fake"
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(path))
        listener.listen()
        monkeypatch.setenv("SSH_AUTH_SOCK", str(path))

        def serve():
            client, _ = listener.accept()
            with listener, client:
                for answer in answers:
                    if not client.recv(65536):
                        return
                    client.sendall(answer)
                client.settimeout(20)
                while client.recv(65536):
                    pass

        threads.append(threading.Thread(target=serve, name="hostile-agent", daemon=True))
        threads[-1].start()

    yield start
    for thread in threads:
        thread.join(10)


def framed(body):
    return len(body).to_bytes(4, "big") + body


ONE_KEY = framed(
    b"\x0c\0\0\0\x01" + framed(framed(b"ssh-ed25519") + framed(bytes(32))) + framed(b"comment \xff \x1b[2J")
)


@pytest.mark.parametrize(
    "answers",
    [
        (),
        (b"\xff\xff\xff\xff",),
        (b"\0\0\0\0",),
        (framed(b"\x05"),),
        (framed(b"\x0c\xff\xff\xff\xff"),),
        (framed(b"\x0c\0\0\0\x01" + framed(b"\0\0")),),
        (b"\0\0\0\x10half",),
        (ONE_KEY,),
        (ONE_KEY, framed(b"\x05")),
        (ONE_KEY, framed(b"\x0e" + framed(b"\0"))),
    ],
)
def test_an_agent_that_hangs_or_talks_nonsense(sshd, dial, fake_agent, answers):
    fake_agent(*answers)
    error = refused(dial, sshd, identity="", limits=Limits(connect=5, login=2, host=5))
    assert error.kind in {"credential-missing", "timeout", "login-rejected"}


# --- what the SSH configuration chooses ------------------------------------------------------------------------------


@pytest.fixture
def configure(tmp_path):
    def write(*lines):
        (tmp_path / ".ssh").mkdir(exist_ok=True)
        (tmp_path / ".ssh" / "config").write_text("\n".join(("Host *", *lines)) + "\n")

    return write


def test_certificate_file(authority, configure, look, is_whole, tmp_path):
    server, sign = authority
    other = sshd_rig.make_key(tmp_path / "second")
    sign("-n", server.user, key=other)
    sign("-n", server.user)
    for name in ("second", "mine"):
        (tmp_path / f"{name}-cert.pub").rename(tmp_path / f"{name}.cert")
    files = [f"CertificateFile {tmp_path / name}.cert" for name in ("second", "mine")]
    configure(f"IdentityFile {server.key}", *files)
    assert is_whole(look(server, identity=""), server.user)


def test_no_more_keys_are_offered_than_a_host_listens_to(make_sshd, configure, dial, tmp_path):
    """One that listens to fewer hangs up, and what it would have said of the login is never heard."""
    server = make_sshd("MaxAuthTries 20", key=sshd_rig.make_key(tmp_path / "another"))
    configure(*(f"IdentityFile {sshd_rig.make_key(tmp_path / f'key{number}')}" for number in range(8)))
    error = refused(dial, server, identity="")
    assert error.kind == "login-rejected"
    assert "rejected the login" in str(error)
    assert server.said().count("Failed publickey") == 6


def test_identities_only_leaves_the_keys_of_the_files(  # noqa: PLR0917 - fixtures
    make_sshd, configure, agent, look, is_whole, tmp_path
):
    keys = [sshd_rig.make_key(tmp_path / f"key{number}") for number in range(4)]
    for key in keys:
        agent(key)
        key.unlink()
    server = make_sshd("MaxAuthTries 1", key=keys[3])
    configure("IdentitiesOnly yes", f"IdentityFile {keys[3]}")
    assert is_whole(look(server, identity=""), server.user)
    assert server.said().count("Failed publickey") == 0


def test_identities_only_without_files_offers_nothing(sshd, configure, agent, dial):
    agent(sshd.key)
    configure("IdentitiesOnly yes")
    error = refused(dial, sshd, identity="")
    assert error.kind == "credential-missing"
    assert "IdentitiesOnly" in str(error)


def test_identity_agent(  # noqa: PLR0917 - fixtures
    sshd, configure, agent, look, dial, is_whole, monkeypatch
):
    agent(sshd.key)
    configure(f"IdentityAgent {os.environ['SSH_AUTH_SOCK']}")
    monkeypatch.setenv("SSH_AUTH_SOCK", "/nowhere")
    assert is_whole(look(sshd, identity=""), sshd.user)
    configure("IdentityAgent none")
    assert refused(dial, sshd, identity="").kind == "credential-missing"


def test_a_certificate_that_never_ends_is_none(make_sshd, dial):
    error = refused(dial, make_sshd(), certificate="/dev/zero")
    assert error.kind == "key-unreadable"
    assert "not a regular file" in str(error)
