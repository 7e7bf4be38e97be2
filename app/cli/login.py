"""``bartizan login``: a secret into the operating system's keyring."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from app.cli import common
from app.cli.secrets import fault_of
from app.errors import CredentialError, UsageError
from app.language import tr
from app.model import Target
from app.targets import parse_target
from app.transport.base import Secrets

_LONGEST = 4096  # characters of a secret on standard input

INVENTORY = click.option(
    "--inventory", type=click.Path(path_type=Path), help=tr("TARGET is a name of this inventory (docs/inventory.md).")
)


@click.command(
    "login",
    epilog=tr("Example: bartizan login audit@hv1 --sudo"),
    help="\n\n".join(
        (
            tr("Keep a secret of TARGET in the keyring: the login password, or what --sudo or --key names."),
            tr(
                "On a terminal it is asked for without being shown; otherwise one line of standard input is taken. "
                "It is kept for the account and address that TARGET stands for, so every name of that host in your "
                "SSH config has it too."
            ),
            "\b\n"
            + tr(
                "bartizan login audit@hv1                           the login password\n"
                "bartizan login audit@hv1 --sudo                    what sudo asks for there\n"
                "bartizan login audit@hv1 --key ~/.ssh/id_ed25519   the passphrase of a key\n"
                "bartizan login hv1 --inventory hosts.yaml          a host of an inventory\n"
                "bartizan login --key auditor.p12                   the passphrase of a certificate that signs "
                "reports\n"
                "bartizan login --list                              what is kept"
            ),
        )
    ),
)
@click.argument("target", required=False)
@click.option("--sudo", is_flag=True, help=tr("Keep the password that sudo asks for."))
@click.option("--key", type=click.Path(path_type=Path), help=tr("Keep the passphrase of this private key file."))
@click.option("--list", "list_", is_flag=True, help=tr("Print what is kept, by name; never a secret itself."))
@INVENTORY
def command(target: str | None, *, sudo: bool, key: Path | None, list_: bool, inventory: Path | None) -> None:
    """Run it; ``help`` says what it does."""
    if list_:
        if target or sudo or key or inventory:
            raise UsageError(tr("--list stands alone: it prints everything that is kept."))
        _list()
        return
    if not target and (key is None or inventory):
        raise UsageError(tr("Name a TARGET to keep a secret of, or give --list."))
    if sudo and key:
        raise UsageError(tr("Give either --sudo or --key FILE; call it twice to keep both."))
    if key is not None and not key.is_file():
        raise UsageError(tr("{key}: there is no such key file.").format(key=key))
    chosen = named(target, inventory) if target else Target("any target")
    if key is not None:
        chosen = replace(chosen, identity=str(key if target else key.absolute()))
    place = chosen.name if target else tr("any target")
    what = tr("passphrase of {key}").format(key=key) if key else (tr("sudo password") if sudo else tr("password"))
    secret = _ask(tr("{what} for {target}").format(what=f"{what[0].upper()}{what[1:]}", target=place))
    kept = Secrets(
        password=None if sudo or key else secret, passphrase=secret if key else None, sudo=secret if sudo else None
    )
    from app import credentials  # noqa: PLC0415 - only where it is used

    try:
        credentials.save(chosen, kept)
    except CredentialError as error:
        raise CredentialError(tr("{error} Nothing was kept.").format(error=error)) from None
    common.say(tr("The {what} for {target} is kept in the keyring").format(what=what, target=place))


def named(text: str, inventory: Path | None) -> Target:
    """The target that a person means: an address or a name of the SSH config, or a name of an inventory."""
    if inventory is None:
        return parse_target(text)
    from app.benchmark.inventory import read_inventory  # noqa: PLC0415 - pydantic costs a quarter of a second

    for target in read_inventory(inventory).targets:
        if target.name == text:
            return target
    raise UsageError(tr("{inventory}: names no host {text!r}.").format(inventory=inventory, text=text))


def _list() -> None:
    from app import credentials  # noqa: PLC0415 - only where it is used

    names = credentials.listed()
    for name in names:
        common.say(name)
    if not names:
        common.say(tr("The keyring holds nothing of Bartizan"))


def _ask(prompt: str) -> str:
    if sys.stdin is None:
        raise UsageError(tr("No secret was given; nothing was kept."))
    if sys.stdin.isatty():
        text: str = click.prompt(prompt, hide_input=True, err=True)
    else:
        try:
            text = sys.stdin.readline(_LONGEST + 1).removesuffix("\n").removesuffix("\r")
        except UnicodeDecodeError:
            raise UsageError(tr("The secret is not UTF-8; nothing was kept.")) from None
    if not text:
        raise UsageError(tr("No secret was given; nothing was kept."))
    if fault := (tr("is too long") if len(text) > _LONGEST else fault_of(text)):
        raise UsageError(tr("The secret {fault}; nothing was kept.").format(fault=fault))
    return text
