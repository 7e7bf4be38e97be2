"""The nouns of Bartizan as frozen values (terms of SCAP/XCCDF 1.2): what crosses threads and layers.

Nothing here does input or output, and nothing here imports another module of the project.
"""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any


class Result(StrEnum):
    """XCCDF 1.2 rule results that Bartizan gives."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    ERROR = "error"  # looking went wrong
    UNKNOWN = "unknown"  # looked, but can't tell
    NOTAPPLICABLE = "notapplicable"
    NOTCHECKED = "notchecked"  # nobody has looked or answered yet
    NOTSELECTED = "notselected"  # the chapter was left out
    INFORMATIONAL = "informational"


# Rule 2 of the contract: the worst of several results decides, in this order.
WORST_FIRST = (Result.FAIL, Result.ERROR, Result.UNKNOWN, Result.NOTCHECKED, Result.PASS, Result.NOTAPPLICABLE)


class Reason(StrEnum):
    """Why a result is what it is, for scripts."""

    NO_RIGHTS = "no-rights"
    TOOL_MISSING = "tool-missing"
    TIMEOUT = "timeout"
    CONNECTION_LOST = "connection-lost"
    UNREACHABLE = "unreachable"
    CANCELLED = "cancelled"
    UNPARSEABLE = "unparseable"
    TRUNCATED = "truncated"
    TAMPERED = "tampered"
    COMMAND_FAILED = "command-failed"  # an exit status that means nothing
    FACT_MISSING = "fact-missing"  # the output doesn't say
    AWAITING_SIGNOFF = "awaiting-signoff"
    NOT_DECIDABLE = "not-decidable"  # no command decides it on this platform: becomes a question
    NO_PLATFORM = "no-platform"  # no addendum fits the target
    OTHER_ROLE = "other-role"
    OUT_OF_SCOPE = "out-of-scope"  # chapter left out
    NO_SUBJECT = "no-subject"  # nothing there to judge (no VM, no interface)
    CONDITION = "condition"  # the check says that it doesn't apply here


class Severity(StrEnum):
    """How much hangs on an item; the catalogue's suggestion."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class Mode(StrEnum):
    """How an item is checked: by the program, with collected facts and a person, or by a person alone."""

    AUTOMATED = "automated"
    ASSISTED = "assisted"
    MANUAL = "manual"


class Scope(StrEnum):
    """What kind of machine an item is about."""

    HOST = "host"
    GUEST = "guest"
    BOTH = "both"
    SITE = "site"  # asked once for the organisation
    CROSS_HOST = "cross-host"  # needs facts of several machines together


class Role(StrEnum):
    """What a target is in this audit: it runs guests, or is one."""

    HOST = "host"
    GUEST = "guest"
    AUTO = "auto"  # only before detection


class Privilege(StrEnum):
    """With which rights the privileged probes of a target ran."""

    ROOT = "root"
    SUDO = "sudo"
    SUDO_EXACT = "sudo-exact"
    USER = "user"


# --- content ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rule:
    """One auditable item of the guideline: what must hold and why, for every platform."""

    id: str  # section, hyphen, letter: "4.1-a"
    section: str
    title: str
    scope: Scope
    severity: Severity
    mode: Mode
    threats: tuple[str, ...]
    basis: str  # "direct": the guideline asks for it; "derived": today's means to its end
    requirement: str
    rationale: str
    question: str
    evidence: tuple[str, ...]  # what to attach to an answer
    references: tuple[str, ...]

    @property
    def chapter(self) -> str:
        """The number of the rule's chapter."""
        return self.id.split(".", 1)[0]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a chapter (XCCDF Group)."""

    id: str
    title: str
    introduction: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the guideline (XCCDF Group): one step of the wizard."""

    id: str
    title: str
    introduction: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A threshold or agreed list of the site (XCCDF Value); a profile may set another."""

    id: str
    title: str
    default: Any
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Probe:
    """One read-only look at a target: a shell command and how to read its output.

    A derived probe has no command: its parser gets the facts of the probes in ``derived_from``.
    """

    id: str  # unique over all addenda: "sshd"
    addendum: str
    command: str
    privilege: str  # "user" | "root"
    parser: str
    timeout: int = 30  # seconds
    cap: int = 1 << 20  # bytes of output that are kept
    exits: tuple[int, ...] = (0,)  # exit statuses that mean something; any other is "could not look"
    needs: tuple[str, ...] = ()  # programs without which the command isn't run
    if_missing: Any = None  # facts when a needed program isn't there; None: the facts are unknown
    complete: bool = True  # False: empty output is a normal answer
    derived_from: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """How one item is decided on one platform."""

    id: str  # "linux.ssh-root-login"
    addendum: str
    item: str  # id of the Rule
    title: str
    expect: Any  # an Expectation tree of app.judge; None: facts are collected for a person
    when: Any = None
    when_text: str = ""  # why it doesn't apply where `when` doesn't hold
    for_each: str = ""  # path of a list of subjects
    as_: str = "subject"
    name: str = "name"  # key in the subject that names it on screen
    collect: tuple[str, ...] = ()  # probes whose output a person looks at
    remediation: tuple[tuple[str, str], ...] = ()  # (distribution family or "any", text), most specific first

    @property
    def decides(self) -> bool:
        """Whether it gives a verdict; otherwise it collects facts for a person."""
        return self.expect is not None


@dataclass(frozen=True, slots=True)
class Addendum:
    """A platform: how items are decided there."""

    id: str
    title: str
    detect: str  # shell condition evaluated on the target
    roles: tuple[Role, ...]
    hypervisor: bool
    extends: tuple[str, ...]
    probes: tuple[Probe, ...]
    checks: tuple[Check, ...]
    undecided: tuple[tuple[str, str], ...]  # (item, why no command decides it here)


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The guideline with its platform addenda."""

    id: str
    version: str
    title: str
    notice: str
    chapters: tuple[Chapter, ...]
    rules: tuple[Rule, ...]
    addenda: tuple[Addendum, ...]
    values: tuple[Value, ...]
    digest: str  # SHA-256 over the content files

    def rule(self, item: str) -> Rule:
        """The rule of that id; KeyError if there is none."""
        for rule in self.rules:
            if rule.id == item:
                return rule
        raise KeyError(item)

    def addendum(self, addendum: str) -> Addendum:
        """The addendum of that id; KeyError if there is none."""
        for candidate in self.addenda:
            if candidate.id == addendum:
                return candidate
        raise KeyError(addendum)


@dataclass(frozen=True, slots=True)
class Profile:
    """What is selected and with which values (XCCDF Profile)."""

    chapters: tuple[str, ...] = ("2", "3", "4", "5", "6", "7")
    left_out: tuple[tuple[str, str], ...] = ()  # (chapter, reason)
    values: tuple[tuple[str, Any], ...] = ()  # overrides of Value defaults


# --- targets ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Target:
    """One machine to look at. ``transport`` is "ssh" or "local"."""

    name: str
    address: str = ""
    port: int = 22
    user: str = ""
    transport: str = "ssh"
    role: Role = Role.AUTO
    platform: str = "auto"
    parent: str | None = None
    tags: tuple[str, ...] = ()
    identity: str = ""  # private key file; empty: agent, SSH config or password
    known_hosts: str = ""
    proxy_jump: str = ""
    sudo: str = "auto"  # auto | never | password
    credential: str = "auto"  # auto | agent | key | password
    certificate: str = ""  # OpenSSH user certificate; empty: the one beside the private key, if there is one
    host_key_expected: str = ""  # "SHA256:...": the only host key that is believed; empty: known_hosts decides
    connect_timeout: float = 0  # seconds; 0: the SSH config's, else the usual limit
    legacy_algorithms: bool = False  # a person allowed outdated SSH algorithms for this target alone

    @property
    def presumed_role(self) -> Role:
        """What it is taken for until it was looked at: as asked, and what has a parent is a guest."""
        return Role.GUEST if self.role is Role.AUTO and self.parent is not None else self.role


@dataclass(frozen=True, slots=True)
class TargetState:
    """What was learnt about a target while it was looked at."""

    target: Target
    reachable: bool
    role: Role = Role.AUTO
    addenda: tuple[str, ...] = ()  # those that apply, base first
    privilege: Privilege = Privilege.USER
    host_key: str = ""  # "SHA256:..."
    error_kind: str = ""
    error: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)  # os, kernel, guests ... for report and screen
    started: datetime | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one probe answered, byte for byte up to its cap."""

    probe: str
    target: str
    command: str
    privileged: bool
    started: datetime
    seconds: float
    exit_status: int | None  # None: it has none (lost, skipped, truncated, killed)
    output: bytes
    stderr: bytes = b""
    truncated: bool = False
    bytes_total: int = 0  # at least this many were sent
    fault: Reason | None = None  # why it can't be judged, if so


@dataclass(frozen=True, slots=True)
class Facts:
    """What a parser made of a probe's evidence: ``value`` is JSON-like, or ``reason`` says why there is none."""

    probe: str
    value: Any = None
    reason: Reason | None = None
    message: str = ""
    evidence: tuple[str, ...] = ()  # ids of the evidence it came from: "target/probe"


# --- results ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check on one subject."""

    check: str
    subject: str | None
    result: Result
    reason: Reason | None
    expected: str
    actual: str
    message: str
    evidence: tuple[str, ...] = ()


class Checks(Sequence[CheckResult]):
    """The checks of a result that are read when somebody asks for them; equal to a tuple of the same."""

    __slots__ = ()

    @property
    @abstractmethod
    def subjects(self) -> tuple[str | None, ...]:
        """What each of them is about."""


@dataclass(frozen=True, slots=True)
class RuleResult:
    """A finding: one item on one target (or site-wide), as measured; answers are laid over it, never into it."""

    item: str
    target: str | None  # None: site-wide
    targets: tuple[str, ...]  # every machine involved
    result: Result
    reason: Reason | None
    message: str
    checks: Sequence[CheckResult] = field(default=(), hash=False)  # a tuple, or Checks, which are read to be hashed
    evidence: tuple[str, ...] = ()  # collected for a person beyond that of the checks
    remediation: str = ""

    @property
    def subjects(self) -> tuple[str | None, ...]:
        """What each check is about, without reading the checks where they are kept apart."""
        return self.checks.subjects if isinstance(self.checks, Checks) else tuple(one.subject for one in self.checks)
