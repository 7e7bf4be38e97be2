"""Names of audits and files, people at the keyboard, and reports of bugs."""

import getpass
import socket
from datetime import UTC, datetime
from pathlib import Path
from weakref import WeakValueDictionary

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crash import crash_report, scrub
from app.naming import file_name, free_path, local_title, named_after
from app.people import account_name
from app.places import program_root
from app.record import AuditInfo
from app.store.auditfile import AuditFile


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Data centre North, autumn", "Data centre North, autumn.bartizan"),
        ("../../etc/passwd", "etc-passwd.bartizan"),
        ("a:b*c?d", "a-b-c-d.bartizan"),
        ("...", "audit.bartizan"),
        ("", "audit.bartizan"),
        ("Größe", "Größe.bartizan"),
    ],
)
def test_a_file_name_says_the_title(title: str, name: str) -> None:
    assert file_name(title) == name


@given(st.text(max_size=300))
def test_no_title_leaves_the_folder(title: str) -> None:
    name = file_name(title)
    assert Path(name).name == name
    assert len(name) < 100
    assert not name.startswith(".")


@pytest.mark.parametrize("letter", ["n", "ä", "漢", "𠀀"])
def test_an_audit_of_any_long_title_can_be_kept(tmp_path: Path, letter: str) -> None:
    """Its journal has a longer name yet, and file systems count bytes."""
    title = letter * 300
    first = free_path(tmp_path, title)
    first.touch()
    assert named_after(first, title)
    with AuditFile.create(free_path(tmp_path, title), AuditInfo(id="", title=title)) as audit:
        audit.set_info(AuditInfo(id="", title="shorter"))
        assert audit.path != first


def test_a_file_is_never_overwritten(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = free_path(tmp_path, "North")
        path.touch()
        names.append(path.name)
    assert names == ["North.bartizan", "North 2.bartizan", "North 3.bartizan"]


def test_the_title_of_a_quick_audit() -> None:
    assert local_title(datetime(2026, 11, 5, tzinfo=UTC)).endswith(", 2026-11-05")


def test_root_is_nobody_who_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "root")
    assert account_name() == ""


def test_an_account_without_an_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "no-such-account-here")
    assert account_name() == "no-such-account-here"

    def nobody() -> str:
        raise KeyError("uid")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert account_name() == ""


@pytest.fixture
def _no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever secrets other tests of this process still hold, "x" among them, are none of this report's."""
    monkeypatch.setattr("app.secrecy._holders", WeakValueDictionary())


def test_a_crash_report_names_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "operations-laptop")
    monkeypatch.setattr(getpass, "getuser", lambda: "lovelace")
    text = f"{Path.home()}/x password=tr0ub4dor audit@hv1.example 192.0.2.10 fe80::1:2:3 operations-laptop lovelace"
    shown = scrub(text)
    for secret in ("tr0ub4dor", "hv1.example", "192.0.2.10", "fe80::1", "operations-laptop", "lovelace"):
        assert secret not in shown
    assert str(Path.home()) + "/" not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('{\'password\': \'hunter2\', "passphrase": "pa \\" ss"}', "{'password': <hidden>, \"passphrase\": <hidden>}"),
        ("Passwort: geheim, token=abc; secret is s3cret", "Passwort: <hidden>, token=<hidden>; secret is <hidden>"),
        ("Authorization: Bearer eyJhbGciOi.x-y", "Authorization: Bearer <hidden>"),
        ("sent basic dXNlcjpwdw==", "sent basic <hidden>"),
        ("https://ada:pw@git.example/x", "https://<account>@git.example/x"),
        ("ssh ada@hv1.example.org:22", "ssh <account>:22"),
        ("fe80::1%eth0 [::1]:22 2001:db8::5 ::ffff:192.0.2.1", "<address> [<address>]:22 <address> <address>"),
        ("52:54:00:12:34:56 and 192.0.2.7:22", "<address> and <address>:22"),
        (
            "/home/ada/.ssh/id /Users/ada/x C:\\Users\\ada\\x.txt",
            "/home/<user>/.ssh/id /Users/<user>/x C:\\Users\\<user>\\x.txt",
        ),
        ("key SHA256:nDgPq0b5n1C9Vt3m2Yk8sR7wQxZ4uH6aLfE5dJcB1oM ends", "key SHA256:<fingerprint> ends"),
        ("a\n-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\nb", "a\n<key>\nb"),
        ("-----BEGIN EC PRIVATE KEY-----\nb3Bl and no end", "<key>"),
        # What only looks like something of the kind stays: the report is of use to somebody.
        ("16:30:00 of 2026-11-29T16:30:00+00:00", "16:30:00 of 2026-11-29T16:30:00+00:00"),
        ("std::vector, ui.menus.Menus, line 76, 6.18.44", "std::vector, ui.menus.Menus, line 76, 6.18.44"),
        ("the passwords were read; compass: north; secretary", "the passwords were read; compass: north; secretary"),
    ],
)
@pytest.mark.usefixtures("_no_secrets")
def test_what_may_not_leave_is_taken_out_and_nothing_else(text: str, shown: str) -> None:
    assert scrub(text) == shown


@pytest.mark.usefixtures("_no_secrets")
def test_names_that_are_known_are_numbered() -> None:
    names = ("hv1.example.org", "hv1", "Ada Lovelace", "db", "Data centre North")
    text = "hv1.example.org, hv1 and hv10 of Ada Lovelace in Data centre North.bartizan, db.execute"
    assert scrub(text, names) == "<name 1>, <name 2> and hv10 of <name 3> in <name 5>.bartizan, db.execute"


def test_where_the_program_stands_is_nobodys_business() -> None:
    assert scrub(f'File "{program_root()}/ui/menus.py"') == 'File "<program>/ui/menus.py"'


def test_a_crash_report_says_what_and_where() -> None:
    try:
        int("x")
    except ValueError as error:
        text = crash_report(ValueError, error, error.__traceback__)
    assert "Bartizan" in text
    assert "Python" in text
    assert "ValueError" in text
    assert "test_naming.py" in text
