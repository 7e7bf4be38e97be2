"""How many items count as what, by machine and chapter, from verdicts alone: said before any result is read.

It must say the same as the findings would, so it shares with app.coverage which items stand where and what counts of
what was measured, and with app.overrides what an answer does to it.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.coverage import Place, for_another_role, newest, role_of, stands
from app.model import Benchmark, Profile, Reason, Result, Role, Rule, Target
from app.overrides import Effective, effective

Words = Sequence[tuple[str, Mapping[str, str]]]  # see AuditFile.verdicts()
Counted = Counter[tuple[str, str]]  # items, by chapter and by what they count as: a Result, or "waived"
_OUT = Reason.OUT_OF_SCOPE.value
_RESULT = {result.value: result for result in Result}


@dataclass(frozen=True, slots=True)
class _Column:
    """What was measured on one target, or on the site, by item; and what that was made of."""

    base: object
    words: dict[str, str]
    counted: Counted


class Counts:
    """Counts each machine anew only where something was measured on it since."""

    def __init__(self, benchmark: Benchmark) -> None:
        self._rules = benchmark.rules
        self._chapters = {rule.id: rule.chapter for rule in benchmark.rules}
        self._bases: dict[object, tuple[frozenset[str], dict[str, str]]] = {}
        self._columns: dict[str | None, _Column] = {}

    def counted(  # noqa: PLR0917 - as Coverage.findings(), and the answers
        self,
        profile: Profile,
        targets: Sequence[Target],
        roles: Mapping[str, Role],
        words: Callable[[str | None], Words],
        effects: Mapping[Place, Effective],
        today: date,
    ) -> dict[str | None, Counted]:
        """By machine, the site being None; ``effects`` is the last answer to each item on each target."""
        columns: dict[str | None, _Column] = {None: self._column(None, None, profile, words(None))}
        for one in targets:
            columns[one.name] = self._column(one, role_of(one, roles), profile, words(one.name))
        self._columns = columns
        found = {name: column.counted for name, column in columns.items()}
        changed: set[str | None] = set()
        known: dict[object, str] = {}  # answers are many, and ways to answer few
        for (item, name), effect in effects.items():
            word = columns[name].words.get(item) if name in columns else None
            if word is None:
                continue
            way = (word, effect.kind, effect.new, effect.expires, effect.review)
            if way not in known:
                known[way] = effective(_RESULT[word], (effect,), today)
            counts_as = known[way]
            if counts_as != word:
                if name not in changed:
                    changed.add(name)
                    found[name] = found[name].copy()
                found[name][self._chapters[item], word] -= 1
                found[name][self._chapters[item], counts_as] += 1
        return found

    def _column(self, target: Target | None, role: Role | None, profile: Profile, words: Words) -> _Column:
        name = target.name if target else None
        presumed = target.presumed_role if target else None
        base = (profile, role, presumed, [key for key, _ in words])
        old = self._columns.get(name)
        if old is not None and old.base == base:
            return old
        selected, found = self._unmeasured(target, role, profile)
        measured = newest(words)
        if _OUT in measured.values() or not measured.keys() <= selected:
            measured = {item: word for item, word in measured.items() if word != _OUT and item in selected}
        found = found | measured
        counted = Counter(zip(map(self._chapters.__getitem__, found), found.values(), strict=True))
        return _Column(base, found, counted)

    def _unmeasured(
        self, target: Target | None, role: Role | None, profile: Profile
    ) -> tuple[frozenset[str], dict[str, str]]:
        """A target's items whose chapters are not left out, and what all of its items are until it is looked at."""
        key = (target.presumed_role if target else None, role, profile.chapters)
        if key not in self._bases:
            rules = [rule for rule in self._rules if stands(rule, role)]
            words = {rule.id: _word(rule, target, profile) for rule in rules}
            self._bases[key] = frozenset(rule.id for rule in rules if rule.chapter in profile.chapters), words
        return self._bases[key]


def _word(rule: Rule, target: Target | None, profile: Profile) -> str:
    """What an item is before anybody looks or answers; as Coverage has it."""
    if rule.chapter not in profile.chapters:
        return Result.NOTSELECTED.value
    excluded = target is not None and for_another_role(rule, target)
    return (Result.NOTAPPLICABLE if excluded else Result.NOTCHECKED).value
