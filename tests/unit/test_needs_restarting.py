"""needs-restarting of RHEL: what it says of a reboot counts, and its own failure doesn't."""

import os
import subprocess
from pathlib import Path

import pytest

from app.benchmark.load import load
from app.parsers import Answer
from app.parsers.restart import parse_restart

NEEDED = (
    "Core libraries or services have been updated:\n  glibc\n\nReboot is required to fully utilize these updates.\n"
)


@pytest.mark.parametrize(
    ("says", "status", "waits"),
    [
        (NEEDED, 1, True),
        ("No core libraries or services have been updated.\nReboot should not be necessary.\n", 0, False),
        ("", 1, False),  # Python without the module: what went wrong stands on standard error
    ],
)
def test_needs_restarting(says: str, status: int, waits: bool, tmp_path: Path) -> None:
    tool = tmp_path / "needs-restarting"
    tool.write_text(f"#!/bin/sh\nprintf '%s' '{says}'\nexit {status}\n")
    tool.chmod(0o755)
    addenda = load([Path(__file__).parents[2] / "checks"]).addenda
    probe = next(one for addendum in addenda for one in addendum.probes if one.id == "restart_pending")
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["/bin/sh", "-c", probe.command], env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    said = "needs-restarting asks for it" in parse_restart(Answer(done.stdout)).get("reasons", [])
    assert said is waits
