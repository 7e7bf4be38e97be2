"""``bartizan revise``: open a signed audit again."""

from pathlib import Path

import click

from app.cli import common


@click.command(
    "revise", epilog='Example: bartizan revise autumn.bartizan --by "A. Example" --remark "One more host was found"'
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", required=True, help="Who opens it.")
@click.option("--remark", required=True, help="Why.")
def command(file: Path, *, by: str, remark: str) -> None:
    """Open the signed audit FILE again, as a new revision that names the seal of the signed one."""
    audit = common.open_audit(file)
    try:
        audit.start_revision(by=by, remark=remark)
        common.say(f"{file}: revision {audit.revision}; the one before was signed under the seal {audit.predecessor}")
    finally:
        audit.close()
