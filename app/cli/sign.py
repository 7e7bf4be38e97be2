"""``bartizan sign``: sign an audit and so lock it."""

from pathlib import Path

import click

from app.answers import UnsettledError
from app.cli import common
from app.errors import UsageError
from app.language import tr


@click.command(
    "sign",
    epilog=tr(
        'Example: bartizan sign autumn.bartizan --by "C. Example" --role "Head of IT" --remark "Read and agreed"'
    ),
    help=tr("Sign the audit FILE and lock it; after that only a new revision can change it."),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", required=True, help=tr("Who signs."))
@click.option("--role", required=True, help=tr("In which role."))
@click.option("--remark", required=True, help=tr("What is signed, in a sentence."))
@click.option(
    "--unreviewed", is_flag=True, help=tr("Sign although nobody has reviewed some answers; the report says so.")
)
@click.option(
    "--outdated",
    is_flag=True,
    help=tr("Sign although item, check or evidence changed after some answers; the report says so."),
)
def command(file: Path, *, by: str, role: str, remark: str, unreviewed: bool, outdated: bool) -> None:
    """Run it; ``help`` says what it does."""
    audit = common.open_audit(file)
    try:
        try:
            audit.sign(by=by, role=role, remark=remark, unreviewed=unreviewed, outdated=outdated)
        except UnsettledError as error:
            raise UsageError(tr("{problem} That is --{option}.").format(problem=error, option=error.option)) from None
        common.say(
            tr("{file}: revision {revision} signed by {by}, seal {seal}").format(
                file=file, revision=audit.revision, by=by, seal=audit.seal
            )
        )
    finally:
        audit.close()
