"""Copies of attached files, as other programs are to show them."""

import errno
import stat
from pathlib import Path

import pytest
from certificates import certificate_file
from people_sample import ANN, audited

from app import credentials
from app.audit import Audit
from app.errors import CredentialError, ReportError
from app.exporting import attachment_copy, signer_of
from app.model import Result
from app.record import Attachment, OverrideKind
from app.report.signature import WrongPassphraseError
from app.store.loosefile import LooseFile


def _attached(audit: Audit, label: str) -> Attachment:
    draft = audit.draft("4.2-a", "hv1", OverrideKind.SIGNOFF, Result.PASS, **ANN, remark="see the file", expires=None)
    return audit.give([draft], [LooseFile(label, b"bytes")])[0].attachments[0]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("list.pdf", "list.pdf"),
        ("../../plan.txt", "plan.txt"),
        ("list.pdf.exe", "list.pdf.exe.txt"),
        ("Mend.PS1", "Mend.PS1.txt"),
        ("open.desktop", "open.desktop.txt"),
        ("sh", "sh.txt"),
    ],
)
def test_a_copy_that_nobody_may_write_and_nothing_runs(tmp_path: Path, label: str, name: str) -> None:
    audit, _ = audited(tmp_path)
    path = attachment_copy(audit, _attached(audit, label), tmp_path)
    audit.close()
    assert (path.name, path.read_bytes(), path.parent.parent) == (name, b"bytes", tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o400


def test_a_copy_that_was_cut_off_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audit, _ = audited(tmp_path)
    attachment = _attached(audit, "list.pdf")

    def full(path: Path, data: bytes) -> int:
        with path.open("wb") as stream:
            stream.write(data[:2])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(Path, "write_bytes", full)
        with pytest.raises(ReportError, match=r"list\.pdf: the copy can't be written \(No space left on device\)"):
            attachment_copy(audit, attachment, tmp_path)
    path = attachment_copy(audit, attachment, tmp_path)
    assert path.read_bytes() == b"bytes"
    assert [one.name for one in path.parent.iterdir()] == ["list.pdf"]
    audit.close()


class Keyring:
    """A keyring with so many secrets; it remembers in which threads it was asked."""

    def __init__(self, **entries: str) -> None:
        self.entries = entries
        self.asked: list[str] = []

    def get_password(self, _service: str, username: str) -> str | None:
        self.asked.append(username)
        return self.entries.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError


def test_a_certificate_opens_with_what_was_typed_else_as_it_is_else_with_the_keyrings_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = certificate_file(tmp_path / "ann.p12", "Ann Example")
    entry = f"passphrase {path}"
    ring = Keyring()
    monkeypatch.setattr(credentials, "_SYSTEM", credentials.Credentials(lambda: ring))
    assert signer_of(path, "hunter2").name == "Ann Example"
    with pytest.raises(WrongPassphraseError, match="the passphrase doesn't open it"):
        signer_of(path, "other")
    assert ring.asked == []
    with pytest.raises(
        WrongPassphraseError, match=r"needs its passphrase; type it, or keep it with `bartizan login --key"
    ):
        signer_of(path)
    assert entry in ring.asked
    ring.entries[entry] = "hunter3"
    with pytest.raises(WrongPassphraseError, match="the passphrase that the keyring has doesn't open it") as failed:
        signer_of(path)
    assert "hunter" not in str(failed.value)
    ring.entries[entry] = "hunter2"
    assert signer_of(path).name == "Ann Example"

    def none() -> Keyring:
        raise CredentialError("no keyring")

    monkeypatch.setattr(credentials, "_SYSTEM", credentials.Credentials(none))
    with pytest.raises(WrongPassphraseError, match="needs its passphrase"):
        signer_of(path)
