"""The libvirt probes against a real libvirt host: their commands run in every shell, and what is wrong is found."""

import shutil
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from libvirt_guests import BROKEN, FILTER, NETWORKS, POOL, guest
from libvirt_host import LibvirtHost, why_not

from app.benchmark.load import load
from app.judge.check import judge_check
from app.judge.facts import read_facts
from app.model import Addendum, Benchmark, Evidence, Probe, Result

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "can be run"),
    pytest.mark.xdist_group("libvirt"),
]
SHELLS = {"dash": ["dash"], "bash": ["bash", "--posix"], "ash": ["busybox", "sh"], "ksh": ["ksh"]}


@cache
def content() -> Benchmark:
    return load([Path(__file__).parents[2] / "checks"])


def addenda() -> dict[str, Addendum]:
    return {one.id: one for one in content().addenda}


def every_probe() -> list[Probe]:
    return [probe for name in ("linux", "libvirt") for probe in addenda()[name].probes]


def uuid(text: str) -> str:
    return text.split("<uuid>", 1)[1].split("<", 1)[0]


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibvirtHost]:
    """A host with a good guest, a running one whose screen is open to all, and one under a name to stumble over."""
    with LibvirtHost(tmp_path_factory.mktemp("libvirt"), own_network=True) as one:
        image = one.file("/var/lib/libvirt/images/shop.img")
        image.write_bytes(bytes(1 << 20))
        for text in NETWORKS:
            one.define(text, "net-define")
        one.define(FILTER, "nwfilter-define")
        one.define(POOL, "pool-define")
        one.define(guest("web"))
        running = BROKEN["vnc-open"]
        for tag in ("cputune", "bandwidth"):
            running = running.partition(f"<{tag}>")[0] + running.partition(f"</{tag}>")[2]
        one.define(running.replace("<interface type='network'>", "<interface type='user'>"))
        one.start_guest(uuid(running))
        one.define(guest("db", ("<name>db</name>", "<name>$(touch pwned) 'db' `x`;&quot;|</name>")))
        yield one


def look(host: LibvirtHost, shell: list[str]) -> dict[str, Evidence]:
    found = {}
    for probe in addenda()["libvirt"].probes:
        if probe.command:
            answer = host.sh(probe.command, shell)
            found[probe.id] = Evidence(
                probe=probe.id,
                target="host",
                command=probe.command,
                privileged=True,
                started=datetime(2026, 11, 1, tzinfo=UTC),
                seconds=0.1,
                exit_status=answer.returncode,
                output=answer.stdout,
                truncated=False,
                bytes_total=len(answer.stdout),
                fault=None,
                stderr=answer.stderr,
            )
    return found


@pytest.mark.parametrize("name", SHELLS)
def test_every_probe_is_read_in_every_shell(host: LibvirtHost, name: str) -> None:
    if shutil.which(SHELLS[name][0]) is None:
        pytest.skip(f"{name} is not installed")
    facts = read_facts(every_probe(), look(host, SHELLS[name]), "host")
    ours = {one.id for one in addenda()["libvirt"].probes} - {"pool_audit"}  # joined with a probe not asked here
    unread = {one.probe: one.message for one in facts.values() if one.reason and one.probe in ours}
    assert unread == {}
    assert facts["domains"].value["count"] == 3
    assert facts["domains"].value["unreadable"] == []
    assert "$(touch pwned) 'db' `x`;\"|" in {one["name"] for one in facts["domains"].value["domains"]}


def test_what_is_wrong_is_found_and_the_good_guest_is_left_alone(host: LibvirtHost) -> None:
    facts = read_facts(every_probe(), look(host, ["dash"]), "host")
    values = {one.id: one.default for one in content().values}
    results = {
        (check.id, one.subject): one.result
        for check in addenda()["libvirt"].checks
        if check.decides
        for one in judge_check(check, facts, values)
    }
    assert results["libvirt.consoles-on-loopback", "shop"] is Result.FAIL
    assert results["libvirt.consoles-on-loopback", "web"] is Result.PASS
    assert results["libvirt.consoles-encrypted", "shop"] is Result.FAIL
    assert results["libvirt.consoles-ask-for-login", "shop"] is Result.FAIL
    assert results["libvirt.emulators-filtered", "shop"] is Result.PASS
    assert results["libvirt.mac-spoofing-blocked", "web"] is Result.PASS


def test_a_volume_of_a_pool_is_looked_at_where_it_lies(host: LibvirtHost) -> None:
    """``virsh domblklist`` names the volume alone, and no file of that name."""
    text = guest("db").replace("-000000000002", "-0000000000fe").replace("<name>db<", "<name>volume<")
    source = text.partition("<source file=")[2].partition("/>")[0]
    text = text.replace("<disk type='file'", "<disk type='volume'", 1)
    text = text.replace(f"<source file={source}/>", "<source pool='guests' volume='shop.img'/>", 1)
    host.sh("virsh -c qemu:///system pool-start guests && chmod 644 /var/lib/libvirt/images/shop.img")
    host.define(text)
    try:
        facts = read_facts(every_probe(), look(host, ["dash"]), "host")
    finally:
        host.sh(f"virsh -c qemu:///system undefine {uuid(text)}")
    check = next(one for one in addenda()["libvirt"].checks if one.id == "libvirt.disks-closed")
    results = {one.subject: one.result for one in judge_check(check, facts, {"image_readers": ["root"]})}
    assert results["volume: guests/shop.img"] is Result.FAIL


def test_the_platform_is_seen_by_its_daemon(host: LibvirtHost, tmp_path: Path) -> None:
    detect = addenda()["libvirt"].detect
    assert host.sh(detect).returncode == 0
    client = tmp_path / "bin"
    client.mkdir()
    (client / "virsh").symlink_to("/usr/bin/virsh")
    assert host.sh(f"PATH={client}; {detect}").returncode != 0


PLACES = """<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>keeper</name><uuid>11111111-0000-4000-8000-0000000000ff</uuid>
  <metadata><site:a xmlns:site='urn:example'><site:password>{}</site:password></site:a></metadata>
  <memory unit='MiB'>64</memory><vcpu>1</vcpu>
  <os><type arch='x86_64' machine='pc'>hvm</type><kernel>/boot/k</kernel>
    <cmdline>password={} inst.ks=http://u:{}@h/ks rd.luks.key={} rootpw={}</cmdline><smbios mode='sysinfo'/></os>
  <sysinfo type='smbios'><system><entry name='serial'>ds=nocloud;h={}</entry></system>
    <oemStrings><entry>io.systemd.credential:passwd={}</entry></oemStrings></sysinfo>
  <devices><emulator>/usr/bin/qemu-system-x86_64</emulator>
    <graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1' passwd='{}'/>
    <disk type='network' device='disk'><driver name='qemu' type='raw'/>
      <source protocol='https' name='img?token={}'><host name='h' port='443'/></source>
      <target dev='vdb' bus='virtio'/></disk>
    <disk type='network' device='cdrom'><driver name='qemu' type='raw'/>
      <source protocol='http' name='u.iso' query='sig={}'><host name='h' port='80'/></source>
      <target dev='hda' bus='ide'/><readonly/></disk></devices>
  <qemu:commandline><qemu:arg value='-object'/><qemu:arg value='secret,id=s0,data={}'/>
    <qemu:arg value='-fw_cfg'/><qemu:arg value='name=opt/x,string={}'/>
    <qemu:arg value='-smbios'/><qemu:arg value='type=11,value=io.systemd.credential:x={}'/>
    <qemu:arg value='-drive'/><qemu:arg value='file=ssh://u:{}@h/x'/><qemu:env name='TOKEN' value='{}'/>
  </qemu:commandline></domain>"""


def test_secrets_of_guests_stay_on_the_host(host: LibvirtHost) -> None:
    text = PLACES.format(*(f"PLANTED{number}" for number in range(PLACES.count("{}"))))
    host.define(text)
    try:
        for shell in [words for words in SHELLS.values() if shutil.which(words[0])]:
            answers = look(host, shell)
            kept = {name for name, one in answers.items() if b"PLANTED" in one.output + one.stderr}
            assert kept == set()
            facts = read_facts(every_probe(), answers, "host")
            (found,) = [one for one in facts["domains"].value["domains"] if one["name"] == "keeper"]
            assert found["vcpus"] == 1  # what is left is a whole document
    finally:
        host.virsh("undefine", uuid(text))


def test_nothing_outlives_the_host(tmp_path: Path) -> None:
    with LibvirtHost(tmp_path / "short") as one:
        first = one.enter[2]
        assert Path(f"/proc/{first}").exists()
    assert not Path(f"/proc/{first}").exists()
