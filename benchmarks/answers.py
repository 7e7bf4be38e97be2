"""What answers in bulk cost in a large audit: given, undone, reviewed and counted while a person waits.

    .venv/bin/python benchmarks/answers.py [--hosts 100] [--guests 20] [--given 5000] [--places 400] [--rounds 5]
    .venv/bin/python benchmarks/answers.py --profile "answer"

All of it is done within one turn of the wizard's screen, which must not be held for more than 50 ms. Goal: at most
35 ms of the processor for each, the rest is for the screen to show it. Exit status 1 if one is missed. Beside the large
audit stands one of a quarter of its hosts and answers: what costs the same in both grows with what is done, not with
the audit.

Each round takes a fresh copy of a stored audit, so that each sees the same. Times are of the processor, since other
programs on the machine would show in the others; the median of the rounds is told, of what is done in turns the
longest. The garbage collector rests, as it does in the wizard. ``--profile`` tells what the operations that begin so
call.
"""

import argparse
import cProfile
import gc
import pstats
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from ui_stored import build  # noqa: E402 - after the path is set

from app.answers import withdrawal  # noqa: E402 - the same
from app.audit import Audit, new_info  # noqa: E402 - the same
from app.benchmark.load import load  # noqa: E402 - the same
from app.model import Reason, Result, Role, Target  # noqa: E402 - the same
from app.record import OverrideKind  # noqa: E402 - the same
from app.screen.undoing import Deed, Place, deeds, restore  # noqa: E402 - the same
from app.store.encoded import Encoded, encode_look  # noqa: E402 - the same

GOAL = 35  # milliseconds
SLICE = 0.008  # seconds of making findings ahead, as the wizard takes them
PART = 4  # the small audit is that part of the large one
WAITING = 2, 5  # that share of the answers is accepted at once
BENCHMARK = load([ROOT / "checks"])
SECOND = "Alan Turing"  # the person who reviews
ADA = {"by": "Ada Lovelace", "role": "administrator"}
SAID = {**ADA, "remark": "Seen on the day of the audit, see the ticket of the change.", "expires": None}

Steps = Iterator[tuple[str, Callable[[], object]]]


@dataclass(frozen=True)
class Stored:
    """An audit with answers, an earlier one whose answers can be carried over into it, and some places."""

    path: Path
    earlier: Path
    places: list[Place]  # where a person may answer and nobody has


def stored(folder: Path, given: argparse.Namespace, part: int) -> Stored:
    """That part of what is wanted."""
    path, old = folder / f"{part}.bartizan", folder / f"{part}-earlier.bartizan"
    build(path, BENCHMARK, given.hosts // part, given.guests, 1 << 18)
    audit = Audit.open(path, BENCHMARK)
    asked = [
        (one.measured.item, one.measured.target)
        for one in audit.findings()
        if one.measured.reason is Reason.AWAITING_SIGNOFF and not one.overrides
    ]
    places, rest = asked[: given.places], asked[given.places :]
    more = islice(cycle(rest), given.given // part - len(audit.overrides()))  # the later ones replace the first
    signed = (OverrideKind.SIGNOFF, Result.PASS)
    audit.give([audit.draft(*place, *signed, **SAID) for place in more])
    earlier = Audit.create(old, new_info("Earlier"), BENCHMARK, audit.targets)
    earlier.start_run()
    earlier.finish_run()
    earlier.give([earlier.draft(*place, *signed, **SAID) for place in places if place[1]])
    audit.close()
    earlier.close()
    return Stored(path, old, places)


def work(audit: Audit, earlier: Audit, places: list[Place]) -> Steps:
    """What is done, one after the other."""
    waiting = len(audit.overrides()) * WAITING[0] // WAITING[1]
    done: list[Deed] = []

    def answer() -> None:
        before = audit.entries
        audit.give([audit.draft(*place, OverrideKind.SIGNOFF, Result.PASS, **SAID) for place in places])
        done[:] = deeds(audit, before)

    def again(*, forward: bool) -> None:
        wanted = [(one.place, one.after if forward else one.before) for one in done]
        restore(audit, wanted, **ADA, remark="done again" if forward else "undone")

    def take_back() -> None:
        audit.give([withdrawal(audit.finding(*place), **ADA, remark="taken back") for place in places])

    n = len(places)
    yield f"answer {n} places", answer
    yield "counts() after an answer", audit.counts
    yield f"undo {n} answers", lambda: again(forward=False)
    yield f"redo {n} answers", lambda: again(forward=True)
    yield (
        "answer one place",
        lambda: audit.answer([places[0][0]], [places[0][1]], OverrideKind.SIGNOFF, Result.PASS, **SAID),
    )
    yield "submit all", lambda: audit.submit(by=ADA["by"])
    accepted = [one.id for one in audit.overrides() if one.review == "submitted"][:waiting]
    yield f"accept {len(accepted)} answers", lambda: audit.review(accepted, accept=True, by=SECOND, remark="")
    yield f"take back {n} answers", take_back
    yield f"carry over {n} answers", lambda: audit.carry(earlier)
    yield f"confirm {n} answers", lambda: audit.confirm(**ADA, remark="")
    added = Target("added", "192.0.2.200", role=Role.HOST)
    yield "add a host", lambda: audit.set_targets([*audit.targets, added])
    yield "findings() after that", audit.findings
    yield "counts() after that", audit.counts
    audit.set_targets([*audit.targets, replace(added, name="another")])
    yield from _in_turns(audit, "host")
    audit.write(_again(audit, audit.targets[0]))
    yield "take in a look at a host", audit.take_in
    yield "findings() after the look", audit.findings
    yield "counts() after the look", audit.counts
    profile = replace(audit.info.profile, chapters=audit.info.profile.chapters[:-1])
    audit.set_info(replace(audit.info, profile=profile))
    yield from _in_turns(audit, "chapter")


def _in_turns(audit: Audit, what: str) -> Steps:
    """All findings, made as the wizard does it; each turn is told."""
    ready: list[bool] = []

    def some() -> None:
        ends = time.monotonic() + SLICE
        ready.append(audit.ahead(lambda: time.monotonic() < ends))

    while not any(ready):
        yield f"{what}: a turn of findings", some
    yield f"{what}: findings() then", audit.findings


def _again(audit: Audit, target: Target) -> Encoded:
    """Another look at a host: all is as it was, and told in other words."""
    state = next(one for one in audit.states if one.target.name == target.name)
    evidence = [one for one in audit.all_evidence().values() if one.target == target.name]
    measured = [one.measured for one in audit.findings() if one.measured.target == target.name]
    return encode_look(state, evidence, [replace(one, message=f"{one.message} Again.") for one in measured])


def measured(what: Stored, folder: Path, profile: cProfile.Profile | None, wanted: str) -> dict[str, float]:
    """Milliseconds of each operation, in one round."""
    copy = Path(shutil.copyfile(what.path, folder / "copy.bartizan"))
    audit, earlier = Audit.open(copy, BENCHMARK), Audit.open(what.earlier, BENCHMARK, readonly=True)
    audit.findings()
    audit.counts()
    earlier.findings()
    times: dict[str, float] = {}
    gc.collect()
    gc.freeze()
    gc.disable()
    for name, act in work(audit, earlier, what.places):
        if profile is not None and name.startswith(wanted):
            profile.runcall(act)
            continue
        begun = time.process_time()
        act()
        times[name] = max(times.get(name, 0), (time.process_time() - begun) * 1000)
    gc.enable()
    gc.unfreeze()
    audit.close()
    earlier.close()
    copy.unlink()
    return times


def medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hosts", type=int, default=100)
    parser.add_argument("--guests", type=int, default=20)
    parser.add_argument("--given", type=int, default=5000, help="answers that are there already")
    parser.add_argument("--places", type=int, default=400, help="what is answered at once")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", metavar="OPERATION", help="how its name begins in what is printed")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large = stored(folder, given, 1)
        if given.profile is not None:
            profile = cProfile.Profile()
            measured(large, folder, profile, given.profile)
            pstats.Stats(profile).sort_stats("tottime").print_stats(25)
            return 0
        small = stored(folder, given, PART)
        rounds = [(measured(large, folder, None, ""), measured(small, folder, None, "")) for _ in range(given.rounds)]
    found, beside = medians([one for one, _ in rounds]), list(medians([one for _, one in rounds]).values())
    print(f"{given.hosts} hosts with {given.given} answers, beside a quarter of that; milliseconds, goal {GOAL}:")
    for (operation, time_), other in zip(found.items(), beside, strict=True):
        print(f"  {'MISSED' if time_ > GOAL else 'met   '} {operation:28} {time_:8.1f} {other:8.1f}")
    return 0 if max(found.values()) <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
