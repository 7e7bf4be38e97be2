"""What was measured can be made ready in another process and written here: the same file comes of it."""

import pickle
import zlib
from pathlib import Path

import pytest
from store_sample import HV1, INFO, evidence, record_site, result, standing, state, ticking

from app.errors import StoreError
from app.model import Target
from app.store import content
from app.store.auditfile import AuditFile
from app.store.encoded import encode_look, encode_site
from app.store.verify import verify

LOOK = (state(), [evidence(), evidence("ps", output=b"x" * 5000, stderr=b"warn")], [result()])


def test_what_was_packed_elsewhere_is_the_same_file(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "here.bartizan", INFO, [HV1], clock=ticking()) as here:
        here.record(*LOOK)
        record_site(here, [result("2.1-a", None)])
        here.finish_run()
    with AuditFile.create(tmp_path / "there.bartizan", INFO, [HV1], clock=ticking()) as there:
        for encoded in (encode_look(*LOOK), encode_site([result("2.1-a", None)])):
            there.write(pickle.loads(pickle.dumps(encoded.packed())))  # noqa: S301 - what was pickled on the same line
        there.write_finish()
        there.refresh()
        assert (there.seal, there.states(), standing(there)) == (
            here.seal,
            (LOOK[0],),
            (*LOOK[2], result("2.1-a", None)),
        )
        assert there.evidence()["hv1/ps"] == LOOK[1][1]
        assert not there.interrupted
    assert verify(there.path) == verify(here.path)


def test_packing_is_done_once(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = encode_look(*LOOK).packed()
    monkeypatch.setattr(content, "pack", lambda _: pytest.fail("packed again"))
    assert packed.packed() == packed
    big = next(one for one in packed.content.values() if isinstance(one, content.Packed) and one.size == 5000)
    assert zlib.decompress(big.data) == b"x" * 5000


def test_what_is_of_no_target_of_the_audit_is_refused(tmp_path: Path) -> None:
    with AuditFile.create(tmp_path / "a.bartizan", INFO, [HV1]) as audit:
        with pytest.raises(StoreError, match="hv9 is not one of the audit's targets"):
            audit.write(encode_look(state(Target("hv9")), [], []))
        assert not audit.refresh()
