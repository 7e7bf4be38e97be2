"""A display that isn't there or doesn't answer is a sentence; Qt would end the process."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ui.display import why_not

VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


def test_none_is_named() -> None:
    assert why_not().startswith("There is no display to open a window on;")


@pytest.mark.parametrize(
    "display", [":59999", "unix:59000", "localhost:59999.0", "no display", ":", ":x", "::1", ":99999"]
)
def test_one_that_does_not_answer(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert why_not().startswith(f"The display DISPLAY={display} doesn't answer,")


def test_one_by_tcp_as_ssh_forwards_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("DISPLAY", f"127.0.0.1:{server.getsockname()[1] - 6000}.0")
        assert why_not() == ""


def test_a_wayland_socket_beside_a_dead_x_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":59999")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert "WAYLAND_DISPLAY=wayland-9 DISPLAY=:59999" in why_not()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-9"))
        server.listen()
        assert why_not() == ""


def test_what_qt_was_told_to_use_is_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert why_not() == ""


def test_the_program_ends_with_one_sentence(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from app.cli.main import main; main([])"],
        env={"DISPLAY": ":59999", "HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr.startswith("bartizan: The display DISPLAY=:59999 doesn't answer,")
    assert ran.stderr.count("\n") == 1
