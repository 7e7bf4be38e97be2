"""The evidence of an audit by "target/probe": what is asked for is read from the file then, not before."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from app.errors import StoreError
from app.language import tr
from app.model import Evidence
from app.store import codec
from app.store.payload import EvidenceRow
from app.store.reading import Reading


class EvidenceView(Mapping[str, Evidence]):
    """Evidence as of the moment the view was made; may be read in any thread while the audit is open.

    ``lists`` gives for each target the SHA-256 of its list of rows. Outputs are not kept in memory: 100 hosts hold more
    than a desktop wants to.
    """

    def __init__(self, lists: Mapping[str, str], reading: Reading) -> None:
        self._lists = lists
        self._reading = reading
        self._rows: dict[str, dict[str, EvidenceRow]] = {}

    def __getitem__(self, key: str) -> Evidence:
        row = self._of(key.rpartition("/")[0])[key]
        return Evidence(
            probe=row.probe,
            target=row.target,
            command=row.command,
            privileged=row.privileged,
            started=row.started,
            seconds=row.seconds,
            exit_status=row.exit_status,
            output=self._reading.read(row.output) if row.output else b"",
            stderr=self._reading.read(row.stderr) if row.stderr else b"",
            truncated=row.truncated,
            bytes_total=row.bytes_total,
            fault=row.fault,
        )

    def __iter__(self) -> Iterator[str]:
        for target in self._lists:
            yield from self._of(target)

    def __len__(self) -> int:
        return sum(len(self._of(target)) for target in self._lists)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._of(key.rpartition("/")[0])

    def digests(self, keys: Iterable[str]) -> dict[str, str]:
        """SHA-256 of the outputs without reading them; empty for no output, left out where there is no evidence."""
        found = ((key, self._of(key.rpartition("/")[0]).get(key)) for key in keys)
        return {key: row.output for key, row in found if row is not None}

    def _of(self, target: str) -> dict[str, EvidenceRow]:
        if target not in self._lists:
            return {}
        if target not in self._rows:
            listed = self._reading.kept(self._lists[target], partial(rows, target=target))
            self._rows[target] = {f"{row.target}/{row.probe}": row for row in listed}
        return self._rows[target]


def rows(data: object, target: str) -> tuple[EvidenceRow, ...]:
    """A stored list of the evidence of a target; StoreError where it is none, or some would be another's by its id."""
    listed = codec.from_json(tuple[EvidenceRow, ...], data)
    stray = next((row for row in listed if row.target != target or "/" in row.probe), None)
    if stray is not None:
        raise StoreError(
            tr("{probe} of {other} stands among what {target} answered").format(
                probe=codec.shown(stray.probe), other=codec.shown(stray.target), target=codec.shown(target)
            )
        )
    return listed


def keep(kept: dict[str, bytes], data: bytes | str) -> str:
    """Put ``data`` among the content of the next transaction and return its SHA-256 in hex."""
    data = data.encode() if isinstance(data, str) else data
    digest = hashlib.sha256(data).hexdigest()
    kept[digest] = data
    return digest


def to_row(evidence: Evidence, kept: dict[str, bytes]) -> EvidenceRow:
    """The row for an evidence, whose streams are put among the content of the next transaction."""
    return EvidenceRow(
        probe=evidence.probe,
        target=evidence.target,
        command=evidence.command,
        privileged=evidence.privileged,
        started=evidence.started,
        seconds=evidence.seconds,
        exit_status=evidence.exit_status,
        output=keep(kept, evidence.output) if evidence.output else "",
        stderr=keep(kept, evidence.stderr) if evidence.stderr else "",
        truncated=evidence.truncated,
        bytes_total=evidence.bytes_total,
        fault=evidence.fault,
    )
