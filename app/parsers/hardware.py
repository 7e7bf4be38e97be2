"""Processor, its known flaws, memory and its pressure, cgroup controllers: files of /proc and /sys.

Sources: Documentation/ABI/testing/sysfs-devices-system-cpu, admin-guide/hw-vuln, accounting/psi and cgroup-v2 of the
Linux kernel, proc(5).
"""

import re
from typing import Any

from app.parsers import Answer, shell_lines
from app.parsers.sections import by_head

_KIB = re.compile(r"^(\w+(?:\(\w+\))?):\s+(\d+)(?: kB)?$")
_AVG = re.compile(r"^full .*\bavg300=(\d+\.\d+)")


def parse_cpu(answer: Answer) -> dict[str, Any]:
    """Model, number of processors and what helps virtualisation, from the distinct lines of /proc/cpuinfo."""
    values: dict[str, list[str]] = {}
    for line in shell_lines(answer.text):
        key, separator, value = line.partition(":")
        if separator:
            values.setdefault(key.strip(), []).append(value.strip())
    count = values.get("count", [""])[0]
    if not count.isdigit():
        raise ValueError("expected the lines of /proc/cpuinfo and their count")
    flags = set(" ".join(values.get("flags", []) + values.get("vmx flags", [])).split())
    facts: dict[str, Any] = {
        "processors": int(count),
        "sockets": len(set(values.get("physical id", []))) or 1,
        "x86": bool(flags),
        "xen": "xen" in values.get("under", []),
        "is_guest": "hypervisor" in flags,
    }
    if "model name" in values:
        facts["model"] = values["model name"][0]
    if flags:
        facts["extension"] = "VT-x" if "vmx" in flags else "AMD-V" if "svm" in flags else "none"
        facts["second_level"] = "EPT" if "ept" in flags else "NPT" if "npt" in flags else "none"
    return facts


def parse_cpu_flaws(answer: Answer) -> dict[str, Any]:
    """``flaws`` with the kernel's own judgement, and whether sibling threads leak (``smt``)."""
    flaws = []
    facts: dict[str, Any] = {}
    lines = [line for line in shell_lines(answer.text) if line.strip()]
    if not lines or lines[-1].strip() != "end":
        raise ValueError("the list of flaws has no end")
    for line in lines[:-1]:
        name, separator, status = line.partition(":")
        if not separator:
            raise ValueError(f"expected a flaw and its state, got {line[:60]!r}")
        status = status.strip()
        if name == "smt":
            facts["smt"] = status
        else:
            flaws.append({"name": name, "text": status, "state": flaw_state(status)})
    if flaws:
        facts["flaws"] = flaws
        facts["leaking_between_threads"] = [one["name"] for one in flaws if "SMT vulnerable" in str(one["text"])]
    return facts


def flaw_state(status: str) -> str | None:
    """``vulnerable``, ``mitigated`` or ``not affected``; None where the kernel says that it doesn't know.

    A part such as ``VMX: vulnerable`` or ``BHI: Vulnerable`` counts; ``SMT vulnerable`` is reported on its own.
    """
    if status.lower().startswith("unknown"):
        return None
    parts = [part.strip().lower() for part in re.split(r"[;,]", status)]
    if any(part.startswith("vulnerable") or re.search(r": ?vulnerable\b", part) for part in parts):
        return "vulnerable"
    if status.startswith("Not affected"):
        return "not affected"
    return "mitigated" if "mitigation" in status.lower() else None


def parse_memory(answer: Answer) -> dict[str, Any]:
    """Installed and available memory in KiB, swap in use, overcommit mode, share of time with all tasks stalled."""
    found = by_head(answer)
    if "meminfo" not in found:
        raise ValueError("expected /proc/meminfo")
    kib = {match[1]: int(match[2]) for line in found["meminfo"].lines if (match := _KIB.match(line.strip()))}
    if "MemTotal" not in kib:
        raise ValueError("expected MemTotal")
    swap, free = kib.get("SwapTotal", 0), kib.get("SwapFree", 0)
    facts: dict[str, Any] = {
        "total_kib": kib["MemTotal"],
        "swap_kib": swap,
        "swap_used_percent": round(100 * (swap - free) / swap) if swap else 0,
        "pressure_known": False,
    }
    if "MemAvailable" in kib:
        facts["available_kib"] = kib["MemAvailable"]
    if "overcommit" in found and found["overcommit"].text.strip().isdigit():
        facts["overcommit"] = int(found["overcommit"].text)
    for line in found["pressure"].lines if "pressure" in found else ():
        if match := _AVG.match(line.strip()):
            facts["pressure_known"] = True
            facts["stalled_percent"] = float(match[1])
    return facts


def parse_cgroups(answer: Answer) -> dict[str, Any]:
    """Version of control groups and the ``controllers`` that work: cgroup.controllers, or /proc/cgroups."""
    found = by_head(answer)
    if "v2" in found:
        controllers = found["v2"].text.split()
    elif "v1" in found:
        rows = [line.split() for line in found["v1"].lines if not line.startswith("#")]
        controllers = [row[0] for row in rows if len(row) == 4 and row[3] == "1"]  # noqa: PLR2004 - name ... enabled
    else:
        raise ValueError("expected the controllers of version 1 or 2")
    if not controllers:
        raise ValueError("expected controllers, found none")
    named = ["io" if name == "blkio" else name for name in controllers]
    return {"version": 2 if "v2" in found else 1, "controllers": named}
