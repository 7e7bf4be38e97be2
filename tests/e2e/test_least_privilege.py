"""An account that may run exactly the commands of the printed sudoers file sees what root sees."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.real, pytest.mark.skipif(os.geteuid() != 0, reason="only root can make accounts")]
ROOT = Path(__file__).parents[2]
BARTIZAN = [sys.executable, "-c", "from app.cli.main import main; main()"]
CHAPTERS = ("3", "5", "7")  # the account, password, log and boot items: where root's rights matter most


def audit(server: Any, user: str, folder: Path) -> dict[str, Any]:
    """The audit's JSON."""
    command = [*BARTIZAN, "audit", f"{user}@127.0.0.1:{server.port}", "--platform", "linux", "--role", "host"]
    command += ["--identity", str(server.key), "--known-hosts", str(server.known_hosts)]
    command += ["--out", str(folder / f"{user}.bartizan"), "--json", str(folder / f"{user}.json")]
    command += [word for chapter in CHAPTERS for word in ("--chapter", chapter)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=110, check=False, cwd=ROOT)
    assert done.returncode in {1, 2}, done.stderr
    return dict(json.loads((folder / f"{user}.json").read_text()))


def verdicts(found: dict[str, Any]) -> dict[tuple[str, str | None], str]:
    """The result of every check by check and subject; accounts of other tests that run meanwhile are left out."""
    checks = [check for finding in found["findings"] for check in finding["checks"]]
    return {
        (check["id"], check["subject"]): check["result"]
        for check in checks
        if not (check["subject"] or "").startswith("bz") and check["id"] not in ABOUT_ACCOUNTS
    }


# The throw-away account itself is new between the two audits, and its rule is a right without a password.
ABOUT_ACCOUNTS = {"linux.only-approved-accounts", "linux.no-forgotten-accounts", "linux.sudo-asks"}


def test_exact_commands_see_what_root_sees(make_sshd: Any, make_account: Any, tmp_path: Path) -> None:
    server, account = make_sshd(), make_account()
    printed = subprocess.run(
        [*BARTIZAN, "checks", "sudoers", "--platform", "linux", "--user", account.name],
        capture_output=True, text=True, check=True, cwd=ROOT, timeout=60,
    )  # fmt: skip
    account.sudoers_file(printed.stdout)
    by_root = audit(server, "root", tmp_path)
    by_account = audit(server, account.name, tmp_path)
    assert by_root["targets"][0]["privilege"] == "root"
    assert by_account["targets"][0]["privilege"] == "sudo-exact"
    assert verdicts(by_account) == verdicts(by_root)


def test_a_finding_that_the_audits_own_account_causes_says_so(
    make_sshd: Any, make_account: Any, tmp_path: Path
) -> None:
    server, account = make_sshd(), make_account()
    account.sudoers("USER ALL=(ALL) NOPASSWD: ALL")
    found = audit(server, account.name, tmp_path)
    own = "The account of this audit needs no password for sudo there"
    said = {
        check["id"]
        for finding in found["findings"]
        if own in finding["message"]
        for check in finding["checks"]
        if check["result"] == "fail"
    }
    assert "linux.sudo-asks" in said
    assert found["targets"][0]["facts"]["privilege_note"].startswith(own)
    by_root = audit(server, "root", tmp_path)
    assert own not in json.dumps(by_root)
