"""What can be done with a row, by the other button of the mouse and by the key for that; and rows on the clipboard."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from app.errors import ConnectError
from app.hostlist import pasted
from app.model import TargetState
from app.scan import Event, TargetScan, judge_target
from app.screen.progress import Phase
from app.transport.base import Secrets
from ui.models.run import HOST
from ui.words import kind_sentence

KEY, MOUSE = QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse


def asked(table, reason=KEY, at=None):
    """The menu of what is selected there; None where there is none."""
    at = table.visualRect(table.currentIndex()).center() if at is None else at
    to = table if reason is KEY else table.viewport()  # as Qt does
    QApplication.sendEvent(to, QContextMenuEvent(reason, at, table.viewport().mapToGlobal(at)))
    return QApplication.activePopupWidget()


def names(menu):
    return [one.text() for one in menu.actions() if not one.isSeparator()]


def choose(menu, name):
    next(one for one in menu.actions() if one.text().split("\t")[0] == name).trigger()
    menu.close()


@pytest.fixture
def run(window, monkeypatch):
    """Two hosts, of which hv1 doesn't answer and hv2 is looked at until ``go``; hv3 comes after it."""
    go = threading.Event()

    def scan(target, *, benchmark, profile, cancel, on_event, **_given):
        on_event(Event(target.name, "looking", total=2))
        state = TargetState(target, reachable=target.name != "hv1")
        if target.name == "hv1":
            error = ConnectError("no-answer", "hv1: no answer.")
            state = replace(state, error=str(error), error_kind=error.kind)
            return TargetScan(state, (), (), error)
        while not go.wait(0.01) and not cancel.is_set():
            pass
        return TargetScan(state, (), judge_target(state, benchmark, profile, ()), None)

    monkeypatch.setattr("app.runner.scan", scan)
    monkeypatch.setattr("app.credentials.KeptSecrets.of", lambda _self, _target, _cancel=None: Secrets())
    window.navigator.pages.made["start"].new_audit()
    window.workspace.set_targets(pasted("hv1 hv2 hv3").targets)
    window.settings.set_number("limits/jobs", 1)
    window.navigator.go("run")
    page = window.navigator.pages.made["run"]
    page.go = go
    yield page
    go.set()


@pytest.fixture
def running(run, until):
    run.total.start_button.click()
    until(lambda: [row.host.phase for row in run.model.rows()] == [Phase.FAILED, Phase.LOOKING, Phase.WAITING])
    return run


@pytest.fixture
def findings(opened):
    opened.navigator.go("review")
    page = opened.navigator.pages.made["review"]
    page.tabs.setCurrentIndex(1)
    opened.workspace.turns.settle()
    page.findings.take_keyboard()
    return page.findings


@pytest.mark.parametrize("reason", [KEY, MOUSE])
def test_a_host_of_a_run_offers_what_can_be_done_with_it_now(running, reason):
    for row, offered in (
        (0, ["Go to the host", "Retry", "Copy\tCtrl+C"]),
        (1, ["Go to the host", "Cancel this host", "Copy\tCtrl+C"]),
    ):
        running.table.setCurrentIndex(running.model.index(row, HOST))
        menu = asked(running.table, reason)
        assert names(menu) == offered
        assert all(one.isEnabled() for one in menu.actions())
        menu.close()


def test_a_host_that_ended_is_looked_at_again_from_its_menu(running, window, until, monkeypatch):
    running.go.set()
    until(lambda: not window.workspace.running)
    running.table.setCurrentIndex(running.model.index(1, HOST))
    assert names(asked(running.table)) == ["Go to the host", "Look again", "Copy\tCtrl+C"]
    QApplication.activePopupWidget().close()
    began = []
    monkeypatch.setattr(window.workspace, "start_run", began.append)
    running.table.setCurrentIndex(running.model.index(0, HOST))
    choose(asked(running.table), "Retry")
    assert began == [["hv1"]]


def test_a_host_is_cancelled_from_its_menu_and_not_once_it_has_ended(running, until, monkeypatch):
    running.table.setCurrentIndex(running.model.index(1, HOST))
    choose(asked(running.table), "Cancel this host")
    until(lambda: running.model.rows()[2].host.phase is Phase.LOOKING)
    running.table.setCurrentIndex(running.model.index(2, HOST))
    menu = asked(running.table)
    running.go.set()
    until(lambda: running.model.rows()[2].host.phase is Phase.DONE)
    ended = []
    monkeypatch.setattr(running.workspace, "cancel_run", ended.append)
    choose(menu, "Cancel this host")  # it was open all the while
    assert not ended


def test_the_menu_of_a_run_leads_to_the_host(running, window):
    running.table.setCurrentIndex(running.model.index(1, HOST))
    choose(asked(running.table), "Go to the host")
    window.workspace.turns.settle()
    assert window.navigator.current == "hosts"
    assert [row.name for row in window.navigator.page.table.selected()] == ["hv2"]


def test_a_signed_run_offers_nothing_that_changes_it(running, window, until, monkeypatch):
    running.go.set()
    until(lambda: not window.workspace.running)
    monkeypatch.setattr(type(window.workspace), "writable", property(lambda _self: False))
    running.table.setCurrentIndex(running.model.index(1, HOST))
    running.refresh()
    assert names(asked(running.table)) == ["Go to the host", "Copy\tCtrl+C"]
    QApplication.activePopupWidget().close()


def test_a_menu_is_of_rows_and_goes_with_them(running, window, until):
    below = QPoint(20, running.table.viewport().height() - 2)
    assert not running.table.indexAt(below).isValid()
    running.table.setCurrentIndex(running.model.index(0, HOST))
    assert asked(running.table, MOUSE, below) is None
    menu = asked(running.table)
    gone = []
    menu.destroyed.connect(lambda: gone.append(True))
    window.workspace.set_targets(pasted("hv1 hv2 hv3 hv4").targets)
    until(lambda: gone == [True])
    running.table.clearSelection()
    assert asked(running.table) is None


def test_the_key_opens_the_menu_at_a_row_that_was_scrolled_away(findings):
    table = findings.table
    table.scrollToBottom()
    assert not table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    menu = asked(table)
    row = table.visualRect(table.currentIndex())
    assert table.viewport().rect().contains(row.center())
    assert menu.geometry().adjusted(-1, -1, 1, 1).contains(table.viewport().mapToGlobal(row.center()))
    menu.close()


def test_the_other_button_takes_the_row_below_it(findings, qtbot):
    at = findings.table.visualRect(findings.model.index(3, 2)).center()
    qtbot.mouseClick(findings.table.viewport(), Qt.MouseButton.RightButton, pos=at)
    menu = asked(findings.table, MOUSE, at)
    assert names(menu) == ["Show the finding\tReturn", "Copy\tCtrl+C"]
    assert [one.row() for one in findings.table.selectionModel().selectedRows()] == [3]
    menu.close()


def test_a_finding_is_shown_from_its_menu(findings, opened):
    findings.table.selectRow(1)
    row = findings.model.row(1)
    choose(asked(findings.table), "Show the finding")
    opened.workspace.turns.settle()
    assert opened.navigator.page.place() == (row.measured.item, row.measured.target)


def test_several_findings_are_copied_and_none_of_them_shown(findings):
    findings.table.selectRow(2)
    findings.table.selectionModel().select(
        findings.model.index(0, 0),
        findings.table.selectionModel().SelectionFlag.Select | findings.table.selectionModel().SelectionFlag.Rows,
    )
    menu = asked(findings.table)
    assert names(menu) == ["Copy\tCtrl+C"]
    QApplication.clipboard().clear()
    choose(menu, "Copy")
    lines = QApplication.clipboard().text().split("\n")
    assert [line.split("\t")[2:4] for line in lines] == [
        [findings.model.text(findings.model.row(row), column) for column in (2, 3)] for row in (0, 2)
    ]


def test_the_key_for_copying_copies_rows(running, window, until):
    running.table.setCurrentIndex(running.model.index(0, HOST))
    running.table.setFocus()
    QApplication.clipboard().clear()
    window.menus._copy()
    cells = QApplication.clipboard().text().split("\t")
    assert (len(cells), cells[0], cells[-1]) == (4, "hv1", "hv1: no answer.")
    running.go.set()
    until(lambda: not window.workspace.running and running.model.rows()[1].counts)
    running.table.setCurrentIndex(running.model.index(1, HOST))
    running.table.copy()  # the end of the run took the keyboard elsewhere
    first, count = running.model.rows()[1].counts[0]
    assert QApplication.clipboard().text().split("\t")[2].startswith(f"{count} {kind_sentence(first)}")


def test_many_rows_are_copied_whole_and_in_turns(findings, until):
    rows = findings.model.rows()
    many = [rows[place % len(rows)] for place in range(3 * len(rows) + 1000)]
    findings.model.set_rows(many)
    findings.table.selectAll()
    QApplication.clipboard().setText("before")
    findings.table.copy()
    assert QApplication.clipboard().text() == "before"  # the screen has its turns meanwhile
    until(lambda: QApplication.clipboard().text() != "before")
    assert QApplication.clipboard().text().split("\n") == [findings.model.line(row) for row in many]


def test_what_is_copied_last_is_on_the_clipboard(findings, qtbot):
    rows = findings.model.rows()
    findings.model.set_rows([rows[place % len(rows)] for place in range(1000)])
    findings.table.selectAll()
    findings.table.copy()
    findings.table.selectRow(0)
    findings.table.copy()
    qtbot.wait(50)
    assert QApplication.clipboard().text() == findings.model.line(rows[0])


def test_what_a_host_sends_is_no_formula_and_no_second_cell_where_it_is_pasted(findings):
    row = findings.model.row(0)
    sent = '=HYPERLINK("x")\tnext\r\n\x1b[2Jline'
    findings.model.set_rows([replace(row, measured=replace(row.measured, message=sent, target="-hv"))])
    findings.table.selectRow(0)
    findings.table.copy()
    text = QApplication.clipboard().text()
    cells = text.split("\t")
    assert len(cells) == findings.model.columnCount()
    assert cells[3] == "'-hv"
    assert cells[4].startswith("'=HYPERLINK")
    assert not {"\n", "\r", "\x1b"} & set(text)


def test_the_menus_are_of_the_chosen_language(opened):
    opened.speak("de")
    opened.navigator.go("review")
    page = opened.navigator.pages.made["review"]
    page.tabs.setCurrentIndex(1)
    opened.workspace.turns.settle()
    page.findings.table.selectRow(0)
    menu = asked(page.findings.table)
    assert [one.split("\t")[0] for one in names(menu)] == ["Befund zeigen", "Kopieren"]
    menu.close()
