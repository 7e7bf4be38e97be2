"""Record the outputs of the libvirt probes for the samples: real guests, well set up and each wrong in one way.

    sudo .venv/bin/python tests/content/record_libvirt.py        writes tests/content/samples/common/libvirt/

Every guest is defined in a libvirt host of our own (tests/libvirt_host.py), some are started, and each probe is run
with the very command of checks/platforms/libvirt. UUIDs and addresses are fixed: recording again changes little.
"""

import sys
import tempfile
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[2]))
from libvirt_guests import BESIDE_WEB, BROKEN, FILTER, NETWORKS, POOL, SECRETS, guest
from libvirt_host import LibvirtHost, why_not

from app.benchmark.load import load
from app.model import Probe

HERE = Path(__file__).parent / "samples" / "common" / "libvirt"
# A host as a careful administrator leaves it, and one with what people switch on to make things work.
GOOD = {"migrate_tls_force": "1", "migrate_tls_x509_verify": "1", "auto_start_delay": "120000"}
BAD = {
    "user": '"root"',
    "group": '"root"',
    "security_driver": '"none"',
    "seccomp_sandbox": "0",
    "vnc_listen": '"0.0.0.0"',
    "vnc_password": '"hunter2"',
    "cgroup_controllers": '[ "devices" ]',
    "relaxed_acs_check": "1",
}
BAD_DAEMON = {"unix_sock_rw_perms": '"0777"', "listen_tcp": "1", "auth_tcp": '"none"', "audit_level": "0"}


@cache
def probes() -> dict[str, Probe]:
    """The probes of all addenda, read once."""
    content = load([Path(__file__).parents[2] / "checks"])
    return {probe.id: probe for addendum in content.addenda for probe in addendum.probes}


def record(host: LibvirtHost, probe: str, name: str) -> None:
    """Run one probe and keep what it printed; a status that means nothing ends the recording."""
    answer = host.sh(probes()[probe].command)
    if answer.returncode not in probes()[probe].exits:
        raise SystemExit(f"{probe}: status {answer.returncode}: {answer.stderr.decode(errors='replace')}")
    (HERE / f"{probe}-{name}.txt").write_bytes(answer.stdout)
    print(f"{probe}-{name}: {len(answer.stdout)} bytes")  # noqa: T201 - a program that says what it records


def images(host: LibvirtHost) -> None:
    for name in ("web", "db", "shop"):
        path = host.file(f"/var/lib/libvirt/images/{name}.img")
        path.write_bytes(b"")
        with path.open("r+b") as file:
            file.truncate(64 << 20)
        path.chmod(0o600)
    own = host.file("/var/lib/libvirt/own")
    own.mkdir()
    (own / "qemu-system-x86_64").symlink_to("/usr/bin/qemu-system-x86_64")
    host.file("/var/lib/libvirt/images/debian.iso").write_bytes(bytes(1 << 20))


def good(root: Path) -> None:
    with LibvirtHost(root / "good", qemu={**GOOD, "cgroup_controllers": None, "security_driver": None}) as host:
        images(host)
        for text in NETWORKS:
            host.define(text, "net-define")
        host.define(FILTER, "nwfilter-define")
        host.define(POOL, "pool-define")
        host.virsh("pool-start", "guests")
        host.define(SECRETS["private"], "secret-define")
        for probe in ("guest_processes", "domains", "guest_images", "console_passwords", "disk_sizes"):
            record(host, probe, "none")
        host.define(guest("web"))
        host.define(guest("db"))
        for probe in (
            "domains", "virtual_networks", "nwfilters", "storage_pools", "guest_images", "disk_sizes", "libvirt_files",
            "console_passwords", "qemu_conf", "libvirt_daemon_conf", "libvirt_units", "libvirt_sockets",
            "libvirt_secrets",
            "libvirt_node", "libvirt_guests", "libvirt_capabilities", "host_validation", "libvirt_version",
            "guest_snapshots", "guest_logs",
        ):  # fmt: skip
            record(host, probe, "good")
        host.virsh("undefine", guest_uuid(guest("db")))
        for name, text in sorted(BROKEN.items(), key=lambda item: item[0] not in BESIDE_WEB):
            if name not in BESIDE_WEB and host.file("/etc/libvirt/qemu/web.xml").exists():
                host.virsh("undefine", guest_uuid(guest("web")))
            host.define(text)
            record(host, "domains", name)
            uuid = guest_uuid(text)
            if name in {"vnc-open", "vnc-open-password"}:
                record(host, "console_passwords", name)
            host.virsh("undefine", uuid)
        host.file("/var/lib/libvirt/images/db.img").chmod(0o644)
        host.define(guest("web"))
        host.define(guest("db"))
        record(host, "guest_images", "world-readable")
        host.file("/etc/libvirt/qemu/web.xml").chmod(0o644)
        record(host, "libvirt_files", "world-readable")
        host.define(SECRETS["readable"], "secret-define")
        record(host, "libvirt_secrets", "readable")


def startable(text: str) -> str:
    """A guest without limits that need control groups, or modules that not every kernel has."""
    for tag in ("cputune", "bandwidth"):
        head, _, rest = text.partition(f"<{tag}>")
        text = head + rest.partition(f"</{tag}>")[2]
    return text


def guest_uuid(text: str) -> str:
    return text.split("<uuid>", 1)[1].split("<", 1)[0]


def by_hardware(root: Path) -> None:
    """A guest of type kvm: only defined, as no machine for tests may be relied on to run one."""
    with LibvirtHost(root / "kvm", kvm=True) as host:
        host.define(guest("shop", ("<domain type='qemu'", "<domain type='kvm'")))
        for probe in ("domains", "libvirt_capabilities"):
            record(host, probe, "by-hardware")


def running(root: Path) -> None:
    """Guests that run, plugged into a bridge, with consoles that listen; then one whose next start differs."""
    with LibvirtHost(root / "running", own_network=True) as host:
        images(host)
        host.define(NETWORKS[0].replace("<port isolated='yes'/>", ""), "net-define")
        host.define(FILTER, "nwfilter-define")
        host.virsh("net-start", "guests")
        web = startable(guest("web"))
        host.define(web)
        host.start_guest(guest_uuid(web))
        for probe in ("domains", "guest_processes", "libvirt_node", "guest_images", "console_passwords"):
            record(host, probe, "running")
        host.define(web.replace("'127.0.0.1'", "'0.0.0.0'"))
        record(host, "domains", "next-start-open")


def careless(root: Path) -> None:
    with LibvirtHost(root / "careless", qemu=BAD, daemon=BAD_DAEMON) as host:
        images(host)
        text = startable(BROKEN["vnc-open"])
        host.define(text.replace("<interface type='network'>", "<interface type='user'>"))
        host.start_guest(guest_uuid(BROKEN["vnc-open"]))
        for probe in (
            "domains",
            "guest_processes",
            "qemu_conf",
            "libvirt_daemon_conf",
            "libvirt_sockets",
            "console_passwords",
        ):
            record(host, probe, "careless")


if __name__ == "__main__":
    if reason := why_not():
        raise SystemExit(f"no libvirt host can be started here: {reason}")
    HERE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        good(Path(folder))
        running(Path(folder))
        if Path("/dev/kvm").exists():
            by_hardware(Path(folder))
        careless(Path(folder))
