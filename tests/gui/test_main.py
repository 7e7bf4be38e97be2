import os
import subprocess
import sys
from pathlib import Path

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
