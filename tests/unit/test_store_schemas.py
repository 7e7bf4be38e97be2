"""Files of every schema that was ever released can still be opened, read to the last value, and brought forward."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_sample import HV1, HV2, INFO, answer, awaiting, evidence, result, standing, state

from app.errors import StoreError
from app.store import schema
from app.store.auditfile import AuditFile
from app.store.verify import verify

FILES = Path(__file__).parent / "store_files"
# Made by store_sample.small_audit() of the program that had the schema, and never made again.
SEALS = {1: "d49a43feca0d233bc26adfb5a4e5ad743832a58417e6c38847d1e2172f5a6573"}


def test_there_is_a_file_of_every_schema() -> None:
    assert sorted(SEALS) == list(range(1, schema.VERSION + 1))
    names = {f"schema-{version}.bartizan" for version in SEALS}
    assert {one.name for one in FILES.iterdir()} == {*names, "schema-1-whole.bartizan"}


@pytest.fixture(params=sorted(SEALS))
def released(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[int, Path]:
    return request.param, Path(shutil.copy(FILES / f"schema-{request.param}.bartizan", tmp_path))


def test_a_released_file_says_what_it_said(released: tuple[int, Path]) -> None:
    version, path = released
    assert verify(path, SEALS[version]).whole
    with AuditFile.open(path) as audit:
        assert audit.seal == SEALS[version]
        assert audit.targets == (HV2, HV1)
        assert (audit.info.title, audit.info.state, audit.info.profile) == (INFO.title, "open", INFO.profile)
        assert audit.states()[1] == state()
        assert standing(audit) == (result(), awaiting(), awaiting("2.1-a"))
        assert audit.evidence()["hv1/sshd"] == evidence()
        assert [(one.item, one.kind, one.review) for one in audit.overrides()] == [
            ("4.1-a", "signoff", "accepted"),
            ("2.1-a", "signoff", "submitted"),
            ("4.1-a", "withdrawn", ""),
        ]
        (attached,) = audit.overrides()[0].attachments
        assert audit.attachment(attached.sha256) == bytes(range(256)) * 8
        answer(audit)
    assert verify(path).whole


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A program that is one schema ahead."""
    schema.expected.cache_clear()
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, ("CREATE TABLE later (a INTEGER)",)))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    yield
    schema.expected.cache_clear()


@pytest.mark.usefixtures("next_schema")
def test_an_older_file_is_brought_forward_once_it_is_opened_for_writing(released: tuple[int, Path]) -> None:
    version, path = released
    before = path.read_bytes()
    with pytest.raises(StoreError, match=f"has the older schema {version}: open it once where it can be written"):
        AuditFile.open(path, readonly=True)
    assert verify(path).whole
    assert path.read_bytes() == before
    for _ in range(2):
        with AuditFile.open(path) as audit:
            assert audit.seal == SEALS[version]
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    assert database.execute("SELECT count(*) FROM later").fetchone() == (0,)
    database.close()
    assert verify(path, SEALS[version]).whole


def test_a_migration_that_fails_changes_nothing(
    released: tuple[int, Path], next_schema: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS[:-1], ("CREATE TABLE later (a)", "NONSENSE")))
    path = released[1]
    before = path.read_bytes()
    with pytest.raises(StoreError):
        AuditFile.open(path)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
