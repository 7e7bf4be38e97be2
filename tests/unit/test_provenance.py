"""A report tells whether it is as it was written, and an audit whether a report is its own."""

import io
import json
import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from content_sample import small_benchmark
from people_sample import HV1, HV2, Clock, audited, looked, run, sign_off
from pypdf import PdfReader, PdfWriter

from app import exporting, language
from app.audit import Audit
from app.errors import StoreError
from app.exporting import export
from app.overrides import local_today
from app.record import AuditInfo, ScanResult
from app.report import pdf, provenance
from app.report.pdf import pdf_bytes
from app.reportcheck import check_report, match

BENCHMARK = small_benchmark()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Audit, Clock]]:
    audit, clock = audited(tmp_path)
    yield audit, clock
    audit.close()


@pytest.fixture
def audit(opened: tuple[Audit, Clock]) -> Audit:
    return opened[0]


def written(audit: Audit, clock: Clock, name: str = "a.pdf", old: Audit | None = None) -> Path:
    """A report as the command writes it, on the day that the clock shows."""
    path = audit.path.with_name(name)
    earlier = audit.since(old) if old else None
    path.write_bytes(pdf_bytes(audit.document(), local_today(clock.now), earlier))
    return path


def told(report: Path, audit: Audit, since: Path | None = None) -> tuple[str, str]:
    check = check_report(report)
    assert check.problem == ""
    found = match(check, audit.path, BENCHMARK, since)
    return found.problem, found.compared


# --- the file alone --------------------------------------------------------------------------------------------------


def test_a_report_says_what_it_was_made_of(opened: tuple[Audit, Clock]) -> None:
    audit, clock = opened
    check = check_report(written(audit, clock))
    assert (check.problem, check.added) == ("", 0)
    assert check.about is not None
    assert (check.about.audit, check.about.seal, check.about.revision) == (audit.info.id, audit.seal, 1)
    assert check.about.reported == "2026-11-23"
    reader = PdfReader(io.BytesIO(check.data), strict=True)
    (attached,) = reader.attachments["bartizan-report.json"]
    said = json.loads(attached)
    assert (said["seal"], len(said["pages"])) == (audit.seal, len(reader.pages))


def test_every_changed_byte_is_found(opened: tuple[Audit, Clock]) -> None:
    data = written(*opened).read_bytes()
    said = provenance.read(data)
    assert said.problem == ""
    assert said.about is not None
    chooser = random.Random(7)  # noqa: S311 - the same bytes each time, nothing secret
    behind = range(said.about.size, len(data))  # each byte of what it says of itself, and some of the rest
    for place in [*behind, *(chooser.randrange(said.about.size) for _ in range(300))]:
        changed = bytearray(data)
        changed[place] ^= chooser.randrange(1, 256)
        assert provenance.read(bytes(changed)).problem, place


def test_the_page_that_was_changed_is_named(opened: tuple[Audit, Clock]) -> None:
    data = bytearray(written(*opened).read_bytes())
    about = provenance.read(bytes(data)).about
    assert about is not None
    data[about.pages[2].start + 40] ^= 1
    said = provenance.read(bytes(data)).problem
    assert said == f"was altered or damaged, first on page 3 of {len(about.pages)}"
    data[about.pages[2].start + 40] ^= 1
    data[30] ^= 1
    assert provenance.read(bytes(data)).problem.endswith("not on its pages, but in its fonts, links or structure")


def test_what_was_cut_saved_anew_or_added_is_told(opened: tuple[Audit, Clock], tmp_path: Path) -> None:
    data = written(*opened).read_bytes()
    about = provenance.read(data).about
    assert about is not None
    assert provenance.read(data[:-1]).problem == "is cut short"
    assert provenance.read(data[: about.size // 2]).problem.endswith("is cut short")
    assert "saved it anew" in provenance.read(data[: about.size]).problem  # all of it was cut off
    writer = PdfWriter(clone_from=io.BytesIO(data))
    writer.write(tmp_path / "anew.pdf")
    assert "another program saved it anew" in check_report(tmp_path / "anew.pdf").problem
    (tmp_path / "more.pdf").write_bytes(data + b"\n% more\n")
    more = check_report(tmp_path / "more.pdf")
    assert (more.problem, more.added) == ("", 8)


def test_a_file_built_to_mislead_is_no_report() -> None:
    mark = b"%%Bartizan-Report 1 %010d %010d %010d %b\n"
    for hostile in (
        b"",
        b"%PDF-1.4\n",
        mark % (0, 9_999_999_999, 1, b"0" * 64),
        mark % (0, 200, 1, b"0" * 64) + b"stream\n" + b"[" * 100 + b"\nendstream" + b" " * 60 + b"%%EOF",
        mark % (0, 130, 1, b"0" * 64) + b'stream\n{"schema": 3}\nendstream' + b" " * 60,
    ):
        assert provenance.read(hostile).problem
        assert provenance.read(hostile).about is None


def forged(path: Path, **said: object) -> Path:
    """What a forger does who knows how it is made: the report says something else of itself, and all hashes fit."""
    data = path.read_bytes()
    about = provenance.read(data).about
    assert about is not None
    update = provenance._update(data[: about.size], replace(about, **said), _names(data))  # type: ignore[arg-type] # any field
    path.write_bytes(data[: about.size] + update)
    return path


def _names(data: bytes) -> int:
    return int([*provenance._MARK.finditer(data)][-1][3])


@pytest.mark.parametrize("day", ["soon", "0001-01-01", "9999-12-31", ""])
def test_a_day_that_is_none_is_no_report(opened: tuple[Audit, Clock], day: str) -> None:
    found = check_report(forged(written(*opened), reported=day))
    assert "was altered: what it says of itself can't be read" in found.problem


@pytest.mark.parametrize("text", [b"null", b"3", b'"schema"', b"[]"])
def test_other_json_is_no_report(opened: tuple[Audit, Clock], monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    path = written(*opened)
    monkeypatch.setattr(provenance, "_json", lambda _: text)
    assert "was altered: what it says of itself can't be read" in check_report(forged(path)).problem


def test_a_report_without_a_seal_belongs_to_no_audit(opened: tuple[Audit, Clock]) -> None:
    problem, _ = told(forged(written(*opened), seal="", program="Bartizan 9"), opened[0])
    assert "doesn't hold the entry with the noted seal" in problem


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    os.mkfifo(tmp_path / "pipe")
    for path, said in (
        (tmp_path / "b.pdf", "is no report of Bartizan"),
        (tmp_path / "pipe", "is no PDF"),
        (tmp_path / "a.txt", "is no PDF"),
        (tmp_path / "none.pdf", "There is no file"),
        (tmp_path, "no PDF"),
    ):
        with pytest.raises(StoreError, match=said):
            check_report(path)


# --- with the audit --------------------------------------------------------------------------------------------------


def test_a_report_is_made_again_to_the_last_byte(opened: tuple[Audit, Clock]) -> None:
    audit, clock = opened
    sign_off(audit)
    report = written(audit, clock)
    clock.now += timedelta(days=3)
    problem, compared = told(report, audit)
    assert problem == ""
    assert compared.endswith("Made again from the audit, the report is the same to the last byte.")


def test_a_report_that_somebody_wrote_in_its_place_is_told(opened: tuple[Audit, Clock]) -> None:
    audit, clock = opened
    whole = audit.document()
    better = [replace(one, effective="pass") if one.effective == "fail" else one for one in whole.findings]
    assert better != list(whole.findings)
    forged = audit.path.with_name("forged.pdf")
    forged.write_bytes(pdf_bytes(replace(whole, findings=tuple(better)), local_today(clock.now)))
    problem, _ = told(forged, audit)
    assert "isn't the report that" in problem
    assert "first on page 1;" in problem  # it says what came of the audit


def test_missing_last_entries_show_against_the_report(opened: tuple[Audit, Clock]) -> None:
    audit, clock = opened
    sign_off(audit)
    report = written(audit, clock)
    audit.close()
    with closing(sqlite3.connect(audit.path)) as database, database:
        database.execute("DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)")
    assert "its last entries were removed or rewritten" in told(report, audit)[0]


def test_entries_behind_the_report_are_told_unless_a_revision_began(opened: tuple[Audit, Clock]) -> None:
    audit, clock = opened
    draft = written(audit, clock, "draft.pdf")
    sign_off(audit)
    assert "has grown since the seal was noted: 1 of its" in told(draft, audit)[0]
    audit.sign(by="C. Example", role="head", unreviewed=True)
    signed = written(audit, clock, "signed.pdf")
    assert told(signed, audit)[0] == ""
    audit.start_revision(by="A. Example", remark="one more")
    clock.now += timedelta(days=40)
    run(audit, looked(HV1, "red"), looked(HV2))
    problem, compared = told(signed, audit)
    assert problem == ""
    assert "6 entries came later, in a new revision" in compared
    assert "same to the last byte" in compared


def test_a_report_of_another_audit(opened: tuple[Audit, Clock], tmp_path: Path) -> None:
    audit, clock = opened
    other, _ = audited(tmp_path, "b.bartizan")
    other.close()
    problem, _ = told(written(audit, clock), other)
    assert "doesn't hold the entry with the noted seal" in problem


def test_changes_since_an_earlier_audit_are_made_again_with_it(opened: tuple[Audit, Clock], tmp_path: Path) -> None:
    audit, clock = opened
    old, _ = audited(tmp_path, "old.bartizan")
    run(audit, looked(HV1, "red"), looked(HV2))
    report = written(audit, clock, old=old)
    old.close()
    problem, compared = told(report, audit)
    assert problem == ""
    assert compared.endswith("give that with --since.")
    assert told(report, audit, old.path)[1].endswith("the same to the last byte.")


def test_a_report_of_another_program_is_compared_by_seal_alone(
    opened: tuple[Audit, Clock], monkeypatch: pytest.MonkeyPatch
) -> None:
    report = written(*opened)
    monkeypatch.setattr("app.report.pdf.maker", lambda: ("Bartizan 9.9", "something else"))
    problem, compared = told(report, opened[0])
    assert problem == ""
    assert "could not be made again to compare them: it was made by Bartizan 0.1.0" in compared


def build(monkeypatch: pytest.MonkeyPatch, digest: str, title: str = "") -> None:
    """From now on this is a program of the same version whose code has that digest, and gives pages another title."""
    monkeypatch.setattr(pdf, "code_digest", lambda: digest)
    if title:
        written = pdf.compose
        monkeypatch.setattr(pdf, "compose", lambda scan, *more: written(replace(scan, info=retitled(scan)), *more))

    def retitled(scan: ScanResult) -> AuditInfo:
        return replace(scan.info, organisation=title)


def test_a_report_of_another_build_is_not_called_altered(
    opened: tuple[Audit, Clock], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(monkeypatch, "a" * 64)
    report = written(*opened)
    build(monkeypatch, "b" * 64, "Laid out otherwise")
    problem, compared = told(report, opened[0])
    assert problem == ""
    assert "could not be made again to compare them: it was made by Bartizan 0.1.0 (reportlab " in compared
    assert f"code {'a' * 12}), and this is Bartizan 0.1.0 (" in compared
    build(monkeypatch, "a" * 64)
    assert "isn't the report that" in told(report, opened[0])[0]  # the same build would have written the same


def test_another_build_that_writes_the_same_bytes_says_so(
    opened: tuple[Audit, Clock], monkeypatch: pytest.MonkeyPatch
) -> None:
    build(monkeypatch, "a" * 64)
    report = written(*opened)
    build(monkeypatch, "b" * 64)
    problem, compared = told(report, opened[0])
    assert problem == ""
    assert compared.endswith(
        "Made again from the audit by another build, the report is the same to the last byte, but for the name of its "
        "maker."
    )


@pytest.mark.parametrize(
    "forged", [{"state": "signed"}, {"revision": 7}, {"title": "Another"}, {"predecessor": "ab"}], ids=str
)
def test_whatever_program_wrote_it_a_report_does_not_contradict_its_audit(
    opened: tuple[Audit, Clock], monkeypatch: pytest.MonkeyPatch, forged: dict[str, object]
) -> None:
    true = pdf.provenance
    with monkeypatch.context() as lying:
        lying.setattr(pdf, "provenance", lambda *given: replace(true(*given), program="Bartizan 9.9", **forged))
        report = written(*opened)
    assert "isn't the report that" in told(report, opened[0])[0]


# --- another language ------------------------------------------------------------------------------------------------


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A language with two sentences; the rest of a report in it is in English."""
    folder = tmp_path / "translations"
    folder.mkdir()
    said = {"Page {n} of {last}": "Seite {n} von {last}", "Contents": "Inhalt"}
    messages = "".join(
        f"<message><source>{one}</source><translation>{other}</translation></message>" for one, other in said.items()
    )
    file = folder / "program_de.ts"
    file.write_text(f"<TS><context><name></name>{messages}</context></TS>", encoding="utf-8")
    monkeypatch.setattr(language, "folder", lambda: folder)
    return file


def test_a_report_in_another_language_is_made_again_in_that(opened: tuple[Audit, Clock], german: Path) -> None:
    audit, clock = opened
    english = written(audit, clock)
    with language.speaking("de"):
        report = written(audit, clock, "de.pdf")
        assert told(english, audit)[0] == ""
    page = PdfReader(report).pages[1].extract_text()
    assert "Inhalt" in page
    assert "Contents" not in page
    problem, compared = told(report, audit)
    assert (problem, compared.endswith("the report is the same to the last byte.")) == ("", True)
    about = check_report(report).about
    assert about is not None
    assert about.language == "de"
    assert b'"language"' not in english.read_bytes()


def test_other_or_missing_translations_are_no_forgery(opened: tuple[Audit, Clock], german: Path) -> None:
    audit, clock = opened
    with language.speaking("de"):
        report = written(audit, clock, "de.pdf")
    german.write_text(german.read_text(encoding="utf-8").replace("Inhalt", "Was folgt"), encoding="utf-8")
    language._table.cache_clear()
    problem, compared = told(report, audit)
    assert problem == ""
    assert "could not be made again" in compared
    german.unlink()
    assert "it is in a language that isn't here ('de')" in told(report, audit)[1]


def test_an_export_ends_in_the_language_in_which_it_began(
    opened: tuple[Audit, Clock], german: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    audit, _ = opened
    said = []

    def writer(_document: ScanResult, _path: Path) -> None:
        language.use("en")  # chosen on screen meanwhile
        said.append(language.tr("Contents"))

    monkeypatch.setattr(exporting, "FORMATS", {"json": writer})
    language.use("de")
    try:
        export(audit.path, BENCHMARK, [("json", german.with_name("a.json"))])
    finally:
        language.use("en")
    assert said == ["Inhalt"]
