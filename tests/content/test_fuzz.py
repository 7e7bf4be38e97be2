"""Whatever a host prints: each registered parser raises nothing but ValueError, and its facts can be judged and stored.

Arbitrary text made of words that the formats know, and recorded answers with lines doubled, dropped, moved, cut and
overwritten; derivations get the facts of such answers, and mappings that no parser makes.
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from samples_format import read_sample
from test_samples import benchmark, sample_files

from app.judge.facts import _clean, decode
from app.model import Probe
from app.parsers import Answer
from app.parsers.registry import DERIVATIONS, PARSERS

STUMBLES = (LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, AssertionError)
PIECES = ["\n", " ", "=", ":", "|", "== ", "== end\n", "end\n", "\t", "\\", '"', "'", "{", "[", "#", "\0", "\u202e",
          "\ud800".encode("utf-8", "backslashreplace").decode(), "-1", "0", "9" * 40, "1e999", "NaN", "yes", "no", "*",
          "%", "!", "@", "<a>", "</a>", "&x;", "\u0661", "\r", "\x0b", "\u2028"]  # fmt: skip


@cache
def probes() -> Mapping[str, Probe]:
    return {probe.id: probe for addendum in benchmark().addenda for probe in addendum.probes}


@cache
def recorded() -> Mapping[str, tuple[str, ...]]:
    """Real answers by parser, each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for path in sample_files():
        for name, evidence in read_sample(path).items():
            if name in probes() and not probes()[name].derived_from and evidence.output:
                found[probes()[name].parser][decode(evidence.output)] = None
    return {parser: tuple(texts) for parser, texts in found.items()}


@cache
def facts_by_probe() -> Mapping[str, tuple[Any, ...]]:
    """Facts of recorded answers, by probe."""
    found: dict[str, list[Any]] = defaultdict(list)
    for probe in probes().values():
        for text in recorded().get(probe.parser, ())[:8] if not probe.derived_from else ():
            value = parse(probe.parser, text)
            if value is not None:
                found[probe.id].append(value)
        if probe.if_missing is not None:
            found[probe.id].append(probe.if_missing)
    return {name: tuple(values) for name, values in found.items()}


def parse(name: str, text: str, status: int = 0) -> Any:
    """Facts, or None where the parser refuses; anything but a ValueError is a stumble."""
    try:
        value = PARSERS[name](Answer(text, status))
    except ValueError:
        return None
    json.dumps(_clean(value))
    return value


def mutated(text: str, chance: random.Random) -> str:
    """The text with a few faults in it, as a broken host, a cut stream or a hostile owner makes them."""
    for _ in range(chance.randint(1, 4)):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        way = chance.randrange(8)
        if way == 0:
            del lines[at]
        elif way == 1:
            lines.insert(at, lines[chance.randrange(len(lines))])
        elif way == 2:
            lines[at] = lines[at][: chance.randint(0, len(lines[at]))]
        elif way == 3:
            lines = lines[: at + 1]
        elif way == 4:
            words = lines[at].split(" ")
            words[chance.randrange(len(words))] = chance.choice(PIECES)
            lines[at] = " ".join(words)
        elif way == 5:
            place = chance.randint(0, len(lines[at]))
            lines[at] = lines[at][:place] + chance.choice(PIECES) + lines[at][place:]
        elif way == 6:
            lines[at] = lines[at][::-1]
        else:
            chance.shuffle(lines)
        text = "\n".join(lines)
    return text


@pytest.mark.parametrize("name", sorted(PARSERS))
@given(
    text=st.lists(st.sampled_from(PIECES) | st.text(max_size=10), max_size=30).map("".join), status=st.integers(0, 3)
)
@settings(max_examples=25)
def test_arbitrary_text(name: str, text: str, status: int) -> None:
    parse(name, text, status)


@pytest.mark.parametrize("name", sorted(PARSERS))
def test_recorded_answers_with_faults(name: str) -> None:
    chance = random.Random(name)  # noqa: S311 - the same faults in each run
    texts = recorded().get(name, ())
    for text in chance.sample(texts, min(len(texts), 6)):
        for _ in range(25):
            broken = mutated(text[:20_000], chance)
            try:
                parse(name, broken)
            except STUMBLES as error:
                pytest.fail(f"{type(error).__name__}: {error} for {broken[-1500:]!r}")


@pytest.mark.parametrize("name", sorted(probe.id for probe in probes().values() if probe.derived_from))
def test_derivations_of_recorded_answers_with_faults(name: str) -> None:
    """Joined facts of answers that don't belong together, some of them broken."""
    chance = random.Random(name)  # noqa: S311 - the same faults in each run
    for _ in range(40):
        derive(name, chance)


def derive(name: str, chance: random.Random) -> Any:
    """The facts of a derived probe out of random facts of its sources; None where one refuses."""
    probe = probes()[name]
    if not probe.derived_from:
        values = facts_by_probe().get(name, ())
        texts = recorded().get(probe.parser, ())
        if texts and chance.random() < 0.5:
            return parse(probe.parser, mutated(chance.choice(texts)[:20_000], chance))
        return chance.choice(values) if values else None
    sources = {one: derive(one, chance) for one in probe.derived_from}
    if any(value is None for value in sources.values()):
        return None
    try:
        value = DERIVATIONS[probe.parser](sources)
    except ValueError:
        return None
    json.dumps(_clean(value))
    return value
