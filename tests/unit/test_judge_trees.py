"""all, any, not, every and some: their truth tables with undecided parts, and their words."""

from itertools import product
from typing import Any

import pytest
from content_sample import facts
from hypothesis import given
from hypothesis import strategies as st

from app.judge.evaluate import Context, Outcome, evaluate
from app.judge.expectation import AllOf, AnyOf, Comparison, Node, Not, Operand, Quantified, roots
from app.model import WORST_FIRST, Facts, Reason, Result

P, F, E, U, N = Result.PASS, Result.FAIL, Result.ERROR, Result.UNKNOWN, Result.NOTCHECKED
REASONS = {E: Reason.TIMEOUT, U: Reason.NO_RIGHTS, N: Reason.CONNECTION_LOST}
CONTEXT = Context(
    {
        **facts({"ok": {"x": 1}}),
        **{r.value: Facts(r.value, reason=why, message=f"{r} it is") for r, why in REASONS.items()},
    },
    {},
    {},
)


def leaf(result: Result) -> Comparison:
    """A comparison that comes to that result."""
    if result in REASONS:
        return Comparison(f"{result}.x", "equals", Operand("literal", 1))
    return Comparison("ok.x", "equals", Operand("literal", 1 if result is P else 2))


def decide(node: Node) -> Outcome:
    return evaluate(node, CONTEXT)


@pytest.mark.parametrize("parts", list(product([P, F, E, U, N], repeat=2)), ids="-".join)
def test_all(parts: tuple[Result, ...]) -> None:
    expected = next(result for result in WORST_FIRST if result in parts)  # fail, error, unknown, notchecked, pass
    found = decide(AllOf(tuple(map(leaf, parts))))
    assert found.result is expected
    assert found.reason is REASONS.get(expected)


@pytest.mark.parametrize("parts", list(product([P, F, E, U, N], repeat=2)), ids="-".join)
def test_any(parts: tuple[Result, ...]) -> None:
    undecided = [result for result in (E, U, N) if result in parts]
    expected = P if P in parts else undecided[0] if undecided else F
    found = decide(AnyOf(tuple(map(leaf, parts))))
    assert found.result is expected
    assert found.reason is REASONS.get(expected)  # the reason belongs to the result that is told


@pytest.mark.parametrize(("part", "expected"), [(P, F), (F, P), (E, E), (U, U), (N, N)])
def test_not(part: Result, expected: Result) -> None:
    found = decide(Not(leaf(part)))
    assert found.result is expected
    assert found.reason is REASONS.get(expected)


def test_words_of_all() -> None:
    found = decide(AllOf((leaf(F), leaf(P), Comparison("ok.x", "at_least", Operand("literal", 5)))))
    assert found.message == "x is 1, must be 2. x is 1, must be at least 5."
    assert found.expected == "must be 2; must be 1; must be at least 5"
    assert found.actual == "1"
    found = decide(AllOf((leaf(P), leaf(U), leaf(U))))
    assert found.message == "unknown it is."
    assert decide(AllOf((leaf(P), Comparison("ok.x", "at_most", Operand("literal", 5))))).message == "x is 1."


def test_words_of_any() -> None:
    found = decide(AnyOf((leaf(F), Comparison("ok.x", "at_least", Operand("literal", 5)))))
    assert found.expected == "must be 2, or must be at least 5"
    assert found.message == "x is 1, must be 2; or x is 1, must be at least 5."
    assert decide(AnyOf((leaf(F), leaf(P)))).message == "x is 1."


@pytest.mark.parametrize(
    ("operator", "operand", "expected", "message"),
    [
        ("equals", 1, "must not be 1", "x is 1, must not be 1."),
        ("equals", 2, "must not be 2", "x is 1."),
        ("differs", 2, "must be 2", "x is 1, must be 2."),
        ("at_least", 0, "must not be at least 0", "x is 1, must not be at least 0."),
        ("present", True, "must not be set", "x is set, must not be set."),
    ],
)
def test_words_of_not(operator: str, operand: Any, expected: str, message: str) -> None:
    found = decide(Not(Comparison("ok.x", operator, Operand("literal", operand))))
    assert (found.expected, found.message) == (expected, message)


def test_words_of_not_of_several() -> None:
    found = decide(Not(AllOf((leaf(P), Comparison("ok.x", "at_most", Operand("literal", 3))))))
    assert found.message == "x is 1, must not hold: must be 1; must be at most 3."
    assert decide(Not(AnyOf((leaf(F), leaf(F))))).message == "x is 1."


def test_what_a_host_says_cannot_cut_a_message() -> None:
    hostile = Context(facts({"ok": {"x": "yes, must be no."}}), {}, {})
    found = evaluate(Not(Comparison("ok.x", "equals", Operand("literal", "no"))), hostile)
    assert found.message == "x is yes, must be no.."


# --- quantifiers -----------------------------------------------------------------------------------------------------

VMS = [
    {"name": "web", "memory": 4, "running": True},
    {"name": "mail", "memory": 1, "running": True},
    {"name": "old", "memory": 0, "running": False},
    {"name": "odd", "running": True},
]


def quantified(kind: str, listed: Any, at_least: int = 1, *, where: bool = False, missing: str = "unknown") -> Outcome:
    condition = Comparison("vm.running", "equals", Operand("literal", True)) if where else None
    expect = Comparison("vm.memory", "at_least", Operand("literal", at_least))
    node = Quantified(kind, "domains.list", "vm", "name", condition, expect, "guests", missing)
    return evaluate(node, Context(facts({"domains": {"list": listed} if listed is not ... else {}}), {}, {}))


def test_every() -> None:
    found = quantified("every", VMS[:2])
    assert (found.result, found.message) == (P, "web: memory is 4. mail: memory is 1.")
    found = quantified("every", VMS[:2], 2)
    assert (found.result, found.message) == (F, "mail: memory is 1, must be at least 2.")
    assert (found.expected, found.actual) == ("must be at least 2", "mail: 1")
    found = quantified("every", [VMS[0], VMS[3]])
    assert (found.result, found.reason, found.message) == (
        U,
        Reason.FACT_MISSING,
        "odd: memory can't be told from what the host answered.",
    )
    assert quantified("every", VMS, 2).result is F  # one that fails decides, whatever the others are


def test_every_where() -> None:
    assert quantified("every", VMS[:3]).result is F
    assert quantified("every", VMS[:3], where=True).result is P
    undecided = [{"name": "x", "memory": 5}]
    found = quantified("every", undecided, where=True)
    assert (found.result, found.message) == (U, "x: running can't be told from what the host answered.")


def test_some() -> None:
    assert quantified("some", VMS[:2], 2).message == "web: memory is 4."
    found = quantified("some", VMS[:2], 9)
    assert (found.result, found.message) == (
        F,
        "web: memory is 4, must be at least 9; or mail: memory is 1, must be at least 9.",
    )
    assert quantified("some", [VMS[1], VMS[3]], 2).result is U  # the other might have been it
    assert quantified("some", [VMS[0], VMS[3]], 2).result is P


def test_empty_lists() -> None:
    assert (quantified("every", []).result, quantified("every", []).message) == (P, "There are no guests.")
    assert (quantified("some", []).result, quantified("some", []).message) == (F, "There are no guests, one is needed.")
    assert quantified("every", [VMS[2]], where=True).message == "There are no guests."


@pytest.mark.parametrize("kind", ["every", "some"])
def test_lists_that_are_not_there(kind: str) -> None:
    assert quantified(kind, ...).result is U
    assert quantified(kind, ..., missing="pass").message == "guests is not set."
    assert quantified(kind, ..., missing="fail").result is F
    found = quantified(kind, "web")
    assert (found.result, found.reason, found.message) == (E, Reason.UNPARSEABLE, "guests: web is not a list.")


def test_elements_without_a_name() -> None:
    node = Quantified(
        "every", "a.list", "x", "name", None, Comparison("x", "differs", Operand("literal", "b")), "words"
    )
    found = evaluate(node, Context(facts({"a": {"list": ["a", "b"]}}), {}, {}))
    assert found.message == "b: x is b, must not be b."


def test_long_lists_are_counted() -> None:
    found = quantified("every", [{"name": f"vm{index}", "memory": 0} for index in range(20)])
    assert found.message.endswith("vm11: memory is 0, must be at least 1. and 8 more.")


def test_nested_quantifiers_see_outer_names() -> None:
    inner = Quantified(
        "some", "vm.nets", "net", "name", None, Comparison("net.bridge", "equals", Operand("fact", "vm.home"))
    )
    node = Quantified("every", "domains.list", "vm", "name", None, inner)
    vm = {"name": "web", "home": "br1", "nets": [{"name": "n1", "bridge": "br0"}, {"name": "n2", "bridge": "br1"}]}
    found = evaluate(node, Context(facts({"domains": {"list": [vm]}}), {}, {}))
    assert (found.result, found.message) == (P, "web: n2: bridge is br1.")
    assert roots(node) == {"domains"}


def test_roots_are_the_probes_that_are_needed() -> None:
    node = AllOf((leaf(P), Not(Comparison("a.b.c", "equals", Operand("fact", "d.e"))), AnyOf((leaf(U),))))
    assert roots(node) == {"ok", "a", "d", "unknown"}
    assert roots(None) == frozenset()


# --- properties ------------------------------------------------------------------------------------------------------


def trees(results: list[Result]) -> st.SearchStrategy[Node]:
    return st.recursive(
        st.sampled_from(results).map(leaf),
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(tuple(parts)))
            | st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts)))
            | inner.map(Not)
        ),
        max_leaves=12,
    )


@given(tree=trees([E, U, N]))
def test_a_tree_of_undecided_leaves_is_undecided(tree: Node) -> None:
    found = decide(tree)
    assert not found.decided
    assert found.reason is not None


@given(tree=trees([P, F, E, U, N]))
def test_negation_twice_is_the_same_verdict(tree: Node) -> None:
    once, twice = decide(Not(tree)), decide(Not(Not(tree)))
    assert twice.result is decide(tree).result
    assert once.decided == twice.decided


@given(tree=trees([P, F]))
def test_a_tree_of_decided_leaves_is_decided(tree: Node) -> None:
    found = decide(tree)
    assert found.decided
    assert found.reason is None
    assert found.message
    assert ("must" in found.message) == (found.result is F)


@given(parts=st.lists(trees([P, F, E, U, N]), min_size=1, max_size=4))
def test_de_morgan(parts: list[Node]) -> None:
    """Decided both ways or neither way, so that rewriting an expectation never turns a pass into a fail."""
    left = decide(Not(AllOf(tuple(parts))))
    right = decide(AnyOf(tuple(Not(part) for part in parts)))
    if left.decided and right.decided:
        assert left.result is right.result
    assert right.decided or left.result is not F
