"""A hardened host and the same one with every seed in it, audited over a real SSH: exactly the seeds are found."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from seeded_host import seeded_host

sys.path.insert(0, str(Path(__file__).parent))
from seeds import HARDEN, SEEDS

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(os.geteuid() != 0, reason="mounting the host to break needs root"),
]
BARTIZAN = [sys.executable, "-c", "from app.cli.main import main; main()"]
Verdicts = dict[tuple[str, str | None], str]


def audit(seed: str, folder: Path) -> tuple[Verdicts, dict[str, Any]]:
    """The verdict of every check on a host with that seed, as the command line gives it."""
    with seeded_host(seed) as host:
        command = [
            *BARTIZAN,
            "audit",
            f"root@127.0.0.1:{host.port}",
            "--identity",
            str(host.identity),
            "--known-hosts",
            str(host.known_hosts),
            "--platform",
            "linux",
            "--role",
            "host",
            "--out",
            str(folder / "audit.bartizan"),
            "--json",
            str(folder / "audit.json"),
        ]
        root = Path(__file__).parents[2]
        done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False, cwd=root)
    assert done.returncode in {1, 2}, done.stderr
    found = json.loads((folder / "audit.json").read_text())
    verdicts = {
        (check["id"], check["subject"]): check["result"] for item in found["findings"] for check in item["checks"]
    }
    return verdicts, found


def test_exactly_the_seeds_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "hardened").mkdir()
    (tmp_path / "broken").mkdir()
    hardened, _ = audit(HARDEN, tmp_path / "hardened")
    broken, found = audit(HARDEN + "\n".join(seed.script for seed in SEEDS) + "\n", tmp_path / "broken")
    assert found["targets"][0]["reachable"]
    expected = frozenset().union(*(seed.found_by for seed in SEEDS))
    alarms = {check for (check, _), verdict in hardened.items() if verdict == "fail" and check in expected}
    failing = {check for (check, _), verdict in broken.items() if verdict == "fail"}
    before = {check for (check, _), verdict in hardened.items() if verdict == "fail"}
    missed = [seed.what for seed in SEEDS if not seed.found_by <= failing]
    with capsys.disabled():
        count = f"{len(SEEDS) - len(missed)} of {len(SEEDS)} broken states found"
        sys.stdout.write(f"\nSeeded host: {count}, {len(alarms)} false alarms\n")
    assert not missed
    assert not alarms
    assert failing - before == expected, "nothing but the seeds may turn to fail"
