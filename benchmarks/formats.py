"""What each format of a report costs beside the JSON, from a stored audit of many hosts with guests by the hundred.

    python benchmarks/formats.py [--hosts 100] [--guests 200] [--megabytes 8] [--audit FILE] [FORMAT...]

Each is written by a process of its own, which opens the audit first; time and memory are those of the whole process.
Goals for what other programs and browsers read: no file larger than the JSON, and no process over a gigabyte of memory.
Exit status 1 if one is missed. ``--audit`` keeps the audit that was built under that name, and takes it the next time.
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from ui_stored import build  # noqa: E402 - after the path is set

from app.audit import Audit  # noqa: E402 - the same
from app.benchmark.load import load  # noqa: E402 - the same
from app.report.formats import FORMATS  # noqa: E402 - the same

BESIDE = ("csv", "html", "xccdf", "hdf", "ckl", "cklb", "oscal")

MOST = 1 << 30  # bytes


@dataclass(frozen=True)
class Cost:
    """What a format took."""

    seconds: float
    memory: int  # bytes at the most
    size: int  # bytes of the file


def cost(name: str, audit: Path, folder: Path) -> Cost:
    """Write one format in a child process; SystemExit if it fails."""
    out = folder / f"report.{name}"
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            opened = Audit.open(audit, load([ROOT / "checks"]), readonly=True)
            FORMATS[name](opened.document(), out)
            opened.close()
            status = 0
        finally:
            os._exit(status)
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{name} was not written")
    found = Cost(time.perf_counter() - start, used.ru_maxrss << 10, out.stat().st_size)
    out.unlink()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hosts", type=int, default=100)
    parser.add_argument("--guests", type=int, default=200, help="on each host")
    parser.add_argument("--megabytes", type=int, default=8, help="of evidence about the guests of a host")
    parser.add_argument("--audit", type=Path, help="keep the audit that is built, or take it if it is there")
    parser.add_argument("formats", nargs="*", default=BESIDE)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bartizan-formats-") as name:
        folder = Path(name)
        stored: Path = given.audit or folder / "stored.bartizan"
        if not stored.is_file():
            building = os.fork()  # its memory is not to be taken for that of a format
            if building == 0:
                build(stored, load([ROOT / "checks"]), given.hosts, given.guests, given.megabytes << 20)
                os._exit(0)
            os.waitpid(building, 0)
        print(f"{'':8}{'seconds':>10}{'memory':>12}{'file':>12}")
        costs = {}
        for one in ("json", *given.formats):
            costs[one] = cost(one, stored, folder)
            found = costs[one]
            print(
                f"{one:8}{found.seconds:10.1f}{found.memory / 2**20:8.0f} MiB{found.size / 2**20:8.1f} MiB", flush=True
            )
    json = costs.pop("json")
    missed = [one for one, found in costs.items() if found.size > json.size or found.memory > json.memory]
    print(
        f"{'MISSED' if missed else 'met   '} no larger than the JSON and no more memory: {', '.join(missed) or 'all'}"
    )
    return bool(missed)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main())
