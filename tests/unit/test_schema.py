"""checks/schema.json is current, is a JSON Schema, takes what the loader takes and refuses what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest
from content_sample import HEAD, PLATFORM, chapter_text
from jsonschema import Draft202012Validator

from app.benchmark import schema
from app.benchmark.editors import json_schema, schema_text
from app.benchmark.source import read
from app.judge.expectation import COMPARISONS

CHECKS = Path(__file__).parents[2] / "checks"


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json_schema())


def plain(folder: Path, text: str) -> Any:
    path = folder / "x.yaml"
    path.write_text(text)
    return read(path).value


def test_it_is_current() -> None:
    assert (CHECKS / "schema.json").read_text("utf-8") == schema_text(), "run `make schema`"


def test_it_is_a_schema() -> None:
    stored = json.loads((CHECKS / "schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(stored)
    assert stored["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_key_of_content_that_needs_words_has_them() -> None:
    node = json_schema()["$defs"]["Expectation"]["properties"]
    assert set(node) >= set(COMPARISONS) | set(schema.FORMS)
    for name in (*COMPARISONS, *schema.FORMS):
        assert node[name].get("description"), name


@pytest.mark.parametrize("path", sorted(CHECKS.rglob("*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_it_takes_the_projects_own_content(validator: Draft202012Validator, path: Path) -> None:
    assert [error.message for error in validator.iter_errors(read(path).value)] == []


@pytest.mark.parametrize("text", [HEAD, PLATFORM, chapter_text("4"), "set_values: {least: 5, listed: [a], on: true}"])
def test_it_takes_every_kind_of_file(validator: Draft202012Validator, tmp_path: Path, text: str) -> None:
    assert validator.is_valid(plain(tmp_path, text))


COLOUR = "{fact: settings.colour, equals: green}"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("undecided:", "undecidd:"),
        ("    title: The colour is green\n", ""),
        ("title: The colour is green", "title: 5"),
        ("item: 4.1-a", "item: 4.1a"),
        ("id: tiny.colour", "id: colour"),
        ("roles: [host, guest]", "roles: [host, gast]"),
        ("roles: [host, guest]", "roles: []"),
        ("remediation: {any: Paint it green.}", "remediation: {debiann: x}"),
        ("    remediation: {any: Paint it green.}\n", ""),
        ("    collect: [things]\n  - id: tiny.site", "  - id: tiny.site"),
        ("    command: no-such-program-anywhere --list\n", ""),
        ("    command: no-such-program-anywhere --list\n", "    command: x\n    from: [things]\n"),
        ("    needs: [no-such-program-anywhere]\n", "    if_missing: {a: 1}\n"),
        ("    needs: [no-such-program-anywhere]\n", "    needs: [-x y]\n"),
        ("    needs: [no-such-program-anywhere]\n", "    timeout: 0\n"),
        ("    title: The colour is green\n", "    title: x\n    for_each: things.lines\n"),
        ("    title: The colour is green\n", "    title: x\n    when_text: Not here.\n"),
        (COLOUR, "{fact: settings.colour, equal: green}"),
        (COLOUR, "{fact: settings.colour}"),
        (COLOUR, "{fact: settings.colour, equals: a, differs: b}"),
        (COLOUR, "{fact: Settings.colour, equals: a}"),
        (COLOUR, "{equals: a}"),
        (COLOUR, "{all: []}"),
        (COLOUR, "{all: [{fact: a.b}]}"),
        (COLOUR, "{all: [{fact: a.b, equals: 1}], any: [{fact: a.b, equals: 1}]}"),
        (COLOUR, "{every: things.lines, expect: {fact: x.y, equals: 1}}"),
        (COLOUR, "{not: 5}"),
        (COLOUR, "green"),
    ],
)
def test_it_refuses_what_the_loader_refuses(
    validator: Draft202012Validator, tmp_path: Path, old: str, new: str
) -> None:
    assert PLATFORM.count(old) == 1
    value = plain(tmp_path, PLATFORM.replace(old, new))
    assert not validator.is_valid(value)
    with pytest.raises(ValueError, match="validation error"):
        schema.PlatformFile.model_validate(value)


@pytest.mark.parametrize(
    "new",
    [
        "{not: {fact: settings.colour, equals: red}}",
        "{any: [{fact: settings.colour, one_of: [a, b]}, {fact: settings.size, at_least: {value: least}}]}",
        "{every: things.lines, as: thing, where: {fact: thing, differs: x}, expect: {fact: thing, present: true}}",
        "{some: things.lines, as: thing, name: id, label: things, missing: fail, expect: {fact: thing, matches: x}}",
        "{fact: settings.colour, label: Colour, missing: fail, equals: {fact: things.count}}",
    ],
)
def test_both_take_every_form_of_expectation(validator: Draft202012Validator, tmp_path: Path, new: str) -> None:
    value = plain(tmp_path, PLATFORM.replace(COLOUR, new))
    assert validator.is_valid(value)
    schema.PlatformFile.model_validate(value)


@pytest.mark.parametrize("text", ["", "[]", "5", "nonsense: 1", "chapter: '4'"])
def test_files_of_no_kind(validator: Draft202012Validator, tmp_path: Path, text: str) -> None:
    assert not validator.is_valid(plain(tmp_path, text))


@pytest.mark.parametrize("key", ["fact", "all", "not", "every", "label"])
def test_a_key_without_a_value_is_refused_in_words(tmp_path: Path, key: str) -> None:
    forms = {
        "fact": "{fact: , equals: 1}",
        "all": "{all: }",
        "not": "{not: }",
        "every": "{every: , as: x, expect: {fact: x, equals: 1}}",
        "label": "{fact: a.b, label: , equals: 1}",
    }
    value = plain(tmp_path, PLATFORM.replace(COLOUR, forms[key]))
    with pytest.raises(ValueError, match=f"{key} needs a value"):
        schema.PlatformFile.model_validate(value)
