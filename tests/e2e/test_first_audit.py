"""A first audit from end to end, as a person does it: this computer, an answer, reports, and proof that all is whole.

Everything goes through the installed program, on the project's own content.
"""

import base64
import csv
import hashlib
import json
import os
import re
import sqlite3
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(sys.executable).with_name("bartizan")
HERE = "this-computer"
WHO = ("--by", "A. Example", "--role", "administrator", "--remark", "Access list reviewed on 1 October")

RESULTS = {"pass", "fail", "error", "unknown", "notapplicable", "notchecked", "notselected", "informational"}

pytestmark = pytest.mark.xdist_group("first audit")


class Audited:
    """The files of one audit, made once for all tests of this module."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        home = folder / "home"
        self.environment = {
            **os.environ,
            "HOME": str(home),
            **{f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CACHE", "STATE", "CONFIG", "DATA")},
        }
        self.ran = self(
            "audit", "--local", "--title", "First", "--out", "a.bartizan", "--json", "a.json", "--pdf", "a.pdf"
        )

    def __call__(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        ran = subprocess.run(
            [PROGRAM, *arguments],
            capture_output=True,
            text=True,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=100,
        )
        assert "Traceback" not in ran.stdout + ran.stderr
        return ran

    @property
    def file(self) -> Path:
        return self.folder / "a.bartizan"

    def json(self, name: str = "a.json") -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / name).read_text("utf-8"))
        return found


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Audited:
    return Audited(tmp_path_factory.mktemp("first"))


def copy(audited: Audited, name: str) -> Path:
    path = audited.folder / name
    path.write_bytes(audited.file.read_bytes())
    return path


# --- the audit -------------------------------------------------------------------------------------------------------


def test_it_runs_and_says_what_it_did(audited: Audited) -> None:
    effective = {one["effective"] for one in audited.json()["findings"]}
    open_ = effective & {"error", "unknown", "notchecked"}
    assert audited.ran.returncode == (1 if "fail" in effective else 2 if open_ else 0)
    assert audited.ran.stdout.splitlines()[-1] == "Saved as a.bartizan"
    assert "First: 134 items, 1 target, " in audited.ran.stdout
    assert audited.ran.stderr.startswith(f"{HERE}: connecting\n{HERE}: done in ")


def test_its_files_are_private(audited: Audited) -> None:
    for name in ("a.bartizan", "a.json", "a.pdf"):
        assert (audited.folder / name).stat().st_mode & 0o077 == 0


# --- the JSON, key by key --------------------------------------------------------------------------------------------


def keys(value: dict[str, Any], *expected: str) -> None:
    assert set(value) == set(expected)


def moment(text: str) -> datetime:
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)", text)
    return datetime.fromisoformat(text)


def test_the_head(audited: Audited) -> None:
    found = audited.json()
    keys(found, "schema", "program", "benchmark", "audit", "targets", "findings", "evidence", "summary")
    assert found["schema"] == "bartizan-audit/1"
    keys(found["program"], "name", "version")
    assert found["program"]["name"] == "Bartizan"
    keys(found["benchmark"], "id", "version", "items")
    assert found["benchmark"]["items"] == 134
    audit = found["audit"]
    assert set(audit) >= {"id", "title", "started", "finished", "state", "seal"}
    assert (audit["title"], audit["state"]) == ("First", "open")
    assert moment(audit["started"]) <= moment(audit["finished"])
    assert re.fullmatch(r"[0-9a-f]{64}", audit["seal"])


def test_the_target(audited: Audited) -> None:
    (target,) = audited.json()["targets"]
    assert set(target) >= {
        "name",
        "address",
        "port",
        "user",
        "role",
        "platform",
        "parent",
        "reachable",
        "privilege",
        "host_key",
        "error",
        "facts",
        "seconds",
    }
    assert (target["name"], target["reachable"], target["error"], target["parent"]) == (HERE, True, None, None)
    assert target["role"] in {"host", "guest"}
    assert target["privilege"] in {"root", "sudo", "sudo-exact", "user"}
    assert target["platform"]
    assert target["facts"]["os"]
    assert target["seconds"] > 0


def test_every_finding(audited: Audited) -> None:
    found = audited.json()
    for one in found["findings"]:
        keys(
            one,
            "item",
            "section",
            "title",
            "severity",
            "mode",
            "scope",
            "target",
            "targets",
            "result",
            "reason",
            "message",
            "effective",
            "checks",
            "overrides",
            "remediation",
            *(
                {"evidence", "answer_state", "outdated"} & set(one)
            ),  # more than the contract asks for, where there is something to say
        )
        assert one["item"].startswith(f"{one['section']}-")
        assert one["severity"] in {"low", "medium", "high", "critical"}
        assert one["mode"] in {"automated", "assisted", "manual"}
        assert one["scope"] in {"host", "guest", "both", "site", "cross-host"}
        assert one["target"] == (None if one["scope"] == "site" else HERE)
        assert one["targets"] == ([] if one["scope"] == "site" else [HERE])
        assert one["result"] in RESULTS
        assert one["effective"] == one["result"]  # nobody has answered yet
        assert (one["reason"] is None) == (one["result"] in {"pass", "fail"})
        assert one["message"].endswith(".")
        assert one["overrides"] == []
        for check in one["checks"]:
            keys(
                check,
                "id",
                "subject",
                "result",
                "expected",
                "actual",
                "message",
                "evidence",
                *({"reason"} & set(check)),
            )
            assert check["result"] in RESULTS
            assert set(check["evidence"]) <= set(found["evidence"])
        if one["result"] == "pass":
            assert one["checks"]  # never a pass without evidence
            assert all(check["evidence"] for check in one["checks"])
        if one["result"] == "fail":
            assert one["remediation"]


def test_every_item_has_its_finding(audited: Audited) -> None:
    found = audited.json()
    (target,) = found["targets"]
    items = [one["item"] for one in found["findings"]]
    assert len(items) == len(set(items))
    cross = 11 if target["role"] == "guest" else 0  # items of several machines are findings of hosts
    assert len(items) == 134 - cross
    other = {"host": "guest", "guest": "host"}[target["role"]]
    for one in found["findings"]:
        assert (one["reason"] == "other-role") == (one["scope"] == other)
        if one["mode"] == "manual" and one["scope"] != other:
            assert (one["result"], one["reason"]) == ("notchecked", "awaiting-signoff")
        if one["mode"] == "assisted" and one["scope"] != other:
            assert one["result"] == "notchecked"


def test_every_piece_of_evidence(audited: Audited) -> None:
    evidence = audited.json()["evidence"]
    assert len(evidence) > 50
    for name, one in evidence.items():
        assert set(one) >= {
            "probe",
            "target",
            "command",
            "privileged",
            "started",
            "seconds",
            "exit_status",
            "output",
            "encoding",
            "truncated",
            "bytes",
            "sha256",
        }
        assert name.removesuffix("#stderr") == f"{HERE}/{one['probe']}"
        assert one["target"] == HERE
        assert one["command"]  # none was run that isn't shown
        moment(one["started"])
        assert one["encoding"] in {"utf-8", "base64"}
        output = (
            one["output"].encode() if one["encoding"] == "utf-8" else base64.b64decode(one["output"], validate=True)
        )
        if not one["truncated"] and "masked" not in one:
            assert len(output) == one["bytes"]
            assert hashlib.sha256(output).hexdigest() == one["sha256"]


def test_the_summary_counts_the_findings(audited: Audited) -> None:
    found = audited.json()
    summary = dict(found["summary"])
    score = summary.pop("score")
    effective = [one["effective"] for one in found["findings"]]
    for name in RESULTS | {"waived"}:
        assert summary.get(name, 0) == effective.count(name)
    passed, failed = effective.count("pass"), effective.count("fail")
    assert score == (passed * 100 // (passed + failed) if passed + failed else None)


# --- what follows ----------------------------------------------------------------------------------------------------


def test_the_audit_is_whole_and_its_seal_stands_in_the_json(audited: Audited) -> None:
    ran = audited("verify", "a.bartizan")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.rstrip().endswith(f"seal {audited.json()['audit']['seal']}")


def test_a_sign_off_moves_the_seal_and_is_in_the_reports(audited: Audited) -> None:
    copy(audited, "b.bartizan")
    ran = audited("signoff", "b.bartizan", "--item", "3.4-a", "--all-targets", "--result", "pass", *WHO)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert audited("report", "b.bartizan", "--format", "json", "--out", "b.json").returncode == 0
    found = audited.json("b.json")
    answered = [one for one in found["findings"] if one["overrides"]]
    assert {one["item"] for one in answered} == {"3.4-a"}
    for one in answered:
        assert (one["result"], one["effective"]) == ("notchecked", "pass")
        (override,) = one["overrides"]
        assert set(override) >= {
            "kind",
            "old",
            "new",
            "by",
            "role",
            "time",
            "remark",
            "expires",
            "review",
            "attachments",
        }
        assert (override["kind"], override["old"], override["new"]) == ("signoff", "notchecked", "pass")
        assert (override["by"], override["review"], override["expires"]) == ("A. Example", None, None)
        moment(override["time"])
    assert found["audit"]["seal"] != audited.json()["audit"]["seal"]
    assert found["evidence"] == audited.json()["evidence"]
    assert audited("verify", "b.bartizan").returncode == 0


def test_the_pdf(audited: Audited) -> None:
    data = (audited.folder / "a.pdf").read_bytes()
    assert data.startswith(b"%PDF-1.")
    assert data.rstrip().endswith(b"%%EOF")
    ran = audited("report", "a.bartizan", "--format", "pdf", "--out", "again.pdf")
    assert (ran.returncode, ran.stdout) == (0, "Report written to again.pdf\n")
    assert (audited.folder / "again.pdf").stat().st_size > 50_000


def test_the_csv(audited: Audited) -> None:
    assert audited("report", "a.bartizan", "--format", "csv", "--out", "a.csv").returncode == 0
    with (audited.folder / "a.csv").open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert {row.get("item") or row.get("Item") for row in rows} == {one["item"] for one in audited.json()["findings"]}


def test_judging_again_comes_to_the_same(audited: Audited) -> None:
    copy(audited, "c.bartizan")
    ran = audited("judge", "c.bartizan")
    assert ran.returncode == audited.ran.returncode
    assert ran.stdout.endswith("Judged again: 1 target\n")
    audited("report", "c.bartizan", "--format", "json", "--out", "c.json")
    again, first = audited.json("c.json"), audited.json()
    assert again["findings"] == first["findings"]
    assert again["evidence"] == first["evidence"]
    assert again["summary"] == first["summary"]
    assert audited("verify", "c.bartizan").returncode == 0


def test_a_second_audit_compares_with_the_first(audited: Audited) -> None:
    copy(audited, "d.bartizan")
    ran = audited("compare", "a.bartizan", "d.bartizan")
    assert ran.returncode == 0
    assert ran.stdout.splitlines()[-1].startswith("0 changes, ")


def test_tampering_is_named(audited: Audited) -> None:
    path = copy(audited, "e.bartizan")
    database = sqlite3.connect(path)
    for (trigger,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {trigger}")
    changed = database.execute(
        "UPDATE entry SET payload = replace(payload, 'First', 'Fist!') WHERE payload LIKE '%First%'"
    ).rowcount
    database.commit()
    database.close()
    assert changed
    ran = audited("verify", "e.bartizan")
    assert (ran.returncode, ran.stdout) == (1, "")
    (said,) = ran.stderr.splitlines()
    assert said.startswith("bartizan: ")
    assert "e.bartizan" in said


def test_a_flipped_bit_is_seen(audited: Audited) -> None:
    path = copy(audited, "f.bartizan")
    data = bytearray(path.read_bytes())
    where = data.index(b"PRETTY_NAME") if b"PRETTY_NAME" in data else len(data) // 2
    data[where] ^= 1
    path.write_bytes(bytes(data))
    ran = audited("verify", "f.bartizan")
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1


def test_nothing_is_left_running(audited: Audited) -> None:
    mark = str(audited.folder)
    left = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                left.append((folder / "cmdline").read_bytes())
        except OSError:
            continue
    assert left == []
