import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from store_sample import INFO, answer, small_audit

from app.errors import StoreError
from app.store import lock
from app.store.auditfile import AuditFile

HOLD = """
import sys
from pathlib import Path
from app.store.auditfile import AuditFile
audit = AuditFile.open(Path(sys.argv[1]))
print(audit.readonly_reason or "mine", flush=True)
sys.stdin.readline()
audit.close()
"""


def hold(path: Path) -> "subprocess.Popen[str]":
    """Another process that has the audit open until it gets a line."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "mine\n"
    return process


def end(process: "subprocess.Popen[str]") -> None:
    process.communicate("\n", timeout=30)


def test_the_second_opens_read_only_and_says_who_has_it(tmp_path: Path) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    process = hold(path)
    with AuditFile.open(path) as audit:
        assert audit.readonly
        assert f"process {process.pid}" in audit.readonly_reason
        assert os.uname().nodename in audit.readonly_reason
        assert not audit.interrupted
        assert len(audit.overrides()) == 3
        with pytest.raises(StoreError, match="is open elsewhere"):
            answer(audit)
    end(process)
    with AuditFile.open(path) as audit:
        assert not audit.readonly
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_who_may_read_the_audit_may_see_who_has_it(tmp_path: Path) -> None:
    """Two accounts that share an audit by its group: the other one is to be told whom to ask."""
    path = small_audit(tmp_path / "a.bartizan")
    path.chmod(0o640)
    with AuditFile.open(path):
        assert stat.S_IMODE(path.with_name(f"{path.name}{lock.SUFFIX}").stat().st_mode) == 0o640
    path.chmod(0o600)
    with AuditFile.open(path):
        assert stat.S_IMODE(path.with_name(f"{path.name}{lock.SUFFIX}").stat().st_mode) == 0o600


def test_a_killed_holder_blocks_nobody(tmp_path: Path) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    process = hold(path)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)
    assert (tmp_path / "a.bartizan.lock").exists()
    with AuditFile.open(path) as audit:
        assert not audit.readonly
        answer(audit)
        held = json.loads((tmp_path / "a.bartizan.lock").read_text())
        assert held["pid"] == os.getpid()
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_the_same_program_counts_as_a_second_too(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "a.bartizan", INFO) as first:
        with AuditFile.open(first.path) as second:
            assert f"process {os.getpid()}" in second.readonly_reason
        answer(first)
        with AuditFile.open(first.path) as third:
            assert third.readonly


def test_opening_for_reading_takes_no_lock(tmp_path: Path) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    with AuditFile.open(path, readonly=True) as reader:
        assert reader.readonly_reason == f"{path} was opened for reading only."
        assert [one.name for one in tmp_path.iterdir()] == [path.name]
        with AuditFile.open(path) as writer:
            assert not writer.readonly
            answer(writer)
        assert reader.refresh()
        assert len(reader.overrides()) == 4


def test_a_lock_file_that_is_something_else_is_left_alone(tmp_path: Path) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    beside = tmp_path / "a.bartizan.lock"
    victim = tmp_path / "victim"
    victim.write_text("precious")
    beside.symlink_to(victim)
    with AuditFile.open(path) as audit:
        assert "no lock file can be made" in audit.readonly_reason
    beside.unlink()
    os.mkfifo(beside)
    with AuditFile.open(path) as audit:
        assert "no lock file can be made" in audit.readonly_reason
    assert victim.read_text() == "precious"


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"pid": "1"}', "[" * 5000])
def test_a_lock_file_with_rubbish_in_it_is_no_obstacle(tmp_path: Path, text: str) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    (tmp_path / "a.bartizan.lock").write_text(text)
    with AuditFile.open(path) as audit:
        assert not audit.readonly


def test_the_name_of_a_holder_is_shown_as_plain_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ann\n\x1b[31m" + "x" * 200)
    with AuditFile.create(tmp_path / "a.bartizan", INFO) as first, AuditFile.open(first.path) as second:
        assert "ann??[31mxxx" in second.readonly_reason
        assert "x" * 100 not in second.readonly_reason
        assert "\n" not in second.readonly_reason


def test_a_user_without_a_name_can_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr("getpass.getuser", nameless)
    with AuditFile.create(tmp_path / "a.bartizan", INFO) as audit:
        assert not audit.readonly


def test_where_no_lock_can_be_had_the_audit_is_shown_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    path = small_audit(tmp_path / "a.bartizan")
    monkeypatch.setattr(lock.fcntl, "flock", unsupported)
    with AuditFile.open(path) as audit:
        assert "offers no locks (Operation not supported)" in audit.readonly_reason


def test_a_lock_whose_holder_is_not_known_yet_still_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "TRIES", 2)
    with AuditFile.create(tmp_path / "a.bartizan", INFO) as first:
        (tmp_path / "a.bartizan.lock").write_text("")
        with AuditFile.open(first.path) as second:
            assert "open elsewhere (another program)" in second.readonly_reason


def test_giving_a_lock_back_twice_is_harmless(tmp_path: Path) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    held = lock.claim(path)
    assert isinstance(held, lock.Lock)
    held.release()
    again = lock.claim(path)
    assert isinstance(again, lock.Lock)
    held.release()
    assert isinstance(lock.claim(path), lock.Holder)
    again.release()


CONTEND = """
import sys
from pathlib import Path
from app.store import lock
path, counter = Path(sys.argv[1]), Path(sys.argv[2])
done = 0
while done < 60:
    held = lock.claim(path)
    if isinstance(held, lock.Lock):
        number = int(counter.read_text())
        counter.write_text(str(number + 1))
        held.release()
        done += 1
"""


def test_two_never_hold_the_lock_at_once(tmp_path: Path) -> None:
    """Each holder removes the lock file at its end: the next one must not lock a file that has no name any more."""
    path = small_audit(tmp_path / "a.bartizan")
    counter = tmp_path / "counter"
    counter.write_text("0")
    command = [sys.executable, "-c", CONTEND, str(path), str(counter)]
    processes = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    assert counter.read_text() == "180"
