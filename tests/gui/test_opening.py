"""An audit is opened by another thread: it is said, can be called off, and whatever a person does meanwhile counts."""

import threading

import pytest
from PySide6.QtCore import Qt

from app.audit import Audit, new_info
from app.errors import StoreError


@pytest.fixture
def gate(monkeypatch):
    """Opening waits until it is set."""
    opened, whole = threading.Event(), Audit.open.__func__

    def slow(cls, *given, **more):
        assert opened.wait(30)
        return whole(cls, *given, **more)

    monkeypatch.setattr(Audit, "open", classmethod(slow))
    yield opened
    opened.set()


def test_until_it_is_open_that_is_said_and_then_no_more(window, stored, gate, until):
    window.workspace.open_soon(stored)
    assert window.centre.message.isVisible()
    assert stored.name in window.centre.message.text()
    assert window.workspace.audit is None
    gate.set()
    until(lambda: window.workspace.audit is not None)
    assert not window.centre.message.isVisible()
    until(lambda: window.navigator.current == "run")


def test_it_can_be_called_off(window, stored, gate, qtbot, until):
    window.workspace.open_soon(stored)
    qtbot.mouseClick(window.centre.message._action, Qt.MouseButton.LeftButton)
    gate.set()
    until(window.workspace.bridge.idle)
    assert window.workspace.audit is None
    window.workspace.open_soon(stored)  # nothing holds it
    until(lambda: window.workspace.audit is not None)
    assert window.workspace.writable


def test_an_audit_that_is_begun_meanwhile_stays(window, stored, gate, tmp_path, until):
    window.workspace.open_soon(stored)
    assert window.workspace.new_audit(tmp_path / "mine.bartizan", new_info("Mine"))
    gate.set()
    until(window.workspace.bridge.idle)
    assert window.workspace.audit.info.title == "Mine"


def test_of_two_the_one_that_was_wanted_last_is_opened(window, stored, gate, tmp_path, until):
    other = tmp_path / "other.bartizan"
    other.write_bytes(stored.read_bytes())
    window.workspace.open_soon(stored)
    window.workspace.open_soon(other)
    gate.set()
    until(lambda: window.workspace.audit is not None and window.workspace.bridge.idle())
    assert window.workspace.audit.path == other


def test_one_that_can_not_be_opened_is_told_in_words_and_what_was_open_stays(opened, tmp_path, until):
    before, broken = opened.workspace.audit, tmp_path / "broken.bartizan"
    broken.write_bytes(b"not an audit")
    opened.workspace.open_soon(broken)
    until(opened.workspace.bridge.idle)
    assert "broken.bartizan" in opened.centre.message.text()
    assert opened.centre.message.property("tone") == "fail"
    assert opened.workspace.audit is before


def test_one_that_can_not_be_read_is_said_and_let_go_of(window, stored, monkeypatch, until):
    def damaged(_audit):
        raise StoreError("entry 3 can't be read")

    with monkeypatch.context() as forged:
        forged.setattr(Audit, "counts", damaged)
        window.workspace.open_soon(stored)
        until(lambda: "entry 3 can't be read" in window.centre.message.text())
    assert window.workspace.audit is None
    window.workspace.open_soon(stored)
    until(lambda: window.workspace.audit is not None)
    assert window.workspace.writable  # its lock was given back


def test_one_that_is_asked_for_twice_is_opened_once_and_can_be_written(window, stored, gate, monkeypatch, until):
    """Two clicks on its name: the second opening would find the file held by the first, and may be done sooner."""
    begun, reading = [], window.workspace.bridge.reading
    monkeypatch.setattr(window.workspace.bridge, "reading", lambda *given: (begun.append(1), reading(*given)))
    window.workspace.open_soon(stored)
    window.workspace.open_soon(stored)
    assert len(begun) == 1
    gate.set()
    until(lambda: window.workspace.audit is not None)
    assert window.workspace.writable


def test_answers_are_taken_over_into_the_audit_that_asked_for_them(opened, stored, gate, tmp_path, until):
    earlier = tmp_path / "earlier.bartizan"
    earlier.write_bytes(stored.read_bytes())
    opened.workspace.take_over(earlier)
    assert opened.workspace.new_audit(tmp_path / "mine.bartizan", new_info("Mine"))
    gate.set()
    until(opened.workspace.bridge.idle)
    assert opened.workspace.audit.info.title == "Mine"
    assert opened.workspace.audit.targets == ()
    assert opened.workspace.carried is None
