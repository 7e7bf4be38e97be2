"""Every item has a finding, whatever happened (rule 0 of the contract): what nobody looked at yet is filled in."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.judge.rule import ROLE_OF
from app.model import Benchmark, Mode, Profile, Reason, Result, Role, Rule, RuleResult, Scope, Target, TargetState
from app.record import Finding
from app.scan import concerns, not_selected

T = TypeVar("T")
Place = tuple[str, str | None]  # item and target; None: site-wide
Parts = Sequence[tuple[str, Mapping[str, RuleResult]]]  # see AuditFile.parts()
Laid = Callable[[RuleResult, Finding | None], Finding]


@dataclass(frozen=True, slots=True)
class _Column:
    """The findings of one target, or of the site, by item; and what they were made of."""

    roles: object
    profile: Profile
    parts: Parts
    findings: dict[str, Finding]


class Coverage:
    """All findings, each made anew only where what it is made of changed: a screen asks after each host of a run.

    ``made`` counts those that were.
    """

    def __init__(self, benchmark: Benchmark) -> None:
        self.made = 0
        self._rules = benchmark.rules
        self._by_id = {rule.id: rule for rule in benchmark.rules}
        self._by_role: dict[Role | None, list[Rule]] = {}
        self._columns: dict[str | None, _Column] = {}

    def findings(
        self,
        profile: Profile,
        targets: Sequence[Target],
        roles: Mapping[str, Role],
        parts: Callable[[str | None], Parts],
        laid: Laid,
    ) -> dict[Place, Finding]:
        """All of them in the order of the guideline, then of the targets; ``roles`` are those that were detected.

        ``laid`` makes a finding of what was measured, given the one that stood there before.
        """
        columns: dict[str | None, _Column] = {None: self._column(None, None, profile, parts(None), laid)}
        for target in targets:
            columns[target.name] = self._of(target, profile, roles, parts, laid)
        self._columns = columns
        found: dict[Place, Finding] = {}
        names = [(target.name, columns[target.name].findings) for target in targets]
        for rule in self._rules:
            if rule.scope is Scope.SITE:
                found[rule.id, None] = columns[None].findings[rule.id]
                continue
            for name, findings in names:
                if (finding := findings.get(rule.id)) is not None:
                    found[rule.id, name] = finding
        return found

    def ahead(  # noqa: PLR0917 - as findings()
        self,
        profile: Profile,
        targets: Sequence[Target],
        roles: Mapping[str, Role],
        parts: Callable[[str | None], Parts],
        laid: Laid,
        wanted: Callable[[], bool],
    ) -> bool:
        """Make what findings() will need, a target at a time while it is ``wanted``; whether all were looked at."""
        for target in targets:
            self._columns[target.name] = self._of(target, profile, roles, parts, laid)
            if not wanted():
                return False
        return True

    def _of(
        self,
        target: Target,
        profile: Profile,
        roles: Mapping[str, Role],
        parts: Callable[[str | None], Parts],
        laid: Laid,
    ) -> _Column:
        return self._column(target, role_of(target, roles), profile, parts(target.name), laid)

    def answered(self, place: Place, finding: Finding) -> None:
        """People said something there: this is what stands now."""
        self._columns[place[1]].findings[place[0]] = finding

    def _column(self, target: Target | None, role: Role | None, profile: Profile, parts: Parts, laid: Laid) -> _Column:
        name, roles = (target.name, (role, target.presumed_role)) if target else (None, None)
        old = self._columns.get(name)
        before = old.findings if old is not None else {}
        if old is None or old.roles != roles or target is None:  # answers for the site may rest on any evidence
            rules = self._standing(role)
            findings = {}
        else:
            items = dict.fromkeys((*_changed(old.parts, parts), *self._selected_anew(old.profile, profile)))
            rules = [self._by_id[item] for item in items if item in before]
            findings = dict(before) if rules else before
        measured = newest(parts)
        for rule in rules:
            findings[rule.id] = laid(_current(rule, target, measured, profile), before.get(rule.id))
        self.made += len(rules)
        return _Column(roles, profile, parts, findings)

    def _standing(self, role: Role | None) -> list[Rule]:
        """The rules that have a finding on a target of that role, see stands()."""
        if role not in self._by_role:
            self._by_role[role] = [rule for rule in self._rules if stands(rule, role)]
        return self._by_role[role]

    def _selected_anew(self, old: Profile, new: Profile) -> list[str]:
        """The items of chapters that were left out or taken in since, or left out for another reason."""
        if old == new:
            return []
        was, now = ({(one, "") for one in profile.chapters} | set(profile.left_out) for profile in (old, new))
        chapters = {chapter for chapter, _ in was ^ now}
        return [rule.id for rule in self._rules if rule.chapter in chapters]


def stands(rule: Rule, role: Role | None) -> bool:
    """Whether an item has a finding on a target of that role; None: for the site as a whole."""
    return rule.scope is Scope.SITE if role is None else concerns(rule, role)


def newest(parts: Iterable[tuple[str, Mapping[str, T]]]) -> dict[str, T]:
    """What counts of each item: the machines compared with each other count more than one alone, and come last."""
    found: dict[str, T] = {}
    for _, results in parts:
        found.update(results)
    return found


def _changed(old: Parts, new: Parts) -> list[str]:
    """The items of which something else was measured since."""
    keys = {key for key, _ in old} ^ {key for key, _ in new}
    return list(dict.fromkeys(item for key, results in (*old, *new) if key in keys for item in results))


def role_of(target: Target, roles: Mapping[str, Role]) -> Role:
    """As detected, else as presumed."""
    detected = roles.get(target.name, Role.AUTO)
    return target.presumed_role if detected is Role.AUTO else detected


def _current(rule: Rule, target: Target | None, measured: Mapping[str, RuleResult], profile: Profile) -> RuleResult:
    if rule.chapter not in profile.chapters:
        return not_selected(rule, target.name if target else None, profile)
    found = measured.get(rule.id)
    if found is not None and found.reason is not Reason.OUT_OF_SCOPE:
        return found
    return _open_site(rule) if target is None else _not_yet(rule, target)


def for_another_role(rule: Rule, target: Target) -> bool:
    """Whether an item that nobody looked at doesn't apply, by what the target is taken for."""
    wanted = ROLE_OF.get(rule.scope)
    return wanted is not None and target.presumed_role not in {wanted, Role.AUTO}


def _not_yet(rule: Rule, target: Target) -> RuleResult:
    names = (target.name,)
    if for_another_role(rule, target):
        text = f"This item is for a {ROLE_OF[rule.scope]}; {target.name} is audited as a {target.presumed_role}."
        return RuleResult(rule.id, target.name, names, Result.NOTAPPLICABLE, Reason.OTHER_ROLE, text)
    if rule.mode is Mode.MANUAL:
        text = "No command sees this; a person answers."
        return RuleResult(rule.id, target.name, names, Result.NOTCHECKED, Reason.AWAITING_SIGNOFF, text)
    return RuleResult(rule.id, target.name, names, Result.NOTCHECKED, None, f"{target.name} was not looked at yet.")


def _open_site(rule: Rule, evidence: tuple[str, ...] = ()) -> RuleResult:
    text = "Facts were collected; a person decides." if evidence else "Asked once for the site; a person answers."
    return RuleResult(rule.id, None, (), Result.NOTCHECKED, Reason.AWAITING_SIGNOFF, text, (), evidence)


def site_results(
    benchmark: Benchmark, profile: Profile, states: Sequence[TargetState], stored: Container[str]
) -> list[RuleResult]:
    """One finding without a target for each site-wide item; assisted ones carry what was collected on all targets.

    ``stored`` holds the ids of the evidence that is there.
    """
    collected: dict[str, dict[str, None]] = {}
    for addendum in benchmark.addenda:
        for check in addendum.checks:
            for state in states:
                if addendum.id in state.addenda:
                    ids = (f"{state.target.name}/{probe}" for probe in check.collect)
                    collected.setdefault(check.item, {}).update(dict.fromkeys(one for one in ids if one in stored))
    return [
        _open_site(rule, tuple(collected.get(rule.id, ())))
        if rule.chapter in profile.chapters
        else not_selected(rule, None, profile)
        for rule in benchmark.rules
        if rule.scope is Scope.SITE
    ]
