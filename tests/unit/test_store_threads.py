"""Several threads write while the audit's own thread answers: one chain, nothing lost, known once it is taken in."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from store_sample import HV1, HV2, INFO, answer, evidence, result, standing, state

from app.errors import StoreError
from app.model import Target
from app.store import content, ledger
from app.store.auditfile import AuditFile
from app.store.encoded import encode_look, encode_site
from app.store.verify import verify

HOSTS = tuple(Target(f"h{number}", address=f"192.0.2.{number}") for number in range(12))


def looked(audit: AuditFile, target: Target) -> None:
    output = target.name.encode() * 5000
    audit.write(encode_look(state(target), [evidence("ps", target.name, output)], [result("4.1-a", target.name)]))


def test_answers_between_looks_of_other_threads(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "a.bartizan", INFO, HOSTS) as audit:
        audit.start_run([target.name for target in HOSTS], "guideline", "1", "d")
        with ThreadPoolExecutor(4) as pool:
            looks = [pool.submit(looked, audit, target) for target in HOSTS]
            said = [answer(audit, target=target.name) for target in HOSTS]
        assert [look.result() for look in looks] == [None] * len(HOSTS)
        audit.refresh()
        audit.write(encode_site([]))
        audit.write_finish()
        audit.refresh()
        assert [one.target.name for one in audit.states()] == [target.name for target in HOSTS]
        assert [one.target for one in standing(audit)] == [target.name for target in HOSTS]
        assert audit.overrides() == tuple(said)
        assert not audit.interrupted
        seal = audit.seal
        states, results = audit.states(), standing(audit)
    assert verify(tmp_path / "a.bartizan").seal == seal
    with AuditFile.open(tmp_path / "a.bartizan") as again:
        assert (again.states(), standing(again)) == (states, results)  # as they were in memory


def test_it_is_on_the_disk_before_it_is_taken_in(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "a.bartizan", INFO, [HV1, HV2]) as audit:
        thread = threading.Thread(target=looked, args=(audit, HV1))
        thread.start()
        thread.join()
        assert audit.states() == ()
        with AuditFile.open(audit.path, readonly=True) as other:
            assert [one.target for one in other.states()] == [HV1]
        assert audit.refresh()
        assert [one.target for one in audit.states()] == [HV1]


def test_a_file_that_was_closed_meanwhile_takes_nothing_more(tmp_path: Path) -> None:
    audit = AuditFile.create(tmp_path / "a.bartizan", INFO, [HV1])
    audit.close()
    with pytest.raises(StoreError, match="was closed before all of it was written"):
        looked(audit, HV1)


def test_a_signed_audit_takes_no_look(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "a.bartizan", INFO, [HV1]) as audit:
        audit.set_state("signed", by="A. Example", role="auditor")
        with pytest.raises(StoreError, match="is signed and locked"):
            looked(audit, HV1)


def test_nobody_waits_for_another_thread_that_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Making evidence smaller is the long part of writing: the audit's own thread can answer during it."""
    packing, answered = threading.Event(), threading.Event()
    pack = content.pack

    def slowly(data: bytes) -> content.Packed:
        packing.set()
        assert answered.wait(30)
        return pack(data)

    monkeypatch.setattr(content, "pack", slowly)
    with AuditFile.create(tmp_path / "a.bartizan", INFO, [HV1]) as audit:
        thread = threading.Thread(target=looked, args=(audit, HV1))
        thread.start()
        assert packing.wait(30)
        given = answer(audit)
        answered.set()
        thread.join()
        audit.refresh()
        assert audit.overrides() == (given,)
        assert [one.target for one in audit.states()] == [HV1]


def test_what_waits_to_be_read_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decoding, going = threading.Event(), threading.Event()
    decode = ledger.decode

    def slowly(entry: ledger.Entry) -> object:
        decoding.set()
        assert going.wait(30)
        return decode(entry)

    with AuditFile.create(tmp_path / "a.bartizan", INFO, [HV1]) as audit:
        looked(audit, HV1)
        audit.refresh()
        monkeypatch.setattr(ledger, "decode", slowly)
        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(audit.states)
            assert decoding.wait(30)
            second = pool.submit(lambda: list(audit.evidence()))
            going.set()
            assert [one.target for one in first.result()] == [HV1]
            assert second.result() == ["hv1/ps"]
        assert len(audit._present.looked("hv1")) == 1
