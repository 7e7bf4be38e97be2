"""Fixtures of the screen's tests: offscreen, own settings and folders, and no noise from Qt."""

import gc
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import gui_sample as sample
import pytest
from gui_engine import Here
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.benchmark.catalogue import catalogue
from app.model import Benchmark
from app.places import checks_root
from ui.bridge import Bridge
from ui.settings import Settings
from ui.theme import Scheme, Theme
from ui.window import MainWindow
from ui.workspace import Workspace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first QApplication, which is made later

# What the offscreen plugin says of itself whenever a dialog or a list opens.
PLATFORM = {
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",  # a list that opens
    "This plugin does not support grabbing the keyboard",  # the same
}


@pytest.fixture(autouse=True)
def _silence() -> Iterator[None]:
    """A Qt warning fails the test that caused it."""
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and text not in PLATFORM:
            heard.append(text)

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    assert not heard, heard


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """As in the program (ui/calm.py), garbage is collected between calls into Qt and never inside one.

    There it may free an object of Qt while Qt holds a lock that its end needs.
    """
    gc.disable()
    yield
    gc.collect(1)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(scope="session")
def benchmark_content() -> Benchmark:
    return catalogue([checks_root()], None)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    (tmp_path / "audits").mkdir()
    made.set_folder(tmp_path / "audits")
    return made


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, Scheme.LIGHT)
    yield made
    made.close()


@pytest.fixture
def engine() -> Here | None:
    """What looks at machines; None for a process of its own, which takes its time to be there."""
    return Here()


@pytest.fixture
def workspace(
    settings: Settings, theme: Theme, benchmark_content: Benchmark, engine: Here | None
) -> Iterator[Workspace]:
    made = Workspace(settings, theme, Bridge(), engine=engine)
    made._benchmark = benchmark_content
    bugs: list[BaseException] = []
    made.bug.connect(bugs.append)
    yield made
    made.shut_down()
    made.bridge.close()
    made.close_audit_quietly()
    assert not bugs, bugs


@pytest.fixture
def window(workspace: Workspace, qtbot) -> Iterator[MainWindow]:
    made = MainWindow(workspace.settings, workspace.theme)
    made.furnish(workspace)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made._closing = True
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def stored(tmp_path: Path, benchmark_content: Benchmark) -> Path:
    path = tmp_path / "audits" / "Data centre North.bartizan"
    path.parent.mkdir(exist_ok=True)
    sample.build(path, benchmark_content).close()
    return path


@pytest.fixture
def opened(window: MainWindow, stored: Path) -> MainWindow:
    """The window with the sample audit open."""
    assert window.workspace.open_audit(stored)
    return window


@pytest.fixture
def until(qtbot) -> Callable[[Callable[[], bool], int], None]:
    """Let the event loop run until something holds; a time limit for everything."""

    def wait(holds: Callable[[], bool], timeout: int = 5000) -> None:
        end = time.monotonic() + timeout / 1000
        while not holds():
            assert time.monotonic() < end, "time is up"
            qtbot.wait(10)

    return wait
