"""Rules of sudo as cvtsudoers itself shows them: who becomes root for everything unasked."""

import shutil
import subprocess
from pathlib import Path

import pytest

from app.parsers import Answer
from app.parsers.sudoers import parse_sudoers

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(shutil.which("cvtsudoers") is None, reason="cvtsudoers is asked itself"),
]
FREE = "anna ALL=(ALL) NOPASSWD: ALL\n"


def unasked(rules: str, folder: Path) -> list[str] | None:
    """None: nobody can tell."""
    path = folder / "sudoers"
    path.write_text(rules)
    command = ["cvtsudoers", "-e", "-f", "json", str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    found: list[str] | None = parse_sudoers(Answer(done.stdout)).get("all_without_password")
    return found


@pytest.mark.parametrize(
    ("rules", "who"),
    [
        (FREE, ["anna"]),
        (f"{FREE}anna ALL=(ALL) PASSWD: ALL\n", []),  # the last rule that fits counts
        (f"{FREE}anna hv2=(ALL) PASSWD: ALL\n", ["anna"]),
        (f"{FREE}anna ALL=(postgres) PASSWD: ALL\n", ["anna"]),
        (f"{FREE}anna ALL=(ALL) PASSWD: /bin/ls\n", ["anna"]),
        (f"anna ALL=(ALL) PASSWD: ALL\n{FREE}", ["anna"]),
        (f"{FREE}%ops ALL=(ALL) PASSWD: ALL\n", ["anna"]),  # whether anna is of that group isn't in the rules
        ("anna ALL=(ALL) NOPASSWD: ^.*$\n", ["anna"]),
        ("anna ALL=(ALL) NOPASSWD: ^/usr/bin/[a-z]+$\n", ["anna"]),
        ("anna ALL=(ALL) NOPASSWD: ^/usr/local/bin/backup-[a-z]+$, /bin/ls ^.*$\n", []),
        ("Defaults>root !authenticate\nanna ALL=(ALL) ALL\n", None),
        (f"Defaults>root !authenticate\n{FREE}", ["anna"]),
        ("Defaults>root authenticate\nanna ALL=(ALL) ALL\n", []),
        ("Defaults>postgres !authenticate\nanna ALL=(ALL) ALL\n", []),
    ],
)
def test_who_becomes_root_unasked(rules: str, who: list[str] | None, tmp_path: Path) -> None:
    assert unasked(rules, tmp_path) == who
