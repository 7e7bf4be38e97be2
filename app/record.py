"""What people said of results, and an audit as a whole, as frozen values: what screens and reports speak in.

As in app.model, nothing here does input or output.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from app.model import Benchmark, Evidence, Profile, Result, RuleResult, TargetState


class OverrideKind(StrEnum):
    """What a person did to a finding."""

    SIGNOFF = "signoff"
    WAIVER = "waiver"
    WITHDRAWN = "withdrawn"  # an undo: the measured result stands again


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file given as evidence to an answer; its bytes stand in the audit file."""

    name: str  # a label, never a path
    sha256: str
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Override:
    """A person's answer to an item on a target: a sign-off or a waiver."""

    id: str  # sequence number in the ledger, as text
    kind: OverrideKind
    item: str
    target: str | None
    old: Result  # what stood before, measured
    new: Result  # for a waiver: the same as old
    by: str
    role: str
    time: datetime  # UTC
    remark: str
    expires: date | None = None
    attachments: tuple[Attachment, ...] = ()
    review: str = ""  # "" | submitted | accepted | rejected
    review_by: str = ""
    review_time: datetime | None = None
    review_remark: str = ""
    origin: str = ""  # of an answer carried over from an earlier audit: from where, in words


@dataclass(frozen=True, slots=True)
class Finding:
    """A RuleResult with the answers that people laid over it."""

    measured: RuleResult
    effective: str  # a Result, or "waived"
    overrides: tuple[Override, ...] = ()  # oldest first; the last one counts
    state: str = ""  # how far people are with it: a word of app.overrides.AnswerState; empty where nobody asked
    outdated: str = ""  # what changed after the answer that counts: a word of app.overrides.Outdated

    def whole(self) -> "Finding":
        """The same with its checks read, for whoever goes through them more than once."""
        return replace(self, measured=replace(self.measured, checks=tuple(self.measured.checks)))


@dataclass(frozen=True, slots=True)
class AuditInfo:
    """The head of an audit."""

    id: str
    title: str
    organisation: str = ""
    auditor: str = ""
    auditor_role: str = ""
    created: datetime | None = None
    started: datetime | None = None
    finished: datetime | None = None
    state: str = "open"  # open | submitted | accepted | signed
    profile: Profile = field(default_factory=Profile)
    single_person: bool = False  # one person may accept their own answers; every report says so


@dataclass(frozen=True, slots=True)
class Score:
    """Share of decided items that pass, 0..100, or None where nothing was decided.

    Pass counts for, fail against (a waived failure too, in ``before_waivers``); nothing else counts.
    """

    value: int | None
    before_waivers: int | None


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signed an audit and so locked it; the time is that of the operator's clock."""

    by: str
    role: str
    time: datetime  # UTC
    remark: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened to an audit; ``who`` is empty where the program did it."""

    seq: int  # number of the entry in the ledger
    time: datetime  # UTC
    kind: str
    who: str
    what: str  # one sentence without a full stop, in English
    item: str = ""  # of an answer or a review of one
    target: str | None = None
    places: tuple[tuple[str, str | None], ...] = ()  # every item and target that it is about; an item may be empty


@dataclass(frozen=True, slots=True)
class ScanResult:
    """A whole audit as reports and screens see it."""

    info: AuditInfo
    program: str
    benchmark: Benchmark
    targets: tuple[TargetState, ...]
    findings: tuple[Finding, ...]
    evidence: Mapping[str, Evidence]  # by "target/probe"
    seal: str
    score: Score
    revision: int = 1  # counts from 1; a signed audit that is changed becomes the next one
    predecessor: str = ""  # the seal under which the revision before this one was signed
    signing: Signing | None = None  # of this revision; None while it isn't signed
    history: tuple[HistoryLine, ...] = ()  # everything that happened, oldest first
    attachments: Mapping[str, bytes] = field(default_factory=dict)  # by SHA-256; may be read lazily
    texts: Mapping[str, str] = field(default_factory=dict)  # digest of what each item asks today, by item
    contents: tuple[str, ...] = ()  # SHA-256 of the content that it was judged with; usually that of the benchmark
