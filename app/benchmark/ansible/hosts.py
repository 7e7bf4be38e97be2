"""The hosts of an Ansible inventory as targets."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.benchmark.ansible.ini import read_ini
from app.benchmark.ansible.resolve import Resolved, resolve
from app.benchmark.ansible.sshargs import read_args
from app.benchmark.ansible.tree import ALL, Tree
from app.benchmark.ansible.yamlform import read_yaml
from app.benchmark.names import LINE, LONGEST_CONNECT, NAME, before_itself, jump_hosts, typed
from app.benchmark.source import Sealed, parse
from app.errors import ContentError, UsageError
from app.language import tr
from app.model import Target
from app.targets import MAX_PORT, parse_target

_SSH = {"ssh", "smart", "paramiko", "paramiko_ssh", "libssh"}  # kinds of connection that lead where SSH leads
_ARGS = ("args", "common_args", "extra_args")  # options of the ssh program, in the order in which Ansible gives them
_LISTED = 5  # places named in one sentence
_FOLDERS = ("group_vars", "host_vars")


def ansible_targets(path: Path, text: str, *, ini: bool) -> tuple[tuple[Target, ...], tuple[str, ...]]:
    """The targets of an inventory, and what a person should know about it; ContentError with every fault."""
    tree = Tree(path)
    if ini:
        read_ini(tree, text)
    else:
        read_yaml(tree, parse(path, text, foreign=True))
    targets: list[Target] = []
    left_out: list[str] = []
    unread: dict[str, None] = {}
    if not tree.problems:
        for resolved in resolve(tree):
            try:
                _collect(resolved, targets, left_out, unread)
            except UsageError as error:
                tree.fault(_line(resolved, error), str(error))
    if tree.problems:
        raise ContentError(tree.problems)
    if not targets:
        said = (
            tr("{path}: holds no host that is reached by SSH or is this computer ({few}).")
            if left_out
            else tr("{path}: holds no host that is reached by SSH or is this computer.")
        )
        raise ContentError([said.format(path=path, few=_few(left_out))])
    return tuple(targets), tuple(_remarks(tree, left_out, list(unread)))


def _collect(resolved: Resolved, targets: list[Target], left_out: list[str], unread: dict[str, None]) -> None:
    kind = _text(resolved, "connection").rpartition(".")[2]
    if kind == "local" or not kind or kind in _SSH:
        targets.append(_target(resolved, unread, local=kind == "local"))
    else:
        left_out.append(tr("{host} is reached by {kind}").format(host=resolved.host.name, kind=kind[:30]))


class _MisgivenError(UsageError):
    """A fault of a variable, with the line where it is given."""

    def __init__(self, text: str, line: int) -> None:
        super().__init__(text)
        self.line = line


def _line(resolved: Resolved, error: UsageError) -> int:
    return error.line if isinstance(error, _MisgivenError) else resolved.host.line


def _target(resolved: Resolved, unread: dict[str, None], *, local: bool) -> Target:
    name = resolved.host.name
    if not NAME.fullmatch(name):
        raise UsageError(tr("{name!r} can't be the name of a host; rename it.").format(name=name[:60]))
    tags = tuple(group for group in resolved.groups if group not in {ALL, "ungrouped"})
    if local:
        return Target(name=name, address="", port=0, transport="local", tags=tags)
    address, user = _text(resolved, "address"), _text(resolved, "user")
    try:
        parsed = parse_target(typed(address or name, user, user_key="ansible_user", port_key="ansible_port"))
    except UsageError as error:
        key = "address" if address else "user"
        given = resolved.given.get(key)
        raise _MisgivenError(f"{name}: {error}", given.line if given else resolved.host.line) from None
    target = replace(parsed, name=name, port=_port(resolved), identity=_text(resolved, "identity"), tags=tags)
    for key in _ARGS:
        target = _with_args(target, resolved, key, unread)
    return target


def _with_args(target: Target, resolved: Resolved, key: str, unread: dict[str, None]) -> Target:
    """The target with what options of the ssh program say, where its variables don't; Ansible gives those first."""
    given = resolved.given.get(key)
    if given is None or given.value is Sealed.SEALED:
        return target
    text = str(given.value or "")
    where = tr("line {line}: {name}").format(line=given.line, name=given.name)
    if "{{" in text or "{%" in text:
        unread[tr("{where}, a template").format(where=where)] = None
        return target
    try:
        found = read_args(text)
        changes = _changes(target, found.taken)
    except UsageError as error:
        why = str(error).rstrip(".")
        raise _MisgivenError(f"{target.name}: {given.name}: {why}.", given.line) from None
    for option in found.left:
        unread[f"{where}: {option[:40]}"] = None
    return replace(target, **changes)


def _changes(target: Target, taken: dict[str, str]) -> dict[str, Any]:
    """Values for the fields that are still open; UsageError without a full stop where one can't be."""
    changes: dict[str, Any] = {}
    for key, text in taken.items():
        if not LINE.fullmatch(text):
            raise UsageError(tr("holds control characters; remove them"))
        if getattr(target, key):
            continue
        if key in {"port", "connect_timeout"}:
            most = MAX_PORT if key == "port" else LONGEST_CONNECT
            if not text.isascii() or not text.isdigit() or len(text) > len(str(MAX_PORT)) or not 0 < int(text) <= most:
                raise UsageError(
                    tr("{text!r} must be a whole number from 1 to {most}").format(text=text[:20], most=most)
                )
            changes[key] = int(text)
        else:
            changes[key] = text
    if "user" in changes:
        parse_target(typed(target.address, changes["user"]))
    if "proxy_jump" in changes:
        changes["proxy_jump"] = before_itself(target.name, jump_hosts(changes["proxy_jump"]))
    return changes


def _text(resolved: Resolved, key: str) -> str:
    """A variable's text, or nothing where nothing is given or it is secret."""
    given = resolved.given.get(key)
    if given is None or given.value is None or (given.value is Sealed.SEALED and key != "address"):
        return ""
    where = f"{resolved.host.name}: {given.name}"
    if given.value is Sealed.SEALED:
        raise _MisgivenError(
            tr("{where} is encrypted, so the host's address isn't known; write it out.").format(where=where), given.line
        )
    if isinstance(given.value, dict | list):
        raise _MisgivenError(tr("{where} must be text.").format(where=where), given.line)
    text = str(given.value).strip()
    if "{{" in text or "{%" in text:
        raise _MisgivenError(
            tr("{where} is a template, which only Ansible can fill in; write the value out.").format(where=where),
            given.line,
        )
    if not LINE.fullmatch(text):
        raise _MisgivenError(tr("{where} holds control characters; remove them.").format(where=where), given.line)
    return text


def _port(resolved: Resolved) -> int:
    text = _text(resolved, "port")
    if not text:
        return 0
    if not text.isascii() or not text.isdigit() or len(text) > len(str(MAX_PORT)) or not 0 < int(text) <= MAX_PORT:
        given = resolved.given["port"]
        name = resolved.host.name
        raise _MisgivenError(
            tr("{name}: {key} must be a whole number from 1 to {most}.").format(
                name=name, key=given.name, most=MAX_PORT
            ),
            given.line,
        )
    return int(text)


def _remarks(tree: Tree, left_out: list[str], unread: list[str]) -> Iterable[str]:
    """What was not read and not taken, in a sentence each."""
    yield from tree.remarks
    if tree.secrets:
        places = [
            tr("line {line}: {name} of {host}").format(line=line, name=name, host=whose)
            for (line, name), whose in tree.secrets.items()
        ]
        yield (
            tr(
                "{path}: secrets are never read from an inventory ({few}); use the keyring or --secrets. "
                "All else was taken."
            ).format(path=tree.path, few=_few(places))
        )
    if left_out:
        yield tr("{path}: not every host is reached by SSH ({few}); these were left out.").format(
            path=tree.path, few=_few(left_out)
        )
    if unread:
        yield (
            tr(
                "{path}: some options for ssh were left out ({few}): host keys are always checked, and no "
                "program is run that an inventory names; what a host needs beyond that goes into your SSH "
                "config."
            ).format(path=tree.path, few=_few(unread))
        )
    folders = [name for name in _FOLDERS if (tree.path.parent / name).is_dir()]
    if folders:
        said = (
            tr(
                "{path}: {folder} and {other} beside it are not read; what hosts need to be reached has to stand "
                "in the inventory itself."
            )
            if folders[1:]
            else tr(
                "{path}: {folder} beside it is not read; what hosts need to be reached has to stand in the inventory "
                "itself."
            )
        )
        yield (said.format(path=tree.path, folder=folders[0], other=folders[-1]))


def _few(texts: list[str]) -> str:
    more = len(texts) - _LISTED
    return "; ".join([*texts[:_LISTED], *([tr("{n} more").format(n=more)] if more > 0 else [])])
