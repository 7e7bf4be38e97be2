"""YAML is read strictly: what some YAML file could hide from its author is refused, with file and line."""

import os
import re
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.benchmark.source import MAX_BYTES, MAX_DEPTH, Source, read
from app.errors import ContentError


def file(folder: Path, data: str | bytes) -> Path:
    path = folder / "some.yaml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def value(folder: Path, data: str | bytes) -> Any:
    return read(file(folder, data)).value


def problems(folder: Path, data: str | bytes) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read(file(folder, data))
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1", {"a": 1}),
        ("a: -7", {"a": -7}),
        ("a: 1.5", {"a": 1.5}),
        ("a: true\nb: false", {"a": True, "b": False}),
        ("a:\nb: null\nc: ~", {"a": None, "b": None, "c": None}),
        ("a: [x, 'y', \"z\"]", {"a": ["x", "y", "z"]}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("a: >-\n  one\n  two\n", {"a": "one two"}),
        ("a: {b: {c: []}}", {"a": {"b": {"c": []}}}),
        ("a: Größe 日本", {"a": "Größe 日本"}),
        ("- 1\n- b\n", [1, "b"]),
        ("", None),
        ("# only a remark\n", None),
        ("---\na: 1\n...\n", {"a": 1}),
        ("\ufeffa: 1", {"a": 1}),
        ("a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
    ],
)
def test_what_authors_need(tmp_path: Path, text: str, expected: object) -> None:
    assert value(tmp_path, text) == expected


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "off", "on", "n", "y", "True", "FALSE", "1:30", "22:22:22", "2001-12-14", "1e3", ".inf", "1_000"],
)
def test_words_that_yaml_would_reinterpret_stay_text(tmp_path: Path, text: str) -> None:
    assert value(tmp_path, f"a: {text}") == {"a": text}


@pytest.mark.parametrize("text", ["'5'", '"true"', "'0644'", '"null"', "'<<'"])
def test_quotes_make_text(tmp_path: Path, text: str) -> None:
    assert value(tmp_path, f"a: {text}") == {"a": text[1:-1]}


@pytest.mark.parametrize("text", ["0644", "007", "0x1f", "0o17", "0b11", "+012", "012.5", "0_7", "-010"])
def test_numbers_of_two_meanings_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "some.yaml"
    assert problems(tmp_path, f"x: 1\nmode: {text}\n") == [
        f"{path}:2: {text} could be octal, hexadecimal or text; put it in quotes or write it in decimal."
    ]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a: 1\nb: *other\n", 2, "aliases (*name) are not allowed; write the value out."),
        ("a: &name 1\n", 1, "anchors (&name) are not allowed; remove it."),
        ("&name a: 1\n", 1, "anchors (&name) are not allowed; remove it."),
        ("a: 1\nb:\n  <<: {c: 1}\n", 3, "merge keys (<<) are not allowed; write the keys out."),
        ("a: !!str 5\n", 1, "the tag tag:yaml.org,2002:str is not allowed; remove it."),
        ("a: !!int '5'\n", 1, "the tag tag:yaml.org,2002:int is not allowed; remove it."),
        ("a: !own x\n", 1, "the tag !own is not allowed; remove it."),
        ("!own a: x\n", 1, "the tag !own is not allowed; remove it."),
        ("a: 1\nb: !!set {x}\n", 2, "the tag tag:yaml.org,2002:set is not allowed; remove it."),
        ("a: !!seq [x]\n", 1, "the tag tag:yaml.org,2002:seq is not allowed; remove it."),
        (
            "a: !!python/object/apply:os.system [ls]\n",
            1,
            "the tag tag:yaml.org,2002:python/object/apply:os.system is not allowed; remove it.",
        ),
        ("a: 1\nb: 2\na: 3\n", 3, "the key 'a' stands here twice; remove one."),
        ("? [a, b]\n: 1\n", 1, "a key must be a word."),
        ("a: 1\n---\nb: 2\n", 2, "a second document (---) begins here; one file holds one."),
    ],
)
def test_refused_features(tmp_path: Path, text: str, line: int, said: str) -> None:
    assert problems(tmp_path, text) == [f"{tmp_path / 'some.yaml'}:{line}: {said}"]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, "a: 0644\nb: *x\nc: {d: 1, d: 2}\n")
    assert [re.sub(r".*some.yaml:(\d+):.*", r"\1", one) for one in found] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: 'open\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a: @x\n", 1),
        ("a: [1, 2\nb: 3\n", 2),
        ("%YAML 9.9\n---\na: 1", 1),
    ],
)
def test_unreadable_yaml_names_the_line(tmp_path: Path, text: str, line: int) -> None:
    (found,) = problems(tmp_path, text)
    assert found.startswith(f"{tmp_path / 'some.yaml'}:{line}: not readable as YAML: ")
    assert found.endswith("; mend this line.")
    assert "\n" not in found


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a: \xff", "not UTF-8 text (byte 3); save it as UTF-8."),
        ("a: Größe".encode("latin-1"), "not UTF-8 text (byte 5); save it as UTF-8."),
        ("a: 1".encode("utf-16"), "not UTF-8 text (byte 0); save it as UTF-8."),
        (b"a: \xed\xa0\x80", "not UTF-8 text (byte 3); save it as UTF-8."),
    ],
)
def test_other_encodings(tmp_path: Path, data: bytes, said: str) -> None:
    assert problems(tmp_path, data) == [f"{tmp_path / 'some.yaml'}: {said}"]


@pytest.mark.parametrize("data", [b"a: \x00", b"a: \x07", b"\x1b[2J: 1"])
def test_control_characters(tmp_path: Path, data: bytes) -> None:
    (found,) = problems(tmp_path, data)
    assert "not readable as YAML" in found
    assert found.isprintable()


def test_size_cap(tmp_path: Path) -> None:
    assert problems(tmp_path, b"#" * (MAX_BYTES + 1)) == [
        f"{tmp_path / 'some.yaml'}: larger than 1000000 bytes; split it into several files."
    ]
    assert value(tmp_path, b"#" * MAX_BYTES) is None


@pytest.mark.parametrize(
    "text",
    [
        "[" * 900_000,
        "{a: " * 200_000,
        "- " * 400_000,
        "? " * 400_000,
        "\n".join(" " * level + "a:" for level in range(1300)),
        "[" * 5000 + "]" * 5000,
    ],
    ids=["flow lists", "flow mappings", "block lists", "keys of keys", "block mappings", "closed again"],
)
def test_deep_nesting_is_refused_quickly(tmp_path: Path, text: str) -> None:
    begun = time.process_time()
    assert any("nested too deeply; flatten it." in one for one in problems(tmp_path, text))
    assert time.process_time() - begun < 5


def test_nesting_that_is_allowed(tmp_path: Path) -> None:
    depth = MAX_DEPTH - 1
    assert value(tmp_path, "[" * depth + "x" + "]" * depth) is not None


def test_entity_expansion_costs_nothing(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{row}: &a{row} [{', '.join([f'*a{row - 1}'] * 10)}]" for row in range(1, 12)]
    begun = time.process_time()
    found = problems(tmp_path, "\n".join(rows))
    assert time.process_time() - begun < 2
    assert len(found) == 12 + 11 * 10  # each anchor and each alias
    assert value(tmp_path, "a: 1") == {"a": 1}


def test_a_value_that_holds_itself(tmp_path: Path) -> None:
    assert any("aliases" in one for one in problems(tmp_path, "a: &x [*x]"))


def test_absent_file_folder_and_pipe(tmp_path: Path) -> None:
    pipe, absent = tmp_path / "pipe.yaml", tmp_path / "none.yaml"
    os.mkfifo(pipe)
    for path in (absent, tmp_path, pipe):
        with pytest.raises(ContentError) as caught:
            read(path)
        said = "there is no such file" if path == absent else "is no ordinary file"
        assert caught.value.problems[0].startswith(f"{path}: {said}; give the path of a YAML file")


def test_lines_of_values(tmp_path: Path) -> None:
    source = read(file(tmp_path, "a: 1\nlist:\n  - x\n  - b:\n      c: 2\n"))
    assert source.lines[("a",)] == 1
    assert source.lines[("list", 1, "b", "c")] == 5
    assert source.line(("list", 1, "b", "nothing", "here")) == 4  # the nearest thing around it
    assert Source(tmp_path, None, {}).line(("x",)) == 1


@given(data=st.binary(max_size=400))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_arbitrary_bytes_raise_nothing_else(tmp_path: Path, data: bytes) -> None:
    found = ["some.yaml"]
    try:
        read(file(tmp_path, data))
    except ContentError as error:
        found = error.problems
    assert found
    assert all("some.yaml" in one for one in found)


@given(text=st.text(alphabet="ab:-[]{}&*!|>'\"#%?,<~ \n\t01é", max_size=60))
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_arbitrary_yaml_gives_plain_values(tmp_path: Path, text: str) -> None:
    try:
        found = value(tmp_path, text)
    except ContentError:
        return
    assert _plain(found)


def _plain(found: Any) -> bool:
    if isinstance(found, dict):
        return all(isinstance(key, str) and _plain(inner) for key, inner in found.items())
    if isinstance(found, list):
        return all(map(_plain, found))
    return found is None or type(found) in {str, int, float, bool}
