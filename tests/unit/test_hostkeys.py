"""Which host keys are believed: known_hosts as sshd(8) describes it, and our own file."""

import base64
import hashlib
import hmac
import os
import stat
import subprocess
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import ConnectError, UnknownHostKeyError
from app.transport.base import HostKeyPolicy
from app.transport.certificate import HOST, Certificate
from app.transport.hostkeys import accept_host_key, check, entries_of, known_types, refuse_listed
from app.transport.knownhosts import fingerprint
from app.transport.regular import read_regular


def blob(kind="ssh-ed25519", seed=b"a"):
    name = kind.encode()
    body = hashlib.sha256(seed).digest()
    return len(name).to_bytes(4, "big") + name + len(body).to_bytes(4, "big") + body


KEY, OTHER, RSA = blob(), blob(seed=b"b"), blob("ssh-rsa")


def line(hosts, key=KEY, marker="", comment=""):
    kind = key[4 : 4 + key[3]].decode()
    return " ".join(word for word in (marker, hosts, kind, base64.b64encode(key).decode(), comment) if word)


def hashed(name):
    salt = b"0123456789abcdefghij"
    digest = hmac.new(salt, name.encode(), hashlib.sha1).digest()
    return f"|1|{base64.b64encode(salt).decode()}|{base64.b64encode(digest).decode()}"


@pytest.fixture
def policy(tmp_path):
    def make(*lines, **fields):
        known = tmp_path / "known_hosts"
        known.write_bytes("\n".join(lines).encode("utf-8", "surrogateescape") + b"\n")
        return HostKeyPolicy((known,), tmp_path / "own" / "known_hosts", **fields)

    return make


def verdict(policy, host="hv1", port=22, key=KEY):
    try:
        check(policy, "hv1 (where)", host, port, key)
    except ConnectError as error:
        one_sentence = str(error).startswith("hv1 (where): ") and "\n" not in str(error)
        return error.kind if one_sentence else str(error)
    return "believed"


@pytest.mark.parametrize(
    ("hosts", "host", "port"),
    [
        ("hv1", "hv1", 22),
        ("HV1", "hv1", 22),
        ("hv1", "HV1", 22),
        ("hv1", "hv1", 2222),  # as ssh: nothing else is known at that port, and the key is the same
        ("a,hv1,b", "hv1", 22),
        ("[hv1]:2222", "hv1", 2222),
        ("*.example.org", "hv1.example.org", 22),
        ("hv?", "hv1", 22),
        ("*", "hv1", 22),
        ("[*]:2222", "hv1", 2222),
        ("192.0.2.1", "192.0.2.1", 22),
        ("2001:db8::1", "2001:db8::1", 22),
        ("[2001:db8::1]:2222", "2001:db8::1", 2222),
        (hashed("hv1"), "hv1", 22),
        (hashed("[hv1]:2222"), "hv1", 2222),
    ],
)
def test_names_that_fit(policy, hosts, host, port):
    assert verdict(policy(line(hosts)), host, port) == "believed"


@pytest.mark.parametrize(
    ("hosts", "host", "port"),
    [
        ("[hv1]:2222", "hv1", 22),
        ("[hv1]:2200", "hv1", 2222),
        ("hv11", "hv1", 22),
        ("*,!hv1", "hv1", 22),
        ("!hv1,*", "hv1", 22),
        ("hv[12]", "hv1", 22),
        (hashed("hv2"), "hv1", 22),
        ("|1|bad|bad", "hv1", 22),
        ("|2|AAAA|AAAA", "hv1", 22),
    ],
)
def test_names_that_do_not_fit(policy, hosts, host, port):
    assert verdict(policy(line(hosts)), host, port) == "host-key-unknown"


def test_an_unknown_key_is_shown_in_full(policy):
    with pytest.raises(UnknownHostKeyError) as caught:
        check(policy(), "hv1", "hv1", 2222, KEY)
    error = caught.value
    assert (error.host, error.port, error.key_type) == ("hv1", 2222, "ssh-ed25519")
    assert error.fingerprint == fingerprint(KEY)
    assert error.fingerprint in str(error)
    assert base64.b64decode(error.key_base64) == KEY


def test_a_changed_key_names_both_and_the_line(policy):
    made = policy("# first", line("hv1", OTHER))
    with pytest.raises(ConnectError) as caught:
        check(made, "hv1", "hv1", 22, KEY)
    assert caught.value.kind == "host-key-changed"
    for part in (fingerprint(KEY), fingerprint(OTHER), "line 2", str(made.known_hosts[0]), "by hand"):
        assert part in str(caught.value)


def test_a_changed_key_is_never_taken_by_itself(policy):
    made = policy(line("hv1", OTHER), accept_new=True, accept_fingerprints=frozenset({fingerprint(KEY)}))
    assert verdict(made) == "host-key-changed"
    assert not made.own_file.exists()


def test_a_key_of_another_type_is_a_change_too(policy):
    assert verdict(policy(line("hv1", RSA))) == "host-key-changed"


def test_one_of_several_keys_is_enough(policy):
    made = policy(line("hv1", RSA), line("hv1", OTHER), line("hv1"))
    assert verdict(made) == "believed"
    assert known_types(entries_of(made, "hv1", 22)) == ("ssh-rsa", "ssh-ed25519")


def test_revoked_keys(policy):
    assert verdict(policy(line("*", marker="@revoked"), line("hv1"))) == "host-key-revoked"
    assert verdict(policy(line("hv1"), line("*", marker="@revoked"))) == "host-key-revoked"
    assert verdict(policy(line("*", OTHER, marker="@revoked"), line("hv1"))) == "believed"
    assert verdict(policy(line("other", marker="@revoked"), line("hv1"))) == "believed"
    assert verdict(policy(line("*", marker="@revoked"), accept_new=True)) == "host-key-revoked"


def test_an_authority_vouches_for_no_plain_key(policy):
    made = policy(line("*", marker="@cert-authority"))
    assert verdict(made) == "host-key-unknown"
    assert known_types(entries_of(made, "hv1", 22)) == ()


@pytest.mark.parametrize(
    "bad",
    [
        "@unknown " + line("hv1", OTHER),
        "hv1 ssh-ed25519",
        "hv1",
        "hv1 ssh-ed25519 not*base64",
        "hv1 ssh-rsa " + base64.b64encode(OTHER).decode(),  # says another type than it is
        "hv1 1024 35 1234567890",  # SSH 1
        "hv1 ssh-ed25519 AAAA",
        "\x00\x01\x02",
        line("other", OTHER, comment="comment in Latin-1: \udcfc\udcf6"),
        "   ",
        "#" + line("hv1", OTHER),
    ],
)
def test_a_bad_line_spoils_nothing(policy, bad):
    assert verdict(policy(bad, line("hv1"), bad)) == "believed"


def test_windows_line_ends_and_a_missing_last_one(policy, tmp_path):
    made = policy()
    made.known_hosts[0].write_bytes(line("hv1").encode() + b"\r\n" + line("hv2").encode())
    assert verdict(made) == "believed"
    assert verdict(made, "hv2") == "believed"


def test_missing_and_unreadable_files_say_nothing(tmp_path):
    (tmp_path / "folder").mkdir()
    made = HostKeyPolicy((tmp_path / "none", tmp_path / "folder"), tmp_path / "own")
    assert verdict(made) == "host-key-unknown"


def test_a_list_of_revoked_keys_speaks_of_authorities_too(tmp_path):
    """What one of them has signed counts as little as what it is about."""
    listed = tmp_path / "revoked"
    signed = Certificate("", KEY, HOST, "", (), 0, 0, (), OTHER, b"", b"")
    listed.write_text(f"# {line('', KEY)}\n{line('', RSA)}\n")
    refuse_listed("hv1", listed, KEY, signed)
    listed.write_text(f"{line('', OTHER)} an authority\n")
    refuse_listed("hv1", listed, KEY, None)
    with pytest.raises(ConnectError) as caught:
        refuse_listed("hv1", listed, KEY, signed)
    assert caught.value.kind == "host-key-revoked"
    assert fingerprint(OTHER) in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no FIFOs on Windows")
def test_what_never_ends_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "fifo")
    assert verdict(HostKeyPolicy((tmp_path / "fifo",), tmp_path / "own")) == "host-key-unknown"
    for path in (tmp_path / "fifo", Path("/dev/zero")):
        with pytest.raises(ConnectError, match="not a regular file"):
            refuse_listed("hv1", path, KEY, None)
        with pytest.raises(OSError, match="not a regular file"):
            read_regular(path, 1)
    refuse_listed("hv1", Path(os.devnull), KEY, None)


def test_a_file_that_a_person_names_must_be_readable(tmp_path):
    (tmp_path / "folder").mkdir()
    named = HostKeyPolicy((tmp_path / "folder",), tmp_path / "own", accept_new=True, insisted=True)
    with pytest.raises(ConnectError, match=r"folder can't be read \(.+\), so no key is believed") as caught:
        check(named, "hv1", "hv1", 22, KEY)
    assert caught.value.kind == "host-key-unknown"
    assert not named.own_file.exists()
    assert verdict(replace(named, known_hosts=(tmp_path / "none",))) == "believed"


def test_a_file_that_a_person_names_has_the_last_word(policy):
    accepted = policy(accept_new=True)
    assert verdict(accepted) == "believed"
    assert verdict(policy(insisted=True)) == "believed"
    assert verdict(policy(line("hv2", OTHER), insisted=True)) == "believed"
    assert verdict(policy(line("hv1", OTHER), insisted=True)) == "host-key-changed"
    assert verdict(policy(line("hv1", OTHER), insisted=True, accept_new=True)) == "host-key-changed"
    assert verdict(replace(accepted, known_hosts=(accepted.own_file,), insisted=True)) == "believed"


def test_new_keys_are_stored_once_and_only_for_us(policy):
    made = policy(accept_new=True)
    assert verdict(made, port=2222) == "believed"
    assert verdict(made, port=2222) == "believed"
    assert made.own_file.read_text() == line("[hv1]:2222") + "\n"
    assert stat.S_IMODE(made.own_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.own_file.parent.stat().st_mode) == 0o700
    assert verdict(made, port=2222, key=OTHER) == "host-key-changed"
    assert [path.name for path in made.own_file.parent.iterdir()] == ["known_hosts"]


def test_a_confirmed_fingerprint_counts_for_this_time(policy):
    made = policy(accept_fingerprints=frozenset({fingerprint(KEY)}))
    assert verdict(made) == "believed"
    assert not made.own_file.exists()
    assert verdict(made, key=OTHER) == "host-key-unknown"


def unknown(host="hv1", key=KEY):
    return UnknownHostKeyError(
        "unknown",
        host=host,
        port=22,
        key_type="ssh-ed25519",
        fingerprint=fingerprint(key),
        key_base64=base64.b64encode(key).decode(),
    )


def test_accepting_keeps_what_stands_there(tmp_path):
    own = tmp_path / "own"
    own.write_bytes(b"# mine \xfc")
    accept_host_key(own, unknown())
    accept_host_key(own, unknown("hv2", OTHER))
    assert own.read_bytes() == f"# mine \xfc\n{line('hv1')}\n{line('hv2', OTHER)}\n".encode("latin-1")
    with pytest.raises(ConnectError) as caught:
        accept_host_key(own, unknown("hv2", KEY))
    assert caught.value.kind == "host-key-changed"


def test_many_at_once_lose_none(tmp_path):
    own = tmp_path / "own"
    threads = [threading.Thread(target=accept_host_key, args=(own, unknown(f"hv{n}"))) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(own.read_text().splitlines()) == 20


@pytest.mark.skipif(os.name != "posix", reason="locks of folders are POSIX")
def test_what_another_program_accepts_meanwhile_is_kept(tmp_path):
    """It has read the file and writes it anew in a moment: what is accepted here never comes in between."""
    import fcntl  # noqa: PLC0415 - not on Windows

    own = tmp_path / "own"
    accept_host_key(own, unknown())
    other = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    before = own.read_text()
    thread = threading.Thread(target=accept_host_key, args=(own, unknown("hv2")))
    thread.start()
    thread.join(0.3)  # without the lock it would be done by now, and lost
    own.with_name("new").write_text(f"{before}{line('hv3')}\n")
    own.with_name("new").replace(own)
    os.close(other)
    thread.join()
    assert own.read_text().splitlines() == [line("hv1"), line("hv3"), line("hv2")]


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch):
    own = tmp_path / "own"
    own.write_text("old\n")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        accept_host_key(own, unknown())
    assert own.read_text() == "old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["own"]
    made = HostKeyPolicy((), own, accept_new=True)
    assert verdict(made) == "host-key-unknown"


def test_the_fingerprint_is_that_of_ssh_keygen(tmp_path):
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    shown = subprocess.run(["ssh-keygen", "-lf", str(key)], check=True, capture_output=True, text=True).stdout
    public = base64.b64decode((tmp_path / "key.pub").read_text().split()[1])
    assert fingerprint(public) in shown.split()


def test_what_ssh_keygen_hashes_is_found(tmp_path, policy):
    made = policy(line("hv1"), line("[hv2]:2222"))
    subprocess.run(["ssh-keygen", "-q", "-H", "-f", str(made.known_hosts[0])], check=True, capture_output=True)
    assert b"hv1" not in made.known_hosts[0].read_bytes()
    assert verdict(made) == "believed"
    assert verdict(made, "hv2", 2222) == "believed"


def test_a_thousand_hashed_lines_are_quick(policy):
    made = policy(*(line(hashed(f"host{number}")) for number in range(1000)), line("hv1"))
    for _ in range(50):
        assert verdict(made) == "believed"


@given(st.binary(max_size=400), st.text(max_size=30), st.integers(0, 70000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_and_no_name_is_beyond_words(tmp_path, content, host, port):
    known = tmp_path / "known_hosts"
    known.write_bytes(content + b"\n" + line("hv1").encode() + b"\n@revoked " + content)
    made = HostKeyPolicy((known,), tmp_path / "own")
    assert verdict(made, host, port).startswith(("believed", "host-key-"))
    assert verdict(made) in ("believed", "host-key-revoked", "host-key-changed")


def test_a_host_is_found_in_every_kind_of_line_and_in_the_order_of_the_file(policy):
    lines = [
        line("hv*"),
        line("other,HV1,hv1", OTHER),
        line(hashed("hv1"), RSA),
        line("hv1"),
        line("*,!hv1", OTHER),
        line("hv10", OTHER),
        line("[hv1]:2222", OTHER),
    ]
    assert [entry.line for entry in entries_of(policy(*lines), "hv1", 22)] == [1, 2, 3, 4]
    assert [entry.line for entry in entries_of(policy(*lines), "hv10", 22)] == [1, 5, 6]


def test_a_line_that_was_added_is_seen_at_once(policy):
    assert not entries_of(policy(line("hv2")), "hv1", 22)
    assert entries_of(policy(line("hv2"), line("hv1")), "hv1", 22)


def test_a_fingerprint_that_was_given_and_is_another_is_said(tmp_path):
    asked = HostKeyPolicy(
        known_hosts=(), own_file=tmp_path / "own", accept_fingerprints=frozenset({"SHA256:" + "A" * 43})
    )
    with pytest.raises(UnknownHostKeyError, match="it is none that --host-key names"):
        check(asked, "hv1", "hv1", 22, KEY)
