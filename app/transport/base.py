"""What every way to a host has in common: secrets, limits, questions to a person, and one duplex shell."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn, Protocol

from app.model import Target
from app.secrecy import guard


@dataclass(frozen=True, slots=True, repr=False, weakref_slot=True)
class Secrets:
    """What is needed to log in to one target; its text form shows nothing.

    ``password`` is the login password, ``passphrase`` that of the key file, ``sudo`` what sudo asks for.
    """

    password: str | None = None
    passphrase: str | None = None
    sudo: str | None = None

    def __post_init__(self) -> None:
        """Have them hidden wherever this process prints a trace or what a host said."""
        guard(self)

    def words(self) -> tuple[str, ...]:
        """The secrets that there are."""
        return tuple(word for word in (self.password, self.passphrase, self.sudo) if word)

    def filled(self, other: "Secrets") -> "Secrets":
        """These, and of the other those that are missing here: what a person typed goes before what was kept."""
        return Secrets(
            password=other.password if self.password is None else self.password,
            passphrase=other.passphrase if self.passphrase is None else self.passphrase,
            sudo=other.sudo if self.sudo is None else self.sudo,
        )

    def __repr__(self) -> str:
        return "Secrets(hidden)"

    def __reduce__(self) -> NoReturn:
        """Refuse to be written anywhere: a secret never travels."""
        raise TypeError("secrets are never serialised")


def no_secrets(_target: Target) -> Secrets:
    """For ways where no machine in between is given any."""
    return Secrets()


@dataclass(frozen=True, slots=True)
class Limits:
    """Wall-clock limits in seconds.

    ``connect`` for reaching the port, greeting and key exchange together; ``login`` for proving who we are, and again
    for the shell's first answer and for sudo; ``person`` for what somebody types meanwhile (OpenSSH lets a login wait
    two minutes); ``probe`` replaces the probes' own limits; ``host`` for everything that is asked. ``insisted``: a
    person asked for that ``connect``, so no ConnectTimeout of a host replaces it.
    """

    connect: float = 15
    login: float = 30
    person: float = 110
    probe: float | None = None
    host: float = 300
    insisted: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing that a host asks; ``text`` is as the host sent it, so each sink escapes it.

    ``echo`` says whether what is typed may be seen.
    """

    text: str
    echo: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What a host (or a missing secret) wants from a person during a login.

    ``target`` is the name in the audit, ``where`` how sentences name the place, ``user`` the account. ``title`` and
    ``instructions`` are the host's words like the prompts: raw, and nothing to be believed. ``kind`` tells whose words
    they are: "host" for the host's own; "password" (of ``user``) and "passphrase" (of the key file that the prompt
    names) for ours, asked because none was given.
    """

    target: str
    where: str
    user: str
    title: str
    instructions: str
    prompts: tuple[Prompt, ...]
    kind: str = "host"


Asker = Callable[[Question, threading.Event], Sequence[str] | None]
"""Puts a question to a person and gives one answer a prompt, or None where they decline.

Called in the worker's thread of the host, which waits for it; several hosts may ask at once. The event is set when the
login is over (its limit has passed, the host hung up, the run was cancelled): the asker then takes the question away
and returns at once; what it returns is dropped.
"""


class MetKeys:
    """The host keys that a run has met, and where; threads of several hosts share it."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = {}
        self._lock = threading.Lock()

    def note(self, fingerprint: str, place: str) -> tuple[str, ...]:
        """Add a place; gives the others where this key was met before."""
        with self._lock:
            places = self._places.setdefault(fingerprint, [])
            others = tuple(one for one in places if one != place)
            if place not in places:
                places.append(place)
            return others


@dataclass(frozen=True, slots=True)
class HostKeyPolicy:
    """Which host keys are believed.

    ``known_hosts`` are files to read, ``own_file`` is ours (read too; the only one that is ever written).
    ``accept_new`` takes and stores a key that nobody knows yet, never a changed one. ``accept_fingerprints`` are
    "SHA256:..." values that a person has confirmed for this run. ``met`` says where the run's other
    hosts showed their keys.

    ``expected`` is the only key that is believed of this host, whatever the files say; empty: the files decide. A
    host's own UserKnownHostsFile takes the place of ``known_hosts``, its GlobalKnownHostsFile that of
    ``system_known_hosts``; not where a person named the files (``insisted``).
    """

    known_hosts: tuple[Path, ...]
    own_file: Path
    accept_new: bool = False
    accept_fingerprints: frozenset[str] = frozenset()
    expected: str = ""  # "SHA256:..."
    system_known_hosts: tuple[Path, ...] = ()
    insisted: bool = False
    met: MetKeys = field(default_factory=MetKeys)


class Session(Protocol):
    """One shell on one host: /bin/sh reading its commands from ``send``."""

    host_key: str  # "SHA256:...", empty where there is none
    typed: tuple[str, ...]  # what a person typed unseen during the login, which no evidence may hold
    outdated: tuple[str, ...]  # SSH algorithms in use that only a person's word allowed
    lost: bool  # whether the connection broke off, rather than the shell ending
    lost_why: str  # "silent" (no sign of life), "asleep" (this computer was suspended), "overrun", or nothing known
    lost_at: str  # the host in between that it broke off at, as sentences name it; empty where it was the host itself

    def start(self) -> None:
        """Start the shell; ConnectError (no-shell, lost) if the host doesn't."""

    def send(self, data: bytes) -> None:
        """Give bytes to the shell's standard input; after the connection is lost, nothing happens."""

    def end_input(self) -> None:
        """Close the shell's standard input."""

    def read(self, timeout: float) -> tuple[bytes, bytes] | None:
        """What came on both streams, at most after that many seconds; None once both have ended."""

    def close(self) -> None:
        """End the shell and everything that belongs to it; safe to call twice and from any thread."""
