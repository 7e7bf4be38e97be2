"""Hosts with outdated SSH: refused in words that say how to allow them, and a finding where a person did."""

import subprocess

import pytest
import sshd_rig

from app.errors import ConnectError
from app.transport.base import HostKeyPolicy
from app.transport.wire import Wire

pytestmark = pytest.mark.real

OLD = {
    "kex group1": "KexAlgorithms diffie-hellman-group1-sha1",
    "kex group14": "KexAlgorithms diffie-hellman-group14-sha1",
    "kex group exchange": "KexAlgorithms diffie-hellman-group-exchange-sha1",
    "host key": "HostKeyAlgorithms ssh-rsa",
    "aes-cbc": "Ciphers aes128-cbc,aes256-cbc",
    "3des": "Ciphers 3des-cbc",
    "sha1": "MACs hmac-sha1\nCiphers aes128-ctr",
    "md5": "MACs hmac-md5\nCiphers aes128-ctr",
    "md5-96": "MACs hmac-md5-96\nCiphers aes128-ctr",
}


@pytest.fixture(params=OLD)
def old_host(request, make_sshd):
    """A server that offers nothing but one outdated algorithm of a kind, and that algorithm."""
    setting = OLD[request.param]
    made = make_sshd(setting, host_key_kind="rsa")
    return made, setting.split()[1].split(",")[0]


def test_an_old_host_is_named_and_left_alone(old_host, dial):
    server, name = old_host
    with pytest.raises(ConnectError) as caught:
        dial(server)
    assert caught.value.kind == "no-common-algorithm"
    for words in (name, "--legacy-algorithms hv1", "legacy_algorithms: true", "finding"):
        assert words in str(caught.value)


def test_an_old_host_that_is_allowed(old_host, look, is_whole):
    server, name = old_host
    found = look(server, legacy_algorithms=True)
    assert is_whole(found, server.user)
    assert found.outdated == (name,)


def test_a_current_host_uses_nothing_outdated_even_if_allowed(sshd, look, is_whole):
    found = look(sshd, legacy_algorithms=True)
    assert is_whole(found, sshd.user)
    assert found.outdated == ()


def test_our_own_key_signs_with_sha1_only_where_allowed(  # noqa: PLR0917 - fixtures
    make_sshd, look, dial, is_whole, tmp_path, monkeypatch
):
    key = sshd_rig.make_key(tmp_path / "key", "rsa")
    server = make_sshd("PubkeyAcceptedAlgorithms ssh-rsa", key=key)
    with pytest.raises(ConnectError) as caught:
        dial(server)
    assert caught.value.kind == "login-rejected"
    monkeypatch.setattr(Wire, "_parse_ext_info", lambda _wire, _message: None)  # as hosts that know of nothing newer
    found = look(server, legacy_algorithms=True)
    assert is_whole(found, server.user)
    assert found.outdated == ("ssh-rsa",)


def test_a_short_host_key(make_sshd, look, dial, is_whole, tmp_path):
    host_key = tmp_path / "short"
    subprocess.run(["ssh-keygen", "-q", "-t", "rsa", "-b", "1024", "-N", "", "-f", host_key], check=True)
    server = make_sshd("RequiredRSASize 1024", host_key=host_key)
    with pytest.raises(ConnectError) as caught:
        dial(server)
    assert caught.value.kind == "no-common-algorithm"
    assert "1024 bits" in str(caught.value)
    found = look(server, legacy_algorithms=True)
    assert is_whole(found, server.user)
    assert found.outdated == ("an RSA host key of 1024 bits",)


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("Ciphers chacha20-poly1305@openssh.com", "does not speak (chacha20-poly1305@openssh.com)"),
        ("KexAlgorithms sntrup761x25519-sha512", "does not speak (sntrup761x25519-sha512"),
        ("MACs umac-128@openssh.com\nCiphers aes128-ctr", "does not speak (umac-128@openssh.com)"),
    ],
)
def test_what_is_new_is_not_called_unsafe(make_sshd, dial, setting, words):
    with pytest.raises(ConnectError) as caught:
        dial(make_sshd(setting))
    assert caught.value.kind == "no-common-algorithm"
    assert words in str(caught.value)
    assert "legacy" not in str(caught.value)


@pytest.mark.parametrize(
    "kex",
    [
        "curve25519-sha256",
        "curve25519-sha256@libssh.org",
        "ecdh-sha2-nistp256",
        "ecdh-sha2-nistp521",
        "diffie-hellman-group14-sha256",
        "diffie-hellman-group16-sha512",
        "diffie-hellman-group-exchange-sha256",
    ],
)
def test_every_current_key_exchange(make_sshd, look, is_whole, kex):
    server = make_sshd(f"KexAlgorithms {kex}")
    assert is_whole(look(server), server.user)


def test_strict_key_exchange_is_agreed(sshd, dial):
    session = dial(sshd)
    wire = session._wires[-1]
    assert wire.agreed_on_strict_kex
    session.close()


def test_an_alias_stands_for_name_and_port(sshd, dial, tmp_path):
    (tmp_path / ".ssh").mkdir()
    (tmp_path / ".ssh" / "config").write_text("Host *\n  HostKeyAlias the-cluster\n")
    known = tmp_path / "known"
    known.write_text(f"the-cluster {sshd_rig.public(sshd.host_key)}\n")
    dial(sshd, policy=HostKeyPolicy((known,), tmp_path / "own")).close()
    with pytest.raises(ConnectError) as caught:
        dial(sshd)
    assert caught.value.kind == "host-key-unknown"
