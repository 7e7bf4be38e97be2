"""Machines with the same SSH host key: one machine under two names, or copies that can pose for each other."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.language import tr
from app.model import Target, TargetState

_SSH_PORT = 22


@dataclass(frozen=True, slots=True)
class Clones:
    """Targets of different addresses that answered with one host key, in the order of the audit."""

    host_key: str  # "SHA256:..."
    names: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """For people: what was seen, what it may mean, and what to do."""
        *others, last = self.names
        return tr(
            "{others} and {last} have the same SSH host key ({key}): either they are one machine under several names, "
            "or they were cloned and each can pose as the other; then delete /etc/ssh/ssh_host_* on the copies and "
            "run ssh-keygen -A there."
        ).format(others=", ".join(others), last=last, key=self.host_key)


def clones(states: Iterable[TargetState]) -> tuple[Clones, ...]:
    """Groups of targets that answered with the same host key though their addresses differ."""
    by_key: dict[str, list[Target]] = {}
    for state in states:
        if state.reachable and state.host_key:
            by_key.setdefault(state.host_key, []).append(state.target)
    return tuple(
        Clones(key, tuple(target.name for target in targets))
        for key, targets in by_key.items()
        if len({_place(target) for target in targets}) > 1
    )


def _place(target: Target) -> tuple[str, int, str]:
    """Where it was reached; behind another jump host the same address is another place."""
    return target.address.lower().rstrip("."), target.port or _SSH_PORT, target.proxy_jump
