"""Whether the wizard ever blocks with a large audit open: a heartbeat of its GUI thread, with a person at work in it.

    python benchmarks/ui_open.py [--hosts 100] [--guests 200] [--megabytes 8] [--rounds 1] [--top 15] [--audit FILE]

As benchmarks/ui.py, without hosts and without a run: a stored audit (ui_stored.py) is opened offscreen as a person does
it, from the list of recent audits, and everything is done in it that a person does (ui_person.py). The longest gap of
each thing is told; what only waited for a processor is left out. Goal: nothing over 50 ms. ``--audit`` keeps the audit
that was built under that name, and takes it from there the next time.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from ui_heart import GOAL, Gap, Heart, isolate, table  # noqa: E402 - after the path is set

LIMIT = 1800  # seconds until a walk that doesn't end is given up


def work(folder: Path, given: argparse.Namespace) -> int:
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - after the environment is set
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same
    from ui_person import Person  # noqa: PLC0415 - the same
    from ui_stored import build  # noqa: PLC0415 - the same

    from app.benchmark.load import load  # noqa: PLC0415 - the same
    from ui.main import make_window, start  # noqa: PLC0415 - the same

    stored: Path = given.audit or folder / "stored.bartizan"
    if not stored.is_file():
        build(stored, load([ROOT / "checks"]), given.hosts, given.guests, given.megabytes << 20)
    path = folder / "fleet.bartizan"
    shutil.copyfile(stored, path)
    bugs: list[BaseException] = []
    app = QApplication(["bartizan", "-style", "fusion"])
    window = make_window(app)
    window.show()
    workspace = start(window, [])
    workspace.settings.add_recent(path)
    workspace.bug.connect(bugs.append)
    heart = Heart(told=given.verbose)
    person = Person(window, heart, lambda: person.rounds < given.rounds, app.quit)

    def begin() -> None:
        person.open(path)
        person.start()

    heart.start()
    QTimer.singleShot(3000, begin)  # a person looks at the Start page first
    QTimer.singleShot(LIMIT * 1000, app.quit)
    app.exec()
    heart.stop()
    status = tell(heart.gaps, person, given.top)
    print(f"  bugs: {bugs}")
    workspace.shut_down()
    workspace.bridge.close()
    workspace.close_audit_quietly()
    return status or bool(bugs)


def tell(gaps: list[Gap], person: "object", top: int) -> int:
    """Print the longest gap of each thing that was done; 1 if the goal was missed."""
    worst: dict[str, Gap] = {}
    for gap in gaps:
        known = worst.get(gap.doing)
        if known is None or gap.own > known.own:
            worst[gap.doing] = gap
    late = sum(gap.own > GOAL for gap in gaps)
    longest = max((gap.own for gap in gaps), default=0)
    print(table(sorted(worst.values(), key=lambda gap: gap.own, reverse=True)[:top]))
    print(
        f"{person.deeds} things done in {person.rounds} rounds; gaps over {GOAL * 1000:.0f} ms: {late}\n"  # type: ignore[attr-defined]  # a Person
        f"  {'MISSED' if late else 'met   '} longest gap, without waiting for a processor: {longest * 1000:.0f} ms, "
        f"at most {GOAL * 1000:.0f}",
        flush=True,
    )
    return int(bool(late))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hosts", type=int, default=100)
    parser.add_argument("--guests", type=int, default=200, help="on each host")
    parser.add_argument("--megabytes", type=int, default=8, help="of evidence about the guests of a host")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--top", type=int, default=15, help="so many things with the longest gaps are printed")
    parser.add_argument("--verbose", action="store_true", help="tell each thing that is done, and each gap")
    parser.add_argument("--audit", type=Path, help="keep the audit that is built, or take it if it is there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bartizan-ui-") as name:
        isolate(Path(name))
        return work(Path(name), given)


if __name__ == "__main__":
    sys.exit(main())
