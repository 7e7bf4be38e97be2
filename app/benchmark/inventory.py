"""An inventory file to targets, strictly and with the same errors as content.

Our own form is YAML and knows everything that a target has; Ansible's forms are read for what they share with it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, ValidationError

from app.benchmark.ansible.hosts import ansible_targets
from app.benchmark.explain import explain
from app.benchmark.form import Form, form_of
from app.benchmark.names import (
    FINGERPRINT_PATTERN,
    JUMP_PATTERN,
    LINE_PATTERN,
    LONGEST_CONNECT,
    NAME_PATTERN,
    before_itself,
    jump_hosts,
    typed,
)
from app.benchmark.schema import Strict
from app.benchmark.source import parse, read_text
from app.benchmark.suggest import suggestion
from app.errors import ContentError, UsageError
from app.language import tr
from app.model import Role, Target
from app.places import at_home, real
from app.targets import parse_target

TargetName = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=LINE_PATTERN)]
Jump = Annotated[str, StringConstraints(pattern=JUMP_PATTERN)]
Fingerprint = Annotated[str, StringConstraints(pattern=FINGERPRINT_PATTERN)]
Timeout = Annotated[float, Field(ge=1, le=LONGEST_CONNECT)]
_HINTS = 50  # faults for which something similar is looked for
_SECRET = re.compile(r"pass|secret|token", re.IGNORECASE)


class HostModel(Strict):
    """One machine; everything but the address is optional."""

    name: TargetName | None = Field(default=None, description="Unique; default: the address.")
    address: Line = Field(description="A name, an IPv4 or an IPv6 address, or a name of your SSH config.")
    port: int | None = Field(default=None, ge=1, le=65535, description="Default: the SSH config's, else 22.")
    user: Line | None = Field(default=None, description="The account that logs in.")
    role: Literal["host", "guest", "auto"] = Field(default="auto", description="auto: as detected.")
    platform: Line = Field(default="auto", description="The addendum that decides; auto: as detected.")
    parent: str | None = Field(default=None, description="Name of the host that runs this guest.")
    tags: list[Line] = Field(default=[], description="Words of your own.")
    identity: Line | None = Field(default=None, description="Private key file.")
    certificate: Line | None = Field(
        default=None, description="OpenSSH certificate of that key; default: the file KEY-cert.pub beside it."
    )
    known_hosts: Line | None = Field(
        default=None, description="Look for its host key in this file only; relative to the inventory's folder."
    )
    host_key: Fingerprint | None = Field(
        default=None, description="The only host key that is believed, as ssh-keygen -l prints it: SHA256:..."
    )
    proxy_jump: Jump | None = Field(
        default=None,
        description="The machines on the way, nearest first, with commas between them: names in this file or in your "
        "SSH config, or [user@]host[:port]; none: no way that your SSH config knows.",
    )
    credential: Literal["auto", "agent", "key", "password"] | None = Field(
        default=None, description="What to log in with; auto: the key that is named, else a password, else the agent."
    )
    connect_timeout: Timeout | None = Field(
        default=None, description="Seconds for reaching it; default: the SSH config's, else 15."
    )
    sudo: Literal["auto", "never", "password"] | None = Field(default=None, description="How rights are raised.")
    legacy_algorithms: bool = Field(
        default=False, description="Allow outdated SSH algorithms for this host; a finding of the audit."
    )


class DefaultsModel(Strict):
    """For every host that doesn't say otherwise."""

    port: int | None = Field(default=None, ge=1, le=65535)
    user: Line | None = None
    role: Literal["host", "guest", "auto"] | None = None
    platform: Line | None = None
    tags: list[Line] | None = None
    identity: Line | None = None
    certificate: Line | None = None
    known_hosts: Line | None = None
    proxy_jump: Jump | None = None
    credential: Literal["auto", "agent", "key", "password"] | None = None
    connect_timeout: Timeout | None = None
    sudo: Literal["auto", "never", "password"] | None = None


class InventoryFile(Strict):
    """Hosts to audit. Secrets never stand here."""

    hosts: list[HostModel] = Field(min_length=1)
    defaults: DefaultsModel = DefaultsModel()


@dataclass(frozen=True, slots=True)
class Inventory:
    """The targets of a file, and sentences on what of it was left unread."""

    targets: tuple[Target, ...]
    remarks: tuple[str, ...] = ()


def read_inventory(path: Path) -> Inventory:
    """An inventory in our own form or one of Ansible's; ContentError with file, line and host for each fault."""
    text = read_text(path, tr("an inventory")).removeprefix("\ufeff")
    form = form_of(path, text)
    if form is Form.OWN:
        return Inventory(_own(path, text))
    return Inventory(*ansible_targets(path, text, ini=form is Form.ANSIBLE_INI))


def _own(path: Path, text: str) -> tuple[Target, ...]:
    source = parse(path, text)
    try:
        file = InventoryFile.model_validate(source.value)
    except ValidationError as error:
        raise ContentError(explain(source, error, InventoryFile, _of_secrets)) from None
    problems: list[str] = []
    targets: list[Target] = []
    known = {host.name for host in file.hosts if host.name}
    for index, host in enumerate(file.hosts):
        try:
            targets.append(_target(host, file.defaults, path.parent, known))
        except UsageError as error:
            problems.append(f"{path}:{source.line(('hosts', index))}: {error}")
    if not problems:  # else there may be no target for a line
        lines = [f"{path}:{source.line(('hosts', index))}" for index in range(len(targets))]
        problems = _misfits(targets, lines)
    if problems:
        raise ContentError(problems)
    return tuple(targets)


def _of_secrets(key: str) -> str:
    """What there is to say about an unknown key that sounds like a secret."""
    return tr("Secrets never stand in an inventory; use the keyring or --secrets.") if _SECRET.search(key) else ""


def _misfits(targets: Sequence[Target], places: Sequence[str]) -> list[str]:
    """What doesn't fit between the machines of a file; ``places`` are their files and lines."""
    first: dict[str, int] = {}
    for index, target in enumerate(targets):
        first.setdefault(target.name, index)
    problems = []
    for index, (target, place) in enumerate(zip(targets, places, strict=True)):
        name, parent = target.name, target.parent
        if first[name] != index:
            problems.append(
                tr("{place}: the name {name} is given twice; names must be unique.").format(place=place, name=name)
            )
        if parent is not None and parent not in first:
            hint = suggestion(parent, first) if len(problems) < _HINTS else ""
            problems.append(
                tr("{place}: {name}: its parent {parent} is not in this file{hint}.").format(
                    place=place, name=name, parent=parent, hint=hint
                )
            )
        if parent == name:
            problems.append(tr("{place}: {name}: a machine can't be its own parent.").format(place=place, name=name))
    parents = {target.name: [target.parent] for target in targets if target.parent not in (None, target.name)}
    jumps = {target.name: target.proxy_jump.split(",") for target in targets if target.proxy_jump}
    for said, follows in (
        (tr("{place}: {name}: its parents lead in a circle; mend one of them."), parents),
        (tr("{place}: {name}: its jump hosts lead in a circle; mend one of them."), jumps),
    ):
        problems += [said.format(place=places[first[name]], name=name) for name in _circular(follows)]
    return problems


def _circular(follows: Mapping[str, Sequence[str | None]]) -> list[str]:
    """Those that lead back to themselves, in the order of the file."""
    ahead = {name: {one for one in named if one in follows} for name, named in follows.items()}
    ahead = _without_ends(ahead)
    behind: dict[str, set[str | None]] = {name: set() for name in ahead}
    for name, named in ahead.items():
        for one in named:
            behind[str(one)].add(name)
    left = _without_ends(behind)
    return [name for name in follows if name in left]


def _without_ends(ahead: Mapping[str, set[str | None]]) -> dict[str, set[str | None]]:
    """Without those from which every way ends somewhere."""
    count = {name: len(named) for name, named in ahead.items()}
    behind: dict[str | None, list[str]] = {}
    for name, named in ahead.items():
        for one in named:
            behind.setdefault(one, []).append(name)
    ends = [name for name, number in count.items() if not number]
    for end in ends:
        for name in behind.get(end, ()):
            count[name] -= 1
            if not count[name]:
                ends.append(name)  # the list is a queue
    gone = set(ends)
    return {name: {one for one in named if one not in gone} for name, named in ahead.items() if name not in gone}


def _target(host: HostModel, defaults: DefaultsModel, folder: Path, known: set[str]) -> Target:
    def chosen(key: str) -> Any:
        if key in host.model_fields_set:
            return getattr(host, key)
        return getattr(defaults, key) if getattr(defaults, key, None) is not None else getattr(host, key)

    parsed = parse_target(typed(host.address, chosen("user") or ""))
    known_hosts = chosen("known_hosts")
    name = host.name or parsed.name
    return Target(
        name=name,
        address=parsed.address,
        port=chosen("port") or parsed.port,
        user=parsed.user,
        role=Role(chosen("role")),
        platform=chosen("platform"),
        parent=host.parent,
        tags=tuple(chosen("tags")),
        identity=chosen("identity") or "",
        known_hosts=str(real(folder / at_home(known_hosts))) if known_hosts else "",
        proxy_jump=_jump(name, host, defaults, known),
        sudo=chosen("sudo") or "auto",
        certificate=chosen("certificate") or "",
        credential=chosen("credential") or "auto",
        host_key_expected=host.host_key or "",
        connect_timeout=chosen("connect_timeout") or 0,
        legacy_algorithms=host.legacy_algorithms,
    )


def _jump(name: str, host: HostModel, defaults: DefaultsModel, known: set[str]) -> str:
    """The machines on the way; one of those that the defaults name has only those before it in between."""
    own = "proxy_jump" in host.model_fields_set
    given = host.proxy_jump if own else defaults.proxy_jump
    if not given:
        return ""
    try:
        jumps = jump_hosts(given, known)
    except UsageError as error:
        raise UsageError(f"{name}: proxy_jump: {error}") from None
    return jumps if own else before_itself(name, jumps)
