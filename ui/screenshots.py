"""``python -m ui.screenshots OUTDIR [AUDIT]``: every step in light and dark, offscreen, for the docs and to look at.

Without an audit it makes one of its own by auditing this computer. Each size and scale is a process of its own, since
Qt reads its scale factor once.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

# Name, width, height, scale factor, and in which schemes.
SHOTS = (
    ("1280x800", 1280, 800, "1", ("light", "dark")),
    ("1280x800@2x", 1280, 800, "2", ("light", "dark")),
    ("1024x700", 1024, 700, "1", ("light",)),
    ("2560x1440", 2560, 1440, "1", ("light", "dark")),
)
_LIMIT = 300  # seconds for one process, a run over this computer included
_SETTLE = 0.15  # seconds in which layouts and timers come to rest


def main(arguments: list[str]) -> int:
    """Take all of them; 0 if every process did."""
    if not arguments or arguments[0].startswith("-"):
        sys.stderr.write("usage: python -m ui.screenshots OUTDIR [AUDIT.bartizan]\n")
        return 3
    out = Path(arguments[0]).absolute()
    out.mkdir(parents=True, exist_ok=True)
    if len(arguments) > 2:  # noqa: PLR2004 - the folder, the audit, and the name of one size: a process of its own
        return _one(out, Path(arguments[1]), arguments[2])
    with tempfile.TemporaryDirectory() as folder:
        audit = Path(arguments[1]).absolute() if len(arguments) > 1 else Path(folder) / "This computer.bartizan"
        status = 0
        for name, _, _, scale, _ in SHOTS:
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": scale,
                "XDG_CONFIG_HOME": folder,
            }
            command = [sys.executable, "-m", "ui.screenshots", str(out), str(audit), name]
            status |= subprocess.run(command, env=environment, timeout=_LIMIT, check=False).returncode
    return status


def _one(out: Path, audit: Path, wanted: str) -> int:
    from PySide6.QtCore import QSettings  # noqa: PLC0415 - the parent process needs no Qt
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same

    from ui.bridge import Bridge  # noqa: PLC0415 - the same
    from ui.settings import Settings  # noqa: PLC0415 - the same
    from ui.theme import Scheme, Theme  # noqa: PLC0415 - the same
    from ui.window import MainWindow  # noqa: PLC0415 - the same
    from ui.workspace import Workspace  # noqa: PLC0415 - the same

    app = QApplication(["bartizan"])
    name, width, height, _, schemes = next(shot for shot in SHOTS if shot[0] == wanted)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        settings.set_folder(audit.parent)
        workspace = Workspace(settings, Theme(app), Bridge())
        window = MainWindow(settings, workspace.theme)
        window.furnish(workspace)
        window.resize(width, height)
        window.show()
        camera = _Camera(window, out, name)
        for scheme in schemes:
            workspace.theme.choose(Scheme(scheme))
            workspace.close_audit()
            camera.take("00-first-window", scheme)
            if audit.exists():
                workspace.open_audit(audit)
            else:
                _audit_this_computer(camera, audit, scheme)
            camera.tour(scheme)
        workspace.shut_down()
        workspace.bridge.close()
        workspace.close_audit_quietly()
        workspace.theme.close()
    return 0


class _Camera:
    """Lets the screen settle and saves it."""

    def __init__(self, window: object, out: Path, size: str) -> None:
        from ui.window import MainWindow  # noqa: PLC0415 - the parent process needs no Qt

        assert isinstance(window, MainWindow)  # noqa: S101 - the type of a late import, for readers and tools
        self.window = window
        self._out = out
        self._size = size

    def wait(self, holds: Callable[[], bool], limit: float) -> None:
        """Run the event loop until something holds or the time is up."""
        from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - the same

        end = time.monotonic() + limit
        while not holds() and time.monotonic() < end:
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def take(self, step: str, scheme: str) -> None:
        """Save the window as it is after a moment."""
        self.wait(lambda: False, _SETTLE)
        self.window.grab().save(str(self._out / f"{step}-{scheme}-{self._size}.png"))

    def tour(self, scheme: str) -> None:
        """Every step, and the detail's tabs and the answer form of a chapter."""
        window = self.window
        for number, step in enumerate(window.step_ids(), start=1):
            window.go(step)
            name = f"chapter-{step}" if step[0].isdigit() else step
            self.take(f"{number:02}-{name}", scheme)
        self._review(scheme)
        self._failing(scheme)

    def _review(self, scheme: str) -> None:
        self.window.go("review")
        page = self.window.stack.currentWidget()
        for tab, name in enumerate(("overview", "answers", "changes", "history")):
            page.tabs.setCurrentIndex(tab)  # type: ignore[attr-defined]  # the review has pages
            self.take(f"19-review-{name}", scheme)
        page.tabs.setCurrentIndex(0)  # type: ignore[attr-defined]  # the same

    def _failing(self, scheme: str) -> None:
        from app.presentation import Kind, kind_of  # noqa: PLC0415 - the parent process needs none of it

        findings = self.window.workspace.findings()
        failing = next((one for one in findings if kind_of(one) is Kind.FAIL and one.measured.remediation), None)
        if failing is None:
            return
        self.window.show_finding(failing.measured.item, failing.measured.target)
        page = self.window.stack.currentWidget()
        detail = page.detail  # type: ignore[attr-defined]  # a chapter has one
        for tab, name in enumerate(("overview", "evidence", "remedy", "history")):
            detail.tabs.setCurrentIndex(tab)
            self.take(f"20-finding-{name}", scheme)
        detail.tabs.setCurrentIndex(0)
        page.begin_answer("waived")  # type: ignore[attr-defined]  # a chapter has it
        self.take("21-answer", scheme)
        detail.form.clear()


def _audit_this_computer(camera: _Camera, audit: Path, scheme: str) -> None:
    from app.audit import new_info  # noqa: PLC0415 - the parent process needs none of it
    from app.targets import local_target  # noqa: PLC0415 - the same

    workspace = camera.window.workspace
    info = new_info("This computer", organisation="Example AG", auditor="Ada Lovelace", auditor_role="administrator")
    workspace.new_audit(audit, info, [local_target()])
    workspace.goto.emit("run")
    workspace.start_run()
    camera.wait(lambda: workspace.run is not None and workspace.run.share > 0.4, 60)  # noqa: PLR2004 - well under way
    camera.window.grab().save(str(camera._out / f"04-running-{scheme}-{camera._size}.png"))  # noqa: SLF001 - one file
    camera.wait(lambda: not workspace.running, _LIMIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
