"""The hosts and groups of an Ansible inventory as the file gives them, whichever of its two forms it has."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.benchmark.ansible.pattern import MAX_HOSTS, expand
from app.benchmark.names import NAME
from app.benchmark.source import Sealed
from app.errors import ContentError, UsageError
from app.language import tr

ALL = "all"
MAX_PROBLEMS = 50  # told at once; nobody mends more in one go
MAX_GROUPS = 2_000

# The variables that we read, by each of their names; all others are Ansible's own business.
KNOWN = {
    "ansible_host": "address",
    "ansible_ssh_host": "address",
    "ansible_port": "port",
    "ansible_ssh_port": "port",
    "ansible_user": "user",
    "ansible_ssh_user": "user",
    "ansible_ssh_private_key_file": "identity",
    "ansible_private_key_file": "identity",
    "ansible_ssh_args": "args",
    "ansible_ssh_common_args": "common_args",
    "ansible_ssh_extra_args": "extra_args",
    "ansible_connection": "connection",
    "ansible_group_priority": "priority",
}
_SECRET = re.compile(r"ansible_\w*(?:pass(?:word|phrase|wd)?|secret|token)\w*", re.IGNORECASE)
_ENCRYPTED = "$ANSIBLE_VAULT;"


@dataclass(frozen=True, slots=True)
class Given:
    """What a variable is given, by which name, and where."""

    name: str
    value: Any
    line: int


@dataclass(slots=True)
class Group:
    """A group: its own hosts, the groups in it, and what it says for all of them."""

    name: str
    line: int
    hosts: dict[str, None] = field(default_factory=dict)
    children: dict[str, int] = field(default_factory=dict)  # with the line that names it
    given: dict[str, Given] = field(default_factory=dict)


@dataclass(slots=True)
class Host:
    """A host and what it says of itself."""

    name: str
    line: int
    given: dict[str, Given] = field(default_factory=dict)


class Tree:
    """What one file gives, gathered with every fault; nothing secret is kept, only where it stands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.groups: dict[str, Group] = {ALL: Group(ALL, 1)}
        self.hosts: dict[str, Host] = {}
        self.problems: list[str] = []
        self.remarks: list[str] = []
        self.secrets: dict[tuple[int, str], str] = {}  # line and variable: whose

    def fault(self, line: int, text: str) -> None:
        """Something that has to be mended before the file can be used."""
        self.problems.append(f"{self.path}:{line}: {text}")
        if len(self.problems) >= MAX_PROBLEMS:
            raise ContentError(
                [*self.problems, tr("{path}: there may be more; mend these first.").format(path=self.path)]
            )

    def remark(self, line: int, text: str) -> None:
        """Something that a person should know, and that hinders nothing."""
        self.remarks.append(f"{self.path}:{line}: {text}")

    def group(self, name: str, line: int) -> Group:
        """The group of that name, new if there is none yet."""
        if not NAME.fullmatch(name):
            raise ContentError(
                [
                    tr("{path}:{line}: {name!r} can't be the name of a group; rename it.").format(
                        path=self.path, line=line, name=name[:60]
                    )
                ]
            )
        if name not in self.groups and len(self.groups) >= MAX_GROUPS:
            raise ContentError(
                [
                    tr("{path}:{line}: more than {most} groups; split the inventory.").format(
                        path=self.path, line=line, most=MAX_GROUPS
                    )
                ]
            )
        return self.groups.setdefault(name, Group(name, line))

    def add_child(self, group: Group, name: str, line: int) -> None:
        """A group within another."""
        if name == ALL:
            self.fault(
                line,
                tr("group {group}: {all} holds every group and can't stand in one; remove it.").format(
                    group=group.name, all=ALL
                ),
            )
        else:
            group.children.setdefault(self.group(name, line).name, line)

    def add_hosts(self, pattern: str, group: Group, line: int) -> tuple[Host, ...]:
        """The hosts of a name or range, in that group; none where the name can't be."""
        try:
            names, port = expand(pattern)
        except UsageError as error:
            self.fault(line, str(error))
            return ()
        if len(self.hosts) + len(names) > MAX_HOSTS and len(self.hosts.keys() | names) > MAX_HOSTS:
            raise ContentError(
                [
                    tr("{path}:{line}: more than {most} hosts; split the inventory.").format(
                        path=self.path, line=line, most=MAX_HOSTS
                    )
                ]
            )
        found = []
        for name in names:
            host = self.hosts.setdefault(name, Host(name, line))
            group.hosts[name] = None
            if port:
                host.given["port"] = Given("port", port, line)
            found.append(host)
        return tuple(found)

    def give(self, owner: Host | Group, name: str, value: Any, line: int) -> None:
        """A variable of a host or group; a secret is noted and left where it is."""
        encrypted = value is Sealed.SEALED or (isinstance(value, str) and value.lstrip().startswith(_ENCRYPTED))
        if encrypted or _SECRET.fullmatch(name):
            whose = owner.name if isinstance(owner, Host) else f"group {owner.name}"
            self.secrets.setdefault((line, name), whose)
            value = Sealed.SEALED
        if name in KNOWN:
            owner.given[KNOWN[name]] = Given(name, value, line)
