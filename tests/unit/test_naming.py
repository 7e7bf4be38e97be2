"""Names of audits and files, people at the keyboard, and reports of bugs."""

import getpass
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crash import crash_report, scrub
from app.naming import file_name, free_path, local_title
from app.people import account_name


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


def test_a_crash_report_names_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "operations-laptop")
    monkeypatch.setattr(getpass, "getuser", lambda: "lovelace")
    text = f"{Path.home()}/x password=tr0ub4dor audit@hv1.example 192.0.2.10 fe80::1:2:3 operations-laptop lovelace"
    shown = scrub(text)
    for secret in ("tr0ub4dor", "hv1.example", "192.0.2.10", "fe80::1", "operations-laptop", "lovelace"):
        assert secret not in shown
    assert str(Path.home()) + "/" not in shown


def test_a_crash_report_says_what_and_where() -> None:
    try:
        int("x")
    except ValueError as error:
        text = crash_report(ValueError, error, error.__traceback__)
    assert "Bartizan" in text
    assert "Python" in text
    assert "ValueError" in text
    assert "test_naming.py" in text
