"""``bartizan logout``: a target's secrets out of the keyring."""

from dataclasses import replace
from pathlib import Path

import click

from app.cli import common
from app.cli.login import INVENTORY, named
from app.errors import UsageError


@click.command("logout", epilog="Example: bartizan logout audit@hv1")
@click.argument("target")
@click.option("--sudo", is_flag=True, help="Only the password that sudo asks for.")
@click.option("--key", type=click.Path(path_type=Path), help="Only the passphrase of this private key file.")
@INVENTORY
def command(target: str, *, sudo: bool, key: Path | None, inventory: Path | None) -> None:
    r"""Delete the secrets of TARGET from the keyring: all of them, or those that an option names.

    TARGET may also be a name as `bartizan login --list` prints it.

    \b
    bartizan logout audit@hv1 --sudo
    bartizan logout audit@hv1 --key ~/.ssh/id_ed25519
    bartizan logout "password audit@192.0.2.10:22 via bastion"
    """
    from app import credentials  # noqa: PLC0415 - only where it is used

    if target.startswith(("password ", "passphrase ", "sudo ")):
        if sudo or key or inventory:
            raise UsageError("A name of the list stands alone: it says what to delete.")
        if target not in credentials.listed():
            raise UsageError(f"{target!r} is not kept; `bartizan login --list` prints what is.")
        count = credentials.forget([target])
        common.say(f"{target} deleted" if count else f"{target} was no longer in the keyring")
        return
    chosen = named(target, inventory)
    if key is not None:
        chosen = replace(chosen, identity=str(key))
    purposes = tuple(name for name, wanted in (("sudo", sudo), ("passphrase", key is not None)) if wanted)
    count = credentials.delete(chosen, purposes) if purposes else credentials.delete(chosen)
    said = f"{count} secret{'s' if count > 1 else ''} of {chosen.name} deleted"
    common.say(said if count else f"The keyring holds nothing of {chosen.name}")
