"""Each comparison: when it holds, when it doesn't, when it can't be decided, and its exact words."""

from itertools import product
from typing import Any

import pytest
from content_sample import facts
from hypothesis import given
from hypothesis import strategies as st

from app.judge.evaluate import Context, Outcome, evaluate
from app.judge.expectation import (
    COMPARISONS,
    LISTS,
    NUMBERS,
    SHOWN,
    SHOWN_TEXT,
    Comparison,
    NotComparable,
    Operand,
    number,
    same,
    show,
)
from app.model import Facts, Reason, Result

PASS, FAIL = Result.PASS, Result.FAIL


def context(fact: Any, **values: Any) -> Context:
    return Context(facts({"sshd": {"port": fact} if fact is not ... else {}}), {}, values)


def outcome(operator: str, fact: Any, operand: Any, missing: str = "unknown") -> Outcome:
    given_ = Operand("literal", tuple(operand) if isinstance(operand, list) else operand)
    return evaluate(Comparison("sshd.port", operator, given_, "", missing), context(fact))


# operator, fact, operand, result, expected, actual, message
DECIDED = [
    ("equals", "no", "no", PASS, "must be no", "no", "port is no."),
    ("equals", "yes", "no", FAIL, "must be no", "yes", "port is yes, must be no."),
    ("equals", "22", 22, PASS, "must be 22", "22", "port is 22."),
    ("equals", 22, "22", PASS, "must be 22", "22", "port is 22."),
    ("equals", True, True, PASS, "must be yes", "yes", "port is yes."),
    ("equals", False, True, FAIL, "must be yes", "no", "port is no, must be yes."),
    ("equals", 1, True, FAIL, "must be yes", "1", "port is 1, must be yes."),
    ("equals", ["a", "b"], ["a", "b"], PASS, "must be a, b", "a, b", "port is a, b."),
    ("equals", ["a", 1], ["a", "1"], PASS, "must be a, 1", "a, 1", "port is a, 1."),
    ("equals", ["a", "b"], ["b", "a"], FAIL, "must be b, a", "a, b", "port is a, b, must be b, a."),
    ("equals", ["a"], "a", FAIL, "must be a", "a", "port is a, must be a."),
    ("equals", "", "x", FAIL, "must be x", "empty", "port is empty, must be x."),
    ("differs", "no", "yes", PASS, "must not be yes", "no", "port is no."),
    ("differs", "yes", "yes", FAIL, "must not be yes", "yes", "port is yes, must not be yes."),
    ("differs", 22, "23", PASS, "must not be 23", "22", "port is 22."),
    ("one_of", "a", ["a", "b"], PASS, "must be one of: a, b", "a", "port is a."),
    ("one_of", "c", ["a", "b"], FAIL, "must be one of: a, b", "c", "port is c, must be one of: a, b."),
    ("none_of", "c", ["a", "b"], PASS, "must be none of: a, b", "c", "port is c."),
    ("none_of", "a", ["a", "b"], FAIL, "must be none of: a, b", "a", "port is a, must be none of: a, b."),
    ("none_of", "a", [], PASS, "must be none of: none", "a", "port is a."),
    ("at_least", 3, 3, PASS, "must be at least 3", "3", "port is 3."),
    ("at_least", "2", 3, FAIL, "must be at least 3", "2", "port is 2, must be at least 3."),
    ("at_least", "-1.5", -2, PASS, "must be at least -2", "-1.5", "port is -1.5."),
    ("at_most", "10", 9, FAIL, "must be at most 9", "10", "port is 10, must be at most 9."),
    ("at_most", 0.5, 1, PASS, "must be at most 1", "0.5", "port is 0.5."),
    ("matches", "OpenSSH_9.2", "^OpenSSH_(9|1[0-9])", PASS, "must match ^OpenSSH_(9|1[0-9])", "OpenSSH_9.2", None),
    ("matches", "x", "^y", FAIL, "must match ^y", "x", "port is x, must match ^y."),
    ("matches", 5, "5", PASS, "must match 5", "5", "port is 5."),
    ("matches_not", "x", "y", PASS, "must not match y", "x", "port is x."),
    ("matches_not", "xyz", "y", FAIL, "must not match y", "xyz", "port is xyz, must not match y."),
    ("contains", "abc", "b", PASS, "must contain b", "abc", "port is abc."),
    ("contains", "abc", "x", FAIL, "must contain x", "abc", "port is abc, must contain x."),
    ("contains", ["a", "b"], "b", PASS, "must contain b", "a, b", "port is a, b."),
    ("contains", ["ab"], "b", FAIL, "must contain b", "ab", "port is ab, must contain b."),
    ("contains", [], "b", FAIL, "must contain b", "none", "port is none, must contain b."),
    ("contains_all", ["a", "b", "c"], ["a", "b"], PASS, "must contain all of: a, b", "a, b, c", "port is a, b, c."),
    (
        "contains_all",
        ["a"],
        ["a", "b", "c"],
        FAIL,
        "must contain all of: a, b, c",
        "lacks b, c",
        "port lacks b, c, must contain all of: a, b, c.",
    ),
    ("contains_none", ["a"], ["x", "y"], PASS, "must contain none of: x, y", "a", "port is a."),
    ("contains_none", [], ["x"], PASS, "must contain none of: x", "none", "port is none."),
    (
        "contains_none",
        ["a", "x", "y"],
        ["x", "y", "z"],
        FAIL,
        "must contain none of: x, y, z",
        "holds x, y",
        "port holds x, y, must contain none of: x, y, z.",
    ),
    ("only", ["a"], ["a", "b"], PASS, "must hold nothing but: a, b", "a", "port is a."),
    ("only", [], ["a"], PASS, "must hold nothing but: a", "none", "port is none."),
    (
        "only",
        ["a", "x", 5],
        ["a"],
        FAIL,
        "must hold nothing but: a",
        "holds x, 5",
        "port holds x, 5, must hold nothing but: a.",
    ),
    ("empty", [], True, PASS, "must be empty", "none", "port is none."),
    ("empty", "", True, PASS, "must be empty", "empty", "port is empty."),
    ("empty", ["a"], True, FAIL, "must be empty", "a", "port is a, must be empty."),
    ("empty", ["a"], False, PASS, "must not be empty", "a", "port is a."),
    ("empty", {}, False, FAIL, "must not be empty", "none", "port is none, must not be empty."),
    ("present", "x", True, PASS, "must be set", "set", "port is set."),
    ("present", ..., True, FAIL, "must be set", "not set", "port is not set, must be set."),
    ("present", ..., False, PASS, "must not be set", "not set", "port is not set."),
    ("present", "", False, FAIL, "must not be set", "set", "port is set, must not be set."),
    ("present", None, True, FAIL, "must be set", "not set", "port is not set, must be set."),
]


@pytest.mark.parametrize("case", DECIDED, ids=lambda case: f"{case[0]} {case[3]}")
def test_decided(case: tuple[Any, ...]) -> None:
    operator, fact, operand, result, expected, actual, message = case
    found = outcome(operator, fact, operand)
    assert (found.result, found.expected, found.actual) == (result, expected, actual)
    assert found.message == (message or f"port is {actual}.")
    assert found.reason is None


def test_every_operator_is_tried() -> None:
    tried = {(operator, result) for operator, _, _, result, *_ in DECIDED}
    assert tried == {(operator, result) for operator in COMPARISONS for result in (PASS, FAIL)}


@pytest.mark.parametrize(
    ("operator", "fact", "operand", "said"),
    [
        ("differs", ["yes"], "yes", "port: the list yes can't be compared with the word yes."),
        ("differs", True, "true", "port: the switch yes can't be compared with the word true."),
        ("differs", {"name": "x"}, "y", "port: the mapping x can't be compared with the word y."),
        ("one_of", "a", "a", "port: a is not a list."),
        ("none_of", ["a"], ["a"], "port: the list a can't be compared with the word a."),
        ("none_of", "a", "b", "port: b is not a list."),
        ("at_least", "many", 3, "port: many is not a number."),
        ("at_least", "1_000", 3, "port: 1_000 is not a number."),
        ("at_least", "٣", 3, "port: ٣ is not a number."),
        ("at_least", "nan", 3, "port: nan is not a number."),
        ("at_least", float("inf"), 3, "port: inf is not a number."),
        ("at_most", float("nan"), 3, "port: nan is not a number."),
        ("at_most", "9" * 5000, 3, None),
        ("at_most", True, 3, "port: yes is not a number."),
        ("at_most", [1], 3, "port: 1 is not a number."),
        ("matches", ["a"], "a", "port: a is not text."),
        ("matches_not", True, "a", "port: yes is not text."),
        ("matches_not", {"a": 1}, "x", "port: a 1 is not text."),
        ("contains", 5, "5", "port: 5 is not a list."),
        ("contains", "abc", ["a"], "port: a is not text."),
        ("contains_all", "abc", ["a"], "port: abc is not a list."),
        ("contains_none", "abc", ["x"], "port: abc is not a list."),
        ("contains_none", [{"name": "a"}], ["x"], "port: the mapping a can't be compared with the word x."),
        ("only", {"a": 1}, ["a"], "port: a 1 is not a list."),
        ("empty", 5, True, "port: 5 is neither a list nor text."),
    ],
)
def test_wrong_kinds_are_undecided(operator: str, fact: Any, operand: Any, said: str | None) -> None:
    found = outcome(operator, fact, operand)
    assert (found.result, found.reason, found.actual) == (Result.ERROR, Reason.UNPARSEABLE, "not known")
    assert said is None or found.message == said


OPERANDS: dict[str, Any] = {
    **dict.fromkeys(COMPARISONS, "x"),
    **{operator: ["x"] for operator in LISTS},
    **dict.fromkeys(NUMBERS, 3),
    "empty": True,
    "present": True,
}


@pytest.mark.parametrize("operator", sorted(set(COMPARISONS) - {"present"}))
@pytest.mark.parametrize("fact", [..., None], ids=["absent", "null"])
def test_missing_facts(operator: str, fact: Any) -> None:
    operand = OPERANDS[operator]
    expected = f"must {COMPARISONS[operator].must(operand)}"
    found = outcome(operator, fact, operand)
    assert (found.result, found.reason, found.expected) == (Result.UNKNOWN, Reason.FACT_MISSING, expected)
    assert found.message.endswith("port can't be told from what the host answered.")
    found = outcome(operator, fact, operand, "fail")
    assert (found.result, found.actual, found.message) == (FAIL, "not set", f"port is not set, {expected}.")
    found = outcome(operator, fact, operand, "pass")
    assert (found.result, found.actual, found.message) == (PASS, "not set", "port is not set.")


@pytest.mark.parametrize(
    ("reason", "result"),
    [
        (Reason.NO_RIGHTS, Result.UNKNOWN),
        (Reason.TOOL_MISSING, Result.UNKNOWN),
        (Reason.TRUNCATED, Result.UNKNOWN),
        (Reason.TIMEOUT, Result.ERROR),
        (Reason.UNPARSEABLE, Result.ERROR),
        (Reason.COMMAND_FAILED, Result.ERROR),
        (Reason.TAMPERED, Result.ERROR),
        (Reason.CONNECTION_LOST, Result.NOTCHECKED),
        (Reason.CANCELLED, Result.NOTCHECKED),
        (Reason.UNREACHABLE, Result.NOTCHECKED),
    ],
)
def test_could_not_look_is_never_an_answer(reason: Reason, result: Result) -> None:
    lost = Context({"sshd": Facts("sshd", reason=reason, message="sshd was lost")}, {}, {})
    for operator, missing in product(COMPARISONS, ("unknown", "fail", "pass")):
        found = evaluate(Comparison("sshd.port", operator, Operand("literal", OPERANDS[operator]), "", missing), lost)
        assert (found.result, found.reason, found.message) == (result, reason, "sshd was lost."), operator


def test_a_probe_that_was_never_answered() -> None:
    found = evaluate(Comparison("sshd.port", "present", Operand("literal", False)), Context({}, {}, {}))
    assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.CONNECTION_LOST)
    assert found.message == "sshd was not looked at."


def test_labels_and_paths() -> None:
    known = Context(facts({"sshd": {"permit_root": "yes", "a.b": {"c.d": 1}}}), {}, {})
    node = Comparison("sshd.permit_root", "equals", Operand("literal", "no"))
    assert evaluate(node, known).message == "permit root is yes, must be no."
    node = Comparison("sshd.permit_root", "equals", Operand("literal", "no"), label="PermitRootLogin")
    assert evaluate(node, known).message == "PermitRootLogin is yes, must be no."
    assert evaluate(Comparison("sshd.a.b.c.d", "equals", Operand("literal", 1)), known).result is PASS
    deeper = evaluate(Comparison("sshd.permit_root.more", "equals", Operand("literal", 1)), known)
    assert (deeper.result, deeper.message) == (
        Result.UNKNOWN,
        "permit root.more can't be told from what the host answered.",
    )


def test_prose_begins_with_a_capital() -> None:
    known = Context(facts({"a": {"x": 5}}), {}, {})
    node = Comparison("a.x", "equals", Operand("literal", 6), label="the number of doors")
    assert evaluate(node, known).message == "The number of doors is 5, must be 6."


def test_operands_from_values_and_facts() -> None:
    known = Context(facts({"a": {"x": 5, "nothing": None}, "b": {"y": 7}}), {}, {"least": 6})
    assert evaluate(Comparison("a.x", "at_least", Operand("value", "least")), known).message == (
        "x is 5, must be at least 6."
    )
    assert evaluate(Comparison("a.x", "at_most", Operand("fact", "b.y")), known).result is PASS
    for path in ("b.z", "a.nothing"):
        found = evaluate(Comparison("a.x", "at_most", Operand("fact", path)), known)
        assert (found.result, found.reason) == (Result.UNKNOWN, Reason.FACT_MISSING)
        assert (found.expected, found.message) == (f"must be at most {path}", f"{path} is not in the output.")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "not set"),
        (True, "yes"),
        (False, "no"),
        ("", "empty"),
        ("x", "x"),
        ([], "none"),
        ([1, "b", None], "1, b, not set"),
        (list(range(SHOWN + 2)), "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more"),
        ({"name": "vm1", "id": 5}, "vm1"),
        ({"id": 5, "x": 1}, "5"),
        ({"a": 1, "b": [2]}, "a 1, b 2"),
        ({f"k{index}": 0 for index in range(SHOWN + 1)}, None),
        ("x" * (SHOWN_TEXT + 1), "x" * SHOWN_TEXT + f"... ({SHOWN_TEXT + 1} characters)"),
        (1.5, "1.5"),
    ],
)
def test_show(value: Any, said: str | None) -> None:
    assert show(value) == said if said is not None else show(value).endswith(" and 1 more")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(fact=VALUES, operator=st.sampled_from(sorted(COMPARISONS)), missing=st.sampled_from(["unknown", "fail", "pass"]))
def test_no_fact_makes_a_comparison_raise(fact: Any, operator: str, missing: str) -> None:
    found = outcome(operator, fact, OPERANDS[operator], missing)
    assert found.result in {PASS, FAIL, Result.UNKNOWN, Result.ERROR}
    assert found.message.endswith(".")
    assert found.decided == (found.reason is None)


@given(left=VALUES, right=VALUES)
def test_same_is_symmetric(left: Any, right: Any) -> None:
    assert same(left, right) == same(right, left)


@given(value=VALUES)
def test_numbers_are_numbers(value: Any) -> None:
    try:
        found = number(value)
    except NotComparable:
        return
    assert isinstance(found, int | float)
    assert not isinstance(value, bool)
