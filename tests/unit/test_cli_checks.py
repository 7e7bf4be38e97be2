"""``bartizan checks``: what is checked and with which commands, one's own checks tried; and the keyring."""

import io
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_rig import Rig, make_rig
from content_sample import small_benchmark

from app import credentials
from app.cli import selftest
from app.errors import BartizanError, CredentialError
from app.model import Target
from app.transport.base import Secrets

MINE = """\
platform:
  id: mine
  title: Mine
  detect: 'test -d /'
  roles: [host]
  extends: [tiny]
probes:
  numbers:
    command: printf '%s\\n' 1 2 3
    parser: lines
checks:
  - id: mine.three
    item: 4.1-a
    title: There are three numbers
    expect: {fact: numbers.count, equals: 3}
    remediation: {any: Count again.}
  - id: mine.each
    item: 4.1-c
    title: Each number is small
    for_each: numbers.lines
    as: number
    expect: {fact: number, label: the number, at_most: 2}
    remediation: {any: Take a smaller one.}
  - id: mine.shown
    item: 4.2-b
    title: Numbers are shown
    collect: [numbers]
"""


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Rig:
    return make_rig(tmp_path, monkeypatch, capsys)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "platform.yaml").write_text(MINE)
    return folder


def test_list(cli: Rig, mine: Path) -> None:
    ran = cli("checks", "list")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "4.1-a     high     automated host       1 checks   Item 4.1-a"
    assert lines[3].split()[4] == "question"
    assert lines[5].split()[4] == "collects"
    assert lines[-1] == "12 items, 3 checks that decide, 2 that collect"
    assert len(lines) == 13
    ran = cli("checks", "list", "--checks", str(mine))
    assert ran.out.splitlines()[-1] == "12 items, 5 checks that decide, 3 that collect"
    assert cli("checks", "list", "--checks", str(mine), "--platform", "tiny").out == "\n".join([*lines, ""])
    assert "2 checks" in cli("checks", "list", "--checks", str(mine), "--platform", "mine").out.splitlines()[0]


def test_show_an_item(cli: Rig) -> None:
    ran = cli("checks", "show", "4.1-c")
    assert (ran.status, ran.err) == (0, "")
    for text in (
        "4.1-c  Item 4.1-c",
        "critical, automated, scope both, answers threats 2.3.1",
        "must hold    It holds.",
        "why          It matters.",
        "tiny.size  (4.1-c)  The size is at most three",
        "user         settings: echo colour=green; echo size=4",
        "mend (any)   Cut it down.",
        "mend (debian) apt-get remove size.",
    ):
        assert text in ran.out
    assert "tiny: no command decides it: Nothing on this platform says it" in cli("checks", "show", "6.2-a").out


def test_show_a_check(cli: Rig, mine: Path) -> None:
    ran = cli("checks", "show", "mine.three", "--checks", str(mine))
    assert ran.out.startswith("\nmine.three  (4.1-a)  There are three numbers\n")
    assert "numbers: printf '%s\\n' 1 2 3" in ran.out


def test_commands_are_printed_whole(cli: Rig, mine: Path) -> None:
    ran = cli("checks", "commands", "--platform", "mine", "--checks", str(mine))
    assert ran.status == 0
    known = {probe.command for addendum in small_benchmark().addenda for probe in addendum.probes}
    for command in [*known, "printf '%s\\n' 1 2 3"]:
        assert f"\n{command}\n" in ran.out
    assert "# mine: found where: test -d /\n" in ran.out
    assert "# numbers (user, at most 30 s)\n" in ran.out
    assert "numbers" not in cli("checks", "commands", "--platform", "tiny", "--checks", str(mine)).out


def test_validate(cli: Rig, mine: Path) -> None:
    ran = cli("checks", "validate", str(mine))
    assert (ran.status, ran.out) == (0, "No faults: 12 items, 2 addenda, 8 checks\n")
    assert cli("checks", "validate", str(mine / "platform.yaml")).status == 0


def test_validate_the_projects_own(cli: Rig) -> None:
    own = cli.folder.parent / "content" / "checks" / "platforms" / "tiny"
    assert cli("checks", "validate", str(own)).out == "No faults: 12 items, 1 addenda, 5 checks\n"
    (own / "platform.yaml").write_text("platform: {}\n")
    assert cli("checks", "validate", str(own)).status == 3


def test_try(cli: Rig, mine: Path) -> None:
    ran = cli("checks", "try", str(mine), "--on", "this-computer")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "pass           mine.three  count is 3.",
        "pass           mine.each [1]  The number is 1.",
        "pass           mine.each [2]  The number is 2.",
        "fail           mine.each [3]  The number is 3, must be at most 2.",
        "collects       mine.shown  numbers",
    ]
    assert cli.files == set()


def test_try_where_it_does_not_apply(cli: Rig, mine: Path) -> None:
    (mine / "platform.yaml").write_text(MINE.replace("test -d /", "test -d /nowhere"))
    ran = cli("checks", "try", str(mine), "--on", "this-computer")
    assert ran.out == "mine: doesn't apply to this-computer (its `detect` was not true there)\n"


def test_judging_again_says_which_checks_it_was_not_given(cli: Rig, mine: Path) -> None:
    """What they failed may pass by the others alone."""
    assert cli("audit", "--local", "--out", "a.bartizan", "--checks", str(mine)).status == 1
    ran = cli("judge", "a.bartizan")
    (said,) = ran.complaints
    assert said == (
        "a.bartizan: it was judged with checks that are not given now (mine), so what they decided isn't decided by "
        "them any more; to judge with them, give their folder: --checks."
    )
    assert ran.out.endswith("Judged again: 1 target\n")
    assert cli("judge", "a.bartizan", "--checks", str(mine)).complaints == []


def test_try_on_a_host_that_is_not_there(cli: Rig, mine: Path) -> None:
    ran = cli("checks", "try", str(mine), "--on", "127.0.0.1:1")
    assert ran.status != 0
    (said,) = ran.complaints
    assert said.startswith("127.0.0.1:1: nothing listens")


# --- the keyring -----------------------------------------------------------------------------------------------------


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Any, Any]]:
    """What would have been asked of the keyring."""
    asked: list[tuple[str, Any, Any]] = []

    def save(target: Target, secrets: Secrets) -> None:
        asked.append(("save", target, secrets))

    def delete(target: Target, *purposes: Any) -> int:
        asked.append(("delete", target, purposes))
        return 2

    monkeypatch.setattr(credentials, "save", save)
    monkeypatch.setattr(credentials, "delete", delete)
    return asked


def type_(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


@pytest.mark.parametrize(("options", "field"), [([], "password"), (["--sudo"], "sudo")])
def test_login(cli: Rig, monkeypatch: pytest.MonkeyPatch, keyring: Any, options: list[str], field: str) -> None:
    what = {"password": "password", "sudo": "sudo password"}[field]
    type_(monkeypatch, "hunter2\nmore\n")
    ran = cli("login", "audit@hv1:2222", *options)
    assert (ran.status, ran.out, ran.err) == (0, f"The {what} for hv1 is kept in the keyring\n", "")
    ((_, target, secrets),) = keyring
    assert (target.user, target.address, target.port) == ("audit", "hv1", 2222)
    given = {name: getattr(secrets, name) for name in ("password", "passphrase", "sudo")}
    assert given == {"password": None, "passphrase": None, "sudo": None, field: "hunter2"}


def test_login_with_a_key(cli: Rig, monkeypatch: pytest.MonkeyPatch, keyring: Any) -> None:
    (cli.folder / "key").write_text("x")
    type_(monkeypatch, "hunter2\n")
    assert cli("login", "hv1", "--key", "key").out == "The passphrase of key for hv1 is kept in the keyring\n"
    ((_, target, secrets),) = keyring
    assert (target.identity, secrets.passphrase, secrets.password) == ("key", "hunter2", None)


def test_login_without_a_secret(cli: Rig, monkeypatch: pytest.MonkeyPatch, keyring: Any) -> None:
    type_(monkeypatch, "")
    ran = cli("login", "hv1")
    assert (ran.status, ran.complaints) == (3, ["No secret was given; nothing was kept."])
    assert keyring == []


def test_logout(cli: Rig, keyring: Any) -> None:
    assert cli("logout", "audit@hv1").out == "2 secrets of hv1 deleted\n"
    assert cli("logout", "audit@hv1", "--sudo").status == 0
    assert keyring[1][2] == (("sudo",),)


def test_no_keyring(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_given: object) -> None:
        raise CredentialError("There is no keyring on this system; use --secrets or an agent.")

    monkeypatch.setattr(credentials, "save", none)
    type_(monkeypatch, "hunter2\n")
    ran = cli("login", "hv1")
    assert ran.status == 3
    assert ran.complaints == ["There is no keyring on this system; use --secrets or an agent. Nothing was kept."]


def test_an_audit_goes_on_without_a_keyring(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_given: object) -> None:
        raise CredentialError("There is no keyring on this system.")

    monkeypatch.setattr(credentials, "_SYSTEM", credentials.Credentials(none))
    ran = cli("audit", "127.0.0.1:1", "127.0.0.1:2", "127.0.0.1:3", "--out", "a.bartizan")
    assert ran.status == 2
    said = "There is no keyring on this system. Going on without saved passwords."
    assert ran.err.count(f"bartizan: {said}\n") == 1


class Memory:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.entries: dict[str, str] = {}

    def get_password(self, _service: str, name: str) -> str | None:
        return self.entries.get(name)

    def set_password(self, _service: str, name: str, secret: str) -> None:
        self.entries[name] = secret

    def delete_password(self, _service: str, name: str) -> None:
        del self.entries[name]


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    made = Memory()
    monkeypatch.setattr(credentials, "_SYSTEM", credentials.Credentials(lambda: made))
    return made


def test_in_listed_and_out_again(cli: Rig, monkeypatch: pytest.MonkeyPatch, memory: Memory) -> None:
    assert cli("login", "--list").out == "The keyring holds nothing of Bartizan\n"
    (cli.folder / "key").write_text("x")
    for options in ([], ["--sudo"], ["--key", "key"]):
        type_(monkeypatch, "hunter2\r\n")
        assert cli("login", "audit@HV1", *options).status == 0
    listed = cli("login", "--list").out.splitlines()
    assert listed == [f"passphrase {cli.folder / 'key'}", "password audit@hv1:22", "sudo audit@hv1:22"]
    assert {memory.entries[name] for name in listed} == {"hunter2"}
    assert cli("logout", "audit@hv1", "--sudo").out == "1 secret of hv1 deleted\n"
    assert cli("logout", "password audit@hv1:22").out == "password audit@hv1:22 deleted\n"
    ran = cli("logout", "password audit@hv1:22")
    assert (ran.status, ran.complaints) == (
        3,
        ["'password audit@hv1:22' is not kept; `bartizan login --list` prints what is."],
    )
    assert cli("logout", "audit@hv1").out == "The keyring holds nothing of hv1\n"
    assert cli("logout", "audit@hv1", "--key", str(cli.folder / "key")).out == "1 secret of hv1 deleted\n"
    assert memory.entries == {"index": "[]"}


def test_a_host_of_an_inventory(cli: Rig, monkeypatch: pytest.MonkeyPatch, memory: Memory) -> None:
    text = "hosts: [{name: hv1, address: '2001:db8::5', user: audit, proxy_jump: bastion}]\n"
    (cli.folder / "hosts.yaml").write_text(text, encoding="utf-8")
    type_(monkeypatch, "hunter2\n")
    assert cli("login", "hv1", "--inventory", "hosts.yaml").status == 0
    name = "password audit@[2001:db8::5]:22 via bastion"
    assert memory.entries[name] == "hunter2"
    ran = cli("login", "hv2", "--inventory", "hosts.yaml")
    assert (ran.status, ran.complaints) == (3, ["hosts.yaml: names no host 'hv2'."])
    assert cli("logout", name).out == f"{name} deleted\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["login"], "Name a TARGET"),
        (["login", "hv1", "--list"], "--list stands alone"),
        (["login", "hv1", "--sudo", "--key", "key"], "Give either --sudo or --key FILE"),
        (["login", "hv1", "--key", "nowhere"], "nowhere: there is no such key file."),
        (["logout", "password x@y:22", "--sudo"], "A name of the list stands alone"),
    ],
)
def test_what_login_does_not_take(cli: Rig, memory: Memory, arguments: list[str], said: str) -> None:
    (cli.folder / "key").write_text("x")
    ran = cli(*arguments)
    assert ran.status == 3
    assert ran.complaints[0].startswith(said)
    assert memory.entries == {}


@pytest.mark.parametrize(("secret", "why"), [("a\0b\n", "holds a line break or a NUL"), ("x" * 5000, "is too long")])
def test_secrets_that_no_login_takes(
    cli: Rig, monkeypatch: pytest.MonkeyPatch, memory: Memory, secret: str, why: str
) -> None:
    type_(monkeypatch, secret)
    ran = cli("login", "hv1")
    assert ran.status == 3
    assert why in ran.complaints[0]
    assert memory.entries == {}


# --- self-test -------------------------------------------------------------------------------------------------------


def failing() -> str:
    raise BartizanError("missing: fonts")


@pytest.mark.parametrize(
    ("parts", "status", "out"),
    [
        ({"content": lambda: "12 items"}, 0, "ok       content: 12 items\n"),
        ({"resources": failing}, 4, "failed   resources: missing: fonts\n"),
        ({"keyring": failing}, 0, "missing  keyring: missing: fonts\n"),
    ],
)
def test_self_test(cli: Rig, monkeypatch: pytest.MonkeyPatch, parts: Any, status: int, out: str) -> None:
    monkeypatch.setattr(selftest, "PARTS", parts)
    ran = cli("self-test")
    assert (ran.status, ran.out) == (status, out)


@pytest.mark.parametrize("part", ["content", "resources", "PDF", "process"])
def test_parts_of_the_self_test(cli: Rig, part: str) -> None:
    assert selftest.PARTS[part]()
