"""``bartizan verify``: is an audit file whole and unaltered."""

from pathlib import Path

import click

from app.cli import common
from app.store.verify import verify


@click.command("verify", epilog="Example: bartizan verify autumn.bartizan --seal 3f2a...")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--seal", default=None, help="The seal as the report prints it: shows missing last entries too.")
@click.pass_context
def command(context: click.Context, file: Path, *, seal: str | None) -> None:
    """Check every entry of the audit FILE; exit status 0 whole, 1 altered or damaged."""
    found = verify(file, seal)
    if found.whole:
        common.say(f"{file}: whole, {found.entries} entries, seal {found.seal}")
        context.exit(0)
    common.complain(found.problem)
    context.exit(1)
