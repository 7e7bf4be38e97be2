"""A program killed while it writes: the counting program itself, with a few kills."""

import importlib.util
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

PROGRAM = Path(__file__).parents[2] / "benchmarks" / "kill.py"


def killed(*options: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(PROGRAM), "--program", "0", "--cuts", "0", *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_nothing_acknowledged_is_lost_by_a_kill() -> None:
    done = killed("--kills", "12", "--exports", "0", "--longest", "0.1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(" files, 0 lost\n")


def test_no_export_that_was_killed_leaves_a_half_file_under_its_name() -> None:
    done = killed("--kills", "0", "--exports", "8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(" reports and folders that open, 0 that don't\n")


@pytest.fixture
def program() -> ModuleType:
    spec = importlib.util.spec_from_file_location("kill", PROGRAM)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_program_would_tell_of_a_lost_entry(program: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "0.bartizan"
    with program.AuditFile.create(path, program.sample.INFO, [program.sample.HV1]) as audit:
        said = [{"file": 0, "kind": "created", "seal": audit.seal}]
        made = program.sample.answer(audit)
        said.append({"file": 0, "kind": "answer", "id": made.id, "remark": "seen", "seal": audit.seal})
    assert program.lost(tmp_path, said) == []
    database = sqlite3.connect(path)
    database.execute("DELETE FROM entry WHERE seq >= 2")
    database.commit()
    database.close()
    assert program.lost(tmp_path, said) == [
        "0.bartizan: the seal after answer is gone",
        "0.bartizan: answer 2 is gone or differs",
    ]
    path.write_bytes(b"")
    assert any("doesn't open" in fault for fault in program.lost(tmp_path, said))
    path.unlink()
    assert program.lost(tmp_path, said) == ["0.bartizan doesn't exist"]


def test_half_an_export_would_be_noticed(tmp_path: Path) -> None:
    check = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import kill_export
folder = Path(sys.argv[1])
scan = kill_export.prepared(folder)
whole = {path.name: path.read_bytes() for path in folder.glob("first.*") if path.is_file()}
out = folder / "out"
out.mkdir()
for name, data in whole.items():
    (out / name).write_bytes(data)
(folder / "first.folder").rename(out / "first.folder")
faults = [problem for _, problem in kill_export.broken(out)]
assert faults == [""] * len(kill_export.OPENS), faults
for name, data in whole.items():
    (out / name).write_bytes(data[: len(data) // 2])
(out / "first.folder" / "findings.csv").unlink()
assert all(problem for _, problem in kill_export.broken(out)), list(kill_export.broken(out))
print("noticed")
"""
    ran = subprocess.run(
        [sys.executable, "-c", check, str(tmp_path), str(PROGRAM.parent)], capture_output=True, text=True, check=False
    )
    assert ran.stdout == "noticed\n", ran.stderr
