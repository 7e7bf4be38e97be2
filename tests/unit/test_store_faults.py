"""Every file that can't be opened is refused in one sentence and not touched."""

import json
import os
import re
import sqlite3
import stat
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from store_sample import HV1, INFO, answer, attach, evidence, result, small_audit, standing, state, ticking
from test_verify import rebuilt

from app.errors import StoreError
from app.store import codec, connection, schema
from app.store.auditfile import AuditFile
from app.store.codec import to_json
from app.store.encoded import encode_look
from app.store.verify import verify


def _patched(path: Path, offset: int, data: bytes) -> None:
    content = bytearray(path.read_bytes())
    content[offset : offset + len(data)] = data
    path.write_bytes(content)


def _foreign_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE t (a)")
    database.close()


def _sql(statement: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        database = sqlite3.connect(path)
        database.execute(statement)
        database.commit()
        database.close()

    return spoil


FAULTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (Path.unlink, "There is no file"),
    "empty": (lambda path: path.write_bytes(b""), "is empty"),
    "text": (lambda path: path.write_text("hosts:\n" * 50), "is no audit file of Bartizan"),
    "foreign database": (_foreign_database, "is a database of another program"),
    "newer": (_sql(f"PRAGMA user_version = {schema.VERSION + 1}"), "was made by a newer Bartizan"),
    "no version": (_sql("PRAGMA user_version = 0"), "is damaged"),
    "only a few bytes": (lambda path: path.write_bytes(b"SQLite format 3\0\0\0"), "is cut short"),
    "truncated": (lambda path: os.truncate(path, path.stat().st_size // 2), "is cut short"),
    "wal": (lambda path: _patched(path, 18, b"\x02\x02"), "is damaged"),
    "overwritten": (lambda path: _patched(path, 100, b"\xff" * 3000), "is damaged"),
    "another table": (_sql("CREATE TABLE t (a)"), "its tables are not those of schema"),
    "a trigger": (
        _sql("CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END"),
        "its tables are not those",
    ),
    "a view": (_sql("CREATE VIEW v AS SELECT * FROM entry"), "its tables are not those"),
    "a column": (_sql("ALTER TABLE entry ADD COLUMN note"), "its tables are not those"),
    "no entries": (_sql("DELETE FROM entry"), "doesn't begin with the creation"),
    "first entry gone": (_sql("DELETE FROM entry WHERE seq = 1"), "at entry 2 (run-started"),
    "an entry edited": (_sql("UPDATE entry SET payload = '{}' WHERE seq = 3"), "at entry 3 (target, 2026-11-23T"),
    "bytes for text": (_sql("UPDATE entry SET payload = x'ff00' WHERE seq = 3"), "columns are of other types"),
    "no text at all": (_sql("UPDATE entry SET payload = CAST(x'ff00' AS TEXT) WHERE seq = 3"), "is damaged"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_file_is_refused_in_one_sentence_and_not_changed(tmp_path: Path, fault: str) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    spoil, words = FAULTS[fault]
    spoil(path)
    before = path.read_bytes() if path.exists() else None
    for readonly in (False, True):
        with pytest.raises(StoreError) as caught:
            AuditFile.open(path, readonly=readonly)
        assert words in str(caught.value)
        assert str(path) in str(caught.value)
        assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.exists() else None) == before
    assert [one.name for one in tmp_path.iterdir()] == ([path.name] if before is not None else [])


@pytest.mark.parametrize("readonly", [False, True])
@pytest.mark.parametrize(
    "name", ["no such\n.bartizan", "a%20b?c#d.bartizan", "folder/none.bartizan", "x" * 300, "a\0b"]
)
def test_a_wrong_path_never_becomes_a_file(tmp_path: Path, name: str, readonly: bool) -> None:
    with pytest.raises(StoreError):
        AuditFile.open(tmp_path / name, readonly=readonly)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_a_link_and_a_pipe_are_refused(tmp_path: Path) -> None:
    real = small_audit(tmp_path / "real.bartizan")
    (tmp_path / "folder.bartizan").mkdir()
    (tmp_path / "link.bartizan").symlink_to(real)
    (tmp_path / "dangling.bartizan").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe.bartizan")
    for name, words in {
        "folder": "is a folder",
        "link": "symbolic link",
        "dangling": "symbolic link",
        "pipe": "no regular",
    }.items():
        path = tmp_path / f"{name}.bartizan"
        for attempt in (AuditFile.open, verify):
            with pytest.raises(StoreError, match=words):
                attempt(path)
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize("name", ["Audit %41 ?#&;'\".bartizan", "ünï 漢字.bartizan", "-rf.bartizan", " .bartizan"])
def test_any_file_name_works(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with AuditFile.create(path, INFO) as audit:
        answer(audit)
    with AuditFile.open(path) as audit:
        assert len(audit.overrides()) == 1
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert verify(path).whole


@pytest.mark.parametrize("letter", ["n", "ä", "漢"])
def test_a_name_that_leaves_no_room_for_the_journal_is_refused(tmp_path: Path, letter: str) -> None:
    """File systems count bytes; the longest name that is taken can be written, too."""
    most = os.pathconf(tmp_path, "PC_NAME_MAX") - len("-journal")
    count, rest = divmod(most - len(".bartizan"), len(letter.encode()))
    name = "x" * rest + letter * count + ".bartizan"
    with AuditFile.create(tmp_path / name, INFO) as audit:
        answer(audit)
    long = tmp_path / f"x{name}"
    with pytest.raises(StoreError, match=rf"this name has {most + 1} bytes; that of an audit file has {most} at most"):
        AuditFile.create(long, INFO)
    assert [one.name for one in tmp_path.iterdir()] == [name]
    (tmp_path / name).rename(long)  # as somebody may have done
    with AuditFile.open(long) as audit:
        assert audit.readonly_reason == (
            f"{long} has too long a name to be written, so it is shown read-only; give it a shorter one."
        )
        assert len(audit.overrides()) == 1


def test_create_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "a.bartizan"
    path.write_text("mine")
    (tmp_path / "link.bartizan").symlink_to(tmp_path / "target")
    for taken in (path, tmp_path / "link.bartizan"):
        with pytest.raises(StoreError, match="exists already"):
            AuditFile.create(taken, INFO)
    with pytest.raises(StoreError, match="there is no folder"):
        AuditFile.create(tmp_path / "none" / "a.bartizan", INFO)
    assert path.read_text() == "mine"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.bartizan", "link.bartizan"]


def test_a_failed_creation_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    monkeypatch.setattr("app.store.newfile._move", full)
    with pytest.raises(StoreError, match="can't be created: No space left on device"):
        AuditFile.create(tmp_path / "a.bartizan", INFO)
    assert list(tmp_path.iterdir()) == []


def test_create_works_where_there_are_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", without)
    path = tmp_path / "a.bartizan"
    AuditFile.create(path, INFO).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert verify(path).whole


def test_a_write_protected_audit_opens_read_only_and_says_so(tmp_path: Path) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    path.chmod(0o400)
    before = path.read_bytes()
    with AuditFile.open(path) as audit:
        assert audit.readonly
        assert "write-protected" in audit.readonly_reason
        assert len(audit.overrides()) == 3
        with pytest.raises(StoreError, match="write-protected"):
            answer(audit)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_an_audit_in_a_protected_folder_opens_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    monkeypatch.setattr(os, "access", lambda place, mode: Path(place) != tmp_path)
    with AuditFile.open(path) as audit:
        assert "The folder of" in audit.readonly_reason


def test_a_file_locked_by_another_program_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    path = small_audit(tmp_path / "a.bartizan")
    audit = AuditFile.open(path)
    seal = audit.seal
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    for attempt in (lambda: AuditFile.open(path, readonly=True), lambda: answer(audit)):
        with pytest.raises(StoreError, match="locked by another program"):
            attempt()
    assert "locked by another program" in verify(path).problem
    other.execute("ROLLBACK")
    other.close()
    assert audit.seal == seal
    answer(audit)
    audit.close()
    assert verify(path).whole


def test_a_full_disk_keeps_what_was_there_and_nothing_of_the_change(tmp_path: Path) -> None:
    path = tmp_path / "a.bartizan"
    with AuditFile.create(path, INFO, [state().target], clock=ticking()) as audit:
        answer(audit)
        seal = audit.seal
        (pages,) = audit._database.execute("PRAGMA page_count").fetchone()
        audit._database.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError, match="the disk is full"):
            audit.record(state(), [evidence(output=os.urandom(100_000))], [result()])
        assert audit.seal == seal
        assert standing(audit) == ()
        audit._database.execute("PRAGMA max_page_count = 1000000")
        audit.record(state(), [evidence()], [result()])
        assert standing(audit) == (result(),)
    assert verify(path).whole


def test_what_another_program_added_is_taken_in_before_writing(tmp_path: Path) -> None:
    """Two names for one file defeat the lock beside it; the chain must stay one chain all the same."""
    path = tmp_path / "a.bartizan"
    with AuditFile.create(path, INFO) as one:
        os.link(path, tmp_path / "b.bartizan")
        with AuditFile.open(tmp_path / "b.bartizan") as two:
            first = answer(two, by="two")
            second = answer(one, by="one")
            assert [item.by for item in one.overrides()] == ["two", "one"]
            assert not one.refresh()
            assert two.refresh()
            assert [item.id for item in two.overrides()] == [first.id, second.id]
    assert verify(path).whole


@pytest.mark.parametrize(
    ("met", "said"),
    [
        (sqlite3.DatabaseError("database disk image is malformed"), " is damaged (database disk image is malformed): "),
        (StoreError("content 12ab was altered or damaged"), ": content 12ab was altered or damaged"),
    ],
)
def test_what_is_wrong_with_content_names_its_file_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, met: Exception, said: str
) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    with AuditFile.open(path) as audit:

        def fail(*_given: object) -> bytes:
            raise met

        monkeypatch.setattr("app.store.content.get", fail)
        with pytest.raises(StoreError) as told:
            audit.evidence()["hv1/sshd"]
    assert str(told.value).startswith(f"{path}{said}")
    assert str(told.value).count(str(path)) == 1


def test_a_chain_that_another_program_made_anew_is_not_gone_on_with(tmp_path: Path) -> None:
    """As long, and sound in itself: what stands there is no longer what this program read."""
    path = small_audit(tmp_path / "a.bartizan")
    with AuditFile.open(path) as audit:
        database = sqlite3.connect(path)
        rebuilt(database, lambda rows: rows[-1].__setitem__(2, str(rows[-1][2]).replace("one more host", "none")))
        database.commit()
        database.close()
        look = encode_look(state(), [evidence()], [result()])
        with pytest.raises(StoreError, match="was changed by another program just now"):
            audit.write(look)
        with pytest.raises(StoreError, match="was altered or damaged"):
            answer(audit)
    assert verify(path).entries == 16


@pytest.mark.parametrize(
    "alter",
    [
        "UPDATE content SET data = zeroblob(length(data))",
        "UPDATE content SET data = zeroblob(size), packed = 0",
        "UPDATE content SET data = CAST(data || zeroblob(1) AS BLOB)",
        "UPDATE content SET data = CAST(data AS TEXT)",
    ],
)
def test_altered_evidence_is_never_shown(tmp_path: Path, alter: str) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    _sql(alter)(path)
    assert "damaged, first at entry 2" in verify(path).problem
    with AuditFile.open(path) as audit:
        with pytest.raises(StoreError, match="damaged"):
            standing(audit)
        with pytest.raises(StoreError, match="damaged"):
            audit.evidence()["hv1/sshd"]
    _sql("DELETE FROM content")(path)
    with AuditFile.open(path) as audit, pytest.raises(StoreError, match="is missing"):
        standing(audit)


def _cut_off(folder: Path) -> Path:
    """What a kill in the middle of a write leaves: pages already changed, and a journal that undoes them."""
    path = small_audit(folder / "a.bartizan")
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = TRUNCATE")
    database.execute("PRAGMA cache_size = 2")
    database.execute("BEGIN IMMEDIATE")
    for number in range(2000):
        database.execute("INSERT INTO entry VALUES (?, '', '', ?, '', '')", (1000 + number, "x" * 500))
    killed = folder / "killed.bartizan"
    killed.write_bytes(path.read_bytes())
    connection.journal(killed).write_bytes(connection.journal(path).read_bytes())
    database.execute("ROLLBACK")
    database.close()
    return killed


def test_half_a_transaction_is_undone_on_opening_and_on_reading(tmp_path: Path) -> None:
    killed = _cut_off(tmp_path)
    whole = verify(tmp_path / "a.bartizan")
    before = killed.read_bytes(), connection.journal(killed).read_bytes()
    assert len(before[0]) > 100_000
    assert verify(killed) == whole
    with AuditFile.open(killed, readonly=True) as audit:
        assert audit.seal == whole.seal
    assert (killed.read_bytes(), connection.journal(killed).read_bytes()) == before
    with AuditFile.open(killed) as audit:
        assert audit.seal == whole.seal
        answer(audit)
    assert not connection.journal(killed).exists()
    assert verify(killed).entries == whole.entries + 1


def test_the_settings_that_durability_and_safety_rest_on(tmp_path: Path) -> None:
    def setting(audit: AuditFile, name: str) -> object:
        return audit._database.execute(f"PRAGMA {name}").fetchone()[0]

    with AuditFile.create(tmp_path / "a.bartizan", INFO) as audit:
        assert setting(audit, "synchronous") == 2  # FULL
        assert setting(audit, "journal_mode") == "truncate"
        assert setting(audit, "trusted_schema") == 0
        with AuditFile.open(audit.path) as second:
            assert setting(second, "query_only") == 1
            assert setting(second, "trusted_schema") == 0


def test_a_name_taken_while_the_file_is_made_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.bartizan"
    link = os.link

    def late(old: Path, new: Path) -> None:
        new.write_text("theirs")
        link(old, new)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(StoreError, match="exists already"):
        AuditFile.create(path, INFO)
    assert (path.read_text(), [one.name for one in tmp_path.iterdir()]) == ("theirs", [path.name])
    path.unlink()

    def unlinkable(old: Path, new: Path) -> None:
        new.write_text("theirs")
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", unlinkable)
    with pytest.raises(StoreError, match="exists already"):
        AuditFile.create(path, INFO)
    assert path.read_text() == "theirs"


@pytest.mark.parametrize("kind", ["a pipe", "a link", "a folder"])
def test_a_journal_that_is_no_file_is_refused_and_not_read(tmp_path: Path, kind: str) -> None:
    """An archive that somebody sends may hold a link to a device without end."""
    path = small_audit(tmp_path / "a.bartizan")
    beside = connection.journal(path)
    if kind == "a pipe":
        os.mkfifo(beside)
    elif kind == "a link":
        beside.symlink_to("/dev/zero")
    else:
        beside.mkdir()
    before = path.read_bytes()
    for act in (verify, AuditFile.open):
        with pytest.raises(StoreError, match=r"a\.bartizan-journal beside it is no regular file; move that away"):
            act(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("act", [verify, AuditFile.open, partial(AuditFile.open, readonly=True)])
def test_a_journal_far_larger_than_the_audit_is_not_copied(tmp_path: Path, act: Callable[[Path], object]) -> None:
    """A file of holes takes no room where it was made, and all of it where it is copied to."""
    path = small_audit(tmp_path / "a.bartizan")
    beside = connection.journal(path)
    beside.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
    os.truncate(beside, 5 << 40)
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"a\.bartizan-journal beside it has 5242880 MiB, far more than"):
        act(path)
    assert (path.read_bytes(), beside.stat().st_size) == (before, 5 << 40)


@pytest.mark.parametrize("act", [verify, AuditFile.open, partial(AuditFile.open, readonly=True)])
def test_a_write_ahead_log_beside_the_audit_is_not_read_in_its_place(
    tmp_path: Path, act: Callable[[Path], object]
) -> None:
    path = small_audit(tmp_path / "a.bartizan")
    before = path.read_bytes()
    other = tmp_path / "other.bartizan"
    other.write_bytes(before)
    database = sqlite3.connect(other, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("UPDATE entry SET payload = '{}'")
    (tmp_path / "a.bartizan-wal").write_bytes((tmp_path / "other.bartizan-wal").read_bytes())
    database.close()
    with pytest.raises(StoreError, match=r"a\.bartizan-wal beside it isn't Bartizan's, .*; move that away"):
        act(path)
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.glob("a.*")) == ["a.bartizan", "a.bartizan-wal"]


def test_a_copy_that_the_disk_has_no_room_for_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _cut_off(tmp_path)
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1 << 20))
    monkeypatch.setattr("shutil.copyfile", lambda *_: pytest.fail("was copied"))
    os.truncate(path, 3 << 30)
    with pytest.raises(StoreError, match=r"undoing that in a copy needs 307\d MiB in .*, where 1 are free; free some"):
        AuditFile.open(path, readonly=True)


def test_json_beyond_every_audit_is_not_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packed, it is a few kilobytes of a file that somebody sends; decoded, it is gigabytes."""
    monkeypatch.setattr(codec, "LONGEST", 2 << 20)
    bomb = "[" + "{}," * (1 << 20) + "{}]"
    path = tmp_path / "a.bartizan"
    with monkeypatch.context() as unbound, AuditFile.create(path, INFO, [HV1]) as audit:
        unbound.setattr(codec, "LONGEST", 8 << 20)
        unbound.setattr(codec, "to_json", lambda value: json.loads(bomb) if value == () else to_json(value))
        audit.record(state(), [evidence()], [])
    said = r"it holds 3 MiB of JSON, more than the 2 that Bartizan writes"
    assert re.search(rf"first at entry 2 .*: {said}\.", verify(path).problem)
    with AuditFile.open(path) as audit:
        with pytest.raises(StoreError, match=said):
            standing(audit)
        with pytest.raises(StoreError, match=r"3 MiB of JSON are more than the 2 that one entry or list may have"):
            audit.set_info(replace(INFO, title="x" * (3 << 20)))
        assert audit.info.title == INFO.title
        large = attach(audit, "large.bin", bytes(3 << 20))
    assert AuditFile.open(path, readonly=True).attachment(large.sha256) == bytes(3 << 20)
