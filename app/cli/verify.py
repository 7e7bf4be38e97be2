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
    """Check every entry of the audit FILE, or every file of an exported folder.

    Exit status 0 whole, 1 altered or damaged.
    """
    if file.is_dir():
        _folder(context, file, seal)
    found = verify(file, seal)
    if found.whole:
        common.say(f"{file}: whole, {found.entries} entries, seal {found.seal}")
        context.exit(0)
    common.complain(found.problem)
    context.exit(1)


def _folder(context: click.Context, folder: Path, seal: str | None) -> None:
    from app.report.manifest import check_folder  # noqa: PLC0415 - beside its only use

    found = check_folder(folder)
    problem = found.problem
    if not problem and seal and seal.strip().lower() != found.seal:
        problem = f"{folder}: was exported under another seal, {found.seal}."
    if problem:
        common.complain(problem)
        context.exit(1)
    common.say(f"{folder}: whole, {found.files} files, exported under the seal {found.seal}")
    context.exit(0)
