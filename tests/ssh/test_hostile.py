"""Hosts that do their worst: each ends in time, in one sentence of the right kind, with bounded memory."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import sshd_rig

from app.errors import ConnectError
from app.model import Probe, Reason
from app.transport.base import Limits, Secrets

SERVER = Path(__file__).parent / "hostile" / "server.py"
PASSWORD = "hunter-two-not-to-be-seen"
LIMITS = Limits(connect=3, login=3, host=6)
LONGEST = 300 << 20  # bytes above idle that one hostile host may cost
PROBES = tuple(
    Probe(id=name, addendum="linux", command=f"echo {name}", privilege="user", parser="text", timeout=60)
    for name in ("one", "two", "three")
)


def memory():
    """Bytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


class Peak(threading.Thread):
    """The most memory that was held while it ran."""

    def __init__(self):
        super().__init__(name="hostile-peak", daemon=True)
        self.idle = self.most = memory()
        self.stopped = threading.Event()

    def run(self):
        while not self.stopped.wait(0.01):
            self.most = max(self.most, memory())


@pytest.fixture
def hostile(tmp_path):
    """Start a scenario; gives an Sshd-like handle for ``look``."""
    processes = []

    def start(scenario):
        key = sshd_rig.make_key(tmp_path / "host_key")
        process = subprocess.Popen([sys.executable, SERVER, scenario, key], stdout=subprocess.PIPE, text=True)
        processes.append(process)
        port = int(process.stdout.readline())
        known = tmp_path / "known_hosts"
        known.write_text(f"[127.0.0.1]:{port} {sshd_rig.public(key)}\n")
        own = sshd_rig.make_key(tmp_path / "id")
        return sshd_rig.Sshd(port, "audit", own, known, key, Path("none"), Path("none"), process)

    yield start
    for process in processes:
        process.kill()
        process.wait()
        process.stdout.close()


def suffer(hostile, look, scenario, *, limits=LIMITS, **given):
    """Look at a hostile host; gives the error, the Look if there is one, and the seconds. Checks what always holds."""
    server = hostile(scenario)
    peak = Peak()
    peak.start()
    begun = time.monotonic()
    found = None
    try:
        found = look(server, probes=PROBES, limits=limits, **given)
        error = found.fault
    except ConnectError as caught:
        error = caught
    took = time.monotonic() - begun
    peak.stopped.set()
    peak.join()
    assert peak.most - peak.idle < LONGEST
    assert took < limits.connect + limits.login + limits.host + 5
    if error is not None:
        sentence = str(error)
        assert sentence.startswith("hv1"), sentence
        assert sentence.endswith("."), sentence
        assert sentence.isprintable(), sentence
        assert PASSWORD not in sentence
    return error, found, took


@pytest.mark.parametrize(
    ("scenario", "kinds", "within"),
    [
        ("legacy-ciphers", {"no-common-algorithm"}, 2),
        ("legacy-macs", {"no-common-algorithm"}, 2),
        ("escape-algorithms", {"no-common-algorithm", "protocol"}, 4),
        ("silent-login", {"timeout"}, 5),
        ("hang-up-at-login", {"login-rejected"}, 3),
        ("reject", {"login-rejected"}, 3),
        ("escape-methods", {"login-rejected"}, 3),
        ("second-factor", {"second-factor"}, 3),
        ("flood-at-login", {"timeout", "protocol"}, 5),
        ("channel-refused", {"no-shell"}, 3),
        ("channel-silent", {"timeout"}, 5),
        ("dropped-after-login", {"lost"}, 3),
        ("exec-refused", {"no-shell"}, 3),
        ("exec-silent", {"timeout"}, 5),
        ("never-reads", {"timeout"}, 8),
        ("garbage", {"timeout"}, 5),
        ("garbage-packets", {"lost", "no-shell", "timeout"}, 5),
        ("rekey-stall", {"timeout", "no-shell", "lost"}, 12),
        ("flood", {"timeout"}, 5),
        ("endless-before-hello", {"timeout"}, 5),
        ("wrong-nonce", {"timeout"}, 5),
    ],
)
def test_nothing_is_learnt(hostile, look, scenario, kinds, within):
    error, found, took = suffer(hostile, look, scenario)
    assert error.kind in kinds
    assert took < within + 1
    if found is not None:
        assert all(one.fault is not None and one.exit_status is None for one in found.evidence)
        assert len(found.evidence) == 3


@pytest.mark.parametrize(
    ("scenario", "kind"),
    [
        ("two-prompts", "second-factor"),
        ("echoed-prompt", "second-factor"),
        ("second-prompt", "second-factor"),
        ("endless-prompts", "timeout"),
        ("empty-prompts", "timeout"),
        ("four-billion-prompts", "login-rejected"),
        ("expired-password", "password-expired"),
    ],
)
def test_prompts(hostile, look, scenario, kind, capfd):
    given = {"identity": "", "secret": Secrets(password=PASSWORD)}
    error, _, took = suffer(hostile, look, scenario, **given)
    assert error.kind == kind
    assert took < 6
    shown = capfd.readouterr()
    assert shown.out == ""
    assert shown.err == ""


def test_a_prompt_with_escapes_is_answered_and_never_shown(hostile, look, capfd):
    error, found, _ = suffer(hostile, look, "escape-prompt", identity="", secret=Secrets(password=PASSWORD))
    assert error is None
    assert [one.output for one in found.evidence] == [b"one\n", b"two\n", b"three\n"]
    assert capfd.readouterr() == ("", "")


def test_an_extension_bomb_does_nothing(hostile, look):
    error, found, took = suffer(hostile, look, "ext-info-bomb")
    assert error is None
    assert all(one.fault is None for one in found.evidence)
    assert took < 4


@pytest.mark.parametrize("scenario", ["friendly", "no-exit-status"])
def test_the_exit_status_of_the_shell_means_nothing(hostile, look, scenario):
    error, found, _ = suffer(hostile, look, scenario)
    assert error is None
    assert [one.output for one in found.evidence] == [b"one\n", b"two\n", b"three\n"]


@pytest.mark.parametrize("scenario", ["endless-stdout", "endless-stderr", "drip", "stuck-probe"])
def test_no_end(hostile, look, scenario):
    error, found, took = suffer(hostile, look, scenario)
    assert error.kind == "timeout"
    assert took < LIMITS.host + 2
    assert all(one.fault is not None and one.exit_status is None for one in found.evidence)
    assert len(found.evidence[0].output) <= PROBES[0].cap
    assert len(found.evidence[0].stderr) <= 64 << 10
    if scenario == "endless-stdout":
        assert found.evidence[0].truncated
        assert found.evidence[0].bytes_total > PROBES[0].cap


def test_a_host_that_ignores_the_window(hostile, look):
    error, found, _ = suffer(hostile, look, "ignores-the-window")
    assert error.kind in {"timeout", "protocol"}
    assert found.evidence[0].fault is not None


def test_both_streams_beyond_the_window(hostile, look):
    _, found, took = suffer(hostile, look, "both-streams")
    assert found.evidence[0].bytes_total == 5 << 20
    assert found.evidence[0].fault is Reason.TRUNCATED
    assert took < 6


@pytest.mark.parametrize("scenario", ["doubled", "disordered", "forged-root"])
def test_forged_frames(hostile, look, scenario):
    error, found, took = suffer(hostile, look, scenario)
    assert error.kind == "protocol"
    assert took < 3
    told = {one.probe: one.fault for one in found.evidence}
    assert told["one"] is (Reason.TAMPERED if scenario == "doubled" else None)
    assert told["two"] is told["three"] is Reason.TAMPERED
    assert found.privilege.value == ("user" if scenario == "forged-root" else "root")


def test_a_forged_prompt_gets_no_password(hostile, look):
    secret = Secrets(password=PASSWORD, sudo=PASSWORD)
    error, found, _ = suffer(hostile, look, "forged-prompt", sudo="password", secret=secret)
    assert error.kind == "protocol"
    assert all(PASSWORD.encode() not in one.output + one.stderr for one in found.evidence)


@pytest.mark.parametrize("scenario", ["dies", "exits-early"])
def test_what_came_before_the_end_is_kept(hostile, look, scenario):
    error, found, took = suffer(hostile, look, scenario)
    assert error.kind == "lost"
    assert took < 3
    told = {one.probe: (one.output, one.fault) for one in found.evidence}
    assert told["one"] == (b"one\n", None)
    assert told["three"] == (b"", Reason.CONNECTION_LOST)
    assert told["two"][1] is Reason.CONNECTION_LOST


@pytest.mark.parametrize(
    "scenario", ["silent-login", "flood", "endless-stdout", "never-reads", "exec-silent", "garbage"]
)
def test_cancel_within_three_seconds(hostile, look, scenario):
    cancel = threading.Event()
    pressed = []

    def press():
        pressed.append(time.monotonic())
        cancel.set()

    timer = threading.Timer(2.0, press)
    timer.name = "hostile-timer"
    timer.start()
    error, _, _ = suffer(hostile, look, scenario, cancel=cancel, limits=Limits(connect=20, login=20, host=20))
    assert error.kind == "cancelled"
    assert time.monotonic() - pressed[0] < 3
