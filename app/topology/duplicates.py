"""Targets that are the same address and port under several names."""

import ipaddress
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from app.language import tr
from app.model import Target

_SSH_PORT = 22


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Targets of one address, in the order of the audit."""

    place: str  # "192.0.2.10:22", or this computer
    names: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """For people: what is the same, what follows, and what to do."""
        *others, last = self.names
        said = (
            tr(
                "{others} and {last} are the same address ({place}): both are audited, so what is found there counts "
                "more than once; remove all but one."
            )
            if len(self.names) == 2  # noqa: PLR2004 - a sentence for two
            else tr(
                "{others} and {last} are the same address ({place}): each is audited, so what is found there counts "
                "more than once; remove all but one."
            )
        )
        return said.format(others=", ".join(others), last=last, place=self.place)


def duplicates(targets: Iterable[Target]) -> tuple[Duplicates, ...]:
    """Groups of targets with one address and port, whatever their user; what the SSH config says is applied before."""
    by_place: dict[tuple[str, str], list[str]] = {}
    for target in targets:
        by_place.setdefault(place_of(target), []).append(target.name)
    return tuple(Duplicates(place, tuple(names)) for (place, _), names in by_place.items() if len(names) > 1)


def place_of(target: Target) -> tuple[str, str]:
    """Where a target is: address, port and jump host; behind another one the same address is another machine."""
    if target.transport == "local":
        return tr("this computer"), ""
    address = (target.address or target.name).lower().rstrip(".")
    with suppress(ValueError):  # a name is no number
        address = ipaddress.ip_address(address).compressed
    host = f"[{address}]" if ":" in address else address
    return f"{host}:{target.port or _SSH_PORT}", target.proxy_jump
