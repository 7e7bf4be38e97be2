"""What keeps the clock right: chrony (chronyc(1)), systemd-timesyncd (timedatectl(1)), ntpd (ntpq(8)), BusyBox ntpd.

``time_look``: sections ``== running`` (names of running time services), ``== tracking`` and ``== sources`` (CSV of
``chronyc -c -n``), ``== chrony`` and ``== ntp`` (server, pool, peer and refclock lines), ``== timedatectl``,
``== timesync`` (KEY=value), ``== ptp`` (devices of clocks that the kernel has, with the clocks' names), ``== ntpq``
(table of ``ntpq -pn``), ``== ntpctl`` (``ntpctl -s status`` of OpenNTPD), ``== busybox`` (options of ntpd) and
``== end``.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from app.parsers import Answer
from app.parsers.sections import by_head

_TRACKING_FIELDS, _LEAP, _STRATUM = 14, 13, 2  # columns of `chronyc -c tracking`
_STATE, _NAME, _REACH = 1, 2, 5  # columns of `chronyc -c sources`
_DIRECTIVES = frozenset({"peer", "pool", "server"})
_NTPQ_COLUMNS = 10
_NTPD = frozenset({"ntp", "ntpd", "ntpsec", "openntpd"})


def parse_time_look(answer: Answer) -> dict[str, Any]:
    """Lines by section; what they mean is worked out by the derivations."""
    found = by_head(answer)
    if "end" not in found:
        raise ValueError("the look at the time service has no end")
    return {head: [line for line in section.lines if line.strip()] for head, section in found.items()}


def time_service(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``services`` that run, the one that counts, whether it is ``synchronised``, and to which ``source``."""
    look = facts["time_look"]
    states = [one for one in (_chrony(look), _timesyncd(look), _ntpd(look), _busybox(look)) if one is not None]
    services = [one["service"] for one in states]
    chosen = next((one for one in states if one["synchronised"]), states[0] if states else {"service": None})
    return {
        "services": services,
        "second": services[1] if len(services) > 1 else None,
        "service": chosen["service"],
        "synchronised": chosen.get("synchronised", False) if states else False,
        "source": chosen.get("source"),
        "servers": time_servers(facts)["servers"],
        "refclocks": _refclocks(look) if chosen["service"] == "chrony" else [],
    }


def time_servers(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Configured ``servers`` of the service that runs, its ``fallback`` servers, and its name.

    ``sources`` are the addresses that it talks to now, ``clocks`` the names of hardware clocks that it follows.
    """
    look = facts["time_look"]
    running = set(look.get("running", []))
    if {"chrony", "chronyd"} & running or any(line.count(",") >= _LEAP for line in look.get("tracking", [])):
        found = {"servers": _configured(look.get("chrony", [])), "fallback": [], "service": "chrony"}
        return {**found, "sources": _chrony_sources(look), "clocks": _hardware_clocks(look)}
    if "systemd-timesyncd" in running:
        keys = _pairs(look.get("timesync", []))
        named = [*keys.get("SystemNTPServers", "").split(), *keys.get("LinkNTPServers", "").split()]
        fallback = keys.get("FallbackNTPServers", "").split()
        used = keys.get("ServerName", "")
        servers = list(dict.fromkeys(named or ([used] if used else [])))
        sources = [keys["ServerAddress"]] if keys.get("ServerAddress") else []
        return {"servers": servers, "fallback": fallback, "service": "systemd-timesyncd", "sources": sources}
    if look.get("ntpq") or (_NTPD & running and not look.get("busybox")):
        rows = [row[1:].split()[0] for row in _ntpq_rows(look) if ".POOL." not in row]
        sources = [one for one in rows if not one.startswith("127.127.")]  # that is how ntpd writes reference clocks
        return {"servers": _configured(look.get("ntp", [])), "fallback": [], "service": "ntpd", "sources": sources}
    if _NTPD & running:
        return {"servers": _busybox_servers(look), "fallback": [], "service": "ntpd"}
    return {"servers": [], "fallback": [], "service": None}


def _chrony_sources(look: Mapping[str, list[str]]) -> list[str]:
    rows = [line.split(",") for line in look.get("sources", []) if line.count(",") >= _REACH]
    return [row[_NAME] for row in rows if row[0] in {"^", "="}]


def _hardware_clocks(look: Mapping[str, list[str]]) -> list[str]:
    """Clocks of ``refclock PHC`` lines by the names that the kernel gives them, else by their devices."""
    names = dict(line.split(" ", 1) for line in look.get("ptp", []) if " " in line)
    devices = [words[1].split(":")[0] for one in _refclocks(look) if (words := one.split())[0].upper() == "PHC"]
    links = {"/dev/ptp_kvm": "KVM virtual PTP", "/dev/ptp_hyperv": "hyperv"}  # of udev's rules
    return [names.get(device, links.get(device, device)) for device in devices]


def _chrony(look: Mapping[str, list[str]]) -> dict[str, Any] | None:
    tracking = [line.split(",") for line in look.get("tracking", []) if line.count(",") >= _TRACKING_FIELDS - 1]
    if not tracking:
        running = {"chrony", "chronyd"} & set(look.get("running", []))
        if running and look.get("tracking"):
            raise ValueError("chronyd runs, but chronyc can't talk to it")
        return None
    sources = [line.split(",") for line in look.get("sources", []) if line.count(",") >= _REACH]
    chosen = [one for one in sources if one[_STATE] == "*" and int(one[_REACH] or "0", 8) > 0]
    synchronised = tracking[0][_LEAP] != "Not synchronised" and bool(chosen)
    return {"service": "chrony", "synchronised": synchronised, "source": chosen[0][_NAME] if chosen else None}


def _timesyncd(look: Mapping[str, list[str]]) -> dict[str, Any] | None:
    if "systemd-timesyncd" not in look.get("running", []):
        return None
    sync = _pairs(look.get("timesync", []))
    state = _pairs(look.get("timedatectl", []))
    if "NTPSynchronized" not in state:
        raise ValueError("timedatectl did not say whether the clock is synchronised")
    source = sync.get("ServerName") or None
    return {
        "service": "systemd-timesyncd",
        "synchronised": state["NTPSynchronized"] == "yes" and source is not None,
        "source": source,
    }


def _ntpd(look: Mapping[str, list[str]]) -> dict[str, Any] | None:
    rows = _ntpq_rows(look)
    if not rows and not (_NTPD & set(look.get("running", [])) and not look.get("busybox")):
        return None
    if not rows and (said := " ".join(look.get("ntpctl", []))):
        word = "clock synced" in said
        if not word and "clock unsynced" not in said:
            raise ValueError(f"expected what ntpctl says of the clock, got {said[:60]!r}")
        return {"service": "ntpd", "synchronised": word, "source": None}
    if not rows:
        raise ValueError("an NTP service runs, but no tool asks it for its state (openntpd: ntpctl -s status)")
    chosen = [row[1:].split()[0] for row in rows if row[0] in "*o"]
    return {"service": "ntpd", "synchronised": bool(chosen), "source": chosen[0] if chosen else None}


def _ntpq_rows(look: Mapping[str, list[str]]) -> list[str]:
    return [line for line in look.get("ntpq", []) if len(line.split()) >= _NTPQ_COLUMNS and "remote" not in line]


def _busybox(look: Mapping[str, list[str]]) -> dict[str, Any] | None:
    """BusyBox ntpd runs or doesn't; it keeps no state to ask for."""
    if not look.get("busybox") or not _NTPD & set(look.get("running", [])):
        return None
    return {"service": "ntpd", "synchronised": None, "source": None}


def _busybox_servers(look: Mapping[str, list[str]]) -> list[str]:
    words = " ".join(look.get("busybox", [])).replace('"', " ").split()
    return [after for word, after in pairwise(words) if word == "-p"]


def _configured(lines: list[str]) -> list[str]:
    words = [line.split() for line in lines]
    return list(dict.fromkeys(one[1] for one in words if len(one) > 1 and one[0].lower() in _DIRECTIVES))


def _refclocks(look: Mapping[str, list[str]]) -> list[str]:
    words = [line.split() for line in look.get("chrony", [])]
    return [" ".join(one[1:3]) for one in words if len(one) > 2 and one[0].lower() == "refclock"]  # noqa: PLR2004


def _pairs(lines: list[str]) -> dict[str, str]:
    return {key: value for key, _, value in (line.strip().partition("=") for line in lines)}
