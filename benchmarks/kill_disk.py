"""A disk that a program writes to and whose power is cut: what is certainly on it, and what may be."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512  # bytes that a disk writes whole or not at all


@dataclass(frozen=True)
class Call:
    """A system call that came back: ``paths`` and ``data`` as it named them, the others where it has them."""

    name: str
    paths: tuple[str, ...]
    data: bytes = b""
    number: int = 0  # offset or length
    fd: int = -1
    flags: str = ""


@dataclass
class Node:
    """A file: what is on the disk for certain, and what was written since the last sync."""

    safe: bytes = b""
    now: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes]] = field(default_factory=list)  # offset and data; offset -n - 1: cut to n bytes

    def write(self, offset: int, data: bytes) -> None:
        _put(self.now, offset, data)
        self.pending.append((offset, data))

    def sync(self) -> None:
        self.safe, self.pending = bytes(self.now), []

    def cut(self, chooser: random.Random, share: float) -> bytes:
        """What may be there after a power cut; about that share of what wasn't synced."""
        data = bytearray(self.safe)
        for offset, piece in self.pending:
            if offset < 0:
                if chooser.random() < share:
                    _put(data, offset, piece)
                continue
            for start in range(0, len(piece), SECTOR):
                if chooser.random() < share:
                    _put(data, offset + start, piece[start : start + SECTOR])
        return bytes(data)


def _put(data: bytearray, offset: int, piece: bytes) -> None:
    if offset < 0:
        del data[-offset - 1 :]
        data.extend(bytes(-offset - 1 - len(data)))
    else:
        data.extend(bytes(max(0, offset - len(data))))
        data[offset : offset + len(piece)] = piece


Names = dict[str, Node | None]  # a file by its path; None: a folder


class Disk:
    """What is certainly on it, and what the program sees."""

    def __init__(self, folder: Path, files: dict[str, bytes]) -> None:
        self.folder = str(folder)
        self.now: Names = {path: Node(data, bytearray(data)) for path, data in files.items()}
        self._places: dict[tuple[str, int], int] = {}
        self._pending: list[tuple[set[str], Names]] = []  # names changed since their folders were synced, oldest first
        self._old: Names = dict(self.now)  # before the first of these
        self.said = {"said": b"", "complained": b""}

    def take(self, call: Call) -> None:
        """Let a call happen."""
        path = call.paths[-1] if call.paths else ""
        name = path.rpartition("/")[2]
        match call.name:
            case "openat":
                if path not in self.now:
                    self._named({path}, {**self.now, path: Node()})
                elif "O_TRUNC" in call.flags and (node := self.now[path]) is not None:
                    node.write(-1, b"")
                self._places[path, call.fd] = 0
            case "write" if name in self.said and path == f"{self.folder}/{name}":
                self.said[name] += call.data
            case "write" | "pwrite64" if (node := self.now.get(path)) is not None:
                offset = self._places.get((path, call.fd), 0) if call.number < 0 else call.number
                node.write(offset, call.data)
                self._places[path, call.fd] = offset + len(call.data)
            case "ftruncate" if (node := self.now.get(path)) is not None:
                node.write(-call.number - 1, b"")
            case "fsync" | "fdatasync":
                self._sync(path)
            case "rename" | "renameat" | "renameat2":
                old, new = call.paths
                moved = {new + one[len(old) :]: node for one, node in self.now.items() if _below(one, old)}
                rest = {one: node for one, node in self.now.items() if not _below(one, old) and not _below(one, new)}
                self._named({old, new}, {**rest, **moved})
            case "link" | "linkat":
                self._named({path}, {**self.now, path: self.now[call.paths[0]]})
            case "unlink" | "unlinkat" | "rmdir":
                self._named({path}, {one: node for one, node in self.now.items() if not _below(one, path)})
            case "mkdir" | "mkdirat":
                self._named({path}, {**self.now, path: None})

    def _named(self, changed: set[str], names: Names) -> None:
        """Names were changed: which is certain only once their folders are synced."""
        self._pending.append((changed, names))
        self.now = names

    def _sync(self, path: str) -> None:
        node = self.now.get(path)
        if node is not None:
            node.sync()
            return
        self._pending = [
            (left, names)
            for changed, names in self._pending
            if (left := {one for one in changed if one.rpartition("/")[0] != path})
        ]
        if not self._pending:
            self._old = dict(self.now)

    def images(self, chooser: random.Random, count: int) -> Iterator[dict[str, bytes | None]]:
        """So many states that the disk may have after a power cut, the poorest and the richest among them."""
        for number in range(count):
            share = (0.0, 1.0, chooser.random())[min(number, 2)]
            states = [self._old, *(names for _, names in self._pending)]
            names = states[0] if number == 0 else states[-1] if number == 1 else chooser.choice(states)
            cut = {id(node): node.cut(chooser, share) for node in names.values() if node is not None}
            yield {path: None if node is None else cut[id(node)] for path, node in names.items()}


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder}/")
