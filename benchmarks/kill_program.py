"""The program itself for kill.py: its commands on real audits, each killed with all its children, and what is left.

Two fifths of the kills come anywhere between start and usual end, as many at the moment when a command writes (a
journal that isn't empty, or a file that has no final name yet, is there), and the others as soon as it has printed a
line. What is audited is this computer and, where there is an OpenSSH server, that one on loopback under several names.
"""

import contextlib
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests" / "unit"), str(Path(__file__).parent)]

import form_sample  # noqa: E402 - after the path is set
import kill_left  # noqa: E402 - after the path is set
import sshd_rig  # noqa: E402 - after the path is set
from kill_kinds import ANN, CHAPTER, CHIEF, HOSTS, Kind, answered  # noqa: E402 - the same
from kill_left import AUDIT, Left  # noqa: E402 - the same

from app.store.connection import journal  # noqa: E402 - the same

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.executable).with_name("bartizan")
LONGEST = 120.0  # seconds for a command that nobody kills


class Scene:
    """A folder with prepared audits and files, made by the program itself; ``close`` stops the SSH server."""

    def __init__(self, folder: Path, *, ssh: bool = True) -> None:
        self.folder = folder
        home = folder / "home"
        places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "STATE", "CONFIG", "DATA")}
        self.environment = {
            **os.environ,
            **places,
            "HOME": str(home),
            "BARTIZAN_LANGUAGE": "en",
            "PYTHONPATH": str(ROOT),
        }
        home.mkdir()
        (folder / "plan.bin").write_bytes(random.Random(0).randbytes(400_000))
        (folder / "list.txt").write_text("who may go in\n" * 50)
        self._sshd = sshd_rig.start_sshd(folder / "sshd") if ssh and Path(sshd_rig.SSHD).exists() else None
        self.ssh = self._sshd is not None
        if self._sshd is not None:
            one = f"address: 127.0.0.1, port: {self._sshd.port}, user: {self._sshd.user}"
            keys = f"identity: {self._sshd.key}, known_hosts: {self._sshd.known_hosts}"
            hosts = (f"  - {{name: hv{number}, {one}, {keys}}}\n" for number in range(1, HOSTS + 1))
            (folder / "hosts.yaml").write_text("hosts:\n" + "".join(hosts))

    def close(self) -> None:
        if self._sshd is not None:
            self._sshd.stop()

    def run(self, folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
        """A command that nobody kills."""
        return subprocess.run(
            [PROGRAM, *words], cwd=folder, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
            text=True, timeout=LONGEST, check=False,
        )  # fmt: skip

    def prepare(self, kinds: Sequence[Kind]) -> None:
        """Make the audits and the form that these commands work on."""
        for kind in kinds:
            if kind.base:
                self._base(kind.base)
            for word in kind.words:
                if word in {"measured.bartizan", "answered.bartizan"}:
                    self._base(word.removesuffix(".bartizan"))
            if "filled.pdf" in kind.words:
                self._fill()

    def _base(self, name: str) -> None:
        path = self.folder / f"{name}.bartizan"
        if path.exists():
            return
        if name == "cut":
            self._cut(path)
            return
        before, words = {
            "measured": ("", ("audit", "--local", "--chapter", CHAPTER, "--out", AUDIT)),
            "answered": ("measured", answered("--result", "pass", *ANN, "--remark", "r", "--attach", "list.txt")),
            "submitted": ("answered", ("submit", AUDIT, "--by", "A. Example")),
            "signed": ("answered", ("sign", AUDIT, *CHIEF, "--unreviewed")),
            "carried": ("", ("audit", "--local", "--chapter", CHAPTER, "--out", AUDIT, "--carry", "answered.bartizan")),
        }[name]
        if name == "carried":
            self._base("answered")
        if before:
            self._base(before)
            shutil.copyfile(self.folder / f"{before}.bartizan", self.folder / AUDIT)
        self._must(*words)
        (self.folder / AUDIT).rename(path)

    def _cut(self, path: Path) -> None:
        """A run that was killed when the first of its hosts was done."""
        words = ("audit", "--inventory", "hosts.yaml", "--chapter", CHAPTER, "--jobs", "1", "--out", AUDIT)
        left = kill(self, Kind("", "", words), self.folder / "cut", Moment(line="hv1: done"))
        if not left.killed:
            raise SystemExit("preparing failed: the run that was to be cut off came to its end")
        shutil.move(self.folder / "cut" / AUDIT, path)

    def _fill(self) -> None:
        form = self.folder / "form.pdf"
        if form.exists():
            return
        self._base("measured")
        self._must("report", "measured.bartizan", "--format", "form", "--out", "form.pdf")
        numbers = form_sample.places(form).values()
        form_sample.fill(form, {f"answer-{number}-verdict": "pass" for number in numbers})

    def _must(self, *words: str) -> None:
        ran = self.run(self.folder, *words)
        if ran.returncode > 2:
            raise SystemExit(f"preparing failed: bartizan {' '.join(words)}: {ran.stderr}")


@dataclass(frozen=True)
class Moment:
    """When the kill comes: after so many seconds, at the n-th writing or line and so long after it, or at this line."""

    delay: float = 0.0
    writing: int = 0
    lines: int = 0
    line: str = ""


@dataclass
class Outcome:
    """What a kill left, and what of it isn't as it should be."""

    kind: str
    killed: bool = False
    writing: bool = False  # the kill fell into a transaction or into the writing of a file
    seconds: float = 0.0
    writings: int = 0
    lines: int = 0  # that it had printed
    entries: int = 0  # that it had added
    said: int = 0
    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)


def command(kind: Kind) -> list[str]:
    """The process to be started."""
    if kind.wizard:
        script = str(Path(__file__).with_name("kill_wizard.py"))
        return [sys.executable, "-P", script, *kind.words]  # -P: "ui" is the package here, not the benchmark beside it
    return [str(PROGRAM), *kind.words]


def laid(scene: Scene, kind: Kind, folder: Path) -> None:
    """A new folder with all that a command works on."""
    folder.mkdir()
    for path in scene.folder.iterdir():
        if path.is_file() and path.suffix not in {".json", ".trace"}:
            os.link(path, folder / path.name)  # only read: what is written to is copied
    if kind.base:
        shutil.copyfile(scene.folder / f"{kind.base}.bartizan", folder / AUDIT)


def kill(scene: Scene, kind: Kind, folder: Path, moment: Moment) -> Left:
    """Run a command in a new folder, kill it and all its children at that moment, and look at nothing yet."""
    laid(scene, kind, folder)
    before = kill_left.Before.of(folder, kind.output)
    with (folder / "said").open("wb") as out, (folder / "complained").open("wb") as err:
        process = subprocess.Popen(
            command(kind), cwd=folder, env=scene.environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err
        )
        began = time.monotonic()
        writings = _wait(process, folder, moment, began)
        took = time.monotonic() - began
        family = _family(process.pid)
        for one in family:
            with contextlib.suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        status = process.wait()
    for one in family[1:]:
        _gone(one)
    return Left(folder, before, status, took, writings, writing=bool(_written(folder)))


def _wait(process: "subprocess.Popen[bytes]", folder: Path, moment: Moment, began: float) -> int:
    """Until the moment has come or the command has ended; how often something was being written until then."""
    seen, busy = 0, False
    while process.poll() is None and time.monotonic() - began < LONGEST:
        if moment.line or moment.lines:
            said = (folder / "said").read_text() + (folder / "complained").read_text()
            if said.count("\n") >= moment.lines and moment.line in said:
                time.sleep(moment.delay)
                break
        elif moment.delay and not moment.writing and time.monotonic() - began >= moment.delay:
            break
        before, busy = busy, bool(_written(folder))
        seen += busy and not before
        if moment.writing and seen == moment.writing:
            time.sleep(moment.delay)
            break
        time.sleep(0.00005)
    return seen


def _written(folder: Path) -> list[str]:
    """What is being written, or was when the kill came."""
    with contextlib.suppress(OSError):
        if journal(folder / AUDIT).stat().st_size:
            return [f"{AUDIT}-journal"]
    names = os.listdir(folder)  # noqa: PTH208 - asked for ten thousand times a second
    return [name for name in names if name.startswith(".") and name.endswith((".new", ".part"))]


def _family(pid: int) -> list[int]:
    """A process and all below it, whatever thread started them."""
    found = [pid]
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                found += _family(int(child))
    return found


def _gone(pid: int) -> None:
    """Wait until a child of the killed one is no more: it must not write into what is looked at next."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        try:
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return
        except OSError:
            return
        time.sleep(0.001)


def tried(scene: Scene, kind: Kind, folder: Path, moment: Moment, entries: int | None = None) -> Outcome:
    """Kill a command, look at what is left, and go on with it. ``entries``: how many it adds when nobody kills it."""
    left = kill(scene, kind, folder, moment)
    outcome = Outcome(kind.name, left.killed, left.writing and left.killed, left.seconds, left.writings)
    together = entries if kind.together else None
    outcome.entries, outcome.lines = kill_left.added(left), len(left.lines)
    outcome.said, outcome.lost, outcome.broken = kill_left.examined(left, kind.output, kind.format, together)
    if not outcome.broken:
        outcome.stuck = _goes_on(scene, kind, left)
    return outcome


def _goes_on(scene: Scene, kind: Kind, left: Left) -> list[str]:
    """Whether the next command does its work on what a kill left; nothing but the kill's own leftovers lie about."""
    audit = left.folder / AUDIT
    faults = []
    if not audit.exists():
        steps: list[Sequence[str]] = [kind.words]
    elif "--carry" in kind.words:
        steps = [("audit", "--resume", AUDIT, "--carry", "answered.bartizan")]
    elif kill_left.interrupted(audit):
        steps = [("judge", AUDIT) if kind.words[0] == "judge" else ("audit", "--resume", AUDIT)]
    elif kill_left.signed(audit):
        steps = [("revise", AUDIT, "--by", "A. Example", "--remark", "goes on")]
    else:
        steps = [answered("--result", "fail", *ANN, "--remark", "goes on")]
    if kind.words[0] in {"report", "compare"} and not (
        kind.format == "folder" and (left.folder / kind.output).exists()
    ):
        steps.append(kind.words)
    for words in steps:
        ran = scene.run(left.folder, *words)
        if ran.returncode > 2 or "Traceback" in ran.stderr:
            faults.append(f"bartizan {' '.join(words)} ends with {ran.returncode}: {ran.stderr.strip()[-300:]}")
    if not faults and audit.exists() and kill_left.interrupted(audit):
        faults.append("the run that was cut off wasn't resumed")
    if not faults and audit.exists() and "--carry" in kind.words and not kill_left.carried(audit):
        faults.append("the earlier audit's answers weren't taken over")
    if audit.exists() and not faults:
        faults += kill_left.damaged(audit)
    return faults + [f"{name} is left behind" for name in kill_left.leftovers(left.folder)]


# --- many of them ----------------------------------------------------------------------------------------------------

_scene: Scene | None = None  # what a worker process has by its fork


def many(scene: Scene, chosen: Sequence[Kind], kills: int, seed: int, workers: int = 2) -> list[Outcome]:
    """So many kills of these commands, some at a time, and a try of each that nobody kills; those come first."""
    global _scene  # noqa: PLW0603 - a running server can't be handed to another process in any other way
    _scene = scene
    scene.prepare(chosen)
    chooser = random.Random(seed)
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        usual = list(pool.map(_one, chosen, range(len(chosen))))
        found, names = list(usual), iter(range(len(chosen), 1 << 30))
        while (missing := kills - sum(one.killed for one in found)) > 0 and len(found) < 2 * kills + len(chosen):
            wheel = [number for number, kind in enumerate(chosen) for _ in range(kind.share)]
            picked = (wheel * (missing // len(wheel)) + chooser.sample(wheel, missing % len(wheel)))[:missing]
            chooser.shuffle(picked)
            moments = [_moment(usual[number], chooser) for number in picked]
            entries = [usual[number].entries for number in picked]
            found += pool.map(_one, [chosen[number] for number in picked], names, moments, entries)
    return found


def _one(kind: Kind, number: int, moment: Moment = Moment(), entries: int | None = None) -> Outcome:
    if _scene is None:
        raise RuntimeError("no scene")
    folder = _scene.folder / f"kill{number}"
    try:
        return tried(_scene, kind, folder, moment, entries)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _moment(usual: Outcome, chooser: random.Random) -> Moment:
    soon, way = chooser.choice([0.0, chooser.uniform(0, 0.003)]), chooser.random()
    if usual.writings and way < 0.4:
        return Moment(soon, writing=chooser.randint(1, usual.writings))
    if usual.lines and way < 0.6:
        return Moment(soon, lines=chooser.randint(1, usual.lines))
    return Moment(chooser.uniform(0.01, usual.seconds))


COLUMNS = ("kills", "while writing", "acknowledged", "lost", "don't open", "can't go on")


def table(outcomes: Sequence[Outcome]) -> str:
    """A line for each command, and one for all."""
    names = list(dict.fromkeys(one.kind for one in outcomes))
    wide = max(map(len, names))
    lines = [" " * wide + "".join(f"{name:>15}" for name in COLUMNS)]
    for name in [*names, "all"]:
        mine = [one for one in outcomes if name in {one.kind, "all"}]
        lines.append(f"{name:{wide}}" + "".join(f"{number:>15}" for number in counted(mine)))
    return "\n".join(lines)


def counted(outcomes: Sequence[Outcome]) -> tuple[int, ...]:
    """The numbers of COLUMNS."""
    return (
        sum(one.killed for one in outcomes),
        sum(one.writing for one in outcomes),
        sum(one.said for one in outcomes),
        sum(len(one.lost) for one in outcomes),
        sum(len(one.broken) for one in outcomes),
        sum(len(one.stuck) for one in outcomes),
    )
