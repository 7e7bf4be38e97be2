"""A person at the wizard for kill.py: answers one question after the other in the form, and says what was saved.

A process of its own, without a display. Each answer goes the way of a person's: the finding is shown, the form is
filled in and submitted. A line is printed when the form has come back empty and the menu bar shows when it was saved.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.main import make_window, start
from ui.window import MainWindow

ANSWERS = 12


class Person:
    """Answers every question of the chapter, again and again, until there were so many answers."""

    def __init__(self, window: MainWindow, proof: Path) -> None:
        self._window, self._proof = window, proof
        self._given = 0
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._next)
        self._timer.start(5)

    def _next(self) -> None:
        audit = self._window.workspace.audit
        if audit is None:
            return
        if self._given == ANSWERS:
            self._timer.stop()
            self._window.close()
            return
        chapter = [one for one in audit.findings() if one.measured.item.startswith("6.") and one.measured.target]
        place = chapter[self._given % len(chapter)].measured
        self._given += 1
        self._window.navigator.show_finding(place.item, place.target)
        self._window.workspace.turns.settle()
        form = self._window.navigator.page.detail.form  # type: ignore[attr-defined]  # a chapter's page has it
        form.begin("fail")
        form.entry.name.setText("A. Example")
        form.entry.role.setText("administrator")
        form.entry.remark.setPlainText(f"seen, number {self._given}")
        if self._given % 3 == 0:
            form.entry.add_files([self._proof])
        form.submit()
        said = audit.finding(place.item, place.target).overrides[-1]
        if form.entry.remark.toPlainText() or self._window.workspace.saved is None:
            raise SystemExit("the answer wasn't taken")
        print(f"{said.item} on {said.target}: fail by {said.by}, entry {said.id}", flush=True)


def main() -> int:
    app = QApplication(["bartizan", "-style", "fusion"])
    window = make_window(app)
    window.ended.connect(app.quit)
    window.show()
    workspace = start(window, sys.argv[1:])
    faults: list[object] = []
    workspace.bug.connect(faults.append)
    person = Person(window, Path("list.txt"))
    app.exec()
    workspace.bridge.close()
    sys.stdout.flush()
    del person
    os._exit(4 if faults else 0)


if __name__ == "__main__":
    sys.exit(main())
