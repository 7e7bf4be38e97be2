"""The real program in a real window: Xvfb, openbox, a session bus with AT-SPI, and xdotool for keys and clicks."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Debian's gi belongs to Debian's Python, whichever one runs the tests.
SYSTEM_PYTHON = "/usr/bin/python3"
# What a screen reader is told, as JSON: everything on screen below the program, tables with their first cells.
READER = r"""
import json, sys, gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi
def box(one):
    part = one.get_component_iface() if one is not None else None
    if part is None:
        return None
    found = part.get_extents(Atspi.CoordType.SCREEN)
    return [found.x, found.y, found.width, found.height]
def read(one, level=0):
    states = one.get_state_set()
    if level > 1 and not states.contains(Atspi.StateType.SHOWING):
        return None
    node = {"role": one.get_role_name(), "name": one.get_name() or "", "description": one.get_description() or "",
            "focused": states.contains(Atspi.StateType.FOCUSED), "box": box(one), "children": []}
    if node["role"] in ("table", "list"):
        table = one.get_table_iface()
        if table is not None:
            rows, columns = table.get_n_rows(), table.get_n_columns()
            node["boxes"] = [box(table.get_accessible_at(row, 0)) for row in range(min(rows, 6))]
            node["heads"] = [table.get_column_description(column) for column in range(columns)]
            node["cells"] = [[(table.get_accessible_at(row, column).get_name() or "") for column in range(columns)]
                             for row in range(min(rows, 6))]
            return node
    if level < 30:
        for place in range(min(one.get_child_count(), 60)):
            child = one.get_child_at_index(place)
            below = read(child, level + 1) if child is not None else None
            if below is not None:
                node["children"].append(below)
    return node
desktop = Atspi.get_desktop(0)
found = [desktop.get_child_at_index(place) for place in range(desktop.get_child_count())]
print(json.dumps([read(one) for one in found if one is not None and "artizan" in (one.get_name() or "")]))
"""

# A window that offers a file to drag, at the place of its second and third argument.
SOURCE = r"""
import sys
from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel
class Source(QLabel):
    def mouseMoveEvent(self, event):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(sys.argv[1])])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)
app = QApplication(sys.argv[:1])
shown = Source("file")
shown.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.BypassWindowManagerHint)
shown.setGeometry(int(sys.argv[2]) - 15, int(sys.argv[3]) - 15, 30, 30)
shown.show()
QTimer.singleShot(300, lambda: print("shown", flush=True))
app.exec()
"""
_STEPS = 12  # of a drag


@dataclass
class Seen:
    """One part as AT-SPI tells it."""

    role: str
    name: str
    description: str
    focused: bool
    heads: list[str]
    cells: list[list[str]]
    box: list[int] | None  # on the screen: left, top, width, height
    boxes: list[list[int]]  # of a table's first column


class Display:
    """The program on a display of its own; ``actions`` counts keys and clicks, a typed text as one."""

    def __init__(self, folder: Path, *, reader: bool) -> None:
        self.folder = folder
        self.actions = 0
        self._running: list[subprocess.Popen[str]] = []
        self._environment = os.environ | {
            "HOME": str(folder), "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb", "BARTIZAN_LANGUAGE": "en",
            **{f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")},
        }  # fmt: skip
        for name in ("QT_ACCESSIBILITY", "QT_SCALE_FACTOR", "WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS"):
            self._environment.pop(name, None)
        self._environment["DISPLAY"] = self._x_server()
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = self._line_of(
            ["dbus-daemon", "--session", "--nofork", "--print-address"]
        )
        if reader:
            self._environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self._start(["openbox", "--sm-disable"])
        self.program = self._start([sys.executable, "-m", "ui.main"])

    def _x_server(self) -> str:
        inside, outside = os.pipe()
        command = ["Xvfb", "-displayfd", str(outside), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        self._start(command, pass_fds=(outside,))
        os.close(outside)
        with os.fdopen(inside) as told:
            return f":{told.readline().strip()}"

    def _start(self, command: list[str], **more: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(  # type: ignore[call-overload]  # options of its own callers
            command, env=self._environment, cwd=ROOT, text=True, start_new_session=True,
            stdin=subprocess.DEVNULL, **({"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL} | more),
        )  # fmt: skip
        self._running.append(process)
        return process

    def _line_of(self, command: list[str]) -> str:
        return self._start(command, stdout=subprocess.PIPE).stdout.readline().strip()

    # --- acting ---------------------------------------------------------------------------------------------------

    def _tool(self, *words: str) -> str:
        run = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, timeout=30, check=False
        )
        return run.stdout

    def keys(self, *names: str) -> None:
        """Press these, one after the other."""
        for name in names:
            self.actions += 1
            self._tool("key", name)

    def type(self, text: str) -> None:
        self.actions += 1
        self._tool("type", "--delay", "20", text)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """With the left button, slowly enough to be taken for a drag and to have each widget on the way asked."""
        self.actions += 1
        self._tool("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, _STEPS + 1):
            way = [first + (last - first) * step // _STEPS for first, last in zip(start, end, strict=True)]
            self._tool("mousemove", *map(str, way))
            time.sleep(0.05)
        self._tool("mousemove", *(str(one + 1) for one in end))
        time.sleep(0.3)
        self._tool("mouseup", "1")

    def offer(self, path: Path, place: tuple[int, int]) -> None:
        """As a file manager would: a file that can be dragged from that place, in a process of its own."""
        offering = self._start([sys.executable, "-c", SOURCE, str(path), *map(str, place)], stdout=subprocess.PIPE)
        assert offering.stdout.readline() == "shown\n"

    def title(self) -> str:
        """Of the window that has the keyboard."""
        return self._tool("getactivewindow", "getwindowname").strip()

    # --- looking --------------------------------------------------------------------------------------------------

    def parts(self) -> list[Seen]:
        """Everything that a screen reader is told of the program now."""
        run = subprocess.run(
            [SYSTEM_PYTHON, "-c", READER],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        found: list[Seen] = []

        def take(node: dict) -> None:
            found.append(
                Seen(
                    node["role"],
                    node["name"],
                    node["description"],
                    node["focused"],
                    node.get("heads", []),
                    node.get("cells", []),
                    node["box"],
                    node.get("boxes", []),
                )
            )
            for child in node["children"]:
                take(child)

        for one in json.loads(run.stdout or "[]"):
            take(one)
        return found

    def until(self, holds: Callable[[], object], limit: float = 60.0) -> None:
        """Wait until something holds; AssertionError when the time is up or the program has ended."""
        end = time.monotonic() + limit
        while not holds():
            assert self.program.poll() is None, "the program has ended"
            assert time.monotonic() < end, "time is up"
            time.sleep(0.2)

    def close(self) -> None:
        for process in reversed(self._running):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)
            if process.stdout is not None:
                process.stdout.close()


@contextlib.contextmanager
def display(folder: Path, *, reader: bool = True) -> Iterator[Display]:
    """The program on a display, until the block ends."""
    made = Display(folder, reader=reader)
    try:
        yield made
    finally:
        made.close()
        shutil.rmtree(folder / "cache", ignore_errors=True)
