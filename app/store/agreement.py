"""Do an entry's results agree with the checks that they rest on, and its verdicts with its results? For verify.

Whoever makes all hashes anew can still have a head say something else than its checks. Bartizan never writes that.
"""

from collections.abc import Callable, Iterable, Iterator

from app.errors import StoreError
from app.language import tr
from app.model import WORST_FIRST, Result, RuleResult
from app.store import codec, verdicts
from app.store.details import check_columns, subject_list
from app.store.payload import Looked, SiteJudged
from app.store.results import Head, heads, is_table

Json = Callable[[str], object]  # the JSON of a piece of content, by its SHA-256


class Agreement:
    """Looks at one entry after the other; a table of checks that many results share is read once."""

    def __init__(self, json: Json) -> None:
        self._json = json
        self._checks: dict[str, tuple[int, frozenset[Result]]] = {}  # number of checks, and their worst results
        self._subjects: dict[str, int] = {}

    def content(self, said: Looked | SiteJudged) -> Iterator[str]:
        """The hashes that the entry's results name; StoreError that says where something doesn't agree."""
        data = self._json(said.results)
        if not is_table(data):
            results = codec.from_json(tuple[RuleResult, ...], data)
            if said.verdicts is not None:
                _agree(said, results)
            return
        found = heads(data)
        _agree(said, found)
        for head in found:
            if head.count:
                yield from (head.checks, head.subjects)
                self._rests(head)

    def _rests(self, head: Head) -> None:
        """Refuse a head that isn't what its checks say."""
        count, worst = self._of(head.checks)
        if not count == head.count == self._number(head.subjects):
            raise StoreError(tr("{item} has another number of checks than it says").format(item=codec.shown(head.item)))
        if head.result is not Result.NOTCHECKED and head.result not in worst:  # a person may decide, whatever was found
            raise StoreError(
                tr("{item} is {result} by its result, and {worst} by its checks").format(
                    item=codec.shown(head.item), result=head.result, worst=", ".join(sorted(worst))
                )
            )

    def _of(self, digest: str) -> tuple[int, frozenset[Result]]:
        if digest not in self._checks:
            results = check_columns(self._json(digest))[1]
            known = {one for one in results if one in WORST_FIRST}
            worst = {min(known, key=WORST_FIRST.index)} if known else set(results)
            self._checks[digest] = (len(results), frozenset(worst))
        return self._checks[digest]

    def _number(self, digest: str) -> int:
        if digest not in self._subjects:
            self._subjects[digest] = len(subject_list(self._json(digest)))
        return self._subjects[digest]


def _agree(said: Looked | SiteJudged, results: Iterable[RuleResult | Head]) -> None:
    """Refuse verdicts that aren't those of the results."""
    found = tuple(results)
    target = said.state.target.name if isinstance(said, Looked) else None
    together = verdicts.of_machines(found) if isinstance(said, SiteJudged) else {}
    told = said.together if isinstance(said, SiteJudged) else {}
    if said.verdicts != verdicts.to_store(found, target) or told != together:
        raise StoreError(tr("its verdicts aren't those of its results"))
