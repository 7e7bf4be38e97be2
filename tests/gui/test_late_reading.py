"""Checks and history are read from the file when they are looked at: one that fails then is told, the rest is shown."""

import pytest

from app.errors import StoreError
from app.store import content

SAID = "content 0123456789abcdef was altered or damaged"


@pytest.fixture
def damaged(opened, monkeypatch):
    """The window with an audit whose content can't be read any more, and what it says from now on."""

    def refuse(*_args):
        raise StoreError(SAID)

    opened.navigator.go("4")
    opened.workspace.findings()
    said = []
    opened.workspace.message.connect(lambda tone, text: said.append((tone, text)))
    monkeypatch.setattr(content, "get", refuse)
    return opened, said


def with_checks(window):
    return next(one.measured for one in window.workspace.findings() if one.measured.checks)


def test_an_item_is_shown_without_the_checks_that_cannot_be_read(damaged):
    window, said = damaged
    measured = with_checks(window)
    del said[:]
    window.navigator.go(measured.item.split(".", 1)[0])
    window.workspace.show_finding.emit(measured.item, measured.target)
    page = window.navigator.pages.made[measured.item.split(".", 1)[0]]
    assert page.place() == (measured.item, measured.target)
    assert {(tone, SAID in text) for tone, text in said} == {("fail", True)}
    assert str(window.workspace.audit.path) in window.centre.message.text()
    assert page.detail.overview.callout.text()
    assert page.detail.overview.checks.isHidden()


def test_a_search_says_what_it_could_not_look_at(damaged, until):
    window, said = damaged
    page = window.navigator.pages.made["4"]
    del said[:]
    page.head.search.setText("mail")
    until(lambda: bool(said))
    assert said[-1][0] == "fail"
    assert SAID in said[-1][1]


def test_a_history_that_cannot_be_read_is_said(damaged, until):
    window, said = damaged
    page = window.navigator.pages.made["4"]
    del said[:]
    window.workspace.audit._file._decoded.clear()
    page.detail.tabs.setCurrentIndex(3)
    until(lambda: bool(said))
    assert [(tone, SAID in text) for tone, text in said] == [("fail", True)]
    assert page.detail.history.table.model().rowCount() == 0
