"""Root rights by the real sudo, as a real account without rights."""

import os
import secrets
import shutil
import subprocess
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app.dialect.posix import render
from app.dialect.sudoers import sudoers
from app.look import look_at, scan_options
from app.model import Addendum, Privilege, Probe, Reason, Target
from app.plan import Plan
from app.transport import local
from app.transport.base import Limits, Secrets
from app.transport.batch import run_batch

LINUX = Addendum("linux", "linux", "true", (), hypervisor=False, extends=(), probes=(), checks=(), undecided=())
PROBES = (
    Probe(id="me", addendum="linux", command="id -u", privilege="user", parser="text"),
    Probe(id="root", addendum="linux", command="id -u; cat; echo $HOME", privilege="root", parser="text"),
    Probe(id="also", addendum="linux", command="echo $LC_ALL; umask", privilege="root", parser="text"),
    Probe(id="two", addendum="linux", command="echo two", privilege="user", parser="text"),
)
pytestmark = pytest.mark.real


def look(account, mode="auto", password=None, *, limits=None, cancel=None, login=None):
    batch = render([LINUX], PROBES, secrets.token_hex(16), sudo=mode)
    session = local.connect(account.shell(), account.environment())
    return run_batch(
        session,
        batch,
        "hv1",
        sudo=mode,
        secrets=Secrets(sudo=password, password=login),
        limits=limits or Limits(),
        cancel=cancel or threading.Event(),
        on_probe=lambda _done, _evidence: None,
    )


def told(found):
    return {one.probe: (one.output.split(), one.exit_status, one.fault) for one in found.evidence}


def unprivileged_went_on(found):
    said = told(found)
    assert said["me"][0] not in ([b"0"], [])
    assert said["two"] == ([b"two"], 0, None)
    assert said["root"] == ([], None, Reason.NO_RIGHTS)
    assert said["also"] == ([], None, Reason.NO_RIGHTS)
    assert found.privilege is Privilege.USER
    assert found.fault is None
    assert found.privilege_note.startswith("hv1: ")
    assert found.privilege_note.endswith(".")
    assert found.privilege_note.count("\n") == 0


def root_did_it(found):
    said = told(found)
    assert said["me"][0] not in ([b"0"], [])
    assert said["two"] == ([b"two"], 0, None)
    assert said["root"] == ([b"0", b"/root"], 0, None)
    assert said["also"][0][0] == b"C"
    assert found.privilege is Privilege.SUDO
    assert found.privilege_note == ""
    assert found.fault is None


def test_without_a_password(account):
    account.sudoers("USER ALL=(ALL) NOPASSWD: ALL")
    root_did_it(look(account))


def test_a_given_password_is_not_used_where_none_is_wanted(account, tmp_path):
    account.sudoers("USER ALL=(ALL) NOPASSWD: ALL")
    root_did_it(look(account, "password", account.password))


@pytest.mark.parametrize("mode", ["auto", "password"])
def test_with_a_password(account, mode):
    account.sudoers("USER ALL=(ALL) ALL")
    root_did_it(look(account, mode, account.password))


def test_the_login_password_serves_where_a_person_said_with_password(account):
    account.sudoers("USER ALL=(ALL) ALL")
    root_did_it(look(account, "password", None, login=account.password))
    unprivileged_went_on(look(account, "auto", None, login=account.password))


def test_with_a_pty_in_between(account):
    account.sudoers("Defaults:USER use_pty", "USER ALL=(ALL) ALL")
    root_did_it(look(account, password=account.password))


def test_no_ticket_is_left(account):
    account.sudoers("USER ALL=(ALL) ALL")
    root_did_it(look(account, password=account.password))
    again = look(account)
    unprivileged_went_on(again)
    assert "asks for a password" in again.privilege_note


def test_a_wrong_password_is_tried_once(account):
    account.sudoers("USER ALL=(ALL) ALL", "Defaults:USER logfile=/tmp/USER.log, passwd_tries=3")
    account.extra.append(Path(f"/tmp/{account.name}.log"))
    found = look(account, password="not" + account.password)
    unprivileged_went_on(found)
    assert "did not accept the password" in found.privilege_note
    log = Path(f"/tmp/{account.name}.log").read_text()
    assert "1 incorrect password attempt" in log.replace("\n    ", " ")


def test_a_wrong_password_with_one_try(account):
    account.sudoers("USER ALL=(ALL) ALL", "Defaults:USER passwd_tries=1")
    found = look(account, password="not" + account.password)
    unprivileged_went_on(found)
    assert "did not accept the password" in found.privilege_note


def test_not_in_sudoers(account):
    found = look(account, password=account.password)
    unprivileged_went_on(found)
    assert "may not use sudo" in found.privilege_note


def test_no_password_given(account):
    account.sudoers("USER ALL=(ALL) ALL")
    found = look(account)
    unprivileged_went_on(found)
    assert "asks for a password and none was given" in found.privilege_note


def test_only_some_commands(account):
    account.sudoers("USER ALL=(ALL) NOPASSWD: /usr/bin/true")
    found = look(account, password=account.password)
    unprivileged_went_on(found)


def test_requiretty(account):
    account.sudoers("Defaults:USER requiretty", "USER ALL=(ALL) NOPASSWD: ALL")
    found = look(account, password=account.password)
    unprivileged_went_on(found)
    assert "insists on a terminal" in found.privilege_note


def test_never(account):
    account.sudoers("USER ALL=(ALL) NOPASSWD: ALL")
    found = look(account, "never", account.password)
    unprivileged_went_on(found)
    assert "switched off" in found.privilege_note


FAKE = """#!/bin/sh
case $1 in -n) echo 'sudo: a password is required' >&2; exit 1;; esac
{body}
"""


@pytest.fixture
def fake_sudo(account, monkeypatch):
    """A program that stands where sudo is looked for, for what the real one can't be made to do."""

    def make(body, whole=False):
        tools = account.home / "bin"
        tools.mkdir(exist_ok=True)
        program = tools / "sudo"
        program.write_text(f"#!/bin/sh\n{body}\n" if whole else FAKE.format(body=body))
        program.chmod(0o755)
        environment = account.environment()
        monkeypatch.setattr(account, "environment", lambda: {**environment, "PATH": f"{tools}:/usr/bin:/bin"})

    return make


@pytest.mark.parametrize("whole", [True, False])
def test_a_hanging_sudo(account, fake_sudo, whole):
    fake_sudo("sleep 3600", whole=whole)
    begun = time.monotonic()
    found = look(account, password="x", limits=Limits(login=1))
    assert time.monotonic() - begun < 6
    unprivileged_went_on(found)
    assert "gave no answer within 1 s" in found.privilege_note


def test_the_password_is_kept_back_without_our_prompt(account, fake_sudo):
    taken = account.home / "taken"
    fake_sudo(f"printf 'Password: ' >&2; timeout 2 cat >{taken}; exit 1")
    secret = "pw-" + secrets.token_hex(8)
    unprivileged_went_on(look(account, password=secret, limits=Limits(login=5)))
    assert taken.read_text() == ""


@pytest.mark.parametrize(
    "body",
    [
        'echo "$SUDO_PROMPT" >&2; exit 1',  # prompts and goes away without reading
        'echo "$SUDO_PROMPT" >&2; sleep 1; exit 1',
        'echo "$SUDO_PROMPT" >&2; shift 3; exec "$@"',  # lets us in without reading it
        'echo "$SUDO_PROMPT" >&2; shift 3; PATH=FAKEID:$PATH exec "$@"',  # the same, and claims to be root
    ],
)
def test_a_password_that_nobody_reads_is_never_run(account, fake_sudo, body):
    """What sudo doesn't read lies in the way of the shell: it must not be taken for a command, nor come back."""
    touched = account.home / "touched"
    fake_id = account.home / "fakeid"
    fake_id.mkdir()
    (fake_id / "id").write_text("#!/bin/sh\necho 0\n")
    (fake_id / "id").chmod(0o755)
    fake_sudo(body.replace("FAKEID", str(fake_id)))
    secret = f"touch {touched}"
    found = look(account, password=secret, limits=Limits(login=3))
    assert not touched.exists()
    assert all(secret.encode() not in one.output + one.stderr for one in found.evidence)
    assert secret not in found.privilege_note


@pytest.mark.parametrize("sign", ["\n", "\r", "\0"])
def test_what_no_password_holds_is_not_sent(account, fake_sudo, sign):
    """What follows a line break would be the next line of the script, in a shell of that account or of root."""
    taken = account.home / "taken"
    fake_sudo(f'echo "$SUDO_PROMPT" >&2; timeout 2 cat >{taken}; exit 1')
    unprivileged_went_on(look(account, password=f"word{sign}id", limits=Limits(login=5)))
    assert not taken.exists() or taken.read_bytes() == b""


def test_no_secret_in_arguments_or_environment(account, fake_sudo):
    seen = account.home / "seen"
    fake_sudo(
        f"(ps axww -o args; for p in /proc/[0-9]*; do tr '\\0' '\\n' <$p/environ; done) >{seen} 2>/dev/null;"
        'echo "$SUDO_PROMPT" >&2; read -r word; exit 1'
    )
    secret = "pw-" + secrets.token_hex(8)
    unprivileged_went_on(look(account, password=secret))
    assert secret not in seen.read_text(errors="replace")


def test_no_sudo_at_all(account, monkeypatch):
    tools = account.home / "bin"
    tools.mkdir()
    for tool in ("sh", "cat", "id", "timeout", "head", "setsid", "sleep", "setpriv"):
        (tools / tool).symlink_to(Path("/usr/bin") / tool)
    environment = account.environment()
    monkeypatch.setattr(account, "environment", lambda: {**environment, "PATH": str(tools)})
    found = look(account, password="x")
    unprivileged_went_on(found)
    assert "neither sudo nor doas" in found.privilege_note


EXACT = (
    Probe(id="plain", addendum="linux", command="id -u", privilege="root", parser="text"),
    Probe(
        id="tricky",
        addendum="linux",
        command="""# a comment, with: signs = and # more
x='a\\b*?[x]!'  # two  spaces	and a tab
printf '%s|%s\\n' "$x" "it's" 'USER,UID' "~ ^ $(echo `echo sub`)" ${y:-z} | sed 's/\\(a\\)/<\\1>/'
awk 'BEGIN { print "ok" }' # trailing backslash \\
echo "ümlaut"; exit 3
""",
        privilege="root",
        parser="text",
    ),
    Probe(id="long", addendum="linux", command="yes", privilege="root", parser="text", cap=1000),
    Probe(id="exactly", addendum="linux", command="printf 12345", privilege="root", parser="text", cap=5),
    Probe(id="hangs", addendum="linux", command="echo a; sleep 31175", privilege="root", parser="text", timeout=1),
    Probe(id="lacks", addendum="linux", command="x", privilege="root", parser="text", needs=("no-such-tool",)),
    Probe(id="user", addendum="linux", command="id -u", privilege="user", parser="text"),
    Probe(id="last", addendum="linux", command="umask; echo $LC_ALL $PATH; cat", privilege="root", parser="text"),
)


def exact_look(account, probes=EXACT, words=None):
    return run_batch(
        local.connect(words or account.shell(), account.environment() if words is None else None),
        render([LINUX], probes, secrets.token_hex(16)),
        "hv1",
        sudo="auto",
        secrets=Secrets(),
        limits=Limits(),
        cancel=threading.Event(),
        on_probe=lambda _done, _evidence: None,
    )


def test_exact_commands(account):
    """An account that may run just the probes gets what root gets, and nothing else runs."""
    account.sudoers_file(sudoers(EXACT, account.name))
    found = exact_look(account)
    assert found.fault is None
    assert found.privilege is Privilege.SUDO_EXACT
    assert found.privilege_note == ""
    by_name = {one.probe: one for one in found.evidence}
    as_root = {one.probe: one for one in exact_look(account, words=("/bin/sh", "-s")).evidence}
    assert [one.probe for one in found.evidence] == [probe.id for probe in EXACT]
    for name in ("plain", "tricky", "exactly", "long", "hangs", "lacks"):
        one, other = by_name[name], as_root[name]
        assert (one.output, one.exit_status, one.fault) == (other.output, other.exit_status, other.fault), name
    assert by_name["plain"].output == b"0\n"
    assert by_name["tricky"].exit_status == 3
    assert by_name["long"].fault is Reason.TRUNCATED
    assert by_name["hangs"].fault is Reason.TIMEOUT
    assert by_name["lacks"].fault is Reason.TOOL_MISSING
    assert by_name["user"].output == f"{account.ids[0]}\n".encode()
    assert by_name["last"].output == b"0077\nC /usr/local/sbin:/usr/sbin:/sbin:/usr/bin:/bin\n"


def test_a_command_that_is_not_listed_is_no_answer(account):
    changed = tuple(replace(probe, command=f"{probe.command} ") for probe in EXACT if probe.id in ("plain", "last"))
    account.sudoers_file(sudoers(EXACT, account.name))
    found = exact_look(account, (*changed[:1], EXACT[3], *changed[1:]))
    told = {one.probe: (one.output, one.exit_status, one.fault) for one in found.evidence}
    assert told == {
        "plain": (b"", None, Reason.NO_RIGHTS),
        "exactly": (b"12345", 0, None),
        "last": (b"", None, Reason.NO_RIGHTS),
    }


def test_the_sudoers_file_is_one_that_sudo_takes(account, tmp_path):
    path = tmp_path / "sudoers"
    path.write_text(sudoers(EXACT, account.name))
    subprocess.run(["visudo", "-cf", path], check=True, capture_output=True)
    with pytest.raises(ValueError, match="user name"):
        sudoers(EXACT, "me ALL=(ALL) ALL\n#")


DOAS = Path("/etc/doas.conf")


@pytest.fixture
def doas(account, monkeypatch):
    """A machine without sudo whose doas follows these rules."""
    if shutil.which("doas") is None or DOAS.exists():
        pytest.skip("doas is not installed, or is set up by somebody else")
    tools = account.home / "bin"
    tools.mkdir()
    for tool in ("sh", "cat", "id", "timeout", "head", "setsid", "sleep", "setpriv", "doas"):
        (tools / tool).symlink_to(shutil.which(tool))
    environment = account.environment()
    monkeypatch.setattr(account, "environment", lambda: {**environment, "PATH": str(tools)})

    def rule(text):
        DOAS.write_text(f"{text}\n")
        DOAS.chmod(0o600)

    yield rule
    DOAS.unlink(missing_ok=True)


@pytest.mark.parametrize(
    "rule",
    [
        "permit nopass USER as root cmd /bin/sh",
        "permit nopass keepenv USER",
        "permit nopass setenv { PATH=/usr/bin:/bin } USER as root",
    ],
)
def test_rules_of_doas(account, doas, rule):
    doas(rule.replace("USER", account.name))
    found = look(account)
    assert told(found)["root"][0][:1] == [b"0"]
    assert found.privilege is Privilege.SUDO
    assert found.fault is None


@pytest.mark.parametrize(
    "rule",
    [
        "permit nopass USER as root cmd /usr/bin/true",
        "permit nopass USER as root cmd /bin/sh args -c true",
        "permit nopass USER as nobody",
        "deny USER",
    ],
)
def test_rules_of_doas_that_give_no_root_shell(account, doas, rule):
    doas(rule.replace("USER", account.name))
    found = look(account)
    unprivileged_went_on(found)
    assert "doas gives this account no root shell" in found.privilege_note


def test_doas(account, doas):
    doas(f"permit nopass {account.name} as root")
    root_did_it(look(account))
    doas(f"permit {account.name} as root")
    found = look(account, password=account.password)
    unprivileged_went_on(found)
    assert "doas gives this account no root shell" in found.privilege_note


def test_cancel_while_sudo_hangs(account, fake_sudo):
    fake_sudo("sleep 3600", whole=True)
    cancel = threading.Event()
    threading.Timer(1.0, cancel.set).start()
    begun = time.monotonic()
    found = look(account, cancel=cancel)
    assert time.monotonic() - begun < 4
    assert found.fault.kind == "cancelled"
    assert told(found)["two"] == ([b"two"], 0, None)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root is root")
def test_root_needs_no_sudo():
    batch = render([LINUX], PROBES, secrets.token_hex(16))
    found = run_batch(
        local.connect(),
        batch,
        "here",
        sudo="auto",
        secrets=Secrets(),
        limits=Limits(),
        cancel=threading.Event(),
        on_probe=lambda _done, _evidence: None,
    )
    assert found.privilege is Privilege.ROOT
    assert [one.probe for one in found.evidence] == ["me", "root", "also", "two"]
    assert all(one.fault is None and one.exit_status == 0 for one in found.evidence)


def test_nothing_of_the_account_is_left_running(account):
    account.sudoers("USER ALL=(ALL) NOPASSWD: ALL")
    root_did_it(look(account))
    question = ["ps", "-u", account.name, "-o", "pid,ppid,stat,etimes,args", "--no-headers"]
    end = time.monotonic() + 30  # what has ended is gone once its parent has looked
    while (left := subprocess.run(question, capture_output=True, check=False).stdout) and time.monotonic() < end:
        time.sleep(0.1)
    assert left == b""


# --- variants of sudo's settings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "settings",
    [
        "insults",
        "lecture=always",
        "passprompt=Speak, passprompt_override",
        "log_output, iolog_dir=/tmp/USER.io",
        "log_output, log_input, use_pty, iolog_dir=/tmp/USER.io",
        "timestamp_timeout=0",
        "pwfeedback",
        "env_reset, secure_path=/bin",
        "mail_badpass, badpass_message=No.",
    ],
)
def test_settings_that_change_nothing_for_us(account, settings):
    logs = Path(f"/tmp/{account.name}.io")
    try:
        account.sudoers(f"Defaults:USER {settings}", "USER ALL=(ALL) ALL")
        root_did_it(look(account, password=account.password))
        kept = [path.read_bytes() for path in logs.rglob("*") if path.is_file()]
        assert not any(account.password.encode() in data for data in kept)
    finally:
        shutil.rmtree(logs, ignore_errors=True)


def test_insults_are_no_way_in(account):
    account.sudoers("Defaults:USER insults", "USER ALL=(ALL) ALL")
    found = look(account, password="not" + account.password)
    unprivileged_went_on(found)
    assert "did not accept the password, so" in found.privilege_note


@pytest.mark.parametrize("setting", ["rootpw", "targetpw"])
def test_the_password_of_another_account_is_wanted(account, setting):
    account.sudoers(f"Defaults:USER {setting}", "USER ALL=(ALL) ALL")
    found = look(account, password=account.password)
    unprivileged_went_on(found)
    assert "did not accept the password, which must be that of root there, so" in found.privilege_note


def test_a_prompt_that_is_not_ours_gets_no_password(account, fake_sudo):
    fake_sudo("printf '\\nVerification code: ' >&2; sleep 60")
    found = look(account, password=account.password, limits=Limits(login=1))
    unprivileged_went_on(found)
    assert (
        "the password was kept back because sudo asks in words of its own (Verification code:), so checks that need "
        "root were not run; let sudo ask" in found.privilege_note
    )


@pytest.mark.parametrize("given", ["for sudo", "to log in"])
def test_a_password_that_the_host_says_is_not_quoted(account, fake_sudo, given):
    """What sudo's stand-in asks is repeated to people and kept with the audit, so it must not be able to hold one."""
    secret = "pw-" + secrets.token_hex(8)
    if given == "for sudo":  # what it just got
        fake_sudo('echo "$SUDO_PROMPT" >&2; read -r word; printf "\\nagain, $word: " >&2; sleep 60')
        found = look(account, password=secret, limits=Limits(login=1))
        assert "sudo gave no answer within 1 s" in found.privilege_note
    else:  # what that host has known since the login
        fake_sudo(f'printf "\\nagain, {secret}: " >&2; sleep 60')
        found = look(account, password="another", login=secret, limits=Limits(login=1))
        assert "sudo asks in words of its own (again, [hidden" in found.privilege_note
    unprivileged_went_on(found)
    assert secret not in repr(found)


def test_who_needs_no_password_is_seen(account):
    account.sudoers("USER ALL=(ALL) NOPASSWD: ALL")
    assert look(account).unasked is True
    account.sudoers("USER ALL=(ALL) ALL")
    assert look(account, password=account.password).unasked is False


def test_what_sudo_read_never_comes_back_as_evidence(account, fake_sudo):
    """A host of an attacker may send the password back wherever it likes: no file of ours holds it."""
    secret = "pw-" + secrets.token_hex(8)
    fake_sudo(
        'echo "$SUDO_PROMPT" >&2; read -r word; shift 3; export word\n'
        'echo; echo "bartizan-root 0"; while read -r l; do case $l in bartizan-begin) break;; esac; done\n'
        'sed -u "s/id -u; cat; echo .HOME/echo it was $word; echo $word >\\&2/" | /bin/sh -s'
    )
    found = look(account, password=secret, limits=Limits(login=5))
    by_name = {one.probe: one for one in found.evidence}
    assert b"it was [hidden" in by_name["root"].output
    assert by_name["root"].fault is Reason.TAMPERED
    assert secret.encode() not in b"".join(one.output + one.stderr for one in found.evidence)
    assert by_name["also"].fault is None
    assert secret not in repr(found)


@pytest.mark.parametrize("hostile", [False, True])
def test_a_password_that_was_given_is_not_given_again(account, fake_sudo, monkeypatch, *, hostile):
    """The connection goes while sudo has it, as where too many tries lock the account: once is once in a run.

    A host that keeps back a part of what it says has it asked for on a second connection, and the rest with it.
    """
    taken, opened = account.home / "taken", []
    fake_sudo(f'echo "$SUDO_PROMPT" >&2; read -r word; echo "$word" >>{taken}; kill -9 $PPID')
    keeps_back = "{ /bin/sh -s 2>&1 >&4 4>&- | sed -u '/ [BE] [0-9]*$/d' >&2; } 4>&1"

    def connect(*_given):
        opened.append(1)
        words = ("/bin/sh", "-c", keeps_back) if hostile else ()
        return local.connect(account.shell(*words), account.environment())

    monkeypatch.setattr("app.look._opened", connect)
    monkeypatch.setattr("app.look.BACK_OFF", 0.05)
    secret = "pw-" + secrets.token_hex(8)
    found, _, error = look_at(
        Target("hv1", "hv1", port=22),
        Plan((LINUX,), PROBES, frozenset()),
        secrets=Secrets(sudo=secret),
        options=scan_options(),
        cancel=threading.Event(),
        on_probe=lambda _done, _probe: None,
    )
    assert len(opened) == (2 if hostile else 1)
    assert taken.read_text() == f"{secret}\n"
    assert error is None or error.kind == "lost"
    assert "which is given only once" in found.privilege_note
    if not hostile:
        unprivileged_went_on(replace(found, fault=None))
