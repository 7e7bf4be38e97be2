import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_sample import empty, sample
from report_text import csv_text

from app.report.csvreport import COLUMNS, cell


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_for_each_subject_and_for_each_finding_without_one():
    scan = sample()
    wanted = sum(max(len(finding.measured.checks), 1) for finding in scan.findings)
    found = rows(csv_text(scan))
    assert len(found) == wanted
    assert tuple(found[0]) == COLUMNS


def test_a_row_tells_result_answer_and_subject():
    found = rows(csv_text(sample()))
    row = next(r for r in found if r["item"] == "4.1-b" and r["target"] == "hv1")
    assert (row["result"], row["effective"], row["answer"], row["expires"]) == (
        "fail",
        "waived",
        "waiver",
        "2027-03-31",
    )
    row = next(r for r in found if r["subject"] == "web01")
    assert (row["check_result"], row["actual"]) == ("fail", "0.0.0.0:5900")


@pytest.mark.parametrize(
    "lead", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20", " =", "\u00a0=", "\ufeff="]
)
def test_a_formula_is_made_text(lead):
    assert cell(f"{lead}HYPERLINK(1)").startswith(("'", "\\ufeff"))


@pytest.mark.parametrize("number", ["-1", "+3.25", "-1.5e-7", "12", "0"])
def test_a_real_number_stays_one(number):
    assert cell(number) == number


@pytest.mark.parametrize("almost", ["-1+1", "+1 ", "-", "=1", "--1", "-1e9999", "+49 30 1234"])
def test_what_only_looks_like_a_number_is_text(almost):
    assert cell(almost).startswith("'")


@pytest.mark.parametrize("sign", ["a", "=", "\x00", "ü"])
def test_a_cell_holds_no_more_than_a_spreadsheet_takes_and_says_what_is_left_out(sign):
    shown = cell(sign * 40_000)
    assert len(shown) < 32_767
    assert shown.endswith("characters; the whole stands in the JSON of the audit)")
    assert cell("a" * 32_000) == "a" * 32_000


@given(st.text(max_size=60))
def test_no_field_starts_a_formula_or_breaks_the_file(text):
    shown = cell(text)
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerow([shown, "x"])
    assert next(csv.reader(io.StringIO(stream.getvalue(), newline=""))) == [shown, "x"]
    assert not any(ord(char) < 0x20 and char not in "\t\n" for char in shown)
    if shown[:1] in ("+", "-"):
        assert float(shown) is not None
    else:
        assert shown[:1] not in ("=", "@", "\t", "\r", "\n")


def test_secrets_of_a_host_are_masked():
    scan = sample()
    text = csv_text(scan)
    assert "$6$" not in text


def test_an_empty_audit_is_a_header():
    assert len(csv_text(empty()).splitlines()) == 1
