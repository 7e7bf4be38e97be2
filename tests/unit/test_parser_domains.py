"""What libvirt prints about guests: every odd document costs its own guest its facts, and no other one's."""

# ruff: noqa: E501, S104 - elements of a document read better in one line; addresses are what documents say

import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.parsers import Answer
from app.parsers.domains import describe, parse_domains
from app.parsers.registry import DERIVATIONS, PARSERS
from app.parsers.xmltext import document

RECORDED = Path(__file__).parents[1] / "content" / "samples" / "common" / "libvirt"
ONE, TWO = "11111111-0000-4000-8000-00000000000a", "11111111-0000-4000-8000-00000000000b"
OURS = [
    "capabilities", "console_passwords", "daemon_conf", "disk_sizes", "domains", "guest_images", "guest_processes",
    "host_validate", "libvirt_files", "libvirt_guests", "libvirt_node", "libvirt_secrets", "libvirt_sockets",
    "libvirt_units", "libvirt_version", "nwfilters", "qemu_conf", "storage_pools", "virtual_networks",
]  # fmt: skip


def recorded(name: str) -> str:
    return (RECORDED / f"{name}.txt").read_text("utf-8")


def answer(*documents: str, active: str = "") -> Answer:
    """What the probe prints for guests ONE and TWO with these documents."""
    uuids = [ONE, TWO][: len(documents)]
    lines = [f"== guests {' '.join(uuids)}", f"== active {active}", "== autostart", "== saved"]
    for uuid, text in zip(uuids, documents, strict=True):
        lines += [f"== configured {uuid}", *(f"|{line}" for line in text.split("\n"))]
    return Answer("\n".join(lines) + "\n")


def domain(inner: str = "", uuid: str = ONE, name: str = "a") -> str:
    return f"<domain type='qemu'><name>{name}</name><uuid>{uuid}</uuid>{inner}</domain>"


def facts(inner: str) -> dict:
    return describe(document(domain(inner), "domain"))


def test_a_guest_without_anything_has_no_sizes() -> None:
    found = describe(document("<domain/>", "domain"))
    assert "memory_kib" not in found
    assert found["disks"] == []
    assert found["graphics"] == []


@pytest.mark.parametrize(
    "bad",
    [
        "<domain type='qemu'><name>a</name>",
        "<!DOCTYPE x [<!ENTITY e 'y'>]><domain><name>&e;</name></domain>",
        "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><domain/>",
        "<network/>",
        "",
        "<domain>" + "<a>" * 60_000 + "</a>" * 60_000 + "</domain>",
        "<domain>" + "x" * (2 << 20) + "</domain>",
        domain(uuid=ONE.replace("a", "c")),
        domain(name=""),
    ],
    ids=["cut", "entity", "outside", "other root", "empty", "many tags", "long", "other uuid", "no name"],
)
def test_a_malformed_guest_keeps_its_name_and_loses_its_facts(bad: str) -> None:
    found = parse_domains(answer(bad, domain("<memory>1024</memory>", TWO, "b")))
    first, second = found["domains"]
    assert set(first) == {"name", "uuid", "running", "autostart", "saved", "unreadable"}
    assert first["name"] == ONE
    assert first["unreadable"]
    assert second["memory_kib"] == 1024
    assert [one["uuid"] for one in found["unreadable"]] == [ONE]


def test_a_running_guest_whose_running_form_lacks_is_unreadable() -> None:
    assert parse_domains(answer(domain(), active=ONE))["unreadable"]


def test_a_description_forges_no_guest() -> None:
    text = domain("<description>\n== guests 1\n== configured x\n|</description>")
    found = parse_domains(answer(text))
    assert found["count"] == 1
    assert "== guests 1" in found["domains"][0]["description"]


def test_names_are_data() -> None:
    found = parse_domains(answer(domain(name="a'; $(id) \u202e &quot;é&#9;")))
    assert found["domains"][0]["name"] == "a'; $(id) \u202e \"é"


def test_the_worse_of_running_and_next_start_counts() -> None:
    web = parse_domains(Answer(recorded("domains-next-start-open")))["domains"][0]
    assert {address for one in web["graphics"] for address in one["outer_addresses"]} == {"0.0.0.0"}
    assert "graphics" in web["pending"]
    same = parse_domains(Answer(recorded("domains-running")))["domains"][0]
    assert "disks" not in same["pending"]
    assert len(same["disks"]) == 2


@pytest.mark.parametrize(
    ("size", "kib"),
    [("1</memory>", 1), ("x</memory>", None), ("-5</memory>", None)],
)
def test_memory(size: str, kib: int | None) -> None:
    assert facts(f"<memory>{size}").get("memory_kib") == kib


@pytest.mark.parametrize(
    ("unit", "kib"),
    [("b", 1), ("KiB", 1000), ("MB", 976563), ("GiB", 1048576000), ("TiB", 1000 << 30), ("parsec", None)],
)
def test_units(unit: str, kib: int | None) -> None:
    assert facts(f"<memory unit='{unit}'>1000</memory>").get("memory_kib") == kib


@pytest.mark.parametrize("count", ["9" * 400, "٣", "1e3", "0x10", ""])
def test_numbers_that_are_none_decide_nothing(count: str) -> None:
    assert "vcpus" not in facts(f"<vcpu>{count}</vcpu>")


@pytest.mark.parametrize(
    ("disk", "source"),
    [
        ("type='file'><source file='/a//b/../c.img'/>", "/a/c.img"),
        ("type='network'><source protocol='rbd' name='p/i'><host name='h2'/><host name='h1' port='1'/></source>", "rbd:p/i@h1:1,h2:"),
        ("type='volume'><source pool='p' volume='v'/>", "p/v"),
        ("type='nvme'><source type='pci' namespace='1'><address domain='0x0000' bus='0x01' slot='0x00' function='0x0'/></source>",
         "nvme 0x0000:0x01:0x00:0x0 namespace 1"),
        ("type='vhostuser'><source type='unix' path='/s'/>", "/s"),
        ("type='dir'><source dir='/d'/>", "/d"),
        ("type='vhostvdpa'><source dev='/dev/vhost-vdpa-0'/>", "/dev/vhost-vdpa-0"),
        ("type='unheard'><source thing='x' index='1'/>", "unheard thing=x"),
        ("type='file'><source startupPolicy='optional'/>", None),
        (">", None),
    ],
)  # fmt: skip
def test_disk_sources(disk: str, source: str | None) -> None:
    found = facts(f"<devices><disk {disk}<target dev='vda'/></disk></devices>")["disks"][0]
    assert found["source"] == source
    assert found["empty"] is (source is None)


@pytest.mark.parametrize(
    ("path", "whole"),
    [
        ("/dev/sda", True), ("/dev/sdaa", True), ("/dev/nvme0n1", True), ("/dev/disk/by-id/ata-X", True), ("/dev/md0", True),
        ("/dev/sda1", False), ("/dev/nvme0n1p2", False), ("/dev/disk/by-id/ata-X-part1", False), ("/dev/vg/lv", False),
        ("/dev/disk/by-id/dm-name-vg-lv", False), ("/dev/mapper/vg-lv", False),
    ],
)  # fmt: skip
def test_whole_disks(path: str, whole: bool) -> None:
    found = facts(f"<devices><disk type='block'><source dev='{path}'/><target dev='vda'/></disk></devices>")
    assert bool(found["whole_disks"]) is whole


@pytest.mark.parametrize(
    ("path", "system"),
    [("/", True), ("//", True), ("/etc/../etc", True), ("/var/lib/libvirt/images", True), ("/home/ann", True), ("/srv", True),
     ("/srv/share", False), ("/data/x", False), ("/etcetera", False)],
)  # fmt: skip
def test_system_folders(path: str, system: bool) -> None:
    inner = f"<devices><filesystem><source dir='{path}'/><target dir='x'/></filesystem></devices>"
    assert facts(inner)["filesystems"][0]["system_folder"] is system


@pytest.mark.parametrize(
    ("element", "outer", "default"),
    [
        ("<graphics type='vnc'/>", [], True),
        ("<graphics type='vnc' listen=''/>", [], True),
        ("<graphics type='vnc' listen='127.0.0.5'/>", [], False),
        ("<graphics type='vnc' listen='::1'/>", [], False),
        ("<graphics type='vnc' listen='127.0.0.1'><listen type='address' address='::'/></graphics>", ["::"], False),
        ("<graphics type='spice'><listen type='network' network='lan'/></graphics>", ["network lan"], False),
        ("<graphics type='spice'><listen type='network' network='lan' address='10.0.0.1'/></graphics>", ["10.0.0.1"], False),
        ("<graphics type='spice'><listen type='none'/></graphics>", [], False),
        ("<graphics type='vnc' socket='/x'/>", [], False),
        ("<graphics type='vnc' listen='host.example'/>", ["host.example"], False),
    ],
)  # fmt: skip
def test_where_screens_listen(element: str, outer: list[str], default: bool) -> None:
    found = facts(f"<devices>{element}</devices>")["graphics"][0]
    assert found["outer_addresses"] == outer
    assert found["default_address"] is default


def test_devices_of_every_kind_are_borne() -> None:
    kinds = (
        "<input type='evdev'><source dev='/dev/input/event1'/></input><audio id='1' type='none'/><hub type='usb'/>"
        "<tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm><rng model='virtio'><backend model='egd'/></rng>"
        "<panic model='isa'/><iommu model='intel'/><vsock model='virtio'><cid auto='yes'/></vsock><crypto model='virtio'/>"
        "<smartcard mode='host'/><memory model='dimm'><target><size>1</size></target></memory><nvram/><redirdev bus='usb'/>"
        "<redirfilter><usbdev allow='no'/></redirfilter><watchdog model='itco' action='dump'/><lease/><pstore/>"
        "<hostdev mode='subsystem' type='scsi'><source><adapter name='scsi_host0'/><address bus='0'/></source></hostdev>"
        "<hostdev mode='subsystem' type='mdev'><source><address uuid='c2177883-f1bb-47f0-914d-32a22e3a8804'/></source></hostdev>"
        "<hostdev mode='subsystem' type='scsi_host'><source protocol='vhost' wwpn='naa.5123'/></hostdev><hostdev/>"
        "<interface type='hostdev'><source><address type='pci' slot='0x1'/></source></interface><interface/>"
        "<interface type='udp'><source address='127.0.0.1' port='1'/></interface><channel type='spicevmc'/>"
        "<serial type='udp'><source mode='bind' service='1'/><source mode='connect' host='h' service='2'/></serial>"
        "<graphics type='sdl'/><graphics type='egl-headless'/><graphics type='rdp' listen='0.0.0.0'/><graphics/>"
    )
    found = facts(f"<devices>{kinds}</devices>")
    assert found["host_inputs"] == ["evdev"]
    assert found["redirections_open"] is False
    assert found["pci_devices"] == ["pci 0000:00:01.0"]
    assert found["dumps"] == ["watchdog dump"]
    assert any("udp 0.0.0.0:1" in one for one in found["network_consoles"])


@given(st.text())
@pytest.mark.parametrize("parser", OURS)
def test_arbitrary_text_is_refused_in_words(parser: str, text: str) -> None:
    for prefix in (
        "",
        "== guests\n== active\n== autostart\n== saved\n|",
        "== filters\n== x\n|",
        "== /etc/x present used\n|",
    ):
        with contextlib.suppress(ValueError):
            PARSERS[parser](Answer(prefix + text))


_TOKENS = re.compile(r"'[^'<>]*'|>[^<>\n]+<|<[a-z][A-Za-z:]*")


@given(st.data())
def test_changed_documents_never_break_a_parser(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(["domains-good", "domains-running", "domains-vhost-user", "domains-pci-card"]))
    text = recorded(name)
    for _ in range(data.draw(st.integers(1, 4))):
        spots = list(_TOKENS.finditer(text))
        spot = data.draw(st.sampled_from(spots))
        old = spot.group()
        word = data.draw(st.sampled_from(["", "-1", "9" * 30, "\u202e", "x" * 300, "yes", "0.0.0.0", "../../.."]))
        new = f"'{word}'" if old[0] == "'" else f">{word}<" if old[0] == ">" else "<odd"
        text = text[: spot.start()] + new + text[spot.end() :]
    try:
        found = parse_domains(Answer(text))
    except ValueError:
        return
    pools = PARSERS["storage_pools"](Answer(recorded("storage_pools-good")))
    joined = {
        "domains": found,
        "storage_pools": pools,
        "network_mounts": PARSERS["network_mounts"](Answer(recorded("network_mounts-good"))),
        "nwfilters": PARSERS["nwfilters"](Answer(recorded("nwfilters-good"))),
        "virtual_networks": PARSERS["virtual_networks"](Answer(recorded("virtual_networks-good"))),
        "libvirt_node": PARSERS["libvirt_node"](Answer(recorded("libvirt_node-good"))),
        "disk_sizes": PARSERS["disk_sizes"](Answer(recorded("disk_sizes-good"))),
        "guest_images": PARSERS["guest_images"](Answer(recorded("guest_images-good"))),
        "guest_processes": PARSERS["guest_processes"](Answer(recorded("guest_processes-running"))),
        "qemu_conf": PARSERS["qemu_conf"](Answer(recorded("qemu_conf-good"))),
        "console_passwords": PARSERS["console_passwords"](Answer(recorded("console_passwords-good"))),
    }
    for name in (
        "disk_links",
        "disk_sharing",
        "guest_confinement",
        "guest_disks",
        "guest_ports",
        "guest_screens",
        "guest_sizing",
        "guest_storage",
    ):
        DERIVATIONS[name](joined)


@pytest.mark.parametrize(
    ("passwords", "found"),
    [
        (f"== passwords {ONE} {TWO}\n== guest {ONE}\n|vnc set\n== guest {TWO}\n|vnc set\n", [TWO, "a"]),
        (f"== passwords {ONE}\n== guest {ONE}\n|vnc none\n", []),
        (f"== passwords {ONE}\n", None),
    ],
)
def test_guests_with_a_password_are_called_by_their_names(passwords: str, found: list[str] | None) -> None:
    """By UUID where a guest came between two looks and has no name yet; not at all where it could not be asked."""
    facts = {
        "domains": parse_domains(answer(domain(name="a"))),
        "qemu_conf": {},
        "console_passwords": PARSERS["console_passwords"](Answer(passwords)),
    }
    assert DERIVATIONS["guest_screens"](facts).get("with_password") == found


@pytest.mark.parametrize(
    ("path", "foreign"),
    [
        ("/usr/bin/qemu-system-x86_64", False),
        (
            "/usr/bin/kvm-spice",
            False,
        ),  # of guests that were made on Ubuntu 20.04 and older, whose later packages have it too
        ("/usr/libexec/qemu-kvm", False),
        ("/usr/local/bin/qemu-system-x86_64", True),
        ("/usr/bin/kvm-spicy", True),
    ],
)
def test_emulators_of_packages(path: str, foreign: bool) -> None:
    found = describe(document(f"<domain><devices><emulator>{path}</emulator></devices></domain>", "domain"))
    assert bool(found["foreign_emulators"]) is foreign
