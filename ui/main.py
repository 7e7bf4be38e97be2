"""The composition root of the wizard: settings, theme, bridge, workspace, window, and the crash hook."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

NO_DISPLAY = "There is no display to open a window on; use `bartizan audit --local`, or set DISPLAY or WAYLAND_DISPLAY."


def has_display() -> bool:
    """Whether Qt can open a window here: without one it would abort the process instead of raising."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def main(argv: Sequence[str] | None = None) -> int:
    """Open the wizard; a path among the arguments is opened. Returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not has_display():
        sys.stderr.write(f"bartizan: {NO_DISPLAY}\n")
        return 3
    from PySide6.QtCore import QSettings, QTimer  # noqa: PLC0415 - not where there is no display
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same

    from ui.bridge import Bridge  # noqa: PLC0415 - the same
    from ui.dialogs.crash import CrashHook  # noqa: PLC0415 - the same
    from ui.settings import Settings  # noqa: PLC0415 - the same
    from ui.theme import Theme, saved_scheme  # noqa: PLC0415 - the same
    from ui.window import MainWindow  # noqa: PLC0415 - the same
    from ui.window_icon import window_icon  # noqa: PLC0415 - the same
    from ui.workspace import Workspace  # noqa: PLC0415 - the same

    app = QApplication([sys.argv[0]])
    app.setApplicationName("Bartizan")
    app.setOrganizationName("Bartizan")
    app.setDesktopFileName("bartizan")
    app.setWindowIcon(window_icon())
    app.setQuitOnLastWindowClosed(False)  # the window hides first and ends when its work has ended
    settings = Settings(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Bartizan", "Bartizan"))
    theme = Theme(app, saved_scheme(settings.store))
    bridge = Bridge()
    workspace = Workspace(settings, theme, bridge)
    window = MainWindow(workspace)
    hook = CrashHook(window)
    sys.excepthook = hook
    workspace.bug.connect(hook.report)
    window.ended.connect(app.quit)
    signal.signal(signal.SIGINT, lambda *_: window.close())
    alarm = QTimer()  # Python sees signals only when it runs
    alarm.timeout.connect(lambda: None)
    alarm.start(500)
    window.show()
    if os.environ.get("BARTIZAN_START_PROBE"):  # benchmarks/start.py: the first window, and out
        QTimer.singleShot(0, app.quit)
    for path in (Path(one) for one in arguments if not one.startswith("-")):
        QTimer.singleShot(0, lambda path=path: workspace.open_audit(path.absolute()))
    status = app.exec()
    settings.store.sync()
    idle = workspace.idle()
    bridge.close()
    theme.close()
    sys.stdout.flush()
    sys.stderr.flush()
    if not idle:  # a locked wallet may hold its thread for ever, and Python would wait for it
        os._exit(status)
    return status


if __name__ == "__main__":
    sys.exit(main())
