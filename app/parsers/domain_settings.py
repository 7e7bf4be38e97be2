"""What a libvirt guest is made of and may take: names, CPU, memory, firmware, clock (libvirt formatdomain)."""

import re
from typing import Any

from app.parsers.xmltext import Element, first, flag, kib, number, text_of, within

_NO_QUOTA = 17_592_186_044_415  # microseconds; what libvirt shows for "without a limit", its largest value
_PERIOD = 100_000  # microseconds, when none is given
_ASKED = frozenset({"require", "force"})
_OF_HOST = frozenset({"host-passthrough", "host-model", "maximum"})
_BARRED = frozenset({"disable", "forbid"})
_VIRTUALISATION = ("vmx", "svm")  # of Intel and of AMD
_LABEL_TAGS = frozenset({"label", "classification", "class", "confidentiality"})
_WINDOWS = re.compile(r"windows|microsoft", re.IGNORECASE)


def identity(root: Element) -> dict[str, Any]:
    """Names and labels that people gave, and what the guest is said to run."""
    metadata = first(root, "metadata")
    labels = []
    systems = []
    for element in metadata.iter() if metadata is not None else ():
        tag = str(element.tag).rsplit("}", 1)[-1].lower()
        if tag in _LABEL_TAGS and (element.text or "").strip():
            labels.append((element.text or "").strip())
        if tag == "os" and element.get("id"):
            systems.append(element.get("id") or "")
    title, description = text_of(root, "title") or "", text_of(root, "description") or ""
    hyperv = first(root, "features/hyperv") is not None
    return {
        "name": text_of(root, "name") or "",
        "uuid": (text_of(root, "uuid") or "").lower(),
        "title": title,
        "description": description,
        "labels": [text for text in (title, description, *labels) if text],
        "classification": labels,
        "virt_types": [root.get("type") or ""],
        "systems": systems,
        # Hyper-V enlightenments are of use to Windows alone, and tools set them for nothing else.
        "windows": any(_WINDOWS.search(one) for one in systems) or (hyperv and not systems),
    }


def processor(root: Element) -> dict[str, Any]:
    """Virtual CPUs, their ceiling in cores of the host, and whether the guest may run guests itself."""
    vcpu, tune = first(root, "vcpu"), first(root, "cputune")
    count = number(text_of(root, "vcpu")) if vcpu is not None else 1
    shares = number(text_of(tune, "shares"))
    pins = [pin.get("cpuset") or "" for pin in within(tune, "vcpupin")]
    facts: dict[str, Any] = {
        "cpu_shares": [] if shares is None else [shares],
        "cpu_capped": (_ceiling(tune, count or 1) or float("inf")) < (count or 1),
        "pinned": bool(vcpu is not None and vcpu.get("cpuset")) or (count is not None and len(pins) >= count > 0),
        "nested": _nested(first(root, "cpu"), first(root, "features")),
    }
    if count is not None and count > 0:
        facts["vcpus"] = count
        facts["peak_cores"] = min(float(count), _ceiling(tune, count) or float(count))
    return facts


def _ceiling(tune: Element | None, count: int) -> float | None:
    """Cores that the guest can occupy at most; None without a quota."""
    ceilings = []
    for prefix, factor in (("", count), ("global_", 1)):
        quota = number(text_of(tune, f"{prefix}quota"))
        period = number(text_of(tune, f"{prefix}period")) or _PERIOD
        if quota is not None and 0 < quota < _NO_QUOTA and period > 0:
            ceilings.append(factor * quota / period)
    return min(ceilings) if ceilings else None


def _nested(cpu: Element | None, features: Element | None) -> list[str]:
    """``asked`` where it is required, else vmx and svm where the host decides it by its processor and kernel module."""
    policies = {one.get("name"): one.get("policy") or "require" for one in within(cpu, "feature")}
    others = [first(features, "nested-hv"), first(features, "virtualization")]  # POWER and Arm
    wanted = any(one is not None and one.get("state") != "off" for one in others)
    if wanted or any(policies.get(name) in _ASKED for name in (*_VIRTUALISATION, "sie")):
        return ["asked"]
    # The host's own processor, or whatever it has beyond a model that is only the least.
    of_host = cpu is not None and (cpu.get("mode") in _OF_HOST or cpu.get("match") == "minimum")
    return [
        name
        for name in _VIRTUALISATION
        if policies.get(name) == "optional" or (of_host and policies.get(name) not in _BARRED)
    ]


def memory(root: Element) -> dict[str, Any]:
    """The most memory that the guest can have, in KiB, and whether others may map or share its pages."""
    configured, later = kib(first(root, "memory")), first(root, "maxMemory")
    most = kib(later) if later is not None else 0
    backing = first(root, "memoryBacking")
    access = first(backing, "access")
    cells = [cell.get("memAccess") for cell in within(root, "cpu/numa/cell")]
    cells += [one.get("access") for one in within(root, "devices/memory")]
    hard = kib(first(root, "memtune/hard_limit"))
    facts: dict[str, Any] = {
        "shared_memory": (access is not None and access.get("mode") == "shared") or "shared" in cells,
        "pages_unmerged": first(backing, "nosharepages") is not None,
        "video_kib": _video(root),
        "hard_limit_kib": [] if hard is None else [hard],
    }
    if configured is not None and configured > 0:
        facts["memory_kib"] = configured
        if most is not None:
            facts["max_memory_kib"] = max(configured, most)
    return facts


def _video(root: Element) -> int:
    names = ("vram", "ram", "vgamem")
    return sum(max(0, number(one.get(name)) or 0) for one in within(root, "devices/video/model") for name in names)


def firmware(root: Element) -> dict[str, Any]:
    """How the guest starts, and what its firmware tells it about the host."""
    system, loader = first(root, "os"), first(root, "os/loader")
    features = {one.get("name"): flag(one, "enabled") for one in within(system, "firmware/feature")}
    smbios = first(system, "smbios")
    tables = list(within(root, "sysinfo"))
    entries = [f"fwcfg {one.get('name')}" for table in tables for one in within(table, "entry")]
    entries += [f"OEM string {n}" for table in tables for n, _ in enumerate(within(table, "oemStrings/entry"), 1)]
    return {
        "firmware": (system.get("firmware") if system is not None else None)
        or ("efi" if loader is not None and loader.get("type") == "pflash" else "bios"),
        "secure_boot": flag(loader, "secure") or features.get("secure-boot", False),
        "boot": [one.get("dev") or "" for one in within(system, "boot")],
        "direct_kernel": text_of(system, "kernel"),
        "tpm_versions": [one.get("version") or "" for one in within(root, "devices/tpm/backend")],
        "data_strings": entries,
        "host_details": smbios is not None and smbios.get("mode") == "host",
    }


def _offset(clock: Element | None) -> str:
    """How the guest's clock lies; one put off by some seconds libvirt calls variable."""
    offset = (clock.get("offset") if clock is not None else None) or "utc"
    shifted = offset in {"utc", "localtime"} and (number(clock.get("adjustment")) if clock is not None else 0)
    return "variable" if shifted else offset


def clock(root: Element) -> dict[str, Any]:
    """Clock, timers and sleep states that the guest sees."""
    found = first(root, "clock")
    timers = [
        {"name": one.get("name") or "", "present": one.get("present"), "tick_policy": one.get("tickpolicy")}
        for one in within(found, "timer")
    ]
    by_name = {timer["name"]: timer for timer in timers}

    def state(name: str) -> str | None:
        return by_name[name]["present"] if name in by_name else None

    power = first(root, "pm")
    sleeps = [
        name for name in ("suspend-to-mem", "suspend-to-disk") if flag(first(power, name), "enabled", default=True)
    ]
    return {
        "clock_offsets": [_offset(found)],
        "timers": timers,
        "kvmclock_off": state("kvmclock") == "no",
        "hyperv_clock": state("hypervclock") == "yes",
        "hpet": state("hpet") != "no",
        "rtc_catches_up": by_name.get("rtc", {}).get("tick_policy") == "catchup",
        "sleep_states": sleeps,
        "on_crash": [text_of(root, "on_crash") or "destroy"],
    }
