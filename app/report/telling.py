"""What a finding says, as plain lines of text: for formats of other programs, which have no tables of ours.

In English, like every file for programs. What hosts and people wrote is made visible and secrets are masked; escaping
for the format is left to its writer. Nothing is cut unsaid: a longer list or value says what is left out and where it
stands.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from app.model import Benchmark, CheckResult, Result, TargetState
from app.overrides import WAIVED, AnswerState, counting
from app.record import Finding, Override, OverrideKind, ScanResult
from app.report.masking import mask
from app.report.standing import iso, standing
from app.report.visible import visible

LINES = 40  # subjects of one finding that are told one by one, those that don't hold first
CHARS = 1_000  # characters of one value or message
_READ = 50 * CHARS  # of which they are taken; no secret that begins in what is shown reaches beyond

_WORST_FIRST = {
    result: place
    for place, result in enumerate(
        (
            Result.FAIL,
            Result.ERROR,
            Result.UNKNOWN,
            Result.NOTCHECKED,
            Result.INFORMATIONAL,
            Result.PASS,
            Result.NOTAPPLICABLE,
            Result.NOTSELECTED,
        )
    )
}
_NAMESPACE = uuid5(NAMESPACE_URL, "urn:x-bartizan:audit")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # of an audit in which nothing has a time yet


def by_machine(scan: ScanResult) -> dict[str | None, list[Finding]]:
    """The findings of each machine, in the order of the targets; None: those of the site and of several machines."""
    found: dict[str | None, list[Finding]] = {state.target.name: [] for state in scan.targets}
    for finding in scan.findings:
        found.setdefault(finding.measured.target, []).append(finding)
    site = found.pop(None, [])
    return {**found, None: site} if site else found


def told(text: str) -> str:
    """A text of any origin: secrets masked, controls visible, at most CHARS characters of it."""
    beyond = max(len(text) - _READ, 0)
    shown = visible(mask(text[:_READ]).text)
    if len(shown) <= CHARS:
        return shown
    more = len(shown) - CHARS + beyond
    return f"{shown[:CHARS]} … (+{more} characters; the whole stands in the JSON of the audit)"


def check_line(check: CheckResult) -> str:
    """What one check said of one subject, in one line."""
    about = f"{check.subject} ({check.check})" if check.subject else check.check
    said = f"expected {check.expected}; found {check.actual}" if check.expected and check.actual else check.message
    return told(f"{check.result}: {about}: {said}".replace("\n", " "))


def worst_first(checks: Iterable[CheckResult]) -> list[CheckResult]:
    """The checks of a finding, those that don't hold before those that do, otherwise in their order."""
    return sorted(checks, key=lambda check: _WORST_FIRST[check.result])


def rest_line(left: Sequence[CheckResult]) -> str:
    """How many checks are not told one by one, by result, and where they stand; empty if there is none."""
    if not left:
        return ""
    counts = Counter(check.result for check in left)
    words = ", ".join(f"{counts[result]} {result}" for result in _WORST_FIRST if counts[result])
    return f"And {len(left)} more ({words}); each stands in the JSON of the audit."


def measured_lines(finding: Finding) -> list[str]:
    """What was measured, as many of its subjects as fit, and which machines were involved."""
    measured = finding.measured
    checks = worst_first(measured.checks)
    lines = [told(measured.message)] if measured.message else []
    lines += [check_line(check) for check in checks[:LINES]]
    lines += [rest] if (rest := rest_line(checks[LINES:])) else []
    if measured.target is None and measured.targets:
        lines.append(told(f"Machines involved: {', '.join(measured.targets)}."))
    return lines


def evidence_of(finding: Finding) -> tuple[str, ...]:
    """The ids of the evidence that a finding rests on, each once, as the JSON has them."""
    ids = dict.fromkeys(one for check in finding.measured.checks for one in check.evidence)
    return tuple({**ids, **dict.fromkeys(finding.measured.evidence)})


def in_force(finding: Finding) -> Override | None:
    """The answer that decides what stands; None: what was measured stands, whatever was said."""
    answer = counting(finding.overrides)
    if answer is None or finding.state in (AnswerState.EXPIRED, AnswerState.WAIVER_EXPIRED):
        return None
    decides = WAIVED if answer.kind is OverrideKind.WAIVER else answer.new.value
    return answer if finding.effective == decides else None


def answer_line(answer: Override) -> str:
    """Who said what, until when, and what a second person said to it; without its remark."""
    what = "Waiver" if answer.kind is OverrideKind.WAIVER else f"Sign-off as {answer.new}"
    role = f" ({answer.role})" if answer.role else ""
    end = f", until {answer.expires.isoformat()}" if answer.expires else ""
    line = f"{what} by {answer.by}{role} on {iso(answer.time)}{end}; measured: {answer.old}."
    if answer.review:
        by = f" by {answer.review_by}" if answer.review_by else ""
        line += f" Review: {answer.review}{by}."
    if answer.review_remark.strip():
        line += f" {answer.review_remark.strip()}"
    return told(line)


def answer_text(answer: Override) -> str:
    """The same with its remark and the names of the files attached to it."""
    lines = [answer_line(answer)]
    if answer.remark.strip():
        lines.append(told(f"Remark: {answer.remark.strip()}"))
    lines += [told(f"Attached: {one.name} (SHA-256 {one.sha256}, {one.size} bytes)") for one in answer.attachments]
    return "\n".join(lines)


def answers_text(finding: Finding) -> str:
    """Every answer that stands, each with whether it decides; empty where nobody said anything."""
    force = in_force(finding)
    return "\n\n".join(
        answer_text(answer) + ("" if answer is force else "\nIt doesn't decide what stands.")
        for answer in standing(finding.overrides)
    )


def fixes_of(benchmark: Benchmark) -> dict[str, tuple[str, ...]]:
    """How an item is mended, by item: for each check its platform and id, and its remedy for each family of systems."""
    found: dict[str, dict[str, None]] = {}
    for addendum in benchmark.addenda:
        for check in addendum.checks:
            for family, text in check.remediation:
                where = "" if family == "any" else f" ({family})"
                found.setdefault(check.item, {})[f"{addendum.id}, {check.id}{where}: {text.strip()}"] = None
    return {item: tuple(texts) for item, texts in found.items()}


def uuid_of(scan: ScanResult, *names: str) -> str:
    """A UUID (version 5, RFC 9562) that stays the same for the same thing of the same audit."""
    return str(uuid5(_NAMESPACE, "\0".join(visible(name) for name in (scan.info.id, *names))))


def result_of(finding: Finding) -> Result:
    """The result as it stands; waived is a failure, which others see beside the waiver."""
    return Result.FAIL if finding.effective == WAIVED else Result(finding.effective)


def time_of(scan: ScanResult) -> datetime:
    """The time of an audit: that of its run's end, or the newest that there is before one has ended."""
    times = (scan.info.finished, scan.info.started, scan.info.created, *(line.time for line in scan.history[-1:]))
    return next((time for time in times if time is not None), _EPOCH)


def ended(state: TargetState, scan: ScanResult) -> datetime:
    """When the look at a machine was over; the audit's time where nobody looked."""
    if state.started is None:
        return time_of(scan)
    try:
        return state.started + timedelta(seconds=state.seconds)
    except OverflowError:  # beyond the calendar, as a clock may be that nobody set
        return state.started
