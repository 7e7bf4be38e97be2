"""The folder for auditors without Bartizan: whole or not there, every file in the manifest, labels never paths."""

import hashlib
import json
import stat
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from people_sample import ANN, audited, sign_off
from report_sample import empty

from app.audit import Audit
from app.errors import ReportError, StoreError
from app.model import Result
from app.record import OverrideKind
from app.report import csvreport, folder
from app.report.folder import file_label
from app.report.formats import FORMATS
from app.report.manifest import check_folder
from app.reportcheck import check_export
from app.store.loosefile import LooseFile

LONG = "x" * 300 + ".txt"
LABELS = ("plan.pdf", "../../etc/passwd", "a/b\\c:d", ".bashrc", "CON", "-rf", LONG, "東京" * 80, "\u202egpj")
ODD = ("", "...", "/", "a\0b", "\ud800", "name.with.many.dots", "no ending ", "x.tar.gz")


@pytest.fixture
def audit(tmp_path: Path) -> Iterator[Audit]:
    opened, _ = audited(tmp_path)
    files = [LooseFile(name, f"content of {name}".encode()) for name in LABELS]
    sign_off(opened)
    said = {**ANN, "remark": "see the files", "expires": None}
    opened.give([opened.draft("4.2-b", "hv1", OverrideKind.SIGNOFF, Result.PASS, **said)], files)
    yield opened
    opened.close()


@pytest.fixture
def place(audit: Audit, tmp_path: Path) -> Path:
    FORMATS["folder"](audit.document(), tmp_path / "out")
    return tmp_path / "out"


def everything(place: Path) -> dict[str, bytes]:
    return {one.relative_to(place).as_posix(): one.read_bytes() for one in place.rglob("*") if one.is_file()}


def test_everything_is_there_and_in_the_manifest(audit: Audit, place: Path) -> None:
    files = everything(place)
    manifest = json.loads(files["manifest.json"])
    assert manifest["audit"]["seal"] == audit.seal
    listed = {one["path"]: one for one in manifest["files"]}
    assert set(files) == {*listed, "manifest.json", "SHA256SUMS"}
    assert {"report.pdf", "audit.json", "findings.csv", "README.txt"} <= set(files)
    for name, one in listed.items():
        assert (one["bytes"], one["sha256"]) == (len(files[name]), hashlib.sha256(files[name]).hexdigest())
    attached = {one["label"]: files[name] for name, one in listed.items() if "label" in one}
    stored = next(one.attachments for one in audit.overrides() if one.attachments)
    assert attached == {one.name: audit.attachment(one.sha256) for one in stored}
    assert json.loads(files["audit.json"])["schema"] == "bartizan-audit/1"
    assert files["report.pdf"].startswith(b"%PDF-")
    assert not [one.name for one in place.parent.iterdir() if one.name.startswith(".report")]


def test_the_sums_are_those_of_sha256sum(place: Path) -> None:
    ran = subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=place, capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr
    assert check_folder(place).problem == ""


def test_only_the_owner_may_read_it(place: Path) -> None:
    modes = {stat.S_IMODE(one.stat().st_mode) for one in place.rglob("*") if one.is_file()}
    assert modes == {0o600}
    assert {stat.S_IMODE(one.stat().st_mode) for one in (place, place / "attachments")} == {0o700}


@pytest.mark.parametrize("label", [*LABELS, *ODD])
def test_labels_become_harmless_names(label: str) -> None:
    name = file_label(label)
    assert name == Path(name).name
    assert name
    assert name[0] not in "-. "
    assert name[-1] not in ". "
    assert len(f"001-{name}".encode()) < 200
    assert not set(name) & set('/\\:*?"<>|\0\n\u202e')
    name.encode()


def test_an_ending_is_kept() -> None:
    assert file_label("Zugang Raum 3.pdf") == "Zugang-Raum-3.pdf"
    assert file_label("x" * 300 + ".txt").endswith("x.txt")


def test_an_audit_without_anything(tmp_path: Path) -> None:
    FORMATS["folder"](empty(), tmp_path / "out")
    assert not (tmp_path / "out" / "attachments").exists()
    assert check_folder(tmp_path / "out").problem == ""


def test_an_empty_folder_is_filled_and_one_with_something_in_it_is_left_alone(audit: Audit, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()
    FORMATS["folder"](audit.document(), target)
    before = everything(target)
    with pytest.raises(ReportError, match="the folder isn't empty; choose a new one"):
        FORMATS["folder"](audit.document(), target)
    assert everything(target) == before
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ReportError, match="there is a file of that name"):
        FORMATS["folder"](audit.document(), tmp_path / "file")
    assert (tmp_path / "file").read_text() == "mine"
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(ReportError, match="there is a file of that name"):
        FORMATS["folder"](audit.document(), tmp_path / "link")
    with pytest.raises(ReportError, match="can't be written: No such file or directory; choose another place"):
        FORMATS["folder"](audit.document(), tmp_path / "none" / "out")


def test_a_failure_on_the_way_leaves_nothing(audit: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(csvreport, "write_csv", full)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ReportError, match="No space left on device"):
        FORMATS["folder"](audit.document(), tmp_path / "out")
    monkeypatch.undo()
    monkeypatch.setattr(folder, "_flush", full)
    with pytest.raises(ReportError, match="No space left on device"):
        FORMATS["folder"](audit.document(), tmp_path / "out")
    assert sorted(tmp_path.iterdir()) == before


# --- checking it -----------------------------------------------------------------------------------------------------


def _flip(place: Path) -> None:
    path = place / "audit.json"
    path.write_bytes(path.read_bytes().replace(b"a", b"b", 1))


def _add(place: Path) -> None:
    (place / "attachments" / "one-more.txt").write_text("x")


def _sums(place: Path) -> None:
    """What lets ``sha256sum -c`` be content with another file."""
    lines = (place / "SHA256SUMS").read_text().splitlines(keepends=True)
    (place / "SHA256SUMS").write_text("".join(line for line in lines if "findings.csv" not in line))


def _link(place: Path) -> None:
    content = (place / "findings.csv").rename(place.parent / "elsewhere.csv")
    (place / "findings.csv").symlink_to(content)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda place: (place / "findings.csv").unlink(), "findings.csv is missing"),
        (lambda place: (place / "audit.json").write_text("{}"), "audit.json was altered: it has another size"),
        (_flip, "audit.json was altered: its SHA-256 is another"),
        (_add, "attachments/one-more.txt was added after the export"),
        (_link, "findings.csv was altered"),
        (lambda place: (place / "SHA256SUMS").unlink(), "SHA256SUMS is missing"),
        (_sums, "SHA256SUMS was altered: its sums aren't those of the manifest"),
        (lambda place: (place / "SHA256SUMS").write_bytes(b"\xff"), "SHA256SUMS was altered"),
    ],
)
def test_changes_are_found(place: Path, change: Callable[[Path], object], problem: str) -> None:
    change(place)
    assert problem in check_folder(place).problem


def _forged(place: Path, pdf: bytes) -> None:
    """Another report in the folder, with manifest and sums made to fit it."""
    (place / "report.pdf").write_bytes(pdf)
    manifest = json.loads((place / "manifest.json").read_text())
    (one,) = (one for one in manifest["files"] if one["path"] == "report.pdf")
    one["bytes"], one["sha256"] = len(pdf), hashlib.sha256(pdf).hexdigest()
    (place / "manifest.json").write_text(json.dumps(manifest))
    sums = {one["path"]: one["sha256"] for one in manifest["files"]}
    sums["manifest.json"] = hashlib.sha256((place / "manifest.json").read_bytes()).hexdigest()
    (place / "SHA256SUMS").write_text("".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items())))


def test_the_report_of_another_state_of_the_audit_is_found(audit: Audit, place: Path, tmp_path: Path) -> None:
    whole, report = check_export(place)
    assert (whole.problem, whole.seal, report is not None and report.problem) == ("", audit.seal, "")
    sign_off(audit, "4.2-b")
    FORMATS["pdf"](audit.document(), tmp_path / "later.pdf")
    _forged(place, (tmp_path / "later.pdf").read_bytes())
    assert check_folder(place).problem == ""
    problem = check_export(place)[0].problem
    assert (
        f"report.pdf is the report of another audit or revision (seal {audit.seal[:16]}) than the manifest" in problem
    )
    _forged(place, (tmp_path / "later.pdf").read_bytes().replace(b"/Title", b"/Titel"))
    assert "report.pdf was altered or damaged" in check_export(place)[0].problem
    _forged(place, b"%PDF-1.7 of somebody else")
    with pytest.raises(StoreError, match=r"report\.pdf: is no report of Bartizan"):
        check_export(place)


def test_a_folder_whose_manifest_leaves_the_report_out_is_not_whole(place: Path) -> None:
    _forged(place, b"")
    manifest = json.loads((place / "manifest.json").read_text())
    manifest["files"] = [one for one in manifest["files"] if one["path"] != "report.pdf"]
    (place / "manifest.json").write_text(json.dumps(manifest))
    (place / "report.pdf").unlink()
    assert check_export(place)[0].problem == f"{place}: report.pdf is missing."


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ("", "is no manifest"),
        ("[]", "is no manifest"),
        ('{"schema": "x"}', "made by another version"),
        ('{"schema": "bartizan-folder/1", "files": 3}', "is no manifest"),
        ("[" * 100_000, "is no manifest"),
        (
            '{"schema":"bartizan-folder/1","audit":{"id":"","revision":1,"seal":""},"files":[{"path":"x","bytes":1e999,"sha256":""}]}',
            "is no manifest",
        ),
        (
            '{"schema":"bartizan-folder/1","audit":{"id":"","revision":1,"seal":""},"files":[{"path":"../x","bytes":1,"sha256":""}]}',
            "which is outside of the folder",
        ),
        (
            '{"schema":"bartizan-folder/1","audit":{"id":"","revision":1,"seal":""},"files":[{"path":"/etc/passwd","bytes":1,"sha256":""}]}',
            "which is outside of the folder",
        ),
    ],
)
def test_foreign_manifests(tmp_path: Path, manifest: str, said: str) -> None:
    (tmp_path / "manifest.json").write_text(manifest)
    with pytest.raises(StoreError, match=said):
        check_folder(tmp_path)


def test_a_file_that_cannot_be_read_is_told(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error", "report.pdf")

    monkeypatch.setattr(hashlib, "file_digest", broken)
    with pytest.raises(StoreError, match=r"report\.pdf: can't be read \(Input/output error\)"):
        check_folder(place)


def test_a_folder_without_a_manifest(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"holds no manifest\.json, so it is no exported audit"):
        check_folder(tmp_path)


def test_a_place_that_cannot_be_written(audit: Audit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(**_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folder.tempfile, "mkdtemp", closed)
    with pytest.raises(ReportError, match="Permission denied; choose another place"):
        FORMATS["folder"](audit.document(), tmp_path / "out")
