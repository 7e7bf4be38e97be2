"""The PDF holds every text, whatever it is, and no text does anything."""

import logging
import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum

import pytest
from formats_sample import wide
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_streams import streams
from report_sample import CHAPTERS, RULES, TODAY, WORLD, empty, many, sample

from app import language
from app.compare import compare
from app.errors import ReportError
from app.model import (
    Addendum,
    Benchmark,
    Chapter,
    CheckResult,
    Evidence,
    Privilege,
    Profile,
    Reason,
    Result,
    Role,
    Rule,
    RuleResult,
    Section,
    Target,
    TargetState,
)
from app.record import Attachment, AuditInfo, Finding, Override, OverrideKind, ScanResult, Score, Signing
from app.report import provenance
from app.report.changes import Earlier
from app.report.compose import compose
from app.report.document import Bar
from app.report.masking import mask
from app.report.pdf import build, charts, fonts, pdf_bytes, setting
from app.report.pdf.blocks import labelled
from app.report.pdf.look import TEXT, WIDTH
from app.report.pdf.sheet import Sheet
from app.report.verdict import Verdict
from app.report.visible import visible

fonts.register()


def everything(data: bytes) -> bytes:
    """The file with everything in it decompressed."""
    return b"\n".join([data, *streams(data)])


@pytest.fixture
def drawn(monkeypatch):
    """The texts that were drawn, in order."""
    texts: list[str] = []
    lines, plain = Sheet.draw_lines, Sheet.plain

    def spy_lines(self, content, *args):
        content = list(content)
        texts.extend(run.text for line in content for run in line)
        lines(self, content, *args)

    def spy_plain(self, text, *args, **kwargs):
        texts.append(text)
        return plain(self, text, *args, **kwargs)

    monkeypatch.setattr(Sheet, "draw_lines", spy_lines)
    monkeypatch.setattr(Sheet, "plain", spy_plain)
    return texts


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def shown(text: str) -> str:
    """How a text looks on paper, without spaces."""
    line = setting.set_lines([setting.Span(text.replace("\n", " "), TEXT)], 1e9)[0]
    return squeezed("".join(run.text for run in line))


@pytest.mark.parametrize("scan", [sample(), empty(), many(12)], ids=["sample", "empty", "many"])
def test_it_is_built_without_a_part_that_failed(scan, caplog):
    with caplog.at_level(logging.ERROR):
        data = pdf_bytes(scan, TODAY)
    assert data.startswith(b"%PDF-")
    assert caplog.records == []


def test_the_same_audit_gives_the_same_bytes():
    assert pdf_bytes(sample(), TODAY) == pdf_bytes(sample(), TODAY)


def test_every_font_is_embedded_and_none_is_of_the_viewer():
    data = pdf_bytes(sample(), TODAY)
    names = set(re.findall(rb"/BaseFont /([A-Za-z0-9+-]+)", data))
    assert names
    assert all(b"+" in name for name in names), names
    assert data.count(b"/FontFile2") >= len(names)


def test_names_of_other_scripts_are_drawn_and_not_escaped(drawn):
    pdf_bytes(sample(), TODAY)
    assert WORLD in squeezed("".join(drawn))


def test_nothing_in_a_text_becomes_an_action_or_an_address():
    pdf = pdf_bytes(sample(), TODAY)
    about = provenance.read(pdf).about  # stands behind the pages, in a file that the program attaches
    assert about is not None
    data = everything(pdf[: about.size])
    for word in (b"/URI", b"/JavaScript", b"/JS", b"/Launch", b"/GoToR", b"/EmbeddedFile", b"/Subtype /Image", b"/AA "):
        assert word not in data


def test_secrets_are_masked_and_the_masking_is_said(drawn):
    pdf_bytes(sample(), TODAY)
    text = squeezed("".join(drawn))
    assert "$6$rounds" not in text
    assert "hunter22" not in text
    assert squeezed("[masked: password hash]") in text
    assert squeezed("2 secrets masked in print") in text


def test_invisible_characters_are_drawn_as_escapes(drawn):
    pdf_bytes(sample(), TODAY)
    text = "".join(drawn)
    for escape in ("\\x1b", "\\u202e", "\\u2069", "\\u200b", "\\x07", "\\x00"):
        assert escape in text
    assert not set(text) & {"\x1b", "\u202e", "\u2069", "\u200b", "\x07", "\x00"}


@pytest.mark.parametrize("code", ["en", "de"])
@pytest.mark.parametrize("state", ["open", "signed"])
def test_the_foot_of_a_page_says_whole_whether_the_audit_is_signed(drawn, code, state):
    """Cut, "is not signed" says something else."""
    scan = sample()
    with language.speaking(code):
        pdf_bytes(replace(scan, info=replace(scan.info, state=state)), TODAY)
        words = language.tr("The audit is signed" if state == "signed" else "Draft: the audit is not signed")
    feet = [text for text in drawn if scan.seal[:16] in text and "·" in text]
    assert feet
    assert {squeezed(text).endswith(squeezed(words)) for text in feet} == {True}


def test_a_first_page_with_little_room_leaves_no_fact_out(drawn):
    scan = sample()
    reasons = tuple((chapter.id, "because of many reasons " * 30) for chapter in CHAPTERS)
    info = replace(scan.info, title="An audit of a title in many words " * 4, profile=Profile(left_out=reasons))
    pdf_bytes(replace(scan, info=info), TODAY)
    for label in ("STATE", "SCOPE", "RESULT", "LOOKED AT", "GUIDELINE", "PROGRAM", "SEAL"):
        assert label in drawn  # only the first page has them in capitals


@pytest.mark.parametrize("words", [1, 12, 30])
def test_title_and_organisation_are_apart(monkeypatch, words):
    drawn: list[tuple[float, float, str]] = []  # baseline, size, text
    lines = Sheet.draw_lines

    def spy(self, content, x, y, leading):
        content = list(content)
        if self.getPageNumber() == 1:
            drawn.extend(
                (y - leading * index, line[0].size, line[0].text) for index, line in enumerate(content) if line
            )
        lines(self, content, x, y, leading)

    monkeypatch.setattr(Sheet, "draw_lines", spy)
    scan = sample()
    pdf_bytes(replace(scan, info=replace(scan.info, title="Hyperlong title " * words, organisation="Nordwind")), TODAY)
    ((below, size, _),) = {one for one in drawn if one[2].startswith("Nordwind")}
    above = min(baseline for baseline, _, text in drawn if "yperlong" in text or "title" in text)
    assert above - below > size


def test_a_shortened_line_of_the_summary_stays_within_the_margin(monkeypatch):
    ends: list[float] = []
    lines = Sheet.draw_lines

    def spy(self, content, x, *args):
        content = list(content)
        ends.extend(x + run.x + run.width for line in content for run in line if run.text.strip() == "…")
        lines(self, content, x, *args)

    monkeypatch.setattr(Sheet, "draw_lines", spy)
    scan = sample()
    rules = tuple(replace(rule, rationale="i " * 400) for rule in scan.benchmark.rules)  # fills each line to the end
    pdf_bytes(replace(scan, benchmark=replace(scan.benchmark, rules=rules)), TODAY)
    assert ends
    assert max(ends) <= WIDTH


def test_a_waived_failure_is_shown_as_failed_and_waived(drawn):
    pdf_bytes(sample(), TODAY)
    assert squeezed("Fails; waived until 2027-03-31 by Eleni Papadaki") in squeezed("".join(drawn))


def test_nothing_looked_at_has_no_score(drawn):
    pdf_bytes(empty(), TODAY)
    assert "no score" in drawn
    assert "of 100" not in drawn


def test_a_part_that_fails_becomes_a_page_that_says_so(drawn, monkeypatch, caplog):
    def broken(_answers):
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(build, "waivers", broken)
    with caplog.at_level(logging.ERROR):
        data = pdf_bytes(sample(), TODAY)
    assert data.startswith(b"%PDF-")
    text = squeezed("".join(drawn))
    assert squeezed("This part of the report could not be laid out (ZeroDivisionError)") in text
    assert squeezed("Glossary") in text
    assert len(caplog.records) == 1


def test_a_font_that_is_missing_is_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "resources_root", lambda: tmp_path)
    with pytest.raises(ReportError, match="can't be read"):
        fonts.register.__wrapped__()


def test_every_link_has_an_end():
    data = everything(pdf_bytes(sample(), TODAY))
    assert data.count(b"/Subtype /Link") > 60
    assert data.count(b"/Dest [") + data.count(b"/Dest 0") + data.count(b"/Dest ") >= data.count(b"/Subtype /Link")


# --- arbitrary text ---------------------------------------------------------------------------------------------------


def _fill(value, texts):
    """The value with each text in it replaced by the next of ``texts``."""
    if isinstance(value, Enum | date | datetime | bool | int | float | bytes) or value is None:
        return value
    if isinstance(value, str):
        return texts()
    if isinstance(value, tuple):
        return tuple(_fill(item, texts) for item in value)
    if is_dataclass(value):
        return replace(value, **{field.name: _fill(getattr(value, field.name), texts) for field in fields(value)})
    return value


def _small() -> ScanResult:
    """One of everything."""
    rule = RULES[0]
    target = Target("name", "address", 22, "user", parent="parent")
    state = TargetState(target, True, Role.HOST, ("a",), Privilege.ROOT, "key", "", "", {}, None, 0.0)
    check = CheckResult("check", "subject", Result.FAIL, None, "expected", "actual", "message", ())
    row = RuleResult("item", "name", ("name",), Result.FAIL, None, "message", (check,), (), "    remedy\nprose\n")
    base = Override(
        "1",
        OverrideKind.SIGNOFF,
        "item",
        "name",
        Result.FAIL,
        Result.FAIL,
        "by",
        "role",
        sample().info.started,
        "remark",
    )
    answer = replace(
        base,
        attachments=(Attachment("file", "sha", 1),),
        review="accepted",
        review_by="reviewer",
        review_time=base.time,
        review_remark="fine",
    )
    waiver = replace(base, kind=OverrideKind.WAIVER, expires=date(2026, 12, 1))
    gap = RuleResult("item", "other", ("other",), Result.UNKNOWN, Reason.NO_RIGHTS, "why", (), (), "")
    return ScanResult(
        info=AuditInfo(
            "id",
            "title",
            "organisation",
            "auditor",
            "role",
            None,
            None,
            None,
            "open",
            Profile(left_out=(("9", "why"),)),
        ),
        program="Bartizan 1",
        benchmark=Benchmark(
            "id",
            "version",
            "title",
            "notice",
            (Chapter("2", "title", "introduction", (Section("2.2.1", "title", "introduction"),)),),
            (rule,),
            (Addendum("a", "title", "", (), True, (), (), (), ()),),
            (),
            "digest",
        ),
        targets=(state, replace(state, target=replace(target, name="other"), reachable=False, error="why not")),
        findings=(Finding(row, "fail", (answer,)), Finding(row, "waived", (waiver,)), Finding(gap, "unknown")),
        evidence={},
        seal="seal",
        score=Score(1, 1),
    )


ANY = st.text(alphabet=st.characters(), max_size=24)


def _linked(scan: ScanResult, draw) -> ScanResult:
    """The names that must agree, made to agree."""
    names = [state.target.name for state in scan.targets]
    item = scan.benchmark.rules[0].id
    output = draw(st.binary(max_size=60))
    piece = Evidence(
        draw(ANY), names[0], draw(ANY), False, sample().info.started, 0.1, 0, output, draw(st.binary(max_size=20))
    )
    found = []
    for finding, name in zip(scan.findings, (names[0], names[0], names[1]), strict=True):
        checks = tuple(replace(check, evidence=("e",)) for check in finding.measured.checks)
        measured = replace(finding.measured, item=item, target=name, targets=(name,), checks=checks)
        answers = tuple(replace(answer, review="accepted") for answer in finding.overrides)
        found.append(replace(finding, measured=measured, overrides=answers))
    for index, word in enumerate(("fail", "waived", "unknown")):
        found[index] = replace(found[index], effective=word)
    return replace(scan, findings=tuple(found), evidence={"e": piece}, info=replace(scan.info, state="open"))


@st.composite
def scans(draw):
    return _linked(_fill(_small(), lambda: draw(ANY)), draw)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(scan=scans())
def test_no_text_breaks_the_report_and_none_vanishes(drawn, caplog, scan):
    drawn.clear()
    caplog.clear()
    pdf_bytes(scan, TODAY)
    assert [record.getMessage() for record in caplog.records] == []
    paper = squeezed("".join(drawn))
    rule: Rule = scan.benchmark.rules[0]
    first, second = (finding.measured for finding in scan.findings[:2])
    answer, waiver = (finding.overrides[0] for finding in scan.findings[:2])
    piece = scan.evidence["e"]
    texts = {
        "title": scan.info.title if scan.info.title.strip() else "",
        "organisation": scan.info.organisation,
        "auditor": scan.info.auditor,
        "audit": scan.info.id,
        "seal": scan.seal,
        "benchmark": scan.benchmark.title,
        "notice": scan.benchmark.notice,
        "item": rule.title,
        "requirement": rule.requirement,
        "rationale": rule.rationale,
        "user": scan.targets[0].target.user,
        "name": scan.targets[0].target.name,
        "key": scan.targets[0].host_key,
        "why not": scan.targets[1].error,
        "message": first.message,
        "subject": first.checks[0].subject,
        "expected": first.checks[0].expected,
        "actual": first.checks[0].actual,
        "second message": second.message,
        "by": answer.by,
        "role": answer.role,
        "remark": answer.remark,
        "review": answer.review_remark,
        "reason": waiver.remark,
        "unknown": scan.findings[2].measured.message,
        "command": piece.command,
        "output": piece.output.decode("utf-8", "surrogateescape"),
        "errors": piece.stderr.decode("utf-8", "surrogateescape"),
    }
    for name, text in texts.items():
        for word in re.split(r"\s+", mask(text or "").text):
            assert shown(word) in paper, (name, word)


@settings(max_examples=200)
@given(text=st.text(alphabet=st.characters(), max_size=80), width=st.floats(1, 300))
def test_setting_type_loses_nothing_and_fits(text, width):
    lines = setting.set_lines([setting.Span(text, TEXT)], width)
    assert squeezed("".join(run.text for line in lines for run in line)) == squeezed(
        "".join(shown(part) for part in text.split("\n"))
    )
    for line in lines:
        wide = sum(run.width for run in line)
        assert wide <= width + 0.01 or len("".join(run.text for run in line).strip()) <= 1 or not squeezed(text)


@settings(max_examples=200)
@given(text=st.text(alphabet=st.characters(), max_size=80), width=st.floats(1, 300))
def test_setting_commands_keeps_every_character(text, width):
    lines = setting.set_code(text, TEXT, width)
    whole = "".join(run.text for _, line in lines for run in line)
    assert squeezed(whole) == shown(text)
    assert [goes_on for goes_on, _ in lines] == [False] + [True] * (len(lines) - 1)


@given(st.text(alphabet=st.characters()))
def test_visible_text_holds_nothing_that_acts(text):
    shown_text = visible(text)
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff]", shown_text
    )
    assert visible(shown_text) == shown_text


def test_two_hundred_guests_are_all_named(drawn):
    pdf_bytes(sample(), TODAY)
    text = squeezed("".join(drawn))
    assert all(f"vm-{number:03d}" in text for number in range(200))


def test_texts_without_end_are_split_over_pages(caplog):
    scan = sample()
    long = "word " * 20_000
    solid = "x" * 30_000
    rule = replace(RULES[0], title=solid[:5000], requirement=long, rationale=solid)
    chapter = replace(CHAPTERS[0], title=solid[:3000], introduction=long)
    finding = scan.findings[0]
    check = replace(finding.measured.checks[0], actual=solid, expected=long, subject=solid[:900])
    row = replace(finding.measured, message=long, checks=(check,), remediation=f"    {solid}\n{long}")
    info = replace(scan.info, title=solid[:2000], organisation=long, profile=Profile(left_out=(("2", long),)))
    benchmark = replace(scan.benchmark, rules=(rule,), chapters=(chapter,), notice=long)
    answer = (
        replace(scan.findings[4].overrides[0], remark=long, by=solid[:2000]) if scan.findings[4].overrides else None
    )
    overrides = (answer,) if answer else ()
    scan = replace(scan, info=info, benchmark=benchmark, findings=(Finding(row, "fail", overrides),))
    with caplog.at_level(logging.ERROR):
        pdf_bytes(scan, TODAY)
    assert caplog.records == []


def test_the_plain_report_never_calls_a_waived_failure_a_pass():
    report = compose(sample(), TODAY)
    items = [item for chapter in report.chapters for section in chapter.sections for item in section.items]
    waived = next(item for item in items if item.id == "4.1-b")
    assert waived.verdict == "waived"
    assert any("Fails; waived until 2027-03-31" in answer for row in waived.rows for answer in row.answers)


def test_changes_since_an_earlier_audit_are_told(drawn):
    new = sample()
    gone = replace(new.findings[0], effective="pass")
    old = replace(new, findings=(gone, *new.findings[1:-1]), targets=new.targets[:-1])
    earlier = Earlier("Spring", None, "ab" * 32, compare(old, new))
    data = pdf_bytes(new, TODAY, earlier)
    assert data.startswith(b"%PDF-")
    text = squeezed("".join(drawn))
    assert squeezed("Worse than before (1)") in text
    assert squeezed("Not in the earlier audit (1)") in text
    assert squeezed("Compared with “Spring”, seal abababababababab …") in text
    assert squeezed("New machineslab3") in text


def test_a_report_of_an_audit_that_nobody_signed_says_so_whatever_digital_signature_it_bears(drawn):
    pdf_bytes(sample(), TODAY)
    text = squeezed("".join(drawn))
    assert squeezed("Draft: the audit is not signed") in text
    assert squeezed("A digital signature in the field below is one of this report, not of the audit.") in text
    assert squeezed("The audit is signed") not in text


def test_who_signed_and_what_happened_are_told(drawn):
    scan = sample()
    signing = Signing("Jonas Weiß", "Head of operations", scan.info.started, "Read and accepted.")
    info = replace(scan.info, state="signed", single_person=True)
    pdf_bytes(replace(scan, info=info, signing=signing, revision=2, predecessor="cd" * 32), TODAY)
    text = squeezed("".join(drawn))
    assert squeezed("Jonas Weiß (Head of operations) on 2026-11-23 14:00:58 UTC: “Read and accepted.”") in text
    assert squeezed("Revision 2; the one before was signed under the seal cdcdcdcdcdcdcdcd …") in text
    assert squeezed("kept by a single person") in text
    assert squeezed("The audit is signed") in text
    assert squeezed("Draft") not in text
    assert squeezed("Nobody has signed the audit") not in text
    assert squeezed("Audit created") in text


def test_code_in_a_remedy_is_set_as_code_and_nothing_of_it_is_lost(drawn):
    scan = sample()
    finding = next(f for f in scan.findings if f.effective == "fail" and f.measured.remediation)
    text = "Write `PermitRootLogin no` to the file; an odd ` stays. May break: logins as root."
    odd = replace(finding, measured=replace(finding.measured, remediation=text))
    pdf_bytes(replace(scan, findings=(odd,)), TODAY)
    paper = squeezed("".join(drawn))
    assert squeezed("Write PermitRootLogin no to the file; an odd ` stays. May break: logins as root.") in paper


def test_a_long_list_and_a_long_value_are_cut_and_say_so(drawn):
    """A host decides how many guests it names, and an audit that somebody sends how long a value is."""
    report = compose(wide(), TODAY)
    (item,) = [item for chapter in report.chapters for section in chapter.sections for item in section.items]
    assert (len(item.subjects), item.further) == (400, 1_101)
    pdf_bytes(wide(), TODAY)
    said = " ".join("".join(drawn).split())
    assert "1,101 further rows stand in the JSON." in said
    assert "(+7,999,000 characters)" in said
    assert re.search(r"vm798 ?and 1,?100 more", said)  # of the 1,500 that hold


def test_a_label_on_two_lines_goes_on_the_next_page_with_its_text():
    with language.speaking("de"):
        words = labelled(language.in_english("Warum"), "In English.")
        width, height = words.wrap(400, 999)
        one = labelled("Warum", "In English.").wrap(400, 999)[1]
        assert height > one
        assert words.split(width, height) == [words]
        assert words.split(width, one) == []


def test_the_areas_of_a_chart_are_told_apart_without_colours(monkeypatch):
    """As where the report is printed in black: a sign where there is room, and how many where there is more."""
    drawn, written = [], []
    monkeypatch.setattr(charts.badges, "shape", lambda _sheet, verdict, *_where: drawn.append(verdict))

    class Paper:
        def __getattr__(self, name):
            return lambda *given, **_look: written.append(given[0]) if name == "plain" else None

    counts = ((Verdict.PASS, 1), (Verdict.FAIL, 60), (Verdict.ERROR, 34), (Verdict.AWAITING, 5))
    charts._bar(Paper(), Bar("4", "Network", counts), 0, 0, width=300, height=9)
    assert drawn == [Verdict.FAIL, Verdict.ERROR, Verdict.AWAITING]
    assert written == ["60", "34"]
    drawn.clear()
    charts._ring(Paper(), counts, 0, 0, radius=50, score=37)
    assert drawn == [Verdict.FAIL, Verdict.ERROR]
    drawn.clear()
    charts.strip(Paper(), counts, 0, 0, width=300)  # whose key stands right below
    assert not drawn
