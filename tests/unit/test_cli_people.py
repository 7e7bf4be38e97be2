"""People's part on the command line: from a sign-off to a signed revision, and files that can't be used."""

import json
import os
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from certificates import certificate_file
from cli_rig import Rig, make_rig
from form_sample import fill, places
from store_sample import INFO

from app.audit import Audit
from app.cli import common
from app.overrides import local_today
from app.store import ledger, schema
from app.store.auditfile import AuditFile

ANN = ("--by", "A. Example", "--role", "administrator", "--remark", "seen")
BEN = ("--by", "B. Example", "--remark", "looked at it")
CHIEF = ("--by", "C. Example", "--role", "head", "--remark", "agreed")


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> Rig:
    return make_rig(tmp_path, monkeypatch, capsys)


def signoff(cli: Rig, item: str = "4.2-a", *more: str) -> str:
    """The number of the entry."""
    ran = cli("signoff", "a.bartizan", "--item", item, "--all-targets", "--result", "pass", *ANN, *more)
    assert ran.status == 0, ran
    return ran.out.rpartition("entry ")[2].strip()


def head(cli: Rig) -> dict[str, Any]:
    assert cli("report", "a.bartizan", "--format", "json", "--out", "a.json").status == 0
    return dict(json.loads((cli.folder / "a.json").read_text())["audit"])


def test_from_a_sign_off_to_a_signed_revision(cli: Rig) -> None:
    cli.audited()
    first, second = signoff(cli), signoff(cli, "4.1-d")
    ran = cli("sign", "a.bartizan", *CHIEF)
    assert (ran.status, len(ran.complaints)) == (3, 1)
    assert "was reviewed by nobody (and 1 more)" in ran.complaints[0]
    assert ran.complaints[0].endswith(" or sign expressly without a review. That is --unreviewed.")
    assert cli("submit", "a.bartizan", "--by", "A. Example").out == "2 answers submitted; the audit is submitted\n"
    assert cli("review", "a.bartizan", "--accept", first, "--by", "A. Example", "--remark", "x").status == 3
    assert cli("review", "a.bartizan", "--accept", first, "--reject", second, *BEN).status == 0
    assert "rejected" in cli("answers", "a.bartizan", "--state", "rejected").out
    taken = cli("withdraw", "a.bartizan", "--item", "4.1-d", "--all-targets", *ANN)
    assert taken.out.startswith("4.1-d: answer taken back by A. Example, entry ")
    assert head(cli)["state"] == "accepted"
    signed = cli("sign", "a.bartizan", *CHIEF)
    assert signed.out.startswith("a.bartizan: revision 1 signed by C. Example, seal ")
    seal = signed.out.rpartition(" ")[2].strip()
    for command in (
        ("signoff", "a.bartizan", "--item", "4.1-d", "--all-targets", "--result", "pass", *ANN),
        ("withdraw", "a.bartizan", "--item", "4.2-a", "--all-targets", *ANN),
        ("review", "a.bartizan", "--reject", first, *BEN),
        ("sign", "a.bartizan", *CHIEF),
        ("judge", "a.bartizan"),
    ):
        ran = cli(*command)
        assert (ran.status, len(ran.complaints)) == (3, 1), command
        assert "signed" in ran.complaints[0]
    assert head(cli)["seal"] == seal
    assert cli("judge", "a.bartizan", "--by", "A. Example", "--remark", "newer checks").status == 1
    assert (head(cli)["revision"], head(cli)["predecessor"]) == (2, seal)
    assert cli("sign", "a.bartizan", *CHIEF).status == 0
    third = cli("revise", "a.bartizan", "--by", "A. Example", "--remark", "one more host")
    assert "revision 3; the one before was signed under the seal" in third.out
    assert cli("revise", "a.bartizan", "--by", "A. Example", "--remark", "again").status == 3
    told = cli("history", "a.bartizan").out
    for words in ("signed off as pass", "submitted", "accepted", "rejected", "withdrew", "opened the audit again"):
        assert words in told
    assert cli("verify", "a.bartizan").status == 0


def test_answers_are_accepted_and_rejected_in_one_go_or_not_at_all(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    path = cli.audited()
    first, second = signoff(cli), signoff(cli, "4.1-d")
    before = path.read_bytes()
    insert = ledger.insert

    def full(database: sqlite3.Connection, entry: ledger.Entry) -> None:
        if '"rejected"' in entry.payload:
            raise sqlite3.OperationalError("disk I/O error")
        insert(database, entry)

    review = ("review", "a.bartizan", "--accept", first, "--reject", second, "--single-person", *BEN)
    with monkeypatch.context() as broken:
        broken.setattr(ledger, "insert", full)
        assert cli(*review).status == 3
    with AuditFile.open(path, readonly=True) as audit:
        assert [one.review for one in audit.overrides()] == ["", ""]
        assert not audit.info.single_person
    assert path.read_bytes() == before
    assert cli(*review).status == 0
    with AuditFile.open(path, readonly=True) as audit:
        assert [one.review for one in audit.overrides()] == ["accepted", "rejected"]


def test_a_single_person(cli: Rig) -> None:
    cli.audited("--single-person")
    number = signoff(cli)
    assert cli("review", "a.bartizan", "--accept", number, "--by", "A. Example", "--remark", "x").status == 0
    assert head(cli)["single_person"] is True


def test_a_single_person_from_now_on(cli: Rig) -> None:
    cli.audited()
    number = signoff(cli)
    own = ("review", "a.bartizan", "--accept", number, "--by", "A. Example", "--remark", "x")
    assert cli(*own).status == 3
    assert cli(*own, "--reject", "999", "--single-person").status == 3  # nothing of it is done
    assert head(cli)["single_person"] is False
    assert cli(*own, "--single-person").status == 0
    assert head(cli)["single_person"] is True


def test_history_is_narrowed(cli: Rig) -> None:
    cli.audited()
    signoff(cli)
    all_of_it = cli("history", "a.bartizan").out.splitlines()
    assert len(cli("history", "a.bartizan", "--who", "a. example").out.splitlines()) == 1
    here = cli("history", "a.bartizan", "--item", "4.2-a", "--target", "this-computer").out.splitlines()
    assert [line.partition(": ")[2].partition(":")[0] for line in here] == ["measured", "signed off as pass"]
    assert cli("history", "a.bartizan", "--after", "2020-01-01").out.splitlines() == all_of_it
    assert cli("history", "a.bartizan", "--after", "2999-01-01").out == ""
    for wrong in (("--after", "soon"), ("--target", "x"), ("--item", "9.9-z"), ("--item", "4.2-a", "--target", "x")):
        ran = cli("history", "a.bartizan", *wrong)
        assert (ran.status, len(ran.complaints)) == (3, 1)


def test_history_of_a_kind_a_machine_and_a_span(cli: Rig) -> None:
    cli.audited()
    number = signoff(cli)
    cli("submit", "a.bartizan", "--by", "A. Example")
    today = local_today().isoformat()
    yesterday = (local_today() - timedelta(days=1)).isoformat()
    assert "signed off as pass" in cli("history", "a.bartizan", "--kind", "answer").out
    reviews = cli("history", "a.bartizan", "--kind", "review", "--item", "4.2-a").out.splitlines()
    assert len(reviews) == 1
    assert reviews[0].endswith("submitted 4.2-a")
    assert len(cli("history", "a.bartizan", "--target", "this-computer").out.splitlines()) == 3
    assert cli("history", "a.bartizan", "--before", yesterday).out == ""
    told = cli("history", "a.bartizan", "--before", today, "--kind", "review", "--json").out.splitlines()
    (line,) = map(json.loads, told)
    assert (line["by"], line["about"]) == ("A. Example", [{"item": "4.2-a", "target": "this-computer"}])
    history = [json.loads(line) for line in cli("history", "a.bartizan", "--json").out.splitlines()]
    assert line in history
    assert [one["entry"] for one in history] == list(range(1, len(history) + 1))
    assert str(line["entry"]) > number


def test_several_items_at_once_and_all_or_none(cli: Rig) -> None:
    cli.audited()
    both = ("--item", "4.2-a", "--item", "4.1-d", "--all-targets", "--result", "pass", "--by", "A. Example")
    said = cli("signoff", "a.bartizan", *both, "--role", "x", "--remark", "{item} seen on {target} by {name}")
    assert said.status == 0, said
    assert len(said.out.splitlines()) == 2
    assert "4.1-d seen on the site by A. Example" in cli("history", "a.bartizan", "--kind", "answer").out
    seal = head(cli)["seal"]
    for wrong in (
        ("--item", "4.2-a", "--item", "9.9-z", "--all-targets", "--result", "pass", *ANN),
        ("--item", "4.2-a", "--target", "this-computer", "--target", "nowhere", "--result", "pass", *ANN),
        ("--item", "4.2-a", "--all-targets", "--result", "pass", *ANN[:4]),
        ("--like", "this-computer", "--target", "nowhere", *ANN),
        ("--like", "this-computer", "--all-targets", "--result", "pass", *ANN),
        ("--like", "this-computer", "--all-targets", *ANN),
    ):
        ran = cli("signoff", "a.bartizan", *wrong)
        assert (ran.status, len(ran.complaints)) == (3, 1), wrong
    assert head(cli)["seal"] == seal


def test_a_review_in_bulk_is_all_or_none(cli: Rig) -> None:
    cli.audited()
    assert cli("review", "a.bartizan", "--accept-all", *BEN).status == 3
    first, second = signoff(cli), signoff(cli, "4.1-d")
    cli("submit", "a.bartizan", "--by", "A. Example")
    seal = head(cli)["seal"]
    assert cli("review", "a.bartizan", "--accept", first, "--reject", "999", *BEN).status == 3
    assert cli("review", "a.bartizan", "--accept-all", "--by", "a.  EXAMPLE", "--remark", "x").status == 3
    assert head(cli)["seal"] == seal
    assert cli("review", "a.bartizan", "--accept-all", "--reject", second, *BEN).out == "1 accepted, 1 rejected\n"
    assert [cli("answers", "a.bartizan", "--state", one).out.count("\n") for one in ("accepted", "rejected")] == [1, 1]


def test_a_report_is_verified_alone_and_against_its_audit(cli: Rig) -> None:
    cli.audited()
    signoff(cli)
    assert cli("report", "a.bartizan", "--format", "pdf", "--out", "a.pdf").status == 0
    alone = cli("verify", "a.pdf")
    assert alone.status == 0
    assert f"seal {head(cli)['seal']}\nThis shows damage and careless change." in alone.out
    both = cli("verify", "a.bartizan", "--pdf", "a.pdf")
    assert (both.status, both.complaints) == (0, [])
    assert both.out.endswith("the report is the same to the last byte.\n")
    signoff(cli, "4.1-d")
    assert cli("verify", "a.bartizan", "--pdf", "a.pdf").status == 1
    data = (cli.folder / "a.pdf").read_bytes()
    for spoilt, said in (
        (data[:-1], "is cut short."),
        (data[:900] + b"!" + data[901:], "was altered or damaged, "),
        (data + b"% more\n", "7 bytes were added after it was written."),
    ):
        (cli.folder / "b.pdf").write_bytes(spoilt)
        ran = cli("verify", "b.pdf")
        assert (ran.status, ran.out, len(ran.complaints)) == (1, "", 1)
        assert said in ran.complaints[0]
    for wrong in (
        ("a.bartizan", "--since", "a.bartizan"),
        ("a.pdf", "--pdf", "a.pdf"),
        ("a.pdf", "--seal", "0" * 64),
        ("a.bartizan", "--pdf", "none.pdf"),
        ("a.bartizan", "--pdf", "a.bartizan"),
        ("a.pdf", "--trust", "a.pdf"),
    ):
        ran = cli("verify", *wrong)
        assert (ran.status, len(ran.complaints)) == (3, 1), wrong


def test_a_report_is_signed_with_a_certificate(cli: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyhanko", reason="the extra [sign] is not installed")
    cli.audited()
    certificate_file(cli.folder / "a.p12", "Ann Example")
    report = ("report", "a.bartizan", "--format", "pdf", "--out", "a.pdf", "--sign-with", "a.p12")
    monkeypatch.setattr("app.exporting._kept", lambda _path: None)
    ran = cli(*report)
    assert (ran.status, len(ran.complaints)) == (3, 1)
    assert "needs its passphrase; keep it with `bartizan login --key a.p12`" in ran.complaints[0]
    monkeypatch.setattr("app.exporting._kept", lambda _path: "hunter2")
    assert cli(*report).out == "Report written to a.pdf, signed by Ann Example\n"
    assert "Signed digitally by Ann Example at 20" in cli("verify", "a.pdf", "--trust", "a.pem").out
    monkeypatch.setattr("sys.stdin", None)
    (said,) = cli(*report, "--sign-passphrase", "-").complaints
    assert said == "--sign-passphrase -: standard input is closed; pipe the passphrase into it."
    certificate_file(cli.folder / "b.p12", "Ann Example")
    assert "doesn't lead to an authority that was given" in cli("verify", "a.pdf", "--trust", "b.pem").complaints[0]
    assert cli("verify", "a.bartizan", "--pdf", "a.pdf").status == 0
    for wrong in (
        ("--format", "csv", "--out", "a.csv", "--sign-with", "a.p12"),
        (*report[2:], "--sign-passphrase", "x"),
    ):
        ran = cli("report", "a.bartizan", *wrong)
        assert (ran.status, len(ran.complaints)) == (3, 1), wrong
        assert "hunter2" not in ran.complaints[0]


def test_an_audit_that_was_cut_short_is_damaged_not_bad_input(cli: Rig) -> None:
    path = cli.audited()
    data = path.read_bytes()
    path.write_bytes(data[:-4096])
    ran = cli("verify", "a.bartizan")
    assert (ran.status, ran.complaints) == (
        1,
        [f"a.bartizan is cut short ({len(data) - 4096} of {len(data)} bytes): restore it from a copy."],
    )
    assert cli("report", "a.bartizan", "--format", "csv", "--out", "a.csv").status == 3


def test_an_earlier_revision_is_printed_again(cli: Rig) -> None:
    cli.audited()
    signoff(cli)
    assert cli("sign", "a.bartizan", *CHIEF, "--unreviewed").status == 0
    seal = head(cli)["seal"]
    assert cli("revise", "a.bartizan", "--by", "A. Example", "--remark", "more").status == 0
    signoff(cli, "4.1-d")
    ran = cli("report", "a.bartizan", "--format", "json", "--out", "one.json", "--revision", "1")
    assert ran.status == 0
    assert json.loads((cli.folder / "one.json").read_text())["audit"]["seal"] == seal
    compared = cli("compare", "a.bartizan", "--revision", "1").out.splitlines()
    assert compared[0].endswith(f"revision 1, seal {seal[:16]}")
    assert compared[2:] == [
        "better   4.1-d     site: notchecked -> pass",
        f"1 change (1 better), {int(compared[-1].split()[4])} findings as before",
    ]
    told = json.loads(cli("compare", "a.bartizan", "--revision", "1", "--json", "-").out)
    assert (told["old"]["seal"], told["old"]["revision"], told["new"]["revision"]) == (seal, 1, 2)
    assert cli("compare", "a.bartizan").status == 3
    ran = cli("report", "a.bartizan", "--format", "pdf", "--out", "a.pdf", "--since-revision", "1")
    assert ran.status == 0
    assert "the same to the last byte" in cli("verify", "a.bartizan", "--pdf", "a.pdf").out
    ran = cli("report", "a.bartizan", "--format", "json", "--out", "two.json", "--revision", "2")
    assert (ran.status, len(ran.complaints)) == (3, 1)
    assert "has no earlier revision 2; signed and opened again: 1 to 1" in ran.complaints[0]


def test_a_questionnaire_goes_out_and_comes_back(cli: Rig) -> None:
    cli.audited()
    assert cli("report", "a.bartizan", "--format", "form", "--out", "form.pdf").status == 0
    asked = places(cli.folder / "form.pdf")
    one, other = asked["4.2-a", "this-computer"], asked["4.1-d", None]
    fill(cli.folder / "form.pdf", {f"answer-{one}-verdict": "pass", f"answer-{other}-verdict": "fail"})
    ran = cli("answers", "a.bartizan", "--from", "filled.pdf", "--by", "D. Example", "--role", "manager")
    assert ran.status == 2
    assert ran.complaints == ["4.1-d: not taken: Say what is not met, so that it can be mended."]
    assert "4.2-a on this-computer: pass by D. Example, entry " in ran.out
    assert f"1 answer taken, 1 refused, {len(asked) - 2} left empty" in ran.out
    assert "answered       4.2-a     this-computer: pass, signoff" in cli("answers", "a.bartizan").out
    assert cli("answers", "a.bartizan", "--from", "form.pdf").status == 3
    assert cli("answers", "a.bartizan", "--by", "D").status == 3


def test_an_outdated_answer_stops_a_signature(cli: Rig) -> None:
    cli.audited()
    signoff(cli)
    (guideline,) = (cli.folder.parent / "content").rglob("guideline/4.yaml")
    guideline.write_text(guideline.read_text().replace("Does it hold?", "Does it hold now?"))
    ran = cli("sign", "a.bartizan", *CHIEF, "--unreviewed")
    (said,) = ran.complaints
    assert (ran.status, "changed after these answers: 4.2-a on this-computer (entry" in said) == (3, True)
    assert said.endswith("answer again, or sign expressly with outdated answers. That is --outdated.")
    assert cli("sign", "a.bartizan", *CHIEF, "--outdated").status == 3  # nobody has reviewed it either
    assert cli("sign", "a.bartizan", *CHIEF, "--unreviewed", "--outdated").status == 0


def test_a_folder_and_its_check(cli: Rig) -> None:
    cli.audited()
    signoff(cli)
    assert cli("report", "a.bartizan", "--format", "folder", "--out", "out", "--since", "a.bartizan").status == 0
    whole = cli("verify", "out")
    assert (whole.status, whole.out.startswith("out: whole, 4 files, exported under the seal ")) == (0, True)
    assert cli("verify", "out", "--seal", "0" * 64).status == 1
    (cli.folder / "out" / "findings.csv").write_text("x")
    ran = cli("verify", "out")
    assert (ran.status, ran.complaints) == (1, ["out: findings.csv was altered: it has another size."])
    assert cli("report", "a.bartizan", "--format", "folder", "--out", "out").status == 3
    ran = cli("report", "a.bartizan", "--format", "csv", "--out", "x.csv", "--since", "a.bartizan")
    assert (ran.status, "--since: only pdf and folder say what changed" in ran.complaints[0]) == (3, True)
    assert "x.csv" not in cli.files


def test_carried_answers_are_confirmed(cli: Rig) -> None:
    cli.audited()
    signoff(cli)
    (cli.folder / "a.bartizan").rename(cli.folder / "old.bartizan")
    cli.audited("--carry", "old.bartizan")
    assert "carried over" in cli("answers", "a.bartizan").out
    assert cli("confirm", "a.bartizan", "--by", "B", "--role", "r").status == 3
    assert cli("confirm", "a.bartizan", "--all", "--by", "B", "--role", "r").out == "1 answer confirmed by B\n"
    assert "carried over" not in cli("answers", "a.bartizan").out


# --- files that can't be used ----------------------------------------------------------------------------------------

READERS: dict[str, tuple[str, ...]] = {
    "verify": (),
    "answers": (),
    "history": (),
    "report": ("--format", "csv", "--out", "x.csv"),
    "report pdf": ("--format", "pdf", "--out", "x.pdf"),
    "report folder": ("--format", "folder", "--out", "x"),
    "report form": ("--format", "form", "--out", "x.pdf"),
}
WRITERS: dict[str, tuple[str, ...]] = {
    "judge": (),
    "signoff": ("--item", "4.2-a", "--all-targets", "--result", "pass", *ANN),
    "withdraw": ("--item", "4.2-a", "--all-targets", *ANN),
    "confirm": ("--all", "--by", "B", "--role", "r"),
    "submit": ("--by", "A"),
    "review": ("--accept", "1", *BEN),
    "review single": ("--accept", "1", "--single-person", *BEN),
    "sign": CHIEF,
    "revise": ("--by", "A", "--remark", "x"),
    "answers from": ("--from", "x.bartizan", "--by", "A", "--role", "r"),
}
BOTH = {**READERS, **WRITERS}


def _called(cli: Rig, name: str, file: str = "x.bartizan") -> Any:
    return cli(name.partition(" ")[0], file, *BOTH[name])


def _foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE t (a)")
    database.close()


def _newer(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    database.close()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link(path: Path) -> None:
    path.symlink_to(path.rename(path.with_name("real.bartizan")))


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _altered(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("UPDATE entry SET payload = replace(payload, 'Autumn', 'Winter')")
    database.commit()
    database.close()


FAULTS: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("hosts:\n" * 50),
    "foreign": _foreign,
    "newer": _newer,
    "cut short": lambda path: os.truncate(path, path.stat().st_size // 2),
    "zeroes": lambda path: path.write_bytes(path.read_bytes()[:512] + b"\0" * 60_000),
    "altered": _altered,
    "a folder": _folder,
    "a link": _link,
    "a pipe": _pipe,
}
DAMAGE = {"cut short", "zeroes", "altered"}  # an audit file all the same: verify says 1 of it


def _seen(folder: Path) -> dict[str, bytes | str]:
    """Everything in the folder, and the bytes of what is a file."""
    return {one.name: one.read_bytes() if one.is_file() else str(one.stat().st_mode) for one in folder.iterdir()}


def _audit(cli: Rig) -> Path:
    path = cli.folder / "x.bartizan"
    AuditFile.create(path, INFO).close()
    return path


@pytest.mark.parametrize("fault", FAULTS)
def test_one_sentence_the_right_status_and_nothing_changed(cli: Rig, fault: str) -> None:
    FAULTS[fault](_audit(cli))
    before = _seen(cli.folder)
    for name in BOTH:
        ran = _called(cli, name)
        assert ran.status == (1 if name == "verify" and fault in DAMAGE else 3), (name, ran)
        (complaint,) = ran.complaints
        assert "x.bartizan" in complaint, name
        assert ran.out == "", name
        assert _seen(cli.folder) == before, name


def test_comparing_and_carrying_from_such_files(cli: Rig) -> None:
    good = cli.audited()
    for fault in ("missing", "foreign", "newer", "cut short", "altered"):
        path = _audit(cli)
        FAULTS[fault](path)
        before = _seen(cli.folder)
        for arguments in (
            ("compare", "x.bartizan", "a.bartizan"),
            ("compare", "a.bartizan", "x.bartizan", "--json", "x.json"),
            ("report", "a.bartizan", "--format", "pdf", "--out", "x.pdf", "--since", "x.bartizan"),
            ("audit", "--local", "--out", "b.bartizan", "--carry", "x.bartizan"),
        ):
            ran = cli(*arguments)
            assert (ran.status, len(ran.complaints)) == (3, 1), (fault, arguments, ran)
            assert "x.bartizan" in ran.complaints[0]
            assert _seen(cli.folder) == before
        path.unlink(missing_ok=True)
    assert good.exists()


@pytest.mark.parametrize("name", WRITERS)
def test_a_write_protected_audit_is_read_and_not_written(cli: Rig, name: str) -> None:
    path = cli.audited(name="x.bartizan")
    path.chmod(0o400)
    before = _seen(cli.folder)
    ran = _called(cli, name)
    assert (ran.status, ran.complaints) == (3, ["x.bartizan is write-protected, so it is shown read-only."])
    assert _seen(cli.folder) == before


def test_a_write_protected_audit_can_be_reported(cli: Rig) -> None:
    path = cli.audited(name="x.bartizan")
    path.chmod(0o400)
    data = path.read_bytes()
    for name in READERS:
        ran = _called(cli, name)
        assert ran.status == 0, (name, ran)
        (cli.folder / "x.pdf").unlink(missing_ok=True)
    assert path.read_bytes() == data
    assert not [one for one in cli.files if one.startswith("x.bartizan") and one != "x.bartizan"]


def test_an_audit_that_another_program_holds(cli: Rig) -> None:
    path = cli.audited(name="x.bartizan")
    held = Audit.open(path, common.content())
    try:
        before = _seen(cli.folder)
        for name in WRITERS:
            ran = _called(cli, name)
            assert ran.status == 3
            (complaint,) = ran.complaints
            assert complaint.startswith("x.bartizan is open elsewhere ("), name
            assert _seen(cli.folder) == before
        for name in READERS:
            assert _called(cli, name).status == 0, name
            (cli.folder / "x.pdf").unlink(missing_ok=True)
        assert path.read_bytes() == before["x.bartizan"]
    finally:
        held.close()


def test_hosts_and_chapters_come_from_the_earlier_audit(cli: Rig) -> None:
    cli.audited("--chapter", "4", name="old.bartizan")
    ran = cli("audit", "--carry", "old.bartizan", "--out", "a.bartizan", "--json", "a.json")
    assert ran.status == 1, ran
    told = json.loads((cli.folder / "a.json").read_text())
    assert [one["name"] for one in told["targets"]] == ["this-computer"]
    assert {one["effective"] for one in told["findings"] if one["item"].startswith("6.")} == {"notselected"}


def test_an_answer_for_so_many_days(cli: Rig) -> None:
    cli.audited()
    signoff(cli, "4.2-a", "--valid-for", "90")
    until = (local_today() + timedelta(days=90)).isoformat()
    assert f"until {until}" in cli("answers", "a.bartizan").out
    both = ("--valid-for", "9", "--expires", until)
    ran = cli("signoff", "a.bartizan", "--item", "4.2-a", "--all-targets", "--result", "pass", *ANN, *both)
    assert (ran.status, ran.complaints) == (3, ["Give either --expires YYYY-MM-DD or --valid-for DAYS."])
