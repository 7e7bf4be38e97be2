"""The program killed while it works: a few kills by the counting program, and proof that it would notice a loss."""

import dataclasses
import importlib
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"

pytestmark = pytest.mark.xdist_group("kill")


def test_the_program_counts_what_is_lost_by_kills_of_its_commands() -> None:
    options = ["--kills", "0", "--exports", "0", "--program", "3", "--cuts", "0", "--seed", "1", "--only", "signoff"]
    ran = subprocess.run(
        [sys.executable, str(BENCHMARKS / "kill.py"), *options], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    last = ran.stdout.splitlines()[-1].split()
    assert (last[:2], int(last[3]) >= 3, last[4:]) == (["all", "3"], True, ["0", "0", "0"])


@pytest.fixture(scope="module")
def program() -> Iterator[ModuleType]:
    sys.path.insert(0, str(BENCHMARKS))
    yield importlib.import_module("kill_program")
    sys.path.remove(str(BENCHMARKS))


@pytest.fixture(scope="module")
def scene(program: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    made = program.Scene(tmp_path_factory.mktemp("scene"), ssh=False)
    yield made
    made.close()


def named(program: ModuleType, scene: object, name: str) -> object:
    """The command of that name, with what it works on prepared."""
    (kind,) = (one for one in importlib.import_module("kill_kinds").kinds(ssh=False) if one.name == name)
    scene.prepare([kind])
    return kind


@pytest.mark.parametrize(("name", "writing"), [("audit, this computer", 3), ("report folder", 1), ("sign", 1)])
def test_a_kill_while_writing_loses_nothing(
    program: ModuleType, scene: object, tmp_path: Path, name: str, writing: int
) -> None:
    kind = named(program, scene, name)
    for number in range(9):  # a command may be done before the kill comes
        found = program.tried(scene, kind, tmp_path / str(number), program.Moment(writing=writing))
        assert (found.lost, found.broken, found.stuck) == ([], [], [])
        if found.killed:
            return
    pytest.fail("no try was killed")


def left(program: ModuleType, scene: object, name: str, folder: Path) -> tuple[object, object]:
    """A command of that name, run to its end, and what it left."""
    kind = named(program, scene, name)
    return kind, program.kill(scene, kind, folder / "left", program.Moment())


def sql(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute(statement)
    database.close()


def test_a_lost_entry_would_be_noticed(program: ModuleType, scene: object, tmp_path: Path) -> None:
    kind, whole = left(program, scene, "signoff", tmp_path)
    path = tmp_path / "left" / "a.bartizan"
    added = program.kill_left.added(whole)

    def examined() -> tuple[int, list[str], list[str]]:
        found: tuple[int, list[str], list[str]] = program.kill_left.examined(whole, kind.output, kind.format, added)
        return found

    assert (added, examined()) == (5, (3, [], []))  # two files, three answers, each of which was said
    sql(path, "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)")
    said, lost, broken = examined()
    assert (said, broken) == (3, [])
    assert lost[0] == "4 of 5 entries that belong together are there"
    assert lost[1] == "it ended well, and its entries aren't there"
    assert lost[2].startswith("6.1.3-a on this-computer: pass by A. Example, entry ")
    sql(path, "DELETE FROM entry WHERE seq > 3")
    assert "is named by no entry" in examined()[2][0]
    path.write_bytes(path.read_bytes()[:5000])
    assert "is cut short" in examined()[2][0]
    path.unlink()
    assert examined()[1][-1:] + examined()[2] == [lost[2], "a.bartizan doesn't exist"]


def test_an_audit_that_cannot_go_on_would_be_noticed(program: ModuleType, scene: object, tmp_path: Path) -> None:
    _, whole = left(program, scene, "submit", tmp_path)
    path = tmp_path / "left" / "a.bartizan"
    assert program.kill_left.damaged(path) == []
    with program.kill_left.AuditFile.open(path):
        assert "is open elsewhere" in program.kill_left.damaged(path)[0]
        assert program.kill_left.leftovers(path.parent) == ["a.bartizan.lock"]
    (path.parent / "a.pdf.part").write_bytes(b"%PDF-")
    assert program.kill_left.leftovers(path.parent) == ["a.pdf.part"]
    assert whole.lines == ["3 answers submitted; the audit is submitted\n"]


def test_a_run_that_is_taken_for_finished_would_be_noticed(program: ModuleType, scene: object, tmp_path: Path) -> None:
    kind, whole = left(program, scene, "judge", tmp_path)
    sql(tmp_path / "left" / "a.bartizan", "DELETE FROM entry WHERE kind = 'run-finished' AND seq > 10")
    _, lost, _ = program.kill_left.examined(whole, kind.output, kind.format, None)
    assert lost == ["Judged again: 1 target"]


@pytest.mark.parametrize("name", ["pdf", "csv", "folder"])
def test_half_a_report_would_be_noticed(program: ModuleType, scene: object, tmp_path: Path, name: str) -> None:
    kind, whole = left(program, scene, f"report {name}", tmp_path)
    assert program.kill_left.examined(whole, kind.output, kind.format, None)[1:] == ([], [])
    path = tmp_path / "left" / kind.output
    half = path / "findings.csv" if path.is_dir() else path
    data = half.read_bytes()
    half.write_bytes(data[: len(data) // 2])
    (fault,) = program.kill_left.examined(whole, kind.output, kind.format, None)[2]
    assert fault.startswith(kind.output)
    half.write_text(program.kill_left.OLDER)
    said = "findings.csv was altered" if path.is_dir() else "was said to be written, and isn't"
    assert said in program.kill_left.examined(whole, kind.output, kind.format, None)[2][0]
    half.unlink()
    assert program.kill_left.examined(whole, kind.output, kind.format, None)[2]


SYNCS = {"fsync", "fdatasync"}


@pytest.fixture(scope="module")
def power(program: ModuleType) -> ModuleType:
    found = importlib.import_module("kill_power")
    if not found.can_trace():
        pytest.skip("strace isn't installed, or may not trace here")
    return found


@pytest.mark.parametrize("name", ["sign", "report csv"])
def test_what_the_program_acknowledged_survives_a_power_cut_at_any_call(
    program: ModuleType, power: ModuleType, scene: object, tmp_path: Path, name: str
) -> None:
    kind = named(program, scene, name)
    record = power.recorded(scene, kind, tmp_path / "on")

    def faults(calls: list[object]) -> list[str]:
        chooser = random.Random(1)  # noqa: S311 - no secret hangs on it
        cuts = power.cut(dataclasses.replace(record, calls=calls), kind, record.entries, chooser, 20)
        assert cuts.said > 0
        found: list[str] = cuts.faults
        return found

    assert faults(record.calls) == []
    # The same calls without those that sync a folder, and without those that sync the audit: each would lose something.
    unnamed = [one for one in record.calls if one.name not in SYNCS or one.paths[0] != str(record.folder)]
    assert len(unnamed) == len(record.calls) - 1
    assert faults(unnamed) != []
    if name == "sign":
        unsynced = [one for one in record.calls if one.name not in SYNCS or not one.paths[0].endswith("a.bartizan")]
        assert len(unsynced) == len(record.calls) - 1
        assert any("signed by C. Example" in one for one in faults(unsynced))
