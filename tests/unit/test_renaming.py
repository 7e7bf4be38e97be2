"""The file of a closed audit takes the title's name, and costs nobody anything."""

import errno
import os
from pathlib import Path

import pytest

from app.errors import StoreError
from app.naming import named_after
from app.screen.renaming import follow_title, move, reserve
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


def test_a_chosen_name_is_taken_before_the_file_moves_there(path: Path, tmp_path: Path) -> None:
    new = tmp_path / "elsewhere" / "mine.bartizan"
    with pytest.raises(StoreError, match="elsewhere: there is no such folder"):
        reserve(new)
    new.parent.mkdir()
    reserve(new)
    assert new.stat().st_mode & 0o777 == 0o600
    move(path, new)
    assert new.read_text() == "audit"
    assert not path.exists()
    with pytest.raises(StoreError, match=r"mine\.bartizan exists already"):
        reserve(new)


def test_a_folder_that_cant_be_written_is_told_and_nothing_moves(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "touch", refuse)  # root may write everywhere
        with pytest.raises(StoreError, match=r"no file can be made there \(Permission denied\); choose another folder"):
            reserve(path.with_name("mine.bartizan"))
    new = path.with_name("mine.bartizan")
    reserve(new)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(StoreError, match=r"can't be moved to .*mine\.bartizan \(Permission denied\)"):
            move(path, new)
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_file_moves_to_another_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def other_disk(*_args: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(Path, "replace", other_disk)
    new = path.with_name("mine.bartizan")
    reserve(new)
    move(path, new)
    assert [one.name for one in path.parent.iterdir()] == [new.name]
    assert new.read_text() == "audit"


def test_a_name_that_leaves_no_room_for_the_journal_is_not_taken(tmp_path: Path) -> None:
    long = tmp_path / ("n" * 240 + ".bartizan")
    with pytest.raises(StoreError, match="this name has 249 bytes; that of an audit file has 247 at most there"):
        reserve(long)
    assert list(tmp_path.iterdir()) == []
