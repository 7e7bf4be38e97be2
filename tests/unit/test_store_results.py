"""Results are kept as heads, with their checks apart; lists of whole results, as kept before, stay readable."""

import json
import pickle
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_sample import (
    HV1,
    INFO,
    answer,
    awaiting,
    evidence,
    guests,
    looked_twice,
    record_site,
    result,
    standing,
    state,
)
from test_verify import changed, rebuilt

from app.errors import StoreError
from app.model import CheckResult, Reason, Result, RuleResult
from app.store import codec, content, details, table
from app.store.auditfile import AuditFile
from app.store.details import StoredChecks
from app.store.verdicts import OUT, from_store, to_store
from app.store.verify import verify

# Made by store_sample.looked_twice() of the last program that kept whole results, and never made again.
WHOLE = Path(__file__).parent / "store_files" / "schema-1-whole.bartizan"
WHOLE_SEAL = "3e49bc745a6593b9438930d03081efcc17de18d8db07473698e45020ca3c8188"
BAD, GOOD, DARK = Result.FAIL, Result.PASS, Result.UNKNOWN

BEFORE = (guests("4.1-a", "hv1", [GOOD, BAD, GOOD]), guests("4.2-a", "hv1", [GOOD] * 40))
AGAIN = guests("4.1-a", "hv1", [GOOD, BAD, BAD], "maybe")
TOGETHER = guests("6.1-a", "hv1", [GOOD, GOOD], targets=("hv1", "hv2"))
STANDING = (
    AGAIN,
    BEFORE[1],
    awaiting("7.1-a", "hv1"),
    guests("4.1-a", "hv2", [DARK, GOOD]),
    awaiting(target="hv2"),
    TOGETHER,
    awaiting("2.1-a"),
)


@pytest.fixture(params=["whole", "table"])
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A finished audit in the older form and in today's."""
    made = tmp_path / "a.bartizan"
    return Path(shutil.copy(WHOLE, made)) if request.param == "whole" else looked_twice(made)


@pytest.fixture
def audit(path: Path) -> Iterator[AuditFile]:
    with AuditFile.open(path) as opened:
        yield opened


def test_both_forms_say_the_same(audit: AuditFile) -> None:
    assert standing(audit) == STANDING
    assert [one.subjects for one in standing(audit)] == [tuple(c.subject for c in one.checks) for one in STANDING]
    assert [dict(found) for _, found in audit.parts("hv1")] == [
        {"4.1-a": AGAIN, "4.2-a": BEFORE[1], "7.1-a": STANDING[2]},
        {"6.1-a": TOGETHER},
    ]
    assert [dict(found) for _, found in audit.parts(None)] == [{"2.1-a": STANDING[-1]}]


def test_both_forms_have_the_same_verdicts(audit: AuditFile) -> None:
    assert [dict(found) for _, found in audit.verdicts("hv1")] == [
        {"4.1-a": "fail", "4.2-a": "pass", "7.1-a": "notchecked"},
        {"6.1-a": "pass"},
    ]
    assert [dict(found) for _, found in audit.verdicts("hv2")] == [{"4.1-a": "unknown", "7.1-a": "notchecked"}, {}]
    assert [dict(found) for _, found in audit.verdicts(None)] == [{"2.1-a": "notchecked"}]
    for target in ("hv1", "hv2", None):
        assert [key for key, _ in audit.verdicts(target)] == [key for key, _ in audit.parts(target)]


def test_both_forms_know_what_stood_when_an_answer_was_given(audit: AuditFile) -> None:
    first, second = audit.overrides()
    assert audit.measured_before(first.id) == BEFORE[0]
    assert audit.measured_before(second.id) == BEFORE[1]
    later = answer(audit)
    assert audit.measured_before(later.id) == AGAIN
    assert audit.collected_before(first.id, ["hv1/sshd"]) != audit.collected(["hv1/sshd"])


def test_both_forms_are_whole_and_grow(path: Path) -> None:
    assert verify(path).whole
    with AuditFile.open(path) as audit:
        history = [line.what for line in audit.history("4.1-a", "hv1")]
        assert history == [
            "measured: fail: It is yes.",
            "signed off as pass in place of fail: seen",
            "measured: fail: It is maybe.",
        ]
        audit.record(state(), [evidence()], [BEFORE[0]])
        assert standing(audit)[0] == BEFORE[0]
        seal = audit.seal
    assert verify(path, seal).whole


def test_the_older_file_is_as_it_was() -> None:
    assert verify(WHOLE, WHOLE_SEAL).whole


@dataclass(frozen=True, slots=True)
class Sample:
    a: str
    b: tuple[str, ...]
    c: int = 0


# --- read late -------------------------------------------------------------------------------------------------------


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The hashes of the content that is read from now on."""
    seen: list[str] = []
    get = content.get

    def counted(database: sqlite3.Connection, digest: str) -> bytes:
        seen.append(digest)
        return get(database, digest)

    monkeypatch.setattr(content, "get", counted)
    return seen


@pytest.fixture
def table_audit(tmp_path: Path) -> Iterator[AuditFile]:
    with AuditFile.open(looked_twice(tmp_path / "a.bartizan")) as opened:
        yield opened


def stored(result: RuleResult) -> StoredChecks:
    assert isinstance(result.checks, StoredChecks)
    return result.checks


def test_no_content_is_read_for_verdicts_and_no_checks_for_results(table_audit: AuditFile, read: list[str]) -> None:
    for target in ("hv1", "hv2", None):
        assert table_audit.verdicts(target)
    assert read == []
    results = standing(table_audit)
    assert len(read) == 3  # a list of heads for each target, and one for the site
    assert [len(one.checks) for one in results] == [3, 40, 0, 2, 0, 2, 0]
    assert results[2].checks == ()
    assert len(read) == 3


def test_the_checks_of_one_item_are_read_alone_and_held(table_audit: AuditFile, read: list[str]) -> None:
    first = stored(standing(table_audit)[0])
    del read[:]
    assert first.subjects == ("vm-0 Ü", "vm-1 Ü", None)
    assert read == [first.key.subjects]
    assert tuple(first) == AGAIN.checks
    assert (first[1], first[:2], first[-1]) == (AGAIN.checks[1], AGAIN.checks[:2], AGAIN.checks[2])
    assert read == [first.key.subjects, first.key.checks]


def test_what_was_just_measured_is_let_go_of(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "a.bartizan", INFO, [HV1]) as audit:
        audit.record(state(), [], [BEFORE[1]])
        assert isinstance(standing(audit)[0].checks, StoredChecks)
        record_site(audit, [TOGETHER])
        assert isinstance(standing(audit)[1].checks, StoredChecks)


def test_only_so_much_is_held(table_audit: AuditFile, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(details, "HELD", 82)
    few, many = (stored(one) for one in standing(table_audit)[:2])
    assert len(tuple(many)) == 40  # and as many subjects
    assert len(few.subjects) == 3
    del read[:]
    assert tuple(many) == BEFORE[1].checks
    assert read == []
    assert len(many.subjects) == 40
    assert read == [many.key.subjects]  # what was asked for least lately had to go


def test_only_so_much_text_is_held(table_audit: AuditFile, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = (stored(one) for one in standing(table_audit)[:2])
    assert few.subjects
    monkeypatch.setattr(details, "HEAVY", 1)
    assert tuple(many) == BEFORE[1].checks
    del read[:]
    assert few.subjects
    assert read == [few.key.subjects]


def test_lists_that_would_fill_the_memory_together_are_refused(
    table_audit: AuditFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listed(audit: AuditFile) -> set[str]:
        looks = (audit._present.looked(target)[-1][1].results for target in ("hv1", "hv2"))
        return {*looks, audit._present.site()[-1][1].results}

    with AuditFile.open(table_audit.path, readonly=True) as other:
        together = sum(codec.weight(other.read(one)) for one in listed(other))
        monkeypatch.setattr(codec, "TOGETHER", together)
        for _ in range(3):  # what is read again is not counted again
            assert other.parts("hv1")
            assert other.parts("hv2")
    monkeypatch.undo()
    with AuditFile.open(table_audit.path, readonly=True) as other:
        monkeypatch.setattr(codec, "TOGETHER", together - 1)
        with pytest.raises(
            StoreError, match=r"a\.bartizan: its lists would take more than 0 MiB of memory together\.$"
        ):
            _ = other.parts("hv1"), other.parts("hv2")


def test_entries_that_would_fill_the_memory_together_are_refused(
    table_audit: AuditFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codec, "TOGETHER", 1000)
    with pytest.raises(StoreError, match=r"holds entries that would take more than 0 MiB of memory together\. See"):
        AuditFile.open(table_audit.path, readonly=True)


def test_stored_checks_are_what_they_are_compared_with(table_audit: AuditFile, read: list[str]) -> None:
    first, second = (stored(one) for one in standing(table_audit)[:2])
    with AuditFile.open(table_audit.path, readonly=True) as other:
        same = stored(standing(other)[0])
    del read[:]
    assert same == first != second
    assert read == []
    assert first == AGAIN.checks
    assert AGAIN.checks == first
    assert first != AGAIN.checks[:2]
    assert first != [*AGAIN.checks]  # as with a tuple
    assert hash(first) == hash(AGAIN.checks)
    assert hash(standing(table_audit)[0]) == hash(AGAIN)
    assert "3 checks of hv1" in repr(first)


def test_they_are_pickled_as_what_they_are(table_audit: AuditFile) -> None:
    again = pickle.loads(pickle.dumps(standing(table_audit)[0]))  # noqa: S301 - what was pickled on the same line
    assert (again, type(again.checks)) == (AGAIN, tuple)


def test_after_closing_the_sentence_says_so(table_audit: AuditFile) -> None:
    first, second = (stored(one) for one in standing(table_audit)[:2])
    assert len(tuple(first)) == 3
    table_audit.close()
    assert tuple(first) == AGAIN.checks  # it was read
    with pytest.raises(StoreError, match="was closed before all of it was read"):
        tuple(second)
    with pytest.raises(StoreError, match="was closed before all of it was read"):
        second.subjects  # noqa: B018 - reading it is the act
    assert len(second) == 40


def test_any_thread_may_read_them(table_audit: AuditFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(details, "HELD", 3)  # so that each has to read anew
    results = standing(table_audit)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda number: tuple(results[number % 2].checks), range(200)))
    assert found == [AGAIN.checks, BEFORE[1].checks] * 100


def test_machines_that_are_alike_share_their_checks(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "a.bartizan", INFO, [HV1]) as audit:
        record_site(audit, [result("4.1-a", "hv1"), result("4.2-a", "hv1"), result("4.1-a", "hv2")])
        keys = [stored(one).key for one in standing(audit)]
        assert len({(key.checks, key.subjects) for key in keys}) == 1
        assert standing(audit)[2].checks == result("4.1-a", "hv2").checks


texts = st.text(max_size=8)
names = st.none() | st.sampled_from(["hv1", "None", "", "a/b"])
proofs = st.lists(st.sampled_from(["hv1/a", "None/a", "/a", "a/b/a", "hv2/a", "hv1", ""]), max_size=3).map(tuple)
reasons = st.none() | st.sampled_from(Reason)
one_check = st.builds(
    CheckResult, texts, st.none() | texts, st.sampled_from(Result), reasons, texts, texts, texts, proofs
)
one_result = st.builds(
    RuleResult,
    st.sampled_from(["4.1-a", "4.1-b", "x y;\n"]),
    names,
    st.lists(texts, max_size=2).map(tuple),
    st.sampled_from(Result),
    reasons,
    texts,
    st.lists(one_check, max_size=3).map(tuple),
    proofs,
    texts,
)


@given(results=st.lists(one_result, max_size=5))
def test_whatever_was_measured_is_read_again(
    results: list[RuleResult], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with AuditFile.create(tmp_path_factory.mktemp("any") / "a.bartizan", INFO, [HV1]) as audit:
        record_site(audit, results)
        assert standing(audit) == tuple(results)
        for target in ("hv1", None):
            last = {one.item: one for one in results if one.target == target}
            words = {item: OUT if one.reason is Reason.OUT_OF_SCOPE else one.result.value for item, one in last.items()}
            assert dict(audit.verdicts(target)[-1][1]) == words
            assert from_store(to_store(results, target)) == words
        assert [one.subjects for one in standing(audit)] == [tuple(c.subject for c in one.checks) for one in results]


# --- forged and damaged ----------------------------------------------------------------------------------------------


def forged(database: sqlite3.Connection, place: int, key: str, edit: Callable[[Any], Any]) -> str:
    """Change the JSON that entry ``place`` names by ``key``, with every hash made anew; the new one of that content."""
    entries = database.execute("SELECT payload FROM entry ORDER BY seq").fetchall()
    old = codec.loads(entries[place - 1][0])[key]
    new = stored_anew(database, old, edit)
    swap(database, old, new)
    return new


def stored_anew(database: sqlite3.Connection, old: str, edit: Callable[[Any], Any]) -> str:
    value = json.loads(content.get(database, old))
    made = edit(value)
    data = codec.dumps(value if made is None else made).encode()
    new = sha256(data).hexdigest()
    content.put(database, new, content.pack(data))
    return new


def swap(database: sqlite3.Connection, old: str, new: str) -> None:
    def edit(rows: list[list[object]]) -> None:
        for row in rows:
            row[2] = str(row[2]).replace(old, new)

    rebuilt(database, edit)


LOOK = 3  # the number of the entry with the first look of looked_twice()


def setting(column: str, value: object, row: int = 0) -> Callable[[Any], None]:
    return lambda found: found[column].__setitem__(row, value)


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (setting("result", "pass"), "its verdicts aren't those of its results"),
        (setting("item", "4.9-a"), "its verdicts aren't those of its results"),
        (setting("result", "passed"), "Head.result: 'passed' is none of"),
        (setting("message", 7), "Head.message: 7 stands where str belongs"),
        (setting("targets", "hv1"), "Head.targets: 'hv1' stands where a list belongs"),
        (setting("count", 4), "'4.1-a' has another number of checks than it says"),
        (setting("count", 0), "'4.1-a' can't have 0 checks where it says they are"),
        (setting("count", -1), "'4.1-a' can't have -1 checks"),
        (setting("count", 10**12), "'4.1-a' can't have 1000000000000 checks"),
        (setting("checks", ""), "'4.1-a' can't have 3 checks where it says they are"),
        (setting("checks", "0" * 64), "content 0000000000000000 is missing"),
        (setting("subjects", "0" * 64), "content 0000000000000000 is missing"),
        (lambda found: found.update(item=found["item"][1:]), "the columns of Head differ in length"),
        (lambda found: {key: found[key] for key in found.keys() - {"item"}}, "Head lacks 'item'"),
        (lambda found: found.update(more=[1, 2, 3]), "Head has the unknown key 'more'"),
        (lambda found: found.update(item="abc"), "Head.item: 'abc' stands where a list belongs"),
        (lambda found: {"item": found["item"]}, "Head lacks"),
        (lambda _: [1], "1 stands where RuleResult belongs"),
        (lambda _: "x", "'x' stands where a list belongs"),
    ],
)  # fmt: skip
def test_a_forged_list_of_heads_is_found(tmp_path: Path, edit: Callable[[Any], Any], words: str) -> None:
    path = looked_twice(tmp_path / "a.bartizan")
    found = changed(path, lambda database: forged(database, LOOK, "results", edit))
    assert not found.whole
    assert f"first at entry {LOOK} (target" in found.problem
    assert words in found.problem


def _forge_checks(database: sqlite3.Connection, column: str, edit: Callable[[Any], Any]) -> None:
    """Change the checks or subjects of the first head, and all that leads there."""

    def head(found: Any) -> None:
        new = stored_anew(database, found[column][0], edit)
        database.execute("DELETE FROM content WHERE sha256 = ?", (found[column][0],))
        found[column][0] = new

    forged(database, LOOK, "results", head)


@pytest.mark.parametrize(
    ("column", "edit", "words"),
    [
        ("checks", setting("result", "pass", 1), "'4.1-a' is fail by its result, and pass by its checks"),
        ("checks", setting("result", "error", 1), "'4.1-a' is fail by its result, and error by its checks"),
        ("checks", setting("reason", "moon"), "CheckRow.reason: 'moon' is none of"),
        ("checks", lambda found: [one.pop() for one in found.values()] and found, "another number of checks"),
        ("checks", lambda _: [], "stands where a table of CheckRow belongs"),
        ("subjects", lambda found: found[:2], "'4.1-a' has another number of checks than it says"),
        ("subjects", lambda _: ["a", "b", 3], "3 stands where str belongs"),
        ("subjects", lambda _: {"a": 1}, "stands where a list belongs"),
    ],
)  # fmt: skip
def test_forged_checks_are_found_and_refused_in_words(
    tmp_path: Path, column: str, edit: Callable[[Any], Any], words: str
) -> None:
    path = looked_twice(tmp_path / "a.bartizan")
    found = changed(path, lambda database: _forge_checks(database, column, edit))
    assert not found.whole
    assert words in found.problem
    if "by its checks" in words:
        return  # as they stand they can be read; only verify looks whether they agree
    with AuditFile.open(path) as audit:
        first = audit.measured_before(audit.overrides()[0].id)
        assert first is not None
        with pytest.raises(StoreError, match=str(path)):
            tuple(first.checks)


def test_a_head_that_says_another_number_of_checks_has_none_of_them(tmp_path: Path) -> None:
    """Verify says so; who only opens the audit must not be shown a result beside checks that aren't its own."""
    path = looked_twice(tmp_path / "a.bartizan")
    changed(path, lambda database: forged(database, LOOK, "results", setting("count", 2)))
    with AuditFile.open(path) as audit:
        first = audit.measured_before(audit.overrides()[0].id)
        assert first is not None
        with pytest.raises(StoreError, match="holds another number of checks than its result says"):
            tuple(first.checks)
        with pytest.raises(StoreError, match="holds another number of checks than its result says"):
            stored(first).subjects  # noqa: B018 - reading it is the act


@pytest.mark.parametrize(("key", "value"), [("target", "hv2"), ("probe", "../ps")])
def test_evidence_that_would_be_read_as_another_hosts_is_found_and_refused(
    tmp_path: Path, key: str, value: str
) -> None:
    path = looked_twice(tmp_path / "a.bartizan")
    newest = 10  # the number of the entry with the second look

    def forge(rows: list[dict[str, Any]]) -> None:
        rows[0][key] = value

    found = changed(path, lambda database: forged(database, newest, "evidence", forge))
    assert f"first at entry {newest} (target" in found.problem
    assert "stands among what 'hv1' answered" in found.problem
    with AuditFile.open(path) as audit, pytest.raises(StoreError, match="stands among what 'hv1' answered"):
        dict(audit.evidence())


def test_an_entry_of_today_without_verdicts_is_found(tmp_path: Path) -> None:
    path = looked_twice(tmp_path / "a.bartizan")

    def strip(rows: list[list[object]]) -> None:
        said = codec.loads(str(rows[LOOK - 1][2]))
        rows[LOOK - 1][2] = codec.dumps({**said, "verdicts": None})

    assert "its verdicts aren't those" in changed(path, lambda database: rebuilt(database, strip)).problem
    with AuditFile.open(path) as audit:  # it can be read all the same
        assert audit.verdicts("hv2")


@pytest.mark.parametrize("together", [{}, {"hv1": {"fail": ["6.1-a"]}}, {"hv2": {"pass": ["6.1-a"]}}])
def test_forged_verdicts_on_machines_together_are_found(tmp_path: Path, together: object) -> None:
    path = looked_twice(tmp_path / "a.bartizan")

    def forge(rows: list[list[object]]) -> None:
        for row in rows:
            if row[1] == "site":
                row[2] = codec.dumps({**codec.loads(str(row[2])), "together": together})

    found = changed(path, lambda database: rebuilt(database, forge))
    assert "(site, " in found.problem
    assert "its verdicts aren't those of its results" in found.problem


@pytest.mark.parametrize(
    "verdicts", [{"moon": ["4.1-a"]}, {"fail": "4.1-a"}, {"fail": [1]}, ["fail"], {"fail": [["4.1-a"]]}, "fail"]
)  # fmt: skip
def test_forged_verdicts_are_refused_in_words(tmp_path: Path, verdicts: object) -> None:
    path = looked_twice(tmp_path / "a.bartizan")

    def forge(rows: list[list[object]]) -> None:
        for row in rows:
            if row[1] == "target":
                row[2] = codec.dumps({**codec.loads(str(row[2])), "verdicts": verdicts})

    assert f"entry {LOOK} (target" in changed(path, lambda database: rebuilt(database, forge)).problem
    with AuditFile.open(path) as audit, pytest.raises(StoreError, match=r"stands where|is none of"):
        audit.verdicts("hv1")


def test_columns_that_a_later_field_adds_may_be_missing() -> None:
    whole = {"a": ["x"], "b": [["y"]]}
    assert [list(column) for column in table.columns(Sample, whole)] == [["x"], [("y",)], [0]]
    assert [list(column) for column in table.columns(Sample, {**whole, "c": [3]})] == [["x"], [("y",)], [3]]
    assert [list(column) for column in table.columns(Sample, {"a": [], "b": []})] == [[], [], []]


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("a", None, "Sample.a: None stands where str belongs"),
        ("b", ["y", 1], "Sample.b: 1 stands where str belongs"),
        ("b", "y", "Sample.b: 'y' stands where a list belongs"),
        ("c", True, "Sample.c: True stands where int belongs"),
        ("c", 1.0, "Sample.c: 1.0 stands where int belongs"),
    ],
)
def test_a_value_of_another_type_is_named(column: str, value: object, words: str) -> None:
    whole = {"a": ["x", "x"], "b": [["y"], []], "c": [1, 2]}
    with pytest.raises(StoreError, match=re.escape(words)):
        table.columns(Sample, {**whole, column: [whole[column][0], value]})
