"""Where a machine's log goes: lines of rsyslog, syslog-ng, journald, systemd-journal-upload and BusyBox syslogd.

Sections ``== manager NAME`` (what keeps services), ``== active`` (running log services), ``== rsyslog``,
``== syslog-ng``, ``== journald``, ``== upload``, ``== busybox`` with those lines of the configuration that name a
target or a selector for logins, ``== end`` (rsyslog.conf(5), syslog-ng.conf(5), journald.conf(5),
journal-upload.conf(5)).
"""

import re
from collections.abc import Iterator
from typing import Any

from app.parsers import Answer
from app.parsers.sections import by_head

# Programs that carry logs away by themselves; where they carry them stands in files with passwords, so it isn't read.
AGENTS = (
    "auditbeat", "elastic-agent", "filebeat", "fluent-bit", "fluentd", "journalbeat", "nxlog", "otelcol", "promtail",
    "rastream", "SplunkForwarder", "splunk", "td-agent", "vector", "wazuh-agent",
)  # fmt: skip
# Writes to files of its own by default, and to a server where its settings say so (osquery's flag logger_plugin).
_UNCLEAR = frozenset({"osqueryd"})
_CLASSIC = re.compile(r"^\S+\s+-?(@{1,2})(?:\([^)]*\))?(\[[^\]]+\]|[^\s:;]+)")
_RELP = re.compile(r"^\S+\s+:omrelp:(\[[^\]]+\]|[^:;]+)")
_NAMED = re.compile(r"\b(\w+)\s*=\s*\"?([^\s\"()]+)\"?")
_NETWORK = re.compile(r"\b(network|syslog|tcp6?|udp6?)\s*\(\s*\"([^\"]+)\"([^;]*)")
_LOOPBACK = re.compile(r"^(?:127\.|::1$|\[::1\]$|localhost)", re.IGNORECASE)
_SELECTOR = re.compile(r"^[\w,*]+\.[\w=!*]+(?:;[\w,*]+\.[\w=!*]+)*")

# A login that succeeded is of the level info.
_LOGIN_LEVELS = frozenset({"*", "debug", "info"})
_LEVELS = _LOGIN_LEVELS | {"alert", "crit", "emerg", "err", "error", "notice", "panic", "warn", "warning"}
_FILE = re.compile(r"(?:^|\bthen\s+|\s)-?(?:/(?!dev/)\S+|\?\w+|:omfile:)|action\(.*type=\"?omfile", re.IGNORECASE)


def parse_logging(answer: Answer) -> dict[str, Any]:
    """``targets`` away from this machine whose service runs; ``logins_kept`` says which service keeps logins here."""
    found = by_head(answer)
    if "end" not in found:
        raise ValueError("the list of log targets has no end")
    manager = next((one.words[1] for head, one in found.items() if head.startswith("manager ")), "none")
    lines = {head: list(section.lines) for head, section in found.items()}
    targets = [
        *_rsyslog(lines.get("rsyslog", [])),
        *_syslog_ng(lines.get("syslog-ng", [])),
        *_upload(lines.get("upload", [])),
        *_busybox(lines.get("busybox", [])),
    ]
    facts: dict[str, Any] = {"manager": manager, "configured": targets}
    if manager == "none":
        return facts
    active = [line.strip() for line in lines.get("active", []) if line.strip()]
    if manager == "systemd" and not active:
        raise ValueError("no log service runs, not even the journal, which always does under systemd")
    agents = [{"name": name, "service": name, "transport": "agent"} for name in active if name in AGENTS]
    working = [one for one in targets if one["service"] in active and not _LOOPBACK.match(one["name"])] + agents
    facts |= {"active": active, "logins_kept": _logins_kept(active, lines)}
    if working or not _UNCLEAR & set(active):
        facts["targets"] = working
        facts["target_names"] = [f"{one['name']} ({one['transport']})" for one in working]
    return facts


def _rsyslog(lines: list[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        match = _CLASSIC.match(line.strip())
        if match is not None and _selects_logins(line, _LEVELS):
            yield _target(match[2].strip("[]"), "rsyslogd", "tcp" if match[1] == "@@" else "udp")
        match = _RELP.match(line.strip())
        if match is not None and _selects_logins(line, _LEVELS):
            yield _target(match[1].strip("[]"), "rsyslogd", "relp")
    for action in " ".join(lines).split("action(")[1:]:
        options = {key.lower(): value for key, value in _NAMED.findall(action)}
        kind = options.get("type", "")
        if "target" in options and kind in {"omfwd", "omrelp"}:
            secure = options.get("streamdrivermode") == "1" or options.get("tls", "").lower() == "on"
            plain = "relp" if kind == "omrelp" else options.get("protocol", "udp").lower()
            yield _target(options["target"], "rsyslogd", "tls" if secure else plain)


def _syslog_ng(lines: list[str]) -> Iterator[dict[str, Any]]:
    text = " ".join(lines)
    used = set(re.findall(r"\bdestination\s*\(\s*\"?([\w.-]+)", text))
    for block in text.split("destination")[1:]:
        name = re.match(r"\s+\"?([\w.-]+)\"?\s*\{", block)
        if name is not None and name[1] not in used:
            continue  # no log path leads there
        for driver, host, rest in _NETWORK.findall(block):
            secure = "tls" in rest.split("destination", 1)[0].lower()
            yield _target(host, "syslog-ng", "tls" if secure else driver.rstrip("6") if driver[:3] != "net" else "tcp")


def _upload(lines: list[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        key, _, value = line.strip().partition("=")
        if key.strip() == "URL" and value.strip():
            scheme, _, rest = value.strip().rpartition("://")
            host = rest.split("/", 1)[0].rsplit("@", 1)[-1]
            yield _target(re.sub(r":\d+$", "", host), "systemd-journal-upload", "tcp" if scheme == "http" else "tls")


def _busybox(lines: list[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        match = re.search(r"-R\s*([^\s\"',]+)", line)
        if match is not None:
            yield _target(re.sub(r":\d+$", "", match[1]), "syslog", "udp")


def _target(host: str, service: str, transport: str) -> dict[str, Any]:
    return {"name": host, "service": service, "transport": transport}


def _logins_kept(active: list[str], lines: dict[str, list[str]]) -> list[str]:
    """Services that run and keep the records of logins on this machine over a restart."""
    kept = []
    if "rsyslogd" in active and any(_keeps_logins(line) for line in lines.get("rsyslog", [])):
        kept.append("rsyslogd")
    kept += [name for name in ("syslog-ng", "auditd") if name in active]
    if "syslog" in active and "rsyslogd" not in active:  # BusyBox; elsewhere the name is an alias
        kept.append("syslog")
    if "systemd-journald" in active and any(line.strip() == "persistent" for line in lines.get("journald", [])):
        kept.append("systemd-journald")
    return kept


def _keeps_logins(line: str) -> bool:
    """Whether a line of rsyslog writes logins to a file: by a selector, or by a condition on the facility."""
    text = line.strip()
    if text.startswith("if "):
        return "auth" in text and _FILE.search(text) is not None
    match = _SELECTOR.match(text)
    rest = text[match.end() :].strip() if match is not None else ""
    return _selects_logins(line, _LOGIN_LEVELS) and _FILE.match(rest) is not None


def _selects_logins(line: str, levels: frozenset[str]) -> bool:
    """Whether a selector of syslog takes in authpriv or auth from such a level; a later part beats an earlier one."""
    match = _SELECTOR.match(line.strip())
    if match is None:
        return False
    chosen = {"auth": False, "authpriv": False}
    for part in match[0].split(";"):
        facilities, _, level = part.partition(".")
        for name in chosen:
            if {name, "*"} & set(facilities.split(",")):
                chosen[name] = level.lower().lstrip("=") in levels
    return any(chosen.values())
