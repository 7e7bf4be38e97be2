"""The machines of an audit as rows to look at: guests beneath their hosts, in any order, and only those that match."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from app.connection import Trial
from app.model import Role, Target, TargetState
from app.targets import address_of


class HostRow(NamedTuple):
    """One line of the hosts table. ``found`` is a guest that a host named and that isn't in the audit.

    A tuple, since there may be twenty thousand of them, made and compared in one go.
    """

    name: str
    target: Target | None
    state: TargetState | None = None
    trial: Trial | None = None
    depth: int = 0
    testing: bool = False
    asking: bool = False  # the host waits for a person's answer
    found: bool = False
    parent: str = ""

    @property
    def role(self) -> Role:
        """As found, else as asked for."""
        if self.found:
            return Role.GUEST
        if self.trial is not None and self.trial.ok:
            return self.trial.role
        if self.state is not None and self.state.reachable:
            return self.state.role
        return self.target.presumed_role if self.target is not None else Role.AUTO

    @property
    def platform(self) -> str:
        """As found, for people."""
        if self.state is not None and self.state.facts.get("os"):
            return str(self.state.facts["os"])
        return self.trial.platform if self.trial is not None else ""

    @property
    def host_key(self) -> str:
        """The fingerprint last seen."""
        if self.trial is not None and self.trial.host_key:
            return self.trial.host_key
        return self.state.host_key if self.state is not None else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """Words of the person's own."""
        return self.target.tags if self.target is not None else ()

    @property
    def login_seconds(self) -> float | None:
        """How long it took to connect and log in when the connection was tested."""
        return (self.trial.login_seconds or None) if self.trial is not None else None

    @property
    def audited(self) -> datetime | None:
        """When it was last looked at; None where that never worked."""
        return self.state.started if self.state is not None and self.state.reachable else None

    def matches(self, words: Sequence[str]) -> bool:
        """Whether each of these words (lower case) stands in something that the row shows."""
        address = address_of(self.target) if self.target is not None else ""
        said = self.trial.sentence if self.trial is not None else self.state.error if self.state is not None else ""
        shown = (self.name, address, self.role.value, self.platform, self.host_key, self.parent, said, *self.tags)
        text = "\n".join(shown).lower()
        return all(word in text for word in words)


class Kept(NamedTuple):
    """The rows of the guests that a host named: of which look, how deep, and by which names."""

    state: TargetState | None
    depth: int
    rows: tuple[HostRow, ...]
    names: frozenset[str]


Found = dict[str, Kept]  # by host


def rows(
    targets: Sequence[Target],
    states: Mapping[str, TargetState],
    trials: Mapping[str, Trial],
    testing: frozenset[str] = frozenset(),
    asking: frozenset[str] = frozenset(),
    *,
    kept: Found | None = None,
) -> tuple[HostRow, ...]:
    """Hosts with their guests beneath them; guests that were only found come last under their host.

    ``kept`` holds the rows of found guests between two calls: a hundred hosts may have twenty thousand of them.
    """
    kept = {} if kept is None else kept
    names = {target.name for target in targets}
    children: dict[str, list[Target]] = {}
    for target in targets:
        if target.parent in names and target.parent != target.name:
            children.setdefault(str(target.parent), []).append(target)
    listed: list[HostRow] = []
    done: set[str] = set()

    def add(target: Target, depth: int) -> None:
        name = target.name
        if name in done:
            return
        done.add(name)
        listed.append(
            HostRow(
                name, target, states.get(name), trials.get(name), depth, testing=name in testing, asking=name in asking,
                parent=str(target.parent) if depth else "",
            )
        )  # fmt: skip
        below = children.get(name, [])
        for child in below:
            add(child, depth + 1)
        known = names | {child.address for child in below}
        state, found = states.get(name), kept.get(name)
        if found is None or found.state is not state or found.depth != depth:
            guests = found_guests(state)
            new = tuple(HostRow(guest, None, depth=depth + 1, found=True, parent=name) for guest in guests)
            found = kept[name] = Kept(state, depth, new, frozenset(guests))
        listed.extend(
            found.rows if found.names.isdisjoint(known) else (row for row in found.rows if row.name not in known)
        )

    for target in targets:
        if target.parent not in names or target.parent == target.name:
            add(target, 0)
    for target in targets:  # machines that are each other's parents stand under nothing
        add(target, 0)
    return tuple(listed)


def found_guests(state: TargetState | None) -> tuple[str, ...]:
    """Names of the guests that a host said it runs; an audit that somebody sends may say anything in their place."""
    guests = state.facts.get("guests") if state is not None else ()
    listed = guests if isinstance(guests, list | tuple) else ()
    return tuple(str(one.get("name") or "?") for one in listed if isinstance(one, dict))


def arranged(
    listed: Sequence[HostRow], text: str = "", key: Callable[[HostRow], Any] | None = None, *, reverse: bool = False
) -> tuple[HostRow, ...]:
    """Only the rows that hold every word of the text, in the order of ``key``.

    Guests stay beneath their host: a host shows where one of its guests matches, and each level is sorted by itself.
    """
    words = text.lower().split()
    if not words and key is None:
        return tuple(listed)
    groups = _groups(listed)
    if key is not None:
        groups.sort(key=lambda group: key(group[0]), reverse=reverse)
    shown: list[HostRow] = []
    for head, *rest in groups:
        own = [head] if head.matches(words) else []
        below = arranged(rest, text, key, reverse=reverse) if rest else ()
        if own or below:
            shown += [head, *below]
    return tuple(shown)


def _groups(listed: Sequence[HostRow]) -> list[list[HostRow]]:
    """Each row of the uppermost level with what stands beneath it."""
    groups: list[list[HostRow]] = []
    top = min((row.depth for row in listed), default=0)
    for row in listed:
        if row.depth == top or not groups:
            groups.append([row])
        else:
            groups[-1].append(row)
    return groups
