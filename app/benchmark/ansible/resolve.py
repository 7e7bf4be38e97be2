"""What counts for each host of an Ansible inventory: the groups that it is in, and whose word goes before whose."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.benchmark.ansible.tree import ALL, Given, Group, Host, Tree
from app.errors import ContentError
from app.language import tr

MAX_MEMBERSHIPS = 200_000  # of all hosts in all groups; more is no inventory that somebody wrote


@dataclass(frozen=True, slots=True)
class Resolved:
    """A host with the groups it is in, in the order of the file, and what each variable is in the end."""

    host: Host
    groups: tuple[str, ...]
    given: dict[str, Given]


def resolve(tree: Tree) -> Iterator[Resolved]:
    """Every host; ContentError where groups stand in each other.

    Ansible's order: a group nearer to the host goes before one farther away, the host itself before all groups; of
    groups at one depth the higher ``ansible_group_priority`` counts, then the later name.
    """
    depths = _depths(tree)
    parents: dict[str, list[str]] = {}
    for group in tree.groups.values():
        for child in group.children:
            parents.setdefault(child, []).append(group.name)
    order = {name: index for index, name in enumerate(tree.groups)}
    direct: dict[str, list[str]] = {}
    for group in tree.groups.values():
        for name in group.hosts:
            direct.setdefault(name, []).append(group.name)
    known: dict[tuple[str, ...], tuple[tuple[str, ...], dict[str, Given]]] = {}
    memberships = 0
    for host in tree.hosts.values():
        own = tuple(direct[host.name])
        if own not in known:
            names = _with_parents(own, parents)
            listed = sorted((tree.groups[name] for name in names | {ALL}), key=lambda one: _rank(one, depths))
            given = {key: value for group in listed for key, value in group.given.items()}
            known[own] = (tuple(sorted(names, key=order.__getitem__)), given)
            memberships += len(names)
            if memberships > MAX_MEMBERSHIPS:
                raise ContentError(
                    [tr("{path}: its groups hold each other too often; split the inventory.").format(path=tree.path)]
                )
        groups, given = known[own]
        yield Resolved(host, groups, {**given, **host.given})


def _rank(group: Group, depths: dict[str, int]) -> tuple[int, int, str]:
    said = group.given.get("priority")
    text = str(said.value) if said else ""
    return depths[group.name], int(text) if text.isdecimal() and len(text) < _DIGITS else 1, group.name


_DIGITS = 6


def _with_parents(names: tuple[str, ...], parents: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += parents.get(name, ())
    return found


def _depths(tree: Tree) -> dict[str, int]:
    """The longest way from ``all`` to each group."""
    depths = dict.fromkeys(tree.groups, 1)
    depths[ALL] = 0
    open_parents = dict.fromkeys(tree.groups, 0)
    for group in tree.groups.values():
        for child in group.children:
            open_parents[child] += 1
    ready = [name for name, count in open_parents.items() if not count]
    while ready:
        group = tree.groups[ready.pop()]
        for child in group.children:
            depths[child] = max(depths[child], depths[group.name] + 1)
            open_parents[child] -= 1
            if not open_parents[child]:
                ready.append(child)
    circular = [
        tr("{path}:{line}: group {group} and group {child} stand in each other; remove one of the two.").format(
            path=tree.path, line=line, group=group.name, child=child
        )
        for group in tree.groups.values()
        for child, line in group.children.items()
        if open_parents[group.name] and open_parents[child]
    ]
    if circular:
        raise ContentError(circular[:10])
    return depths
