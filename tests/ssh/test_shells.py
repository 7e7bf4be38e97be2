"""Login shells, start files and cramped machines: it works, or one sentence says once why it doesn't."""

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest

from app.model import Reason
from app.transport.base import Limits

pytestmark = pytest.mark.real
SHELLS = ("dash", "bash", "zsh", "tcsh", "bsd-csh", "ksh93", "mksh", "fish", "yash", "posh", "busybox")


def login_shell(name, folder):
    """The program that such an account has in /etc/passwd."""
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    if name != "busybox":
        return program
    wrapper = folder / "ash"  # a machine with BusyBox has it as /bin/sh, a link whose name says which part is meant
    wrapper.symlink_to(program)
    return str(wrapper)


@pytest.fixture
def server_for(make_sshd, make_account):
    """A server for an account with that login shell and those files in its home."""
    folders = []

    def make(shell="dash", files=(), config=()):
        folder = Path(tempfile.mkdtemp(prefix="bartizan-shells-"))
        folder.chmod(0o755)
        folders.append(folder)
        program = login_shell(shell, folder) if "/" not in shell else shell
        account = make_account(shell=program)
        for name, text in files:
            path = account.home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            for one in (path, *path.parents):
                if one != account.home and one.is_relative_to(account.home):
                    os.chown(one, *account.ids)
        return make_sshd(*config, user=account.name)

    yield make
    for folder in folders:
        shutil.rmtree(folder)


@pytest.mark.parametrize("shell", SHELLS)
def test_every_login_shell(server_for, look, is_whole, shell):
    server = server_for(shell)
    assert is_whole(look(server), server.user)


NOISE = "echo Welcome; echo 'B 0'; echo noise >&2\n"
START = {
    "dash": ((".profile", NOISE),),
    "bash": ((".bashrc", NOISE), (".profile", NOISE), (".bash_profile", NOISE)),
    "zsh": ((".zshenv", NOISE), (".zshrc", NOISE)),
    "tcsh": ((".tcshrc", "echo Welcome\n"), (".login", "echo Welcome\n")),
    "bsd-csh": ((".cshrc", "echo Welcome\n"),),
    "mksh": ((".mkshrc", NOISE),),
    "fish": ((".config/fish/config.fish", NOISE),),
    "yash": ((".yashrc", NOISE), (".yash_profile", NOISE)),
}


@pytest.mark.parametrize("shell", START)
def test_start_files_that_print(server_for, look, is_whole, shell):
    server = server_for(shell, START[shell])
    assert is_whole(look(server), server.user)


@pytest.mark.parametrize(
    ("shell", "files"),
    [
        ("bash", ((".bashrc", 'case $- in *x*) ;; *) exec mksh -c "$BASH_EXECUTION_STRING";; esac\n'),)),
        ("zsh", ((".zshenv", '[ -n "$AGAIN" ] || AGAIN=1 exec dash -c "$ZSH_EXECUTION_STRING"\n'),)),
        ("bash", ((".bashrc", "set -e; set -u; set -f; set -C; shopt -s nullglob failglob; IFS=/\n"),)),
        ("bash", ((".bashrc", 'exec() { builtin exec "$@"; }; echo() { :; }; export -f exec echo\n'),)),
        ("bash", ((".bashrc", "export BASH_ENV=~/noise ENV=~/noise PS1='$(echo x)' PROMPT_COMMAND='echo x'\n"),
                  ("noise", NOISE))),
        ("zsh", ((".zshenv", "setopt nomatch errexit noclobber; umask 0777\n"),)),
        ("tcsh", ((".tcshrc", "set noclobber; umask 777\n"),)),
        ("bash", ((".bashrc", "export LC_ALL=de_DE.UTF-8 LANG=tr_TR.UTF-8 POSIXLY_CORRECT=1 LC_NUMERIC=fr_FR\n"),)),
    ],
    ids=range(8),
)  # fmt: skip
def test_start_files_that_meddle(server_for, look, is_whole, shell, files):
    server = server_for(shell, files)
    assert is_whole(look(server), server.user)


def test_a_start_file_that_sleeps(server_for, look):
    server = server_for("bash", ((".bashrc", "sleep 600\n"),))
    begun = time.monotonic()
    found = look(server, limits=Limits(connect=5, login=1.5, host=60))
    assert time.monotonic() - begun < 6
    assert found.fault.kind == "timeout"
    assert "look at its start files" in str(found.fault)


@pytest.mark.parametrize(
    "config",
    [
        ("ForceCommand internal-sftp",),
        ("ForceCommand /bin/false",),
        ("ForceCommand exit 0",),
        ("ForceCommand /nonexistent",),
        ("ForceCommand echo This account is for backups only",),
        ("Subsystem sftp internal-sftp", "ForceCommand internal-sftp", "PermitTTY no"),
        ("MaxSessions 0",),
        ("ChrootDirectory /proc",),
    ],
)
def test_accounts_that_may_run_nothing(server_for, look, config):
    found = look(server_for(config=config))
    assert found.fault.kind in {"no-shell", "lost"}
    assert str(found.fault).startswith("hv1")
    assert "backups" not in config[0] or "it said: This account is for backups only" in str(found.fault)
    assert {one.fault for one in found.evidence} == {Reason.CONNECTION_LOST}


@pytest.mark.parametrize("shell", ["/usr/sbin/nologin", "/bin/false", "/bin/rbash", "/bin/true", "/bin/cat"])
def test_login_shells_that_are_none(server_for, look, shell):
    found = look(server_for(shell))
    assert found.fault.kind == "no-shell"
    assert "POSIX login shell" in str(found.fault)


RUN = 'eval "$SSH_ORIGINAL_COMMAND"'


@pytest.mark.parametrize(
    "cramp",
    [
        "ulimit -f 0",  # no file can be written: a full disk, and a /tmp that can't be used
        "ulimit -n 20",
        "ulimit -c 0; ulimit -s 256",
        "ulimit -v 200000",
        "umask 0777",
        "PATH=",
        "unset PATH HOME USER LOGNAME SHELL",
        "PATH=/nonexistent:.:",
        "export TMPDIR=/nonexistent TMP=/proc",
        "cd /proc",
        "trap '' HUP PIPE",
        "export LC_ALL=de_DE.UTF-8 LANGUAGE=de",
        "export N=1 l=x x=1 w=2 on=3 nl=4 q=5 s=6 IFS=x",
        "export BASH_ENV=/etc/passwd ENV=/etc/passwd",
    ],
)
def test_cramped_machines(server_for, look, is_whole, cramp):
    server = server_for(config=(f"ForceCommand {cramp}; {RUN}",))
    assert is_whole(look(server), server.user)


def test_a_machine_that_mixes_both_streams(server_for, look):
    found = look(server_for(config=(f"ForceCommand exec 2>&1; {RUN}",)))
    assert found.fault.kind in {"protocol", "timeout"}


def test_a_machine_without_room_for_processes(server_for, look):
    """Nothing is made up of what could not be started: one sentence for the machine, not one for each item."""
    server = server_for("bash", config=(f"ForceCommand ulimit -u 1; {RUN}",))
    found = look(server)
    assert found.fault.kind == "no-shell"
    assert "fork" in str(found.fault)
    assert all(one.fault is not None for one in found.evidence)
