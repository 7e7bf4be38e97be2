"""The result rules of the contract: what an item comes to on a target, and why."""

from itertools import product
from typing import Any

import pytest
from content_sample import check, facts, rule, state
from hypothesis import given
from hypothesis import strategies as st

from app.judge.expectation import Comparison, Operand
from app.judge.rule import Case, judge_rule, remediation, summarise, worst
from app.model import WORST_FIRST, Check, CheckResult, Facts, Mode, Reason, Result, Role, RuleResult, Scope

REASONS = {
    Result.ERROR: Reason.TIMEOUT,
    Result.UNKNOWN: Reason.NO_RIGHTS,
    Result.NOTCHECKED: Reason.CONNECTION_LOST,
}
KNOWN = {
    **facts({"ok": {"x": 1}}),
    **{result.value: Facts(result.value, reason=why, message=f"{result} it is") for result, why in REASONS.items()},
}


def deciding(result: Result, name: str = "", item: str = "4.1-a", **fields: Any) -> Check:
    """A check that comes to that result."""
    if result is Result.NOTAPPLICABLE:
        never = Comparison("ok.x", "equals", Operand("literal", 2))
        return check(f"tiny.{name or result}", item=item, expect=never, when=never, when_text="Not here.", **fields)
    path = f"{result}.x" if result in REASONS else "ok.x"
    node = Comparison(path, "equals", Operand("literal", 2 if result is Result.FAIL else 1))
    return check(f"tiny.{name or result}", item=item, expect=node, **fields)


def judge(given_rule: Any, *checks: Check, **fields: Any) -> RuleResult:
    known = {
        "state": state(),
        "facts": KNOWN,
        "checks": checks,
        "undecided": {},
        "values": {},
        **fields,
    }
    return judge_rule(given_rule, Case(**known))


@pytest.mark.parametrize("pair", list(product(WORST_FIRST, repeat=2)), ids="-".join)
def test_an_item_is_the_and_of_its_checks(pair: tuple[Result, Result]) -> None:
    """Rule 2: fail, then error, then unknown, then notchecked, then pass; notapplicable only where every one is."""
    expected = min(pair, key=WORST_FIRST.index)
    found = judge(rule(), deciding(pair[0], "one"), deciding(pair[1], "two"))
    assert found.result is expected
    assert found.reason is (Reason.CONDITION if expected is Result.NOTAPPLICABLE else REASONS.get(expected))
    assert [one.check for one in found.checks] == ["tiny.one", "tiny.two"]


def test_the_order_of_rule_two() -> None:
    assert WORST_FIRST == (
        Result.FAIL,
        Result.ERROR,
        Result.UNKNOWN,
        Result.NOTCHECKED,
        Result.PASS,
        Result.NOTAPPLICABLE,
    )


@given(results=st.lists(st.sampled_from(WORST_FIRST), min_size=1, max_size=6))
def test_never_a_pass_beside_what_is_undecided(results: list[Result]) -> None:
    found = judge(rule(), *(deciding(result, f"c{index}") for index, result in enumerate(results)))
    if found.result is Result.PASS:
        assert set(results) <= {Result.PASS, Result.NOTAPPLICABLE}
        assert found.reason is None
    if found.result is Result.NOTAPPLICABLE:
        assert set(results) == {Result.NOTAPPLICABLE}
    if found.result in REASONS:
        assert found.reason is not None
        assert Result.FAIL not in results


def test_subjects_count_like_checks() -> None:
    known = facts({"domains": {"list": [{"name": "web", "x": 1}, {"name": "mail", "x": 2}, {"name": "old"}]}})
    node = Comparison("vm.x", "equals", Operand("literal", 1))
    found = judge(rule(), check(expect=node, for_each="domains.list", as_="vm"), facts=known)
    assert found.result is Result.FAIL
    assert found.message == "mail: x is 2, must be 1 (1 of 3 fails)."
    assert [one.subject for one in found.checks] == ["web", "mail", "old"]


def test_only_checks_of_the_item_count() -> None:
    assert judge(rule(), deciding(Result.PASS), deciding(Result.FAIL, item="4.1-b")).result is Result.PASS


def test_one_message() -> None:
    assert judge(rule(), deciding(Result.FAIL)).message == "x is 1, must be 2."
    assert judge(rule(), deciding(Result.PASS, "a"), deciding(Result.PASS, "b")).message == ("x is 1 (2 of 2 pass).")


@pytest.mark.parametrize("result", WORST_FIRST)
def test_assisted_items_are_never_decided_by_the_program(result: Result) -> None:
    found = judge(rule(mode=Mode.ASSISTED), deciding(result))
    assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.AWAITING_SIGNOFF)
    told = {Result.PASS: "pass", Result.FAIL: "fail", Result.NOTAPPLICABLE: "not applicable"}
    if result in told:
        assert found.message.startswith(f"Facts were collected; a person decides. They suggest {told[result]}: ")
    else:  # what went wrong is no fact, and suggests nothing
        assert found.message.startswith("Not all facts could be collected; a person decides. ")
    assert found.checks[0].result is result  # shown as a proposal


def test_assisted_items_without_a_proposal() -> None:
    collecting = check(collect=("ok", "unknown", "nowhere"))
    found = judge(rule(mode=Mode.ASSISTED), collecting)
    assert found.message == "Facts were collected; a person decides."
    assert found.evidence == ("hv1/ok",)
    assert found.checks == ()


@pytest.mark.parametrize("scope", [Scope.HOST, Scope.BOTH, Scope.CROSS_HOST])
def test_manual_items_are_asked(scope: Scope) -> None:
    for machine in (state(), state(reachable=False, addenda=())):
        found = judge(rule(scope=scope, mode=Mode.MANUAL), deciding(Result.FAIL), state=machine)
        assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.AWAITING_SIGNOFF)
        assert found.message == "No command sees this; a person answers."


@pytest.mark.parametrize("mode", [Mode.AUTOMATED, Mode.ASSISTED])
def test_unreachable_targets(mode: Mode) -> None:
    lost = state(reachable=False, addenda=(), error="hv1: nothing listens at port 22; start sshd.", role=Role.AUTO)
    found = judge(rule(mode=mode), deciding(Result.PASS), state=lost)
    assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.UNREACHABLE)
    assert found.message == "hv1 could not be looked at: nothing listens at port 22; start sshd."
    assert (found.checks, found.evidence) == ((), ())


@pytest.mark.parametrize(
    ("scope", "role", "text"),
    [
        (Scope.HOST, Role.GUEST, "This item is for a host; hv1 is audited as a guest."),
        (Scope.GUEST, Role.HOST, "This item is for a guest; hv1 is audited as a host."),
    ],
)
def test_other_roles(scope: Scope, role: Role, text: str) -> None:
    for mode, reachable in product(Mode, [True, False]):
        found = judge(rule(scope=scope, mode=mode), deciding(Result.FAIL), state=state(role=role, reachable=reachable))
        assert (found.result, found.reason, found.message) == (Result.NOTAPPLICABLE, Reason.OTHER_ROLE, text)


@pytest.mark.parametrize("scope", [Scope.HOST, Scope.GUEST, Scope.BOTH])
def test_a_role_that_is_not_known_excludes_nothing(scope: Scope) -> None:
    lost = state(role=Role.AUTO, reachable=False, error="No.")
    assert judge(rule(scope=scope), state=lost).reason is Reason.UNREACHABLE


def test_both_and_cross_host_items_concern_their_roles() -> None:
    for scope, role in product((Scope.BOTH, Scope.CROSS_HOST), (Role.HOST, Role.GUEST)):
        assert judge(rule(scope=scope), deciding(Result.PASS), state=state(role=role)).result is Result.PASS


def test_no_platform() -> None:
    found = judge(rule(), state=state(addenda=()))
    assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.NO_PLATFORM)
    assert found.message == "No platform addendum fits hv1; a person answers."


def test_what_no_command_decides() -> None:
    found = judge(rule(), check(collect=("ok",)), undecided={"4.1-a": "The product keeps no record."})
    assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.NOT_DECIDABLE)
    assert found.message == "A person answers: The product keeps no record."
    assert found.evidence == ("hv1/ok",)
    assert judge(rule()).message == "A person answers: no command decides it on this platform."


# --- remediation -----------------------------------------------------------------------------------------------------

BY_FAMILY = (("any", "In any case."), ("debian", "apt-get."), ("redhat", "dnf."))


@pytest.mark.parametrize(
    ("family", "text"),
    [("debian", "apt-get."), ("redhat", "dnf."), ("suse", "In any case."), ("any", "In any case.")],
)
def test_remediation_by_family(family: str, text: str) -> None:
    assert judge(rule(), deciding(Result.FAIL, remediation=BY_FAMILY), family=family).remediation == text


def test_remediation_without_one_for_any() -> None:
    assert judge(rule(), deciding(Result.FAIL, remediation=BY_FAMILY[1:]), family="suse").remediation == "apt-get."


def test_remediation_of_what_did_not_pass_only() -> None:
    checks = [
        deciding(Result.PASS, "a", remediation=(("any", "A."),)),
        deciding(Result.FAIL, "b", remediation=(("any", "B."),)),
        deciding(Result.UNKNOWN, "c", remediation=(("any", "C."),)),
        deciding(Result.NOTAPPLICABLE, "d", remediation=(("any", "D."),)),
        deciding(Result.FAIL, "e", remediation=(("any", "B."),)),
    ]
    assert judge(rule(), *checks).remediation == "B.\n\nC."
    assert judge(rule(), checks[0]).remediation == ""
    assert remediation([], [], "any") == ""


def result(name: str, verdict: Result, subject: str | None = None, message: str = "It is.") -> CheckResult:
    return CheckResult(name, subject, verdict, REASONS.get(verdict), "", "", message)


def test_the_first_of_the_worst_decides() -> None:
    results = [result("a", Result.PASS), result("b", Result.ERROR, "vm1"), result("c", Result.ERROR, "vm2")]
    assert worst(results).check == "b"
    assert summarise(results) == "vm1: It is (2 of 3 went wrong)."
