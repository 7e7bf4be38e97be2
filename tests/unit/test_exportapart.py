"""Reports that a process of its own writes: as those of this one, with faults in words, and gone with its end."""

import multiprocessing
import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from people_sample import audited

from app import apart
from app.crash import TracedError
from app.errors import ReportError
from app.exportapart import Order, export_apart
from app.exporting import export

PATIENCE = 60  # seconds


def test_it_writes_what_this_process_would_write(tmp_path: Path) -> None:
    audit, _ = audited(tmp_path)
    audit.close()
    here, apart = tmp_path / "here", tmp_path / "apart"
    names = ("json", "csv")
    export(audit.path, audit.benchmark, [(name, here / f"a.{name}") for name in names])
    outputs = tuple((name, apart / f"a.{name}") for name in names)
    assert export_apart(Order(audit.path, audit.benchmark, outputs)) == tuple(path for _, path in outputs)
    for name in names:
        assert (apart / f"a.{name}").read_bytes() == (here / f"a.{name}").read_bytes()


def test_what_is_wrong_comes_back_in_the_same_words(tmp_path: Path) -> None:
    audit, _ = audited(tmp_path)
    audit.close()
    (tmp_path / "file").write_text("in the way")
    outputs = (("csv", tmp_path / "file" / "a.csv"),)
    with pytest.raises(ReportError) as here:
        export(audit.path, audit.benchmark, outputs)
    with pytest.raises(ReportError) as apart:
        export_apart(Order(audit.path, audit.benchmark, outputs))
    assert str(apart.value) == str(here.value)


@pytest.mark.skipif(sys.platform == "win32", reason="stops a process")
def test_a_process_that_hangs_is_ended_and_a_fault_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST", 2)
    audit, _ = audited(tmp_path)
    audit.close()
    before = set(multiprocessing.active_children())
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(export_apart, Order(audit.path, audit.benchmark, (("pdf", tmp_path / "a.pdf"),)))
        end = time.monotonic() + PATIENCE
        while not (children := set(multiprocessing.active_children()) - before):
            assert time.monotonic() < end
            time.sleep(0.001)
        child = children.pop()
        os.kill(child.pid or 0, signal.SIGSTOP)
        with pytest.raises(ReportError, match="gave no sign of life any more and was ended"):
            future.result(PATIENCE)
    assert not (tmp_path / "a.pdf").exists()


def patient() -> dict[str, int]:
    """Work that leaves its process the time for a sign of life."""
    time.sleep(1)
    return {"done": 1}


def wrong() -> dict[str, int]:
    """Work with a bug in it."""
    return {"done": 1 // 0}


def test_signs_of_life_are_waited_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "TICK", 0.01)
    here, there = multiprocessing.Pipe(duplex=False)
    for _ in range(9):
        there.send_bytes(b"")
    there.send_bytes(b'{"done": 1}')
    assert apart._heard(here, 0.03) == {"done": 1}
    there.send_bytes(b"")
    assert apart._heard(here, 0.03) is None  # the last one was long ago
    here.close()
    there.close()


def test_the_process_gives_them(monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[int] = []

    class Counting(apart.Silence):
        def heard(self) -> None:
            heard.append(self.ticks)

    monkeypatch.setattr(apart, "Silence", Counting)
    assert apart.apart(patient) == {"done": 1}
    assert heard


def test_a_bug_of_the_work_is_told_with_its_trace() -> None:
    with pytest.raises(TracedError, match="ZeroDivisionError"):
        apart.apart(wrong)


def test_a_process_that_is_killed_is_a_fault_in_words_and_leaves_no_report(tmp_path: Path) -> None:
    audit, _ = audited(tmp_path)
    audit.close()
    before = set(multiprocessing.active_children())
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(export_apart, Order(audit.path, audit.benchmark, (("pdf", tmp_path / "a.pdf"),)))
        end = time.monotonic() + PATIENCE
        while not (children := set(multiprocessing.active_children()) - before):
            assert time.monotonic() < end
            time.sleep(0.001)
        children.pop().kill()  # it takes longer to import what it needs
        with pytest.raises(ReportError, match=r"ended before it was done \(exit status -9\)"):
            future.result(PATIENCE)
    assert not (tmp_path / "a.pdf").exists()
