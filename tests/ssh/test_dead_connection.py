"""A connection that dies without a word, and a computer that was suspended: noticed, said, and tried once more."""

import contextlib
import select
import socket
import threading
import time
from dataclasses import replace

import pytest

from app import look as looking
from app.look import look_at, scan_options
from app.model import Addendum, Probe, Target
from app.plan import Plan
from app.transport import pulse
from app.transport.base import Limits, Secrets

pytestmark = pytest.mark.real
LINUX = Addendum("linux", "linux", "true", (), hypervisor=False, extends=(), probes=(), checks=(), undecided=())
PROBES = tuple(
    Probe(id=name, addendum="linux", command=command, privilege="user", parser="text")
    for name, command in (("first", "echo first"), ("slow", "sleep 2; echo slow"), ("last", "echo last"))
)


class Way:
    """A way to a server on which packets are dropped from the moment that ``dead`` is set, as by a firewall."""

    def __init__(self, port):
        self.dead = threading.Event()
        self.connections = 0
        self._to = port
        self._stop = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.1)
        self.port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, name="hostile-way")]
        self._threads[0].start()

    def _accept(self):
        while not self._stop.is_set():
            with contextlib.suppress(TimeoutError):
                near, _ = self._listener.accept()
                self.connections += 1
                self._threads.append(
                    threading.Thread(target=self._carry, args=(near, self.connections), name="hostile-way")
                )
                self._threads[-1].start()

    def _carry(self, near, number):
        with near, socket.create_connection(("127.0.0.1", self._to)) as far:
            while not self._stop.is_set():
                ready, _, _ = select.select([near, far], [], [], 0.05)
                for one in ready:
                    if self.dead.is_set() and number == 1:
                        time.sleep(0.05)
                        continue
                    try:
                        data = one.recv(65536)
                    except OSError:
                        return
                    if not data:
                        return
                    (far if one is near else near).sendall(data)

    def close(self):
        self._stop.set()
        for thread in list(self._threads):
            thread.join()
        self._listener.close()


@pytest.fixture
def way(sshd):
    made = Way(sshd.port)
    yield made
    made.close()


@pytest.fixture
def audit(sshd, way, tmp_path, monkeypatch):
    """Look through that way; gives the Look, the error and what was said about another try."""
    known = tmp_path / "known_hosts"
    known.write_text(sshd.known_hosts.read_text().replace(f":{sshd.port}", f":{way.port}"))
    monkeypatch.setattr(looking, "BACK_OFF", 0.2)
    monkeypatch.setattr(looking, "WAKE_UP", 0.3)

    def audit(on_probe, *, cancel=None, on_again=None):
        said = []

        def again(sentence):
            said.append(sentence)
            if on_again:
                on_again()

        found, _, error = look_at(
            Target("hv1", "127.0.0.1", port=way.port, user=sshd.user, identity=str(sshd.key)),
            Plan((LINUX,), PROBES, frozenset()),
            secrets=Secrets(),
            options=replace(scan_options(known_hosts=known), limits=Limits(connect=5, login=8, host=60)),
            cancel=cancel or threading.Event(),
            on_probe=on_probe,
            on_again=again,
        )
        return found, error, said

    return audit


def outputs(found):
    return {one.probe: one.output for one in found.evidence}


def test_dropped_packets_are_noticed_and_the_rest_is_asked_again(way, audit, monkeypatch):
    monkeypatch.setattr(pulse, "EVERY", 0.2)
    begun = time.monotonic()
    found, error, said = audit(lambda done, _probe: done == 1 and way.dead.set())
    assert time.monotonic() - begun < 10
    assert error is None
    assert outputs(found) == {"first": b"first\n", "slow": b"slow\n", "last": b"last\n"}
    assert said == ["hv1: the connection was lost; trying once more in 0.2 s."]
    assert way.connections == 2


def test_a_long_silent_probe_on_a_live_connection_is_no_loss(way, audit, monkeypatch):
    monkeypatch.setattr(pulse, "EVERY", 0.1)
    found, error, said = audit(lambda _done, _probe: None)
    assert (error, said) == (None, [])
    assert outputs(found)["slow"] == b"slow\n"
    assert way.connections == 1


def test_a_suspended_computer(way, audit, monkeypatch):
    slept = [0.0]
    monkeypatch.setattr(pulse.Pulse.__init__, "__kwdefaults__", {
        "awake": time.monotonic, "passed": lambda: time.monotonic() + slept[0],
    })  # fmt: skip

    def sleep(done, _probe):
        if done == 1 and not slept[0]:
            slept[0] = 7200.0

    found, error, said = audit(sleep)
    assert error is None
    assert outputs(found) == {"first": b"first\n", "slow": b"slow\n", "last": b"last\n"}
    assert said == ["hv1: the connection was lost; trying once more in 0.3 s."]
    assert way.connections == 2


def test_what_a_suspended_computer_says_when_the_host_stays_away(way, audit, monkeypatch):
    slept = [0.0]
    monkeypatch.setattr(pulse.Pulse.__init__, "__kwdefaults__", {
        "awake": time.monotonic, "passed": lambda: time.monotonic() + slept[0],
    })  # fmt: skip

    def sleep(done, _probe):
        if done == 1:
            slept[0] += 7200.0
            way.close()

    found, error, _ = audit(sleep)
    assert error.kind == "lost"
    assert str(error).startswith("hv1: this computer was suspended while it looked, after 1 answers; what came is kept")
    assert outputs(found)["first"] == b"first\n"


def test_the_pause_before_another_try_can_be_cancelled(way, audit, monkeypatch):
    monkeypatch.setattr(pulse, "EVERY", 0.1)
    monkeypatch.setattr(looking, "BACK_OFF", 30.0)
    cancel = threading.Event()
    begun = time.monotonic()
    found, error, _ = audit(lambda done, _probe: done == 1 and way.dead.set(), cancel=cancel, on_again=cancel.set)
    assert time.monotonic() - begun < 10
    assert error.kind == "cancelled"
    assert outputs(found)["first"] == b"first\n"
