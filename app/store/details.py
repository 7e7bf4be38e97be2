"""The checks of a result, kept apart from it: one per virtual machine, so there may be hundreds, and few are looked at.

Kept are a table of checks and a list of their subjects, each once per content: most items of a machine have the same
subjects, machines that are set up alike have the same checks. They are read when somebody asks, and the last ones
read are held.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn, TypeVar, overload

from app.errors import StoreError
from app.language import tr
from app.model import CheckResult, Checks, Reason, Result
from app.store import codec, table
from app.store.evidence import keep
from app.store.reading import Reading

HELD = 40_000  # values that stay in memory after they were read: some 20 MB of checks
HEAVY = 128 << 20  # and what they may weigh (see codec.weight): a value can be a text of any length
MOST = 1 << 22  # checks of one result; what a host says is cut long before it could give so many


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A row of the table: a CheckResult without its subject.

    ``probes`` are those of its evidence where all of it is of the result's own target, so that machines that are set up
    alike have the same table; ``evidence`` is empty then.
    """

    check: str
    result: Result
    reason: Reason | None
    expected: str
    actual: str
    message: str
    evidence: tuple[str, ...]
    probes: tuple[str, ...]


T = TypeVar("T")


class Key(NamedTuple):
    """What tells the checks of one result from all others."""

    checks: str  # SHA-256 of the table
    subjects: str  # SHA-256 of the list
    target: str  # whose evidence ``probes`` name


def keep_checks(kept: dict[str, bytes], checks: Sequence[CheckResult], target: str | None) -> Key:
    """Put checks among the content of the next transaction."""
    probes = [_probes(one.evidence, target) for one in checks]
    rows = {
        "check": [one.check for one in checks],
        "result": [one.result for one in checks],
        "reason": [one.reason for one in checks],
        "expected": [one.expected for one in checks],
        "actual": [one.actual for one in checks],
        "message": [one.message for one in checks],
        "evidence": [() if near else one.evidence for one, near in zip(checks, probes, strict=True)],
        "probes": probes,
    }
    subjects = keep(kept, codec.dumps([one.subject for one in checks]))
    return Key(keep(kept, codec.dumps(rows)), subjects, target or "")


def _probes(evidence: tuple[str, ...], target: str | None) -> tuple[str, ...]:
    """The probes of evidence that is all of that target; nothing where any isn't."""
    own = f"{target}/"
    if target is None or not all(one.startswith(own) for one in evidence):
        return ()
    return tuple(one.removeprefix(own) for one in evidence)


def check_columns(data: object) -> list[Sequence[Any]]:
    """The columns of a table of checks, in the order of CheckRow; StoreError where it is none."""
    return table.columns(CheckRow, data)


def subject_list(data: object) -> tuple[str | None, ...]:
    """A list of subjects; StoreError where it is none."""
    return codec.from_json(tuple[str | None, ...], data)


def _joined(columns: list[Sequence[Any]], subjects: Sequence[str | None], key: Key) -> tuple[CheckResult, ...]:
    """Checks of their table and subjects, which are as many."""
    check, result, reason, expected, actual, message, evidence, probes = columns
    based = {near: tuple(f"{key.target}/{probe}" for probe in near) for near in set(probes)}
    rests = [far or based[near] for far, near in zip(evidence, probes, strict=True)]
    return tuple(map(CheckResult, check, subjects, result, reason, expected, actual, message, rests))


class StoredChecks(Checks):
    """The checks of one result; any thread may read them while the audit is open, StoreError where that can't be."""

    __slots__ = ("_count", "_details", "key")

    def __init__(self, details: "Details", key: Key, count: int) -> None:
        self.key = key
        self._details = details
        self._count = count

    @property
    def subjects(self) -> tuple[str | None, ...]:
        """What each check is about; read without the checks."""
        return self._details.subjects(self.key, self._count)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[CheckResult]:
        return iter(self._read())

    @overload
    def __getitem__(self, index: int) -> CheckResult: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[CheckResult, ...]: ...
    def __getitem__(self, index: int | slice) -> CheckResult | tuple[CheckResult, ...]:
        return self._read()[index]

    def __eq__(self, other: object) -> bool:
        """By their hashes where both are stored: what says the same is kept as the same bytes."""
        if isinstance(other, StoredChecks):
            return self.key == other.key
        return self._read() == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._read())

    def __repr__(self) -> str:
        return f"<{self._count} checks of {self.key.target}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickled as what they are: another process has no file to read them from."""
        return tuple, (self._read(),)

    def _read(self) -> tuple[CheckResult, ...]:
        return self._details.checks(self.key, self._count)


class Details:
    """Reads checks and subjects of one audit file, and holds those that were read last."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._guard = threading.Lock()
        self._held: OrderedDict[object, tuple[tuple[Any, ...], int]] = OrderedDict()  # each with its weight
        self._values = 0
        self._weight = 0

    def checks(self, key: Key, count: int) -> tuple[CheckResult, ...]:
        """The checks of that key; StoreError where they can't be read, or aren't so many."""
        found = self._get(key, lambda: self._made(key))
        return found if len(found) == count else self._refuse(key)

    def subjects(self, key: Key, count: int) -> tuple[str | None, ...]:
        """What those checks are about; StoreError as for checks()."""
        found = self._get(key.subjects, lambda: self._reading.weighed(key.subjects, subject_list))
        return found if len(found) == count else self._refuse(key)

    def _made(self, key: Key) -> tuple[tuple[CheckResult, ...], int]:
        columns, weight = self._reading.weighed(key.checks, check_columns)
        return _joined(columns, self.subjects(key, len(columns[0])), key), weight

    def _refuse(self, key: Key) -> NoReturn:
        raise StoreError(
            tr("{path}: content {sha256} holds another number of checks than its result says.").format(
                path=self._reading.path, sha256=key.checks[:16]
            )
        )

    def _get(self, key: object, make: Callable[[], tuple[tuple[T, ...], int]]) -> tuple[T, ...]:
        with self._guard:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
                return found[0]
        made, weight = make()
        with self._guard:
            if key not in self._held:
                self._held[key] = made, weight
                self._values += len(made)
                self._weight += weight
            while (self._values > HELD or self._weight > HEAVY) and len(self._held) > 1:
                gone, light = self._held.popitem(last=False)[1]
                self._values -= len(gone)
                self._weight -= light
        return made
