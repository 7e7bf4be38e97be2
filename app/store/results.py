"""The results of one look: a table of heads, whose checks are kept apart (see app.store.details).

An opened audit holds heads: 134 for a machine, whatever it has of guests. Files from before there were tables have a
list of whole results in the same place; both are read for ever.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

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

    @property
    def key(self) -> Key | None:
        """Where its checks are; None: it has none."""
        return Key(self.checks, self.subjects, self.target or "") if self.count else None


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
    found = [Head(*row) for row in zip(*table.columns(Head, data), strict=True)]
    for one in found:
        if not 0 <= one.count <= MOST or bool(one.count) != bool(one.checks) or bool(one.count) != bool(one.subjects):
            raise StoreError(
                tr("{item} can't have {n} checks where it says they are").format(
                    item=codec.shown(one.item), n=one.count
                )
            )
    return found


def read_results(data: object, details: Details) -> tuple[RuleResult, ...]:
    """Stored results of either form; StoreError that says what is wrong with them."""
    if not is_table(data):
        return codec.from_json(tuple[RuleResult, ...], data)
    same = sys.intern  # items, messages and remedies are alike on all machines
    return tuple(
        RuleResult(
            same(one.item),
            one.target,
            one.targets,
            one.result,
            one.reason,
            same(one.message),
            StoredChecks(details, key, one.count) if (key := one.key) else (),
            one.evidence,
            same(one.remediation),
        )
        for one in heads(data)
    )
