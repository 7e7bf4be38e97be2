"""known_hosts files, read with care: one broken line never spoils the others.

The format is that of sshd(8), section SSH_KNOWN_HOSTS FILE FORMAT: plain and hashed names, patterns, [host]:port, the
markers @revoked and @cert-authority.
"""

import base64
import binascii
import hashlib
import hmac
import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import translate
from functools import lru_cache
from pathlib import Path

from app.language import tr
from app.transport.regular import read_regular

_DEFAULT_PORT = 22
_HASHED = 3  # parts of a hashed name: |1|salt|hash
_LARGEST = 16 << 20  # bytes of a known_hosts file that are read
REVOKED = "@revoked"
AUTHORITY = "@cert-authority"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: for which hosts it speaks, and of which key. ``line`` counts from 1."""

    marker: str
    hosts: str
    key_type: str
    key_base64: str
    path: Path
    line: int
    salted: tuple[bytes, bytes] | None = None  # salt and digest of a hashed name

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the key as OpenSSH shows it."""
        return fingerprint(base64.b64decode(self.key_base64))

    @property
    def shown(self) -> str:
        """Its names for a person; a hashed one can only be pointed at."""
        return (
            tr("a hashed name in {path}, line {line}").format(path=self.path, line=self.line)
            if self.hosts.startswith("|")
            else self.hosts
        )

    def how_to_remove(self, name: str) -> str:
        """What takes this line out of its file: a command where it is about that name alone."""
        if self.hosts.startswith("|") or self.hosts.lower() == name:
            return f"ssh-keygen -f {shlex.quote(str(self.path))} -R {shlex.quote(name)}"
        return tr("edit line {line} of {path}, which is about other hosts too").format(line=self.line, path=self.path)

    def speaks_for(self, name: str) -> bool:
        """Whether the line is about that name, written as ``lookup_name`` gives it."""
        if self.salted is not None:
            salt, digest = self.salted
            # SHA-1 is what the format of hashed names prescribes; it hides names and proves nothing.
            return hmac.digest(salt, name.encode(), "sha1") == digest
        wanted = False
        for pattern in self.hosts.lower().split(","):
            if pattern.startswith("!"):
                if _pattern(pattern[1:]).match(name):
                    return False
            elif _pattern(pattern).match(name):
                wanted = True
        return wanted


def fingerprint(key: bytes) -> str:
    """SHA-256 of a key as OpenSSH shows it."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(key).digest()).decode().rstrip("=")


def lookup_name(host: str, port: int) -> str:
    """How known_hosts names a host: with brackets and port unless it is port 22."""
    return host.lower() if port == _DEFAULT_PORT else f"[{host.lower()}]:{port}"


def speaking_for(files: Iterable[Path], name: str) -> tuple[Entry, ...]:
    """Every line of these files that is about that name."""
    return tuple(entry for path in dict.fromkeys(files) for entry in _about(path, *_version(path), name))


@lru_cache(maxsize=4096)
def _about(path: Path, mtime: int, size: int, inode: int, name: str) -> tuple[Entry, ...]:
    """The lines of a file, in its order; asked several times for each host."""
    by_name, others = _index(path, mtime, size, inode)
    found = [*by_name.get(name, ()), *(entry for entry in others if entry.speaks_for(name))]
    return tuple(sorted(found, key=lambda entry: entry.line))


@lru_cache(maxsize=64)
def _index(path: Path, *changes: int) -> tuple[dict[str, list[Entry]], list[Entry]]:
    """The lines by name, and those that must be asked one by one: hashed names, patterns and exceptions.

    A file that lists a thousand hosts, read line by line for each of them, costs more than all their key exchanges.
    """
    by_name: dict[str, list[Entry]] = {}
    others = []
    for entry in _parsed(path, *changes):
        if set(entry.hosts) & set("|*?!"):
            others.append(entry)
            continue
        for name in set(entry.hosts.lower().split(",")):
            by_name.setdefault(name, []).append(entry)
    return by_name, others


def key_type(key: bytes) -> str:
    """The type that a public key names itself, or "unknown"."""
    size = int.from_bytes(key[:4], "big")
    name = key[4 : 4 + size].decode("ascii", "replace")
    return name if re.fullmatch(r"[a-z0-9@.-]{1,64}", name) else "unknown"


def read(path: Path) -> tuple[Entry, ...]:
    """The lines of a file, parsed once for all hosts; a file that isn't there has none."""
    return _parsed(path, *_version(path))


def _version(path: Path) -> tuple[int, int, int]:
    """What changes with the file; -1 where there is none."""
    try:
        facts = path.stat()
    except OSError:
        return -1, -1, -1
    return facts.st_mtime_ns, facts.st_size, facts.st_ino


@lru_cache(maxsize=64)
def _parsed(path: Path, *_changes: int) -> tuple[Entry, ...]:
    try:
        text = read_regular(path, _LARGEST).decode("utf-8", "replace")
    except OSError:
        return ()
    found = (_entry(path, number, line) for number, line in enumerate(text.split("\n"), 1))
    return tuple(entry for entry in found if entry is not None)


def _entry(path: Path, number: int, line: str) -> Entry | None:
    """One line, or None for a comment, a blank and anything that isn't well-formed."""
    words = line.split()
    if not words or words[0].startswith("#"):
        return None
    marker = words.pop(0) if words[0].startswith("@") else ""
    if marker not in ("", REVOKED, AUTHORITY) or len(words) < 3:  # noqa: PLR2004 - names, type and key
        return None
    hosts, kind, key = words[:3]
    try:
        blob = base64.b64decode(key, validate=True)
    except (binascii.Error, ValueError):
        return None
    if key_type(blob) != kind:
        return None
    salted = _salted(hosts) if hosts.startswith("|") else None
    if hosts.startswith("|") and salted is None:
        return None
    return Entry(marker, hosts, kind, base64.b64encode(blob).decode(), path, number, salted)


def _salted(hashed: str) -> tuple[bytes, bytes] | None:
    """Salt and digest of a hashed name, or nothing if it is none."""
    parts = hashed.split("|")[1:]
    if len(parts) != _HASHED or parts[0] != "1":
        return None
    try:
        return base64.b64decode(parts[1]), base64.b64decode(parts[2])
    except (binascii.Error, ValueError):
        return None


@lru_cache(maxsize=4096)
def _pattern(pattern: str) -> re.Pattern[str]:
    """A name with * and ? as in ssh_config; brackets stand for themselves."""
    return re.compile(translate(pattern.replace("[", "[[]")))
