"""``bartizan confirm``: make answers that were carried over one's own."""

from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.language import tr


@click.command(
    "confirm",
    epilog=tr('Example: bartizan confirm autumn.bartizan --all --by "A. Example" --role "Data centre manager"'),
    help=tr(
        "Give answers that an earlier audit handed on once more, as one's own; `bartizan answers` lists their IDs."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--all", "everything", is_flag=True, help=tr("Every answer that was carried over and still stands."))
@click.option("--by", required=True, help=tr("Who confirms."))
@click.option("--role", required=True, help=tr("In which role."))
@click.option("--remark", default="", help=tr("What was looked at; default: the remark that was carried over."))
def command(file: Path, ids: tuple[str, ...], *, everything: bool, by: str, role: str, remark: str) -> None:
    """Run it; ``help`` says what it does."""
    if everything == bool(ids):
        raise UsageError(tr("Give either the IDs of answers or --all."))
    audit = common.open_audit(file)
    try:
        made = audit.confirm(ids or None, by=by, role=role, remark=remark)
        common.say(tr("{answers} confirmed by {by}").format(answers=common.answers(len(made)), by=by))
    finally:
        audit.close()
