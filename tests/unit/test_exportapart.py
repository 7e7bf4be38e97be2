"""Reports that a process of its own writes: as those of this one, with faults in words, and gone with its end."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from people_sample import audited

from app import apart
from app.crash import TracedError
from app.errors import ReportError
from app.exportapart import Order, export_apart
from app.exporting import export
from app.report.writing import write_file

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


def half_written(path: Path) -> dict[str, int]:
    """Work that never comes to its end, with a report begun."""

    def parts() -> Iterator[bytes]:
        while True:
            yield b"x"
            time.sleep(0.01)

    write_file(path, parts())
    return {}


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_half_written_is_left_where_the_program_ends(how: int, tmp_path: Path) -> None:
    """Killed, told to end, and interrupted at a terminal, which interrupts its processes as well."""
    code = (
        "import signal, sys, pathlib; signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))\n"
        "from test_exportapart import half_written\n"
        "from app.apart import apart\n"
        f"if __name__ == '__main__': apart(half_written, pathlib.Path({str(tmp_path / 'a.csv')!r}))\n"
    )
    script = tmp_path / "program.py"
    script.write_text(code)
    paths = os.pathsep.join(str(Path(__file__).parents[up]) for up in (2, 1, 0))
    program = subprocess.Popen(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": paths},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    end = time.monotonic() + PATIENCE
    while not list(tmp_path.glob(".report.*")):
        assert time.monotonic() < end
        assert program.poll() is None
        time.sleep(0.01)
    os.killpg(program.pid, how) if how == signal.SIGINT else program.send_signal(how)
    _, said = program.communicate(timeout=PATIENCE)  # until the other process has let go of it too
    assert list(tmp_path.iterdir()) == [script]
    assert "half_written" not in said.partition("KeyboardInterrupt")[2]
