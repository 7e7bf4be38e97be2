"""``bartizan logout``: a target's secrets out of the keyring."""

from dataclasses import replace
from pathlib import Path

import click

from app.cli import common
from app.cli.login import INVENTORY, named
from app.errors import UsageError
from app.language import tr


@click.command(
    "logout",
    epilog=tr("Example: bartizan logout audit@hv1"),
    help="\n\n".join(
        (
            tr("Delete the secrets of TARGET from the keyring: all of them, or those that an option names."),
            tr("TARGET may also be a name as `bartizan login --list` prints it."),
            (
                "\b\n"
                "bartizan logout audit@hv1 --sudo\n"
                "bartizan logout audit@hv1 --key ~/.ssh/id_ed25519\n"
                'bartizan logout "password audit@192.0.2.10:22 via bastion"'
            ),
        )
    ),
)
@click.argument("target")
@click.option("--sudo", is_flag=True, help=tr("Only the password that sudo asks for."))
@click.option("--key", type=click.Path(path_type=Path), help=tr("Only the passphrase of this private key file."))
@INVENTORY
def command(target: str, *, sudo: bool, key: Path | None, inventory: Path | None) -> None:
    """Run it; ``help`` says what it does."""
    from app import credentials  # noqa: PLC0415 - only where it is used

    if target.startswith(("password ", "passphrase ", "sudo ")):
        if sudo or key or inventory:
            raise UsageError(tr("A name of the list stands alone: it says what to delete."))
        if target not in credentials.listed():
            raise UsageError(
                tr("{target!r} is not kept; `bartizan login --list` prints what is.").format(target=target)
            )
        count = credentials.forget([target])
        said = tr("{target} deleted") if count else tr("{target} was no longer in the keyring")
        common.say(said.format(target=target))
        return
    chosen = named(target, inventory)
    if key is not None:
        chosen = replace(chosen, identity=str(key))
    purposes = tuple(name for name, wanted in (("sudo", sudo), ("passphrase", key is not None)) if wanted)
    count = credentials.delete(chosen, purposes) if purposes else credentials.delete(chosen)
    said = {0: tr("The keyring holds nothing of {target}"), 1: tr("1 secret of {target} deleted")}.get(
        count, tr("{n} secrets of {target} deleted")
    )
    common.say(said.format(n=count, target=chosen.name))
