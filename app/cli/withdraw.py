"""``bartizan withdraw``: take an answer back."""

from pathlib import Path

import click

from app.cli import common
from app.errors import UsageError


@click.command(
    "withdraw",
    epilog="Example: bartizan withdraw autumn.bartizan --item 3.4-a --all-targets "
    '--by "A. Example" --role "Data centre manager" --remark "Wrong list"',
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--item", required=True, help="The item's id: 4.1-a.")
@click.option("--target", help="The machine that was answered for.")
@click.option("--all-targets", is_flag=True, help="Wherever the item has an answer, site-wide items included.")
@click.option("--by", required=True, help="Who takes it back.")
@click.option("--role", required=True, help="In which role.")
@click.option("--remark", required=True, help="Why.")
def command(file: Path, *, item: str, target: str | None, all_targets: bool, by: str, role: str, remark: str) -> None:
    """Take the last answer to an item back by a further entry; what was measured stands again."""
    if all_targets == (target is not None):
        raise UsageError("Give either --target NAME or --all-targets.")
    audit = common.open_audit(file)
    try:
        places = [one.target for one in audit.answered(item)] if all_targets else [target]
        if not places:
            raise UsageError(f"{item}: there is no answer to take back.")
        for place in places:
            made = audit.withdraw(item, place, by=by, role=role, remark=remark)
            common.say(f"{item}{f' on {place}' if place else ''}: answer taken back by {by}, entry {made.id}")
    finally:
        audit.close()
