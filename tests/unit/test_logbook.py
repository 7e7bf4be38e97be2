"""The wizard's log: one line a record, private, bounded, and never a reason to fail."""

import logging
import stat

import pytest

from app import logbook
from app.logbook import Logbook
from app.secrecy import HIDDEN
from app.transport.base import Secrets

LOG = logging.getLogger("bartizan")


@pytest.fixture
def book(tmp_path):
    made = Logbook(tmp_path)
    yield made
    made.close()


def test_one_record_is_one_line_whatever_a_host_said(book):
    LOG.info("%s: said %s", "hv1", "a\nb\x1b[31m\u202ered\r")
    line = book.lines()[-1]
    assert line.isprintable()
    assert "hv1: said a" in line
    assert "\\x1b" in line
    assert book.path.read_text("utf-8").splitlines() == [line]


def test_only_its_owner_reads_the_file(book, monkeypatch):
    monkeypatch.setattr(book._handlers[-1], "maxBytes", 200)
    for number in range(10):
        LOG.info("line %s that is long enough to begin another file", number)
    files = sorted(book.path.parent.glob("bartizan.log*"))
    assert len(files) == 4
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_a_bug_is_logged_with_its_trace_on_one_line(book):
    try:
        1 / 0  # noqa: B018 - the point is its error
    except ZeroDivisionError:
        LOG.exception("a fault")
    assert "ZeroDivisionError" in book.lines()[-1]
    assert len(book.lines()) == 1


def test_no_secret_is_logged(book):
    held = Secrets(password="s3cret-in-plain-sight")
    try:
        {}[held.password]
    except KeyError:
        LOG.exception("can't send %s", held.password)
    assert book.lines()[-1].count(HIDDEN) >= 2
    assert held.password not in book.lines()[-1] + book.path.read_text("utf-8")


@pytest.mark.parametrize("folder", [None, "missing"])
def test_without_a_place_for_a_file_the_lines_stay_in_memory(tmp_path, folder, capfd):
    book = Logbook(None if folder is None else tmp_path / folder)
    LOG.info("still here")
    assert len(book.lines()) == 1
    book.close()
    assert capfd.readouterr() == ("", "")


def test_so_many_lines_are_kept(book, monkeypatch):
    for number in range(logbook.KEPT + 5):
        LOG.info("%s", number)
    assert len(book.lines()) == logbook.KEPT
    assert book.lines()[-1].endswith(str(logbook.KEPT + 4))


def test_after_its_end_nothing_is_written(tmp_path, capfd):
    book = Logbook(tmp_path)
    book.close()
    LOG.warning("too late")
    assert book.lines() == ()
    assert capfd.readouterr() == ("", "")
