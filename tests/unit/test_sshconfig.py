"""The user's SSH configuration, as ssh_config(5) says; test_sshconfig_openssh.py compares with the real client."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model import Target
from app.transport import sshconfig
from app.transport.sshconfig import applied, lookup, names

TEXT = """
# comment
User everywhere
Include {folder}/more/*.conf
Host bastion
    HostName bastion.example.org
    Port 2200
    User jump
Host hv? !hv9
    HostName %h.example.org
    IdentityFile {folder}/id_%h
    IdentityFile {folder}/second
    ProxyJump bastion,other:22
Host="quoted name"
    Port=7
Host *
    Port 222
    UserKnownHostsFile {folder}/known ~/other
Match exec "touch {folder}/ran"
    User evil
Match all
    IdentityFile {folder}/last
"""


@pytest.fixture
def config(tmp_path):
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.conf").write_text("Host inc\n  HostName included.example.org\n  Port nonsense\n")
    path = tmp_path / "config"
    path.write_text(TEXT.format(folder=tmp_path))
    return path


def test_values(config, tmp_path):
    found = lookup("hv1", config)
    assert (found.hostname, found.port, found.user) == ("hv1.example.org", 222, "everywhere")
    assert found.identities == (f"{tmp_path}/id_hv1.example.org", f"{tmp_path}/second", f"{tmp_path}/last")
    assert found.proxy_jump == "bastion,other:22"
    assert found.known_hosts == (f"{tmp_path}/known", str(Path("~/other").expanduser()))
    assert lookup("hv9", config).hostname == ""
    assert lookup("bastion", config).port == 2200
    assert lookup("inc", config).hostname == "included.example.org"
    assert lookup("quoted name", config).port == 7
    assert not (tmp_path / "ran").exists()


def test_names_to_choose_from(config):
    assert names(config) == ("inc", "bastion", "quoted name")


def test_a_target_keeps_what_it_says_itself(config, tmp_path):
    (tmp_path / "second").touch()
    found = applied(Target("hv1", "hv1", port=0), config)
    assert (found.address, found.port, found.user) == ("hv1.example.org", 222, "everywhere")
    assert (found.identity, found.proxy_jump) == (f"{tmp_path}/second", "bastion,other:22")
    own = Target("x", "hv1", port=9, user="me", identity="mine", known_hosts="here", proxy_jump="none")
    found = applied(own, config)
    assert (found.port, found.user, found.identity) == (9, "me", "mine")
    assert (found.known_hosts, found.proxy_jump, found.name) == ("here", "", "x")


def test_without_a_file(tmp_path):
    found = applied(Target("hv1", "hv1", port=0), tmp_path / "none")
    assert (found.address, found.port, found.user, found.identity) == ("hv1", 22, "", "")


def test_rubbish_is_passed_over(tmp_path):
    path = tmp_path / "config"
    path.write_bytes(b'\xff\xfe\nHost "unclosed\n Port 5\nHost\nPort 70000\nPort\nInclude /nonexistent/*\nUser x\n')
    assert lookup("any", path).port == 0
    loop = tmp_path / "loop"
    loop.write_text(f"Include {tmp_path}/loop2\nHost *\nUser a\n")
    (tmp_path / "loop2").write_text(f"Include {loop}\n")
    assert lookup("any", loop).user == "a"


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home of its own with ~/.ssh, and a file for the system beside it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sshconfig, "SYSTEM_FILE", tmp_path / "etc" / "ssh_config")
    (tmp_path / "etc").mkdir()
    (tmp_path / ".ssh").mkdir(mode=0o700)
    return tmp_path


def write(path, text):
    path.write_text(text)
    path.chmod(0o600)


def test_the_systems_file_comes_after_the_users(home):
    write(home / ".ssh" / "config", "Host hv1\n Port 5\n Include more\n")
    write(home / ".ssh" / "more", "User mine\n")
    write(home / "etc" / "ssh_config", "Include ssh_config.d/*.conf\nHost *\n Port 6\n User theirs\nHost sys\n")
    (home / "etc" / "ssh_config.d").mkdir()
    write(home / "etc" / "ssh_config.d" / "a.conf", "Host *\n HostName there\nHost dropped-in\n")
    found = lookup("hv1")
    assert (found.port, found.user, found.hostname) == (5, "mine", "there")
    assert (lookup("other").port, lookup("other").user) == (6, "theirs")
    assert names() == ("hv1", "dropped-in", "sys")


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_that_others_may_write_is_refused(home, mode):
    path = home / ".ssh" / "config"
    write(path, "Host *\n ProxyCommand evil\nHost hv1\n")
    path.chmod(mode)
    found = lookup("hv1")
    assert found.proxy_command == ""
    assert found.refused == (
        f"{path} can be written by others (mode {mode:03o}), so it is not read, as OpenSSH doesn't; take that right "
        f"away: chmod go-w {path}"
    )
    assert names() == ()
    assert lookup("hv1", path).refused == ""  # as ssh -F: who names a file has looked at it


def test_an_included_file_that_others_may_write_is_refused_too(home):
    write(home / ".ssh" / "config", "Include more\nHost hv1\n")
    write(home / ".ssh" / "more", "ProxyCommand evil\n")
    (home / ".ssh" / "more").chmod(0o622)
    assert str(home / ".ssh" / "more") in lookup("hv1").refused
    assert lookup("hv1").proxy_command == ""
    assert names() == ("hv1",)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_another_user_is_refused(home):
    path = home / ".ssh" / "config"
    write(path, "ProxyCommand evil\n")
    os.chown(path, 12345, 12345)
    assert lookup("hv1").refused.startswith(f"{path} belongs to another user")


def test_what_a_program_would_decide_is_left_out_and_said_where_it_matters(tmp_path):
    path = tmp_path / "config"
    path.write_text(
        f'Match host far exec "touch {tmp_path}/ran"\n Port 1\n'
        f'Match host hv1 exec "touch {tmp_path}/ran"\n Port 2\n'
        f'Match !exec "touch {tmp_path}/ran"\n Port 3\n'
        "Match host hv1 localnetwork 192.0.2.0/24\n Port 4\nMatch final\n User last\n"
    )
    found = lookup("hv1", path)
    assert (found.port, found.user) == (0, "last")
    assert [remark.partition(" was left out")[0] for remark in found.remarks] == [
        f"{path}, line 3: `Match exec`",
        f"{path}, line 5: `Match exec`",
        f"{path}, line 7: `Match localnetwork`",
    ]
    assert not (tmp_path / "ran").exists()


def test_a_tag(tmp_path):
    path = tmp_path / "config"
    path.write_text("Host hv*\n Tag inner\nMatch tagged inner\n Port 7\n")
    assert lookup("hv1", path).port == 7
    assert lookup("other", path).port == 0


def test_a_mark_of_byte_order_is_no_part_of_a_keyword(tmp_path):
    path = tmp_path / "config"
    path.write_bytes(b"\xef\xbb\xbfPort 5\r\n")
    assert lookup("hv1", path).port == 5


@pytest.mark.parametrize(
    ("word", "socket"),
    [("SSH_AUTH_SOCK", ""), ("$BARTIZAN_AGENT", "/run/a"), ("$BARTIZAN_NONE", "none"), ("none", "none"),
     ("${BARTIZAN_AGENT}.%h", "/run/a.hv1"), ("/run/%r", "/run/me")],
)  # fmt: skip
def test_the_agent(tmp_path, monkeypatch, word, socket):
    monkeypatch.setenv("BARTIZAN_AGENT", "/run/a")
    path = tmp_path / "config"
    path.write_text(f"User me\nIdentityAgent {word}\n")
    assert lookup("hv1", path).identity_agent == socket


def test_what_has_no_meaning_here_is_left_out_and_said(tmp_path):
    path = tmp_path / "config"
    path.write_text("IdentityFile ~/%z\nIdentityFile ${BARTIZAN_NONE}/k\nIdentityFile k\nCanonicalizeHostname yes\n")
    found = lookup("hv1", path)
    assert found.identities == ("k",)
    assert len(found.remarks) == 3
    assert sum("was left out" in remark for remark in found.remarks) == 2


def test_a_remark_is_said_once_for_all_hosts(home):
    write(home / ".ssh" / "config", "Match exec true\n User x\nHost b\n IdentityFile %z\n")
    targets = [Target("a", "a"), Target("b", "b"), Target("this", "", transport="local")]
    found = sshconfig.remarks(targets)
    assert [("exec" in remark, "%z" in remark) for remark in found] == [(True, False), (False, True)]
    assert sshconfig.remarks(targets[2:]) == ()


def test_a_tree_of_includes_that_nobody_wrote_ends(tmp_path):
    path = tmp_path / "config"
    path.write_text(f"Include {path}\nInclude {path}\nUser u\n")
    found = lookup("hv1", path)
    assert found.user == "u"
    assert any("too many files" in remark for remark in found.remarks)
    assert names(path) == ()


_WORDS = st.sampled_from(
    [
        "Host",
        "Match",
        "Include",
        "all",
        "final",
        "exec",
        "user",
        "hv1",
        "*",
        "!",
        "?",
        '"',
        "'",
        "=",
        "#",
        "\\",
        "%h",
        "%",
        "${X}",
        "~",
        "~x\x00y",
        "Port",
        "22",
        "ConnectTimeout",
        "1h",
        "IdentityFile",
        "HostName",
        "ProxyJump",
        "ProxyCommand",
        "IdentityAgent",
        "$X",
        "UserKnownHostsFile",
        "none",
        ",",
        "@",
        "[",
        "CertificateFile",
        "\n",
        "\x00",
        " ",
        "\u0663",
    ]
)


@settings(max_examples=150)
@given(st.one_of(st.binary(max_size=300), st.lists(_WORDS, max_size=40).map(lambda words: "".join(words).encode())))
def test_no_bytes_make_it_fail(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any-config"
    path.write_bytes(data)
    found = applied(Target("hv1", "hv1", port=0), path)
    assert 0 < found.port < 1 << 16
    assert found.address
    names(path)


def test_a_fifo_and_a_folder_say_nothing(tmp_path):
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "folder").mkdir()
    path = tmp_path / "config"
    path.write_text(f"Include {tmp_path}/fifo {tmp_path}/folder\nUser u\n")
    assert lookup("hv1", path).user == "u"
