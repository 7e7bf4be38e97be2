"""A report in a language that only this test speaks: whatever isn't a host's or a person's went through the table."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path

import pytest
from report_sample import TODAY, empty, sample
from reportlab.pdfbase.acroform import AcroForm

import app.report
from app import language
from app.model import Profile
from app.report.changes import Earlier
from app.report.compose import compose
from app.report.folder import write_folder
from app.report.pdf import pdf_bytes, setting
from app.report.pdf.form import form_bytes
from app.report.pdf.metadata import packet
from app.report.pdf.sheet import Sheet
from app.report.pdf.stamp import stamp_bytes

# What a host or a person wrote becomes Cyrillic, so that every letter of ours is one that nobody translated.
_CYRILLIC = {ord(latin) + place: ord(other) + place for latin, other in ("a\u0430", "A\u0410") for place in range(26)}
_CODES = {  # words of the model that the report turns into words of its own
    *("accepted", "rejected", "submitted", "signed", "open", "waived", "derived", "direct", "local"),
    *("answered", "outdated", "expired", "waiver-ends", "waiver-expired", "evidence", "result", "text"),
    *("pass", "fail", "error", "unknown", "notchecked", "notapplicable", "notselected", "informational"),
    *("os", "system", "privilege_note"),
}
_OURS = re.compile(
    r"B A R T I Z A N"  # the name of the program
    r"|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}"  # an invisible character
    r"|\[masked: [a-z ]+\]"  # within what a host wrote, the same in every format
    r"|\bUTC\b|\bSHA-?256\b|\bE\d+\b|\broot\b|\d s\b"  # names and units that are the same in every language
    r"|\b[0-9a-f]{64}\b"  # a digest
    r"|\btimeout\b|\btruncated\b"  # the code of a fault, as JSON has it
)


def foreign(value):
    """The same value with every text that isn't a code in Cyrillic letters."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value if value in _CODES else value.translate(_CYRILLIC)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace").translate(_CYRILLIC).encode()
    if is_dataclass(value):
        return replace(value, **{one.name: foreign(getattr(value, one.name)) for one in fields(value)})
    if isinstance(value, dict):
        return {foreign(key): foreign(item) for key, item in value.items()}
    return type(value)(map(foreign, value)) if isinstance(value, list | tuple) else value


class Pseudo(dict):
    """A table that has every sentence, in marks."""

    def __bool__(self):
        return True

    def get(self, key, default=None):
        return (f"«{key[1]}»",)


@pytest.fixture
def spoken(monkeypatch):
    """The pseudo-language, and every text that is set, drawn, or told to a screen reader."""
    chosen = language._Chosen()
    chosen.code, chosen.program = "xx", Pseudo()
    monkeypatch.setattr(language, "_chosen", chosen)
    texts: list[str] = []

    def listening(owner, name, text_of):
        original = getattr(owner, name)

        def heard(*args, **kwargs):
            texts.append(text_of(*args))
            return original(*args, **kwargs)

        monkeypatch.setattr(owner, name, heard)

    listening(setting, "_pieces", lambda span: span.text)
    listening(Sheet, "plain", lambda _sheet, text, *_: text)
    listening(Sheet, "figure", lambda _sheet, text: text)
    listening(Sheet, "addOutlineEntry", lambda _sheet, text, *_: text)
    return texts


def untranslated(texts) -> list[str]:
    """What of the texts stands outside of all marks and has a Latin letter."""
    found = []
    for text in dict.fromkeys(texts):
        depth, outside = 0, []
        for char in text:
            depth += char == "«"
            if not depth:
                outside.append(char)
            depth -= char == "»"
        left = _OURS.sub("", "".join(outside))
        if re.search("[A-Za-z]", left):
            found.append(text)
    return found


def _every_part():
    scan = foreign(sample())
    info = replace(scan.info, single_person=True, profile=Profile(left_out=(("6", "времени нет"),)))
    return replace(scan, info=info, predecessor="12" * 32, revision=2)


def test_everything_that_a_report_draws_is_translated_or_somebody_elses(spoken):
    from app.compare import compare  # noqa: PLC0415 - beside its only use

    scan = _every_part()
    before = replace(scan, findings=scan.findings[3:], targets=scan.targets[1:])
    pdf_bytes(scan, TODAY, Earlier("Прежде", scan.info.started, "34" * 32, compare(before, scan)))
    assert untranslated(spoken) == []
    assert len(spoken) > 1000


def test_nor_does_a_report_of_nothing_speak_english(spoken):
    pdf_bytes(foreign(empty()), TODAY)
    assert untranslated(spoken) == []


def test_everything_in_a_form_is_translated_or_somebody_elses(spoken):
    form_bytes(_every_part())
    assert untranslated(spoken) == []
    assert len(spoken) > 30


def test_nor_does_a_reader_of_a_form_aloud_hear_english(spoken, monkeypatch):
    hints = []
    for kind in ("textfield", "radio"):
        made = getattr(AcroForm, kind)
        monkeypatch.setattr(AcroForm, kind, lambda *a, made=made, **k: (hints.append(k["tooltip"]), made(*a, **k))[1])
    form_bytes(_every_part())
    assert untranslated(hints) == []
    assert len(hints) > 10


def test_what_a_signature_shows_and_what_a_folder_says_is_translated(spoken, tmp_path):
    scan = _every_part()
    stamp_bytes("Имя", "Власть", scan.info.started)
    assert untranslated(spoken) == []
    write_folder(replace(scan, attachments={a.sha256: b"" for a in _attachments(scan)}), tmp_path / "out")
    readme = (tmp_path / "out" / "README.txt").read_text(encoding="utf-8")
    names = re.compile(
        r"^  (report\.pdf|findings\.csv|audit\.json|attachments/|manifest\.json|SHA256SUMS) +", re.MULTILINE
    )
    assert untranslated([names.sub("", readme)]) == []


def _attachments(scan) -> Iterator:
    for finding in scan.findings:
        for override in finding.overrides:
            yield from override.attachments


def test_the_document_says_its_language_and_what_of_it_is_in_english(spoken):
    cover = compose(_every_part(), TODAY).cover
    assert b"<rdf:li>xx</rdf:li>" in packet(cover, _every_part().info.started).content
    data = pdf_bytes(_every_part(), TODAY)
    assert b"/Lang (xx)" in data
    assert b"/Lang(en)" in data
    language.use("en")
    data = pdf_bytes(sample(), TODAY)
    assert b"/Lang (en-GB)" in data
    assert b"/Lang(en)" not in data


# --- the source ------------------------------------------------------------------------------------------------------

_SAID = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}|^[A-Z][a-z]{2,}[.:]?$")  # two words, or one like a heading
_PDF = (
    "/Type|BMC|^(Type|Subtype|Metadata|Annot|Widget|Sig|Rect|Fields|Tabs|Link|Document|Marked|Page|Form|Figure|Table)$"
)
_HTML = r"^<|^Html$|^(?:(?:quiet|small|mono|strip|none|item|card|idle|sev)[ -]?|v-(?:error|fail) ?)+$"  # tags, classes
_NOT_SAID = {  # what is in English in every language, and why
    "*": rf"^(Words|Note|Grid|Style|Signature|Helvetica)$|{_PDF}|{_HTML}",  # names of classes, a field, a font
    "masking.py": ".",  # within what a host wrote, the same in every format
    "visible.py": "^[A-Z][a-z]$",  # categories of Unicode
    "jsonreport.py": ".",  # read by programs
    "csvreport.py": ".",  # the same
    "telling.py": ".",  # for files that programs read
    "xccdf.py": ".",  # the same
    "hdf.py": ".",  # the same
    "outcomes.py": ".",  # the same
    "scope.py": ".",  # the same
    "text.py": ".",  # the same
    "checklist.py": ".",  # the same
    "ckl.py": ".",  # the same
    "cklb.py": ".",  # the same
    "style.py": "@media|^body:has|^:root|^color-mix",  # CSS
    "standing.py": "of another version|This version of|^Bartizan$|^Item ",  # for JSON; a report has wording.stranger()
    "compose.py": "^Not looked at yet.$|^the site$",  # as the record has it
    "findings.py": "^May break:$",  # a mark in remedies, which are in English
    "metadata.py": "xpacket|^Bartizan with ReportLab$",  # XMP, and what made the file
    "sheet.py": "^last page$",  # name of a place
    "build.py": "The report's part %r can't be laid out|Where it failed",  # the log
    "provenance.py": "^%%Bartizan|What this report was made of",  # bytes that are compared
    "__init__.py": "^Bartizan |^default-src|^Content-Security-Policy$|^width=device-width",  # HTML
}


def _parsed() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(Path(app.report.__file__).parent.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _is_tr(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr"


def _literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """Every text of a module but docstrings and what ``tr`` is given."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            skipped.add(id(node.value))
        elif _is_tr(node):
            skipped.update(id(argument) for argument in node.args)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node


def test_no_sentence_of_the_report_goes_past_the_table():
    found = []
    for path, tree in _parsed():
        kept = re.compile("|".join((_NOT_SAID["*"], _NOT_SAID.get(path.name, "(?!)"))))
        found += [
            (path.name, one.lineno, one.value)
            for one in _literals(tree)
            if _SAID.search(one.value) and not kept.search(one.value)
        ]
    assert found == []


def test_what_the_table_is_asked_for_can_be_collected():
    """The collector wants a literal, and doesn't look into f-strings."""
    found = []
    for path, tree in _parsed():
        for node in ast.walk(tree):
            if _is_tr(node) and not isinstance(node.args[0], ast.Constant):
                found.append((path.name, node.lineno, "no literal"))
            if isinstance(node, ast.JoinedStr) and any(map(_is_tr, ast.walk(node))):
                found.append((path.name, node.lineno, "within an f-string"))
    assert found == []
