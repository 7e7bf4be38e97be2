"""Screens of guests with the encryption and the login that qemu.conf and the guest's own password give them."""

from collections.abc import Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.domain_consoles import is_loopback
from app.parsers.sections import by_head

_STATES = frozenset({"set", "empty", "none"})


def parse_console_passwords(answer: Answer) -> dict[str, Any]:
    """Which screens have a password, by UUID: ``== passwords UUID…``, then ``== guest UUID`` with ``|KIND STATE``.

    ``with_password`` is left out where a guest could not be asked and none of the others has one.
    """
    listed: list[str] | None = None
    guests: dict[str, list[list[str]]] = {}
    for head, section in by_head(answer).items():
        word, _, uuid = head.partition(" ")
        if word == "passwords":
            listed = uuid.split()
        elif word == "guest":
            lines = [line.split() for line in section.lines if line.strip()]
            if any(len(line) != 2 or line[1] not in _STATES for line in lines):  # noqa: PLR2004 - kind and state
                raise ValueError("a line names no kind of screen with a state")
            guests[uuid] = lines
    if listed is None:
        raise ValueError("the list of guests is not in the output")
    facts: dict[str, Any] = {"by_uuid": guests}
    found = sorted(uuid for uuid, lines in guests.items() if any(state == "set" for _, state in lines))
    if found or set(listed) <= guests.keys():
        facts["with_password"] = found
    return facts


def join_guest_screens(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``guests``: every networked screen, where it is exposed to other machines, encrypted, and asks who comes.

    ``with_password`` are the guests with a password in their XML by name, left out as in the output.
    """
    conf, passwords = facts["qemu_conf"], facts["console_passwords"]["by_uuid"]
    guests = []
    for guest in facts["domains"]["domains"]:
        entry: dict[str, Any] = {"name": guest["name"], "uuid": guest["uuid"]}
        if "graphics" in guest:
            listed = passwords.get(guest["uuid"])
            entry["screens"] = [_screen(one, conf, listed) for one in guest["graphics"] if one["networked"]]
        guests.append(entry)
    joined: dict[str, Any] = {"guests": guests}
    if "with_password" in facts["console_passwords"]:
        names = {guest["uuid"]: guest["name"] for guest in guests}
        joined["with_password"] = sorted(names.get(uuid, uuid) for uuid in facts["console_passwords"]["with_password"])
    return joined


def _screen(one: Mapping[str, Any], conf: Mapping[str, Any], listed: list[list[str]] | None) -> dict[str, Any]:
    kind = one["type"]
    default = conf.get(f"{kind}_listen")
    exposed: bool | None = bool(one["outer_addresses"])
    if not exposed and one["default_address"]:  # of a kind whose default isn't known, nobody can tell
        exposed = None if default is None else not is_loopback(str(default))
    tls = conf.get(f"{kind}_tls") == 1
    verified = tls and kind == "vnc" and conf.get("vnc_tls_x509_verify") == 1
    fact: dict[str, Any] = {
        "name": kind,
        "addresses": one["addresses"] or [str(default or "")],
        "encrypted": verified if kind == "vnc" else tls and one["secure_only"],
        "sasl": conf.get(f"{kind}_sasl") == 1,
    }
    if exposed is not None:
        fact["exposed"] = exposed
    states = None if listed is None else [state for name, state in listed if name == kind]
    general = conf.get(f"{kind}_password", "") == "(set)"
    if fact["sasl"] or verified or general:
        fact["authenticated"] = True
    elif states:
        # libvirt closes a screen with an empty password; one of several screens without any is the one that counts.
        fact["authenticated"] = all(state in {"set", "empty"} for state in states)
    return fact
