"""The composition root of the wizard: settings, theme, bridge, workspace, window, and the crash hook."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from ui.display import why_not

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication

    from ui.window import MainWindow
    from ui.workspace import Workspace


def main(argv: Sequence[str] | None = None) -> int:
    """Open the wizard; a path among the arguments is opened. Returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if sentence := why_not():
        from app.report.visible import visible  # noqa: PLC0415 - only for that sentence

        sys.stderr.write(f"bartizan: {visible(sentence)}\n")
        return 3
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - not where there is no display
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same

    app = QApplication([sys.argv[0], "-style", "fusion"])
    window = make_window(app)
    window.ended.connect(app.quit)
    window.show()
    session: list[Workspace] = []
    QTimer.singleShot(0, lambda: session.append(start(window, arguments)))
    status = app.exec()
    window.settings.store.sync()
    idle = all(workspace.idle() for workspace in session)
    for workspace in session:
        workspace.bridge.close()
    window.theme.close()
    sys.stdout.flush()
    sys.stderr.flush()
    if not idle:
        for workspace in session:
            workspace.leave()
        os._exit(status)  # a locked wallet may hold its thread for ever, and Python would wait for it
    return status


def make_window(app: QApplication) -> MainWindow:
    """The empty window, with the person's settings, in the colours of the theme."""
    from PySide6.QtCore import QSettings  # noqa: PLC0415 - not where there is no display

    from ui import calm  # noqa: PLC0415 - the same
    from ui.settings import Settings  # noqa: PLC0415 - the same
    from ui.theme import Theme, saved_scheme, saved_system_dark  # noqa: PLC0415 - the same
    from ui.window import MainWindow  # noqa: PLC0415 - the same

    calm.hush()
    app.setApplicationName("Bartizan")
    app.setOrganizationName("Bartizan")
    app.setDesktopFileName("bartizan")
    app.setQuitOnLastWindowClosed(False)  # the window hides first and ends when its work has ended
    settings = Settings(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Bartizan", "Bartizan"))
    known = saved_system_dark(settings.store)
    return MainWindow(settings, Theme(app, saved_scheme(settings.store), system_dark=known))


def start(window: MainWindow, arguments: Sequence[str]) -> Workspace:
    """Everything behind the first paint: what stands in the window, the crash hook, and the content read ahead."""
    probe = os.environ.get("BARTIZAN_START_PROBE")  # benchmarks/start.py
    if probe:
        _say("window")
    from app.secrecy import no_core_dumps  # noqa: PLC0415 - before anything that may hold a secret

    no_core_dumps()
    import signal  # noqa: PLC0415 - after the first paint
    from pathlib import Path  # noqa: PLC0415 - the same

    from PySide6.QtCore import QTimer  # noqa: PLC0415 - the same
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same

    from ui.bridge import Bridge  # noqa: PLC0415 - the same
    from ui.crashhook import CrashHook  # noqa: PLC0415 - the same
    from ui.window_icon import window_icon  # noqa: PLC0415 - the same
    from ui.workspace import Workspace  # noqa: PLC0415 - the same

    workspace = Workspace(window.settings, window.theme, Bridge())
    hook = CrashHook(window, workspace.names)
    sys.excepthook = hook
    workspace.bug.connect(hook.report)
    window.furnish(workspace)
    if probe:
        window.repaint()
        _say("start page")
        QApplication.quit()
        return workspace
    if sys.platform == "linux":
        from ui import portal  # noqa: PLC0415 - where there may be one

        portal.follow(window.theme, window.settings)
    QApplication.setWindowIcon(window_icon())
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # as if the window were closed: nothing half written is left behind
        number = getattr(signal, name, None)  # Windows has not all of them
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: window.close())
    alarm = QTimer(window)  # Python sees signals only when it runs
    alarm.timeout.connect(lambda: None)
    alarm.start(500)
    paths = [Path(one).absolute() for one in arguments if not one.startswith("-")]
    if paths:
        workspace.open_soon(paths[0])
    workspace.read_ahead()
    return workspace


def _say(what: str) -> None:
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
