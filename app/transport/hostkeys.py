"""Host keys that are believed: known_hosts files are read with care, and one file of ours is written.

The format is that of sshd(8), section SSH_KNOWN_HOSTS FILE FORMAT: plain and hashed names, patterns, [host]:port, the
markers @revoked and @cert-authority. A line that can't be read is skipped; it never spoils the others.
"""

import base64
import binascii
import hashlib
import hmac
import os
import re
import tempfile
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import lru_cache
from pathlib import Path

from app.errors import ConnectError, UnknownHostKeyError
from app.transport.base import HostKeyPolicy

_DEFAULT_PORT = 22
_HASHED = 3  # parts of a hashed name: |1|salt|hash
_LARGEST = 16 << 20  # bytes of a known_hosts file that are read
_REVOKED = "@revoked"
_AUTHORITY = "@cert-authority"
_writing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: for which hosts it speaks, and of which key. ``line`` counts from 1."""

    marker: str
    hosts: str
    key_type: str
    key_base64: str
    path: Path
    line: int

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the key as OpenSSH shows it."""
        return fingerprint(base64.b64decode(self.key_base64))

    def speaks_for(self, name: str) -> bool:
        """Whether the line is about that name, written as ``lookup_name`` gives it."""
        if self.hosts.startswith("|"):
            return _hash_matches(self.hosts, name)
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


def entries_of(policy: HostKeyPolicy, host: str, port: int) -> tuple[Entry, ...]:
    """Every line of the policy's files that is about this host."""
    name = lookup_name(host, port)
    files = dict.fromkeys((*policy.known_hosts, policy.own_file))
    return tuple(entry for path in files for entry in _read(path) if entry.speaks_for(name))


def known_types(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Types of the keys that are known, so that the host is asked for one of them, as OpenSSH does."""
    return tuple(dict.fromkeys(entry.key_type for entry in entries if not entry.marker))


def check(policy: HostKeyPolicy, where: str, host: str, port: int, key: bytes) -> None:
    """Believe the host's public key, or say why not; nothing has been told to the host yet.

    ConnectError of the kinds host-key-revoked and host-key-changed, or UnknownHostKeyError. A key that nobody knows is
    stored in our own file where the policy accepts new ones.
    """
    entries = entries_of(policy, host, port)
    shown = fingerprint(key)
    text = base64.b64encode(key).decode()
    for entry in entries:
        if entry.marker == _REVOKED and entry.key_base64 == text:
            raise ConnectError(
                "host-key-revoked",
                f"{where}: the host key {shown} is marked as revoked in {entry.path}, line {entry.line}; "
                "don't log in there, and ask who runs that host for its new key.",
            )
    plain = [entry for entry in entries if not entry.marker]
    if any(entry.key_base64 == text for entry in plain):
        return
    if plain:
        raise ConnectError("host-key-changed", _changed(where, shown, plain))
    if shown in policy.accept_fingerprints:
        return
    unknown = _unknown(where, host, port, key, entries)
    if not policy.accept_new:
        raise unknown
    try:
        accept_host_key(policy.own_file, unknown)
    except OSError as error:
        raise ConnectError(
            "host-key-unknown",
            f"{where}: its host key {shown} could not be stored in {policy.own_file} ({error.strerror}); "
            "make that file writable, or add the key to known_hosts.",
        ) from error


def _changed(where: str, shown: str, known: Sequence[Entry]) -> str:
    first = known[0]
    before = " or ".join(dict.fromkeys(entry.fingerprint for entry in known))
    return (
        f"{where}: the host key has CHANGED from {before} ({first.path}, line {first.line}) to {shown}: either the "
        "host was set up anew or someone sits in between, and nothing was sent; once whoever runs the host confirms "
        "the new fingerprint, delete that line by hand and connect again."
    )


def _unknown(where: str, host: str, port: int, key: bytes, entries: Sequence[Entry]) -> UnknownHostKeyError:
    shown = fingerprint(key)
    authority = any(entry.marker == _AUTHORITY for entry in entries)
    extra = " (known_hosts has a certificate authority for it, but the host showed a plain key)" if authority else ""
    return UnknownHostKeyError(
        f"{where}: nobody has confirmed its host key {shown} yet{extra}; compare it with what the host's administrator "
        "says and accept it in the wizard, or add it to known_hosts, or use --accept-new-host-keys.",
        host=host,
        port=port,
        key_type=key_type(key),
        fingerprint=shown,
        key_base64=base64.b64encode(key).decode(),
    )


def key_type(key: bytes) -> str:
    """The type that a public key names itself, or "unknown"."""
    size = int.from_bytes(key[:4], "big")
    name = key[4 : 4 + size].decode("ascii", "replace")
    return name if re.fullmatch(r"[a-z0-9@.-]{1,64}", name) else "unknown"


def accept_host_key(own_file: Path, error: UnknownHostKeyError) -> None:
    """Store a key that a person has confirmed (or that the run accepts unseen) in our own file, whole or not at all.

    ConnectError (host-key-changed) if another key of that host came to stand there meanwhile; OSError if the file can't
    be written.
    """
    name = lookup_name(error.host, error.port)
    with _writing:
        present = [entry for entry in _read(own_file) if not entry.marker and entry.speaks_for(name)]
        if any(entry.key_base64 == error.key_base64 for entry in present):
            return
        if present:
            raise ConnectError("host-key-changed", _changed(name, error.fingerprint, present))
        old = own_file.read_bytes() if own_file.exists() else b""
        if old and not old.endswith(b"\n"):
            old += b"\n"
        _replace(own_file, old + f"{name} {error.key_type} {error.key_base64}\n".encode())


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that it is either as before or complete, readable by its owner only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(number, "wb") as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _read(path: Path) -> tuple[Entry, ...]:
    """The lines of a file, parsed once for all hosts; a file that isn't there has none."""
    try:
        facts = path.stat()
    except OSError:
        return ()
    return _parsed(path, facts.st_mtime_ns, facts.st_size, facts.st_ino)


@lru_cache(maxsize=64)
def _parsed(path: Path, *_version: int) -> tuple[Entry, ...]:
    try:
        with path.open("rb") as handle:
            text = handle.read(_LARGEST).decode("utf-8", "replace")
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
    if marker not in ("", _REVOKED, _AUTHORITY) or len(words) < 3:  # noqa: PLR2004 - names, type and key
        return None
    hosts, kind, key = words[:3]
    try:
        blob = base64.b64decode(key, validate=True)
    except (binascii.Error, ValueError):
        return None
    if key_type(blob) != kind:
        return None
    return Entry(marker, hosts, kind, base64.b64encode(blob).decode(), path, number)


def _hash_matches(hashed: str, name: str) -> bool:
    parts = hashed.split("|")[1:]
    if len(parts) != _HASHED or parts[0] != "1":
        return False
    try:
        salt, digest = base64.b64decode(parts[1]), base64.b64decode(parts[2])
    except (binascii.Error, ValueError):
        return False
    # SHA-1 is what the format of hashed names prescribes; it hides names and proves nothing.
    return hmac.compare_digest(hmac.new(salt, name.encode(), hashlib.sha1).digest(), digest)


@lru_cache(maxsize=4096)
def _pattern(pattern: str) -> re.Pattern[str]:
    """A name with * and ? as in ssh_config; brackets stand for themselves."""
    return re.compile(translate(pattern.replace("[", "[[]")))
