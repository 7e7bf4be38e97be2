"""People's part of an audit: states of items to the day, four eyes, signing, revisions, carried answers."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from content_sample import PLATFORM, small_benchmark, write_content
from people_sample import ANN, BEN, HV1, HV2, Clock, at, audited, looked, run, sign_off, waive, zone
from recording import record
from report_text import json_text

from app.answers import UnsettledError, permit_signing
from app.audit import Audit
from app.auditview import AuditView
from app.benchmark.load import load
from app.errors import StoreError, UsageError
from app.model import Result, RuleResult, Target
from app.overrides import lay
from app.record import Finding
from app.report.compose import compose
from app.store import ledger
from app.store.verify import verify


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Audit, Clock]]:
    audit, clock = audited(tmp_path)
    yield audit, clock
    audit.close()


@pytest.fixture
def audit(opened: tuple[Audit, Clock]) -> Audit:
    return opened[0]


def told(audit: Audit, item: str, target: str | None = "hv1") -> tuple[str, str]:
    """What the JSON says of a finding: its state and what it counts as."""
    findings = json.loads(json_text(audit.document()))["findings"]
    (one,) = [one for one in findings if (one["item"], one["target"]) == (item, target)]
    return one["answer_state"], one["effective"]


# --- states ----------------------------------------------------------------------------------------------------------


def test_every_state_on_its_way_to_the_json(opened: tuple[Audit, Clock]) -> None:
    audit, clock = opened
    assert told(audit, "4.1-a") == ("measured", "pass")
    assert told(audit, "4.2-a") == ("awaiting", "notchecked")
    made = sign_off(audit)
    assert told(audit, "4.2-a") == ("answered", "pass")
    audit.submit([made.id], by="A. Example")
    assert told(audit, "4.2-a") == ("submitted", "pass")
    audit.review([made.id], accept=False, by=BEN, remark="which list?")
    assert told(audit, "4.2-a") == ("rejected", "notchecked")
    made = sign_off(audit, expires=date(2026, 12, 24))
    audit.review([made.id], accept=True, by=BEN, remark="")
    assert told(audit, "4.2-a") == ("accepted", "pass")
    clock.now = at(2026, 12, 25, 18)
    assert told(audit, "4.2-a") == ("expired", "notchecked")
    waive(audit, date(2027, 3, 31))
    assert told(audit, "4.1-c") == ("waived", "waived")
    clock.now = at(2027, 3, 10)
    assert told(audit, "4.1-c") == ("waiver-ends", "waived")
    clock.now = at(2027, 4, 2)
    assert told(audit, "4.1-c") == ("waiver-expired", "fail")
    sign_off(audit, "4.1-c", new=Result.PASS)
    run(audit, looked(HV1, size=9), looked(HV2))
    assert told(audit, "4.1-c") == ("outdated", "pass")
    audit.withdraw("4.1-c", "hv1", **ANN, remark="look again")
    assert told(audit, "4.1-c") == ("measured", "fail")


@pytest.mark.parametrize(
    ("where", "last", "still", "over"),
    [
        ("Europe/Berlin", date(2026, 12, 31), at(2026, 12, 31, 22, 59), at(2026, 12, 31, 23, 1)),
        ("Pacific/Auckland", date(2026, 12, 31), at(2026, 12, 31, 10, 59), at(2026, 12, 31, 11, 1)),
        ("America/Los_Angeles", date(2026, 12, 31), at(2027, 1, 1, 7, 59), at(2027, 1, 1, 8, 1)),
        ("UTC", date(2028, 2, 29), at(2028, 2, 29, 23, 59), at(2028, 3, 1, 0, 1)),
        ("Europe/Berlin", date(2028, 2, 28), at(2028, 2, 28, 22, 59), at(2028, 2, 28, 23, 1)),
        ("Europe/Berlin", date(2027, 3, 28), at(2027, 3, 28, 21, 59), at(2027, 3, 28, 22, 1)),  # clocks go forward
        ("Europe/Berlin", date(2027, 10, 31), at(2027, 10, 31, 22, 59), at(2027, 10, 31, 23, 1)),  # and back
        ("Pacific/Kiritimati", date(2026, 12, 30), at(2026, 12, 30, 9, 59), at(2026, 12, 30, 10, 1)),
    ],
)
def test_a_waiver_counts_all_through_its_last_day_where_the_operator_is(
    opened: tuple[Audit, Clock], where: str, last: date, still: datetime, over: datetime
) -> None:
    audit, clock = opened
    with zone(where):
        waive(audit, last)
        sign_off(audit, expires=last)
        clock.now = still
        assert told(audit, "4.1-c") == ("waiver-ends", "waived")
        assert told(audit, "4.2-a") == ("answered", "pass")
        clock.now = over
        assert told(audit, "4.1-c") == ("waiver-expired", "fail")
        assert told(audit, "4.2-a") == ("expired", "notchecked")
        assert audit.score().value == audit.score().before_waivers


def test_days_are_those_of_the_operator_who_looks(opened: tuple[Audit, Clock]) -> None:
    audit, clock = opened
    waive(audit, date(2026, 12, 31))
    clock.now = at(2027, 1, 1, 3)
    with zone("Europe/Berlin"):
        assert told(audit, "4.1-c")[0] == "waiver-expired"
    with zone("America/Los_Angeles"):
        assert told(audit, "4.1-c")[0] == "waiver-ends"


def test_no_answer_may_end_before_it_begins(opened: tuple[Audit, Clock]) -> None:
    audit, clock = opened
    clock.now = at(2026, 12, 31, 23, 30)
    with zone("Europe/Berlin"):  # where it is New Year already
        with pytest.raises(UsageError, match=r"4\.1-c: the waiver would end on 2026-12-31, which is over"):
            waive(audit, date(2026, 12, 31))
        with pytest.raises(UsageError, match=r"4\.2-a: the answer would end on 2026-12-31, which is over"):
            sign_off(audit, expires=date(2026, 12, 31))
    with zone("UTC"):
        assert waive(audit, date(2026, 12, 31)).expires == date(2026, 12, 31)


def test_a_changed_text_makes_an_answer_outdated(audit: Audit, tmp_path: Path) -> None:
    sign_off(audit)
    audit.close()
    (root := write_content(tmp_path / "newer")).joinpath("guideline", "4.yaml").write_text(
        (root / "guideline" / "4.yaml").read_text().replace("Does it hold?", "Does it hold now?")
    )
    again = Audit.open(audit.path, load([root]), clock=Clock())
    assert told(again, "4.2-a") == ("outdated", "pass")
    again.close()


def test_an_answer_is_outdated_by_what_was_collected_for_the_person(audit: Audit) -> None:
    """4.2-b shows things and leaves the verdict to a person: other things are another question."""
    sign_off(audit, "4.2-b")
    sign_off(audit, "4.2-c", None)
    run(audit)
    assert audit.finding("4.2-b", "hv1").state == "answered"
    changed = looked(HV1)
    things = [replace(one, output=b"first\nthird\n") if one.probe == "things" else one for one in changed.evidence]
    run(audit, replace(changed, evidence=tuple(things)), looked(HV2))
    for place in (("4.2-b", "hv1"), ("4.2-c", None)):
        found = audit.finding(*place)
        assert (found.state, found.outdated, found.effective) == ("outdated", "evidence", "pass")
    (row,) = [
        one
        for one in json.loads(json_text(audit.document()))["findings"]
        if one["target"] == "hv1" and one["item"] == "4.2-b"
    ]
    assert (row["answer_state"], row["outdated"]) == ("outdated", "evidence")
    audit.review([audit.finding("4.2-b", "hv1").overrides[-1].id], accept=True, by=BEN, remark="")
    found = audit.finding("4.2-b", "hv1")
    assert (found.state, found.overrides[-1].review) == ("outdated", "accepted")
    sign_off(audit, "4.2-b")
    assert audit.finding("4.2-b", "hv1").outdated == ""


def test_every_state_is_worded_where_the_report_shows_the_item(opened: tuple[Audit, Clock]) -> None:
    audit, clock = opened
    sign_off(audit, expires=date(2026, 12, 24))
    sign_off(audit, "4.1-a", new=Result.FAIL)
    waive(audit, date(2026, 12, 10))
    assert "It ends within 30 days." in worded(audit, "4.1-c")
    run(audit, looked(HV1, "red"), looked(HV2))
    assert "Outdated: what was measured changed after it was given." in worded(audit, "4.1-a")
    clock.now = at(2026, 12, 25)
    assert "It ended on 2026-12-10: the item counts as failed again." in worded(audit, "4.1-c")
    assert "It ended on 2026-12-24: to be confirmed again." in worded(audit, "4.2-a")
    run(audit, looked(HV1, size=3), looked(HV2))  # mended meanwhile: nothing to fail again
    assert "It ended on 2026-12-10: what was measured counts again." in worded(audit, "4.1-c")


def worded(audit: Audit, item: str) -> str:
    report = compose(audit.document(), date(2026, 11, 23))
    items = (one for chapter in report.chapters for section in chapter.sections for one in section.items)
    return " ".join(answer for one in items if one.id == item for row in one.rows for answer in row.answers)


def test_a_review_counts_though_something_else_was_changed_just_before(audit: Audit) -> None:
    made = sign_off(audit)
    assert told(audit, "4.2-a") == ("answered", "pass")
    audit.set_info(replace(audit.info, title="Winter"))
    audit.review([made.id], accept=False, by=BEN, remark="which list?")
    assert told(audit, "4.2-a") == ("rejected", "notchecked")


def test_who_only_reads_sees_what_another_program_has_added(audit: Audit) -> None:
    reader = Audit.open(audit.path, small_benchmark(), readonly=True)
    assert told(reader, "4.2-a") == ("awaiting", "notchecked")
    made = sign_off(audit)
    reader.take_in()
    assert told(reader, "4.2-a") == ("answered", "pass")
    audit.review([made.id], accept=False, by=BEN, remark="which list?")
    reader.take_in()
    assert told(reader, "4.2-a") == ("rejected", "notchecked")
    reader.close()


# --- from one machine to another ------------------------------------------------------------------------------------


def test_answers_are_copied_to_another_machine(audit: Audit, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("all of them")
    until = date(2027, 1, 31)
    sign_off(audit, expires=until, attachments=[tmp_path / "list.txt"])
    waive(audit, until)
    sign_off(audit, "4.2-b", "hv2", new=Result.FAIL)
    sign_off(audit, "4.2-b", "hv1")
    made = audit.copy("hv1", ["hv2"], by="C. Example", role="operator")
    assert [(one.item, one.target, one.kind, one.by, one.remark, one.expires) for one in made] == [
        ("4.1-c", "hv2", "waiver", "C. Example", "next year", until),
        ("4.2-a", "hv2", "signoff", "C. Example", "seen", until),
    ]  # and not 4.2-b, which somebody answered there
    assert [one.name for one in made[1].attachments] == ["list.txt"]
    assert audit.copy("hv1", ["hv2"], ["4.2-b"], **ANN)[0].new is Result.PASS
    with pytest.raises(UsageError, match="hv2: has no answer that could be copied to hv1"):
        audit.copy("hv2", ["hv1"], **ANN)
    audit.withdraw("4.2-a", "hv1", **ANN, remark="no")
    with pytest.raises(UsageError, match="no answer that could be copied"):
        audit.copy("hv1", ["hv2"], ["4.2-a"], **ANN)


def test_what_has_run_out_is_copied_and_confirmed_only_if_it_is_named(
    opened: tuple[Audit, Clock], tmp_path: Path
) -> None:
    audit, clock = opened
    sign_off(audit, expires=date(2026, 11, 30))
    sign_off(audit, "4.2-b")
    new, later = audited(tmp_path, "b.bartizan")
    assert len(new.carry(audit).answers) == 2
    clock.now = later.now = at(2026, 12, 24)
    assert [one.item for one in audit.copy("hv1", ["hv2"], **ANN)] == ["4.2-b"]
    with pytest.raises(UsageError, match="which is over"):
        audit.copy("hv1", ["hv2"], ["4.2-a"], **ANN)
    assert [one.item for one in new.confirm(by=BEN, role="auditor", remark="")] == ["4.2-b"]
    new.close()


# --- four eyes -------------------------------------------------------------------------------------------------------


def test_nobody_accepts_their_own_but_in_a_single_person_audit(audit: Audit) -> None:
    made = sign_off(audit)
    with pytest.raises(UsageError, match="another person must review it, unless the audit is marked as the work of a"):
        audit.review([made.id], accept=True, by="a. example", remark="")
    audit.set_info(replace(audit.info, single_person=True))
    audit.review([made.id], accept=True, by="a. example", remark="")
    said = json.loads(json_text(audit.document()))
    assert said["audit"]["single_person"] is True
    assert said["audit"]["state"] == "accepted"
    assert "marked as the work of a single person" in audit.history()[-2].what
    path = audit.path
    audit.close()
    again = Audit.open(path, small_benchmark())
    assert again.info.single_person
    again.close()


def test_the_report_tells_of_own_answers_accepted_whatever_the_audit_is_marked_now(audit: Audit) -> None:
    said = "1 answer was accepted by the person who gave it."
    made = sign_off(audit)
    audit.set_info(replace(audit.info, single_person=True))
    audit.review([made.id], accept=True, by="A. Example", remark="")
    audit.set_info(replace(audit.info, single_person=False))
    assert said in compose(audit.document(), date(2026, 11, 23)).overview.notes
    audit.review([made.id], accept=True, by=BEN, remark="")
    assert said not in compose(audit.document(), date(2026, 11, 23)).overview.notes


@pytest.mark.parametrize("name", ["\u200b", "\u3164", " . "])
def test_nobody_is_nobody(audit: Audit, name: str) -> None:
    made = sign_off(audit)
    with pytest.raises(UsageError, match="needs the name"):
        sign_off(audit, by=name)
    with pytest.raises(UsageError, match="needs the name"):
        audit.review([made.id], accept=True, by=name, remark="")
    with pytest.raises(UsageError, match="needs the name"):
        audit.sign(by=name, role="head", unreviewed=True)


@pytest.mark.parametrize("remark", ["", " \n"])
def test_who_rejects_says_what_is_missing(audit: Audit, remark: str) -> None:
    made = sign_off(audit)
    before = audit.seal
    with pytest.raises(UsageError, match="A rejection needs a remark that says what is missing"):
        audit.review([made.id], accept=False, by=BEN, remark=remark)
    assert audit.seal == before
    audit.review([made.id], accept=True, by=BEN, remark=remark)


def test_a_single_person_audit_from_the_start(tmp_path: Path) -> None:
    audit, _ = audited(tmp_path, "b.bartizan", single_person=True)
    made = sign_off(audit)
    audit.review([made.id], accept=True, by="A. Example", remark="")
    assert "marked as the work of a single person" in audit.history()[0].what
    audit.close()


def test_the_state_of_the_audit_follows_from_the_answers(audit: Audit) -> None:
    assert audit.info.state == "open"
    first, second = sign_off(audit), sign_off(audit, "4.2-b")
    assert [one.id for one in audit.submit(by="A. Example")] == [first.id, second.id]
    assert audit.info.state == "submitted"
    audit.review([first.id], accept=True, by=BEN, remark="")
    assert audit.info.state == "submitted"
    audit.review([second.id], accept=True, by=BEN, remark="")
    assert audit.info.state == "accepted"
    third = sign_off(audit, "4.2-b", new=Result.FAIL)
    assert audit.info.state == "open"
    audit.withdraw("4.2-b", "hv1", **ANN, remark="a slip")
    assert audit.info.state == "accepted"
    with pytest.raises(UsageError, match=rf"{third.id}: this answer was taken back by entry {int(third.id) + 1}"):
        audit.review([third.id], accept=True, by=BEN, remark="")
    with pytest.raises(UsageError, match=rf"{second.id}: this answer was taken back"):
        audit.review([second.id], accept=False, by=BEN, remark="no")
    with pytest.raises(UsageError, match="takes an answer back, so there is nothing to review"):
        audit.review([str(int(third.id) + 1)], accept=True, by=BEN, remark="")
    with pytest.raises(UsageError, match="there is no answer to submit"):
        audit.submit(by="A. Example")
    with pytest.raises(UsageError, match="no answer of that number waits for a review"):
        audit.submit([first.id], by="A. Example")
    with pytest.raises(UsageError, match="Submitting needs the name"):
        audit.submit(by=" ")
    again = sign_off(audit)
    with pytest.raises(UsageError, match=rf"{first.id}: this answer was replaced by entry {again.id}"):
        audit.review([first.id], accept=True, by=BEN, remark="")


# --- signing and revisions -------------------------------------------------------------------------------------------


def test_what_stops_a_signature(audit: Audit) -> None:
    chief = {"by": "C. Example", "role": "head", "remark": "agreed"}
    with pytest.raises(UsageError, match="name and the role of the person who signs"):
        audit.sign(by="C", role=" ")
    made = sign_off(audit)
    sign_off(audit, "4.2-b")
    with pytest.raises(UsageError, match=rf"4.2-a on hv1 \(entry {made.id}\) was reviewed by nobody \(and 1 more\)"):
        audit.sign(**chief)
    audit.submit([made.id], by="A. Example")
    with pytest.raises(UsageError, match=r"4.2-a on hv1 \(entry \d+\) awaits its review"):
        audit.sign(**chief, unreviewed=True)
    audit.review([made.id], accept=False, by=BEN, remark="no")
    with pytest.raises(UsageError, match="was rejected: answer it again"):
        audit.sign(**chief, unreviewed=True)
    audit.withdraw("4.2-a", "hv1", **ANN, remark="true")
    audit.start_run()
    path = audit.path
    audit.close()
    again = Audit.open(path, small_benchmark())
    with pytest.raises(UsageError, match="The last run was cut off before its end"):
        again.sign(**chief, unreviewed=True)
    run(again)
    again.sign(**chief, unreviewed=True)
    assert again.info.state == "signed"
    with pytest.raises(UsageError, match="is signed already"):
        again.sign(**chief)
    again.close()


def test_an_outdated_answer_stops_a_signature_until_it_is_given_again_or_signed_expressly(audit: Audit) -> None:
    chief = {"by": "C. Example", "role": "head", "remark": "agreed", "unreviewed": True}
    for item in ("4.1-c", "4.2-b"):
        sign_off(audit, item, new=Result.PASS)
    run(audit, looked(HV1, size=9), looked(HV2))
    said = r"collected changed after these answers: 4\.1-c on hv1 \(entry \d+\); look at"
    with pytest.raises(UnsettledError, match=said) as stopped:
        audit.sign(**chief)
    assert stopped.value.option == "outdated"
    run(audit, replace(looked(HV1, size=9), evidence=()), looked(HV2))
    with pytest.raises(UnsettledError, match=r"4\.1-c on hv1 \(entry \d+\), 4\.2-b on hv1 \(entry \d+\); look at them"):
        audit.sign(**chief)
    run(audit, looked(HV1, size=9), looked(HV2))
    made = sign_off(audit, "4.1-c", new=Result.PASS)
    audit.submit([made.id], by="A. Example")
    audit.review([made.id], accept=True, by=BEN, remark="")
    with pytest.raises(UnsettledError, match="was reviewed by nobody") as stopped:
        audit.sign(by="C. Example", role="head")
    assert stopped.value.option == "unreviewed"
    run(audit, looked(HV1, size=8), looked(HV2))
    with pytest.raises(UnsettledError, match=r"4\.1-c on hv1"):
        audit.sign(**chief)
    audit.sign(**chief, outdated=True)
    report = compose(audit.document(), date(2026, 11, 23))
    assert "in force, outdated: what was measured changed since" in {one.state for one in report.signoffs}


def test_many_outdated_answers_are_counted(audit: Audit) -> None:
    places = [(item, target) for item in ("4.2-a", "4.2-b", "4.1-c") for target in ("hv1", "hv2")]
    made = [sign_off(audit, *place) for place in (*places, ("4.2-c", None))]
    late = [replace(audit.finding(one.item, one.target), overrides=(one,)) for one in made]
    said = {"by": "C", "role": "head", "interrupted": False, "unreviewed": True}
    with pytest.raises(UnsettledError, match=rf"\(entry {made[4].id}\) \(and 2 more\); look at them") as stopped:
        permit_signing([], late, **said, outdated=False)
    assert str(stopped.value).count("entry") == 5
    permit_signing([], late, **said, outdated=True)


def test_a_signed_audit_is_locked_and_a_revision_names_what_was_signed(audit: Audit) -> None:
    made = sign_off(audit)
    audit.review([made.id], accept=True, by=BEN, remark="")
    with pytest.raises(UsageError, match="isn't signed, so it can be changed without a new revision"):
        audit.start_revision(by="A", remark="x")
    audit.sign(by="C. Example", role="head", remark="agreed")
    sealed = audit.seal
    signed = json.loads(json_text(audit.document()))["audit"]
    assert (signed["state"], signed["revision"], signed["predecessor"]) == ("signed", 1, None)
    assert {name: signed["signed"][name] for name in ("by", "role", "remark")} == {
        "by": "C. Example",
        "role": "head",
        "remark": "agreed",
    }
    for change in (
        lambda: sign_off(audit, "4.2-b"),
        lambda: audit.withdraw("4.2-a", "hv1", **ANN, remark="x"),
        lambda: audit.set_info(replace(audit.info, title="x")),
        audit.start_run,
        lambda: audit.set_targets([HV1]),
        lambda: audit.review([made.id], accept=False, by=BEN, remark="x"),
    ):
        with pytest.raises(StoreError, match="is signed and locked"):
            change()
    with pytest.raises(UsageError, match="opening a new revision needs the name of the person who does it, and why"):
        audit.judge_again()
    assert audit.seal == sealed
    audit.judge_again(by="A. Example", remark="newer checks")
    said = json.loads(json_text(audit.document()))["audit"]
    assert (said["state"], said["revision"], said["predecessor"], said["signed"]) == ("accepted", 2, sealed, None)
    assert verify(audit.path, sealed).added == 6
    assert any(sealed[:16] in line.what and line.who == "A. Example" for line in audit.history())


def test_a_state_follows_from_what_leads_there(audit: Audit) -> None:
    made = sign_off(audit)
    assert audit.info.state == "open"
    audit.submit(by="A. Example")
    assert audit.info.state == "submitted"
    audit.review([made.id], accept=True, by=BEN, remark="")
    assert audit.info.state == "accepted"
    audit.sign(by="A. Example", role="administrator")
    assert audit.info.state == "signed"
    assert audit.signing is not None
    assert (audit.signing.by, audit.signing.role) == ("A. Example", "administrator")


# --- carried answers -------------------------------------------------------------------------------------------------


def test_carried_answers_are_marked_and_confirmed(audit: Audit, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("names")
    sign_off(audit, attachments=[tmp_path / "list.txt"])
    sign_off(audit, "4.2-b")
    waive(audit, date(2027, 1, 31))
    new, _ = audited(tmp_path, "b.bartizan")
    assert len(new.carry(audit).answers) == 3
    carried = new.overrides()
    assert all(one.origin == f"Autumn, seal {audit.seal}" for one in carried)
    said = json.loads(json_text(new.document()))["findings"]
    origins = [one["origin"] for finding in said for one in finding["overrides"]]
    assert origins == [f"Autumn, seal {audit.seal}"] * 3
    with pytest.raises(UsageError, match="999: is no answer that was carried over"):
        new.confirm(["999"], **ANN, remark="")
    (one,) = new.confirm([carried[0].id], by=BEN, role="auditor", remark="")
    assert (one.by, one.remark, one.origin, one.attachments) == (BEN, "seen", "", carried[0].attachments)
    assert len(new.confirm(by=BEN, role="auditor", remark="all looked at")) == 2
    assert not [f for f in new.findings() if f.overrides and f.overrides[-1].origin]
    with pytest.raises(UsageError, match="waits to be confirmed"):
        new.confirm(by=BEN, role="auditor", remark="")
    new.close()


@pytest.mark.parametrize("last", ["file", "answer"])
def test_answers_and_their_files_are_carried_over_all_or_none(
    audit: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    files = [tmp_path / "list.txt", tmp_path / "plan.txt"]
    for file, item in zip(files, ("4.2-a", "4.2-b"), strict=True):
        file.write_text(file.name)
        sign_off(audit, item, attachments=[file])
    new, _ = audited(tmp_path, "b.bartizan")
    before = new.seal, new.overrides(), len(new.history())
    whole = {"file": (AuditView, "attachment"), "answer": (ledger, "insert")}[last]
    done, through = [], getattr(*whole)

    def breaks(*given: object) -> object:
        done.append(given)
        if len(done) == {"file": 2, "answer": 4}[last]:
            raise StoreError("the disk is full")
        return through(*given)

    with monkeypatch.context() as broken:
        broken.setattr(*whole, breaks)
        with pytest.raises(StoreError, match="the disk is full"):
            new.carry(audit)
    assert (new.seal, new.overrides(), len(new.history())) == before
    assert verify(new.path).seal == before[0]
    assert len(new.carry(audit).answers) == 2
    assert [[new.attachment(file.sha256) for file in one.attachments] for one in new.overrides()] == [
        [b"list.txt"],
        [b"plan.txt"],
    ]
    assert verify(new.path).whole
    new.close()


def test_taking_back_needs_a_name(audit: Audit) -> None:
    sign_off(audit)
    with pytest.raises(UsageError, match="needs the name and the role of the person who does it"):
        audit.withdraw("4.2-a", "hv1", by="", role="x", remark="")


def test_an_earlier_revision_is_read_as_it_was_signed(opened: tuple[Audit, Clock]) -> None:
    audit, clock = opened
    waive(audit, date(2026, 12, 10))
    audit.sign(by="C. Example", role="head", unreviewed=True)
    seal, lines = audit.seal, audit.history()
    with pytest.raises(UsageError, match="has no earlier revision 1; signed and opened again: none"):
        audit.at_revision(1)
    clock.now = at(2027, 3, 1)
    audit.start_revision(by="A. Example", remark="more")
    sign_off(audit)
    audit.withdraw("4.1-c", "hv1", **ANN, remark="no")
    before = audit.at_revision(1)
    try:
        assert (before.seal, before.info.state, before.revision, before.readonly) == (seal, "signed", 1, True)
        assert (before.history(), before.predecessors, audit.predecessors) == (lines, (), (seal,))
        assert before.finding("4.1-c", "hv1").state == "waiver-ends"  # as it was then, though it is over by now
        changes = {(one.item, one.target): one.kind for one in audit.compare(before).changes}
        assert changes == {("4.2-a", "hv1"): "better", ("4.1-c", "hv1"): "changed"}
    finally:
        before.close()
    with pytest.raises(StoreError, match="holds no entry with the seal 0000"):
        audit.at("0" * 64)
    sign_off(audit, "4.1-d", None)  # the lock of the one that writes is its own


@pytest.mark.parametrize(
    "name", ["a. example", "  A.   Example ", "\uff21. \uff25xample", "A. Ex\u00adample", "A. Example\u200b"]
)
def test_no_spelling_makes_a_second_person(audit: Audit, name: str) -> None:
    made = sign_off(audit)
    with pytest.raises(UsageError, match="another person must review it"):
        audit.review([made.id], accept=True, by=name, remark="")


def test_decomposed_letters_are_the_same_name(audit: Audit) -> None:
    made = sign_off(audit, by="Zo\u00eb M\u00fcller")
    with pytest.raises(UsageError, match="another person must review it"):
        audit.review([made.id], accept=True, by="ZOE\u0308 MU\u0308LLER", remark="")
    audit.review([made.id], accept=True, by="Zoe M\u00fcller", remark="")  # another name


def test_judging_again_is_told_from_looking(audit: Audit) -> None:
    before = len(audit.history())
    audit.judge_again(by="A. Example")
    told = [(line.who, line.what) for line in audit.history()[before:]]
    assert told == [
        ("A. Example", "began to judge again what is stored of hv1, hv2 with small 0.1"),
        ("", "judged again what is stored of hv1"),
        ("", "judged again what is stored of hv2"),
        ("", "judged what concerns the site or several machines"),
        ("", "finished judging"),
    ]
    run(audit)
    assert audit.history()[-1].what == "finished looking"


def test_what_an_interrupted_run_left(audit: Audit) -> None:
    assert audit.left == ()
    audit.start_run()
    record(audit, looked(HV1))
    path = audit.path
    audit.close()  # as a kill ends it
    again = Audit.open(path, small_benchmark(), clock=Clock())
    try:
        assert again.interrupted
        assert again.left == ("hv2",)
        called_off = replace(looked(HV2), state=replace(looked(HV2).state, reachable=False, error_kind="cancelled"))
        record(again, called_off)
        assert again.left == ("hv2",)
        again.start_run(again.left)
        assert again.left == ("hv2",)  # were it cut off again: the run before has hv1
        record(again, called_off)
        assert again.left == ("hv2",)
        record(again, looked(HV2))
        assert again.left == ()
        again.set_targets([*again.targets, Target("new")])  # found meanwhile, as guests are
        assert again.left == ("new",)
        new = looked(Target("new"))
        record(again, replace(new, state=replace(new.state, reachable=False, error_kind="cancelled")))
        assert again.left == ("new",)
        again.set_targets(again.targets[:-1])
        again.finish_run()
        assert (again.interrupted, again.left) == (False, ())
        assert all(state.reachable for state in again.states)
    finally:
        again.close()


def test_judging_what_an_interrupted_run_stored_does_not_end_it(audit: Audit) -> None:
    run(audit, looked(HV1), looked(HV2))
    audit.start_run()
    record(audit, looked(HV1))
    path = audit.path
    audit.close()  # as a kill ends it
    again = Audit.open(path, small_benchmark(), clock=Clock())
    try:
        again.judge_again()  # of both: the run before had looked at them
        assert (again.interrupted, again.left, again.info.finished) == (True, ("hv2",), None)
        again.start_run(again.left)
        record(again, looked(HV2))
        again.finish_run()
        assert (again.interrupted, again.left) == (False, ())
        again._file.start_run(["hv1", "hv2"], "small", "0.1", "d", judged=True)
    finally:
        again.close()
    cut_off = Audit.open(path, small_benchmark(), clock=Clock())
    try:
        assert (cut_off.interrupted, cut_off.left) == (True, ())  # no machine has to be looked at for that
        cut_off.judge_again()
        assert not cut_off.interrupted
    finally:
        cut_off.close()


def test_midnight_passes_while_an_audit_is_open(opened: tuple[Audit, Clock]) -> None:
    audit, clock = opened
    waive(audit, clock.now.date())
    assert audit.finding("4.1-c", "hv1").effective == "waived"
    clock.now += timedelta(days=1)
    assert audit.finding("4.1-c", "hv1").effective == "fail"


def test_another_day_is_nothing_to_answers_without_a_last_one(
    opened: tuple[Audit, Clock], monkeypatch: pytest.MonkeyPatch
) -> None:
    audit, clock = opened
    sign_off(audit, "4.1-c", "hv2", new=Result.PASS)
    waive(audit, clock.now.date())
    audit.findings()
    anew: list[str | None] = []

    def told(measured: RuleResult, *rest: Any) -> Finding:
        anew.append(measured.target)
        return lay(measured, *rest)

    monkeypatch.setattr("app.findings.lay", told)
    clock.now += timedelta(days=1)
    assert audit.finding("4.1-c", "hv1").effective == "fail"
    assert audit.finding("4.1-c", "hv2").effective == "pass"
    assert anew == ["hv1"]


def test_the_platform_of_the_sample_is_what_these_tests_rely_on() -> None:
    assert "at_most: 3" in PLATFORM


def test_the_report_says_what_is_outdated_and_who_reviewed(audit: Audit) -> None:
    made = sign_off(audit, "4.1-c", new=Result.PASS)
    audit.set_info(replace(audit.info, single_person=True))
    audit.review([made.id], accept=True, by="A. Example", remark="")
    run(audit, looked(HV1, size=9), looked(HV2))
    report = compose(audit.document(), date(2026, 11, 23))
    (answer,) = report.signoffs
    assert answer.state == "in force, outdated: what was measured changed since"
    assert answer.counts
    assert answer.review.startswith("accepted by A. Example")
    assert report.cover.alone
    assert len(report.history) == len(audit.history())
