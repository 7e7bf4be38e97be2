"""What the audit file costs: a late answer against an early one, and opening against bare sqlite3, side by side.

Goals: the 10,000th answer takes at most 1.2 times the 10th; opening an audit of 100 hosts takes under 1.5 times reading
all rows of the same file with sqlite3, with 3 subjects for each item and with 200. Exit status 1 if one is missed.

Opening is what a person waits for until the first screen stands: the chain of entries is checked, and head, hosts, what
was learnt about each, what each answer does and how far every chapter is are known. It leaves out what a later screen
asks for, and that is stated beneath: every finding as the lists show it, every answer in full, and all checks (each
subject of each item), which a report reads and a screen never does. Times are of the processor, since other programs on
the machine would show in the others; with a file that was just read, so neither side waits for a disk.

    .venv/bin/python benchmarks/store.py
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

from app.audit import Audit
from app.benchmark.load import load
from app.model import Mode, Profile, Result, Role, Rule, RuleResult, Scope, Target
from app.overrides import Answer
from app.record import OverrideKind
from app.screen.wizard import progress_of
from app.store.auditfile import AuditFile
from app.store.verify import verify

PROBES, FEW = 120, 3
BENCHMARK = load([Path(__file__).parents[1] / "checks"])
RULES = tuple(rule for rule in BENCHMARK.rules if rule.scope is not Scope.SITE)


def many(count: int, first: int = 0) -> list[Answer]:
    return [
        Answer(
            OverrideKind.SIGNOFF, RULES[number % len(RULES)].id, f"hv{number % 100}", Result.FAIL, Result.PASS,
            "A. Example", "administrator", "Seen on the day of the audit, see the ticket of the change.",
        )
        for number in range(first, first + count)
    ]  # fmt: skip


def timed(act: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    start = clock()
    act()
    return (clock() - start) * 1000


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
                    early.append(timed(partial(short.add_overrides, many(1, number)), time.perf_counter))
                    late.append(timed(partial(long.add_overrides, many(1, number)), time.perf_counter))
    first, last = statistics.median(early), statistics.median(late)
    print(f"an answer, median of {len(early)}:")
    print(f"  around the 10th           {first:8.2f} ms")
    print(f"  around the 10,000th       {last:8.2f} ms: {last / first:.2f} (goal 1.2)")
    return last / first


def judged(rule: Rule, target: str, subjects: int, chooser: random.Random) -> RuleResult:
    """As a host gives it: an item in three has a check for each guest, a person answers one in ten."""
    if rule.mode is Mode.MANUAL:
        return sample.awaiting(rule.id, target)
    whole = sample.result(rule.id, target, chooser.choice([Result.PASS, Result.FAIL]))
    count = subjects if subjects == FEW or chooser.random() < 1 / 3 else 1
    one = replace(whole.checks[0], check=f"libvirt.{rule.id}")
    checks = (
        replace(one, subject=f"vm{number}.{target}", actual=f"value {chooser.randrange(4)}") for number in range(count)
    )
    return replace(whole, checks=tuple(checks))


def described(guests: int, chooser: random.Random) -> bytes:
    """What a host says of its guests: some 4 kB for each, of which little differs."""
    alike = "  <controller type='pci' model='pcie-root-port'/>\n" * 80
    return "".join(
        f"<domain><name>vm{number}</name><uuid>{chooser.randbytes(16).hex()}</uuid>\n{alike}"
        f"<mac address='{chooser.randbytes(6).hex(':')}'/><source file='/srv/{chooser.randbytes(8).hex()}'/></domain>\n"
        for number in range(guests)
    ).encode()


def build(path: Path, hosts: int, subjects: int) -> None:
    """An audit as a hundred hosts give it: outputs of all sizes, most of them alike on every host."""
    chooser = random.Random(1)
    common = [bytes(chooser.choices(b"abcdefgh =\n/", k=chooser.randrange(200, 9000))) for _ in range(PROBES)]
    targets = [Target(f"hv{number}", address=f"192.0.2.{number}", role=Role.HOST) for number in range(hosts)]
    profile = Profile(chapters=tuple(chapter.id for chapter in BENCHMARK.chapters))
    with AuditFile.create(path, replace(sample.INFO, profile=profile), targets) as audit:
        audit.start_run([target.name for target in targets], "guideline", "1", "d")
        for target in targets:
            evidence = [
                sample.evidence(
                    f"probe{number}", target.name, common[number] + (target.name.encode() if number % 3 else b"")
                )
                for number in range(PROBES)
            ]
            evidence.append(sample.evidence("domains", target.name, described(subjects, chooser)))
            results = [judged(rule, target.name, subjects, chooser) for rule in RULES]
            guests = [{"name": f"vm{number}", "uuid": chooser.randbytes(16).hex()} for number in range(subjects)]
            audit.record(sample.state(target, facts={"guests": guests}), evidence, results)
        audit.finish_run()
        audit.add_overrides(many(2_000))


def bare(path: Path) -> int:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        return sum(len(database.execute(f"SELECT * FROM {table}").fetchall()) for table in ("entry", "content"))


def opened(path: Path, hosts: int) -> Audit:
    """Everything that the first screen of an opened audit shows."""
    audit = Audit.open(path, BENCHMARK, readonly=True)
    assert audit.info.state == "open"
    assert len(audit.targets) == len(audit.states) == hosts
    progress = progress_of(audit.counts().values())
    assert sum(one.total for one in progress.values()) > hosts * 100
    return audit


def all_checks(audit: Audit) -> int:
    return sum(1 for finding in audit.findings() for check in finding.measured.checks if check.message)


def opening(path: Path, hosts: int, rounds: int) -> float:
    """How much longer opening takes than reading every row of the same file, both in turns."""
    times: dict[str, list[float]] = {name: [] for name in ("bare", "open", "findings", "answers")}
    for _ in range(rounds):
        times["bare"].append(timed(lambda: bare(path)))
        kept: list[Audit] = []
        times["open"].append(timed(lambda: kept.append(opened(path, hosts))))  # noqa: B023 - called at once
        times["answers"].append(timed(kept[0].overrides))
        times["findings"].append(timed(kept[0].findings))
        kept[0].close()
    with closing(Audit.open(path, BENCHMARK, readonly=True)) as audit:
        assert audit.findings()
        checks = timed(lambda: all_checks(audit))
    best = {name: statistics.median(measured) for name, measured in times.items()}
    ratio = best["open"] / best["bare"]
    print(f"  all rows with sqlite3     {best['bare']:8.1f} ms")
    print(f"  opened, first screen      {best['open']:8.1f} ms: {ratio:.2f} (goal 1.5)")
    print(f"  then answers in full      {best['answers']:8.1f} ms")
    print(f"  then all findings         {best['findings']:8.1f} ms")
    print(f"  then all checks           {checks:8.1f} ms")
    print(f"  verify                    {timed(lambda: verify(path)):8.1f} ms")
    return ratio


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    ratios = []
    with tempfile.TemporaryDirectory() as name:
        late = answers(Path(name), given.rounds)
        for subjects in (FEW, 200):
            path = Path(name) / f"{subjects}.bartizan"
            build(path, 100, subjects)
            print(f"100 hosts, {subjects} subjects, {path.stat().st_size / 1e6:.1f} MB, median of {given.rounds}:")
            ratios.append(opening(path, 100, given.rounds))
    return 0 if late <= 1.2 and max(ratios) < 1.5 else 1


if __name__ == "__main__":
    sys.exit(main())
