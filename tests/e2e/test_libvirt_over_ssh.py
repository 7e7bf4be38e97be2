"""A real libvirt host behind a real sshd: one guest well set up, the others each wrong in one way; exactly these."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import sshd_rig
from libvirt_guests import BROKEN, FILTER, NETWORKS, guest
from libvirt_host import LibvirtHost, why_not

pytestmark = [pytest.mark.real, pytest.mark.skipif(bool(why_not()), reason=f"a libvirt host: {why_not()}")]
BARTIZAN = [sys.executable, "-c", "from app.cli.main import main; main()"]

# What each guest is wrong in, and the checks that must say so of that guest.
SEEDS: dict[str, set[str]] = {
    "no-title": {"libvirt.guests-labelled"},
    "spice-open": {"libvirt.consoles-on-loopback", "libvirt.spice-exchanges-nothing", "libvirt.no-device-redirection"},
    "vnc-open": {"libvirt.consoles-on-loopback", "libvirt.consoles-ask-for-login", "libvirt.no-plain-websockets"},
    "vdagent-clipboard": {"libvirt.agent-clipboard-off"},
    "telnet-serial": {"libvirt.no-clear-serial-lines", "libvirt.serial-consoles-local"},
    "serial-log": {"libvirt.no-console-recording"},
    "root-share": {"libvirt.no-folders-shared", "libvirt.no-system-folders"},
    "webdav": {"libvirt.no-folders-shared"},
    "whole-disk": {"libvirt.no-whole-disks"},
    "no-filter": {"libvirt.mac-spoofing-blocked", "libvirt.address-spoofing-blocked"},
    "clean-traffic": {"libvirt.rogue-servers-blocked"},
    "trusted-filters": {"libvirt.no-trusted-rx-filters"},
    "vhost-user": {"libvirt.no-host-sockets"},
    "shared-memory": {"libvirt.no-shared-regions"},
    "raw-options": {"libvirt.no-raw-options"},
    "fwcfg": {"libvirt.no-data-strings"},
    "nested": {"libvirt.no-nested-virtualisation"},
    "no-label": {"libvirt.labels-configured"},
    "no-kvmclock": {"libvirt.paravirtual-clock"},
    "local-clock": {"libvirt.clock-fits-system"},
    "foreign-emulator": {"libvirt.packaged-emulator"},
    "usb-stick": {"libvirt.host-devices"},
    "coredump": {"libvirt.watched-guests"},
    "host-drive": {"libvirt.media-disconnected"},
}


def named(variant: str, number: int) -> str:
    """The broken guest under a name, UUID, address and disk of its own, so that all of them live on one host."""
    return (
        BROKEN[variant]
        .replace("22222222-0000-4000-8000-000000000003", f"22222222-0000-4000-8000-0000000001{number:02}")
        .replace("52:54:00:00:00:03", f"52:54:00:00:01:{number:02x}")
        .replace("192.0.2.13", f"192.0.2.{100 + number}")
        .replace("/images/shop.img", f"/images/{variant}.img")
        .replace("<name>shop</name>", f"<name>{variant}</name>")
    )


def serve(host: LibvirtHost, folder: Path) -> tuple[subprocess.Popen[bytes], int]:
    """An SSH server inside the libvirt host's namespaces."""
    host_key, key = sshd_rig.make_key(folder / "host_key"), sshd_rig.make_key(folder / "id")
    (folder / "authorized_keys").write_text(sshd_rig.public(key) + "\n")
    port = sshd_rig.free_port()
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{port} {' '.join(sshd_rig.public(host_key).split()[:2])}\n")
    settings = (
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {host_key}\nAuthorizedKeysFile {folder}/authorized_keys\n"
        "StrictModes no\nUsePAM no\nPidFile none\nPermitRootLogin prohibit-password\n"
    )
    (folder / "sshd_config").write_text(settings)
    command = [*host.enter, "/usr/sbin/sshd", "-D", "-f", str(folder / "sshd_config"), "-E", str(folder / "sshd.log")]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    for _ in range(100):
        log = folder / "sshd.log"
        if log.exists() and "Server listening" in log.read_text():
            return process, port
        time.sleep(0.05)
    raise RuntimeError("sshd doesn't start in the libvirt host")


def audit(port: int, folder: Path) -> dict[str, Any]:
    """The audit's JSON, as the command line gives it."""
    command = [*BARTIZAN, "audit", f"root@127.0.0.1:{port}", "--out", str(folder / "audit.bartizan")]
    command += ["--identity", str(folder / "id"), "--known-hosts", str(folder / "known_hosts")]
    command += ["--json", str(folder / "audit.json")]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False, cwd=root)
    assert done.returncode in {1, 2}, done.stderr
    assert (folder / "audit.json").exists(), done.stderr
    return dict(json.loads((folder / "audit.json").read_text()))


def test_each_guest_is_found_wrong_in_its_own_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "ssh"
    folder.mkdir()
    with LibvirtHost(tmp_path / "host") as host:
        own = host.file("/var/lib/libvirt/own")
        own.mkdir()
        (own / "qemu-system-x86_64").symlink_to("/usr/bin/qemu-system-x86_64")
        for text in NETWORKS:
            host.define(text, "net-define")
        host.define(FILTER, "nwfilter-define")
        host.define(guest("web"))
        for number, variant in enumerate(SEEDS):
            host.define(named(variant, number))
        sshd, port = serve(host, folder)
        try:
            found = audit(port, folder)
        finally:
            sshd.terminate()
            sshd.wait(10)
    target = found["targets"][0]
    assert target["reachable"]
    assert target["role"] == "host"
    assert "libvirt" in target["platform"]
    results = [check for finding in found["findings"] for check in finding["checks"] if check["subject"]]
    failed = {(check["id"], check["subject"]) for check in results if check["result"] == "fail"}
    missed = [variant for variant, checks in SEEDS.items() if not {(one, variant) for one in checks} <= failed]
    watched = set().union(*SEEDS.values())
    alarms = [check for check, subject in failed if subject == "web" and check in watched]
    with capsys.disabled():
        count = f"{len(SEEDS) - len(missed)} of {len(SEEDS)} broken guests found"
        sys.stdout.write(f"\nlibvirt over SSH: {count}, {len(alarms)} false alarms\n")
    assert not missed
    assert not alarms
