"""What the SSH configuration says about a host: ssh_config(5) as far as it decides how a host is reached.

The user's file is read, then the system's; the first value counts, except for files of keys, which add up. Nothing is
run to find out what counts: a block whose ``Match exec`` would have to be asked is left out, and a remark says so.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.language import tr
from app.model import Target
from app.places import account, at_home
from app.transport.sshconfigfile import DEPTH, Line, Source, fault_of, lines_of
from app.transport.sshreading import Reading
from app.transport.sshtokens import Tokens, UnknownTokenError

USER_FILE = Path("~/.ssh/config")
SYSTEM_FILE = Path(os.environ.get("PROGRAMDATA", "/etc"), "ssh", "ssh_config")  # the variable is there on Windows only
_REMARKED = 200  # hosts that are asked about while a person waits; a large configuration takes milliseconds each
_PORT = 22
_TIMES = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}


@dataclass(frozen=True, slots=True)
class HostConfig:
    """What is configured for one name; empty means that nothing is. Names of files are whole, tokens replaced.

    ``proxy_jump`` and ``proxy_command`` keep their tokens; at most one is set, and "none" is nothing.
    ``identity_agent`` is a socket or "none", ``known_hosts`` and ``global_known_hosts`` are ("none",) where none is to
    be read. ``refused`` says why the configuration can't be trusted or followed: no connection should be made by what
    is left. ``remarks`` are sentences on what was left out.
    """

    hostname: str = ""
    port: int = 0
    user: str = ""
    identities: tuple[str, ...] = ()
    identities_only: bool = False
    certificates: tuple[str, ...] = ()
    identity_agent: str = ""
    proxy_jump: str = ""
    proxy_command: str = ""
    known_hosts: tuple[str, ...] = ()
    global_known_hosts: tuple[str, ...] = ()
    revoked_host_keys: str = ""
    host_key_alias: str = ""
    connect_timeout: float = 0  # seconds; 0: none is set
    address_family: str = "any"  # any | inet | inet6
    bind_address: str = ""
    refused: str = ""
    remarks: tuple[str, ...] = ()


def lookup(name: str, path: Path | None = None, *, user: str = "", port: int = 0) -> HostConfig:
    """The configuration of a name as it was typed, perhaps with a user and port, which then count before it.

    ``path`` is read instead of the user's and the system's file. A file that is missing says nothing.
    """
    reading = Reading(name, user, port)
    reading.read(_sources(path))
    return _typed(reading)


def applied(target: Target, path: Path | None = None) -> Target:
    """The target with what the SSH configuration knows of its address where the target itself says nothing."""
    return laid_over(target, config_of(target, path))


def config_of(target: Target, path: Path | None = None) -> HostConfig:
    """The configuration that counts for a target."""
    return lookup(target.address or target.name, path, user=target.user, port=target.port)


def laid_over(target: Target, config: HostConfig) -> Target:
    """The target, completed by its configuration; its own ProxyJump, even "none", counts before the configured way."""
    jump = target.proxy_jump or config.proxy_jump
    return replace(
        target,
        address=config.hostname or target.address or target.name,
        port=target.port or config.port or _PORT,
        user=target.user or config.user,
        identity=target.identity or next(filter(None, map(key_file_of, config.identities)), ""),
        proxy_jump="" if jump.lower() == "none" else jump,
    )


def remarks(targets: Sequence[Target]) -> tuple[str, ...]:
    """What of the configuration was left out for any of these, each said once; the first hosts speak for thousands."""
    said: dict[str, None] = {}
    for target in targets[:_REMARKED]:
        if target.transport == "ssh":
            said.update(dict.fromkeys(config_of(target).remarks))
    return tuple(said)


def key_file_of(identity: str) -> str:
    """A key file of the configuration, or its public half alone where the agent has the private one; else nothing."""
    return next((found for found in (identity, f"{identity}.pub") if Path(found).is_file()), "")


def names(path: Path | None = None) -> tuple[str, ...]:
    """Every name that the configuration spells out, included files too, for a person to choose from."""
    found: dict[str, None] = {}
    for source in _sources(path):
        for line in _flat(source, 0, set()):
            found.update(dict.fromkeys(word for word in line.words or () if word and not set(word) & set("*?!")))
    return tuple(found)


def _files(path: Path | None) -> tuple[tuple[Path, bool], ...]:
    """The files that are read, and whether each is a user's own."""
    if path is not None:
        return ((at_home(path), True),)
    return (at_home(USER_FILE), True), (SYSTEM_FILE, False)


def _sources(path: Path | None) -> tuple[Source, ...]:
    """The same, with where relative names in them lead; a user's own must not be writable by others."""
    home, system = at_home("~/.ssh"), SYSTEM_FILE.parent
    return tuple(
        Source(file, user=user, base=home if user else system, checked=path is None and user)
        for file, user in _files(path)
    )


def _flat(source: Source, depth: int, seen: set[Path]) -> Iterator[Line]:
    """The Host lines of a file and of those that it includes."""
    if source.path in seen or depth > DEPTH or (source.checked and fault_of(source.path)):
        return
    seen.add(source.path)
    for line in lines_of(source.path):
        if line.keyword == "host":
            yield line
        elif line.keyword == "include":
            for below in source.included(line):
                yield from _flat(below, depth + 1, seen)


def _seconds(word: str) -> float:
    parts = re.findall(r"(\d+)([smhdw]?)", word.lower())
    return float(sum(int(number) * _TIMES[unit] for number, unit in parts))


def _typed(reading: Reading) -> HostConfig:
    """What was gathered as values, tokens replaced."""
    first = reading.first
    host, remarks = reading.host, dict(reading.remarks)
    port = int(first.get("port", "0"))
    alias = first.get("hostkeyalias", "")
    jump = "" if (reading.jump or "none").lower() == "none" else str(reading.jump)
    command = "" if (reading.command or "none").lower() == "none" else str(reading.command)
    tokens = Tokens(
        reading.name,
        host,
        reading.port or port or _PORT,
        reading.user or first.get("user") or account(),
        alias,
        jump,
    )

    def files(kind: str, words: tuple[str, ...]) -> tuple[str, ...]:
        found = []
        for word in words:
            try:
                found.append("none" if word.lower() == "none" else tokens.file(word))
            except UnknownTokenError as error:
                remarks[
                    tr("{kind} {word} of the SSH configuration was left out: nothing is known for {error}.").format(
                        kind=kind, word=word, error=error
                    )
                ] = None
        return tuple(found)

    if first.get("canonicalizehostname", "no").lower() not in {"no", "false"}:
        remarks[tr("CanonicalizeHostname of the SSH configuration is not followed; give the whole names of hosts.")] = (
            None
        )
    refused = reading.refused
    if command and first.get("proxyusefdpass", "no").lower() in {"yes", "true"}:
        refused = refused or tr(
            "ProxyUseFdpass can't be followed; give a ProxyCommand that hands the data on, or ProxyJump."
        )
    return HostConfig(
        hostname=host if "hostname" in first else "",
        port=port,
        user=first.get("user", ""),
        identities=_but_none(files("IdentityFile", reading.lists.get("identityfile", ()))),
        identities_only=first.get("identitiesonly", "no").lower() in {"yes", "true"},
        certificates=_but_none(files("CertificateFile", reading.lists.get("certificatefile", ()))),
        identity_agent=_agent(first.get("identityagent", ""), files),
        proxy_jump=jump,
        proxy_command=command,
        known_hosts=files("UserKnownHostsFile", reading.lists.get("userknownhostsfile", ())),
        global_known_hosts=reading.lists.get("globalknownhostsfile", ()),
        revoked_host_keys="".join(_but_none(files("RevokedHostKeys", _listed(first.get("revokedhostkeys"))))),
        host_key_alias=alias,
        connect_timeout=_seconds(first.get("connecttimeout", "")),
        address_family=first.get("addressfamily", "any").lower(),
        bind_address=first.get("bindaddress", ""),
        refused=refused,
        remarks=tuple(remarks),
    )


def _but_none(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name != "none")


def _listed(word: str | None) -> tuple[str, ...]:
    return () if word is None else (word,)


def _agent(word: str, files: Callable[[str, tuple[str, ...]], tuple[str, ...]]) -> str:
    """The socket of the agent, "none", or nothing where the environment's counts."""
    if word == "SSH_AUTH_SOCK":
        return ""
    if word.startswith("$") and not word.startswith("${"):  # the whole value is the name of a variable
        return os.environ.get(word[1:], "none")
    return "".join(files("IdentityAgent", _listed(word or None)))
