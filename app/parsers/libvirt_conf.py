"""Configuration of libvirt: qemu.conf and the daemons' files, with documented defaults (comments of those files).

Sections ``== PATH present|absent|unreadable`` (for a daemon ``== PATH STATE used|unused``), lines behind ``|``. Values
are strings in quotes, numbers, or lists in brackets that may run over several lines. Passwords never arrive here: the
probe writes ``(set)`` or ``(empty)`` in their place.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.parsers import Answer
from app.parsers.domain_consoles import is_loopback
from app.parsers.sections import Section, sections

_LINE = re.compile(r"^\s*([A-Za-z0-9_-]+)\s*=\s*(.*)$")
_STRING = re.compile(r'"""(.*?)"""|"([^"]*)"|\'([^\']*)\'')

# Defaults that do not depend on how a distribution built libvirt. user and group do, and are left out.
QEMU_DEFAULTS: dict[str, Any] = {
    "auto_start_delay": 0,
    "auto_dump_path": "/var/lib/libvirt/qemu/dump",
    "cgroup_controllers": ["cpu", "devices", "memory", "blkio", "cpuset", "cpuacct"],
    "clear_emulator_capabilities": 1,
    "dynamic_ownership": 1,
    "migrate_tls_force": 0,
    "relaxed_acs_check": 0,
    "seccomp_sandbox": 1,
    "security_default_confined": 1,
    "security_require_confined": 0,
    "spice_listen": "127.0.0.1",
    "spice_password": "",
    "spice_sasl": 0,
    "spice_tls": 0,
    "stdio_handler": "logd",
    "vnc_listen": "127.0.0.1",
    "vnc_password": "",
    "vnc_sasl": 0,
    "vnc_tls": 0,
}
# Whether clients need a certificate, where neither the kind's own setting nor default_tls_x509_verify is given.
_VERIFY_DEFAULTS = {"backup": 1, "chardev": 1, "migrate": 1, "nbd": 1, "vnc": 0}
# polkit is what Debian, Fedora, SUSE and Alpine build in; without it the daemon's sockets are closed to users.
DAEMON_DEFAULTS: dict[str, Any] = {
    "access_drivers": [],
    "audit_level": 1,
    "audit_logging": 0,
    "auth_tcp": "sasl",
    "auth_tls": "none",
    "auth_unix_ro": "polkit",
    "auth_unix_rw": "polkit",
    "listen_addr": "",
    "listen_tcp": 0,
    "listen_tls": 1,
    "log_level": 3,
    "tls_allowed_dn_list": [],
    "tls_no_verify_certificate": 0,
}


def settings(lines: Sequence[str]) -> dict[str, Any]:
    """Keys with text, number or list; the first one of a key counts, as libvirt reads it (tried with 9.0).

    ValueError for lines of another form.
    """
    found: dict[str, Any] = {}
    waiting = ""
    for raw in lines:
        line = f"{waiting} {raw}" if waiting else raw
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        match = _LINE.match(line)
        if match is None:
            raise ValueError(f"a line is neither a setting nor a comment: {stripped[:60]!r}")
        value = match[2].strip()
        waiting = line if value.startswith("[") and "]" not in _STRING.sub("", value) else ""
        if not waiting:
            found.setdefault(match[1], _value(value))
    if waiting:
        raise ValueError("a list has no end")
    return found


def _value(text: str) -> Any:
    if text.startswith("["):
        return [next((part for part in one.groups() if part), "") for one in _in_brackets(text)]
    match = _STRING.match(text)
    if match is not None:
        return next((part for part in match.groups() if part), "")
    word = text.split("#", 1)[0].strip()
    return int(word) if word.isascii() and word.isdigit() and len(word) < 19 else word  # noqa: PLR2004 - 64 bits


def _in_brackets(text: str) -> list[re.Match[str]]:
    """The strings of a list up to its closing bracket; what follows may be a comment with quotes."""
    found: list[re.Match[str]] = []
    place = 1
    for one in _STRING.finditer(text):
        if "]" in text[place : one.start()] or "#" in text[place : one.start()]:
            break
        found.append(one)
        place = one.end()
    return found


def _with_defaults(section: Section, defaults: Mapping[str, Any]) -> dict[str, Any]:
    """The settings in force: those of the file over the defaults, each with ``<key>_source``."""
    state = section.words[1] if len(section.words) > 1 else ""
    if state not in {"present", "absent"}:
        raise ValueError(f"{section.words[0] if section.words else 'the file'} could not be read")
    given = settings(section.lines) if state == "present" else {}
    facts: dict[str, Any] = {**defaults, **given}
    facts |= {f"{key}_source": "file" if key in given else "default" for key in (*defaults, *given)}
    return facts


def parse_qemu_conf(answer: Answer) -> dict[str, Any]:
    """qemu.conf in force, and what follows from several settings together."""
    found = sections(answer)
    if len(found) != 1:
        raise ValueError("expected one file")
    facts = _with_defaults(found[0], QEMU_DEFAULTS)
    drivers = facts.get("security_driver", [])
    chosen = [drivers] if isinstance(drivers, str) else drivers
    facts["security_drivers"] = chosen
    facts["mac_driver_off"] = bool(chosen) and not set(chosen) & {"selinux", "apparmor"}
    facts["emulator_is_root"] = str(facts.get("user", "")).removeprefix("+") in {"root", "0"}
    if isinstance(facts["auto_start_delay"], int):
        facts["auto_start_delay_seconds"] = facts["auto_start_delay"] / 1000  # the file counts milliseconds
    facts["outer_listen"] = [
        f"{kind} {facts[f'{kind}_listen']}"
        for kind in ("vnc", "spice", "rdp")
        if f"{kind}_listen" in facts and not is_loopback(str(facts[f"{kind}_listen"]))
    ]
    facts["stored_passwords"] = [
        key for key, value in sorted(facts.items()) if key.endswith("_password") and value not in {"", "(empty)"}
    ]
    for kind, default in _VERIFY_DEFAULTS.items():
        facts.setdefault(f"{kind}_tls_x509_verify", facts.get("default_tls_x509_verify", default))
    return facts


def parse_daemon_conf(answer: Answer) -> dict[str, Any]:
    """``daemons`` in use with their settings: the monolithic libvirtd or virtqemud, and virtproxyd for the network."""
    daemons = []
    for section in sections(answer):
        path = section.words[0] if section.words else ""
        name = path.rsplit("/", 1)[-1].removesuffix(".conf")
        facts = {"name": name, "path": path, **_with_defaults(section, DAEMON_DEFAULTS)}
        facts["listens"] = "listening" in section.words
        facts["clear_tcp"] = facts["listens"] and facts["listen_tcp"] != 0
        facts["tls_tcp"] = facts["listens"] and facts["listen_tls"] != 0
        if "used" in section.words:
            daemons.append(facts)
    if not daemons:
        raise ValueError("no libvirt daemon runs here or waits on a socket")
    return {"daemons": daemons}
