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


SECRETS = {
    "/etc/pam.d/zz": "auth required pam_radius_auth.so secret={0}\nauth required pam_ldap.so bindpw={1}\n# {2}\n",
    "/etc/ssh/sshd_config.d/zz.conf": "SetEnv TOKEN={0}\n",
    "/etc/sudoers.d/zz": "root ALL = NOPASSWD: /bin/mount -o password={0} //srv /mnt\n",
    "/etc/rsyslog.d/zz.conf": 'action(type="omfwd" target="log" Password="{0}")\n*.* :omrelp:relp://u:{1}@log:20514\n',
    "/etc/profile.d/zz.sh": "export TMOUT=900 DB_PASSWORD={0}\n",
    "/etc/snmp/snmpd.conf": "rocommunity {0} default\ncreateUser bob SHA {1} AES {2}\n",
    "/etc/apt/sources.list.d/zz.list": "deb https://user:{0}@repo.example.org/debian bookworm main\n",
    "/etc/chrony/chrony.keys": "1 MD5 {0}\n",
    "/etc/cron.d/zz": "5 * * * * root mysqldump -p{0} | restic --password {1} backup\n",
    "/etc/systemd/system/zz-backup.service": "[Service]\nEnvironment=PW={0}\nExecStart=/usr/bin/borg create {1}\n",
    "/etc/libvirt/qemu.conf": 'vnc_password = "{0}"\nspice_password = "{1}"\n',
    "/etc/systemd/journal-upload.conf": "[Upload]\nURL=https://u:{0}@log:19532\n",
    "/etc/sssd/sssd.conf": "[domain/x]\nldap_default_authtok = {0}\nldap_uri = ldap://u:{1}@h\n",
    "/boot/grub/grub.cfg": "set superusers=a\npassword_pbkdf2 a grub.pbkdf2.sha512.10000.{0}\npassword b {1}\n",
}


def test_secrets_of_a_host_stay_on_it(tmp_path: Path) -> None:
    """They are cut where they lie: neither the evidence nor anything made of it holds one."""
    lines, planted = [], {}
    for number, (path, text) in enumerate(SECRETS.items()):
        words = [f"PLANTED{number}x{place}" for place in range(3)]
        planted.update((word, path) for word in words if word in text.format(*words))
        lines.append(f"mkdir -p {Path(path).parent}\ncat > {path} <<'END'\n{text.format(*words)}END\n")
    lines.append("mkdir -p /etc/systemd/system/multi-user.target.wants\nchmod 0440 /etc/sudoers.d/zz\n")
    lines.append("ln -sf ../zz-backup.service /etc/systemd/system/multi-user.target.wants/zz-backup.service\n")
    lines.append("echo 'user:$6$salt$PLANTEDSHADOW:19000:0:99999:7:::' >> /etc/shadow\n")
    _, found = audit("".join(lines), tmp_path)
    text = json.dumps(found)
    assert {path for word, path in planted.items() if word in text} == set()
    assert "PLANTED" not in text
    # The files were read, or this would prove nothing.
    for probe, shown in (
        ("ssh_pam", "bindpw=(removed)"),
        ("sshd", "setenv TOKEN=(removed)"),
        ("sudoers", "password=(removed)"),
        ("idle", "DB_PASSWORD=(removed)"),
        ("logging", 'Password="(removed)"'),
    ):
        (output,) = [one["output"] for name, one in found["evidence"].items() if name.endswith(f"/{probe}")]
        assert shown in output, probe
