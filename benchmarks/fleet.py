"""Many hosts at once: Bartizan against OpenSSH, GNU parallel, ssh2-python and bare paramiko, interleaved in one run.

    python benchmarks/fleet.py [--rounds 20] [--sizes 1 10 50 100] [--real-rounds 3] [--real-sizes 1 10]

Each host is an OpenSSH server of its own on loopback, with a port and an Ed25519 host key of its own, that accepts any
number of connections that are not yet logged in. Every way runs the very same script in one shell on each host, 16
hosts at a time, checks the host's key, and logs in with one private key:
  bartizan   the program's runner, look and evidence; with the real batch the whole `bartizan audit`, store included
  paramiko   bare paramiko in 16 threads           } in a process of its own (fleet_*.py);
  ssh2       ssh2-python in 16 threads             } the clock runs once everything is imported
  xargs      `xargs -P16 ssh` with the curve25519 key exchange; the whole command is measured
  parallel   `parallel -j16 ssh`, the same
The first round of each size isn't timed: it warms caches and is when memory is watched (the peak of resident memory of
all processes of a way; of that, what no other process shares). Processor time is that of the way and what it started,
never of the servers. Goals, with the nearly empty batch at 50 and 100 hosts: wall time at most 1.8 times ssh2-python
(aim 1.4), processor time at most twice bare paramiko, memory at 100 hosts at most 1.5 times that at one, and no
connection dropped. ssh2-python is no part of the program: it is installed into a virtual environment in the cache.
"""

import argparse
import os
import signal
import statistics
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "unit")]

from fleet_content import nearly_nothing  # noqa: E402 - after the path is set
from fleet_ways import Batch, Fleet, Run  # noqa: E402

from app.benchmark.load import load  # noqa: E402

WALL, CPU, MEMORY = 1.8, 2.0, 1.5
JUDGED = (50, 100)


@dataclass
class Measured:
    """All runs of one way with so many hosts; ``first`` is the one whose memory was watched."""

    first: Run
    runs: list[Run] = field(default_factory=list)

    @property
    def wall(self) -> float:
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        return statistics.median(run.cpu for run in self.runs)

    @property
    def dropped(self) -> list[str]:
        return [said for run in (self.first, *self.runs) for said in run.wrong]


Table = dict[tuple[int, str], Measured]


def measure(fleet: Fleet, batch: Batch, sizes: Iterable[int], rounds: int) -> Table:
    """Every way with every number of hosts, one after the other in each round, forwards and backwards in turn."""
    ways = fleet.ways(batch)
    table: Table = {}
    for size in sizes:
        for name, ask in ways.items():
            with fleet.watching():
                table[size, name] = Measured(ask(size))
        for number in range(rounds):
            for name in list(ways)[:: 1 if number % 2 else -1]:
                table[size, name].runs.append(ways[name](size))
        show_size(batch, table, size)
    return table


def show_size(batch: Batch, table: Table, size: int) -> None:
    rounds = len(table[size, "bartizan"].runs)
    print(
        f"\n{size} {'host' if size == 1 else 'hosts'}, {batch.name} batch, {rounds} rounds, "
        f"load {os.getloadavg()[0]:.1f}\n"
        f"  {'way':9} {'wall ms (least..most)':>24} {'hosts/s':>8} {'cpu ms/host (least..most)':>27} "
        f"{'resident':>9} {'own':>9} {'dropped':>8}   Bartizan's wall, cpu to it"
    )
    ours = table[size, "bartizan"]
    for (hosts, name), found in table.items():
        if hosts != size:
            continue
        walls = [run.wall * 1000 for run in found.runs]
        cpus = [run.cpu * 1000 / size for run in found.runs]
        memory = f"{found.first.resident / 1024:6.0f} MB {found.first.own / 1024:6.0f} MB"
        print(
            f"  {name:9} {found.wall * 1000:10.0f} ({min(walls):5.0f}..{max(walls):5.0f}) {size / found.wall:8.1f} "
            f"{found.cpu * 1000 / size:12.1f} ({min(cpus):5.1f}..{max(cpus):5.1f}) "
            f"{memory} {len(found.dropped):8}   {ours.wall / found.wall:.2f}, {ours.cpu / found.cpu:.2f}",
            flush=True,
        )
        for said in sorted(set(found.dropped))[:3]:
            print(f"      {said}")


def judge(table: Table) -> bool:
    """Print each goal and whether it is met; True if all are. Ratios are of medians over the rounds."""
    sizes = sorted({size for size, _ in table})
    met = True

    def goal(text: str, value: float, limit: float, aim: str = "") -> None:
        nonlocal met
        met &= value <= limit
        print(f"  {'met   ' if value <= limit else 'MISSED'} {text}: {value:.2f}, at most {limit:g}{aim}")

    print("\ngoals, nearly empty batch:")
    for size in (size for size in sizes if size in JUDGED):
        ours = table[size, "bartizan"]
        if (size, "ssh2") in table:
            goal(f"{size} hosts, wall time to ssh2-python", ours.wall / table[size, "ssh2"].wall, WALL, " (aim 1.4)")
        else:
            met = False
        goal(f"{size} hosts, processor time to bare paramiko", ours.cpu / table[size, "paramiko"].cpu, CPU)
    if {1, 100} <= set(sizes):
        one, hundred = (table[size, "bartizan"].first.resident for size in (1, 100))
        goal("resident memory at 100 hosts to one", hundred / one, MEMORY)
    rounds = len(table[sizes[0], "bartizan"].runs)
    dropped = sum(len(table[size, "bartizan"].dropped) for size in sizes)
    goal(f"dropped connections in {rounds} rounds of {', '.join(map(str, sizes))} hosts", dropped, 0)
    return met


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=20, help="with the nearly empty batch; 0 for none")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 50, 100])
    parser.add_argument("--real-rounds", type=int, default=3, help="with the real batch; 0 for none")
    parser.add_argument(
        "--real-sizes", type=int, nargs="+", default=[1, 10], help="all these hosts are this machine: 100 take it long"
    )
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the servers end too
    met = True
    with tempfile.TemporaryDirectory(prefix="bartizan-fleet-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        fleet = Fleet(folder, max(*given.sizes, *given.real_sizes))
        try:
            print(f"{os.cpu_count()} processors, {len(fleet.servers)} servers")
            if given.rounds:
                small = Batch(folder, "nearly empty", nearly_nothing(), real=False)
                met = judge(measure(fleet, small, given.sizes, given.rounds))
            if given.real_rounds:
                real = Batch(folder, "real", load([ROOT / "checks"]), real=True)
                print(f"\nreal batch: {real.probes} probes, {len(real.script)} bytes")
                measure(fleet, real, given.real_sizes, given.real_rounds)
                print(f"\nthe audit file of {max(given.real_sizes)} hosts: {fleet.saved / 1e6:.1f} MB")
        finally:
            fleet.stop()
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
