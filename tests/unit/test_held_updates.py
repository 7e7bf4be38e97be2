"""What apt itself says of a security update that an administrator or apt holds back, in a package system of its own."""

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
RELEASE = "Origin: Site\nLabel: Site-Security\nSuite: stable-security\nCodename: {}\nVersion: {}\nComponents: main\n"
PACKAGE = "Package: emulator\nArchitecture: all\nVersion: {}\nMaintainer: S <s@example.org>\nDescription: emulator\n"
AVAILABLE = "Filename: ./emulator.deb\nSize: 1\nSHA256: " + "0" * 64 + "\n"


@cache
def probe() -> Probe:
    addenda = load([Path(__file__).parents[2] / "checks"]).addenda
    return next(one for addendum in addenda for one in addendum.probes if one.id == "updates_apt")


def own_release() -> dict[str, str]:
    """Codename and version of this machine's release: pins are left out for its own archive only."""
    pairs = (line.partition("=") for line in Path("/etc/os-release").read_text().splitlines())
    values = {key: value.strip('"') for key, _, value in pairs}
    return {
        "codename": f"{values.get('UBUNTU_CODENAME') or values.get('VERSION_CODENAME', '')}-security",
        "version": values.get("VERSION_ID", ""),
    }


def settings(root: Path, state: str = "install", *, needs: str = "", **release: str) -> dict[str, str]:
    """A package system below the folder: one package in that state, one archive with a newer version of it."""
    for name in ("archive", "cache/archives/partial", "etc/preferences.d", "lists/partial"):
        (root / name).mkdir(parents=True)
    (root / "archive" / "Packages").write_text(f"{PACKAGE.format(2)}{needs}{AVAILABLE}")
    own = own_release() | release
    (root / "archive" / "Release").write_text(RELEASE.format(own["codename"], own["version"]))
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


def outstanding(environment: dict[str, str]) -> list[str] | None:
    """What the probe says there; None where it can't tell."""
    done = subprocess.run(
        ["/bin/sh", "-c", probe().command], env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    found: list[str] | None = parse_updates_apt(Answer(done.stdout)).get("security")
    return found


@pytest.mark.parametrize("state", ["install", "hold"])
def test_an_update_that_waits_is_found_whether_it_is_held_or_not(state: str, tmp_path: Path) -> None:
    assert outstanding(settings(tmp_path, state)) == ["emulator"]


PINNED = "Package: emulator\nPin: version 1*\nPin-Priority: 1001\n"
NEVER = "Package: *\nPin: release l=Site-Security\nPin-Priority: -1\n"


@pytest.mark.parametrize("place", ["preferences", "preferences.d/emulator", "preferences.d/emulator.pref"])
@pytest.mark.parametrize("pin", [PINNED, NEVER])
def test_an_update_that_a_pin_keeps_out_is_found(place: str, pin: str, tmp_path: Path) -> None:
    environment = settings(tmp_path)
    (tmp_path / "etc" / place).write_text(pin)
    assert outstanding(environment) == ["emulator"]


def test_an_update_that_lacks_what_it_needs_is_found(tmp_path: Path) -> None:
    assert outstanding(settings(tmp_path, needs="Depends: nobody-has-this\n")) == ["emulator"]


def test_a_later_release_that_is_pinned_low_counts_for_nothing(tmp_path: Path) -> None:
    """The archive of this release isn't in the sources then, so that nobody can tell what is outstanding."""
    environment = settings(tmp_path, codename="later-security", version="9999")
    (tmp_path / "etc" / "preferences").write_text(NEVER)
    assert outstanding(environment) is None
