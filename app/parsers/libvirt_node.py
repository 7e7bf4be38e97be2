"""What libvirt says about its host: nodeinfo, nodememstats, domstats, capabilities, version, virt-host-validate.

virsh(1), virt-host-validate(1), libvirt formatcaps.
"""

import re
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.sections import by_head
from app.parsers.xmltext import document, first, number, text_of, within

_CHECK = re.compile(r"^\s*(\w+): Checking (?:for |if )?(.*?)\s*: (PASS|WARN|FAIL)(?: \((.*)\))?\s*$")
_RELEASE = re.compile(r"^(\d{1,4})\.(\d{1,4})\.")
_DELAYS_STARTS = (11, 1)  # settings that it doesn't know libvirt passes over without a word


def parse_node(answer: Answer) -> dict[str, Any]:
    """CPUs and memory of the host, what is in use, and the memory of the guests' processes.

    Sections ``== nodeinfo``, ``== nodememstats`` and ``== balloon`` (``virsh domstats --balloon --state``).
    """
    found = by_head(answer)
    info = _pairs(found["nodeinfo"].lines, ":") if "nodeinfo" in found else {}
    cpus, memory = _amount(info.get("CPU(s)")), _amount(info.get("Memory size"))
    if not cpus or not memory:
        raise ValueError("nodeinfo names neither CPUs nor memory")
    facts: dict[str, Any] = {"cpus": cpus, "most_vcpus": cpus - 1, "memory_kib": memory, "model": info.get("CPU model")}
    stats = _pairs(found["nodememstats"].lines, ":") if "nodememstats" in found else {}
    known = {key: _amount(stats.get(key)) for key in ("total", "free", "buffers", "cached")}
    guests = _balloons(found["balloon"].lines) if "balloon" in found else None
    if guests is not None:
        facts |= guests
        total, free = known["total"], known["free"]
        if total is not None and free is not None:
            used = total - free - (known["buffers"] or 0) - (known["cached"] or 0)
            facts["host_kib"] = max(0, used - guests["guests_rss_kib"])
    return facts


def _balloons(lines: tuple[str, ...]) -> dict[str, Any]:
    """Resident memory of all guests, and by how much each exceeds what it was given."""
    rss: list[int] = []
    over: list[int] = []
    current = 0
    for line in lines:
        key, _, value = line.strip().partition("=")
        if key.startswith("Domain:"):
            current = 0
        elif key == "balloon.current":
            current = number(value) or 0
        elif key == "balloon.rss":
            rss.append(number(value) or 0)
            over.append(max(0, rss[-1] - current))
    return {"guests_rss_kib": sum(rss), "measured": len(rss), "overhead_kib": sum(over)}


def _pairs(lines: tuple[str, ...], separator: str) -> dict[str, str]:
    pairs = (line.partition(separator) for line in lines)
    return {key.strip(): value.strip() for key, found, value in pairs if found}


def _amount(text: str | None) -> int | None:
    return number((text or "").split()[0] if (text or "").split() else None)


def parse_capabilities(answer: Answer) -> dict[str, Any]:
    """Security models, IOMMU, the kinds of guest that can run, and the CPU's name."""
    root = document(answer.text, "capabilities")
    host = first(root, "host")
    if host is None:
        raise ValueError("the document describes no host")
    iommu = first(host, "iommu")
    kinds = [one.get("type") or "" for one in within(root, "guest/arch/domain")]
    models = [text_of(one, "model") or "" for one in within(host, "secmodel")]
    return {
        "uuid": text_of(host, "uuid"),
        "arch": text_of(host, "cpu/arch"),
        "cpu_model": text_of(host, "cpu/model"),
        "cpu_vendor": text_of(host, "cpu/vendor"),
        "security_models": models,
        "mandatory": [one for one in models if one in {"selinux", "apparmor"}],
        "iommu": iommu is not None and iommu.get("support") == "yes",
        "guest_types": list(dict.fromkeys(kinds)),
        "migration": [
            (one.text or "").strip() for one in within(host, "migration_features/uri_transports/uri_transport")
        ],
    }


def parse_libvirt_version(answer: Answer) -> dict[str, Any]:
    """Versions of library and running hypervisor, and whether the daemon knows ``auto_start_delay`` (else left out)."""
    found = _pairs(tuple(shell_lines(answer.text)), ":")
    if "Running hypervisor" not in found:
        raise ValueError("virsh names no running hypervisor")
    facts: dict[str, Any] = {
        "library": found.get("Using library", "").removeprefix("libvirt "),
        "hypervisor": found["Running hypervisor"],
        "daemon": found.get("Running against daemon", ""),
    }
    release = _RELEASE.match(facts["daemon"])
    if release is not None:
        facts["delays_starts"] = (int(release[1]), int(release[2])) >= _DELAYS_STARTS
    return facts


def parse_host_validate(answer: Answer) -> dict[str, Any]:
    """``checks`` with their results, and the names of those that warn or fail."""
    checks = []
    for line in shell_lines(answer.text):
        match = _CHECK.match(line)
        if match is not None:
            checks.append({"name": match[2], "result": match[3], "advice": match[4] or ""})
    if not checks:
        raise ValueError("virt-host-validate printed no result")
    cgroups = [one for one in checks if one["name"].startswith("cgroup ")]
    facts: dict[str, Any] = {
        "checks": checks,
        "failed": [one["name"] for one in checks if one["result"] == "FAIL"],
        "warned": [one["name"] for one in checks if one["result"] == "WARN"],
        "cgroups_lacking": [one["name"] for one in cgroups if one["result"] != "PASS"],
        "cgroups_checked": len(cgroups),
    }
    for key, start in (("hardware", "hardware virtualization"), ("kvm_device", "device /dev/kvm exists")):
        results = [one["result"] for one in checks if one["name"].startswith(start)]
        if results:
            facts[key] = results[0]
    return facts
