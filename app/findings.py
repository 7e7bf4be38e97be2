"""The findings of an open audit, held: what people said lies over what was measured, and little of it is made twice.

A screen asks for all of them after each host of a run and after each answer; of tens of thousands only those are made
anew whose machine, measured result, answers or day changed.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property

from app.coverage import Coverage, Place
from app.model import Benchmark, Check, Role, RuleResult
from app.overrides import AnswerState, Outdated, asks, changed_since, counting, lay, text_digest
from app.record import Finding, Override
from app.store.auditfile import AuditFile

_AWAITING, _MEASURED = AnswerState.AWAITING.value, AnswerState.MEASURED.value


class Findings:
    """``at`` has them by item and target; ``coverage`` has what they are made of."""

    def __init__(self, file: AuditFile, benchmark: Benchmark, day: date) -> None:
        self._benchmark = benchmark
        self._file = file
        self._day = day
        self._day_passed = False  # since they were laid
        self._laid_to = 0  # the last entry whose answers lie over them
        self._all: tuple[Finding, ...] | None = None
        self._said_more = False  # since all of them were made, and not laid over them yet
        self.at: dict[Place, Finding] = {}
        self.coverage = Coverage(benchmark)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The digest of what each item asks and how it is checked, with today's content."""
        checks: dict[str, list[Check]] = {}
        for addendum in self._benchmark.addenda:
            for check in addendum.checks:
                checks.setdefault(check.item, []).append(check)
        return {rule.id: text_digest(rule, checks.get(rule.id, ())) for rule in self._benchmark.rules}

    def forget(self) -> None:
        """The ledger has grown: what was derived from it is looked at again when somebody asks."""
        self._all = None
        self._said_more = False
        self.at = {}

    def turn(self, day: date) -> None:
        """It is another day: answers and waivers may have ended, and nothing else can have changed by that."""
        self._day, self._day_passed = day, True
        self.forget()

    def all(self) -> tuple[Finding, ...]:
        """Every item on every target that it concerns, in the order of the guideline."""
        if self._said_more:
            return self._lay(self._file.answered_since(self._laid_to))
        if self._all is not None:
            return self._all
        profile, targets = self._file.info.profile, self._file.targets
        self.at = self.coverage.findings(profile, targets, self._roles(), self._file.parts, self._laid)
        said = dict.fromkeys(filter(self._said_since, self._file.answered_since(self._laid_to)))
        if self._day_passed:  # which is nothing to an answer without a last day
            said |= dict.fromkeys(place for place, one in self.at.items() if any(by.expires for by in one.overrides))
        return self._lay(said)

    def ahead(self, wanted: Callable[[], bool]) -> bool:
        """Make a part of them, as long as it is ``wanted``; whether it is all there."""
        if "texts" not in vars(self):
            _ = self.texts  # takes as long as such a part by itself; a run and answers need it too
            return False
        if self._all is not None:
            return True
        profile, targets = self._file.info.profile, self._file.targets
        return self.coverage.ahead(profile, targets, self._roles(), self._file.parts, self._laid, wanted)

    def answered(self) -> bool:
        """Answers were given or reviewed: only their findings change, when somebody asks. False: none is made yet."""
        self._said_more = self._all is not None
        return self._said_more

    def _roles(self) -> dict[str, Role]:
        return {state.target.name: state.role for state in self._file.states()}

    def _laid(self, measured: RuleResult, before: Finding | None) -> Finding:
        """What was measured with the answers to it; the finding that stood there, where nothing changed."""
        said = self._file.answers_at(measured.item, measured.target)
        if before is not None and not said and not before.overrides and before.measured == measured:
            return before
        if not said:
            return Finding(measured, measured.result.value, (), _AWAITING if asks(measured) else _MEASURED)
        return lay(measured, said, self._day, self._outdated(measured, counting(said)))

    def _said_since(self, place: Place) -> bool:
        """Whether something else was said there than when its finding was made."""
        return place in self.at and self.at[place].overrides != self._file.answers_at(*place)

    def _lay(self, places: Iterable[Place]) -> tuple[Finding, ...]:
        """All findings, with what people said at these places laid anew; nothing else was measured there since.

        An answer that still counts is as outdated as it was, whoever reviewed it.
        """
        known = [place for place in places if place in self.at]
        for place, said in zip(known, self._file.answers_at_each(known), strict=True):
            before = self.at[place]
            now, then = counting(said), counting(before.overrides)
            same = now is not None and then is not None and now.id == then.id
            outdated = before.outdated if same else self._outdated(before.measured, now)
            self.at[place] = lay(before.measured, said, self._day, outdated)
            self.coverage.answered(place, self.at[place])
        self._all = tuple(self.at.values())
        self._laid_to, self._day_passed, self._said_more = self._file.entries, False, False
        return self._all

    def _outdated(self, measured: RuleResult, override: Override | None) -> str:
        """What changed after the answer that counts was given; empty where nothing did, or none counts."""
        if override is None:
            return ""
        if self._file.answered(override.id).basis not in {"", self.texts[measured.item]}:
            return Outdated.TEXT.value
        then = self._file.measured_before(override.id)
        if changed_since(override, then, measured):
            return Outdated.RESULT.value
        if then is None:
            return ""
        if then.evidence == measured.evidence and not self._file.looked_since(override.id, then.evidence):
            return ""
        before = self._file.collected_before(override.id, then.evidence)
        return Outdated.EVIDENCE.value if before != self._file.collected(measured.evidence) else ""
