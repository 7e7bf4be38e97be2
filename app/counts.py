"""How many items count as what, by machine and chapter, from verdicts alone: said before any result is read.

It must say the same as the findings would, so it shares with app.coverage which items stand where and what counts of
what was measured, and with app.overrides what an answer does to it.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.coverage import for_another_role, newest, role_of, stands
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


@dataclass(frozen=True, slots=True)
class _Laid:
    """A column with the answers laid over it, as of a day."""

    column: _Column
    day: date
    effects: Mapping[str, Effective]
    words: dict[str, str]  # what each item counts as
    counted: Counted


class Counts:
    """Counts anew only what was measured or answered since."""

    def __init__(self, benchmark: Benchmark) -> None:
        self._rules = benchmark.rules
        self._chapters = {rule.id: rule.chapter for rule in benchmark.rules}
        self._bases: dict[object, tuple[frozenset[str], dict[str, str]]] = {}
        self._laid: dict[str | None, _Laid] = {}

    def counted(  # noqa: PLR0917 - as Coverage.findings(), and the answers
        self,
        profile: Profile,
        targets: Sequence[Target],
        roles: Mapping[str, Role],
        words: Callable[[str | None], Words],
        effects: Mapping[str | None, Mapping[str, Effective]],
        today: date,
    ) -> dict[str | None, Counted]:
        """By machine, the site being None; ``effects`` is what the last answer to each item does, by machine."""
        columns: dict[str | None, _Column] = {None: self._column(None, None, profile, words(None))}
        for one in targets:
            columns[one.name] = self._column(one, role_of(one, roles), profile, words(one.name))
        self._laid = {name: self._lay(name, column, effects.get(name, {}), today) for name, column in columns.items()}
        return {name: laid.counted for name, laid in self._laid.items()}

    def _lay(self, name: str | None, column: _Column, effects: Mapping[str, Effective], today: date) -> _Laid:
        old = self._laid.get(name)
        if old is None or old.column is not column or old.day != today:
            old = _Laid(column, today, {}, column.words, column.counted)
        if old.effects == effects:
            return old
        words, counted = old.words.copy(), old.counted.copy()
        for item, effect in effects.items():
            if item not in words or old.effects.get(item) is effect:
                continue
            word = effective(_RESULT[column.words[item]], (effect,), today)
            if word != words[item]:
                counted[self._chapters[item], words[item]] -= 1
                counted[self._chapters[item], word] += 1
                words[item] = word
        return _Laid(column, today, dict(effects), words, counted)

    def _column(self, target: Target | None, role: Role | None, profile: Profile, words: Words) -> _Column:
        name = target.name if target else None
        presumed = target.presumed_role if target else None
        base = (profile, role, presumed, [key for key, _ in words])
        old = self._laid.get(name)
        if old is not None and old.column.base == base:
            return old.column
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
