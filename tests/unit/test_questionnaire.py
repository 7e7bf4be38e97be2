"""Questionnaires: printed as PDF forms, filled in without Bartizan, and read back strictly and within limits."""

import json
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from content_sample import write_content
from form_sample import fill, places
from people_sample import BEN, HV1, HV2, Clock, at, audited, looked, run, sign_off
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from app import filledform
from app.audit import Audit
from app.benchmark.load import load
from app.errors import UsageError
from app.filledform import read_filled
from app.replies import Taken, take_in
from app.report import questionnaire
from app.report.formats import FORMATS
from app.report.questionnaire import CARRIER

WHO = {"person-name": "D. Example", "person-role": "data centre manager"}
# Open in the sample: 4.1-d site, 4.2-a and 4.2-b on both hosts, 4.2-c site, 6.1.3-f and 6.2-a.


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Audit, Clock]]:
    audit, clock = audited(tmp_path)
    yield audit, clock
    audit.close()


@pytest.fixture
def audit(opened: tuple[Audit, Clock]) -> Audit:
    return opened[0]


@pytest.fixture
def form(audit: Audit, tmp_path: Path) -> Path:
    FORMATS["form"](audit.document(), tmp_path / "form.pdf")
    return tmp_path / "form.pdf"


def reply(form: Path, replies: Mapping[tuple[str, str | None], tuple[str, str, str]], **more: str) -> Path:
    """Fill in (verdict, remark, until) by place."""
    numbers = places(form)
    values = {**WHO, **more}
    for place, (verdict, remark, until) in replies.items():
        start = f"answer-{numbers[place]}-"
        values |= {f"{start}verdict": verdict, f"{start}remark": remark, f"{start}until": until}
    return fill(form, {name: value for name, value in values.items() if value})


def reasons(taken: Taken) -> dict[tuple[str, str | None], str]:
    return {(one.item, one.target): one.reason for one in taken.refused}


# --- the way there and back ------------------------------------------------------------------------------------------


def test_every_open_question_has_its_fields_and_nothing_else_has(audit: Audit, form: Path) -> None:
    asked = places(form)
    waiting = {(one.measured.item, one.measured.target) for one in audit.findings() if one.state == "awaiting"}
    assert set(asked) == waiting
    assert ("4.2-a", "hv1") in asked
    assert ("4.1-d", None) in asked
    fields = PdfReader(str(form)).get_fields()
    assert fields is not None
    names = {f"answer-{number}-{part}" for number in asked.values() for part in ("verdict", "remark", "until")}
    assert set(fields) == names | {"person-name", "person-role", "person-date", CARRIER}
    assert not any(field.get("/V") for name, field in fields.items() if name != CARRIER)
    text = "".join(page.extract_text() for page in PdfReader(str(form)).pages)
    for said in ("Does it hold?", "hv1", "hv2", "Whole site", "A record", "Collected: hv1/things"):
        assert said in text


def test_a_form_is_the_same_each_time(audit: Audit, form: Path, tmp_path: Path) -> None:
    FORMATS["form"](audit.document(), tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == form.read_bytes()


def test_what_was_filled_in_is_read_back(audit: Audit, form: Path) -> None:
    filled = reply(
        form,
        {
            ("4.2-a", "hv1"): ("pass", "", "2026-12-31"),
            ("4.2-a", "hv2"): ("fail", "Nobody wrote it down\nyet: Žilina 東京", ""),
            ("4.1-d", None): ("notapplicable", "No such room", ""),
        },
        **{"person-name": "Zoë Łukasz 東京"},
    )
    taken = take_in(audit, filled)
    assert not taken.refused
    assert taken.empty == len(places(form)) - 3
    got = {(one.item, one.target): (one.new.value, one.remark, one.expires) for one in taken.given}
    assert got == {
        ("4.1-d", None): ("notapplicable", "No such room", None),
        ("4.2-a", "hv1"): ("pass", "", date(2026, 12, 31)),
        ("4.2-a", "hv2"): ("fail", "Nobody wrote it down\nyet: Žilina 東京", None),
    }
    for one in taken.given:
        assert (one.by, one.role) == ("Zoë Łukasz 東京", "data centre manager")
        (attached,) = one.attachments
        assert audit.attachment(attached.sha256) == filled.read_bytes()
    assert audit.finding("4.2-a", "hv1").effective == "pass"


def test_a_reader_that_appends_what_was_filled_in(audit: Audit, form: Path) -> None:
    number = places(form)["4.2-a", "hv2"]
    said = {
        "person-name": "Zoë",
        "person-role": "manager",
        f"answer-{number}-verdict": "fail",
        f"answer-{number}-remark": "東",
    }
    filled = fill(form, said, appended=True)
    assert filled.read_bytes().startswith(form.read_bytes())
    (one,) = take_in(audit, filled).given
    assert (one.item, one.target, one.new, one.remark, one.by) == ("4.2-a", "hv2", "fail", "東", "Zoë")


def test_read_twice_nothing_counts_twice(audit: Audit, form: Path) -> None:
    filled = reply(form, {("4.2-a", "hv1"): ("pass", "", "")})
    assert len(take_in(audit, filled).given) == 1
    seal = audit.seal
    again = take_in(audit, filled)
    assert not again.given
    assert reasons(again) == {
        ("4.2-a", "hv1"): "was answered meanwhile by D. Example; take that answer back first.",
    }
    assert audit.seal == seal


def test_an_empty_form_changes_nothing(audit: Audit, form: Path) -> None:
    seal = audit.seal
    taken = take_in(audit, form, by="D. Example", role="manager")
    assert (taken.given, taken.refused) == ((), ())
    assert taken.empty == len(places(form))
    assert audit.seal == seal


def test_rejected_and_ended_answers_are_asked_again_with_the_reason(
    opened: tuple[Audit, Clock], tmp_path: Path
) -> None:
    audit, clock = opened
    made = sign_off(audit)
    audit.review([made.id], accept=False, by=BEN, remark="Which list?")
    sign_off(audit, "4.2-a", "hv2", expires=date(2026, 12, 1))
    sign_off(audit, "4.1-d", None)
    clock.now = at(2026, 12, 3)
    FORMATS["form"](audit.document(), tmp_path / "form.pdf")
    asked = places(tmp_path / "form.pdf")
    assert {("4.2-a", "hv1"), ("4.2-a", "hv2")} <= set(asked)
    assert ("4.1-d", None) not in asked
    text = "".join(page.extract_text() for page in PdfReader(str(tmp_path / "form.pdf")).pages)
    assert "Rejected by B. Example: Which list?" in text
    assert "The answer of A. Example ended on 2026-12-01." in text
    taken = take_in(audit, reply(tmp_path / "form.pdf", {("4.2-a", "hv1"): ("pass", "The blue one", "")}))
    assert [one.remark for one in taken.given] == ["The blue one"]


# --- refused ---------------------------------------------------------------------------------------------------------


def test_replies_are_refused_one_by_one(audit: Audit, form: Path) -> None:
    filled = reply(
        form,
        {
            ("4.1-d", None): ("", "a remark alone", ""),
            ("4.2-a", "hv1"): ("fail", "", ""),
            ("4.2-a", "hv2"): ("pass", "", "next year"),
            ("4.2-b", "hv1"): ("maybe", "", ""),
            ("4.2-b", "hv2"): ("pass", "", "2020-01-01"),
            ("4.2-c", None): ("pass", "fine", ""),
        },
    )
    taken = take_in(audit, filled)
    assert [(one.item, one.target) for one in taken.given] == [("4.2-c", None)]
    assert reasons(taken) == {
        ("4.1-d", None): "has a remark or a day, but no choice between met, not met and doesn't apply.",
        ("4.2-a", "hv1"): "Say what is not met, so that it can be mended.",
        ("4.2-a", "hv2"): "'next year': write the day as YYYY-MM-DD.",
        ("4.2-b", "hv1"): "'maybe' is none of the choices.",
        ("4.2-b", "hv2"): "the answer would end on 2020-01-01, which is over; choose a later day.",
    }


def test_a_changed_item_refuses_its_replies_and_no_others(audit: Audit, form: Path, tmp_path: Path) -> None:
    root = write_content(tmp_path / "newer")
    chapter = root / "guideline" / "4.yaml"
    before, item, after = chapter.read_text().partition("  - id: 4.2-a\n")
    chapter.write_text(before + item + after.replace("Does it hold?", "Does it still hold?", 1))
    filled = reply(form, {("4.2-a", "hv1"): ("pass", "", ""), ("4.2-b", "hv1"): ("pass", "", "")})
    audit.close()
    again = Audit.open(audit.path, load([root]), clock=Clock(at(2026, 11, 24)))
    taken = take_in(again, filled)
    again.close()
    assert [(one.item, one.target) for one in taken.given] == [("4.2-b", "hv1")]
    assert reasons(taken) == {
        ("4.2-a", "hv1"): "the item or its check was changed after the form was made; print it anew."
    }


def test_other_facts_than_those_printed_refuse_the_reply(audit: Audit, form: Path) -> None:
    filled = reply(form, {("4.2-a", "hv1"): ("pass", "", ""), ("4.2-b", "hv1"): ("pass", "", "")})
    scan = looked(HV1)
    other = tuple(
        one if one.probe != "things" else type(one)(**{**_fields(one), "output": b"third\n"}) for one in scan.evidence
    )
    run(audit, type(scan)(scan.state, other, scan.results), looked(HV2))
    taken = take_in(audit, filled)
    assert [(one.item, one.target) for one in taken.given] == [("4.2-a", "hv1")]
    assert "what was measured or collected changed" in reasons(taken)["4.2-b", "hv1"]


def _fields(one: object) -> dict[str, object]:
    return {name: getattr(one, name) for name in type(one).__slots__}


def test_a_machine_that_left_the_audit(audit: Audit, form: Path) -> None:
    filled = reply(form, {("4.2-a", "hv2"): ("pass", "", "")})
    audit.set_targets([HV1])
    assert "there is no finding on hv2" in reasons(take_in(audit, filled))["4.2-a", "hv2"]


def test_forms_of_others(audit: Audit, form: Path, tmp_path: Path) -> None:
    other, _ = audited(tmp_path, "b.bartizan")
    seal = other.seal
    with pytest.raises(UsageError, match="is the questionnaire of another audit"):
        take_in(other, reply(form, {("4.2-a", "hv1"): ("pass", "", "")}))
    assert other.seal == seal
    other.close()
    report = tmp_path / "report.pdf"
    FORMATS["pdf"](audit.document(), report)
    with pytest.raises(UsageError, match=r"report\.pdf: is no questionnaire of Bartizan"):
        take_in(audit, report)


def test_who_answered_is_said_once(audit: Audit, form: Path) -> None:
    filled = reply(form, {("4.2-a", "hv1"): ("pass", "", "")})
    with pytest.raises(UsageError, match=r"gives 'D\. Example' as the name of the person who answered, not 'Mallory'"):
        take_in(audit, filled, by="Mallory", role="data centre manager")
    with pytest.raises(UsageError, match="doesn't say the name of the person who answered; give it with --by and"):
        take_in(audit, form)
    assert take_in(audit, filled, by=" d. EXAMPLE ", role="data centre manager").given[0].by == "D. Example"


def test_signed_audits_take_no_form(audit: Audit, form: Path) -> None:
    audit.sign(by="C", role="head", unreviewed=True)
    with pytest.raises(UsageError, match="is signed and locked; open a new revision before reading a questionnaire"):
        take_in(audit, reply(form, {("4.2-a", "hv1"): ("pass", "", "")}))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("4.2-a", "4.2-b"),
        lambda text: text[:-20],
        lambda _: "[1]",
        lambda _: "{}",
        lambda _: json.dumps({"form": 3, "sum": ""}),
        lambda _: "[" * 5000,
        lambda _: '{"form": "{\\"schema\\": 3}", "sum": "x"}',
    ],
)
def test_a_form_whose_ticket_was_altered(audit: Audit, form: Path, spoil: Callable[[str], str]) -> None:
    text = read_filled(form, CARRIER).values[CARRIER]
    filled = fill(form, {**WHO, CARRIER: spoil(text)})
    seal = audit.seal
    with pytest.raises(UsageError, match="print the questionnaire anew"):
        take_in(audit, filled)
    assert audit.seal == seal


# --- hostile files ---------------------------------------------------------------------------------------------------


def pdf(body: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    return b"%PDF-1.7\n" + body + b"\ntrailer <<" + trailer + b" /Size 9>>\n%%EOF\n"


def _looping() -> bytes:
    return pdf(
        b"1 0 obj <</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [3 0 R]>>>> endobj\n"
        b"2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n"
        b"3 0 obj <</T (a) /FT /Tx /Kids [3 0 R] /Parent 3 0 R>> endobj\n"
    )


def _bomb() -> bytes:
    """A stream of objects that unfolds to four gigabytes; made of one block again and again, since packing all of it
    would take longer than refusing it."""
    block, times = b" " * (1 << 24), 256
    one = zlib.compressobj(9)
    first, again = (one.compress(block) + one.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    size, sign = len(block) * times, block[0]
    adler = ((size + sign * size * (size + 1) // 2) % 65521) << 16 | (1 + sign * size) % 65521  # RFC 1950, section 9
    data = first + again * (times - 1) + b"\x03\x00" + adler.to_bytes(4, "big")
    head = b"4 0 obj <</Type /XRef /W [1 4 2] /Size 9 /Root 1 0 R /Filter /FlateDecode /Length %d>> stream\n" % len(
        data
    )
    return b"%PDF-1.7\n" + head + data + b"\nendstream endobj\nstartxref\n9\n%%EOF\n"


HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"hello\n" * 100,
    "only a head": lambda: b"%PDF-1.7\n",
    "rubbish": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400,
    "a loop of fields": _looping,
    "a bomb": _bomb,
    "deep": lambda: pdf(b"1 0 obj " + b"[" * 200_000 + b"]" * 200_000 + b" endobj"),
    "deep dictionaries": lambda: pdf(b"1 0 obj " + b"<</A " * 100_000 + b">>" * 100_000 + b" endobj"),
    "root is nothing": lambda: pdf(b"1 0 obj null endobj"),
    "a long name": lambda: pdf(b"1 0 obj <</" + b"A" * 5_000_000 + b" 1>> endobj"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_sentence_and_in_time(audit: Audit, tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(HOSTILE[name]())
    seal, started = audit.seal, time.monotonic()
    with pytest.raises(UsageError) as refused:
        take_in(audit, path, by="D", role="r")
    assert time.monotonic() - started < filledform.PATIENCE + 5
    assert str(refused.value).startswith(f"{path}: ")
    assert "\n" not in str(refused.value)
    assert audit.seal == seal


def test_a_form_with_a_password(audit: Audit, form: Path, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=str(form))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(str(tmp_path / "locked.pdf"))
    with pytest.raises(UsageError, match=r"locked\.pdf: is encrypted; save it without a password"):
        take_in(audit, tmp_path / "locked.pdf")


def many_fields(path: Path, number: int) -> Path:
    """A small file whose fields all hold one and the same long text."""
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    text = writer._add_object(TextStringObject("x" * filledform.LONGEST))
    names = (NameObject("/FT"), NameObject("/T"), NameObject("/V"))
    fields = [
        writer._add_object(
            DictionaryObject(zip(names, (NameObject("/Tx"), TextStringObject(f"f{n}"), text), strict=True))
        )
        for n in range(number)
    ]
    form = DictionaryObject({NameObject("/Fields"): ArrayObject(fields)})
    writer.root_object[NameObject("/AcroForm")] = writer._add_object(form)
    writer.write(str(path))
    return path


def test_texts_that_are_much_together_are_refused(tmp_path: Path) -> None:
    most = filledform.MOST_TEXT // filledform.LONGEST
    assert len(read_filled(many_fields(tmp_path / "much.pdf", most), CARRIER).values) == most
    with pytest.raises(
        UsageError, match=r"more\.pdf: holds more than 2500000 characters in all its fields together\.$"
    ):
        read_filled(many_fields(tmp_path / "more.pdf", most + 1), CARRIER)


def test_limits_on_what_is_read(audit: Audit, form: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="holds a text of 30000 characters; 20000 are the most"):
        take_in(audit, fill(form, {**WHO, "answer-1-remark": "x" * 30_000}))
    with pytest.raises(UsageError, match=r"reading it took more than 0 seconds, so it was given up"):
        read_filled(form, CARRIER, patience=0.01)
    with pytest.raises(UsageError, match=r"none\.pdf: there is no such file"):
        take_in(audit, tmp_path / "none.pdf")
    with pytest.raises(UsageError, match="is no file"):
        take_in(audit, tmp_path)
    monkeypatch.setattr(filledform, "LARGEST", 1 << 20)
    (tmp_path / "big.pdf").write_bytes(b"%PDF-1.7\n" + b" " * (2 << 20))
    with pytest.raises(UsageError, match=r"big\.pdf: 2 MiB is more than the 1 MiB that a form may have"):
        take_in(audit, tmp_path / "big.pdf")


def test_more_questions_than_a_form_has_room_for(audit: Audit, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(questionnaire, "MOST", 3)
    with pytest.raises(Exception, match="questions are open; a form has room for 3"):
        FORMATS["form"](audit.document(), tmp_path / "form.pdf")
    assert not (tmp_path / "form.pdf").exists()


def test_nothing_is_open(audit: Audit, form: Path, tmp_path: Path) -> None:
    for item, target in places(form):
        sign_off(audit, item, target)
    FORMATS["form"](audit.document(), tmp_path / "done.pdf")
    assert "No question is open." in PdfReader(str(tmp_path / "done.pdf")).pages[0].extract_text()
