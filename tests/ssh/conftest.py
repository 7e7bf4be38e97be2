"""One look at a real server, in the words of these tests; and the table of threats at the end of a run."""

import secrets
import threading
import time
from pathlib import Path

import pytest
from hostile.verdict import HEAD

from app.dialect.posix import render
from app.model import Addendum, Probe, Target
from app.transport import ssh, sshconfig
from app.transport.base import HostKeyPolicy, Limits, Secrets
from app.transport.batch import run_batch

LINUX = Addendum("linux", "linux", "true", (), hypervisor=False, extends=(), probes=(), checks=(), undecided=())


def probe(name, command, **fields):
    return Probe(id=name, command=command, **{"addendum": "linux", "privilege": "user", "parser": "text", **fields})


PROBES = (probe("one", "echo one"), probe("me", "id -un"), probe("bytes", "printf 'a\\000b'; echo err >&2; exit 3"))


@pytest.fixture(autouse=True)
def _no_traces(monkeypatch, tmp_path):
    """No test hangs on this machine's own SSH set-up, and none leaves a thread behind."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.setattr(sshconfig, "SYSTEM_FILE", tmp_path / "ssh_config")
    before = set(threading.enumerate())
    yield
    end = time.monotonic() + 30
    while left := set(threading.enumerate()) - before:
        left = {thread for thread in left if not thread.name.startswith("hostile")}
        if not left or time.monotonic() > end:
            break
        time.sleep(0.02)
    assert not left


@pytest.fixture
def own_file(tmp_path):
    return tmp_path / "own" / "known_hosts"


@pytest.fixture
def dial(own_file):
    """Connect to a server of the rig; the target's fields can be given by name."""

    def dial(
        server, *, secret=None, limits=None, policy=None, cancel=None, jumps=(), secrets_of=None, ask=None, **fields
    ):
        fields = {"address": server.host, "user": server.user, "identity": str(server.key), **fields}
        if jumps:
            fields["proxy_jump"] = ",".join(jump.name for jump, _ in jumps)
        target = Target("hv1", port=server.port, **fields)
        return ssh.connect(
            target,
            secret or Secrets(),
            limits or Limits(connect=5, login=8, host=60),
            policy or HostKeyPolicy((Path(server.known_hosts),), own_file),
            cancel or threading.Event(),
            bastions={jump.name: jump for jump, _ in jumps},
            secrets_of=secrets_of or (lambda jump: {one.name: known for one, known in jumps}.get(jump.name, Secrets())),
            ask=ask,
        )

    return dial


@pytest.fixture
def look(dial):
    """Connect and run some probes; gives the Look."""

    def look(server, *, probes=PROBES, sudo="never", limits=None, cancel=None, on_probe=None, secret=None, **given):
        limits = limits or Limits(connect=5, login=8, host=60)
        cancel = cancel or threading.Event()
        session = dial(server, limits=limits, cancel=cancel, secret=secret, **given)
        return run_batch(
            session,
            render([LINUX], probes, secrets.token_hex(16), sudo=sudo),
            "hv1",
            sudo=sudo,
            secrets=secret or Secrets(),
            limits=limits,
            cancel=cancel,
            on_probe=on_probe or (lambda _done, _evidence: None),
        )

    return look


@pytest.fixture
def is_whole():
    """Whether a Look brought all of PROBES as it should."""

    def is_whole(found, user):
        said = {one.probe: (one.output, one.exit_status, one.fault) for one in found.evidence}
        return found.fault is None and said == {
            "one": (b"one\n", 0, None),
            "me": (f"{user}\n".encode(), 0, None),
            "bytes": (b"a\0b", 3, None),
        }

    return is_whole


def pytest_terminal_summary(terminalreporter):
    """The table of threats: a line a scenario, and how many are right."""
    told = [
        value
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
        for key, value in getattr(report, "user_properties", ())
        if key == "threat" and report.when == "call"
    ]
    if told:
        terminalreporter.write_line(HEAD)
        for _, line, _ in sorted(told):
            terminalreporter.write_line(line)
        terminalreporter.write_line(f"{sum(right for *_, right in told)} of {len(told)} scenarios right")
