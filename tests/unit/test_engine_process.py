"""The child process itself: this computer looked at by one, and every way in which either process may end."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from content_sample import small_benchmark

from app import language
from app.engine.child import Child
from app.engine.found import Found
from app.engine.remote import Remote
from app.look import ScanOptions
from app.model import Profile, Target
from app.scan import Event
from app.silence import ASK, TICK, Silence
from app.targets import local_target
from app.transport.base import HostKeyPolicy, Limits, Secrets

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and /proc")
ROOT = Path(__file__).resolve().parents[2]
BENCHMARK = small_benchmark()
PROFILE = Profile(chapters=("4", "6"))
OPTIONS = ScanOptions(HostKeyPolicy(known_hosts=(), own_file=Path("/nonexistent/known_hosts")), Limits(connect=20))
WORD = "correct-horse-battery"


def until(holds: Callable[[], object], seconds: float = 40) -> None:
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends, "did not come true in time"
        time.sleep(0.01)


def there(pid: int) -> bool:
    """Whether a process runs; one that nobody has waited for yet doesn't."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


class Run:
    """One run, to its end or not."""

    def __init__(self, remote: Remote, *pairs: tuple[Target, Secrets]) -> None:
        self.events: list[Event] = []
        self.found: dict[str, Found] = {}
        self.runner = remote.runner(BENCHMARK, PROFILE, OPTIONS)
        self.runner.look(pairs, self.events.append, self._came)

    def _came(self, found: Found) -> None:
        assert found.state.target.name not in self.found
        self.found[found.state.target.name] = found


@pytest.fixture(scope="module")
def bugs() -> list[BaseException]:
    return []


@pytest.fixture(scope="module")
def remote(bugs: list[BaseException]) -> Iterator[Remote]:
    """One for all of these tests: a process takes half a second to be there."""
    made = Remote(bugs.append)
    until(Run(made, (local_target(), Secrets())).runner.idle)  # each test finds it there, alone or behind others
    yield made
    made.close()
    until(made.idle)
    assert bugs == []


@pytest.fixture
def mute() -> Iterator[Target]:
    """A host that takes the connection and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield Target("mute", "127.0.0.1", server.getsockname()[1], "audit", credential="password")


def test_this_computer_is_looked_at(remote: Remote) -> None:
    run = Run(remote, (local_target(), Secrets()))
    until(run.runner.idle)
    (found,) = run.found.values()
    assert (found.state.reachable, found.state.error, found.state.addenda) == (True, "", ("tiny",))
    assert found.encoded is not None
    assert [event.kind for event in run.events][:2] == ["connecting", "looking"]
    assert run.events[-1].kind == "done"
    assert remote.pid not in {None, os.getpid()}


def test_secrets_are_in_no_argument_and_no_environment_and_no_core_is_left(remote: Remote, mute: Target) -> None:
    run = Run(remote, (mute, Secrets(WORD)))
    until(lambda: run.events)
    shown = Path(f"/proc/{remote.pid}/cmdline").read_bytes()
    if os.geteuid() == 0:  # nobody else may look into a process that leaves no core
        shown += Path(f"/proc/{remote.pid}/environ").read_bytes()
    assert b"multiprocessing" in shown
    assert WORD.encode() not in shown
    limits = Path(f"/proc/{remote.pid}/limits").read_text()
    assert next(line for line in limits.splitlines() if line.startswith("Max core")).split()[4:6] == ["0", "0"]
    run.runner.cancel()
    until(run.runner.idle)
    assert run.found["mute"].state.error_kind == "cancelled"


@pytest.mark.skipif(os.geteuid() != 0, reason="nobody else may look into a process that leaves no core")
def test_it_prints_nothing(remote: Remote) -> None:
    out, err = (Path(f"/proc/{remote.pid}/fd/{number}").readlink() for number in (1, 2))
    assert (str(out), str(err)) == ("/dev/null", "/dev/null")


def test_it_speaks_the_language_of_the_moment(remote: Remote, mute: Target) -> None:
    language.use("de")
    try:
        run = Run(remote, (mute, Secrets(WORD)))
        until(lambda: run.events)
        run.runner.cancel()
        until(run.runner.idle)
    finally:
        language.use("en")
    assert "abgebrochen" in run.found["mute"].state.error


def test_it_lets_the_screen_go_first(remote: Remote) -> None:
    assert remote.pid is not None
    ours, its = (os.getpriority(os.PRIO_PROCESS, pid) for pid in (0, remote.pid))
    assert its == min(19, ours + 5)


def test_a_child_that_is_killed_ends_what_it_had_and_the_next_run_has_another(remote: Remote, mute: Target) -> None:
    run = Run(remote, (local_target(), Secrets()), (mute, Secrets(WORD)))
    until(lambda: len(run.found) == 1 and any(event.target == "mute" for event in run.events))
    killed = remote.pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    until(run.runner.idle)
    assert run.found["mute"].state.error == (
        "mute: the program's own process that looks at machines was lost (ended by SIGKILL), perhaps for want of "
        "memory; try this machine again."
    )
    assert sum(found.state.reachable for found in run.found.values()) == 1  # what came before is kept
    again = Run(remote, (local_target(), Secrets()))
    until(again.runner.idle)
    assert [found.state.reachable for found in again.found.values()] == [True]
    assert remote.pid not in {None, killed}


def test_the_interrupt_of_a_terminal_is_for_the_other_process(remote: Remote) -> None:
    run = Run(remote, (local_target(), Secrets()))
    until(run.runner.idle)
    assert remote.pid is not None
    os.kill(remote.pid, signal.SIGINT)
    again = Run(remote, (local_target(), Secrets()))
    until(again.runner.idle)
    assert [found.state.reachable for found in again.found.values()] == [True]


def rude(pipe: Connection) -> None:
    """In the child's place: what one might say that a host has taken over."""
    pipe.recv()
    pipe.send([subprocess.call])
    time.sleep(60)


def garbled(pipe: Connection) -> None:
    """In the child's place: one that has something to say which can't be sent."""
    child = Child(pipe)
    threading.Timer(0.1, child.say, [lambda: None]).start()  # type: ignore[list-item]  # which is the bug
    child.serve()


def test_a_child_that_can_not_say_what_it_has_to_ends_and_says_why(
    mute: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.engine.child.main", garbled)
    told: list[BaseException] = []
    made = Remote(told.append)
    run = Run(made, (mute, Secrets(WORD)))
    until(run.runner.idle)
    assert "was lost (exit status 1)" in run.found["mute"].state.error
    assert len(told) == 1
    assert "pickle" in str(told[0])
    made.close()
    until(made.idle)


def test_a_child_that_says_what_it_should_not_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.engine.child.main", rude)
    made = Remote(lambda _bug: None)
    run = Run(made, (local_target(), Secrets()))
    until(run.runner.idle)
    (found,) = run.found.values()
    assert "was lost (it said what it can't say)" in found.state.error
    made.close()
    until(made.idle)


def test_one_that_is_told_to_end_lets_its_programs_go(mute: Target) -> None:
    made = Remote(lambda _bug: None)
    run = Run(made, (mute, Secrets(WORD)))
    until(lambda: run.events)
    pid = made.pid
    assert pid is not None
    made.close()
    until(made.idle)
    assert not there(pid)
    assert run.found["mute"].state.error_kind == "cancelled"
    assert run.runner.idle()


def test_a_window_that_closes_still_hears_what_the_machines_gave(mute: Target) -> None:
    """It ends the run and the process in one go."""
    made = Remote(lambda _bug: None)
    run = Run(made, (mute, Secrets(WORD)))
    until(lambda: run.events)
    run.runner.shutdown()
    made.close()
    until(made.idle)
    said = run.found["mute"].state
    assert said.error_kind == "cancelled"
    assert "before it was looked at" not in said.error


def test_one_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.engine.link.TICK", 0.05)
    made = Remote(lambda _bug: None)
    made.prepare(BENCHMARK)
    until(lambda: made.pid)
    pid = made.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    made.close()
    until(made.idle)
    assert not there(pid)


# --- one that lives and hangs: stopped, it neither answers nor ends --------------------------------------------------


class Hung(NamedTuple):
    """A child that was stopped while it looked at two hosts, which say nothing."""

    remote: Remote
    run: Run
    pid: int

    @property
    def link(self) -> Any:
        """To it."""
        return self.remote.link(BENCHMARK)


@pytest.fixture
def hung(mute: Target, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hung]:
    """Ticks are short, and silence is too long only where a test says so."""
    monkeypatch.setattr("app.engine.link.Silence", lambda: Silence(1 << 30))
    made = Remote(lambda _bug: None)
    run = Run(made, (mute, Secrets(WORD)), (replace(mute, name="other"), Secrets(WORD)))
    until(lambda: {event.target for event in run.events} == {"mute", "other"})
    assert made.pid is not None
    os.kill(made.pid, signal.SIGSTOP)
    monkeypatch.setattr("app.engine.link.TICK", 0.05)
    yield Hung(made, run, made.pid)
    made.close()
    until(made.idle)


def test_one_that_hangs_is_ended_and_each_of_its_machines_says_so(hung: Hung, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hung.link, "_silence", Silence(40))
    until(hung.run.runner.idle)
    assert not there(hung.pid)
    for name, found in hung.run.found.items():
        assert found.state.error_kind == "lost"
        assert found.state.error == (
            f"{name}: the program's own process that looks at machines was lost (it gave no sign of life for 2 "
            "seconds, so it was ended), perhaps for want of memory; try this machine again."
        )
    assert sorted(hung.run.found) == ["mute", "other"]


def test_what_is_begun_after_that_is_looked_at(hung: Hung, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hung.link, "_silence", Silence(1))
    until(hung.run.runner.idle)
    monkeypatch.setattr("app.engine.link.TICK", TICK)
    again = Run(hung.remote, (local_target(), Secrets()))
    until(again.runner.idle)
    assert [found.state.reachable for found in again.found.values()] == [True]


def test_cancel_does_not_wait_for_one_that_hangs(hung: Hung) -> None:
    hung.run.runner.cancel("mute")
    until(hung.run.runner.idle)
    kinds = {name: found.state.error_kind for name, found in hung.run.found.items()}
    assert kinds == {"mute": "cancelled", "other": "lost"}


def test_nor_does_a_test_of_a_connection_that_is_called_off(hung: Hung, mute: Target) -> None:
    cancel, got = threading.Event(), []

    def work() -> None:
        got.append(hung.run.runner.try_connection(mute, Secrets(WORD), {}, cancel))

    threading.Thread(target=work, daemon=True).start()
    cancel.set()
    until(lambda: got)
    assert [(one.error_kind, one.sentence) for one in got] == [("cancelled", "mute: the test was cancelled.")]


def test_a_program_that_can_not_wait_leaves_none_behind(hung: Hung, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.engine.link._PATIENCE", 1 << 30)
    hung.remote.close()
    hung.remote.kill()
    until(lambda: not there(hung.pid))
    until(hung.remote.idle)


def test_one_that_goes_on_after_a_long_time_is_left_alone(hung: Hung, monkeypatch: pytest.MonkeyPatch) -> None:
    silence = hung.link._silence
    until(lambda: silence.ticks > 2 * ASK)  # it was asked long ago
    os.kill(hung.pid, signal.SIGCONT)
    until(lambda: silence.ticks < ASK)  # and has answered
    monkeypatch.setattr("app.engine.link.TICK", TICK)
    hung.run.runner.cancel()
    until(hung.run.runner.idle)
    assert {found.state.error_kind for found in hung.run.found.values()} == {"cancelled"}
    assert hung.remote.pid == hung.pid


def test_a_process_that_can_not_be_started_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
    made = Remote(lambda _bug: None)
    run = Run(made, (local_target(), Secrets()))
    until(run.runner.idle)
    (found,) = run.found.values()
    assert "was lost (it can't be started: Resource temporarily unavailable)" in found.state.error


PARENT = """
    import sys, time
    sys.path[:0] = [{unit!r}, {root!r}]
    from test_engine_process import OPTIONS, Run, local_target
    from app.engine.remote import Remote
    from app.model import Target
    from app.transport.base import Secrets

    if __name__ == "__main__":
        remote = Remote(print)
        run = Run(remote, (Target("proxied", "192.0.2.1", 22, "audit", credential="password"), Secrets("x")))
        while not remote.pid or not run.events:
            time.sleep(0.01)
        print(remote.pid, flush=True)
        time.sleep(60)
"""


def test_no_process_outlives_a_program_that_is_killed(tmp_path: Path) -> None:
    """Neither the child nor a program that leads to a host."""
    mark = tmp_path / "proxy.pid"
    (tmp_path / ".ssh").mkdir()
    config = f"Host 192.0.2.1\n  ProxyCommand sh -c 'echo $$ >{mark}; sleep 50; exit'\n"
    (tmp_path / ".ssh" / "config").write_text(config)
    script = tmp_path / "parent.py"
    script.write_text(textwrap.dedent(PARENT).format(unit=str(ROOT / "tests" / "unit"), root=str(ROOT)))
    parent = subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, text=True, env=os.environ | {"HOME": str(tmp_path)}
    )
    try:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        until(lambda: mark.exists() and mark.read_text().strip())
        proxy = int(mark.read_text())
        assert there(child)
        assert there(proxy)
        parent.kill()
        parent.wait(10)
        until(lambda: not there(child) and not there(proxy))
    finally:
        parent.kill()
        parent.wait(10)
        parent.stdout.close()
