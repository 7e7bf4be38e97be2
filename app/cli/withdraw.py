"""``bartizan withdraw``: take an answer back."""

from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError
from app.language import tr


@click.command(
    "withdraw",
    epilog=tr(
        'Example: bartizan withdraw autumn.bartizan --item 3.4-a --all-targets --by "A. Example" '
        '--role "Data centre manager" --remark "Wrong list"'
    ),
    help=tr(
        "Take the last answer to an item back by a further entry, on all these machines or none; what was measured "
        "stands again."
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--item", required=True, help=tr("The item's id: 4.1-a."))
@click.option("--target", help=tr("The machine that was answered for."))
@click.option("--all-targets", is_flag=True, help=tr("Wherever the item has an answer, site-wide items included."))
@click.option("--by", required=True, help=tr("Who takes it back."))
@click.option("--role", required=True, help=tr("In which role."))
@click.option("--remark", required=True, help=tr("Why."))
def command(file: Path, *, item: str, target: str | None, all_targets: bool, by: str, role: str, remark: str) -> None:
    """Run it; ``help`` says what it does."""
    if all_targets == (target is not None):
        raise UsageError(tr("Give either --target NAME or --all-targets."))
    audit = common.open_audit(file)
    try:
        places = [one.target for one in audit.answered(item)] if all_targets else [target]
        if not places:
            raise UsageError(tr("{item}: there is no answer to take back.").format(item=item))
        for made in audit.withdraw_all(item, places, by=by, role=role, remark=remark):
            said = (
                tr("{item} on {target}: answer taken back by {by}, entry {id}")
                if made.target
                else tr("{item}: answer taken back by {by}, entry {id}")
            )
            common.say(said.format(item=item, target=made.target, by=by, id=made.id))
    finally:
        audit.close()
