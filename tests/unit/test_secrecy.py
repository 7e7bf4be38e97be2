"""No secret leaves the process by a trace, a log, a core dump or what a host sends back."""

import gc
import logging
import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import crash
from app.cli import main as cli_main
from app.judge.facts import read
from app.model import Evidence, Probe, Reason
from app.secrecy import HIDDEN, Typed, hide
from app.transport.base import Secrets
from app.transport.echo import without_echoes
from app.transport.said import quoted

ROOT = Path(crash.__file__).parent.parent
MARK = "s3cret-in-plain-sight"
_PR_GET_DUMPABLE = 3


def test_what_a_secret_is_part_of_is_printed_without_it():
    held = Secrets(password=MARK, sudo="a'b\"c\\d-long")
    assert hide(f"({MARK})") == f"({HIDDEN})"
    assert hide(repr({"p": held.sudo})) == f"{{'p': '{HIDDEN}'}}"
    assert MARK not in crash.crash_report(ValueError, ValueError(f"cannot send {MARK}"), None)
    del held
    gc.collect()
    assert hide(MARK) == MARK  # forgotten with who held it


def test_equal_secrets_are_guarded_as_long_as_one_lives():
    first, second = Secrets(password=MARK), Secrets(password=MARK)
    del first
    gc.collect()
    assert hide(MARK) == HIDDEN
    assert second == Secrets(password=MARK)


def test_a_short_secret_counts_where_it_stands_alone():
    held = Secrets(sudo="root")
    assert hide("root: rootless, chroot") == f"{HIDDEN}: rootless, chroot"
    assert held.words() == ("root",)


def test_what_stands_in_place_of_a_secret_tells_no_other_one():
    """Its words may be secrets themselves, and a longer secret may hold a shorter one."""
    held = Secrets(password="secret", sudo="login", passphrase="my secret login, in three words")
    assert hide(f"{held.sudo} {held.password} {held.passphrase}") == f"{HIDDEN} {HIDDEN} {HIDDEN}"
    (found,) = without_echoes([piece(b"login secret\n")], held.words())
    assert found.output == f"{HIDDEN} {HIDDEN}\n".encode()
    begins = Secrets(password=MARK[:9], sudo=MARK)
    assert hide(f"{MARK} {MARK[:9]}") == f"{HIDDEN} {HIDDEN}"
    (found,) = without_echoes([piece(MARK.encode())], begins.words())
    assert found.output == HIDDEN.encode()


@pytest.mark.parametrize("most", [12, -12])
def test_half_of_a_secret_is_quoted_no_more_than_a_whole_one(most):
    held = Secrets(password=MARK)
    said = quoted(f"ab {held.password} yz", most)
    assert len(said) == 12
    assert not any(part in said for part in ("s3c", "ght"))


@pytest.mark.parametrize("debug", [True, False])
def test_a_bug_of_the_command_line_shows_no_secret(monkeypatch, capsys, *, debug):
    held = Secrets(password=MARK)

    def fails(**_given):
        raise RuntimeError(f"can't send {held.password!r}")

    monkeypatch.setattr(cli_main.cli, "main", fails)
    with pytest.raises(SystemExit) as ended:
        cli_main.main(["--debug"] if debug else [])
    said = capsys.readouterr().err
    assert ended.value.code == 4
    assert MARK not in said
    assert ("Traceback" in said and HIDDEN in said) is debug


def test_log_lines_and_their_traces_show_no_secret():
    held = Secrets(passphrase=MARK)
    bug = RuntimeError(held.passphrase)
    record = logging.LogRecord("x", logging.DEBUG, "", 0, "sending %s", (MARK,), (RuntimeError, bug, None))
    line = cli_main._Hushed("%(message)s").format(record)
    assert MARK not in line
    assert line.count(HIDDEN) >= 2


# --- what a host sends back ------------------------------------------------------------------------------------------

PROBE = Probe("p", "linux", "cat /etc/x", "root", "text")


def piece(output=b"", stderr=b""):
    return Evidence(
        probe="p", target="hv1", command="cat /etc/x", privileged=True, started=datetime.now(UTC), seconds=0.1,
        exit_status=0, output=output, stderr=stderr, truncated=False, bytes_total=len(output), fault=None,
    )  # fmt: skip


@pytest.mark.parametrize("field", ["output", "stderr"])
def test_evidence_with_a_secret_is_none(field):
    (found,) = without_echoes([piece(**{field: f"a\n{MARK}\nb\n".encode()})], Secrets(sudo=MARK).words())
    assert getattr(found, field) == f"a\n{HIDDEN}\nb\n".encode()
    assert (found.fault, found.exit_status) == (Reason.TAMPERED, None)
    facts = read(PROBE, found, "hv1")
    assert facts.reason is Reason.TAMPERED
    assert facts.message == "p held a password of this login, which is hidden, so the rest of it counts for nothing"


def test_other_evidence_stays_as_it_is():
    one = piece(b"rootless\n", b"\xff")
    assert without_echoes([one], Secrets(password="root", sudo="").words()) == (one,)
    assert without_echoes([one], ())[0] is one


# --- core dumps ------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="prctl and /proc are of Linux")
@pytest.mark.parametrize("start", ["command line", "wizard"])
def test_no_core_is_dumped(start, tmp_path):
    """From the start, before a secret is read: the program waits for one while the kernel is asked about it."""
    program = {
        "command line": "from app.cli.main import main; main(['login', 'hv1'])",
        "wizard": "import ui.main; ui.main.main([])",
    }[start]
    if start == "wizard":
        pytest.importorskip("PySide6")
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        end = time.monotonic() + 30
        while _core_limit(process.pid) != ["0", "0"]:
            assert process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.02)
    finally:
        process.kill()
        process.wait(20)
        process.stdin.close()


def _core_limit(pid):
    lines = Path(f"/proc/{pid}/limits").read_text().splitlines()
    return next(line.split()[4:6] for line in lines if line.startswith("Max core file size"))


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is of Linux")
def test_cores_that_are_piped_to_a_program_are_none_either():
    code = (
        "import ctypes; from app.secrecy import no_core_dumps; no_core_dumps(); "
        f"print(ctypes.CDLL(None).prctl({_PR_GET_DUMPABLE}))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout == "0\n"


def test_secrets_are_hidden_while_another_thread_gets_to_know_more() -> None:
    held: list[Typed] = []
    done = threading.Event()

    def more() -> None:
        while not done.is_set() and len(held) < 200_000:
            held.append(Typed())

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    thread = threading.Thread(target=more)
    thread.start()
    try:
        assert {hide("nothing to hide") for _ in range(60)} == {"nothing to hide"}
    finally:
        done.set()
        thread.join()
        sys.setswitchinterval(before)
