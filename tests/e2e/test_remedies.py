"""Remedies mend what they are printed for: their commands, pasted as they are, on a host that fails before."""

import re
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from test_seeded_host import audit, pytestmark  # noqa: F401 - the same host, with the same needs

from app.benchmark.load import load

# Checks whose remedy for Debian is a matter of files and can be pasted without a word of one's own.
PASTED = ("failed-logins-lock", "password-history", "ssh-banner", "ssh-no-root-login")
BEFORE = (
    "printf 'Include /etc/ssh/sshd_config.d/*.conf\\n' > /etc/ssh/sshd_config; rm -f /etc/ssh/sshd_config.d/*.conf\n"
    "echo 'Authorised use only. Activity on this system is recorded and may be reviewed.' > /etc/issue.net\n"
    "for f in auth account password session; do cp /usr/share/pam/common-$f /etc/pam.d/; done; rm -f /var/lib/pam/*\n"
    "export DEBIAN_FRONTEND=noninteractive; pam-auth-update --package --force\n"
)


@cache
def commands(check: str) -> list[str]:
    """What stands between backquotes in the remedy, but for what speaks to a service or has a word to fill in."""
    found = next(one for addendum in load([Path(__file__).parents[2] / "checks"]).addenda
                 for one in addendum.checks if one.id == f"linux.{check}")  # fmt: skip
    printed = re.findall(r"`([^`]+)`", dict(found.remediation)["debian"])
    return [re.sub(r" && systemctl .*", "", one) for one in printed if not re.search(r"^systemctl |\bNAME\b", one)]


@pytest.mark.skipif(shutil.which("pam-auth-update") is None, reason="Debian's remedies want Debian's tools")
@pytest.mark.timeout(300)
def test_what_is_pasted_mends(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    (tmp_path / "after").mkdir()
    before, _ = audit(BEFORE, tmp_path / "before")
    pasted = "\n".join(one for check in PASTED for one in commands(check))
    after, _ = audit(f"{BEFORE}\n{pasted}\n", tmp_path / "after")
    for check in PASTED:
        assert "fail" in {verdict for (name, _), verdict in before.items() if name == f"linux.{check}"}, check
        assert {verdict for (name, _), verdict in after.items() if name == f"linux.{check}"} == {"pass"}, check
