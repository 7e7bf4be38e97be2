"""What of a ScanResult several formats read alike: which answers stand, which platform a target has, its counts."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from app.language import tr
from app.model import Benchmark, Mode, Result, Role, Rule, Scope, Severity, TargetState
from app.overrides import WAIVED, counting
from app.record import Finding, Override, OverrideKind, ScanResult


def standing(overrides: Iterable[Override]) -> tuple[Override, ...]:
    """Keep the answers after the last withdrawal: those before it, and itself, no longer say anything."""
    kept: list[Override] = []
    for override in overrides:
        if override.kind is OverrideKind.WITHDRAWN:
            kept.clear()
        else:
            kept.append(override)
    return tuple(kept)


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """Count the findings of each effective result, every Result and "waived" being there."""
    counted = Counter(finding.effective for finding in findings)
    return {name: counted.get(name, 0) for name in (*(str(result) for result in Result), WAIVED)}


def role_of(state: TargetState) -> Role:
    """Give the role found, else the one asked for."""
    return state.target.presumed_role if state.role is Role.AUTO else state.role


def platform_of(state: TargetState) -> str:
    """Give the most specific addendum that applies, else the platform asked for."""
    return state.addenda[-1] if state.addenda else state.target.platform


def rule_of(benchmark: Benchmark) -> dict[str, Rule]:
    """Map the rules by id."""
    return {rule.id: rule for rule in benchmark.rules}


def found_of(finding: Finding) -> str:
    """What was found where something fails: what was measured or, where a person said so, what they said."""
    last = counting(finding.overrides)
    if finding.measured.result == finding.effective or last is None or last.kind is not OverrideKind.SIGNOFF:
        return finding.measured.message  # a waiver says why it was accepted, not what was found
    return last.remark or tr("Answered as fail by {name}.").format(name=last.by)


def unknown_rule(item: str) -> Rule:
    """Stand in for an item that the benchmark at hand doesn't hold, so that its finding is shown all the same."""
    return Rule(
        id=item,
        section=item.rpartition("-")[0],
        title=f"Item {item} of another version of the benchmark",
        scope=Scope.HOST,
        severity=Severity.MEDIUM,
        mode=Mode.AUTOMATED,
        threats=(),
        basis="direct",
        requirement="This version of the benchmark holds no such item.",
        rationale="",
        question="",
        evidence=(),
        references=(),
    )


def program_of(scan: ScanResult) -> tuple[str, str]:
    """Take name and version out of "Bartizan 1.2.3"."""
    name, space, version = scan.program.rpartition(" ")
    return (name, version) if space else ("Bartizan", scan.program)


def utc(time: datetime) -> datetime:
    """Give the moment in UTC; a time without a zone is taken as UTC, which is what the store keeps."""
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


def iso(time: datetime) -> str:
    """Write the time as ISO 8601 in UTC with a Z."""
    return utc(time).isoformat(timespec="milliseconds" if time.microsecond else "seconds").replace("+00:00", "Z")
