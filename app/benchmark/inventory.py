"""An inventory file to targets, strictly and with the same errors as content."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, ValidationError

from app.benchmark.explain import explain
from app.benchmark.schema import Strict, Text
from app.benchmark.source import read
from app.errors import ContentError, UsageError
from app.model import Role, Target
from app.targets import parse_target

TargetName = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x1f\x7f/]{1,120}$")]
_UNKNOWN = re.compile(r"unknown key '([^']*)'")
_SECRET = re.compile(r"pass|secret|token", re.IGNORECASE)


class HostModel(Strict):
    """One machine; everything but the address is optional."""

    name: TargetName | None = Field(default=None, description="Unique; default: the address.")
    address: Text
    port: int | None = Field(default=None, ge=1, le=65535)
    user: Text | None = None
    role: Literal["host", "guest", "auto"] = "auto"
    platform: Text = "auto"
    parent: str | None = Field(default=None, description="Name of the host that runs this guest.")
    tags: list[Text] = Field(default=[])
    identity: Text | None = Field(default=None, description="Private key file.")
    known_hosts: Text | None = Field(default=None, description="Relative to the inventory's folder.")
    proxy_jump: Text | None = None
    sudo: Literal["auto", "never", "password"] | None = None


class DefaultsModel(Strict):
    """For every host that doesn't say otherwise."""

    port: int | None = Field(default=None, ge=1, le=65535)
    user: Text | None = None
    role: Literal["host", "guest", "auto"] | None = None
    platform: Text | None = None
    tags: list[Text] | None = None
    identity: Text | None = None
    known_hosts: Text | None = None
    proxy_jump: Text | None = None
    sudo: Literal["auto", "never", "password"] | None = None


class InventoryFile(Strict):
    """Hosts to audit. Secrets never stand here."""

    hosts: list[HostModel] = Field(min_length=1)
    defaults: DefaultsModel = DefaultsModel()


def load_inventory(path: Path) -> tuple[Target, ...]:
    """The targets of an inventory; ContentError with file, line and host for each fault."""
    source = read(path)
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

    parsed = parse_target(_address(host.address, chosen("user")))
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
    )


def _address(address: str, user: str | None) -> str:
    """User and address as a person would type them, so that one place says what is a name."""
    if "@" in address:
        raise UsageError(f"{address!r}: the user has a key of its own, user.")
    if address.count(":") == 1 or "]:" in address:
        raise UsageError(f"{address!r}: the port has a key of its own, port.")
    bare = f"[{address}]" if ":" in address and not address.startswith("[") else address
    return f"{user}@{bare}" if user else bare
