"""What an entry of the ledger says: one frozen class per kind of entry, written as JSON by app.store.codec.

``content`` of a payload names what the entry refers to by SHA-256 in the content table. Once released, a class here
may only gain fields with a default: entries are never rewritten.
"""

from dataclasses import dataclass, field
from datetime import datetime

from app.model import Reason, Target, TargetState
from app.overrides import Answer
from app.record import Attachment, AuditInfo

AUDIT_STATES = ("open", "submitted", "accepted", "signed")
VERDICTS = ("submitted", "accepted", "rejected")


@dataclass(frozen=True, slots=True)
class Created:
    """The first entry of every audit file."""

    program: str  # "Bartizan 0.1.0"
    info: AuditInfo
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class InfoSet:
    """The audit was described anew."""

    info: AuditInfo


@dataclass(frozen=True, slots=True)
class TargetsSet:
    """What is audited from now on."""

    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class RunStarted:
    """``rules`` is the SHA-256 of a JSON object with the text digest of every item at that time, or empty."""

    targets: tuple[str, ...]
    benchmark: str
    version: str
    digest: str
    by: str = ""
    rules: str = ""
    judged: bool = False  # stored evidence was judged again; no machine was looked at

    @property
    def content(self) -> tuple[str, ...]:
        """SHA-256 of the content that this refers to."""
        return (self.rules,) if self.rules else ()


@dataclass(frozen=True, slots=True)
class Looked:
    """One target was looked at: ``evidence`` is a JSON list kept as content, ``results`` what app.store.results wrote.

    ``verdicts`` are those of the results on the target, by app.store.verdicts; None in entries from before there were.
    """

    state: TargetState
    evidence: str
    results: str
    verdicts: dict[str, tuple[str, ...]] | None = None

    @property
    def content(self) -> tuple[str, ...]:
        """SHA-256 of the content that this refers to."""
        return (self.evidence, self.results)

    def verdicts_on(self, target: str | None) -> dict[str, tuple[str, ...]] | None:
        """The verdicts on that target; None where the entry has none."""
        return self.verdicts if target == self.state.target.name else {}


@dataclass(frozen=True, slots=True)
class SiteJudged:
    """Findings without a target and those that need several machines; see Looked.

    ``verdicts`` are those on the site, ``together`` those on each machine.
    """

    results: str
    verdicts: dict[str, tuple[str, ...]] | None = None
    together: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)

    @property
    def content(self) -> tuple[str, ...]:
        """SHA-256 of the content that this refers to."""
        return (self.results,)

    def verdicts_on(self, target: str | None) -> dict[str, tuple[str, ...]] | None:
        """The verdicts on that target, or on the site (None); None where the entry has none."""
        if self.verdicts is None or target is None:
            return self.verdicts
        return self.together.get(target, {})


@dataclass(frozen=True, slots=True)
class RunFinished:
    """The run came to its end."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Answers, by their ids, were submitted to, accepted or rejected by a second person."""

    overrides: tuple[str, ...]
    verdict: str  # one of VERDICTS
    by: str
    remark: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A file was attached."""

    attachment: Attachment

    @property
    def content(self) -> tuple[str, ...]:
        """SHA-256 of the content that this refers to."""
        return (self.attachment.sha256,)


@dataclass(frozen=True, slots=True)
class StateSet:
    """The audit as a whole was submitted, accepted, signed or opened."""

    state: str  # one of AUDIT_STATES
    by: str = ""
    remark: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Revised:
    """A signed audit was opened again; ``predecessor`` is the seal under which it was signed."""

    predecessor: str
    by: str
    remark: str


Payload = (
    Created
    | InfoSet
    | TargetsSet
    | RunStarted
    | Looked
    | SiteJudged
    | RunFinished
    | Answer
    | Reviewed
    | Attached
    | StateSet
    | Revised
)

KINDS: dict[str, type[Payload]] = {
    "created": Created,
    "info": InfoSet,
    "targets": TargetsSet,
    "run-started": RunStarted,
    "target": Looked,
    "site": SiteJudged,
    "run-finished": RunFinished,
    "override": Answer,  # its id is the number of its entry
    "review": Reviewed,
    "attachment": Attached,
    "state": StateSet,
    "revision": Revised,
}
NAMES = {kind: name for name, kind in KINDS.items()}


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """An Evidence whose streams are kept as content: their SHA-256, or empty for a silent stream."""

    probe: str
    target: str
    command: str
    privileged: bool
    started: datetime
    seconds: float
    exit_status: int | None
    output: str
    stderr: str
    truncated: bool
    bytes_total: int
    fault: Reason | None

    @property
    def content(self) -> tuple[str, ...]:
        """SHA-256 of the content that this refers to."""
        return tuple(digest for digest in (self.output, self.stderr) if digest)
