"""An inventory file to targets, strictly and with the same errors as content.

Our own form is YAML and knows everything that a target has; Ansible's forms are read for what they share with it.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, ValidationError

from app.benchmark.ansible.hosts import ansible_targets
from app.benchmark.explain import explain
from app.benchmark.form import Form, form_of
from app.benchmark.names import LINE_PATTERN, NAME_PATTERN, typed
from app.benchmark.schema import Strict
from app.benchmark.source import parse, read_text
from app.errors import ContentError, UsageError
from app.model import Role, Target
from app.targets import parse_target

TargetName = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, pattern=LINE_PATTERN)]
_UNKNOWN = re.compile(r"unknown key '([^']*)'")
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
    proxy_jump: TargetName | None = Field(default=None, description="A name in this file or in your SSH config.")
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
    proxy_jump: TargetName | None = None
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


def load_inventory(path: Path) -> tuple[Target, ...]:
    """The targets of an inventory; ContentError with file, line and host for each fault."""
    return read_inventory(path).targets


def read_inventory(path: Path) -> Inventory:
    """An inventory in our own form or one of Ansible's; ContentError with file, line and host for each fault."""
    text = read_text(path, "an inventory").removeprefix("\ufeff")
    form = form_of(path, text)
    if form is Form.OWN:
        return Inventory(_own(path, text))
    return Inventory(*ansible_targets(path, text, ini=form is Form.ANSIBLE_INI))


def _own(path: Path, text: str) -> tuple[Target, ...]:
    source = parse(path, text)
    try:
        file = InventoryFile.model_validate(source.value)
    except ValidationError as error:
        faults = [
            f"{line} Secrets never stand in an inventory; use the keyring or --secrets."
            if (key := _UNKNOWN.search(line)) and _SECRET.search(key[1])
            else line
            for line in explain(source, error, InventoryFile)
        ]
        raise ContentError(faults) from None
    problems: list[str] = []
    targets: list[Target] = []
    for index, host in enumerate(file.hosts):
        place = f"{path}:{source.line(('hosts', index))}"
        try:
            targets.append(_target(host, file.defaults, path.parent))
        except UsageError as error:
            problems.append(f"{place}: {error}")
    names = [target.name for target in targets]
    for index, target in enumerate(targets):
        place = f"{path}:{source.line(('hosts', index))}"
        if names.index(target.name) != index:
            problems.append(f"{place}: the name {target.name} is given twice; names must be unique.")
        if target.parent is not None and target.parent not in names:
            problems.append(f"{place}: {target.name}: its parent {target.parent} is not in this file.")
        if target.parent == target.name:
            problems.append(f"{place}: {target.name}: a machine can't be its own parent.")
    if problems:
        raise ContentError(problems)
    return tuple(targets)


def _target(host: HostModel, defaults: DefaultsModel, folder: Path) -> Target:
    def chosen(key: str) -> Any:
        if key in host.model_fields_set:
            return getattr(host, key)
        return getattr(defaults, key) if getattr(defaults, key, None) is not None else getattr(host, key)

    parsed = parse_target(typed(host.address, chosen("user") or ""))
    known_hosts = chosen("known_hosts")
    return Target(
        name=host.name or parsed.name,
        address=parsed.address,
        port=chosen("port") or parsed.port,
        user=parsed.user,
        role=Role(chosen("role")),
        platform=chosen("platform"),
        parent=host.parent,
        tags=tuple(chosen("tags")),
        identity=chosen("identity") or "",
        known_hosts=str((folder / Path(known_hosts).expanduser()).resolve()) if known_hosts else "",
        proxy_jump=chosen("proxy_jump") or "",
        sudo=chosen("sudo") or "auto",
        certificate=chosen("certificate") or "",
        legacy_algorithms=host.legacy_algorithms,
    )
