"""Settings of the desktop count where a profile names their database: without one nobody reads them."""

import subprocess
from pathlib import Path

import pytest

from app.benchmark.load import load
from app.parsers import Answer
from app.parsers.guestlocal import parse_media

PROFILE = "user-db:user\nsystem-db:local\nsystem-db:site\n"


@pytest.mark.parametrize(
    ("profile", "made", "counts"),
    [(PROFILE, True, True), ("user-db:user\n", True, False), (None, True, False), (PROFILE, False, False)],
)
@pytest.mark.parametrize("place", ["etc/dconf/profile/user", "usr/share/dconf/profile/user"])
def test_settings_of_media(profile: str | None, made: bool, counts: bool, place: str, tmp_path: Path) -> None:
    settings = tmp_path / "etc/dconf/db/local.d/00-media"
    settings.parent.mkdir(parents=True)
    settings.write_text("[org/gnome/desktop/media-handling]\nautomount=false\n")
    if made:
        (tmp_path / "etc/dconf/db/local").write_bytes(b"GVariant")
    if profile is not None:
        (tmp_path / place).parent.mkdir(parents=True)
        (tmp_path / place).write_text(profile)
    addenda = load([Path(__file__).parents[2] / "checks"]).addenda
    probe = next(one for addendum in addenda for one in addendum.probes if one.id == "media")
    command = probe.command.replace("/etc/dconf", f"{tmp_path}/etc/dconf").replace(
        "/usr/share", f"{tmp_path}/usr/share"
    )
    done = subprocess.run(["/bin/sh", "-c", command], check=True, capture_output=True, text=True, timeout=60)
    assert parse_media(Answer(done.stdout))["settings"] == ({"automount": "false"} if counts else {})
