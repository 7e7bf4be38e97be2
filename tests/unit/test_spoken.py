"""Sentences for people go through the table of sentences: what a person reads can be said in another language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app"

# What these say is stored as evidence of the audit and belongs to its record, which is kept in English.
RECORD = ("judge", "parsers", "coverage.py", "scan.py")

# Sentences that stay as they are, by file and beginning, and why.
ALLOWED = {
    ("benchmark/catalogue.py", "{}.{} has no place"): "caught where the cache is read: it is built anew",
    ("dialect/", ""): "a programming error of ours, seen by nobody who uses the program",
    ("engine/child.py", "nobody has said which benchmark it is"): "the same",
    ("engine/link.py", "{}.{} has no place in a message"): "put in words where it is caught, in the same file",
    ("errors.py", "unknown kind of connection error"): "the same",
    ("store/codec.py", ""): "the same, or put in words where it is caught",
    ("store/reader.py", "an audit file is used before it was read"): "the same",
    ("topology/", ""): "a part of findings, which belong to the record",
    ("transport/base.py", "secrets are never serialised"): "a programming error of ours",
    ("transport/", ""): "names a cause within the transport, which is put in words where it is caught",
}
_INTERNAL = {"ValueError", "TypeError", "RuntimeError", "SSHException", "IncompatiblePeer", "NotSshError"}
_SAYING = {"say", "complain", "fault", "remark", "echo", "prompt", "_say", "_remark", "_missing"}
_FILES = sorted(path for path in APP.rglob("*.py") if not str(path.relative_to(APP)).startswith(RECORD))


def _literal(node: ast.expr) -> str:
    """The fixed words of a text; what is put in stands as {}."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    if isinstance(node, ast.IfExp):
        return f"{_literal(node.body)} {_literal(node.orelse)}"
    if isinstance(node, ast.BinOp):
        return f"{_literal(node.left)} {_literal(node.right)}"
    if isinstance(node, ast.List | ast.Tuple):
        return " ".join(map(_literal, node.elts))
    return ""


def _name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _spoken(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """What is said to people: line, who says it, and its fixed words where they don't go through ``tr``."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = _name(node)
        if name.endswith("Error") or name in _SAYING:
            given = node.args
        else:
            given = [one.value for one in node.keywords if one.arg in {"help", "epilog"}]
        for argument in given:
            yield node.lineno, name, _literal(argument)


def _is_sentence(text: str) -> bool:
    return len(re.findall(r"(?<![\w-])[A-Za-z']{2,}(?![\w-])", text)) > 2


def _allowed(path: str, name: str, text: str) -> bool:
    return any(
        path.startswith(where) and text.startswith(begins) and (begins or name in _INTERNAL)
        for where, begins in ALLOWED
    )


@pytest.mark.parametrize(
    "code",
    [
        'raise UsageError(f"{path}: there is no such file.")',
        'raise ContentError([f"{path}: there is no such file."])',
        'common.say("There is nothing left" if done else word)',
        'command("x", help="Look at all hosts.")',
    ],
)
def test_a_sentence_that_is_said_directly_is_seen(code: str) -> None:
    assert [text for _, _, text in _spoken(ast.parse(code)) if _is_sentence(text)]


def test_a_sentence_of_the_table_and_a_word_for_scripts_are_none() -> None:
    code = 'raise ConnectError("host-key-changed", tr("{where}: another key answered.").format(where=where))'
    assert not [text for _, _, text in _spoken(ast.parse(code)) if _is_sentence(text)]


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(APP)))
def test_what_is_said_to_people_can_be_translated(path: Path) -> None:
    where = path.relative_to(APP).as_posix()
    found = [
        f"{where}:{line}: {name}: {text}"
        for line, name, text in _spoken(ast.parse(path.read_text(encoding="utf-8")))
        if _is_sentence(text) and not _allowed(where, name, text)
    ]
    assert not found


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(APP)))
def test_every_sentence_is_a_literal_that_the_collector_finds(path: Path) -> None:
    """It takes literals only, and none within the braces of an f-string."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for inner in ast.walk(node)}
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"tr", "_"}
    ]
    lost = [node.lineno for node in calls if id(node) in hidden or not isinstance(node.args[0], ast.Constant)]
    assert not lost


def _unfilled(tree: ast.Module) -> Iterator[str]:
    """Places of a sentence for which its ``format`` has nothing: it would fail in the middle of saying it."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"):
            continue
        spoken = [one for one in ast.walk(node.func.value) if isinstance(one, ast.Call) and _name(one) in {"tr", "_"}]
        given = {one.arg for one in node.keywords}
        if None in given:  # **values: known only at run time
            continue
        for sentence in spoken:
            for _, place, _, _ in Formatter().parse(_literal(sentence.args[0])):
                if place is not None and re.split(r"[.\[]", place)[0] not in given:
                    yield f"line {node.lineno}: {{{place}}}"


def test_a_place_without_its_word_is_seen() -> None:
    assert list(_unfilled(ast.parse('tr("{where}: no answer in {seconds:g} s.").format(where=where, limit=3)')))


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.relative_to(APP)))
def test_every_place_of_a_sentence_is_filled(path: Path) -> None:
    assert not list(_unfilled(ast.parse(path.read_text(encoding="utf-8"))))
