"""Change one byte of a stored audit at many random places, and count what verify says.

Each change is either found, or proved to have no meaning: every row of the file and its marks read the same as
before. Anything else is missed, and the exit status is 1.
"""

import argparse
import random
import sqlite3
import sys
import tempfile
from contextlib import closing, suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "unit"))

import store_sample as sample

from app.errors import StoreError
from app.model import Result
from app.store.auditfile import AuditFile
from app.store.verify import verify


def build(path: Path, chooser: random.Random) -> None:
    """An audit with everything in it: small and large content, long ledger, inner pages of the tables' trees."""
    sample.small_audit(path)
    with AuditFile.open(path, clock=sample.ticking()) as audit:
        for run in range(3):
            answers = [sample.answer(audit, f"4.{number}-a", remark="ü" * number) for number in range(60)]
            audit.review([one.id for one in answers[::3]], accept=True, by="B. Example", remark="seen")
            output = chooser.randbytes(20_000) + b"line\n" * 3000 + bytes([run])
            evidence = [sample.evidence(f"probe{number}", output=output[number * 900 :]) for number in range(30)]
            results = [sample.result(f"4.{number}-a", measured=Result.PASS) for number in range(100)]
            audit.record(sample.state(), evidence, results)


def meaning(path: Path) -> object:
    """Everything that SQLite can read from the file."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        tables = [
            database.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid").fetchall()
            for table in ("entry", "content")
        ]
        marks = [
            database.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version", "encoding")
        ]
        return tables, marks, database.execute("SELECT * FROM sqlite_master").fetchall()


def use(path: Path) -> None:
    """Open a changed audit as the program does: a StoreError is an answer, anything else ends this program."""
    with suppress(StoreError), AuditFile.open(path, readonly=True) as audit:
        audit.states(), sample.standing(audit), audit.overrides(), dict(audit.evidence()), audit.history()


def outcome(path: Path, before: object) -> str:
    use(path)
    try:
        if not verify(path).whole:
            return "found"
    except StoreError:
        return "found"
    return "without meaning" if meaning(path) == before else "MISSED"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=None)
    given = parser.parse_args()
    seed = random.randrange(1 << 32) if given.seed is None else given.seed
    chooser = random.Random(seed)
    counts = {"found": 0, "without meaning": 0, "MISSED": 0}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.bartizan"
        build(path, chooser)
        before = meaning(path)
        size = path.stat().st_size
        # The first page holds the header, where most bytes mean something else: a fifth of the changes go there.
        places = [chooser.randrange(4096 if number % 5 == 0 else size) for number in range(given.places)]
        with path.open("r+b", buffering=0) as file:
            for place in places:
                file.seek(place)
                byte = file.read(1)[0]
                file.seek(place)
                file.write(bytes([byte ^ chooser.randrange(1, 256)]))
                said = outcome(path, before)
                counts[said] += 1
                if said == "MISSED":
                    print(f"MISSED at byte {place}")
                file.seek(place)
                file.write(bytes([byte]))
        whole = verify(path).whole
    print(
        f"{size} bytes, seed {seed}, {given.places} changes: " + ", ".join(f"{n} {said}" for said, n in counts.items())
    )
    return 0 if whole and not counts["MISSED"] else 1


if __name__ == "__main__":
    sys.exit(main())
