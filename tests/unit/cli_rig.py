"""The command line run in this process, on the small content tree and with folders of its own."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from content_sample import write_content

from app.cli import common
from app.cli.main import main


@dataclass(frozen=True)
class Ran:
    """What one call gave."""

    status: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """Standard error by line, each of them one of ours."""
        lines = self.err.splitlines()
        assert all(line.startswith("bartizan: ") for line in lines), self.err
        return [line.removeprefix("bartizan: ") for line in lines]


class Rig:
    """Runs commands in an empty folder."""

    def __init__(self, folder: Path, capture: Any) -> None:
        self.folder = folder
        self.capture = capture

    def __call__(self, *arguments: str) -> Ran:
        self.capture.readouterr()
        with pytest.raises(SystemExit) as ended:
            main([str(one) for one in arguments])
        out, err = self.capture.readouterr()
        assert "Traceback" not in out + err
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 0, out, err)

    def audited(self, *more: str, name: str = "a.bartizan") -> Path:
        """An audit of this computer."""
        ran = self("audit", "--local", "--out", name, *more)
        assert ran.status == 1, ran
        return self.folder / name

    @property
    def files(self) -> set[str]:
        """What stands in the folder."""
        return {path.name for path in self.folder.iterdir()}


def make_rig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capture: Any) -> Rig:
    """A rig whose folder is the current one."""
    root = write_content(tmp_path / "content")
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(common, "checks_root", lambda: root)
    monkeypatch.setattr("app.places.checks_root", lambda: root)
    for name in ("CACHE", "STATE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return Rig(folder, capture)


def command_line(root: Path) -> list[str]:
    """The same program as a process of its own, for signals and pipes."""
    code = (
        "import sys; from pathlib import Path; from app.cli import common; "
        f"common.checks_root = lambda: Path({str(root)!r}); "
        "from app.cli.main import main; main(sys.argv[1:])"
    )
    return [sys.executable, "-c", code]


def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of such a process."""
    home = tmp_path / "home"
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "STATE", "CONFIG", "DATA")}
    return {**os.environ, **folders, "HOME": str(home)}
