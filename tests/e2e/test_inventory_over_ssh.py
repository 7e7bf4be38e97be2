"""An Ansible inventory of real SSH servers: reached as it says, copies and doubles told, nothing secret taken along."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cli_rig import command_line, environment
from content_sample import write_content

pytestmark = pytest.mark.real


def test_two_servers_with_one_host_key(make_sshd: Any, tmp_path: Path) -> None:
    first = make_sshd()
    second = make_sshd(host_key=first.host_key, key=first.key)
    known = tmp_path / "known_hosts"
    known.write_text(first.known_hosts.read_text() + second.known_hosts.read_text())
    (tmp_path / "hosts.ini").write_text(
        f"[lab]\n"
        f"one ansible_port={first.port}\n"
        f"two ansible_port={second.port} ansible_become_pass=hunter2\n"
        f"again ansible_port={first.port}\n"
        f"[lab:vars]\n"
        f"ansible_host=127.0.0.1\n"
        f"ansible_user={first.user}\n"
        f"ansible_ssh_private_key_file={first.key}\n"
    )
    ran = subprocess.run(
        [
            *command_line(write_content(tmp_path / "content")),
            *("audit", "--inventory", "hosts.ini", "--known-hosts", "known_hosts"),
            *("--out", "a.bartizan", "--json", "a.json", "--pdf", "a.pdf"),
        ],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert ran.returncode == 1, ran
    told = [line for line in ran.stderr.splitlines() if line.startswith("bartizan: ")]
    assert len(told) == 2
    assert told[0].startswith(
        "bartizan: hosts.ini: secrets are never read from an inventory (line 3: ansible_become_pass"
    )
    assert told[1].startswith(
        f"bartizan: one and again are the same address (127.0.0.1:{first.port}): both are audited"
    )
    assert "  one, two and again have the same SSH host key (SHA256:" in ran.stdout
    targets = json.loads((tmp_path / "a.json").read_text())["targets"]
    assert [(one["name"], one["port"], one["reachable"], one["clones"]) for one in targets] == [
        ("one", first.port, True, ["two", "again"]),
        ("two", second.port, True, ["one", "again"]),
        ("again", first.port, True, ["one", "two"]),
    ]
    for path in tmp_path.glob("a.*"):
        assert b"hunter2" not in path.read_bytes()
