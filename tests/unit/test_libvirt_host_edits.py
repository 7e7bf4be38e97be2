"""One dangerous change to a libvirt host where everything passes, and forms that its parsers have to bear."""

# ruff: noqa: E501 - lines of files read better in one piece

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1]))
from libvirt_guests import NETWORKS, guest
from libvirt_verdicts import RECORDED, recorded, verdicts

from app.model import Result
from app.parsers import Answer
from app.parsers.libvirt_conf import settings
from app.parsers.registry import PARSERS

FINE = {Result.PASS, Result.NOTAPPLICABLE}
_TYPE = ("<domain type='qemu'", "<domain type='kvm'")
FILTER_HEAD = "|<filter name='site-guest' chain='root'>"
NO_MAC = "<filter name='no-mac-spoofing' chain='mac' priority='-800'>"
PRINTED = {"guests": "  <port isolated='yes'/>", "office": "  <bridge name='br0'/>"}


def conf(*lines: str) -> tuple[str, str, str]:
    """Lines put before those of qemu.conf."""
    return "qemu_conf", "|remember_owner = 0", "\n".join(f"|{line}" for line in lines)


def daemon(*lines: str) -> tuple[str, str, str]:
    return "libvirt_daemon_conf", "present used\n", "present used\n" + "".join(f"|{line}\n" for line in lines)


def listening(*lines: str) -> tuple[str, str, str]:
    return "libvirt_daemon_conf", "present used\n", "present used listening\n" + "".join(f"|{line}\n" for line in lines)


def rule(text: str) -> tuple[str, str, str]:
    """A rule put first into the filter that guards the guests."""
    return "nwfilters", FILTER_HEAD, f"{FILTER_HEAD}\n|{text}"


DROP = "|  <rule action='drop' direction='out' priority='100'>\n|    <udp srcportstart='67'/>"
EDITS: dict[str, tuple[tuple[str, str, str], str]] = {
    # qemu.conf
    "screens everywhere": (conf('vnc_listen = "0.0.0.0"'), "console-default-on-loopback"),
    "screens everywhere, then not": (conf('vnc_listen = "0.0.0.0"', 'vnc_listen = "127.0.0.1"'), "console-default-on-loopback"),
    "screens everywhere, with a comment": (conf("spice_listen='::' # all of \"127.0.0.1\""), "console-default-on-loopback"),
    "a password": (conf('vnc_password = "(set)"'), "no-console-passwords-kept"),
    "as root": (conf('user = "root"'), "daemon-confines"),
    "as root by number": (conf('user="+0"'), "daemon-confines"),
    "no driver": (conf('security_driver = "none"'), "daemon-confines"),
    "no driver, in a list": (conf("security_driver = [", '  "none"', "]"), "daemon-confines"),
    "no driver, others in a comment": (conf('security_driver = [ "none" ] # was [ "selinux" ]'), "daemon-confines"),
    "users apart only": (conf('security_driver = [ "dac" ]'), "daemon-confines"),
    "no filter of system calls": (conf("seccomp_sandbox=0"), "daemon-confines"),
    "guests unconfined": (conf("  security_default_confined  =  0  "), "daemon-confines"),
    "capabilities kept": (conf("clear_emulator_capabilities = 0", "clear_emulator_capabilities = 1"), "daemon-confines"),
    "few controllers": (conf('cgroup_controllers = [ "cpu",', '"memory" ]'), "cgroups-in-use"),
    "no controller": (conf("cgroup_controllers = [ ]"), "cgroups-in-use"),
    "migration as it comes": (("qemu_conf", "migrate_tls_force = 1", "migrate_tls_force = 0"), "migration-encrypted"),
    "migration to anybody": (conf("migrate_tls_x509_verify = 0"), "migration-encrypted"),
    "a list without an end": (conf('cgroup_controllers = [ "cpu"'), "daemon-confines"),
    # daemons
    "no audit records": (daemon("audit_level = 0"), "power-events-audited"),
    "no audit records, then some": (daemon("audit_level = 0", "audit_level = 2"), "power-events-audited"),
    "plain TCP": (listening("listen_tcp = 1"), "daemon-speaks-no-clear-text"),
    "plain TCP for anybody": (listening("listen_tcp = 1", 'auth_tcp = "none"'), "network-peers-proven"),
    "TLS for every certificate": (listening("listen_tls = 1"), "network-peers-proven"),
    "TLS by default": (listening(), "network-peers-proven"),
    "TLS, names in a comment": (listening('tls_allowed_dn_list = [ ] # "CN=manager"'), "network-peers-proven"),
    "TLS without looking": (listening('tls_allowed_dn_list = ["CN=m"]', "tls_no_verify_certificate = 1"), "network-peers-proven"),
    "a socket for plain TCP": (("libvirt_units", "libvirtd-tcp.socket   disabled", "libvirtd-tcp.socket   enabled"), "no-clear-text-management"),
    "a socket that is open now": (("libvirt_units", "== active libvirtd-tcp.socket ", "== active libvirtd-tcp.socket active"), "no-clear-text-management"),
    "a socket about to open": (("libvirt_units", "== active virtproxyd-tcp.socket ", "== active virtproxyd-tcp.socket activating"), "no-clear-text-management"),
    "a socket in a state nobody knows": (("libvirt_units", "== active libvirtd-tcp.socket ", "== active libvirtd-tcp.socket maintenance"), "no-clear-text-management"),
    "a socket for TLS": (("libvirt_units", "libvirtd-tls.socket   disabled", "libvirtd-tls.socket   enabled"), "network-peers-proven"),
    "a local socket for all": (("libvirt_sockets", "700 root root /run/libvirt/libvirt-sock", "777 root root /run/libvirt/libvirt-sock"), "management-socket-guarded"),
    # networks
    "a network that trusts guests": (("virtual_networks", "|<network>\n|  <name>guests<", "|<network trustGuestRxFilters='yes'>\n|  <name>guests<"), "no-trusted-rx-filters"),
    "a network over a card": (("virtual_networks", PRINTED["guests"], "  <forward mode='passthrough'><interface dev='eth1'/></forward>"), "no-passthrough-networks"),
    "a network of macvtap": (("virtual_networks", "  <bridge name='virbr-guests' stp='on' delay='0'/>", "  <forward mode='bridge'><interface dev='eth1'/></forward>"), "mac-spoofing-blocked"),
    "a network of Open vSwitch": (("virtual_networks", PRINTED["guests"], "  <virtualport type='openvswitch'/>"), "mac-spoofing-blocked"),
    "a group of Open vSwitch": (("virtual_networks", PRINTED["guests"], "  <portgroup name='x' default='yes'><virtualport type='openvswitch'/></portgroup>"), "address-spoofing-blocked"),
    "a network of Open vSwitch, isolated": (("virtual_networks", PRINTED["guests"], PRINTED["guests"] + "<virtualport type='openvswitch'/>"), "rogue-servers-blocked"),
    "a network that can't be read": (("virtual_networks", PRINTED["guests"], "  <port isolated='yes'>"), "mac-spoofing-blocked"),
    # filters; the network's isolated ports are taken away with each, as they would do instead
    "answers of DHCP": (("nwfilters", DROP, DROP.replace("67", "68")), "rogue-servers-blocked"),
    "answers of DHCP, all others dropped": (("nwfilters", DROP, DROP.replace("<udp", "<udp match='no'")), "rogue-servers-blocked"),
    "answers of DHCP to one guest": (("nwfilters", DROP, DROP.replace("<udp", "<udp dstipaddr='192.0.2.1'")), "rogue-servers-blocked"),
    "answers of DHCP, new ones only": (("nwfilters", DROP, DROP.replace("<udp", "<udp state='NEW'")), "rogue-servers-blocked"),
    "answers of DHCP, the other way": (("nwfilters", DROP, DROP.replace("'out'", "'in'")), "rogue-servers-blocked"),
    "answers of DHCP, too late": (("nwfilters", DROP, DROP.replace("<udp", "<ip protocol='udp'")), "rogue-servers-blocked"),
    "answers of DHCP let through": (("nwfilters", DROP, DROP.replace("'drop'", "'accept'")), "rogue-servers-blocked"),
    "everything accepted first": (rule("<rule action='accept' direction='inout' priority='-900'/>"), "mac-spoofing-blocked"),
    "every frame accepted first": (rule("<rule action='accept' direction='out' priority='-1000'><mac/></rule>"), "address-spoofing-blocked"),
    "ARP accepted first": (rule("<rule action='accept' direction='out' priority='-600'><mac protocolid='arp'/></rule>"), "address-spoofing-blocked"),
    "IPv4 accepted first": (rule("<rule action='accept' direction='inout' priority='-750'><ip/></rule>"), "address-spoofing-blocked"),
    "the filter only notes": (("nwfilters", NO_MAC, NO_MAC + "<rule action='accept' direction='out' priority='1'/>"), "mac-spoofing-blocked"),
    # files, pools
    "an image for all": (("guest_images", "|stat 600 0 root root regular file", "|stat 644 0 root root regular file"), "disks-closed"),
    "an image of somebody": (("guest_images", "|stat 600 0 root root regular file", "|stat 600 1000 ann ann regular file"), "disks-closed"),
    "an image with a list": (("guest_images", "|acl none", "|acl extended"), "disks-closed"),
    "an image not looked at": (("guest_images", "|stat 600 0 root root regular file", "|stat ? ? ? ?"), "disks-closed"),
    "a pool for all": (("storage_pools", "<mode>0711</mode>", "<mode>0777</mode>"), "pool-folders-closed"),
    "a pool whose mode is no number": (("storage_pools", "<mode>0711</mode>", "<mode>rwx</mode>"), "pool-folders-closed"),
    "a full pool": (("storage_pools", "<available unit='bytes'>245646282752<", "<available unit='bytes'>1024<"), "pools-have-room"),
    "a pool beside the system": (("storage_pools", "23% /var/lib/libvirt", "23% /"), "pools-on-own-file-system"),
    "images on NFS": (("storage_pools", "<pool type='dir'>", "<pool type='netfs'>"), "network-disks-encrypted"),
    "images on a share that is mounted": (("network_mounts", "local xfs /var", "clear nfs4 /var"), "network-disks-encrypted"),
    "images on a share of unknown ways": (("network_mounts", "local xfs /var", "unknown fuse.glusterfs /var"), "network-disks-encrypted"),
    "mounts cut off": (("network_mounts", "end\n", ""), "network-disks-encrypted"),
    "a password of one guest": (("console_passwords", "|vnc none", "|vnc set"), "no-console-passwords-kept"),
    "guests that start at once": (("libvirt_guests", "== settings /etc/default/libvirt-guests", "== settings /etc/default/libvirt-guests\n|ON_BOOT=start"), "starts-staggered"),
}  # fmt: skip


def changed(probe: str, old: str, new: str) -> dict[str, str]:
    text = recorded(probe)
    assert old in text, f"{old!r} is not in {probe}"
    answers = {probe: text.replace(old, new, 1)}
    if probe == "nwfilters":
        answers["virtual_networks"] = recorded("virtual_networks").replace("<port isolated='yes'/>", "")
    return answers


@pytest.mark.parametrize("name", EDITS)
def test_a_dangerous_change_of_the_host_is_noticed(name: str) -> None:
    edit, check = EDITS[name]
    found = verdicts(guest("web", _TYPE), guest("db", _TYPE), **changed(*edit))
    assert found[f"libvirt.{check}"] not in FINE, [one for one, result in found.items() if result not in FINE]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("rbd", Result.FAIL), ("iscsi", Result.FAIL), ("logical", Result.PASS), ("unheard-of", Result.UNKNOWN)],
)
def test_a_volume_lies_where_its_pool_does(kind: str, expected: Result) -> None:
    file = "<disk type='file' device='disk'>\n      <driver name='qemu' type='raw'/><source file='/var/lib/libvirt/images/web.img'/>"
    web = guest("web", _TYPE, (file, "<disk type='volume' device='disk'><source pool='guests' volume='web'/>"))
    pools = recorded("storage_pools").replace("<pool type='dir'>", f"<pool type='{kind}'>")
    assert verdicts(web, guest("db", _TYPE), storage_pools=pools)["libvirt.network-disks-encrypted"] is expected


@pytest.mark.parametrize(
    ("edit", "check"),
    [
        (("nwfilters", "<udp srcportstart='67'/>", "<udp srcportstart='67' dstportstart='68'/>"), "rogue-servers-blocked"),
        (("nwfilters", "<udp srcportstart='67'/>", "<udp srcportstart='60' srcportend='70'/>"), "rogue-servers-blocked"),
        (("nwfilters", DROP, DROP.replace("'100'", "'-700'").replace("<udp", "<ip protocol='udp'")), "rogue-servers-blocked"),
        (("nwfilters", FILTER_HEAD, FILTER_HEAD + "\n|<rule action='accept' direction='out' priority='500'><tcp dstportstart='22'/></rule>"), "mac-spoofing-blocked"),
        (daemon('auth_tls = "none"', "listen_tls = 1"), "network-peers-proven"),
        (listening("tls_allowed_dn_list = [", '"CN=manager",', '"CN=other"', "]"), "network-peers-proven"),
        (listening("listen_tls = 0"), "network-peers-proven"),
        (conf("seccomp_sandbox = 1", "seccomp_sandbox = 0"), "daemon-confines"),
        (conf('security_driver = [ "selinux", "dac" ]'), "daemon-confines"),
    ],
)  # fmt: skip
def test_a_harmless_change_of_the_host_stays_a_pass(edit: tuple[str, str, str], check: str) -> None:
    found = verdicts(guest("web", _TYPE), guest("db", _TYPE), **changed(*edit))
    assert found[f"libvirt.{check}"] is Result.PASS


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["a = 1", "a = 2"], {"a": 1}),
        (['a="x # y" # z'], {"a": "x # y"}),
        (["a = 'x\"y'"], {"a": 'x"y'}),
        (["a = [ \"x]\", 'y' ] # 'z'"], {"a": ["x]", "y"]}),
        (["a = [", '"x",', '"y"', "]", "b = 3"], {"a": ["x", "y"], "b": 3}),
        (["  # a = 1", "", "a_b-c = -1"], {"a_b-c": "-1"}),
        (['a = ""'], {"a": ""}),
        (["a = []"], {"a": []}),
        (["a = 99999999999999999999"], {"a": "99999999999999999999"}),
    ],
)  # fmt: skip
def test_forms_of_settings(lines: list[str], found: dict[str, object]) -> None:
    assert settings(lines) == found


@pytest.mark.parametrize("lines", [["a"], ["= 1"], ["a = ["], ["a = [ 'x'", "b = 1"]])
def test_settings_of_another_form_are_refused(lines: list[str]) -> None:
    with pytest.raises(ValueError, match=r"setting|end"):
        settings(lines)


def test_a_filter_that_was_emptied_protects_from_nothing() -> None:
    uuids = [f"bbbbbbbb-0000-4000-8000-00000000000{n}" for n in (1, 2)]
    own = "|<filter name='own'><filterref filter='no-mac-spoofing'/></filter>"
    for inner, keeps in (("", False), ("<rule action='return' direction='out'/>", False), ("<rule action='drop' direction='in'/>", False),
                         ("<rule action='drop' direction='out'/>", True)):  # fmt: skip
        shipped = f"|<filter name='no-mac-spoofing' chain='mac'>{inner}</filter>"
        text = f"== filters {' '.join(uuids)}\n== filter {uuids[0]}\n{own}\n== filter {uuids[1]}\n{shipped}\n"
        found = PARSERS["nwfilters"](Answer(text))["filters"]
        assert [one["mac"] for one in found] == [keeps, keeps]


FILES = sorted(path.name for path in RECORDED.glob("*.txt"))
PROBES = {
    "qemu_conf": "qemu_conf", "libvirt_daemon_conf": "daemon_conf", "libvirt_capabilities": "capabilities",
    "host_validation": "host_validate",
}  # fmt: skip
_WORDS = [
    "",
    "== ",
    "==",
    "== active",
    "|",
    "|<",
    "|</",
    "&#0;",
    "<!--",
    "]]>",
    "\x00",
    "²",
    "9" * 30,
    "-1",
    "=",
    "[",
    '"',
    " " * 40,
    "\u2028",
    "%",
]


@given(st.data())
def test_spoilt_answers_are_refused_or_read(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(FILES))
    probe = name.split("-")[0]
    parser = PARSERS.get(PROBES.get(probe, probe))
    if parser is None:
        return  # collected only
    lines = (RECORDED / name).read_text("utf-8").split("\n")[:400]
    for _ in range(data.draw(st.integers(1, 5))):
        spot = data.draw(st.integers(0, len(lines) - 1))
        word = data.draw(st.one_of(st.sampled_from(_WORDS), st.text(max_size=8)))
        cut = data.draw(st.integers(0, len(lines[spot])))
        deed = data.draw(st.sampled_from(["insert", "replace", "cut", "drop", "double", "swap"]))
        if deed == "insert":
            lines[spot] = lines[spot][:cut] + word + lines[spot][cut:]
        elif deed == "replace":
            lines[spot] = word
        elif deed == "cut":
            lines[spot] = lines[spot][:cut]
        elif deed == "drop":
            lines[spot : spot + 1] = [] if len(lines) > 1 else [""]
        elif deed == "double":
            lines.insert(spot, lines[spot])
        else:
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[spot], lines[other] = lines[other], lines[spot]
    try:
        found = parser(Answer("\n".join(lines)))
    except ValueError:
        return
    json.dumps(found, allow_nan=False)


def test_the_printed_networks_are_the_defined_ones() -> None:
    """The edits above change what virsh prints of these."""
    assert all(f"<name>{name}</name>" in text for name, text in zip(PRINTED, NETWORKS, strict=True))
