"""A connection that is lost is made anew once, and only what is missing is asked."""

import contextlib
import os
import secrets
import signal
import threading
from pathlib import Path

import pytest
import sshd_rig

from app.dialect.posix import render
from app.errors import ConnectError
from app.model import Addendum, Probe, Reason
from app.transport.again import look_again
from app.transport.base import Limits, Secrets
from app.transport.batch import run_batch

pytestmark = pytest.mark.real
LINUX = Addendum("linux", "linux", "true", (), hypervisor=False, extends=(), probes=(), checks=(), undecided=())
PROBES = tuple(
    Probe(id=name, addendum="linux", command=command, privilege="user", parser="text")
    for name, command in (
        ("first", "echo first"),
        ("slow", "sleep 1; echo slow"),
        ("last", "echo last"),
    )
)


def run_with(on_probe=None):
    asked = []

    def run(session, probes, detected):
        asked.append((tuple(probe.id for probe in probes), detected))
        return run_batch(
            session,
            render([LINUX], probes, secrets.token_hex(16), sudo="never", all_addenda=detected),
            "hv1",
            sudo="never",
            secrets=Secrets(),
            limits=Limits(),
            cancel=threading.Event(),
            on_probe=on_probe or (lambda _done, _evidence: None),
        )

    return run, asked


def kill_connections(server):
    for child in sshd_rig.children(server.process.pid):
        with contextlib.suppress(OSError):
            if b"sshd" in Path(f"/proc/{child}/cmdline").read_bytes():
                os.kill(child, signal.SIGKILL)


@pytest.fixture
def lost(sshd, dial):
    """A look whose connection is cut after the first answer, and the host key of that time."""
    session = dial(sshd)
    run, _ = run_with(lambda _done, evidence: evidence.probe == "first" and kill_connections(sshd))
    found = run(session, PROBES, ())
    assert found.fault.kind == "lost"
    return found, session.host_key


def test_only_what_is_missing_is_asked(sshd, dial, lost):
    first, host_key = lost
    run, asked = run_with()
    both = look_again(first, PROBES, host_key, lambda: dial(sshd), run)
    assert asked == [(("slow", "last"), ("linux",))]
    assert both.fault is None
    assert [(one.probe, one.output, one.fault) for one in both.evidence] == [
        ("first", b"first\n", None),
        ("slow", b"slow\n", None),
        ("last", b"last\n", None),
    ]
    assert both.evidence[0] is first.evidence[0]


def test_another_host_key_is_not_asked(sshd, dial, lost):
    first, _ = lost
    run, asked = run_with()
    found = look_again(first, PROBES, "SHA256:another", lambda: dial(sshd), run)
    assert asked == []
    assert found.evidence is first.evidence
    assert found.fault.kind == "host-key-changed"
    assert "before it was SHA256:another" in str(found.fault)


@pytest.mark.parametrize(
    ("met", "kind"),
    [("refused", "lost"), ("login-rejected", "lost"), ("host-key-changed", "host-key-changed"), ("cancelled",) * 2],
)
def test_a_second_try_that_fails(lost, met, kind):
    def connect():
        raise ConnectError(met, "hv1: the sentence of the second try.")

    run, asked = run_with()
    first, host_key = lost
    found = look_again(first, PROBES, host_key, connect, run)
    assert asked == []
    assert found.evidence is first.evidence
    assert found.fault.kind == kind
    assert "the sentence of the second try" in str(found.fault)
    assert str(found.fault).startswith("hv1")
    assert str(found.fault).endswith(".")


def test_a_second_loss_is_the_end(sshd, dial, lost):
    first, host_key = lost
    run, asked = run_with()

    def broken(session, probes, detected):
        timer = threading.Timer(0.3, kill_connections, [sshd])
        timer.start()
        found = run(session, probes, detected)
        timer.join()
        return found

    both = look_again(first, PROBES, host_key, lambda: dial(sshd), broken)
    assert len(asked) == 1
    assert both.fault.kind == "lost"
    assert [one.fault for one in both.evidence] == [None, Reason.CONNECTION_LOST, Reason.CONNECTION_LOST]


def test_a_look_that_is_whole_stays(sshd, dial):
    run, asked = run_with()
    found = run(dial(sshd), PROBES, ())
    asked.clear()
    assert look_again(found, PROBES, "x", lambda: dial(sshd), run) is found
    assert asked == []
