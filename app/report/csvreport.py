"""The findings as CSV for a spreadsheet: one row for each checked subject, or for a finding without checks.

UTF-8, commas, every field quoted (so that a reader which also splits at semicolons can't cut a field in two).
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.model import Rule
from app.record import Finding, ScanResult
from app.report.masking import mask
from app.report.standing import iso, rule_of, standing, unknown_rule
from app.report.visible import visible
from app.report.writing import write_file

COLUMNS = (
    "item",
    "section",
    "title",
    "severity",
    "mode",
    "scope",
    "target",
    "targets",
    "result",
    "reason",
    "effective",
    "message",
    "check",
    "subject",
    "check_result",
    "expected",
    "actual",
    "check_message",
    "evidence",
    "answer",
    "answered_by",
    "answered_role",
    "answered_on",
    "expires",
    "remark",
    "review",
    "remediation",
    "answer_state",
    "outdated",
)

# A spreadsheet takes a cell that begins so as a formula; the full-width forms count in East Asian settings.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_LONGEST = 32_000  # characters; a spreadsheet holds 32,767 in a cell, and puts the rest of a longer one anywhere
_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,3})?")


def write_csv(scan: ScanResult, path: Path) -> None:
    """Write the audit's findings as CSV; ReportError if the file can't be written."""
    write_file(path, (part.encode("utf-8") for part in csv_parts(scan)))


def csv_parts(scan: ScanResult) -> Iterator[str]:
    """Give the findings as CSV in parts: the header, then the rows of each finding."""
    rules = rule_of(scan.benchmark)
    yield _text([COLUMNS])
    for finding in scan.findings:
        rule = rules.get(finding.measured.item) or unknown_rule(finding.measured.item)
        yield _text([cell(value) for value in row] for row in _rows(finding, rule))


def _text(rows: Iterable[Iterable[str]]) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)
    return stream.getvalue()


def cell(value: str) -> str:
    """Make a field that no spreadsheet takes as a formula or can't hold, controls shown as escapes; numbers stay so."""
    shown = visible(value)
    if len(shown) > _LONGEST:
        shown = f"{shown[:_LONGEST]} … (+{len(shown) - _LONGEST} characters; the whole stands in the JSON of the audit)"
    if value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA):
        return shown if _NUMBER.fullmatch(value) else f"'{shown}"
    return shown


def _rows(finding: Finding, rule: Rule) -> Iterator[tuple[str, ...]]:
    measured = finding.measured
    answers = standing(finding.overrides)
    answer = answers[-1] if answers else None
    head = (
        measured.item,
        rule.section,
        rule.title,
        rule.severity,
        rule.mode,
        rule.scope,
        measured.target or "",
        " ".join(measured.targets),
        measured.result,
        measured.reason or "",
        finding.effective,
        mask(measured.message).text,
    )
    tail = (
        answer.kind if answer else "",
        answer.by if answer else "",
        answer.role if answer else "",
        iso(answer.time) if answer else "",
        answer.expires.isoformat() if answer and answer.expires else "",
        answer.remark if answer else "",
        answer.review if answer else "",
        measured.remediation,
        finding.state,
        finding.outdated,
    )
    for check in measured.checks:
        yield (
            *head,
            check.check,
            check.subject or "",
            check.result,
            mask(check.expected).text,
            mask(check.actual).text,
            mask(check.message).text,
            " ".join(check.evidence),
            *tail,
        )
    if not measured.checks:
        yield (*head, "", "", "", "", "", "", " ".join(measured.evidence), *tail)
