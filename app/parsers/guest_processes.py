"""Emulator processes of libvirt guests: /proc/PID/status, its label, and modes of the security modules (proc(5)).

Sections ``== selinux N`` (1 = enforcing, absent = no SELinux) and ``== process PID``, in which ``|name NAME`` comes
from the process-id file that libvirt keeps, ``|label TEXT`` from /proc/PID/attr/current, and the rest from status.
"""

from collections.abc import Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.sections import Section, sections

_FILTER = 2  # SECCOMP_MODE_FILTER, linux/seccomp.h


def parse_guest_processes(answer: Answer) -> dict[str, Any]:
    """``guests``: user, capabilities, system call filter and label of each emulator; unread ones have no facts."""
    guests = []
    enforcing = False
    seen = False
    for section in sections(answer):
        word, *rest = section.words or [""]
        if word == "processes":
            seen = True
        elif word == "selinux":
            enforcing = rest == ["1"]
        elif word == "process" and rest:
            guests.append(_process(section, rest[0], selinux=enforcing))
    if not seen:
        raise ValueError("the list of processes is not in the output")
    return {"guests": guests, "count": len(guests)}


def _process(section: Section, pid: str, *, selinux: bool) -> dict[str, Any]:
    lines = [line.partition(" ") for line in section.lines]
    own = {key: value.strip() for key, _, value in lines if key in {"name", "label"}}
    status = {key: value.split() for key, colon, value in (line.partition(":") for line in section.lines) if colon}
    fact: dict[str, Any] = {"name": own.get("name") or f"process {pid}", "pid": pid}
    if len(status.get("Uid", ())) > 1:
        fact["uid"] = int(status["Uid"][1])
        fact["root"] = "0" in status["Uid"]
    if status.get("Seccomp"):
        fact["filtered"] = status["Seccomp"][0] == str(_FILTER)
    if status.get("NoNewPrivs"):
        fact["no_new_privileges"] = status["NoNewPrivs"][0] == "1"
    if status.get("CapEff"):
        fact["capable"] = int(status["CapEff"][0], 16) != 0
    if "label" in own:
        label = own["label"].rstrip("\x00")
        fact["label"] = label
        fact["confined"] = label.endswith("(enforce)") or (":svirt" in label and selinux)
    return fact


def join_guest_confinement(facts: Mapping[str, Any]) -> dict[str, Any]:
    """``guests``: every running guest with its process; one whose process was not found has no facts of it."""
    processes = {one["name"]: one for one in facts["guest_processes"]["guests"]}
    running = [guest for guest in facts["domains"]["domains"] if guest["running"]]
    names = {guest["name"] for guest in running}
    found = [{**processes.get(guest["name"], {}), "name": guest["name"], "uuid": guest["uuid"]} for guest in running]
    return {"guests": [*found, *(one for name, one in processes.items() if name not in names)]}
