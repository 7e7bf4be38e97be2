"""The first audit: from the first window to findings of this computer, with the mouse, counted."""

import time
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer

from app.presentation import Kind, tally
from ui.steps.run import RunStep


def test_one_click_to_a_finished_audit_of_this_computer(window, qtbot, until):
    start = window._pages["start"]
    ended = []
    window.workspace.run_ended.connect(lambda: ended.append(True))
    qtbot.mouseClick(start.local, Qt.MouseButton.LeftButton)  # 1
    assert window.current == "run"
    until(lambda: bool(ended), 60_000)
    run = window._pages["run"]
    assert isinstance(run, RunStep)
    assert not run.results_button.isHidden()
    counts = tally(window.workspace.findings())
    assert len(window.workspace.findings()) == 134
    assert counts.get(Kind.FAIL, 0) + counts.get(Kind.PASS, 0) > 0
    qtbot.mouseClick(run.results_button, Qt.MouseButton.LeftButton)  # 2
    assert window.current[0].isdigit()
    page = window._pages[window.current]
    assert page.place() is not None
    assert page.detail.overview.callout.text()


def test_the_window_stays_alive_during_a_run(window, qtbot, until):
    beats = [time.monotonic()]
    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start()
    ended = []
    window.workspace.run_ended.connect(lambda: ended.append(True))
    window._pages["start"].audit_this_computer()
    until(lambda: bool(ended), 60_000)
    gaps = sorted(after - before for before, after in pairwise(beats))
    assert gaps[-1] < 2  # the first import of the store and the judge is among them
    assert gaps[-5] < 0.2


def test_cancel_keeps_the_audit_and_says_so(window, qtbot, until):
    ended = []
    window.workspace.run_ended.connect(lambda: ended.append(True))
    window._pages["start"].audit_this_computer()
    run = window._pages["run"]
    qtbot.mouseClick(run.stop_button, Qt.MouseButton.LeftButton)
    until(lambda: bool(ended), 20_000)
    assert len(window.workspace.findings()) == 134
    row = run.model.row(0)
    assert row.host.phase in {"failed", "done"}
