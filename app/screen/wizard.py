"""The walk through an audit, without Qt: the steps, what is decided, and what comes next."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from app.counts import Counted
from app.language import content, tr
from app.model import Benchmark, Result
from app.record import Finding

FIXED_BEFORE = ("start", "scope", "hosts", "run")

UNDECIDED = {Result.ERROR.value, Result.UNKNOWN.value, Result.NOTCHECKED.value}


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the rail: ``id`` is one of the fixed words or the chapter's number."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a set of findings is: of ``total`` that concern somebody, ``decided`` have an answer that stands."""

    total: int
    decided: int
    passed: int
    failed: int
    waived: int
    waiting: int  # awaiting a person's answer
    unclear: int  # unknown or error

    @property
    def complete(self) -> bool:
        """Whether nothing is left to decide."""
        return self.decided == self.total


def steps(benchmark: Benchmark) -> tuple[Step, ...]:
    """All steps of the wizard in order."""
    titles = {"start": tr("Start"), "scope": tr("Scope"), "hosts": tr("Hosts"), "run": tr("Run")}
    before = [Step(name, titles[name]) for name in FIXED_BEFORE]
    chapters = [Step(chapter.id, content(chapter.title)) for chapter in benchmark.chapters]
    return (*before, *chapters, Step("review", tr("Review")), Step("export", tr("Sign and export")))


def is_undecided(finding: Finding) -> bool:
    """Whether a person still has to do something about it."""
    return finding.effective in UNDECIDED


def of_chapter(findings: Sequence[Finding], benchmark: Benchmark, chapter: str) -> Sequence[Finding]:
    """The findings of that chapter, of findings in the order of the guideline, as an audit gives them."""
    order = {one.id: place for place, one in enumerate(benchmark.chapters)}

    def place(finding: Finding) -> int:
        return order[chapter_of(finding)]

    wanted = order[chapter]
    return findings[bisect_left(findings, wanted, key=place) : bisect_right(findings, wanted, key=place)]


def chapter_of(finding: Finding) -> str:
    """The number of the finding's chapter."""
    return finding.measured.item.split(".", 1)[0]


def progress_by_chapter(findings: Iterable[Finding]) -> dict[str, Progress]:
    """The progress of each chapter by its number; what doesn't apply or was left out doesn't count."""
    found = Counter((one.measured.item, one.effective) for one in findings)
    counted: Counted = Counter()
    for (item, effective), number in found.items():
        counted[item.split(".", 1)[0], effective] += number
    return progress_of([counted])


def progress_of(counts: Iterable[Counted]) -> dict[str, Progress]:
    """progress_by_chapter() from counts by machine or otherwise, as AuditView.counts() has them."""
    total: dict[tuple[str, str], int] = {}
    for counted in counts:
        for key, number in counted.items():
            total[key] = total.get(key, 0) + number
    chapters: dict[str, Counter[str]] = {}
    for (chapter, effective), number in total.items():
        chapters.setdefault(chapter, Counter())[effective] = number
    return {chapter: _progress(counted) for chapter, counted in chapters.items()}


def progress(findings: Iterable[Finding], chapter: str = "") -> Progress:
    """The progress of a chapter, or of all."""
    parts = progress_by_chapter(findings)
    return parts.get(chapter, NOTHING) if chapter else together(parts.values())


def together(parts: Collection[Progress]) -> Progress:
    """The progress of several chapters as one."""
    return Progress(*(sum(getattr(part, name) for part in parts) for name in _COUNTED))


_COUNTED = ("total", "decided", "passed", "failed", "waived", "waiting", "unclear")
NOTHING = Progress(0, 0, 0, 0, 0, 0, 0)


def _progress(counts: Counter[str]) -> Progress:
    for name in (Result.NOTAPPLICABLE, Result.NOTSELECTED, Result.INFORMATIONAL):
        counts.pop(name.value, None)
    undecided = sum(counts[name] for name in UNDECIDED)
    total = sum(counts.values())
    return Progress(
        total=total,
        decided=total - undecided,
        passed=counts[Result.PASS.value],
        failed=counts[Result.FAIL.value],
        waived=counts["waived"],
        waiting=counts[Result.NOTCHECKED.value],
        unclear=counts[Result.UNKNOWN.value] + counts[Result.ERROR.value],
    )


def next_undecided(findings: Sequence[Finding], after: tuple[str, str | None] | None = None) -> Finding | None:
    """The next finding that waits for somebody, after the given item and target, going round; None if there is none."""
    return next(filter(is_undecided, _going_round(findings, after)), None)


def next_after_answer(findings: Sequence[Finding], after: tuple[str, str | None] | None) -> Finding | None:
    """As ``next_undecided``, but what is left of the chapter comes before the other chapters."""
    waiting = filter(is_undecided, _going_round(findings, after))
    first = next(waiting, None)
    if after is None or first is None:
        return first
    chapter = after[0].split(".", 1)[0]
    return next((one for one in chain((first,), waiting) if chapter_of(one) == chapter), first)


def _going_round(findings: Sequence[Finding], after: tuple[str, str | None] | None) -> Iterator[Finding]:
    """All of them, from behind that item and target on."""
    start = 0
    if after is not None:
        item, target = after
        for index, finding in enumerate(findings):
            measured = finding.measured
            if measured.target == target and measured.item == item:
                start = index + 1
                break
    return chain(islice(findings, start, None), islice(findings, start))
