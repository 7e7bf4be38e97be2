"""``bartizan logout``: a target's secrets out of the keyring."""

from dataclasses import replace
from pathlib import Path

import click

from app.cli import common
from app.targets import parse_target


@click.command("logout", epilog="Example: bartizan logout audit@hv1")
@click.argument("target")
@click.option("--sudo", is_flag=True, help="Only the password that sudo asks for.")
@click.option("--key", type=click.Path(path_type=Path), help="Only the passphrase of this private key file.")
def command(target: str, *, sudo: bool, key: Path | None) -> None:
    """Delete the secrets of TARGET from the keyring: all of them, or those that an option names."""
    chosen = parse_target(target)
    if key is not None:
        chosen = replace(chosen, identity=str(key))
    purposes = tuple(name for name, wanted in (("sudo", sudo), ("passphrase", key is not None)) if wanted)
    from app import credentials  # noqa: PLC0415 - keyring is imported only where it is used

    count = credentials.delete(chosen, purposes) if purposes else credentials.delete(chosen)
    common.say(f"{count} secrets of {chosen.name} deleted" if count else f"The keyring holds nothing of {chosen.name}")
