"""``bartizan login``: a secret into the operating system's keyring."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.targets import parse_target
from app.transport.base import Secrets


@click.command("login", epilog="Example: bartizan login audit@hv1 --sudo")
@click.argument("target")
@click.option("--sudo", is_flag=True, help="Keep the password that sudo asks for.")
@click.option("--key", type=click.Path(path_type=Path), help="Keep the passphrase of this private key file.")
def command(target: str, *, sudo: bool, key: Path | None) -> None:
    """Keep a secret of TARGET in the keyring: the login password, or what --sudo or --key names.

    On a terminal it is asked for without being shown; otherwise one line of standard input is taken.
    """
    if sudo and key:
        raise UsageError("Give either --sudo or --key FILE; call it twice to keep both.")
    if key is not None and not key.is_file():
        raise UsageError(f"{key}: there is no such key file.")
    chosen = parse_target(target)
    if key is not None:
        chosen = replace(chosen, identity=str(key))
    what = f"passphrase of {key}" if key else ("sudo password" if sudo else "password")
    secret = _ask(f"{what[0].upper()}{what[1:]} for {chosen.name}")
    kept = Secrets(
        password=None if sudo or key else secret, passphrase=secret if key else None, sudo=secret if sudo else None
    )
    from app import credentials  # noqa: PLC0415 - keyring is imported only where it is used

    credentials.save(chosen, kept)
    common.say(f"The {what} for {chosen.name} is kept in the keyring")


def _ask(prompt: str) -> str:
    if sys.stdin.isatty():
        text: str = click.prompt(prompt, hide_input=True, err=True)
    else:
        text = sys.stdin.readline().removesuffix("\n")
    if not text:
        raise UsageError("No secret was given; nothing was kept.")
    return text
