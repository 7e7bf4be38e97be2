"""The benchmark is whole: each item of the catalogue with its facts, each section of the guideline with its items.

catalogue.csv and traceability.csv hold what the digest of the guideline lists, as numbers and words only; they don't
change when the content does.
"""

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from app.benchmark.load import load
from app.model import Benchmark, Mode, Rule, Scope

HERE = Path(__file__).parent
CHECKS = HERE.parents[1] / "checks"
THREATS = {"2.3.1", "2.3.2", "2.3.3", "2.3.4", "2.3.5", "2.3.6", "2.3.7"}


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


CATALOGUE = {row["item"]: row for row in rows("catalogue.csv")}
TRACES = {row["section"]: row["items"].split() for row in rows("traceability.csv")}


@cache
def guideline() -> Benchmark:
    """The items alone: platforms are tried elsewhere."""
    return load([CHECKS / "guideline"])


@cache
def rules() -> dict[str, Rule]:
    return {rule.id: rule for rule in guideline().rules}


def test_the_catalogue_is_the_whole_guideline() -> None:
    assert len(CATALOGUE) == 134
    assert Counter(row["mode"] for row in CATALOGUE.values()) == {"automated": 82, "assisted": 38, "manual": 14}
    assert Counter(row["scope"] for row in CATALOGUE.values()) == {
        "host": 58,
        "guest": 12,
        "both": 36,
        "site": 17,
        "cross-host": 11,
    }
    assert Counter(row["severity"] for row in CATALOGUE.values()) == {"high": 47, "medium": 76, "low": 11}


def test_no_item_is_missing_and_none_is_invented() -> None:
    assert set(rules()) == set(CATALOGUE)


@pytest.mark.parametrize("item", sorted(CATALOGUE))
def test_an_item_has_the_facts_of_the_catalogue(item: str) -> None:
    row, rule = CATALOGUE[item], rules()[item]
    found = (rule.section, rule.scope, rule.severity, rule.mode, rule.basis, " ".join(rule.threats))
    assert found == (row["section"], row["scope"], row["severity"], row["mode"], row["basis"], row["threats"])


@pytest.mark.parametrize("section", sorted(TRACES))
def test_a_section_of_the_guideline_is_held_by_its_items(section: str) -> None:
    assert set(TRACES[section]) <= set(rules())


def test_the_traceability_covers_every_item() -> None:
    assert {item for items in TRACES.values() for item in items} == set(CATALOGUE)


def test_sections_without_items_are_those_that_ask_for_nothing() -> None:
    assert {section for section, items in TRACES.items() if not items} == {"1", "2.1", "2.1.1", "8", "9"}


def test_every_section_with_items_has_a_head() -> None:
    heads = [section.id for chapter in guideline().chapters for section in chapter.sections]
    assert len(heads) == len(set(heads))
    assert set(heads) >= {row["section"] for row in CATALOGUE.values()} | THREATS
    assert {chapter.id for chapter in guideline().chapters} == {"2", "3", "4", "5", "6", "7"}
    for chapter in guideline().chapters:
        assert chapter.introduction
        assert all(section.introduction for section in chapter.sections)


def test_every_threat_is_answered() -> None:
    assert {threat for rule in rules().values() for threat in rule.threats} == THREATS


def test_items_stand_in_the_order_of_the_catalogue() -> None:
    assert [rule.id for rule in guideline().rules] == list(CATALOGUE)


# What a rationale owes its reader is 2 to 5 sentences; abbreviations with inner dots aren't ends.
_END = re.compile(r"[.?!](?=\s|$)")


@pytest.mark.parametrize("item", sorted(CATALOGUE))
def test_an_item_teaches_something(item: str) -> None:
    rule = rules()[item]
    assert 2 <= len(_END.findall(re.sub(r"\b(?:e\.g|i\.e|etc)\.", "", rule.rationale))) <= 5, rule.rationale
    assert rule.requirement.endswith(".")
    assert rule.rationale.endswith(".")
    assert rule.question.endswith("?") or "?" in rule.question
    assert not rule.title.endswith(".")
    assert rule.title.casefold() not in rule.rationale.casefold()
    assert rule.evidence
    assert rule.references


def test_questions_of_the_site_are_never_decided_by_a_command() -> None:
    for rule in rules().values():
        assert rule.scope is not Scope.SITE or rule.mode is not Mode.AUTOMATED, rule.id


def test_the_notice_says_that_it_is_independent() -> None:
    assert "independent" in guideline().notice
    assert "Center for Internet Security" in guideline().notice
