"""Whether the wizard ever blocks: a heartbeat of its GUI thread in an audit of 100 hosts, with a person at work in it.

    python benchmarks/ui.py [--hosts 100] [--guests 200] [--megabytes 8] [--top 15]

The hosts are SSH servers on loopback (ui_hosts.py), each with so many guests and so much evidence about them. They are
audited by the wizard itself, offscreen, 16 at a time; meanwhile and afterwards its steps are walked through: tables
scrolled, lists filtered and searched, evidence opened and searched, findings answered one by one and many at once,
undone and reviewed, reports written, hosts changed; after it the audit is signed, closed and opened (ui_person.py). A
timer beats every 5 ms; a beat that comes late is told with what the person did, what the thread ran, how much of the
time it was on a processor, in line for one, waited for something else (mostly other threads that had Python), or stood
still for the garbage collector (ui_heart.py). Goal: no gap over 50 ms. What only waited for a processor is another
program's doing: a busy machine tells two figures, and the second one counts. Writing to the disk is timed beside it.
Memory is the peak of resident memory of the wizard's process, the benchmark included, and of the process that looks at
the hosts (0 where the system doesn't tell). At the end benchmarks/start.py tells start to first window against an empty
one.
"""

import argparse
import gc
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ui_heart import GOAL, Heart, isolate, table  # noqa: E402 - after the path is set

if TYPE_CHECKING:
    from ui_person import Person

LIMIT = 3600  # seconds until a run that doesn't end is given up
SYNCS = 50


def sync_time(folder: Path) -> list[float]:
    """What a synced write of a page takes here, in seconds, sorted."""
    times = []
    with (folder / "page").open("wb") as file:
        for _ in range(SYNCS):
            file.write(b"x" * 4096)
            file.flush()
            begun = time.perf_counter()
            os.fsync(file.fileno())
            times.append(time.perf_counter() - begun)
    return sorted(times)


def audit(folder: Path, given: argparse.Namespace) -> int:
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - after the environment is set
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same
    from ui_hosts import Hosts  # noqa: PLC0415 - the same
    from ui_person import Person  # noqa: PLC0415 - the same

    from app.audit import new_info  # noqa: PLC0415 - the same
    from app.benchmark.load import load  # noqa: PLC0415 - the same
    from ui.main import make_window, start  # noqa: PLC0415 - the same

    bugs: list[BaseException] = []
    times: dict[str, float] = {}
    hosts = Hosts(folder, load([ROOT / "checks"]), given.hosts, given.guests, given.megabytes << 20)
    try:
        app = QApplication(["bartizan", "-style", "fusion"])
        window = make_window(app)
        window.show()
        workspace = start(window, [])
        workspace.bug.connect(bugs.append)
        heart, begun = Heart(), time.monotonic()

        def create() -> None:
            info = new_info("Fleet", auditor="Ada Lovelace", auditor_role="administrator")
            workspace.new_audit(folder / "fleet.bartizan", info, hosts.targets)

        def run() -> None:
            workspace.start_run()
            workspace.run_ended.connect(lambda: times.setdefault("run", time.monotonic() - begun))

        first = (
            ("create the audit", create),
            ("go to run", lambda: window.navigator.visit("run")),
            ("start the run", run),
        )

        def wanted() -> bool:
            """Another round while the run goes on, and one after it."""
            if "run" in times:
                times["rounds after"] = times.get("rounds after", 0) + 1
            return times.get("rounds after", 0) < 2

        def end() -> None:
            times["all"] = time.monotonic() - begun
            times["child"] = child_peak(workspace.engine.pid)  # KiB; it ends with the window
            heart.stop()
            app.quit()

        signal.signal(signal.SIGTERM, lambda *_: app.exit(1))  # an exception would end a slot, not the loop
        person = Person(window, heart, wanted, end)
        heart.start()
        QTimer.singleShot(3000, lambda: person.start(first))  # a person looks at the Start page first
        QTimer.singleShot(LIMIT * 1000, app.quit)
        app.exec()
        status = tell(given, heart, person, times, hosts.bytes)
        failed = workspace.run.failed if workspace.run is not None else ()
        print(f"  hosts that could not be looked at to the end: {len(failed)}; bugs: {bugs}")
        workspace.shut_down()
        workspace.bridge.close()
        workspace.close_audit_quietly()
    finally:
        hosts.stop()
    return status or bool(bugs) or bool(failed)


def child_peak(pid: int | None) -> int:
    """KiB of resident memory that a process has had at most, proc_pid_status(5)."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)


def tell(given: argparse.Namespace, heart: Heart, person: "Person", times: dict[str, float], size: int) -> int:
    """Print it; 1 if the goal was missed. ``size`` is of an answer, in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # KiB
    gaps = sorted(heart.gaps, key=lambda gap: gap.own, reverse=True)
    late = [gap for gap in gaps if gap.seconds > GOAL]
    ours = [gap for gap in late if gap.own > GOAL]
    print(
        f"{given.hosts} hosts with {given.guests} guests, {size / 1e6:.1f} MB of answers each; {os.cpu_count()} "
        f"processors, load {os.getloadavg()[0]:.1f}\n"
        f"run {times.get('run', 0):.1f} s, person {times.get('all', 0):.1f} s: {person.deeds} things done in "
        f"{person.rounds} rounds; {heart.beats} beats\n"
        f"the longest gaps, in milliseconds, by what is not waiting for a processor:\n"
        f"{table(gaps[: given.top])}\n"
        f"gaps over {GOAL * 1000:.0f} ms: {len(late)}, together {sum(gap.seconds for gap in late):.1f} s; "
        f"of these not by waiting for a processor alone: {len(ours)}\n"
        f"  {'met   ' if not ours else 'MISSED'} longest gap, without waiting for a processor: "
        f"{max((gap.own for gap in gaps), default=0) * 1000:.0f} ms, at most {GOAL * 1000:.0f}\n"
        f"peak of resident memory: {peak / 1024:.0f} MB, and {times.get('child', 0) / 1024:.0f} MB of the process that "
        f"looks at hosts; objects known to the collector: {len(gc.get_objects())}",
        flush=True,
    )
    return int(bool(ours))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hosts", type=int, default=100)
    parser.add_argument("--guests", type=int, default=200, help="on each host")
    parser.add_argument("--megabytes", type=int, default=8, help="of evidence about the guests of a host")
    parser.add_argument("--top", type=int, default=15, help="so many of the longest gaps are printed")
    parser.add_argument("--no-start", action="store_true", help="leave out start to first window")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the servers end too
    with tempfile.TemporaryDirectory(prefix="bartizan-ui-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        isolate(folder)
        syncs = sync_time(folder)
        print(f"a synced write: median {syncs[SYNCS // 2] * 1000:.1f} ms, longest {syncs[-1] * 1000:.1f} ms")
        status = audit(folder, given)
    if not given.no_start:
        status |= subprocess.run([sys.executable, ROOT / "benchmarks" / "start.py", "5"], check=False).returncode
    return status


if __name__ == "__main__":
    sys.exit(main())
