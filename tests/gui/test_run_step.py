"""The run on screen: pausing it, its live list, and trying failed hosts again."""

import re
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

import app.runner
from app.benchmark.catalogue import catalogue
from app.errors import ConnectError
from app.hostlist import pasted
from app.model import Reason, Result, TargetState
from app.places import checks_root
from app.scan import Event, TargetScan, judge_target
from app.screen.presentation import Kind, Mark, Standing
from app.screen.progress import HostProgress, Phase
from app.transport.base import Prompt, Question, Secrets
from ui import walk
from ui.models.feed import _on_one_line
from ui.models.run import RESULTS, RunRow, bar_share, doing_text, progress_text
from ui.widgets.cells import _paint_counts, counts_width
from ui.words import standing_sentence


@pytest.fixture
def run(window, monkeypatch):
    """Three hosts, one at a time; ``go`` lets the one that is looked at end, hv2 fails as long as it is down."""
    go = threading.Event()
    down = {"hv2"}

    def scan(target, *, benchmark, profile, cancel, on_event, **_given):
        on_event(Event(target.name, "connecting", total=2))
        on_event(Event(target.name, "looking", total=2))
        on_event(Event(target.name, "probe", probe="memory", done=1, total=2))
        while not go.wait(0.01):
            if cancel.is_set():
                break
        state = TargetState(target, reachable=target.name not in down)
        error = None
        if target.name in down:
            error = ConnectError("no-answer", f"{target.name}: no answer.")
            state = replace(state, error=str(error), error_kind=error.kind)
        return TargetScan(state, (), judge_target(state, benchmark, profile, ()), error)

    monkeypatch.setattr("app.runner.scan", scan)
    monkeypatch.setattr("app.credentials.KeptSecrets.of", lambda _self, _target, _cancel=None: Secrets())
    window.navigator.pages.made["start"].new_audit()
    window.workspace.set_targets(pasted("hv1 hv2 hv3").targets)
    window.settings.set_number("limits/jobs", 1)
    window.navigator.go("run")
    page = window.navigator.pages.made["run"]
    page.go, page.down = go, down
    yield page
    go.set()


def phases(run):
    return [row.host.phase for row in run.model.rows()]


def test_a_pause_lets_the_host_end_and_begins_no_other(run, window, qtbot, until):
    qtbot.mouseClick(run.total.start_button, Qt.MouseButton.LeftButton)
    until(lambda: phases(run) == [Phase.LOOKING, Phase.WAITING, Phase.WAITING])
    qtbot.mouseClick(run.total.pause_button, Qt.MouseButton.LeftButton)
    assert run.total.pause_button.text() == "Go on"
    run.go.set()
    until(lambda: phases(run)[0] is Phase.DONE)
    assert phases(run)[1:] == [Phase.WAITING, Phase.WAITING]
    assert "paused, 2 hosts wait" in run.total.times.text()
    qtbot.mouseClick(run.total.pause_button, Qt.MouseButton.LeftButton)
    until(lambda: not window.workspace.running)
    assert phases(run) == [Phase.DONE, Phase.FAILED, Phase.DONE]


def test_a_host_that_is_done_shows_what_was_found_while_others_are_looked_at(run, window, qtbot, until, monkeypatch):
    looked = app.runner.scan

    def scan(target, **given):
        found = looked(target, **given)
        changed = [
            replace(one, result=Result.FAIL, reason=None) if one.item == "4.1-a" else one for one in found.results
        ]
        return replace(found, results=tuple(changed))

    monkeypatch.setattr("app.runner.scan", scan)
    qtbot.mouseClick(run.total.start_button, Qt.MouseButton.LeftButton)
    until(lambda: phases(run) == [Phase.LOOKING, Phase.WAITING, Phase.WAITING])
    qtbot.mouseClick(run.total.pause_button, Qt.MouseButton.LeftButton)
    run.go.set()
    until(lambda: phases(run)[0] is Phase.DONE and run.model.rows()[0].counts)
    assert window.workspace.running
    first = run.model.rows()[0]
    assert dict(first.counts) == {Kind.FAIL: 1}
    assert window.workspace.tallies()["hv1"][Kind.FAIL] == 1
    assert not run.model.rows()[1].counts
    qtbot.mouseClick(run.total.pause_button, Qt.MouseButton.LeftButton)
    until(lambda: not window.workspace.running)


def test_one_cause_of_many_faults_is_said_at_the_end_of_a_run(run, window, qtbot, until, monkeypatch):
    looked = app.runner.scan
    said = "libvirt ended with status 1: error: no <b>socket</b> ({n} of 9 went wrong)."

    def scan(target, **given):
        found = looked(target, **given)
        changed = [
            replace(one, result=Result.ERROR, reason=Reason.COMMAND_FAILED, message=said.format(n=place))
            if 0 < place < 8
            else one
            for place, one in enumerate(found.results)
        ]
        return replace(found, results=tuple(changed))

    monkeypatch.setattr("app.runner.scan", scan)
    run.go.set()
    qtbot.mouseClick(run.total.start_button, Qt.MouseButton.LeftButton)
    assert not run.total.cause.isVisible()
    until(lambda: not window.workspace.running)
    until(run.total.cause.isVisible)
    assert run.total.cause.text() == (
        "21 findings could not be told for one reason, on hv1, hv2 and hv3: error: no <b>socket</b>."
    )
    run.go.clear()
    window.workspace.start_run()
    until(lambda: not run.total.cause.isVisible())
    run.go.set()
    until(lambda: not window.workspace.running)


def test_a_host_whose_login_asks_says_so(run, window, until):
    over, answers = threading.Event(), []
    ask = window.workspace.questions.asker()
    run.workspace.start_run()
    until(lambda: phases(run)[0] is Phase.LOOKING)
    asked = Question("hv1", "hv1 (192.0.2.10:22)", "audit", "", "", (Prompt("Code: ", echo=True),), "host")
    thread = threading.Thread(target=lambda: answers.append(ask(asked, over)), daemon=True)
    thread.start()
    until(lambda: doing_text(run.model.rows()[0]) == "waits for your answer")
    window.workspace.questions.decline_all()
    until(lambda: doing_text(run.model.rows()[0]) == "looking at memory")
    thread.join()
    run.go.set()
    until(lambda: not window.workspace.running)


def test_all_that_failed_are_tried_again_with_one_button(run, window, qtbot, until):
    run.go.set()
    qtbot.mouseClick(run.total.start_button, Qt.MouseButton.LeftButton)
    until(lambda: bool(window.workspace.run) and not window.workspace.running)
    assert run.total.rest_button.text() == "Retry 1 failed"
    run.down.clear()
    qtbot.mouseClick(run.total.rest_button, Qt.MouseButton.LeftButton)
    until(lambda: phases(run) == [Phase.DONE] * 3)
    assert run.total.rest_button.isHidden()


def test_the_live_list_names_each_look_and_its_command(run, window, qtbot, until):
    assert run.feed.isHidden()
    run.go.set()
    qtbot.mouseClick(run.total.start_button, Qt.MouseButton.LeftButton)
    until(lambda: bool(window.workspace.run) and not window.workspace.running)
    lines = run.feed.lines.rows()
    hv1 = [(line.text, line.command.split(";")[0]) for line in lines if line.target == "hv1"]
    assert hv1[:3] == [("connecting", ""), ("logged in", ""), ("memory", "echo '== meminfo'")]
    assert hv1[3][0].startswith("done in ")
    assert [line.command for line in lines if line.tone == "fail"] == ["hv2: no answer."]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("for m in a b; do\n  echo $m\ndone\n", "for m in a b; do echo $m; done"),
        (
            "if test -r f\nthen\n\n  cat f |\n    sort\nelse\n  echo; fi",
            "if test -r f; then cat f | sort; else echo; fi",
        ),
        ("used() {\n  ls &&\n  ls\n}", "used() { ls && ls; }"),
        ("ss -t \\\n  -n\nid", "ss -t -n; id"),
        ("case $a in\n  b) echo undo\n    id ;;\nesac", "case $a in b) echo undo; id ;; esac"),
        ("", ""),
    ],
)
def test_a_command_is_shown_as_a_shell_would_take_it_on_one_line(command, told):
    assert _on_one_line(command) == told


def test_the_commands_of_the_content_are_whole_on_one_line():
    commands = [
        _on_one_line(one.command) for addendum in catalogue([checks_root()], None).addenda for one in addendum.probes
    ]
    assert not [one for one in commands if re.search(r"\b(?:do|then|else);|[{(];|&&;", one)]


def test_a_host_that_never_answered_is_not_shown_as_looked_at(run, window, qtbot, until):
    run.go.set()
    qtbot.mouseClick(run.total.start_button, Qt.MouseButton.LeftButton)
    until(lambda: bool(window.workspace.run) and not window.workspace.running)
    lost = run.model.row(1)
    assert (progress_text(lost), bar_share(lost), lost.host.phase) == ("1 of 2", 0.5, Phase.FAILED)
    unseen = replace(lost, host=replace(lost.host, done=0))
    assert (progress_text(unseen), bar_share(unseen)) == ("\N{EN DASH}", 0.0)


def test_a_host_that_was_added_after_the_run_is_looked_at_alone(run, window, qtbot, until):
    run.go.set()
    run.down.clear()
    qtbot.mouseClick(run.total.start_button, Qt.MouseButton.LeftButton)
    until(lambda: bool(window.workspace.run) and not window.workspace.running)
    assert run.total.rest_button.isHidden()
    window.workspace.set_targets(pasted("hv1 hv2 hv3 hv4").targets)
    run.refresh()
    assert run.total.times.text() == "3 hosts looked at · 1 host not looked at yet"
    assert doing_text(run.model.row(3)) == "not looked at yet"
    run.table.selectRow(3)
    assert run.retry_button.text() == "Look at it"
    before = run.model.row(0).host.ended
    assert run.total.rest_button.text() == "Look at 1 new"
    qtbot.mouseClick(run.total.rest_button, Qt.MouseButton.LeftButton)
    assert run.total.headline.text() == "Looking at hv4"
    until(lambda: phases(run) == [Phase.DONE] * 4)
    assert run.model.row(0).host.ended == before


def test_a_look_has_one_name_in_table_and_live_list():
    row = RunRow(HostProgress("hv1", Phase.LOOKING, 1, 4, "qemu_conf"), 1.0)
    assert doing_text(row) == "looking at qemu conf"


def test_counts_of_a_host_are_never_cut(opened):
    opened.resize(1024, 700)
    opened.navigator.go("run")
    run = opened.navigator.pages.made["run"]
    row = run.model.row(0)
    many = tuple((kind, 20_000) for kind in Kind if kind not in {Kind.NOTSELECTED, Kind.INFORMATIONAL})
    run.model.set_row(0, replace(row, counts=many))
    run._size_columns()
    needed = counts_width(many, opened.theme)
    assert run.table.columnWidth(RESULTS) >= needed > 300
    painted = QImage(needed, 40, QImage.Format.Format_RGB32)
    painted.fill(0)
    painter = QPainter(painted)
    texts = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ui.widgets.cells.paint_shape", lambda *given: texts.append(given[2]))
        _paint_counts(painter, QRectF(8, 0, needed - 14, 40), many, opened.theme)  # as a cell leaves room
    painter.end()
    assert texts == [kind for kind, _ in many]


def test_the_window_tells_the_desktop_of_the_end(run, window, qtbot, until, monkeypatch):
    told = []
    monkeypatch.setattr(window.desktop, "run_ended", lambda title, text: told.append((title, text)))
    run.go.set()
    qtbot.mouseClick(run.total.start_button, Qt.MouseButton.LeftButton)
    until(lambda: bool(told))
    assert told[0][0] == "The run has ended"
    assert told[0][1].endswith("could not be looked at: 1")


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_first_host_that_failed_is_chosen(run, window, qtbot, until, direction):
    QApplication.setLayoutDirection(direction)
    try:
        run.go.set()
        qtbot.mouseClick(run.total.start_button, Qt.MouseButton.LeftButton)
        until(lambda: bool(window.workspace.run) and not window.workspace.running)
        run.refresh()
        assert run._selected().host.target == "hv2"
        assert run._sentence.text() == "hv2: no answer."
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({Kind.FAIL: 1, Kind.WAITING: 1}, "1 finding fails, 1 waits for you"),
        ({Kind.FAIL: 1200, Kind.UNKNOWN: 1, Kind.WAITING: 1}, "1,200 findings fail, 2 wait for you"),
        ({Kind.PASS: 9}, "0 findings fail, 0 wait for you"),
    ],
)
def test_one_is_one_in_what_a_run_ended_with(window, monkeypatch, counts, said):
    monkeypatch.setattr(window.workspace, "tallies", lambda: {"hv1": counts})
    assert walk.run_sentence(window.workspace)[1] == said


@pytest.mark.parametrize(("days", "said"), [(0, "today"), (1, "tomorrow"), (2, "in 2 days")])
def test_an_answer_that_ends_says_when(days, said):
    assert standing_sentence(Standing(Mark.ENDS, days)) == f"The answer ends {said}"
