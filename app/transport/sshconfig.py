"""What the user's SSH configuration says about a host, as far as Bartizan needs it (ssh_config(5)).

HostName, Port, User, IdentityFile, ProxyJump and UserKnownHostsFile of `Host` blocks, with Include; the first value
counts. `Match` blocks other than `Match all` are left out: they may run programs.
"""

import glob
import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path

from app.model import Target

USER_FILE = Path("~/.ssh/config")
_DEPTH = 16  # as OpenSSH: includes within includes
_LINES = 100_000
_DEFAULT_PORT = 22
_LINE = re.compile(r"\s*([A-Za-z]+)(?:\s*=\s*|\s+)(.*?)\s*$")


@dataclass(slots=True)
class HostConfig:
    """What is configured for one name; empty means that nothing is."""

    hostname: str = ""
    port: int = 0
    user: str = ""
    identities: list[str] = field(default_factory=list)
    proxy_jump: str = ""
    known_hosts: list[str] = field(default_factory=list)


def lookup(name: str, path: Path = USER_FILE) -> HostConfig:
    """The configuration of a name; a missing or unreadable file says nothing."""
    found = HostConfig()
    for key, words in _effective(name, path.expanduser()):
        _take(found, key, words)
    found.hostname = _expand(found.hostname, name, name)
    host = found.hostname or name
    found.identities = [_path(word, host, name) for word in found.identities]
    found.known_hosts = [_path(word, host, name) for word in found.known_hosts if word != "none"]
    return found


def applied(target: Target, path: Path = USER_FILE) -> Target:
    """The target with what the SSH configuration knows of its address where the target itself says nothing."""
    asked = target.address or target.name
    config = lookup(asked, path)
    jump = target.proxy_jump or config.proxy_jump
    return replace(
        target,
        address=config.hostname or asked,
        port=target.port or config.port or _DEFAULT_PORT,
        user=target.user or config.user,
        identity=target.identity or next((name for name in config.identities if Path(name).is_file()), ""),
        known_hosts=target.known_hosts or next(iter(config.known_hosts), ""),
        proxy_jump="" if jump.lower() == "none" else jump,
    )


def names(path: Path = USER_FILE) -> tuple[str, ...]:
    """Every name that the configuration spells out, for a person to choose from."""
    found: dict[str, None] = {}
    for key, words in _lines(path.expanduser(), 0):
        if key == "host":
            found.update(dict.fromkeys(word for word in words if not set(word) & set("*?!")))
    return tuple(found)


def _take(found: HostConfig, key: str, words: list[str]) -> None:
    first = words[0] if words else ""
    match key:
        case "hostname":
            found.hostname = found.hostname or first
        case "port" if first.isdecimal() and 0 < int(first) < 1 << 16:
            found.port = found.port or int(first)
        case "user":
            found.user = found.user or first
        case "identityfile" if first.lower() != "none":
            found.identities.append(first)
        case "proxyjump":
            found.proxy_jump = found.proxy_jump or first
        case "userknownhostsfile":
            found.known_hosts = found.known_hosts or words


def _effective(name: str, path: Path) -> Iterator[tuple[str, list[str]]]:
    """The settings whose block fits the name, in order."""
    fits = True
    for key, words in _lines(path, 0):
        if key == "host":
            fits = _fits(name, words)
        elif key == "match":
            fits = [word.lower() for word in words] == ["all"]
        elif fits:
            yield key, words


def _fits(name: str, patterns: list[str]) -> bool:
    fits = False
    for pattern in patterns:
        plain = pattern.removeprefix("!").replace("[", "[[]")
        if fnmatchcase(name.lower(), plain.lower()):
            if pattern.startswith("!"):
                return False
            fits = True
    return fits


def _lines(path: Path, depth: int) -> Iterator[tuple[str, list[str]]]:
    """Keyword (lower case) and words of each line, includes in their place.

    A `Host` line within an included file holds until that file ends, so the block around it is said again after it.
    """
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        return
    block: tuple[str, list[str]] = ("host", ["*"])
    for line in text.splitlines()[:_LINES]:
        found = _LINE.match(line)
        if found is None or line.lstrip().startswith("#"):
            continue
        key, words = found[1].lower(), _words(found[2])
        if key == "include":
            if depth < _DEPTH:
                for word in words:
                    yield from _included(word, path, depth, block)
            continue
        if key in ("host", "match"):
            block = key, words
        yield key, words


def _included(word: str, path: Path, depth: int, block: tuple[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    expanded = os.path.expanduser(word)  # noqa: PTH111 - a pattern is no path yet
    home = Path("~/.ssh").expanduser()
    pattern = expanded if os.path.isabs(expanded) else str(home / expanded)  # noqa: PTH117 - the same
    for included in sorted(glob.glob(pattern)):  # noqa: PTH207 - an absolute pattern
        if Path(included) != path:
            yield from _lines(Path(included), depth + 1)
            yield block


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text, comments=True)
    except ValueError:
        return text.split()


def _path(word: str, host: str, name: str) -> str:
    return os.path.expanduser(_expand(word, host, name))  # noqa: PTH111 - kept as the text that it was


def _expand(word: str, host: str, name: str) -> str:
    """The tokens %h %n %d %u %% of ssh_config(5)."""
    tokens = {"%h": host, "%n": name, "%d": str(Path.home()), "%u": os.environ.get("USER", ""), "%%": "%"}
    return re.sub(r"%[hndu%]", lambda found: tokens[found[0]], word)
