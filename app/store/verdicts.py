"""What was measured in a word for each item, beside the results themselves: enough to say how far an audit is.

An entry of the ledger holds them, so that opening an audit of a hundred machines reads no results.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.errors import StoreError
from app.language import tr
from app.model import Reason, Result, RuleResult
from app.store import codec
from app.store.results import Head

# Chapters may be left out and taken in again later: what was measured while one was out says nothing then.
OUT = Reason.OUT_OF_SCOPE.value
WORDS = frozenset({OUT, *(result.value for result in Result)})

Judged = RuleResult | Head
Verdicts = Mapping[str, str]  # a word of WORDS, by item
Stored = dict[str, tuple[str, ...]]  # items, by word


def word(result: Judged) -> str:
    """What a result says in a word."""
    return OUT if result.reason is Reason.OUT_OF_SCOPE else result.result.value


def to_store(results: Iterable[Judged], target: str | None) -> Stored:
    """The verdicts among results on that target (None: the site) as an entry holds them."""
    said = {one.item: word(one) for one in results if one.target == target}  # the last one of an item counts
    return {name: tuple(item for item, other in said.items() if other == name) for name in sorted(set(said.values()))}


def of_machines(results: Iterable[Judged]) -> dict[str, Stored]:
    """The verdicts on each machine among results that concern several, by its name."""
    found = tuple(results)
    names = dict.fromkeys(one.target for one in found if one.target is not None)
    return {name: to_store(found, name) for name in names}


def from_store(stored: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The reverse of to_store(); StoreError where a word is none."""
    odd = stored.keys() - WORDS
    if odd:
        raise StoreError(
            tr("{data} is none of {names}").format(data=codec.shown(min(odd)), names=", ".join(sorted(WORDS)))
        )
    return {item: name for name, items in stored.items() for item in items}
