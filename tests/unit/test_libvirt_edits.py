"""One dangerous change to guests that pass everything: each is noticed by the check that is there for it."""

# ruff: noqa: E501 - elements of a document read better in one line, as people paste them

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
from libvirt_guests import guest
from libvirt_verdicts import verdicts

from app.model import Result

FINE = {Result.PASS, Result.NOTAPPLICABLE}


def hardened(name: str, *changes: tuple[str, str]) -> str:
    return guest(name, ("<domain type='qemu'", "<domain type='kvm'"), *changes)


def add(device: str) -> tuple[str, str]:
    return "    <memballoon", f"    {device}\n    <memballoon"


def beside(element: str) -> tuple[str, str]:
    return "  <devices>", f"  {element}\n  <devices>"


SCREEN = "<graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'><listen type='address' address='127.0.0.1'/></graphics>"
SERIAL = "<serial type='pty'/>"
DISK = "<disk type='file' device='disk'>"
SOURCE = "<source file='/var/lib/libvirt/images/web.img'/>"
PLUG = "<interface type='network'>"
NETWORK = "<source network='guests'/>"
RATE = "<bandwidth><inbound average='12800'/><outbound average='12800'/></bandwidth>"
FILTER = "<filterref filter='site-guest'><parameter name='IP' value='192.0.2.11'/></filterref>"
MODEL = "<cpu mode='custom' match='exact'><model>qemu64</model></cpu>"
CAP = "<period>100000</period><quota>60000</quota>"
AGENT = "<channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>"
QUIET = "<clipboard copypaste='no'/><filetransfer enable='no'/>"


def raw(*words: str) -> tuple[str, str]:
    arguments = "".join(f"<qemu:arg value='{word}'/>" for word in words)
    return "</devices>", f"</devices>\n  <qemu:commandline>{arguments}</qemu:commandline>"


EDITS: dict[str, tuple[tuple[str, str], str]] = {
    # screens
    "vnc on all addresses": ((SCREEN, "<graphics type='vnc' listen='0.0.0.0'/>"), "consoles-on-loopback"),
    "vnc on all IPv6 addresses": ((SCREEN, "<graphics type='vnc'><listen type='address' address='::'/></graphics>"), "consoles-on-loopback"),
    "vnc on a mapped address": ((SCREEN, "<graphics type='vnc' listen='::ffff:192.0.2.1'/>"), "consoles-on-loopback"),
    "vnc on a virtual network": ((SCREEN, "<graphics type='vnc'><listen type='network' network='office'/></graphics>"), "consoles-on-loopback"),
    "vnc second address": ((SCREEN, SCREEN.replace("</graphics>", "<listen type='address' address='192.0.2.1'/></graphics>")), "consoles-on-loopback"),
    "vnc socket and address": ((SCREEN, "<graphics type='vnc'><listen type='socket' socket='/run/v'/><listen type='address' address='192.0.2.1'/></graphics>"), "consoles-on-loopback"),
    "vnc open in clear": ((SCREEN, "<graphics type='vnc' listen='192.0.2.1'/>"), "consoles-encrypted"),
    "vnc open without login": ((SCREEN, "<graphics type='vnc' listen='192.0.2.1'/>"), "consoles-ask-for-login"),
    "vnc for browsers": ((SCREEN, SCREEN.replace("autoport", "websocket='5700' autoport")), "no-idle-websockets"),
    "vnc for browsers, any port": ((SCREEN, SCREEN.replace("autoport", "websocket='-1' autoport")), "no-idle-websockets"),
    "vnc for browsers, odd port": ((SCREEN, SCREEN.replace("autoport", "websocket='auto' autoport")), "no-idle-websockets"),
    "vnc for browsers, open": ((SCREEN, "<graphics type='vnc' listen='192.0.2.1' websocket='5700'/>"), "no-plain-websockets"),
    "second screen": (add("<graphics type='spice' listen='0.0.0.0'/>"), "consoles-on-loopback"),
    "rdp on all addresses": (add("<graphics type='rdp' listen='0.0.0.0'/>"), "consoles-on-loopback"),
    "D-Bus over the network": (add("<graphics type='dbus' address='tcp:host=192.0.2.9,port=55556'/>"), "consoles-on-loopback"),
    "spice that shares all": ((SCREEN, "<graphics type='spice' listen='127.0.0.1'/>"), "spice-exchanges-nothing"),
    "spice clipboard": ((SCREEN, "<graphics type='spice' listen='127.0.0.1'><filetransfer enable='no'/></graphics>"), "spice-exchanges-nothing"),
    "spice files": ((SCREEN, "<graphics type='spice'><clipboard copypaste='no'/><filetransfer enable='yes'/></graphics>"), "spice-exchanges-nothing"),
    "spice clear channel": ((SCREEN, f"<graphics type='spice' listen='192.0.2.1' defaultMode='secure'><channel name='inputs' mode='insecure'/>{QUIET}</graphics>"), "consoles-encrypted"),
    "second devices element": (("</devices>", "</devices><devices><graphics type='vnc' listen='0.0.0.0'/></devices>"), "consoles-on-loopback"),
    "vdagent clipboard": (add("<channel type='qemu-vdagent'><source><clipboard copypaste='yes'/></source><target type='virtio' name='com.redhat.spice.0'/></channel>"), "agent-clipboard-off"),
    # serial lines and channels
    "serial on telnet": ((SERIAL, "<serial type='tcp'><source mode='bind' host='192.0.2.1' service='2323'/><protocol type='telnet'/></serial>"), "serial-consoles-local"),
    "serial in clear": ((SERIAL, "<serial type='tcp'><source mode='connect' host='192.0.2.1' service='2323'/></serial>"), "no-clear-serial-lines"),
    "serial as if TLS": ((SERIAL, "<serial type='tcp'><source mode='connect' host='192.0.2.1' service='2323'/><protocol type='tls'/></serial>"), "no-clear-serial-lines"),
    "serial as if telnets": ((SERIAL, "<serial type='tcp'><source mode='bind' host='192.0.2.1' service='2323'/><protocol type='telnets'/></serial>"), "no-clear-serial-lines"),
    "serial TLS off": ((SERIAL, "<serial type='tcp'><source mode='connect' host='192.0.2.1' service='2323' tls='no'/></serial>"), "no-clear-serial-lines"),
    "serial on telnet nearby": ((SERIAL, "<serial type='tcp'><source mode='bind' host='127.0.0.1' service='2323'/><protocol type='telnet'/></serial>"), "no-clear-serial-lines"),
    "serial without a place": ((SERIAL, "<serial type='tcp'/>"), "serial-consoles-local"),
    "serial in odd mode": ((SERIAL, "<serial type='tcp'><source mode='server' host='192.0.2.1' service='2323' tls='yes'/></serial>"), "serial-consoles-local"),
    "serial over UDP": ((SERIAL, "<serial type='udp'><source mode='bind' host='192.0.2.1' service='1'/><source mode='connect' host='127.0.0.1' service='2'/></serial>"), "serial-consoles-local"),
    "serial over UDP as if TLS": ((SERIAL, "<serial type='udp'><source mode='connect' host='192.0.2.1' service='2' tls='yes'/></serial>"), "no-clear-serial-lines"),
    "another console on telnet": (add("<console type='tcp'><source mode='bind' host='192.0.2.1' service='23'/><protocol type='telnet'/><target type='serial'/></console>"), "serial-consoles-local"),
    "console over virtio": (add("<console type='tcp'><source mode='bind' host='0.0.0.0' service='23'/><target type='virtio'/></console>"), "serial-consoles-local"),
    "parallel over the network": (add("<parallel type='tcp'><source mode='bind' host='0.0.0.0' service='9'/></parallel>"), "serial-consoles-local"),
    "card reader over the network": (add("<smartcard mode='passthrough' type='tcp'><source mode='bind' host='0.0.0.0' service='2001'/></smartcard>"), "no-clear-serial-lines"),
    "random numbers over the network": (add("<rng model='virtio'><backend model='egd' type='tcp'><source mode='connect' host='192.0.2.1' service='1234'/></backend></rng>"), "no-clear-serial-lines"),
    "USB over the network": (add("<redirdev bus='usb' type='tcp'><source mode='connect' host='192.0.2.1' service='4000'/></redirdev>"), "no-clear-serial-lines"),
    "serial port of the host": ((SERIAL, "<serial type='dev'><source path='/dev/ttyS0'/></serial>"), "host-devices"),
    "parallel port of the host": (add("<parallel type='dev'><source path='/dev/parport0'/></parallel>"), "host-devices"),
    "serial into a file": ((SERIAL, "<serial type='file'><source path='/var/log/web.txt'/></serial>"), "no-console-recording"),
    "serial into a pipe": ((SERIAL, "<serial type='pipe'><source path='/run/web'/></serial>"), "no-console-recording"),
    "serial with a log": ((SERIAL, "<serial type='pty'><log file='/var/log/web.txt' append='on'/></serial>"), "no-console-recording"),
    "console with a log": (add("<console type='pty'><log file='/var/log/web.txt'/><target type='serial' port='0'/></console>"), "no-console-recording"),
    "channel with a log": ((AGENT, AGENT.replace("<target", "<log file='/x'/><target")), "no-console-recording"),
    "channel into a file": ((AGENT, AGENT.replace("unix'>", "file'><source path='/x'/>")), "no-console-recording"),
    "channel nobody approved": (add("<channel type='unix'><target type='virtio' name='org.example.0'/></channel>"), "command-channels-known"),
    "channel without a name": (add("<channel type='pty'><target type='guestfwd' address='10.0.2.1' port='4600'/></channel>"), "channels"),
    "channel to a program of the host": ((AGENT, AGENT.replace("<target", "<source mode='connect' path='/run/docker.sock'/><target")), "channels"),
    "serial to a program of the host": ((SERIAL, "<serial type='unix'><source mode='connect' path='/run/docker.sock'/></serial>"), "channels"),
    "webdav": (add("<channel type='spiceport'><source channel='org.spice-space.webdav.0'/><target type='virtio' name='org.spice-space.webdav.0'/></channel>"), "no-folders-shared"),
    "vsock": (add("<vsock model='virtio'><cid auto='no' address='3'/></vsock>"), "channels"),
    # folders, memory, devices of the host
    "root folder": (add("<filesystem type='mount'><source dir='/'/><target dir='r'/></filesystem>"), "no-system-folders"),
    "hidden root folder": (add("<filesystem type='mount'><source dir='/srv/../etc'/><target dir='r'/></filesystem>"), "no-system-folders"),
    "folder that is written": (add("<filesystem type='mount'><source dir='/srv/web'/><target dir='r'/></filesystem>"), "shares-minimal"),
    "folder by a socket": (add("<filesystem type='mount'><driver type='virtiofs'/><source socket='/run/fs'/><target dir='r'/><readonly/></filesystem>"), "no-folders-shared"),
    "shared region": (add("<shmem name='bus'><model type='ivshmem-doorbell'/><server path='/run/shm'/></shmem>"), "no-shared-regions"),
    "shared memory": (beside("<memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>"), "no-shared-regions"),
    "shared cell": ((MODEL, MODEL.replace("</cpu>", "<numa><cell id='0' cpus='0' memory='98304' memAccess='shared'/></numa></cpu>")), "no-shared-regions"),
    "shared module": (add("<memory model='dimm' access='shared'><target><size unit='MiB'>64</size><node>0</node></target></memory>"), "no-shared-regions"),
    "memory in a file of the host": (add("<memory model='virtio-pmem' access='shared'><source><path>/srv/pmem</path></source><target><size>65536</size></target></memory>"), "no-shared-regions"),
    "vhost-user adapter": ((PLUG, "<interface type='vhostuser'><source type='unix' path='/run/v' mode='client'/><mac address='52:54:00:00:00:77'/></interface>" + PLUG), "no-host-sockets"),
    "vhost-user disk": ((DISK, "<disk type='vhostuser'><source type='unix' path='/run/v'/><target dev='vdb'/></disk>" + DISK), "no-host-sockets"),
    "vhost-user screen": (add("<video><driver name='vhostuser'/><model type='virtio'/></video>"), "no-host-sockets"),
    "USB stick": (add("<hostdev mode='subsystem' type='usb'><source><address bus='1' device='3'/></source></hostdev>"), "host-devices"),
    "PCI card": (add("<hostdev mode='subsystem' type='pci'><source><address domain='0' bus='3' slot='0' function='0'/></source></hostdev>"), "pci-devices-contained"),
    "mediated device": (add("<hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='c2177883-f1bb-47f0-914d-32a22e3a8804'/></source></hostdev>"), "host-devices"),
    "storage of the host": (add("<hostdev mode='capabilities' type='storage'><source><block>/dev/sdz</block></source></hostdev>"), "host-devices"),
    "NVMe drive": ((DISK, "<disk type='nvme'><source type='pci' namespace='1'><address domain='0' bus='1' slot='0' function='0'/></source><target dev='vdb'/></disk>" + DISK), "pci-devices-contained"),
    "virtual function": ((PLUG, "<interface type='hostdev'><source><address type='pci' domain='0' bus='1' slot='0' function='1'/></source></interface>" + PLUG), "pci-devices-contained"),
    "vDPA adapter": ((PLUG, "<interface type='vdpa'><source dev='/dev/vhost-vdpa-0'/></interface>" + PLUG), "host-devices"),
    "vDPA disk": ((DISK, "<disk type='vhostvdpa'><source dev='/dev/vhost-vdpa-0'/><target dev='vdb'/></disk>" + DISK), "host-devices"),
    "SCSI commands": ((DISK, "<disk type='block' device='lun'><source dev='/dev/vg/lun'/><target dev='sdb' bus='scsi'/></disk>" + DISK), "host-devices"),
    "keyboard of the host": (add("<input type='evdev'><source dev='/dev/input/event1'/></input>"), "host-devices"),
    "TPM of the host": (add("<tpm model='tpm-tis'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>"), "host-devices"),
    "TPM by a program of the host": (add("<tpm model='tpm-crb'><backend type='external'><source type='unix' mode='connect' path='/run/tpm'/></backend></tpm>"), "channels"),
    "card reader": (add("<smartcard mode='host'/>"), "host-devices"),
    "sound": (add("<sound model='ich9'/>"), "host-devices"),
    "redirection": (add("<redirdev bus='usb' type='spicevmc'/>"), "no-device-redirection"),
    "redirection, half barred": (add("<redirdev bus='usb' type='spicevmc'/><redirfilter><usbdev class='0x08' allow='yes'/><usbdev allow='no'/></redirfilter>"), "no-device-redirection"),
    # disks
    "whole disk": ((SOURCE, "<source dev='/dev/nvme0n1'/>"), "no-whole-disks"),
    "whole multipath disk": ((SOURCE, "<source dev='/dev/mapper/mpatha'/>"), "no-whole-disks"),
    "whole disk below an image": ((SOURCE, SOURCE + "<backingStore type='block'><format type='raw'/><source dev='/dev/sdb'/></backingStore>"), "no-whole-disks"),
    "disk of another guest": ((SOURCE, "<source file='/var/lib/libvirt/images/db.img'/>"), "disks-not-shared"),
    "disk of another guest, other words": ((SOURCE, "<source file='/var/lib/libvirt/./images//db.img'/>"), "disks-not-shared"),
    "disk of another guest by its pool": ((DISK + "\n      <driver name='qemu' type='raw'/>" + SOURCE, "<disk type='volume'><source pool='guests' volume='db.img'/>"), "disks-not-shared"),
    "copy onto the disk of another guest": ((SOURCE, SOURCE + "<mirror type='file' job='copy'><source file='/var/lib/libvirt/images/db.img'/></mirror>"), "disks-not-shared"),
    "data on the disk of another guest": ((SOURCE, "<source file='/var/lib/libvirt/images/web.img'><dataStore type='file'><source file='/var/lib/libvirt/images/db.img'/></dataStore></source>"), "disks-not-shared"),
    "disk over the network": ((DISK + "\n      <driver name='qemu' type='raw'/>" + SOURCE, "<disk type='network'><source protocol='nbd' name='w'><host name='192.0.2.5'/></source>"), "network-disks-encrypted"),
    "disk over iSCSI by the kernel": ((DISK + "\n      <driver name='qemu' type='raw'/>" + SOURCE, "<disk type='block'><source dev='/dev/disk/by-path/ip-192.0.2.5:3260-iscsi-iqn.2026-01.org.example:w-lun-1'/>"), "network-disks-encrypted"),
    "disk mapped from a cluster": ((DISK + "\n      <driver name='qemu' type='raw'/>" + SOURCE, "<disk type='block'><source dev='/dev/rbd/vms/web'/>"), "network-disks-encrypted"),
    "disk over the network below an image": ((SOURCE, SOURCE + "<backingStore type='network'><source protocol='http' name='w'><host name='192.0.2.5'/></source></backingStore>"), "network-disks-encrypted"),
    "disk copied over the network": ((SOURCE, SOURCE + "<mirror type='network' job='copy'><source protocol='nbd' name='w'><host name='192.0.2.5'/></source></mirror>"), "network-disks-encrypted"),
    "certificate not looked at": ((DISK + "\n      <driver name='qemu' type='raw'/>" + SOURCE, "<disk type='network'><source protocol='https' name='w'><host name='192.0.2.5'/><ssl verify='no'/></source>"), "network-disks-encrypted"),
    "disk without a limit": (("<total_bytes_sec>104857600</total_bytes_sec><total_iops_sec>1000</total_iops_sec>", "<total_bytes_sec>0</total_bytes_sec>"), "disk-rates"),
    "medium": (("<disk type='file' device='cdrom'>", "<disk type='file' device='cdrom'><source file='/srv/x.iso'/>"), "media-disconnected"),
    "medium in other words": (("<disk type='file' device='cdrom'>", "<disk type='block' device='cdrom'><source file='/srv/x.iso'/>"), "media-disconnected"),
    "drive of the host": (("<disk type='file' device='cdrom'>", "<disk type='block' device='cdrom'><source dev='/dev/sr0'/>"), "media-disconnected"),
    "floppy": ((DISK, "<disk type='file' device='floppy'><source file='/srv/f.img'/><target dev='fda' bus='fdc'/></disk>" + DISK), "media-disconnected"),
    # network
    "no filter": ((FILTER, ""), "mac-spoofing-blocked"),
    "no filter at all": ((FILTER, ""), "ports-filtered"),
    "unknown filter": (("filter='site-guest'", "filter='elsewhere'"), "address-spoofing-blocked"),
    "filter without routers": (("filter='site-guest'", "filter='no-mac-spoofing'"), "address-spoofing-blocked"),
    "address of another guest": (("52:54:00:00:00:01", "52:54:00:00:00:02"), "mac-addresses-unique"),
    "adapter trusted": ((PLUG, "<interface type='network' trustGuestRxFilters='yes'>"), "no-trusted-rx-filters"),
    "Open vSwitch": ((FILTER, FILTER + "<virtualport type='openvswitch'/>"), "mac-spoofing-blocked"),
    "macvtap": ((PLUG + "\n      <mac address='52:54:00:00:00:01'/>" + NETWORK, "<interface type='direct'><source dev='eth0' mode='bridge'/>"), "ports-filtered"),
    "macvtap passthrough": ((PLUG + "\n      <mac address='52:54:00:00:00:01'/>" + NETWORK, "<interface type='direct'><source dev='eth0' mode='passthrough'/>"), "no-macvtap-passthrough"),
    "multicast": ((PLUG + "\n      <mac address='52:54:00:00:00:01'/>" + NETWORK, "<interface type='mcast'><source address='230.0.0.1' port='5558'/>"), "ports-filtered"),
    "multicast, forged": ((PLUG + "\n      <mac address='52:54:00:00:00:01'/>" + NETWORK, "<interface type='mcast'><source address='230.0.0.1' port='5558'/>"), "mac-spoofing-blocked"),
    "socket to another host": ((PLUG, "<interface type='client'><source address='192.0.2.9' port='5558'/><filterref filter='clean-traffic'/></interface>" + PLUG), "ports-filtered"),
    "user-mode adapter": ((PLUG, "<interface type='user'/>" + PLUG), "ports-filtered"),
    "user-mode adapter, unlimited": ((PLUG, "<interface type='user'/>" + PLUG), "network-rates"),
    "network nobody knows": ((NETWORK, "<source network='elsewhere'/>"), "mac-spoofing-blocked"),
    "no limit on the office network": ((NETWORK + "<model type='virtio'/>\n      " + FILTER + "\n      " + RATE, "<source network='office'/>" + FILTER), "network-rates"),
    "not isolated": ((NETWORK + "<model type='virtio'/>\n      " + FILTER, "<source network='office'/><filterref filter='clean-traffic'/>"), "rogue-servers-blocked"),
    # processor, memory, clock, labels
    "pure emulation": (("<domain type='kvm'", "<domain type='qemu'"), "guests-by-hardware"),
    "container": (("<domain type='kvm'", "<domain type='lxc'"), "guests-by-hardware"),
    "emulator of one's own": (add("<emulator>/opt/qemu/bin/qemu-system-x86_64</emulator>"), "packaged-emulator"),
    "emulator by a detour": (add("<emulator>/usr/bin/../../opt/qemu-system-x86_64</emulator>"), "packaged-emulator"),
    "nested": ((MODEL, MODEL.replace("</cpu>", "<feature policy='require' name='vmx'/></cpu>")), "no-nested-virtualisation"),
    "nested by default policy": ((MODEL, MODEL.replace("</cpu>", "<feature name='svm'/></cpu>")), "no-nested-virtualisation"),
    "nested where it goes": ((MODEL, MODEL.replace("</cpu>", "<feature policy='optional' name='vmx'/></cpu>")), "no-nested-virtualisation"),
    "nested as the host": ((MODEL, "<cpu mode='host-passthrough'/>"), "no-nested-virtualisation"),
    "nested, the wrong one barred": ((MODEL, "<cpu mode='host-model'><feature policy='disable' name='svm'/></cpu>"), "no-nested-virtualisation"),
    "nested as at least": ((MODEL, "<cpu match='minimum'><model>qemu64</model></cpu>"), "no-nested-virtualisation"),
    "nested on other processors": (("<features><acpi/></features>", "<features><acpi/><nested-hv state='on'/></features>"), "no-nested-virtualisation"),
    "nested on Arm": (("<features><acpi/></features>", "<features><acpi/><virtualization/></features>"), "no-nested-virtualisation"),
    "as many CPUs as the host": (("<vcpu>1</vcpu>", "<vcpu>4</vcpu>"), "vcpus-below-host"),
    "CPUs that come later": (("<vcpu>1</vcpu>", "<vcpu current='1'>64</vcpu>"), "vcpus-below-host"),
    "number of CPUs beyond belief": (("<vcpu>1</vcpu>", "<vcpu>99999999999999999999999</vcpu>"), "vcpus-below-host"),
    "no ceiling": (("<vcpu>1</vcpu>\n  <cputune><shares>200</shares>" + CAP, "<vcpu>4</vcpu>\n  <cputune><shares>200</shares>"), "cpu-capped"),
    "ceiling that is none": (("<vcpu>1</vcpu>\n  <cputune><shares>200</shares>" + CAP, "<vcpu>4</vcpu>\n  <cputune><shares>200</shares><quota>100000</quota>"), "cpu-capped"),
    "more than the host has": (("<vcpu>1</vcpu>\n  <cputune><shares>200</shares>" + CAP, "<vcpu>3</vcpu>\n  <cputune><shares>200</shares>"), "cpu-suffices"),
    "memory beyond the host": (("<memory unit='MiB'>96<", "<memory unit='TiB'>9<"), "memory-bearable"),
    "memory that comes later": (beside("<maxMemory slots='4' unit='TiB'>9</maxMemory>"), "memory-bearable"),
    "memory that comes later, unreadable": (beside("<maxMemory slots='4' unit='TiB'>much</maxMemory>"), "memory-bearable"),
    "memory in odd units": (("<memory unit='MiB'>96<", "<memory unit='stone'>96<"), "memory-bearable"),
    "local time": (("<clock offset='utc'>", "<clock offset='localtime'>"), "clock-fits-system"),
    "clock put off": (("<clock offset='utc'>", "<clock offset='utc' adjustment='3600'>"), "clock-fits-system"),
    "no kvmclock": (("<clock offset='utc'>", "<clock offset='utc'><timer name='kvmclock' present='no'/>"), "paravirtual-clock"),
    "dump after a crash": (beside("<on_crash>coredump-restart</on_crash>"), "watched-guests"),
    "dump by the watchdog": (add("<watchdog model='itco' action='dump'/>"), "watched-guests"),
    "no label": (beside("<seclabel type='none'/>"), "labels-configured"),
    "no label of one model": (beside("<seclabel type='none' model='apparmor'/>"), "labels-configured"),
    "emulator as root": (beside("<seclabel type='static' model='dac' relabel='yes'><label>+0:+0</label></seclabel>"), "labels-configured"),
    "emulator as root in other words": (beside("<seclabel type='static' model='dac'><label>+00:+107</label></seclabel>"), "labels-configured"),
    "emulator as who started it": (beside("<seclabel type='none' model='dac'/>"), "labels-configured"),
    "label that confines nothing": (beside("<seclabel type='static' model='selinux'><label>system_u:system_r:unconfined_t:s0</label></seclabel>"), "labels-configured"),
    "base of a label that confines nothing": (beside("<seclabel type='dynamic' model='selinux'><baselabel>system_u:system_r:unconfined_t:s0</baselabel></seclabel>"), "labels-configured"),
    "profile that confines nothing": (beside("<seclabel type='static' model='apparmor'><label>unconfined</label></seclabel>"), "labels-configured"),
    "no title": (("  <title>internal: web</title>\n", ""), "guests-labelled"),
    # strings and options
    "firmware string": (beside("<sysinfo type='fwcfg'><entry name='opt/x'>y</entry></sysinfo>"), "no-data-strings"),
    "OEM string": (beside("<sysinfo type='smbios'><oemStrings><entry>a</entry></oemStrings></sysinfo>"), "no-data-strings"),
    "details of the host": (("machine='pc'>hvm</type>", "machine='pc'>hvm</type><smbios mode='host'/>"), "no-data-strings"),
    "monitor": (raw("-monitor", "tcp:0.0.0.0:4444,server"), "no-raw-options"),
    "monitor with two hyphens": (raw("--qmp", "tcp:0.0.0.0:4444,server"), "no-raw-options"),
    "block device past libvirt": (raw("-blockdev", "driver=file,filename=/etc/shadow,node-name=x"), "no-raw-options"),
    "firmware string past libvirt": (raw("-fw_cfg", "name=opt/x,file=/etc/shadow"), "no-raw-options"),
    "device past libvirt": (raw("-device", "vfio-pci,host=03:00.0"), "no-raw-options"),
    "device past libvirt in JSON": (raw("-device", '{"driver":"vfio-pci","host":"03:00.0"}'), "no-raw-options"),
    "file past libvirt": (raw("-device", "loader,file=/etc/shadow"), "no-raw-options"),
    "folder past libvirt": (raw("-device", "usb-mtp,rootdir=/,readonly=false"), "no-raw-options"),
    "recording past libvirt": (raw("-object", "filter-dump,id=f,netdev=n,file=/tmp/x"), "no-raw-options"),
    "sandbox off": (raw("-sandbox", "off"), "no-raw-options"),
    "screen past libvirt": (raw("-display", "vnc=:0"), "no-raw-options"),
    "harmless option": (raw("-no-hpet"), "channels"),
    "library put before all": (("</devices>", "</devices><qemu:commandline><qemu:env name='LD_PRELOAD' value='/tmp/x.so'/></qemu:commandline>"), "no-raw-options"),
    "variable": (("</devices>", "</devices><qemu:commandline><qemu:env name='G_DEBUG' value='1'/></qemu:commandline>"), "channels"),
    "property laid over": (("</devices>", "</devices><qemu:override><qemu:device alias='net0'><qemu:frontend><qemu:property name='host' type='string' value='x'/></qemu:frontend></qemu:device></qemu:override>"), "channels"),
    "ability taken away": (("</devices>", "</devices><qemu:capabilities><qemu:del capability='seccomp-blacklist'/></qemu:capabilities>"), "channels"),
    "another prefix": (("</devices>", "</devices><q:commandline xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'><q:arg value='-monitor'/><q:arg value='stdio'/></q:commandline>"), "no-raw-options"),
    "options of another hypervisor": (("</devices>", "</devices><x:commandline xmlns:x='http://libvirt.org/schemas/domain/xen/1.0'><x:arg value='device_model_args'/></x:commandline>"), "channels"),
}  # fmt: skip


def test_the_guests_pass_everything() -> None:
    found = {check: result for check, result in verdicts(hardened("web"), hardened("db")).items() if result not in FINE}
    assert found == {}


@pytest.mark.parametrize("name", EDITS)
def test_a_dangerous_change_is_noticed(name: str) -> None:
    change, check = EDITS[name]
    found = verdicts(hardened("web", change), hardened("db"))
    assert found[f"libvirt.{check}"] not in FINE, [one for one, result in found.items() if result not in FINE]
