"""Kill a program with SIGKILL at random moments while it writes audits, and count what was lost.

A child process creates audits, records targets, answers, reviews, signs and opens revisions, and says each time what
has been acknowledged to it. After the kill everything that it said must be in the file, and every file must open,
verify as whole, show a cut-off run as interrupted, and take further answers. Another child writes reports of every kind
until it is killed; whatever stands under a final name then must open and be whole. The third part kills the program
itself, each of its commands that write, on audits of this computer and of an SSH server. The last cuts the power after
every system call of some commands, as strace records them, on a model of the disk. The exit status is 1 if anything is
lost.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kill_kinds import Kind
    from kill_program import Scene

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "unit"))

import store_sample as sample

from app.errors import StoreError
from app.store.auditfile import AuditFile
from app.store.connection import half_written
from app.store.verify import verify


def work(folder: Path, seed: int, say: int) -> None:
    """What the child does until it is killed: one line to ``say`` after each call that came back."""
    chooser = random.Random(seed)
    for number in range(1 << 30):
        path = folder / f"{number}.bartizan"
        with AuditFile.create(path, sample.INFO, [sample.HV1]) as audit:
            _said(say, file=number, kind="created", seal=audit.seal)
            for _ in range(chooser.randrange(1, 12)):
                _step(audit, chooser, number, say)


def _step(audit: AuditFile, chooser: random.Random, number: int, say: int) -> None:
    what = chooser.choice(["answer", "answer", "look", "review", "attach", "sign"])
    if audit.info.state == "signed":
        signed = audit.seal
        audit.start_revision(by="A. Example", remark="one more")
        _said(say, file=number, kind="revise", signed=signed, seal=audit.seal)
    if what == "sign":
        audit.set_state("signed", by="C. Example", role="head", remark="read and agreed")
        _said(say, file=number, kind=what, seal=audit.seal)
    elif what == "answer":
        made = sample.answer(audit, remark=chooser.randbytes(chooser.randrange(3000)).hex())
        _said(say, file=number, kind=what, id=made.id, remark=made.remark, seal=audit.seal)
    elif what == "look":
        audit.start_run(["hv1"], "guideline", "1", "d")
        _said(say, file=number, kind="run", running=True, seal=audit.seal)
        output = chooser.randbytes(chooser.randrange(200_000))
        audit.record(sample.state(), [sample.evidence(output=output)], [sample.result()])
        _said(say, file=number, kind=what, size=len(output), seal=audit.seal)
        audit.finish_run()
        _said(say, file=number, kind="run", running=False, seal=audit.seal)
    elif what == "review" and audit.overrides():
        last = audit.overrides()[-1]
        audit.review([last.id], accept=True, by="B. Example", remark="seen")
        _said(say, file=number, kind=what, id=last.id, seal=audit.seal)
    elif what == "attach":
        data = chooser.randbytes(chooser.randrange(50_000))
        _said(say, file=number, kind=what, sha256=sample.attach(audit, "a", data).sha256, seal=audit.seal)


def _said(say: int, **what: object) -> None:
    os.write(say, json.dumps(what).encode() + b"\n")


def killed(folder: Path, seed: int, delay: float) -> list[dict[str, object]]:
    """Let a child work for ``delay`` seconds, kill it, and return what was acknowledged to it."""
    listen, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(listen)
        try:
            work(folder, seed, say)
        finally:
            os._exit(3)  # only a fault gets here
    os.close(say)
    os.set_blocking(listen, False)
    heard, end = b"", time.monotonic() + delay
    while time.monotonic() < end:  # a full pipe would stop the child
        heard += _heard(listen)
        time.sleep(0.0005)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("the child failed before it was killed")
    heard += _heard(listen)
    os.close(listen)
    return [json.loads(line) for line in heard.splitlines()]  # a line is written in one go: none is torn


def _heard(listen: int) -> bytes:
    heard = b""
    try:
        while data := os.read(listen, 1 << 20):
            heard += data
    except BlockingIOError:
        pass
    return heard


def lost(folder: Path, said: list[dict[str, object]]) -> list[str]:
    """Every way in which the files fall short of what was said."""
    faults = []
    for path in sorted(folder.glob("*.bartizan")):
        mine = [one for one in said if f"{one['file']}.bartizan" == path.name]
        try:
            faults += [f"{path.name}: {fault}" for fault in _short(path, mine)]
        except StoreError as error:
            faults.append(f"doesn't open: {error}")
    missing = {one["file"] for one in said if not (folder / f"{one['file']}.bartizan").exists()}
    return faults + [f"{number}.bartizan doesn't exist" for number in missing]


def _short(path: Path, said: list[dict[str, object]]) -> list[str]:
    faults = []
    found = verify(path)
    if not found.whole:
        faults.append(f"not whole: {found.problem}")
    with AuditFile.open(path) as audit:
        if audit.readonly:
            faults.append(f"read-only: {audit.readonly_reason}")
        for one in said:
            if not verify(path, str(one["seal"])).problem.startswith(f"{path} is whole") and one["seal"] != audit.seal:
                faults.append(f"the seal after {one['kind']} is gone")
            if not _kept(audit, one):
                faults.append(f"{one['kind']} {one.get('id', '')} is gone or differs")
        runs = [line.kind for line in audit.history() if line.kind.startswith("run-")]
        if audit.interrupted is not (runs[-1:] == ["run-started"]):
            faults.append("a cut-off run isn't told from a finished one")
        before = len(audit.overrides())
        if audit.info.state == "signed":
            audit.start_revision(by="A. Example", remark="goes on")
        sample.answer(audit)
        if len(audit.overrides()) != before + 1:
            faults.append("takes no further answer")
    return faults


def _kept(audit: AuditFile, one: dict[str, object]) -> bool:
    """Whether the audit holds what was acknowledged."""
    match one["kind"]:
        case "answer":
            return any(given.id == one["id"] and given.remark == one["remark"] for given in audit.overrides())
        case "review":
            return any(given.id == one["id"] and given.review == "accepted" for given in audit.overrides())
        case "attach":
            return audit.attachment(str(one["sha256"])) is not None  # raises where it isn't what it was
        case "look":
            return audit.evidence()["hv1/sshd"].output is not None  # raises too
        case "sign":
            return one["seal"] in (*audit.predecessors, audit.seal)
        case "revise":
            return one["signed"] in audit.predecessors
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--exports", type=int, default=200, help="kills of a child that writes reports")
    parser.add_argument("--program", type=int, default=200, help="kills of the program's commands")
    parser.add_argument("--cuts", type=int, default=3, help="power cuts after each call of a command; 0: none")
    parser.add_argument("--only", action="append", help="of the commands, those with this word in their name")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--longest", type=float, default=0.15, help="seconds that a child may work")
    given = parser.parse_args()
    seed = random.randrange(1 << 32) if given.seed is None else given.seed
    chooser = random.Random(seed)
    spoilt = _exports(given.exports, seed, chooser) if given.exports else 0
    spoilt += _program(given.program, given.cuts, seed, given.only or ()) if given.program or given.cuts else 0
    if not given.kills:
        return 1 if spoilt else 0
    said = files = cut = bad = 0
    for number in range(given.kills):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            heard = killed(folder, seed + number, chooser.uniform(0.003, given.longest))
            cut += sum(half_written(path) for path in folder.glob("*.bartizan"))
            faults = lost(folder, heard)
            said += len(heard)
            files += len(list(folder.glob("*.bartizan")))
            bad += len(faults)
            for fault in faults:
                print(f"LOST after kill {number + 1}: {fault}")
    print(f"{given.kills} kills, seed {seed}, {cut} of them in the middle of a transaction:")
    print(f"{said} acknowledged entries in {files} files, {bad} lost")
    return 1 if bad or spoilt or not said else 0


def _exports(kills: int, seed: int, chooser: random.Random) -> int:
    """Kill exports; the number of files that don't open."""
    import kill_export  # noqa: PLC0415 - the renderer costs half a second, which the ledger's kills don't need

    whole = parts = spoilt = 0
    with tempfile.TemporaryDirectory() as name:
        scan = kill_export.prepared(Path(name))
    for number in range(kills):
        with tempfile.TemporaryDirectory() as name:
            kill_export.killed(scan, Path(name), seed + number, chooser.uniform(0.01, 1.5))
            parts += len(list(Path(name).glob(".report.*.part")))
            for path, problem in kill_export.broken(Path(name)):
                whole += not problem
                spoilt += bool(problem)
                if problem:
                    print(f"BROKEN after kill {number + 1}: {path.name} {problem}")
    print(f"{kills} kills of exports, {parts} of them in the middle of a file or folder:")
    print(f"{whole} reports and folders that open, {spoilt} that don't")
    return spoilt


def _program(kills: int, cuts: int, seed: int, only: Sequence[str]) -> int:
    """Kill the program and cut its power; the number of faults, or one where nothing was acknowledged."""
    import kill_kinds  # noqa: PLC0415 - as above
    import kill_program  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory() as name:
        scene = kill_program.Scene(Path(name))
        try:
            kinds = [
                one for one in kill_kinds.kinds(ssh=scene.ssh) if not only or any(word in one.name for word in only)
            ]
            faults = _killed(scene, kinds, kills, seed) if kills else 0
            return faults + (_cut(scene, kinds, cuts, seed) if cuts else 0)
        finally:
            scene.close()


def _killed(scene: "Scene", kinds: "Sequence[Kind]", kills: int, seed: int) -> int:
    import kill_program  # noqa: PLC0415 - as above

    outcomes = kill_program.many(scene, kinds, kills, seed)
    for one in outcomes:
        for fault in (*one.lost, *one.broken, *one.stuck):
            print(f"FAULT after {'a kill' if one.killed else 'the end'} of {one.kind}: {fault}")
    print(f"the program itself, seed {seed}; {sum(not one.killed for one in outcomes)} tries ended before a kill:")
    print(kill_program.table(outcomes))
    counts = kill_program.counted(outcomes)
    return sum(counts[3:]) or int(not counts[2] or counts[0] < kills)


def _cut(scene: "Scene", kinds: "Sequence[Kind]", cuts: int, seed: int) -> int:
    import kill_power  # noqa: PLC0415 - as above

    if not kill_power.can_trace():
        print("no power was cut: strace isn't installed, or may not trace here; --cuts 0 leaves that out")
        return 1
    found = kill_power.many(scene, [one for one in kinds if one.name in kill_power.KINDS], seed, cuts)
    for one in found:
        for fault in one.faults:
            print(f"FAULT of {one.kind} {fault}")
    if found:
        print(f"power cuts after every call, seed {seed}:")
        print(kill_power.table(found))
    return sum(len(one.faults) for one in found)


if __name__ == "__main__":
    sys.exit(main())
