"""What can't be: one sentence on standard error, the right exit status, and nothing lost or created."""

import io
import json
import os
import pty
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_rig import Rig, make_rig

from app.cli import common, main
from app.errors import StoreError

ROOT = Path(__file__).resolve().parents[2]
GONE = "There is no file none.bartizan; give the path where it is now."


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Rig:
    return make_rig(tmp_path, monkeypatch, capsys)


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["audit"], "Nothing to audit: name a TARGET, or give --local or --inventory FILE."),
        (["audit", "-x"], "No such option '-x'. Try --help."),
        (["audit", "--", "-oProxyCommand=x"], "'-oProxyCommand=x': '-oProxyCommand=x' is not a host name or address; "),
        (["audit", "hv1:0"], "'hv1:0': '0' is not a port; give a number from 1 to 65535."),
        (["audit", "ssh://["], "ssh://...: is not an address; write ssh://user@host:port."),
        (
            ["audit", "root:hunter2@hv1"],
            "A password must not stand in an address; give it when asked, or by --secrets.",
        ),
        (["audit", "hv1", "hv1"], "hv1:22: given twice; name each target once."),
        (
            ["audit", "--local", "--inventory", "none.yaml"],
            "none.yaml: there is no such file; give the path of an inventory.",
        ),
        (
            ["audit", "--local", "--checks", "none"],
            "none: there is no such folder; give a folder that holds *.yaml files.",
        ),
        (["audit", "--local", "--platform", "esx"], "this-computer: there is no platform esx; known are tiny."),
        (["audit", "--local", "--chapter", "9"], "--chapter 9: there is no such chapter; known are 4, 6."),
        (["audit", "--local", "--role", "server"], "Invalid value for '--role': "),
        (["audit", "--local", "--sudo", "yes"], "Invalid value for '--sudo': "),
        (
            ["audit", "--local", "--jobs", "0"],
            "Invalid value for '--jobs': 0 is not in the range 1<=x<=256. Try --help.",
        ),
        (["audit", "--local", "--jobs", "many"], "Invalid value for '--jobs': "),
        (["audit", "--local", "--deadline", "0"], "Invalid value for '--deadline': "),
        (
            ["audit", "--local", "--connect-timeout", "nan"],
            "Invalid value for '--connect-timeout': 'nan' is not a number of seconds from 0.1 to 600. Try --help.",
        ),
        (
            ["audit", "--local", "--connect-timeout", "0.09"],
            "Invalid value for '--connect-timeout': '0.09' is not a number of seconds from 0.1 to 600. Try --help.",
        ),
        (
            ["audit", "--local", "--probe-timeout", "soon"],
            "Invalid value for '--probe-timeout': 'soon' is not a number of seconds from 1 to 600. Try --help.",
        ),
        (["audit", "--local", "--known-hosts", "none"], "none: there is no such known_hosts file."),
        (
            ["audit", "--local", "--host-key", "MD5:aa"],
            "--host-key MD5:aa: write it as SHA256:..., as ssh-keygen -l prints it.",
        ),
        (
            ["audit", "--local", "--host-key", "SHA256:xxx"],
            "--host-key SHA256:xxx: write it as SHA256:..., as ssh-keygen -l prints it.",
        ),
        (["audit", "--local", "--secrets", "file"], "--secrets takes only - (standard input): a file with passwords "),
        (
            ["audit", "--local", "--pdf", "no/where.pdf"],
            "no/where.pdf: the folder no is not there; make it or choose another.",
        ),
        (["audit", "--local", "--pdf", "."], ".: is a folder; give the name of a file."),
        (["audit", "--local", "--json", "no/where.json"], "no/where.json: the folder no is not there; "),
        (["audit", "--local", "--pdf", "/proc/x.pdf"], "/proc/x.pdf: can't be written (No such file or directory); "),
        (["audit", "--local", "--pdf", "x", "--json", "x"], "x: given for --json and --pdf; name two files."),
        (["audit", "--local", "--pdf", "x", "--out", "./x"], "x: given for --pdf and --out; name two files."),
        (
            ["audit", "--local", "--carry", "none.bartizan"],
            GONE,
        ),
        (["audit", "--local", "--out", "no/where.bartizan"], ""),
        (["signoff", "none.bartizan", "--item", "4.1-a"], "Missing option '--by'. "),
        (
            ["signoff", "none.bartizan", "--item", "4.1-a", "--target", "hv1", "--by", "A", "--role", "b"],
            "An answer needs --item ID, --result and --remark, or --like NAME to copy one.",
        ),
        (
            ["report", "none.bartizan", "--format", "pdf", "--out", "x.pdf"],
            GONE,
        ),
        (["report", "none.bartizan", "--format", "doc", "--out", "x.pdf"], "Invalid value for '--format': "),
        (["verify", "none.bartizan"], GONE),
        (["judge", "none.bartizan"], GONE),
        (
            ["compare", "none.bartizan", "none.bartizan"],
            GONE,
        ),
        (["review", "none.bartizan", "--by", "B", "--remark", "x"], "Name at least one answer with --accept ID or "),
        (["review", "x", "--accept", "1", "--reject", "1", "--by", "B", "--remark", "x"], "1: can't be accepted and "),
        (["checks"], "checks: name one of its commands: commands, list, show, "),
        (["checks", "show", "4.1-z"], "4.1-z: there is no item or check of that id (did you mean 4.1-d?)."),
        (
            ["checks", "show", "tiny.color"],
            "tiny.color: there is no item or check of that id (did you mean tiny.colour?).",
        ),
        (["checks", "list", "--platform", "esx"], "There is no platform esx; known are tiny."),
        (["checks", "commands", "--platform", "esx"], "There is no platform esx; known are tiny."),
        (["checks", "validate", "none"], "none: there is no such file or folder."),
        (["checks", "validate"], "Missing argument 'PATHS...'. Try --help."),
        (["checks", "try", "none", "--on", "this-computer"], "none: there is no such folder; "),
        (["login", "-x@"], ""),
        (["login", "hv1", "--sudo", "--key", "k"], "Give either --sudo or --key FILE; call it twice to keep both."),
        (["login", "hv1", "--key", "none"], "none: there is no such key file."),
        (["nonsense"], "No such command 'nonsense'. Try --help."),
        (["--nonsense"], "No such option '--nonsense'. Try --help."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_one_sentence_and_status_three(cli: Rig, arguments: list[str], said: str) -> None:
    ran = cli(*arguments)
    assert (ran.status, ran.out) == (3, "")
    (complaint,) = ran.complaints
    assert complaint.startswith(said)
    assert complaint.endswith(".")
    assert complaint.isprintable()
    assert "hunter2" not in complaint


def test_a_closed_standard_input_is_no_terminal(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    ran = cli("audit", "--local", "--secrets", "-", "--out", "a.bartizan")
    said = "--secrets -: standard input is closed; pipe the JSON of your secret manager into it."
    assert (ran.status, ran.out, ran.complaints, cli.files) == (3, "", [said], set())
    assert cli.files == set()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "--secrets -: nothing came on standard input; "),
        (b"\xef\xbb\xbf \n", "--secrets -: not JSON; "),
        (b'{"hv1": {"password": "hunter2"', "--secrets -: not JSON; "),
        (b"\xff\xfe\xfd", "--secrets -: not JSON; "),
        (b"[" * 100_000, "--secrets -: not JSON; "),
        (b"9" * 5000, "--secrets -: not JSON; "),
        (b'["hunter2"]', "--secrets -: expected one JSON object by target name: "),
        (b'{"hv1": "hunter2"}', "--secrets -: hv1: expected an object with password, passphrase, sudo only."),
        (
            b'{"hv1": {"pasword": "hunter2"}}',
            "--secrets -: hv1: expected an object with password, passphrase, sudo only.",
        ),
        (b'{"hv1": {"password": 5}}', "--secrets -: hv1: each secret must be text."),
        (b" " * 1_000_001, "--secrets -: more than 1 MB; give one JSON object."),
        (b'{"hv1": {"password": "hunter2\\n"}}', "--secrets -: hv1: the password holds a line break or a NUL, "),
        (b'{"hv1": {"sudo": "hunter2\\u0000"}}', "--secrets -: hv1: the sudo password holds a line break or a NUL, "),
        (b'{"hv1": {"passphrase": "hunter2\\ud800"}}', "--secrets -: hv1: the passphrase holds half a character "),
        (b'{"hv1": {"password": ""}}', "--secrets -: hv1: the password is empty; "),
        (b'{"hv1": {"password": "hunter2"}, "hv1": {}}', "--secrets -: a name stands twice in one object; "),
        (b'{"hv1": {"sudo": "hunter2", "sudo": "other"}}', "--secrets -: a name stands twice in one object; "),
        (b'{"hv\\u001b1": ["hunter2"]}', "--secrets -: hv\\x1b1: expected an object with password, passphrase, sudo"),
    ],
    ids=range(18),
)
def test_secrets_that_cannot_be_read(cli: Rig, monkeypatch: pytest.MonkeyPatch, data: bytes, said: str) -> None:
    stdin(monkeypatch, data)
    ran = cli("audit", "--local", "--secrets", "-", "--out", "a.bartizan")
    assert (ran.status, ran.out) == (3, "")
    (complaint,) = ran.complaints
    assert complaint.startswith(said)
    assert "hunter2" not in complaint
    assert cli.files == set()


def test_secrets_from_a_terminal(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody types JSON with passwords on a terminal, where it would be seen; the program doesn't wait for it."""
    master, terminal = pty.openpty()
    with os.fdopen(terminal, "r") as stream, os.fdopen(master, "wb", buffering=0):
        monkeypatch.setattr(sys, "stdin", stream)
        ran = cli("audit", "--local", "--secrets", "-", "--out", "a.bartizan")
    assert ran.status == 3
    assert ran.complaints[0].startswith("--secrets -: standard input is a terminal; ")
    assert cli.files == set()


def test_secrets_of_nobody_are_said(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    (cli.folder / "hosts.yaml").write_text(
        "hosts: [{name: hv1, address: 127.0.0.1, port: 1, proxy_jump: bastion}]\n", encoding="utf-8"
    )
    stdin(
        monkeypatch, b'\xef\xbb\xbf{"hv1": {"sudo": "hunter2"}, "bastion": {"password": "hunter2"}, "hv2": {}, "x": {}}'
    )
    ran = cli("audit", "--inventory", "hosts.yaml", "--secrets", "-", "--out", "a.bartizan")
    assert ran.err.splitlines()[0] == "bartizan: --secrets -: there is no target hv2, x; its secrets are not used."
    assert "hunter2" not in ran.out + ran.err


def test_secrets_on_standard_input(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b'{"this-computer": {"sudo": "hunter2"}, "hv9": {}}')
    ran = cli("audit", "--local", "--secrets", "-", "--out", "a.bartizan")
    assert ran.status == 1
    assert "hunter2" not in ran.out + ran.err
    assert b"hunter2" not in (cli.folder / "a.bartizan").read_bytes()


def test_faults_of_content_come_one_a_line(cli: Rig) -> None:
    mine = cli.folder.parent / "mine"
    mine.mkdir()
    (mine / "x.yaml").write_text("platform: {id: x}\nprobes: *p\nchecks: {a: 1, a: 2}\n")
    ran = cli("audit", "--local", "--checks", str(mine))
    assert ran.status == 3
    assert ran.complaints == [
        f"{mine}/x.yaml:2: aliases (*name) are not allowed; write the value out.",
        f"{mine}/x.yaml:3: the key 'a' stands here twice; remove one.",
    ]
    (mine / "x.yaml").write_text("platform: {id: x, titel: X, detect: 'true', roles: [host]}\n")
    for command in (["audit", "--local", "--checks"], ["checks", "validate"], ["checks", "list", "--checks"]):
        ran = cli(*command, str(mine))
        assert ran.status == 3
        assert ran.complaints == [
            f"{mine}/x.yaml:1: the key 'title' is missing; add it.",
            f"{mine}/x.yaml:1: unknown key 'titel' (did you mean title?); remove or mend it.",
        ]
    assert cli.files == set()


def test_an_existing_audit_is_never_written_over(cli: Rig) -> None:
    path = cli.audited()
    before = path.read_bytes()
    ran = cli("audit", "--local", "--out", "a.bartizan")
    assert (ran.status, ran.complaints) == (3, ["a.bartizan exists already: choose another name, or open it."])
    refused = "a.bartizan: is an audit or another database; choose another name for the report."
    for option in ("--pdf", "--json"):
        ran = cli("audit", "--local", "--out", "b.bartizan", option, "a.bartizan")
        assert (ran.status, ran.complaints) == (3, [refused])
    ran = cli("report", "a.bartizan", "--format", "csv", "--out", "./a.bartizan")
    assert (ran.status, ran.complaints) == (
        3,
        ["a.bartizan: is the audit itself; choose another name for the report."],
    )
    (cli.folder / "b.bartizan").write_bytes(before)
    ran = cli("report", "a.bartizan", "--format", "csv", "--out", "b.bartizan")
    assert (ran.status, ran.complaints) == (3, [refused.replace("a.b", "b.b")])
    assert path.read_bytes() == before
    assert cli.files == {"a.bartizan", "b.bartizan"}


@pytest.mark.parametrize("data", [b"", b"hello\n", b"SQLite format 3\0" + b"\0" * 100, b"%PDF-1.7\n"])
@pytest.mark.parametrize("command", ["verify", "judge", "report", "signoff", "review"])
def test_foreign_and_damaged_files_are_left_alone(cli: Rig, data: bytes, command: str) -> None:
    path = cli.folder / "x.bartizan"
    path.write_bytes(data)
    more = {
        "report": ["--format", "csv", "--out", "x.csv"],
        "signoff": [
            "--item",
            "4.1-a",
            "--all-targets",
            "--result",
            "pass",
            "--by",
            "A",
            "--role",
            "r",
            "--remark",
            "x",
        ],
        "review": ["--accept", "1", "--by", "B", "--remark", "x"],
    }
    ran = cli(command, "x.bartizan", *more.get(command, []))
    assert ran.status == 3
    (complaint,) = ran.complaints
    assert "x.bartizan" in complaint
    assert path.read_bytes() == data
    assert cli.files == {"x.bartizan"}


def test_refused_answers_change_nothing(cli: Rig) -> None:
    path = cli.audited()
    before = cli("verify", "a.bartizan").out
    who = ("--by", "A", "--role", "r", "--remark", "x")
    for arguments, said in (
        (("--item", "9.9-z", "--all-targets", "--result", "pass"), "9.9-z: there is no such item; "),
        (("--item", "4.1-a", "--result", "pass"), "Give either --target NAME or --all-targets."),
        (("--item", "4.1-a", "--result", "pass", "--target", "x", "--all-targets"), "Give either --target NAME or "),
        (
            ("--item", "4.1-a", "--result", "pass", "--target", "x"),
            "4.1-a: there is no finding on x; targets are this-",
        ),
        (("--item", "4.1-b", "--result", "pass", "--all-targets"), "4.1-b: it applies to no target of this audit."),
        (("--item", "4.1-a", "--result", "maybe", "--all-targets"), "Invalid value for '--result': "),
        (
            ("--item", "4.2-a", "--result", "pass", "--all-targets", "--attach", "none"),
            "none: there is no such file; give the path ",
        ),
    ):
        ran = cli("signoff", "a.bartizan", *arguments, *who)
        assert ran.status == 3
        (complaint,) = ran.complaints
        assert complaint.startswith(said)
    ran = cli(
        "signoff",
        "a.bartizan",
        "--item",
        "4.2-a",
        "--result",
        "pass",
        "--all-targets",
        "--by",
        "",
        "--role",
        "",
        "--remark",
        "",
    )
    assert ran.complaints == ["4.2-a: an answer needs the name and the role of the person who gives it."]
    assert cli("verify", "a.bartizan").out == before
    assert path.exists()


def test_an_audit_that_is_held_by_another_program(cli: Rig) -> None:
    from app.audit import Audit  # noqa: PLC0415 - only here

    path = cli.audited()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cli.folder)
        held = Audit.open(path, common.content())
        try:
            ran = cli("judge", "a.bartizan")
            assert ran.status == 3
            (complaint,) = ran.complaints
            assert "a.bartizan" in complaint
            assert cli("report", "a.bartizan", "--format", "csv", "--out", "x.csv").status == 0
            assert cli("verify", "a.bartizan").status == 0
        finally:
            held.close()
    assert cli("judge", "a.bartizan").status == 1


def test_a_report_that_fails_at_the_end_loses_nothing(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.errors import ReportError  # noqa: PLC0415 - only here
    from app.report import formats  # noqa: PLC0415 - only here

    def full(_scan: object, path: Path) -> None:
        raise ReportError(f"The report can't be written to {path}: No space left on device; choose another folder.")

    monkeypatch.setattr(formats, "FORMATS", {**formats.FORMATS, "pdf": full})
    ran = cli("audit", "--local", "--out", "a.bartizan", "--pdf", "a.pdf")
    assert ran.status == 4
    assert (
        "bartizan: The report can't be written to a.pdf: No space left on device; choose another folder.\n" in ran.err
    )
    assert ran.out.endswith("Saved as a.bartizan\n")
    assert cli("verify", "a.bartizan").status == 0


def test_a_disk_that_fills_up_in_the_middle_is_no_bad_input(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hosts were looked at: whoever scripts it must not take it for an audit that never began."""
    from app.store import ledger  # noqa: PLC0415 - only here

    insert = ledger.insert

    def full(database: sqlite3.Connection, entry: ledger.Entry) -> None:
        if entry.kind == "target":
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        insert(database, entry)

    with monkeypatch.context() as broken:
        broken.setattr(ledger, "insert", full)
        ran = cli("audit", "--local", "--out", "a.bartizan")
    (said,) = [line for line in ran.err.splitlines() if line.startswith("bartizan: ")]
    assert ran.status == 4
    assert "the disk is full" in said
    assert said.endswith("Then go on with: bartizan audit --resume a.bartizan")
    assert cli("audit", "--resume", "a.bartizan").status == 1


@pytest.mark.parametrize("length", [248, 255, 256, 5000])
def test_a_name_too_long_for_an_audit_is_said_before_any_host_is_looked_at(
    cli: Rig, monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    def looked_at(*_: object, **_named: object) -> None:
        raise AssertionError

    monkeypatch.setattr("app.cli.audit._run", looked_at)
    ran = cli("audit", "--local", "--out", "n" * (length - 9) + ".bartizan")
    assert (ran.status, ran.out) == (3, "")
    (said,) = ran.complaints
    assert f"this name has {length} bytes; that of an audit file has 247 at most there" in said
    assert cli.files == set()


def test_names_from_outside_are_made_visible(cli: Rig) -> None:
    ran = cli("audit", "--local", "--checks", "a\x1b[31mb\nc\u202ed\x9b")
    (complaint,) = ran.complaints
    assert complaint.startswith("a\\x1b[31mb\\x0ac\\u202ed\\x9b: there is no such folder")
    content = cli.folder.parent / "content" / "checks" / "platforms" / "tiny" / "platform.yaml"
    evil = "command: printf 'ID=x\\nPRETTY_NAME=\\033[2J\\007evil\\n'"
    content.write_text(content.read_text().replace("command: 'echo ID=debian; echo PRETTY_NAME=Tiny'", evil))
    ran = cli("audit", "--local", "--out", "a.bartizan", "--title", "One\rTwo\x1b]0;x\x07")
    assert "One\\x0dTwo\\x1b]0;x\\x07: 12 items" in ran.out
    assert "host, \\x1b[2J\\x07evil, tiny" in ran.out
    assert "\x1b" not in ran.out + ran.err
    assert "\x07" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é 日本 €", "plain é 日本 €"),
        ("a\nb\tc\rd", "a\\x0ab\\x09c\\x0dd"),
        ("\x1b[31m\x9b\x7f", "\\x1b[31m\\x9b\\x7f"),
        ("\u202e\u2066\u200f\u061c", "\\u202e\\u2066\\u200f\\u061c"),
        ("\ud800\u2028", "\\ud800\\u2028"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert common.plain(text) == shown


# --- faults of our own -----------------------------------------------------------------------------------------------


def breaking(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def content(*_given: object) -> None:
        raise error

    monkeypatch.setattr(common, "content", content)


def test_a_bug_gets_one_line_and_a_traceback_only_when_asked_for(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, ZeroDivisionError("secret detail"))
    ran = cli("checks", "list")
    assert (ran.status, ran.out) == (4, "")
    assert ran.complaints == [
        "The program failed (ZeroDivisionError); run again with --debug and report what it prints."
    ]
    for arguments in (["--debug", "checks", "list"], ["checks", "list", "--debug"]):
        cli.capture.readouterr()
        with pytest.raises(SystemExit) as ended:
            main.main(arguments)
        assert ended.value.code == 4
        assert "ZeroDivisionError: secret detail" in cli.capture.readouterr().err


def test_known_faults_are_bad_input(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, StoreError("The disk is full."))
    ran = cli("checks", "list")
    assert (ran.status, ran.complaints) == (3, ["The disk is full."])


def test_interruption(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, KeyboardInterrupt())
    ran = cli("checks", "list")
    assert ran.status == 130


def test_no_home_is_no_obstacle(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc/none")
    assert cli("checks", "list").status == 0


XDG = ("CACHE", "STATE", "CONFIG", "DATA")
LOOP, LONG = "loop", "x" * 300
PATHS = [
    ["report", "{}", "--format", "json", "--out", "x"],
    ["report", "a.bartizan", "--format", "json", "--out", "{}"],
    ["report", "a.bartizan", "--format", "folder", "--out", "{}"],
    ["audit", "--local", "--out", "{}"],
    ["audit", "--local", "--json", "{}"],
    ["audit", "--local", "--known-hosts", "{}"],
    ["audit", "--local", "--carry", "{}"],
    ["audit", "--resume", "{}"],
    ["audit", "--inventory", "{}"],
    ["checks", "validate", "{}"],
    ["compare", "{}", "{}"],
    ["verify", "{}"],
    ["verify", "a.bartizan", "--pdf", "{}"],
    ["answers", "a.bartizan", "--from", "{}"],
    ["login", "--key", "{}"],
]  # fmt: skip


@pytest.mark.parametrize("name", [LOOP, LONG], ids=["loop", "long"])
def test_a_path_that_leads_in_a_circle_or_is_too_long_is_a_sentence(cli: Rig, name: str) -> None:
    cli.audited()
    (cli.folder / LOOP).symlink_to(LOOP)
    before = cli.files
    for command in PATHS:
        ran = cli(*(one.format(name) for one in command))
        assert ran.status == 3, command
        assert any(name in one for one in ran.complaints), command
    assert cli.files == before


def test_a_title_that_is_no_unicode_can_be_compared(cli: Rig) -> None:
    cli.audited("--title", "half \udcff")
    for out in ("-", "c.json"):
        ran = cli("compare", "a.bartizan", "a.bartizan", "--json", out)
        assert ran.status == 0
    assert json.loads((cli.folder / "c.json").read_text())["old"]["title"] == "half \udcff"


@pytest.mark.parametrize("key", ["known_hosts", "identity", "certificate"])
def test_the_home_of_an_unknown_account_is_a_path_like_any_other(cli: Rig, key: str) -> None:
    (cli.folder / "hosts.yaml").write_text(
        f"hosts: [{{name: hv1, address: 127.0.0.1, port: 1, {key}: ~nobody-of-that-name/x}}]\n"
    )
    assert cli("audit", "--inventory", "hosts.yaml", "--out", "a.bartizan").status == 2


@pytest.mark.skipif(sys.platform == "win32", reason="homes of POSIX")
def test_an_account_without_a_name_and_a_home_can_audit(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container that runs under a number of its own."""

    def nobody(_number: int) -> None:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr("pwd.getpwuid", nobody)
    for name in ("HOME", "LOGNAME", "USER", "LNAME", "USERNAME", *(f"XDG_{one}_HOME" for one in XDG)):
        monkeypatch.delenv(name, raising=False)
    ran = cli("audit", "127.0.0.1:1", "--accept-new-host-keys", "--out", "a.bartizan")
    assert ran.status == 2
    assert "nothing listens at that port" in ran.err
    assert cli.files == {"a.bartizan"}


# --- streams that take or give nothing ------------------------------------------------------------------------------


def in_a_shell(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """What a line of a script gives, in a process of its own and with a home of its own."""
    program = folder / "bartizan"
    program.write_text(f"#!{sys.executable}\nfrom app.cli.start import main\nmain()\n")
    program.chmod(0o755)
    environment = os.environ | {"HOME": str(folder), "BARTIZAN_LANGUAGE": "en", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["/bin/sh", "-c", f"B={program}; {line}"], cwd=folder, env=environment, capture_output=True,
        text=True, timeout=60, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_standard_output_has_a_sentence(tmp_path: Path) -> None:
    ran = in_a_shell(tmp_path, "$B checks list >/dev/full")
    assert ran.stderr == (
        "bartizan: Standard output can't be written (No space left on device); make room there, or lead it to another "
        "place.\n"
    )
    assert ran.returncode == common.OWN_ERROR


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("$B checks show 4.2-a >&-", common.ALL_FINE, ""),
        ("$B verify none.bartizan 2>&-", common.BAD_INPUT, ""),
        ("$B login audit@hv1 <&-", common.BAD_INPUT, "bartizan: No secret was given; nothing was kept.\n"),
        (
            "$B audit root@127.0.0.1 --secrets - <&-",
            common.BAD_INPUT,
            "bartizan: --secrets -: standard input is closed; pipe the JSON of your secret manager into it.\n",
        ),
    ],
)
def test_a_closed_stream_leads_nowhere(tmp_path: Path, line: str, status: int, said: str) -> None:
    ran = in_a_shell(tmp_path, line)
    assert (ran.returncode, ran.stdout, ran.stderr) == (status, "", said)


def test_no_file_is_opened_under_the_number_of_a_closed_stream(tmp_path: Path) -> None:
    """A child would print into it."""
    code = (
        "import os, sys; from app.cli import main; main._never_fail_to_print(); "
        "sys.stderr.write(str(os.open('f', os.O_CREAT)))"
    )
    ran = in_a_shell(tmp_path, f'{sys.executable} -c "{code}" <&- >&-')
    assert int(ran.stderr) > 2
