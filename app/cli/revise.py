"""``bartizan revise``: open a signed audit again."""

from pathlib import Path

import click

from app.cli import common
from app.language import tr


@click.command(
    "revise",
    epilog=tr('Example: bartizan revise autumn.bartizan --by "A. Example" --remark "One more host was found"'),
    help=tr("Open the signed audit FILE again, as a new revision that names the seal of the signed one."),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", required=True, help=tr("Who opens it."))
@click.option("--remark", required=True, help=tr("Why."))
def command(file: Path, *, by: str, remark: str) -> None:
    """Run it; ``help`` says what it does."""
    audit = common.open_audit(file)
    try:
        audit.start_revision(by=by, remark=remark)
        common.say(
            tr("{file}: revision {revision}; the one before was signed under the seal {predecessor}").format(
                file=file, revision=audit.revision, predecessor=audit.predecessor
            )
        )
    finally:
        audit.close()
