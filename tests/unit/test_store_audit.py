import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from store_sample import (
    HV1,
    HV2,
    INFO,
    NOON,
    answer,
    attach,
    awaiting,
    evidence,
    record_site,
    result,
    small_audit,
    standing,
    state,
    ticking,
)

from app.errors import StoreError
from app.model import Result, Target
from app.overrides import Answer
from app.record import AuditInfo, OverrideKind
from app.store import loosefile
from app.store.auditfile import AuditFile
from app.store.verify import verify


@pytest.fixture
def audit(tmp_path: Path):
    with AuditFile.create(tmp_path / "a.bartizan", INFO, [HV1, HV2], clock=ticking()) as opened:
        yield opened


@contextmanager
def again(audit: AuditFile) -> Iterator[AuditFile]:
    """The same file as another program finds it."""
    with AuditFile.open(audit.path, readonly=True) as other:
        yield other


def both(audit: AuditFile) -> Iterator[AuditFile]:
    """The audit as it stands in memory, and as it stands in the file."""
    yield audit
    with again(audit) as other:
        yield other


def test_a_new_audit_holds_what_it_was_given(audit: AuditFile) -> None:
    assert audit.info == INFO
    assert audit.targets == (HV1, HV2)
    assert (audit.states(), standing(audit), audit.overrides(), dict(audit.evidence())) == ((), (), (), {})
    assert not audit.readonly
    assert not audit.interrupted
    assert audit.path.stat().st_mode & 0o777 == 0o600
    with again(audit) as other:
        assert (other.info, other.targets, other.seal) == (audit.info, audit.targets, audit.seal)


def test_an_audit_without_id_or_date_gets_them(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "a.bartizan", AuditInfo(id="", title="T"), clock=lambda: NOON) as audit:
        assert audit.info.created == NOON
        assert len(audit.info.id) == 32


def test_what_a_target_gave_comes_back_to_the_byte(audit: AuditFile) -> None:
    given = [
        evidence(output=bytes(range(256))),
        evidence("ps", output=b"", stderr=b"\x1b[31m", exit_status=None, truncated=True),
    ]
    audit.record(state(), given, [result(), awaiting()])
    for file in both(audit):
        assert file.states() == (state(),)
        assert standing(file) == (result(), awaiting())
        assert dict(file.evidence()) == {"hv1/sshd": given[0], "hv1/ps": given[1]}
        assert len(file.evidence()) == 2
        assert "hv1/none" not in file.evidence()
        assert "none" not in file.evidence()


def test_a_newer_look_takes_the_place_of_the_older_and_the_older_stays(audit: AuditFile) -> None:
    audit.record(state(), [evidence()], [result()])
    audit.record(state(HV2), [evidence(target="hv2")], [result(target="hv2")])
    newer = result(measured=Result.PASS, actual="no")
    audit.record(state(seconds=9.0), [evidence(output=b"new")], [newer])
    assert standing(audit) == (newer, result(target="hv2"))
    assert audit.states()[0].seconds == 9.0
    assert audit.evidence()["hv1/sshd"].output == b"new"
    assert [line.what for line in audit.history("4.1-a", "hv1")] == [
        "measured: fail: It is yes.",
        "measured: pass: It is no.",
    ]


def test_results_come_in_the_order_of_targets_and_without_those_removed(audit: AuditFile) -> None:
    audit.record(state(HV2), [], [result(target="hv2")])
    audit.record(state(), [], [result()])
    record_site(audit, [awaiting()])
    assert [one.target for one in standing(audit)] == ["hv1", "hv2", None]
    audit.set_targets([HV2])
    assert [one.target for one in standing(audit)] == ["hv2", None]
    audit.set_targets([HV1, HV2])
    assert [one.target for one in standing(audit)] == ["hv1", "hv2", None]


def test_an_answer_was_given_to_what_the_machines_showed_together(audit: AuditFile) -> None:
    together = result(measured=Result.PASS, actual="the same as on hv2")
    audit.record(state(), [], [result()])
    alone = answer(audit)
    record_site(audit, [together])
    said = answer(audit)
    audit.record(state(), [], [result(actual="changed")])
    assert audit.measured_before(alone.id) == result()
    assert audit.measured_before(said.id) == together
    assert audit.measured_before(answer(audit).id) == together == audit.parts("hv1")[-1][1]["4.1-a"]


def test_site_results_are_replaced_as_one(audit: AuditFile) -> None:
    record_site(audit, [awaiting(), result("2.2-b", "hv2")])
    record_site(audit, [awaiting("2.9-z")])
    assert [one.item for one in standing(audit)] == ["2.9-z"]


def test_a_target_nobody_added_is_refused(audit: AuditFile) -> None:
    with pytest.raises(StoreError, match="hv9 is not one of the audit's targets"):
        audit.record(state(Target("hv9")), [], [])
    with pytest.raises(StoreError, match="Two targets are named hv1"):
        audit.set_targets([HV1, HV1])


def test_a_run_has_a_start_and_an_end(audit: AuditFile) -> None:
    audit.start_run(["hv1"], "guideline", "1.0", "d", rules={"4.1-a": "x"})
    assert not audit.interrupted
    assert audit.info.started
    assert audit.info.finished is None
    assert audit.run
    assert (audit.run.targets, audit.run.benchmark, audit.run.version, audit.run.digest) == (
        ("hv1",),
        "guideline",
        "1.0",
        "d",
    )
    with again(audit) as other:
        assert other.interrupted  # nobody tells a reader that the writer is still at it
        assert other.rules() == {"4.1-a": "x"}
    audit.finish_run()
    with again(audit) as other:
        assert not other.interrupted
        assert other.info.finished
        assert other.info.finished > other.info.started


def test_an_interrupted_run_shows_as_such_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "a.bartizan"
    with AuditFile.create(path, INFO, [HV1]) as audit:
        audit.start_run(["hv1"], "g", "1", "d")
        audit.record(state(), [evidence()], [result()])
    with AuditFile.open(path) as audit:
        assert audit.interrupted
        assert standing(audit) == (result(),)
        audit.start_run(["hv1"], "g", "1", "d")
        assert not audit.interrupted
        audit.finish_run()
        assert not audit.interrupted


def test_an_answer_comes_back_with_everything_it_says(audit: AuditFile) -> None:
    attached = attach(audit, "/home/ann/../plan.pdf", b"%PDF")
    assert (attached.name, attached.size) == ("plan.pdf", 4)
    made = answer(
        audit,
        kind=OverrideKind.WAIVER,
        new=Result.FAIL,
        expires=date(2028, 2, 29),
        attachments=(attached,),
        basis="b" * 64,
        origin="the spring audit",
    )
    for file in both(audit):
        assert file.overrides() == (made,)
        assert file.attachment(attached.sha256) == b"%PDF"
        assert file.answered(made.id).basis == "b" * 64
        assert file.answered(made.id).origin == "the spring audit"
    assert made.time.tzinfo is UTC
    assert made.expires == date(2028, 2, 29)
    assert made.review == ""


def test_several_answers_are_kept_all_or_none(audit: AuditFile) -> None:
    drafts = [
        Answer(OverrideKind.SIGNOFF, "4.1-a", target, Result.FAIL, Result.PASS, "A", "r", "ok")
        for target in ("hv1", "hv2")
    ]
    made = audit.add_overrides(drafts)
    assert [one.target for one in made] == ["hv1", "hv2"]
    assert made[0].time == made[1].time
    gone = replace(attach(audit, "a", b"a"), sha256="0" * 64)
    with pytest.raises(StoreError, match="is missing"):
        audit.add_overrides([drafts[0], replace(drafts[1], attachments=(gone,))])
    assert audit.overrides() == made


def test_an_answer_can_only_name_attachments_that_are_there(audit: AuditFile) -> None:
    attached = attach(audit, "a", b"a")
    before = audit.seal
    with pytest.raises(StoreError, match="is missing"):
        answer(audit, attachments=(attached, replace(attached, sha256="0" * 64)))
    assert (audit.seal, audit.overrides()) == (before, ())


def test_an_attachment_is_stored_once_and_has_a_limit(audit: AuditFile, monkeypatch: pytest.MonkeyPatch) -> None:
    data = os.urandom(200_000)
    attach(audit, "one", data)
    size = audit.path.stat().st_size
    second = attach(audit, "two\\three", data)
    assert audit.path.stat().st_size - size <= 8192
    assert second.name == "three"
    monkeypatch.setattr(loosefile, "LIMIT", 1 << 20)
    with pytest.raises(StoreError, match="more than 1 MiB"):
        attach(audit, "big", bytes((1 << 20) + 1))


def test_a_review_of_an_answer_that_was_given_anew_changes_nothing_of_the_newer_one(audit: AuditFile) -> None:
    first = answer(audit, new=Result.PASS)
    answer(audit, new=Result.NOTAPPLICABLE)
    audit.review([first.id], accept=False, by="B. Example", remark="no picture")
    with AuditFile.open(audit.path, readonly=True) as again:
        for read in (audit, again):
            effect = read.effects()["hv1"]["4.1-a"]
            assert (effect.new, effect.review) == (Result.NOTAPPLICABLE, "")
            assert [one.review for one in read.answers_at("4.1-a", "hv1")] == ["rejected", ""]


def test_review_is_laid_over_the_answer_and_the_last_one_stands(audit: AuditFile) -> None:
    first, second = answer(audit), answer(audit, target="hv2")
    audit.submit([first.id, second.id], "A. Example")
    assert {one.review for one in audit.overrides()} == {"submitted"}
    audit.review([first.id], False, "B. Example", "no picture")
    audit.review([second.id], accept=True, by="B. Example", remark="fine")
    rejected, accepted = audit.overrides()
    assert (rejected.review, rejected.review_by, rejected.review_remark) == ("rejected", "B. Example", "no picture")
    assert accepted.review == "accepted"
    assert accepted.review_time
    with again(audit) as other:
        assert other.overrides() == audit.overrides()
    assert (audit.override(first.id), audit.override("999")) == (rejected, None)
    with pytest.raises(StoreError, match="no answer '999'"):
        audit.review(["999"], True, "B", "")


def test_answers_are_found_by_their_place_and_by_the_entry_that_changed_them(audit: AuditFile) -> None:
    first, other, site = answer(audit), answer(audit, target="hv2"), answer(audit, "4.2-a", None)
    before = audit.entries
    again_said = answer(audit, new=Result.FAIL)
    assert audit.answers_at("4.1-a", "hv1") == (first, again_said)
    assert audit.answers_at("4.1-a", "hv2") == (other,)
    assert audit.answers_at("4.2-a", "hv1") == ()
    assert audit.answered_since(before) == [("4.1-a", "hv1")]
    audit.submit([other.id, site.id], "A. Example")
    assert [one.review for one in audit.answers_at("4.2-a", None)] == ["submitted"]
    assert audit.answered_since(before + 1) == [("4.1-a", "hv2"), ("4.2-a", None)]
    assert audit.answered_since(audit.entries) == []
    with again(audit) as opened:
        assert opened.answered_since(before) == audit.answered_since(before)
        assert sorted(audit.answered_since(0)) == sorted(audit.answered_since(before))
        assert opened.answers_at("4.2-a", None) == audit.answers_at("4.2-a", None)


def test_a_signed_audit_is_locked_until_a_revision_names_it(audit: AuditFile) -> None:
    with pytest.raises(StoreError, match="isn't signed"):
        audit.start_revision(by="A", remark="")
    audit.set_state("submitted", by="A")
    assert audit.info.state == "submitted"
    audit.set_state("signed", by="B")
    sealed = audit.seal
    for forbidden in (
        lambda: answer(audit),
        lambda: audit.record(state(), [], []),
        lambda: audit.set_state("open"),
        lambda: attach(audit, "a", b""),
    ):
        with pytest.raises(StoreError, match="signed and locked"):
            forbidden()
    assert audit.seal == sealed
    audit.start_revision(by="A", remark="another host")
    assert (audit.revision, audit.predecessor, audit.info.state) == (2, sealed, "open")
    answer(audit)
    with again(audit) as other:
        assert (other.revision, other.predecessor) == (2, sealed)
    with pytest.raises(StoreError, match="can't be 'closed'"):
        audit.set_state("closed")


def test_what_was_measured_when_somebody_answered_can_be_told(audit: AuditFile) -> None:
    early = answer(audit)
    audit.record(state(), [], [result()])
    record_site(audit, [awaiting()])
    middle = answer(audit)
    site = answer(audit, "7.1-a", None)
    audit.record(state(), [], [result(measured=Result.PASS, actual="no")])
    late = answer(audit)
    assert audit.measured_before(early.id) is None
    assert audit.measured_before(middle.id) == result()
    assert audit.measured_before(site.id) == awaiting()
    assert audit.measured_before(late.id) == result(measured=Result.PASS, actual="no")


def test_info_keeps_what_the_ledger_knows_better(audit: AuditFile) -> None:
    audit.set_info(replace(INFO, id="other", title="New", created=None, state="signed"))
    assert (audit.info.id, audit.info.title, audit.info.created, audit.info.state) == ("a1", "New", NOON, "open")


def test_history_has_a_line_for_every_entry(tmp_path: Path) -> None:
    with AuditFile.open(small_audit(tmp_path / "a.bartizan"), readonly=True) as audit:
        lines = audit.history()
        assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
        assert [line.kind for line in lines] == [
            "created", "run-started", "target", "target", "site", "run-finished", "attachment", "override", "override",
            "review", "review", "override", "info", "targets", "state", "revision",
        ]  # fmt: skip
        told = {line.seq: (line.who, line.what) for line in lines}
        assert told[4] == ("", "could not look at hv2: No.")
        assert told[8] == ("A. Example", "4.1-a on hv1: signed off as pass in place of fail: seen")
        assert told[9] == ("A. Example", "2.1-a on the site: signed off as pass: seen")
        assert told[11] == ("B. Example", "accepted 4.1-a: agreed")
        assert [line.kind for line in audit.history("4.1-a", "hv1")] == [
            "target",
            "override",
            "review",
            "review",
            "override",
        ]
        assert [line.kind for line in audit.history("2.1-a")] == ["site", "override", "review"]


def test_evidence_can_be_read_in_another_thread_until_the_audit_is_closed(audit: AuditFile) -> None:
    audit.record(state(), [evidence(output=b"x" * 9000)], [])
    view = audit.evidence()
    seen: list[object] = []

    def read() -> None:
        try:
            seen.append(view["hv1/sshd"].output)
        except StoreError as error:
            seen.append(str(error))

    for _ in range(2):
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
        audit.close()
    assert seen[0] == b"x" * 9000
    assert "closed" in str(seen[1])


def test_the_seal_changes_with_every_entry_and_stands_for_all_before(audit: AuditFile) -> None:
    seals = [audit.seal]
    for _ in range(3):
        answer(audit)
        seals.append(audit.seal)
    assert len(set(seals)) == 4
    assert verify(audit.path).seal == audit.seal


def test_a_clock_that_jumps_back_does_not_disorder_the_ledger(tmp_path: Path) -> None:
    moments = iter([NOON, datetime(2020, 1, 1, tzinfo=UTC), NOON, NOON, NOON])
    with AuditFile.create(tmp_path / "a.bartizan", INFO, clock=lambda: next(moments)) as audit:
        first = answer(audit)
        second = answer(audit)
    assert (first.id, second.id) == ("2", "3")
    assert verify(tmp_path / "a.bartizan").whole
