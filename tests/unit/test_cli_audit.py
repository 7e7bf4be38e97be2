"""``bartizan audit`` and what follows it: exit status, files, and standard output that holds what was asked for."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click
import pytest
from cli_rig import Rig, command_line, environment, make_rig
from content_sample import PLATFORM, small_benchmark, write_content

from app import credentials
from app.audit import Audit, new_info
from app.cli import audit as audit_command
from app.cli import common
from app.cli.main import cli as program
from app.cli.request import Request
from app.cli.secrets import SecretSource
from app.engine import found
from app.errors import NoKeyringError, StoreError
from app.model import Result, RuleResult, Target, TargetState
from app.record import Finding
from app.store.auditfile import AuditFile
from app.store.encoded import Encoded, encode_look


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Rig:
    return make_rig(tmp_path, monkeypatch, capsys)


def change(cli: Rig, old: str, new: str) -> None:
    """Change the platform's content."""
    path = cli.folder.parent / "content" / "checks" / "platforms" / "tiny" / "platform.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


# --- exit status -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("effective", "status"),
    [
        ([], 0),
        (["pass"], 0),
        (["pass", "notapplicable", "waived", "notselected", "informational"], 0),
        (["pass", "fail", "error", "unknown", "notchecked"], 1),
        (["pass", "error"], 2),
        (["unknown"], 2),
        (["pass", "notchecked"], 2),
    ],
)
def test_exit_status_of_findings(effective: list[str], status: int) -> None:
    measured = RuleResult("4.1-a", "hv1", (), Result.PASS, None, "")
    assert common.exit_status([Finding(measured, one) for one in effective]) == status


def test_a_host_that_sends_more_than_can_be_kept_harms_no_other(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def encode(state: TargetState, *rest: Any) -> Encoded:
        if state.target.name == "127.0.0.1":
            raise StoreError("more than 256 MiB can't be kept in an audit file")
        return encode_look(state, *rest)

    monkeypatch.setattr(found, "encode_look", encode)
    ran = cli("audit", "127.0.0.1:1", "--local", "--out", "a.bartizan", "--json", "a.json")
    assert (
        "bartizan: 127.0.0.1: what it answered can't be kept (more than 256 MiB can't be kept in an audit file), so it "
        "counts as not looked at." in ran.err.splitlines()
    )
    told = json.loads((cli.folder / "a.json").read_text())
    assert {one["name"]: one["reachable"] for one in told["targets"]} == {"this-computer": True, "127.0.0.1": False}
    assert {one["target"] for one in told["findings"]} == {"this-computer", "127.0.0.1", None}
    assert told["audit"]["finished"] is not None


def test_something_fails(cli: Rig) -> None:
    ran = cli("audit", "--local", "--out", "a.bartizan")
    assert ran.status == 1
    assert cli.files == {"a.bartizan"}
    assert "fail  4.1-c     critical Item 4.1-c on this-computer\n        size is 4, must be at most 3.\n" in ran.out
    assert "  score 50 of 100\n" in ran.out
    assert "  this-computer: host, Tiny, tiny, rights: " in ran.out
    assert ran.out.endswith("Saved as a.bartizan\n")
    assert ran.err.splitlines()[0] == "this-computer: connecting"
    assert ran.err.splitlines()[1].startswith("this-computer: done in ")
    assert (cli.folder / "a.bartizan").stat().st_mode & 0o077 == 0


def test_something_is_undecided(cli: Rig) -> None:
    change(cli, "at_most: 3", "at_most: 4")
    assert cli("audit", "--local", "--out", "a.bartizan").status == 2


def test_all_is_well(cli: Rig) -> None:
    change(cli, "at_most: 3", "at_most: 4")
    cli("audit", "--local", "--out", "a.bartizan")
    for item in ("4.1-d", "4.2-a", "4.2-b", "4.2-c", "6.1.1-c", "6.1.3-c", "6.1.3-e", "6.1.3-f", "6.2-a"):
        answer = ("--result", "pass", "--by", "A", "--role", "r", "--remark", "seen")
        assert cli("signoff", "a.bartizan", "--item", item, "--all-targets", *answer).status == 0
    ran = cli("judge", "a.bartizan")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.endswith("Judged again: 1 target\n")


def test_an_unreachable_host_is_undecided_and_disturbs_no_other(cli: Rig) -> None:
    ran = cli("audit", "127.0.0.1:1", "--local", "--out", "a.bartizan", "--json", "a.json")
    assert ran.status == 1
    document = json.loads((cli.folder / "a.json").read_text())
    gone, here = sorted(document["targets"], key=lambda one: one["name"])
    assert (gone["name"], gone["reachable"], gone["error"]["kind"]) == ("127.0.0.1", False, "refused")
    assert (here["name"], here["reachable"], here["error"]) == ("this-computer", True, None)
    lost = [one for one in document["findings"] if one["target"] == "127.0.0.1"]
    assert {one["result"] for one in lost} == {"notchecked"}
    assert {one["reason"] for one in lost} == {"unreachable", "awaiting-signoff"}
    assert sum(line.startswith("127.0.0.1:1: nothing listens") for line in ran.err.splitlines()) == 1
    assert cli("audit", "127.0.0.1:1", "--out", "b.bartizan").status == 2


def test_chapters(cli: Rig) -> None:
    assert cli("audit", "--local", "--chapter", "6", "--out", "a.bartizan", "--json", "a.json").status == 2
    found = json.loads((cli.folder / "a.json").read_text())["findings"]
    assert {one["result"] for one in found if one["item"].startswith("4.")} == {"notselected"}
    assert {one["reason"] for one in found if one["item"].startswith("4.")} == {"out-of-scope"}


def test_role_and_platform_can_be_forced(cli: Rig) -> None:
    change(cli, "detect: 'true'", "detect: 'false'")
    ran = cli("audit", "--local", "--out", "a.bartizan")
    assert ran.status == 2
    assert "no addendum" in ran.out
    ran = cli("audit", "--local", "--platform", "tiny", "--role", "guest", "--out", "b.bartizan")
    assert ran.status == 1
    assert "  this-computer: guest, Tiny, tiny, rights: " in ran.out


def test_a_free_name_is_found(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two jobs may begin within a second, and in autumn an hour comes twice."""
    stopped = datetime(2026, 10, 25, 2, 30, 0, tzinfo=UTC)
    monkeypatch.setattr(audit_command, "datetime", SimpleNamespace(now=lambda: stopped))
    for _ in range(2):
        ran = cli("audit", "--local")
        name = ran.out.rstrip().rpartition("Saved as ")[2]
        assert name in cli.files
        assert name.startswith("audit-2026-10-2")
        assert name.endswith(".bartizan")
    assert len(cli.files) == 2


# --- what is written -------------------------------------------------------------------------------------------------


def test_json_on_standard_output_is_all_that_is_there(cli: Rig) -> None:
    ran = cli("audit", "--local", "--out", "a.bartizan", "--json", "-", "--pdf", "a.pdf")
    assert ran.status == 1
    assert json.loads(ran.out)["schema"] == "bartizan-audit/1"
    assert ran.err == ""
    assert cli.files == {"a.bartizan", "a.pdf"}
    ran = cli("audit", "127.0.0.1:1", "--out", "b.bartizan", "--json", "-")
    assert json.loads(ran.out)["targets"][0]["reachable"] is False
    assert ran.complaints == [
        "127.0.0.1:1: nothing listens at that port; check address and port, and that its SSH server runs."
    ]


def test_reports(cli: Rig) -> None:
    cli.audited("--pdf", "a.pdf", "--json", "a.json", "--title", "Autumn")
    assert (cli.folder / "a.pdf").read_bytes().startswith(b"%PDF-")
    for format_, name in (("pdf", "b.pdf"), ("json", "b.json"), ("csv", "b.csv")):
        ran = cli("report", "a.bartizan", "--format", format_, "--out", name)
        assert (ran.status, ran.out, ran.err) == (0, f"Report written to {name}\n", "")
    first, second = (json.loads((cli.folder / name).read_text()) for name in ("a.json", "b.json"))
    assert first["audit"]["title"] == "Autumn"
    assert first == second
    with (cli.folder / "b.csv").open(newline="", encoding="utf-8-sig") as handle:
        assert len(list(csv.reader(handle))) > len(first["findings"])


def test_compare(cli: Rig) -> None:
    cli.audited()
    change(cli, "at_most: 3", "at_most: 4")
    cli("audit", "--local", "--out", "b.bartizan")
    ran = cli("compare", "a.bartizan", "b.bartizan")
    assert ran.status == 0
    assert "4.1-c     this-computer: fail -> pass" in ran.out
    ran = cli("compare", "a.bartizan", "b.bartizan", "--json", "-")
    changes = json.loads(ran.out)["changes"]
    assert [(one["item"], one["old"], one["new"]) for one in changes if one["old"] != one["new"]] == [
        ("4.1-c", "fail", "pass")
    ]


def test_carry(cli: Rig) -> None:
    cli.audited()
    answer = ("--result", "pass", "--by", "A", "--role", "r", "--remark", "seen")
    cli("signoff", "a.bartizan", "--item", "4.2-a", "--all-targets", *answer)
    ran = cli("audit", "--local", "--out", "b.bartizan", "--carry", "a.bartizan")
    assert "Answers taken over from a.bartizan: 1; a person should confirm them\n" in ran.out
    assert cli("audit", "--local", "--out", "c.bartizan", "--carry", "none.bartizan").status == 3
    assert cli.files == {"a.bartizan", "b.bartizan"}


def test_the_terminal_is_given_back_where_an_answer_cannot_be_kept(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[bool] = []

    def full(_audit: Audit, _encoded: Encoded) -> None:
        raise StoreError("a.bartizan can't be written: the disk is full.")

    monkeypatch.setattr(Audit, "write", full)
    monkeypatch.setattr("app.cli.progress.Lines.close", lambda _lines: closed.append(True))
    ran = cli("audit", "--local", "--out", "a.bartizan")
    said = "a.bartizan can't be written: the disk is full. Then go on with: bartizan audit --resume a.bartizan"
    assert (ran.status, ran.err.splitlines()[-1]) == (4, f"bartizan: {said}")
    assert closed == [True]  # bars hide the cursor, and draw over what is said


def test_a_run_that_was_killed_takes_answers_over_when_it_goes_on(cli: Rig) -> None:
    cli.audited(name="old.bartizan")
    answer = ("--all-targets", "--result", "pass", "--by", "A", "--role", "r", "--remark", "seen")
    cli("signoff", "old.bartizan", "--item", "4.2-a", *answer)
    cli("signoff", "old.bartizan", "--item", "4.2-b", *answer)
    path = cli.audited()
    cli("signoff", "a.bartizan", "--item", "4.2-b", *answer[:-1], "mine")
    with AuditFile.open(path) as audit:
        audit.start_run(["this-computer"], "small", "0.1", "d")
    ran = cli("audit", "--resume", "a.bartizan", "--carry", "old.bartizan")
    assert "Answers taken over from old.bartizan: 1; a person should confirm them\n" in ran.out
    assert "  not taken over: 4.2-b: This audit has an answer there already.\n" in ran.out
    ran = cli("audit", "--resume", "a.bartizan", "--carry", "old.bartizan")  # it ended before it took them over
    assert "Answers taken over from old.bartizan: 0; a person should confirm them\n" in ran.out
    with AuditFile.open(path, readonly=True) as audit:
        assert (audit.interrupted, [one.remark for one in audit.overrides()]) == (False, ["mine", "seen"])


def test_judge_with_other_checks(cli: Rig) -> None:
    cli.audited()
    change(cli, "at_most: 3", "at_most: 4")
    ran = cli("judge", "a.bartizan")
    assert ran.status == 2
    assert " 2 pass," in ran.out


def test_verify(cli: Rig) -> None:
    path = cli.audited()
    ran = cli("verify", "a.bartizan")
    assert ran.status == 0
    assert ran.out.startswith("a.bartizan: whole, ")
    seal = ran.out.rstrip().rsplit(" ", 1)[1]
    assert cli("verify", "a.bartizan", "--seal", seal).status == 0
    assert cli("verify", "a.bartizan", "--seal", "0" * 64).status == 1
    data = bytearray(path.read_bytes())
    where = data.index(b'"this-computer"')
    data[where + 1 : where + 5] = b"THIS"
    path.write_bytes(bytes(data))
    ran = cli("verify", "a.bartizan")
    assert (ran.status, ran.out) == (1, "")
    (said,) = ran.complaints
    assert "a.bartizan" in said


# --- answers ---------------------------------------------------------------------------------------------------------

WHO = ("--by", "A. Example", "--role", "administrator", "--remark", "seen")


def test_signoff_and_review(cli: Rig) -> None:
    cli.audited()
    (cli.folder / "plan.txt").write_text("plan")
    ran = cli(
        "signoff",
        "a.bartizan",
        "--item",
        "4.2-a",
        "--target",
        "this-computer",
        "--result",
        "pass",
        *WHO,
        "--attach",
        "plan.txt",
    )
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("4.2-a on this-computer: pass by A. Example, entry ")
    entry = ran.out.rstrip().rsplit(" ", 1)[1]
    ran = cli("review", "a.bartizan", "--accept", entry, "--by", "A. Example", "--remark", "me too")
    (said,) = ran.complaints
    assert ran.status == 3
    assert said.startswith(f"{entry}: A. Example gave this answer; another person must review it")
    ran = cli("review", "a.bartizan", "--accept", entry, "--by", "B. Example", "--remark", "agreed")
    assert (ran.status, ran.out) == (0, "1 accepted, 0 rejected\n")
    ran = cli("review", "a.bartizan", "--reject", entry, "--by", "B. Example", "--remark", "after all not")
    assert (ran.status, ran.out) == (0, "0 accepted, 1 rejected\n")


def test_a_failure_that_a_person_states_is_told_in_their_words(cli: Rig) -> None:
    """Not in those of the look that could not decide it."""
    cli.audited()
    who = ("--by", "A. Example", "--role", "Admin", "--remark", "The door has no lock.")
    cli("signoff", "a.bartizan", "--item", "4.2-a", "--target", "this-computer", "--result", "fail", *who)
    told = cli("judge", "a.bartizan").out
    assert "        The door has no lock.\n" in told
    assert "No command sees this" not in told


def test_a_file_that_cannot_be_attached_leaves_the_others_out_too(cli: Rig) -> None:
    cli.audited()
    (cli.folder / "plan.txt").write_text("plan")
    before = (cli.folder / "a.bartizan").read_bytes()
    command = ("signoff", "a.bartizan", "--item", "4.2-a", "--all-targets", "--result", "pass", *WHO)
    ran = cli(*command, "--attach", "plan.txt", "--attach", "none.txt")
    said = "none.txt: there is no such file; give the path of the file to attach."
    assert (ran.status, ran.complaints) == (3, [said])
    assert (cli.folder / "a.bartizan").read_bytes() == before


def test_a_waiver(cli: Rig) -> None:
    cli.audited()
    command = ("signoff", "a.bartizan", "--item", "4.1-c", "--all-targets", "--result", "waived", *WHO)
    ran = cli(*command)
    assert (ran.status, ran.complaints) == (3, ["4.1-c: a waiver needs the day on which it ends."])
    assert cli(*command, "--expires", "2999-12-31").status == 0
    assert cli("judge", "a.bartizan").status == 2
    for day, said in (
        ("31.12.2999", "--expires 31.12.2999: write the day as YYYY-MM-DD."),
        ("2999-02-29", "--expires 2999-02-29: the calendar has no such day; choose another."),
        ("2020-01-01", "4.1-c: the waiver would end on 2020-01-01, which is over; choose a later day."),
    ):
        ran = cli(*command, "--expires", day)
        assert (ran.status, ran.complaints) == (3, [said])


def test_a_waiver_for_all_leaves_out_machines_that_nobody_has_looked_at(cli: Rig) -> None:
    cli("audit", "127.0.0.1:1", "--local", "--out", "a.bartizan")
    command = ("signoff", "a.bartizan", "--result", "waived", "--expires", "2999-12-31", *WHO)
    ran = cli(*command, "--item", "4.1-c", "--all-targets")
    assert ran.status == 0
    assert ran.out.startswith("4.1-c on this-computer: waived by A. Example, entry ")
    assert ran.out.count("\n") == 1
    left = (
        "4.1-c on 127.0.0.1: not waived, since nobody could look at this machine; --target 127.0.0.1 waives it all the "
        "same."
    )
    assert ran.complaints == [left]
    cli("report", "a.bartizan", "--format", "json", "--out", "a.json")
    findings = json.loads((cli.folder / "a.json").read_text())["findings"]
    effective = {one["target"]: one["effective"] for one in findings if one["item"] == "4.1-c"}
    assert effective == {"127.0.0.1": "notchecked", "this-computer": "waived"}
    assert cli(*command, "--item", "4.1-c", "--target", "127.0.0.1").out.startswith("4.1-c on 127.0.0.1: waived by ")
    both = cli(*command, "--item", "4.2-a", "--all-targets")  # which a person answers, reached or not
    assert (both.status, both.out.count("waived"), both.err) == (0, 2, "")


def test_a_waiver_for_all_needs_a_machine_that_somebody_looked_at(cli: Rig) -> None:
    cli("audit", "127.0.0.1:1", "--out", "a.bartizan")
    command = ("signoff", "a.bartizan", "--result", "waived", "--expires", "2999-12-31", *WHO)
    ran = cli(*command, "--item", "4.1-c", "--all-targets")
    said = "4.1-c: nobody could look at any of its machines, so nothing is known that could be waived; name them with "
    assert (ran.status, ran.complaints) == (3, [f"{said}--target to waive it all the same."])


def test_a_waiver_is_not_copied_to_a_machine_that_nobody_has_looked_at(cli: Rig) -> None:
    cli("audit", "127.0.0.1:1", "--local", "--out", "a.bartizan")
    cli("signoff", "a.bartizan", "--item", "4.2-a", "--target", "this-computer", "--result", "pass", *WHO)
    waived = ("--result", "waived", "--expires", "2999-12-31", *WHO)
    cli("signoff", "a.bartizan", "--item", "4.1-c", "--target", "this-computer", *waived)
    ran = cli("signoff", "a.bartizan", "--like", "this-computer", "--all-targets", *WHO)
    assert ran.out.startswith("4.2-a on 127.0.0.1: pass by ")
    assert ran.out.count("\n") == 1


def test_site_wide_items(cli: Rig) -> None:
    cli.audited()
    ran = cli("signoff", "a.bartizan", "--item", "4.1-d", "--all-targets", "--result", "fail", *WHO)
    assert ran.out.startswith("4.1-d: fail by A. Example, entry ")
    ran = cli("signoff", "a.bartizan", "--item", "4.1-d", "--target", "hv1", "--result", "fail", *WHO)
    assert ran.complaints == [
        "4.1-d: there is no finding on hv1; targets are none: it is site-wide, use --all-targets."
    ]


# --- interruption ----------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_report_that_is_ended_leaves_nothing_half_written(tmp_path: Path, number: signal.Signals) -> None:
    """A job that is cancelled, and a terminal that is closed."""
    root = write_content(tmp_path / "content")
    (tmp_path / "here").mkdir()
    code = (
        "import sys, time; from pathlib import Path; from app.cli import common, main; from app.report import formats; "
        "from app.report.writing import write_file; "
        "parts = lambda: (time.sleep(0.01) or b'x' for _ in iter(int, 1)); "
        "formats.FORMATS['csv'] = lambda scan, path: write_file(path, parts()); "
        f"common.checks_root = lambda: Path({str(root)!r}); main.main(sys.argv[1:])"
    )
    here = {"env": environment(tmp_path), "cwd": tmp_path / "here"}
    subprocess.run(
        [*command_line(root), "audit", "--local", "--out", "a.bartizan"], capture_output=True, check=False, **here
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "report", "a.bartizan", "--format", "csv", "--out", "a.csv"],
        stderr=subprocess.PIPE,
        text=True,
        **here,
    )
    end = time.monotonic() + 60
    while not list((tmp_path / "here").glob(".report.*")):
        assert time.monotonic() < end
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said.strip()) == (130, "bartizan: Interrupted.")
    assert [one.name for one in (tmp_path / "here").iterdir()] == ["a.bartizan"]


def test_an_interrupted_audit_keeps_what_was_learnt(tmp_path: Path) -> None:
    flag = tmp_path / "asleep"
    slow = PLATFORM.replace("'echo first; echo second'", f"'echo first; : >{flag}; exec sleep 60'")
    root = write_content(tmp_path / "content", slow)
    path = tmp_path / "a.bartizan"
    process = subprocess.Popen(
        [*command_line(root), "audit", "--local", "--out", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(tmp_path),
        cwd=tmp_path,
        # A shell that runs the tests in the background has its children ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - nothing else happens before exec
    )
    try:
        assert process.stderr is not None
        assert process.stderr.readline() == "this-computer: connecting\n"
        ends = time.monotonic() + 30
        while not flag.exists():  # the probes before this one have answered
            assert time.monotonic() < ends
            time.sleep(0.05)
        time.sleep(0.3)  # and what they said is read
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    finally:
        process.kill()
        process.wait()
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert "Saved as" in out
    report = subprocess.run(
        [*command_line(root), "report", str(path), "--format", "json", "--out", str(tmp_path / "a.json")],
        env=environment(tmp_path),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert report.stderr == b""
    document = json.loads((tmp_path / "a.json").read_text())
    assert "this-computer/settings" in document["evidence"]
    found = {(one["item"], one["target"]): one for one in document["findings"]}
    assert found["4.1-a", "this-computer"]["result"] == "pass"
    assert len(found) == 12
    assert f"Go on with: bartizan audit --resume {path}" in out
    write_content(tmp_path / "quick")
    resumed = subprocess.run(
        [*command_line(tmp_path / "quick" / "checks"), "audit", "--resume", str(path)],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert resumed.returncode == 1, resumed.stderr
    assert "Saved as" in resumed.stdout
    assert "Go on with" not in resumed.stdout


def test_an_audit_that_was_killed_goes_on(cli: Rig) -> None:
    path = cli.audited()
    ran = cli("audit", "--resume", "a.bartizan")
    assert (ran.status, ran.complaints) == (
        3,
        ["a.bartizan: no run of it was interrupted; there is nothing to go on with."],
    )
    with AuditFile.open(path) as audit:
        audit.start_run(["this-computer"], "small", "0.1", "d")
    for more in (("--local",), ("--title", "x"), ("--chapter", "4"), ("root@hv1",)):
        ran = cli("audit", "--resume", "a.bartizan", *more)
        assert (ran.status, len(ran.complaints)) == (3, 1), more
        assert "--resume goes on with what the audit says" in ran.complaints[0]
    ran = cli("audit", "--resume", "a.bartizan", "--json", "a.json")
    assert ran.status == 1
    assert "Saved as a.bartizan\n" in ran.out
    with AuditFile.open(path) as audit:
        assert not audit.interrupted
        assert [line.kind for line in audit.history()][-4:] == ["run-started", "target", "site", "run-finished"]
    assert (cli.folder / "a.json").is_file()


def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    root = write_content(tmp_path / "content")
    reader, writer = os.pipe()
    os.close(reader)
    try:
        ran = subprocess.run(
            [*command_line(root), "checks", "list"],
            stdout=writer,
            stderr=subprocess.PIPE,
            env=environment(tmp_path),
            check=False,
            timeout=60,
        )
    finally:
        os.close(writer)
    assert ran.stderr == b""
    assert ran.returncode == 4  # none of those that say something about an audit


def test_a_terminal_that_shows_only_ascii(tmp_path: Path) -> None:
    root = write_content(tmp_path / "content", PLATFORM.replace("PRETTY_NAME=Tiny", "PRETTY_NAME=Größe"))
    given = {**environment(tmp_path), "PYTHONIOENCODING": "ascii"}
    command = [*command_line(root), "audit", "--local", "--out", str(tmp_path / "a.bartizan")]
    ran = subprocess.run(command, capture_output=True, env=given, check=False, timeout=60)
    assert ran.returncode == 1, ran.stderr
    assert b"Gr\\xf6\\xdfe" in ran.stdout
    command = [*command_line(root), "audit", "--local", "--out", str(tmp_path / "b.bartizan"), "--json", "-"]
    ran = subprocess.run(command, capture_output=True, env=given, check=False, timeout=60)
    assert json.loads(ran.stdout.decode("utf-8"))["targets"][0]["facts"]["os"] == "Größe"


def test_a_local_audit_imports_only_what_it_needs(tmp_path: Path) -> None:
    """Starting costs what it uses: 0.27 s of paramiko and 0.25 s of pydantic are for those who need them."""
    root = write_content(tmp_path / "content")
    code = (
        "import atexit, sys; from pathlib import Path; from app.cli import common; "
        f"common.checks_root = lambda: Path({str(root)!r}); "
        "heavy = {'paramiko', 'pydantic', 'yaml', 'reportlab', 'keyring', 'rich', 'PySide6'}; "
        "atexit.register(lambda: print(sorted(heavy & set(sys.modules)), file=sys.stderr)); "
        "from app.cli.main import main; main(sys.argv[1:])"
    )
    for number, expected in enumerate(("['pydantic', 'yaml']", "[]")):
        command = [sys.executable, "-c", code, "audit", "--local", "--out", str(tmp_path / f"{number}.bartizan")]
        ran = subprocess.run(
            command, capture_output=True, text=True, env=environment(tmp_path), check=False, timeout=60
        )
        assert ran.returncode == 1
        assert ran.stderr.splitlines()[-1] == expected


def test_without_a_keyring_it_is_said_where_a_password_is_missed(
    cli: Rig, monkeypatch: pytest.MonkeyPatch, sshd: Any
) -> None:
    """A server without one is no news, until somebody can't log in."""

    def none() -> Any:
        raise NoKeyringError("There is no keyring on this system.")

    monkeypatch.setattr(credentials, "_SYSTEM", credentials.Credentials(none))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    ran = cli("audit", "127.0.0.1:1", "--out", "a.bartizan", "--json", "-")
    assert "no keyring" not in ran.err
    place = f"{sshd.user}@{sshd.host}:{sshd.port}"
    ran = cli("audit", place, "--accept-new-host-keys", "--out", "b.bartizan", "--json", "-")
    assert ran.complaints[-1] == "There is no keyring on this system."
    assert len(ran.complaints) == 2


def test_interrupted_while_the_keyring_hangs(tmp_path: Path) -> None:
    root = write_content(tmp_path / "content")
    words = command_line(root)
    hang = (
        "import time; from app import credentials; "
        "credentials._SYSTEM = credentials.Credentials(lambda: print('asked', flush=True) or time.sleep(60)); "
    )
    process = subprocess.Popen(
        [words[0], "-c", hang + words[2], "audit", "127.0.0.1:1", "--out", "a.bartizan"],
        cwd=tmp_path,
        env={**environment(tmp_path), "PYTHONPATH": str(Path(common.__file__).parents[2])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "asked\n"
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert time.monotonic() - begun < 3
    assert process.returncode == 130
    assert err.strip() == "bartizan: Interrupted."


def test_a_key_for_all_targets_is_for_jump_hosts_of_the_audit_too(tmp_path: Path, monkeypatch: Any) -> None:
    """Also where an audit is resumed, whose stored machines know nothing of this run's options."""
    asked: list[Any] = []

    class StoppedError(Exception):
        pass

    def runner(_audit: Audit, options: Any, **_given: Any) -> None:
        asked.append(options)
        raise StoppedError

    monkeypatch.setattr(Audit, "runner", runner)
    monkeypatch.chdir(tmp_path)
    machines = (Target("gate", "192.0.2.1"), Target("hv1", "192.0.2.10", proxy_jump="gate"))
    audit = Audit.create(tmp_path / "a.bartizan", new_info("First"), small_benchmark(), machines)
    given = ["--resume", "a.bartizan", "--identity", "key"]
    above = click.Context(program, **program.context_settings)  # or the command keeps a help without -h for later tests
    with audit_command.command.make_context("audit", given, parent=above) as context:
        request = Request(context.params)
        with pytest.raises(StoppedError):
            audit_command._run(audit, request, SecretSource(None))
    audit.close()
    assert asked[0].bastions["gate"].identity == "key"
