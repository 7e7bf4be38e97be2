"""Digital signatures of reports: made, found whole, found broken, and seen alike by another program."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from certificates import certificate_file
from people_sample import audited

from app.errors import UsageError
from app.report import provenance
from app.report.pdf import pdf_bytes
from app.report.pdf.stamp import stamp_bytes
from app.report.signature import Signature, Signer, WrongPassphraseError, authority, load, signatures, signed

pytest.importorskip("pyhanko", reason="the extra [sign] is not installed")
TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("signature")


@pytest.fixture(scope="module")
def signer(folder: Path) -> Signer:
    return load(certificate_file(folder / "a.p12", "Żofia Example"), "hunter2")


@pytest.fixture(scope="module")
def report(folder: Path) -> bytes:
    audit, _ = audited(folder)
    try:
        return pdf_bytes(audit.document(), TODAY)
    finally:
        audit.close()


@pytest.fixture(scope="module")
def by_her(report: bytes, signer: Signer) -> bytes:
    return signed(report, signer)


@pytest.fixture
def file(by_her: bytes, tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "signed.pdf"
    path.write_bytes(by_her)
    return path


def looked(path: Path, *authorities: Path) -> Signature:
    trusted = [authority(one) for one in authorities]
    (one,) = signatures(path, provenance.read(path.read_bytes()).size, trusted)
    return one


def changed(data: bytes) -> bytes:
    """One letter of the time that the signature's dictionary gives, which is signed too."""
    place = data.index(b"/M (D") + 9
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def test_a_signature_is_added_behind_the_report(report: bytes, by_her: bytes, file: Path, folder: Path) -> None:
    assert by_her.startswith(report)
    assert provenance.read(by_her).problem == ""
    one = looked(file)
    assert (one.name, one.issuer) == ("Żofia Example", "Żofia Example")
    assert (one.intact, one.whole, one.within, one.trusted) == (True, True, True, False)
    assert datetime.fromisoformat(one.time) - datetime.now(UTC) < timedelta(minutes=5)
    assert looked(file, folder / "a.pem").trusted
    other = certificate_file(folder / "other.p12", "Żofia Example").with_suffix(".pem")
    assert not looked(file, other).trusted  # the same name is not the same key


def test_the_stamp_and_the_signature_tell_one_time(
    report: bytes, signer: Signer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    then = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=2)
    drawn: list[datetime] = []

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return then

    def spy(name: str, issuer: str, when: datetime) -> bytes:
        drawn.append(when)
        return stamp_bytes(name, issuer, when)

    monkeypatch.setattr("app.report.signature.datetime", Clock)
    monkeypatch.setattr("app.report.pdf.stamp.stamp_bytes", spy)
    path = tmp_path / "signed.pdf"
    path.write_bytes(signed(report, signer))
    assert drawn == [then]
    assert datetime.fromisoformat(looked(path).time) == then


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="poppler is not installed")
def test_another_program_finds_it_valid(file: Path, by_her: bytes) -> None:
    said = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False).stdout
    for words in ("Signature is Valid", "Total document signed", "ETSI.CAdES.detached", "Żofia Example"):
        assert words in said
    file.write_bytes(changed(by_her))
    said = subprocess.run(["pdfsig", "-nocert", file], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" not in said


def test_what_was_changed_or_added_after_signing_is_told(by_her: bytes, report: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(by_her + b"%more\n")
    assert not looked(path).whole
    path.write_bytes(changed(by_her))
    assert not looked(path).intact
    assert provenance.read(b"X" + by_her[1:]).problem  # the report itself is compared before any signature


def test_pages_that_change_together_with_a_signature_are_told(report: bytes, signer: Signer, tmp_path: Path) -> None:
    """Somebody lays another page over the report and signs that with a certificate of their own."""
    from io import BytesIO  # noqa: PLC0415 - beside its only use

    from pyhanko.pdf_utils.generic import NameObject, StreamObject  # noqa: PLC0415 - optional
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - optional

    writer = IncrementalPdfFileWriter(BytesIO(report), strict=False)
    page = writer.root["/Pages"]["/Kids"][1].get_object()
    page[NameObject("/Contents")] = writer.add_object(StreamObject(stream_data=b"0 0 9 9 re f"))
    writer.mark_update(page.container_ref)
    out = BytesIO()
    writer.write(out)
    path = tmp_path / "laid-over.pdf"
    path.write_bytes(signed(out.getvalue(), signer))
    assert provenance.read(path.read_bytes()).problem == ""  # the bytes of the report are all there
    one = looked(path)
    assert (one.intact, one.whole) == (True, False)


def test_what_cannot_sign_is_refused_in_one_sentence(signer: Signer, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "text.p12").write_text("no certificate")
    ended = certificate_file(tmp_path / "ended.p12", "A. Example", ended=True)
    for path, passphrase, said in (
        (tmp_path / "none.p12", None, "there is no such certificate file"),
        (tmp_path / "text.p12", None, r"is no certificate file \(PKCS#12"),
        (ended, "hunter2", "the certificate is valid from .*, not now"),
    ):
        with pytest.raises(UsageError, match=said):
            load(path, passphrase)
    for passphrase in (None, "", "hunter3"):
        with pytest.raises(WrongPassphraseError, match="passphrase"):
            load(folder / "a.p12", passphrase)


def test_no_secret_shows_in_what_a_signer_prints_as(signer: Signer) -> None:
    assert repr(signer) == "Signer(name='Żofia Example', issuer='Żofia Example')"


def test_what_was_added_is_no_signature(report: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(report + b"% more\n%%EOF\n")
    with pytest.raises(UsageError, match="can't be read"):
        signatures(path, len(report))
    path.write_bytes(report + b"startxref\n99999999\n%%EOF\n")
    with pytest.raises(UsageError, match="can't be read"):
        signatures(path, len(report))
