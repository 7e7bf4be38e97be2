"""One reading of SSH configuration for one name: which blocks count, and what they say, word by word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.language import tr
from app.places import account
from app.transport.sshconfigfile import DEPTH, Line, Source, fault_of, lines_of
from app.transport.sshmatch import Facts, judge
from app.transport.sshpattern import fits
from app.transport.sshtokens import HOSTNAME, Tokens, UnknownTokenError

_MOST_FILES = 2_000  # read for one name; more is a tree of includes that nobody wrote
_FIRST = {  # keywords with one value, of which the first counts
    "hostname", "port", "user", "identitiesonly", "identityagent", "hostkeyalias", "connecttimeout", "addressfamily",
    "bindaddress", "tag", "canonicalizehostname", "revokedhostkeys", "proxyusefdpass",
}  # fmt: skip
_DECIDING = {"host", "match", "hostname", "port", "user", "proxyjump", "proxycommand"}
_FIRST_LIST = {"userknownhostsfile", "globalknownhostsfile"}  # one line of several values, of which the first counts
_ALL = {"identityfile": "identityfile", "identityfile2": "identityfile", "certificatefile": "certificatefile"}
_TIME = re.compile(r"(?:\d{1,8}[smhdw]?)+", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
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

    def read(self, sources: Sequence[Source]) -> None:
        """The files once, and again where a ``Match final`` wants to see what became of the name."""
        for _ in range(2):
            for source in sources:
                self._file(source, 0)
            if self._final or not self._wants_final:
                return
            self._final = True
            self.first.setdefault("hostname", self.name.replace("%", "%%"))  # from here on it leads nowhere else
            self._last = self.host

    def _file(self, source: Source, depth: int) -> None:
        """One file, which is only read where the block around its Include counts; no block of it ends that one."""
        self._count += 1
        path = source.path
        if source.checked and (fault := fault_of(path)):
            self.refused = self.refused or fault
            return
        if depth > DEPTH or self._count > _MOST_FILES:
            self._remark(
                tr("{path}: too many files include each other; what stands there was left out.").format(path=path)
            )
            return
        active = True
        for line in lines_of(path):
            if line.keyword == "host":
                active = self._fits(line)
            elif line.keyword == "match":
                active = self._matches(line)
            elif active and line.keyword == "include":
                for below in source.included(line):
                    self._file(below, depth + 1)
            elif active:
                self._take(line)

    def _fits(self, line: Line) -> bool:
        if not line.words:
            self._passed_over(line)
        return fits(self._last or self.name, line.words or ())

    def _matches(self, line: Line) -> bool:
        user = self.user or self.first.get("user") or account()
        tag = self.first.get("tag", "")
        verdict = judge(line.rest, Facts(self.host, self.name, user, account(), tag, self._final))
        self._wants_final = self._wants_final or verdict.wants_final
        if verdict.wrong:
            self._passed_over(line)
        elif verdict.unknown == "exec":
            self._remark(
                tr(
                    "{place}: `Match exec` was left out, because Bartizan runs no program to see what "
                    "counts; name the hosts in a `Host` block, or set what they need in the inventory."
                ).format(place=line.place)
            )
        elif verdict.unknown:
            self._remark(
                tr("{place}: `Match {word}` was left out; Bartizan can't tell whether it fits.").format(
                    place=line.place, word=verdict.unknown[:30]
                )
            )
        return verdict.fits

    def _take(self, line: Line) -> None:
        key, words = line.keyword, line.words
        if key == "proxyjump":
            self._take_jump(line)
        elif key == "proxycommand":
            if not line.rest:
                self._passed_over(line)
            elif self.command is None and (self.jump or "none").lower() == "none":
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
        text = tr("{place}: what stands behind {keyword} is not as ssh_config(5) says; mend it.").format(
            place=line.place, keyword=line.keyword
        )
        if line.keyword in _DECIDING:
            self.refused = self.refused or text
        else:
            self._remark(text + " " + tr("It was passed over."))

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
