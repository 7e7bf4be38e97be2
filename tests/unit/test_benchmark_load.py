"""Every fault of content is told with file, line, thing and a suggestion, and all of them at once."""

from pathlib import Path

import pytest
from content_sample import HEAD, PLATFORM, chapter_text, small_benchmark, write_content

from app.benchmark.load import load
from app.errors import ContentError
from app.judge.expectation import AllOf, Comparison, Operand
from app.model import Mode, Role, Scope, Severity

FILE = "platforms/tiny/platform.yaml"


def problems(folder: Path, platform: str = PLATFORM, **extra: str) -> list[str]:
    """The faults with the content's folder taken away; ``extra`` holds further files by a word that names them."""
    root = write_content(folder, platform)
    for name, text in extra.items():
        path = root / "platforms" / name / "more.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    with pytest.raises(ContentError) as caught:
        load([root])
    return [one.replace(f"{root}/", "") for one in caught.value.problems]


def changed(old: str, new: str) -> str:
    assert PLATFORM.count(old) == 1, old
    return PLATFORM.replace(old, new)


def line_of(text: str, platform: str = PLATFORM) -> int:
    return next(number for number, line in enumerate(platform.splitlines(), 1) if text in line)


COLOUR = "{fact: settings.colour, equals: green}"
ONE_COMPARISON = (
    "give exactly one comparison beside fact: equals, differs, one_of, none_of, at_least, at_most, matches, "
    "matches_not, contains, contains_all, contains_none, only, empty, present."
)


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("{fact: settings.colour, equal: green}", "unknown key 'equal' (did you mean equals?); remove or mend it."),
        ("{fact: settings.colour}", f"expect: {ONE_COMPARISON}"),
        ("{fact: settings.colour, equals: a, differs: b}", f"expect: {ONE_COMPARISON}"),
        ("{all: [{fact: settings.colour}]}", f"expect.all.0: {ONE_COMPARISON}"),
        (
            "{fact: settings.colour, equals: 1, every: x}",
            "expect: give exactly one of fact, all, any, not, every, some.",
        ),
        ("{fact: a.b, equals: 1, where: {fact: a.b, equals: 1}}", "expect: where has no meaning beside fact."),
        ("{every: things.lines, expect: {fact: x.y, equals: 1}}", "expect: every needs `as` and `expect`."),
        ("{some: things.lines, as: x}", "expect: some needs `as` and `expect`."),
        ("{all: []}", "expect.all: must not be empty."),
        ("{any: {fact: a.b, equals: 1}}", "expect.any: must be a list, such as [a, b]."),
        ("green", "expect: must be a mapping, such as {key: value}."),
        ("{fact: settings.colour, empty: 'no'}", "expect.empty: must be true or false."),
        ("{fact: settings.colour, at_least: many}", "expect: at_least needs a number."),
        ("{fact: settings.colour, at_most: true}", "expect: at_most needs a number."),
        ("{fact: settings.colour, one_of: green}", "expect: one_of needs a list, such as [a, b]."),
        ("{fact: settings.colour, only: 5}", "expect: only needs a list, such as [a, b]."),
        (
            "{fact: settings.colour, equals: null}",
            "expect: equals needs a value; whether the fact is there at all is asked with present.",
        ),
        (
            "{fact: settings.colour, equals: {valve: least}}",
            "expect: equals takes a plain value, {value: name} or {fact: path}.",
        ),
        (
            "{fact: settings.colour, missing: maybe, equals: 1}",
            "expect.missing: 'maybe' is not known; it is one of unknown, fail, pass.",
        ),
    ],
)
def test_expectations_of_no_form(tmp_path: Path, new: str, said: str) -> None:
    line = line_of(COLOUR)
    assert problems(tmp_path, changed(COLOUR, new)) == [f"{FILE}:{line}: check tiny.colour: {said}"]


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("{fact: setings.colour, equals: green}", "there is no probe setings (did you mean settings?)."),
        ("{fact: settings.size, equals: {fact: thing.lines}}", "there is no probe thing (did you mean things?)."),
        ("{fact: settings.size, equals: {value: lest}}", "there is no value lest (did you mean least?)."),
        ("{fact: settings.size, one_of: {value: least}}", "one_of needs a list, and the value least is none."),
        (
            "{fact: settings.size, matches: 'a(?=b)'}",
            "'a(?=b)' is not an RE2 expression: invalid perl operator: (?=.",
        ),
        (
            "{not: {fact: settings.size, matches_not: '['}}",
            "'[' is not an RE2 expression: missing ]: [.",
        ),
        (
            "{some: nowhere.list, as: x, expect: {fact: x.size, at_least: {value: leest}}}",
            "there is no probe nowhere.",
        ),
    ],
)
def test_references_of_expectations(tmp_path: Path, new: str, said: str) -> None:
    line = line_of("id: tiny.colour")
    assert problems(tmp_path, changed(COLOUR, new))[0] == f"{FILE}:{line}: check tiny.colour: {said}"


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        (
            "undecided:",
            "undecidd:",
            "undecidd:",
            "unknown key 'undecidd' (did you mean undecided?); remove or mend it.",
        ),
        (
            "    title: The colour is green\n",
            "",
            "id: tiny.colour",
            "check tiny.colour: the key 'title' is missing; add it.",
        ),
        (
            "title: The colour is green",
            "title: 1.10",
            "title: 1.10",
            "check tiny.colour: title: must be text; put it in quotes.",
        ),
        ("item: 4.1-a", "item: 4.9", "item: 4.9", "check tiny.colour: item: must be text; put it in quotes."),
        (
            "item: 4.1-a",
            "item: 4.1a",
            "item: 4.1a",
            r"check tiny.colour: item: '4.1a' has not the form ^[0-9]+(\.[0-9]+)+-[a-z]$.",
        ),
        (
            "item: 4.1-a",
            "item: 4.1-z",
            "id: tiny.colour",
            "check tiny.colour: there is no item 4.1-z (did you mean 4.1-d?).",
        ),
        (
            "id: tiny.size",
            "id: other.size",
            "id: other.size",
            "check other.size: its id must begin with tiny.",
        ),
        (
            "parser: lines\n    needs",
            "parser: line\n    needs",
            "absent:",
            "probe absent: there is no parser line (did you mean lines?).",
        ),
        (
            "needs: [no-such-program-anywhere]",
            "needs: [-x y]",
            "needs: [-x y]",
            "probe absent: needs.0: '-x y' has not the form ^[A-Za-z0-9_./][A-Za-z0-9_./+-]*$.",
        ),
        (
            "    command: no-such-program-anywhere --list\n",
            '    command: "true\\0"\n',
            '    command: "true',
            r"probe absent: command: 'true\x00' has not the form ^[^\x00]*$.",
        ),
        (
            "  6.2-a: Nothing",
            "  6.2-z: Nothing",
            "6.2-z",
            "undecided 6.2-z: there is no such item (did you mean 6.2-a?).",
        ),
        (
            "roles: [host, guest]",
            "roles: [host, gast]",
            "roles:",
            "platform.roles.1: 'gast' is not known (did you mean guest?); it is one of host, guest.",
        ),
        ("roles: [host, guest]", "roles: host", "roles:", "platform.roles: must be a list, such as [a, b]."),
        (
            "remediation: {any: Paint it green.}",
            "remediation: {debiann: x}",
            "debiann",
            (
                "check tiny.colour: the key 'debiann' is not known (did you mean debian?); "
                "it is one of any, debian, redhat, suse, alpine."
            ),
        ),
        (
            "    remediation: {any: Paint it green.}\n",
            "",
            "id: tiny.colour",
            "check tiny.colour: a check that decides needs a remediation.",
        ),
        (
            "    expect: {fact: settings.colour, equals: green}\n",
            "",
            "id: tiny.colour",
            "check tiny.colour: give expect (it decides) or collect (a person decides).",
        ),
        (
            "    default: 3",
            "    default: {a: 3}",
            "default:",
            "value least: default: must be true or false, or a whole number, or a number, or text, or a list.",
        ),
    ],
)
def test_faults_of_a_platform(tmp_path: Path, old: str, new: str, at: str, said: str) -> None:
    text = changed(old, new)
    assert problems(tmp_path, text) == [f"{FILE}:{line_of(at, text)}: {said}"]


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("timeout: 0", "timeout: must be at least 1."),
        ("timeout: 601", "timeout: must be at most 600."),
        ("timeout: '30'", "timeout: must be a whole number."),
        ("exits: 0", "exits: must be a list, such as [a, b]."),
        ("privilege: admin", "privilege: 'admin' is not known; it is one of user, root."),
        ("if_missing: {x: 1}", "if_missing has no meaning without needs."),
        ("from: [things]", "give either command or from."),
        ("may_be_empty: no", "may_be_empty: must be true or false."),
    ],
)
def test_faults_of_a_probe(tmp_path: Path, added: str, said: str) -> None:
    (found,) = problems(tmp_path, changed("  settings:\n", f"  settings:\n    {added}\n"))
    assert found.startswith(f"{FILE}:")
    assert found.endswith(f": probe settings: {said}")


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("for_each: things.lines", "for_each and as go together."),
        ("when: {fact: settings.size, equals: 4}", "when and when_text go together."),
        ("for_each: things.lines\n    as: settings", "`as: settings` is the name of a probe; take another name."),
        ("for_each: thing.lines\n    as: x", "there is no probe thing (did you mean things?)."),
        ("collect: [thingz]", "there is no probe thingz (did you mean things?)."),
        ("when: {fact: nowhere.x, equals: 4}\n    when_text: Not here.", "there is no probe nowhere."),
    ],
)
def test_faults_of_a_check(tmp_path: Path, added: str, said: str) -> None:
    text = changed("    title: The colour is green\n", f"    title: The colour is green\n    {added}\n")
    assert problems(tmp_path, text)[0] == f"{FILE}:{line_of('id: tiny.colour')}: check tiny.colour: {said}"


def test_role_mismatch(tmp_path: Path) -> None:
    text = changed("roles: [host, guest]", "roles: [guest]")
    assert problems(tmp_path, text) == [
        f"{FILE}:{line_of('id: tiny.colour')}: check tiny.colour: item 4.1-a is for a host, but tiny is not.",
        f"{FILE}:{line_of('id: tiny.shown')}: check tiny.shown: item 4.2-b is for a host, but tiny is not.",
    ]
    text = changed("roles: [host, guest]", "roles: [host]")
    assert problems(tmp_path / "b", text) == [
        f"{FILE}:{line_of('id: tiny.guest-size')}: check tiny.guest-size: item 4.1-b is for a guest, but tiny is not."
    ]


@pytest.mark.parametrize(("item", "what"), [("4.2-a", "manual"), ("4.1-d", "manual"), ("4.2-c", "site-wide")])
def test_a_check_decides_nothing_that_a_person_answers(tmp_path: Path, item: str, what: str) -> None:
    place = f"{FILE}:{line_of('id: tiny.colour')}: check tiny.colour"
    said = f"{place}: item {item} is {what}, so a person decides; give collect, not expect."
    assert problems(tmp_path, changed("item: 4.1-a", f"item: {item}")) == [said]


def platform(name: str, more: str = "", extends: str = "") -> str:
    return f"platform: {{id: {name}, title: {name}, detect: 'true', roles: [host], extends: [{extends}]}}\n{more}"


def test_duplicates_name_both_places(tmp_path: Path) -> None:
    twice = changed("id: tiny.size", "id: tiny.colour")
    assert problems(tmp_path, twice) == [
        f"{FILE}:38: check tiny.colour stands already at {FILE}:28; ids must be unique."
    ]
    probe = "probes: {things: {command: x, parser: text}}\nvalues: {least: {title: x, default: 1}}\n"
    assert problems(tmp_path / "b", other=platform("other", probe, "tiny")) == [
        f"{FILE}:19: probe things stands already at platforms/other/more.yaml:2; ids must be unique.",
        f"{FILE}:8: value least stands already at platforms/other/more.yaml:3; ids must be unique.",
    ]
    assert problems(tmp_path / "c", other=platform("tiny")) == [
        f"{FILE}:2: platform tiny stands already at platforms/other/more.yaml:1; ids must be unique."
    ]


def test_duplicate_items_chapters_and_heads(tmp_path: Path) -> None:
    found = problems(tmp_path, other=chapter_text("6"))
    assert (
        found[0] == "platforms/other/more.yaml:1: chapter 6 stands already at guideline/6.yaml:1; ids must be unique."
    )
    assert any("item 6.2-a stands already at guideline/6.yaml:" in one for one in found)
    assert problems(tmp_path / "b", other=HEAD) == [
        "platforms/other/more.yaml:1: a second head of the benchmark; only one may be there."
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("mode: automated", "mode: auto", "14: item 5.1-a: mode: 'auto' is not known (did you mean automated?); "),
        ("threats:", "threads:", "9: item 5.1-a: the key 'threats' is missing; add it."),
        ('    section: "5.1"', '    section: "5.2"', "9: item 5.1-a: section 5.2 is not in this file's sections."),
        ("- id: 5.1-a", "- id: 5.2-a", "9: item 5.2-a: its id must begin with its section 5.1-."),
        ("severity: high", "severity: grave", "13: item 5.1-a: severity: 'grave' is not known; "),
        ('  - id: "5.1"', '  - id: "6.9"', "5: section 6.9: its id must begin with its chapter 5."),
        ("    references: [A book]", "    references: []", "21: item 5.1-a: references: must not be empty."),
    ],
)
def test_faults_of_a_chapter(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = chapter_text("5", [("5.1-a", "host", "automated", "high")])
    assert text.count(old) == 1
    found = problems(tmp_path, other=text.replace(old, new))
    assert any(one.startswith(f"platforms/other/more.yaml:{said}") for one in found), found


def test_extending_in_a_circle_or_what_is_not_there(tmp_path: Path) -> None:
    assert problems(tmp_path, a=platform("a", extends="b"), b=platform("b", extends="a")) == [
        "platforms/a/more.yaml:1: platform a: extends itself in a circle; remove one `extends`.",
        "platforms/b/more.yaml:1: platform b: extends itself in a circle; remove one `extends`.",
    ]
    assert problems(tmp_path / "b", a=platform("a", extends="tinny")) == [
        "platforms/a/more.yaml:1: platform a: extends tinny, which is not there (did you mean tiny?)."
    ]
    assert problems(tmp_path / "c", a=platform("a", extends="a")) == [
        "platforms/a/more.yaml:1: platform a: extends itself in a circle; remove one `extends`."
    ]


def test_derived_probes(tmp_path: Path) -> None:
    probes = (
        "probes:\n  joined: {from: [things, nothing], parser: nowhere}\n  again: {from: [joined], parser: nowhere}\n"
    )
    found = problems(tmp_path, a=platform("a", probes, "tiny"))
    assert "platforms/a/more.yaml:3: probe joined: from nothing, which is not there (did you mean things?)." in found
    assert "platforms/a/more.yaml:4: probe again: from joined, which is derived itself; name its sources." in found
    assert "platforms/a/more.yaml:3: probe joined: there is no parser nowhere." in found


def test_probes_of_an_addendum_that_is_not_extended(tmp_path: Path) -> None:
    check = "checks: [{id: a.x, item: 4.2-b, title: X, collect: [things]}]\n"
    assert problems(tmp_path, a=platform("a", check)) == [
        "platforms/a/more.yaml:2: check a.x: there is no probe things."
    ]
    load([write_content(tmp_path / "b")])  # the same probe is found where the addendum is extended
    root = write_content(tmp_path / "c")
    (root / "platforms" / "a").mkdir()
    (root / "platforms" / "a" / "x.yaml").write_text(platform("a", check, "tiny"))
    assert [one.id for one in load([root]).addenda] == ["tiny", "a"]


def test_files_of_no_kind(tmp_path: Path) -> None:
    assert problems(tmp_path, a="checks: []\n") == [
        "platforms/a: exactly one file of an addendum has `platform:`; 0 have."
    ]
    said = "platforms/a/more.yaml:1: expected a mapping such as `checks:`; see checks/schema.json."
    assert problems(tmp_path / "b", a="[]\n") == [said]
    assert problems(tmp_path / "c", a="") == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("set_values: {lest: 5}", "value lest: no such value (did you mean least?)."),
        ("set_values: {least: abc}", "value least: must be a number."),
        ("set_values: {least: true}", "value least: must be a number."),
        ("set_values: {least: [1]}", "value least: must be a number."),
    ],
)
def test_values_of_a_site(tmp_path: Path, text: str, said: str) -> None:
    assert problems(tmp_path, a=text) == [f"platforms/a/more.yaml:1: {said}"]


def test_a_site_sets_a_value(tmp_path: Path) -> None:
    root = write_content(tmp_path)
    (root / "profile.yaml").write_text("set_values: {least: 5}\n")
    assert [(value.id, value.default) for value in load([root]).values] == [("least", 5)]


def test_several_files_are_told_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, changed(COLOUR, "{fact: a.b}"), a="x: *y\n", b="set_values: 5\n")
    assert {one.split(":")[0] for one in found} >= {FILE, "platforms/a/more.yaml", "platforms/b/more.yaml"}


def test_absent_and_empty_folders(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load([tmp_path / "none", tmp_path])
    assert caught.value.problems == [
        f"{tmp_path}/none: there is no such folder; give a folder that holds *.yaml files.",
        f"{tmp_path}: holds no *.yaml file; give a folder with checks.",
    ]
    (tmp_path / "x.yaml").write_text(chapter_text("4"))
    with pytest.raises(ContentError) as caught:
        load([tmp_path])
    assert caught.value.problems == [f"{tmp_path}: no benchmark.yaml with id, version, title and notice was found."]


def test_a_file_with_another_ending_is_not_left_out_unseen(tmp_path: Path) -> None:
    root = write_content(tmp_path)
    (root / "platforms" / "tiny" / "more.yml").write_text("values: {}\n")
    with pytest.raises(ContentError) as caught:
        load([root])
    assert caught.value.problems == [
        f"{root}: platforms/tiny/more.yml is not read; rename to end in .yaml, or move elsewhere."
    ]
    (root / "profile.YAML").write_text("set_values: {}\n")
    with pytest.raises(ContentError) as caught:
        load([root])
    assert caught.value.problems == [
        f"{root}: platforms/tiny/more.yml, profile.YAML are not read; rename to end in .yaml, or move elsewhere."
    ]
    only = tmp_path / "only"
    only.mkdir()
    (only / "mine.yml").write_text("values: {}\n")
    with pytest.raises(ContentError, match=r"mine\.yml is not read"):
        load([root / "guideline", only])


def test_hidden_folders_of_a_repository_are_none_of_ours(tmp_path: Path) -> None:
    root = write_content(tmp_path)
    (root / ".github").mkdir()
    (root / ".github" / "ci.yml").write_text("on: push\n")
    assert load([root]).id == "small"


def test_what_is_loaded() -> None:
    benchmark = small_benchmark()
    assert (benchmark.id, benchmark.version, benchmark.title) == ("small", "0.1", "Small guideline")
    assert [chapter.id for chapter in benchmark.chapters] == ["4", "6"]
    assert [section.id for section in benchmark.chapters[0].sections] == ["4.1", "4.2"]
    assert [rule.id for rule in benchmark.rules][:3] == ["4.1-a", "4.1-b", "4.1-c"]
    third = benchmark.rule("4.1-c")
    assert (third.scope, third.mode, third.severity, third.chapter) == (
        Scope.BOTH,
        Mode.AUTOMATED,
        Severity.CRITICAL,
        "4",
    )
    tiny = benchmark.addendum("tiny")
    assert tiny.roles == (Role.HOST, Role.GUEST)
    assert [probe.id for probe in tiny.probes] == ["os_release", "settings", "things", "absent"]
    assert tiny.probes[3].needs == ("no-such-program-anywhere",)
    assert tiny.checks[0].expect == Comparison("settings.colour", "equals", Operand("literal", "green"))
    assert tiny.checks[1].expect == Comparison("settings.size", "at_least", Operand("value", "least"))
    assert tiny.undecided == (("6.2-a", "Nothing on this platform says it"),)
    with pytest.raises(KeyError):
        benchmark.rule("9.9-z")
    with pytest.raises(KeyError):
        benchmark.addendum("none")


def test_nested_expectations_are_built(tmp_path: Path) -> None:
    text = changed(
        COLOUR, "{all: [{fact: settings.colour, one_of: [a, b]}, {fact: settings.size, equals: {fact: things.n}}]}"
    )
    root = write_content(tmp_path, text)
    assert load([root]).addenda[0].checks[0].expect == AllOf(
        (
            Comparison("settings.colour", "one_of", Operand("literal", ("a", "b"))),
            Comparison("settings.size", "equals", Operand("fact", "things.n")),
        )
    )
