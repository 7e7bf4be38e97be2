import os
import stat
from pathlib import Path

import pytest
from report_text import csv_text

from app.errors import ReportError
from app.report.formats import FORMATS
from app.report.writing import write_file

from report_sample import sample  # isort: skip


def test_a_new_file_is_private_and_whole(tmp_path):
    target = tmp_path / "a.json"
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.json"]


def test_an_older_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path):
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(target)
    write_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize("where", ["missing/a.json", "file/a.json", ".", "a\0b", "loop", "x" * 300])
def test_a_target_that_cannot_be_written_is_one_sentence_with_its_path(tmp_path, where):
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ReportError) as caught:
        write_file(tmp_path / where, b"new")
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert sorted(tmp_path.iterdir()) == before


def test_the_old_file_survives_a_failure_on_the_way(tmp_path, monkeypatch):
    target = tmp_path / "a.json"
    target.write_bytes(b"old")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReportError, match="No space left on device"):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.json"]


def test_a_wish_to_end_between_the_part_and_its_first_byte_leaves_nothing(tmp_path, monkeypatch):
    opened = os.open

    def ended(path, flags, *more, **others):
        descriptor = opened(path, flags, *more, **others)
        if flags & os.O_CREAT:
            os.close(descriptor)
            raise KeyboardInterrupt
        return descriptor

    with monkeypatch.context() as broken:
        broken.setattr(os, "open", ended)
        with pytest.raises(KeyboardInterrupt):
            write_file(tmp_path / "a.json", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_device_is_written_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_file(pipe, b"straight")
        assert os.read(reader, 100) == b"straight"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_the_pipe_behind_standard_output_is_written_though_it_has_no_name():
    """``bartizan report ... --out /dev/stdout | less``: the link there leads to ``pipe:[123]``."""
    reading, writing = os.pipe()
    try:
        write_file(Path(f"/dev/fd/{writing}"), b"straight")
        assert os.read(reading, 100) == b"straight"
    finally:
        os.close(reading)
        os.close(writing)


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"folder"}))
def test_every_format_writes_its_file(tmp_path, name):
    target = tmp_path / f"audit.{name}"
    FORMATS[name](sample(), target)
    assert target.stat().st_size > 1000
    if name == "csv":
        assert target.read_bytes().decode("utf-8") == csv_text(sample())


def test_parts_are_written_as_they_come_and_a_fault_on_the_way_leaves_the_old_file(tmp_path):
    target = tmp_path / "a.json"
    write_file(target, (part for part in (b"one ", b"two")))
    assert target.read_bytes() == b"one two"

    def parts():
        yield b"half"
        assert [entry.name.startswith(".report.") for entry in tmp_path.iterdir()].count(True) == 1
        raise KeyError("a bug in what makes them")

    with pytest.raises(KeyError, match="a bug in what makes them"):
        write_file(target, parts())
    assert target.read_bytes() == b"one two"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"folder"}))
def test_a_format_that_ends_in_a_full_disk_leaves_the_old_file(name, tmp_path, monkeypatch):
    target = tmp_path / "a.report"
    target.write_bytes(b"old")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ReportError, match="No space left on device"):
        FORMATS[name](sample(), target)
    assert target.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.report"]
