"""The machines of an audit as a list to add to and to change: pasted lists, names, order, guests that were found."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.benchmark.names import FINGERPRINT
from app.connection import Trial
from app.errors import UsageError
from app.hostrows import found_guests
from app.language import tr
from app.model import Role, Target, TargetState
from app.targets import parse_target
from app.topology.clones import clones
from app.topology.duplicates import duplicates, place_of

RESOLVED = 200  # targets; a lookup in a large SSH config takes milliseconds, and nobody waits for thousands of them


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a list of hosts held: targets, and for each line that is none its number (from 1), text and sentence."""

    targets: tuple[Target, ...]
    problems: tuple[tuple[int, str, str], ...] = ()

    @property
    def rest(self) -> str:
        """The lines that can't be read, as they were typed."""
        return "\n".join(line for _, line, _ in self.problems)


def pasted(text: str) -> Pasted:
    """Hosts one a line or separated by commas or spaces; what follows a # is a remark.

    A line with a fault gives no target at all, so that mending it doesn't add the others of the line twice.
    """
    targets: list[Target] = []
    problems: list[tuple[int, str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        words = line.split("#", 1)[0].replace(",", " ").replace(";", " ").split()
        found, faults = [], []
        for word in words:
            try:
                found.append(parse_target(word))
            except UsageError as error:
                faults.append(str(error))
        if faults:
            problems.append((number, line, " ".join(faults)))
        else:
            targets += found
    return Pasted(tuple(targets), tuple(problems))


def added(targets: Sequence[Target], new: Sequence[Target]) -> tuple[Target, ...]:
    """The audit's targets and the new ones; those that are there already (same address, port, user) are left out.

    A machine keeps the name under which its results are stored; a new one whose name is taken gets another, and guests
    that came with it follow.
    """
    there = {_login(one) for one in targets}
    fresh = [one for one in dict.fromkeys(new) if _login(one) not in there]
    taken = {one.name for one in targets}
    renamed: dict[str, str] = {}
    named: list[Target] = []
    for one in fresh:
        name = _free(one, taken)
        taken.add(name)
        renamed.setdefault(one.name, name)
        named.append(replace(one, name=name))
    return (*targets, *(replace(one, parent=renamed.get(one.parent or "", one.parent)) for one in named))


def _login(target: Target) -> tuple[str, str, int, str, str]:
    return target.transport, target.address, target.port, target.user, target.proxy_jump


_SSH_PORT = 22


def _free(target: Target, taken: Collection[str]) -> str:
    """A name that nobody has: its own, with its port, with its user, or numbered."""
    tries = [target.name, f"{target.name}:{target.port or _SSH_PORT}"]
    if target.user:
        tries.append(f"{target.user}@{target.name}")
    for name in tries:
        if name not in taken:
            return name
    number = 2
    while f"{target.name}-{number}" in taken:
        number += 1
    return f"{target.name}-{number}"


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


def seen(
    targets: Sequence[Target], states: Iterable[TargetState], trials: Mapping[str, Trial]
) -> tuple[TargetState, ...]:
    """Which machine answered with which host key, the last time: in a test, else in a run. For ``warnings``."""
    known = {state.target.name: state for state in states}
    found: list[TargetState] = []
    for target in targets:
        trial, state = trials.get(target.name), known.get(target.name)
        if trial is not None and trial.host_key:
            found.append(TargetState(target, reachable=True, host_key=trial.host_key))
        elif state is not None:
            found.append(replace(state, target=target))
    return tuple(found)


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
            if name in own and name not in known and name not in found and is_plain_name(name):
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


def guest_of(name: str, parent: str, address: str) -> Target:
    """A guest that a host named, with the address that a person gave for it; UsageError in words."""
    if not address.strip():
        raise UsageError(tr("give it an address, as user@host:port."))
    return replace(parse_target(address), name=name, role=Role.GUEST, parent=parent)


def is_plain_name(name: str) -> bool:
    """Whether a person could type it as a target, and it would be that name and nothing else."""
    try:
        return parse_target(name) == Target(name, address=name, port=0)
    except UsageError:
        return False


def changed(targets: Sequence[Target], name: str, new: Target) -> tuple[Target, ...]:
    """The targets with one replaced; guests and whoever jumps through it follow a host that was renamed."""
    return tuple(new if one.name == name else _renamed(one, name, new.name) for one in targets)


def is_reached_otherwise(old: Target, new: Target) -> bool:
    """Whether what a test of the connection said need not hold any more; name, tags and parent don't matter to it."""
    return replace(old, name=new.name, tags=new.tags, parent=new.parent) != new


def _renamed(one: Target, old: str, new: str) -> Target:
    if old == new or old not in {one.parent, one.proxy_jump}:
        return one
    return replace(
        one,
        parent=new if one.parent == old else one.parent,
        proxy_jump=new if one.proxy_jump == old else one.proxy_jump,
    )


def without(targets: Sequence[Target], names: Collection[str]) -> tuple[Target, ...]:
    """The targets without those; their guests stay, without a parent."""
    return tuple(replace(one, parent=None) if one.parent in names else one for one in targets if one.name not in names)


def put_back(targets: Sequence[Target], before: Sequence[Target], names: Collection[str]) -> tuple[Target, ...]:
    """The targets with those that were removed where they stood before, their guests beneath them again.

    What was changed or added meanwhile stays; a name that was taken meanwhile is not put back.
    """
    now = {one.name: one for one in targets}
    back = {one.name for one in before if one.name in names and one.name not in now}
    result: list[Target] = []
    for one in before:
        if one.name in back:
            result.append(one)
        elif (kept := now.pop(one.name, None)) is not None:
            orphan = kept.parent is None and one.parent in back
            result.append(replace(kept, parent=one.parent) if orphan else kept)
    return (*result, *now.values())


def moved(targets: Sequence[Target], names: Collection[str], *, up: bool) -> tuple[Target, ...]:
    """The targets with these one place up or down among their neighbours; a host takes its guests along.

    Several move as a block, and what has reached the end stays there.
    """
    result = list(targets)
    for places in _levels(targets):
        order = [targets[place] for place in places]
        if not up:
            order.reverse()
        for index in range(1, len(order)):
            if order[index].name in names and order[index - 1].name not in names:
                order[index - 1], order[index] = order[index], order[index - 1]
        if not up:
            order.reverse()
        for place, one in zip(places, order, strict=True):
            result[place] = one
    return tuple(result)


def placed(targets: Sequence[Target], names: Collection[str], following: Iterable[str]) -> tuple[Target, ...]:
    """The targets with these put in front of the first of ``following`` that is their neighbour, else behind them all.

    Neighbours are hosts among hosts and guests among the guests of their host; a host takes its guests along.
    """
    ahead = [name for name in following if name not in names]
    result = list(targets)
    for places in _levels(targets):
        order = [targets[place] for place in places]
        moving, staying = [one for one in order if one.name in names], [one for one in order if one.name not in names]
        here = {one.name: place for place, one in enumerate(staying)}
        at = next((here[name] for name in ahead if name in here), len(staying))
        for place, one in zip(places, (*staying[:at], *moving, *staying[at:]), strict=True):
            result[place] = one
    return tuple(result)


def _levels(targets: Sequence[Target]) -> list[list[int]]:
    """The places of machines that are neighbours: all hosts, and the guests of each host."""
    there = {one.name for one in targets}
    levels: dict[str | None, list[int]] = {}
    for place, one in enumerate(targets):
        levels.setdefault(one.parent if one.parent in there else None, []).append(place)
    return list(levels.values())


def parse_jump(text: str, targets: Sequence[Target]) -> str:
    """A jump host as typed: a machine of the audit, or one or several (with commas) as for ssh -J; UsageError if none.

    "none" leaves out what the SSH config says.
    """
    given = text.strip()
    if given and given != "none" and given not in {one.name for one in targets}:
        for part in given.split(","):
            parse_target(part)
    return given


def parse_fingerprint(text: str) -> str:
    """The host key that is expected, bare or within a line as ``ssh-keygen -l`` prints it; UsageError if there is none.

    Empty where nothing was typed.
    """
    given = text.strip()
    found = next((word for word in given.split() if FINGERPRINT.match(word)), "")
    if given and not found:
        sentence = tr("{given!r}: is no fingerprint; write it as SHA256:..., as ssh-keygen -l prints it.")
        raise UsageError(sentence.format(given=given[:60]))
    return found


def ways(targets: Sequence[Target], target: Target) -> tuple[Target, ...]:
    """Machines of the audit that a target may be reached through: by SSH, and not by a way that leads back to it."""
    found = []
    for one in targets:
        if one.name == target.name or one.transport == "local":
            continue
        if target.name not in {jump.name for jump in jump_hosts(targets, [one])}:
            found.append(one)
    return tuple(found)


def jump_hosts(targets: Sequence[Target], chosen: Iterable[Target]) -> tuple[Target, ...]:
    """Machines of the audit that the ways to the chosen ones lead through, each once."""
    waiting = [one.proxy_jump for one in chosen if one.proxy_jump]
    if not waiting:
        return ()
    by_name = {one.name: one for one in targets}
    found: dict[str, Target] = {}
    while waiting:
        jump = by_name.get(waiting.pop())
        if jump is not None and jump.name not in found:
            found[jump.name] = jump
            waiting.append(jump.proxy_jump)
    return tuple(found.values())
