from collections.abc import Iterable
from dataclasses import replace

import pytest
from store_sample import HV1, HV2, INFO, awaiting, evidence, result, state

from app.compare import Kind, compare
from app.model import Benchmark, Evidence, Mode, Result, Rule, RuleResult, Scope, Severity
from app.record import Finding, ScanResult, Score


def rule(item: str = "4.1-a", requirement: str = "No root login.") -> Rule:
    return Rule(item, item[:3], "t", Scope.HOST, Severity.LOW, Mode.MANUAL, (), "direct", requirement, "", "q?", (), ())


def finding(measured: RuleResult | None = None, effective: str = "") -> Finding:
    measured = measured or result()
    return Finding(measured, effective or measured.result.value)


def audit(
    findings: Iterable[Finding] = (),
    targets: Iterable[object] = (HV1,),
    rules: Iterable[Rule] = (rule(),),
    seen: Iterable[Evidence] = (),
) -> ScanResult:
    benchmark = Benchmark("g", "1", "t", "", (), tuple(rules), (), (), "d")
    states = tuple(state(target) for target in targets)  # type: ignore[arg-type]  # targets of the test
    stored = {f"{one.target}/{one.probe}": one for one in seen}
    return ScanResult(INFO, "p", benchmark, states, tuple(findings), stored, "", Score(None, None))


def test_an_audit_compared_with_itself_shows_nothing() -> None:
    one = audit([finding(), finding(awaiting())], seen=[evidence()])
    found = compare(one, one)
    assert found.changes == ()
    assert found.unchanged == 2
    assert not any(
        [found.targets_new, found.targets_gone, found.subjects_new, found.subjects_gone, found.items_changed]
    )


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("fail", "pass", Kind.BETTER),
        ("waived", "pass", Kind.BETTER),
        ("notchecked", "pass", Kind.BETTER),
        ("error", "pass", Kind.BETTER),
        ("pass", "fail", Kind.WORSE),
        ("pass", "waived", Kind.WORSE),
        ("notchecked", "fail", Kind.WORSE),
        ("notapplicable", "fail", Kind.WORSE),
        ("pass", "error", Kind.WORSE),
        ("pass", "notchecked", Kind.WORSE),
        ("fail", "error", Kind.CHANGED),  # not seen is not mended
        ("fail", "notchecked", Kind.CHANGED),
        ("fail", "notapplicable", Kind.CHANGED),
        ("fail", "waived", Kind.CHANGED),
        ("waived", "fail", Kind.CHANGED),
        ("notapplicable", "pass", Kind.CHANGED),
        ("pass", "notselected", Kind.CHANGED),
        ("pass", "pass", Kind.SAME),
    ],
)
def test_better_and_worse(old: str, new: str, kind: Kind) -> None:
    found = compare(audit([finding(effective=old)]), audit([finding(effective=new)]))
    assert [change.kind for change in found.changes] == ([] if kind is Kind.SAME else [kind])
    if found.changes:
        (change,) = found.of(kind)
        assert (change.item, change.target) == ("4.1-a", "hv1")
        assert change.old
        assert change.new
        assert (change.old.effective, change.new.effective) == (old, new)


def test_findings_targets_and_items_that_are_new_or_gone() -> None:
    old = audit([finding(), finding(result("4.9-z"))], rules=[rule(), rule("4.9-z")])
    new = audit([finding(result(target="hv2"))], targets=[HV2], rules=[rule(), rule("5.1-a")])
    found = compare(old, new)
    assert [(change.kind, change.item, change.target) for change in found.changes] == [
        (Kind.NEW, "4.1-a", "hv2"),
        (Kind.GONE, "4.1-a", "hv1"),
        (Kind.GONE, "4.9-z", "hv1"),
    ]
    assert (found.targets_new, found.targets_gone) == (("hv2",), ("hv1",))
    assert (found.items_new, found.items_gone) == (("5.1-a",), ("4.9-z",))


def test_the_same_verdict_on_other_facts_is_told() -> None:
    found = compare(audit([finding()]), audit([finding(result(actual="without-password"))]))
    assert [change.kind for change in found.changes] == [Kind.EVIDENCE]


def test_an_output_counts_only_where_a_person_decides() -> None:
    assisted = replace(awaiting("7.1-a", "hv1"), evidence=("hv1/ps",))
    olds, news = [evidence("ps", output=b"old"), evidence()], [evidence("ps", output=b"new"), evidence(output=b"other")]
    findings = [finding(), finding(assisted)]
    found = compare(audit(findings, seen=olds), audit(findings, seen=news))
    assert [(change.kind, change.item) for change in found.changes] == [(Kind.EVIDENCE, "7.1-a")]
    missing = compare(audit(findings, seen=olds), audit(findings))
    assert [(change.kind, change.item) for change in missing.changes] == [(Kind.EVIDENCE, "7.1-a")]
    same = compare(audit(findings, seen=olds), audit(findings, seen=[replace(olds[0], seconds=9.0)]))
    assert same.changes == ()


class Stored(dict[str, Evidence]):
    """As the store gives it: an output is read from the disk when it is asked for, which takes its time."""

    def __getitem__(self, key: str) -> Evidence:
        raise AssertionError(key)

    def digests(self, keys: Iterable[str]) -> dict[str, str]:
        return {key: str(dict.__getitem__(self, key).output) for key in keys if key in self}


def test_stored_outputs_are_compared_without_being_read() -> None:
    seen = finding(replace(awaiting("7.1-a", "hv1"), evidence=("hv1/ps",)))
    same, other, none = (
        Stored({} if output is None else {"hv1/ps": evidence("ps", output=output)}) for output in (b"a", b"b", None)
    )
    old = replace(audit([seen]), evidence=same)
    assert not compare(old, replace(audit([seen]), evidence=Stored(same))).changes
    for new in (other, none):
        assert [one.kind for one in compare(old, replace(audit([seen]), evidence=new)).changes] == [Kind.EVIDENCE]


def _on(*names: str, measured: Result = Result.PASS, target: str = "hv1") -> Finding:
    one = result(target=target, measured=measured)
    return finding(replace(one, checks=tuple(replace(one.checks[0], subject=name) for name in names)))


def test_virtual_machines_that_are_new_or_gone() -> None:
    found = compare(audit([_on("vm-1", "vm-2")]), audit([_on("vm-2", "vm-3")]))
    assert (found.subjects_new, found.subjects_gone) == ((("hv1", "vm-3"),), (("hv1", "vm-1"),))


def test_a_host_that_was_not_seen_has_not_lost_its_machines() -> None:
    unseen = finding(replace(result(measured=Result.NOTCHECKED), checks=()))
    found = compare(audit([_on("vm-1")]), audit([unseen]))
    assert (found.subjects_new, found.subjects_gone) == ((), ())
    elsewhere = compare(audit([_on("vm-1")]), audit([_on("vm-9", target="hv2")], targets=[HV2]))
    assert (elsewhere.subjects_new, elsewhere.subjects_gone) == ((), ())


def test_an_item_whose_text_changed_is_told_even_if_its_verdict_did_not() -> None:
    found = compare(audit([finding()]), audit([finding()], rules=[rule(requirement="Never.")]))
    assert found.items_changed == ("4.1-a",)
    assert [(change.kind, change.text_changed) for change in found.changes] == [(Kind.SAME, True)]
    assert found.unchanged == 1


def test_noted_digests_tell_of_texts_that_are_no_longer_at_hand() -> None:
    one = audit([finding()])
    noted = compare(one, one, old_texts={"4.1-a": "x", "4.8-y": "x"}, new_texts={"4.1-a": "y"})
    assert (noted.items_changed, noted.items_gone) == (("4.1-a",), ("4.8-y",))
    only_one = compare(one, one, old_texts={"4.1-a": "x"}, new_texts={})
    assert only_one.items_changed == ()
