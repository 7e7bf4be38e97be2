"""What the SSH configuration says about a host: ssh_config(5) as far as it decides how a host is reached.

The user's file is read, then the system's; the first value counts, except for files of keys, which add up. Nothing is
run to find out what counts: a block whose ``Match exec`` would have to be asked is left out, and a remark says so.
"""

import getpass
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.model import Target
from app.transport.sshconfigfile import Line, fault_of, included, lines_of
from app.transport.sshmatch import Facts, judge
from app.transport.sshpattern import fits
from app.transport.sshtokens import HOSTNAME, Tokens, UnknownTokenError

USER_FILE = Path("~/.ssh/config")
SYSTEM_FILE = Path(os.environ.get("PROGRAMDATA", "/etc"), "ssh", "ssh_config")  # the variable is there on Windows only
_DEPTH = 16  # as OpenSSH: includes within includes
_MOST_FILES = 2_000  # read for one name; more is a tree of includes that nobody wrote
_REMARKED = 200  # hosts that are asked about while a person waits; a large configuration takes milliseconds each
_PORT = 22
_FIRST = {  # keywords with one value, of which the first counts
    "hostname", "port", "user", "identitiesonly", "identityagent", "hostkeyalias", "connecttimeout", "addressfamily",
    "bindaddress", "tag", "canonicalizehostname", "revokedhostkeys", "proxyusefdpass",
}  # fmt: skip
_DECIDING = {"host", "match", "hostname", "port", "user", "proxyjump", "proxycommand"}
_FIRST_LIST = {"userknownhostsfile", "globalknownhostsfile"}  # one line of several values, of which the first counts
_ALL = {"identityfile": "identityfile", "identityfile2": "identityfile", "certificatefile": "certificatefile"}
_TIMES = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
_TIME = re.compile(r"(?:\d{1,8}[smhdw]?)+", re.IGNORECASE)


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
    reading = _Reading(name, user, port)
    reading.read(path)
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
    for file, user in _files(path):
        for line in _flat(file, user, 0, set()):
            found.update(dict.fromkeys(word for word in line.words or () if word and not set(word) & set("*?!")))
    return tuple(found)


def _files(path: Path | None) -> tuple[tuple[Path, bool], ...]:
    """The files that are read, and whether each is a user's own."""
    if path is not None:
        return ((path.expanduser(), True),)
    return (USER_FILE.expanduser(), True), (SYSTEM_FILE, False)


def _base(*, user: bool) -> Path:
    return Path("~/.ssh").expanduser() if user else SYSTEM_FILE.parent


def _flat(path: Path, user: bool, depth: int, seen: set[Path]) -> Iterator[Line]:  # noqa: FBT001 - private, and handed on
    if path in seen or depth > _DEPTH or (fault_of(path) and path != SYSTEM_FILE):
        return
    seen.add(path)
    for line in lines_of(path):
        if line.keyword == "host":
            yield line
        elif line.keyword == "include":
            for word in line.words or ():
                for file in included(word, base=_base(user=user), user=user):
                    yield from _flat(file, user, depth + 1, seen)


@dataclass(slots=True)
class _Reading:
    """What was gathered for one name so far."""

    name: str
    user: str
    port: int
    first: dict[str, str] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    jump: str | None = None
    command: str | None = None
    refused: str = ""
    remarks: dict[str, None] = field(default_factory=dict)
    _final: bool = False
    _last: str = ""  # where the name leads, in the second reading
    _wants_final: bool = False
    _count: int = 0

    @property
    def host(self) -> str:
        """Where the name leads as far as is known."""
        given = self.first.get("hostname")
        if given is None:
            return self.name
        try:
            return Tokens(self.name, self.name, 0, "").expand(given, HOSTNAME)
        except UnknownTokenError:
            return given

    def read(self, path: Path | None) -> None:
        """The files once, and again where a ``Match final`` wants to see what became of the name."""
        for _ in range(2):
            for file, user in _files(path):
                self._file(file, user=user, checked=path is None and user, depth=0)
            if self._final or not self._wants_final:
                return
            self._final = True
            self.first.setdefault("hostname", self.name.replace("%", "%%"))  # from here on it leads nowhere else
            self._last = self.host

    def _file(self, path: Path, *, user: bool, checked: bool, depth: int) -> None:
        """One file, which is only read where the block around its Include counts; no block of it ends that one."""
        self._count += 1
        if checked and (fault := fault_of(path)):
            self.refused = self.refused or fault
            return
        if depth > _DEPTH or self._count > _MOST_FILES:
            self._remark(f"{path}: too many files include each other; what stands there was left out.")
            return
        active = True
        for line in lines_of(path):
            if line.keyword == "host":
                active = self._fits(line)
            elif line.keyword == "match":
                active = self._matches(line)
            elif active and line.keyword == "include":
                for word in line.words or ():
                    for file in included(word, base=_base(user=user), user=user):
                        self._file(file, user=user, checked=True, depth=depth + 1)
            elif active:
                self._take(line)

    def _fits(self, line: Line) -> bool:
        if not line.words:
            self._passed_over(line)
        return fits(self._last or self.name, line.words or ())

    def _matches(self, line: Line) -> bool:
        user = self.user or self.first.get("user") or getpass.getuser()
        tag = self.first.get("tag", "")
        verdict = judge(line.rest, Facts(self.host, self.name, user, getpass.getuser(), tag, self._final))
        self._wants_final = self._wants_final or verdict.wants_final
        if verdict.wrong:
            self._passed_over(line)
        elif verdict.unknown == "exec":
            self._remark(
                f"{line.place}: `Match exec` was left out, because Bartizan runs no program to see what counts; name "
                "the hosts in a `Host` block, or set what they need in the inventory."
            )
        elif verdict.unknown:
            self._remark(
                f"{line.place}: `Match {verdict.unknown[:30]}` was left out; Bartizan can't tell whether it fits."
            )
        return verdict.fits

    def _take(self, line: Line) -> None:
        key, words = line.keyword, line.words
        if key == "proxyjump":
            self._take_jump(line)
        elif key == "proxycommand":
            if self.command is None and (self.jump or "none").lower() == "none":
                self.command = line.rest
        elif key not in _FIRST and key not in _FIRST_LIST and key not in _ALL:
            return
        elif not words or not words[0] or (key not in _FIRST_LIST and len(words) > 1):
            self._passed_over(line)
        elif key in _FIRST_LIST:
            self.lists.setdefault(key, words)
        elif key in _ALL:
            kind = _ALL[key]
            self.lists[kind] = tuple(dict.fromkeys((*self.lists.get(kind, ()), words[0])))
        elif not _is_right(key, words[0]):
            self._passed_over(line)
        elif key != "connecttimeout" or words[0].lower() != "none":  # which means that none is set yet
            self.first.setdefault(key, words[0])

    def _take_jump(self, line: Line) -> None:
        if self.command is not None or self.jump is not None:
            return
        jump = line.rest.partition("#")[0].strip(' \t"')
        if not jump or any(not part or re.search(r"\s", part) for part in jump.split(",")):
            self._passed_over(line)
        else:
            self.jump = jump

    def _passed_over(self, line: Line) -> None:
        """What decides where a name leads can't be guessed; OpenSSH refuses any line like this."""
        text = f"{line.place}: what stands behind {line.keyword} is not as ssh_config(5) says; mend it."
        if line.keyword in _DECIDING:
            self.refused = self.refused or text
        else:
            self._remark(f"{text} It was passed over.")

    def _remark(self, text: str) -> None:
        self.remarks[text] = None


def _is_right(key: str, word: str) -> bool:
    match key:
        case "port":
            return word.isascii() and word.isdecimal() and len(word) < 6 and 0 < int(word) < 1 << 16  # noqa: PLR2004 - digits
        case "connecttimeout":
            return word.lower() == "none" or _TIME.fullmatch(word) is not None
        case "addressfamily":
            return word.lower() in {"any", "inet", "inet6"}
        case "identitiesonly":
            return word.lower() in {"yes", "no", "true", "false"}
        case _:
            return True


def _seconds(word: str) -> float:
    parts = re.findall(r"(\d+)([smhdw]?)", word.lower())
    return float(sum(int(number) * _TIMES[unit] for number, unit in parts))


def _typed(reading: _Reading) -> HostConfig:
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
        reading.user or first.get("user") or getpass.getuser(),
        alias,
        jump,
    )

    def files(kind: str, words: tuple[str, ...]) -> tuple[str, ...]:
        found = []
        for word in words:
            try:
                found.append("none" if word.lower() == "none" else tokens.file(word))
            except UnknownTokenError as error:
                remarks[f"{kind} {word} of the SSH configuration was left out: nothing is known for {error}."] = None
        return tuple(found)

    if first.get("canonicalizehostname", "no").lower() not in {"no", "false"}:
        remarks["CanonicalizeHostname of the SSH configuration is not followed; give the whole names of hosts."] = None
    refused = reading.refused
    if command and first.get("proxyusefdpass", "no").lower() in {"yes", "true"}:
        refused = (
            refused or "ProxyUseFdpass can't be followed; give a ProxyCommand that hands the data on, or ProxyJump."
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
