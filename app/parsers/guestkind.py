"""In what kind of virtual machine a guest runs, and the tools of virtualisation products in it.

``guest_kind``: lines ``detect WORD`` (systemd-detect-virt(1)), ``vendor TEXT`` and ``product TEXT`` (SMBIOS),
``xen TYPE``, ``uml yes``, ``end``. ``guest_tools``: lines ``PACKAGE VERSION`` and ``end``.
"""

from collections.abc import Mapping
from typing import Any

from app.parsers import Answer, shell_lines

_VENDORS = (
    ("qemu", "kvm"), ("red hat", "kvm"), ("vmware", "vmware"), ("innotek", "oracle"), ("oracle", "oracle"),
    ("xen", "xen"), ("microsoft", "microsoft"), ("bochs", "kvm"), ("amazon ec2", "kvm"), ("google", "kvm"),
)  # fmt: skip
_CONTAINERS = frozenset(
    {"docker", "lxc", "lxc-libvirt", "openvz", "podman", "proot", "rkt", "systemd-nspawn", "wsl", "container-other"}
)
# Kinds of machine that a tool is for, and whether it serves a desktop only.
_TOOLS: dict[str, tuple[frozenset[str], bool]] = {
    "qemu-guest-agent": (frozenset({"kvm", "qemu", "amazon", "google"}), False),
    "qemu-ga": (frozenset({"kvm", "qemu"}), False),
    "spice-vdagent": (frozenset({"kvm", "qemu"}), True),
    "spice-webdavd": (frozenset({"kvm", "qemu"}), True),
    "phodav": (frozenset({"kvm", "qemu"}), True),
    "open-vm-tools": (frozenset({"vmware"}), False),
    "open-vm-tools-desktop": (frozenset({"vmware"}), True),
    "virtualbox-guest-utils": (frozenset({"oracle"}), False),
    "virtualbox-guest-additions": (frozenset({"oracle"}), False),
    "virtualbox-guest-tools": (frozenset({"oracle"}), False),
    "virtualbox-guest-x11": (frozenset({"oracle"}), True),
    "virtualbox-guest-additions-x11": (frozenset({"oracle"}), True),
    "hyperv-daemons": (frozenset({"microsoft"}), False),
    "hypervkvpd": (frozenset({"microsoft"}), False),
    "hvtools": (frozenset({"microsoft"}), False),
    "linux-cloud-tools-common": (frozenset({"microsoft"}), False),
    "xe-guest-utilities": (frozenset({"xen"}), False),
}
DISPLAY_MANAGERS = frozenset(
    {"display-manager", "gdm", "gdm3", "greetd", "lightdm", "lxdm", "nodm", "sddm", "slim", "xdm"}
)


def parse_guest_kind(answer: Answer) -> dict[str, Any]:
    """``kind`` in the words of systemd-detect-virt, and whether it is a container, which shares its host's kernel."""
    found: dict[str, str] = {}
    for line in shell_lines(answer.text):
        word, _, rest = line.strip().partition(" ")
        if word:
            found[word] = rest.strip()
    if "end" not in found:
        raise ValueError("the look at the kind of machine has no end")
    kind = found.get("detect", "")
    if kind in {"", "none"}:
        text = f"{found.get('vendor', '')} {found.get('product', '')}".lower()
        named = next((name for words, name in _VENDORS if words in text), None)
        kind = "uml" if "uml" in found else "xen" if "xen" in found else named or "none"
    return {"kind": kind, "container": kind in _CONTAINERS}


def parse_guest_tools(answer: Answer) -> dict[str, Any]:
    """``tools``: packages of virtualisation products for guests, with version."""
    tools = []
    ended = False
    for line in shell_lines(answer.text):
        name, _, version = line.strip().partition(" ")
        if name == "end":
            ended = True
        elif name in _TOOLS:
            tools.append({"name": name, "version": version})
    if not ended:
        raise ValueError("the list of guest tools has no end")
    return {"tools": tools}


def has_desktop(units: Mapping[str, Any]) -> bool:
    """Whether a display manager starts; facts of ``units``.

    Debian's gdm is no unit that can be enabled: the alias ``display-manager.service`` is what starts it. All of them
    start with the target for graphics alone.
    """
    if units.get("default_target") not in {None, "graphical.target", "runlevel5.target"}:
        return False
    alias = "display-manager" in units.get("display_managers", [])
    return alias or bool(DISPLAY_MANAGERS & set(units.get("services", [])))


def guest_assistance(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Tools made for another product than the one below, and desktop parts on a machine without a desktop."""
    kind, tools = facts["guest_kind"]["kind"], facts["guest_tools"]["tools"]
    shown = [f"{one['name']} {one['version']}".strip() for one in tools]
    if kind == "none" or facts["guest_kind"]["container"]:
        return {"kind": kind, "tools": shown}
    desktop = has_desktop(facts["units"])
    return {
        "kind": kind,
        "tools": shown,
        "strange": [one["name"] for one in tools if kind not in _TOOLS[one["name"]][0]],
        "unused_desktop_parts": [one["name"] for one in tools if _TOOLS[one["name"]][1] and not desktop],
    }
