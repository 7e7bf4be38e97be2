"""The open audit: a finding for everything (rule 0), answers refused or kept, and old evidence judged anew."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from content_sample import NOON, PLATFORM, evidence, small_benchmark, write_content
from recording import record

from app.audit import Audit, new_info
from app.benchmark.load import load
from app.errors import ConnectError, StoreError, UsageError
from app.model import Benchmark, Privilege, Profile, Reason, Result, Role, RuleResult, Target, TargetState
from app.record import Attachment, Finding, OverrideKind
from app.report.compose import compose
from app.scan import TargetScan, judge_target
from app.store.loosefile import LooseFile
from app.store.verify import verify

HV1 = Target("hv1", address="hv1", role=Role.HOST)
VM1 = Target("vm1", address="vm1", role=Role.GUEST, parent="hv1")
HV2 = Target("hv2", address="hv2")
TARGETS = (HV1, VM1, HV2)
ALL = Profile(chapters=("4", "6"))
SITE = {"4.1-d", "4.2-c"}
CROSS = {"6.1.1-c", "6.1.3-c", "6.1.3-e", "6.1.3-f"}

ANSWERS: dict[str, bytes] = {
    "os_release": b"ID=debian\nPRETTY_NAME=Tiny\n",
    "settings": b"colour=green\nsize=4\n",
    "things": b"first\nsecond\n",
}


def looked(target: Target, role: Role, answers: Mapping[str, bytes] = ANSWERS, profile: Profile = ALL) -> TargetScan:
    """What one look at a target gave."""
    state = TargetState(
        target, reachable=True, role=role, addenda=("tiny",), privilege=Privilege.ROOT, started=NOON, seconds=1.0
    )
    found = tuple(evidence(name, output, target=target.name) for name, output in answers.items())
    return TargetScan(state, found, judge_target(state, small_benchmark(), profile, found))


def unreached(target: Target) -> TargetScan:
    error = ConnectError("refused", f"{target.name}: nothing listens at port 22; start its SSH server.")
    state = TargetState(target, reachable=False, role=target.role, error_kind=error.kind, error=str(error))
    return TargetScan(state, (), judge_target(state, small_benchmark(), ALL, ()), error)


@pytest.fixture
def audit(tmp_path: Path) -> Iterator[Audit]:
    opened = Audit.create(tmp_path / "a.bartizan", new_info("Autumn", profile=ALL), small_benchmark(), TARGETS)
    yield opened
    opened.close()


@pytest.fixture
def done(audit: Audit) -> Audit:
    """An audit after its run: a host, its guest, and a host that could not be reached."""
    audit.start_run()
    record(audit, looked(HV1, Role.HOST))
    record(audit, looked(VM1, Role.GUEST))
    record(audit, unreached(HV2))
    audit.finish_run()
    return audit


def by_place(audit: Audit) -> dict[tuple[str, str | None], Finding]:
    findings = audit.findings()
    found = {(one.measured.item, one.measured.target): one for one in findings}
    assert len(found) == len(findings), "no finding comes twice"
    return found


def places(guests: set[str]) -> set[tuple[str, str | None]]:
    """Rule 0: each item on each target, once for the site, and once per host where it needs several machines."""
    expected: set[tuple[str, str | None]] = set()
    for rule in small_benchmark().rules:
        if rule.id in SITE:
            expected.add((rule.id, None))
            continue
        expected |= {(rule.id, one.name) for one in TARGETS if rule.id not in CROSS or one.name not in guests}
    return expected


# --- rule 0 ----------------------------------------------------------------------------------------------------------


def test_everything_has_a_finding_before_anything_was_looked_at(audit: Audit) -> None:
    found = by_place(audit)
    assert set(found) == places({"vm1"})
    assert {one.effective for one in found.values()} == {"notchecked", "notapplicable"}
    assert found["4.1-a", "hv1"].measured.message == "hv1 was not looked at yet."
    assert found["4.1-a", "hv1"].measured.reason is None
    assert found["4.1-a", "vm1"].measured.reason is Reason.OTHER_ROLE
    assert found["4.1-b", "hv1"].measured.reason is Reason.OTHER_ROLE
    assert found["4.1-d", None].measured.message == "Asked once for the site; a person answers."
    assert found["4.2-a", "hv1"].measured.message == "No command sees this; a person answers."
    assert audit.score().value is None
    assert not audit.interrupted


def test_everything_has_a_finding_after_a_run(done: Audit) -> None:
    found = by_place(done)
    assert set(found) == places({"vm1"})
    assert all(one.measured.message for one in found.values())
    for one in found.values():
        assert (one.measured.reason is None) == (one.measured.result in {Result.PASS, Result.FAIL})


def test_hosts_and_guests(done: Audit) -> None:
    found = by_place(done)
    assert found["4.1-a", "hv1"].effective == "pass"
    assert found["4.1-b", "vm1"].effective == "pass"
    assert (found["4.1-c", "hv1"].effective, found["4.1-c", "vm1"].effective) == ("fail", "fail")
    assert found["4.1-a", "vm1"].measured.message == "This item is for a host; vm1 is audited as a guest."
    assert found["4.1-c", "hv1"].measured.remediation == "apt-get remove size."
    assert found["6.2-a", "hv1"].measured.reason is Reason.NOT_DECIDABLE
    assert done.score().value == 2 * 100 // 4
    assert done.evidence("hv1/settings") is not None
    assert done.evidence("hv1/nothing") is None


def test_an_unreachable_host_leaves_its_items_open_and_the_others_whole(done: Audit) -> None:
    found = by_place(done)
    lost = [one.measured for (_, target), one in found.items() if target == "hv2"]
    assert {one.result for one in lost} == {Result.NOTCHECKED}
    assert {one.reason for one in lost} == {Reason.UNREACHABLE, Reason.AWAITING_SIGNOFF}
    assert found["4.1-a", "hv2"].measured.message == (
        "hv2 could not be looked at: nothing listens at port 22; start its SSH server."
    )
    assert found["4.1-a", "hv1"].effective == "pass"
    assert [state.reachable for state in done.states] == [True, True, False]


def test_site_wide_items_carry_what_was_collected(done: Audit) -> None:
    found = by_place(done)
    assert found["4.2-c", None].measured.evidence == ("hv1/things", "vm1/things")
    assert found["4.2-c", None].measured.message == "Facts were collected; a person decides."
    assert found["4.1-d", None].measured.evidence == ()
    assert found["4.2-b", "hv1"].measured.evidence == ("hv1/things",)


def test_cross_host_items_name_every_machine(done: Audit) -> None:
    found = by_place(done)
    for item in CROSS:
        assert found[item, "hv1"].measured.targets == ("hv1", "vm1")
        assert found[item, "hv2"].measured.targets == ("hv2",)
    assert found["6.1.3-e", "hv1"].measured.result is Result.UNKNOWN  # nobody asked for the clock here
    assert found["6.1.3-f", "hv1"].measured.reason is Reason.AWAITING_SIGNOFF


def test_a_chapter_left_out(tmp_path: Path) -> None:
    profile = Profile(chapters=("4",), left_out=(("6", "another team looks at it"),))
    path = tmp_path / "b.bartizan"
    audit = Audit.create(path, new_info("Part", profile=profile), small_benchmark(), TARGETS)
    audit.start_run()
    record(audit, looked(HV1, Role.HOST, profile=profile))
    audit.finish_run()
    found = by_place(audit)
    assert set(found) == places({"vm1"})
    for (item, _), one in found.items():
        assert (one.effective == "notselected") == item.startswith("6.")
    assert found["6.2-a", "hv1"].measured.message == ("Chapter 6 was left out of this audit: another team looks at it.")
    assert found["6.2-a", "hv2"].measured.reason is Reason.OUT_OF_SCOPE
    with pytest.raises(UsageError, match="its chapter was left out of this audit"):
        audit.answer(["6.2-a"], ["hv1"], OverrideKind.SIGNOFF, Result.PASS, by="A", role="r", remark="x")
    audit.set_info(replace(audit.info, profile=ALL))
    assert by_place(audit)["6.2-a", "hv1"].measured.message == "hv1 was not looked at yet."
    audit.close()


def test_a_detected_role_decides_which_items_concern_a_target(audit: Audit) -> None:
    audit.start_run()
    record(audit, looked(HV2, Role.GUEST))
    audit.finish_run()
    found = by_place(audit)
    assert not {(item, "hv2") for item in CROSS} & set(found)
    assert found["4.1-a", "hv2"].measured.reason is Reason.OTHER_ROLE


def test_targets_that_were_never_looked_at_are_in_the_document(audit: Audit) -> None:
    audit.start_run(["hv1"])
    record(audit, looked(HV1, Role.HOST))
    audit.finish_run()
    document = audit.document()
    assert [state.target.name for state in document.targets] == ["hv1", "vm1", "hv2"]
    assert [state.error for state in document.targets] == ["", "Not looked at yet.", "Not looked at yet."]
    assert document.findings == audit.findings()
    assert document.seal == audit.seal
    assert document.program.startswith("Bartizan ")
    assert document.benchmark is audit.benchmark
    assert set(document.evidence) == {"hv1/os_release", "hv1/settings", "hv1/things"}
    assert document.info.title == "Autumn"
    assert document.score == audit.score()


def test_a_run_that_was_cut_off_shows(audit: Audit, tmp_path: Path) -> None:
    audit.start_run()
    record(audit, looked(HV1, Role.HOST))
    audit.close()
    again = Audit.open(tmp_path / "a.bartizan", small_benchmark())
    assert again.interrupted
    assert by_place(again)["4.1-a", "hv1"].effective == "pass"  # what was learnt is kept
    again.start_run()
    again.finish_run()
    assert not again.interrupted
    again.close()


def test_looking_again_replaces_what_was_learnt(done: Audit) -> None:
    done.start_run(["hv1"])
    record(done, looked(HV1, Role.HOST, {**ANSWERS, "settings": b"colour=red\nsize=1\n"}))
    done.finish_run()
    found = by_place(done)
    assert (found["4.1-a", "hv1"].effective, found["4.1-c", "hv1"].effective) == ("fail", "pass")
    assert found["4.1-c", "vm1"].effective == "fail"
    assert found["6.1.3-e", "hv1"].measured.targets == ("hv1", "vm1")


def test_what_several_machines_show_rests_on_the_newest_look(done: Audit) -> None:
    assert {by_place(done)[item, "hv2"].measured.reason for item in CROSS} == {Reason.UNREACHABLE}
    done.start_run(["hv2"])
    record(done, looked(HV2, Role.HOST))
    done.finish_run()
    found = by_place(done)
    assert found["6.1.3-f", "hv2"].measured.reason is Reason.AWAITING_SIGNOFF  # nothing to compare: as hv2 itself says
    assert {found[item, "hv2"].measured.reason for item in CROSS} == {Reason.AWAITING_SIGNOFF, Reason.NO_SUBJECT}


def test_names_are_unique(audit: Audit) -> None:
    with pytest.raises(UsageError) as caught:
        audit.set_targets([HV1, replace(HV2, name="hv1")])
    assert str(caught.value) == "hv1: this name is given to two targets; names must be unique."
    assert audit.targets == TARGETS


def test_targets_can_be_taken_out_and_back(done: Audit) -> None:
    done.set_targets([HV1])
    assert {target for _, target in by_place(done)} == {"hv1", None}
    done.set_targets(TARGETS)
    assert by_place(done)["4.1-c", "vm1"].effective == "fail"


# --- answers ---------------------------------------------------------------------------------------------------------

WHO: dict[str, Any] = {"by": "A. Example", "role": "administrator", "remark": "seen on 1 October"}
TOMORROW = date.today() + timedelta(days=1)  # noqa: DTZ011 - the operator's own day


def sign(audit: Audit, item: str, target: str | None, new: Result, **given: Any) -> Any:
    return audit.answer([item], [target], OverrideKind.SIGNOFF, new, **{**WHO, **given})


def waive(audit: Audit, item: str, target: str | None, **given: Any) -> Any:
    return audit.answer([item], [target], OverrideKind.WAIVER, Result.FAIL, **{"expires": TOMORROW, **WHO, **given})


def test_a_sign_off_lies_over_the_result_and_over_no_other(done: Audit) -> None:
    before = by_place(done)
    (made,) = sign(done, "4.2-a", "hv1", Result.PASS)
    assert (made.old, made.new, made.by, made.role) == (Result.NOTCHECKED, Result.PASS, "A. Example", "administrator")
    found = by_place(done)["4.2-a", "hv1"]
    assert (found.effective, found.measured.result) == ("pass", Result.NOTCHECKED)
    assert found.overrides == (made,)
    assert {place for place, one in by_place(done).items() if one != before[place]} == {("4.2-a", "hv1")}


def test_a_waived_failure_is_shown_as_waived_and_never_as_passed(done: Audit) -> None:
    (made,) = waive(done, "4.1-c", "hv1")
    assert (made.kind, made.old, made.new, made.expires) == (OverrideKind.WAIVER, Result.FAIL, Result.FAIL, TOMORROW)
    assert by_place(done)["4.1-c", "hv1"].effective == "waived"
    assert done.score().value == 2 * 100 // 3
    assert done.score().before_waivers == 2 * 100 // 4


def test_an_answer_that_could_not_be_read_once_is_laid_over_its_finding_the_next_time(
    done: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    done.findings()
    sign(done, "4.1-d", None, Result.FAIL)

    def refuse(*_given: object) -> None:
        raise StoreError("a read that failed")

    with monkeypatch.context() as patch:
        patch.setattr(type(done._file), "answers_at_each", refuse)
        with pytest.raises(StoreError):
            done.findings()
    assert by_place(done)["4.1-d", None].effective == "fail"


def test_site_wide_answers(done: Audit) -> None:
    sign(done, "4.1-d", None, Result.FAIL)
    assert by_place(done)["4.1-d", None].effective == "fail"


def test_several_items_on_several_targets_at_once(done: Audit) -> None:
    before = len(done.overrides())
    made = done.answer(["4.2-a", "4.1-c"], ["hv1", "vm1"], OverrideKind.SIGNOFF, Result.PASS, **WHO)
    assert [(one.item, one.target) for one in made] == [
        ("4.2-a", "hv1"),
        ("4.2-a", "vm1"),
        ("4.1-c", "hv1"),
        ("4.1-c", "vm1"),
    ]
    assert len(done.overrides()) == before + 4


@pytest.mark.parametrize(
    ("kind", "new", "given", "said"),
    [
        (
            OverrideKind.SIGNOFF,
            Result.PASS,
            {"by": " "},
            "4.1-c: an answer needs the name and the role of the person who gives it.",
        ),
        (
            OverrideKind.SIGNOFF,
            Result.PASS,
            {"role": ""},
            "4.1-c: an answer needs the name and the role of the person who gives it.",
        ),
        (
            OverrideKind.SIGNOFF,
            Result.UNKNOWN,
            {},
            "4.1-c: unknown is not an answer; choose pass, fail or notapplicable.",
        ),
        (
            OverrideKind.SIGNOFF,
            Result.NOTCHECKED,
            {},
            "4.1-c: notchecked is not an answer; choose pass, fail or notapplicable.",
        ),
        (OverrideKind.WAIVER, Result.FAIL, {}, "4.1-c: a waiver needs the day on which it ends."),
        (
            OverrideKind.WAIVER,
            Result.FAIL,
            {"expires": date(2020, 1, 31)},
            "4.1-c: the waiver would end on 2020-01-31, which is over; choose a later day.",
        ),
    ],
)
def test_answers_that_are_refused(
    done: Audit, kind: OverrideKind, new: Result, given: dict[str, Any], said: str
) -> None:
    seal = done.seal
    with pytest.raises(UsageError) as caught:
        done.answer(["4.1-c"], ["hv1"], kind, new, **{**WHO, **given})
    assert str(caught.value) == said
    assert done.seal == seal
    assert by_place(done)["4.1-c", "hv1"].overrides == ()


@pytest.mark.parametrize("kind", [OverrideKind.SIGNOFF, OverrideKind.WAIVER])
def test_an_answer_against_the_evidence_needs_a_remark(done: Audit, kind: OverrideKind) -> None:
    with pytest.raises(UsageError, match=r"^4\.1-c: .*\.$"):
        done.answer(["4.1-c"], ["hv1"], kind, Result.PASS, by="A", role="r", remark=" ", expires=TOMORROW)


def test_all_or_none(done: Audit) -> None:
    with pytest.raises(UsageError, match="there is no finding on nobody"):
        done.answer(["4.2-a"], ["hv1", "nobody"], OverrideKind.SIGNOFF, Result.PASS, **WHO)
    assert done.overrides() == ()
    with pytest.raises(UsageError, match=r"9\.9-z: there is no finding for the site"):
        done.answer(["4.1-d", "9.9-z"], [None], OverrideKind.SIGNOFF, Result.PASS, **WHO)
    assert done.overrides() == ()


def test_a_waiver_until_today_still_holds(done: Audit) -> None:
    waive(done, "4.1-c", "hv1", expires=date.today())  # noqa: DTZ011 - the operator's own day
    assert by_place(done)["4.1-c", "hv1"].effective == "waived"


def test_taking_back_is_a_further_entry(done: Audit) -> None:
    sign(done, "4.2-a", "hv1", Result.PASS)
    made = done.withdraw("4.2-a", "hv1", by="A. Example", role="administrator", remark="wrong host")
    assert made.kind is OverrideKind.WITHDRAWN
    found = by_place(done)["4.2-a", "hv1"]
    assert found.effective == "notchecked"
    assert [one.kind for one in found.overrides] == [OverrideKind.SIGNOFF, OverrideKind.WITHDRAWN]
    with pytest.raises(UsageError) as caught:
        done.withdraw("4.2-a", "hv1", by="A", role="r", remark="")
    assert str(caught.value) == "4.2-a: there is no answer to take back."
    sign(done, "4.2-a", "hv1", Result.FAIL)
    assert by_place(done)["4.2-a", "hv1"].effective == "fail"


def test_taking_back_what_nobody_said(done: Audit) -> None:
    with pytest.raises(UsageError, match="there is no answer to take back"):
        done.withdraw("4.1-a", "hv1", by="A", role="r", remark="x")


def test_attachments(done: Audit, tmp_path: Path) -> None:
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"%PDF-")
    (made,) = sign(done, "4.2-a", "hv1", Result.PASS, attachments=[plan])
    (kept,) = made.attachments
    assert (kept.name, kept.size) == ("plan.pdf", 5)
    assert done.attachment(kept.sha256) == b"%PDF-"
    for path, said in ((tmp_path / "none", "there is no such file"), (tmp_path, "only an ordinary file")):
        before = done.seal, done.path.stat().st_size
        with pytest.raises(UsageError, match=said):
            sign(done, "4.2-a", "hv1", Result.PASS, attachments=[plan, path])
        assert (done.seal, done.path.stat().st_size) == before
    assert len(done.overrides()) == 1


def test_an_answer_that_is_refused_leaves_none_of_its_files(done: Audit, tmp_path: Path) -> None:
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"%PDF-")
    before = done.seal
    with pytest.raises(UsageError, match="a waiver needs the day"):
        done.answer(
            ["4.1-a"], ["hv1"], OverrideKind.WAIVER, Result.FAIL, by="A", role="r", remark="x", attachments=[plan]
        )
    gone = Attachment("gone.pdf", "0" * 64, 5)
    said = {"by": "A", "role": "r", "remark": "x", "expires": None}
    draft = done.draft("4.2-a", "hv1", OverrideKind.SIGNOFF, Result.PASS, **said, attachments=(gone,))
    with pytest.raises(StoreError, match="is missing"):
        done.give([draft], [LooseFile.read(plan)])
    assert (done.seal, verify(done.path).whole) == (before, True)


def test_answers_are_taken_back_on_all_machines_or_on_none(done: Audit) -> None:
    sign(done, "4.2-a", "hv1", Result.PASS)
    before = done.seal
    with pytest.raises(UsageError, match=r"4\.2-a: there is no answer to take back"):
        done.withdraw_all("4.2-a", ["hv1", "hv2"], by="A. Example", role="administrator", remark="wrong")
    assert done.seal == before
    sign(done, "4.2-a", "hv2", Result.PASS)
    seals = len(done.history())
    made = done.withdraw_all("4.2-a", ["hv1", "hv2"], by="A. Example", role="administrator", remark="wrong")
    assert [(one.target, one.kind) for one in made] == [
        ("hv1", OverrideKind.WITHDRAWN),
        ("hv2", OverrideKind.WITHDRAWN),
    ]
    assert len(done.history()) == seals + 2


def test_answers_survive_closing_and_another_run(done: Audit, tmp_path: Path) -> None:
    sign(done, "4.2-a", "hv1", Result.PASS)
    waive(done, "4.1-c", "hv1")
    seal = done.seal
    done.close()
    again = Audit.open(tmp_path / "a.bartizan", small_benchmark())
    assert again.seal == seal
    again.start_run()
    record(again, looked(HV1, Role.HOST))
    again.finish_run()
    assert by_place(again)["4.2-a", "hv1"].effective == "pass"
    assert by_place(again)["4.1-c", "hv1"].effective == "waived"
    again.close()


def test_a_second_person_reviews(done: Audit) -> None:
    (made,) = sign(done, "4.2-a", "hv1", Result.PASS)
    with pytest.raises(UsageError, match="another person must review it"):
        done.review([made.id], accept=True, by=" a. example ", remark="")
    with pytest.raises(UsageError, match="needs the name of the person"):
        done.review([made.id], accept=True, by=" ", remark="")
    with pytest.raises(UsageError, match="needs a remark that says what is missing"):
        done.review([made.id], accept=False, by="B. Example", remark="")
    with pytest.raises(UsageError, match="there is no answer of that number"):
        done.review(["999"], accept=True, by="B. Example", remark="")
    done.review([made.id], accept=False, by="B. Example", remark="Which host?")
    found = by_place(done)["4.2-a", "hv1"]
    assert (found.effective, found.overrides[0].review, found.overrides[0].review_by) == (
        "notchecked",
        "rejected",
        "B. Example",
    )


def test_the_history_names_who_did_what(done: Audit) -> None:
    sign(done, "4.2-a", "hv1", Result.PASS)
    done.withdraw("4.2-a", "hv1", by="A. Example", role="administrator", remark="wrong host")
    lines = done.history("4.2-a", "hv1")
    assert len(lines) >= 2
    assert len(done.history()) > len(lines)


def test_the_history_of_an_item_is_what_reading_every_entry_tells(
    audit: Audit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names that JSON escapes, or doesn't, are found by the text of an entry too."""
    odd = tuple(replace(HV1, name=name) for name in ("hv1", "hv10", "hôte", "虚拟"))
    audit.set_targets(odd)
    audit.start_run()
    for target in odd:
        record(audit, looked(target, Role.HOST))
    audit.finish_run()
    for target in odd:
        (made,) = sign(audit, "4.2-a", target.name, Result.PASS)
        audit.review([made.id], accept=True, by="B. Example", remark="")
    places = [(one.measured.item, one.measured.target) for one in audit.findings()]
    found = [audit.history(*place) for place in places]
    assert all(len(audit.history("4.2-a", one.name)) == 3 for one in odd)
    monkeypatch.setattr("app.store.history._may_tell", lambda *_args, **_more: True)
    assert [audit.history(*place) for place in places] == found


# --- judging again ---------------------------------------------------------------------------------------------------


def content(folder: Path, platform: str) -> Benchmark:
    return load([write_content(folder, platform)])


def test_todays_checks_judge_yesterdays_evidence(done: Audit, tmp_path: Path) -> None:
    waive(done, "4.1-c", "vm1")
    done.close()
    newer = content(
        tmp_path / "new", PLATFORM.replace("at_most: 3", "at_most: 4").replace("equals: green", "equals: red")
    )
    again = Audit.open(tmp_path / "a.bartizan", newer)
    assert by_place(again)["4.1-c", "hv1"].effective == "fail"  # as stored, until somebody asks
    before = dict(again.document().evidence)
    assert again.judge_again() == 3
    found = by_place(again)
    assert (found["4.1-c", "hv1"].effective, found["4.1-a", "hv1"].effective) == ("pass", "fail")
    assert found["4.1-c", "vm1"].effective == "pass"
    assert found["4.1-c", "vm1"].overrides != ()
    assert found["4.1-a", "hv2"].measured.reason is Reason.UNREACHABLE
    assert dict(again.document().evidence) == before
    assert not again.interrupted
    again.close()


def test_judging_again_tells_of_no_other_look(done: Audit, tmp_path: Path) -> None:
    """Machines were looked at when they were, and with which content what stands was judged is told beside today's."""
    ran, old = done.info, done.benchmark.digest
    assert done.document().contents == (old,)
    done.close()
    newer = content(tmp_path / "new", PLATFORM.replace("at_most: 3", "at_most: 4"))
    again = Audit.open(tmp_path / "a.bartizan", newer, clock=lambda: datetime(2027, 3, 1, tzinfo=UTC))
    assert old in dict(compose(again.document(), date(2027, 3, 1)).method)["What was audited"]
    again.judge_again()
    assert (again.info.started, again.info.finished) == (ran.started, ran.finished)
    assert again.document().contents == (newer.digest,)
    report = compose(again.document(), date(2027, 3, 1))
    assert old not in dict(report.method)["What was audited"]
    assert not [day for day in (report.cover.started, report.cover.finished) if day.startswith("2027")]
    again.close()


def test_a_report_spans_the_looks_that_stand(audit: Audit) -> None:
    """One machine that was tried again a day later doesn't move all others to that day."""
    first, last = datetime(2026, 11, 2, 9, tzinfo=UTC), datetime(2026, 11, 3, 10, tzinfo=UTC)
    audit.start_run()
    for target, role, began in ((HV1, Role.HOST, first), (VM1, Role.GUEST, last)):
        scan = looked(target, role)
        record(audit, replace(scan, state=replace(scan.state, started=began, seconds=30.0)))
    audit.finish_run()
    cover = compose(audit.document(), date(2026, 11, 4)).cover
    assert (cover.started, cover.finished) == ("2026-11-02 09:00:00 UTC", "2026-11-03 10:00:30 UTC")


def test_a_check_on_something_that_was_never_asked(done: Audit, tmp_path: Path) -> None:
    done.close()
    more = PLATFORM.replace("{fact: settings.colour, equals: green}", "{fact: absent.count, equals: 0}")
    again = Audit.open(tmp_path / "a.bartizan", content(tmp_path / "new", more))
    again.judge_again()
    found = by_place(again)["4.1-a", "hv1"].measured
    assert (found.result, found.reason) == (Result.NOTCHECKED, Reason.CONNECTION_LOST)
    assert found.message == "absent was not answered."
    again.close()


def test_a_new_item_has_a_finding_too(done: Audit, tmp_path: Path) -> None:
    done.close()
    root = write_content(tmp_path / "new")
    chapter = root / "guideline" / "6.yaml"
    chapter.write_text(chapter.read_text().replace("6.2-a", "6.2-b"))
    (root / "platforms" / "tiny" / "platform.yaml").write_text(PLATFORM.replace("6.2-a", "6.2-b"))
    again = Audit.open(tmp_path / "a.bartizan", load([root]))
    assert by_place(again)["6.2-b", "hv1"].measured.message == "hv1 was not looked at yet."
    again.judge_again()
    assert by_place(again)["6.2-b", "hv1"].measured.reason is Reason.NOT_DECIDABLE
    assert ("6.2-a", "hv1") not in by_place(again)
    again.close()


@pytest.mark.parametrize("harm", ["UPDATE content SET data = x'00' || data", "DELETE FROM content"])
@pytest.mark.parametrize("signed", [False, True])
def test_evidence_that_is_damaged_is_not_judged_and_nothing_is_begun(
    done: Audit, tmp_path: Path, harm: str, *, signed: bool
) -> None:
    """Not even a revision: an audit that was signed stays as it was."""
    if signed:
        done.sign(by="C. Example", role="head")
    seal = done.seal
    done.close()
    digest = hashlib.sha256(ANSWERS["things"]).hexdigest()
    with closing(sqlite3.connect(tmp_path / "a.bartizan")) as database, database:
        assert database.execute(f"{harm} WHERE sha256 = ?", (digest,)).rowcount == 1
    again = Audit.open(tmp_path / "a.bartizan", small_benchmark())
    with pytest.raises(
        StoreError, match=rf"content {digest[:16]} .*; it is part of what hv1 answered, so nothing was judged"
    ):
        again.judge_again(by="C. Example", remark="newer checks")
    assert (again.seal, again.interrupted, again.info.state == "signed") == (seal, False, signed)
    again.close()
    opened = Audit.open(tmp_path / "a.bartizan", small_benchmark(), readonly=True)
    assert (opened.seal, opened.interrupted) == (seal, False)
    opened.close()


def test_judging_that_is_broken_off_begins_nothing(done: Audit, monkeypatch: pytest.MonkeyPatch) -> None:
    seal, states = done.seal, []

    def broken_off(state: TargetState, *_rest: object) -> tuple[RuleResult, ...]:
        states.append(state)
        if len(states) == len(TARGETS):
            raise KeyboardInterrupt
        return ()

    monkeypatch.setattr("app.audit.judge_target", broken_off)
    with pytest.raises(KeyboardInterrupt):
        done.judge_again()
    assert (done.seal, done.interrupted) == (seal, False)


def test_a_platform_that_is_no_more_among_the_checks_decides_nothing(done: Audit, tmp_path: Path) -> None:
    """It is no pass and no fail, and it is told from a host that could not be reached."""
    done.close()
    root = write_content(tmp_path / "new")
    shutil.rmtree(root / "platforms" / "tiny")
    again = Audit.open(tmp_path / "a.bartizan", load([root]))
    assert again.judge_again() == len(TARGETS)
    assert not again.interrupted
    found = by_place(again)
    assert not {"pass", "fail"} & {one.effective for one in found.values()}
    assert found["4.1-a", "hv2"].measured.reason is Reason.UNREACHABLE
    again.close()


# --- files -----------------------------------------------------------------------------------------------------------


def test_files_that_cannot_be_had(audit: Audit, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        Audit.create(tmp_path / "a.bartizan", new_info("Again"), small_benchmark())
    with pytest.raises(StoreError):
        Audit.open(tmp_path / "none.bartizan", small_benchmark())
    assert not (tmp_path / "none.bartizan").exists()
    (tmp_path / "foreign").write_text("hello")
    with pytest.raises(StoreError):
        Audit.open(tmp_path / "foreign", small_benchmark())
    assert (tmp_path / "foreign").read_text() == "hello"


def test_reading_only(done: Audit, tmp_path: Path) -> None:
    done.close()
    again = Audit.open(tmp_path / "a.bartizan", small_benchmark(), readonly=True)
    assert again.readonly
    assert len(again.findings()) == len(places({"vm1"}))
    with pytest.raises(StoreError):
        sign(again, "4.2-a", "hv1", Result.PASS)
    again.close()


def test_new_audits_have_ids_of_their_own() -> None:
    first, second = new_info("A", auditor="B"), new_info("A")
    assert first.id != second.id
    assert first.auditor == "B"
    assert first.created is not None
    assert first.created.tzinfo is not None
