"""One check on its subjects: when it applies, each subject by its name, and an empty list."""

from typing import Any

import pytest
from content_sample import check, facts

from app.judge.check import evidence_of, judge_check, probes_of
from app.judge.expectation import Comparison, Not, Operand, Quantified
from app.model import CheckResult, Facts, Reason, Result

GREEN = Comparison("settings.colour", "equals", Operand("literal", "green"))
ENOUGH = Comparison("vm.memory", "at_least", Operand("literal", 2))
ON = Comparison("service.on", "equals", Operand("literal", True))


def vms(listed: Any) -> dict[str, Facts]:
    return facts({"domains": {"running_guests": listed}})


def each(**fields: Any) -> Any:
    return check("libvirt.memory", expect=ENOUGH, for_each="domains.running_guests", as_="vm", **fields)


def test_one_result_without_subjects() -> None:
    assert judge_check(check(expect=GREEN), facts({"settings": {"colour": "red"}}), {}) == (
        CheckResult(
            check="tiny.colour",
            subject=None,
            result=Result.FAIL,
            reason=None,
            expected="must be green",
            actual="red",
            message="colour is red, must be green.",
            evidence=("hv1/settings",),
        ),
    )


def test_each_subject_by_its_name() -> None:
    known = vms([{"name": "web", "memory": 4}, {"name": "mail", "memory": 1}, {"name": "odd"}])
    found = judge_check(each(), known, {})
    assert [(one.subject, one.result) for one in found] == [
        ("web", Result.PASS),
        ("mail", Result.FAIL),
        ("odd", Result.UNKNOWN),
    ]
    assert found[1].message == "memory is 1, must be at least 2."
    assert all(one.evidence == ("hv1/domains",) for one in found)


@pytest.mark.parametrize(
    ("subject", "key", "name"),
    [
        ({"name": "web", "uuid": "u1"}, "name", "web"),
        ({"name": "web", "uuid": "u1"}, "uuid", "u1"),
        ({"uuid": "u1", "memory": 3}, "name", "uuid u1, memory 3"),
        ({"name": ""}, "name", "empty"),
        ({"name": 7}, "name", "7"),
        ("plain", "name", "plain"),
        ({"name": "two\nlines\x1b[31m"}, "name", "two\nlines\x1b[31m"),  # as it is: sinks make it visible
    ],
)
def test_subject_names(subject: Any, key: str, name: str) -> None:
    (found,) = judge_check(each(name=key), vms([subject]), {})
    assert found.subject == name


def test_no_subjects() -> None:
    (found,) = judge_check(each(), vms([]), {})
    assert (found.result, found.reason, found.subject) == (Result.NOTAPPLICABLE, Reason.NO_SUBJECT, None)
    assert found.message == "Nothing to judge here (running guests: none)."


def test_subjects_that_are_not_known() -> None:
    (found,) = judge_check(each(), {"domains": Facts("domains", reason=Reason.NO_RIGHTS, message="no rights")}, {})
    assert (found.result, found.reason, found.message) == (Result.UNKNOWN, Reason.NO_RIGHTS, "no rights.")
    (found,) = judge_check(each(), facts({"domains": {}}), {})
    assert (found.result, found.reason) == (Result.UNKNOWN, Reason.FACT_MISSING)
    (found,) = judge_check(each(), {}, {})
    assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.CONNECTION_LOST)


@pytest.mark.parametrize("listed", ["web", {"web": 1}, 5, None])
def test_subjects_that_are_no_list(listed: Any) -> None:
    (found,) = judge_check(each(), vms(listed), {})
    assert (found.result, found.reason) == (Result.ERROR, Reason.UNPARSEABLE)
    assert found.message == "domains.running_guests is not a list."


def conditional(**fields: Any) -> Any:
    return check(expect=GREEN, when=ON, when_text="The service is off.", **fields)


def test_where_it_applies() -> None:
    known = facts({"service": {"on": True}, "settings": {"colour": "red"}})
    (found,) = judge_check(conditional(), known, {})
    assert found.result is Result.FAIL
    assert found.evidence == ("hv1/service", "hv1/settings")


def test_where_it_does_not_apply() -> None:
    known = facts({"service": {"on": False}, "settings": {"colour": "red"}})
    (found,) = judge_check(conditional(), known, {})
    assert (found.result, found.reason) == (Result.NOTAPPLICABLE, Reason.CONDITION)
    assert found.message == "The service is off."


def test_where_nobody_knows_whether_it_applies() -> None:
    known = facts({"service": {}, "settings": {"colour": "green"}})
    (found,) = judge_check(conditional(), known, {})
    assert (found.result, found.reason) == (Result.UNKNOWN, Reason.FACT_MISSING)
    lost = {**known, "service": Facts("service", reason=Reason.TIMEOUT, message="service was slow")}
    (found,) = judge_check(conditional(), lost, {})
    assert (found.result, found.reason, found.message) == (Result.ERROR, Reason.TIMEOUT, "service was slow.")


def test_the_condition_is_asked_before_the_subjects() -> None:
    known = {**facts({"service": {"on": False}}), **vms([{"name": "web"}])}
    (found,) = judge_check(each(when=ON, when_text="The service is off."), known, {})
    assert (found.subject, found.reason) == (None, Reason.CONDITION)


def test_values_of_the_site() -> None:
    node = Comparison("settings.size", "at_least", Operand("value", "least"))
    known = facts({"settings": {"size": "4"}})
    results = [judge_check(check(expect=node), known, {"least": least})[0].result for least in (4, 5)]
    assert results == [Result.PASS, Result.FAIL]


def test_probes_that_a_check_needs() -> None:
    inner = Quantified(
        "every", "vm.disks", "disk", "name", None, Comparison("disk.size", "at_most", Operand("fact", "pool.free"))
    )
    whole = check(
        expect=inner, for_each="domains.list", as_="vm", when=Not(ON), when_text="x", collect=("extra", "pool")
    )
    assert probes_of(whole) == ["domains", "extra", "pool", "service"]
    known = facts({"pool": 1, "domains": 1, "extra": 1})
    known["joined"] = Facts("joined", value=1, evidence=("hv1/domains", "hv1/extra"))
    assert evidence_of(whole, known) == ("hv1/domains", "hv1/extra", "hv1/pool")
    assert probes_of(check(collect=("b", "a"))) == ["a", "b"]
