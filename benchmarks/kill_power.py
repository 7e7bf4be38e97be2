"""The power cut for kill.py: every state in which a disk may be when the power goes, from the calls that were made.

strace records what a command writes, syncs, renames and prints. A model of the disk replays that: what was synced is
there; of what wasn't, any part may be, in any order, torn at sectors, and names in a folder that wasn't synced are the
old or the new ones. After each call some such disks are laid down and looked at as after a kill: what had been printed
by then must be in the file, and the file must be whole.
"""

import ast
import hashlib
import random
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import kill_left
from kill_disk import Call, Disk
from kill_kinds import Kind
from kill_left import AUDIT, Left
from kill_program import LONGEST, Scene, command, laid

CALLS = (
    "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,rmdir,"
    "mkdirat,copy_file_range,sendfile"
)
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (\d+)(?:<.*>)?$")
_HALF, _REST = re.compile(r"^(\d+) +(.*) <unfinished \.\.\.>$"), re.compile(r"^(\d+) +<\.\.\. \w+ resumed>(.*)$")
KINDS = ("audit, this computer", "signoff", "withdraw", "submit", "review", "sign", "revise", "judge", "report csv",
         "report folder", "compare")  # fmt: skip


def can_trace() -> bool:
    """Whether strace is there and may watch a process."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode == 0


@dataclass
class Recorded:
    """A command's calls, in the folder that it ran in."""

    folder: Path
    before: kill_left.Before
    files: dict[str, bytes]  # by path, before the command
    calls: list[Call]
    entries: int  # that it added


def recorded(scene: Scene, kind: Kind, folder: Path) -> Recorded:
    """Run a command under strace."""
    laid(scene, kind, folder)
    before = kill_left.Before.of(folder, kind.output)
    files = {str(path): path.read_bytes() for path in folder.iterdir() if path.is_file()}
    trace = folder.with_suffix(".trace")
    traced = ["strace", "-f", "--seccomp-bpf", "-y", "-xx", "-s", "100000000", "-e", f"trace={CALLS}", "-o", trace]
    with (folder / "said").open("wb") as out, (folder / "complained").open("wb") as err:
        subprocess.run(
            [*traced, *command(kind)], cwd=folder, env=scene.environment, stdin=subprocess.DEVNULL, stdout=out,
            stderr=err, timeout=LONGEST, check=False,
        )  # fmt: skip
    calls = [call for line in _whole(trace) if (call := _call(line, folder)) is not None]
    trace.unlink()
    added = kill_left.added(Left(folder, before, 0, 0.0, 0, writing=False))
    return Recorded(folder, before, files, calls, added)


def _whole(trace: Path) -> Iterator[str]:
    """The lines, those that another thread's call cut in two made whole at their end."""
    begun: dict[str, str] = {}
    with trace.open() as stream:
        for line in stream:
            if half := _HALF.match(line.rstrip("\n")):
                begun[half[1]] = half[2]
            elif rest := _REST.match(line.rstrip("\n")):
                yield f"{rest[1]} {begun.pop(rest[1], '')}{rest[2]}"
            else:
                yield line.rstrip("\n")


def _call(line: str, folder: Path) -> Call | None:
    """What a line says, if it succeeded and is about the folder."""
    found = _LINE.match(line)
    if found is None:
        return None
    name, inner, result = found[1], found[2], int(found[3])
    if name in {"write", "pwrite64"}:
        head, _, rest = inner.partition(">, ")
        text, _, tail = rest.rpartition('"')
        path = _plain(head.partition("<")[2])
        offset = int(tail.split(", ")[2]) if name == "pwrite64" else -1
        data = _plain(text[1:]).encode("latin-1")[:result]
        return _inside(folder, Call(name, (path,), data, offset, int(head.partition("<")[0])))
    quoted = [_plain(one) for one in re.findall(r'"((?:[^"\\]|\\.)*)"', inner)]
    opened = [_plain(one) for one in re.findall(r"\d+<([^>]*)>", inner)]
    if name in {"fsync", "fdatasync", "ftruncate"}:
        number = int(inner.rpartition(", ")[2]) if name == "ftruncate" else 0
        return _inside(folder, Call(name, tuple(opened), number=number))
    if name == "openat" and not re.search("O_CREAT|O_TRUNC", inner):
        return None
    here = re.match(r"AT_FDCWD<([^>]*)>", inner)  # of the other calls, none of a probe names a file of the folder
    whole = tuple(str((Path(_plain(here[1])) if here else folder) / one) for one in quoted)
    if name in {"copy_file_range", "sendfile"} and any(one.startswith(f"{folder}/") for one in opened):
        raise SystemExit(f"{name} within the folder: the model of the disk doesn't know it")
    return _inside(folder, Call(name, whole, fd=result, flags=inner.rpartition('"')[2]))


def _plain(text: str) -> str:
    return str(ast.literal_eval(f'"{text}"')) if "\\" in text else text


def _inside(folder: Path, call: Call) -> Call | None:
    return call if any(path == str(folder) or path.startswith(f"{folder}/") for path in call.paths) else None


# --- looking ---------------------------------------------------------------------------------------------------------


@dataclass
class Cuts:
    """What came of the power cuts of one command."""

    kind: str
    cuts: int = 0
    disks: int = 0  # of them different
    said: int = 0
    faults: list[str] = field(default_factory=list)


def cut(record: Recorded, kind: Kind, entries: int | None, chooser: random.Random, each: int) -> Cuts:
    """Cut the power after every call, some times each, and look at what is left; at what was seen already, once."""
    found = Cuts(kind.name)
    disk = Disk(record.folder, record.files)
    seen: dict[bytes, tuple[int, list[str]]] = {}
    for number, call in enumerate(record.calls, 1):
        disk.take(call)
        for image in disk.images(chooser, each):
            left = {**_asked(image, record.folder, kind), **disk.said}
            key = _digest(left)
            if key not in seen:
                seen[key] = _looked(record, kind, left, entries)
            said, faults = seen[key]
            found.cuts += 1
            found.said += said
            found.faults += [f"after call {number} ({call.name} {Path(call.paths[-1]).name}): {one}" for one in faults]
    found.disks = len(seen)
    return found


def _asked(image: Mapping[str, bytes | None], folder: Path, kind: Kind) -> dict[str, bytes | None]:
    """The audit with its journal, and what the command writes: the rest of a folder isn't looked at."""
    known = {AUDIT, f"{AUDIT}-journal", kind.output}
    inner = {path.removeprefix(f"{folder}/"): data for path, data in image.items()}
    return {name: data for name, data in inner.items() if name.partition("/")[0] in known}


def _digest(files: Mapping[str, bytes | None]) -> bytes:
    found = hashlib.sha256()
    for name, data in sorted(files.items()):
        found.update(f"{name}\n{-1 if data is None else len(data)}\n".encode())
        found.update(data or b"")
    return found.digest()


def _looked(
    record: Recorded, kind: Kind, files: Mapping[str, bytes | None], entries: int | None
) -> tuple[int, list[str]]:
    """How much was acknowledged by then, and what is wrong with such a disk."""
    place = record.folder.with_suffix(".cut")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for name, data in sorted(files.items()):
        here = place / name
        here.parent.mkdir(parents=True, exist_ok=True)
        if data is None:
            here.mkdir(exist_ok=True)
        else:
            here.write_bytes(data)
    left = Left(place, record.before, -9, 0.0, 0, writing=False)
    together = entries if kind.together else None
    count, lost, broken = kill_left.examined(left, kind.output, kind.format, together)
    return count, lost + broken


def many(scene: Scene, kinds: Sequence[Kind], seed: int, each: int) -> list[Cuts]:
    """Power cuts of all these commands."""
    chooser = random.Random(seed)
    scene.prepare(kinds)
    found = []
    for number, kind in enumerate(kinds):
        record = recorded(scene, kind, scene.folder / f"power{number}")
        found.append(cut(record, kind, record.entries, chooser, each))
    return found


def table(cuts: Sequence[Cuts]) -> str:
    """A line for each command."""
    wide = max(len(one.kind) for one in cuts)
    names = ("power cuts", "different disks", "acknowledged", "faults")
    lines = [" " * wide + "".join(f"{name:>17}" for name in names)]
    for one in cuts:
        numbers = (one.cuts, one.disks, one.said, len(one.faults))
        lines.append(f"{one.kind:{wide}}" + "".join(f"{number:>17}" for number in numbers))
    return "\n".join(lines)
