"""What the audit file costs: a late answer against an early one, and opening against bare sqlite3, side by side.

Goals: the 10,000th answer takes at most 1.2 times the 10th; opening an audit of 100 hosts takes under 1.5 times reading
all rows of the same file with sqlite3. Exit status 1 if one is missed. Opening is measured up to head, hosts and their
states; results are decoded when they are first asked for, which the wizard does at once, and aren't in that figure.
"""

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "unit"))

import store_sample as sample

from app.model import OverrideKind, Result, RuleResult, Target
from app.overrides import Answer
from app.store.auditfile import AuditFile
from app.store.verify import verify

ITEMS, PROBES, SUBJECTS = 150, 120, 3


def many(count: int, first: int = 0) -> list[Answer]:
    return [
        Answer(
            OverrideKind.SIGNOFF, f"4.{number % ITEMS}-a", f"hv{number % 100}", Result.FAIL, Result.PASS,
            "A. Example", "administrator", "Seen on the day of the audit, see the ticket of the change.",
        )
        for number in range(first, first + count)
    ]  # fmt: skip


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def answers(folder: Path, rounds: int) -> float:
    """Milliseconds of an answer around the 10th and around the 10,000th, in turns so that both see the same disk."""
    early: list[float] = []
    late: list[float] = []
    with AuditFile.create(folder / "long.bartizan", sample.INFO) as long:
        long.add_overrides(many(9_990))
        for turn in range(rounds):
            with AuditFile.create(folder / f"short{turn}.bartizan", sample.INFO) as short:
                short.add_overrides(many(5))
                for number in range(10):
                    early.append(timed(partial(short.add_overrides, many(1, number))))
                    late.append(timed(partial(long.add_overrides, many(1, number))))
    first, last = statistics.median(early), statistics.median(late)
    print(f"an answer, median of {len(early)}:")
    print(f"  around the 10th           {first:8.2f} ms")
    print(f"  around the 10,000th       {last:8.2f} ms: {last / first:.2f} (goal 1.2)")
    return last / first


def judged(item: str, target: str, chooser: random.Random) -> RuleResult:
    whole = sample.result(item, target, chooser.choice([Result.PASS, Result.FAIL]))
    checks = (replace(whole.checks[0], subject=f"vm{number}", actual=f"value {number}") for number in range(SUBJECTS))
    return replace(whole, checks=tuple(checks))


def build(path: Path, hosts: int) -> None:
    """An audit as a hundred hosts give it: outputs of all sizes, most of them alike on every host."""
    chooser = random.Random(1)
    common = [bytes(chooser.choices(b"abcdefgh =\n/", k=chooser.randrange(200, 9000))) for _ in range(PROBES)]
    targets = [Target(f"hv{number}", address=f"192.0.2.{number}") for number in range(hosts)]
    with AuditFile.create(path, sample.INFO, targets) as audit:
        audit.start_run([target.name for target in targets], "guideline", "1", "d")
        for target in targets:
            evidence = [
                sample.evidence(
                    f"probe{number}", target.name, common[number] + (target.name.encode() if number % 3 else b"")
                )
                for number in range(PROBES)
            ]
            results = [judged(f"4.{number}-a", target.name, chooser) for number in range(ITEMS)]
            facts = {"guests": [{"name": f"vm{number}", "uuid": chooser.randbytes(16).hex()} for number in range(20)]}
            audit.record(sample.state(target, facts=facts), evidence, results)
        audit.finish_run()
        audit.add_overrides(many(2_000))


def bare(path: Path) -> int:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        return sum(len(database.execute(f"SELECT * FROM {table}").fetchall()) for table in ("entry", "content"))


def opened(path: Path) -> None:
    with AuditFile.open(path) as audit:
        assert len(audit.states()) == len(audit.targets)


def everything(path: Path) -> None:
    with AuditFile.open(path) as audit:
        assert audit.states()
        assert audit.results()
        assert audit.overrides()


def opening(path: Path, rounds: int) -> float:
    """Milliseconds of opening, in turns with reading every row of the same file with nothing but sqlite3."""
    times: dict[str, list[float]] = {"bare": [], "open": [], "all": [], "verify": []}
    for _ in range(rounds):
        times["bare"].append(timed(lambda: bare(path)))
        times["open"].append(timed(lambda: opened(path)))
        times["all"].append(timed(lambda: everything(path)))
    times["verify"].append(timed(lambda: verify(path)))
    best = {name: statistics.median(measured) for name, measured in times.items()}
    ratio = best["open"] / best["bare"]
    print(f"100 hosts, {path.stat().st_size / 1e6:.1f} MB, median of {rounds}:")
    print(f"  all rows with sqlite3     {best['bare']:8.1f} ms")
    print(f"  open, states              {best['open']:8.1f} ms: {ratio:.2f} (goal 1.5)")
    print(f"  and all results, answers  {best['all']:8.1f} ms: {best['all'] / best['bare']:.2f}")
    print(f"  verify                    {best['verify']:8.1f} ms")
    return ratio


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        late = answers(Path(name), given.rounds)
        path = Path(name) / "hosts.bartizan"
        build(path, 100)
        ratio = opening(path, given.rounds)
    return 0 if late <= 1.2 and ratio < 1.5 else 1


if __name__ == "__main__":
    sys.exit(main())
