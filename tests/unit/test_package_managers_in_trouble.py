"""A package manager that can't read its own database is no answer: nobody takes its silence for "not installed"."""

import os
import subprocess
from functools import cache
from pathlib import Path

import pytest

from app.benchmark.load import load
from app.model import Probe

MANAGERS = ("apk", "dpkg-query", "rpm")


@cache
def probe(name: str) -> Probe:
    addenda = load([Path(__file__).parents[2] / "checks"]).addenda
    return next(one for addendum in addenda for one in addendum.probes if one.id == name)


def look(name: str, folder: Path, **programs: str) -> subprocess.CompletedProcess[str]:
    """The probe where of all package managers these alone are there, each a script."""
    folder.mkdir(exist_ok=True)
    for place in os.environ["PATH"].split(os.pathsep):
        for tool in Path(place).iterdir() if Path(place).is_dir() else ():
            link = folder / tool.name
            if tool.name not in MANAGERS and not link.is_symlink():
                link.symlink_to(tool)
    for program, script in programs.items():
        path = folder / program.replace("_", "-")
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
    environment = {**os.environ, "PATH": str(folder)}
    return subprocess.run(
        ["/bin/sh", "-c", probe(name).command], env=environment, capture_output=True, text=True, timeout=60, check=False
    )


BROKEN = "echo 'cannot open the database' >&2; exit 1"


@pytest.mark.parametrize("manager", ["rpm", "dpkg_query", "apk"])
def test_tools_of_guests(manager: str, tmp_path: Path) -> None:
    assert look("guest_tools", tmp_path / "bin", **{manager: BROKEN}).returncode not in probe("guest_tools").exits


def test_tools_of_guests_without_a_package_manager_that_is_known(tmp_path: Path) -> None:
    assert look("guest_tools", tmp_path / "bin").returncode not in probe("guest_tools").exits


def test_tools_of_guests_where_all_is_well(tmp_path: Path) -> None:
    well = 'case $* in *qemu-guest-agent) echo "ii  qemu-guest-agent 1.0";; *\\ dpkg) echo "dpkg 1";; *) exit 1;; esac'
    found = look("guest_tools", tmp_path / "bin", dpkg_query=well)
    assert (found.returncode, found.stdout) == (0, "qemu-guest-agent 1.0\nend\n")


def test_packages_of_the_hypervisor(tmp_path: Path) -> None:
    assert (
        look("hypervisor_packages", tmp_path / "bin", rpm=BROKEN).returncode not in probe("hypervisor_packages").exits
    )
