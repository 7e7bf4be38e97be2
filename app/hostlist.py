"""The machines of an audit as a list to look at and to add to: rows, pasted lists, guests that were found."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.connection import Trial
from app.errors import UsageError
from app.model import Role, Target, TargetState
from app.targets import parse_target, unique_names
from app.topology.clones import clones
from app.topology.duplicates import duplicates, place_of

RESOLVED = 200  # targets; a lookup in a large SSH config takes milliseconds, and nobody waits for thousands of them


@dataclass(frozen=True, slots=True)
class HostRow:
    """One line of the hosts table. ``found`` is a guest that a host named and that isn't in the audit."""

    name: str
    target: Target | None
    state: TargetState | None = None
    trial: Trial | None = None
    depth: int = 0
    testing: bool = False
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


def rows(
    targets: Sequence[Target],
    states: Mapping[str, TargetState],
    trials: Mapping[str, Trial],
    testing: frozenset[str] = frozenset(),
) -> tuple[HostRow, ...]:
    """Hosts with their guests beneath them; guests that were only found come last under their host."""
    names = {target.name for target in targets}
    listed: list[HostRow] = []
    for target in targets:
        if target.parent in names:
            continue
        listed.append(_row(target, states, trials, testing, 0))
        children = [one for one in targets if one.parent == target.name]
        listed += [_row(child, states, trials, testing, 1) for child in children]
        known = names | {child.address for child in children}
        listed += [
            HostRow(name, None, depth=1, found=True, parent=target.name)
            for name in found_guests(states.get(target.name))
            if name not in known
        ]
    return tuple(listed)


def _row(
    target: Target,
    states: Mapping[str, TargetState],
    trials: Mapping[str, Trial],
    testing: frozenset[str],
    depth: int,
) -> HostRow:
    name = target.name
    return HostRow(name, target, states.get(name), trials.get(name), depth, testing=name in testing)


def found_guests(state: TargetState | None) -> tuple[str, ...]:
    """Names of the guests that a host said it runs."""
    guests = state.facts.get("guests", ()) if state is not None else ()
    return tuple(str(one.get("name") or "?") for one in guests)


def pasted(text: str) -> tuple[Target, ...]:
    """Targets out of a pasted list: one a line or separated by commas or spaces; what follows a # is a remark.

    UsageError names every entry that is none.
    """
    targets, problems = [], []
    for line in text.splitlines():
        for word in line.split("#", 1)[0].replace(",", " ").replace(";", " ").split():
            try:
                targets.append(parse_target(word))
            except UsageError as error:
                problems.append(str(error))
    if problems:
        raise UsageError("\n".join(problems))
    return tuple(targets)


def added(targets: Sequence[Target], new: Sequence[Target]) -> tuple[Target, ...]:
    """The audit's targets and the new ones; those that are there already (same address, port, user) are left out."""
    there = {(one.transport, one.address, one.port, one.user) for one in targets}
    fresh = [one for one in dict.fromkeys(new) if (one.transport, one.address, one.port, one.user) not in there]
    return tuple(unique_names([*targets, *fresh]))


def warnings(
    targets: Sequence[Target],
    states: Iterable[TargetState] = (),
    *,
    resolve: Callable[[Target], Target] | None = None,
) -> tuple[str, ...]:
    """Sentences on targets of one address, also by names of the SSH config, and on machines with one host key.

    Beyond RESOLVED targets addresses are compared as given. ``resolve`` lays the SSH config over a target.
    """
    return (*same_addresses(targets, resolve=resolve), *(one.sentence for one in clones(states)))


def same_addresses(targets: Sequence[Target], *, resolve: Callable[[Target], Target] | None = None) -> tuple[str, ...]:
    """The first half of ``warnings``: what can be said before anything was looked at."""
    return tuple(one.sentence for one in duplicates(_resolved(targets, resolve)))


def _resolved(targets: Sequence[Target], resolve: Callable[[Target], Target] | None) -> Sequence[Target]:
    if len(targets) > RESOLVED:
        return targets
    if resolve is None:
        from app.transport.sshconfig import applied  # noqa: PLC0415 - only where there are targets to compare

        resolve = applied
    return [one if one.transport == "local" else resolve(one) for one in targets]


def known_guests(
    targets: Sequence[Target],
    states: Iterable[TargetState],
    aliases: Iterable[str],
    *,
    resolve: Callable[[Target], Target] | None = None,
) -> tuple[Target, ...]:
    """Guests that hosts named and that are not in the audit, where the person's SSH config has exactly that name.

    The name only chooses among the person's own aliases: where it leads says the SSH config, never the host. One that
    leads to a machine of the audit is left out.
    """
    own = set(aliases)
    known = {target.name for target in targets}
    found: dict[str, Target] = {}
    for state in states:
        for name in found_guests(state) if state.reachable else ():
            if name in own and name not in known and name not in found and _typed_alone(name):
                found[name] = Target(name, address=name, port=0, role=Role.GUEST, parent=state.target.name)
    if not found:
        return ()
    taken = {place_of(one) for one in _resolved(targets, resolve)}
    fresh = []
    for guest, reached in zip(found.values(), _resolved(tuple(found.values()), resolve), strict=True):
        if place_of(reached) not in taken:
            taken.add(place_of(reached))
            fresh.append(guest)
    return tuple(fresh)


def _typed_alone(name: str) -> bool:
    """Whether a person could type it as a target, and it would be that name and nothing else."""
    try:
        return parse_target(name) == Target(name, address=name, port=0)
    except UsageError:
        return False


def changed(targets: Sequence[Target], name: str, new: Target) -> tuple[Target, ...]:
    """The targets with one replaced; guests follow a host that was renamed."""
    return tuple(
        new if one.name == name else replace(one, parent=new.name) if one.parent == name else one for one in targets
    )


def without(targets: Sequence[Target], names: Sequence[str]) -> tuple[Target, ...]:
    """The targets without those; their guests stay, without a parent."""
    return tuple(replace(one, parent=None) if one.parent in names else one for one in targets if one.name not in names)


def address_of(target: Target) -> str:
    """user@host:port as a person would type it."""
    if target.transport == "local":
        return ""
    host = f"[{target.address}]" if ":" in target.address else target.address
    user = f"{target.user}@" if target.user else ""
    port = f":{target.port}" if target.port not in {0, 22} else ""
    return f"{user}{host}{port}"
