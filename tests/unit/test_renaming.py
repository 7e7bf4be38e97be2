"""The file of a closed audit takes the title's name, and costs nobody anything."""

import os
from pathlib import Path

import pytest

from app.naming import named_after
from app.renaming import follow_title
from app.store.lock import Lock, claim


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Audit of 2026-11-05.bartizan"
    made.write_text("audit")
    return made


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("North.bartizan", "North", True),
        ("North 2.bartizan", "North", True),
        ("North 2b.bartizan", "North", False),
        ("North (1).bartizan", "North (1)", True),
        ("a-b.bartizan", "a:b", True),
        ("South.bartizan", "North", False),
    ],
)
def test_whether_a_file_has_its_title_as_name(name: str, title: str, expected: bool) -> None:
    assert named_after(Path("/srv") / name, title) is expected


def test_a_file_takes_its_title_as_its_name(path: Path) -> None:
    new = follow_title(path, "North: autumn")
    assert (new.name, new.read_text()) == ("North- autumn.bartizan", "audit")
    assert [one.name for one in path.parent.iterdir()] == [new.name]
    assert follow_title(new, "North: autumn") == new


def test_no_other_file_is_overwritten(path: Path) -> None:
    (path.parent / "North.bartizan").write_text("another")
    assert follow_title(path, "North").name == "North 2.bartizan"
    assert (path.parent / "North.bartizan").read_text() == "another"


def test_a_file_that_somebody_has_open_keeps_its_name(path: Path) -> None:
    lock = claim(path)
    assert isinstance(lock, Lock)
    assert follow_title(path, "North") == path
    lock.release()
    assert path.read_text() == "audit"


@pytest.mark.parametrize("left", ["-journal", "-wal"])
def test_a_file_that_has_to_be_recovered_keeps_its_name(path: Path, left: str) -> None:
    path.with_name(path.name + left).write_text("half a change")
    assert follow_title(path, "North") == path


def test_a_file_that_cannot_be_renamed_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "replace", refuse)
    assert follow_title(path, "North") == path
    assert [one.name for one in path.parent.iterdir()] == [path.name]
