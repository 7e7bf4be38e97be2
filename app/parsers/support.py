"""Until when a release gets security updates: SUPPORT_END of os-release(5), else the vendors' published dates.

The dates are those of free or included maintenance; who pays for longer support waives the item.
"""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

# https://www.debian.org/releases/ (with LTS), https://ubuntu.com/about/release-cycle,
# https://access.redhat.com/support/policy/updates/errata, https://alpinelinux.org/releases/,
# https://www.suse.com/lifecycle, https://en.opensuse.org/Lifetime
_ENDS: dict[str, dict[str, str]] = {
    "debian": {"9": "2022-06-30", "10": "2024-06-30", "11": "2026-08-31", "12": "2028-06-30", "13": "2030-06-30"},
    "ubuntu": {
        "16.04": "2021-04-30", "18.04": "2023-05-31", "20.04": "2025-05-31", "22.04": "2027-04-30",
        "23.10": "2024-07-11", "24.04": "2029-04-30", "24.10": "2025-07-10", "25.04": "2026-01-15",
    },
    "rhel": {"7": "2024-06-30", "8": "2029-05-31", "9": "2032-05-31", "10": "2035-05-31"},
    "centos": {"7": "2024-06-30", "8": "2021-12-31", "9": "2027-05-31", "10": "2030-01-01"},
    "almalinux": {"8": "2029-03-01", "9": "2032-05-31", "10": "2035-05-31"},
    "rocky": {"8": "2029-05-31", "9": "2032-05-31", "10": "2035-05-31"},
    "ol": {"7": "2024-12-31", "8": "2029-07-31", "9": "2032-06-30"},
    "sles": {
        "12.5": "2024-10-31", "15.4": "2023-12-31", "15.5": "2024-12-31", "15.6": "2025-12-31", "15.7": "2031-07-31",
    },
    "opensuse-leap": {"15.4": "2023-12-07", "15.5": "2024-12-31", "15.6": "2026-04-30"},
    "alpine": {
        "3.15": "2023-11-01", "3.16": "2024-05-23", "3.17": "2024-11-22", "3.18": "2025-05-09", "3.19": "2025-11-01",
        "3.20": "2026-04-01", "3.21": "2026-11-01", "3.22": "2027-05-01",
        "3.23": "2027-11-01",
    },
}  # fmt: skip


def release_support(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``end`` of support and ``days_left`` by the machine's clock; left out where no date is known."""
    release = facts["os_release"]
    name, version = release.get("ID", ""), release.get("VERSION_ID", "")
    known = {"release": release.get("PRETTY_NAME") or f"{name} {version}".strip()}
    ends = _ENDS.get(name, {})
    parts = version.split(".")
    end = release.get("SUPPORT_END") or ends.get(version) or ends.get(".".join(parts[:2])) or ends.get(parts[0])
    if not end:
        return known
    try:
        last = date.fromisoformat(end)
    except ValueError:
        raise ValueError(f"SUPPORT_END is no date: {end[:20]!r}") from None
    today = datetime.fromtimestamp(facts["clock"]["epoch"], UTC).date()
    return {**known, "end": last.isoformat(), "days_left": (last - today).days}
