"""What was measured, made ready to be written: the long part of storing a look, which needs no file and no thread.

100 machines with hundreds of guests take many seconds to encode and to pack. A process that has no file open may do
both and hand over what this module gives; the one that has writes it, in one transaction, with AuditFile.write().
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.model import Evidence, RuleResult, TargetState
from app.store import codec, content, verdicts
from app.store.evidence import keep, to_row
from app.store.payload import Looked, SiteJudged
from app.store.results import keep_results

Content = bytes | content.Packed


@dataclass(frozen=True, slots=True)
class Encoded:
    """One entry of the ledger and all that it refers to; texts, bytes and a payload, so it can be pickled."""

    said: Looked | SiteJudged
    content: Mapping[str, Content]  # by SHA-256 of the plain bytes

    def packed(self) -> "Encoded":
        """The same with all content packed, so that whoever writes it needn't; StoreError where some is too large."""
        return replace(self, content={digest: pack(one) for digest, one in self.content.items()})


def pack(data: Content) -> content.Packed:
    """Content ready to be kept; what is packed already stays as it is."""
    return content.pack(data) if isinstance(data, bytes) else data


def encode_look(state: TargetState, evidence: Sequence[Evidence], results: Sequence[RuleResult]) -> Encoded:
    """What one target gave."""
    kept: dict[str, bytes] = {}
    rows = keep(kept, codec.dumps([codec.to_json(to_row(one, kept)) for one in evidence]))
    said = verdicts.to_store(results, state.target.name)
    return Encoded(Looked(state, rows, keep_results(kept, results), said), kept)


def encode_site(results: Sequence[RuleResult]) -> Encoded:
    """What concerns the site or several machines."""
    kept: dict[str, bytes] = {}
    judged = keep_results(kept, results)
    return Encoded(SiteJudged(judged, verdicts.to_store(results, None), verdicts.of_machines(results)), kept)
