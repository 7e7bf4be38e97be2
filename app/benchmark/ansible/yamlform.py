"""Ansible's YAML form: groups by name, each with hosts, vars and children."""

from typing import Any

from app.benchmark.ansible.tree import Group, Tree
from app.benchmark.source import Path_, Source
from app.language import tr

_KEYS = ("hosts", "vars", "children")


def read_yaml(tree: Tree, source: Source) -> None:
    """Gather the hosts and groups of a file; faults are gathered too."""
    for name, value in source.value.items():
        _group(tree, source, name, value, (name,))


def _group(tree: Tree, source: Source, name: str, value: Any, path: Path_) -> None:
    line = source.line(path)
    group = tree.group(name, line)
    for key, part in _mapping(tree, source, value, path, f"group {name}").items():
        below = (*path, key)
        if key not in _KEYS:
            tree.remark(
                source.line(below),
                tr("group {name}: {key!r} is none of {keys} and was left out.").format(
                    name=name, key=key, keys=", ".join(_KEYS)
                ),
            )
            continue
        entries = _mapping(tree, source, part, below, tr("group {name}: {key}").format(name=name, key=key))
        for entry, inner in entries.items():
            _entry(tree, source, group, (*below, entry), inner)


def _entry(tree: Tree, source: Source, group: Group, path: Path_, value: Any) -> None:
    """One host, variable or child of a group; ``path`` ends with "hosts", "vars" or "children" and its name."""
    key, name, line = path[-2], str(path[-1]), source.line(path)
    if key == "vars":
        tree.give(group, name, value, line)
    elif key == "children":
        tree.add_child(group, name, line)
        _group(tree, source, name, value, path)
    else:
        hosts = tree.add_hosts(name, group, line)
        for variable, given in _mapping(tree, source, value, path, name).items():
            for host in hosts:
                tree.give(host, variable, given, source.line((*path, variable)))


def _mapping(tree: Tree, source: Source, value: Any, path: Path_, what: str) -> dict[str, Any]:
    """The mapping that must stand there; nothing is an empty one."""
    if isinstance(value, dict):
        return value
    if value is not None:
        tree.fault(source.line(path), tr("{what} must be a mapping, such as {{name: }}.").format(what=what))
    return {}
