"""What apt itself says of a security update whose package an administrator holds, in a package system of its own."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from app.benchmark.load import load
from app.model import Probe
from app.parsers import Answer
from app.parsers.updates import parse_updates_apt

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(shutil.which("apt-get") is None, reason="apt is asked itself"),
]
RELEASE = "Origin: Site\nLabel: Site-Security\nSuite: stable-security\nVersion: 12\nComponents: main\n"
PACKAGE = "Package: emulator\nArchitecture: all\nVersion: {}\nMaintainer: S <s@example.org>\nDescription: emulator\n"
AVAILABLE = "Filename: ./emulator.deb\nSize: 1\nSHA256: " + "0" * 64 + "\n"


@cache
def probe() -> Probe:
    addenda = load([Path(__file__).parents[2] / "checks"]).addenda
    return next(one for addendum in addenda for one in addendum.probes if one.id == "updates_apt")


def settings(root: Path, state: str) -> dict[str, str]:
    """A package system below the folder: one package in that state, one archive with a newer version of it."""
    for name in ("archive", "cache/archives/partial", "etc", "lists/partial"):
        (root / name).mkdir(parents=True)
    (root / "archive" / "Packages").write_text(f"{PACKAGE.format(2)}{AVAILABLE}")
    (root / "archive" / "Release").write_text(RELEASE)
    (root / "status").write_text(f"{PACKAGE.format(1)}Status: {state} ok installed\n")
    (root / "sources.list").write_text(f"deb [trusted=yes] file:{root}/archive ./\n")
    (root / "apt.conf").write_text(
        f'Dir::State "{root}"; Dir::State::status "{root}/status"; Dir::State::lists "{root}/lists";\n'
        f'Dir::Cache "{root}/cache"; Dir::Etc "{root}/etc"; Dir::Etc::sourcelist "{root}/sources.list";\n'
        f'Dir::Etc::sourceparts "/dev/null"; Dir::Log "{root}"; APT::Sandbox::User "";\n'
    )
    environment = {**os.environ, "APT_CONFIG": str(root / "apt.conf"), "LC_ALL": "C"}
    subprocess.run(["apt-get", "-qq", "update"], env=environment, check=True, capture_output=True, timeout=60)
    return environment


@pytest.mark.parametrize("state", ["install", "hold"])
def test_an_update_that_waits_is_found_whether_it_is_held_or_not(state: str, tmp_path: Path) -> None:
    environment = settings(tmp_path, state)
    done = subprocess.run(
        ["/bin/sh", "-c", probe().command], env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    assert parse_updates_apt(Answer(done.stdout))["security"] == ["emulator"]
