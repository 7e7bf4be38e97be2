import shutil
import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from store_sample import HV1, INFO, answer, small_audit

from app.errors import StoreError
from app.store import codec, ledger
from app.store.auditfile import AuditFile
from app.store.ledger import Entry
from app.store.verify import Verification, verify

Change = Callable[[sqlite3.Connection], object]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_audit(tmp_path_factory.mktemp("sample") / "a.bartizan")


@pytest.fixture
def path(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "a.bartizan"))


def changed(path: Path, change: Change | str) -> Verification:
    """What verify says after somebody changed the file with SQLite; and that verify itself changes nothing."""
    database = sqlite3.connect(path)
    if isinstance(change, str):
        database.execute(change)
    else:
        change(database)
    database.commit()
    database.close()
    before = path.read_bytes()
    found = verify(path)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    return found


def rebuilt(database: sqlite3.Connection, edit: Callable[[list[list[object]]], object]) -> None:
    """What a forger does: change entries and make every hash anew."""
    entries = [list(row) for row in database.execute("SELECT time, kind, payload FROM entry ORDER BY seq")]
    edit(entries)
    database.execute("DELETE FROM entry")
    previous = None
    for time, kind, payload in entries:
        previous = ledger.link(previous, str(time), str(kind), str(payload))
        ledger.insert(database, previous)


def test_a_whole_file_is_found_whole(path: Path) -> None:
    with AuditFile.open(path, readonly=True) as audit:
        assert verify(path) == Verification(whole=True, entries=16, seal=audit.seal, problem="")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("UPDATE entry SET payload = replace(payload, 'seen', 'SEEN') WHERE seq = 8", "entry 8 (override, 2026-"),
        ("UPDATE entry SET time = '2026-11-23T12:00:00.000000Z' WHERE seq = 5", "entry 5 (site"),
        ("UPDATE entry SET kind = 'info' WHERE seq = 8", "entry 8 (info"),
        ("UPDATE entry SET prev = sha256 WHERE seq = 4", "at entry 4 (target"),
        ("UPDATE entry SET sha256 = prev WHERE seq = 4", "at entry 4 (target"),
        ("UPDATE entry SET sha256 = upper(sha256) WHERE seq = 4", "at entry 4 (target"),
        ("DELETE FROM entry WHERE seq = 7", "at entry 8 (override"),
        ("DELETE FROM entry WHERE seq = 1", "entry 1 is missing"),
        ("DELETE FROM entry", "entry 1: it is missing"),
        ("UPDATE entry SET seq = seq + 1 WHERE seq = 16", "entry 16 is missing"),
        ("UPDATE entry SET seq = -seq", "at entry -16"),
        ("INSERT INTO entry SELECT 17, time, kind, payload, sha256, sha256 FROM entry WHERE seq = 16", "entry 17 (re"),
        ("INSERT INTO entry SELECT 0, time, kind, payload, prev, sha256 FROM entry WHERE seq = 1", "entry 0 (created"),
        ("UPDATE content SET data = x'00' WHERE packed = 1", "at entry 2 (run-started"),
        ("UPDATE content SET size = size + 1 WHERE size = 5000", "at entry 3 (target"),
        ("UPDATE content SET packed = 2 WHERE size = 5000", "at entry 3 (target"),
        ("UPDATE content SET size = 1e18", "at entry 2"),
        ("DELETE FROM content WHERE size = 2048", "at entry 7 (attachment"),
        ("INSERT INTO content VALUES ('ab', 1, 0, x'00')", "named by no entry"),
        ("CREATE TABLE mine (a)", "its tables are not those"),
        ("DROP TABLE content", "its tables are not those"),
    ],
)  # fmt: skip
def test_a_change_is_found_and_named(path: Path, change: str, words: str) -> None:
    found = changed(path, change)
    assert not found.whole
    assert words in found.problem
    assert "\n" not in found.problem


def test_reordered_entries_are_found(path: Path) -> None:
    def swap(database: sqlite3.Connection) -> None:
        database.execute("UPDATE entry SET seq = -8 WHERE seq = 8")
        database.execute("UPDATE entry SET seq = 8 WHERE seq = 9")
        database.execute("UPDATE entry SET seq = 9 WHERE seq = -8")

    found = changed(path, swap)
    assert "first at entry 8 (override" in found.problem


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda rows: rows[7].__setitem__(2, rows[7][2].replace('"item"', '"itme"')), "entry 8 (override"),
        (lambda rows: rows[7].__setitem__(2, rows[7][2].replace('"pass"', '"passed"')), "'passed' is none of"),
        (lambda rows: rows[7].__setitem__(2, rows[7][2].replace(":", ": ", 1)), "as Bartizan writes it"),
        (lambda rows: rows[7].__setitem__(2, "[" * 100_000), "no valid JSON"),
        (lambda rows: rows[7].__setitem__(0, "yesterday"), "is no time"),
        (lambda rows: rows[7].__setitem__(1, "drop"), "its kind is unknown"),
        (lambda rows: rows[0].__setitem__(1, "info"), "entry 1 (info"),
        (lambda rows: rows.append(rows[0]), "only once"),
        (lambda rows: rows[9].__setitem__(2, rows[9][2].replace('"8"', '"7"')), "entry 10 (review"),
        (lambda rows: rows[14].__setitem__(2, rows[14][2].replace("signed", "sealed")), "'sealed'"),
        (lambda rows: rows.insert(15, rows[13]), "entry 16 (targets"),
        (
            lambda rows: rows[14].__setitem__(0, rows[13][0]),
            "entry 16 (revision, 2026-11-23T12:00:15.000000Z): it doesn't name",
        ),
        (lambda rows: rows[2].__setitem__(2, rows[2][2].replace('"results":"', '"results":"0')), "is missing"),
        (lambda rows: rows.__delitem__(slice(2, None)), "named by no entry"),
        (lambda rows: rows[10].__setitem__(2, rows[10][2].replace("accepted", "praised")), "'praised'"),
        (
            lambda rows: rows[10].__setitem__(2, rows[10][2].replace("B. Example", "a example")),
            "11 (review, 2026-11-23T12:00:10.000000Z): it reviews an answer of the same person",
        ),
        (
            lambda rows: rows.insert(15, rows[11]),
            "entry 16 (override, 2026-11-23T12:00:11.000000Z): the audit was signed",
        ),
        (lambda rows: rows.__setitem__(slice(14, None), [rows[15]]), "entry 15 (revision"),
        (
            lambda rows: rows[6].__setitem__(2, rows[6][2].replace("2048", "2047")),
            "entry 7 (attachment, 2026-11-23T12:00:06.000000Z): an attached file has another size",
        ),
        (
            lambda rows: rows[2].__setitem__(2, rows[2][2].replace('"seconds":1.5', '"seconds":1e999')),
            "inf stands where a number belongs",
        ),
        (
            lambda rows: rows[2].__setitem__(2, rows[2][2].replace('"id":"debian"', '"id":1e999')),
            "as Bartizan writes it",
        ),
        (lambda rows: rows[7].__setitem__(0, "0001-01-01T00:00:00.000000Z"), "is no time"),
        (lambda rows: rows[7].__setitem__(0, "9999-12-31T23:59:59.000000Z"), "is no time"),
    ],
)
def test_a_forged_chain_that_makes_no_sense_is_found(
    path: Path, edit: Callable[[list[list[object]]], object], words: str
) -> None:
    found = changed(path, lambda database: rebuilt(database, edit))
    assert not found.whole
    assert words in found.problem


def test_a_single_person_may_review_their_own_answers(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "a.bartizan", replace(INFO, single_person=True), [HV1]) as audit:
        audit.review([answer(audit).id], True, "A. Example", "seen")
        audit.set_info(INFO)  # from now on it takes two
        assert verify(audit.path).whole
        audit.review([answer(audit).id], True, "A. Example", "seen")
        assert "entry 6 (review" in verify(audit.path).problem


def test_content_that_makes_no_sense_is_found(path: Path) -> None:
    """The forger keeps hash and chain right, but the list of evidence isn't one."""

    def forge(database: sqlite3.Connection) -> None:
        data = b'[{"probe":"x"}]'
        digest = sha256(data).hexdigest()
        database.execute("INSERT INTO content VALUES (?, ?, 0, ?)", (digest, len(data), data))

        def edit(rows: list[list[object]]) -> None:
            payload = codec.loads(str(rows[2][2]))
            rows[2][2] = codec.dumps({**payload, "evidence": digest})

        rebuilt(database, edit)

    assert "EvidenceRow lacks" in changed(path, forge).problem


def test_content_that_unpacks_without_end_stays_small(path: Path) -> None:
    bomb = zlib.compress(bytes(1 << 24))

    def forge(database: sqlite3.Connection) -> None:
        database.execute("UPDATE content SET data = ?, packed = 1 WHERE size = 5000", (bomb,))

    assert "entry 3 (target" in changed(path, forge).problem


def test_a_noted_seal_shows_missing_last_entries(path: Path) -> None:
    noted = verify(path).seal
    assert verify(path, noted).whole
    assert verify(path, f" {noted.upper()}\n").whole
    found = changed(path, "DELETE FROM entry WHERE seq > 12")
    assert found.whole  # a chain doesn't show by itself that its end is gone
    found = verify(path, noted)
    assert not found.whole
    assert "its last entries were removed or rewritten after entry 12" in found.problem


def test_a_noted_seal_shows_a_forged_chain(path: Path) -> None:
    noted = verify(path).seal

    def edit(rows: list[list[object]]) -> None:
        rows[8][2] = str(rows[8][2]).replace("seen", "SEEN")
        del rows[14:]

    assert changed(path, lambda database: rebuilt(database, edit)).whole
    assert "doesn't hold the entry with the noted seal" in verify(path, noted).problem


def test_entries_added_after_a_noted_seal_are_counted(path: Path) -> None:
    noted = verify(path).seal
    with AuditFile.open(path) as audit:
        answer(audit)
        answer(audit)
    found = verify(path, noted)
    assert (found.whole, found.added, found.entries) == (False, 2, 18)
    assert "2 of its 18 entries came after, first entry 17" in found.problem


def test_an_audit_can_be_verified_while_it_is_open(path: Path) -> None:
    with AuditFile.open(path) as audit:
        answer(audit)
        found = verify(path)
        assert (found.whole, found.seal) == (True, audit.seal)


def test_the_hash_covers_every_column() -> None:
    """Moving text from one column to the next must not give the same hash."""
    base = Entry(2, "t", "k", "p", "0" * 64, "")
    others = [
        base._replace(seq=3), base._replace(time="u"), base._replace(kind="l"), base._replace(payload="q"),
        base._replace(prev="1" * 64), base._replace(time="t\nk", kind="p", payload=""),
    ]  # fmt: skip
    hashes = {ledger.digest(*one[:5]) for one in [base, *others[:5]]}
    assert len(hashes) == 6
    assert ledger.fault(None, ledger.link(None, "t\nk", "created", "p"))  # the only way to the same bytes


@pytest.mark.parametrize("offset", [20, 21, 22, 23, 48, 52, 64, 72, 80, 91, 44, 56])
def test_header_bytes_that_sqlite_would_overlook_are_found(path: Path, offset: int) -> None:
    content = bytearray(path.read_bytes())
    content[offset + (3 if offset in (44, 48, 52, 56, 64) else 0)] ^= 4
    path.write_bytes(content)
    assert not verify(path).whole


def test_a_damaged_page_is_told_with_the_entry_where_it_shows(tmp_path: Path) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    with AuditFile.open(path) as audit:
        for number in range(60):
            answer(audit, remark=str(number) * 40)
    content = bytearray(path.read_bytes())
    place = content.index(b"59" * 20)
    start = place - place % 4096
    content[start : start + 8] = b"\xff" * 8
    path.write_bytes(content)
    found = verify(path)
    assert not found.whole
    assert "first at entry " in found.problem or "is damaged" in found.problem


def test_nothing_is_said_of_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no file"):
        verify(tmp_path / "a.bartizan")
    assert list(tmp_path.iterdir()) == []
