import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import ui

ROOT = Path(ui.__file__).parent.parent


def run(tmp_path, *arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
    keep = {
        key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    folders = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")}
    return subprocess.run(
        [sys.executable, "-m", "ui.main", *arguments],
        cwd=ROOT, env=keep | folders | extra, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_without_a_display_one_sentence_and_status_3(tmp_path):
    done = run(tmp_path)
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
    assert "display" in done.stderr
    assert "--local" in done.stderr


def test_the_window_opens_and_closes_without_a_word(tmp_path):
    done = run(tmp_path, QT_QPA_PLATFORM="offscreen", BARTIZAN_START_PROBE="1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "window\nstart page\n", "")


def test_a_start_imports_nothing_heavy(tmp_path):
    code = (
        "import sys; from ui.main import main; main([]);"
        "print([m for m in ('paramiko', 'reportlab', 'pydantic', 'keyring', 'sqlite3', 'jc') if m in sys.modules])"
    )
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "BARTIZAN_START_PROBE": "1",
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.split("\n")[2] == "[]", done.stderr


def test_the_first_window_waits_for_nothing_that_it_does_not_show(tmp_path):
    """All names of the namespace Qt, which PySide makes when one is asked for, take longer than the window itself."""
    code = """
import sys
before = set(sys.modules)
sys.argv = ["bartizan"]
from PySide6 import QtCore
from app.cli.start import main
import ui.main

def start(window, _arguments):
    unwanted = {"app.language", "app.secrecy", "ctypes", "json", "hashlib", "datetime", "dataclasses", "ui.icons"}
    print(window.isVisible(), "Qt" in vars(QtCore), sorted(unwanted & set(sys.modules) - before))
    window.close()

ui.main.start = start
main()
"""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout == "True False []\n", done.stderr


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="looks into /proc")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_closes_in_order_when_it_is_told_to_end(tmp_path, number):
    folders = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")}
    process = subprocess.Popen(
        [sys.executable, "-m", "ui.main"],
        cwd=ROOT, env=os.environ | folders | {"QT_QPA_PLATFORM": "offscreen"}, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509 - as in a shell
    )  # fmt: skip

    def heeded() -> bool:
        lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
        caught = int(next(line.split()[1] for line in lines if line.startswith("SigCgt")), 16)
        return bool(caught >> (signal.SIGTERM - 1) & 1)

    end = time.monotonic() + 60
    while not heeded():
        assert time.monotonic() < end
        time.sleep(0.02)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (0, "")
