"""What a report that was killed left behind goes with the next one into that folder, and nothing else does."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.report import leftovers
from app.report.folder import write_folder
from app.report.writing import write_file

from report_sample import empty  # isort: skip

_DAY = 24 * 3600


def _age(path: Path, seconds: float) -> Path:
    when = time.time() - seconds
    os.utime(path, (when, when), follow_symlinks=False)
    return path


def _left(path: Path, seconds: float) -> Path:
    """A part as a writer leaves it that is killed: a file, or a folder where the name says so."""
    if path.name.startswith(".report.d"):
        path.mkdir()
        (path / "audit.json").write_bytes(b"{}")
    else:
        path.write_bytes(b"%PDF-")
    return _age(path, seconds)


def _one_file(folder: Path) -> None:
    write_file(folder / "a.json", b"new")


def _one_folder(folder: Path) -> None:
    write_folder(empty(), folder / "handed over")


@pytest.mark.parametrize("write", [_one_file, _one_folder])
def test_stale_parts_go(tmp_path: Path, write: Callable[[Path], None]) -> None:
    for name in (".report.abc_1234.part", ".report.d0000000.part"):
        _left(tmp_path / name, _DAY + 60)
    write(tmp_path)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_what_somebody_may_be_writing_stays(tmp_path: Path) -> None:
    left = {_left(tmp_path / name, _DAY - 60) for name in (".report.abc_1234.part", ".report.d0000000.part")}
    write_file(tmp_path / "a.json", b"new")
    assert set(tmp_path.iterdir()) == {*left, tmp_path / "a.json"}


@pytest.mark.parametrize(
    "name",
    [".report.part", ".report.abc_1234.part.pdf", ".report.short.part", ".report.ABC_1234.part", "report.abc_1234.part",
     ".report.abc_1234.parts", ".audit.abc_1234.part"],
)  # fmt: skip
def test_files_of_others_stay(tmp_path: Path, name: str) -> None:
    kept = _left(tmp_path / name, 900 * _DAY)
    write_file(tmp_path / "a.json", b"new")
    assert kept.read_bytes() == b"%PDF-"


def test_links_stay_and_what_they_lead_to(tmp_path: Path) -> None:
    kept, place = tmp_path / "kept", tmp_path / "place"
    kept.mkdir()
    place.mkdir()
    (kept / "a.txt").write_bytes(b"dear")
    link = place / ".report.abc_1234.part"
    link.symlink_to(kept)
    _age(link, 900 * _DAY)
    old = place / ".report.d0000000.part"
    old.mkdir()
    (old / "within").symlink_to(kept)
    _age(old, 900 * _DAY)
    write_file(place / "a.json", b"new")
    assert link.is_symlink()
    assert not old.exists()
    assert (kept / "a.txt").read_bytes() == b"dear"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give a file away")
def test_another_accounts_part_stays(tmp_path: Path) -> None:
    kept = _left(tmp_path / ".report.abc_1234.part", 900 * _DAY)
    os.chown(kept, 12345, -1)
    _age(kept, 900 * _DAY)
    write_file(tmp_path / "a.json", b"new")
    assert kept.exists()


def test_what_cannot_be_removed_stops_no_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = _left(tmp_path / ".report.abc_1234.part", 900 * _DAY)
    unlink = Path.unlink

    def refuse(path: Path, **more: bool) -> None:
        if path == kept:
            raise PermissionError(13, "Permission denied")
        unlink(path, **more)

    monkeypatch.setattr(Path, "unlink", refuse)
    write_file(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"new"


def test_the_names_are_those_that_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(leftovers, "clear", lambda beside: seen.append(beside.name))
    _one_file(tmp_path)
    _one_folder(tmp_path)
    assert seen[0] != seen[1]
    assert all(leftovers._NAME.fullmatch(name) for name in seen)
