"""A hardened host, and the same one with seeds in it, audited over a real SSH: exactly the seeds are found.

Seeds that the same check must notice never stand on one host together, so that none is found by another's fault.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from seeded_host import seeded_host

sys.path.insert(0, str(Path(__file__).parent))
from seeds import HARDEN, SEEDS, Seed, rounds

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


def failing(verdicts: Verdicts) -> set[str]:
    return {check for (check, _), verdict in verdicts.items() if verdict == "fail"}


def broken(seeds: list[Seed], folder: Path) -> set[str]:
    """The checks that fail on a hardened host with these seeds."""
    folder.mkdir()
    verdicts, found = audit(HARDEN + "\n".join(seed.script for seed in seeds) + "\n", folder)
    assert found["targets"][0]["reachable"]
    return failing(verdicts)


@pytest.mark.timeout(400)  # half a dozen audits, one after the other
def test_exactly_the_seeds_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = [seed for seed in SEEDS if not seed.needs or shutil.which(seed.needs)]
    expected = frozenset().union(*(seed.found_by for seed in seeds))
    before = broken([], tmp_path / "hardened")
    alarms = before & expected
    missed, strange = [], []
    for number, together in enumerate(rounds(seeds)):
        new = broken(together, tmp_path / f"round{number}") - before
        wanted = frozenset().union(*(seed.found_by for seed in together))
        missed += [f"{seed.what}: {sorted(seed.found_by - new)}" for seed in together if not seed.found_by <= new]
        strange += sorted(new - wanted)
    with capsys.disabled():
        count = f"{len(seeds) - len(missed)} of {len(seeds)} broken states found"
        sys.stdout.write(f"\nSeeded host: {count}, {len(alarms) + len(strange)} false alarms\n")
    assert not missed
    assert not alarms
    assert not strange, "nothing but the seeds may turn to fail"
