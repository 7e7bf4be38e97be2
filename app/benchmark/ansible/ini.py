"""Ansible's INI form.

Its lines aren't those of configparser: hosts stand before the first section and carry several settings on a line, and a
section may come again. Words are split as a shell would, which is what Ansible does.
"""

import re
import shlex

from app.benchmark.ansible.tree import ALL, Group, Tree
from app.language import tr

SECTION = re.compile(r"\[(?P<name>[^:\]\s]+)(?::(?P<kind>\w+))?\]\s*(?:[#;].*)?")
_UNGROUPED = "ungrouped"
_KINDS = ("vars", "children")


def read_ini(tree: Tree, text: str) -> None:
    """Gather the hosts and groups of a text; faults are gathered too."""
    group, kind = tree.group(_UNGROUPED, 1), ""
    mentioned: list[tuple[int, str]] = []  # groups that are spoken of, to be declared somewhere
    declared = {ALL, _UNGROUPED}
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if not stripped or stripped[0] in "#;":
            continue
        if stripped.startswith("["):
            section = SECTION.fullmatch(stripped)
            if section is None or (section["kind"] or _KINDS[0]) not in _KINDS:
                tree.fault(
                    number,
                    tr("{line!r} is no section; write [group], [group:vars] or [group:children].").format(
                        line=stripped[:60]
                    ),
                )
                kind = "unknown"
                continue
            group, kind = tree.group(section["name"], number), section["kind"] or ""
            if kind == "vars":
                mentioned.append((number, group.name))
            else:
                declared.add(group.name)
        elif kind == "vars":
            _variable(tree, group, stripped, number)
        elif kind == "children":
            child = _first(stripped)
            tree.add_child(group, child, number)
            mentioned.append((number, child))
        elif not kind:
            _host(tree, group, stripped, number)
    for number, name in mentioned:
        if name not in declared:
            tree.fault(number, tr("there is no group {name}; add [{name}], or mend the name.").format(name=name))


def _variable(tree: Tree, group: Group, line: str, number: int) -> None:
    name, equals, value = line.partition("=")
    if not equals:
        tree.fault(
            number,
            tr("group {group}: {line!r} is no variable; write name=value.").format(group=group.name, line=_first(line)),
        )
        return
    tree.give(group, name.strip(), _bare(value.strip()), number)


def _bare(value: str) -> str:
    """The value without its quotes, or without the remark behind it."""
    if value[:1] in {"'", '"'}:
        end = value.find(value[0], 1)
        return value[1:end] if end > 0 else value
    return re.split(r"\s#", value, maxsplit=1)[0].rstrip()


def _host(tree: Tree, group: Group, line: str, number: int) -> None:
    try:
        pattern, *settings = shlex.split(line, comments=True)
    except ValueError:
        tree.fault(
            number, tr("{line!r}: a quotation mark is open to the end of the line; close it.").format(line=_first(line))
        )
        return
    hosts = tree.add_hosts(pattern, group, number)
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals:
            # What stands there isn't repeated: it may be the rest of a password with a space in it.
            tree.fault(
                number,
                tr("{line}: a host is followed by name=value; put a value that holds spaces in quotes.").format(
                    line=_first(line)
                ),
            )
            return
        for host in hosts:
            tree.give(host, name, value, number)


def _first(line: str) -> str:
    """The first word; what follows may be a secret."""
    return line.split(maxsplit=1)[0].partition("=")[0][:60]
