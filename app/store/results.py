"""The results of one look: a table of heads, whose checks are kept apart (see app.store.details).

An opened audit holds heads: 134 for a machine, whatever it has of guests. Files from before there were tables have a
list of whole results in the same place; both are read for ever.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.errors import StoreError
from app.language import tr
from app.model import Reason, Result, RuleResult
from app.store import codec, table
from app.store.details import MOST, Details, Key, StoredChecks, keep_checks
from app.store.evidence import keep


@dataclass(frozen=True, slots=True)
class Head:
    """A row of the table: a RuleResult with the number and the place of its checks; no hashes where it has none."""

    item: str
    target: str | None
    targets: tuple[str, ...]
    result: Result
    reason: Reason | None
    message: str
    evidence: tuple[str, ...]
    remediation: str
    count: int
    checks: str
    subjects: str


def keep_results(kept: dict[str, bytes], results: Sequence[RuleResult]) -> str:
    """Put results among the content of the next transaction; the SHA-256 of their table."""
    keys = [keep_checks(kept, one.checks, one.target) if one.checks else None for one in results]
    rows = {
        "item": [one.item for one in results],
        "target": [one.target for one in results],
        "targets": [one.targets for one in results],
        "result": [one.result for one in results],
        "reason": [one.reason for one in results],
        "message": [one.message for one in results],
        "evidence": [one.evidence for one in results],
        "remediation": [one.remediation for one in results],
        "count": [len(one.checks) for one in results],
        "checks": [key.checks if key else "" for key in keys],
        "subjects": [key.subjects if key else "" for key in keys],
    }
    return keep(kept, codec.dumps(rows))


def is_table(data: object) -> bool:
    """Whether stored results are a table of heads, not a list of whole results."""
    return isinstance(data, dict)


def heads(data: object) -> list[Head]:
    """The rows of a table; StoreError that says what is wrong with it."""
    return [Head(*row) for row in zip(*_columns(data), strict=True)]


def _columns(data: object) -> list[Sequence[Any]]:
    columns = table.columns(Head, data)
    for item, count, checks, subjects in zip(columns[0], *columns[-3:], strict=True):
        if not 0 <= count <= MOST or not bool(count) == bool(checks) == bool(subjects):
            raise StoreError(
                tr("{item} can't have {n} checks where it says they are").format(item=codec.shown(item), n=count)
            )
    return columns


def read_results(data: object, details: Details) -> tuple[RuleResult, ...]:
    """Stored results of either form; StoreError that says what is wrong with them."""
    if not is_table(data):
        return codec.from_json(tuple[RuleResult, ...], data)
    item, target, targets, result, reason, message, evidence, remediation, *places = _columns(data)
    checks = [
        StoredChecks(details, Key(rows, subjects, name or ""), count) if count else ()
        for name, count, rows, subjects in zip(target, *places, strict=True)
    ]
    alike = (map(sys.intern, texts) for texts in (item, message, remediation))  # on all machines
    items, messages, remedies = alike
    return tuple(map(RuleResult, items, target, targets, result, reason, messages, checks, evidence, remedies))
