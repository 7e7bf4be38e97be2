"""Settings of a guest that cost its host or let media in: shares, sleep, screen savers, automatic mounting.

Shares: ``== mounts`` (TYPE SOURCE TARGET), ``== fstab``, ``== modules``, ``== network`` (PLACE TYPE SOURCE TARGET
ADDRESS, where PLACE is near, far, itself or unknown). Sleep: ``== state`` (/sys/power/state),
``== masked`` (targets), ``== conf`` (systemd-sleep.conf(5)). Savers: ``== modes`` (FILE MODE). Media: ``== dconf``
(lines of system databases). Each ends with ``== end``.
"""

from collections.abc import Mapping
from typing import Any

from app.parsers import Answer
from app.parsers.guestkind import has_desktop
from app.parsers.sections import Section, by_head

_SHARE_MODULES = frozenset({"9p", "9pnet_virtio", "vboxsf", "virtiofs", "vmhgfs"})
_SLEEP_TARGETS = {"suspend.target": "suspend", "hibernate.target": "hibernate"}
_NO = frozenset({"0", "false", "n", "no", "off"})
_CALM = frozenset({"blank", "off"})
_AUTOMATIC = {"automount": "false", "automount-open": "false", "autorun-never": "true"}


def _complete(answer: Answer, what: str) -> dict[str, Section]:
    found = by_head(answer)
    if "end" not in found:
        raise ValueError(f"the look at {what} has no end")
    return found


def _lines(found: Mapping[str, Section], head: str) -> list[str]:
    return [line.strip() for line in found[head].lines if line.strip()] if head in found else []


def parse_guest_shares(answer: Answer) -> dict[str, Any]:
    """``mounts`` and ``planned`` mounts (fstab) of folders of the host; ``modules`` loaded that make them.

    ``network`` has mounts of NFS and SMB; ``from_host`` is left out where the server of one may be the host.
    """
    found = _complete(answer, "shares")
    network = [line.split(" ", 1) for line in _lines(found, "network") if " " in line]
    facts: dict[str, Any] = {
        "mounts": _lines(found, "mounts"),
        "planned": _lines(found, "fstab"),
        "modules": [name for name in _lines(found, "modules") if name in _SHARE_MODULES],
        "network": [rest for _, rest in network],
    }
    if "network" in found and all(place in {"far", "itself"} for place, _ in network):
        facts["from_host"] = False
    return facts


def parse_guest_sleep(answer: Answer) -> dict[str, Any]:
    """``possible``: suspend, hibernate as far as neither kernel nor settings rule them out."""
    found = _complete(answer, "sleep states")
    states = {word for line in _lines(found, "state") for word in line.split()}
    if not states & {"mem", "disk", "standby", "freeze"}:
        return {"states": sorted(states), "possible": []}
    if "masked" not in found:
        return {"states": sorted(states)}
    masked = set(_lines(found, "masked"))
    conf: dict[str, str] = {}
    for line in _lines(found, "conf"):
        key, separator, value = line.partition("=")
        if separator and not key.startswith("#"):
            conf[key.strip().lower()] = value.strip().lower()
    possible = [
        name
        for target, name in _SLEEP_TARGETS.items()
        if not {target, "sleep.target"} & masked
        and conf.get({"suspend": "allowsuspend", "hibernate": "allowhibernation"}[name], "yes") not in _NO
        and (states & {"mem", "standby", "freeze"} if name == "suspend" else "disk" in states)
    ]
    return {"states": sorted(states), "possible": possible}


def parse_screen_savers(answer: Answer) -> dict[str, Any]:
    """``animated``: files in which xscreensaver shows moving pictures."""
    found = _complete(answer, "screen savers")
    pairs = [line.rsplit(" ", 1) for line in _lines(found, "modes") if " " in line]
    return {"animated": [f"{path}: {mode}" for path, mode in pairs if mode.lower() not in _CALM]}


def parse_media(answer: Answer) -> dict[str, Any]:
    """The desktop's settings for media as the system databases of dconf set them."""
    found = _complete(answer, "media")
    settings = dict(line.split("=", 1) for line in _lines(found, "dconf") if "=" in line)
    return {"settings": {key.strip(): value.strip() for key, value in settings.items()}}


def guest_media(facts: Mapping[str, Any]) -> dict[str, Any]:
    """What mounts or runs media by itself: autofs, and a desktop whose settings don't forbid it."""
    units, settings = facts["units"], facts["media"]["settings"]
    automatic = ["autofs"] if "autofs" in units.get("services", []) else []
    if has_desktop(units):
        automatic += [f"{key} is not {want}" for key, want in _AUTOMATIC.items() if settings.get(key) != want]
    return {"desktop": has_desktop(units), "automatic": automatic}
