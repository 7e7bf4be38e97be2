"""Guests for a libvirt host of tests: one well set up, and others that are each wrong in one way that people choose."""

# ruff: noqa: E501 - elements of a document read better in one line, as people paste them

UUIDS = {
    "web": "11111111-0000-4000-8000-000000000001",
    "db": "11111111-0000-4000-8000-000000000002",
    "shop": "22222222-0000-4000-8000-000000000003",
}
NETWORKS = (
    (
        "<network><name>guests</name><uuid>aaaaaaaa-0000-4000-8000-000000000001</uuid>"
        "<bridge name='virbr-guests' stp='on' delay='0'/><port isolated='yes'/></network>"
    ),
    (
        "<network><name>office</name><uuid>aaaaaaaa-0000-4000-8000-000000000002</uuid>"
        "<forward mode='bridge'/><bridge name='br0'/></network>"
    ),
)
FILTER = (
    "<filter name='site-guest'><uuid>bbbbbbbb-0000-4000-8000-000000000001</uuid><filterref filter='clean-traffic'/>"
    "<rule action='drop' direction='out' priority='100'><udp srcportstart='67'/></rule>"
    "<rule action='drop' direction='out' priority='100'><icmpv6 type='134'/></rule></filter>"
)
POOL = (
    "<pool type='dir'><name>guests</name><uuid>cccccccc-0000-4000-8000-000000000001</uuid>"
    "<target><path>/var/lib/libvirt/images</path></target></pool>"
)
SECRETS = {
    "private": "<secret ephemeral='yes' private='yes'><uuid>dddddddd-0000-4000-8000-000000000001</uuid>"
    "<usage type='ceph'><name>client.guests</name></usage></secret>",
    "readable": "<secret ephemeral='no' private='no'><uuid>dddddddd-0000-4000-8000-000000000002</uuid>"
    "<usage type='iscsi'><target>backup portal</target></usage></secret>",
}
_MACS = {"web": "52:54:00:00:00:01", "db": "52:54:00:00:00:02", "shop": "52:54:00:00:00:03"}
_GUEST = """<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>{name}</name>
  <uuid>{uuid}</uuid>
  <title>internal: {name}</title>
  <memory unit='MiB'>96</memory>
  <vcpu>1</vcpu>
  <cputune><shares>200</shares><period>100000</period><quota>60000</quota></cputune>
  <os><type arch='x86_64' machine='pc'>hvm</type></os>
  <features><acpi/></features>
  <cpu mode='custom' match='exact'><model>qemu64</model></cpu>
  <clock offset='utc'>
    <timer name='rtc' tickpolicy='catchup'/><timer name='pit' tickpolicy='delay'/><timer name='hpet' present='no'/>
  </clock>
  <pm><suspend-to-mem enabled='no'/><suspend-to-disk enabled='no'/></pm>
  <devices>
    <disk type='file' device='disk'>
      <driver name='qemu' type='raw'/><source file='/var/lib/libvirt/images/{name}.img'/><target dev='vda' bus='virtio'/>
      <iotune><total_bytes_sec>104857600</total_bytes_sec><total_iops_sec>1000</total_iops_sec></iotune>
    </disk>
    <disk type='file' device='cdrom'><target dev='sda' bus='sata'/><readonly/></disk>
    <interface type='network'>
      <mac address='{mac}'/><source network='guests'/><model type='virtio'/>
      <filterref filter='site-guest'><parameter name='IP' value='192.0.2.1{last}'/></filterref>
      <bandwidth><inbound average='12800'/><outbound average='12800'/></bandwidth>
    </interface>
    <serial type='pty'/>
    <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
    <graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'><listen type='address' address='127.0.0.1'/></graphics>
    <memballoon model='virtio'/>
  </devices>
</domain>"""


def guest(name: str, *changes: tuple[str, str]) -> str:
    """The domain document of a guest, with texts replaced; a text that isn't in it is an error of the test."""
    text = _GUEST.format(name=name, uuid=UUIDS[name], mac=_MACS[name], last=UUIDS[name][-1])
    for old, new in changes:
        if old not in text:
            raise ValueError(f"{old!r} is not in the guest")
        text = text.replace(old, new, 1)
    return text


def _device(xml: str) -> tuple[str, str]:
    return "    <memballoon", f"    {xml}\n    <memballoon"


_VNC = "<graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'><listen type='address' address='127.0.0.1'/></graphics>"
_LIMITS = "<bandwidth><inbound average='12800'/><outbound average='12800'/></bandwidth>"
_GUARD = "<filterref filter='site-guest'><parameter name='IP' value='192.0.2.13'/></filterref>"
_IOTUNE = "<iotune><total_bytes_sec>104857600</total_bytes_sec><total_iops_sec>1000</total_iops_sec></iotune>"
_FILE = "<disk type='file' device='disk'>\n      <driver name='qemu' type='raw'/><source file='/var/lib/libvirt/images/shop.img'/>"

BESIDE_WEB = frozenset(
    {"shared-disk", "same-mac", "images-share", "iso-in-drive", "host-drive", "no-limits", "unweighted"}
)
BROKEN: dict[str, str] = {
    "no-title": guest("shop", ("  <title>internal: shop</title>\n", "")),
    "foreign-emulator": guest("shop", _device("<emulator>/var/lib/libvirt/own/qemu-system-x86_64</emulator>")),
    "spice-open": guest(
        "shop",
        (_VNC, "<graphics type='spice' autoport='yes' listen='0.0.0.0'/>"),
        _device("<channel type='spicevmc'><target type='virtio' name='com.redhat.spice.0'/></channel>"),
        _device("<redirdev bus='usb' type='spicevmc'/>"),
    ),
    "spice-closed": guest(
        "shop",
        (
            _VNC,
            (
                "<graphics type='spice' autoport='yes' listen='127.0.0.1'><clipboard copypaste='no'/>"
                "<filetransfer enable='no'/></graphics>"
            ),
        ),
    ),
    "spice-desktop": guest("shop", (_VNC, "<graphics type='spice' autoport='yes'/>"), _device("<sound model='ich9'/>")),
    "vnc-open": guest(
        "shop", (_VNC, "<graphics type='vnc' port='-1' autoport='yes' listen='0.0.0.0' websocket='5701'/>")
    ),
    "vnc-open-password": guest(
        "shop", (_VNC, "<graphics type='vnc' port='5999' autoport='no' listen='0.0.0.0' passwd='hunter2'/>")
    ),
    "vnc-socket": guest(
        "shop", (_VNC, "<graphics type='vnc'><listen type='socket' socket='/run/shop-vnc.sock'/></graphics>")
    ),
    "vdagent-clipboard": guest(
        "shop",
        _device(
            "<channel type='qemu-vdagent'><source><clipboard copypaste='yes'/></source>"
            "<target type='virtio' name='com.redhat.spice.0'/></channel>"
        ),
    ),
    "telnet-serial": guest(
        "shop",
        (
            "<serial type='pty'/>",
            "<serial type='tcp'><source mode='bind' host='0.0.0.0' service='2323'/><protocol type='telnet'/></serial>",
        ),
    ),
    "serial-log": guest(
        "shop",
        ("<serial type='pty'/>", "<serial type='pty'><log file='/var/log/libvirt/qemu/shop-console.log'/></serial>"),
    ),
    "root-share": guest(
        "shop",
        _device("<filesystem type='mount' accessmode='passthrough'><source dir='/'/><target dir='host'/></filesystem>"),
    ),
    "images-share": guest(
        "shop",
        _device("<filesystem type='mount'><source dir='/var/lib/libvirt/images'/><target dir='images'/></filesystem>"),
    ),
    "folder-share": guest(
        "shop",
        _device(
            "<filesystem type='mount' accessmode='mapped'><source dir='/srv/share/shop'/><target dir='data'/><readonly/></filesystem>"
        ),
    ),
    "whole-disk": guest(
        "shop",
        (_FILE, "<disk type='block' device='disk'>\n      <driver name='qemu' type='raw'/><source dev='/dev/sda'/>"),
    ),
    "shared-disk": guest("shop", ("/images/shop.img", "/images/web.img")),
    "shared-on-purpose": guest("shop", (_IOTUNE, "<readonly/>")),
    "network-disk": guest(
        "shop",
        (
            _FILE,
            "<disk type='network' device='disk'>\n      <driver name='qemu' type='raw'/><source protocol='nbd' name='shop'><host name='192.0.2.50' port='10809'/></source>",
        ),
    ),
    "network-disk-tls": guest(
        "shop",
        (
            _FILE,
            "<disk type='network' device='disk'>\n      <driver name='qemu' type='raw'/><source protocol='nbd' name='shop' tls='yes'><host name='192.0.2.50' port='10809'/></source>",
        ),
    ),
    "no-filter": guest("shop", (_GUARD, "")),
    "clean-traffic": guest(
        "shop", ("filter='site-guest'", "filter='clean-traffic'"), ("network='guests'", "network='office'")
    ),
    "office": guest("shop", ("network='guests'", "network='office'")),
    "office-unlimited": guest("shop", ("network='guests'", "network='office'"), (_LIMITS, "")),
    "trusted-filters": guest(
        "shop", ("<interface type='network'>", "<interface type='network' trustGuestRxFilters='yes'>")
    ),
    "macvtap-passthrough": guest(
        "shop",
        ("<interface type='network'>", "<interface type='direct'>"),
        (_GUARD, ""),
        ("<source network='guests'/>", "<source dev='eth1' mode='passthrough'/>"),
    ),
    "same-mac": guest("shop", ("52:54:00:00:00:03", "52:54:00:00:00:01")),
    "iso-in-drive": guest(
        "shop",
        (
            "<disk type='file' device='cdrom'>",
            "<disk type='file' device='cdrom'><source file='/var/lib/libvirt/images/debian.iso'/>",
        ),
    ),
    "host-drive": guest(
        "shop", ("<disk type='file' device='cdrom'>", "<disk type='block' device='cdrom'><source dev='/dev/sr0'/>")
    ),
    "no-label": guest("shop", ("  <devices>", "  <seclabel type='none'/>\n  <devices>")),
    "nested": guest("shop", ("<model>qemu64</model>", "<model>qemu64</model><feature policy='require' name='vmx'/>")),
    "host-cpu": guest(
        "shop", ("<cpu mode='custom' match='exact'><model>qemu64</model></cpu>", "<cpu mode='host-model'/>")
    ),
    "shared-memory": guest(
        "shop", _device("<shmem name='bus'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>")
    ),
    "vhost-user": guest(
        "shop",
        _device(
            "<interface type='vhostuser'><mac address='52:54:00:00:00:09'/><source type='unix' path='/run/vhost.sock' mode='client'/><model type='virtio'/></interface>"
        ),
        ("  <vcpu>1</vcpu>", "  <memoryBacking><access mode='shared'/></memoryBacking>\n  <vcpu>1</vcpu>"),
    ),
    "raw-options": guest(
        "shop",
        (
            "</devices>",
            (
                "</devices>\n  <qemu:commandline><qemu:arg value='-monitor'/><qemu:arg value='tcp:0.0.0.0:4444,server,nowait'/>"
                "</qemu:commandline>"
            ),
        ),
    ),
    "fwcfg": guest(
        "shop",
        ("  <os>", "  <sysinfo type='fwcfg'><entry name='opt/org.example/config'>hunter2</entry></sysinfo>\n  <os>"),
    ),
    "host-smbios": guest("shop", ("machine='pc'>hvm</type>", "machine='pc'>hvm</type><smbios mode='host'/>")),
    "odd-channel": guest(
        "shop", _device("<channel type='unix'><target type='virtio' name='com.example.control'/></channel>")
    ),
    "webdav": guest(
        "shop", _device("<channel type='unix'><target type='virtio' name='org.spice-space.webdav.0'/></channel>")
    ),
    "usb-stick": guest(
        "shop",
        _device(
            "<hostdev mode='subsystem' type='usb'><source><vendor id='0x0781'/><product id='0x5567'/></source></hostdev>"
        ),
    ),
    "pci-card": guest(
        "shop",
        _device(
            "<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0x0000' bus='0x03' slot='0x00' function='0x0'/></source></hostdev>"
        ),
    ),
    "coredump": guest("shop", ("  <devices>", "  <on_crash>coredump-destroy</on_crash>\n  <devices>")),
    "no-limits": guest(
        "shop",
        ("<cputune><shares>200</shares><period>100000</period><quota>60000</quota></cputune>", ""),
        (_IOTUNE, ""),
        ("<vcpu>1</vcpu>", "<vcpu>8</vcpu>"),
    ),
    "huge-memory": guest("shop", ("<memory unit='MiB'>96</memory>", "<memory unit='TiB'>2</memory>")),
    "local-clock": guest("shop", ("offset='utc'", "offset='localtime'")),
    "no-kvmclock": guest("shop", ("<clock offset='utc'>", "<clock offset='utc'><timer name='kvmclock' present='no'/>")),
    "windows": guest(
        "shop",
        (
            "<features><acpi/></features>",
            "<features><acpi/><hyperv mode='custom'><relaxed state='on'/></hyperv></features>",
        ),
        ("<clock offset='utc'>", "<clock offset='localtime'><timer name='hypervclock' present='yes'/>"),
    ),
    "windows-plain": guest(
        "shop",
        (
            "<features><acpi/></features>",
            "<features><acpi/><hyperv mode='custom'><relaxed state='on'/></hyperv></features>",
        ),
        (
            "<timer name='rtc' tickpolicy='catchup'/><timer name='pit' tickpolicy='delay'/><timer name='hpet' present='no'/>",
            "",
        ),
    ),
}
