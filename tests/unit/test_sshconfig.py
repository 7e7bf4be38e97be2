"""The user's SSH configuration, as ssh_config(5) says; checked against `ssh -G` where that is at hand."""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.model import Target
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


@pytest.mark.parametrize("name", ["hv1", "hv9", "bastion", "inc"])
def test_openssh_says_the_same(config, name):
    if shutil.which("ssh") is None:
        pytest.skip("there is no ssh here")
    text = config.read_text().split("Match exec")[0].replace("Port nonsense", "")
    config.write_text(text)
    (config.parent / "more" / "a.conf").write_text("Host inc\n  HostName included.example.org\n")
    said = subprocess.run(["ssh", "-G", "-F", config, name], check=True, capture_output=True, text=True).stdout
    theirs = dict(line.split(" ", 1) for line in said.splitlines() if " " in line)
    ours = applied(Target(name, name, port=0), config)
    assert (ours.address, str(ours.port), ours.user) == (theirs["hostname"], theirs["port"], theirs["user"])
    assert ours.proxy_jump == theirs.get("proxyjump", "")
