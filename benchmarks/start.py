"""Time from starting the process to the first window: `bartizan` against an empty PySide6 window, interleaved.

    python benchmarks/start.py [ROUNDS]

Both run as processes of their own on the offscreen platform. Each opens its window, lets the loop deliver the first
paint, and says so on standard output; the parent's clock measures from the start of the process to that line. Bartizan
opens its window in the colours of the theme and furnishes it right after its first paint: the second figure is when
the Start page stands in it. Goal: the first window at most 1.5 times the empty one.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOAL = 1.5
EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, lambda: (print("window", flush=True), app.quit()))
app.exec()
"""
BARTIZAN = "import sys; sys.argv = ['bartizan']; from app.cli.start import main; main()"


def run(code: str, home: str) -> tuple[float, float]:
    """Seconds until the first window, and until the last thing that the process says of itself."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "BARTIZAN_START_PROBE": "1",
        "XDG_CONFIG_HOME": home,
        "XDG_CACHE_HOME": home,
        "XDG_STATE_HOME": home,
    }
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        said = [(line, time.perf_counter() - started) for line in process.stdout or ()]
    if not said or said[0][0] != "window\n":
        raise SystemExit("the window didn't come; run `QT_QPA_PLATFORM=offscreen bartizan` to see why")
    return said[0][1], said[-1][1]


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as home:
        for code in (EMPTY, BARTIZAN):
            run(code, home)  # byte code and the file cache are warm for both
        empty: list[float] = []
        first: list[float] = []
        page: list[float] = []
        for _ in range(rounds):
            empty.append(run(EMPTY, home)[0])
            seconds, later = run(BARTIZAN, home)
            first.append(seconds)
            page.append(later)
    for name, values in (("empty window", empty), ("first window", first), ("start page", page)):
        print(f"{name:14} median {statistics.median(values) * 1000:6.0f} ms   best {min(values) * 1000:6.0f} ms")
    ratio = statistics.median(one / other for one, other in zip(first, empty, strict=True))
    whole = statistics.median(one / other for one, other in zip(page, empty, strict=True))
    print(f"first window {ratio:.2f} times the empty one, start page {whole:.2f}; goal at most {GOAL}, {rounds} pairs")
    return 0 if ratio <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
