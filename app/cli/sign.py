"""``bartizan sign``: sign an audit and so lock it."""

from pathlib import Path

import click

from app.cli import common


@click.command(
    "sign",
    epilog='Example: bartizan sign autumn.bartizan --by "C. Example" --role "Head of IT" --remark "Read and agreed"',
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--by", required=True, help="Who signs.")
@click.option("--role", required=True, help="In which role.")
@click.option("--remark", required=True, help="What is signed, in a sentence.")
@click.option("--unreviewed", is_flag=True, help="Sign although nobody has reviewed some answers; the report says so.")
def command(file: Path, *, by: str, role: str, remark: str, unreviewed: bool) -> None:
    """Sign the audit FILE and lock it; after that only a new revision can change it."""
    audit = common.open_audit(file)
    try:
        audit.sign(by=by, role=role, remark=remark, unreviewed=unreviewed)
        common.say(f"{file}: revision {audit.revision} signed by {by}, seal {audit.seal}")
    finally:
        audit.close()
