"""The report as plain frozen values: everything that a page shows, already decided, counted, worded and sorted.

Nothing here knows a library or a page; ``compose`` makes it from a ScanResult and each printed format lays it out.
Text is what people and hosts wrote, not escaped: that is for the place where it leaves.
"""

from dataclasses import dataclass
from datetime import date

from app.record import OverrideKind
from app.report.verdict import Verdict

Counts = tuple[tuple[Verdict, int], ...]  # worst first, none of them 0


@dataclass(frozen=True, slots=True)
class Cover:
    """Who audited what, when, with what, and how to prove it."""

    title: str
    organisation: str
    state: str  # in words
    draft: bool  # nobody has signed the audit; whether the report is signed digitally is not known when it is drawn
    revision: str  # "" for the first
    signed: str  # by whom, when; "" while it isn't
    alone: bool  # one person may accept their own answers
    auditor: str
    auditor_role: str
    others: tuple[str, ...]  # "name, role" of everybody else who answered or reviewed
    hosts: tuple[str, ...]
    not_reached: tuple[str, ...]
    outcome: str  # what the summary begins with
    waived: str  # how many failures are accepted for now; "" where none is
    chapters: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]  # (chapter, why)
    created: str
    started: str
    finished: str
    reported: date
    guideline: str
    digest: str
    program: str
    audit_id: str
    seal: str
    notice: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: a chapter or a severity, and its counts."""

    key: str
    label: str
    counts: Counts
    note: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """A failing item in plain words."""

    item: str
    title: str
    severity: str
    hosts: tuple[str, ...]  # empty: it concerns the site
    found: str
    why: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The page for those who read one page."""

    headline: str
    score: int | None
    score_before_waivers: int | None
    total: int  # findings
    decided: int
    counts: Counts
    chapters: tuple[Bar, ...]
    severities: tuple[Bar, ...]
    risks: tuple[Risk, ...]  # the worst first, all of them
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Host:
    """A machine of the audit and how it was looked at."""

    name: str
    address: str
    role: str
    platform: str
    system: str
    account: str
    privilege: str
    host_key: str
    reached: bool
    why_not: str
    parent: str
    started: str
    seconds: float
    facts: tuple[tuple[str, str], ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class ResultRow:
    """Machines with the same verdict for the same cause."""

    verdict: Verdict
    hosts: tuple[str, ...]  # empty: the whole site
    message: str
    answers: tuple[str, ...]  # who laid what over it


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """Expected against found for one subject, on the machines where both are the same."""

    verdict: Verdict
    hosts: tuple[str, ...]
    check: str  # what the check is called
    subject: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Passing:
    """Subjects of one check that hold alike, named in one line."""

    hosts: tuple[str, ...]
    expected: str
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Prose or commands."""

    text: str
    code: bool


@dataclass(frozen=True, slots=True)
class Remedy:
    """How to mend it on these machines."""

    hosts: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some lines of an exhibit, and where the whole stands."""

    exhibit: str
    source: str  # "hv1/sshd"
    command: str  # its first line, shortened; the exhibit has the whole
    lines: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the guideline on all machines."""

    id: str
    title: str
    severity: str
    mode: str
    scope: str
    basis: str
    threats: tuple[str, ...]
    requirement: str
    rationale: str
    question: str  # "" where nobody has to answer
    references: tuple[str, ...]
    verdict: Verdict  # the worst of the rows
    counts: Counts
    rows: tuple[ResultRow, ...]
    subjects: tuple[SubjectRow, ...]
    further: int  # rows of subjects that stand in the JSON alone
    passing: tuple[Passing, ...]
    remedies: tuple[Remedy, ...]
    excerpts: tuple[Excerpt, ...]
    exhibits: tuple[str, ...]  # every exhibit that the item rests on


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a chapter."""

    id: str
    title: str
    introduction: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the guideline with its findings."""

    id: str
    title: str
    introduction: str
    left_out: str  # why, "" if it is in the audit
    counts: Counts
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A sign-off, a waiver or a withdrawal, by whom and what it changed."""

    number: str
    kind: OverrideKind
    item: str
    title: str
    host: str  # "" for the whole site
    before: Verdict
    after: Verdict
    by: str
    role: str
    time: str
    remark: str
    origin: str  # of an answer carried over from an earlier audit
    expires: str  # "" without an end
    state: str  # in force, ended, withdrawn, replaced, rejected ... in words
    counts: bool  # it decides what stands
    ended: bool  # its day is over
    soon: bool  # ends within thirty days
    review: str  # in words
    rejected: bool
    attachments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapRow:
    """Items that nobody could decide on these machines, for one cause."""

    verdict: Verdict
    items: tuple[str, ...]
    hosts: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Gap:
    """Everything without a verdict for one reason, and what would help."""

    title: str
    advice: str
    count: int
    rows: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A piece of evidence with its marks, printed up to the stated limit."""

    number: str  # "E12"
    source: str
    host: str
    command: str
    account: str
    started: str
    seconds: float
    exit: str
    size: int  # bytes that are kept
    sha256: str
    lines: tuple[str, ...]  # empty and not printed: see the note
    errors: tuple[str, ...]  # lines of standard error
    notes: tuple[str, ...]  # what is cut, masked or wrong
    printed: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One item on one machine in both audits."""

    item: str
    title: str
    host: str  # "" for the whole site
    before: Verdict | None  # None: that audit had no such finding
    after: Verdict | None
    text_changed: bool


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Changes of one kind."""

    title: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed since an earlier audit."""

    earlier: str
    headline: str
    lists: tuple[tuple[str, str], ...]  # (what, names)
    groups: tuple[ChangeGroup, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the audit's record."""

    number: str
    time: str
    who: str
    what: str
    where: str  # item and machine, if it is about one


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the report and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report."""

    cover: Cover
    overview: Overview
    method: tuple[tuple[str, str], ...]  # (heading, paragraph)
    hosts: tuple[Host, ...]
    clones: tuple[str, ...]  # sentences on machines with the same SSH host key
    chapters: tuple[Chapter, ...]
    signoffs: tuple[Answer, ...]
    waivers: tuple[Answer, ...]
    gaps: tuple[Gap, ...]
    inapplicable: tuple[tuple[str, int], ...]  # (why, how many findings)
    exhibits: tuple[Exhibit, ...]
    exhibits_note: str
    history: tuple[Entry, ...]
    changes: Changes | None  # None: compared with nothing
    glossary: tuple[Term, ...]
