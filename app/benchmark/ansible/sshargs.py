"""Options of the ``ssh`` program as Ansible's inventories give them (``ansible_ssh_common_args`` and its kin).

What says how a host is reached is taken. No program is run that a file of hosts names, but the two usual ways to write
a jump host as one are understood: ``ssh -W %h:%p gate`` and ``ssh gate nc %h %p``.
"""

import re
import shlex
from dataclasses import dataclass, field

from app.errors import UsageError
from app.language import tr

_WITH_VALUE = set("BbcDEeFIiJLlmOoPpQRSWw")  # options of one letter that a value follows (ssh(1))
# What changes nothing about which host is reached and as whom, or what Bartizan decides by itself.
_NO_MATTER = {
    "batchmode", "compression", "connectionattempts", "controlmaster", "controlpath", "controlpersist", "escapechar",
    "forwardagent", "forwardx11", "gssapiauthentication", "hashknownhosts", "identitiesonly", "loglevel",
    "numberofpasswordprompts", "preferredauthentications", "pubkeyauthentication", "requesttty", "serveralivecountmax",
    "serveraliveinterval", "tcpkeepalive", "updatehostkeys", "visualhostkey",
}  # fmt: skip
_FLAGS = set("46ACKTXYafgknqtvxGMNVsy")
_TAKEN = {
    "proxyjump": "proxy_jump", "port": "port", "user": "user", "identityfile": "identity",
    "userknownhostsfile": "known_hosts", "connecttimeout": "connect_timeout", "certificatefile": "certificate",
}  # fmt: skip
_LETTERS = {"J": "proxyjump", "p": "port", "l": "user", "i": "identityfile"}
_RELAYS = {"nc", "ncat", "netcat"}


@dataclass(slots=True)
class SshArgs:
    """What the options say, by field of a Target; ``left`` are the names of those that were left out."""

    taken: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)  # what stands behind the options
    relays: bool = False  # whether -W %h:%p is among them


def read_args(text: str) -> SshArgs:
    """The options of a text; UsageError where its quotes don't end."""
    try:
        words = shlex.split(text)
    except ValueError:
        raise UsageError(tr("a quotation mark is left open; close it")) from None
    found = SshArgs()
    while words:
        word = words.pop(0)
        if not word.startswith("-") or word == "-":
            found.rest.append(word)
            if found.rest[1:]:  # behind the host stands what is run there
                found.rest += words
                break
            continue
        _letters(found, word[1:], words)
    return found


def _letters(found: SshArgs, letters: str, words: list[str]) -> None:
    """One word of options, such as ``-qp`` with its value behind it."""
    for at, letter in enumerate(letters):
        if letter in _WITH_VALUE:
            value = letters[at + 1 :] or (words.pop(0) if words else "")
            _option(found, letter, value)
            return
        if letter not in _FLAGS:
            found.left.append(f"-{letter}")


def _option(found: SshArgs, letter: str, value: str) -> None:
    if letter == "W" and value == "%h:%p":
        found.relays = True
    elif letter == "o":
        key, _, given = re.sub(r"\s*=\s*|\s+", "=", value.strip(), count=1).partition("=")
        _setting(found, key, given)
    elif letter in _LETTERS:
        _setting(found, _LETTERS[letter], value)
    else:
        found.left.append(f"-{letter}")


def _setting(found: SshArgs, key: str, value: str) -> None:
    name = key.lower()
    if name == "proxycommand":
        jump = "" if value.lower() == "none" else _jump_of(value)
        if jump:
            found.taken.setdefault("proxy_jump", jump)
        elif value.lower() != "none":
            found.left.append(key)
    elif name == "userknownhostsfile" and value in ("/dev/null", "none"):
        found.left.append(key)
    elif name == "stricthostkeychecking":
        if value.lower() in ("no", "off", "accept-new"):
            found.left.append(key)
    elif name in _TAKEN:
        found.taken.setdefault(_TAKEN[name], value.strip("\"'"))
    elif name not in _NO_MATTER:
        found.left.append(key)


def _jump_of(command: str) -> str:
    """The jump host that a ProxyCommand goes through, as ProxyJump names it; nothing where it is another program."""
    try:
        words = shlex.split(command)
        inner = read_args(shlex.join(words[1:])) if words[:1] == ["ssh"] else None
    except (UsageError, ValueError):
        return ""
    if inner is None or not inner.rest or set(inner.taken) - {"user", "port", "proxy_jump", "connect_timeout"}:
        return ""
    host, run = inner.rest[0], inner.rest[1:]
    by_relay = bool(run) and run[0].rpartition("/")[2] in _RELAYS and run[-2:] == ["%h", "%p"]
    if not (inner.relays and not run) and not by_relay:
        return ""
    user, at, bare = host.rpartition("@")
    user = user if at else inner.taken.get("user", "")
    port = inner.taken.get("port", "")
    place = f"[{bare}]" if ":" in bare else bare
    hop = f"{user}@{place}" if user else place
    hop = f"{hop}:{port}" if port else hop
    before = inner.taken.get("proxy_jump", "")
    return f"{before},{hop}" if before else hop
