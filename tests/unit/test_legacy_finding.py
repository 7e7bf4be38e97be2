"""A login with outdated SSH algorithms fails the item on encrypted administration, wherever facts are told."""

from dataclasses import replace

import pytest

from app.benchmark.catalogue import catalogue
from app.judge.rule import ENCRYPTED_ADMINISTRATION, Case, judge_rule
from app.model import Result, Target, TargetState
from app.places import checks_root


@pytest.fixture(scope="module")
def rule():
    return catalogue([checks_root()], None).rule(ENCRYPTED_ADMINISTRATION)


def case(facts):
    state = TargetState(Target("hv1"), reachable=True, addenda=("linux",), facts=facts)
    return Case(state, {}, (), {}, {})


def test_the_item_is_about_encrypted_administration(rule):
    assert "encrypted" in rule.title.lower()


def test_it_fails_with_a_sentence(rule):
    found = judge_rule(rule, case({"legacy_algorithms": ["diffie-hellman-group1-sha1", "aes128-cbc"]}))
    assert found.result is Result.FAIL
    assert "diffie-hellman-group1-sha1, aes128-cbc" in found.message
    assert [one.check for one in found.checks] == ["ssh.legacy-algorithms"]


@pytest.mark.parametrize("facts", [{}, {"legacy_algorithms": []}, {"legacy_algorithms": "nonsense"}, {"os": "x"}])
def test_nothing_fails_without(rule, facts):
    assert judge_rule(rule, case(facts)).result is Result.NOTCHECKED


def test_other_items_are_not_touched(rule):
    other = replace(rule, id="4.2-b")
    assert judge_rule(other, case({"legacy_algorithms": ["aes128-cbc"]})).result is Result.NOTCHECKED
