"""What of a piece of evidence isn't printed, or can't be judged, is said beside it; nothing is cut in silence."""

from dataclasses import replace

import pytest
from report_sample import TODAY, sample

from app.model import Evidence, Reason
from app.report.compose import compose
from app.report.document import Exhibit
from app.report.exhibits import CHARS_EACH, ERROR_LINES, LINES_EACH


def exhibited(**fields: object) -> Exhibit:
    """The exhibit of the only piece of evidence of an audit."""
    scan = sample()
    key, some = next(iter(scan.evidence.items()))
    plain = replace(some, output=b"one\ntwo\n", stderr=b"", truncated=False, bytes_total=8, fault=None, exit_status=0)
    piece: Evidence = replace(plain, **fields)  # type: ignore[arg-type]  # fields of the test
    (found,) = compose(replace(scan, evidence={key: piece}), TODAY).exhibits
    return found


def test_what_is_whole_needs_no_note() -> None:
    found = exhibited()
    assert (found.lines, found.errors, found.notes) == (("one", "two"), (), ())


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"fault": Reason.TIMEOUT, "exit_status": None}, "Can't be judged: timeout."),
        ({"truncated": True, "bytes_total": 9000}, "The host sent at least 9,000 bytes; the first 8 are kept."),
        ({"output": b"password = hunter2-and-more\n"}, "1 secret masked in print; the audit file holds the original."),
        ({"output": b"x" * 3000}, "Lines longer than"),
        ({"stderr": b"e\n" * (ERROR_LINES + 1)}, f"error the first {ERROR_LINES} of {ERROR_LINES + 1} lines"),
        ({"output": b"l\n" * (LINES_EACH + 1)}, f"of {LINES_EACH + 1} lines"),
        ({"output": (b"l" * 100 + b"\n") * (CHARS_EACH // 90)}, "of 133 lines"),
    ],
)  # fmt: skip
def test_a_note_says_what_is_wrong_or_missing(fields: dict[str, object], note: str) -> None:
    notes = exhibited(**fields).notes
    assert len(notes) == 1
    assert note in notes[0]


def test_errors_up_to_the_bound_are_all_there() -> None:
    found = exhibited(stderr=b"e\n" * ERROR_LINES)
    assert (len(found.errors), found.notes) == (ERROR_LINES, ())
