"""``bartizan confirm``: make answers that were carried over one's own."""

from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.report.wording import plural


@click.command(
    "confirm", epilog='Example: bartizan confirm autumn.bartizan --all --by "A. Example" --role "Data centre manager"'
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--all", "everything", is_flag=True, help="Every answer that was carried over and still stands.")
@click.option("--by", required=True, help="Who confirms.")
@click.option("--role", required=True, help="In which role.")
@click.option("--remark", default="", help="What was looked at; default: the remark that was carried over.")
def command(file: Path, ids: tuple[str, ...], *, everything: bool, by: str, role: str, remark: str) -> None:
    """Give answers that an earlier audit handed on once more, as one's own; `bartizan answers` lists their IDs."""
    if everything == bool(ids):
        raise UsageError("Give either the IDs of answers or --all.")
    audit = common.open_audit(file)
    try:
        made = audit.confirm(ids or None, by=by, role=role, remark=remark)
        common.say(f"{plural(len(made), 'answer')} confirmed by {by}")
    finally:
        audit.close()
