"""What the process of the screen and that of the run say to each other. All of it is pickled and goes through one pipe.

A secret goes nowhere else: not to a file, an argument, the environment or a text. That is what ``Sealed`` is for, since
``Secrets`` refuses to be pickled.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.connection import Trial
from app.engine.found import Found
from app.errors import UnknownHostKeyError
from app.look import ScanOptions
from app.model import Benchmark, Profile, Target
from app.scan import Event
from app.store.encoded import Encoded
from app.transport.base import HostKeyPolicy, Limits, MetKeys, Question, Secrets

# --- to the child ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, repr=False)
class Sealed:
    """Secrets on their way from one of the program's own processes to the other."""

    words: tuple[str | None, str | None, str | None]

    @classmethod
    def of(cls, secrets: Secrets) -> "Sealed":
        """Ready to be sent."""
        return cls((secrets.password, secrets.passphrase, secrets.sudo))

    def opened(self) -> Secrets:
        """The secrets, known to ``app.secrecy`` in this process too."""
        return Secrets(*self.words)


@dataclass(frozen=True, slots=True)
class Policy:
    """A HostKeyPolicy without what the threads of its run share."""

    fields: Mapping[str, Any]

    @classmethod
    def of(cls, policy: HostKeyPolicy) -> "Policy":
        """Ready to be sent."""
        names = [name for name in HostKeyPolicy.__dataclass_fields__ if name != "met"]
        return cls({name: getattr(policy, name) for name in names})

    def opened(self) -> HostKeyPolicy:
        """The policy of a run that begins."""
        return HostKeyPolicy(**self.fields, met=MetKeys())


@dataclass(frozen=True, slots=True)
class Content:
    """The benchmark of the runs that begin from now on; half a megabyte, so it is said once."""

    benchmark: Benchmark


@dataclass(frozen=True, slots=True)
class Begin:
    """A run: everything of ScanOptions that isn't a function, and the language of its sentences."""

    run: int
    profile: Profile
    policy: Policy
    limits: Limits
    bastions: Mapping[str, Target]
    asks: bool  # whether somebody is there to answer what a host asks
    jobs: int
    language: str

    @classmethod
    def of(cls, run: int, profile: Profile, options: ScanOptions, *, jobs: int, language: str) -> "Begin":
        """Ready to be sent; the functions of the options are asked from afar."""
        policy = Policy.of(options.policy)
        return cls(run, profile, policy, options.limits, options.bastions, options.ask is not None, jobs, language)


@dataclass(frozen=True, slots=True, repr=False)
class LookAt:
    """Begin these targets of a run."""

    run: int
    targets: tuple[tuple[Target, Sealed], ...]


@dataclass(frozen=True, slots=True)
class Steer:
    """``what`` is "pause", "resume", "cancel" (one target, or all of the run) or "end" (cancel, and forget the run)."""

    run: int
    what: str
    target: str | None = None

    @property
    def cancels(self) -> bool:
        """Whether somebody waits for it to have an effect."""
        return self.what in {"cancel", "end"}


@dataclass(frozen=True, slots=True, repr=False)
class Answer:
    """To a question or a wish of that number: words, secrets or, in ``fault``, a sentence why there are none."""

    number: int
    words: tuple[str, ...] | None = None
    secrets: Sealed | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Try:
    """Test the connection to a target, with the functions of a run and these machines of the audit."""

    run: int
    number: int
    target: Target
    secrets: Sealed
    bastions: Mapping[str, Target]


@dataclass(frozen=True, slots=True)
class CallOff:
    """Cancel the test of that number."""

    number: int


@dataclass(frozen=True, slots=True)
class Compare:
    """Read that audit and compare its machines with each other."""

    number: int
    path: Path


@dataclass(frozen=True, slots=True)
class Ping:
    """Say that you live. The thread that answers is the one that hears everything else, so an answer means that too."""


@dataclass(frozen=True, slots=True)
class Bye:
    """Cancel everything, let go of the hosts, and end."""


# --- from the child ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tried:
    """A Trial whose unknown host key is taken apart: an exception with more than its sentence can't be pickled."""

    trial: Trial
    key: tuple[str, Mapping[str, Any], str] | None

    @classmethod
    def of(cls, trial: Trial) -> "Tried":
        """Ready to be sent."""
        known = trial.unknown_key
        if known is None:
            return cls(trial, None)
        fields = {
            name: getattr(known, name) for name in ("host", "port", "key_type", "fingerprint", "key_base64", "seen")
        }
        return cls(replace(trial, unknown_key=None), (str(known), fields, known.between))

    def opened(self) -> Trial:
        """As it was."""
        if self.key is None:
            return self.trial
        sentence, fields, between = self.key
        error = UnknownHostKeyError(sentence, **fields)
        error.between = between
        return replace(self.trial, unknown_key=error)


@dataclass(frozen=True, slots=True)
class Happened:
    """An event of a run."""

    run: int
    event: Event


@dataclass(frozen=True, slots=True)
class Done:
    """A target of a run is done."""

    run: int
    found: Found


@dataclass(frozen=True, slots=True)
class Asked:
    """A host asks a person; the login waits for the Answer, or until it says that it is Over."""

    run: int
    number: int
    question: Question


@dataclass(frozen=True, slots=True)
class Over:
    """Nobody wants the answer of that number any more."""

    number: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """The secrets of a machine in between."""

    run: int
    number: int
    target: Target


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a Try or a Compare; None where nothing did: for a reason in words, or by a bug with this trace."""

    number: int
    value: Encoded | Tried | None
    fault: str = ""
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Logged:
    """A line for the log, with its level."""

    level: int
    line: str


@dataclass(frozen=True, slots=True)
class Alive:
    """The answer to a Ping."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A bug outside of any target, as a scrubbed trace."""

    trace: str


FromChild = Happened | Done | Asked | Over | Wanted | Came | Logged | Alive | Broken
ToChild = Content | Begin | LookAt | Steer | Answer | Try | CallOff | Compare | Ping | Bye
