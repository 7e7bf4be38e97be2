"""Copies of attached files, as other programs are to show them."""

import stat
from pathlib import Path

import pytest
from people_sample import ANN, audited

from app.audit import Audit
from app.exporting import attachment_copy
from app.model import Attachment, OverrideKind, Result
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
