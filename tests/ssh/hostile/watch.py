"""Looks at a running audit from outside: memory, threads, sockets, children, and secrets in /proc of any process."""

import base64
import contextlib
import re
import threading
import time
from pathlib import Path

PAGE = 4096
TICK = 0.25


def shapes(word):
    """A pattern that finds a word as such and as what it is often wrapped into."""
    raw = word.encode()
    forms = {raw, raw.hex().encode(), raw.decode().encode("utf-16-le"), raw[::-1]}
    for shift in range(3):
        # Base64 of the word at each of the three places in a longer text, without what depends on its neighbours.
        coded = base64.b64encode(bytes(shift) + raw)
        forms.add(coded[4 if shift else 0 : len(coded) // 4 * 4 - 4])
    return re.compile(b"|".join(re.escape(form) for form in forms), re.IGNORECASE)


def rss(pid):
    """Bytes of memory that a process holds."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE


def own_environment(variable):
    """Processes that have this in their environment: id to command line."""
    found = {}
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if variable in (process / "environ").read_bytes().split(b"\0"):
                found[int(process.name)] = (process / "cmdline").read_bytes().replace(b"\0", b" ")
    return found


class Watch(threading.Thread):
    """Samples one process until it has ended.

    ``idle`` and ``peak`` are bytes, ``threads`` (seconds since its start, count) pairs, ``last_seen`` when each remote
    port was last in its hands, ``secrets`` where the pattern was found, ``children`` the command lines of what it
    started.
    """

    def __init__(self, process, pattern):
        super().__init__(name="hostile-watch", daemon=True)
        self.process = process
        self.pattern = pattern
        self.begun = time.monotonic()
        self.idle = self.peak = 0
        self.threads = []
        self.last_seen = {}
        self.secrets = []
        self.children = set()
        self.ended = threading.Event()

    def run(self):
        turn = 0
        while not self.ended.wait(TICK):
            with contextlib.suppress(OSError, ValueError, IndexError):
                self._sample()
            turn += 1
            if turn % 2 == 0:
                self._search()

    def _sample(self):
        pid = self.process.pid
        now = time.monotonic()
        held = rss(pid)
        self.idle = self.idle or held
        self.peak = max(self.peak, held)
        self.threads.append((now - self.begun, len(list(Path(f"/proc/{pid}/task").iterdir()))))
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            self.children.add(Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ").decode())
        inodes = set()
        for handle in Path(f"/proc/{pid}/fd").iterdir():
            with contextlib.suppress(OSError):
                name = str(handle.readlink())
                if name.startswith("socket:["):
                    inodes.add(name[8:-1])
        for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
            words = line.split()
            if words[9] in inodes:
                self.last_seen[int(words[2].rpartition(":")[2], 16)] = now

    def settle(self):
        """What it holds now is what it needs at rest."""
        with contextlib.suppress(OSError, ValueError, IndexError):
            self.idle = self.peak = rss(self.process.pid)

    def _search(self):
        for process in Path("/proc").glob("[0-9]*"):
            for name in ("cmdline", "environ"):
                with contextlib.suppress(OSError):
                    said = (process / name).read_bytes()
                    if found := self.pattern.search(said):
                        self.secrets.append(f"{process}/{name}: {said[found.start() : found.end() + 60]!r}")
