"""Host keys and certificates with real servers, decision for decision beside the real ssh with strict checking."""

import shlex
import subprocess

import pytest
import sshd_rig

from app.errors import ConnectError, UnknownHostKeyError
from app.transport.base import HostKeyPolicy

pytestmark = pytest.mark.real


def keygen(*words):
    subprocess.run(["ssh-keygen", "-q", *map(str, words)], check=True, capture_output=True)


def as_ssh(server, known, host):
    """Whether ssh itself believes the host: it gets as far as the login, or it doesn't."""
    options = ["StrictHostKeyChecking=yes", f"UserKnownHostsFile={known}", "GlobalKnownHostsFile=/dev/null"]
    options += ["BatchMode=yes", "PreferredAuthentications=none", "UpdateHostKeys=no"]
    words = [
        "ssh",
        "-F",
        "/dev/null",
        "-p",
        str(server.port),
        *(f"-o{one}" for one in options),
        f"nobody@{host}",
        "true",
    ]
    said = subprocess.run(words, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL).stderr
    assert "Permission denied" in said or "Host key verification failed" in said or "revoked" in said, said
    return "Permission denied" in said


def as_bartizan(dial, server, known, host, own):
    try:
        dial(server, address=host, policy=HostKeyPolicy((known,), own)).close()
    except ConnectError as error:
        if error.kind in {"host-key-unknown", "host-key-changed", "host-key-revoked"}:
            return False
        raise
    return True


def public(path):
    return " ".join(sshd_rig.public(path).split()[:2])


# {key} is the server's, {other} another one, {rsa} one of another type, {place} "[127.0.0.1]:PORT".
CORPUS = {
    "plain": "{place} {key}",
    "nothing": "",
    "another key": "{place} {other}",
    "another type": "{place} {rsa}",
    "several, one of them right": "{place} {rsa}\n{place} {other}\n{place} {key}",
    "name without port": "127.0.0.1 {key}",
    "name without port, another key": "127.0.0.1 {other}",
    "right port and wrong key, right key without port": "{place} {other}\n127.0.0.1 {key}",
    "another port": "[127.0.0.1]:1 {key}",
    "pattern": "[127.0.0.*]:* {key}",
    "pattern of one character": "[127.0.0.?]:* {key}",
    "star": "* {key}",
    "negated": "*,!{place} {key}",
    "negated pattern": "![127.*,* {key}",
    "negated elsewhere": "*,!other {key}",
    "list": "first,{place},last {key}",
    "upper case pattern": "LOCALHOST,{place} {key}",
    "revoked": "@revoked * {key}\n{place} {key}",
    "revoked for another host": "@revoked other {key}\n{place} {key}",
    "another key revoked": "@revoked * {other}\n{place} {key}",
    "authority for a plain key": "@cert-authority * {key}",
    "unknown marker": "@something {place} {key}",
    "marker without space": "@revoked{place} {key}",
    "tabs": "{place}\t{key}",
    "leading blanks": "   {place} {key}",
    "comment behind": "{place} {key} some words \u00fc",
    "comment line": "# {place} {key}",
    "Windows line end": "{place} {key}\r",
    "broken lines around": "{place} ssh-ed25519 AAAA\n\n{place}\nssh-ed25519\n{place} {key}\n{place} ssh-ed25519 !!!",
    "type that does not fit": "{place} ssh-rsa {blob}",
    "empty name in a list": ",{place}, {key}",
    "options as in authorized_keys": "{place} no-pty {key}",
}


@pytest.fixture
def place(make_sshd, tmp_path):
    server = make_sshd()
    names = {
        "place": f"[127.0.0.1]:{server.port}",
        "key": public(server.host_key),
        "blob": public(server.host_key).split()[1],
        "other": public(sshd_rig.make_key(tmp_path / "other")),
        "rsa": public(sshd_rig.make_key(tmp_path / "rsa", "rsa")),
    }
    return server, names


def test_a_corpus_of_files(place, dial, tmp_path):
    server, names = place
    different = {}
    for case, text in CORPUS.items():
        for hashed in (False, True):
            known = tmp_path / f"known-{len(different)}-{hash(case)}-{hashed}"
            known.write_text(text.format(**names) + "\n", encoding="latin-1")
            if hashed:
                done = subprocess.run(["ssh-keygen", "-q", "-H", "-f", known], capture_output=True, check=False)
                if done.returncode:
                    continue
            ours = as_bartizan(dial, server, known, "127.0.0.1", tmp_path / "own")
            if ours != as_ssh(server, known, "127.0.0.1"):
                different[case, hashed] = ours
    assert different == {}


CERTIFICATES = {
    "right": ("-h", "-n", "127.0.0.1"),
    "any host": ("-h",),
    "pattern": ("-h", "-n", "127.0.*"),
    "one of several": ("-h", "-n", "other,127.0.0.1"),
    "another host": ("-h", "-n", "other"),
    "with the port": ("-h", "-n", "[127.0.0.1]:22"),
    "expired": ("-h", "-n", "127.0.0.1", "-V", "-2d:-1d"),
    "not yet valid": ("-h", "-n", "127.0.0.1", "-V", "+1d:+2d"),
    "of users": ("-n", "127.0.0.1"),
    "with a critical option": ("-h", "-n", "127.0.0.1", "-O", "critical:nobody-knows@example.org=x"),
}


@pytest.fixture
def certified(make_sshd, tmp_path):
    """A server with a host certificate: certified(kind, authority, *words of ssh-keygen)."""

    def make(*words, kind="ed25519", authority="ed25519"):
        number = len(list(tmp_path.glob("ca*.pub")))
        ca = sshd_rig.make_key(tmp_path / f"ca{number}", authority)
        host_key = sshd_rig.make_key(tmp_path / f"host{number}", kind)
        keygen("-s", ca, "-I", "host", *words, f"{host_key}.pub")
        return make_sshd(f"HostCertificate {host_key}-cert.pub", host_key=host_key), ca

    return make


@pytest.mark.parametrize("case", CERTIFICATES)
def test_certificates(certified, dial, tmp_path, case):
    server, ca = certified(*CERTIFICATES[case])
    place = f"[127.0.0.1]:{server.port}"
    different = {}
    for name, text in {
        "authority": f"@cert-authority * {public(ca)}",
        "authority without port": f"@cert-authority 127.0.0.1 {public(ca)}",
        "authority of others": f"@cert-authority other {public(ca)}",
        "revoked authority": f"@revoked * {public(ca)}\n@cert-authority * {public(ca)}",
        "revoked key": f"@revoked * {public(server.host_key)}\n@cert-authority * {public(ca)}",
        "authority and plain key": f"@cert-authority * {public(ca)}\n{place} {public(server.host_key)}",
        "plain key": f"{place} {public(server.host_key)}",
    }.items():
        known = tmp_path / "known"
        known.write_text(f"{text}\n")
        ours = as_bartizan(dial, server, known, "127.0.0.1", tmp_path / "own")
        if ours != as_ssh(server, known, "127.0.0.1"):
            different[name] = ours
    assert different == {}


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
@pytest.mark.parametrize("authority", ["ecdsa", "rsa"])
def test_certificates_of_every_type(certified, look, is_whole, tmp_path, *, kind, authority):
    server, ca = certified("-h", "-n", "127.0.0.1", kind=kind, authority=authority)
    known = tmp_path / "known"
    known.write_text(f"@cert-authority * {public(ca)}\n")
    found = look(server, policy=HostKeyPolicy((known,), tmp_path / "own"))
    assert is_whole(found, server.user)


def test_the_key_in_a_certificate_is_the_evidence(certified, dial, tmp_path):
    server, ca = certified("-h", "-n", "127.0.0.1")
    known = tmp_path / "known"
    known.write_text(f"@cert-authority * {public(ca)}\n")
    session = dial(server, policy=HostKeyPolicy((known,), tmp_path / "own"))
    session.close()
    shown = subprocess.run(["ssh-keygen", "-lf", f"{server.host_key}.pub"], capture_output=True, text=True, check=True)
    assert session.host_key in shown.stdout


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("-h", "-n", "other\x1b"), "is for other\\x1b"),
        (("-h", "-V", "-2d:-1d"), "expired at"),
        (("-n", "x"), "is one for users"),
    ],
)
def test_a_certificate_that_does_not_count_is_explained_and_nothing_is_accepted_unseen(
    certified, dial, tmp_path, *, words, why
):
    server, ca = certified(*words)
    known = tmp_path / "known"
    known.write_text(f"@cert-authority * {public(ca)}\n")
    with pytest.raises(UnknownHostKeyError) as caught:
        dial(server, policy=HostKeyPolicy((known,), tmp_path / "own", accept_new=True))
    assert why in str(caught.value)
    assert not (tmp_path / "own").exists()
    confirmed = frozenset({caught.value.fingerprint})
    dial(server, policy=HostKeyPolicy((known,), tmp_path / "own", accept_fingerprints=confirmed)).close()


def test_the_command_against_a_changed_key_mends_it(place, dial, tmp_path):
    server, names = place
    folder = tmp_path / "a folder; with 'signs"
    folder.mkdir()
    known = folder / "known"
    known.write_text(f"{names['place']} {names['other']}\n")
    subprocess.run(["ssh-keygen", "-q", "-H", "-f", known], check=True, capture_output=True)
    policy = HostKeyPolicy((known,), tmp_path / "own", accept_new=True)
    with pytest.raises(ConnectError) as caught:
        dial(server, policy=policy)
    assert caught.value.kind == "host-key-changed"
    sentence = str(caught.value)
    command = sentence[sentence.index("ssh-keygen") : sentence.rindex(")")]
    assert shlex.split(command) == ["ssh-keygen", "-f", str(known), "-R", names["place"]]
    subprocess.run(["sh", "-c", command], check=True, capture_output=True)
    dial(server, policy=policy).close()
    assert names["key"] in (tmp_path / "own").read_text()


def test_where_else_a_key_was_seen(place, dial, tmp_path):
    server, names = place
    known = tmp_path / "known"
    known.write_text(f"hv9,hv10 {names['key']}\n")
    policy = HostKeyPolicy((known,), tmp_path / "own")
    with pytest.raises(UnknownHostKeyError) as first:
        dial(server, policy=policy)
    assert first.value.seen == ("hv9,hv10",)
    with pytest.raises(UnknownHostKeyError) as second:
        dial(server, address="localhost", policy=policy)
    assert second.value.seen == (f"hv1 (127.0.0.1:{server.port})", "hv9,hv10")
    assert "hv9,hv10" in str(second.value)


def test_revoked_host_keys(place, dial, tmp_path):
    server, names = place
    (tmp_path / ".ssh").mkdir()
    listed = tmp_path / "revoked"
    (tmp_path / ".ssh" / "config").write_text(f"Host *\n  RevokedHostKeys {listed}\n")

    def kind():
        try:
            dial(server).close()
        except ConnectError as error:
            return error.kind
        return "believed"

    assert kind() == "host-key-revoked"  # a list that can't be read: nobody knows
    listed.write_text(f"# {names['key']}\n{names['other']} comment\n")
    assert kind() == "believed"
    listed.write_text(f"{names['other']}\n{names['key']} comment\n")
    assert kind() == "host-key-revoked"
    subprocess.run(["ssh-keygen", "-q", "-k", "-f", listed, f"{server.host_key}.pub"], check=True, capture_output=True)
    assert kind() == "host-key-revoked"
